//! The command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use rashomon_graph::Rule;

/// Shows where news sources contradict each other.
#[derive(Debug, Parser)]
#[command(name = "rashomon", version, arg_required_else_help = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Reports what the documents disagree about
    Report(Report),
    /// Prints what was read of each document: quantities, times, places, speakers, claims
    Annotate(Annotate),
}

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For programs
    Json,
}

/// Arguments of `report`.
#[derive(Debug, clap::Args)]
pub(crate) struct Report {
    #[command(flatten)]
    pub input: Input,
    /// How to write it
    #[arg(long, value_enum, default_value_t = Format::Json)]
    pub format: Format,
    /// By which recorder's convention figures are picked
    #[arg(long, value_name = "RULE", default_value = "range", value_parser = rule)]
    pub figures: Rule,
}

/// Arguments of `annotate`.
#[derive(Debug, clap::Args)]
pub(crate) struct Annotate {
    #[command(flatten)]
    pub input: Input,
    /// How to write it
    #[arg(long, value_enum, default_value_t = Format::Json)]
    pub format: Format,
}

/// What to read.
#[derive(Debug, clap::Args)]
pub(crate) struct Input {
    /// Files and folders; `-` is the standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
}

fn rule(name: &str) -> Result<Rule, String> {
    let known = || Rule::ALL.map(Rule::name).join(", ");
    Rule::parse(name).ok_or_else(|| format!("known rules: {}", known()))
}
