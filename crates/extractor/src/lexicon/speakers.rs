use std::{collections::BTreeMap, sync::Arc};

use serde::Deserialize;

use super::{
    LexiconError, Phrases, Vocabulary, WordId, Words,
    inflection::{plural, verb_forms},
};
use crate::Stance;

const FILE: &str = "lexicon/speakers.toml";

/// The words of `lexicon/speakers.toml`: who says something, and with what attitude.
#[derive(Debug, Default)]
pub(crate) struct Speakers {
    /// "said", "pointed out", in all forms.
    pub(crate) verbs: Phrases<Reporting>,
    /// "according to" has its source behind it; `true` where it relays: "citing".
    pub(crate) leads: Phrases<bool>,
    /// "reportedly"
    pub(crate) adverbs: Phrases<Stance>,
    /// "alleged"
    pub(crate) adjectives: Phrases<Stance>,
    /// "the claim (that)"
    pub(crate) nouns: Phrases<Report>,
    /// "U.N." → "United Nations"
    pub(crate) organisations: Phrases<Arc<str>>,
    /// For each word a bit per kind.
    kinds: Vec<u8>,
}

/// A report as a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Report {
    pub(crate) stance: Stance,
    /// "an estimate of 12", "by one count"
    pub(crate) measured: bool,
}

/// What a reporting verb does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reporting {
    pub(crate) stance: Stance,
    takes: u8,
    /// The attitude where it stands in the passive without a source: "12 **were reported** killed", "is
    /// said to have killed 12"; `None` where its passive is no report.
    pub(crate) passive: Option<Stance>,
    /// The attitude with an infinitive, where it is another one: "agreed **to leave**".
    pub(crate) infinitive: Option<Stance>,
    /// With an object it reports only where its subject is a document: "the poll found 46 percent".
    pub(crate) document: bool,
}

/// What a reporting verb has for its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Takes {
    /// "said that 12 died"
    Clause,
    /// Words in quotation marks only.
    Quote,
    /// "reported 12 deaths"
    Object,
    /// "claimed to have killed 12"
    Infinitive,
    /// "told **reporters** that 12 died"
    Addressee,
    /// "ruled that 12 died", never without "that"
    That,
    /// "put the toll **at 494**": an object that is given a figure
    Figure,
}

impl Reporting {
    /// Whether the verb may have this for its content.
    pub(crate) fn takes(self, content: Takes) -> bool {
        self.takes & (1 << content as u8) != 0
    }
}

