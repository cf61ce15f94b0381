use std::{cmp::Reverse, ops::Range, sync::Arc};

use crate::{Lexicon, article::Heading, lexicon::HappeningId, sentence::Sentence};

/// How much a mention weighs: in the headline, in the lead, later.
const WEIGHTS: [u32; 3] = [6, 3, 1];
/// A kind stands among those of a document from this share of the first one's weight on.
const SHARE: u32 = 3;
/// The most kinds that a document has.
const KINDS: usize = 4;

/// The kinds of happening that a document tells of, the most prominent first.
pub(super) fn kinds(
    lexicon: &Lexicon,
    heading: Option<&Heading<'_>>,
    sentences: &[Sentence],
    lead: usize,
) -> Vec<Arc<str>> {
    let mut weights = vec![0; lexicon.happenings.len()];
    let headline = heading.map(|heading| (WEIGHTS[0], &heading.sentence));
    let text = sentences.iter().enumerate().map(|(at, sentence)| {
        let weight = if at < lead { WEIGHTS[1] } else { WEIGHTS[2] };
        (weight, sentence)
    });
    let mut first = Vec::new();
    for (weight, sentence) in headline.into_iter().chain(text) {
        for (_, happening) in mentions(lexicon, sentence, 0..sentence.tokens.len()) {
            if weights[happening.index()] == 0 {
                first.push(happening);
            }
            weights[happening.index()] += weight;
        }
    }
    // of equals the one that is named first
    first.sort_by_key(|happening| Reverse(weights[happening.index()]));
    first.sort_by_key(|happening| {
        lexicon.happenings.is_loose(*happening) && first_is_sharp(lexicon, &weights, *happening)
    });
    let most = first
        .first()
        .map_or(0, |happening| weights[happening.index()]);
    first
        .into_iter()
        .filter(|happening| weights[happening.index()] * SHARE >= most)
        .take(KINDS)
        .map(|happening| lexicon.happenings.id(happening).clone())
        .collect()
}

/// Whether some kind says what the loose one leaves open: "an attack" that is a shooting.
fn first_is_sharp(lexicon: &Lexicon, weights: &[u32], loose: HappeningId) -> bool {
    lexicon.happenings.all().any(|other| {
        !lexicon.happenings.is_loose(other)
            && lexicon.happenings.family(other) == lexicon.happenings.family(loose)
            && weights[other.index()] * SHARE >= weights[loose.index()]
    })
}

/// The kind of happening that these tokens name, if they name one: "shelling" in "killed by shelling".
///
/// One that says much goes before one that says little; of equals the first.
pub(crate) fn happening(
    lexicon: &Lexicon,
    sentence: &Sentence,
    tokens: Range<usize>,
) -> Option<Arc<str>> {
    let named = mentions(lexicon, sentence, tokens);
    let found = named.min_by_key(|(_, happening)| lexicon.happenings.is_loose(*happening));
    found.map(|(_, happening)| lexicon.happenings.id(happening).clone())
}

/// Where the tokens name happenings, and which.
fn mentions<'s>(
    lexicon: &'s Lexicon,
    sentence: &'s Sentence,
    tokens: Range<usize>,
) -> impl Iterator<Item = (usize, HappeningId)> + 's {
    let end = tokens.end.min(sentence.tokens.len());
    let mut at = tokens.start;
    std::iter::from_fn(move || {
        while at < end {
            let token = &sentence.tokens[at];
            let words = sentence.tokens[at..end].iter().map(|token| token.word);
            if let Some((len, happening)) = lexicon.happenings.at(token.tag, words) {
                at += len;
                return Some((at - len, happening));
            }
            at += 1;
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let lexicon = Lexicon::builtin();
        let sentence = Sentence::read(lexicon, text, Span::new(0, text.len()));
        let found = happening(lexicon, &sentence, 0..sentence.tokens.len());
        assert_eq!(found.as_deref().unwrap_or(""), expected, "{text}");
    }

    #[test]
    fn a_clause_names_its_happening() {
        check(
            "Nine people died when a suicide bomber struck a market.",
            "bombing",
        );
        check("Warplanes hit the village at dawn.", "airstrike");
        check("The quake was felt as far as the coast.", "earthquake");
        check("Four were stabbed outside a bar.", "stabbing");
    }

    #[test]
    fn the_longest_words_tell() {
        check(
            "At least 40 died in a suspected gas attack.",
            "chemical_attack",
        );
        check("The truck bomb went off near a school.", "bombing");
    }

    #[test]
    fn nouns_are_told_from_verbs() {
        check("Police opened fire on the crowd.", "shooting");
        check("A fire swept through the warehouse.", "fire");
    }

    #[test]
    fn what_names_no_happening_is_silent() {
        check("The minister arrived in the morning.", "");
    }
}
