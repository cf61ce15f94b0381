//! Statements: who did what, whether it is said to be so or not, and by whom.
//!
//! A sentence is read only where it holds a word of a family of predicates. Its deeds are found
//! first ("had notified Moscow", "the raid by the rebels"), with their parties; then each becomes a
//! claim of the speaker whose words it stands in, and where that one rejects it, a denial.

mod party; // "Ankara" → Turkey
mod deed; // predicates with their parties
mod subject; // whose deed it is
mod verb; // "had notified Moscow"
mod accusation; // "blamed Turkey for the raid"
mod hold; // "failed to", "without", "was said to have"
mod noun; // "the violation of the truce by the rebels"
mod state; // "was not aware of", "is behind"
mod need; // without what a deed claims nothing
mod denial; // "denied the reports", "this is not true"
mod account; // a deed as what is stated of it
mod matter; // what a deed is about: its words, kind and site
mod voice; // whom a speaker speaks for
mod claim; // a deed as the claims of those who speak of it
mod antecedent; // what a denial points back to

use std::{cell::RefCell, collections::BTreeMap, ops::Range, sync::Arc};

use crate::{
    Claim, Document, Lexicon, Party, PlaceMention, Scope,
    attribution::Voices,
    lexicon::Class,
    phrase::{Phrase, clause::clauses},
    sentence::Sentence,
    tag::Tag,
    token,
};
use deed::Deed;
use party::Parties;

/// Reads the statements of a document, sentence by sentence.
pub(crate) struct Statements<'d> {
    lexicon: &'d Lexicon,
    document: &'d Document,
    parties: Parties,
    /// Who did what a noun names: "the Syrian **offensive**".
    heads: BTreeMap<Arc<str>, Party>,
    /// Whom the speakers so far speak for.
    voices: RefCell<BTreeMap<Arc<str>, Party>>,
    /// The last one who was said to have done something by name: "**he** pleaded guilty".
    person: Party,
    /// How many sentences have been read.
    turn: usize,
    /// For each statement so far the sentence it stood in.
    turns: Vec<(usize, usize)>,
}

/// A sentence with what was read of it.
#[derive(Clone, Copy)]
pub(crate) struct Read<'s> {
    pub(crate) sentence: &'s Sentence,
    pub(crate) phrases: &'s [Phrase],
    pub(crate) places: &'s [PlaceMention],
}

/// Deeds that "or" may part have no more than so many others between them.
const NEAR: usize = 8;

impl<'d> Statements<'d> {
    pub(crate) fn new(
        lexicon: &'d Lexicon,
        document: &'d Document,
        sentences: &[Sentence],
    ) -> Self {
        Self {
            lexicon,
            document,
            parties: Parties::new(lexicon, &document.text, sentences),
            heads: BTreeMap::new(),
            voices: RefCell::default(),
            person: Party::default(),
            turn: 0,
            turns: Vec::new(),
        }
    }

    /// Whether a sentence holds a word that may make a statement.
    pub(crate) fn may_state(&mut self, sentence: &Sentence) -> bool {
        self.turn += 1;
        self.lexicon.predicates.may_state(&sentence.tokens)
    }

    /// The statements of a sentence, in reading order.
    pub(crate) fn sentence(
        &mut self,
        read: Read,
        voices: &Voices,
        scope: impl Fn(&Range<usize>) -> Scope,
        claims: &mut Vec<Claim>,
    ) {
        let text = self.document.text.as_str();
        let sentence = read.sentence;
        if sentence
            .tokens
            .last()
            .is_some_and(|last| last.is(text, "?"))
        {
            return;
        }
        let first = claims.len();
        let clauses = clauses(&self.lexicon.grammar, sentence, read.phrases);
        let rejections = denial::rejections(self.lexicon, text, read, &clauses);
        let deeds = deed::deeds(self.lexicon, text, read, clauses);
        for (at, deed) in deeds.iter().enumerate() {
            // "were shot down or crashed because of faults": neither is said of one
            let near = &deeds[at.saturating_sub(NEAR)..deeds.len().min(at + NEAR)];
            let either = near.iter().any(|other| {
                other.cue.family == deed.cue.family
                    && (other.affirmed != other.cue.against) != (deed.affirmed != deed.cue.against)
                    && self.is_alternative(read.sentence, deed, other)
            });
            if !either {
                self.deed(read, deed, voices, &scope, claims);
            }
        }
        for rejection in rejections {
            self.rejection(read, &rejection, voices, &scope, claims);
        }
        let mut told = claims.split_off(first);
        told.sort_by_key(|claim| (claim.evidence.span, claim.id));
        told.dedup_by_key(|claim| claim.id);
        claims.append(&mut told);
        for (at, claim) in claims.iter().enumerate().skip(first) {
            if claim.count().is_none() {
                self.turns.push((at, self.turn));
            }
        }
    }

    /// Whether "or" parts two deeds.
    fn is_alternative(&self, sentence: &Sentence, one: &Deed, other: &Deed) -> bool {
        let (start, end) = (
            one.at.start.min(other.at.start),
            one.at.end.max(other.at.end),
        );
        let text = self.document.text.as_str();
        sentence.tokens[start..end].iter().any(|token| {
            token.tag == Tag::Conjunction && token.text(text).eq_ignore_ascii_case("or")
        })
    }
}

/// Words with single blanks between them.
fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A word in lower case without the ending of its plural: "agreements" is "agreement".
fn stem(word: &str) -> Arc<str> {
    let mut lower = String::new();
    token::fold(word, &mut lower);
    let stem = lower.strip_suffix("ies").map(|stem| format!("{stem}y"));
    let stem = stem.unwrap_or_else(|| match lower.strip_suffix('s') {
        Some(stem) if stem.len() > 3 && !stem.ends_with('s') => stem.to_owned(),
        _ => lower,
    });
    stem.into()
}

/// "no", "nobody", "neither": the noun group says that there was none.
fn is_none(lexicon: &Lexicon, sentence: &Sentence, phrase: &Phrase) -> bool {
    let first = &sentence.tokens[phrase.tokens.start];
    lexicon.grammar.is(first.word, Class::Nobody) || lexicon.grammar.is(first.word, Class::Negation)
}

#[cfg(test)]
mod tests;
