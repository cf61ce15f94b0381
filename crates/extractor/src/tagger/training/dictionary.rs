use std::collections::BTreeMap;

use super::{Entry, PARTS, Sample, weights::TAGS};
use crate::{
    Tag,
    tagger::{
        TagSet,
        pack::Layout,
        word::{Case, Word},
    },
    token::TokenKind,
};

/// A tag that a word has less often than once in so many times is taken for a slip.
const SLIP: u32 = 100;
/// A word seen less often may have other tags too.
const SURE: u32 = 2;
/// Endings say nothing new of a word seen so often.
const FREQUENT: u32 = 10;

/// How often each word has each tag.
pub(super) struct Dictionary {
    whole: BTreeMap<u64, [u32; TAGS]>,
    /// Slots that the whole of it needs.
    slots: usize,
}

impl Dictionary {
    pub(super) fn new(samples: &[Sample], words: &[Entry]) -> Self {
        let mut whole = BTreeMap::new();
        for sample in samples {
            add(&mut whole, sample, 1);
        }
        for (word, tags) in words {
            let counts = whole.entry(Word::spell(word).hash).or_insert([0; TAGS]);
            for (rank, &tag) in tags.iter().enumerate() {
                counts[tag as usize] += if rank == 0 { 3 } else { 2 };
            }
        }
        let slots = (whole.len() * 5 / 4).next_power_of_two();
        Self { whole, slots }
    }

    /// The dictionary without what it knows from one part of the samples.
    pub(super) fn layout(&self, samples: &[Sample], without: Option<usize>) -> Layout {
        let mut counts = self.whole.clone();
        for (at, sample) in samples.iter().enumerate() {
            if Some(at % PARTS) == without {
                add(&mut counts, sample, u32::MAX);
            }
        }
        let mut layout = Layout::new(self.slots, 1);
        for (hash, counts) in counts {
            let total: u32 = counts.iter().sum();
            let usual = (0..TAGS).max_by_key(|&tag| (counts[tag], std::cmp::Reverse(tag)));
            if let Some(usual) = usual.filter(|_| total > 0) {
                layout.word(hash, allowed(&counts), usual as u8, total >= FREQUENT);
            }
        }
        layout
    }
}

/// Adds `once` for each word of a sample; `u32::MAX` takes one away.
fn add(counts: &mut BTreeMap<u64, [u32; TAGS]>, sample: &Sample, once: u32) {
    let layout = Layout::new(1, 1);
    let pack = layout.pack();
    for (at, &tag) in sample.tags.iter().enumerate() {
        if matches!(
            sample.tokens[at].kind,
            TokenKind::Word | TokenKind::Mixed | TokenKind::Genitive
        ) {
            let word = Word::read(&pack, &sample.text, &sample.tokens, at, Case::Usual);
            let count = &mut counts.entry(word.hash).or_insert([0; TAGS])[tag as usize];
            *count = count.wrapping_add(once);
        }
    }
}

fn allowed(counts: &[u32; TAGS]) -> TagSet {
    let total: u32 = counts.iter().sum();
    let tags = Tag::ALL
        .into_iter()
        .filter(|&tag| counts[tag as usize] * SLIP > total)
        .fold(TagSet::of(&[]), |set, tag| set.with(TagSet::of(&[tag])));
    if total < SURE && tags.meets(TagSet::OPEN) {
        return tags.with(TagSet::OPEN);
    }
    tags
}
