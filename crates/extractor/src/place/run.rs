use std::ops::Range;

use super::name::{NameToken, What};
use crate::{Lexicon, lexicon::PlaceWord, sentence::Sentence, token::Token};

/// A stretch of a run of capitalised words.
#[derive(Clone, Debug)]
pub(super) struct Part<'l> {
    pub(super) tokens: Range<usize>,
    pub(super) what: What<'l>,
}

/// A sentence with its names, as runs of capitalised words.
#[derive(Clone, Copy)]
pub(super) struct Runs<'l, 't> {
    pub(super) lexicon: &'l Lexicon,
    pub(super) text: &'t str,
    pub(super) sentence: &'t Sentence,
    /// The tokens of names, in order.
    pub(super) names: &'t [NameToken<'l>],
    /// Capitals tell nothing: "TWO KILLED IN BLAST", "Two Killed in Blast".
    pub(super) mute: bool,
}

impl<'l, 't> Runs<'l, 't> {
    fn tokens(&self) -> &'t [Token] {
        &self.sentence.tokens
    }

    /// The words of these tokens as the text has them.
    pub(super) fn words(&self, tokens: Range<usize>) -> &'t str {
        self.sentence.stretch(tokens).slice(self.text)
    }

    /// The name that begins or goes on with this token: "Idlib", "al-Bab".
    pub(super) fn name(&self, at: usize) -> Option<&'t NameToken<'l>> {
        let index = self.names.binary_search_by_key(&at, |name| name.at).ok()?;
        self.names.get(index)
    }

    /// Whether a name begins or goes on with this token.
    pub(super) fn is_name(&self, at: usize) -> bool {
        self.name(at).is_some()
    }

    /// The end of the run that starts here, and its parts.
    pub(super) fn parts(&self, start: usize, parts: &mut Vec<Part<'l>>) -> usize {
        parts.clear();
        let end = self.end(start);
        let mut at = start;
        while at < end {
            let (len, what) = self.part(at, end, at > start);
            let tokens = at..at + len;
            match parts.last_mut() {
                Some(Part {
                    what: What::Other,
                    tokens: last,
                }) if matches!(what, What::Other) => last.end = tokens.end,
                _ => parts.push(Part { tokens, what }),
            }
            at += len;
        }
        end
    }

    fn end(&self, start: usize) -> usize {
        let mut end = start + 1;
        loop {
            let joined = self.is_short_stop(end) || self.is_connector(end);
            if self.is_name(end) {
                end += 1;
            } else if joined && self.is_name(end + 1) {
                end += 2;
            } else {
                return end;
            }
        }
    }

    /// The full stop of "St. Louis", "Gen. Smith".
    fn is_short_stop(&self, at: usize) -> bool {
        self.tokens().get(at).is_some_and(|token| {
            token.is(self.text, ".") && self.tokens()[at - 1].span().len() <= 4
        })
    }

    /// "de" in "Rio de Janeiro".
    fn is_connector(&self, at: usize) -> bool {
        let token = self.tokens().get(at);
        token.is_some_and(|token| self.lexicon.places.is(token.word, PlaceWord::Connector))
    }

    fn part(&self, at: usize, end: usize, inside: bool) -> (usize, What<'l>) {
        let (lexicon, tokens) = (self.lexicon, self.tokens());
        let is = |class| lexicon.places.is(tokens[at].word, class);
        if is(PlaceWord::Calendar) {
            return (1, What::Calendar);
        }
        if self.after_comma(at)
            && let Some(short) = self.short(at)
        {
            return short;
        }
        let known = self.name(at).and_then(|name| name.known);
        let known = known.filter(|(len, _)| at + len <= end);
        if let Some(known) = known.filter(|(len, _)| *len > 1) {
            return known;
        }
        if is(PlaceWord::Peoples) {
            return (1, What::People(None));
        }
        if is(PlaceWord::Title) {
            // the stop of "Gen."
            let stop = at + 1 < end && self.is_short_stop(at + 1);
            return (1 + usize::from(stop), What::Title);
        }
        if inside && let Some(ending) = self.ending(at, end) {
            return ending;
        }
        if is(PlaceWord::Direction) {
            return (1, What::Direction);
        }
        if is(PlaceWord::Opening) && at + 1 < end {
            return (1, What::Opening);
        }
        // "the Washington Post" is not next to Post, Texas
        known
            .filter(|(_, what)| !(inside && matches!(what, What::Town(name) if name.common)))
            .unwrap_or((1, What::Other))
    }

    /// A word that ends a name and says what it is: "Airport", "Province", "Police".
    fn ending(&self, at: usize, end: usize) -> Option<(usize, What<'l>)> {
        const ENDINGS: [(PlaceWord, What<'static>); 7] = [
            (PlaceWord::Civic, What::Civic),
            (PlaceWord::Kind, What::Kind),
            (PlaceWord::Area, What::Expanse),
            (PlaceWord::Expanse, What::Expanse),
            (PlaceWord::Street, What::Site),
            (PlaceWord::Natural, What::Site),
            (PlaceWord::Site, What::Between),
        ];
        let tokens = &self.tokens()[at..end];
        let places = &self.lexicon.places;
        if let Some(len) = places.facility(tokens.iter().map(|token| token.word)) {
            return Some((len, What::Site));
        }
        let found = ENDINGS
            .iter()
            .find(|(class, _)| places.is(tokens[0].word, *class));
        found.map(|(_, what)| (1, *what))
    }

    /// Whether a comma stands before the token.
    pub(super) fn after_comma(&self, at: usize) -> bool {
        at > 1
            && self
                .tokens()
                .get(at - 1)
                .is_some_and(|mark| mark.is(self.text, ","))
    }

    /// "Ill." or "IL"; "in" and "Me." are words too, so two letters must both be capitals.
    pub(super) fn short(&self, at: usize) -> Option<(usize, What<'l>)> {
        let tokens = self.tokens().get(at..)?;
        let first = tokens.first()?;
        let words = tokens.iter().map(|token| token.word);
        let (len, short) = self.lexicon.places.short(words)?;
        let word = first.text(self.text);
        let fits = if word.len() == 2 {
            word.chars().all(char::is_uppercase)
        } else {
            first.capital
        };
        fits.then_some((len, What::Short(short)))
    }
}
