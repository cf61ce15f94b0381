//! How the tagger learns; for `cargo xtask train-tagger` only.

use std::collections::BTreeMap;

use super::{
    TagSet, best,
    context::{Context, KEYS},
    pack::Layout,
    walk,
    word::Word,
};
use crate::{
    Span, Tag,
    lexicon::Vocabulary,
    token::{self, Token, TokenKind},
};

const TAGS: usize = Tag::ALL.len();

/// A sentence whose tags are known.
#[derive(Clone, Debug, Default)]
pub struct Sample {
    text: String,
    tokens: Vec<Token>,
    tags: Vec<Tag>,
}

impl Sample {
    /// Adds a word and its tags: one, or one for each of the tokens that it is cut into.
    pub fn push(&mut self, word: &str, tags: &[Tag]) {
        let start = self.text.len();
        self.text.push_str(word);
        let span = Span::new(start, self.text.len());
        let pieces = token::tokens(&Vocabulary::default(), &self.text, span);
        let fits = pieces.len() == tags.len();
        let mut inner = tags.iter().copied();
        let mut last = Tag::Other;
        for (at, piece) in pieces.iter().enumerate() {
            let tag = match piece.kind {
                TokenKind::Number => Tag::Number,
                _ if fits => tags[at],
                TokenKind::Mark | TokenKind::Quote => Tag::Punctuation,
                _ => {
                    last = inner.next().unwrap_or(last);
                    last
                }
            };
            self.tags.push(tag);
        }
        self.tokens.extend(pieces);
        self.text.push(' ');
    }

    /// How many tokens it has.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether it has no tokens.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Its words and their tags.
    pub fn words(&self) -> impl Iterator<Item = (&str, Tag)> {
        let words = self.tokens.iter().map(|token| token.text(&self.text));
        words.zip(self.tags.iter().copied())
    }
}

/// How well a model does on sentences that it did not learn from.
#[derive(Debug, Default)]
pub struct Score {
    /// Tokens with a tag to find, marks and figures counted.
    pub tokens: usize,
    /// Those whose tag was found.
    pub right: usize,
    /// How often one tag (first) was taken for another (second).
    pub mistaken: BTreeMap<(Tag, Tag), usize>,
}

/// Learns a model from samples.
pub fn train(samples: &[Sample], epochs: u32, buckets: usize) -> Vec<u8> {
    let dictionary = dictionary(samples);
    let slots = (dictionary.len() * 3 / 2).next_power_of_two();
    let mut layout = Layout::new(slots, buckets);
    for (&hash, &tags) in &dictionary {
        layout.word(hash, tags);
    }
    let keys = keys(&layout, samples);
    let kept = keys.iter().filter(|&&key| layout.key(key)).count();
    let _ = kept;
    let mut weights = Weights::new(buckets * 2);
    let mut order: Vec<usize> = (0..samples.len()).collect();
    let mut chance = Chance(0x2545_f491_4f6c_dd1d);
    for _ in 0..epochs {
        chance.shuffle(&mut order);
        for &at in &order {
            learn(&layout, &mut weights, &samples[at]);
        }
    }
    let rows = weights.average();
    let scale = scale(&rows);
    for (row, weights) in rows.iter().enumerate() {
        let whole = weights.map(|weight| (weight * scale).round().clamp(-127.0, 127.0) as i8);
        layout.weights(row, &whole);
    }
    layout.into_bytes()
}

