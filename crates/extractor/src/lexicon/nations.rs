use std::{collections::BTreeSet, sync::Arc};

use serde::Deserialize;

use super::{LexiconError, Phrases, Vocabulary, WordId, Words, inflection::plural};
use crate::token::Token;

const FILE: &str = "lexicon/nations.toml";

/// Nations, their people and what stands for their governments.
#[derive(Debug, Default)]
pub(crate) struct Nations {
    all: Vec<Nation>,
    names: BTreeSet<Arc<str>>,
    words: Phrases<Naming>,
}

/// A nation, or a land that news treats like one.
#[derive(Debug)]
struct Nation {
    name: Arc<str>,
    within: Option<Arc<str>>,
    code: Option<[u8; 2]>,
}

/// A nation by its number in the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct NationId(u16);

/// Which nation words name, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Naming {
    pub(crate) nation: NationId,
    pub(crate) form: NationForm,
}

/// How a nation is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NationForm {
    /// Turkey, the U.S.
    Country,
    /// US, UK: in upper case only.
    Initials,
    /// "Syrias" for "Syria's", where a text lost its apostrophes.
    Owner,
    /// Turkish; Syrian, which may also be one person.
    Adjective,
    /// a Turk
    Person,
    /// Turks, Syrians
    People,
    /// Ankara, for the city or the government
    Capital,
    /// the Kremlin, for the government
    Seat,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    nation: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    code: Option<String>,
    within: Option<String>,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    initials: Vec<String>,
    #[serde(default)]
    capitals: Vec<String>,
    #[serde(default)]
    seats: Vec<String>,
    #[serde(default)]
    demonyms: Vec<String>,
    #[serde(default)]
    adjectives: Vec<String>,
    #[serde(default)]
    people: Vec<String>,
}

impl Nations {
    pub(crate) fn read(words: &Words, vocabulary: &mut Vocabulary) -> Result<Self, LexiconError> {
        let file: File = words.file(FILE, include_str!("../../lexicon/nations.toml"))?;
        let mut nations = Self::default();
        for entry in &file.nation {
            let nation = entry.nation()?;
            nations.names.insert(nation.name.clone());
            nations.all.push(nation);
        }
        for (index, entry) in file.nation.iter().enumerate() {
            let nation = NationId(index as u16);
            for (words, form) in entry.words() {
                nations
                    .words
                    .insert(&vocabulary.intern_phrase(&words), Naming { nation, form });
            }
        }
        Ok(nations)
    }

    /// Whether a nation has this name: "Turkey".
    pub(crate) fn is_name(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// The nation that these tokens begin to name, and how many tokens that takes.
    ///
    /// "turkey" without a capital is a bird, and "us" is a pronoun.
    pub(crate) fn at(&self, text: &str, tokens: &[Token]) -> Option<(usize, Naming)> {
        if !tokens.first()?.capital {
            return None;
        }
        let words = tokens.iter().map(|token| token.word);
        let (len, naming) = self.words.longest(words)?;
        if naming.form == NationForm::Initials && !is_upper(tokens[0].text(text)) {
            return None;
        }
        Some((len, *naming))
    }

    /// What a word by itself names.
    pub(crate) fn word(&self, word: WordId) -> Option<Naming> {
        self.words.word(word).copied()
    }

    /// Its name: "Turkey".
    pub(crate) fn name(&self, nation: NationId) -> &Arc<str> {
        &self.all[usize::from(nation.0)].name
    }

    /// The nation that a land lies in: Scotland in the United Kingdom.
    pub(crate) fn within(&self, nation: NationId) -> Option<&Arc<str>> {
        self.all[usize::from(nation.0)].within.as_ref()
    }

    /// The ISO 3166 code of the nation, or of the nation that the land lies in.
    pub(crate) fn code(&self, nation: NationId) -> Option<[u8; 2]> {
        let nation = &self.all[usize::from(nation.0)];
        if nation.code.is_some() {
            return nation.code;
        }
        let within = nation.within.as_ref()?;
        let outer = self.all.iter().find(|outer| outer.name == *within)?;
        outer.code
    }

    /// The nation with this ISO 3166 code.
    pub(crate) fn coded(&self, code: [u8; 2]) -> Option<NationId> {
        let index = self
            .all
            .iter()
            .position(|nation| nation.code == Some(code))?;
        Some(NationId(index as u16))
    }
}

impl Entry {
    fn nation(&self) -> Result<Nation, LexiconError> {
        let code = match self.code.as_deref().map(str::as_bytes) {
            None => None,
            Some(&[first, second]) => Some([first, second]),
            Some(_) => {
                return Err(LexiconError::new(
                    FILE,
                    format!("`{}` has a code that is not two letters", self.name),
                ));
            }
        };
        Ok(Nation {
            name: self.name.as_str().into(),
            within: self.within.as_deref().map(Into::into),
            code,
        })
    }

