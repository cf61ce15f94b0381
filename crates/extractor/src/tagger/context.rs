use super::word::{Shape, Word};
use crate::Tag;

/// How many numbers describe a token.
pub(super) const KEYS: usize = 26;

/// A token with two neighbours on either side, and the tags of the two before it.
#[derive(Debug)]
pub(super) struct Context {
    /// Two before, the token, two after.
    words: [Word; 5],
    /// Of the two before; the nearer one first.
    tags: [u64; 2],
}

impl Context {
    /// Before the first token; `first` and `second` are the next to come.
    pub(super) fn new(first: Word, second: Word) -> Self {
        Self {
            words: [Word::END, Word::END, Word::END, first, second],
            tags: [Tag::ALL.len() as u64; 2],
        }
    }

    /// Moves on by one token; `after` is the one two further on.
    pub(super) fn advance(&mut self, after: Word) {
        self.words.rotate_left(1);
        self.words[4] = after;
    }

    /// Takes in the tag of the present token.
    pub(super) fn decided(&mut self, tag: Tag) {
        self.tags = [tag as u64, self.tags[0]];
    }

    /// The present token.
    pub(super) fn word(&self) -> &Word {
        &self.words[2]
    }

    /// What is known here, each fact as one number that the weights are found by.
    pub(super) fn keys(&self) -> [u64; KEYS] {
        let [far, back, word, next, after] = &self.words;
        let [tag, tag_before] = self.tags;
        let tags = tag << 5 | tag_before;
        let first = u64::from(back.shape == Shape::Edge);
        let shape = word.shape as u64;
        let tail = |word: &Word, letters: u32| u64::from(word.tail) & ((1 << (8 * letters)) - 1);
        let facts = [
            0,
            word.hash,
            tail(word, 1) << 8 | shape,
            tail(word, 2),
            tail(word, 3),
            tail(word, 4),
            u64::from(word.head),
            shape << 2 | first << 1 | u64::from(word.hyphen),
            tag << 4 | shape,
            tags,
            tags.wrapping_mul(0x9e37_79b9) ^ word.hash,
            tag << 32 ^ word.hash.rotate_left(7),
            back.hash,
            far.hash,
            next.hash,
            after.hash,
            tail(next, 3),
            tail(next, 2) << 5 | tag,
            tail(back, 3),
            tail(word, 3) << 5 | tag,
            u64::from(next.allowed.0),
            u64::from(next.allowed.0) << 5 | tag,
            u64::from(word.allowed.0) << 10 | tags,
            next.hash.rotate_left(9) ^ word.hash,
            back.hash.rotate_left(9) ^ word.hash,
            (next.shape as u64) << 16 | (back.shape as u64) << 8 | shape,
        ];
        let mut keys = [0; KEYS];
        for (template, (key, fact)) in keys.iter_mut().zip(facts).enumerate() {
            let salt = (template as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            let mixed = (fact ^ salt).wrapping_mul(0xd6e8_feb8_6659_fd93);
            *key = (mixed ^ mixed >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
        }
        keys
    }
}
