//! What a page carries beside its article: forms, pleas, share links, captions, author boxes.
//!
//! Furniture is known by its form and its place, never by who publishes it: short lines without a
//! verb, bids to the reader, credits in brackets, and all that follows the end of an article.

mod evidence; // what the words of a sentence tell
mod caption; // "(Photo: …)"

use std::{collections::BTreeSet, ops::Range};

use crate::{
    Lexicon, Span, front_matter,
    lexicon::Label,
    sentence::{Layout, Sentence},
};

use self::evidence::Evidence;

/// Lines that are said twice are furniture the second time, from this length on.
const SHORTEST_REPEATED: usize = 30;
/// A paragraph of an article is no shorter than this.
const SHORTEST_BODY: usize = 60;
/// More paragraphs than this behind the end of an article are another article.
const LONGEST_CODA: usize = 4;

/// What a paragraph is, beside a part of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Article,
    Furniture,
    /// A line that opens what stands behind the article: "About the author".
    Ending,
    /// A line that opens a form: "Subscribe".
    Form,
}

/// Empties the sentences that are no part of the article, so that nothing is read from them, and
/// tells which they are.
pub(crate) fn clear(
    lexicon: &Lexicon,
    text: &str,
    layout: &Layout,
    sentences: &mut [Sentence],
) -> Vec<Span> {
    let furniture = furniture(lexicon, text, layout, sentences);
    let clear = |index: usize| {
        sentences[index].tokens.clear();
        sentences[index].span
    };
    furniture.into_iter().map(clear).collect()
}

/// Which sentences are furniture.
fn furniture(lexicon: &Lexicon, text: &str, layout: &Layout, sentences: &[Sentence]) -> Vec<usize> {
    // a single sentence is what there is to read, whatever it looks like
    if sentences.len() <= 1 {
        return Vec::new();
    }
    let evidence: Vec<Evidence> = sentences
        .iter()
        .map(|sentence| Evidence::of(lexicon, text, sentence))
        .collect();
    let paragraphs: Vec<Paragraph> = layout
        .paragraphs
        .iter()
        .map(|range| Paragraph::of(range.clone(), sentences, &evidence))
        .collect();
    let kinds = kinds(lexicon, text, &paragraphs);
    // where the whole text is one paragraph, the article hangs together with its furniture
    let is_one = paragraphs.len() == 1 + usize::from(front_matter(text).is_some());
    let mut furniture = Vec::new();
    for (paragraph, kind) in paragraphs.iter().zip(kinds) {
        furniture.extend(paragraph.range.clone().filter(|&index| {
            let evidence = &evidence[index];
            kind != Kind::Article || (evidence.is_furniture() && !(is_one && evidence.is_long()))
        }));
    }
    furniture
}

/// One paragraph with its sentences and what their words tell.
struct Paragraph<'s> {
    range: Range<usize>,
    span: Span,
    sentences: &'s [Sentence],
    evidence: &'s [Evidence],
}

impl<'s> Paragraph<'s> {
    fn of(range: Range<usize>, sentences: &'s [Sentence], evidence: &'s [Evidence]) -> Self {
        let sentences = &sentences[range.clone()];
        let span = match sentences {
            [] => Span::new(0, 0),
            [first, ..] => sentences
                .last()
                .map_or(first.span, |last| first.span.to(last.span)),
        };
        Self {
            evidence: &evidence[range.clone()],
            range,
            span,
            sentences,
        }
    }

    /// Reads like a paragraph of an article: long, with a verb and an end mark.
    fn is_body(&self) -> bool {
        self.span.len() >= SHORTEST_BODY
            && self.evidence.iter().any(|evidence| evidence.has_verb)
            && self.evidence.last().is_some_and(|last| last.is_closed)
    }

    /// Counts people killed, wounded, displaced, …
    fn counts(&self) -> bool {
        self.evidence.iter().any(Evidence::counts)
    }

    /// What it is by its own words.
    fn kind(&self, lexicon: &Lexicon, text: &str, is_first: bool) -> Kind {
        let (Some(first), Some(opening)) = (self.evidence.first(), self.sentences.first()) else {
            return Kind::Article;
        };
        let is_line = self.span.len() <= 100 || first.is_labelled();
        if !is_first && is_line && (first.opens(Label::Ending) || first.greets) {
            return Kind::Ending;
        }
        if !is_first && is_line && first.opens(Label::Form) {
            return Kind::Form;
        }
        let told = self
            .evidence
            .iter()
            .filter(|evidence| evidence.is_furniture());
        let is_furniture = told.count() * 2 >= self.evidence.len()
            || (first.is_labelled() && (!is_first || opening.tokens.len() <= 4))
            || caption::is_caption(lexicon, text, self.span, self.sentences)
            || (!is_first && self.evidence.len() == 1 && first.is_bare_line());
        if is_furniture {
            Kind::Furniture
        } else {
            Kind::Article
        }
    }
}

/// What the paragraphs are, by their own words and by what stands around them.
fn kinds(lexicon: &Lexicon, text: &str, paragraphs: &[Paragraph]) -> Vec<Kind> {
    let mut seen = BTreeSet::new();
    let front = front_matter(text);
    let first = usize::from(front.is_some());
    let mut kinds: Vec<Kind> = paragraphs
        .iter()
        .enumerate()
        .map(|(index, paragraph)| {
            if front == Some(paragraph.span) {
                return Kind::Furniture;
            }
            let written = paragraph.span.slice(text);
            let is_repeated = written.len() >= SHORTEST_REPEATED && !seen.insert(written);
            match paragraph.kind(lexicon, text, index == first) {
                Kind::Article if is_repeated => Kind::Furniture,
                kind => kind,
            }
        })
        .collect();
    if paragraphs.len() == first + 1 {
        kinds[first] = Kind::Article;
    }
    let mut index = 0;
    while index < kinds.len() {
        let end = match kinds[index] {
            Kind::Ending if paragraphs[index].span.start() > text.len() * 2 / 5 => {
                coda(&kinds, paragraphs, index + 1)
            }
            Kind::Form => form(paragraphs, index + 1),
            _ => index + 1,
        };
        kinds[index + 1..end].fill(Kind::Furniture);
        index = end;
    }
    kinds
}

/// Where what stands behind the end of an article ends: with the text, or where many paragraphs
/// of an article follow each other, or one that counts the dead.
fn coda(kinds: &[Kind], paragraphs: &[Paragraph], from: usize) -> usize {
    let mut end = from;
    let mut bodies = 0;
    for (index, paragraph) in paragraphs.iter().enumerate().skip(from) {
        if kinds[index] != Kind::Article {
            bodies = 0;
            end = index + 1;
            continue;
        }
        if paragraph.counts() {
            return end;
        }
        bodies += usize::from(paragraph.is_body());
        if bodies > LONGEST_CODA {
            return end;
        }
    }
    paragraphs.len()
}

/// Where a form ends: with the first full sentence.
fn form(paragraphs: &[Paragraph], from: usize) -> usize {
    let rest = paragraphs[from..].iter();
    from + rest
        .take_while(|paragraph| !paragraph.is_body() && !paragraph.counts())
        .count()
}

#[cfg(test)]
mod tests;
