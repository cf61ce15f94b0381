//! Which of a sentence's times tells when something in it happened.

use std::ops::Range;

use super::TimeMention;
use crate::{
    Basis, Lexicon,
    lexicon::{Class, Sense, TimeWord},
    phrase::{Kind, Phrase},
    sentence::Sentence,
    token::TokenKind,
};

/// Phrases further apart than this are of other clauses anyhow; it keeps the work linear.
const REACH: usize = 40;

/// How far a time is from what happened: less is nearer, told in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Distance {
    /// Clause borders between the two, a comma counting as half of one.
    borders: usize,
    /// It tells when something was said.
    said: bool,
    /// Tokens between the two; one before what happened is half as near as one after it.
    tokens: usize,
}

/// The time that tells when something in these tokens happened, and whether its own clause says so.
///
/// - In the same clause before any other: "**On Sunday** six died and on Monday two" gives Sunday to
///   the six, Monday to the two.
/// - A comma is half a border: "58 were killed **since February**, including 36 on the 27th".
/// - The nearer one, and after the verb before ahead of it: "Monday's talks ended as five were shot **on
///   Tuesday**".
/// - One that tells when somebody spoke comes last: "Police said on Monday that six died **on Sunday**".
/// - Else the sentence's only one: "Six were killed, police said **on Monday**".
/// - A year that only names something is none: "under the 2018 agreement 12 posts were set up". Nor is
///   a time of day, a duration, or what comes again.
pub(crate) fn governing<'t>(
    lexicon: &Lexicon,
    sentence: &Sentence,
    phrases: &[Phrase],
    times: &'t [TimeMention],
    tokens: &Range<usize>,
) -> Option<(&'t TimeMention, Basis)> {
    let row = Row {
        lexicon,
        sentence,
        phrases,
    };
    let (time, distance) = times
        .iter()
        .filter(|time| tells_days(time) && !row.only_names(time))
        .map(|time| (time, row.distance(&time.tokens, tokens)))
        .min_by_key(|(_, distance)| *distance)?;
    let own = distance.borders <= 1 && !distance.said;
    Some((time, if own { Basis::Own } else { Basis::Sentence }))
}

/// It has days, or would have some if the day of publication were known.
fn tells_days(time: &TimeMention) -> bool {
    let open = time.window.from.is_none() && time.window.to.is_none();
    !open || time.value.starts_with("XXXX")
}

struct Row<'s> {
    lexicon: &'s Lexicon,
    sentence: &'s Sentence,
    phrases: &'s [Phrase],
}

