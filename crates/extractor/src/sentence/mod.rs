//! Sentences: where one statement ends.
//!
//! Lines are put together to paragraphs, which may run over wrapped lines and page breaks, and
//! paragraphs are cut at the marks that end sentences.

mod mark; // letters and marks around a full stop
mod paragraph; // lines that belong together
mod bound; // whether a full stop ends its sentence

use crate::{
    Document, Lexicon, Span, Tag, tagger,
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
        for token in &mut tokens {
            // "civilians", "schoolchildren": no verbs, whatever their endings look like
            if token.tag.is_verbal()
                && let Some(noun) = lexicon.roles.nouns().word(token.word)
                && !noun.verb
            {
                token.tag = if noun.singular { Tag::Noun } else { Tag::Nouns };
            }
        }
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
///
/// Headlines and other lines without an end mark are sentences of their own; a dateline belongs to
/// the sentence behind it.
pub(crate) fn sentences(lexicon: &Lexicon, document: &Document) -> Vec<Span> {
    let text = document.text.as_str();
    let mut spans = Vec::with_capacity(text.len() / 128);
    for paragraph in paragraph::paragraphs(lexicon, text) {
        bound::cut(lexicon, text, paragraph, &mut spans);
    }
    spans
}

#[cfg(test)]
mod tests;
