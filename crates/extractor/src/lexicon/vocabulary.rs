use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

use crate::token::{self, Letters};

/// A word of the lexicon, in lower case; 0 is every word that the lexicon does not hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct WordId(pub(crate) u32);

impl WordId {
    /// A word that no lexicon file holds.
    pub(crate) const UNKNOWN: Self = Self(0);

    /// Its place in tables indexed by word.
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// Numbers for the words of all lexicon files, so that a text's word is looked up once, by the hash
/// of its letters.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    ids: HashMap<u64, WordId, BuildHasherDefault<Hashed>>,
    #[cfg(debug_assertions)]
    words: Vec<Box<str>>,
}

impl Vocabulary {
    /// The number of a word in lower case.
    pub(crate) fn id(&self, lower: &str) -> WordId {
        self.hashed(Letters::of(lower).hash)
    }

    /// The number of the word whose letters, in lower case, have this hash.
    pub(crate) fn hashed(&self, hash: u64) -> WordId {
        self.ids.get(&hash).copied().unwrap_or(WordId::UNKNOWN)
    }

    /// Takes a word in; a known one keeps its number.
    pub(crate) fn intern(&mut self, lower: &str) -> WordId {
        let next = WordId(self.ids.len() as u32 + 1);
        let id = *self.ids.entry(Letters::of(lower).hash).or_insert(next);
        #[cfg(debug_assertions)]
        self.tell_apart(lower, id);
        id
    }

    /// Two words of the lexicon with one hash would be one word: no test run lets that pass.
    #[cfg(debug_assertions)]
    fn tell_apart(&mut self, lower: &str, id: WordId) {
        match self.words.get(id.index() - 1) {
            Some(word) => assert_eq!(**word, *lower, "two words share a hash"),
            None => self.words.push(lower.into()),
        }
    }

    /// Takes in the tokens of an entry of one or more words: "at least".
    pub(crate) fn intern_phrase(&mut self, phrase: &str) -> Box<[WordId]> {
        token::words(phrase)
            .map(|word| self.intern(&word.to_lowercase()))
            .collect()
    }
}

/// Passes on what is a hash already: short words, no hostile keys, the same everywhere.
#[derive(Default)]
pub(crate) struct Hashed(u64);

impl Hasher for Hashed {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0 << 8 | u64::from(byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
