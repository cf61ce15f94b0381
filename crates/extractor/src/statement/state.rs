//! What is so: "was not aware of the raid", "is behind the attack", "remained closed".

use super::{
    deed::{Author, Reader},
    is_none,
};
use std::ops::Range;

use crate::{
    lexicon::{Class, Cue},
    phrase::{Kind, Mood, VerbForm, VerbGroup},
};

/// So many words behind a verb a state may begin.
const AHEAD: usize = 4;

impl Reader<'_> {
    pub(super) fn states(&mut self) {
        for index in 0..self.clauses.len() {
            let verb_at = self.clauses[index].verb;
            let Some(verb) = self.phrase(verb_at).verb().copied() else {
                continue;
            };
            let Some((cue, at, of)) = self.state(verb_at, &verb) else {
                continue;
            };
            let mut verb = verb;
            if self.is_to_blame(verb_at, &verb) {
                verb.mood = Mood::Fact;
            }
            let Some(hold) = self.hold(index, &verb) else {
                continue;
            };
            let subjects = self.subjects(index);
            let Some(subject) = Self::span(&subjects) else {
                continue;
            };
            let nobody = is_none(self.lexicon, self.read.sentence, self.phrase(subject.start));
            let objects: Vec<usize> = self.behind(at.end).into_iter().take(1).collect();
            // "is behind the attack": the attack is what was done
            if let [object] = objects.as_slice()
                && !of
                && &**self.lexicon.predicates.name(cue.family) == "responsible"
                && self.noun_cue(*object).is_some()
            {
                let doer = self.phrase(subject.start).tokens.start
                    ..self.phrase(subject.end - 1).tokens.end;
                self.authors[*object] = Some(Author {
                    start: doer.start,
                    doer,
                    affirmed: hold.affirmed != nobody,
                    stance: hold.stance,
                });
                continue;
            }
            let mut target = Self::span(&objects);
            let mut subject = subject;
            if of {
                // "the fire was the work of the rebels"
                let Some(doer) = target.replace(subject) else {
                    continue;
                };
                subject = doer;
            }
            let known = target
                .as_ref()
                .map_or(subject.start, |target| target.start.min(subject.start));
            let first = known.min(verb_at);
            let mut deed = self.deed(cue, at.clone(), Some(subject), target, first, verb_at);
            deed.affirmed = hold.affirmed != nobody;
            deed.stance = hold.stance;
            deed.tokens.end = deed.tokens.end.max(at.end);
            self.push(deed);
        }
    }

    /// "was **to blame**": a state that looks like an infinitive.
    fn is_to_blame(&self, verb_at: usize, verb: &VerbGroup) -> bool {
        let first = &self.read.sentence.tokens[self.phrase(verb_at).tokens.start];
        verb.mood == Mood::Infinitive && self.lexicon.grammar.is(first.word, Class::Be)
    }

    /// The state that a verb group names itself ("was not **told of** it") or leads to.
    fn state(&self, verb_at: usize, verb: &VerbGroup) -> Option<(Cue, Range<usize>, bool)> {
        let states = &self.lexicon.predicates.states;
        let longest = |from: usize| {
            let of = self.entry(&self.lexicon.predicates.states_of, from);
            let found = self.entry(states, from);
            let is_of = of.is_some_and(|(end, _)| found.is_none_or(|(other, _)| end > other));
            let (end, cue) = if is_of { of? } else { found? };
            Some((cue, from..end, is_of))
        };
        if verb.form == VerbForm::Passive
            && let Some(found) = longest(verb.head)
        {
            return Some(found);
        }
        if self.is_to_blame(verb_at, verb) {
            return longest(verb.head - 1);
        }
        if verb.form != VerbForm::Link {
            return None;
        }
        let start = self.phrase(verb_at).tokens.end;
        let end = (start + AHEAD).min(self.read.sentence.tokens.len());
        for at in start..end {
            if let Some(found) = longest(at) {
                return Some(found);
            }
            let phrase = self
                .read
                .phrases
                .partition_point(|phrase| phrase.tokens.end <= at);
            match self.kind(phrase) {
                Some(
                    Kind::Adverb
                    | Kind::Adjective
                    | Kind::Preposition
                    | Kind::Quote
                    | Kind::Noun(_),
                ) => {}
                _ => return None,
            }
        }
        None
    }
}
