//! Predicates: who did it, what is so; families of verbs, nouns and states.

mod family; // what a family asks, needs and speaks of
mod wording; // how a report tells it
mod hint; // words around a predicate
mod table; // the file as it is written
mod opener; // what a word tells before its sentence is parsed
mod entry; // the entries in all their forms

use std::sync::Arc;

use super::{LexiconError, Phrases, Vocabulary, WordId, Words};
use family::Family;
use opener::{Families, Opener};
use table::File;

pub(crate) use family::Need;
pub use family::Question;
pub(crate) use hint::{Carrier, Hint};
pub use wording::Wording;

const FILE: &str = "lexicon/predicates.toml";

/// The number of a family of predicates in the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct FamilyId(u16);

/// What a word says of its family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cue {
    pub(crate) family: FamilyId,
    /// It says the opposite: "violate" of those that comply.
    pub(crate) against: bool,
    /// It takes an object: "violated **the truce**".
    pub(crate) transitive: bool,
}

/// The words of `lexicon/predicates.toml`.
#[derive(Debug, Default)]
pub(crate) struct Predicates {
    families: Vec<Family>,
    pub(crate) verbs: Phrases<Cue>,
    pub(crate) nouns: Phrases<Cue>,
    pub(crate) states: Phrases<Cue>,
    /// "the work of (the rebels)"
    pub(crate) states_of: Phrases<Cue>,
    pub(crate) carriers: Phrases<Carrier>,
    /// "**due to** a technical fault"
    pub(crate) causes: Phrases<()>,
    /// "the **denial** by the ministry"
    pub(crate) denials: Phrases<()>,
    /// "the claims are **baseless**"
    pub(crate) falsehoods: Phrases<()>,
    /// For each word a bit per hint.
    hints: Vec<u32>,
    /// "rebels", "regime"
    camps: Phrases<Arc<str>>,
    /// For each word what it may open, and what it is about.
    openers: Vec<Opener>,
    /// Families that may speak of anything.
    free: Families,
}

impl Predicates {
    pub(crate) fn read(words: &Words, vocabulary: &mut Vocabulary) -> Result<Self, LexiconError> {
        let file: File = words.file(FILE, include_str!("../../../lexicon/predicates.toml"))?;
        table::check(&file.family)?;
        let mut predicates = Self::default();
        for (index, table) in file.family.into_iter().enumerate() {
            predicates.insert(vocabulary, FamilyId(index as u16), &table);
        }
        predicates.words(vocabulary, &file.words);
        for (camp, words) in &file.camps {
            let camp: Arc<str> = camp.as_str().into();
            for word in words {
                predicates
                    .camps
                    .insert(&vocabulary.intern_phrase(word), camp.clone());
            }
        }
        Ok(predicates)
    }

    /// Whether a word is known as a verb of a family and as no noun of any.
    pub(crate) fn is_only_verb(&self, word: WordId) -> bool {
        self.verbs.word(word).is_some() && self.nouns.word(word).is_none()
    }

    /// Whether a word is of this kind.
    pub(crate) fn is(&self, word: WordId, hint: Hint) -> bool {
        self.hints
            .get(word.index())
            .is_some_and(|hints| hints & (1 << hint as u32) != 0)
    }

    /// The camp that a word stands for: "rebels".
    pub(crate) fn camp(&self, word: WordId) -> Option<&Arc<str>> {
        self.camps.word(word)
    }
}
