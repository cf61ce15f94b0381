use std::collections::{BTreeMap, BTreeSet};

use super::source::Place;

/// The two files and how many names they hold.
pub(crate) struct Packed {
    pub(crate) names: Vec<u8>,
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
    let (names, candidates, count) = names(places, common)?;

    let mut bytes = Vec::new();
    for length in [
        regions.len() as u32,
        places.len() as u32,
        candidates.len() as u32,
    ] {
        bytes.extend(length.to_le_bytes());
    }
    sizes
        .iter()
        .for_each(|size| bytes.extend(size.to_le_bytes()));
    bytes.extend(region_table);
    bytes.extend(place_table);
    candidates
        .iter()
        .for_each(|candidate| bytes.extend(candidate.to_le_bytes()));
    bytes.extend(texts.bytes);
    Ok(Packed {
        names,
        places: bytes,
        count,
    })
}

/// The map from key to the start of its candidates; the lowest bit marks common English words.
fn names(
    places: &[Place],
    common: &BTreeSet<String>,
) -> anyhow::Result<(Vec<u8>, Vec<u32>, usize)> {
    let mut by_key: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (number, place) in places.iter().enumerate() {
        let number = number as u32;
        for key in &place.keys {
            by_key.entry(key).or_default().push(number);
        }
        for key in &place.others {
            by_key.entry(key).or_default().push(number | OTHER);
        }
    }
    let mut candidates: Vec<u32> = Vec::new();
    let mut starts: BTreeMap<Vec<u32>, u64> = BTreeMap::new();
    let mut builder = fst::MapBuilder::memory();
    let count = by_key.len();
    for (key, mut list) in by_key {
        list.sort_by_key(|candidate| (candidate & OTHER, candidate & !OTHER));
        list.truncate(CANDIDATES);
        let start = *starts.entry(list.clone()).or_insert_with(|| {
            let start = candidates.len() as u64;
            candidates.extend(&list);
            if let Some(last) = candidates.last_mut() {
                *last |= LAST;
            }
            start
        });
        let word = key.split(' ').all(|word| common.contains(word));
        builder.insert(key, start << 1 | u64::from(word))?;
    }
    Ok((builder.into_inner()?, candidates, count))
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
