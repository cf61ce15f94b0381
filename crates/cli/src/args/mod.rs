//! The command line.

mod command; // the arguments of each command
mod examples; // for the help texts
mod input; // what to read
mod choice; // which findings are told
mod format; // how to write
mod output; // where to write
mod value; // days, sizes, rules

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use examples::{
    CHECK_EXAMPLES, COMPARE_EXAMPLES, EXAMPLES, EXPLAIN_EXAMPLES, GRAPH_EXAMPLES, NEWS_EXAMPLES,
    REPORT_EXAMPLES, SCHEMA_EXAMPLES, VERIFY_EXAMPLES, WATCH_EXAMPLES,
};

pub(crate) use choice::{Choice, FailOn};
pub(crate) use command::{Annotate, Check, Compare, Explain, Graph, News, Report, Verify, Watch};
pub(crate) use format::{AnnotationFormat, Format, SchemaOf};
pub(crate) use input::{Input, Judgement};
pub(crate) use output::{Color, Output};

/// Shows where news sources contradict each other: who claims which number, of whom, where and when.
#[derive(Debug, Parser)]
#[command(name = "rashomon", version, arg_required_else_help = true, after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Report what the documents disagree about
    #[command(after_help = REPORT_EXAMPLES)]
    Report(Report),
    /// Show what was read of each document: its claims, and the words they rest on
    Annotate(Annotate),
    /// Draw the claims as a network, a cluster an event
    #[command(after_help = GRAPH_EXAMPLES)]
    Graph(Graph),
    /// Show why claims were set against each other, or why not
    #[command(after_help = EXPLAIN_EXAMPLES)]
    Explain(Explain),
    /// Tell for pairs of short texts whether they agree or contradict
    #[command(after_help = COMPARE_EXAMPLES)]
    Compare(Compare),
    /// Tell what is new since an earlier report: disputes, answers, figures that moved, what was resolved
    #[command(after_help = NEWS_EXAMPLES)]
    News(News),
    /// Report a folder that grows, and after every change what is new in it
    #[command(after_help = WATCH_EXAMPLES)]
    Watch(Watch),
    /// Write a commented rashomon.toml, the desk's judgement, into the working folder
    Init {
        /// Where to, if not into the working folder
        #[arg(value_name = "FILE", default_value = "rashomon.toml")]
        path: PathBuf,
    },
    /// Report like `report`, and exit with 1 if there is a dispute that is not known yet
    #[command(after_help = CHECK_EXAMPLES)]
    Check(Check),
    /// Look up every hash, offset and quote of a report in its documents again
    #[command(after_help = VERIFY_EXAMPLES)]
    Verify(Verify),
    /// Print completions for a shell
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
    /// Print the JSON Schema of what `--format json` writes
    #[command(after_help = SCHEMA_EXAMPLES)]
    Schema {
        /// Of which command's output
        #[arg(value_enum, default_value = "report")]
        of: SchemaOf,
    },
    /// Print the manual page
    Man,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Args::command().debug_assert();
    }
}
