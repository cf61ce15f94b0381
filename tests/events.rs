//! Events and their reports: every folder of `data/`, and every `events/<event>/sources/`.
//!
//! The reports lie in `events/<event>/`, one a format, for people to read. After a change that is
//! meant, `INSTA_UPDATE=always cargo test` writes them anew; read the difference before you commit.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::program::{Program, root};

/// The name of each report, and how it is asked for.
const FORMATS: [(&str, &[&str]); 12] = [
    ("text", &["report"]),
    ("markdown", &["report", "--format", "markdown"]),
    ("json", &["report", "--format", "json"]),
    ("html", &["report", "--format", "html"]),
    ("csv", &["report", "--format", "csv"]),
    ("figures", &["report", "--table", "figures"]),
    ("incidents", &["report", "--table", "incidents"]),
    ("json-ld", &["report", "--format", "json-ld"]),
    ("dot", &["graph"]),
    ("graphml", &["graph", "--format", "graphml"]),
    ("svg", &["graph", "--format", "svg"]),
    ("annotation", &["annotate"]),
];

#[test]
fn every_event_is_reported_as_before() {
    for (event, documents) in events() {
        for (format, args) in FORMATS {
            let run = Program::new().args(args).arg(&documents).run();
            assert_eq!(run.code, 0, "{event}: {}", run.err);
            let mut settings = insta::Settings::clone_current();
            settings.set_snapshot_path(root().join("tests/events").join(&event));
            settings.set_prepend_module_to_snapshot(false);
            settings.set_omit_expression(true);
            settings.set_input_file(&documents);
            let report = without_style_and_script(&run.out);
            settings.bind(|| insta::assert_snapshot!(format, report));
        }
    }
}

#[test]
fn the_order_of_the_documents_changes_nothing() {
    for (event, documents) in events() {
        let folder = root().join(&documents);
        let mut paths: Vec<PathBuf> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| documents.join(entry.unwrap().file_name()))
            .collect();
        paths.sort();
        let forwards = findings(&paths);
        paths.reverse();
        assert_eq!(findings(&paths), forwards, "{event}");
    }
}

/// A page without what is the same in all pages, and has files of its own.
fn without_style_and_script(report: &str) -> String {
    let mut kept = report.to_owned();
    for (start, end) in [
        ("<style>", "</style>"),
        ("<script>", "</script>"),
        ("'sha256-", "'"),
    ] {
        let mut from = 0;
        while let Some(at) = kept[from..].find(start) {
            let begin = from + at + start.len();
            let len = kept[begin..].find(end).unwrap_or(0);
            kept.replace_range(begin..begin + len, "…");
            from = begin;
        }
    }
    kept
}

/// The report without the list of documents, which keeps the order that they were given in.
fn findings(paths: &[PathBuf]) -> String {
    let run = Program::new()
        .args(["report", "--format", "json"])
        .args(paths)
        .run();
    let mut report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    report["documents"].take();
    report.to_string()
}

/// Each event's name, and the folder of its documents, as seen from the root.
pub(crate) fn events() -> Vec<(String, PathBuf)> {
    let folders = |parent: &str, sources: &str| {
        let mut folders = Vec::new();
        for entry in fs::read_dir(root().join(parent)).into_iter().flatten() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let folder = Path::new(parent).join(&name).join(sources);
            if root().join(&folder).is_dir() {
                folders.push((name, folder));
            }
        }
        folders
    };
    let mut events = folders("data", "");
    events.extend(folders("tests/events", "sources"));
    events.sort();
    events
}
