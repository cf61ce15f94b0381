//! Whether a count is what a war has cost as a whole: "the conflict has killed 280,000".

use std::ops::Range;

use crate::{Lexicon, Tag, lexicon::Class, sentence::Sentence};

/// A war stands so many tokens at most before the words that count its dead, or behind them.
const REACH: usize = 6;

/// Whether the words of a count are said of something that goes on for months or years.
///
/// It may be who kills ("the war **has killed 280,000**") or what it is said of ("**the death toll**
/// from the war", "**280,000 have died** in the conflict", "… since the war began"); a war that only
/// names a day's place or reason ("killed 12 as war raged") does not count.
pub(super) fn counts(lexicon: &Lexicon, sentence: &Sentence, claim: &Range<usize>) -> bool {
    let end = sentence.tokens.len().min(claim.end + REACH);
    (claim.start.saturating_sub(REACH)..end).any(|at| {
        let words = sentence.tokens[at..].iter().map(|token| token.word);
        let Some(len) = lexicon.happenings.lasting(words) else {
            return false;
        };
        let war = at..at + len;
        let named = opening(sentence, at);
        named.is_some_and(|start| {
            let kills = war.end <= claim.start + 1 && has(lexicon, sentence, war.end);
            let of = start
                .checked_sub(1)
                .is_some_and(|before| joins(lexicon, sentence, before, claim));
            kills || of && ends(sentence, war.end)
        })
    })
}

/// Where the noun group of a war begins, if an article or an owner opens it: "**the** six-year war".
fn opening(sentence: &Sentence, at: usize) -> Option<usize> {
    let first = at.saturating_sub(4);
    (first..at)
        .rev()
        .take_while(|&at| {
            let tag = sentence.tokens[at].tag;
            tag.is_nominal()
                || matches!(
                    tag,
                    Tag::Adjective
                        | Tag::Number
                        | Tag::Determiner
                        | Tag::Possessive
                        | Tag::Genitive
                        | Tag::Participle
                )
        })
        .filter(|&at| {
            let token = &sentence.tokens[at];
            matches!(token.tag, Tag::Determiner | Tag::Possessive | Tag::Genitive)
        })
        .last()
}

/// "**has** killed": what is said to have happened up to now.
fn has(lexicon: &Lexicon, sentence: &Sentence, at: usize) -> bool {
    let token = sentence.tokens.get(at);
    token.is_some_and(|token| lexicon.grammar.is(token.word, Class::Have))
}

/// Whether the words before a war join it to the count: "toll **from** the war", "died **in** it".
fn joins(lexicon: &Lexicon, sentence: &Sentence, at: usize, claim: &Range<usize>) -> bool {
    let near = claim.start <= at && at <= claim.end + 2;
    near && lexicon.happenings.is_over(sentence.tokens[at].word)
}

/// Whether the group of a war ends there: "the conflict zone" is a place.
fn ends(sentence: &Sentence, at: usize) -> bool {
    (sentence.tokens.get(at)).is_none_or(|token| !token.tag.is_nominal())
}

#[cfg(test)]
mod tests {
    use crate::{Document, Lexicon, read};

    /// Whether each count of a text, in order, is what a war has cost as a whole.
    #[track_caller]
    fn check(text: &str, expected: &[bool]) {
        let day = "2016-06-12".parse().unwrap();
        let document = Document::new("d", text).published(day);
        let article = read(Lexicon::builtin(), &document);
        let counts = (article.claims.iter()).filter(|claim| claim.count().is_some());
        let whole: Vec<_> = counts
            .map(|claim| claim.scope.cumulative && claim.scope.when.from.is_none())
            .collect();
        assert_eq!(whole, expected, "{text}");
    }

    #[test]
    fn what_a_war_has_cost_is_a_whole() {
        for war in [
            "civil war",
            "conflict",
            "insurgency",
            "rebellion",
            "uprising",
            "war",
        ] {
            check(&format!("The {war} has killed 280,000 people."), &[true]);
        }
        check(
            "The death toll from the six-year war stands at 300,000.",
            &[true],
        );
        for over in ["during", "in", "since"] {
            check(
                &format!("Some 280,000 people have died {over} the war."),
                &[true],
            );
        }
    }

    #[test]
    fn the_toll_of_a_day_of_war_is_none() {
        check(
            "Shells killed 12 people in the conflict on Sunday.",
            &[false],
        );
        check("Nine people were killed in the conflict zone.", &[false]);
        check("Twelve people were killed as war raged.", &[false]);
    }
}
