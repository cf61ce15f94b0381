//! The command `rashomon`: reads articles, and reports where they contradict each other.
//!
//! ```text
//! paths → read → extractor → graph → report → text · markdown · json · dot
//! ```

mod args; // what the user asked for
mod read; // files → documents
mod desk; // what a desk has judged
mod pairs; // two texts a line
mod report; // what was found, in plain strings and numbers
mod output; // where it goes
mod progress; // how far a long run has come
mod cache; // what was read before
mod session; // one run
mod watch; // a folder that grows
mod run; // one function a command

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    output::watch_for_interrupts();
    match run::run(&args::Args::parse()) {
        Ok(code) => code,
        Err(error) if output::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            output::complain(&format!("{error:#}"));
            ExitCode::from(2)
        }
    }
}
