//! "killed **five soldiers and two medics**": the noun groups that a verb acts on.

use super::{
    Kind, Mood, NounGroup, VerbForm,
    clause::{REACH, Row},
};
use crate::{Tag, lexicon::Class, token::TokenKind};

/// How many phrases a list of persons may take: names with their ages are long.
const LIST: usize = 96;

impl Row<'_> {
    /// "killed **five soldiers and two medics**"
    pub(super) fn objects(&self, verb: usize) -> Vec<usize> {
        self.objects_from(self.shared_from(verb).unwrap_or(verb + 1))
    }

    /// "are killing, or about to be killing, **thousands**": where the object begins that a verb shares
    /// with a verb in an insertion.
    fn shared_from(&self, verb: usize) -> Option<usize> {
        let opens = matches!(self.kind(verb + 1), Some(Kind::Comma))
            && matches!(self.kind(verb + 2), Some(Kind::Conjunction));
        let close = (verb + 3..verb + 12)
            .take_while(|_| opens)
            .find(|&at| matches!(self.kind(at), Some(Kind::Comma)))?;
        matches!(self.kind(close - 1), Some(Kind::Verb(_))).then_some(close + 1)
    }

    pub(super) fn objects_from(&self, start: usize) -> Vec<usize> {
        let mut at = start;
        while matches!(self.kind(at), Some(Kind::Adverb | Kind::Quote)) {
            at += 1;
        }
        let mut objects = Vec::new();
        let mut listed = at;
        while let Some(Kind::Noun(noun)) = self.kind(at)
            && objects.len() < REACH
        {
            let end = self.after_prepositional(at);
            // "3 civilians killed | 38 injured": a headline's next count
            let next_count = noun.quantity.is_some() && !noun.named && end == at + 1;
            if (!objects.is_empty() || next_count) && self.is_subject(end) {
                break;
            }
            objects.push(at);
            // "four sons | Adam, Qais and Omar"
            if self.is_named_behind(at) && end == at + 1 {
                at = end;
                continue;
            }
            at = match self.kind(end) {
                // "51 children 28 women and five men", without commas
                Some(Kind::Noun(_)) if self.is_next_count(at, end) => end,
                Some(Kind::Conjunction) => end + 1,
                Some(Kind::Comma) if matches!(self.kind(end + 1), Some(Kind::Conjunction)) => {
                    end + 2
                }
                Some(Kind::Comma) if end < listed => end + 1,
                Some(Kind::Comma) => match self.list_end(end + 1) {
                    Some(last) => {
                        listed = last;
                        end + 1
                    }
                    None => break,
                },
                _ => break,
            };
        }
        objects
    }

    /// Whether what ends before `end` is the subject of a verb there.
    fn is_subject(&self, end: usize) -> bool {
        let mut at = end;
        while matches!(self.kind(at), Some(Kind::Adverb | Kind::Time)) {
            at += 1;
        }
        matches!(self.kind(at), Some(Kind::Verb(verb)) if verb.form != VerbForm::Gerund && verb.mood != Mood::Infinitive)
    }

    /// "five soldiers**, two medics and** a child": where the conjunction stands that ends the list.
    fn list_end(&self, start: usize) -> Option<usize> {
        let mut at = start;
        while matches!(self.kind(at), Some(Kind::Noun(_))) && at < start + LIST {
            if self.is_named_behind(at) {
                at += 1;
                continue;
            }
            at = self.after_prepositional(at);
            match self.kind(at) {
                Some(Kind::Conjunction) => return Some(at),
                Some(Kind::Comma) => at += 1,
                _ => return None,
            }
            if matches!(self.kind(at), Some(Kind::Conjunction)) {
                return Some(at);
            }
        }
        None
    }

    /// The place behind a noun group and the prepositional groups that follow it.
    pub(super) fn after_prepositional(&self, noun: usize) -> usize {
        let mut at = self.after_aside(noun + 1);
        while matches!(self.kind(at), Some(Kind::Preposition))
            && matches!(self.kind(at + 1), Some(Kind::Noun(_) | Kind::Time))
            && !self.is(at, Class::By)
            && at < noun + REACH
        {
            at = self.after_aside(at + 2);
        }
        at
    }

    /// Whether two counted groups stand side by side.
    fn is_next_count(&self, noun: usize, next: usize) -> bool {
        let counted = |at: usize| matches!(self.kind(at), Some(Kind::Noun(noun)) if noun.quantity.is_some() && noun.named);
        counted(noun) && counted(next) && !self.is_subject(self.after_prepositional(next))
    }

    /// Whether names follow a counted group without a mark: "four sons **Adam** and Qais".
    pub(super) fn is_named_behind(&self, noun: usize) -> bool {
        let counted = |noun: &NounGroup| {
            noun.named
                && (noun.quantity.is_some() || self.sentence.tokens[noun.head].tag == Tag::Nouns)
        };
        let named = |noun: &NounGroup| {
            noun.quantity.is_none() && self.sentence.tokens[noun.head].tag == Tag::Name
        };
        matches!(self.kind(noun), Some(Kind::Noun(noun)) if counted(noun))
            && matches!(self.kind(noun + 1), Some(Kind::Noun(noun)) if named(noun))
    }

    /// The place behind a bracket or an age: "Adam Aziz **(12)**".
    fn after_aside(&self, mut at: usize) -> usize {
        while let Some(phrase) = self.phrases.get(at)
            && phrase.kind == Kind::Adverb
            && (self.sentence.tokens[phrase.tokens.start].kind == TokenKind::Mark
                || self.is(at, Class::Naming))
        {
            at += 1;
        }
        // "six Jesuits (five Spaniards) and two women"
        if self.is(at, Class::Opens)
            && let Some(close) = (at + 1..at + REACH).find(|&close| self.is(close, Class::Closes))
        {
            return close + 1;
        }
        at
    }
}
