//! Tagged sentences, and how the news would garble them.

use rashomon_extractor::{Tag, training::Sample};

/// A word as it is written, and a tag for each token that it is cut into.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) tags: Vec<Tag>,
}

/// A sentence whose tags are known.
pub(crate) type Reading = Vec<Word>;

/// The sentence as the tagger learns it.
pub(crate) fn sample(reading: &Reading) -> Sample {
    let mut sample = Sample::default();
    for word in reading {
        sample.push(&word.text, &word.tags);
    }
    sample
}

/// "TWO KILLED IN BLAST": wire copy in capitals.
pub(crate) fn shouted(reading: &Reading) -> Reading {
    map(reading, str::to_uppercase)
}

/// "Two Killed in Blast": a headline.
pub(crate) fn titled(reading: &Reading) -> Reading {
    map(reading, |word| {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if word.len() > 3 => first.to_uppercase().chain(letters).collect(),
            _ => word.to_owned(),
        }
    })
}

/// "Syrias army didnt fire": a page whose commas and apostrophes are lost.
pub(crate) fn stripped(reading: &Reading) -> Reading {
    reading
        .iter()
        .filter(|word| !matches!(word.text.as_str(), "," | "\"" | "--"))
        .map(|word| match word.tags.as_slice() {
            [first @ .., Tag::Genitive | Tag::Adverb] if word.text.contains('\'') => Word {
                text: word.text.replace('\'', ""),
                tags: first.to_vec(),
            },
            _ => word.clone(),
        })
        .collect()
}

fn map(reading: &Reading, write: impl Fn(&str) -> String) -> Reading {
    reading
        .iter()
        .map(|word| Word {
            text: write(&word.text),
            tags: word.tags.clone(),
        })
        .collect()
}
