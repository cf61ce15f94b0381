//! "12 deaths", "the death of six soldiers", "a soldier": nouns that measure, and persons without a number.

use super::{Found, Reader, person::Single};
use crate::{
    Stance,
    lexicon::{Class, MeasureId, Phrases},
    phrase::{Kind, NounGroup, clause::objects_behind},
};

impl Reader<'_> {
    /// "12 deaths", "3.7 million refugees", "12 wounded soldiers", "the death of six soldiers"
    pub(super) fn nouns(&mut self) {
        for at in 0..self.phrases.len() {
            let Some(noun) = self.phrases[at].noun().cloned() else {
                continue;
            };
            let words = |from: usize| self.sentence.tokens[from..].iter().map(|token| token.word);
            if let Some(measure) = self.entry_at_head(&noun, &self.lexicon.measures.heads)
                && (noun.quantity.is_some() || self.is_nobody(Some(at)))
            {
                self.prefer_stock(at, measure);
                let tried = self.sentence.tokens[noun.name.min(noun.head)..noun.head]
                    .iter()
                    .any(|token| self.is(token.word, Class::Attempted));
                let stance = if tried {
                    Stance::Expects
                } else {
                    Stance::Asserts
                };
                self.measure(at, measure, noun.head..noun.head + 1, None, stance);
                let group = self.of(at);
                if let Some(found) = &mut self.found[at] {
                    found.group = found.group.or(group);
                }
                continue;
            }
            if let Some(measure) = self.entry_at_head(&noun, &self.lexicon.measures.events)
                && let Some(patient) = self.of(at)
                && noun.quantity.is_none()
            {
                let cue = noun.head..noun.head + 1;
                let patients = self.joined_patients(patient);
                // "the murder of John Smith" mostly names a case
                if patients.len() == 1 && self.single(patients[0]) == Some(Single::Named) {
                    continue;
                }
                for &patient in &patients {
                    self.measure(patient, measure, cue.clone(), None, Stance::Asserts);
                }
                if self.is_harm(measure) {
                    self.roster(&patients, measure, &cue, None, Stance::Asserts);
                }
                continue;
            }
            let modifier = (noun.name..noun.head + usize::from(!noun.named)).find_map(|token| {
                let (len, measure) = self.lexicon.measures.adjectives.longest(words(token))?;
                (token + len <= noun.head + usize::from(!noun.named))
                    .then_some((token..token + len, *measure))
            });
            if let Some((cue, measure)) = modifier
                && (noun.quantity.is_some() || !noun.named)
            {
                self.measure(at, measure, cue, None, Stance::Asserts);
            }
        }
    }

    /// "recovered **12 bodies**", "the bodies of **three men** were found": the dead, some of all perhaps.
    pub(super) fn bodies(&mut self) {
        let Some(killed) = self.lexicon.measures.killed() else {
            return;
        };
        for index in 0..self.clauses.len() {
            let clause = &self.clauses[index];
            let Some(verb) = self.phrases[clause.verb].verb() else {
                continue;
            };
            if verb.negated || !self.is(self.sentence.tokens[verb.head].word, Class::Recover) {
                continue;
            }
            let stance = self.stance(clause, verb);
            let cue = verb.head..verb.head + 1;
            let patients = if clause.passive {
                &clause.subjects
            } else {
                &clause.objects
            };
            for at in patients.clone() {
                let Some((holder, group)) = self.remains(at) else {
                    continue;
                };
                self.measure(holder, killed, cue.clone(), None, stance);
                if let Some(found) = &mut self.found[holder] {
                    found.group = group;
                    found.among = true;
                }
            }
        }
    }

    /// What counts the bodies of a noun group, and whose they are: "**12** bodies of **migrants**".
    fn remains(&self, at: usize) -> Option<(usize, Option<usize>)> {
        let noun = self.phrases[at].noun()?;
        if !self.is(self.sentence.tokens[noun.head].word, Class::Remains) {
            return None;
        }
        let of = self.of(at);
        let holder = if noun.quantity.is_some() { at } else { of? };
        let free = self.found[holder].is_none() && self.countable(holder);
        free.then_some((holder, of.filter(|&of| of != holder)))
    }

    /// The entry whose last word is the head of a noun group.
    pub(super) fn entry_at_head(
        &self,
        noun: &NounGroup,
        entries: &Phrases<MeasureId>,
    ) -> Option<MeasureId> {
        (noun.name.min(noun.head)..=noun.head).find_map(|from| {
            let words = self.sentence.tokens[from..=noun.head]
                .iter()
                .map(|token| token.word);
            let (len, measure) = entries.longest(words)?;
            (from + len == noun.head + 1).then_some(*measure)
        })
    }

    /// Whether a phrase of a list ends at the head of a noun group.
    pub(super) fn ends_in(&self, noun: &NounGroup, list: &Phrases<()>) -> bool {
        (noun.name.min(noun.head)..=noun.head).any(|from| {
            let words = self.sentence.tokens[from..=noun.head].iter();
            let len = list.longest(words.map(|token| token.word));
            len.is_some_and(|(len, ())| from + len == noun.head + 1)
        })
    }

    /// "the murder of **six priests and two women**", of **the bishop, two priests and a cook**"
    fn joined_patients(&self, first: usize) -> Vec<usize> {
        let start = self.phrases[first].tokens.start;
        objects_behind(&self.lexicon.grammar, self.sentence, self.phrases, start)
    }

    /// "23,000 **refugees** who fled": how many refugees there are, not how many fled; but refugees who
    /// were killed are killed.
    fn prefer_stock(&mut self, at: usize, head: MeasureId) {
        let measures = &self.lexicon.measures;
        let other = self.found[at].as_ref().and_then(|found| found.measure);
        if measures.is_stock(head) && other.is_some_and(|other| measures.within(other).is_none()) {
            self.found[at] = None;
        }
    }

    /// The counted group in "a total **of four officers**", "a family **of five**"; else the group itself.
    pub(super) fn carrier(&self, at: usize) -> usize {
        let counted = |at: usize| {
            self.phrases[at]
                .noun()
                .is_some_and(|noun| noun.quantity.is_some())
        };
        self.of(at)
            .filter(|&inner| !counted(at) && counted(inner))
            .unwrap_or(at)
    }

    /// The noun group behind "of" or "out of": "four **of Turkey's 12 posts**".
    pub(super) fn out_of(&self, at: usize) -> Option<usize> {
        let next = self.phrases.get(at + 1)?;
        let is_out = next.kind == Kind::Preposition
            && self.is(self.sentence.tokens[next.tokens.start].word, Class::Out);
        let inner = if is_out { self.of(at + 1) } else { self.of(at) }?;
        self.phrases[inner].noun()?.named.then_some(inner)
    }

    /// Whether a measure is one of persons, of whom a single one may stand without a number.
    pub(super) fn counts_persons(&self, found: &Found) -> bool {
        found
            .measure
            .is_some_and(|measure| !self.lexicon.measures.is_of_things(measure))
    }

    /// The noun group behind "of": "the death **of six soldiers**".
    pub(super) fn of(&self, at: usize) -> Option<usize> {
        let of = self.phrases.get(at + 1)?;
        let is_of = of.kind == Kind::Preposition
            && self.is(self.sentence.tokens[of.tokens.start].word, Class::Of);
        (is_of && self.phrases.get(at + 2)?.noun().is_some()).then_some(at + 2)
    }

    /// "nobody", "no one", "no soldiers"
    pub(super) fn is_nobody(&self, phrase: Option<usize>) -> bool {
        phrase.is_some_and(|phrase| {
            let first = self.phrases[phrase].tokens.start;
            // "no fewer than 12" begins with the number itself
            let counted = |noun: &NounGroup| {
                noun.quantity
                    .is_some_and(|quantity| self.quantities[quantity].tokens.start == first)
            };
            self.phrases[phrase]
                .noun()
                .is_some_and(|noun| !counted(noun))
                && self.is(self.sentence.tokens[first].word, Class::Nobody)
        })
    }

    pub(super) fn countable(&self, at: usize) -> bool {
        self.phrases[at]
            .noun()
            .is_some_and(|noun| noun.quantity.is_some() || self.single(at).is_some())
    }
}
