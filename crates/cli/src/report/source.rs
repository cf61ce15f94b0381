use std::ops::Range;

use rashomon_extractor::{Document, Span};

/// Of a line longer than this only the sentence is shown.
const LONGEST: usize = 1_000;

/// A document to quote from, with its line breaks found once.
pub(super) struct Source<'d> {
    pub(super) document: &'d Document,
    breaks: Vec<usize>,
}

impl<'d> Source<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        let breaks = document.text.match_indices('\n').map(|(at, _)| at);
        Self {
            document,
            breaks: breaks.collect(),
        }
    }

    /// The number of the line that a byte stands on, from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        1 + self.breaks.partition_point(|&line_break| line_break < at)
    }

    /// The lines that some words of a sentence stand on, or the sentence where they are very long.
    pub(super) fn lines(&self, words: Span, sentence: Span) -> Range<usize> {
        let before = (self.line(words.start()) - 1).checked_sub(1);
        let mut start = before.map_or(0, |before| self.breaks[before] + 1);
        let behind = self.breaks.get(self.line(words.end()) - 1);
        let mut end = behind.map_or(self.document.text.len(), |&line_break| line_break);
        if words.start() - start > LONGEST {
            start = sentence.start().clamp(start, words.start());
        }
        if end - words.end() > LONGEST {
            end = sentence.end().clamp(words.end(), end);
        }
        start..end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, sentence: &str, line: usize, lines: &str) {
        let document = Document::new("d", text);
        let source = Source::new(&document);
        let start = text.find(sentence).unwrap();
        let span = Span::new(start, start + sentence.len());
        assert_eq!(source.line(start), line);
        assert_eq!(&text[source.lines(span, span)], lines);
    }

    #[test]
    fn a_sentence_is_shown_with_its_line() {
        check("One.\nTwo. Three.\n", "Three.", 2, "Two. Three.");
        check("One.", "One.", 1, "One.");
        check("One.\nTwo\ngoes on.", "Two\ngoes on.", 2, "Two\ngoes on.");
    }

    #[test]
    fn of_a_very_long_line_only_the_sentence_is_shown() {
        let long = format!("{} Three. {}", "a ".repeat(1_000), "b ".repeat(1_000));
        check(&long, "Three.", 1, "Three.");
    }
}
