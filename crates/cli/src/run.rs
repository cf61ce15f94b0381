//! One function a command: read, find, write.

use std::{
    fs,
    io::{self, Write as _},
    path::Path,
    process::ExitCode,
};

use anyhow::{Context as _, Result};
use clap::CommandFactory as _;
use rashomon_graph::quoted;
use rayon::prelude::*;

use crate::{
    args::{self, AnnotationFormat, Args, Command, Format, SchemaOf},
    desk,
    output::Output,
    pairs,
    read::{self, Problem, Reading},
    report::{
        Annotated, Annotation, Baseline, Dispute, Dot, Explanation, GitHub, Markdown, Overview,
        Plain, Report, Text, Verification,
        csv::{self, Table},
        graphml, html, json, junit, linked, sarif, schema, svg,
    },
    session::Session,
    watch,
};

/// Documents that are read at a time where their articles are not kept.
const AT_A_TIME: usize = 256;

/// Does what the user asked for.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    match &args.command {
        Command::Report(args) => report(args),
        Command::Annotate(args) => annotate(args),
        Command::Graph(args) => graph(args),
        Command::Explain(args) => explain(args),
        Command::Compare(args) => compare(args),
        Command::Check(args) => check(args),
        Command::Verify(args) => verify(args),
        Command::News(args) => watch::news(args),
        Command::Watch(args) => watch::watch(args),
        Command::Init { path } => init(path),
        Command::Completions { shell } => completions(*shell),
        Command::Schema { of } => schema(*of),
        Command::Man => man(),
    }
}

fn report(args: &args::Report) -> Result<ExitCode> {
    let mut session = Session::open(&args.input, &args.output)?;
    let report = session.report(&args.choice);
    let reading = &session.reading;
    write_report(&report_with_text(report, reading, args), args)?;
    Ok(exit_code(&reading.problems))
}

fn graph(args: &args::Graph) -> Result<ExitCode> {
    let mut session = Session::open(&args.input, &args.output)?;
    let report = session.report(&args.choice);
    write(&report, args.format(), &args.output)?;
    Ok(exit_code(&session.reading.problems))
}

fn check(args: &args::Check) -> Result<ExitCode> {
    let baseline = match &args.baseline {
        Some(path) => baseline(path)?,
        None => Baseline::default(),
    };
    let args::Report { input, choice, .. } = &args.report;
    let mut session = Session::open(input, &args.report.output)?;
    let mut report = session.report(choice);
    let resolved = baseline.resolved(&report);
    report
        .disputes
        .retain(|dispute| args.fail_on.fails(dispute.severity));
    let known = |dispute: &mut Dispute| baseline.knows(dispute);
    report.known = report.disputes.extract_if(.., known).collect();
    if let (Some(path), true) = (&args.baseline, resolved > 0) {
        session.note(&mut report, path, resolved);
    }
    let reading = &session.reading;
    let failed = !report.disputes.is_empty();
    let report = report_with_text(report, reading, &args.report);
    write_report(&report, &args.report)?;
    Ok(match exit_code(&reading.problems) {
        code if code != ExitCode::SUCCESS => code,
        _ if failed => ExitCode::from(1),
        code => code,
    })
}

fn annotate(args: &args::Annotate) -> Result<ExitCode> {
    let session = Session::open(&args.input, &args.output)?;
    let reading = &session.reading;
    let mut out = Output::open(&args.output)?;
    for documents in reading.documents.chunks(AT_A_TIME) {
        for (document, article) in documents.iter().zip(session.alone(documents)) {
            let text = args.with_text.then_some(document.text.as_str());
            let annotation = Annotation::new(&article, text);
            match args.format {
                AnnotationFormat::Json => json::write_line(&annotation, &mut out)?,
                AnnotationFormat::Text => {
                    let terminal = out.terminal;
                    let annotated = Annotated {
                        annotation: &annotation,
                        document,
                        terminal,
                    };
                    write!(out, "{annotated}")?;
                }
            }
        }
    }
    out.finish()?;
    Ok(exit_code(&reading.problems))
}

fn explain(args: &args::Explain) -> Result<ExitCode> {
    let reading = read::documents(&args.paths, None, &read::Options::default());
    args.output.start();
    let mut session = Session::new(reading, args.judgement.places(), &args.output)?;
    let articles = session.articles();
    let findings = session.findings(&articles, rashomon_graph::Options::default());
    let reading = &session.reading;
    let mut explanation = Explanation::new(&args.ids, &reading.documents, &articles, &findings)
        .map_err(anyhow::Error::msg)?;
    let mut out = Output::open(&args.output)?;
    explanation.terminal = out.terminal;
    write!(out, "{explanation}")?;
    out.finish()?;
    Ok(exit_code(&reading.problems))
}

