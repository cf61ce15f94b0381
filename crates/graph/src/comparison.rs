//! All that the voices of one event are to each other, and the disputes that follow.

use std::collections::BTreeMap;

use rashomon_extractor::{Claim, ClaimId, Count, EntryId, Measure, Stance};

use crate::{
    Dispute, Event, Pair, Relation, Told, arithmetic,
    matter::Matter,
    network::Clusters,
    origin::Origin,
    relation::{Verdict, judge},
    voice::{Voice, voices},
};

/// So many pairs of an event are listed, contradictions first.
const LISTED: usize = 10_000;

/// So many voices of one measure are compared in pairs; an event of a hundred thousand claims must
/// not take ten thousand million comparisons.
const COMPARED: usize = 256;

/// What was found in one event.
#[derive(Debug, Default)]
pub(crate) struct Comparison {
    pub(crate) disputes: Vec<Dispute>,
    pub(crate) pairs: Vec<Pair>,
    pub(crate) left_out: usize,
    /// Wholes that were not added up to the end.
    pub(crate) sums_stopped: usize,
}

/// A pair of voices, by their places in the row.
struct Compared {
    a: usize,
    b: usize,
    verdict: Verdict,
}

/// Compares what the sources say of one event.
pub(crate) fn compare(
    event: &Event,
    claims: &[usize],
    told: &[Told],
    origins: &[Origin],
) -> Comparison {
    let claims: Vec<usize> = claims
        .iter()
        .copied()
        .filter(|&index| is_compared(told[index].claim))
        .collect();
    let mut by_measure: BTreeMap<&Measure, Vec<usize>> = BTreeMap::new();
    for &index in &claims {
        if let Some(count) = told[index].claim.count() {
            by_measure.entry(&count.measure).or_default().push(index);
        }
    }
    let mut comparison = Comparison::default();
    let mut listed: Vec<Compared> = Vec::new();
    let mut row: Vec<Voice> = Vec::new();
    for claims in by_measure.values() {
        let mut heard = voices(claims, told, origins);
        let rest = loudest(&mut heard);
        comparison.left_out += pairs(heard.len() + rest.len()) - pairs(heard.len());
        let compared = in_pairs(&heard);
        let matter = Matter {
            event,
            voices: &heard,
            rest: &rest,
            told,
        };
        let verdicts = compared.iter().map(|pair| pair.verdict);
        comparison.disputes.extend(matter.disputes(verdicts));
        let first = row.len();
        listed.extend(compared.into_iter().map(|pair| Compared {
            a: pair.a + first,
            b: pair.b + first,
            ..pair
        }));
        row.append(&mut heard);
    }
    let sums = arithmetic::within(event, &row, told);
    comparison.disputes.extend(sums.disputes);
    comparison.sums_stopped = sums.stopped;
    comparison.list(listed, &row);
    comparison
}

/// Whether a claim can agree or disagree with others.
///
/// What is feared or planned cannot; nor can people of whom nothing is said but their number
/// ("160,000 people" of a town, "five children").
pub(crate) fn is_compared(claim: &Claim) -> bool {
    let bare = |count: &Count| {
        let group = &count.group;
        group.is_people() && group.side.is_none() && &*claim.evidence.entry.0 == EntryId::COUNTED
    };
    claim.stance != Stance::Expects && !claim.count().is_some_and(bare)
}

impl Comparison {
    /// Lists the pairs, contradictions first, and counts what goes beyond the limit.
    fn list(&mut self, mut pairs: Vec<Compared>, row: &[Voice]) {
        pairs.sort_by_key(|pair| (rank(pair.verdict.relation), pair.a, pair.b));
        self.left_out += pairs.len().saturating_sub(LISTED);
        for pair in pairs.into_iter().take(LISTED) {
            let (mut a, mut b) = row[pair.a].faces(&row[pair.b]);
            if pair.verdict.turned {
                (a, b) = (b, a);
            }
            self.pairs.push(Pair {
                a: a.claim.id,
                b: b.claim.id,
                relation: pair.verdict.relation,
                revises: pair.verdict.revises,
                why: pair.verdict.reason.of(&a, &b),
            });
        }
    }
}

/// What readers look for first.
pub(crate) fn rank(relation: Relation) -> u8 {
    match relation {
        Relation::Contradicts => 0,
        Relation::Updates => 1,
        Relation::Retracts => 2,
        Relation::PartOf => 3,
        Relation::Refines => 4,
        Relation::Agrees => 5,
        Relation::Compatible => 6,
        Relation::DifferentScope(_) => 7,
    }
}

fn in_pairs(voices: &[Voice]) -> Vec<Compared> {
    let mut compared = Vec::with_capacity(pairs(voices.len()));
    for (a, ours) in voices.iter().enumerate() {
        for (b, theirs) in voices.iter().enumerate().skip(a + 1) {
            let (one, other) = ours.faces(theirs);
            compared.push(Compared {
                a,
                b,
                verdict: judge(&one, &other),
            });
        }
    }
    compared
}

fn pairs(things: usize) -> usize {
    things * things.saturating_sub(1) / 2
}

/// Keeps the voices that are compared in pairs, and gives back the rest: one voice of each figure
/// comes before a second one, and many claims before few.
fn loudest<'a>(voices: &mut Vec<Voice<'a>>) -> Vec<Voice<'a>> {
    if voices.len() <= COMPARED {
        return Vec::new();
    }
    let mut seen = BTreeMap::new();
    let mut order: Vec<(usize, usize, usize)> = Vec::new();
    for (place, voice) in voices.iter().enumerate() {
        let quantity = voice.told.claim.count().map(|count| count.quantity.clone());
        let turn = seen.entry(quantity).or_insert(0usize);
        order.push((*turn, usize::MAX - voice.claims.len(), place));
        *turn += 1;
    }
    order.sort_unstable();
    let mut keep = vec![false; voices.len()];
    for (_, _, place) in order.into_iter().take(COMPARED) {
        keep[place] = true;
    }
    let mut place = 0;
    voices
        .extract_if(.., |_| {
            place += 1;
            !keep[place - 1]
        })
        .collect()
}

/// The claims of voices, in order.
pub(crate) fn claim_ids<'v, 'a: 'v>(
    voices: impl IntoIterator<Item = &'v Voice<'a>>,
    told: &[Told],
) -> Vec<ClaimId> {
    let mut indices: Vec<usize> = voices
        .into_iter()
        .flat_map(|voice| voice.claims.iter().copied())
        .collect();
    indices.sort_unstable();
    indices.dedup();
    indices
        .into_iter()
        .map(|index| told[index].claim.id)
        .collect()
}

/// Sets of things that are bound to each other by the given pairs.
pub(crate) fn bound(
    things: usize,
    pairs: impl IntoIterator<Item = (usize, usize)>,
) -> Vec<Vec<usize>> {
    let mut clusters = Clusters::new(things);
    for (a, b) in pairs {
        clusters.join(a, b);
    }
    clusters.all()
}
