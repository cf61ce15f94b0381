//! "left eight soldiers dead", "12 dead and wounded": adjectives that measure.

use std::ops::Range;

use super::Reader;
use crate::{
    Stance,
    lexicon::MeasureId,
    phrase::{Kind, VerbForm},
};

impl Reader<'_> {
    /// "left eight soldiers dead", "12 were found dead", "20 are missing"
    pub(super) fn adjectives(&mut self) {
        for at in 1..self.phrases.len() {
            let start = self.phrases[at].tokens.start;
            let head = match &self.phrases[at].kind {
                // "in critical condition", "from their homes"
                Kind::Adjective | Kind::Preposition => start,
                Kind::Verb(verb) if self.measuring_verb(verb).is_none() => verb.head,
                // "four shot, one fatally"
                Kind::Adverb
                    if self.phrases[at - 1]
                        .noun()
                        .is_some_and(|noun| noun.quantity.is_some() && !noun.named) =>
                {
                    start
                }
                _ => continue,
            };
            let words = self.sentence.tokens[head..].iter().map(|token| token.word);
            let Some((len, &measure)) = self.lexicon.measures.adjectives.longest(words) else {
                continue;
            };
            let cue = head..head + len;
            let before = (0..at)
                .rev()
                .take(4)
                .find(|&before| self.phrases[before].kind != Kind::Adverb);
            let holders = match before.map(|before| (before, &self.phrases[before].kind)) {
                Some((noun, Kind::Noun(_))) if head == start => vec![noun],
                Some((verb, Kind::Verb(_))) if head == start => self
                    .clause_of(verb)
                    .map(|clause| clause.subjects.clone())
                    .unwrap_or_default(),
                _ => self
                    .clause_of(at)
                    .map(|clause| clause.subjects.clone())
                    .unwrap_or_default(),
            };
            for noun in holders {
                self.measure(noun, measure, cue.clone(), None, Stance::Asserts);
                if let Some(joined) = self.joined_adjective(at) {
                    self.measure(noun, joined.0, joined.1, None, Stance::Asserts);
                }
            }
        }
    }

    /// "dead **and wounded**": the measure joined to an adjective by "and" or "or".
    pub(super) fn joined_adjective(&self, at: usize) -> Option<(MeasureId, Range<usize>)> {
        (self.phrases.get(at + 1)?.kind == Kind::Conjunction).then_some(())?;
        let next = self.phrases.get(at + 2)?;
        if let Kind::Verb(verb) = &next.kind
            && self
                .clause_of(at + 2)
                .is_none_or(|clause| !clause.objects.is_empty())
            && verb.form != VerbForm::Bare
        {
            return None;
        }
        let start = next.tokens.start;
        let words = self.sentence.tokens[start..].iter().map(|token| token.word);
        let (len, &measure) = self.lexicon.measures.adjectives.longest(words)?;
        (len == next.tokens.len()).then_some((measure, start..start + len))
    }
}
