use crate::{
    Span, Tag,
    lexicon::Vocabulary,
    tagger::{
        pack::Layout,
        word::{Case, Word},
    },
    token::{self, Token, TokenKind},
};

/// A sentence whose tags are known.
#[derive(Clone, Debug, Default)]
pub struct Sample {
    pub(super) text: String,
    pub(super) tokens: Vec<Token>,
    pub(super) tags: Vec<Tag>,
}

impl Sample {
    /// Adds a word and its tags: one, or one for each of the tokens that it is cut into.
    pub fn push(&mut self, word: &str, tags: &[Tag]) {
        let start = self.text.len();
        self.text.push_str(word);
        let span = Span::new(start, self.text.len());
        let pieces = token::tokens(&Vocabulary::default(), &self.text, span);
        let layout = Layout::new(1, 1);
        let pack = layout.pack();
        let mut left = tags.iter().copied();
        let mut last = Tag::Other;
        for (at, piece) in pieces.iter().enumerate() {
            let sure = Word::read(&pack, &self.text, &pieces, at, Case::Usual)
                .allowed
                .only();
            let tag = match (sure, piece.kind) {
                (Some(tag), kind) if kind != TokenKind::Quote => tag,
                _ if pieces.len() == tags.len() => tags[at],
                (_, TokenKind::Quote) => Tag::Punctuation,
                _ => {
                    last = left.next().unwrap_or(last);
                    last
                }
            };
            self.tags.push(tag);
        }
        self.tokens.extend(pieces);
        self.text.push(' ');
    }

    /// How long its text is, in bytes.
    pub fn bytes(&self) -> usize {
        self.text.len()
    }
}
