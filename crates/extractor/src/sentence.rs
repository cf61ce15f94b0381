//! Sentences: where one statement ends.

use crate::{
    Document, Lexicon, Span, tagger,
    token::{self, Token},
};

/// One sentence with its tagged tokens.
#[derive(Debug)]
pub(crate) struct Sentence {
    pub(crate) span: Span,
    pub(crate) tokens: Vec<Token>,
}

impl Sentence {
    /// Cuts and tags the words of `span`.
    pub(crate) fn read(lexicon: &Lexicon, text: &str, span: Span) -> Self {
        let mut tokens = token::tokens(&lexicon.vocabulary, text, span);
        tagger::tag(text, &mut tokens);
        Self { span, tokens }
    }

    /// The stretch of text from the first to the last of these tokens.
    pub(crate) fn stretch(&self, tokens: std::ops::Range<usize>) -> Span {
        match self.tokens.get(tokens) {
            Some([first, .., last]) => first.span().to(last.span()),
            Some([only]) => only.span(),
            _ => Span::new(self.span.start(), self.span.start()),
        }
    }
}

/// The spans of a document's sentences, in reading order, without the blanks around them.
pub(crate) fn sentences(document: &Document) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    for (at, _) in document.text.match_indices(['.', '\n']) {
        push(&document.text, start, at + 1, &mut spans);
        start = at + 1;
    }
    push(&document.text, start, document.text.len(), &mut spans);
    spans
}

fn push(text: &str, start: usize, end: usize, spans: &mut Vec<Span>) {
    let piece = &text[start..end];
    let trimmed = piece.trim();
    if !trimmed.is_empty() {
        let start = start + piece.len() - piece.trim_start().len();
        spans.push(Span::new(start, start + trimmed.len()));
    }
}
