use std::sync::Arc;

use serde::Deserialize;

use super::{LexiconError, Phrases, Vocabulary, WordId, Words, inflection};
use crate::Tag;

const FILE: &str = "lexicon/happenings.toml";

/// Kinds of happening: clash, airstrike, earthquake; and the words that name them.
#[derive(Debug, Default)]
pub(crate) struct Happenings {
    kinds: Vec<Happening>,
    nouns: Phrases<HappeningId>,
    verbs: Phrases<HappeningId>,
    /// What goes on for months or years.
    lasting: Phrases<()>,
    /// Between what such a thing has cost and its name.
    over: Phrases<()>,
}

/// A kind of happening by its number in the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct HappeningId(u16);

impl HappeningId {
    /// Its place in tables indexed by kind of happening.
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

#[derive(Debug)]
struct Happening {
    id: Arc<str>,
    family: Arc<str>,
    loose: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    lasting: Vec<String>,
    over: Vec<String>,
    happening: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    family: String,
    #[serde(default)]
    loose: bool,
    #[serde(default)]
    nouns: Vec<String>,
    #[serde(default)]
    plurals: Vec<String>,
    #[serde(default)]
    verbs: Vec<String>,
}

impl Happenings {
    pub(crate) fn read(words: &Words, vocabulary: &mut Vocabulary) -> Result<Self, LexiconError> {
        let file: File = words.file(FILE, include_str!("../../lexicon/happenings.toml"))?;
        let mut happenings = Self::default();
        for (number, entry) in file.happening.iter().enumerate() {
            if entry.nouns.is_empty() && entry.verbs.is_empty() {
                let message = format!("happening `{}` lists no words", entry.id);
                return Err(LexiconError::new(FILE, message));
            }
            let id = HappeningId(number as u16);
            happenings.kinds.push(Happening {
                id: entry.id.as_str().into(),
                family: entry.family.as_str().into(),
                loose: entry.loose,
            });
            for noun in &entry.nouns {
                let plural = inflection::plural(noun);
                for form in [noun, &plural] {
                    happenings.nouns.insert(&vocabulary.intern_phrase(form), id);
                }
            }
            for noun in &entry.plurals {
                happenings.nouns.insert(&vocabulary.intern_phrase(noun), id);
            }
            for form in entry
                .verbs
                .iter()
                .flat_map(|verb| inflection::verb_forms(verb))
            {
                happenings
                    .verbs
                    .insert(&vocabulary.intern_phrase(&form), id);
            }
        }
        for noun in &file.lasting {
            happenings
                .lasting
                .insert(&vocabulary.intern_phrase(noun), ());
        }
        for word in &file.over {
            happenings.over.insert(&vocabulary.intern_phrase(word), ());
        }
        Ok(happenings)
    }

    /// How many words name what goes on for months or years: "war", "civil war".
    pub(crate) fn lasting(&self, words: impl Iterator<Item = WordId> + Clone) -> Option<usize> {
        self.lasting.longest(words).map(|(len, ())| len)
    }

    /// Whether a word joins a cost to what it was paid for: "the toll **from** the war".
    pub(crate) fn is_over(&self, word: WordId) -> bool {
        self.over.opens(word)
    }

    /// The happening that the words begin to name, and how many words it takes; the tag of the first
    /// word tells "a fire" from "they fire".
    pub(crate) fn at(
        &self,
        tag: Tag,
        words: impl Iterator<Item = WordId> + Clone,
    ) -> Option<(usize, HappeningId)> {
        let (first, second) = if tag.is_verbal() {
            (&self.verbs, &self.nouns)
        } else {
            (&self.nouns, &self.verbs)
        };
        let (len, id) = first
            .longest(words.clone())
            .or_else(|| second.longest(words))?;
        Some((len, *id))
    }

    /// Its name in reports: "airstrike".
    pub(crate) fn id(&self, happening: HappeningId) -> &Arc<str> {
        &self.kinds[happening.index()].id
    }

    /// What it is beside others of its like: "attack", "disaster".
    pub(crate) fn family(&self, happening: HappeningId) -> &Arc<str> {
        &self.kinds[happening.index()].family
    }

    /// Its words also stand for many other kinds: "attack", "explosion".
    pub(crate) fn is_loose(&self, happening: HappeningId) -> bool {
        self.kinds[happening.index()].loose
    }

    /// All kinds.
    pub(crate) fn all(&self) -> impl Iterator<Item = HappeningId> + use<> {
        (0..self.kinds.len() as u16).map(HappeningId)
    }

    /// How many kinds there are.
    pub(crate) fn len(&self) -> usize {
        self.kinds.len()
    }
}
