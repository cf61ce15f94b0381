//! Tokens to phrases.

use super::{Kind, Phrase};
use crate::{
    Lexicon, QuantityMention, Tag, TimeMention,
    lexicon::Class,
    sentence::Sentence,
    token::{Token, TokenKind},
};

/// The phrases of a tagged sentence; every token is in exactly one, in order.
pub(crate) fn phrases(
    lexicon: &Lexicon,
    text: &str,
    sentence: &Sentence,
    times: &[TimeMention],
    quantities: &[QuantityMention],
) -> Vec<Phrase> {
    let chunker = Chunker {
        lexicon,
        text,
        tokens: &sentence.tokens,
        quantities,
    };
    let mut phrases = Vec::with_capacity(sentence.tokens.len() / 2 + 1);
    let (mut at, mut times, mut quantity) = (0, times.iter().peekable(), 0);
    while at < sentence.tokens.len() {
        while times.next_if(|time| time.tokens.start < at).is_some() {}
        while quantities
            .get(quantity)
            .is_some_and(|mention| mention.tokens.end <= at)
        {
            quantity += 1;
        }
        let phrase = match times.next_if(|time| time.tokens.start == at && !time.tokens.is_empty())
        {
            Some(time) => Phrase {
                kind: Kind::Time,
                tokens: time.tokens.clone(),
            },
            None => chunker.phrase(at, quantity),
        };
        debug_assert!(phrase.tokens.end > at, "a phrase takes at least one token");
        at = phrase.tokens.end;
        phrases.push(phrase);
    }
    phrases
}

pub(super) struct Chunker<'s> {
    pub(super) lexicon: &'s Lexicon,
    pub(super) text: &'s str,
    pub(super) tokens: &'s [Token],
    pub(super) quantities: &'s [QuantityMention],
}

impl Chunker<'_> {
    /// The phrase that begins at a token; `quantity` is the first mention that ends behind it.
    fn phrase(&self, at: usize, quantity: usize) -> Phrase {
        let token = &self.tokens[at];
        if let Some(end) = self.naming(at).or_else(|| self.ages(at, quantity)) {
            return Phrase {
                kind: Kind::Adverb,
                tokens: at..end,
            };
        }
        if self
            .quantities
            .get(quantity)
            .is_none_or(|mention| mention.tokens.start > at)
            && let Some(phrase) = self.verb_group(at)
        {
            return phrase;
        }
        if let Some(phrase) = self.noun_group(at, quantity) {
            return phrase;
        }
        if let Some(end) = self.aside(at, quantity) {
            return Phrase {
                kind: Kind::Adverb,
                tokens: at..end,
            };
        }
        Phrase {
            kind: self.mark(token),
            tokens: at..at + 1,
        }
    }

    /// What a token is that opens neither a noun group nor a verb group.
    fn mark(&self, token: &Token) -> Kind {
        if token.kind == TokenKind::Quote {
            return Kind::Quote;
        }
        match token.tag {
            _ if token.is(self.text, ",") => Kind::Comma,
            Tag::Punctuation | Tag::Other => Kind::Border,
            _ if token.kind == TokenKind::Mark => Kind::Border,
            Tag::Adjective | Tag::Ordinal | Tag::Determiner | Tag::Possessive | Tag::Number => {
                Kind::Adjective
            }
            Tag::Adverb | Tag::Particle | Tag::Genitive => Kind::Adverb,
            Tag::Noun | Tag::Name
                if self.lexicon.measures.adjectives.word(token.word).is_some() =>
            {
                Kind::Adjective
            }
            Tag::Preposition | Tag::To => Kind::Preposition,
            Tag::Conjunction => Kind::Conjunction,
            Tag::Subordinator if self.lexicon.grammar.is(token.word, Class::Relative) => {
                Kind::Relative
            }
            Tag::Subordinator => Kind::Subordinator,
            Tag::Wh => Kind::Relative,
            _ => Kind::Border,
        }
    }
}
