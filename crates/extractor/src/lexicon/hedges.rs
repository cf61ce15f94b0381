use std::collections::BTreeMap;

use serde::Deserialize;

use super::{LexiconError, Phrases, Vocabulary, WordId, Words, inflection::verb_forms};

const FILE: &str = "lexicon/hedges.toml";

/// What a hedge makes of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Bound {
    /// "at least 13"
    AtLeast,
    /// "more than 13"
    MoreThan,
    /// "up to 13"
    AtMost,
    /// "fewer than 13"
    FewerThan,
    /// "nearly 13"
    Nearly,
    /// "about 13"
    About,
}

/// A hedge of `lexicon/hedges.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hedge {
    pub(crate) bound: Bound,
    /// It is a verb of its own and no part of the quantity: "exceeded".
    pub(crate) verb: bool,
    /// It speaks of place and time too: "over".
    pub(crate) place: bool,
    /// The table it comes from, for [`Hedges::misled`].
    table: u16,
}

/// A class of words that the grammar of ranges needs by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum HedgeClass {
    From,
    Between,
    To,
    And,
    Or,
    But,
    Comma,
    Than,
    Dash,
    Stretch,
    Change,
    ChangeBy,
}

/// The hedges of `lexicon/hedges.toml`.
#[derive(Debug, Default)]
pub(crate) struct Hedges {
    /// "at least", "exceeded"
    pub(crate) before: Phrases<Hedge>,
    /// "or more"
    pub(crate) after: Phrases<Bound>,
    /// "an additional"
    pub(crate) filler: Phrases<()>,
    /// "perhaps"
    pub(crate) raise: Phrases<()>,
    classes: Vec<u16>,
    /// For each table the words before which its phrases mean something else.
    unless_after: Vec<Vec<WordId>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    hedge: Vec<Table>,
    filler: Vec<String>,
    raise: Vec<String>,
    change: Vec<String>,
    words: BTreeMap<HedgeClass, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    bound: Bound,
    #[serde(default)]
    before: Vec<String>,
    #[serde(default)]
    verbs: Vec<String>,
    #[serde(default)]
    after: Vec<String>,
    #[serde(default)]
    unless_after: Vec<String>,
    #[serde(default)]
    place: bool,
}

impl Hedges {
    pub(crate) fn read(words: &Words, vocabulary: &mut Vocabulary) -> Result<Self, LexiconError> {
        let file: File = words.file(FILE, include_str!("../../lexicon/hedges.toml"))?;
        let mut hedges = Self::default();
        for (index, table) in file.hedge.into_iter().enumerate() {
            hedges.insert(vocabulary, index as u16, &table)?;
        }
        for filler in &file.filler {
            hedges.filler.insert(&vocabulary.intern_phrase(filler), ());
        }
        for raise in &file.raise {
            hedges.raise.insert(&vocabulary.intern_phrase(raise), ());
        }
        for verb in &file.change {
            for form in verb_forms(verb) {
                hedges.classify(vocabulary.intern(&form), HedgeClass::Change);
            }
        }
        for (class, words) in &file.words {
            for word in words {
                hedges.classify(vocabulary.intern(word), *class);
            }
        }
        Ok(hedges)
    }

    fn insert(
        &mut self,
        vocabulary: &mut Vocabulary,
        index: u16,
        table: &Table,
    ) -> Result<(), LexiconError> {
        if table.before.is_empty() && table.verbs.is_empty() && table.after.is_empty() {
            return Err(LexiconError::new(
                FILE,
                format!("hedge {index} ({:?}) lists no words", table.bound),
            ));
        }
        let hedge = Hedge {
            bound: table.bound,
            verb: false,
            place: table.place,
            table: index,
        };
        for words in &table.before {
            self.before.insert(&vocabulary.intern_phrase(words), hedge);
        }
        for form in table.verbs.iter().flat_map(|verb| verb_forms(verb)) {
            let hedge = Hedge {
                verb: true,
                ..hedge
            };
            self.before.insert(&vocabulary.intern_phrase(&form), hedge);
        }
        for words in &table.after {
            self.after
                .insert(&vocabulary.intern_phrase(words), table.bound);
        }
        let words = table
            .unless_after
            .iter()
            .map(|word| vocabulary.intern(word));
        self.unless_after.push(words.collect());
        Ok(())
    }

    fn classify(&mut self, word: WordId, class: HedgeClass) {
        if self.classes.len() <= word.index() {
            self.classes.resize(word.index() + 1, 0);
        }
        self.classes[word.index()] |= 1 << class as u32;
    }

    /// Whether a word stands in a class.
    pub(crate) fn is(&self, word: WordId, class: HedgeClass) -> bool {
        self.classes
            .get(word.index())
            .is_some_and(|bits| bits & (1 << class as u32) != 0)
    }

    /// "told about 12 men": whether the word before gives a hedge another meaning.
    pub(crate) fn misled(&self, hedge: Hedge, before: WordId) -> bool {
        self.unless_after[usize::from(hedge.table)].contains(&before)
    }
}
