//! Documents that nobody would write do not stop the program.

#[path = "hostile/documents.rs"]
mod documents;

use std::{fs, time::Instant};

use documents::{KINDS, Noise};

use crate::program::Program;

#[test]
fn hostile_documents_are_reported_or_told_of() {
    let folder = tempfile::tempdir().unwrap();
    for (number, (name, make)) in KINDS.iter().enumerate() {
        for size in [40, 3_000] {
            let mut noise = Noise::new(number as u64);
            let path = folder.path().join(format!("{size}-{name}"));
            fs::write(path, make(&mut noise, size)).unwrap();
        }
    }
    for format in ["json", "text", "html", "dot", "csv"] {
        let report = Program::new().args(["report", "--format", format]);
        let run = report.arg(folder.path()).run();
        assert!(matches!(run.code, 0 | 2), "{format}: {}", run.err);
        assert!(!run.err.contains("panicked"), "{format}: {}", run.err);
        assert!(!run.out.is_empty(), "{format}");
    }
}

#[test]
fn each_kind_is_read_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    for (number, (name, make)) in KINDS.iter().enumerate() {
        let path = folder.path().join(name);
        fs::write(&path, make(&mut Noise::new(number as u64), 60_000)).unwrap();
        let start = Instant::now();
        let run = Program::new()
            .args(["annotate", "-f", "json"])
            .arg(&path)
            .run();
        assert!(matches!(run.code, 0 | 2), "{name}: {}", run.err);
        assert!(!run.err.contains("panicked"), "{name}: {}", run.err);
        // generous for busy machines; nothing quadratic is as quick
        assert!(
            start.elapsed().as_secs() < 20,
            "{name}: {:?}",
            start.elapsed()
        );
    }
}
