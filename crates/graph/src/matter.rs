//! One measure of one event: who gives which figure, and where they cannot all be right.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use rashomon_extractor::{ClaimId, Count, Interval, Quantity};

use crate::{
    Dispute, DisputeId, DisputeKind, Event, Relation, Severity, Side, Told,
    comparison::claim_ids,
    question, reach,
    relation::{Verdict, judge},
    sides::sides,
    voice::Voice,
};

/// So many disputes of one measure are shown at most.
const MOST: usize = 32;

/// What the voices of one event say of one measure.
pub(crate) struct Matter<'m, 'a> {
    pub(crate) event: &'m Event,
    /// Voices that were compared in pairs.
    pub(crate) voices: &'m [Voice<'a>],
    /// Voices of which there were too many to compare.
    pub(crate) rest: &'m [Voice<'a>],
    pub(crate) told: &'m [Told<'a>],
}

/// The verdicts on all pairs of voices, row by row: those of the first voice, of the second, …
struct Verdicts {
    voices: usize,
    all: Vec<Verdict>,
}

impl Verdicts {
    fn of(&self, a: usize, b: usize) -> Option<&Verdict> {
        let (a, b) = (a.min(b), a.max(b));
        if a == b || b >= self.voices {
            return None;
        }
        // the rows before, each one shorter than the last
        let before = a * (2 * self.voices - a - 1) / 2;
        self.all.get(before + b - a - 1)
    }

    /// The pairs with their verdicts.
    fn pairs(&self) -> impl Iterator<Item = ((usize, usize), &Verdict)> {
        let rows = (0..self.voices).flat_map(|a| (a + 1..self.voices).map(move |b| (a, b)));
        rows.zip(&self.all)
    }

    fn same_scope(&self, a: usize, b: usize) -> bool {
        a == b || self.of(a, b).is_some_and(|verdict| verdict.same_scope)
    }

    fn contradict(&self, a: usize, b: usize) -> bool {
        self.of(a, b)
            .is_some_and(|verdict| verdict.relation == Relation::Contradicts)
    }
}

impl Matter<'_, '_> {
    /// The disputes about this measure, by the verdicts on its voices in the order of their pairs: first between figures of one group, then between a part
    /// and its whole.
    pub(crate) fn disputes(&self, verdicts: impl Iterator<Item = Verdict>) -> Vec<Dispute> {
        let verdicts = Verdicts {
            voices: self.voices.len(),
            all: verdicts.collect(),
        };
        let replaced = self.replaced(&verdicts);
        let stands = |voice: usize| !replaced[voice];
        let mut open: Vec<(usize, usize)> = Vec::new();
        let mut parts: Vec<(usize, usize)> = Vec::new();
        for ((a, b), verdict) in verdicts.pairs() {
            if verdict.relation != Relation::Contradicts || !stands(a) || !stands(b) {
                continue;
            }
            if verdict.same_scope {
                open.push((a, b));
            } else if verdict.turned {
                parts.push((b, a));
            } else {
                parts.push((a, b));
            }
        }
        // the pair with most behind it first, so that its circle is the widest
        let behind = |voice: usize| self.voices[voice].claims.len();
        open.sort_by_key(|&(a, b)| (Reverse(behind(a) + behind(b)), a, b));
        let mut disputes = Vec::new();
        // two figures that are set against each other once need no second dispute
        let mut seated: BTreeSet<&Quantity> = BTreeSet::new();
        for (a, b) in open {
            let (Some(ours), Some(theirs)) = (count(&self.voices[a]), count(&self.voices[b]))
            else {
                continue;
            };
            let told = seated.contains(&ours.quantity) && seated.contains(&theirs.quantity);
            if told || disputes.len() == MOST {
                continue;
            }
            let circle = self.circle(a, b, &verdicts, &replaced);
            disputes.extend(self.dispute(&circle, &verdicts));
            let counts = circle
                .iter()
                .filter_map(|&voice| count(&self.voices[voice]));
            seated.extend(counts.map(|count| &count.quantity));
        }
        disputes.extend(self.sums(&parts, &verdicts));
        disputes
    }

    /// Voices whose figure moved: what the same source, or a text that says so, has replaced.
    fn replaced(&self, verdicts: &Verdicts) -> Vec<bool> {
        let mut replaced = vec![false; self.voices.len()];
        for ((a, b), verdict) in verdicts.pairs() {
            if matches!(verdict.relation, Relation::Updates | Relation::Retracts) {
                replaced[if verdict.turned { a } else { b }] = true;
            }
        }
        replaced
    }

    /// All voices that speak of the same ground as two that contradict each other, and as each
    /// other.
    fn circle(&self, a: usize, b: usize, verdicts: &Verdicts, replaced: &[bool]) -> Vec<usize> {
        let mut circle = vec![a, b];
        // what its source has replaced stands behind a figure that another source still gives
        let is_given = |circle: &[usize], voice: usize| {
            let figure = |voice: usize| count(&self.voices[voice]).map(|count| &count.quantity);
            let mut given = circle.iter().map(|&member| figure(member));
            given.any(|given| given == figure(voice))
        };
        let (moved, standing): (Vec<usize>, Vec<usize>) =
            (0..self.voices.len()).partition(|&voice| replaced[voice]);
        for voice in standing.into_iter().chain(moved) {
            if voice != a
                && voice != b
                && (!replaced[voice] || is_given(&circle, voice))
                && circle
                    .iter()
                    .all(|&member| verdicts.same_scope(voice, member))
            {
                circle.push(voice);
            }
        }
        circle.sort_unstable();
        circle
    }

