//! Groups of people and things that are counted: "Turkish soldiers".

use borsh::{BorshDeserialize, BorshSerialize};
use std::{fmt, ops::Range, sync::Arc};

use serde::{Serialize, Serializer};

use crate::{Lexicon, Tag, lexicon::Class, phrase::NounGroup, sentence::Sentence};

/// Whom or what a claim counts: a side and a role, as far as the words give them.
///
/// "Turkish soldiers" has the side Turkey and the kinds soldiers, combatants, people.
#[derive(
    BorshDeserialize, BorshSerialize, Clone, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd,
)]
pub struct Group {
    /// The text's own words without the number: "Turkish soldiers"; "people" where none are given.
    pub name: Arc<str>,
    /// Country, faction or organisation they belong to: "Turkey", "Hamas".
    pub side: Option<Arc<str>>,
    /// What they are, narrowest first, each contained in the next: children, civilians, people.
    pub kinds: Vec<Arc<str>>,
}

impl Group {
    /// The group that a noun group names: "Turkish soldiers" in "at least six Turkish soldiers".
    ///
    /// `None` where only a number or a pronoun stands: "36", "five others", "101 of them".
    pub(crate) fn named(
        lexicon: &Lexicon,
        text: &str,
        sentence: &Sentence,
        noun: &NounGroup,
    ) -> Option<Self> {
        let head = sentence.tokens[noun.head].word;
        let state = noun.name == noun.head && lexicon.measures.adjectives.word(head).is_some();
        if !noun.named || state || lexicon.grammar.is(head, Class::Others) {
            return None;
        }
        if lexicon
            .grammar
            .is(sentence.tokens[noun.head].word, Class::Lives)
        {
            return Some(Self::people());
        }
        let mut start = noun.name;
        // "three other civilians", "12 more bodies": not a part of the name
        while start < noun.head
            && lexicon
                .grammar
                .is(sentence.tokens[start].word, Class::Others)
        {
            start += 1;
        }
        let name = sentence.stretch(start..noun.head + 1).slice(text);
        Some(Self {
            name: squeeze(name).into(),
            side: side(
                lexicon,
                text,
                sentence,
                start..noun.head + 1,
                noun.owner.clone(),
            ),
            kinds: kinds(lexicon, sentence, start, noun.head),
        })
    }

    /// Whether it is a group of people, as far as the lexicon knows.
    pub fn is_people(&self) -> bool {
        self.kinds.last().is_some_and(|kind| &**kind == "people")
    }

    /// What only a unit tells of: "200 metres".
    pub(crate) fn of_unit(unit: &str) -> Self {
        Self {
            name: unit.into(),
            side: None,
            kinds: Vec::new(),
        }
    }

    /// People of whom nothing more is said.
    pub fn people() -> Self {
        Self {
            name: "people".into(),
            side: None,
            kinds: vec!["people".into()],
        }
    }
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl Serialize for Group {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Serialize::serialize(&self.name, serializer)
    }
}

/// The kinds that the head names, narrowest first; an adjective may be narrower: "civilian deaths".
fn kinds(lexicon: &Lexicon, sentence: &Sentence, start: usize, head: usize) -> Vec<Arc<str>> {
    let nouns = lexicon.roles.nouns();
    let words = |from: usize| sentence.tokens[from..=head].iter().map(|token| token.word);
    // the entry that ends at the head: "aid workers" before "workers"
    for from in start..=head {
        if let Some((len, noun)) = nouns.longest(words(from))
            && from + len == head + 1
        {
            return lexicon.roles.kinds(*noun).to_vec();
        }
    }
    Vec::new()
}

/// Whose they are: a nation by its adjective, people or owner, or a faction by its name.
fn side(
    lexicon: &Lexicon,
    text: &str,
    sentence: &Sentence,
    words: Range<usize>,
    owner: Option<Range<usize>>,
) -> Option<Arc<str>> {
    let nation = |range: Range<usize>| {
        let tokens = &sentence.tokens[range];
        (0..tokens.len()).find_map(|at| {
            let (_, naming) = lexicon.nations.at(text, &tokens[at..])?;
            Some(lexicon.nations.name(naming.nation).clone())
        })
    };
    let named = |range: Range<usize>| {
        let tokens = &sentence.tokens[range.clone()];
        let is_name = |tag: Tag| matches!(tag, Tag::Name | Tag::Names);
        let first = tokens.iter().position(|token| is_name(token.tag))?;
        let last = tokens.iter().rposition(|token| is_name(token.tag))?;
        let span = sentence.stretch(range.start + first..range.start + last + 1);
        Some(squeeze(span.slice(text)).into())
    };
    let modifiers = words.start..words.end.saturating_sub(1).max(words.start);
    nation(words)
        .or_else(|| nation(owner.clone()?))
        .or_else(|| named(modifiers))
        .or_else(|| named(owner?))
}

/// Words with single blanks between them and without an editor's brackets: a page break may cut a
/// name in two.
fn squeeze(text: &str) -> String {
    text.replace(['[', ']', '(', ')'], "")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
