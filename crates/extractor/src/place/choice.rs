use super::{
    Place,
    context::Context,
    gazetteer::{Entry, Gazetteer, Kind, Name},
};
use crate::{Lexicon, lexicon::Land, lexicon::NationId};

/// What the words around a name tell of it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hint<'l> {
    /// "province", "governorate": the region, not its chief town.
    pub(super) region: bool,
    /// "city", "town", "village": the town, not its region.
    pub(super) town: bool,
    /// The first letter of the name as the text has it.
    pub(super) initial: Option<char>,
    /// What stands after its comma: "Paris, **Texas**".
    pub(super) outer: Option<Outer<'l>>,
}

/// What a place is said to lie in.
#[derive(Clone, Copy, Debug)]
pub(super) enum Outer<'l> {
    Nation(NationId),
    Land(&'l Land),
    Region {
        name: &'l str,
        country: [u8; 2],
    },
    Town(Name),
    /// "X, east of **Khan Yunis**"
    Beside(Name),
}

impl Outer<'_> {
    pub(super) fn named(name: Name, beside: bool) -> Self {
        if beside {
            Self::Beside(name)
        } else {
            Self::Town(name)
        }
    }
}

/// A candidate with what speaks for it.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools)] // each is another thing that speaks for it
pub(super) struct Choice {
    pub(super) entry: Entry,
    /// log₂ of its people.
    pub(super) size: i32,
    /// The document names its country.
    pub(super) expected: bool,
    /// What it is said to lie in is what it lies in.
    pub(super) confirmed: bool,
    /// The document names its region.
    pub(super) near: bool,
    /// The name is another than its own, and begins with another letter: Yida for Jeddah.
    pub(super) foreign: bool,
    /// The document spoke of it before.
    pub(super) known: bool,
}

/// A country that the document names weighs as much as a thousand times the people.
const COUNTRY: i32 = 10;
const REGION: i32 = 6;
/// What the text itself says outweighs all.
const CONFIRMED: i32 = 60;
const KIND: i32 = 30;
const CAPITAL: i32 = 12;
const OTHER_NAME: i32 = -3;

/// The likeliest place of this name; of equals the larger.
pub(super) fn choose(
    lexicon: &Lexicon,
    gazetteer: &Gazetteer,
    context: &Context,
    name: Name,
    hint: Hint<'_>,
) -> Option<Choice> {
    let initial = hint.initial;
    let mut best: Option<(i32, Choice)> = None;
    for entry in gazetteer.entries(name) {
        let country = gazetteer.country(entry.region);
        let named = context.country_beside(country, name);
        let near = match entry.kind {
            Kind::Region => context.region_beside(country, gazetteer.text(entry), name),
            _ => context.region_beside(country, gazetteer.region(entry.region), name),
        };
        let choice = Choice {
            entry,
            size: gazetteer.size(entry),
            expected: named > 0,
            confirmed: hint
                .outer
                .is_some_and(|outer| lies_in(lexicon, gazetteer, entry, outer)),
            near: near > 0,
            foreign: entry.other_name && !gazetteer.shares_initial(entry, initial),
            known: context.knows(entry),
        };
        let mut score = choice.size;
        if named > 0 {
            score += COUNTRY + named.min(8).cast_signed();
        }
        if near > 0 {
            score += REGION + near.min(4).cast_signed();
        }
        if choice.confirmed {
            score += CONFIRMED;
        }
        if (hint.region && entry.kind == Kind::Region) || (hint.town && entry.kind != Kind::Region)
        {
            score += KIND;
        }
        if entry.kind == Kind::Capital {
            score += CAPITAL;
        }
        if entry.other_name {
            score += OTHER_NAME;
        }
        if choice.known {
            score += REGION;
        }
        if context.is_settled(name, entry) {
            score += KIND;
        }
        if best.is_none_or(|(most, _)| score > most) {
            best = Some((score, choice));
        }
    }
    best.map(|(_, choice)| choice)
}

/// Whether the text's "Paris, Texas" can be this Paris.
fn lies_in(lexicon: &Lexicon, gazetteer: &Gazetteer, entry: Entry, outer: Outer<'_>) -> bool {
    let country = gazetteer.country(entry.region);
    let region = gazetteer.region(entry.region);
    match outer {
        Outer::Nation(nation) => {
            let within = lexicon.nations.within(nation);
            lexicon.nations.code(nation) == Some(country)
                && (within.is_none() || **lexicon.nations.name(nation) == *region)
        }
        Outer::Land(land) => *land.name == *region,
        Outer::Region {
            name,
            country: code,
        } => code == country && name == region,
        Outer::Beside(_) => false,
        Outer::Town(name) => gazetteer.entries(name).any(|outer| {
            outer.kind == Kind::Region
                && gazetteer.country(outer.region) == country
                && gazetteer.text(outer) == region
                && outer.number != entry.number
        }),
    }
}

/// The entry as a place. A town of its region's name is given as the region, which it stands for in
/// most texts ("Idlib", "Aleppo", "New York"), unless the text says "city".
pub(super) fn place(lexicon: &Lexicon, gazetteer: &Gazetteer, entry: Entry, city: bool) -> Place {
    let name = gazetteer.text(entry);
    let region = gazetteer.region(entry.region);
    let nation = lexicon.nations.coded(gazetteer.country(entry.region));
    let country = nation.map(|nation| lexicon.nations.name(nation).clone());
    let namesake = region == name;
    let mut within = Vec::with_capacity(2);
    if !region.is_empty() && (!namesake || city) {
        within.push(region.into());
    }
    within.extend(country);
    let name = if namesake && city && !name.ends_with("City") {
        format!("{name} City").into()
    } else {
        name.into()
    };
    Place { name, within }
}

/// A nation as a place, or a land in its nation.
pub(super) fn nation(lexicon: &Lexicon, nation: NationId) -> Place {
    Place {
        name: lexicon.nations.name(nation).clone(),
        within: lexicon
            .nations
            .within(nation)
            .into_iter()
            .cloned()
            .collect(),
    }
}

/// A first-level region of a country.
pub(super) fn region(lexicon: &Lexicon, code: [u8; 2], region: &str) -> Place {
    let nation = lexicon.nations.coded(code);
    let country = nation.map(|nation| lexicon.nations.name(nation).clone());
    Place {
        name: region.into(),
        within: country.into_iter().collect(),
    }
}
