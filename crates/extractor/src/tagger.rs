//! Parts of speech, by an averaged perceptron (Collins 2002) that reads a sentence once, left to
//! right: "killed" is a participle in "twelve were killed" and a past tense in "shells killed twelve".
//!
//! The weights in `model/tagger.bin` are learned from the Brown corpus; `cargo xtask train-tagger`
//! makes them anew and says there how well they do.

mod word; // one token as the tagger sees it
mod context; // what is known around a token, as numbers
mod pack; // dictionary and weights, read in place
#[cfg(feature = "training")]
pub mod training;

use crate::{Tag, token::Token};
use context::Context;
use pack::Pack;
use word::{Case, Word};

/// Sets the tag of every token of one sentence.
pub(crate) fn tag(text: &str, tokens: &mut [Token]) {
    let pack = Pack::builtin();
    walk(&pack, text, tokens, |_, allowed, context| {
        best(&pack.scores(&context.keys()), allowed)
    });
}

/// Tags a sentence; `decide` is asked where a token allows more than one tag.
fn walk(
    pack: &Pack<'_>,
    text: &str,
    tokens: &mut [Token],
    mut decide: impl FnMut(usize, TagSet, &Context) -> Tag,
) {
    let case = Case::of(text, tokens);
    let word = |at: usize, tokens: &[Token]| match tokens.get(at) {
        Some(_) => Word::read(pack, text, tokens, at, case),
        None => Word::END,
    };
    let mut context = Context::new(word(0, tokens), word(1, tokens));
    for at in 0..tokens.len() {
        context.advance(word(at + 2, tokens));
        let allowed = context.word().allowed;
        let tag = match allowed.only() {
            Some(tag) => tag,
            None => decide(at, allowed, &context),
        };
        tokens[at].tag = tag;
        context.decided(tag);
    }
}

/// The allowed tag with the highest score; the first of equals.
fn best(scores: &[i16; pack::LANES], allowed: TagSet) -> Tag {
    let mut best = (i16::MIN, Tag::Noun);
    for (tag, &score) in Tag::ALL.into_iter().zip(scores) {
        if score > best.0 && allowed.holds(tag) {
            best = (score, tag);
        }
    }
    best.1
}

/// Some of the tags, one bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TagSet(u32);

impl TagSet {
    /// The tags that a word unknown to the dictionary may have: all that are open to new words.
    const OPEN: Self = Self::of(&[
        Tag::Noun,
        Tag::Nouns,
        Tag::Name,
        Tag::Names,
        Tag::Adjective,
        Tag::Adverb,
        Tag::Number,
        Tag::Ordinal,
        Tag::Verb,
        Tag::VerbPresent,
        Tag::VerbPast,
        Tag::Participle,
        Tag::Gerund,
        Tag::Other,
    ]);

    const fn of(tags: &[Tag]) -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < tags.len() {
            bits |= 1 << tags[at] as u32;
            at += 1;
        }
        Self(bits)
    }

    fn holds(self, tag: Tag) -> bool {
        self.0 & (1 << tag as u32) != 0
    }

    fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Its tag, where it holds a single one.
    fn only(self) -> Option<Tag> {
        if !self.0.is_power_of_two() {
            return None;
        }
        Tag::from_index(self.0.trailing_zeros() as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Span, lexicon::Vocabulary, token};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let span = Span::new(0, text.len());
        let mut tokens = token::tokens(&Vocabulary::default(), text, span);
        tag(text, &mut tokens);
        let tagged: Vec<_> = tokens
            .iter()
            .map(|token| format!("{}/{:?}", token.text(text), token.tag))
            .collect();
        assert_eq!(tagged.join(" "), expected);
    }

    #[test]
    fn killed_is_a_participle_after_were_and_a_past_tense_after_its_subject() {
        check(
            "12 Syrian troops were killed and approximately 20 wounded",
            "12/Number Syrian/Adjective troops/Nouns were/VerbPast killed/Participle \
             and/Conjunction approximately/Adverb 20/Number wounded/Participle",
        );
        check(
            "The shelling killed five soldiers and injured five others",
            "The/Determiner shelling/Noun killed/VerbPast five/Number soldiers/Nouns and/Conjunction \
             injured/VerbPast five/Number others/Pronoun",
        );
    }
}
