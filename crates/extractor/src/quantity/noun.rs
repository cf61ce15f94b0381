use std::ops::Range;

use super::piece::Pieces;
use crate::{Tag, lexicon::NumeralClass};

/// How far a noun may stand from its number, in tokens.
const REACH: usize = 9;

impl Pieces<'_> {
    /// The tokens that name what a plain number counts: "six **Turkish soldiers**", "dozens of
    /// **pro-Assad forces**", "4 of Turkey's 12 **military posts**"; none for "101 of them".
    pub(super) fn noun(&self, token: usize) -> Option<Range<usize>> {
        let at = self.skip_more(token);
        if self.is_of(at) {
            return self.noun_of(at);
        }
        self.noun_group(at)
    }

    /// The noun group behind "of", without its determiner, owner and number.
    pub(super) fn noun_of(&self, of: usize) -> Option<Range<usize>> {
        if !self.is_of(of) {
            return None;
        }
        let mut at = of + 1;
        while let Some(token) = self.tokens.get(at).filter(|_| at < of + REACH) {
            match token.tag {
                Tag::Determiner | Tag::Possessive | Tag::Number => at += 1,
                _ => break,
            }
        }
        self.noun_group(at)
    }

    /// What a measured sum is made of: "20 percent **of voters**", "$5 million **in damage**", "a 25% **tax**".
    pub(super) fn measured_noun(&self, token: usize, attributive: bool) -> Option<Range<usize>> {
        if self.is_of(token) {
            return self.noun_of(token);
        }
        let next = self.tokens.get(token)?;
        if self.lexicon.numerals.is(next.word, NumeralClass::In) {
            let first = self.tokens.get(token + 1)?;
            let named = matches!(first.tag, Tag::Name | Tag::Names) || first.capital;
            return (!named).then(|| self.noun_group(token + 1))?;
        }
        attributive.then(|| self.noun_group(token))?
    }

    fn is_of(&self, token: usize) -> bool {
        self.tokens
            .get(token)
            .is_some_and(|token| self.lexicon.numerals.is(token.word, NumeralClass::Of))
    }

    fn nominal(&self, token: usize) -> bool {
        self.tokens
            .get(token)
            .is_some_and(|token| token.tag.is_nominal())
    }

    /// Skips "more", "additional" and "mostly" before the words that name something.
    fn skip_more(&self, mut token: usize) -> usize {
        for _ in 0..2 {
            let Some(next) = self.tokens.get(token) else {
                break;
            };
            let filler = self.lexicon.hedges.filler.word(next.word).is_some()
                && !matches!(next.tag, Tag::Determiner);
            if !filler && next.tag != Tag::Adverb {
                break;
            }
            token += 1;
        }
        token
    }

    /// Adjectives and nouns up to the head: "Syrian military targets".
    fn noun_group(&self, from: usize) -> Option<Range<usize>> {
        let (mut start, mut end, mut at) = (from, None, from);
        let mut plural = false;
        while let Some(token) = self.tokens.get(at).filter(|_| at < from + REACH) {
            if self.taken.get(at).is_some_and(|taken| *taken) {
                break;
            }
            match token.tag {
                Tag::Nouns | Tag::Names if !plural || token.tag == Tag::Nouns => {
                    plural = true;
                    end = Some(at + 1);
                }
                // "twelve sports fans", but "twelve people Monday"
                Tag::Noun | Tag::Name if !plural => end = Some(at + 1),
                // "two men's bodies"
                Tag::Genitive if end == Some(at) => {
                    (start, end, plural) = (at + 1, None, false);
                }
                Tag::Adjective | Tag::Participle | Tag::Gerund | Tag::Ordinal | Tag::VerbPast
                    if end.is_none() => {}
                // "a Syrian armoured vehicle", where the first word passes for a name
                Tag::Adjective if !plural && self.nominal(at + 1) => {}
                // "Syrian and Russian soldiers"
                Tag::Conjunction
                    if end.is_none()
                        && at > from
                        && self.tokens.get(at + 1).is_some_and(|next| {
                            matches!(next.tag, Tag::Adjective | Tag::Participle)
                        }) => {}
                _ => break,
            }
            at += 1;
        }
        Some(start..end?)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(told(text), expected, "{text}");
    }

    #[test]
    fn the_noun_comes_with_what_names_it() {
        check(
            "Six Turkish soldiers, 115 Syrian military targets and dozens of pro-Assad forces.",
            "6 Turkish soldiers, 115 Syrian military targets, 24–99 pro-Assad forces",
        );
    }

    #[test]
    fn a_pronoun_names_nothing() {
        check("101 of them fled.", "101");
    }

    #[test]
    fn the_owner_is_left_out() {
        check("Twelve of the army's outposts fell.", "12 outposts");
    }

    #[test]
    fn measures_name_what_they_are_of() {
        check(
            "40 hectares of forest, 20 percent of voters, $1 billion in damage, a 25% tax.",
            "40 hectare forest, 20% voters, 1,000,000,000 USD damage, 25% tax",
        );
    }

    #[test]
    fn members_of_a_compound_are_counted() {
        check("A five-member panel.", "5 member");
    }
}
