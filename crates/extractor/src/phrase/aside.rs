//! "(35 years old)", ", 22,": asides behind a name that clauses look through.

use super::chunk::Chunker;
use crate::{
    Tag,
    lexicon::{Class, NumeralClass},
    token::{Token, TokenKind},
};

/// How many tokens a bracket may hold to be an aside: "(also known as Umm Issa, 35 years old)".
const LONGEST: usize = 14;

impl Chunker<'_> {
    /// The token behind an aside that begins at `at`.
    ///
    /// A bracket with a figure or a deed in it is none: "(five of them children)", "(two were killed)".
    pub(super) fn aside(&self, at: usize, quantity: usize) -> Option<usize> {
        let token = self.tokens.get(at)?;
        if token.kind != TokenKind::Mark {
            return None;
        }
        if token.is(self.text, "(") {
            let close = self.bracket(at)?;
            return (!self.is_counted(close, quantity)).then_some(close + 1);
        }
        if !token.is(self.text, ",") || !self.is_named(at) {
            return None;
        }
        let end = self.age(at + 1)?;
        if self.is_counted(end, quantity) {
            return None;
        }
        // the comma that closes an age is none of a list where the verb or a preposition follows
        let closed = self.is_comma(end)
            && self.tokens.get(end + 1).is_some_and(|next| {
                next.tag.is_verbal() || matches!(next.tag, Tag::Preposition | Tag::Adverb)
            });
        Some(end + usize::from(closed))
    }

    /// "a child **named Adam Aziz**": the token behind the name.
    pub(super) fn naming(&self, at: usize) -> Option<usize> {
        let token = &self.tokens[at];
        if !self.lexicon.grammar.is(token.word, Class::Naming) {
            return None;
        }
        let person = self.tokens[..at].last()?;
        let role = self.lexicon.roles.nouns().word(person.word)?;
        let names = self.tokens[at + 1..]
            .iter()
            .take_while(|token| token.tag == Tag::Name)
            .count();
        (role.singular && person.tag == Tag::Noun && names > 0).then_some(at + 1 + names)
    }

    /// "two women **aged 30 and 45**": the token behind the ages, which count nobody.
    pub(super) fn ages(&self, at: usize, quantity: usize) -> Option<usize> {
        let numerals = &self.lexicon.numerals;
        let opens = self.lexicon.grammar.is(self.tokens[at].word, Class::Aged);
        let behind_noun = at > 0 && self.tokens[at - 1].tag.is_nominal();
        if !opens || !behind_noun {
            return None;
        }
        let mut end = None;
        for (place, token) in self.tokens.iter().enumerate().skip(at + 1).take(LONGEST) {
            let joins = matches!(token.tag, Tag::Conjunction | Tag::Preposition | Tag::To)
                || token.is(self.text, ",");
            if self.is_counted(place + 1, quantity) {
                break;
            }
            if token.tag == Tag::Number {
                end = Some(place + 1);
            } else if numerals.is(token.word, NumeralClass::AgeAfter) {
                end = end.map(|_| place + 1);
            } else if !joins {
                break;
            }
        }
        end
    }

    /// Where the bracket that opens at `open` closes, if nothing in it tells of a deed.
    fn bracket(&self, open: usize) -> Option<usize> {
        let verbs = &self.lexicon.measures.verbs;
        for at in open + 1..(open + LONGEST).min(self.tokens.len()) {
            let token = &self.tokens[at];
            if token.is(self.text, ")") {
                return Some(at);
            }
            if token.is(self.text, "(") || verbs.word(token.word).is_some() {
                return None;
            }
        }
        None
    }

    /// Whether a quantity stands before `end`.
    fn is_counted(&self, end: usize, quantity: usize) -> bool {
        self.quantities
            .get(quantity)
            .is_some_and(|mention| mention.tokens.start < end)
    }

    /// Whether a name ends right before a token.
    fn is_named(&self, at: usize) -> bool {
        at.checked_sub(1)
            .is_some_and(|before| self.is_person(&self.tokens[before]))
    }

    /// "Ali", "her son"
    fn is_person(&self, token: &Token) -> bool {
        let role = self.lexicon.roles.nouns().word(token.word);
        matches!(token.tag, Tag::Name | Tag::Noun) && token.capital
            || (token.tag == Tag::Noun && role.is_some_and(|role| role.singular))
    }

    /// "22", "22 years old", "aged 22": the token behind an age.
    fn age(&self, mut at: usize) -> Option<usize> {
        let numerals = &self.lexicon.numerals;
        let class = |at: usize, class| {
            self.tokens
                .get(at)
                .is_some_and(|token| numerals.is(token.word, class))
        };
        if class(at, NumeralClass::AgeBefore) {
            at += 1;
        }
        let number = self.tokens.get(at)?;
        let digits = number.text(self.text);
        if number.kind != TokenKind::Number
            || digits.len() > 2
            || !digits.bytes().all(|byte| byte.is_ascii_digit())
        {
            return None;
        }
        let mut end = at + 1;
        if class(end + 1, NumeralClass::AgeAfter) {
            end += 2;
        }
        let stop = self.tokens.get(end).is_none_or(|next| {
            next.kind == TokenKind::Mark || next.tag == Tag::Conjunction || next.tag.is_verbal()
        });
        stop.then_some(end)
    }

    fn is_comma(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.is(self.text, ","))
    }
}
