//! "Two separate clashes killed at least 13, including five on Monday": at least eight in the other.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_extractor::{Amount, Count, Place, Whole, Window};

use super::{Sum, Sums, added, is_loose, quoted, summand, terms};
use crate::{
    Dispute, Relation, Side, Told, calendar,
    comparison::{claim_ids, is_compared},
    event::Happening,
    origin::Origin,
    question,
    reach::{Meeting, meeting},
    relation::judge,
    voice::{Voice, voices},
};

/// Figures of a run that add up several happenings, against what is told of each.
///
/// `document` says for each claim whose it is, `story` for each document which story it belongs to.
pub(crate) fn across(
    happenings: &[Happening],
    document: &[usize],
    story: &[usize],
    told: &[Told],
    origins: &[Origin],
) -> Sums {
    let adds_up = |index: &&usize| told[**index].claim.scope.happenings.is_some();
    let totals = happenings.iter().flat_map(|happening| &happening.claims);
    let totals: Vec<usize> = totals.filter(adds_up).copied().collect();
    let mut sums = Sums::default();
    if totals.is_empty() {
        return sums;
    }
    let tellings = Tellings::of(happenings, story);
    let mut near: BTreeMap<usize, Vec<&Happening>> = BTreeMap::new();
    for total in totals {
        let story_of = story[document[total]];
        let near = near
            .entry(story_of)
            .or_insert_with(|| tellings.of_story(story_of));
        let total = Total {
            told: &told[total],
            index: total,
        };
        sums.disputes.extend(total.dispute(near, told, origins));
    }
    sums.disputes.sort_by_key(|dispute| dispute.id);
    sums.disputes.dedup_by_key(|dispute| dispute.id);
    sums
}

/// Which documents tell of which single happenings.
struct Tellings<'h> {
    /// For each document its happenings.
    told: Vec<Vec<&'h Happening>>,
    /// For each story its documents.
    stories: BTreeMap<usize, Vec<usize>>,
}

impl<'h> Tellings<'h> {
    fn of(happenings: &'h [Happening], story: &[usize]) -> Self {
        let mut told = vec![Vec::new(); story.len()];
        for happening in happenings.iter().filter(|happening| happening.is_single()) {
            for &document in &happening.documents {
                told[document].push(happening);
            }
        }
        let mut stories: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (document, &story) in story.iter().enumerate() {
            stories.entry(story).or_default().push(document);
        }
        Self { told, stories }
    }

    /// The happenings that a story's documents tell of, and others that the documents of those do.
    fn of_story(&self, story: usize) -> Vec<&'h Happening> {
        let own = self.stories.get(&story).into_iter().flatten();
        let own = own.flat_map(|&document| &self.told[document]);
        let documents: BTreeSet<usize> = own.flat_map(|told| &told.documents).copied().collect();
        let near = documents.iter().flat_map(|&document| &self.told[document]);
        let near: BTreeMap<_, &Happening> = near.map(|told| (told.event.id, *told)).collect();
        near.into_values().collect()
    }
}

/// A figure that adds up several happenings.
struct Total<'t, 'a> {
    told: &'t Told<'a>,
    index: usize,
}

/// One of the happenings that a total adds up, and what is told of it.
struct Slot<'t, 'a> {
    happening: &'t Happening,
    voices: Vec<Voice<'a>>,
    /// The voices that stand beside the total in its own text: "including five killed Monday".
    own: Vec<usize>,
}

impl Slot<'_, '_> {
    fn most(&self, voice: usize) -> Option<Amount> {
        summand(&self.voices[voice])?.quantity.allows().high
    }

    /// The voice that allows most, the total's own text first.
    fn largest(&self) -> Option<usize> {
        let all = 0..self.voices.len();
        all.max_by_key(|voice| (self.most(*voice), self.own.contains(voice)))
    }
}

