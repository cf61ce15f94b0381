//! What a word tells of its sentence before it is parsed: whether it may make a statement at all.

use super::{FamilyId, Predicates};
use crate::{
    lexicon::WordId,
    token::{self, Token},
};

/// A set of families, one bit each; the last stands for rejections.
pub(super) type Families = u128;

/// Words that reject what was said before make a statement of any family.
pub(super) const REJECTS: Families = 1 << 127;

/// What a word tells of its sentence before it is parsed.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Opener {
    /// Families that it may open as a verb.
    pub(super) verb: Families,
    /// As a noun or a name.
    pub(super) noun: Families,
    /// As any word.
    pub(super) state: Families,
    /// Families that speak of it.
    pub(super) about: Families,
}

impl Predicates {
    /// What the word tells by which a sentence is known to hold an entry.
    pub(super) fn opener(&mut self, words: &[WordId], entry: &str) -> &mut Opener {
        // "in compliance with": the longest word is the rarest
        let longest = token::words(entry)
            .zip(words)
            .max_by_key(|(word, _)| word.len());
        self.opener_of(longest.map_or(WordId::UNKNOWN, |(_, word)| *word))
    }

    pub(super) fn opener_of(&mut self, word: WordId) -> &mut Opener {
        if self.openers.len() <= word.index() {
            self.openers.resize(word.index() + 1, Opener::default());
        }
        &mut self.openers[word.index()]
    }

    /// Whether these words may make a statement: they open a family and are what it speaks of.
    pub(crate) fn may_state(&self, tokens: &[Token]) -> bool {
        let (mut opens, mut about) = (0, self.free | REJECTS);
        for token in tokens {
            let Some(opener) = self.openers.get(token.word.index()) else {
                continue;
            };
            about |= opener.about;
            opens |= opener.state;
            if token.tag.is_verbal() {
                opens |= opener.verb;
            } else if token.tag.is_nominal() {
                opens |= opener.noun;
            }
        }
        opens & about != 0
    }
}

pub(super) fn bit(family: FamilyId) -> Families {
    1 << family.0
}
