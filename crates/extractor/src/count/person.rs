//! "a soldier", "the gunman", "Man killed", "Julian Bryant": one person, without a number.

use std::sync::Arc;

use super::{Found, Reader};
use crate::{
    Amount, Form, Group, Quantity, Tag,
    lexicon::{Class, MeasureId},
    phrase::{NounGroup, Phrase},
};

/// How a text speaks of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Single {
    /// "a soldier", "another man"
    Some,
    /// "the gunman", "his wife", "Suspect (killed)"
    Known,
    /// "Julian Bryant"
    Named,
    /// "himself": the one who did it
    Doer,
    /// "both drivers", "a couple"
    Both,
}

impl Single {
    /// Whether the text knows who it is, so that a larger count may hold that person already.
    pub(super) fn is_known(self) -> bool {
        matches!(self, Self::Known | Self::Named | Self::Doer | Self::Both)
    }
}

/// How many words a name has at most: lines that ran together have more.
const LONGEST_NAME: usize = 5;

impl Reader<'_> {
    /// The one person that a noun group without a number speaks of.
    pub(super) fn single(&self, at: usize) -> Option<Single> {
        let phrase = &self.phrases[at];
        let noun = phrase.noun().filter(|noun| noun.quantity.is_none())?;
        let head = &self.sentence.tokens[noun.head];
        if self.doer[at] || self.is(head.word, Class::Reflexive) {
            return Some(Single::Doer);
        }
        // "one dead, **another** wounded"
        if phrase.tokens.len() == 1
            && self.is(head.word, Class::Others)
            && self.is(head.word, Class::Indefinite)
        {
            return Some(Single::Some);
        }
        let first = self.sentence.tokens[phrase.tokens.start].word;
        if self.is(first, Class::Both) || (self.is(head.word, Class::Couple) && !noun.partitive) {
            return Some(Single::Both);
        }
        if !noun.named || noun.partitive {
            return None;
        }
        let role = self.lexicon.roles.nouns().word(head.word);
        if let Some(role) = role.filter(|_| head.tag != Tag::Name || !self.is_full_name(noun)) {
            return self
                .determined(phrase, noun)
                .filter(|_| role.singular && head.tag != Tag::Nouns);
        }
        let nation = self
            .lexicon
            .nations
            .at(self.text, &self.sentence.tokens[noun.head..]);
        let measure = self.lexicon.measures.adjectives.word(head.word);
        // "the Observatory", but "the driver Mahmoud Othman"
        let titled = self.sentence.tokens[noun.name..noun.head]
            .iter()
            .any(|token| self.lexicon.roles.nouns().word(token.word).is_some());
        let article = self.sentence.tokens[phrase.tokens.start].tag == Tag::Determiner && !titled;
        let named = head.tag == Tag::Name
            && noun.head - self.name_start(noun) < LONGEST_NAME
            && head.capital
            && !article
            && nation.is_none()
            && measure.is_none();
        named.then_some(Single::Named)
    }

    /// What stands before a single noun: an article, an owner, or nothing as in headlines.
    fn determined(&self, phrase: &Phrase, noun: &NounGroup) -> Option<Single> {
        if noun.name == phrase.tokens.start {
            return (self.sentence.tokens[noun.name].tag != Tag::Determiner)
                .then_some(Single::Known);
        }
        let before = noun.name.checked_sub(1)?;
        let token = &self.sentence.tokens[before];
        if self.is(token.word, Class::Indefinite) {
            return Some(Single::Some);
        }
        let known = self.is(token.word, Class::Definite)
            || matches!(token.tag, Tag::Possessive | Tag::Genitive);
        known.then_some(Single::Known)
    }

    /// A name of two words or more.
    fn is_full_name(&self, noun: &NounGroup) -> bool {
        self.name_start(noun) < noun.head
    }

    /// Where the names begin that end with the head: "16-year-old **Amani al-Raqab**".
    fn name_start(&self, noun: &NounGroup) -> usize {
        let names = self.sentence.tokens[noun.name..noun.head].iter().rev();
        noun.head - names.take_while(|token| token.tag == Tag::Name).count()
    }

    /// The number one of a single person that a measure holds for.
    pub(super) fn one(&self, at: usize, found: &Found) -> Option<Quantity> {
        let measure = found.measure?;
        let noun = self.phrases[at].noun()?;
        let harmed = self.is_harm(measure);
        let single = self.single(at)?;
        let fits = match single {
            Single::Some => true,
            Single::Known | Single::Doer | Single::Both => harmed,
            // "hurt Boeing": one word may be anything, but it is a person who is killed
            Single::Named => {
                harmed
                    && (self.is_full_name(noun) || self.lexicon.measures.killed() == Some(measure))
            }
        };
        let number = if single == Single::Both { 2 } else { 1 };
        fits.then(|| Quantity::exactly(Amount::from(number)))
    }

    /// "civilians", "a number of civilians": no figure at all.
    pub(super) fn is_vague(&self, at: usize) -> bool {
        let Some(noun) = self.phrases[at].noun() else {
            return false;
        };
        match noun.quantity {
            Some(quantity) => {
                let quantity = &self.quantities[quantity].quantity;
                quantity.form() == Form::Vague && quantity.high().is_none()
            }
            None => self.sentence.tokens[noun.head].tag == Tag::Nouns,
        }
    }

    /// "others", and no noun: "five were killed and **others** hurt".
    pub(super) fn is_others(&self, at: usize) -> bool {
        let tokens = &self.sentence.tokens[self.phrases[at].tokens.clone()];
        matches!(tokens, [others] if self.is(others.word, Class::Others)
            && others.text(self.text).ends_with('s'))
    }

    /// "civilians were killed": nobody says how many, but more than one.
    pub(super) fn unnumbered(&self, at: usize, found: &Found) -> Option<Quantity> {
        let noun = self.phrases[at].noun()?;
        let head = &self.sentence.tokens[noun.head];
        let alone = self.phrases[at].tokens.start == noun.name && !noun.partitive;
        let role = self.lexicon.roles.nouns().word(head.word);
        let many = noun.named && head.tag == Tag::Nouns && role.is_some_and(|role| !role.singular);
        // "and others were hurt"
        let fits = alone && found.deed && (many || self.is_others(at));
        (fits && found.measure.is_some_and(|measure| self.is_harm(measure)))
            .then(|| Quantity::vague(Amount::from(2), None))
    }

    /// Whether a measure is one of harm to persons: killed, wounded, shot.
    pub(super) fn is_harm(&self, measure: MeasureId) -> bool {
        let within = self.lexicon.measures.within(measure);
        within.is_some_and(|within| &**within == "casualties")
    }

    /// A person as a group of their own, inside the people.
    pub(super) fn person(&self, noun: &NounGroup) -> Group {
        let words = self.name_start(noun)..noun.head + 1;
        let name: Arc<str> = self
            .sentence
            .stretch(words)
            .slice(self.text)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .into();
        Group {
            name: name.clone(),
            side: None,
            kinds: vec![name, "people".into()],
        }
    }
}
