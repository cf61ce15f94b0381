//! Sentences and what is read of them, as tables: `corpus/*.toml`.
//!
//! ```toml
//! [[case]]
//! text = ["12 hostages were taken.", "Gunmen seized 12 hostages."]
//! published = "2020-02-04"
//! claims = ["hostages_taken = 12"]
//! ```
//!
//! Every text of a case must give what the case lists; what it does not list is not looked at, and
//! an empty list asks for silence. The notation is that of [`line`]; on a failure the line after
//! `got` can be pasted into the table.

mod line; // `killed = 6 of "Turkish soldiers" by "Moscow"`

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use rashomon_extractor::{Article, Document, Lexicon, read};
use serde::Deserialize;
use toml::Spanned;

use line::Line;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    case: Vec<Case>,
}

/// Many phrasings, one reading.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// Each is read as a document of its own.
    text: Spanned<Vec<String>>,
    /// The day that "Monday" is reckoned from.
    published: Option<jiff::civil::Date>,
    /// `at least 13 soldiers` as `≥ 13 soldiers`
    quantities: Option<Vec<String>>,
    /// `last week = 2020-W06 on 2020-02-03..2020-02-09`
    times: Option<Vec<String>>,
    /// `Saraqib, Idlib, Syria`
    places: Option<Vec<String>>,
    /// `police`, or with what they said: `police: 12 people died`
    speakers: Option<Vec<String>>,
    /// `killed = 6 of "Turkish soldiers"`
    claims: Option<Vec<String>>,
    /// `"Russia" complies_with "Sochi agreement"`
    statements: Option<Vec<String>>,
    /// The sentences themselves.
    sentences: Option<Vec<String>>,
}

#[test]
fn every_sentence_claims_what_its_table_says() {
    let mut failures = String::new();
    let mut count = 0;
    for path in tables() {
        let source = fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy();
        let table: Table =
            toml::from_str(&source).unwrap_or_else(|error| panic!("tests/corpus/{name}: {error}"));
        for case in &table.case {
            let line = source[..case.text.span().start].lines().count();
            for text in case.text.get_ref() {
                count += 1;
                for (kind, want, got) in case.misses(text) {
                    let _ = writeln!(
                        failures,
                        "tests/corpus/{name}:{line}: {text}\n    {kind}\n    want {}\n    got  {}\n",
                        list(want),
                        list(&got),
                    );
                }
            }
        }
    }
    assert!(
        failures.is_empty(),
        "some of {count} sentences are read otherwise than their tables say:\n\n{failures}"
    );
}

#[test]
fn every_family_of_predicates_has_a_sentence() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let text = |path: &str| fs::read_to_string(root.join(path)).unwrap();
    let lexicon: toml::Table = text("crates/extractor/lexicon/predicates.toml")
        .parse()
        .unwrap();
    let table: Table = toml::from_str(&text("tests/corpus/predicates.toml")).unwrap();
    let stated: Vec<&String> = (table.case.iter())
        .flat_map(|case| case.statements.iter().flatten())
        .collect();
    for family in lexicon["family"].as_array().unwrap() {
        let id = family["id"].as_str().unwrap();
        let says = stated
            .iter()
            .any(|line| line.split(' ').any(|word| word == id));
        assert!(
            says,
            "no sentence of tests/corpus/predicates.toml states `{id}`"
        );
    }
}

fn tables() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "toml"))
        .collect();
    paths.sort();
    paths
}

type Miss<'a> = (&'static str, &'a [String], Vec<String>);

impl Case {
    /// What was read otherwise than it should be: the list's name, the list, and what was read.
    fn misses(&self, text: &str) -> Vec<Miss<'_>> {
        let mut document = Document::new("case", text);
        if let Some(day) = self.published {
            document = document.published(day);
        }
        let article = read(Lexicon::builtin(), &document);
        let wants = [
            ("sentences", &self.sentences),
            ("quantities", &self.quantities),
            ("times", &self.times),
            ("places", &self.places),
            ("speakers", &self.speakers),
            ("claims", &self.claims),
            ("statements", &self.statements),
        ];
        wants
            .into_iter()
            .filter_map(|(kind, want)| {
                let want = want.as_deref()?;
                let got = lines(kind, text, &article);
                (!fits(want, &got)).then(|| (kind, want, shown(&got)))
            })
            .collect()
    }
}

fn lines(kind: &str, text: &str, article: &Article) -> Vec<Line> {
    match kind {
        "sentences" => (article.sentences.iter())
            .map(|span| Line::words(span.slice(text)))
            .collect(),
        "quantities" => article.quantities.iter().map(Line::quantity).collect(),
        "times" => (article.times.iter())
            .map(|time| Line::time(text, time))
            .collect(),
        "places" => article.places.iter().map(Line::place).collect(),
        "speakers" => (article.attributions.iter())
            .map(|attribution| Line::speaker(text, attribution))
            .collect(),
        "claims" => article.claims.iter().filter_map(Line::count).collect(),
        "statements" => article.claims.iter().filter_map(Line::statement).collect(),
        _ => unreachable!("{kind} is not one of the lists"),
    }
}

fn fits(want: &[String], got: &[Line]) -> bool {
    want.len() == got.len() && want.iter().zip(got).all(|(want, got)| got.fits(want))
}

fn list(lines: &[String]) -> String {
    match lines {
        [] => "nothing".to_owned(),
        lines => lines.join("\n         "),
    }
}

fn shown(lines: &[Line]) -> Vec<String> {
    lines.iter().map(ToString::to_string).collect()
}
