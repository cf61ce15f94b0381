//! Builds the data that the extractor carries, `cargo xtask train-tagger` and `cargo xtask gazetteer`,
//! times the program, `cargo xtask bench`, and gives it what nobody would write, `cargo xtask hostile`.

mod program; // the program as it is shipped
mod bench; // how long reading takes
mod reading; // tagged sentences
mod brown; // the corpus that the tagger learns from
mod news; // what it cannot learn there
mod gazetteer;
mod tagger;
mod hostile; // documents that nobody would write

fn main() -> anyhow::Result<()> {
    match std::env::args().nth(1).as_deref() {
        Some("bench") => bench::run(),
        Some("hostile") => {
            let documents = std::env::args().nth(2);
            hostile::run(documents.map_or(Ok(1_000), |number| number.parse())?)
        }
        Some("gazetteer") => gazetteer::build(),
        Some("train-tagger") => tagger::train(),
        Some(other) => {
            anyhow::bail!("no task `{other}`; known: bench, gazetteer, hostile, train-tagger")
        }
        None => anyhow::bail!("name a task: bench, gazetteer, hostile, train-tagger"),
    }
}