    /// All its words with what they are.
    fn words(&self) -> Vec<(String, NationForm)> {
        let name = self.name.to_lowercase();
        let mut words = vec![(name.clone(), NationForm::Country)];
        let lists = [
            (&self.aliases, NationForm::Country),
            (&self.initials, NationForm::Initials),
            (&self.demonyms, NationForm::Adjective),
            (&self.adjectives, NationForm::Adjective),
            (&self.people, NationForm::Person),
            (&self.capitals, NationForm::Capital),
            (&self.seats, NationForm::Seat),
        ];
        for (list, form) in lists {
            words.extend(list.iter().map(|word| (word.clone(), form)));
        }
        for singular in self.demonyms.iter().chain(&self.people) {
            words.push((peoples(singular), NationForm::People));
        }
        if !name.ends_with('s') {
            words.push((format!("{name}s"), NationForm::Owner));
        }
        words
    }
}

/// "Syrian" → "Syrians", "Frenchman" → "Frenchmen".
fn peoples(singular: &str) -> String {
    match singular.strip_suffix("man") {
        Some(stem)
            if ["english", "french", "irish", "welsh", "dutch"]
                .iter()
                .any(|land| stem.starts_with(land)) =>
        {
            format!("{stem}men")
        }
        _ => plural(singular),
    }
}

fn is_upper(word: &str) -> bool {
    word.chars().all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use crate::{Lexicon, Span, token};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let lexicon = Lexicon::builtin();
        let tokens = token::tokens(&lexicon.vocabulary, text, Span::new(0, text.len()));
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match lexicon.nations.at(text, &tokens[at..]) {
                Some((len, naming)) => {
                    let name = lexicon.nations.name(naming.nation);
                    found.push(format!("{name} {:?}", naming.form));
                    at += len;
                }
                None => at += 1,
            }
        }
        assert_eq!(found.join(", "), expected, "{text}");
    }

    #[test]
    fn countries_go_by_many_names() {
        check(
            "Turkey, the U.S., America and Britain",
            "Turkey Country, United States Country, United States Country, United Kingdom Country",
        );
        check("DR Congo", "Democratic Republic of the Congo Country");
    }

    #[test]
    fn people_and_what_is_theirs_name_the_country() {
        check(
            "Turkish troops, a Turk, two Syrians, the Dutch, Frenchmen",
            "Turkey Adjective, Turkey Person, Syria People, Netherlands Adjective, France People",
        );
    }

    #[test]
    fn capitals_and_seats_stand_for_governments() {
        check(
            "Ankara told the Kremlin and Downing Street",
            "Turkey Capital, Russia Seat, United Kingdom Seat",
        );
    }

    #[test]
    fn an_apostrophe_may_be_lost() {
        check("Syrias army left Iraqs north", "Syria Owner, Iraq Owner");
    }

    #[test]
    fn a_small_letter_is_no_country() {
        check("he told us about the turkey", "");
        check("Us they left behind", "");
        check("US jets", "United States Initials");
    }

    #[test]
    fn lands_know_their_nation() {
        let nations = &Lexicon::builtin().nations;
        let coded = nations.coded(*b"TR").map(|nation| &**nations.name(nation));
        assert_eq!(coded, Some("Turkey"));
    }
}
