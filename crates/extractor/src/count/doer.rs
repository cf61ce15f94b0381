//! "… before killing himself", "… then took his own life": the doer is one more of the dead.

use super::{Found, Reader, person::Single};
use crate::{Stance, phrase::Kind};

impl Reader<'_> {
    /// "took **his own life**": marks the noun groups that stand for the doer.
    pub(super) fn suicides(&mut self) {
        for at in 0..self.phrases.len() {
            let Some(verb) = self.phrases[at].verb() else {
                continue;
            };
            let words = self.sentence.tokens[verb.head..].iter();
            let Some((len, &measure)) = self
                .lexicon
                .measures
                .suicides
                .longest(words.map(|token| token.word))
            else {
                continue;
            };
            let cue = verb.head..verb.head + len;
            let slot = (at + 1..self.phrases.len())
                .take_while(|&next| self.phrases[next].tokens.start < cue.end)
                .filter(|&next| self.phrases[next].noun().is_some())
                .last();
            let expected = self
                .clause_of(at)
                .is_some_and(|clause| self.stance(clause, verb) == Stance::Expects);
            if let Some(slot) = slot.filter(|_| !verb.negated && !expected) {
                self.doer[slot] = true;
                self.found[slot] = None;
                self.measure(slot, measure, cue, None, Stance::Asserts);
            }
        }
    }

    /// "killed three people before killing **himself**", "kills three, then **himself**": adds the doer to
    /// those whom the sentence tells of.
    pub(super) fn doers(&mut self) {
        for at in 1..self.phrases.len() {
            if self.single(at) != Some(Single::Doer) || self.is_on_roster(at) {
                continue;
            }
            let joined = (0..at).rev().find(|&before| {
                !matches!(
                    self.phrases[before].kind,
                    Kind::Comma | Kind::Adverb | Kind::Conjunction
                )
            });
            if let Some(before) = joined
                && self.found[at].is_none()
            {
                self.found[at] = self.found[before].clone();
            }
            let Some(Found {
                measure: Some(measure),
                cue,
                stance,
                ..
            }) = self.found[at].clone()
            else {
                continue;
            };
            let others = (0..at).rev().take(16).find(|&before| {
                self.found[before]
                    .as_ref()
                    .is_some_and(|found| found.measure == Some(measure) && found.whole.is_none())
                    && self.countable(before)
            });
            if let Some(others) = others
                && !self.join_roster(others, at)
            {
                self.roster(&[others, at], measure, &cue, None, stance);
            }
        }
    }
}
