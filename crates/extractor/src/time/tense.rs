//! Whether the clause around a time looks back or ahead.

use crate::{
    Lexicon, Tag,
    lexicon::{Class, Sense, TimeWord},
    sentence::Sentence,
};

/// Reports look back, unless the verb looks ahead: "will meet on Friday".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    /// No verb tells: a headline in the present, "to take part in the 11 March vote".
    Open,
}

/// A verb further away than this many tokens says nothing about a time.
const REACH: usize = 24;

/// The tense of the clause that holds a time: of the nearest verb group before it, else after it.
///
/// "was due to meet on Friday", "the vote set for Friday" and "on Friday he will meet" look ahead;
/// "said on Friday that he will meet" looks back.
pub(super) fn tense(lexicon: &Lexicon, sentence: &Sentence, start: usize, end: usize) -> Tense {
    let tokens = &sentence.tokens;
    let is = |at: usize, word| lexicon.times.sense(tokens[at].word) == Sense::Word(word);
    let first = start.saturating_sub(REACH);
    if (start.saturating_sub(2)..start)
        .any(|at| is(at, TimeWord::Planned) && !tokens[at].tag.is_nominal())
    {
        return Tense::Future;
    }
    // "announced that **on 6 November** he will meet"
    let mut before = (first..start)
        .rev()
        .take_while(|&at| !opens_clause(tokens[at].tag));
    let Some(verb) = before.find(|&at| starts_group(tokens[at].tag)) else {
        return ahead(lexicon, sentence, end);
    };
    let mut at = verb;
    loop {
        let tag = tokens[at].tag;
        let would = is(at, TimeWord::Would) && !next_is_have(lexicon, sentence, at);
        if is(at, TimeWord::Future) || would || (is(at, TimeWord::Planned) && at < verb) {
            return Tense::Future;
        }
        if tag == Tag::To && at > first && lexicon.grammar.is(tokens[at - 1].word, Class::Be) {
            return Tense::Future;
        }
        // "will he be back on Friday?"
        if at > first && tag == Tag::Pronoun && is(at - 1, TimeWord::Future) {
            return Tense::Future;
        }
        if at == first || !(tag.is_verbal() || matches!(tag, Tag::Adverb | Tag::To)) {
            return of(tokens[verb].tag);
        }
        at -= 1;
    }
}

/// The tense of the first verb after a time that opens its sentence.
fn ahead(lexicon: &Lexicon, sentence: &Sentence, end: usize) -> Tense {
    let after = sentence.tokens.iter().skip(end).take(REACH);
    let verb = after.into_iter().find(|token| starts_group(token.tag));
    match verb.map(|verb| (lexicon.times.sense(verb.word), verb.tag)) {
        Some((Sense::Word(TimeWord::Future | TimeWord::Would), _)) => Tense::Future,
        Some((_, tag)) => of(tag),
        None => Tense::Open,
    }
}

/// "would **have** met"
fn next_is_have(lexicon: &Lexicon, sentence: &Sentence, at: usize) -> bool {
    let next = sentence.tokens.get(at + 1);
    next.is_some_and(|token| lexicon.grammar.is(token.word, Class::Have))
}

/// What the form of a verb alone tells.
fn of(tag: Tag) -> Tense {
    match tag {
        Tag::VerbPast | Tag::Participle => Tense::Past,
        _ => Tense::Open,
    }
}

fn opens_clause(tag: Tag) -> bool {
    matches!(tag, Tag::Subordinator | Tag::Wh)
}

/// A verb that a time can hang on; "leaving 12 dead on Monday" hangs on the verb before it.
fn starts_group(tag: Tag) -> bool {
    tag.is_verbal() && tag != Tag::Gerund
}
