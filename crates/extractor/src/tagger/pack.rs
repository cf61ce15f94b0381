//! The trained model as it lies in `model/tagger.bin`, all numbers little-endian:
//!
//! 1. 64 bytes: the magic word, then how many dictionary slots and how many buckets there are,
//!    both powers of two.
//! 2. Dictionary slots of 8 bytes: the high half of a word's hash, then the set of its tags;
//!    linear probing from the low bits of the hash.
//! 3. Buckets of two rows of 32 bytes: a weight for each tag, and in the last four bytes the low
//!    half of the key that the row belongs to. A key's bucket is told by its high half.

use super::{TagSet, context::Keys};

const MAGIC: &[u8; 8] = b"brown-1\n";
const HEADER: usize = 64;
const SLOT: usize = 8;
const ROW: usize = 32;
/// Sums are kept for a whole row, so that they run in step; those behind the last tag mean nothing.
pub(super) const LANES: usize = ROW;

/// Keeps a bucket within one line of the cache.
#[repr(C, align(64))]
struct Aligned<T>(T);

pub(super) static MODEL: &[u8] = {
    static BYTES: Aligned<[u8; include_bytes!("../../model/tagger.bin").len()]> =
        Aligned(*include_bytes!("../../model/tagger.bin"));
    &BYTES.0
};

/// Dictionary and weights, read in place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pack<'m> {
    dictionary: &'m [[u8; SLOT]],
    rows: &'m [[u8; ROW]],
}

impl Pack<'static> {
    /// The model that is built in.
    pub(super) fn builtin() -> Self {
        Self::read(MODEL).unwrap_or(Self {
            dictionary: &[],
            rows: &[],
        })
    }
}

impl<'m> Pack<'m> {
    /// A model in memory; `None` if it is none.
    pub(super) fn read(bytes: &'m [u8]) -> Option<Self> {
        let (header, rest) = bytes.split_at_checked(HEADER)?;
        let number = |at: usize| {
            let number = header[at..]
                .first_chunk()
                .copied()
                .map(u32::from_le_bytes)?;
            number.is_power_of_two().then_some(number as usize)
        };
        let (slots, buckets) = (number(8)?, number(12)?);
        if !header.starts_with(MAGIC) || rest.len() != slots * SLOT + buckets * 2 * ROW {
            return None;
        }
        let (dictionary, rows) = rest.split_at(slots * SLOT);
        Some(Self {
            dictionary: dictionary.as_chunks().0,
            rows: rows.as_chunks().0,
        })
    }

    #[cfg(feature = "training")]
    pub(super) fn with_rows_of(self, other: &Self) -> Self {
        Self {
            rows: other.rows,
            ..self
        }
    }

    /// The tags that the word with this hash may have.
    pub(super) fn allowed(&self, hash: u64) -> Option<(TagSet, u8, bool)> {
        let last = self.dictionary.len().checked_sub(1)?;
        let mut at = hash as usize & last;
        loop {
            let [a, b, c, d, tags @ ..] = self.dictionary[at];
            let tags = u32::from_le_bytes(tags);
            if tags == 0 {
                return None;
            }
            if u32::from_le_bytes([a, b, c, d]) == (hash >> 32) as u32 {
                return Some((
                    TagSet(tags & 0x03ff_ffff),
                    (tags >> 26 & 31) as u8,
                    tags >> 31 == 1,
                ));
            }
            at = (at + 1) & last;
        }
    }

    /// The sums of the weights of all keys.
    pub(super) fn scores(&self, keys: &Keys) -> [i16; LANES] {
        let mut scores = [0; LANES];
        let (buckets, _) = self.rows.as_chunks::<2>();
        let Some(last) = buckets.len().checked_sub(1) else {
            return scores;
        };
        for &key in keys.used() {
            let [one, two] = &buckets[(key >> 32) as usize & last];
            let (of_one, of_two) = (mask(one, key), mask(two, key));
            for (score, (one, two)) in scores.iter_mut().zip(one.iter().zip(two)) {
                *score += i16::from((one & of_one | two & of_two).cast_signed());
            }
        }
        scores
    }

