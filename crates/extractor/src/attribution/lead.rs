//! Cues that are no verbs: "according to", "reportedly", "the claim that".

use std::ops::Range;

use super::{
    cue::{Cue, Finder},
    group::Group,
    line::Kind,
};
use crate::{Stance, Tag};

impl Finder<'_, '_> {
    /// The comma that ends what is said about a source: "According to a report published by X**,**".
    pub(super) fn clause_comma(&self, from: usize) -> Option<usize> {
        let line = self.line;
        let mut comma = None;
        for at in from..(from + 40).min(line.len()) {
            if line.kind(at) == Some(Kind::Comma) {
                comma = Some(at);
                let inserted = matches!(
                    line.tag(at + 1),
                    Some(Tag::Wh | Tag::Gerund | Tag::Participle)
                ) || line
                    .group_after(at + 1)
                    .is_some_and(|group| self.is_apposed(group.units.end));
                if !inserted {
                    return comma;
                }
            } else if line.is_finite(at) && line.tag(at) != Some(Tag::VerbPast) && comma.is_none() {
                return None;
            }
        }
        comma
    }

    /// Whether a noun group that ends at a mark only explains the source, and the clause comes behind it:
    /// "according to Saleh, a doctor, 12 died", but "according to Saleh, a car, driven fast, hit 12".
    fn is_apposed(&self, end: usize) -> bool {
        let line = self.line;
        line.kind(end) == Some(Kind::Comma)
            && line
                .group_after(end + 1)
                .is_some_and(|group| line.kind(group.units.end) != Some(Kind::Comma))
    }

    /// "according to the ministry", "citing an official"
    pub(super) fn lead(&mut self, units: Range<usize>, relay: bool) -> Option<usize> {
        let line = self.line;
        let group = line.group_after(units.end)?;
        if relay
            && !(line.speaks(&group)
                || line
                    .lexicon
                    .speakers
                    .nouns
                    .word(line.units[group.core.end - 1].word)
                    .is_some())
        {
            return None;
        }
        let group = self.published_by(group);
        let (start, end) = (units.start, group.units.end);
        let mut cue = Cue::new(units, Some(group), Stance::Asserts);
        let outer = self.cues.last().filter(|_| relay);
        if let Some(outer) = outer {
            cue.before.clone_from(&outer.before);
            cue.behind = outer.behind.clone().filter(|content| content.start < start);
        }
        if cue.before.is_none() && cue.behind.is_none() {
            // "the men who, according to police, fled", "said that according to police 12 fled"
            let inner = (start.saturating_sub(2)..start)
                .any(|at| line.tag(at) == Some(Tag::Wh) || line.is(at, "that"));
            let opens = start <= self.start || inner;
            let comma = self.clause_comma(end);
            if opens {
                // "According to police 12 people died"
                let from = comma.map_or(end, |comma| comma + 1);
                cue.behind = Some(from..self.end(from));
                if relay {
                    self.relay = Some(cue);
                    return Some(end);
                }
            } else {
                cue.before = Some(self.start..start);
                let open =
                    !(self.start..start).any(|at| line.is_finite(at) || line.is_quotation(at));
                if let Some(comma) = comma.filter(|_| open) {
                    cue.behind = Some(comma + 1..self.end(comma + 1));
                }
            }
        }
        self.push(cue);
        Some(end)
    }

    /// "a statement **issued by the group**": a document speaks for whom it names.
    fn published_by(&self, group: Group) -> Group {
        let line = self.line;
        if !line.is_document(&group) {
            return group;
        }
        let end = group.units.end;
        let participle = usize::from(matches!(
            line.tag(end),
            Some(Tag::Participle | Tag::VerbPast)
        ));
        let by = line.is(end + participle, "by");
        match line.group_after(end + participle + 1) {
            Some(author) if by => Group {
                units: group.units.start..author.units.end,
                core: author.core,
            },
            _ => group,
        }
    }

