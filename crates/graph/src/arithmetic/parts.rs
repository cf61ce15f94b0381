//! "12 women" and "nine children" among "18 civilians": more parts than the whole has.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_extractor::{Amount, DocumentId};

use super::{
    Sum, Sums, added, apart::apart, is_loose, quoted, search::Outcome, search::too_many, summand,
    terms,
};
use crate::{
    Event, Relation, Side, Told, comparison::claim_ids, question, reach, relation::judge,
    voice::Voice,
};

/// So many wholes of an event are added up.
const WHOLES: usize = 64;

/// The wholes of an event whose parts are too many together, though none is too large by itself.
pub(crate) fn within(event: &Event, voices: &[Voice], told: &[Told]) -> Sums {
    let mut sums = Sums::default();
    let mut by_parts: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
    let wholes = (0..voices.len()).filter(|&voice| is_whole(&voices[voice]));
    for whole in wholes.take(WHOLES) {
        let parts = parts_of(whole, voices);
        let Some(count) = summand(&voices[whole]).filter(|_| parts.len() > 1) else {
            continue;
        };
        let least: Vec<Amount> = parts
            .iter()
            .map(|&part| least(&voices[part], &voices[whole]))
            .collect();
        // the finest of the parts decides what of the whole is rounding
        let finest = parts.iter().filter_map(|&part| summand(&voices[part]));
        let finest = finest.min_by_key(|part| reach::finest(&part.quantity));
        let most = finest.and_then(|part| reach::against(&count.quantity, &part.quantity).high);
        let Some(most) = most else { continue };
        let share_nobody =
            |a: usize, b: usize| apart(&voices[parts[a]].told, &voices[parts[b]].told);
        match too_many(most, &least, share_nobody) {
            Outcome::TooMany(found) if found.len() > 1 => {
                let found = found.into_iter().map(|part| parts[part]).collect();
                by_parts.entry(found).or_default().push(whole);
            }
            Outcome::TooMany(_) | Outcome::Fine => {}
            Outcome::Stopped => sums.stopped += 1,
        }
    }
    for (parts, wholes) in by_parts {
        sums.disputes
            .extend(dispute(event, &wholes, &parts, voices, told));
    }
    sums
}

/// Whether a figure has an end that parts can exceed.
fn is_whole(voice: &Voice) -> bool {
    summand(voice).is_some_and(|count| count.quantity.high().is_some() && count.whole.is_none())
}

/// What counts a part of a whole, each figure of a document once; none where the documents of the
/// parts give another whole themselves, for then that is the dispute.
fn parts_of(whole: usize, voices: &[Voice]) -> Vec<usize> {
    let mut parts = Vec::new();
    let mut rivals: BTreeSet<&DocumentId> = BTreeSet::new();
    for (voice, part) in voices.iter().enumerate() {
        if voice == whole || summand(part).is_none_or(|count| count.quantity.low().is_none()) {
            continue;
        }
        let verdict = judge(&part.told, &voices[whole].told);
        if verdict.same_scope && verdict.relation == Relation::Contradicts {
            rivals.insert(&part.told.claim.evidence.document);
        }
        if verdict.relation == Relation::PartOf && !verdict.turned {
            parts.push(voice);
        }
    }
    parts.retain(|&part| !rivals.contains(&voices[part].told.claim.evidence.document));
    parts
}

/// The least that a part may be beside its whole.
fn least(part: &Voice, whole: &Voice) -> Amount {
    let (Some(ours), Some(theirs)) = (summand(part), summand(whole)) else {
        return Amount::ZERO;
    };
    let low = reach::against(&ours.quantity, &theirs.quantity).low;
    low.unwrap_or(Amount::ZERO)
}

fn dispute(
    event: &Event,
    wholes: &[usize],
    parts: &[usize],
    voices: &[Voice],
    told: &[Told],
) -> Option<crate::Dispute> {
    let whole = summand(&voices[*wholes.first()?])?;
    let counts: Vec<_> = parts
        .iter()
        .filter_map(|&part| summand(&voices[part]))
        .collect();
    let lows: Vec<Amount> = counts
        .iter()
        .filter_map(|count| count.quantity.low())
        .collect();
    let most = whole.quantity.high()?;
    let all = format!("{} = {}", terms(&lows, " + "), added(lows.iter().copied()));
    let of = |voices_of: &[usize]| {
        let voices = voices_of.iter().map(|&voice| &voices[voice]);
        claim_ids(voices, told)
    };
    // what counts the parts later may have gone up since
    let day = |voice: usize| voices[voice].told.published.map(|published| published.day);
    let later = wholes.iter().all(|&whole| {
        let is_later = |&part: &usize| matches!((day(part), day(whole)), (Some(part), Some(whole)) if part > whole);
        parts.iter().any(is_later)
    });
    let loose = counts.iter().any(|count| is_loose(&count.quantity)) || is_loose(&whole.quantity);
    let sum = Sum {
        event: event.id,
        question: question::how_many(whole, event.place.as_ref(), event.when),
        sides: vec![
            Side {
                answer: whole.quantity.to_string(),
                claims: of(wholes),
            },
            Side {
                answer: all.clone(),
                claims: of(parts),
            },
        ],
        why: format!(
            "{} are parts of what {} counts, and together more than that{}",
            quoted(parts.iter().map(|&part| &voices[part].told)),
            quoted(wholes.iter().take(1).map(|&whole| &voices[whole].told)),
            if later { "; possibly a later toll" } else { "" },
        ),
        shown: format!("{all} > {most}"),
        soft: later || loose,
    };
    Some(sum.dispute(whole))
}
