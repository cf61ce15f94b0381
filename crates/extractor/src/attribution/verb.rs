//! Verb groups around a reporting verb: "has not said", "went on to say", "was quoted as saying".

use std::ops::Range;

use super::line::Line;
use crate::{
    Tag,
    lexicon::{Class, Reporting, Takes},
};

/// A reporting verb with its auxiliaries.
#[derive(Clone, Debug)]
pub(super) struct Verb {
    pub(super) reporting: Reporting,
    /// From its first auxiliary to its last word: "could not have said".
    pub(super) units: Range<usize>,
    /// Where the reporting verb itself begins.
    pub(super) head: usize,
    /// "were reported"
    pub(super) passive: bool,
    /// "did not say"
    pub(super) negated: bool,
    /// "saying", "to say": its subject is another verb's.
    pub(super) dependent: bool,
    /// "said" without auxiliary
    pub(super) simple: bool,
}

impl Line<'_> {
    /// The reporting verb that begins at a unit.
    pub(super) fn verb(&self, at: usize) -> Option<Verb> {
        let words = self.units[at..].iter().map(|unit| unit.word);
        let (length, &reporting) = self.lexicon.speakers.verbs.longest(words)?;
        let tag = self.tag(at)?;
        let said = self.is_any(at, &["said", "says", "told"]);
        if !tag.is_verbal() && !(said && tag != Tag::Adjective) {
            return None;
        }
        let mut verb = Verb {
            reporting,
            units: at..at + length,
            head: at,
            passive: false,
            negated: false,
            dependent: tag == Tag::Gerund,
            simple: true,
        };
        self.auxiliaries(&mut verb);
        if tag == Tag::Participle && verb.simple {
            if said || self.subject_stands_before(at) {
                // "the group claimed 12 dead": the tagger takes some past tenses for participles
            } else {
                verb.dependent = true;
                verb.passive = true;
            }
        }
        Some(verb)
    }

    /// Whether a pronoun or a name right before a verb makes it finite.
    fn subject_stands_before(&self, at: usize) -> bool {
        at.checked_sub(1)
            .and_then(|before| self.tag(before))
            .is_some_and(|tag| matches!(tag, Tag::Pronoun | Tag::Name | Tag::Names | Tag::Wh))
    }

    /// Walks left over "has", "not", "went on to", "is expected to".
    fn auxiliaries(&self, verb: &mut Verb) {
        let mut inner = verb.head;
        let mut infinitive = false;
        while let Some(before) = verb.units.start.checked_sub(1) {
            if verb.head - before > 12 {
                break;
            }
            if self.class(before, Class::Negation) {
                verb.negated = true;
            } else if infinitive {
                // the verb, noun or adjective that governs "to say": "went on", "refused", "had to"
                match self.tag(before) {
                    Some(tag) if tag.is_verbal() => {
                        infinitive = false;
                        verb.dependent = tag == Tag::Gerund;
                        if self.is_any(
                            before,
                            &["refused", "declined", "refuses", "declines", "failed"],
                        ) {
                            verb.negated = true;
                        }
                    }
                    Some(Tag::Particle | Tag::Adverb | Tag::Adjective) => {}
                    Some(Tag::Preposition) if self.is(before, "on") => {}
                    _ => break,
                }
            } else if self.class(before, Class::Be) {
                verb.passive |= inner == verb.head
                    && matches!(self.tag(verb.head), Some(Tag::Participle | Tag::VerbPast));
                if self.tag(verb.head) == Some(Tag::Gerund) {
                    verb.dependent = false;
                }
            } else if matches!(self.tag(before), Some(Tag::Modal))
                || self.lexicon.grammar.is_auxiliary(self.units[before].word)
            {
                verb.dependent &= self.tag(before) == Some(Tag::Gerund);
            } else if self.tag(before) == Some(Tag::Adverb) {
                verb.units.start = before;
                continue;
            } else if self.tag(before) == Some(Tag::To)
                && self.is(before, "to")
                && matches!(self.tag(inner), Some(Tag::Verb | Tag::VerbPresent))
            {
                infinitive = true;
                verb.dependent = true;
            } else {
                break;
            }
            verb.simple = false;
            inner = before;
            verb.units.start = before;
        }
    }

    /// What a clause or an object needs to begin with: the first unit of the content behind a verb.
    ///
    /// The second value is the hearer of "told": "told **reporters** that".
    pub(super) fn complement(
        &self,
        verb: &Verb,
        from: usize,
        document: bool,
    ) -> Option<Complement> {
        let takes = |content| verb.reporting.takes(content);
        let mut at = from;
        if takes(Takes::Addressee)
            && !verb.passive
            && let Some(hearer) = self.group_after(at)
        {
            at = if self.is_finite(hearer.units.end) {
                hearer.core.end
            } else {
                hearer.units.end
            };
        }
        let limit = (from + 30).min(self.len());
        let mut object = takes(Takes::Object) && (!verb.reporting.document || document);
        while at < limit {
            use super::line::Kind;
            match self.kind(at)? {
                Kind::Quotation(_) => return Some(Complement::At(at)),
                Kind::Colon if at + 1 >= self.len() => return Some(Complement::NextSentence),
                Kind::Colon => return Some(Complement::At(at + 1)),
                Kind::Comma if self.is_quotation(at + 1) => return Some(Complement::At(at + 1)),
                // "said, referring to the raid, that"
                Kind::Comma => {
                    let close = (at + 1..limit).find(|&at| self.kind(at) == Some(Kind::Comma))?;
                    let joins = self.is(close + 1, "that") || self.is_quotation(close + 1);
                    if !joins || self.is_finite(at + 2) {
                        return None;
                    }
                    at = close + 1;
                    continue;
                }
                Kind::Bracket => {}
                Kind::Word => {
                    let tag = self.tag(at)?;
                    match tag {
                        Tag::Subordinator | Tag::Wh | Tag::Preposition | Tag::Determiner
                            if self.is(at, "that") =>
                        {
                            let joins =
                                matches!(tag, Tag::Subordinator | Tag::Wh | Tag::Preposition);
                            return takes(Takes::Clause)
                                .then_some(Complement::At(at + usize::from(joins)));
                        }
                        Tag::Wh => return takes(Takes::Clause).then_some(Complement::At(at)),
                        Tag::Subordinator => {
                            let asks = self.is_any(at, &["whether", "if"]);
                            return (asks && takes(Takes::Clause)).then_some(Complement::At(at));
                        }
                        Tag::Adverb | Tag::Particle if !self.begins_group(at + 1) => {}
                        _ if self.is_day(at) => {}
                        Tag::Preposition | Tag::To if self.tag(at + 1) == Some(Tag::Verb) => {
                            return takes(Takes::Infinitive).then_some(Complement::At(at));
                        }
                        // "said **in a statement** that", "reported **on Monday** 12 deaths"
                        Tag::Preposition | Tag::To => {
                            if self.is_day(at + 1) {
                                at += 2;
                                continue;
                            }
                            let group = self.group_after(at + 1)?;
                            object = false;
                            at = if self.is_finite(group.units.end) {
                                group.core.end
                            } else {
                                group.units.end
                            };
                            // "said in the raid 12 people died" is rare; an object of "in" is not a clause
                            continue;
                        }
                        Tag::Gerund | Tag::Participle => {
                            return takes(Takes::Object).then_some(Complement::At(at));
                        }
                        _ if tag.is_verbal() => return None,
                        Tag::Conjunction => return None,
                        _ => {
                            let clause = takes(Takes::Clause) && self.clause_begins(at);
                            return (clause || object).then_some(Complement::At(at));
                        }
                    }
                }
                _ => return None,
            }
            at += 1;
        }
        None
    }

    fn begins_group(&self, at: usize) -> bool {
        matches!(
            self.tag(at),
            Some(Tag::Number | Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Adjective)
        ) || self.tag(at).is_some_and(Tag::is_nominal)
    }

    /// Whether a noun group with its verb begins here: "said **12 people died**".
    fn clause_begins(&self, at: usize) -> bool {
        (at + 1..(at + 40).min(self.len()))
            .take_while(|&at| {
                !matches!(
                    self.kind(at),
                    Some(super::line::Kind::Stop | super::line::Kind::Semicolon)
                )
            })
            .any(|at| self.is_finite(at) || self.tag(at) == Some(Tag::Participle))
    }
}

/// Where the content behind a verb begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Complement {
    /// At this unit.
    At(usize),
    /// "The ministry said:", and a line break.
    NextSentence,
}
