//! Where to write, in which colours, and what to say meanwhile.

use std::{io, path::PathBuf};

use clap::{ArgAction, Args as Arguments, ValueEnum};

/// Where to write.
#[derive(Debug, Arguments)]
pub(crate) struct Output {
    /// Write to a file
    #[arg(id = "output", short, long, value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Colours; `auto` looks at the terminal and at `NO_COLOR`
    #[arg(long, value_name = "WHEN", value_enum, default_value = "auto")]
    pub color: Color,
    /// Wrap text to so many columns [default: the terminal's; not at all into a pipe or a file]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..))]
    pub width: Option<u16>,
    /// Say nothing on the standard error; the exit code and the report still tell
    #[arg(short, long)]
    pub quiet: bool,
    /// Say on the standard error what is done and how long it takes; twice for each file
    #[arg(short, long, action = ArgAction::Count, conflicts_with = "quiet")]
    pub verbose: u8,
}

impl Output {
    /// Prepares the standard error for what is to be said there.
    pub(crate) fn start(&self) {
        let level = match self.verbose {
            0 => return,
            1 => tracing::Level::INFO,
            _ => tracing::Level::DEBUG,
        };
        let log = tracing_subscriber::fmt()
            .with_max_level(level)
            .with_target(false);
        // a second start changes nothing
        let _ = log
            .with_ansi(false)
            .with_timer(tracing_subscriber::fmt::time::uptime())
            .with_writer(io::stderr)
            .try_init();
    }
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// Where a terminal shows them
    Auto,
    /// In any case
    Always,
    /// Not at all
    Never,
}
