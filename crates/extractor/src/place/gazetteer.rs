//! The table of places that is built in, read in place: names → candidates → region, country, size.

use std::{cell::RefCell, sync::LazyLock};

use fst::raw::{CompiledAddr, Fst};

use super::fold;

/// Made by `cargo xtask gazetteer`.
static NAMES: &[u8] = include_bytes!("../../gazetteer/names.fst");
static SOUNDS: &[u8] = include_bytes!("../../gazetteer/sounds.fst");
static PLACES: &[u8] = include_bytes!("../../gazetteer/places.bin");

const HEAD: usize = 12 + 4 * SIZES;
const SIZES: usize = 32;
const REGION: usize = 6;
const PLACE: usize = 5;
/// First words of names whose reading is kept.
const KEPT_WORDS: usize = 1 << 12;

/// Names of places all over the world.
pub(crate) struct Gazetteer {
    names: Fst<&'static [u8]>,
    /// Consonants of names from countries where vowels are spelled in many ways.
    sounds: Fst<&'static [u8]>,
    regions: &'static [u8],
    places: &'static [u8],
    candidates: &'static [u8],
    texts: &'static [u8],
    /// How many places have at least 2ⁿ people.
    sizes: [u32; SIZES],
}

/// A place that a name may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Its number; the smaller, the larger the place.
    pub(crate) number: u32,
    /// The name is another than its own: an older or foreign one.
    pub(crate) other_name: bool,
    pub(crate) kind: Kind,
    /// Number of its region and country.
    pub(crate) region: u16,
}

/// What kind of place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// Province, governorate, state.
    Region,
    /// Seat of a nation's government.
    Capital,
    /// Town or village.
    Town,
    /// County, district.
    District,
}

/// A name that the gazetteer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    /// Where its candidates begin; names of the same places share it.
    pub(super) start: u32,
    /// All its words are common English ones: "Of", "Nice", "Reading".
    pub(crate) common: bool,
}

