//! Noun groups around a cue: who may stand before or behind it.

use std::ops::Range;

use super::line::{Kind, Line};
use crate::{Tag, lexicon::Kind as Who};

/// How many units a source may take.
const REACH: usize = 24;

/// A noun group with its prepositional groups: "a spokesman for the ministry".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) units: Range<usize>,
    /// The group without what a preposition adds: "a spokesman".
    pub(super) core: Range<usize>,
}

impl Line<'_> {
    /// A word that may stand inside a noun group, before its noun.
    fn modifies(&self, at: usize) -> bool {
        matches!(
            self.tag(at),
            Some(
                Tag::Noun
                    | Tag::Nouns
                    | Tag::Name
                    | Tag::Names
                    | Tag::Adjective
                    | Tag::Number
                    | Tag::Ordinal
                    | Tag::Genitive
                    | Tag::Other
            )
        ) || self.is_any(at, &["&", "/"])
    }

    fn is_nominal(&self, at: usize) -> bool {
        self.tag(at).is_some_and(Tag::is_nominal)
    }

    /// "Monday", "yesterday": says when, not who.
    pub(super) fn is_day(&self, at: usize) -> bool {
        self.who(at, Who::Day)
    }

    /// "morning" before a noun: "the morning paper".
    fn is_daily(&self, at: usize) -> bool {
        self.is_any(at, &["morning", "afternoon", "evening", "night", "weekend"])
            && self.is_nominal(at + 1)
    }

    /// The first of the participles and adjectives before a noun that a determiner opens: "**the Oslo-based
    /// monitoring** group".
    fn opened(&self, end: usize) -> Option<usize> {
        let mut at = end;
        while let Some(before) = at.checked_sub(1).filter(|&before| before + 6 > end) {
            match self.tag(before)? {
                Tag::Determiner | Tag::Possessive | Tag::Genitive => return Some(at),
                Tag::Gerund | Tag::Participle | Tag::VerbPast | Tag::Adverb => {}
                _ if self.modifies(before) => {}
                _ => return None,
            }
            at = before;
        }
        None
    }

    /// The noun group that ends right before `end`.
    pub(super) fn group_before(&self, end: usize) -> Option<Group> {
        let core = self.core_before(end)?;
        let mut group = Group {
            units: self.behind_preposition_too(core.start)..core.end,
            core,
        };
        // "a spokesman **for the ministry**"
        while let Some(preposition) = group.units.start.checked_sub(1) {
            if !matches!(self.tag(preposition), Some(Tag::Preposition | Tag::To))
                || end - group.units.start > REACH
            {
                break;
            }
            let Some(outer) = self.core_before(preposition) else {
                break;
            };
            // "the agency **in a statement**" says where, not who
            let adjunct = self.is_any(preposition, &["in", "on", "at", "to"])
                && self.who(group.core.end - 1, Who::Document);
            if adjunct {
                group.units.end = preposition;
            }
            group.units.start = self.behind_preposition_too(outer.start);
            group.core = outer;
        }
        Some(self.with_coordinated(group))
    }

    /// "the type of **rockets and** launchers": where a pair behind a preposition begins.
    fn behind_preposition_too(&self, start: usize) -> usize {
        let joint = start.checked_sub(1).filter(|&at| self.is(at, "and"));
        let first = joint.and_then(|joint| self.core_before(joint));
        match first {
            Some(first)
                if first.start > 0 && self.tag(first.start - 1) == Some(Tag::Preposition) =>
            {
                first.start
            }
            _ => start,
        }
    }

    /// "the army **and** the police": the groups that are joined to this one, on its left.
    fn with_coordinated(&self, mut group: Group) -> Group {
        let joint = group.units.start.checked_sub(1);
        if let Some(joint) = joint
            && (self.is(joint, "and") || self.is(joint, "or"))
            && let Some(before) = self.core_before(joint)
            && before.start.checked_sub(1).is_none_or(|at| {
                self.is_border(at) || matches!(self.tag(at), Some(Tag::Subordinator))
            })
        {
            group.units.start = before.start;
            group.core.start = before.start;
        }
        group
    }

    /// The words of one noun group that ends right before `end`: from its noun back to its determiner.
    pub(super) fn core_before(&self, end: usize) -> Option<Range<usize>> {
        let mut last = end.checked_sub(1)?;
        while self.kind(last) == Some(Kind::Bracket) {
            last = last.checked_sub(1)?;
        }
        if self.is_day(last) {
            return None;
        }
        if matches!(self.tag(last)?, Tag::Pronoun | Tag::Determiner | Tag::Wh) {
            let article = self.is_any(last, &["a", "an", "the", "no", "every"]);
            return (!article).then_some(last..end);
        }
        if !self.is_nominal(last)
            && !matches!(self.tag(last)?, Tag::Number | Tag::Other | Tag::Adjective)
        {
            return None;
        }
        let mut start = last;
        while let Some(before) = start.checked_sub(1) {
            if end - before > REACH || self.is_day(before) && !self.is_daily(before) {
                break;
            }
            match self.tag(before) {
                // "… the town of Homs | well-informed sources"
                Some(Tag::Name | Tag::Names)
                    if self.tag(start) == Some(Tag::Adjective)
                        && !self.units[start].capital
                        && self.units[before].capital =>
                {
                    break;
                }
                // "in a statement | Saleh"
                Some(Tag::Noun | Tag::Nouns)
                    if self.units[start].capital
                        && !self.units[before].capital
                        && self.who(before, Who::Document) =>
                {
                    break;
                }
                // "**Secretary of** State"
                Some(Tag::Preposition)
                    if self.is_any(before, &["of", "for"])
                        && before > 0
                        && self.who(before - 1, Who::Title)
                        && self.units[before - 1].capital =>
                {
                    start = before - 1;
                }
                Some(Tag::Determiner | Tag::Possessive) => {
                    start = before;
                    break;
                }
                _ if self.modifies(before) || self.kind(before) == Some(Kind::Bracket) => {
                    start = before;
                }
                // "the ruling party", "the banned group"
                Some(Tag::Gerund | Tag::Participle | Tag::VerbPast)
                    if self.opened(start).is_some() =>
                {
                    start = before;
                }
                Some(Tag::Adverb)
                    if before > 0
                        && matches!(
                            self.tag(before - 1),
                            Some(Tag::Determiner | Tag::Possessive)
                        ) =>
                {
                    start = before;
                }
                _ => break,
            }
        }
        while start < last && self.kind(start) == Some(Kind::Bracket) {
            start += 1;
        }
        Some(start..end)
    }

    /// The noun group that begins at `start`, with its prepositional groups.
    pub(super) fn group_after(&self, start: usize) -> Option<Group> {
        let core = self.core_after(start)?;
        let mut end = core.end;
        loop {
            while self.kind(end) == Some(Kind::Bracket) {
                end += 1;
            }
            let joins = self.is_any(
                end,
                &["of", "for", "at", "in", "from", "with", "and", "&", "on"],
            );
            if !joins || end - start > REACH {
                break;
            }
            let Some(more) = self.core_after(end + 1) else {
                break;
            };
            if self.is(end, "and") && self.is_finite(more.end) {
                break;
            }
            end = more.end;
        }
        Some(Group {
            units: start..end,
            core,
        })
    }

    /// Whether a noun may follow a number here.
    fn begins(&self, at: usize) -> bool {
        self.is_nominal(at) || matches!(self.tag(at), Some(Tag::Adjective | Tag::Number))
    }

    /// The words of one noun group that begins at `start`.
    pub(super) fn core_after(&self, start: usize) -> Option<Range<usize>> {
        if self.tag(start)? == Tag::Pronoun {
            return Some(start..start + 1);
        }
        let (mut end, mut noun) = (start, false);
        while let Some(tag) = self.tag(end) {
            if self.is_day(end) || end - start > REACH {
                break;
            }
            match tag {
                Tag::Noun | Tag::Nouns | Tag::Name | Tag::Names => noun = true,
                Tag::Genitive if noun => {}
                Tag::Determiner | Tag::Possessive
                    if end == start || self.is_any(start, &["all", "both"]) => {}
                Tag::Number if !noun => {}
                // "Channel 9 that"
                Tag::Number if self.units[end - 1].capital && !self.begins(end + 1) => {}
                Tag::Adjective | Tag::Ordinal | Tag::Other => {}
                Tag::Gerund | Tag::Participle | Tag::VerbPast
                    if !noun && self.is_nominal(end + 1) => {}
                Tag::Adverb if !noun && end > start => {}
                _ => break,
            }
            end += 1;
            while self.is_any(end, &["&", "/"]) {
                end += 1;
            }
        }
        (noun && end > start).then_some(start..end)
    }
}
