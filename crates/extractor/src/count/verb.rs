//! "killed six soldiers", "six soldiers were killed", "six soldiers died": verbs that measure.

use std::ops::Range;

use super::{Reader, person::Single};
use crate::{
    Stance, Tag,
    lexicon::{Class, MeasureId, Patient},
    phrase::{
        Kind, Mood, Phrase, VerbForm, VerbGroup,
        clause::{Clause, objects_behind},
    },
};

impl Reader<'_> {
    /// "killed six soldiers", "six soldiers were killed", "six soldiers died"
    pub(super) fn verbs(&mut self) {
        for index in 0..self.clauses.len() {
            let clause = self.clauses[index].clone();
            let Some(verb) = self.phrases[clause.verb].verb().copied() else {
                continue;
            };
            let Some((measure, patient, cue)) = self.measuring_verb(&verb) else {
                continue;
            };
            let mut objects = clause.objects.clone();
            if verb.form != VerbForm::Passive && cue.end > self.phrases[clause.verb].tokens.end {
                objects =
                    objects_behind(&self.lexicon.grammar, self.sentence, self.phrases, cue.end);
            }
            let passive = clause.passive && objects.is_empty();
            let stance = self.stance(&clause, &verb);
            let patients = match patient {
                Patient::Object if passive => &clause.subjects,
                Patient::Object => &objects,
                Patient::Subject => &clause.subjects,
            };
            let agent = match patient {
                Patient::Object if passive => clause.agent,
                Patient::Object => clause.subjects.last().copied(),
                Patient::Subject => None,
            };
            if verb.negated && !self.is_nobody(clause.subjects.first().copied()) {
                for &noun in patients {
                    self.denied[noun] = true;
                }
                continue;
            }
            // "the Browns were killed": no single person
            let plural = self.sentence.tokens[self.phrases[clause.verb].tokens.clone()]
                .iter()
                .any(|token| self.is(token.word, Class::Plural));
            if plural && patients.len() == 1 && self.single(patients[0]) == Some(Single::Named) {
                continue;
            }
            let patients: Vec<usize> = patients.iter().map(|&noun| self.carrier(noun)).collect();
            for &noun in &patients {
                self.measure(noun, measure, cue.clone(), agent, stance);
                let others = passive && self.is_others(noun);
                if let Some(found) = &mut self.found[noun] {
                    found.deed |= self.sentence.tokens[verb.head].tag != Tag::VerbPresent
                        && verb.mood == Mood::Fact
                        // "rebels killed" may be doers whose victims the text names elsewhere
                        && (verb.form == VerbForm::Passive
                            || others
                            || noun == clause.verb + 1
                            || patient == Patient::Subject);
                }
            }
            if self.is_harm(measure) {
                self.roster(&patients, measure, &cue, agent, stance);
            }
        }
    }

    /// The measure that a verb group names: its verb alone or with what follows ("shot dead").
    pub(super) fn measuring_verb(
        &self,
        verb: &VerbGroup,
    ) -> Option<(MeasureId, Patient, Range<usize>)> {
        let words = |from: usize| self.sentence.tokens[from..].iter().map(|token| token.word);
        let adverb = verb.head.checked_sub(1).and_then(|before| {
            let (len, entry) = self.lexicon.measures.verbs.longest(words(before))?;
            (len > 1).then_some((before, len, *entry))
        });
        let (start, len, (measure, patient)) = if let Some(found) = adverb {
            found
        } else {
            let (len, entry) = self.lexicon.measures.verbs.longest(words(verb.head))?;
            (verb.head, len, *entry)
        };
        Some((measure, patient, start..start + len))
    }

    /// How a speaker or the mood of the verb holds what is said: as fact, as hope or fear.
    pub(super) fn stance(&self, clause: &Clause, verb: &VerbGroup) -> Stance {
        match verb.mood {
            Mood::Modal => return Stance::Expects,
            Mood::ModalPerfect => return Stance::Hedges,
            Mood::Infinitive if !self.implied(clause.verb) => return Stance::Expects,
            Mood::Infinitive | Mood::Fact => {}
        }
        let first = self.phrases[clause.verb].tokens.start;
        for phrase in self.phrases[..clause.verb].iter().rev().take(12) {
            let token = &self.sentence.tokens[phrase.tokens.start];
            match phrase.kind {
                Kind::Border => break,
                Kind::Subordinator if self.is(token.word, Class::Hypothetical) => {
                    return Stance::Expects;
                }
                Kind::Verb(verb)
                    if self.is(self.sentence.tokens[verb.head].word, Class::Feared)
                        && phrase.tokens.end == first =>
                {
                    return Stance::Expects;
                }
                _ => {}
            }
        }
        Stance::Asserts
    }

    /// "forced them to flee": the verb before the infinitive says that it came to that.
    pub(super) fn implied(&self, infinitive: usize) -> bool {
        self.phrases[..infinitive]
            .iter()
            .rev()
            .take(5)
            .find_map(Phrase::verb)
            .is_some_and(|verb| {
                let word = self.sentence.tokens[verb.head].word;
                self.is(word, Class::Implicative)
                    || (verb.form == VerbForm::Passive && self.is(word, Class::Clausal))
            })
    }

    pub(super) fn clause_of(&self, verb: usize) -> Option<&Clause> {
        let index = self
            .clauses
            .binary_search_by_key(&verb, |clause| clause.verb)
            .ok()?;
        self.clauses.get(index)
    }
}
