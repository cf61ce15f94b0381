use std::collections::{BTreeMap, BTreeSet};

use super::{Place, gazetteer::Entry};
use crate::{Lexicon, StableHash, lexicon::NationForm, sentence::Sentence};

/// What a document has named so far: by that "Hama" is in Syria, not in Japan.
#[derive(Debug, Default)]
pub(super) struct Context {
    /// How often each country is named, by code.
    countries: BTreeMap<[u8; 2], u32>,
    /// How often each region is named: code of the country, name of the region.
    regions: BTreeMap<([u8; 2], &'static str), u32>,
    /// Places of the gazetteer that were taken before, by number.
    taken: BTreeMap<u32, Place>,
    /// Surnames that are also names of places, as hashes of their letters.
    persons: BTreeSet<u64>,
    /// The last place where something happened.
    pub(super) current: Option<Place>,
}

impl Context {
    /// Counts the nations that the document names anywhere: "Syrian", "Damascus", "the Kremlin".
    pub(super) fn read(&mut self, lexicon: &Lexicon, text: &str, sentences: &[Sentence]) {
        for sentence in sentences {
            let tokens = &sentence.tokens;
            let mut at = 0;
            while at < tokens.len() {
                let Some((len, naming)) = lexicon.nations.at(text, &tokens[at..]) else {
                    at += 1;
                    continue;
                };
                // a capital may be another town of that name
                if naming.form != NationForm::Capital
                    && let Some(code) = lexicon.nations.code(naming.nation)
                {
                    self.add_country(code);
                }
                at += len;
            }
        }
    }

    pub(super) fn add_country(&mut self, code: [u8; 2]) {
        *self.countries.entry(code).or_default() += 1;
    }

    pub(super) fn add_region(&mut self, code: [u8; 2], region: &'static str) {
        *self.regions.entry((code, region)).or_default() += 1;
    }

    /// How often the country was named.
    pub(super) fn country(&self, code: [u8; 2]) -> u32 {
        self.countries.get(&code).copied().unwrap_or(0)
    }

    /// Whether the region was named.
    pub(super) fn region(&self, code: [u8; 2], region: &'static str) -> bool {
        !region.is_empty() && self.regions.contains_key(&(code, region))
    }

    /// Whether this very place was taken before.
    pub(super) fn knows(&self, entry: Entry) -> bool {
        self.taken.contains_key(&entry.number)
    }

    /// The place that the entry stands for; made once a document.
    pub(super) fn place(&mut self, entry: Entry, make: impl FnOnce() -> Place) -> Place {
        self.taken.entry(entry.number).or_insert_with(make).clone()
    }

    /// "Abraham Lincoln" was named: "Lincoln said" is no town.
    pub(super) fn add_person(&mut self, surname: &str) {
        self.persons
            .insert(StableHash::default().with(surname).value());
    }

    /// Whether somebody of this surname was named.
    pub(super) fn is_person(&self, surname: &str) -> bool {
        !self.persons.is_empty()
            && self
                .persons
                .contains(&StableHash::default().with(surname).value())
    }
}
