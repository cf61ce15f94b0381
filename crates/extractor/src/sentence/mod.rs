//! Sentences: where one statement ends.
//!
//! Lines are put together to paragraphs, which may run over wrapped lines and page breaks, and
//! paragraphs are cut at the marks that end sentences.

mod mark; // letters and marks around a full stop
mod paragraph; // lines that belong together
mod bound; // whether a full stop ends its sentence

use std::ops::Range;

use crate::{
    Document, Lexicon, Span, Tag,
    lexicon::Class,
    tagger,
    token::{self, Token},
};

/// One sentence with its tagged tokens.
#[derive(Debug)]
pub(crate) struct Sentence {
    pub(crate) span: Span,
    /// None, if the sentence is no part of the article: nothing is read from it.
    pub(crate) tokens: Vec<Token>,
}

impl Sentence {
    /// Cuts and tags the words of `span`: a headline, or a single sentence.
    pub(crate) fn read(lexicon: &Lexicon, text: &str, span: Span) -> Self {
        let tokens = token::tokens(&lexicon.vocabulary, text, span);
        Self::tagged(lexicon, text, span, tokens)
    }

    /// Tags the words of `span`.
    fn tagged(lexicon: &Lexicon, text: &str, span: Span, mut tokens: Vec<Token>) -> Self {
        tagger::tag(text, &mut tokens);
        for at in 1..tokens.len() {
            // "four **shot** in Chicago"
            if tokens[at].tag == Tag::Noun
                && lexicon.grammar.is(tokens[at].word, Class::PastNoun)
                && tokens[at - 1].tag == Tag::Number
                && !matches!(tokens[at - 1].text(text), "1" | "one" | "One" | "ONE")
                && tokens.get(at + 1).is_none_or(|next| !next.tag.is_nominal())
            {
                tokens[at].tag = Tag::VerbPast;
            }
            // "kills one, **wounds** three"
            if tokens[at].tag == Tag::Nouns
                && lexicon.measures.verbs.word(tokens[at].word).is_some()
                && matches!(tokens[at - 1].tag, Tag::Punctuation | Tag::Conjunction)
                && tokens
                    .get(at + 1)
                    .is_some_and(|next| next.tag == Tag::Number)
            {
                tokens[at].tag = Tag::VerbPresent;
            }
            // "failed to **honour** its obligations"
            if tokens[at - 1].tag == Tag::To
                && tokens[at].tag == Tag::Noun
                && lexicon.predicates.is_only_verb(tokens[at].word)
            {
                tokens[at].tag = Tag::Verb;
            }
        }
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
    pub(crate) fn stretch(&self, tokens: Range<usize>) -> Span {
        match self.tokens.get(tokens) {
            Some([first, .., last]) => first.span().to(last.span()),
            Some([only]) => only.span(),
            _ => Span::new(self.span.start(), self.span.start()),
        }
    }
}

/// How a document's text is laid out: its sentences, in reading order, without the blanks around them.
///
/// Headlines and other lines without an end mark are sentences of their own; a dateline belongs to
/// the sentence behind it.
#[derive(Debug, Default)]
pub(crate) struct Layout {
    pub(crate) sentences: Vec<Span>,
    /// Which sentences stand in one paragraph.
    pub(crate) paragraphs: Vec<Range<usize>>,
    /// Lines of another kind that stand in the middle of a sentence.
    inserts: Vec<Span>,
}

impl Layout {
    /// Lays a document out.
    pub(crate) fn of(lexicon: &Lexicon, document: &Document) -> Self {
        let text = document.text.as_str();
        let mut layout = Self::default();
        layout.sentences.reserve(text.len() / 128);
        for paragraph in paragraph::paragraphs(lexicon, text, &mut layout.inserts) {
            let first = layout.sentences.len();
            bound::cut(lexicon, text, paragraph, &mut layout.sentences);
            layout.paragraphs.push(first..layout.sentences.len());
        }
        layout
    }

    /// Cuts and tags the words of all sentences.
    pub(crate) fn read(&self, lexicon: &Lexicon, text: &str) -> Vec<Sentence> {
        let mut inserts = self.inserts.iter().copied().peekable();
        let read = |&span: &Span| {
            let mut tokens = token::tokens(&lexicon.vocabulary, text, span);
            while let Some(insert) = inserts.next_if(|insert| insert.start() < span.end()) {
                tokens.retain(|token| !insert.covers(token.span()));
            }
            Sentence::tagged(lexicon, text, span, tokens)
        };
        self.sentences.iter().map(read).collect()
    }
}

/// The spans of a document's sentences, for tests of later stages.
#[cfg(test)]
pub(crate) fn sentences(lexicon: &Lexicon, document: &Document) -> Vec<Span> {
    Layout::of(lexicon, document).sentences
}

#[cfg(test)]
mod tests;
