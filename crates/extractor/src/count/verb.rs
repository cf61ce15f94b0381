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
        let shot = self.lexicon.measures.shot();
        for index in 0..self.clauses.len() {
            let clause = self.clauses[index].clone();
            let Some(verb) = self.phrases[clause.verb].verb().copied() else {
                continue;
            };
            let framed = self.framed(&clause, &verb);
            let among = framed.is_some() && self.measuring_verb(&verb).is_none();
            let Some((measure, patient, cue)) = framed.or_else(|| self.measuring_verb(&verb))
            else {
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
                let noun_like = verb.form == VerbForm::Gerund && Some(measure) == shot;
                if let Some(found) = &mut self.found[noun] {
                    found.among |= among;
                    found.deed |= !noun_like
                        && self.sentence.tokens[verb.head].tag != Tag::VerbPresent
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

    /// "shot the man **to death**", "nine people were taken **to hospital**": a verb that measures by where
    /// it brings somebody.
    fn framed(
        &self,
        clause: &Clause,
        verb: &VerbGroup,
    ) -> Option<(MeasureId, Patient, Range<usize>)> {
        let frame = (self.lexicon.measures).frame_of(self.sentence.tokens[verb.head].word)?;
        let objects = verb.form != VerbForm::Passive && !clause.objects.is_empty();
        let patients = if objects {
            &clause.objects
        } else {
            &clause.subjects
        };
        let last = if objects {
            *patients.last()?
        } else {
            clause.verb
        };
        let to = (last + 1..self.phrases.len().min(last + 8)).find(|&at| {
            let first = &self.sentence.tokens[self.phrases[at].tokens.start];
            matches!(self.phrases[at].kind, Kind::Preposition)
                && first.text(self.text).eq_ignore_ascii_case("to")
        })?;
        // nothing but when and where stands between
        let near = self.phrases[last + 1..to].iter().all(|phrase| {
            matches!(
                phrase.kind,
                Kind::Adverb | Kind::Time | Kind::Preposition | Kind::Noun(_)
            )
        });
        let place = self.phrases.get(to + 1)?.noun()?;
        let whole = patients
            .iter()
            .all(|&at| self.countable(at) && !self.is_vague(at) && self.is_alive(at));
        // "…, where she died"
        let behind = self
            .phrases
            .iter()
            .skip(to + 2)
            .find(|next| next.kind != Kind::Comma);
        let died = behind.is_some_and(|next| next.kind == Kind::Relative);
        let fits = near && !died && whole && !patients.is_empty() && self.ends_in(place, &frame.to);
        let cue = verb.head..verb.head + 1;
        fits.then_some((frame.measure, Patient::Object, cue))
    }

    /// Persons of whom nothing is said yet, not bodies and not things: those whom a hospital takes in.
    fn is_alive(&self, at: usize) -> bool {
        let Some(noun) = self.phrases[at].noun() else {
            return false;
        };
        let head = &self.sentence.tokens[noun.head];
        let told = self.sentence.tokens[self.phrases[at].tokens.clone()]
            .iter()
            .any(|token| self.lexicon.measures.adjectives.word(token.word).is_some());
        let person = self.lexicon.roles.nouns().word(head.word).is_some();
        !told
            && !self.is(head.word, Class::Remains)
            && (person || !noun.named || head.tag == Tag::Name)
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
