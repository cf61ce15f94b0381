use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

use crate::token;

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

/// Numbers for the words of all lexicon files, so that a text's word is looked up once.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    ids: HashMap<Box<str>, WordId, BuildHasherDefault<WordHasher>>,
}

impl Vocabulary {
    /// The number of a word in lower case.
    pub(crate) fn id(&self, lower: &str) -> WordId {
        self.ids.get(lower).copied().unwrap_or(WordId::UNKNOWN)
    }

    /// Takes a word in; a known one keeps its number.
    pub(crate) fn intern(&mut self, lower: &str) -> WordId {
        if let Some(&id) = self.ids.get(lower) {
            return id;
        }
        let id = WordId(self.ids.len() as u32 + 1);
        self.ids.insert(lower.into(), id);
        id
    }

    /// Takes in the tokens of an entry of one or more words: "at least".
    pub(crate) fn intern_phrase(&mut self, phrase: &str) -> Box<[WordId]> {
        token::words(phrase)
            .map(|word| self.intern(&word.to_lowercase()))
            .collect()
    }
}

/// FNV-1a: short words, no hostile keys, the same everywhere.
pub(crate) struct WordHasher(u64);

impl Default for WordHasher {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
