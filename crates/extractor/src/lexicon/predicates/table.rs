//! `lexicon/predicates.toml` as it is written.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{
    FILE,
    family::{Need, Question},
};
use crate::lexicon::LexiconError;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) family: Vec<Table>,
    pub(super) words: Words,
    pub(super) camps: BTreeMap<String, Vec<String>>,
}

#[allow(clippy::struct_excessive_bools)] // each answers another question
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Table {
    pub(super) id: String,
    pub(super) says: String,
    pub(super) says_not: String,
    pub(super) undergone: Option<String>,
    #[serde(default)]
    pub(super) asks: Vec<Question>,
    #[serde(default)]
    pub(super) asks_against: Vec<Question>,
    #[serde(default)]
    pub(super) changes: bool,
    #[serde(default)]
    pub(super) same: bool,
    #[serde(default)]
    pub(super) event: bool,
    #[serde(default)]
    pub(super) standing: bool,
    #[serde(default)]
    pub(super) needs: Vec<Need>,
    #[serde(default)]
    pub(super) about: Vec<String>,
    #[serde(default)]
    pub(super) verbs: Vec<String>,
    #[serde(default)]
    pub(super) verbs_against: Vec<String>,
    #[serde(default)]
    pub(super) intransitive: Vec<String>,
    #[serde(default)]
    pub(super) intransitive_against: Vec<String>,
    #[serde(default)]
    pub(super) nouns: Vec<String>,
    #[serde(default)]
    pub(super) nouns_against: Vec<String>,
    #[serde(default)]
    pub(super) states: Vec<String>,
    #[serde(default)]
    pub(super) states_against: Vec<String>,
    #[serde(default)]
    pub(super) states_of: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) accuse: Vec<String>,
    pub(super) carry: Vec<String>,
    pub(super) deny: Vec<String>,
    pub(super) denials: Vec<String>,
    pub(super) causes: Vec<String>,
    pub(super) claims: Vec<String>,
    #[serde(rename = "false")]
    pub(super) falsehoods: Vec<String>,
    pub(super) part: Vec<String>,
    pub(super) failing: Vec<String>,
    pub(super) managing: Vec<String>,
    pub(super) failure: Vec<String>,
    pub(super) toward: Vec<String>,
    pub(super) fault: Vec<String>,
    pub(super) between: Vec<String>,
    pub(super) without: Vec<String>,
    pub(super) occur: Vec<String>,
    pub(super) possible: Vec<String>,
    pub(super) perhaps: Vec<String>,
    pub(super) common: Vec<String>,
    pub(super) pacts: Vec<String>,
    pub(super) lies: Vec<String>,
    pub(super) events: Vec<String>,
    pub(super) reflexive: Vec<String>,
    pub(super) echoes: Vec<String>,
    pub(super) site: Vec<String>,
}

/// Ids are unique and in order.
pub(super) fn check(families: &[Table]) -> Result<(), LexiconError> {
    let mut ids = families.iter().zip(families.iter().skip(1));
    if let Some((first, second)) = ids.find(|(first, second)| first.id == second.id) {
        let message = format!(
            "families `{}` and `{}` are one; join them",
            first.id, second.id
        );
        return Err(LexiconError::new(FILE, message));
    }
    if families.len() > 127 {
        let message = "there are more than 127 families; widen `Families`";
        return Err(LexiconError::new(FILE, message));
    }
    Ok(())
}