/// Tries a model on samples.
///
/// # Panics
/// If `model` is no model.
pub fn evaluate(model: &[u8], samples: &[Sample]) -> Score {
    let pack = super::Pack::read(model).expect("a model that was just laid out");
    let mut score = Score::default();
    for sample in samples {
        let mut tokens = sample.tokens.clone();
        walk(&pack, &sample.text, &mut tokens, |_, allowed, context| {
            best(&pack.scores(&context.keys()), allowed)
        });
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

/// The tags of the words that are frequent enough to trust.
fn dictionary(samples: &[Sample]) -> BTreeMap<u64, TagSet> {
    let mut counts: BTreeMap<u64, [u32; TAGS]> = BTreeMap::new();
    let empty = Layout::new(1, 1);
    let empty = empty.pack();
    for sample in samples {
        for (at, &tag) in sample.tags.iter().enumerate() {
            if !matches!(
                sample.tokens[at].kind,
                TokenKind::Word | TokenKind::Mixed | TokenKind::Genitive
            ) {
                continue;
            }
            let case = super::Case::Usual;
            let word = Word::read(&empty, &sample.text, &sample.tokens, at, case);
            counts.entry(word.hash).or_insert([0; TAGS])[tag as usize] += 1;
        }
    }
    counts
        .into_iter()
        .filter_map(|(hash, counts)| {
            let total: u32 = counts.iter().sum();
            if total < 4 {
                return None;
            }
            let tags = Tag::ALL
                .into_iter()
                .filter(|&tag| counts[tag as usize] * 1000 > total);
            let tags = tags.fold(TagSet(0), |set, tag| set.with(TagSet::of(&[tag])));
            // a rare word is known by few of its uses
            let tags = if total < 10 && tags.meets(TagSet::OPEN) {
                tags.with(TagSet::OPEN)
            } else {
                tags
            };
            (tags != TagSet::OPEN).then_some((hash, tags))
        })
        .collect()
}

/// The keys of all decisions, the most frequent first.
fn keys(layout: &Layout, samples: &[Sample]) -> Vec<u64> {
    let mut counts: BTreeMap<u64, u32> = BTreeMap::new();
    for sample in samples {
        let mut tokens = sample.tokens.clone();
        walk(
            &layout.pack(),
            &sample.text,
            &mut tokens,
            |at, _, context| {
                for key in context.keys() {
                    *counts.entry(key).or_default() += 1;
                }
                sample.tags[at]
            },
        );
    }
    let mut keys: Vec<_> = counts.into_iter().filter(|&(_, count)| count > 2).collect();
    keys.sort_by_key(|&(key, count)| (std::cmp::Reverse(count), key));
    keys.into_iter().map(|(key, _)| key).collect()
}

fn learn(layout: &Layout, weights: &mut Weights, sample: &Sample) {
    let pack = layout.pack();
    let mut tokens = sample.tokens.clone();
    walk(&pack, &sample.text, &mut tokens, |at, allowed, context| {
        let rows = rows(&pack, context);
        let mut sums = [0.0; TAGS];
        for &row in rows.iter().flatten() {
            for (sum, weight) in sums.iter_mut().zip(&weights.now[row]) {
                *sum += weight;
            }
        }
        let mut guess = (f32::MIN, Tag::Noun);
        for (tag, sum) in Tag::ALL.into_iter().zip(sums) {
            if sum > guess.0 && allowed.holds(tag) {
                guess = (sum, tag);
            }
        }
        let right = sample.tags[at];
        if guess.1 != right {
            weights.update(&rows, right, guess.1);
        }
        weights.time += 1;
        guess.1
    });
}

fn rows(pack: &super::Pack<'_>, context: &Context) -> [Option<usize>; KEYS] {
    context.keys().map(|key| pack.row(key))
}

/// Weights that remember their own history.
struct Weights {
    now: Vec<[f32; TAGS]>,
    /// Each change times the moment it was made.
    dated: Vec<[f64; TAGS]>,
    time: u64,
}

impl Weights {
    fn new(rows: usize) -> Self {
        Self {
            now: vec![[0.0; TAGS]; rows],
            dated: vec![[0.0; TAGS]; rows],
            time: 0,
        }
    }

    fn update(&mut self, rows: &[Option<usize>], right: Tag, wrong: Tag) {
        let time = self.time as f64;
        for &row in rows.iter().flatten() {
            self.now[row][right as usize] += 1.0;
            self.dated[row][right as usize] += time;
            self.now[row][wrong as usize] -= 1.0;
            self.dated[row][wrong as usize] -= time;
        }
    }

    /// The mean of each weight over all moments.
    fn average(&self) -> Vec<[f64; TAGS]> {
        let time = self.time.max(1) as f64;
        self.now
            .iter()
            .zip(&self.dated)
            .map(|(now, dated)| std::array::from_fn(|tag| f64::from(now[tag]) - dated[tag] / time))
            .collect()
    }
}

/// What to multiply weights by so that nearly all fit a signed byte.
fn scale(rows: &[[f64; TAGS]]) -> f64 {
    let mut sizes: Vec<f64> = rows.iter().flatten().map(|weight| weight.abs()).collect();
    sizes.retain(|&size| size > 0.0);
    sizes.sort_by(f64::total_cmp);
    let Some(&large) = sizes.get(sizes.len().saturating_sub(sizes.len() / 2000 + 1)) else {
        return 1.0;
    };
    127.0 / large
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
