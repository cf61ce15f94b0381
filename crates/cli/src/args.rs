//! The command line.

use std::{
    io,
    num::NonZeroUsize,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::Result as Outcome;
use clap::{ArgAction, Args as Arguments, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use rashomon_extractor::Published;
use rashomon_graph::{Rule, Severity};

use crate::{cache::Keeping, desk::Places, read, report::csv::Table};

/// Shows where news sources contradict each other: who claims which number, of whom, where and when.
#[derive(Debug, Parser)]
#[command(name = "rashomon", version, arg_required_else_help = true, after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  rashomon report data/idlib-2020                   what five reports disagree about
  rashomon report --format markdown -o out.md news/ the same, to hand on
  rashomon annotate article.txt                     what was read of one article
  rashomon graph news/ | dot -Tsvg > news.svg       the network of claims
  rashomon check --baseline known.json news/        in CI: is there a new dispute?
  rashomon verify report.json news/                 are its quotes still in the articles?

Exit codes: 0 done; 1 `check` found a dispute; 2 an input could not be read, or a wrong argument.";

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

const REPORT_EXAMPLES: &str = "\
Examples:
  rashomon report data/idlib-2020
  rashomon report --summary news/                      five hundred articles on one screen
  rashomon report --measure killed --since 2020-02-01 news/
  rashomon report --figures airwars --format json incident.jsonl
  rashomon report --table figures -o figures.csv news/ a range for each event, measure and group
  rashomon report manifest.csv                         path,outlet,published
  find news -name '*.html' -print0 | rashomon report --files-from -
  cat article.txt | rashomon report --outlet \"The Post\" --published 2020-02-04 -";

const GRAPH_EXAMPLES: &str = "\
Examples:
  rashomon graph news/ | dot -Tsvg > news.svg          laid out by Graphviz
  rashomon graph --event e1 -o e1.svg data/quake       one event, laid out without Graphviz
  rashomon graph -o claims.graphml news/               for Gephi or yEd

In DOT and SVG a question is joined to its answers, and each answer to those who give it.
GraphML holds every claim, and every pair that was compared with its verdict.";

const CHECK_EXAMPLES: &str = "\
Examples:
  rashomon report -o known.json news/                  accept what is disputed today
  rashomon check --baseline known.json news/           is there anything new?
  rashomon check --baseline known.json --format github news/
  rashomon check --baseline known.json -f sarif -o rashomon.sarif news/

A dispute is known when its event, question and answers are, or when each of its sides rests on a claim \
of the earlier one. `docs/ci.md` has workflows to copy.";

const NEWS_EXAMPLES: &str = "\
Example:
  rashomon report -o monday.json news/
  rashomon news --earlier monday.json news/              on Tuesday";

const WATCH_EXAMPLES: &str = "\
Examples:
  rashomon watch news/
  rashomon watch --keep today.json news/               after a break it goes on from there

What was read stays in the user's cache folder, so only new articles are read.";

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  rashomon explain d3fa1 --in data/idlib-2020          a dispute, by the first letters of its id
  rashomon explain c07be c91d2 --in data/idlib-2020    two claims, disputed or not

`report` prints the ids of disputes, `annotate` those of claims.";

const COMPARE_EXAMPLES: &str = "\
Example:
  echo '{\"id\": 1, \"a\": \"Six people died.\", \"b\": \"At least five people died.\"}' |
    rashomon compare --pairs -";

const VERIFY_EXAMPLES: &str = "\
Example:
  rashomon report --format json -o report.json news/
  rashomon verify report.json news/

Name the documents as they were named for the report: their paths are their ids.
Exit codes: 0 everything is as the report says; 2 something is not, or could not be read.";

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

const SCHEMA_EXAMPLES: &str = "\
Example:
  rashomon schema report > report.schema.json

A line of `annotate` or `compare` is one object; `check` writes what `report` writes.";

/// What a schema is printed of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    /// What `report` and `check` write
    Report,
    /// A line of what `annotate` writes
    Annotation,
    /// A line of what `compare` writes
    Compare,
}

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people at a terminal
    Text,
    /// For people who write
    #[value(alias = "md")]
    Markdown,
    /// For programs
    Json,
    /// For a browser: one page that needs nothing else
    #[value(alias = "htm")]
    Html,
    /// For tables: claims, figures or incidents (`--table`), with HXL tags under the header
    Csv,
    /// For graphs of knowledge: JSON-LD with the claims of schema.org
    #[value(name = "json-ld", alias = "jsonld")]
    JsonLd,
    /// For Graphviz
    #[value(alias = "gv")]
    Dot,
    /// For Gephi and yEd
    #[value(name = "graphml")]
    GraphMl,
    /// A picture of what is disputed, best of one event (`--event`)
    Svg,
    /// For GitHub Actions: annotations beside the lines that disputes rest on
    #[value(name = "github")]
    GitHub,
    /// For code scanning and editors
    Sarif,
    /// For test dashboards: a dispute is a failure, a known one is skipped
    #[value(name = "junit")]
    JUnit,
}

