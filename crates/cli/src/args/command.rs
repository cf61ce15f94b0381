//! The arguments of each command.

use std::{path::PathBuf, time::Duration};

use clap::Args as Arguments;

use super::{
    AnnotationFormat, Choice, FailOn, Format, Input, Judgement, Output,
    value::{drawing, seconds},
};
use crate::report::csv::Table;

/// Arguments of `report`.
#[derive(Debug, Arguments)]
pub(crate) struct Report {
    #[command(flatten)]
    pub input: Input,
    /// How to write it; without it the name of the output file decides, else text
    #[arg(short, long, value_enum)]
    pub format: Option<Format>,
    /// Which table CSV holds [default: claims]
    #[arg(long, value_name = "TABLE", value_enum)]
    pub table: Option<Table>,
    /// On one screen: the answer in a line, and what is disputed most
    #[arg(long, conflicts_with_all = ["format", "table"])]
    pub summary: bool,
    /// Leave the HXL tags under the header of CSV out
    #[arg(long)]
    pub no_hxl: bool,
    #[command(flatten)]
    pub choice: Choice,
    /// Put the texts into the JSON that its spans point into
    #[arg(long)]
    pub with_text: bool,
    #[command(flatten)]
    pub output: Output,
}

impl Report {
    /// The format that the user asks for, in so many words or by the name of the output file.
    pub(crate) fn format(&self) -> Format {
        let by_name = || self.output.file.as_deref().and_then(Format::of);
        let by_table = || self.table.map(|_| Format::Csv);
        let named = self.format.or_else(by_name).or_else(by_table);
        named.unwrap_or(Format::Text)
    }
}

/// Arguments of `check`.
#[derive(Debug, Arguments)]
pub(crate) struct Check {
    #[command(flatten)]
    pub report: Report,
    /// Which disputes fail the check: hard ones only, or soft ones too
    #[arg(long, value_name = "SEVERITY", value_enum, default_value = "hard")]
    pub fail_on: FailOn,
    /// A report in JSON whose disputes are known already
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
}

/// Arguments of `news`.
#[derive(Debug, Arguments)]
pub(crate) struct News {
    #[command(flatten)]
    pub input: Input,
    /// The earlier report in JSON
    #[arg(long, value_name = "FILE")]
    pub earlier: PathBuf,
    #[command(flatten)]
    pub choice: Choice,
    #[command(flatten)]
    pub output: Output,
}

/// Arguments of `watch`.
#[derive(Debug, Arguments)]
pub(crate) struct Watch {
    #[command(flatten)]
    pub input: Input,
    /// Keep the newest report in this file (JSON), and begin with what is new since it
    #[arg(long, value_name = "FILE")]
    pub keep: Option<PathBuf>,
    /// Look for changes every so many seconds
    #[arg(long, value_name = "SECONDS", value_parser = seconds, default_value = "5")]
    pub every: Duration,
    /// End after so many reports
    #[arg(long, value_name = "NUMBER")]
    pub rounds: Option<usize>,
    #[command(flatten)]
    pub choice: Choice,
    #[command(flatten)]
    pub output: Output,
}

/// Arguments of `annotate`.
#[derive(Debug, Arguments)]
pub(crate) struct Annotate {
    #[command(flatten)]
    pub input: Input,
    /// How to write it
    #[arg(short, long, value_enum, default_value_t)]
    pub format: AnnotationFormat,
    /// Put the text into the JSON that its spans point into
    #[arg(long)]
    pub with_text: bool,
    #[command(flatten)]
    pub output: Output,
}

/// Arguments of `graph`.
#[derive(Debug, Arguments)]
pub(crate) struct Graph {
    #[command(flatten)]
    pub input: Input,
    /// How to draw it: dot, svg or graphml; without it the name of the output file decides, else dot
    #[arg(short, long, value_parser = drawing)]
    pub format: Option<Format>,
    #[command(flatten)]
    pub choice: Choice,
    #[command(flatten)]
    pub output: Output,
}

impl Graph {
    /// The format that the user asks for, in so many words or by the name of the output file.
    pub(crate) fn format(&self) -> Format {
        let by_name = || self.output.file.as_deref().and_then(Format::of);
        let named = self
            .format
            .or_else(|| by_name().filter(|format| format.draws()));
        named.unwrap_or(Format::Dot)
    }
}

/// Arguments of `explain`.
#[derive(Debug, Arguments)]
pub(crate) struct Explain {
    /// Claims or disputes, by the first letters of their ids
    #[arg(required = true, value_name = "ID")]
    pub ids: Vec<String>,
    /// Files and folders that hold them
    #[arg(long = "in", required = true, num_args = 1.., value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub judgement: Judgement,
    #[command(flatten)]
    pub output: Output,
}

/// Arguments of `compare`.
#[derive(Debug, Arguments)]
pub(crate) struct Compare {
    /// Pairs of texts, one a line: {"id": …, "a": "…", "b": "…"}; `-` is the standard input
    #[arg(long, required = true, value_name = "FILE")]
    pub pairs: PathBuf,
    /// How to write it
    #[arg(short, long, value_enum, default_value_t)]
    pub format: AnnotationFormat,
    #[command(flatten)]
    pub output: Output,
}

/// Arguments of `verify`.
#[derive(Debug, Arguments)]
pub(crate) struct Verify {
    /// The report, as `report --format json` or `check --format json` wrote it
    #[arg(value_name = "REPORT")]
    pub report: PathBuf,
    #[command(flatten)]
    pub input: Input,
    #[command(flatten)]
    pub output: Output,
}
