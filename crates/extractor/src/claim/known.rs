//! Persons whom the text knows, and "another six": counts that no other count should be held against.

use super::{Claim, Content, Stance, Whole};

/// How many claims apart a known person and the count may stand that holds them.
const NEAR: usize = 100;

/// Known persons may be among those that a larger count of the document holds already: "Five people
/// were killed. The gunman died at the scene."
pub(super) fn join(claims: &mut [Claim], known: &[usize]) {
    for &at in known {
        let Some(own) = claims[at].count().filter(|own| own.whole.is_none()) else {
            continue;
        };
        let holds = |other: &&Claim| {
            let firm = !matches!(other.stance, Stance::Expects | Stance::Denies);
            firm && !other.scope.background
                && other.count().is_some_and(|count| {
                    (count.measure == own.measure
                        || (own.measure.as_str() == "wounded" && count.measure.as_str() == "shot"))
                        && count.whole.is_none()
                        && count.group.is_people()
                        && count.quantity.unit().is_none()
                        && count.quantity.low().or(count.quantity.high()) > own.quantity.low()
                })
        };
        let before = claims[..at].iter().rev().take(NEAR).find(holds);
        let whole = before.or_else(|| claims[at + 1..].iter().take(NEAR).find(holds));
        let whole = whole.map(|whole| Whole::Of(whole.id));
        if let Content::Count(count) = &mut claims[at].content {
            count.whole = whole;
        }
    }
}

/// "killed another six people" right behind a count of the same measure: the six are not all.
pub(super) fn set_beside(claims: &mut [Claim], known: &[usize]) {
    let Some((last, before)) = claims.split_last_mut() else {
        return;
    };
    let Content::Count(own) = &mut last.content else {
        return;
    };
    let earlier = before
        .iter()
        .enumerate()
        .rev()
        .filter_map(|(at, claim)| Some((at, claim, claim.count()?)))
        .find(|(_, _, count)| count.within.is_some() && count.within == own.within);
    if let Some((at, claim, count)) = earlier
        // "Rosa Marquez was killed; seven others died": the seven are the toll
        && known.last() != Some(&at)
        && own.whole.is_none()
        && count.measure == own.measure
    {
        own.whole = Some(Whole::Beside(claim.id));
    }
}
