use std::collections::{BTreeMap, BTreeSet};

use super::{
    Place, choice,
    gazetteer::{Entry, Gazetteer, Kind, Name},
    name::What,
    run::Runs,
};
use crate::{
    Lexicon, StableHash,
    lexicon::{NationForm, NationId},
};

/// What a document has named so far: by that "Hama" is in Syria, not in Japan.
#[derive(Debug, Default)]
pub(super) struct Context {
    /// How often each country is named, by code.
    countries: BTreeMap<[u8; 2], Heard>,
    /// How often each region is named: code of the country, name of the region.
    regions: BTreeMap<([u8; 2], &'static str), Heard>,
    /// Places of the gazetteer that were taken before, by number.
    taken: BTreeMap<u32, Place>,
    /// Names of which the text itself said which place they are: "Naples, Fla."
    settled: BTreeMap<u32, u32>,
    /// Surnames and streets that are also names of places, as hashes of their letters.
    others: BTreeSet<u64>,
    /// How often nations, and lands that are like nations, stand as places.
    nations: BTreeMap<NationId, u32>,
    /// The last place where something happened.
    current: Option<Place>,
    /// The first place that was named at all.
    home: Option<Place>,
}

/// How often a country or region was named, and by what.
#[derive(Clone, Copy, Debug, Default)]
struct Heard {
    count: u32,
    /// How often by its first name alone, by the number of the name.
    first: (Option<Name>, u32),
}

impl Heard {
    fn add(&mut self, name: Option<Name>) {
        if self.count == 0 {
            self.first.0 = name;
        }
        self.count += 1;
        self.first.1 += u32::from(self.first.0 == name);
    }

    /// How often by other names: a name is no evidence for itself.
    fn beside(&self, name: Name) -> u32 {
        if self.first.0 == Some(name) {
            self.count - self.first.1
        } else {
            self.count
        }
    }
}

/// A town of 2¹⁷ people or more tells the country of a document that names it.
const CITY: i32 = 17;

impl Context {
    /// Counts the nations and regions that a sentence names: "Syrian", "the Kremlin", "Texas".
    pub(super) fn read(&mut self, lexicon: &Lexicon, gazetteer: &Gazetteer, runs: &Runs<'_, '_>) {
        let mut end = 0;
        for name in runs.names {
            if name.at < end {
                continue;
            }
            if runs.after_comma(name.at)
                && let Some((len, What::Short(short))) = runs.short(name.at)
            {
                self.add_country(short.country, None);
                let region = gazetteer.find(&short.region);
                let mut entries = region.into_iter().flat_map(|name| gazetteer.entries(name));
                if let Some(entry) = entries.next() {
                    self.add_region(short.country, gazetteer.text(entry), None);
                }
                end = name.at + len;
            } else if let Some((len, what)) = name.known {
                self.hear(lexicon, gazetteer, what);
                end = name.at + len;
            }
        }
    }

    fn hear(&mut self, lexicon: &Lexicon, gazetteer: &Gazetteer, what: What<'_>) {
        let nation = match what {
            // a capital may be another town of that name
            What::Nation(_, NationForm::Capital) => return,
            What::Nation(nation, _) => {
                *self.nations.entry(nation).or_default() += 1;
                nation
            }
            What::People(Some(nation)) => nation,
            What::Town(name) if !name.common => return self.hear_town(gazetteer, name),
            _ => return,
        };
        if let Some(code) = lexicon.nations.code(nation) {
            self.add_country(code, None);
        }
    }

    /// A region, or a large town without a rival, tells where a document is.
    fn hear_town(&mut self, gazetteer: &Gazetteer, name: Name) {
        let mut entries = gazetteer.entries(name);
        let Some(first) = entries.next().filter(|first| !first.other_name) else {
            return;
        };
        let country = gazetteer.country(first.region);
        if first.kind == Kind::Region {
            self.add_country(country, Some(name));
            self.add_region(country, gazetteer.text(first), Some(name));
            return;
        }
        let rival = entries.next().map_or(-1, |second| gazetteer.size(second));
        let size = gazetteer.size(first);
        if size >= CITY && rival + 3 < size {
            self.add_country(country, Some(name));
            self.add_region(country, gazetteer.region(first.region), Some(name));
        }
    }

    pub(super) fn add_country(&mut self, code: [u8; 2], name: Option<Name>) {
        self.countries.entry(code).or_default().add(name);
    }

