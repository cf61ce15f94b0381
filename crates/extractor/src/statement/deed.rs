//! Deeds: predicates with their parties, found by accusations, verbs, states and nouns.

use std::ops::Range;

use super::Read;
use crate::{
    Lexicon, Stance, Tag,
    lexicon::{Class, Cue, Hint, Phrases},
    phrase::{
        Kind, Phrase,
        clause::{Clause, objects_behind},
    },
    token::TokenKind,
};

/// The longest entry, in tokens.
const LONGEST: usize = 8;

/// How far the words behind a deed may still tell of it, in phrases.
pub(super) const BEHIND: usize = 8;

/// A predicate of a sentence, all by tokens.
#[derive(Clone, Debug)]
pub(super) struct Deed {
    pub(super) cue: Cue,
    /// The predicate's own words.
    pub(super) at: Range<usize>,
    pub(super) doer: Option<Range<usize>>,
    pub(super) target: Option<Range<usize>>,
    /// Whether it is said to have happened; "failed to comply" did not.
    pub(super) affirmed: bool,
    pub(super) stance: Stance,
    /// Nobody did it: "no one knew".
    pub(super) nobody: bool,
    /// It points to a deed that was spoken of: "behind that attack".
    pub(super) echo: bool,
    /// The whole claim.
    pub(super) tokens: Range<usize>,
}

/// The deeds of a sentence.
pub(super) fn deeds(lexicon: &Lexicon, text: &str, read: Read, clauses: Vec<Clause>) -> Vec<Deed> {
    let mut reader = Reader {
        lexicon,
        text,
        read,
        clauses,
        authors: vec![None; read.phrases.len()],
        deeds: Vec::new(),
    };
    reader.accusations();
    reader.verbs();
    reader.states();
    reader.nouns();
    reader.deeds
}

/// A sentence that is read for deeds.
pub(super) struct Reader<'s> {
    pub(super) lexicon: &'s Lexicon,
    pub(super) text: &'s str,
    pub(super) read: Read<'s>,
    pub(super) clauses: Vec<Clause>,
    /// For each phrase the one that is said to have done it: "blamed **Turkey** for the raid".
    pub(super) authors: Vec<Option<Author>>,
    pub(super) deeds: Vec<Deed>,
}

/// Who is said to have done a deed that a noun names.
#[derive(Clone, Debug)]
pub(super) struct Author {
    pub(super) doer: Range<usize>,
    pub(super) affirmed: bool,
    pub(super) stance: Stance,
    /// Where the words that say so begin.
    pub(super) start: usize,
}

impl Reader<'_> {
    /// A deed with parties given by phrases; the claim reaches from the first phrase over the
    /// prepositional groups behind the last.
    pub(super) fn deed(
        &self,
        cue: Cue,
        at: Range<usize>,
        doer: Option<Range<usize>>,
        target: Option<Range<usize>>,
        first: usize,
        last: usize,
    ) -> Deed {
        let tokens = |phrases: Range<usize>| {
            self.phrase(phrases.start).tokens.start..self.phrase(phrases.end - 1).tokens.end
        };
        let target = target.map(|target| {
            let end = self.of_behind(target.end);
            target.start..end
        });
        let known = [doer.as_ref(), target.as_ref()].into_iter().flatten();
        let last = known
            .map(|range| range.end - 1)
            .max()
            .unwrap_or(last)
            .max(last);
        let start = self.phrase(first).tokens.start.min(at.start);
        let end = self.end_behind(last).max(at.end);
        let echo = target
            .as_ref()
            .is_some_and(|target| self.is_echo(target.start));
        Deed {
            cue,
            at,
            doer: doer.map(tokens),
            target: target.map(tokens),
            affirmed: true,
            nobody: false,
            stance: Stance::Asserts,
            echo,
            tokens: start..end,
        }
    }

    /// "the agreements **on Idlib**": the prepositional groups that belong to a noun, up to two.
    fn of_behind(&self, mut end: usize) -> usize {
        for _ in 0..2 {
            let is_group = matches!(self.kind(end), Some(Kind::Preposition))
                && matches!(self.kind(end + 1), Some(Kind::Noun(_)))
                && [Hint::Toward, Hint::Site]
                    .iter()
                    .any(|&hint| self.hint(self.phrase(end).tokens.start, hint));
            let word = self
                .kind(end)
                .map(|_| self.read.sentence.tokens[self.phrase(end).tokens.start].word);
            if !is_group || word.is_some_and(|word| self.lexicon.grammar.is(word, Class::By)) {
                break;
            }
            end += 2;
        }
        end
    }

    /// The last token of the prepositional groups, times and adverbs behind a phrase.
    fn end_behind(&self, last: usize) -> usize {
        let mut at = last + 1;
        while at <= last + BEHIND {
            at = match (self.kind(at), self.kind(at + 1)) {
                (Some(Kind::Preposition), Some(Kind::Noun(_) | Kind::Time)) => at + 2,
                (Some(Kind::Time | Kind::Adverb | Kind::Adjective), _) => at + 1,
                _ => break,
            };
        }
        self.phrase(at - 1).tokens.end
    }

    fn is_echo(&self, phrase: usize) -> bool {
        let first = &self.read.sentence.tokens[self.phrase(phrase).tokens.start];
        let points = self.lexicon.predicates.is(first.word, Hint::Echo);
        let noun = self.phrase(phrase).noun();
        let event = noun.is_some_and(|noun| self.hint(noun.head, Hint::Event));
        points
            && (self.phrase(phrase).tokens.len() == 1 || event || self.noun_cue(phrase).is_some())
    }

    pub(super) fn hint(&self, token: usize, hint: Hint) -> bool {
        self.lexicon
            .predicates
            .is(self.read.sentence.tokens[token].word, hint)
    }

    /// The entry that the words from a token on begin with, quotation marks left out, and its end.
    pub(super) fn entry<T: Copy>(&self, entries: &Phrases<T>, from: usize) -> Option<(usize, T)> {
        let is_word = |&at: &usize| self.read.sentence.tokens[at].kind != TokenKind::Quote;
        let end = (from + LONGEST).min(self.read.sentence.tokens.len());
        let words = (from..end).filter(is_word);
        let (len, entry) =
            entries.longest(words.clone().map(|at| self.read.sentence.tokens[at].word))?;
        Some((words.clone().nth(len - 1)? + 1, *entry))
    }

    pub(super) fn words(
        &self,
        from: usize,
    ) -> impl Iterator<Item = crate::lexicon::WordId> + Clone {
        self.read.sentence.tokens[from..]
            .iter()
            .map(|token| token.word)
    }

    pub(super) fn behind(&self, token: usize) -> Vec<usize> {
        objects_behind(
            &self.lexicon.grammar,
            self.read.sentence,
            self.read.phrases,
            token,
        )
    }

    /// The phrases from the first to the last of these.
    pub(super) fn span(phrases: &[usize]) -> Option<Range<usize>> {
        let (first, last) = (phrases.iter().min()?, phrases.iter().max()?);
        Some(*first..last + 1)
    }

    pub(super) fn phrase(&self, at: usize) -> &Phrase {
        &self.read.phrases[at]
    }

    pub(super) fn kind(&self, at: usize) -> Option<&Kind> {
        self.read.phrases.get(at).map(|phrase| &phrase.kind)
    }

    pub(super) fn tag(&self, token: usize) -> Tag {
        self.read.sentence.tokens[token].tag
    }
}
