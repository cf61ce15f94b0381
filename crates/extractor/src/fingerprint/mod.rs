//! Which documents share words: hashes that stay the same on every machine.

mod credit; // the agency that a credit line names

use crate::{Document, Lexicon, sentence::Sentence, token::TokenKind};
use borsh::{BorshDeserialize, BorshSerialize};

/// FNV-1a over 64 bits: ids and shingles that never change from one run, machine or version to another.
#[derive(Clone, Copy, Debug)]
pub struct StableHash(u64);

impl Default for StableHash {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl StableHash {
    /// The hash with one more field; a mark between fields keeps ("ab", "c") and ("a", "bc") apart.
    #[must_use]
    pub fn with(mut self, field: impl AsRef<[u8]>) -> Self {
        for &byte in field.as_ref().iter().chain(&[0xff]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        self
    }

    /// Its value, with the bits well mixed (`SplitMix64`'s last step).
    pub fn value(self) -> u64 {
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

/// Shingle hashes of a document, from which near-copies are recognised without its text.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default)]
pub struct Fingerprint {
    /// The smallest hashes of its five-word shingles, sorted.
    pub shingles: Vec<u64>,
    /// The agency that its credit line names: "Reuters".
    pub credit: Option<std::sync::Arc<str>>,
}

/// How many shingles a fingerprint keeps: enough to tell a tenth of shared text from none.
const SKETCH: usize = 96;
/// Words of a shingle.
const WORDS: usize = 5;

/// The fingerprint of a document's article, without the furniture around it.
pub(crate) fn fingerprint(
    lexicon: &Lexicon,
    document: &Document,
    sentences: &[Sentence],
) -> Fingerprint {
    Fingerprint {
        shingles: sketch(&document.text, sentences),
        credit: credit::credit(lexicon, document),
    }
}

/// The smallest hashes of the shingles; an article of fewer words than a shingle is one shingle.
fn sketch(text: &str, sentences: &[Sentence]) -> Vec<u64> {
    let tokens = sentences.iter().flat_map(|sentence| &sentence.tokens);
    let words: Vec<u64> = tokens
        .filter(|token| !matches!(token.kind, TokenKind::Mark | TokenKind::Quote))
        .map(|token| word(token.text(text)))
        .collect();
    let shingle = |words: &[u64]| {
        words
            .iter()
            .fold(StableHash::default(), |hash, word| {
                StableHash(hash.0.rotate_left(7).wrapping_mul(0x0100_0000_01b3) ^ word)
            })
            .value()
    };
    let mut hashes: Vec<u64> = if words.len() < WORDS {
        words.chunks(WORDS).map(shingle).collect()
    } else {
        words.windows(WORDS).map(shingle).collect()
    };
    hashes.sort_unstable();
    hashes.dedup();
    hashes.truncate(SKETCH);
    hashes
}

/// The hash of a word's letters and digits in lower case.
fn word(word: &str) -> u64 {
    let letters = word.chars().filter(|letter| letter.is_alphanumeric());
    let hash = letters
        .flat_map(char::to_lowercase)
        .fold(StableHash::default().0, |hash, letter| {
            (hash ^ u64::from(letter)).wrapping_mul(0x0100_0000_01b3)
        });
    StableHash(hash).value()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    fn sketch(text: &str) -> Vec<u64> {
        read(Lexicon::builtin(), &Document::new("wire-1", text))
            .fingerprint
            .shingles
    }

    #[test]
    fn marks_and_capitals_make_no_other_text() {
        let plain = sketch("Shells fell on two villages near the border, officials said.");
        let shouted = sketch("SHELLS FELL ON TWO VILLAGES NEAR THE BORDER OFFICIALS SAID");
        assert_eq!(plain, shouted);
        assert_eq!(plain.len(), 6);
    }

    #[test]
    fn few_words_are_one_shingle() {
        assert_eq!(sketch("Shells fell.").len(), 1);
        assert_eq!(sketch("").len(), 0);
    }
}
