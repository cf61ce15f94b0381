//! What a short text comes down to: its content words, its figures, its claims.

mod contrast; // the one figure in which two texts differ

use std::{collections::BTreeSet, ops::Bound};

use crate::{
    Article, Document, Lexicon, article,
    sentence::{Layout, Sentence},
    tag::Tag,
    token::{self, Token},
};

pub use contrast::contrast;

/// A short text, ready to be compared with another one word by word.
///
/// ```
/// use rashomon_extractor::{Gist, Lexicon};
/// let gist = Gist::read(Lexicon::builtin(), "Six Turkish soldiers were killed near Saraqib.");
/// assert_eq!(gist.words().collect::<Vec<_>>(), ["kill", "saraqib", "soldier", "turkish"]);
/// ```
#[derive(Clone, Debug)]
pub struct Gist {
    /// All that was read of it.
    pub article: Article,
    words: BTreeSet<Box<str>>,
}

impl Gist {
    /// Reads a text of a sentence or a few.
    pub fn read(lexicon: &Lexicon, text: &str) -> Self {
        let document = Document::new("", text);
        let sentences = Layout::of(lexicon, &document).read(lexicon, text);
        let mut words = BTreeSet::new();
        for Sentence { tokens, .. } in &sentences {
            let told = tokens.iter().filter(|token| tells(lexicon, token));
            words.extend(told.map(|token| stem(token.text(text))));
        }
        Self {
            article: article::read(lexicon, &document),
            words,
        }
    }

    /// Its nouns, names, verbs and adjectives without their endings, in order of the alphabet.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| &**word)
    }

    /// Whether one of its words is this one, or begins like it: "investigate", "investigation".
    pub fn tells(&self, word: &str) -> bool {
        if self.words.contains(word) {
            return true;
        }
        let Some(root) = word.get(..ROOT) else {
            return false;
        };
        let mut alike = self
            .words
            .range::<str, _>((Bound::Included(root), Bound::Unbounded));
        alike.next().is_some_and(|word| word.starts_with(root))
    }
}

/// Words that begin with the same letters, so many of them, are taken for one.
const ROOT: usize = 5;

/// Whether a word tells something; figures are compared as figures.
fn tells(lexicon: &Lexicon, token: &Token) -> bool {
    let kind = token.tag.is_nominal()
        || matches!(token.tag, Tag::Adjective | Tag::Ordinal)
        || (token.tag.is_verbal() && token.tag != Tag::Modal);
    kind && !lexicon.grammar.is_auxiliary(token.word)
}

/// A word in lower case without its commonest endings: "killed" and "kills" are "kill".
fn stem(word: &str) -> Box<str> {
    let mut lower = String::new();
    token::fold(word, &mut lower);
    let endings = [
        "ingly", "edly", "ings", "ing", "ies", "ied", "ed", "es", "s", "ly",
    ];
    let stem = endings.iter().find_map(|ending| {
        let stem = lower.strip_suffix(ending)?;
        (stem.len() >= 3).then_some(stem)
    });
    stem.unwrap_or(&lower).into()
}
