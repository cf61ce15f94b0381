//! The words, as data: one TOML file a domain, compiled into the crate, read once.

mod words; // what a user adds
mod vocabulary; // words and their numbers
mod phrases; // entries of one or more words, longest first
mod inflection; // kill → kills, killed, killing
mod abbreviations; // full stops that end no sentence
mod furniture; // what a page carries beside its article
mod grammar; // function words
mod numerals; // six, dozen, several
mod hedges; // at least, about, or more
mod units; // km, %, USD
mod nations; // countries, their people and governments
mod places; // words around the names of places
mod roles; // kinds of people: soldiers, children
mod measures; // what is counted: killed, displaced
mod agencies; // Reuters, AFP
mod happenings; // clash, airstrike, earthquake
mod speakers; // who says so
mod predicates; // who did it, what is so
mod times; // months, weekdays, units, holidays

use std::{fmt, sync::LazyLock};

pub(crate) use abbreviations::{Abbreviations, Stop};
pub(crate) use agencies::Agencies;
pub(crate) use furniture::{Furniture, Label, Sign, Signs};
pub(crate) use grammar::{Class, Grammar};
pub(crate) use happenings::{HappeningId, Happenings};
pub(crate) use hedges::{Bound, HedgeClass, Hedges};
pub(crate) use inflection::singular;
pub(crate) use measures::{MeasureId, Measures, Patient};
pub(crate) use nations::{NationForm, NationId, Nations};
pub(crate) use numerals::{Convention, Numeral, NumeralClass, Numerals};
pub(crate) use phrases::Phrases;
pub(crate) use places::{Land, PlaceWord, Places, Short};
pub(crate) use predicates::{Carrier, Cue, Hint, Need, Predicates};
pub use predicates::{Question, Wording};
pub(crate) use roles::Roles;
pub(crate) use speakers::{Kind, Reporting, Speakers, Takes};
pub(crate) use times::{Edge, Form, Holiday, Part, Season, Sense, Times, Unit, Word as TimeWord};
pub(crate) use units::{Dimension, UnitClass, UnitId, Units};
pub(crate) use vocabulary::{Vocabulary, WordId};
pub use words::Words;

/// All words that the extractor knows: numerals, hedges, measures, roles, reporting verbs, …
#[derive(Debug)]
pub struct Lexicon {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) abbreviations: Abbreviations,
    pub(crate) furniture: Furniture,
    pub(crate) grammar: Grammar,
    pub(crate) numerals: Numerals,
    pub(crate) hedges: Hedges,
    pub(crate) units: Units,
    pub(crate) nations: Nations,
    pub(crate) places: Places,
    pub(crate) roles: Roles,
    pub(crate) measures: Measures,
    pub(crate) agencies: Agencies,
    pub(crate) happenings: Happenings,
    pub(crate) speakers: Speakers,
    pub(crate) times: Times,
    pub(crate) predicates: Predicates,
}

impl Lexicon {
    /// The lexicon that is built in; made on first use, then shared.
    ///
    /// # Panics
    /// Never in a released version: a test reads every file.
    pub fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Lexicon> =
            LazyLock::new(|| match Lexicon::read(&Words::default()) {
                Ok(lexicon) => lexicon,
                Err(error) => panic!("{error}"),
            });
        &BUILTIN
    }

    /// The lexicon that is built in, with words of the user's own beside it.
    ///
    /// # Errors
    /// If an addition is no entry of its file: which file, which entry, what to do.
    pub fn with(words: &Words) -> Result<Self, LexiconError> {
        Self::read(words).map_err(|error| words.blamed(error))
    }

    fn read(words: &Words) -> Result<Self, LexiconError> {
        let mut vocabulary = Vocabulary::default();
        Ok(Self {
            abbreviations: Abbreviations::read(words, &mut vocabulary)?,
            furniture: Furniture::read(words, &mut vocabulary)?,
            grammar: Grammar::read(words, &mut vocabulary)?,
            numerals: Numerals::read(words, &mut vocabulary)?,
            hedges: Hedges::read(words, &mut vocabulary)?,
            units: Units::read(words, &mut vocabulary)?,
            nations: Nations::read(words, &mut vocabulary)?,
            places: Places::read(words, &mut vocabulary)?,
            roles: Roles::read(words, &mut vocabulary)?,
            measures: Measures::read(words, &mut vocabulary)?,
            agencies: Agencies::read(words, &mut vocabulary)?,
            happenings: Happenings::read(words, &mut vocabulary)?,
            speakers: Speakers::read(words, &mut vocabulary)?,
            times: Times::read(words, &mut vocabulary)?,
            predicates: Predicates::read(words, &mut vocabulary)?,
            vocabulary,
        })
    }
}

/// A lexicon file that cannot be used: which file, which entry, what to do.
#[derive(Debug)]
pub struct LexiconError {
    /// `lexicon/measures.toml`
    pub file: String,
    /// "measure `hostages_taken` lists no heads"
    pub message: String,
}

impl fmt::Display for LexiconError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.message)
    }
}

impl std::error::Error for LexiconError {}

impl LexiconError {
    /// An error of `file`.
    pub(crate) fn new(file: &str, message: impl fmt::Display) -> Self {
        Self {
            file: file.to_owned(),
            message: message.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_can_be_read() {
        if let Err(error) = Lexicon::read(&Words::default()) {
            panic!("{error}");
        }
    }
}
