//! What a reporting verb reports: where its content begins.

use super::{
    line::{Kind, Line},
    verb::Verb,
};
use crate::{
    Tag,
    lexicon::{Class, Takes},
};

/// How far behind its verb a content may begin.
const REACH: usize = 30;

/// A figure stands so many words behind the verb that gives it.
const FIGURE: usize = 10;

/// Where the content behind a verb begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Complement {
    /// "said **12 died**", "said that **12 died**", or words in quotation marks
    Clause(usize),
    /// "reported **12 deaths**"
    Object(usize),
    /// "vowed **to strike**"
    Infinitive(usize),
    /// "The ministry said:", and a line break
    NextSentence,
}

impl Line<'_> {
    /// Looks behind a verb for its content, over hearers, days and places: "told **reporters on Monday in
    /// a statement** that …". `document` says that its source is one.
    pub(super) fn complement(&self, verb: &Verb, document: bool) -> Option<Complement> {
        // "police found that …", but "police found a man" however the sentence goes on
        let clause = verb.takes(Takes::Clause) && (!verb.reporting.document || document);
        let mut at = verb.units.end;
        if verb.takes(Takes::Figure) {
            return Some(Complement::Object(at));
        }
        if verb.takes(Takes::Addressee) {
            at = self.behind_hearer(at);
        }
        let limit = (at + REACH).min(self.len());
        let mut object = verb.takes(Takes::Object) && (!verb.reporting.document || document);
        while at < limit {
            match self.kind(at)? {
                Kind::Quotation(_) => return Some(Complement::Clause(at)),
                Kind::Colon if at + 1 >= self.len() => return Some(Complement::NextSentence),
                Kind::Colon => return Some(Complement::Clause(at + 1)),
                Kind::Comma if self.is_quotation(at + 1) => {
                    return Some(Complement::Clause(at + 1));
                }
                // "said, referring to the raid, that"
                Kind::Comma => {
                    let close = (at + 1..limit).find(|&at| self.kind(at) == Some(Kind::Comma))?;
                    let joins = self.is(close + 1, "that") || self.is_quotation(close + 1);
                    if !joins || (at..close).any(|at| self.is_finite(at)) {
                        return None;
                    }
                    at = close + 1;
                }
                Kind::Bracket => at += 1,
                Kind::Word => {
                    if let Some(end) = self.time_end(at) {
                        at = end;
                        continue;
                    }
                    let tag = self.tag(at)?;
                    match tag {
                        _ if self.is(at, "that") => {
                            let any = verb.takes(Takes::Clause) || verb.takes(Takes::That);
                            let joins = usize::from(tag != Tag::Determiner);
                            return any.then_some(Complement::Clause(at + joins));
                        }
                        // "said when she left": no more than the day
                        Tag::Wh if self.is(at, "when") && !verb.negated => return None,
                        Tag::Wh => {
                            return verb.takes(Takes::Clause).then_some(Complement::Clause(at));
                        }
                        Tag::Subordinator => {
                            let asks = clause && self.is_any(at, &["whether", "if"]);
                            return asks.then_some(Complement::Clause(at));
                        }
                        Tag::To | Tag::Preposition if self.infinitive_begins(at) => {
                            let takes = verb.takes(Takes::Infinitive);
                            return takes.then_some(Complement::Infinitive(at));
                        }
                        _ if self.number_begins(at) && !self.begins_group(at) => {
                            return (object || clause && self.clause_begins(at)).then_some(
                                if object {
                                    Complement::Object(at)
                                } else {
                                    Complement::Clause(at)
                                },
                            );
                        }
                        Tag::Preposition | Tag::To => {
                            object = false;
                            at = self.behind_preposition(at)?;
                        }
                        Tag::Adverb if !self.begins_group(at + 1) && !self.is(at, "there") => {
                            at += 1;
                        }
                        // "showed up", "found out" are other verbs
                        Tag::Conjunction | Tag::Particle => return None,
                        // "he said, adding": no more of what he said
                        Tag::Gerund if self.is_any(verb.head, &["said", "says", "told"]) => {
                            return None;
                        }
                        Tag::Gerund | Tag::Participle => {
                            return object.then_some(Complement::Object(at));
                        }
                        _ if tag.is_verbal() => return None,
                        _ if clause && self.clause_begins(at) => {
                            return Some(Complement::Clause(at));
                        }
                        _ if self.says_nothing(at) => return None,
                        _ => return object.then_some(Complement::Object(at)),
                    }
                }
                _ => return None,
            }
        }
        None
    }

    /// "said nothing", "said so", "denied it": the words that are meant stand elsewhere.
    fn says_nothing(&self, at: usize) -> bool {
        let words = [
            "nothing",
            "something",
            "so",
            "it",
            "this",
            "that",
            "more",
            "much",
            "little",
        ];
        self.is_any(at, &words) && !self.begins_group(at + 1)
    }

    /// "put **the death toll at 494**", "put **at 12 the number of dead**"
    pub(super) fn figure_given(&self, at: usize) -> bool {
        let ends = |at: &usize| self.kind(*at) == Some(Kind::Word) && !self.is_finite(*at);
        let mut words = (at..(at + FIGURE).min(self.len())).take_while(ends);
        let given = |at: usize| {
            self.tag(at + 1) == Some(Tag::Number)
                || (self.number_begins(at + 1) && !self.begins_group(at + 1))
        };
        (self.begins_group(at) || self.is(at, "at"))
            && words.any(|at| self.is(at, "at") && given(at))
    }

    /// "to lend", "to secretly lend"
    fn infinitive_begins(&self, to: usize) -> bool {
        let adverb = usize::from(self.tag(to + 1) == Some(Tag::Adverb));
        self.is(to, "to") && self.tag(to + 1 + adverb) == Some(Tag::Verb)
    }

    /// "at least 12", "up to a dozen", but not "in 2019"
    fn number_begins(&self, at: usize) -> bool {
        if self.is_any(at, &["in", "on", "for", "by", "with", "of", "from"]) {
            return false;
        }
        (at..at + 4)
            .take_while(|&at| {
                matches!(
                    self.tag(at),
                    Some(
                        Tag::Preposition
                            | Tag::Adverb
                            | Tag::Adjective
                            | Tag::Subordinator
                            | Tag::To
                    )
                )
            })
            .any(|at| self.tag(at + 1) == Some(Tag::Number))
    }

    /// "told **reporters** …"
    fn behind_hearer(&self, at: usize) -> usize {
        match self.group_after(at) {
            // "told reporters | the toll had risen"
            Some(hearer) if self.is_finite(hearer.units.end) => hearer.core.end,
            Some(hearer) => hearer.units.end,
            None => at,
        }
    }

    /// "said **in a statement** …"
    fn behind_preposition(&self, at: usize) -> Option<usize> {
        if let Some(end) = self.time_end(at + 1) {
            return Some(end);
        }
        if self.is_quotation(at + 1) {
            return Some(at + 2);
        }
        let group = self.group_after(at + 1)?;
        Some(if self.is_finite(group.units.end) {
            group.core.end
        } else {
            group.units.end
        })
    }

    /// Whether a noun group may begin here.
    pub(super) fn begins_group(&self, at: usize) -> bool {
        self.tag(at).is_some_and(|tag| {
            tag.is_nominal()
                || matches!(
                    tag,
                    Tag::Number | Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Adjective
                )
        })
    }

    /// Whether a noun group with a verb of its own begins here: "said **12 people who fled died**".
    fn clause_begins(&self, from: usize) -> bool {
        let mut relatives = 0;
        let limit = (from + 45).min(self.len());
        for at in from..limit {
            match self.kind(at) {
                Some(Kind::Stop | Kind::Semicolon) => return false,
                Some(Kind::Comma)
                    if matches!(self.tag(at + 1), Some(Tag::Conjunction | Tag::Subordinator)) =>
                {
                    return false;
                }
                _ => {}
            }
            match self.tag(at) {
                Some(Tag::Wh) => relatives += 1,
                Some(Tag::Subordinator) if self.is(at, "that") => relatives += 1,
                Some(Tag::Subordinator) if at > from => return false,
                Some(Tag::VerbPast | Tag::VerbPresent | Tag::Modal) if at > from => {
                    if relatives == 0 {
                        return true;
                    }
                    if !self.is_finite(at - 1) && !self.class(at, Class::Have) {
                        relatives -= 1;
                    }
                }
                // "said it rained": behind a pronoun no participle stands
                Some(Tag::Participle) if self.tag(at - 1) == Some(Tag::Pronoun) && at > from => {
                    return true;
                }
                // "recalled the man talking", "shows the party leading"
                Some(Tag::Gerund) if relatives == 0 && at > from && at < from + 4 => return true,
                _ => {}
            }
        }
        false
    }

    /// "Monday", "last week", "on 3 February": the place behind it.
    pub(super) fn time_end(&self, at: usize) -> Option<usize> {
        let mut end = at;
        while end < at + 4
            && (self.is_any(
                end,
                &[
                    "on", "in", "last", "this", "next", "late", "early", "earlier", "later", "the",
                    "that",
                ],
            ) || self.tag(end) == Some(Tag::Number))
            && !self.is_day(end)
        {
            end += 1;
        }
        if !self.is_day(end) {
            return None;
        }
        while self.is_day(end) {
            end += 1;
        }
        // "in February 2019", "Feb. 3", but "Monday 12 people died"
        if self.tag(end) == Some(Tag::Number) && !self.begins_group(end + 1) {
            end += 1;
        }
        Some(end)
    }

    pub(super) fn is_time(&self, at: usize) -> bool {
        self.time_end(at).is_some()
    }
}
