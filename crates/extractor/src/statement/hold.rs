//! Whether a verb tells what happened, what did not, or what may be.

use super::deed::Reader;
use crate::{
    Stance,
    lexicon::{Carrier, Class, Hint},
    phrase::{Kind, Mood, VerbForm, VerbGroup, clause::Clause},
};

/// How a verb group holds what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hold {
    pub(super) affirmed: bool,
    pub(super) stance: Stance,
}

impl Reader<'_> {
    /// Whether a verb tells what happened, and whether it says that it did not.
    pub(super) fn hold(&self, index: usize, verb: &VerbGroup) -> Option<Hold> {
        let clause = &self.clauses[index];
        // "never called"
        let negated = (self.phrase(clause.verb).tokens.start..verb.head).any(|at| {
            self.lexicon
                .grammar
                .is(self.read.sentence.tokens[at].word, Class::Negation)
        });
        let mut affirmed = !(verb.negated || negated);
        let mut stance = Stance::Asserts;
        match verb.mood {
            Mood::Modal => return None,
            Mood::ModalPerfect => stance = Stance::Hedges,
            Mood::Infinitive => match self.governor(clause)? {
                Governor::Fails => affirmed = !affirmed,
                Governor::Does => {}
                Governor::Said => stance = Stance::Hedges,
            },
            Mood::Fact => {}
        }
        if self.is_hypothetical(clause.verb) {
            return None;
        }
        if verb.form == VerbForm::Gerund {
            let before = clause.verb.checked_sub(1).map(|before| self.phrase(before));
            match before.map(|before| &before.kind) {
                Some(Kind::Preposition) => {
                    let word = self.read.sentence.tokens[before?.tokens.start].word;
                    if self.lexicon.predicates.is(word, Hint::Without) {
                        affirmed = !affirmed;
                    }
                }
                Some(Kind::Verb(governing)) => {
                    match self
                        .lexicon
                        .predicates
                        .carriers
                        .longest(self.words(governing.head))
                    {
                        Some((_, Carrier::Deny)) => affirmed = !affirmed,
                        Some((_, Carrier::Failing)) => return None,
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        Some(Hold { affirmed, stance })
    }

    /// What stands before an infinitive and says whether it came to that.
    fn governor(&self, clause: &Clause) -> Option<Governor> {
        let infinitive = clause.verb;
        // "the deal was struck **to establish** a zone"
        let before = infinitive
            .checked_sub(1)
            .is_some_and(|before| self.phrase(before).verb().is_some());
        if before
            && clause
                .subjects
                .last()
                .is_some_and(|&subject| self.is_agreement(subject))
        {
            return Some(Governor::Does);
        }
        for (at, phrase) in self.read.phrases[..infinitive]
            .iter()
            .enumerate()
            .rev()
            .take(8)
        {
            match &phrase.kind {
                Kind::Verb(verb) => {
                    let grammar = &self.lexicon.grammar;
                    let word = self.read.sentence.tokens[verb.head].word;
                    if verb.mood == Mood::Modal {
                        return None;
                    }
                    return match self
                        .lexicon
                        .predicates
                        .carriers
                        .longest(self.words(verb.head))
                    {
                        Some((_, Carrier::Failing)) => Some(Governor::Fails),
                        Some((_, Carrier::Managing)) => Some(Governor::Does),
                        _ if verb.form == VerbForm::Passive && grammar.is(word, Class::Clausal) => {
                            Some(Governor::Said)
                        }
                        _ if grammar.is(word, Class::Implicative) => Some(Governor::Does),
                        _ if self.is_sending(at) => Some(Governor::Does),
                        // "a deal it reached with Russia **to establish** a zone"
                        _ if (at.saturating_sub(3)..at).any(|at| self.is_agreement(at)) => {
                            Some(Governor::Does)
                        }
                        _ => None,
                    };
                }
                Kind::Noun(noun) => {
                    let word = self.read.sentence.tokens[noun.head].word;
                    if self.lexicon.predicates.is(word, Hint::Failure) {
                        return Some(Governor::Fails);
                    }
                    // "an agreement to establish a zone"
                    if self.is_agreement(at) {
                        return Some(Governor::Does);
                    }
                }
                // "sent **as** reinforcements to prevent clashes"
                Kind::Subordinator if at + 2 == infinitive => {}
                Kind::Border | Kind::Subordinator | Kind::Relative => return None,
                _ => {}
            }
        }
        None
    }

    /// Whether a verb sends somebody to do something.
    pub(super) fn is_sending(&self, at: usize) -> bool {
        let verb = self.phrase(at).verb();
        verb.is_some_and(|verb| {
            let word = self.read.sentence.tokens[verb.head].word;
            let cue = self.lexicon.predicates.verbs.word(word);
            cue.is_some_and(|cue| {
                &**self.lexicon.predicates.name(cue.family) == "deployed" && !cue.against
            })
        })
    }

    /// "the deal", "an accord": what binds those who made it.
    pub(super) fn is_agreement(&self, at: usize) -> bool {
        let noun = self.phrase(at).noun();
        noun.is_some_and(|noun| self.hint(noun.head, Hint::Pact))
    }

    /// "if it was proven to have used", "whether it was"
    pub(super) fn is_hypothetical(&self, verb: usize) -> bool {
        for phrase in self.read.phrases[..verb].iter().rev().take(12) {
            let token = &self.read.sentence.tokens[phrase.tokens.start];
            match phrase.kind {
                Kind::Border => return false,
                Kind::Subordinator if self.lexicon.grammar.is(token.word, Class::Hypothetical) => {
                    return true;
                }
                Kind::Subordinator if token.text(self.text).eq_ignore_ascii_case("whether") => {
                    return true;
                }
                _ => {}
            }
        }
        false
    }
}

enum Governor {
    /// "failed to"
    Fails,
    /// "managed to"
    Does,
    /// "was said to"
    Said,
}
