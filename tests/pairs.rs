//! Pairs of short articles on one event: half contradict each other, half only seem to.

use rashomon_extractor::{Article, Document, Lexicon, read};
use rashomon_graph::{DisputeKind, Options, find};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    pair: Vec<Pair>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair {
    name: String,
    published: [jiff::civil::Date; 2],
    texts: [String; 2],
    /// The kinds of dispute between them.
    disputes: Vec<String>,
}

impl Pair {
    fn articles(&self) -> [Article; 2] {
        let read = |place: usize, outlet: &str| {
            let document = Document::new(outlet, &self.texts[place]);
            read(
                Lexicon::builtin(),
                &document.published(self.published[place]),
            )
        };
        [read(0, "northern-post"), read(1, "southern-mail")]
    }
}

fn name(kind: DisputeKind) -> String {
    format!("{kind:?}").to_lowercase()
}

#[test]
fn pairs_contradict_only_where_they_do() {
    let table: Table = toml::from_str(include_str!("events/pairs.toml")).unwrap();
    let mut failures = Vec::new();
    for pair in &table.pair {
        let found = find(&pair.articles(), Options::default());
        let kinds: Vec<String> = found.disputes.iter().map(|d| name(d.kind)).collect();
        if kinds != pair.disputes {
            failures.push(format!(
                "{}: wanted {:?}, got {kinds:?}",
                pair.name, pair.disputes
            ));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(table.pair.len() >= 30, "a pair was lost");
}
