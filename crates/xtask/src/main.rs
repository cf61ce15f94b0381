//! Builds the data that the extractor carries: `cargo xtask train-tagger`, `cargo xtask gazetteer`.

mod brown; // the corpus that the tagger learns from
mod gazetteer;
mod tagger;

fn main() -> anyhow::Result<()> {
    match std::env::args().nth(1).as_deref() {
        Some("gazetteer") => gazetteer::build(),
        Some("train-tagger") => tagger::train(),
        Some(other) => anyhow::bail!("no task `{other}`; known: train-tagger, gazetteer"),
        None => anyhow::bail!("name a task: train-tagger, gazetteer"),
    }
}
