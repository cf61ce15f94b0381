//! "killed **five soldiers and two medics**": the noun groups that a verb acts on.

use super::{
    Kind, Mood, VerbForm,
    clause::{REACH, Row},
};
use crate::lexicon::Class;

impl Row<'_> {
    /// "killed **five soldiers and two medics**"
    pub(super) fn objects(&self, verb: usize) -> Vec<usize> {
        self.objects_from(verb + 1)
    }

    pub(super) fn objects_from(&self, start: usize) -> Vec<usize> {
        let mut at = start;
        while matches!(self.kind(at), Some(Kind::Adverb | Kind::Quote)) {
            at += 1;
        }
        let mut objects = Vec::new();
        while let Some(Kind::Noun(noun)) = self.kind(at)
            && objects.len() < REACH
        {
            let end = self.after_prepositional(at);
            // "3 civilians killed | 38 injured": a headline's next count
            let next_count = noun.quantity.is_some() && !noun.named && end == at + 1;
            if (!objects.is_empty() || next_count) && self.is_subject(end) {
                break;
            }
            objects.push(at);
            at = match self.kind(end) {
                Some(Kind::Conjunction) => end + 1,
                Some(Kind::Comma) if matches!(self.kind(end + 1), Some(Kind::Conjunction)) => {
                    end + 2
                }
                Some(Kind::Comma) if self.list_goes_on(end + 1) => end + 1,
                _ => break,
            };
        }
        objects
    }

    /// Whether what ends before `end` is the subject of a verb there.
    fn is_subject(&self, end: usize) -> bool {
        let mut at = end;
        while matches!(self.kind(at), Some(Kind::Adverb | Kind::Time)) {
            at += 1;
        }
        matches!(self.kind(at), Some(Kind::Verb(verb)) if verb.form != VerbForm::Gerund && verb.mood != Mood::Infinitive)
    }

    /// "five soldiers**, two medics and** a child": a conjunction ends the list soon.
    fn list_goes_on(&self, start: usize) -> bool {
        let mut at = start;
        while matches!(self.kind(at), Some(Kind::Noun(_))) && at < start + REACH {
            at = self.after_prepositional(at);
            match self.kind(at) {
                Some(Kind::Conjunction) => return true,
                Some(Kind::Comma) => at += 1,
                _ => return false,
            }
            if matches!(self.kind(at), Some(Kind::Conjunction)) {
                return true;
            }
        }
        false
    }

    /// The place behind a noun group and the prepositional groups that follow it.
    pub(super) fn after_prepositional(&self, noun: usize) -> usize {
        let mut at = noun + 1;
        while matches!(self.kind(at), Some(Kind::Preposition))
            && matches!(self.kind(at + 1), Some(Kind::Noun(_) | Kind::Time))
            && !self.is(at, Class::By)
            && at < noun + REACH
        {
            at += 2;
        }
        at
    }
}