impl Row<'_> {
    fn distance(&self, time: &Range<usize>, tokens: &Range<usize>) -> Distance {
        let (start, end, tokens) = if time.start >= tokens.end {
            (tokens.end, time.start, time.start - tokens.end)
        } else if time.end <= tokens.start {
            (time.end, tokens.start, 2 * (tokens.start - time.end))
        } else {
            (tokens.start, tokens.start, 0)
        };
        Distance {
            borders: self.borders(start, end),
            said: tokens > 0 && self.tells_when_said(time),
            tokens,
        }
    }

    /// Clause borders between two tokens, each counted twice, and commas, counted once; "36 **who** fell"
    /// is one clause with its number.
    fn borders(&self, start: usize, end: usize) -> usize {
        let first = self.place(start);
        let last = self.place(end).min(self.phrases.len());
        let between = self.phrases.get(first..last).unwrap_or_default();
        let own = usize::from(
            between
                .first()
                .is_some_and(|phrase| phrase.kind == Kind::Relative),
        );
        let near = between.iter().enumerate().take(REACH).skip(own);
        let counted: usize = near
            .map(|(at, phrase)| self.border(first + at, phrase))
            .sum();
        counted + 2 * usize::from(between.len() > REACH)
    }

    /// The first phrase that begins at a token or behind it.
    fn place(&self, token: usize) -> usize {
        self.phrases
            .partition_point(|phrase| phrase.tokens.start < token)
    }

    fn border(&self, at: usize, phrase: &Phrase) -> usize {
        match phrase.kind {
            Kind::Border | Kind::Subordinator | Kind::Relative => 2,
            Kind::Comma => 1,
            Kind::Conjunction if self.opens_clause(at + 1) => 2,
            _ => 0,
        }
    }

    /// "and **three were wounded**", "and **wounded three**", "and **on Monday two**"
    fn opens_clause(&self, at: usize) -> bool {
        let kind = |at: usize| self.phrases.get(at).map(|phrase| &phrase.kind);
        match kind(at) {
            Some(Kind::Verb(_) | Kind::Time) => true,
            Some(Kind::Noun(_)) => matches!(kind(at + 1), Some(Kind::Verb(_))),
            Some(Kind::Preposition) => matches!(kind(at + 1), Some(Kind::Time)),
            _ => false,
        }
    }

    /// "said **on Monday**", "announced **yesterday**"
    fn tells_when_said(&self, time: &Range<usize>) -> bool {
        let before = &self.sentence.tokens[time.start.saturating_sub(2)..time.start];
        before.iter().any(|token| {
            token.tag.is_verbal() && self.lexicon.grammar.is(token.word, Class::Clausal)
        })
    }

    /// "under **the 2018** agreement": a year right before a noun, unless "in" or the like leads it.
    fn only_names(&self, time: &TimeMention) -> bool {
        let tokens = &self.sentence.tokens;
        let year = time.value.len() == 4;
        let noun_after = tokens
            .get(time.tokens.end)
            .is_some_and(|token| token.tag.is_nominal() && token.kind != TokenKind::Genitive);
        if !year || !noun_after || time.cumulative {
            return false;
        }
        // "**a** 2015 report"
        let before = time.tokens.start.saturating_sub(1);
        let leads = before
            .checked_sub(1)
            .map(|at| self.lexicon.times.sense(tokens[at].word));
        !matches!(
            leads,
            Some(Sense::Word(
                TimeWord::In
                    | TimeWord::During
                    | TimeWord::Since
                    | TimeWord::After
                    | TimeWord::Before
            ))
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Published, Span, phrase::phrases, quantity, time::times};

    /// Which time, and on what basis, governs the words `what` of a text of 4 March 2020.
    #[track_caller]
    fn check(text: &str, what: &str, expected: &str) {
        let lexicon = Lexicon::builtin();
        let sentence = Sentence::read(lexicon, text, Span::new(0, text.len()));
        let published = Published::on(jiff::civil::date(2020, 3, 4));
        let times = times(lexicon, text, &sentence, Some(published));
        let taken = vec![false; sentence.tokens.len()];
        let quantities = quantity::quantities(lexicon, text, &sentence, &taken);
        let phrases = phrases(lexicon, text, &sentence, &times, &quantities);
        let start = text.find(what).unwrap();
        let inside = |at: usize| {
            sentence.tokens[at].span().start() >= start
                && sentence.tokens[at].span().end() <= start + what.len()
        };
        let count = (0..sentence.tokens.len()).filter(|&at| inside(at)).count();
        let first = (0..sentence.tokens.len()).find(|&at| inside(at)).unwrap();
        let found = governing(
            lexicon,
            &sentence,
            &phrases,
            &times,
            &(first..first + count),
        )
        .map(|(time, basis)| format!("{} {basis:?}", time.span.slice(text)));
        assert_eq!(found.as_deref().unwrap_or("none"), expected, "{text}");
    }

    #[test]
    fn a_time_of_the_same_clause_comes_first() {
        let text = "On Sunday six soldiers died and on Monday two soldiers fell.";
        check(text, "six soldiers", "Sunday Own");
        check(text, "two soldiers", "Monday Own");
        let text = "Shells killed five men on Friday and wounded four women on Saturday.";
        check(text, "five men", "Friday Own");
        check(text, "four women", "Saturday Own");
    }

    #[test]
    fn a_part_has_its_own_time() {
        let text =
            "At least 58 troops have died since February, including 36 who fell on Thursday.";
        check(text, "58 troops", "since February Own");
        check(text, "36", "Thursday Own");
    }

    #[test]
    fn the_time_of_saying_comes_last() {
        let text = "Police said on Monday that six men were killed on Sunday.";
        check(text, "six men", "Sunday Own");
        check(
            "Six men were killed, police said on Monday.",
            "Six men",
            "Monday Sentence",
        );
    }

    #[test]
    fn a_year_that_names_a_thing_tells_no_time() {
        check(
            "Under the 2018 agreement 12 posts were set up.",
            "12 posts",
            "none",
        );
        check(
            "In the 2004 flood 12 people drowned.",
            "12 people",
            "2004 Own",
        );
        check(
            "A bomb went off at 9:30 a.m. and killed two men.",
            "two men",
            "none",
        );
    }
}
