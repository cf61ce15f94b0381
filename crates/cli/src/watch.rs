//! A folder that grows: reported anew when it changes, with what is new in it.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::ExitCode,
    thread,
};

use anyhow::{Context as _, Result};

use crate::{
    args,
    output::Output,
    read,
    report::{Baseline, News, Report, json},
    session::Session,
};

/// Reports at once and after every change, until the user interrupts or has enough.
pub(crate) fn watch(args: &args::Watch) -> Result<ExitCode> {
    let mut earlier = match &args.keep {
        Some(path) if path.exists() => Some(baseline(path)?),
        _ => None,
    };
    let mut state = Vec::new();
    let mut rounds = 0;
    loop {
        let now = read::state(&args.input.paths);
        if now != state {
            let report = report(args)?;
            let news = News::new(&report, earlier.as_ref());
            if !news.is_empty() || rounds == 0 {
                let mut out = Output::open(&args.output)?;
                write!(out, "{news}")?;
                out.finish()?;
            }
            let written = written(&report)?;
            if let Some(path) = &args.keep {
                keep(path, &args.output, &written)?;
            }
            earlier = Some(Baseline::parse(&written)?);
            state = now;
            rounds += 1;
            if args.rounds.is_some_and(|most| rounds >= most) {
                return Ok(ExitCode::SUCCESS);
            }
        }
        thread::sleep(args.every);
    }
}

/// Tells once what is new since an earlier report.
pub(crate) fn news(args: &args::News) -> Result<ExitCode> {
    let earlier = baseline(&args.earlier)?;
    let mut session = Session::open(&args.input, &args.output)?;
    let report = session.report(&args.choice);
    let mut out = Output::open(&args.output)?;
    write!(out, "{}", News::new(&report, Some(&earlier)))?;
    out.finish()?;
    let is_broken = session.reading.problems.iter().any(|problem| problem.fatal);
    Ok(ExitCode::from(if is_broken { 2 } else { 0 }))
}

fn report(args: &args::Watch) -> Result<Report> {
    let mut session = Session::open(&args.input, &args.output)?;
    session.keep_small_runs();
    Ok(session.report(&args.choice))
}

fn written(report: &Report) -> Result<String> {
    let mut written = Vec::new();
    json::write(report, &mut written)?;
    Ok(String::from_utf8(written)?)
}

/// Writes the report under its name, whole or not at all.
fn keep(path: &Path, output: &args::Output, written: &str) -> Result<()> {
    let mut out = Output::open(&args::Output {
        file: Some(PathBuf::from(path)),
        ..*output
    })?;
    out.write_all(written.as_bytes())?;
    out.finish()
}

fn baseline(path: &Path) -> Result<Baseline> {
    let name = path.display();
    let json = fs::read_to_string(path).with_context(|| format!("{name}: cannot be read"))?;
    Baseline::parse(&json).with_context(|| name.to_string())
}
