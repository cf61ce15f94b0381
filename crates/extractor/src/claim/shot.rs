//! "Four people were shot": wounded, where a document tells of nobody who died of it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Claim, ClaimId, Content, EntryId, Stance, Whole};
use crate::{Amount, Form, Lexicon, Measure, Quantity};

/// Makes those who were shot the wounded of a document without dead. Where somebody died, the shot may
/// be dead or wounded, and stay what they are; but `more` are others than the dead, and those who are left
/// of the shot are the wounded: "four people were shot; one died".
///
/// The deaths of those who did it are none of the shot; `known` holds the places of claims of persons whom
/// the text knows.
pub(super) fn settle(
    lexicon: &Lexicon,
    claims: &mut Vec<Claim>,
    more: &BTreeSet<ClaimId>,
    known: &[usize],
    id: impl Fn(&Claim) -> ClaimId,
) {
    let measures = &lexicon.measures;
    let Some(wounded) = measures.wounded() else {
        return;
    };
    let is = |claim: &Claim, measure: &str| {
        let firm = !matches!(claim.stance, Stance::Expects | Stance::Denies);
        firm && !claim.scope.background
            && claim.count().is_some_and(|count| {
                count.measure.as_str() == measure && count.quantity.high() != Some(Amount::ZERO)
            })
    };
    if !claims
        .iter()
        .any(|claim| (claim.count()).is_some_and(|count| count.measure.as_str() == "shot"))
    {
        return;
    }
    // "the suspect", "himself"
    let did_it: Vec<bool> = (claims.iter().enumerate())
        .map(|(at, claim)| {
            claim.count().is_some_and(|count| {
                let own = count.group.kinds.len() == 1
                    && count.quantity == Quantity::exactly(Amount::from(1))
                    && known.binary_search(&at).is_ok();
                own || lexicon.roles.is_doer(&count.group.kinds)
            })
        })
        .collect();
    let deaths = |doers: bool| {
        let claims = claims.iter().zip(&did_it);
        claims.filter(move |(claim, did)| **did == doers && is(claim, "killed"))
    };
    let deadly = deaths(false).next().is_some();
    let ended = deaths(true).next().is_some();
    let dead = most(deaths(false).map(|(claim, _)| claim), known.len());
    let hurt = claims.iter().any(|claim| is(claim, "wounded"));
    let shot = (claims.iter().enumerate())
        .filter(|(at, claim)| !did_it[*at] && is(claim, "shot") && !more.contains(&claim.id))
        .filter_map(|(at, claim)| Some((exact(claim)?, at)))
        .max_by_key(|(shot, at)| (*shot, usize::MAX - at));
    let name = |claim: &mut Claim| {
        if let Content::Count(count) = &mut claim.content {
            count.measure = Measure(measures.name(wounded).clone());
        }
        claim.evidence.entry = EntryId(measures.entry(wounded).clone());
        claim.id = id(claim);
    };
    let mut renamed = BTreeMap::new();
    for (claim, did) in claims.iter_mut().zip(&did_it) {
        let Some(count) = claim.count() else {
            continue;
        };
        // "four others were shot": other than the dead
        let beside = more.contains(&claim.id);
        let over = (deadly && !beside) || (ended && *did);
        if count.measure.as_str() != "shot" || over {
            continue;
        }
        let before = claim.id;
        name(claim);
        renamed.insert(before, claim.id);
    }
    if let (Some(dead), Some((shot, at)), false) = (dead, shot, hurt)
        && deadly
        && dead < shot
    {
        let mut left = claims[at].clone();
        if let Content::Count(count) = &mut left.content {
            count.quantity = Quantity::exactly(shot.minus(dead));
        }
        name(&mut left);
        claims.insert(at + 1, left);
    }
    if renamed.is_empty() {
        return;
    }
    for claim in claims {
        if let Content::Count(count) = &mut claim.content
            && let Some(Whole::Of(whole) | Whole::Beside(whole)) = &mut count.whole
            && let Some(name) = renamed.get(whole)
        {
            *whole = *name;
        }
    }
}

/// The most that are said to be dead, or as many as are named one by one; `None` where no figure is exact.
fn most<'c>(deaths: impl Iterator<Item = &'c Claim>, known: usize) -> Option<Amount> {
    let (mut most, mut named) = (None, BTreeSet::new());
    for claim in deaths {
        most = most.max(exact(claim));
        if let Some(count) = claim.count()
            && count.group.kinds.first() == Some(&count.group.name)
            && named.len() < known
        {
            named.insert(&count.group.name);
        }
    }
    let named = Amount::from(i64::try_from(named.len()).unwrap_or(i64::MAX));
    most.map(|most| most.max(named))
}

/// The figure of a claim, where it is exact.
fn exact(claim: &Claim) -> Option<Amount> {
    let count = claim.count()?;
    let exact = count.quantity.form() == Form::Exact && count.quantity.unit().is_none();
    exact.then_some(count.quantity.low()?)
}