impl Format {
    /// Whether it draws a network.
    fn draws(self) -> bool {
        matches!(self, Self::Dot | Self::GraphMl | Self::Svg)
    }

    /// The format that a file's name asks for: `report.md`.
    fn of(path: &Path) -> Option<Self> {
        Self::from_str(path.extension()?.to_str()?, true).ok()
    }
}

/// How what was read is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum AnnotationFormat {
    /// For people at a terminal
    #[default]
    Text,
    /// For programs: one object a line for each document
    Json,
}

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

/// From which severity on a dispute fails a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    /// Disputes whose claims cannot all be true
    Hard,
    /// Those that a plain reading can reconcile, too
    Soft,
}

impl FailOn {
    /// Whether a dispute of this severity fails.
    pub(crate) fn fails(self, severity: Severity) -> bool {
        self == Self::Soft || severity == Severity::Hard
    }
}

/// What to read.
#[derive(Debug, Arguments)]
pub(crate) struct Input {
    /// Files and folders, or a manifest (.csv: path,outlet,published); `-` is the standard input
    ///
    /// One article a file: .txt, .md, .html, .mhtml, .docx, .pdf. Several: .jsonl, .json (its own fields and those of ninjs, trafilatura, news-please), feeds (.rss, .atom, .xml), .warc. Any of them may be packed (.gz, .zst).
    #[arg(required_unless_present = "files_from", value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Read the files and folders that this list names, one a line or parted by NUL; `-` is the standard input
    #[arg(long, value_name = "FILE")]
    pub files_from: Option<PathBuf>,
    /// The outlet of documents that do not name theirs
    #[arg(long, value_name = "NAME")]
    pub outlet: Option<String>,
    /// The day of publication of documents that bear none: 2020-02-04
    #[arg(long, value_name = "DAY", value_parser = published)]
    pub published: Option<Published>,
    /// Read no more documents than so many
    #[arg(long, value_name = "NUMBER", help_heading = "Long work")]
    pub max_documents: Option<usize>,
    /// Read no more text than this in all: 500000, 500K, 2G
    #[arg(long, value_name = "SIZE", value_parser = size, help_heading = "Long work")]
    pub max_bytes: Option<u64>,
    /// Work on so many threads; without it on as many as there are cores
    #[arg(short, long, value_name = "NUMBER", help_heading = "Long work")]
    pub jobs: Option<NonZeroUsize>,
    /// Keep what was read in this folder, also of small runs; without it in the user's cache folder, of runs of 200 documents and more
    #[arg(long, value_name = "DIR", help_heading = "Long work")]
    pub cache: Option<PathBuf>,
    /// Read every document anew, and keep nothing
    #[arg(long, conflicts_with = "cache", help_heading = "Long work")]
    pub no_cache: bool,
    #[command(flatten)]
    pub judgement: Judgement,
}

/// Where the desk's judgement and its words are.
#[derive(Debug, Default, Arguments)]
pub(crate) struct Judgement {
    /// The desk's judgement; without it the rashomon.toml of the working folder or of the nearest one above
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with = "no_config",
        help_heading = "Judgement"
    )]
    pub config: Option<PathBuf>,
    /// Read no rashomon.toml
    #[arg(long, help_heading = "Judgement")]
    pub no_config: bool,
    /// A folder with words of your own (measures.toml, predicates.toml, places.toml, groups.toml) in the built-in format
    #[arg(long, value_name = "DIR", help_heading = "Judgement")]
    pub lexicon: Option<PathBuf>,
}

