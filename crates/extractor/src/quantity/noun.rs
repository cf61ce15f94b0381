use std::ops::Range;

use super::piece::Pieces;
use crate::{
    Tag,
    lexicon::{NumeralClass, WordId},
    token::TokenKind,
};

/// How far a noun may stand from its number, in tokens.
const REACH: usize = 9;

impl Pieces<'_> {
    /// The tokens that name what a plain number counts: "six **Turkish soldiers**", "dozens of
    /// **pro-Assad forces**", "4 of Turkey's 12 **military posts**"; none for "101 of them".
    pub(super) fn noun(&self, token: usize, many: bool, inside: bool) -> Option<Range<usize>> {
        let at = self.skip_more(token);
        if self.is_of(at) {
            return self.noun_of(at, many);
        }
        // "the 19 besieged areas", "of 19 besieged areas": no verb stands there
        let state = inside
            && self
                .tokens
                .get(at)
                .is_some_and(|token| token.tag == Tag::VerbPast)
            && self.nominal(at + 1);
        if state {
            let group = self.noun_group(at + 1, many)?;
            return Some(at..group.end);
        }
        self.noun_group(at, many)
    }

    /// The noun group behind "of", without its determiner, owner and number.
    fn noun_of(&self, of: usize, many: bool) -> Option<Range<usize>> {
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
        self.noun_group(at, many)
    }

    /// What a measured sum is made of: "20 percent **of voters**", "$5 million **in damage**", "a 25% **tax**".
    pub(super) fn measured_noun(&self, token: usize, attributive: bool) -> Option<Range<usize>> {
        if self.is_of(token) {
            // "12 miles of Qardaha"
            let named = |noun: &Range<usize>| {
                let head = &self.tokens[noun.end - 1];
                head.tag == Tag::Name || (head.tag == Tag::Noun && head.capital)
            };
            return self.noun_of(token, false).filter(|noun| !named(noun));
        }
        let next = self.tokens.get(token)?;
        if self.lexicon.numerals.is(next.word, NumeralClass::In) {
            let first = self.tokens.get(token + 1)?;
            let named = matches!(first.tag, Tag::Name | Tag::Names) || first.capital;
            return (!named).then(|| self.noun_group(token + 1, false))?;
        }
        let direction = self.lexicon.numerals.is(next.word, NumeralClass::Direction);
        (attributive && !direction).then(|| self.noun_group(token, false))?
    }

    fn is_of(&self, token: usize) -> bool {
        self.tokens
            .get(token)
            .is_some_and(|token| self.lexicon.numerals.is(token.word, NumeralClass::Of))
    }

    /// "dead", "wounded": a word for what became of people.
    fn is_state(&self, token: usize) -> bool {
        self.tokens
            .get(token)
            .is_some_and(|token| self.lexicon.measures.adjectives.word(token.word).is_some())
    }

    /// A word in -s that passes for a verb but has a verb behind it, or is none that we know: "three
    /// attacks reportedly hit".
    fn is_no_verb(&self, at: usize) -> bool {
        let next = self.tokens[at + 1..]
            .iter()
            .find(|token| token.tag != Tag::Adverb);
        self.tokens[at].word == WordId::UNKNOWN || next.is_some_and(|next| next.tag.is_verbal())
    }

    fn tags_name(&self, end: Option<usize>, at: usize) -> bool {
        end == Some(at) && self.tokens[at - 1].tag == Tag::Name
    }

    fn ends_in_s(&self, token: usize) -> bool {
        self.tokens[token].text(self.text).ends_with(['s', 'S'])
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
    fn noun_group(&self, from: usize, many: bool) -> Option<Range<usize>> {
        let (mut start, mut end, mut at) = (from, None, from);
        let mut plural = false;
        while let Some(token) = self.tokens.get(at).filter(|_| at < from + REACH) {
            if self.taken.get(at).is_some_and(|taken| *taken) {
                break;
            }
            let genitive = token.kind == TokenKind::Genitive;
            match token.tag {
                // "two men's bodies"
                _ if genitive && end == Some(at) => (start, end, plural) = (at + 1, None, false),
                Tag::Nouns | Tag::Names if !plural || token.tag == Tag::Nouns => {
                    plural = true;
                    end = Some(at + 1);
                }
                // "twelve sports fans", but "twelve people Monday"
                Tag::Noun | Tag::Name if !plural => end = Some(at + 1),
                Tag::Adjective | Tag::Participle | Tag::Gerund | Tag::Ordinal if end.is_none() => {}
                // "two wounded soldiers", but "three suffered wounds"
                Tag::VerbPast if end.is_none() && self.is_state(at) => {}
                // "a Syrian armoured vehicle", where the first word passes for a name
                Tag::Adjective if self.tags_name(end, at) && self.nominal(at + 1) => {}
                // "six air raids": no verb of a plural ends in s
                Tag::VerbPresent
                    if many
                        && !plural
                        && self.ends_in_s(at)
                        && (end == Some(at) || (at == from && self.is_no_verb(at))) =>
                {
                    plural = true;
                    end = Some(at + 1);
                }
                // "four of Turkey's 12 posts"
                Tag::Number if start == at && at > from => start = at + 1,
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
        // "five hurt", "12 dead"
        let end = end?;
        (end > start + 1 || !self.is_state(start)).then_some(start..end)
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
            "40 hectares forest, 20% voters, 1,000,000,000 USD damage, 25% tax",
        );
    }

    #[test]
    fn members_of_a_compound_are_counted() {
        check("A five-member panel.", "5 member");
    }

    #[test]
    fn no_verb_of_a_plural_ends_in_s() {
        check(
            "Six of the Syrian air raids targeted it.",
            "6 Syrian air raids",
        );
    }

    #[test]
    fn what_became_of_people_is_no_noun() {
        check("Five hurt in a blast.", "5");
    }

    #[test]
    fn the_owned_are_counted_not_the_owner() {
        check(
            "At least 4 of Syria's 12 bases.",
            "at least 4 bases, 12 bases",
        );
    }

    #[test]
    fn no_verb_stands_behind_an_article_and_a_number() {
        check(
            "All of the 19 besieged areas; three attacks reportedly hit it.",
            "19 besieged areas, 3 attacks",
        );
    }
}
