//! Times: months, weekdays, units, holidays.

mod sense; // what words can mean in a time expression
mod holiday; // how the days of holidays are found
mod table; // the file as it is written

use super::{LexiconError, Phrases, Vocabulary, WordId, Words};
use holiday::holiday;
use table::{File, senses};

pub(crate) use holiday::Holiday;
pub(crate) use sense::{Edge, Form, Part, Season, Sense, Unit, Word};

const FILE: &str = "lexicon/times.toml";

/// The words of `lexicon/times.toml`.
#[derive(Debug, Default)]
pub(crate) struct Times {
    senses: Vec<Sense>,
    pub(crate) holidays: Phrases<Holiday>,
    /// Names that hold a time word and are no time: "the Sunday Times".
    pub(crate) names: Phrases<()>,
    /// For each word, whether a holiday or a name begins with it.
    openers: Vec<bool>,
}

impl Times {
    pub(crate) fn read(words: &Words, vocabulary: &mut Vocabulary) -> Result<Self, LexiconError> {
        let file: File = words.file(FILE, include_str!("../../../lexicon/times.toml"))?;
        let mut times = Self::default();
        for (word, sense) in senses(&file) {
            times.insert(vocabulary.intern(&word), &word, sense)?;
        }
        for table in &file.holiday {
            let day = holiday(&table.day).ok_or_else(|| {
                LexiconError::new(FILE, format_args!("`{}` is no day of a holiday", table.day))
            })?;
            for name in &table.names {
                let words = vocabulary.intern_phrase(name);
                times.open(&words);
                times.holidays.insert(&words, day);
            }
        }
        for name in &file.names {
            let words = vocabulary.intern_phrase(name);
            times.open(&words);
            times.names.insert(&words, ());
        }
        Ok(times)
    }

    fn insert(&mut self, id: WordId, word: &str, sense: Sense) -> Result<(), LexiconError> {
        if self.senses.len() <= id.index() {
            self.senses.resize(id.index() + 1, Sense::Other);
        }
        if self.senses[id.index()] != Sense::Other {
            return Err(LexiconError::new(
                FILE,
                format_args!("`{word}` stands in two places"),
            ));
        }
        self.senses[id.index()] = sense;
        Ok(())
    }

    fn open(&mut self, words: &[WordId]) {
        let Some(first) = words.first() else {
            return;
        };
        if self.openers.len() <= first.index() {
            self.openers.resize(first.index() + 1, false);
        }
        self.openers[first.index()] = true;
    }

    /// What a word means in a time expression.
    pub(crate) fn sense(&self, word: WordId) -> Sense {
        self.senses.get(word.index()).copied().unwrap_or_default()
    }

    /// Whether a holiday or a name begins with the word.
    pub(crate) fn opens_name(&self, word: WordId) -> bool {
        self.openers.get(word.index()).copied().unwrap_or_default()
    }
}
