//! "Four people were shot": wounded, where a document tells of nobody who died.

use std::collections::{BTreeMap, BTreeSet};

use super::{Claim, ClaimId, Content, EntryId, Stance, Whole};
use crate::{Amount, Lexicon, Measure};

/// Makes those who were shot the wounded of a document without dead. Where somebody died, the shot may
/// be dead or wounded, and stay what they are; but `more` are others than the dead.
pub(super) fn settle(
    lexicon: &Lexicon,
    claims: &mut [Claim],
    more: &BTreeSet<ClaimId>,
    id: impl Fn(&Claim) -> ClaimId,
) {
    let measures = &lexicon.measures;
    let Some(wounded) = measures.id("wounded") else {
        return;
    };
    let is_death = |claim: &Claim| {
        let firm = !matches!(claim.stance, Stance::Expects | Stance::Denies);
        firm && !claim.scope.background
            && claim.count().is_some_and(|count| {
                count.measure.as_str() == "killed" && count.quantity.high() != Some(Amount::ZERO)
            })
    };
    let deadly = claims.iter().any(is_death);
    let mut renamed = BTreeMap::new();
    for claim in &mut *claims {
        let Content::Count(count) = &mut claim.content else {
            continue;
        };
        // "four others were shot": other than the dead
        let beside = || more.contains(&claim.id);
        if count.measure.as_str() != "shot" || (deadly && !beside()) {
            continue;
        }
        count.measure = Measure(measures.name(wounded).clone());
        claim.evidence.entry = EntryId(measures.entry(wounded).clone());
        let before = claim.id;
        claim.id = id(claim);
        renamed.insert(before, claim.id);
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
