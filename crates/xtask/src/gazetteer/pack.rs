use std::collections::{BTreeMap, BTreeSet};

use super::source::Place;

/// The three files and how many names they hold.
pub(crate) struct Packed {
    pub(crate) names: Vec<u8>,
    pub(crate) sounds: Vec<u8>,
    pub(crate) places: Vec<u8>,
    pub(crate) count: usize,
}

/// A candidate is one of the place's other names, not its own.
const OTHER: u32 = 1 << 30;
/// The last candidate of a name.
const LAST: u32 = 1 << 31;
/// A large name with this many candidates is as good as none of the small ones.
const CANDIDATES: usize = 24;

/// Lays out the tables as `place/gazetteer.rs` of the extractor reads them.
///
/// Places stand largest first, so that a place's number tells its size.
pub(crate) fn pack(places: &[Place], common: &BTreeSet<String>) -> anyhow::Result<Packed> {
    let mut texts = Texts::default();
    let mut regions: BTreeMap<([u8; 2], &str), u16> = BTreeMap::new();
    for place in places {
        let next = regions.len() as u16;
        regions
            .entry((place.country, &place.region))
            .or_insert(next);
    }
    let mut by_number: Vec<_> = regions.iter().collect();
    by_number.sort_by_key(|(_, number)| **number);

    let mut sizes = [0_u32; 32];
    for place in places {
        for (power, size) in sizes.iter_mut().enumerate() {
            *size += u32::from(place.population >= 1 << power);
        }
    }
    let mut region_table = Vec::new();
    for ((country, name), _) in by_number {
        region_table.extend(texts.add(name).to_le_bytes());
        region_table.extend(country);
    }
    let mut place_table = Vec::new();
    for place in places {
        place_table.extend(&texts.add(&place.name).to_le_bytes()[..3]);
        let region = regions[&(place.country, place.region.as_str())];
        anyhow::ensure!(region < 1 << 14, "too many regions");
        place_table.extend((region | (place.kind as u16) << 14).to_le_bytes());
    }
    let mut candidates = Candidates::default();
    let (names, count) = names(places, common, &mut candidates)?;
    let sounds = sounds(places, &mut candidates)?;
    let candidates = candidates.list;

    let mut bytes = Vec::new();
    for length in [
        regions.len() as u32,
        places.len() as u32,
        candidates.len() as u32,
    ] {
        bytes.extend(length.to_le_bytes());
    }
    bytes.extend(sizes.iter().flat_map(|size| size.to_le_bytes()));
    bytes.extend(region_table);
    bytes.extend(place_table);
    bytes.extend(
        candidates
            .iter()
            .flat_map(|candidate| candidate.to_le_bytes()),
    );
    bytes.extend(texts.bytes);
    Ok(Packed {
        names,
        sounds,
        places: bytes,
        count,
    })
}

/// Candidates of all names, each list once.
#[derive(Default)]
struct Candidates {
    list: Vec<u32>,
    starts: BTreeMap<Vec<u32>, u64>,
}

impl Candidates {
    fn add(&mut self, mut candidates: Vec<u32>) -> u64 {
        candidates.sort_by_key(|candidate| (candidate & OTHER, candidate & !OTHER));
        candidates.truncate(CANDIDATES);
        if let Some(&start) = self.starts.get(&candidates) {
            return start;
        }
        let start = self.list.len() as u64;
        self.list.extend(&candidates);
        if let Some(last) = self.list.last_mut() {
            *last |= LAST;
        }
        self.starts.insert(candidates, start);
        start
    }
}

/// The map from key to the start of its candidates; the lowest bit marks common English words.
fn names(
    places: &[Place],
    common: &BTreeSet<String>,
    candidates: &mut Candidates,
) -> anyhow::Result<(Vec<u8>, usize)> {
    let mut by_key: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (place, number) in places.iter().zip(0_u32..) {
        for key in &place.keys {
            by_key.entry(key).or_default().push(number);
        }
        for key in &place.others {
            by_key.entry(key).or_default().push(number | OTHER);
        }
    }
    let count = by_key.len();
    let mut builder = fst::MapBuilder::memory();
    for (key, list) in by_key {
        let word = key.split(' ').all(|word| common.contains(word));
        builder.insert(key, candidates.add(list) << 1 | u64::from(word))?;
    }
    Ok((builder.into_inner()?, count))
}

/// The map from consonants to the start of the candidates.
fn sounds(places: &[Place], candidates: &mut Candidates) -> anyhow::Result<Vec<u8>> {
    let mut by_sound: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (place, number) in places.iter().zip(0_u32..) {
        for sound in &place.sounds {
            by_sound.entry(sound).or_default().push(number | OTHER);
        }
    }
    let mut builder = fst::MapBuilder::memory();
    for (sound, list) in by_sound {
        builder.insert(sound, candidates.add(list) << 1)?;
    }
    Ok(builder.into_inner()?)
}

/// Texts one after the other, each with its length before it, and each once.
#[derive(Default)]
struct Texts {
    bytes: Vec<u8>,
    starts: BTreeMap<String, u32>,
}

impl Texts {
    fn add(&mut self, text: &str) -> u32 {
        if let Some(&start) = self.starts.get(text) {
            return start;
        }
        let start = self.bytes.len() as u32;
        self.bytes.push(text.len().min(255) as u8);
        self.bytes.extend(&text.as_bytes()[..text.len().min(255)]);
        self.starts.insert(text.to_owned(), start);
        start
    }
}
