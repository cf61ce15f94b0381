//! A sentence with the claim's words marked, and who says it.

use std::ops::Range;

use serde::Serialize;

use super::{
    super::{Quote, voice::Day},
    page::Page,
};

/// Bytes of a sentence that are shown on each side of the claim's words.
const AROUND: usize = 300;
/// Bytes of the words themselves.
const WORDS: usize = 600;

#[derive(Debug, Serialize)]
pub(super) struct Excerpt {
    before: String,
    words: String,
    after: String,
    speakers: Option<String>,
    outlet: String,
    day: String,
    /// Where the words stand: "wire.txt:3".
    place: String,
    /// Where they stand on this page.
    href: Option<String>,
    is_copy: bool,
}

impl Excerpt {
    pub(super) fn new(quote: &Quote, page: &Page<'_>) -> Self {
        let Range { start, end } = quote.sentence_mark.clone();
        let sentence = quote.sentence.as_str();
        let (before, words, after) = if start == end {
            ("", quote.words.as_str(), "")
        } else {
            (&sentence[..start], &sentence[start..end], &sentence[end..])
        };
        // the original speaker first
        let speakers: Vec<&str> = quote
            .voice
            .speakers
            .iter()
            .rev()
            .map(String::as_str)
            .collect();
        Self {
            before: last_of(before, AROUND),
            words: first_of(words, WORDS),
            after: first_of(after, AROUND),
            speakers: (!speakers.is_empty()).then(|| first_of(&speakers.join(" via "), AROUND)),
            outlet: first_of(&quote.voice.outlet, AROUND),
            day: Day(quote.voice.day).to_string(),
            place: format!("{}:{}", quote.document, quote.line),
            href: page.place(quote.claim),
            is_copy: quote.is_copy,
        }
    }
}

/// The words, or the first of them and "…".
pub(super) fn first_of(words: &str, room: usize) -> String {
    if words.len() <= room {
        return words.to_owned();
    }
    let end = words.floor_char_boundary(room);
    // a word is cut only where it is longer than all the room
    let end = words[..end]
        .rfind(' ')
        .filter(|&at| at > room / 2)
        .unwrap_or(end);
    format!("{}…", &words[..end])
}

/// The words, or "…" and the last of them.
fn last_of(words: &str, room: usize) -> String {
    if words.len() <= room {
        return words.to_owned();
    }
    let start = words.ceil_char_boundary(words.len() - room);
    let skipped = words[start..].find(' ').filter(|&at| at < room / 2);
    format!("…{}", &words[start + skipped.unwrap_or(0)..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_cut_at_a_space() {
        assert_eq!(first_of("one two three", 9), "one two…");
        assert_eq!(last_of("one two three", 9), "… three");
        assert_eq!(first_of("one", 9), "one");
    }

    #[test]
    fn a_word_without_end_is_cut_between_letters() {
        assert_eq!(first_of(&"é".repeat(100), 5), "éé…");
        assert_eq!(last_of(&"é".repeat(100), 5), "…éé");
    }
}