    /// The dispute of a circle.
    fn dispute(&self, circle: &[usize], verdicts: &Verdicts) -> Option<Dispute> {
        let quantities: Vec<&Quantity> = circle
            .iter()
            .filter_map(|&voice| Some(&count(&self.voices[voice])?.quantity))
            .collect();
        let sides = sides(&intervals(&quantities));
        let mut members: Vec<Vec<&Voice>> = vec![Vec::new(); sides.count];
        let mut several: Vec<&Voice> = Vec::new();
        for (&voice, side) in circle.iter().zip(&sides.of) {
            match side {
                Some(side) => members[*side].push(&self.voices[voice]),
                None => several.push(&self.voices[voice]),
            }
        }
        let mut hardest: Option<(usize, usize)> = None;
        for (i, &a) in circle.iter().enumerate() {
            for (j, &b) in circle.iter().enumerate().skip(i + 1) {
                let opposed = match (sides.of[i], sides.of[j]) {
                    (Some(ours), Some(theirs)) => ours != theirs,
                    _ => false,
                };
                if !opposed || !verdicts.contradict(a, b) {
                    continue;
                }
                let soft =
                    |pair: (usize, usize)| verdicts.of(pair.0, pair.1).is_none_or(|v| v.soft);
                if hardest.is_none_or(|pair| soft(pair) && !soft((a, b))) {
                    hardest = Some((a, b));
                }
            }
        }
        let hardest = hardest?;
        for voice in self.rest {
            seat(voice, &mut members, &mut several);
        }
        let built = members
            .iter()
            .map(|members| self.side(members))
            .collect::<Vec<Side>>();
        let fits_several = claim_ids(several, self.told);
        self.build(DisputeKind::Count, built, fits_several, hardest, verdicts)
    }

    fn side(&self, members: &[&Voice]) -> Side {
        // what most claims say, the narrower figure on a tie
        let speaks = members.iter().min_by_key(|voice| {
            let quantity = count(voice).map(|count| &count.quantity);
            let wide = quantity.is_none_or(|quantity| quantity.low() != quantity.high());
            (wide, usize::MAX - voice.claims.len())
        });
        Side {
            answer: speaks
                .and_then(|voice| count(voice))
                .map_or(String::new(), |count| count.quantity.to_string()),
            claims: claim_ids(members.iter().copied(), self.told),
        }
    }

    /// Disputes between a part and its whole, where there are more of the part.
    fn sums(&self, parts: &[(usize, usize)], verdicts: &Verdicts) -> Vec<Dispute> {
        let mut by_whole: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for &(part, whole) in parts {
            by_whole.entry(whole).or_default().push(part);
        }
        let mut by_parts: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
        for (whole, parts) in by_whole {
            by_parts.entry(parts).or_default().push(whole);
        }
        by_parts
            .into_iter()
            .take(MOST)
            .filter_map(|(parts, wholes)| {
                let voices = |of: &[usize]| of.iter().map(|&v| &self.voices[v]).collect::<Vec<_>>();
                let sides = vec![self.side(&voices(&wholes)), self.side(&voices(&parts))];
                let pair = (*parts.first()?, *wholes.first()?);
                self.build(DisputeKind::Arithmetic, sides, Vec::new(), pair, verdicts)
            })
            .collect()
    }

    fn build(
        &self,
        kind: DisputeKind,
        sides: Vec<Side>,
        fits_several: Vec<ClaimId>,
        (a, b): (usize, usize),
        verdicts: &Verdicts,
    ) -> Option<Dispute> {
        let verdict = verdicts.of(a, b)?;
        let (a, b) = (a.min(b), a.max(b));
        let (mut first, mut second) = self.voices[a].faces(&self.voices[b]);
        if verdict.turned {
            (first, second) = (second, first);
        }
        let asked = count(&self.voices[a])?;
        Some(Dispute {
            id: DisputeId::of(&sides, &fits_several),
            event: self.event.id,
            kind,
            severity: if verdict.soft {
                Severity::Soft
            } else {
                Severity::Hard
            },
            measure: Some(asked.measure.clone()),
            question: question::how_many(asked, self.event.place.as_ref(), self.event.when),
            why: verdict.reason.of(&first, &second),
            sum: None,
            sides,
            fits_several,
        })
    }
}

/// Seats a voice that was not compared: on the one side that it does not contradict.
fn seat<'v, 'a>(
    voice: &'v Voice<'a>,
    members: &mut [Vec<&'v Voice<'a>>],
    several: &mut Vec<&'v Voice<'a>>,
) {
    let mut fits = Vec::new();
    for (side, members) in members.iter().enumerate() {
        let Some(first) = members.first() else {
            continue;
        };
        let verdict = judge(&voice.told, &first.told);
        if !verdict.same_scope {
            return;
        }
        if verdict.relation != Relation::Contradicts {
            fits.push(side);
        }
    }
    match fits.as_slice() {
        [] => {}
        [side] => members[*side].push(voice),
        _ => several.push(voice),
    }
}

fn count<'a>(voice: &Voice<'a>) -> Option<&'a Count> {
    voice.told.claim.count()
}

/// The numbers that each figure allows among all the others.
fn intervals(quantities: &[&Quantity]) -> Vec<Interval> {
    // the finest figure decides what is rounding
    let finest = quantities
        .iter()
        .min_by_key(|quantity| reach::finest(quantity));
    quantities
        .iter()
        .map(|quantity| finest.map_or(quantity.allows(), |finest| reach::against(quantity, finest)))
        .collect()
}
