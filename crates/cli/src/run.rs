//! One function a command: read, find, write.

use std::{
    io::{self, BufWriter, Write as _},
    process::ExitCode,
};

use anyhow::Result;
use rashomon_extractor::{Article, Lexicon, read};
use rashomon_graph::find;

use crate::{
    args::{self, Args, Command},
    read::{self as reader, Problem},
    report::{Annotation, Report, json},
};

/// Does what the user asked for.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    match &args.command {
        Command::Report(args) => report(args),
        Command::Annotate(args) => annotate(args),
    }
}

fn report(args: &args::Report) -> Result<ExitCode> {
    let reading = reader::documents(&args.input.paths, &reader::Options::default());
    let articles: Vec<Article> = reading
        .documents
        .iter()
        .map(|document| read(Lexicon::builtin(), document))
        .collect();
    let findings = find(&articles, rashomon_graph::Options { rule: args.figures });
    let report = Report::new(&reading, &findings);
    let mut out = BufWriter::new(io::stdout().lock());
    json::write(&report, &mut out)?;
    out.flush()?;
    Ok(exit_code(&reading.problems))
}

fn annotate(args: &args::Annotate) -> Result<ExitCode> {
    let reading = reader::documents(&args.input.paths, &reader::Options::default());
    let mut out = BufWriter::new(io::stdout().lock());
    for document in &reading.documents {
        let article = read(Lexicon::builtin(), document);
        json::write_line(&Annotation::new(&article), &mut out)?;
    }
    out.flush()?;
    for problem in &reading.problems {
        complain(&problem.to_string());
    }
    Ok(exit_code(&reading.problems))
}

fn exit_code(problems: &[Problem]) -> ExitCode {
    if problems.iter().any(|problem| problem.fatal) {
        ExitCode::from(2)
    } else {
        ExitCode::SUCCESS
    }
}

/// Whether the reader of our output went away, which is its good right (`rashomon … | head`).
pub(crate) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<io::Error>();
        let json = cause.downcast_ref::<serde_json::Error>();
        io.map(io::Error::kind)
            .or_else(|| json.and_then(serde_json::Error::io_error_kind))
            == Some(io::ErrorKind::BrokenPipe)
    })
}

/// Says on the standard error what went wrong.
pub(crate) fn complain(message: &str) {
    // nobody may be listening there either
    let _ = writeln!(io::stderr(), "rashomon: {message}");
}