impl<'a> Total<'_, 'a> {
    /// What cannot be true of one happening, whatever is true of the others.
    fn dispute(
        &self,
        near: &[&Happening],
        told: &[Told<'a>],
        origins: &[Origin],
    ) -> Option<Dispute> {
        let claim = self.told.claim;
        let count = claim.count()?;
        let least = count.quantity.allows().low?;
        let mut slots: Vec<Slot> = near
            .iter()
            .filter(|happening| self.may_add(happening))
            .filter_map(|happening| self.slot(happening, told, origins))
            .collect();
        if slots.len() != usize::from(claim.scope.happenings?) {
            return None;
        }
        self.place_parts(&mut slots, told)?;
        let largest: Option<Vec<(usize, Amount)>> = slots
            .iter()
            .map(|slot| {
                let voice = slot.largest()?;
                Some((voice, slot.most(voice)?))
            })
            .collect();
        let largest = largest?;
        slots.iter().enumerate().find_map(|(at, slot)| {
            let others = largest.iter().enumerate().filter(|(other, _)| *other != at);
            let rest = added(others.map(|(_, (_, most))| *most));
            let short: Vec<usize> = (0..slot.voices.len())
                .filter(|voice| !slot.own.contains(voice))
                .filter(|&voice| slot.most(voice).is_some_and(|most| most.plus(rest) < least))
                .collect();
            let others: Vec<&Voice> = (0..slots.len())
                .filter(|&other| other != at)
                .map(|other| &slots[other].voices[largest[other].0])
                .collect();
            self.build(slot, &short, &others, told)
        })
    }

    /// Whether a happening may be one of those that the total adds up.
    fn may_add(&self, happening: &Happening) -> bool {
        let scope = &self.told.claim.scope;
        let event = &happening.event;
        let near = |here: &Place, there: &Place| here.contains(there) || there.contains(here);
        let place = match (&scope.place, &event.place) {
            (Some(here), Some(there)) => near(here, there),
            _ => true,
        };
        let named = scope.happening.as_ref();
        named.is_some_and(|kind| happening.kinds.contains(kind))
            && place
            && (scope.when == Window::default() || calendar::gap(scope.when, event.when) == 0)
            && !happening.claims.contains(&self.index)
    }

    /// What is told of a happening of the total's group, where it has an upper end.
    fn slot<'t>(
        &self,
        happening: &'t Happening,
        told: &[Told<'a>],
        origins: &[Origin],
    ) -> Option<Slot<'t, 'a>> {
        let counted = |index: &&usize| {
            let claim = told[**index].claim;
            let verdict = judge(&told[**index], self.told);
            let part = matches!(verdict.relation, Relation::PartOf | Relation::Contradicts)
                && !verdict.same_scope
                && !verdict.turned;
            is_compared(claim) && part && self.is_group_of(claim.count())
        };
        let claims: Vec<usize> = happening.claims.iter().filter(counted).copied().collect();
        let mut voices = voices(&claims, told, origins);
        voices.retain(|voice| summand(voice).is_some_and(|c| c.quantity.high().is_some()));
        (!voices.is_empty()).then_some(Slot {
            happening,
            voices,
            own: Vec::new(),
        })
    }

    /// Whether all of a group are counted, not just the women among them.
    fn is_group_of(&self, count: Option<&Count>) -> bool {
        let Some((ours, theirs)) = self.told.claim.count().zip(count) else {
            return false;
        };
        crate::scope::group(&theirs.group, &ours.group, None, false).is_same()
            && theirs.whole.is_none()
            && theirs.measure == ours.measure
    }

    /// Gives the parts that the total's own text names to the happenings that they belong to: by
    /// their days, or by the figure where just one happening has it. `None` where one has no place.
    fn place_parts(&self, slots: &mut [Slot<'_, 'a>], told: &[Told<'a>]) -> Option<()> {
        let whole = Some(Whole::Of(self.told.claim.id));
        // parts stand in the sentence of their whole
        let near = self.index.saturating_sub(8)..(self.index + 9).min(told.len());
        for index in near {
            let part = &told[index];
            let Some(count) = part.claim.count().filter(|count| count.whole == whole) else {
                continue;
            };
            let fits = |slot: &Slot| {
                let agrees = |voice: &Voice| {
                    summand(voice).is_some_and(|theirs| {
                        !matches!(
                            meeting(&count.quantity, &theirs.quantity),
                            Meeting::Nothing { .. }
                        )
                    })
                };
                slot.voices.iter().any(agrees)
            };
            let mut fitting = slots.iter_mut().filter(|slot| fits(slot));
            let slot = fitting.next()?;
            if fitting.next().is_some() {
                return None;
            }
            slot.own.push(slot.voices.len());
            slot.voices.push(Voice {
                told: *part,
                elsewhere: None,
                claims: vec![index],
            });
        }
        Some(())
    }

    fn build(
        &self,
        slot: &Slot<'_, 'a>,
        short: &[usize],
        others: &[&Voice<'a>],
        told: &[Told<'a>],
    ) -> Option<Dispute> {
        let count = self.told.claim.count()?;
        let theirs = summand(&slot.voices[*short.first()?])?;
        let least = count.quantity.low()?;
        let rest: Vec<Amount> = others
            .iter()
            .filter_map(|voice| summand(voice)?.quantity.high())
            .collect();
        let left = least.minus(added(rest.iter().copied()));
        let own = Voice {
            told: *self.told,
            elsewhere: None,
            claims: vec![self.index],
        };
        let ours = claim_ids(std::iter::once(&own).chain(others.iter().copied()), told);
        let shown = format!(
            "{least} − {} = {left} > {}",
            terms(&rest, " − "),
            theirs.quantity.high()?
        );
        let event = &slot.happening.event;
        let loose = others.iter().filter_map(|voice| summand(voice));
        let sum = Sum {
            event: event.id,
            question: question::how_many(theirs, event.place.as_ref(), event.when),
            sides: vec![
                Side {
                    answer: theirs.quantity.to_string(),
                    claims: claim_ids(short.iter().map(|&voice| &slot.voices[voice]), told),
                },
                Side {
                    answer: format!("at least {left}"),
                    claims: ours,
                },
            ],
            why: format!(
                "{} adds up {} happenings; without {} at least {left} are left, more than {}",
                quoted([self.told]),
                rest.len() + 1,
                quoted(others.iter().map(|voice| &voice.told)),
                quoted([&slot.voices[*short.first()?].told]),
            ),
            shown,
            soft: loose
                .chain([theirs, count])
                .any(|count| is_loose(&count.quantity)),
        };
        Some(sum.dispute(theirs))
    }
}
