use std::sync::Arc;

use serde::Deserialize;

use super::{LexiconError, Phrases, Vocabulary, WordId, Words};

const FILE: &str = "lexicon/agencies.toml";

/// News agencies that other outlets print texts of.
#[derive(Debug, Default)]
pub(crate) struct Agencies {
    names: Vec<Arc<str>>,
    forms: Phrases<u16>,
    beside: Vec<WordId>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    beside: Vec<String>,
    agency: Vec<Agency>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Agency {
    name: String,
    forms: Vec<String>,
}

impl Agencies {
    pub(crate) fn read(words: &Words, vocabulary: &mut Vocabulary) -> Result<Self, LexiconError> {
        let file: File = words.file(FILE, include_str!("../../lexicon/agencies.toml"))?;
        let mut agencies = Self::default();
        for (agency, number) in file.agency.iter().zip(0..) {
            agencies.names.push(agency.name.as_str().into());
            for form in &agency.forms {
                agencies
                    .forms
                    .insert(&vocabulary.intern_phrase(form), number);
            }
        }
        agencies.beside = file
            .beside
            .iter()
            .map(|word| vocabulary.intern(word))
            .collect();
        Ok(agencies)
    }

    /// The agency that the words begin to name: "Reuters".
    pub(crate) fn at(&self, words: impl Iterator<Item = WordId> + Clone) -> Option<&Arc<str>> {
        let (_, &number) = self.forms.longest(words)?;
        self.names.get(usize::from(number))
    }

    /// Whether the word makes a credit that of a picture: "Photo".
    pub(crate) fn is_picture(&self, word: WordId) -> bool {
        self.beside.contains(&word)
    }
}
