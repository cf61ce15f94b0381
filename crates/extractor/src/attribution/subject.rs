//! The source of a reporting verb: before it, behind it, or shared with another verb.

use std::ops::Range;

use super::{
    group::Group,
    line::{Kind, Line},
    verb::{Form, Verb},
};
use crate::{
    Tag,
    lexicon::{Kind as Who, Takes},
};

/// How long an insertion between a source and its verb may be.
const INSERTION: usize = 45;

/// A source, and where it begins with all that belongs to it.
pub(super) struct Subject {
    pub(super) group: Group,
    /// Where the words before the cue end, if they are its content.
    pub(super) left: usize,
    /// It is what "who" stands for, so that nothing before it is its content.
    pub(super) relative: bool,
}

impl Line<'_> {
    /// "…, said **Rami Saleh**, a colonel": the source behind the verb.
    pub(super) fn inverted(&self, verb: &Verb) -> Option<Group> {
        if verb.form != Form::Simple || verb.takes(Takes::Addressee) {
            return None;
        }
        let before = verb.units.start.checked_sub(1)?;
        let opens = self.is_quotation(before)
            || matches!(
                self.kind(before),
                Some(Kind::Comma | Kind::Dash | Kind::Stop | Kind::Mark)
            );
        // "12 died in the raids **said the source**": wire copy that has lost its commas
        let bare = || {
            self.is_any(verb.head, &["said", "says"])
                && self
                    .group_before(verb.units.start)
                    .is_some_and(|group| !self.speaks(&group))
        };
        let group = (opens || bare()).then(|| self.group_after(verb.units.end))??;
        if !opens && !self.speaks(&group) {
            return None;
        }
        let end = group.units.end;
        if self.is_finite(end) || self.is_finite(group.core.end) || self.is_object_pronoun(&group) {
            return None;
        }
        // "a study of those who fled, shows | towns that are empty"
        let says = self.is_any(verb.head, &["said", "says"]);
        let may_speak = says || !verb.reporting.document && self.speaks(&group);
        if !self.is_quotation(before) && !may_speak {
            return None;
        }
        let closes = self.is_border(end)
            || self.is_quotation(end)
            || self.is_time(end)
            || matches!(
                self.tag(end),
                Some(
                    Tag::Wh
                        | Tag::Preposition
                        | Tag::Adverb
                        | Tag::To
                        | Tag::Gerund
                        | Tag::Subordinator
                        | Tag::Participle
                )
            );
        closes.then_some(group)
    }

    /// "me", "him", "them": never the subject of a verb.
    fn is_object_pronoun(&self, group: &Group) -> bool {
        group.core.len() == 1
            && self.is_any(
                group.core.start,
                &[
                    "me",
                    "him",
                    "them",
                    "us",
                    "her",
                    "itself",
                    "himself",
                    "themselves",
                ],
            )
    }

    /// The source before a verb that begins at a unit; nothing before `start` belongs to its clause.
    pub(super) fn subject(&self, start: usize, verb: usize) -> Option<Subject> {
        let mut at = verb;
        for _ in 0..16 {
            let before = at.checked_sub(1).filter(|&before| before >= start)?;
            match self.kind(before)? {
                Kind::Bracket => at = before,
                Kind::Comma | Kind::Dash => at = self.insertion(start, before)?,
                Kind::Word => match self.tag(before)? {
                    _ if self.is_day(before) => {
                        at = before;
                        while at > start
                            && matches!(
                                self.tag(at - 1),
                                Some(Tag::Preposition | Tag::Determiner | Tag::Adjective)
                            )
                            && !self.who(at - 1, Who::Title)
                        {
                            at -= 1;
                        }
                    }
                    Tag::Adverb => at = before,
                    Tag::Wh => return self.antecedent(before),
                    Tag::Subordinator | Tag::Preposition if self.is(before, "that") => {
                        return self.antecedent(before);
                    }
                    // "the poll **released** on Friday shows"
                    Tag::VerbPast | Tag::Participle if self.is_nominal_before(before) => {
                        at = before;
                    }
                    Tag::Conjunction => return self.shared(start, before),
                    _ => {
                        let group = self.group_before(at)?;
                        return self.whole(start, group);
                    }
                },
                _ => return None,
            }
        }
        None
    }

    fn is_nominal_before(&self, at: usize) -> bool {
        at.checked_sub(1)
            .and_then(|before| self.tag(before))
            .is_some_and(Tag::is_nominal)
    }

    /// A group right before a verb may belong to something before it: "sources who saw **it** said",
    /// "the poll released by **the paper** shows", "the ministry in **a statement** said".
    fn whole(&self, start: usize, group: Group) -> Option<Subject> {
        let first = group.units.start;
        let preposition = first
            .checked_sub(1)
            .filter(|&at| at >= start && matches!(self.tag(at), Some(Tag::Preposition | Tag::To)));
        let mut governor = preposition
            .unwrap_or(first)
            .checked_sub(1)
            .filter(|&at| at >= start);
        // "released **on Monday** by the paper"
        while let Some(at) = governor.filter(|&at| {
            self.is_day(at)
                || self.tag(at) == Some(Tag::Adverb)
                || self.tag(at) == Some(Tag::Preposition) && self.is_day(at + 1)
        }) {
            governor = at.checked_sub(1).filter(|&at| at >= start);
        }
        if let Some(verb) = governor
            && self.tag(verb).is_some_and(Tag::is_verbal)
        {
            let near = (start..=verb).rev().take(12);
            let relative = near
                .take_while(|&at| self.kind(at) == Some(Kind::Word))
                .find(|&at| {
                    self.tag(at) == Some(Tag::Wh)
                        || (self.is(at, "that") && at > start && self.is_nominal_before(at))
                });
            if let Some(relative) = relative {
                let subject = self.antecedent(relative)?;
                return Some(Subject {
                    relative: false,
                    ..subject
                });
            }
            // "the guard **manning** the gate said", "the poll released **by** the paper shows"
            let reduced = matches!(self.tag(verb), Some(Tag::Gerund | Tag::Participle));
            if (preposition.is_some() || reduced) && self.is_nominal_before(verb) {
                return self.subject(start, verb);
            }
        }
        if self.is_object_pronoun(&group) {
            return None;
        }
        // "the Observatory | a monitoring group | said"
        if first > start
            && self.is_any(first, &["a", "an"])
            && let Some(named) = self.group_before(first)
            && named.units.start <= start
            && self.units[named.core.end - 1].capital
        {
            return Some(Subject {
                left: named.units.start,
                relative: false,
                group: named,
            });
        }
        Some(Subject {
            left: group.units.start,
            relative: false,
            group,
        })
    }

    /// The noun group that "who" and "which" stand for.
    fn antecedent(&self, relative: usize) -> Option<Subject> {
        // "drivers who came **and who** saw it"
        if let Some(conjunction) = relative.checked_sub(1)
            && self.tag(conjunction) == Some(Tag::Conjunction)
            && let Some(first) = (0..conjunction)
                .rev()
                .take(INSERTION)
                .find(|&at| self.tag(at) == Some(Tag::Wh))
        {
            return self.antecedent(first);
        }
        let mut end = relative;
        while end > 0
            && (self.is_border(end - 1)
                || self.kind(end - 1) == Some(Kind::Bracket)
                || self.is_day(end - 1))
        {
            end -= 1;
        }
        let near = self.core_before(end)?;
        let whole = self.group_before(end)?;
        let alone = !self.is(relative, "that")
            && self.stands_alone(&near, &whole, self.is(relative, "which"));
        let group = if alone {
            Group {
                units: near.clone(),
                core: near,
            }
        } else {
            whole
        };
        Some(Subject {
            left: group.units.start,
            relative: true,
            group,
        })
    }

    /// Whether "who" and "which" look at the last noun only: "a statement from **Rami Saleh**, who"; but
    /// "**the Observatory for Human Rights**, which".
    fn stands_alone(&self, near: &Range<usize>, whole: &Group, which: bool) -> bool {
        if near.start == whole.units.start {
            return true;
        }
        let (last, head) = (near.end - 1, whole.core.end - 1);
        let body = self.who(head, Who::Organisation);
        if which {
            return !body;
        }
        let person = self.who(last, Who::Person) || self.who(last, Who::Title);
        person || self.units[last].capital && !body && !self.who(head, Who::Person)
    }

    /// "The army shelled the town **and said** …": the subject of the verb before the conjunction.
    fn shared(&self, start: usize, conjunction: usize) -> Option<Subject> {
        let mut end = conjunction;
        for _ in 0..4 {
            let verb = (start..end)
                .rev()
                .take(INSERTION)
                .find(|&at| self.is_finite(at))?;
            let mut first = verb;
            while first > start
                && (self.tag(first - 1) == Some(Tag::Adverb) || self.is_finite(first - 1))
            {
                first -= 1;
            }
            let subject = self.subject(start, first)?;
            // "met the men who had fled, **and said** …" is not the men's
            if !subject.relative {
                return Some(Subject {
                    left: conjunction,
                    ..subject
                });
            }
            end = subject.left;
        }
        None
    }

    /// "Saleh**, who heads the group,** said": where an insertion that ends at a mark began.
    pub(super) fn insertion(&self, start: usize, close: usize) -> Option<usize> {
        let mark = self.kind(close);
        let mut open = (start..close)
            .rev()
            .take(INSERTION)
            .find(|&at| self.kind(at) == mark)?;
        // "Saleh**, 45, a colonel,** said"
        while !self.opens_insertion(open + 1, close) {
            open = (start..open)
                .rev()
                .take(INSERTION)
                .find(|&at| self.kind(at) == mark)?;
            if close - open > INSERTION {
                return None;
            }
        }
        // "Saleh**, head of the group, a monitor,** said"
        while let Some(further) = self.further_apposition(start, open) {
            open = further;
        }
        let noun_before = open > start
            && (self
                .tag(open - 1)
                .is_some_and(|tag| tag.is_nominal() || tag == Tag::Pronoun)
                || self.kind(open - 1) == Some(Kind::Bracket));
        noun_before.then_some(open)
    }

    /// The mark before one more apposition that ends at a mark: "Saleh**, 45**, a colonel, said".
    fn further_apposition(&self, start: usize, close: usize) -> Option<usize> {
        let mark = self.kind(close);
        let open = (start..close)
            .rev()
            .take(INSERTION)
            .find(|&at| self.kind(at) == mark)?;
        let first = self.units.get(open + 1)?;
        let apposed = matches!(
            first.tag,
            Tag::Number | Tag::Determiner | Tag::Noun | Tag::Nouns | Tag::Adjective
        ) && !first.capital;
        let named = open > start
            && self.units[open - 1].capital
            && self
                .core_before(open)
                .is_some_and(|core| core.start <= start || self.is_border(core.start - 1));
        let verb = (open..close).any(|at| self.is_finite(at));
        (apposed && named && !verb).then_some(open)
    }

    /// Whether the units from `first` to a mark may stand between a noun and its verb.
    fn opens_insertion(&self, first: usize, close: usize) -> bool {
        let relative = matches!(
            self.tag(first),
            Some(
                Tag::Wh
                    | Tag::Preposition
                    | Tag::Gerund
                    | Tag::Participle
                    | Tag::Subordinator
                    | Tag::Adverb
                    | Tag::To
            )
        ) || self.is(first, "that");
        relative || !(first..close).any(|at| self.is_finite(at))
    }

    /// Whether a source is one that speaks: a name, a pronoun, a kind of person, body or document.
    pub(super) fn speaks(&self, group: &Group) -> bool {
        let head = group.core.end - 1;
        let unit = &self.units[head];
        unit.capital
            || self.tag(head) == Some(Tag::Pronoun)
                && !self.is_any(head, &["it", "this", "that", "there"])
            || self.tag(head) == Some(Tag::Wh)
            || [Who::Person, Who::Organisation, Who::Document, Who::Title]
                .into_iter()
                .any(|kind| self.who(head, kind))
            || self.lexicon.roles.nouns().word(unit.word).is_some()
    }

    /// Whether a source is a document or a medium: "the poll".
    pub(super) fn is_document(&self, group: &Group) -> bool {
        group.units.clone().any(|at| self.who(at, Who::Document))
    }
}
