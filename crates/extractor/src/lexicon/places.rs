use std::sync::Arc;

use serde::Deserialize;

use super::{LexiconError, Phrases, Vocabulary, WordId, Words, inflection};

const FILE: &str = "lexicon/places.toml";

/// What a word tells of the name beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlaceWord {
    /// the **town** of Saraqib
    Kind,
    /// Idlib **city**, of the kinds
    City,
    /// Idlib **province**, of the kinds
    RegionKind,
    /// the Tal al-Hawa **area**
    Area,
    /// Idlib **state**
    Expanse,
    /// Jabalia **refugee** camp
    Site,
    /// North Branch **Street**
    Street,
    /// Goose **Island**
    Natural,
    /// **Fort** Hood
    Opening,
    /// Rio **de** Janeiro
    Connector,
    /// **northern** Idlib
    Direction,
    /// **in** Idlib
    Locative,
    /// the **outskirts** of Idlib
    Beside,
    /// the quake **rocked** Manokwari
    Strikes,
    /// the 1100 **block** of Main Street
    Block,
    /// **Monday**, **May**
    Calendar,
    /// Chicago **Police**
    Civic,
    /// **Shiite**
    Peoples,
    /// **Gen.** Smith
    Title,
}

/// Words around the names of places, and places that no table of towns holds.
#[derive(Debug, Default)]
pub(crate) struct Places {
    /// For each word a bit per class.
    classes: Vec<u32>,
    /// "airbase", "border crossing"
    facilities: Phrases<()>,
    lands: Phrases<u16>,
    land: Vec<Land>,
    shorts: Phrases<u16>,
    short: Vec<Short>,
}

/// A region, a sea or an island.
#[derive(Debug)]
pub(crate) struct Land {
    pub(crate) name: Arc<str>,
    /// What it lies in, smallest first.
    pub(crate) within: Vec<Arc<str>>,
}

