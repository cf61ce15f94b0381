//! `lexicon/times.toml` as it is written, and the senses of its words.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::sense::{Edge, Form, Part, Season, Sense, Unit, Word};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) doubtful: Vec<String>,
    pub(super) names: Vec<String>,
    pub(super) months: BTreeMap<String, i8>,
    pub(super) short_months: BTreeMap<String, i8>,
    pub(super) weekdays: BTreeMap<String, i8>,
    pub(super) short_weekdays: BTreeMap<String, i8>,
    pub(super) days: BTreeMap<String, i8>,
    pub(super) units: BTreeMap<String, Unit>,
    pub(super) parts: BTreeMap<String, Part>,
    pub(super) seasons: BTreeMap<String, Season>,
    pub(super) cardinals: BTreeMap<String, i16>,
    pub(super) ordinals: BTreeMap<String, i8>,
    pub(super) decades: BTreeMap<String, i16>,
    pub(super) few: BTreeMap<String, [u8; 2]>,
    pub(super) edges: BTreeMap<String, Edge>,
    pub(super) edge_nouns: BTreeMap<String, Edge>,
    pub(super) words: BTreeMap<Word, Vec<String>>,
    pub(super) holiday: Vec<HolidayTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HolidayTable {
    pub(super) names: Vec<String>,
    pub(super) day: String,
}

/// All single words with their senses.
pub(super) fn senses(file: &File) -> Vec<(String, Sense)> {
    let mut senses = Vec::new();
    let mut push = |word: &str, sense| senses.push((word.to_owned(), sense));
    for (months, short) in [(&file.months, false), (&file.short_months, true)] {
        for (word, &number) in months {
            let form = match (short, file.doubtful.contains(word)) {
                (true, _) => Form::Short,
                (false, true) => Form::Doubtful,
                (false, false) => Form::Full,
            };
            push(word, Sense::Month { number, form });
        }
    }
    for (weekdays, form) in [
        (&file.weekdays, Form::Full),
        (&file.short_weekdays, Form::Short),
    ] {
        for (word, &number) in weekdays {
            push(word, Sense::Weekday { number, form });
        }
    }
    for (word, &days) in &file.days {
        push(word, Sense::Deictic(days));
    }
    for (word, &unit) in &file.units {
        let plural = word.ends_with('s');
        push(word, Sense::Unit { unit, plural });
    }
    for (word, &part) in &file.parts {
        push(word, Sense::Part(part));
    }
    for (word, &season) in &file.seasons {
        push(word, Sense::Season(season));
    }
    for (word, &decade) in &file.decades {
        push(word, Sense::Decade(1900 + decade));
    }
    for (word, &[low, high]) in &file.few {
        push(word, Sense::Few { low, high });
    }
    for (word, &number) in &file.cardinals {
        push(word, Sense::Cardinal(number));
    }
    for (word, &number) in &file.ordinals {
        push(word, Sense::Ordinal(number));
    }
    for (tens, &ten) in file.cardinals.iter().filter(|(_, n)| **n >= 20) {
        for (word, &one) in file.cardinals.iter().filter(|(_, n)| **n < 10) {
            push(&format!("{tens}-{word}"), Sense::Cardinal(ten + one));
        }
        for (word, &one) in file.ordinals.iter().filter(|(_, n)| **n < 10) {
            push(&format!("{tens}-{word}"), Sense::Ordinal(ten as i8 + one));
        }
    }
    for (word, &edge) in &file.edges {
        push(word, Sense::Edge(edge));
    }
    for (word, &edge) in &file.edge_nouns {
        push(word, Sense::EdgeNoun(edge));
    }
    for (&class, words) in &file.words {
        for word in words {
            push(word, Sense::Word(class));
        }
    }
    senses
}
