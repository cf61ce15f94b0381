//! "Ola Aziz, her sister and their four sons were killed": persons that are told one by one add up.

use std::ops::Range;

use super::{Counted, Reader, person::Single};
use crate::{Amount, Form, Group, Quantity, Stance, lexicon::MeasureId};

/// A list of persons and counts that one measure holds for, with its sum.
#[derive(Clone, Debug)]
pub(super) struct Roster {
    /// Noun groups, in the order of the text.
    members: Vec<usize>,
    measure: MeasureId,
    cue: Range<usize>,
    agent: Option<usize>,
    stance: Stance,
    total: i64,
    known: bool,
}

impl Roster {
    pub(super) fn first(&self) -> usize {
        self.members[0]
    }
}

impl Reader<'_> {
    /// Adds up a list in which at least one person stands without a number; numbers alone are left
    /// as they are: "two soldiers and five guerrillas".
    pub(super) fn roster(
        &mut self,
        members: &[usize],
        measure: MeasureId,
        cue: &Range<usize>,
        agent: Option<usize>,
        stance: Stance,
    ) {
        if members.len() < 2 || stance == Stance::Expects {
            return;
        }
        let worths = |index: usize| {
            // "her daughters Sara and Samia": the names are counted
            let explained = || {
                let next = *members.get(index + 1)?;
                let plural = self.is_vague(members[index]);
                (plural && self.single(next) == Some(Single::Named)).then_some((0, None))
            };
            self.worth(members[index]).or_else(explained)
        };
        let Some(worth) = (0..members.len()).map(worths).collect::<Option<Vec<_>>>() else {
            return;
        };
        let (mut total, mut at, mut kept) = (0, 0, Vec::new());
        while at < members.len() {
            let (own, _) = worth[at];
            let end = named_behind(members, &worth, at);
            for &explained in &members[at + 1..end] {
                self.part_of(explained, members[at]);
            }
            kept.push(at);
            total += own;
            at = end;
        }
        let singles = kept.iter().filter(|&&at| worth[at].1.is_some()).count();
        if kept.len() < 2 || singles == 0 {
            return;
        }
        let known = kept
            .iter()
            .any(|&at| worth[at].1.is_some_and(Single::is_known));
        for &at in &kept {
            if worth[at].1 == Some(Single::Named) {
                self.found[members[at]] = None;
            }
        }
        let roster = Roster {
            members: kept.iter().map(|&at| members[at]).collect(),
            measure,
            cue: cue.clone(),
            agent,
            stance,
            total,
            known,
        };
        self.enlist(roster);
    }

    /// Adds a roster in its place; "shot and killed" tells of one list once.
    fn enlist(&mut self, roster: Roster) {
        let place = self
            .rosters
            .partition_point(|before| before.first() <= roster.first());
        let told = place.checked_sub(1).is_some_and(|before| {
            let before = &self.rosters[before];
            before.measure == roster.measure && before.members == roster.members
        });
        if !told {
            self.rosters.insert(place, roster);
        }
    }

    /// One more member for the roster that holds a group; whether there is one.
    pub(super) fn join_roster(&mut self, of: usize, member: usize) -> bool {
        let holding = self
            .rosters
            .iter_mut()
            .find(|roster| roster.members.contains(&of));
        let Some(roster) = holding else {
            return false;
        };
        roster.members.push(member);
        roster.total += 1;
        true
    }

    /// Whether a group stands on a roster.
    pub(super) fn is_on_roster(&self, member: usize) -> bool {
        self.rosters
            .iter()
            .any(|roster| roster.members.contains(&member))
    }

    /// How many persons a noun group stands for, and how it names a single one.
    fn worth(&self, at: usize) -> Option<(i64, Option<Single>)> {
        let noun = self.phrases[at].noun()?;
        let Some(quantity) = noun.quantity else {
            let single = self.single(at)?;
            return Some((if single == Single::Both { 2 } else { 1 }, Some(single)));
        };
        let quantity = &self.quantities[quantity].quantity;
        if quantity.form() != Form::Exact || quantity.unit().is_some() {
            return None;
        }
        Some((quantity.low()?.whole()?, None))
    }

    fn part_of(&mut self, part: usize, whole: usize) {
        if self.single(part) == Some(Single::Named) {
            self.found[part] = None;
        } else if let Some(found) = &mut self.found[part] {
            found.whole = Some(whole);
        }
    }

    /// The count that a roster makes.
    pub(super) fn added_up(&self, roster: &Roster) -> Counted {
        let last = roster.members.last().copied().unwrap_or(roster.first());
        let mut tokens = self.phrases[roster.first()].tokens.start..self.phrases[last].tokens.end;
        if roster.cue.start.abs_diff(tokens.end) < 24 && tokens.start.abs_diff(roster.cue.end) < 24
        {
            tokens = tokens.start.min(roster.cue.start)..tokens.end.max(roster.cue.end);
        }
        Counted {
            tokens,
            measure: Some(roster.measure),
            group: Some(Group::people()),
            quantity: Quantity::exactly(Amount::from(roster.total)),
            stance: roster.stance,
            agent: roster.agent.filter(|agent| !roster.members.contains(agent)),
            whole: None,
            revised: false,
            more: false,
            known: roster.known,
        }
    }

    /// Makes the members of each roster parts of its sum.
    pub(super) fn join_rosters(
        &self,
        sums: &[usize],
        counted: &mut [Counted],
        place: &[Option<usize>],
    ) {
        for (roster, &sum) in self.rosters.iter().zip(sums) {
            for member in roster.members.iter().filter_map(|&member| place[member]) {
                counted[member].whole = counted[member].whole.or(Some(sum));
            }
        }
    }
}

/// "their four sons **Adam, Qais and Omar**": where the names end that only say who they are.
fn named_behind(members: &[usize], worth: &[(i64, Option<Single>)], at: usize) -> usize {
    let mut left = worth[at].0;
    let mut end = at + 1;
    // "a woman, Ola Aziz, and her sons"
    let role = matches!(worth[at].1, Some(Single::Some | Single::Known));
    if role
        && worth
            .get(end)
            .is_some_and(|next| next.1 == Some(Single::Named))
    {
        return end + 1;
    }
    if left < 2
        || worth
            .get(end)
            .is_none_or(|next| next.1 != Some(Single::Named))
    {
        return end;
    }
    while end < members.len() && worth[end].0 <= left {
        left -= worth[end].0;
        end = named_behind(members, worth, end);
    }
    end
}
