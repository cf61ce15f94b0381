//! Reporting verbs with their auxiliaries: "has not said", "went on to say", "were reported".

use std::ops::Range;

use super::line::{Kind, Line};
use crate::{
    Stance, Tag,
    lexicon::{Class, Kind as Who, Reporting, Takes},
};

/// How far left auxiliaries are looked for.
const REACH: usize = 12;

/// How a reporting verb stands in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// "said", "says": alone, so that its source may stand behind it.
    Simple,
    /// "has said", "went on to say"
    Compound,
    /// "were reported"
    Passive,
    /// "saying", "to say": its source is another verb's, or a noun before it.
    Dependent,
    /// "reported by the agency", or a past tense that the tagger took for a participle
    Participle,
}

/// A reporting verb with its auxiliaries.
#[derive(Clone, Debug)]
pub(super) struct Verb {
    pub(super) reporting: Reporting,
    /// From its first auxiliary to its last word: "could not have said".
    pub(super) units: Range<usize>,
    /// Where the reporting verb itself begins.
    pub(super) head: usize,
    pub(super) form: Form,
    /// "did not say", "refused to say"
    pub(super) negated: bool,
}

impl Verb {
    pub(super) fn takes(&self, content: Takes) -> bool {
        self.reporting.takes(content)
    }

    /// The speaker's attitude: a negated report commits its speaker to nothing.
    pub(super) fn stance(&self) -> Stance {
        if self.negated {
            Stance::Hedges
        } else {
            self.reporting.stance
        }
    }
}

impl Line<'_> {
    /// The reporting verb that begins at a unit.
    pub(super) fn verb(&self, at: usize) -> Option<Verb> {
        let words = self.units.get(at..)?.iter().map(|unit| unit.word);
        let (length, &reporting) = self.lexicon.speakers.verbs.longest(words)?;
        // "put the toll at 494", but "put 101 of them out of action"
        if reporting.takes(Takes::Figure) && !self.figure_given(at + length) {
            return None;
        }
        let tag = self.tag(at)?;
        if self.takes_lives(at, at + length) {
            return None;
        }
        let said = self.is_any(at, &["said", "says", "told"]);
        let verbal = tag.is_verbal() && !self.is_modifier(at);
        if !(verbal
            || said && tag != Tag::Adjective
            || self.documents_before(at)
            || self.closes(at))
        {
            return None;
        }
        let form = match tag {
            Tag::Gerund => Form::Dependent,
            Tag::Participle if !said => Form::Participle,
            _ => Form::Simple,
        };
        let mut verb = Verb {
            reporting,
            units: at..at + length,
            head: at,
            form,
            negated: false,
        };
        self.auxiliaries(&mut verb);
        Some(verb)
    }

    /// "a war that **claimed** thousands of lives" says nothing.
    fn takes_lives(&self, verb: usize, behind: usize) -> bool {
        let lives = &self.lexicon.measures.lives;
        lives.word(self.units[verb].word).is_some()
            && (behind..self.len().min(behind + 9))
                .take_while(|&at| {
                    matches!(self.kind(at), Some(Kind::Word))
                        && !self.tag(at).is_some_and(Tag::is_verbal)
                })
                .any(|at| self.class(at, Class::Lives))
    }

    /// "an **alleged** raid", "the mayor's **claim**"
    fn is_modifier(&self, at: usize) -> bool {
        at.checked_sub(1)
            .is_some_and(|before| match self.tag(before) {
                Some(Tag::Genitive | Tag::Possessive) => true,
                Some(Tag::Determiner) => {
                    !self.is_any(before, &["this", "that", "all", "some", "many", "both"])
                }
                _ => false,
            })
    }

    /// "…, the news agency **reports**.": the last word behind a body that speaks.
    fn closes(&self, at: usize) -> bool {
        let ends = matches!(self.kind(at + 1), None | Some(Kind::Stop)) && at + 2 >= self.len();
        ends && at.checked_sub(1).is_some_and(|before| {
            [Who::Organisation, Who::Person, Who::Document]
                .into_iter()
                .any(|kind| self.who(before, kind))
        })
    }

    /// "polls **show** a tie": the tagger takes some verbs behind plural nouns for nouns.
    fn documents_before(&self, at: usize) -> bool {
        let follows = matches!(
            self.tag(at + 1),
            Some(Tag::Pronoun | Tag::Determiner | Tag::Possessive | Tag::Name | Tag::Number)
        ) || self.is(at + 1, "that");
        follows
            && self.group_before(at).is_some_and(|group| {
                let head = group.core.end - 1;
                self.tag(head) == Some(Tag::Nouns) && self.who(head, Who::Document)
            })
    }

    /// Walks left over "has", "not", "went on to", "is expected to".
    fn auxiliaries(&self, verb: &mut Verb) {
        let mut inner = verb.head;
        let mut infinitive = false;
        while let Some(before) = verb.units.start.checked_sub(1) {
            if verb.head - before > REACH {
                return;
            }
            let tag = self.tag(before);
            if self.class(before, Class::Negation) {
                verb.negated = true;
            } else if infinitive {
                match tag {
                    // the verb that governs "to say": "went on", "refused", "had"
                    Some(tag) if tag.is_verbal() => {
                        infinitive = false;
                        verb.form = if tag == Tag::Gerund {
                            Form::Dependent
                        } else {
                            Form::Compound
                        };
                        verb.negated |= self.is_any(
                            before,
                            &["refused", "declined", "refuses", "declines", "failed"],
                        );
                    }
                    Some(Tag::Particle | Tag::Adverb | Tag::Adjective) => {}
                    Some(Tag::Preposition) if self.is(before, "on") => {}
                    _ => return,
                }
            } else if self.class(before, Class::Be) {
                let past = matches!(
                    self.tag(verb.head),
                    Some(Tag::Participle | Tag::VerbPast | Tag::Adjective)
                );
                if inner == verb.head && past {
                    verb.form = Form::Passive;
                } else if verb.form != Form::Passive {
                    verb.form = Form::Compound;
                }
            } else if tag == Some(Tag::Modal)
                || self.lexicon.grammar.is_auxiliary(self.units[before].word)
            {
                if verb.form != Form::Passive {
                    verb.form = if tag == Some(Tag::Gerund) {
                        Form::Dependent
                    } else {
                        Form::Compound
                    };
                }
            } else if tag == Some(Tag::Adverb) {
                verb.units.start = before;
                continue;
            } else if tag == Some(Tag::To)
                && matches!(self.tag(inner), Some(Tag::Verb | Tag::VerbPresent))
            {
                infinitive = true;
                if verb.form != Form::Passive {
                    verb.form = Form::Dependent;
                }
            } else {
                return;
            }
            inner = before;
            verb.units.start = before;
        }
    }
}
