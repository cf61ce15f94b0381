use super::word::{NONE, Shape, Word};
use crate::Tag;

/// How many facts are known of a word whose endings say nothing new.
const FREQUENT: usize = 16;
/// How many are known of any other.
const RARE: usize = 22;

/// A token with two neighbours on either side, and what was decided before it.
#[derive(Debug)]
pub(super) struct Context<'s> {
    words: &'s [Word],
    at: usize,
    /// The tags of the two before; the nearer one first.
    tags: [u64; 2],
    /// The last verb, and how far back it stands.
    verb: Verb,
    /// The tag of the last noun, name or pronoun.
    noun: u64,
    /// Whether the clause has its finite verb (1), or the one before the comma had it (2).
    finite: u64,
}

#[derive(Debug)]
struct Verb {
    tag: u64,
    since: u64,
}

/// Facts, each as one number that the weights are found by.
pub(super) struct Keys {
    keys: [u64; RARE],
    len: usize,
}

impl Keys {
    pub(super) fn used(&self) -> &[u64] {
        &self.keys[..self.len]
    }
}

impl<'s> Context<'s> {
    /// Before the first of these tokens.
    pub(super) fn new(words: &'s [Word]) -> Self {
        let none = u64::from(NONE);
        Self {
            words,
            at: 0,
            tags: [none; 2],
            verb: Verb {
                tag: none,
                since: 0,
            },
            noun: none,
            finite: 0,
        }
    }

    /// Moves on to a token.
    pub(super) fn advance(&mut self, at: usize) {
        self.at = at;
    }

    /// Takes in the tag of the present token.
    pub(super) fn decided(&mut self, tag: Tag) {
        self.verb.since = (self.verb.since + 1).min(3);
        if tag.is_verbal() {
            self.verb = Verb {
                tag: tag as u64,
                since: 0,
            };
        }
        if tag.is_nominal() || tag == Tag::Pronoun {
            self.noun = tag as u64;
        }
        match tag {
            Tag::VerbPast | Tag::VerbPresent | Tag::Modal => self.finite = 1,
            Tag::Subordinator | Tag::Wh | Tag::Conjunction => self.finite = 0,
            Tag::Punctuation => self.finite = 2 * (self.finite & 1),
            _ => {}
        }
        self.tags = [tag as u64, self.tags[0]];
    }

    /// The present token.
    pub(super) fn word(&self) -> &'s Word {
        &self.words[self.at]
    }

    /// The token so many before.
    fn back(&self, steps: usize) -> &'s Word {
        let at = self.at.checked_sub(steps);
        at.map_or(&Word::END, |at| &self.words[at])
    }

    /// The token so many behind.
    fn ahead(&self, steps: usize) -> &'s Word {
        self.words.get(self.at + steps).unwrap_or(&Word::END)
    }

    /// What is known here.
    pub(super) fn keys(&self) -> Keys {
        let (far, back, word) = (self.back(2), self.back(1), self.word());
        let (next, after) = (self.ahead(1), self.ahead(2));
        let prior = u64::from(word.prior);
        let [tag, tag_before] = self.tags;
        let tags = tag << 5 | tag_before;
        let ahead = u64::from(next.prior) << 5 | u64::from(after.prior);
        let first = u64::from(back.shape == Shape::Edge);
        let shape = word.shape as u64;
        let shapes = (next.shape as u64) << 16 | (back.shape as u64) << 8 | shape;
        let clause = (self.finite << 2 | u64::from(word.verbs_ahead)) << 5 | self.noun;
        let facts = [
            word.hash,
            ahead << 32 ^ word.hash,
            (self.finite << 10 | self.noun << 5 | tag) << 32 ^ word.hash,
            next.hash.rotate_left(9) ^ word.hash,
            back.hash.rotate_left(9) ^ word.hash,
            word.allowed.number() << 10 | tags,
            back.hash,
            if next.frequent {
                next.allowed.number() << 32
            } else {
                next.tail(3)
            },
            shape << 2 | first << 1 | u64::from(word.hyphen) | tag << 10,
            self.finite << 20 | tag << 15 | prior << 10 | ahead,
            self.verb.tag << 7 | self.verb.since << 5 | prior,
            shapes,
            far.hash,
            word.allowed.number() << 10 | ahead,
            clause << 32 | word.allowed.number(),
            (clause << 5 | u64::from(next.prior)) << 32 | word.allowed.number(),
            // what follows is asked of rare words only
            word.tail(1) << 8 | shape,
            word.tail(2),
            word.tail(3),
            word.tail(4),
            word.tail(3) << 5 | tag,
            u64::from(word.head),
        ];
        let len = if word.frequent { FREQUENT } else { RARE };
        let mut keys = [0; RARE];
        for (rank, (key, fact)) in keys.iter_mut().zip(facts).take(len).enumerate() {
            *key = mixed(fact, rank as u64);
        }
        Keys { keys, len }
    }
}

/// Spreads the bits of a fact, so that facts of one rank share no keys with those of another.
fn mixed(fact: u64, rank: u64) -> u64 {
    const PRIME: u64 = 0xd6e8_feb8_6659_fd93;
    let salted = (fact ^ (rank + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(PRIME);
    (salted ^ salted >> 32).wrapping_mul(PRIME)
}