impl Gazetteer {
    /// The one that is built in. Nothing is parsed but a hundred bytes of header.
    pub(crate) fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Gazetteer> = LazyLock::new(|| {
            Gazetteer::new().unwrap_or_else(|| panic!("run `cargo xtask gazetteer` anew"))
        });
        &BUILTIN
    }

    fn new() -> Option<Self> {
        let number = |at: usize| {
            let bytes = PLACES.get(at..at + 4)?.try_into().ok()?;
            Some(u32::from_le_bytes(bytes))
        };
        let mut sizes = [0; SIZES];
        for (power, size) in sizes.iter_mut().enumerate() {
            *size = number(12 + 4 * power)?;
        }
        let rest = PLACES.get(HEAD..)?;
        let (regions, rest) = rest.split_at_checked(number(0)? as usize * REGION)?;
        let (places, rest) = rest.split_at_checked(number(4)? as usize * PLACE)?;
        let (candidates, texts) = rest.split_at_checked(number(8)? as usize * 4)?;
        Some(Self {
            names: Fst::new(NAMES).ok()?,
            sounds: Fst::new(SOUNDS).ok()?,
            regions,
            places,
            candidates,
            texts,
            sizes,
        })
    }

    /// Starts reading a name.
    pub(crate) fn walk(&self) -> Walk {
        Walk {
            at: self.names.root().addr(),
            output: 0,
        }
    }

    /// Reads on: the letters of a key.
    pub(crate) fn step(&self, walk: Walk, key: &str) -> Option<Walk> {
        let Walk { mut at, mut output } = walk;
        for byte in key.bytes() {
            let node = self.names.node(at);
            let transition = node.transition(node.find_input(byte)?);
            output += transition.out.value();
            at = transition.addr;
        }
        Some(Walk { at, output })
    }

    /// Reads the first word of a name, whose letters have this hash; few words begin most names of a
    /// text, so where they lead is kept.
    pub(crate) fn first(&self, hash: u64, read: impl FnOnce(Walk) -> Option<Walk>) -> Option<Walk> {
        thread_local! {
            static KEPT: RefCell<Vec<(u64, Option<Walk>)>> = const { RefCell::new(Vec::new()) };
        }
        KEPT.with_borrow_mut(|kept| {
            if kept.is_empty() {
                kept.resize(KEPT_WORDS, (0, None));
            }
            let slot = &mut kept[hash as usize % KEPT_WORDS];
            if slot.0 != hash {
                *slot = (hash, read(self.walk()));
            }
            slot.1
        })
    }

    /// The name that ends here, if one does.
    pub(crate) fn name(&self, walk: Walk) -> Option<Name> {
        let node = self.names.node(walk.at);
        if !node.is_final() {
            return None;
        }
        let value = walk.output + node.final_output().value();
        Some(Name {
            start: (value >> 1) as u32,
            common: value & 1 == 1,
        })
    }

    /// The name with this spelling.
    pub(crate) fn find(&self, spelling: &str) -> Option<Name> {
        let mut key = String::new();
        if !fold::fold(spelling, &mut key) {
            return None;
        }
        self.name(self.step(self.walk(), &key)?)
    }

    /// The name that sounds like this one, and how many consonants they share: "Maaret al-Numan".
    pub(crate) fn sounding(&self, spelling: &str) -> Option<(Name, usize)> {
        let (mut key, mut sound) = (String::new(), String::new());
        if !fold::fold(spelling, &mut key) || !fold::sound(&key, &mut sound) {
            return None;
        }
        let value = self.sounds.get(&sound)?.value();
        let name = Name {
            start: (value >> 1) as u32,
            common: false,
        };
        Some((name, sound.bytes().filter(|byte| *byte != b' ').count()))
    }

    /// The places of this name, those that bear it themselves first, the larger first.
    pub(crate) fn entries(&self, name: Name) -> impl Iterator<Item = Entry> + '_ {
        let mut at = Some(name.start as usize);
        std::iter::from_fn(move || {
            let bytes = self.candidates.get(at? * 4..at? * 4 + 4)?;
            let value = u32::from_le_bytes(bytes.try_into().ok()?);
            at = (value >> 31 == 0).then_some(at? + 1);
            self.entry(value)
        })
    }

    fn entry(&self, candidate: u32) -> Option<Entry> {
        let number = candidate & 0x3fff_ffff;
        let start = number as usize * PLACE;
        let record = self.places.get(start..start + PLACE)?;
        let bits = u16::from_le_bytes([record[3], record[4]]);
        let kind = match bits >> 14 {
            0 => Kind::Region,
            1 => Kind::Capital,
            2 => Kind::Town,
            _ => Kind::District,
        };
        Some(Entry {
            number,
            other_name: candidate >> 30 & 1 == 1,
            kind,
            region: bits & 0x3fff,
        })
    }

    /// The largest n for which it has at least 2ⁿ people: 20 for a million.
    pub(crate) fn size(&self, entry: Entry) -> i32 {
        let powers = self.sizes.iter().zip(-1..);
        powers
            .filter(|&(&count, _)| count > entry.number)
            .map(|(_, power)| power + 1)
            .last()
            .unwrap_or(-1)
    }

    /// The place's name.
    pub(crate) fn text(&self, entry: Entry) -> &'static str {
        let start = entry.number as usize * PLACE;
        let name = self.places.get(start..start + 3);
        self.string(name.map_or(0, |name| u32::from_le_bytes([name[0], name[1], name[2], 0])))
    }

    /// Whether the place's own name begins with this letter.
    pub(crate) fn shares_initial(&self, entry: Entry, initial: Option<char>) -> bool {
        let own = self.text(entry).chars().next();
        match (own, initial) {
            (Some(own), Some(initial)) => own.eq_ignore_ascii_case(&initial),
            _ => true,
        }
    }

    /// The region's name; empty where it has none.
    pub(crate) fn region(&self, region: u16) -> &'static str {
        let start = usize::from(region) * REGION;
        let name = self.regions.get(start..start + 4);
        let start = name.and_then(|name| name.try_into().ok());
        self.string(start.map_or(0, u32::from_le_bytes))
    }

    /// ISO 3166 code of the region's country.
    pub(crate) fn country(&self, region: u16) -> [u8; 2] {
        let start = usize::from(region) * REGION + 4;
        let code = self.regions.get(start..start + 2);
        code.and_then(|code| code.try_into().ok())
            .unwrap_or_default()
    }

    fn string(&self, start: u32) -> &'static str {
        let bytes = self.texts.get(start as usize..).and_then(|texts| {
            let (length, rest) = texts.split_first()?;
            rest.get(..usize::from(*length))
        });
        bytes
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .unwrap_or("")
    }
}

/// How far a name has been read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Walk {
    at: CompiledAddr,
    output: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: &str) {
        let gazetteer = Gazetteer::builtin();
        let found: Vec<String> = gazetteer
            .find(name)
            .into_iter()
            .flat_map(|name| gazetteer.entries(name))
            .take(3)
            .map(|entry| {
                let country = gazetteer.country(entry.region);
                format!(
                    "{}/{}/{}",
                    gazetteer.text(entry),
                    gazetteer.region(entry.region),
                    String::from_utf8_lossy(&country)
                )
            })
            .collect();
        assert_eq!(found.join(" "), expected, "{name}");
    }

    #[test]
    fn the_larger_place_stands_first() {
        check("Saraqib", "Saraqib/Idlib/SY");
        check("Saraqeb", "Saraqib/Idlib/SY");
        check(
            "Paris",
            "Paris/Ile-de-France/FR Paris/Texas/US Paris/Ontario/CA",
        );
        check("Nowhere at all", "");
    }

    #[test]
    fn common_words_are_marked() {
        let common = |name| Gazetteer::builtin().find(name).map(|name| name.common);
        assert_eq!(common("Nice"), Some(true));
        assert_eq!(common("Idlib"), Some(false));
    }
}