    pub(super) fn add_region(&mut self, code: [u8; 2], region: &'static str, name: Option<Name>) {
        self.regions.entry((code, region)).or_default().add(name);
    }

    /// Whether the document has named any country.
    pub(super) fn is_placed(&self) -> bool {
        !self.countries.is_empty()
    }

    /// How often the country was named.
    pub(super) fn country(&self, code: [u8; 2]) -> u32 {
        self.countries.get(&code).map_or(0, |heard| heard.count)
    }

    /// How often the country was named, by others than this name.
    pub(super) fn country_beside(&self, code: [u8; 2], name: Name) -> u32 {
        self.countries
            .get(&code)
            .map_or(0, |heard| heard.beside(name))
    }

    /// How often the region was named, by others than this name.
    pub(super) fn region_beside(&self, code: [u8; 2], region: &'static str, name: Name) -> u32 {
        if region.is_empty() {
            return 0;
        }
        let heard = self.regions.get(&(code, region));
        heard.map_or(0, |heard| heard.beside(name))
    }

    /// Whether this very place was taken before.
    pub(super) fn knows(&self, entry: Entry) -> bool {
        self.taken.contains_key(&entry.number)
    }

    /// Notes that the text itself said which place the name is.
    pub(super) fn settle(&mut self, name: Name, entry: Entry) {
        self.settled.insert(name.start, entry.number);
    }

    /// Whether the text itself said that the name is this place.
    pub(super) fn is_settled(&self, name: Name, entry: Entry) -> bool {
        self.settled.get(&name.start) == Some(&entry.number)
    }

    /// The place that the entry stands for; made once a document.
    pub(super) fn place(
        &mut self,
        lexicon: &Lexicon,
        gazetteer: &Gazetteer,
        entry: Entry,
    ) -> Place {
        self.taken
            .entry(entry.number)
            .or_insert_with(|| choice::place(lexicon, gazetteer, entry, false))
            .clone()
    }

    /// "Abraham Lincoln" or "Lincoln Street" was named: "Lincoln said" is no town.
    pub(super) fn add_other(&mut self, key: &str) {
        self.others.insert(StableHash::default().with(key).value());
    }

    /// Whether somebody or something else of this name was named.
    pub(super) fn is_other(&self, key: &str) -> bool {
        !self.others.is_empty()
            && self
                .others
                .contains(&StableHash::default().with(key).value())
    }

    /// Something happened at this place.
    pub(super) fn enter(&mut self, place: &Place) {
        self.current = Some(place.clone());
    }

    /// A place was named, in whichever role.
    pub(super) fn mention(&mut self, place: &Place) {
        if self.home.is_none() && !place.within.is_empty() {
            self.home = Some(place.clone());
        }
    }

    /// Where the document is just now: the last place where something happened, else the first that
    /// was named, else the region or the nation that it names most.
    pub(super) fn here(&self, lexicon: &Lexicon) -> Option<Place> {
        let before = self.current.as_ref().or(self.home.as_ref()).cloned();
        before.or_else(|| self.heard(lexicon))
    }

    /// The region or nation that the document names most, of the country that it names most.
    fn heard(&self, lexicon: &Lexicon) -> Option<Place> {
        let mut countries: BTreeMap<[u8; 2], u32> = BTreeMap::new();
        for (&nation, count) in &self.nations {
            if let Some(code) = lexicon.nations.code(nation) {
                *countries.entry(code).or_default() += count;
            }
        }
        for ((code, _), heard) in &self.regions {
            *countries.entry(*code).or_default() += heard.count;
        }
        // of equals the first by its code
        let (&code, _) = countries.iter().rev().max_by_key(|(_, count)| **count)?;
        let regions = self
            .regions
            .iter()
            .filter(|((country, _), _)| *country == code);
        let nations = self
            .nations
            .iter()
            .filter(|(nation, _)| lexicon.nations.code(**nation) == Some(code));
        let region = regions.rev().max_by_key(|(_, heard)| heard.count);
        let nation = nations.rev().max_by_key(|(_, count)| **count);
        match (region, nation) {
            (Some((_, heard)), Some((nation, many))) if *many > heard.count => {
                Some(choice::nation(lexicon, *nation))
            }
            (Some(((code, region), _)), _) => Some(choice::region(lexicon, *code, region)),
            (None, nation) => nation.map(|(nation, _)| choice::nation(lexicon, *nation)),
        }
    }
}