/// A kind of those who speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// "General", which stands before a name and is no part of it.
    Title,
    /// "witness"
    Person,
    /// "ministry"
    Organisation,
    /// "poll"
    Document,
    /// "Monday": no part of a source.
    Day,
    /// Opens a cue: the first word of a verb, a lead, a mark or a noun.
    Cue,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    verbs: Vec<Verbs>,
    leads: Vec<Leads>,
    marks: Vec<Marks>,
    nouns: Vec<Nouns>,
    kinds: Kinds,
    organisations: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Verbs {
    stance: Attitude,
    takes: Vec<Takes>,
    source: Option<Source>,
    infinitive: Option<Attitude>,
    passive: Option<Attitude>,
    #[serde(rename = "verbs")]
    bases: Vec<String>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Attitude {
    Asserts,
    Denies,
    Hedges,
    Expects,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Source {
    Document,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Leads {
    #[serde(default)]
    relay: bool,
    leads: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Marks {
    stance: Attitude,
    adverbs: Vec<String>,
    adjectives: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nouns {
    stance: Attitude,
    #[serde(default)]
    measured: bool,
    #[serde(rename = "nouns")]
    singulars: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kinds {
    titles: Vec<String>,
    people: Vec<String>,
    organisations: Vec<String>,
    documents: Vec<String>,
    days: Vec<String>,
}

impl From<Attitude> for Stance {
    fn from(attitude: Attitude) -> Self {
        match attitude {
            Attitude::Asserts => Self::Asserts,
            Attitude::Denies => Self::Denies,
            Attitude::Hedges => Self::Hedges,
            Attitude::Expects => Self::Expects,
        }
    }
}

impl Speakers {
    pub(crate) fn read(words: &Words, vocabulary: &mut Vocabulary) -> Result<Self, LexiconError> {
        let file: File = words.file(FILE, include_str!("../../lexicon/speakers.toml"))?;
        let mut speakers = Self::default();
        for group in &file.verbs {
            sorted(&group.bases)?;
            speakers.verbs(vocabulary, group);
        }
        for group in &file.leads {
            sorted(&group.leads)?;
            for lead in &group.leads {
                let words = vocabulary.intern_phrase(lead);
                speakers.note(words[0], Kind::Cue);
                speakers.leads.insert(&words, group.relay);
            }
        }
        for group in &file.marks {
            for (words, adverb) in [(&group.adverbs, true), (&group.adjectives, false)] {
                sorted(words)?;
                for word in words {
                    let words = vocabulary.intern_phrase(word);
                    speakers.note(words[0], Kind::Cue);
                    let into = if adverb {
                        &mut speakers.adverbs
                    } else {
                        &mut speakers.adjectives
                    };
                    into.insert(&words, group.stance.into());
                }
            }
        }
        for group in &file.nouns {
            sorted(&group.singulars)?;
            for form in group
                .singulars
                .iter()
                .flat_map(|noun| [noun.clone(), plural(noun)])
            {
                let words = vocabulary.intern_phrase(&form);
                speakers.note(words[0], Kind::Cue);
                let report = Report {
                    stance: group.stance.into(),
                    measured: group.measured,
                };
                speakers.nouns.insert(&words, report);
            }
        }
        speakers.kinds(vocabulary, &file.kinds)?;
        for (short, full) in &file.organisations {
            let words = vocabulary.intern_phrase(short);
            speakers.organisations.insert(&words, full.as_str().into());
        }
        Ok(speakers)
    }

    fn verbs(&mut self, vocabulary: &mut Vocabulary, group: &Verbs) {
        let reporting = Reporting {
            stance: group.stance.into(),
            takes: group
                .takes
                .iter()
                .fold(0, |bits, &takes| bits | 1 << takes as u8),
            infinitive: group.infinitive.map(Into::into),
            passive: group.passive.map(Into::into),
            document: group.source.is_some(),
        };
        for form in group.bases.iter().flat_map(|verb| verb_forms(verb)) {
            let words = vocabulary.intern_phrase(&form);
            self.note(words[0], Kind::Cue);
            self.verbs.insert(&words, reporting);
        }
    }

    fn kinds(&mut self, vocabulary: &mut Vocabulary, kinds: &Kinds) -> Result<(), LexiconError> {
        for (nouns, kind) in [
            (&kinds.titles, Kind::Title),
            (&kinds.people, Kind::Person),
            (&kinds.organisations, Kind::Organisation),
            (&kinds.documents, Kind::Document),
            (&kinds.days, Kind::Day),
        ] {
            sorted(nouns)?;
            for noun in nouns {
                self.note(vocabulary.intern(noun), kind);
                self.note(vocabulary.intern(&plural(noun)), kind);
            }
        }
        Ok(())
    }

    fn note(&mut self, word: WordId, kind: Kind) {
        if self.kinds.len() <= word.index() {
            self.kinds.resize(word.index() + 1, 0);
        }
        self.kinds[word.index()] |= 1 << kind as u8;
    }

    /// Whether a word is of a kind.
    pub(crate) fn is(&self, word: WordId, kind: Kind) -> bool {
        self.kinds
            .get(word.index())
            .is_some_and(|bits| bits & (1 << kind as u8) != 0)
    }
}

fn sorted(words: &[String]) -> Result<(), LexiconError> {
    match words.windows(2).find(|pair| pair[0] >= pair[1]) {
        Some(pair) => Err(LexiconError::new(
            FILE,
            format!("`{}` stands before `{}`; sort the list", pair[0], pair[1]),
        )),
        None => Ok(()),
    }
}
