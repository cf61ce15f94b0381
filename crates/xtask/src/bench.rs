//! How long reading takes, as a ratio: `rashomon annotate` against `wc -w` on the same ten
//! megabytes, one core, in turn, in one run. Machines are noisy; ratios are less so.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, ensure};

use crate::program::{Program, root};

/// Bytes of text that are read.
const SIZE: usize = 10_000_000;

/// Runs of each command; the quickest counts.
const RUNS: usize = 5;

/// Builds the program, writes the articles, and prints the ratio, the speed and the peak memory.
#[allow(clippy::print_stdout, clippy::cast_precision_loss)]
pub(crate) fn run() -> anyhow::Result<()> {
    let Program {
        path: program,
        target,
    } = Program::build()?;
    let articles = articles(&target)?;
    let (mut words, mut annotate, mut memory) = (Duration::MAX, Duration::MAX, 0);
    for _ in 0..RUNS {
        words = words.min(time(Path::new("wc"), &["-w"], &articles)?.0);
        let (took, peak) = time(
            &program,
            &["annotate", "--quiet", "--format", "json"],
            &articles,
        )?;
        annotate = annotate.min(took);
        memory = memory.max(peak);
    }
    let seconds = annotate.as_secs_f64();
    println!(
        "articles  {:.1} MB in {}",
        SIZE as f64 / 1e6,
        articles.display()
    );
    println!("wc -w     {:.3} s", words.as_secs_f64());
    println!(
        "annotate  {seconds:.3} s, {:.1} MB/s, {:.0} MB at most",
        SIZE as f64 / 1e6 / seconds,
        memory as f64 / 1e3
    );
    println!("ratio     {:.1}", seconds / words.as_secs_f64());
    Ok(())
}

/// The sample reports, again and again with other days and figures, one article a line.
fn articles(target: &Path) -> anyhow::Result<PathBuf> {
    let mut samples = Vec::new();
    for event in entries(&root().join("data"))? {
        if event.is_dir() {
            for report in entries(&event)? {
                let text = fs::read_to_string(&report)
                    .with_context(|| format!("cannot read {}", report.display()))?;
                samples.push(text);
            }
        }
    }
    ensure!(!samples.is_empty(), "data/ holds no sample reports");
    let path = target.join("bench.jsonl");
    let mut out = std::io::BufWriter::new(fs::File::create(&path)?);
    let mut written = 0;
    for (round, text) in samples.iter().cycle().enumerate() {
        if written >= SIZE {
            break;
        }
        // another figure in each round, so that no two articles are the same
        let text = text.replace("12", &(12 + round % 80).to_string());
        let line = text
            .replace('\\', "\\\\")
            .replace('"', "\\\"")
            .replace('\n', "\\n")
            .replace('\r', "");
        writeln!(out, r#"{{"id": "bench-{round}", "text": "{line}"}}"#)?;
        written += text.len();
    }
    out.flush()?;
    Ok(path)
}

fn entries(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let read = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut paths = read
        .map(|entry| Ok(entry?.path()))
        .collect::<anyhow::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

/// How long a command takes on one core, and its peak memory in kilobytes.
fn time(program: &Path, args: &[&str], input: &Path) -> anyhow::Result<(Duration, u64)> {
    let start = Instant::now();
    let mut child = Command::new("taskset")
        .args(["-c", "0"])
        .arg(program)
        .args(args)
        .arg(input)
        .env("RAYON_NUM_THREADS", "1")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("cannot run taskset; it comes with util-linux")?;
    let status = PathBuf::from(format!("/proc/{}/status", child.id()));
    let mut peak = 0;
    let end = loop {
        if let Some(end) = child.try_wait()? {
            break end;
        }
        let lines = fs::read_to_string(&status).unwrap_or_default();
        let line = lines.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        peak = peak.max(
            line.and_then(|line| line.split_whitespace().next()?.parse().ok())
                .unwrap_or(0),
        );
        thread::sleep(Duration::from_micros(500));
    };
    ensure!(
        end.success(),
        "{} failed on {}",
        program.display(),
        input.display()
    );
    Ok((start.elapsed(), peak))
}