    #[cfg(feature = "training")]
    pub(super) fn rows(&self) -> usize {
        self.rows.len()
    }

    /// The row that belongs to this key.
    #[cfg(feature = "training")]
    pub(super) fn row(&self, key: u64) -> Option<usize> {
        let last = (self.rows.len() / 2).checked_sub(1)?;
        let first = ((key >> 32) as usize & last) * 2;
        [first, first + 1]
            .into_iter()
            .find(|&row| self.rows[row][28..] == (key as u32).to_le_bytes())
    }
}

/// All bits if the row belongs to the key, else none: adding nothing is cheaper than a branch.
fn mask(row: &[u8; ROW], key: u64) -> u8 {
    let [.., a, b, c, d] = *row;
    u8::from(u32::from_le_bytes([a, b, c, d]) == key as u32).wrapping_neg()
}

/// Lays out a model: words with their tags, keys in the order of their worth.
#[cfg(feature = "training")]
pub(super) struct Layout {
    slots: usize,
    bytes: Vec<u8>,
}

#[cfg(feature = "training")]
impl Layout {
    pub(super) fn new(slots: usize, buckets: usize) -> Self {
        let mut bytes = vec![0; HEADER + slots * SLOT + buckets * 2 * ROW];
        bytes[..8].copy_from_slice(MAGIC);
        bytes[8..12].copy_from_slice(&(slots as u32).to_le_bytes());
        bytes[12..16].copy_from_slice(&(buckets as u32).to_le_bytes());
        Self { slots, bytes }
    }

    /// The same dictionary with other buckets.
    pub(super) fn resized(&self, buckets: usize) -> Self {
        let mut other = Self::new(self.slots, buckets);
        let end = HEADER + self.slots * SLOT;
        other.bytes[HEADER..end].copy_from_slice(&self.bytes[HEADER..end]);
        other
    }

    /// Enters a word that is not in yet.
    pub(super) fn word(&mut self, hash: u64, tags: TagSet, prior: u8, frequent: bool) {
        let mut at = hash as usize & (self.slots - 1);
        while self.bytes[HEADER + at * SLOT + 4..][..4] != [0; 4] {
            at = (at + 1) & (self.slots - 1);
        }
        let slot = &mut self.bytes[HEADER + at * SLOT..][..SLOT];
        slot[..4].copy_from_slice(&((hash >> 32) as u32).to_le_bytes());
        slot[4..].copy_from_slice(
            &(tags.0 | u32::from(prior) << 26 | u32::from(frequent) << 31).to_le_bytes(),
        );
    }

    /// Gives a key a row, unless its bucket is full.
    pub(super) fn key(&mut self, key: u64) -> bool {
        let rows = HEADER + self.slots * SLOT;
        let last = (self.bytes.len() - rows) / (2 * ROW) - 1;
        let first = ((key >> 32) as usize & last) * 2;
        for row in [first, first + 1] {
            let name = &mut self.bytes[rows + row * ROW + 28..][..4];
            if *name == [0; 4] {
                name.copy_from_slice(&(key as u32).to_le_bytes());
                return true;
            }
        }
        false
    }

    /// Sets the weights of a row.
    pub(super) fn weights(&mut self, row: usize, weights: &[i8]) {
        let at = HEADER + self.slots * SLOT + row * ROW;
        for (byte, weight) in self.bytes[at..].iter_mut().zip(weights) {
            *byte = weight.cast_unsigned();
        }
    }

    pub(super) fn pack(&self) -> Pack<'_> {
        match Pack::read(&self.bytes) {
            Some(pack) => pack,
            None => unreachable!("the layout writes what the pack reads"),
        }
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}