fn compare(args: &args::Compare) -> Result<ExitCode> {
    let pairs = pairs::pairs(&args.pairs)?;
    let mut out = Output::open(&args.output)?;
    let relations: Vec<_> = pairs
        .par_iter()
        .map(|texts| texts.compare().name())
        .collect();
    for (texts, relation) in pairs.iter().zip(relations) {
        match args.format {
            AnnotationFormat::Json => {
                let id = &texts.id;
                json::write_line(&pairs::Answer { id, relation }, &mut out)?;
            }
            AnnotationFormat::Text => {
                let (a, b) = (quoted(&texts.a), quoted(&texts.b));
                writeln!(out, "{relation}: {} / {}", Plain(a), Plain(b))?;
            }
        }
    }
    out.finish()?;
    Ok(ExitCode::SUCCESS)
}

fn verify(args: &args::Verify) -> Result<ExitCode> {
    let name = args.report.display();
    let json =
        fs::read_to_string(&args.report).with_context(|| format!("{name}: cannot be read"))?;
    let session = Session::open(&args.input, &args.output)?;
    let reading = &session.reading;
    let verification =
        Verification::new(&json, &reading.documents).with_context(|| name.to_string())?;
    let mut out = Output::open(&args.output)?;
    write!(out, "{verification}")?;
    out.finish()?;
    if verification.holds() {
        return Ok(exit_code(&reading.problems));
    }
    Ok(ExitCode::from(2))
}

/// Writes a file for the desk's judgement, unless there is one.
fn init(path: &Path) -> Result<ExitCode> {
    let name = path.display();
    let mut file = fs::File::create_new(path).with_context(|| {
        format!("{name}: cannot be written; a file that is there already stays")
    })?;
    file.write_all(desk::TEMPLATE.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn completions(shell: clap_complete::Shell) -> Result<ExitCode> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "rashomon", &mut script);
    io::stdout().write_all(&script)?;
    Ok(ExitCode::SUCCESS)
}

fn man() -> Result<ExitCode> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Args::command()).render(&mut page)?;
    io::stdout().write_all(&page)?;
    Ok(ExitCode::SUCCESS)
}

fn schema(of: SchemaOf) -> Result<ExitCode> {
    let schema = match of {
        SchemaOf::Report => schema::report(),
        SchemaOf::Annotation => schema::annotation(),
        SchemaOf::Compare => schema::comparison(),
    };
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &schema)?;
    writeln!(out)?;
    Ok(ExitCode::SUCCESS)
}

fn report_with_text(report: Report, reading: &Reading, args: &args::Report) -> Report {
    // a page shows the words where they stand
    if args.with_text || args.format() == Format::Html {
        return report.with_text(&reading.documents);
    }
    report
}

fn write_report(report: &Report, args: &args::Report) -> Result<()> {
    if args.summary {
        let mut out = Output::open(&args.output)?;
        let terminal = out.terminal;
        write!(out, "{}", Overview { report, terminal })?;
        return out.finish();
    }
    if args.format() != Format::Csv {
        return write(report, args.format(), &args.output);
    }
    let mut out = Output::open(&args.output)?;
    let table = args.table.unwrap_or(Table::Claims);
    csv::write(report, table, !args.no_hxl, &mut out)?;
    out.finish()
}

fn write(report: &Report, format: Format, args: &args::Output) -> Result<()> {
    let mut out = Output::open(args)?;
    let terminal = out.terminal;
    match format {
        Format::Text => write!(out, "{}", Text { report, terminal })?,
        Format::Markdown => write!(out, "{}", Markdown(report))?,
        Format::Json => json::write(report, &mut out)?,
        Format::Html => html::write(report, &mut out)?,
        Format::Csv => csv::write(report, Table::Claims, true, &mut out)?,
        Format::JsonLd => linked::write(report, &mut out)?,
        Format::Dot => write!(out, "{}", Dot(report))?,
        Format::GraphMl => graphml::write(report, &mut out)?,
        Format::Svg => svg::write(report, &mut out)?,
        Format::GitHub => write!(out, "{}", GitHub(report))?,
        Format::Sarif => json::write_pretty(&sarif::log(report), &mut out)?,
        Format::JUnit => junit::write(report, &mut out)?,
    }
    out.finish()
}

fn baseline(path: &Path) -> Result<Baseline> {
    let name = path.display();
    let json = fs::read_to_string(path).with_context(|| format!("{name}: cannot be read"))?;
    Baseline::parse(&json).with_context(|| name.to_string())
}

fn exit_code(problems: &[Problem]) -> ExitCode {
    if problems.iter().any(|problem| problem.fatal) {
        return ExitCode::from(2);
    }
    ExitCode::SUCCESS
}
