//! How the tagger learns; for `cargo xtask train-tagger` only.
//!
//! A first round learns a weight for each of some hundred thousand keys and finds the few that
//! are worth their room; a second round learns the weights of those. Sentences are read with a
//! dictionary that was made without them, since a new text has words that no dictionary knows.

mod sample; // a sentence whose tags are known
mod dictionary; // which tags a word may have
mod weights; // what is learned

use std::collections::BTreeMap;

use super::{
    context::Context,
    pack::{Layout, Pack},
    walk,
};
use crate::Tag;
use dictionary::Dictionary;
pub use sample::Sample;
use weights::{TAGS, Weights};

/// A word with the tags that it may have, the usual one first.
pub type Entry = (String, Vec<Tag>);

/// Into how many parts the samples are cut: each is read with a dictionary made of the others.
const PARTS: usize = 10;
/// How often a key must be met to be tried.
const SEEN: u32 = 3;
/// Buckets of the first round.
const MANY: usize = 1 << 18;
/// How often all samples are read in the first round and in the second.
const ROUNDS: [u32; 2] = [2, 6];

/// Learns a model of so many buckets from samples and from words that samples lack.
pub fn train(samples: &[Sample], words: &[Entry], buckets: usize) -> Vec<u8> {
    let dictionary = Dictionary::new(samples, words);
    let whole = dictionary.layout(samples, None);
    let parts: Vec<Layout> = (0..PARTS)
        .map(|part| dictionary.layout(samples, Some(part)))
        .collect();

    let counts = count(&whole, samples);
    let mut first = whole.resized(MANY);
    for &(key, _) in &counts {
        first.key(key);
    }
    let rows = fit(&first, &parts, samples, ROUNDS[0]);
    let mut second = whole.resized(buckets);
    for key in by_worth(&first.pack(), &rows, &counts) {
        second.key(key);
    }
    let rows = fit(&second, &parts, samples, ROUNDS[1]);
    let scale = weights::scale(&rows);
    for (row, weights) in rows.iter().enumerate() {
        second.weights(row, &weights.map(|weight| weights::rounded(weight * scale)));
    }
    second.into_bytes()
}

/// How well a model does on sentences that it did not learn from.
#[derive(Debug, Default)]
pub struct Score {
    /// Tokens, marks and figures counted.
    pub tokens: usize,
    /// Those whose tag was found.
    pub right: usize,
    /// How often a tag (first) was taken for another (second).
    pub mistaken: BTreeMap<(Tag, Tag), usize>,
}

/// Tries a model on samples.
///
/// # Panics
/// If `model` is no model.
pub fn evaluate(model: &[u8], samples: &[Sample]) -> Score {
    let pack = Pack::read(model).expect("a model that was just laid out");
    let mut score = Score::default();
    for sample in samples {
        let mut tokens = sample.tokens.clone();
        super::tag_with(&pack, &sample.text, &mut tokens);
        for (token, &tag) in tokens.iter().zip(&sample.tags) {
            score.tokens += 1;
            if token.tag == tag {
                score.right += 1;
            } else {
                *score.mistaken.entry((tag, token.tag)).or_default() += 1;
            }
        }
    }
    score
}

/// The keys of all decisions that are met often enough, with how often that is.
fn count(layout: &Layout, samples: &[Sample]) -> Vec<(u64, u32)> {
    let mut counts: BTreeMap<u64, u32> = BTreeMap::new();
    for sample in samples {
        let mut tokens = sample.tokens.clone();
        walk(
            &layout.pack(),
            &sample.text,
            &mut tokens,
            |at, _, context| {
                for &key in context.keys().used() {
                    *counts.entry(key).or_default() += 1;
                }
                sample.tags[at]
            },
        );
    }
    let mut counts: Vec<_> = counts.into_iter().filter(|pair| pair.1 >= SEEN).collect();
    counts.sort_by_key(|&(key, count)| (std::cmp::Reverse(count), key));
    counts
}

/// The keys, those first that have large weights and are met often.
fn by_worth(pack: &Pack<'_>, rows: &[[f64; TAGS]], counts: &[(u64, u32)]) -> Vec<u64> {
    let mut worth: Vec<(f64, u64)> = counts
        .iter()
        .filter_map(|&(key, count)| {
            let row = &rows[pack.row(key)?];
            let size: f64 = row.iter().map(|weight| weight * weight).sum::<f64>().sqrt();
            Some((size * f64::from(count).powf(0.3), key))
        })
        .collect();
    worth.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    worth.into_iter().map(|(_, key)| key).collect()
}

/// The weights of all rows of `layout`.
fn fit(layout: &Layout, parts: &[Layout], samples: &[Sample], rounds: u32) -> Vec<[f64; TAGS]> {
    let pack = layout.pack();
    let mut weights = Weights::new(pack.rows());
    let mut order: Vec<usize> = (0..samples.len()).collect();
    let mut chance = Chance(0x2545_f491_4f6c_dd1d);
    for _ in 0..rounds {
        chance.shuffle(&mut order);
        for &at in &order {
            let pack = parts[at % PARTS].pack().with_rows_of(&pack);
            learn(&pack, &mut weights, &samples[at]);
        }
    }
    weights.average()
}

/// Tags a sample and moves the weights of each decision towards the right tag.
fn learn(pack: &Pack<'_>, weights: &mut Weights, sample: &Sample) {
    let mut tokens = sample.tokens.clone();
    let rows = |context: &Context<'_>| -> Vec<usize> {
        let keys = context.keys();
        keys.used()
            .iter()
            .filter_map(|&key| pack.row(key))
            .collect()
    };
    walk(pack, &sample.text, &mut tokens, |at, allowed, context| {
        weights.learn(&rows(context), allowed, sample.tags[at])
    });
}

/// Numbers without a pattern, the same in each run (xorshift).
struct Chance(u64);

impl Chance {
    fn shuffle(&mut self, order: &mut [usize]) {
        for at in (1..order.len()).rev() {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            order.swap(at, (self.0 % (at as u64 + 1)) as usize);
        }
    }
}
