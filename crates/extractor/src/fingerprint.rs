//! Which documents share words: hashes that stay the same on every machine.

/// FNV-1a over 64 bits: ids and shingles that never change from one run, machine or version to another.
#[derive(Clone, Copy, Debug)]
pub struct StableHash(u64);

impl Default for StableHash {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl StableHash {
    /// The hash with one more field; a mark between fields keeps ("ab", "c") and ("a", "bc") apart.
    #[must_use]
    pub fn with(mut self, field: impl AsRef<[u8]>) -> Self {
        for &byte in field.as_ref().iter().chain(&[0xff]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        self
    }

    /// Its value, with the bits well mixed (`SplitMix64`'s last step).
    pub fn value(self) -> u64 {
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

/// Shingle hashes of a document, from which near-copies are recognised without its text.
#[derive(Clone, Debug, Default)]
pub struct Fingerprint {
    /// The smallest hashes of its five-word shingles, sorted.
    pub shingles: Vec<u64>,
    /// The agency that its credit line names: "Reuters".
    pub credit: Option<std::sync::Arc<str>>,
}
