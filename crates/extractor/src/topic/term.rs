use std::{cmp::Reverse, collections::BTreeMap, sync::Arc};

use crate::{
    Document, StableHash, Tag,
    article::Heading,
    place::fold,
    sentence::Sentence,
    token::{Token, TokenKind},
};

/// The most terms that a document keeps.
const TERMS: usize = 120;
/// What a term counts for when terms are chosen: in the headline, in the lead, later.
const WEIGHTS: [u32; 3] = [6, 3, 1];
/// A name counts for more than a word.
const NAME: u32 = 3;

/// A term where it first stands, and what it has gathered.
struct Term<'t> {
    word: &'t str,
    count: u32,
    weight: u32,
}

/// Names, nouns and numbers in folded form, with how often they stand in headline and text; those
/// that say most where there are too many.
pub(crate) fn terms(
    document: &Document,
    heading: Option<&Heading<'_>>,
    sentences: &[Sentence],
) -> BTreeMap<Arc<str>, u32> {
    let lead = super::lead(sentences);
    let mut terms: BTreeMap<u64, Term<'_>> = BTreeMap::new();
    let headline = heading.map(|heading| (heading.text, &heading.sentence, WEIGHTS[0]));
    let text = sentences.iter().enumerate().map(|(at, sentence)| {
        let weight = if at < lead { WEIGHTS[1] } else { WEIGHTS[2] };
        (document.text.as_str(), sentence, weight)
    });
    let mut key = String::new();
    for (text, sentence, weight) in headline.into_iter().chain(text) {
        for token in &sentence.tokens {
            let Some(name) = content(token, text) else {
                continue;
            };
            let word = token.text(text);
            stem(word, &mut key);
            let hash = StableHash::default().with(&key).value();
            let term = terms.entry(hash).or_insert(Term {
                word,
                count: 0,
                weight: 0,
            });
            term.count += 1;
            term.weight += weight * if name { NAME } else { 1 };
        }
    }
    let mut terms: Vec<Term<'_>> = terms.into_values().collect();
    if terms.len() > TERMS {
        terms.sort_by_key(|term| (Reverse(term.weight), term.word));
        terms.truncate(TERMS);
    }
    terms
        .iter()
        .map(|term| {
            stem(term.word, &mut key);
            (key.as_str().into(), term.count)
        })
        .collect()
}

/// Whether the token says something of its document alone, and whether it is a name.
fn content(token: &Token, text: &str) -> Option<bool> {
    let length = token.span().len();
    match token.kind {
        TokenKind::Number => (length > 1).then_some(false),
        TokenKind::Mixed => Some(true),
        TokenKind::Word if length > 2 => match token.tag {
            Tag::Name | Tag::Names => Some(token.text(text).starts_with(char::is_uppercase)),
            Tag::Noun | Tag::Nouns | Tag::Adjective => Some(false),
            _ => None,
        },
        _ => None,
    }
}

/// Folded, and without the plural's ending: "Villages" is "village".
fn stem(word: &str, key: &mut String) {
    key.clear();
    if !fold::fold(word, key) {
        key.clear();
        key.extend(word.chars().flat_map(char::to_lowercase));
    }
    if key.len() > 4 && key.ends_with('s') && !key.ends_with("ss") && !key.ends_with("us") {
        key.pop();
    }
}
