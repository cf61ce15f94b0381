//! `cargo xtask hostile [DOCUMENTS]`: a thousand documents that nobody would write, and whether the
//! time that they take grows with their size and no faster.

#[path = "../../../tests/hostile/documents.rs"]
mod documents;

use std::{
    fs,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use anyhow::{Context as _, ensure};

use self::documents::{KINDS, Noise};
use crate::program::Program;

/// The sizes whose times are set against each other.
const SMALL: usize = 250_000;
const LARGE: usize = 4 * SMALL;
/// Four times the size may take so many times as long, and what noise there is.
const MOST: f64 = 8.0;
/// Shorter times are noise.
const LEAST: Duration = Duration::from_millis(300);

/// Builds the program, writes the documents, reads them, and prints what each kind takes.
#[allow(clippy::print_stdout)]
pub(crate) fn run(documents: usize) -> anyhow::Result<()> {
    let Program {
        path: program,
        target,
    } = Program::build()?;
    let folder = target.join("hostile");
    let mut failed = 0;
    for (name, make) in KINDS {
        let spent = |size| -> anyhow::Result<Duration> {
            let path = folder.join("linear").join(format!("{size}-{name}"));
            write(&path, &make(&mut Noise::new(1), size))?;
            time(&program, "annotate", &path)
        };
        let (small, large) = (spent(SMALL)?, spent(LARGE)?);
        let ratio = large.as_secs_f64() / small.as_secs_f64();
        let is_linear = ratio < MOST || large < LEAST;
        failed += usize::from(!is_linear);
        let mark = if is_linear { "" } else { "  NOT LINEAR" };
        println!("{name:26} {small:>9.3?} {large:>9.3?}  × {ratio:.1}{mark}");
    }
    let many = folder.join("many");
    for number in 0..documents {
        let (name, make) = KINDS[number % KINDS.len()];
        let size = 1 << (5 + number / KINDS.len() % 12);
        let path = many.join(format!("{number}-{name}"));
        write(&path, &make(&mut Noise::new(number as u64), size))?;
    }
    let took = time(&program, "report", &many)?;
    println!("{documents} documents, reported in {took:.1?}");
    let copies = folder.join("copies.jsonl");
    let line =
        "{\"text\": \"Six soldiers were killed in Idlib on 3 February 2020, officials said.\"}\n";
    write(&copies, line.repeat(documents * 100).as_bytes())?;
    let took = time(&program, "report", &copies)?;
    println!("{} copies, reported in {took:.1?}", documents * 100);
    ensure!(
        failed == 0,
        "{failed} kinds take more than their size allows"
    );
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let folder = path.parent().context("a file lies in a folder")?;
    fs::create_dir_all(folder)?;
    fs::write(path, bytes).with_context(|| path.display().to_string())
}

/// Runs the program, which must neither panic nor be killed.
fn time(program: &Path, command: &str, path: &Path) -> anyhow::Result<Duration> {
    let start = Instant::now();
    let output = Command::new(program)
        .args([command, "--format", "json", "--no-config", "--no-cache"])
        .arg(path)
        .output()?;
    let took = start.elapsed();
    let errors = String::from_utf8_lossy(&output.stderr);
    let is_sound = matches!(output.status.code(), Some(0 | 2)) && !errors.contains("panicked");
    ensure!(is_sound, "{}: {}: {errors}", path.display(), output.status);
    Ok(took)
}
