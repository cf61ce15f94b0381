use std::collections::BTreeMap;

use serde::Deserialize;

use super::{LexiconError, Phrases, Vocabulary, WordId, Words, inflection::plural};
use crate::quantity::Unit;

const FILE: &str = "lexicon/units.toml";

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Dimension {
    Share,
    Money,
    Length,
    Area,
    Volume,
    Mass,
    Time,
    Temperature,
    Speed,
    Power,
    Energy,
    Data,
    Frequency,
    Pressure,
    Strength,
    Rate,
    Quake,
}

/// The number of a unit in the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct UnitId(u16);

/// A class of words that the grammar of units needs by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum UnitClass {
    Per,
    Article,
    Share,
    When,
    Quake,
}

/// The units of `lexicon/units.toml`.
#[derive(Debug, Default)]
pub(crate) struct Units {
    entries: Vec<(Unit, Dimension)>,
    /// Behind the number: "km", "per cent", "dollars".
    pub(crate) after: Phrases<UnitId>,
    /// Before the number: "$", "magnitude".
    pub(crate) before: Phrases<UnitId>,
    classes: Vec<u8>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    unit: Vec<Entry>,
    words: BTreeMap<UnitClass, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    kind: Dimension,
    name: Option<String>,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    symbols: Vec<String>,
    #[serde(default)]
    before: Vec<String>,
    #[serde(default)]
    after: Vec<String>,
}

impl Units {
    pub(crate) fn read(words: &Words, vocabulary: &mut Vocabulary) -> Result<Self, LexiconError> {
        let file: File = words.file(FILE, include_str!("../../lexicon/units.toml"))?;
        let mut units = Self::default();
        for (index, unit) in file.unit.into_iter().enumerate() {
            units.insert(vocabulary, UnitId(index as u16), unit)?;
        }
        for (class, words) in file.words {
            for word in words {
                let word = vocabulary.intern(&word);
                if units.classes.len() <= word.index() {
                    units.classes.resize(word.index() + 1, 0);
                }
                units.classes[word.index()] |= 1 << class as u8;
            }
        }
        Ok(units)
    }

    fn insert(
        &mut self,
        vocabulary: &mut Vocabulary,
        id: UnitId,
        unit: Entry,
    ) -> Result<(), LexiconError> {
        if unit.names.is_empty()
            && unit.symbols.is_empty()
            && unit.before.is_empty()
            && unit.after.is_empty()
        {
            return Err(LexiconError::new(
                FILE,
                format!("unit `{}` lists no words; give it a name", unit.id),
            ));
        }
        if self
            .entries
            .iter()
            .any(|(known, _)| *known.sign == *unit.id)
        {
            return Err(LexiconError::new(
                FILE,
                format!("unit `{}` stands twice; join the two", unit.id),
            ));
        }
        for name in &unit.names {
            self.after.insert(&vocabulary.intern_phrase(name), id);
            let plural = plural(name);
            self.after.insert(&vocabulary.intern_phrase(&plural), id);
        }
        for words in unit.symbols.iter().chain(&unit.after) {
            self.after.insert(&vocabulary.intern_phrase(words), id);
        }
        for words in &unit.before {
            self.before.insert(&vocabulary.intern_phrase(words), id);
        }
        let name = unit.name.as_ref().or(unit.names.first());
        let name = name.unwrap_or(&unit.id).as_str().into();
        // a sign stays as it is; a word has its plural
        let many = if unit.names.contains(&unit.id) && unit.kind != Dimension::Quake {
            plural(&unit.id).into()
        } else {
            unit.id.as_str().into()
        };
        let sign = unit.id.into();
        self.entries.push((Unit { sign, name, many }, unit.kind));
        Ok(())
    }

    /// Its sign in reports, "km", and its plain name, "kilometre".
    pub(crate) fn unit(&self, id: UnitId) -> &Unit {
        &self.entries[usize::from(id.0)].0
    }

    /// What it measures.
    pub(crate) fn dimension(&self, id: UnitId) -> Dimension {
        self.entries[usize::from(id.0)].1
    }

    /// Whether a sign is that of a stretch of time: "year", "d".
    pub(crate) fn is_time(&self, sign: &str) -> bool {
        let mut times = self.entries.iter();
        times.any(|(unit, dimension)| *dimension == Dimension::Time && *unit.sign == *sign)
    }

    /// The unit of a dimension that has a single one: magnitude.
    pub(crate) fn of(&self, dimension: Dimension) -> Option<UnitId> {
        let index = self
            .entries
            .iter()
            .position(|(_, kind)| *kind == dimension)?;
        Some(UnitId(index as u16))
    }

    /// Whether a word stands in a class.
    pub(crate) fn is(&self, word: WordId, class: UnitClass) -> bool {
        self.classes
            .get(word.index())
            .is_some_and(|bits| bits & (1 << class as u8) != 0)
    }
}