impl Judgement {
    pub(crate) fn places(&self) -> Places<'_> {
        Places {
            config: self.config.as_deref(),
            none: self.no_config,
            lexicon: self.lexicon.as_deref(),
        }
    }
}

impl Input {
    pub(crate) fn keeping(&self) -> Keeping<'_> {
        Keeping {
            folder: self.cache.as_deref(),
            none: self.no_cache,
            small: false,
        }
    }

    pub(crate) fn options(&self) -> read::Options {
        read::Options {
            outlet: self.outlet.clone(),
            published: self.published,
            most_documents: self.max_documents,
            most_bytes: self.max_bytes,
        }
    }
}

/// How figures are picked, and which findings are told. All documents are compared in any case.
#[derive(Clone, Debug, Arguments)]
pub(crate) struct Choice {
    /// By which recorder's convention figures are picked: range (unless rashomon.toml says another), airwars, ibc, acled, ucdp, latest
    #[arg(long, value_name = "RULE", value_parser = rule)]
    pub figures: Option<Rule>,
    /// Only this event: its number (e3) or words of its name
    #[arg(long, value_name = "EVENT", help_heading = "Filters")]
    pub event: Option<String>,
    /// Only this measure: killed, wounded, displaced
    #[arg(long, value_name = "NAME", help_heading = "Filters")]
    pub measure: Option<String>,
    /// Only events at this place or within it
    #[arg(long, value_name = "NAME", help_heading = "Filters")]
    pub place: Option<String>,
    /// Only events that reach this day or a later one: 2020-02-01
    #[arg(long, value_name = "DAY", help_heading = "Filters")]
    pub since: Option<Date>,
    /// Only disputes that this outlet has a part in
    #[arg(long, value_name = "NAME", help_heading = "Filters")]
    pub only_outlet: Option<String>,
}

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

impl Report {
    /// The format that the user asks for, in so many words or by the name of the output file.
    pub(crate) fn format(&self) -> Format {
        let by_name = || self.output.file.as_deref().and_then(Format::of);
        let by_table = || self.table.map(|_| Format::Csv);
        let named = self.format.or_else(by_name).or_else(by_table);
        named.unwrap_or(Format::Text)
    }
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

fn drawing(name: &str) -> Result<Format, String> {
    let format = Format::from_str(name, true)
        .ok()
        .filter(|format| format.draws());
    format.ok_or_else(|| "a graph is written as dot, svg or graphml".to_owned())
}

fn rule(name: &str) -> Result<Rule, String> {
    Rule::parse(name).ok_or_else(|| {
        let known = Rule::ALL.map(Rule::name).join(", ");
        format!("the rules are {known}")
    })
}

/// Works on so many threads from now on.
pub(crate) fn start_jobs(jobs: Option<NonZeroUsize>) -> Outcome<()> {
    if let Some(jobs) = jobs {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs.get());
        pool.build_global()?;
    }
    Ok(())
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse::<f64>().ok().filter(|seconds| *seconds > 0.0);
    let duration = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    duration.ok_or_else(|| "write seconds as 5 or 0.5".to_owned())
}

/// "500K": 500,000 bytes.
fn size(text: &str) -> Result<u64, String> {
    let number = text.trim_end_matches(['K', 'k', 'M', 'G', 'B']);
    let unit = match text[number.len()..].trim_end_matches('B') {
        "" => 1,
        "K" | "k" => 1_000,
        "M" => 1_000_000,
        "G" => 1_000_000_000,
        _ => 0,
    };
    let size = number.trim().parse::<u64>().ok();
    let size = size
        .filter(|_| unit > 0)
        .and_then(|size| size.checked_mul(unit));
    size.ok_or_else(|| "write a size as 500000, 500K, 20M or 2G".to_owned())
}

fn published(day: &str) -> Result<Published, String> {
    read::published(day).ok_or_else(|| "write a day as 2020-02-04".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Args::command().debug_assert();
    }

    #[test]
    fn the_output_file_chooses_the_format() {
        assert_eq!(Format::of("a/b.md".as_ref()), Some(Format::Markdown));
        assert_eq!(Format::of("b.JSON".as_ref()), Some(Format::Json));
        assert_eq!(Format::of("b.out".as_ref()), None);
    }
}
