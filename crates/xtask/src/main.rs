//! Builds the data that the extractor carries, `cargo xtask train-tagger` and `cargo xtask gazetteer`,
//! and times the program, `cargo xtask bench`.

mod bench; // how long reading takes
mod reading; // tagged sentences
mod brown; // the corpus that the tagger learns from
mod news; // what it cannot learn there
mod gazetteer;
mod tagger;

fn main() -> anyhow::Result<()> {
    match std::env::args().nth(1).as_deref() {
        Some("bench") => bench::run(),
        Some("gazetteer") => gazetteer::build(),
        Some("train-tagger") => tagger::train(),
        Some(other) => anyhow::bail!("no task `{other}`; known: bench, gazetteer, train-tagger"),
        None => anyhow::bail!("name a task: bench, gazetteer, train-tagger"),
    }
}