    /// "reportedly": the clause around it.
    pub(super) fn adverb(&mut self, units: Range<usize>, stance: Stance) {
        let end = self.end(units.end);
        // "towns **reportedly hit by shells**" says nothing of the rest
        let reduced = self.line.tag(units.end) == Some(Tag::Participle)
            && units.start > self.start
            && self.line.tag(units.start - 1).is_some_and(Tag::is_nominal)
            && (self.start..units.start).any(|at| self.line.is_finite(at));
        let start = (self.start..units.start)
            .rev()
            .filter(|_| !reduced)
            .find(|&at| self.line.kind(at) == Some(Kind::Comma))
            .map_or(if reduced { units.start } else { self.start }, |comma| {
                comma + 1
            });
        let mut cue = Cue::new(units, None, stance);
        cue.behind = Some(start..end);
        self.push(cue);
    }

    /// "the alleged killing of 12 men": its noun group.
    pub(super) fn adjective(&mut self, units: Range<usize>, stance: Stance) -> Option<usize> {
        let group = self.line.group_after(units.end)?;
        let end = group.units.end;
        let mut cue = Cue::new(units.clone(), None, stance);
        cue.behind = Some(units.end..end);
        self.push(cue);
        Some(end)
    }

    /// "Turkey's claim that …", "reports that …", "the ministry's estimate of 12", "by one account"
    pub(super) fn noun(&mut self, units: Range<usize>, stance: Stance, measured: bool) {
        let line = self.line;
        let mut at = units.end;
        let (mut source, first) = self.owner(units.start);
        if line.is_any(at, &["by", "from"])
            && let Some(group) = line.group_after(at + 1)
        {
            at = group.units.end;
            source = Some(group);
        }
        let start = units.start;
        let stance = if source.is_none() && stance == Stance::Asserts {
            Stance::Hedges
        } else {
            stance
        };
        let mut cue = Cue::new(units, source, stance);
        if line.is(at, "that") && !line.is_finite(at + 1) {
            let clause = at + 1..self.end(at + 1);
            // "denied **claims that** 12 died" denies that they did
            if cue.source.is_none()
                && let Some(outer) = self.cues.last_mut()
                && outer
                    .behind
                    .as_ref()
                    .is_some_and(|content| content.start == first)
            {
                outer.behind = Some(clause);
                return;
            }
            cue.behind = Some(clause);
        } else if measured && line.is_any(at, &["of", "for"]) && cue.source.is_some() {
            let Some(group) = line.group_after(at + 1) else {
                return;
            };
            cue.behind = Some(at + 1..group.units.end);
        } else if measured
            && first
                .checked_sub(1)
                .is_some_and(|before| line.is_any(before, &["by", "in"]))
            && line.is_border(at)
        {
            // "12 died, **by one account**", "**By his own account**, 12 died"
            let before = first - 1;
            if before > self.start {
                cue.before = Some(self.start..before);
            } else if line.kind(at) == Some(Kind::Comma) {
                cue.behind = Some(at + 1..self.end(at + 1));
            }
            if cue.source.is_none() {
                cue.source = Some(Group {
                    units: first..start + 1,
                    core: first..start + 1,
                });
            }
        }
        if cue.before.is_some() || cue.behind.is_some() {
            self.push(cue);
        }
    }

    /// "**Turkey**'s claim", "**his** claim", and where the noun group of the claim begins.
    fn owner(&self, noun: usize) -> (Option<Group>, usize) {
        let line = self.line;
        let mut at = noun;
        while let Some(before) = at.checked_sub(1) {
            match line.tag(before) {
                Some(Tag::Adjective | Tag::Noun | Tag::Ordinal | Tag::Number | Tag::Name) => {}
                Some(Tag::Determiner) => return (None, before),
                Some(Tag::Genitive) => {
                    let Some(owner) = line.core_before(before) else {
                        return (None, before);
                    };
                    let first = owner.start;
                    let group = Group {
                        units: owner.clone(),
                        core: owner,
                    };
                    return (Some(group), first);
                }
                Some(Tag::Possessive) => {
                    let owner = Group {
                        units: before..at,
                        core: before..at,
                    };
                    return (Some(owner), before);
                }
                _ => break,
            }
            at = before;
        }
        (None, at)
    }
}
