//! "the death toll rose to 12", "claimed 12 lives": figures that stand apart from whom they count.

use std::ops::Range;

use super::Reader;
use crate::{
    Stance,
    lexicon::{Class, MeasureId},
    phrase::{Kind, NounGroup},
};

/// How many phrases may stand between a toll and its figure.
const REACH: usize = 28;

impl Reader<'_> {
    /// "claimed 12 lives", "took the lives of 12 people"
    pub(super) fn lives(&mut self) {
        for index in 0..self.clauses.len() {
            let clause = self.clauses[index].clone();
            let Some(verb) = self.phrases[clause.verb].verb() else {
                continue;
            };
            let word = self.sentence.tokens[verb.head].word;
            let Some(&measure) = self.lexicon.measures.lives.word(word) else {
                continue;
            };
            let cue = verb.head..verb.head + 1;
            for &object in &clause.objects {
                let Some(noun) = self.phrases[object].noun() else {
                    continue;
                };
                if !self.is(self.sentence.tokens[noun.head].word, Class::Lives) {
                    continue;
                }
                let holder = if noun.quantity.is_some() {
                    Some(object)
                } else {
                    self.of(object)
                };
                let Some(holder) = holder else { continue };
                self.measure(
                    holder,
                    measure,
                    cue.clone(),
                    clause.subjects.last().copied(),
                    Stance::Asserts,
                );
            }
        }
    }

    /// "the death toll rose to 12", "a toll of 12", "death toll: 12"
    pub(super) fn tolls(&mut self) {
        for at in 0..self.phrases.len() {
            let Some(noun) = self.phrases[at].noun() else {
                continue;
            };
            let Some((measure, cue)) = self.toll(noun).filter(|_| noun.quantity.is_none()) else {
                continue;
            };
            // "the number of people killed": the last phrase of its name
            let last = (at..self.phrases.len())
                .take_while(|&next| self.phrases[next].tokens.start < cue.end)
                .last()
                .unwrap_or(at);
            let Some((figure, revised)) = self.figure_after(last) else {
                continue;
            };
            // "deaths passed 2,000", but "deaths in 12 villages"
            let is_head = self
                .entry_at_head(noun, &self.lexicon.measures.heads)
                .is_some();
            let stated = self.phrases[last..figure]
                .iter()
                .any(|phrase| phrase.verb().is_some());
            if self.found[figure].is_some() || (is_head && !stated) {
                continue;
            }
            let group = self.of(at).filter(|&of| of > last && of != figure);
            self.measure(figure, measure, cue, None, Stance::Asserts);
            if let Some(found) = &mut self.found[figure] {
                found.revised = revised;
                found.group = group;
            }
        }
    }

    /// The toll that a noun group names, with its words: "death toll", "number **of people killed**".
    fn toll(&self, noun: &NounGroup) -> Option<(MeasureId, Range<usize>)> {
        (noun.name.min(noun.head)..=noun.head).find_map(|from| {
            let words = self.sentence.tokens[from..].iter().map(|token| token.word);
            let (len, &measure) = self.lexicon.measures.tolls.longest(words)?;
            (from + len > noun.head).then_some((measure, from..from + len))
        })
    }

    /// The figure that a toll is given: behind "of", behind a colon, behind "stood at", "rose to".
    pub(super) fn figure_after(&self, toll: usize) -> Option<(usize, bool)> {
        let mut revised = false;
        let mut from = false;
        for at in toll + 1..(toll + REACH).min(self.phrases.len()) {
            let phrase = &self.phrases[at];
            let token = &self.sentence.tokens[phrase.tokens.start];
            match &phrase.kind {
                Kind::Noun(noun) if noun.quantity.is_some() && !from => return Some((at, revised)),
                // "rose from four to six": the earlier figure is passed over; "from Monday to Friday" is when
                Kind::Noun(_) | Kind::Time => from = false,
                Kind::Verb(verb) => {
                    let word = self.sentence.tokens[verb.head].word;
                    revised |= self.is(word, Class::Moved);
                    if !self.is(word, Class::Stand) && !self.is(word, Class::Moved) {
                        return None;
                    }
                }
                Kind::Preposition => from = self.is(token.word, Class::From),
                Kind::Adverb | Kind::Comma | Kind::Adjective => {}
                Kind::Border if token.is(self.text, ":") => {}
                _ => return None,
            }
        }
        None
    }
}
