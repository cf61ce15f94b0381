//! Whose deed it is: subjects of verbs, also where the shallow parse finds none or the wrong ones.

use std::ops::Range;

use super::deed::Reader;
use crate::{
    Tag,
    lexicon::{Carrier, Hint},
    phrase::{Kind, Mood, VerbForm},
};

impl Reader<'_> {
    /// "breaching **its agreed** on Astana **obligations**": an object that other words part.
    pub(super) fn split_object(&self, at: usize) -> Option<usize> {
        matches!(self.kind(at), Some(Kind::Adjective)).then_some(())?;
        (at + 1..at + 5)
            .take_while(|&at| {
                !matches!(
                    self.kind(at),
                    None | Some(Kind::Border | Kind::Comma | Kind::Conjunction)
                )
            })
            .find(|&at| matches!(self.kind(at), Some(Kind::Noun(_))))
    }

    /// "the two sides erupted into bloody **fighting**": a noun that was taken for a verb.
    pub(super) fn is_eruption(&self, index: usize, head: usize) -> bool {
        let before = index.checked_sub(1).map(|before| &self.clauses[before]);
        let verb = before.and_then(|before| self.phrase(before.verb).verb());
        let erupts = verb.is_some_and(|verb| {
            matches!(
                self.entry(&self.lexicon.predicates.carriers, verb.head),
                Some((_, Carrier::Occur))
            )
        });
        erupts
            && self
                .lexicon
                .predicates
                .nouns
                .word(self.read.sentence.tokens[head].word)
                .is_some()
    }

    /// "rockets **fired by Russian jets**": who sent what strikes.
    pub(super) fn sender(&self, subject: Option<usize>) -> Option<usize> {
        let verb = subject? + 1;
        let sent = self.clauses.iter().find(|clause| clause.verb == verb)?;
        let bare = self.phrase(verb).verb()?.form == VerbForm::Bare;
        sent.agent.filter(|_| bare)
    }

    /// "**the union** in Tallow called off the strike": a past tense holds for the noun before the place.
    pub(super) fn without_place(&self, subject: usize, verb: usize) -> usize {
        let past = self.phrase(verb).verb().is_some_and(|verb| {
            verb.form == VerbForm::Bare && self.tag(verb.head) == Tag::VerbPast
        });
        let mut at = subject;
        while past
            && at >= 2
            && self.phrase(at - 1).kind == Kind::Preposition
            && self.phrase(at - 2).noun().is_some()
        {
            at -= 2;
        }
        at
    }

    /// The tokens of a party with the one that it is joined to: "**Turkish and Syrian forces**".
    pub(super) fn joined(&self, at: usize) -> Range<usize> {
        let tokens = self.phrase(at).tokens.clone();
        let partner = at.checked_sub(2).filter(|&before| {
            let first = self.phrase(before).tokens.clone();
            self.phrase(at - 1).kind == Kind::Conjunction
                && self
                    .lexicon
                    .nations
                    .at(self.text, &self.read.sentence.tokens[first.start..])
                    .is_some()
        });
        partner.map_or(tokens.start, |before| self.phrase(before).tokens.start)..tokens.end
    }

    /// The subjects of a clause, also where the shallow parse finds none.
    pub(super) fn subjects(&self, index: usize) -> Vec<usize> {
        let verb = self.clauses[index].verb;
        let mut subjects = self.governed_subjects(index);
        if let [only] = subjects.as_slice()
            && *only > 0
            && self.phrase(*only).tokens.len() == 1
            && self.hint(self.phrase(*only).tokens.start, Hint::Reflexive)
            && self.phrase(*only - 1).noun().is_some_and(|noun| noun.named)
            && only + 1 == verb
        {
            // "**opposition fighters** themselves were responsible"
            subjects = vec![only - 1];
        }
        if let [only] = subjects.as_slice() {
            return vec![self.without_place(*only, verb)];
        }
        if !subjects.is_empty() {
            return subjects;
        }
        let Some(before) = verb.checked_sub(1) else {
            return subjects;
        };
        if self.phrase(before).kind == Kind::Adjective
            && self.hint(self.phrase(before).tokens.start, Hint::Echo)
        {
            // "**this** was no accident"
            return vec![before];
        }
        let relative = self.phrase(before).kind == Kind::Relative;
        let link = self
            .phrase(verb)
            .verb()
            .is_some_and(|verb| verb.form == VerbForm::Link);
        if relative || link {
            let nouns = self.read.phrases[..verb].iter().rev().take(4);
            let back = nouns
                .take_while(|phrase| phrase.kind != Kind::Border)
                .position(|phrase| phrase.noun().is_some());
            subjects.extend(back.map(|back| verb - 1 - back));
        }
        subjects
    }

    /// The subjects of a clause; a gerund without any has those of the clause before it.
    pub(super) fn governed_subjects(&self, index: usize) -> Vec<usize> {
        let clause = &self.clauses[index];
        let verb = self.phrase(clause.verb).verb();
        let gerund =
            verb.is_some_and(|verb| verb.form == VerbForm::Gerund || verb.mood == Mood::Infinitive);
        if !gerund {
            return clause.subjects.clone();
        }
        let before = index.checked_sub(1).map(|before| &self.clauses[before]);
        // "**troops** sent as reinforcements to prevent clashes"
        if let Some(before) = before
            && verb.is_some_and(|verb| verb.mood == Mood::Infinitive)
            && self.is_sending(before.verb)
            && !before.subjects.is_empty()
        {
            let sent = if before.passive {
                &before.subjects
            } else {
                &before.objects
            };
            if !sent.is_empty() {
                return sent.clone();
            }
        }
        // "that **the army**, reaffirming its commitment, respond"
        if verb.is_some_and(|verb| verb.form == VerbForm::Gerund)
            && let Some(noun) = clause.verb.checked_sub(2)
            && self.phrase(clause.verb - 1).kind == Kind::Comma
            && self.phrase(noun).noun().is_some()
            && matches!(
                noun.checked_sub(1).map(|before| &self.phrase(before).kind),
                None | Some(Kind::Subordinator | Kind::Relative | Kind::Border | Kind::Quote)
            )
        {
            return vec![noun];
        }
        let governed = clause.verb.checked_sub(1).is_some_and(|at| {
            self.phrase(at).kind == Kind::Preposition
                && verb.is_some_and(|verb| verb.form == VerbForm::Gerund)
        });
        if let Some(before) = before.filter(|_| governed) {
            // "accused **Turkey** of shelling"; "**Turkey** moved troops without informing them"
            let accuses = self.phrase(before.verb).verb().is_some_and(|verb| {
                matches!(
                    self.lexicon
                        .predicates
                        .carriers
                        .longest(self.words(verb.head)),
                    Some((_, Carrier::Accuse))
                )
            });
            if accuses && !before.objects.is_empty() {
                return before.objects[..1].to_vec();
            }
            let finite = self.clauses[..index].iter().rev().find(|clause| {
                let verb = self.phrase(clause.verb).verb();
                verb.is_some_and(|verb| verb.mood == Mood::Fact && verb.form != VerbForm::Gerund)
                    && !clause.subjects.is_empty()
            });
            if let Some(finite) = finite.filter(|_| !accuses) {
                return finite.subjects.clone();
            }
        }
        if !clause.subjects.is_empty() {
            return clause.subjects.clone();
        }
        before
            .map(|before| before.subjects.clone())
            .unwrap_or_default()
    }
}