/// A region that has a short form: "Ill."
#[derive(Debug)]
pub(crate) struct Short {
    pub(crate) region: Arc<str>,
    pub(crate) country: [u8; 2],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    kind: Vec<String>,
    city_kind: Vec<String>,
    region_kind: Vec<String>,
    area: Vec<String>,
    expanse: Vec<String>,
    facility: Vec<String>,
    site: Vec<String>,
    street: Vec<String>,
    natural: Vec<String>,
    opening: Vec<String>,
    connector: Vec<String>,
    direction: Vec<String>,
    locative: Vec<String>,
    beside: Vec<String>,
    strikes: Vec<String>,
    block: Vec<String>,
    calendar: Vec<String>,
    civic: Vec<String>,
    peoples: Vec<String>,
    title: Vec<String>,
    land: Vec<LandEntry>,
    short: Vec<ShortEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LandEntry {
    name: String,
    #[serde(default)]
    within: Vec<String>,
    #[serde(default)]
    aliases: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ShortEntry {
    region: String,
    country: String,
    forms: Vec<String>,
}

impl Places {
    pub(crate) fn read(words: &Words, vocabulary: &mut Vocabulary) -> Result<Self, LexiconError> {
        let file: File = words.file(FILE, include_str!("../../lexicon/places.toml"))?;
        let mut places = Self::default();
        let lists = [
            (PlaceWord::Kind, &file.kind),
            (PlaceWord::City, &file.city_kind),
            (PlaceWord::RegionKind, &file.region_kind),
            (PlaceWord::Area, &file.area),
            (PlaceWord::Expanse, &file.expanse),
            (PlaceWord::Site, &file.site),
            (PlaceWord::Street, &file.street),
            (PlaceWord::Natural, &file.natural),
            (PlaceWord::Opening, &file.opening),
            (PlaceWord::Connector, &file.connector),
            (PlaceWord::Direction, &file.direction),
            (PlaceWord::Locative, &file.locative),
            (PlaceWord::Beside, &file.beside),
            (PlaceWord::Block, &file.block),
            (PlaceWord::Calendar, &file.calendar),
            (PlaceWord::Civic, &file.civic),
            (PlaceWord::Peoples, &file.peoples),
            (PlaceWord::Title, &file.title),
        ];
        for (class, words) in lists {
            for word in words {
                places.insert(vocabulary.intern(word), class);
            }
        }
        for form in file
            .strikes
            .iter()
            .flat_map(|verb| inflection::verb_forms(verb))
        {
            places.insert(vocabulary.intern(&form), PlaceWord::Strikes);
        }
        for words in &file.facility {
            places
                .facilities
                .insert(&vocabulary.intern_phrase(words), ());
        }
        for land in &file.land {
            places.insert_land(vocabulary, land);
        }
        for short in &file.short {
            places.insert_short(vocabulary, short)?;
        }
        Ok(places)
    }

    fn insert(&mut self, word: WordId, class: PlaceWord) {
        if self.classes.len() <= word.index() {
            self.classes.resize(word.index() + 1, 0);
        }
        self.classes[word.index()] |= 1 << class as u32;
    }

    fn insert_land(&mut self, vocabulary: &mut Vocabulary, entry: &LandEntry) {
        let index = self.land.len() as u16;
        self.land.push(Land {
            name: entry.name.as_str().into(),
            within: entry
                .within
                .iter()
                .map(|name| name.as_str().into())
                .collect(),
        });
        let name = entry.name.to_lowercase();
        for words in entry.aliases.iter().chain([&name]) {
            self.lands.insert(&vocabulary.intern_phrase(words), index);
        }
    }

    fn insert_short(
        &mut self,
        vocabulary: &mut Vocabulary,
        entry: &ShortEntry,
    ) -> Result<(), LexiconError> {
        let country = entry.country.as_bytes().try_into().map_err(|_| {
            LexiconError::new(
                FILE,
                format!(
                    "`{}` has a country code that is not two letters",
                    entry.region
                ),
            )
        })?;
        let index = self.short.len() as u16;
        self.short.push(Short {
            region: entry.region.as_str().into(),
            country,
        });
        for form in &entry.forms {
            self.shorts.insert(&vocabulary.intern_phrase(form), index);
        }
        Ok(())
    }

    /// Whether the word belongs to the class.
    pub(crate) fn is(&self, word: WordId, class: PlaceWord) -> bool {
        let classes = self.classes.get(word.index());
        classes.is_some_and(|classes| classes >> class as u32 & 1 == 1)
    }

    /// How many of the words name a facility: two in "border crossing at".
    pub(crate) fn facility(&self, words: impl Iterator<Item = WordId> + Clone) -> Option<usize> {
        self.facilities.longest(words).map(|(len, ())| len)
    }

    /// The land that the words begin with, and how many words it takes.
    pub(crate) fn land(
        &self,
        words: impl Iterator<Item = WordId> + Clone,
    ) -> Option<(usize, &Land)> {
        let (len, &index) = self.lands.longest(words)?;
        Some((len, &self.land[usize::from(index)]))
    }

    /// The region that the words are a short form of.
    pub(crate) fn short(
        &self,
        words: impl Iterator<Item = WordId> + Clone,
    ) -> Option<(usize, &Short)> {
        let (len, &index) = self.shorts.longest(words)?;
        Some((len, &self.short[usize::from(index)]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lexicon;

    #[test]
    fn words_may_belong_to_several_classes() {
        let lexicon = Lexicon::builtin();
        let lake = lexicon.vocabulary.id("lake");
        assert!(lexicon.places.is(lake, PlaceWord::Opening));
        assert!(lexicon.places.is(lake, PlaceWord::Natural));
        assert!(!lexicon.places.is(WordId::UNKNOWN, PlaceWord::Kind));
    }

    #[test]
    fn the_longest_facility_is_taken() {
        let lexicon = Lexicon::builtin();
        let words = ["air", "base", "near"].map(|word| lexicon.vocabulary.id(word));
        assert_eq!(lexicon.places.facility(words.into_iter()), Some(2));
    }
}
