//! Figures that stand for several: "13 soldiers **on each side**", "**two separate clashes** killed 13".

use std::{collections::BTreeMap, ops::Range, sync::Arc};

use super::{Claim, ClaimId, Content, Whole, scope::distance};
use crate::{
    Group, Lexicon, QuantityMention,
    lexicon::{Class, NationForm},
    phrase::Phrase,
    sentence::Sentence,
    topic::happening,
};

/// More happenings than these are no longer told apart.
const MOST: i64 = 12;

/// One of the sides that a sentence names.
struct Side {
    nation: Arc<str>,
    /// The word that says so: "Turkish", "Turkey".
    word: String,
    is_adjective: bool,
}

impl Side {
    /// "soldiers" of this side: "Turkish soldiers".
    fn of(&self, group: &Group) -> Group {
        let name = if self.is_adjective {
            format!("{} {}", self.word, group.name)
        } else {
            format!("{} of {}", group.name, self.word)
        };
        Group {
            name: name.into(),
            side: Some(self.nation.clone()),
            kinds: group.kinds.clone(),
        }
    }
}

/// Whether "on each side" follows the words of a count.
pub(super) fn is_each_side(lexicon: &Lexicon, sentence: &Sentence, end: usize) -> bool {
    let is = |at: usize, class| {
        let token = sentence.tokens.get(at);
        token.is_some_and(|token| lexicon.grammar.is(token.word, class))
    };
    is(end + 1, Class::Each) && is(end + 2, Class::Side)
}

/// Gives each of the two sides that a sentence names its own claim, where one claim counts both:
/// the claim itself becomes that of the first side, and the second one's is given back.
///
/// A part goes with the whole of its own side: "13 on each side, including five Turkish soldiers".
pub(super) fn told_apart(
    lexicon: &Lexicon,
    text: &str,
    sentence: &Sentence,
    claims: &mut [Claim],
    both: &[usize],
    id: impl Fn(&Claim) -> ClaimId,
) -> Vec<Claim> {
    let mut second = Vec::new();
    let Some([one, other]) = two_sides(lexicon, text, sentence) else {
        return second;
    };
    for &index in both {
        let before = claims[index].id;
        let mut theirs = claims[index].clone();
        for (claim, side) in [(&mut claims[index], &one), (&mut theirs, &other)] {
            if let Content::Count(count) = &mut claim.content {
                count.group = side.of(&count.group);
            }
            // neither side alone did it to both
            claim.scope.agent = None;
            claim.id = id(claim);
        }
        let ours = claims[index].id;
        let wholes = BTreeMap::from([(&one.nation, ours), (&other.nation, theirs.id)]);
        for claim in claims.iter_mut() {
            if let Content::Count(count) = &mut claim.content
                && count.whole == Some(Whole::Of(before))
            {
                let own = count.group.side.as_ref().and_then(|side| wholes.get(side));
                count.whole = own.map(|&id| Whole::Of(id));
            }
        }
        second.push(theirs);
    }
    second
}

/// The two nations that a sentence names, if it names just two.
fn two_sides(lexicon: &Lexicon, text: &str, sentence: &Sentence) -> Option<[Side; 2]> {
    let mut sides: Vec<Side> = Vec::new();
    let mut at = 0;
    while at < sentence.tokens.len() {
        let Some((len, naming)) = lexicon.nations.at(text, &sentence.tokens[at..]) else {
            at += 1;
            continue;
        };
        let nation = lexicon.nations.name(naming.nation);
        if sides.iter().all(|side| side.nation != *nation) {
            sides.push(Side {
                nation: nation.clone(),
                word: sentence.stretch(at..at + len).slice(text).to_owned(),
                is_adjective: naming.form == NationForm::Adjective,
            });
        }
        at += len;
    }
    sides.try_into().ok()
}

/// Over how many happenings a sentence adds up: "**two separate clashes** killed 13", but not "in
/// the first **of two separate clashes**".
pub(super) fn happenings(
    lexicon: &Lexicon,
    sentence: &Sentence,
    phrases: &[Phrase],
    quantities: &[QuantityMention],
) -> Option<u16> {
    phrases.iter().find_map(|phrase| {
        let noun = phrase.noun()?;
        let quantity = &quantities[noun.quantity?].quantity;
        let number = quantity
            .low()
            .filter(|low| quantity.high() == Some(*low))?
            .whole()?;
        let is = |at: usize, class| lexicon.grammar.is(sentence.tokens[at].word, class);
        let separate = phrase.tokens.clone().any(|at| is(at, Class::Separate));
        let one_of = phrase
            .tokens
            .start
            .checked_sub(1)
            .is_some_and(|at| is(at, Class::Of));
        if !separate || one_of || !(2..=MOST).contains(&number) {
            return None;
        }
        happening(lexicon, sentence, noun.head..noun.head + 1)?;
        u16::try_from(number).ok()
    })
}

/// Whether the happening that a count's words stand nearest to is told apart from those before it:
/// "three more were killed **in a separate air strike**", "**another attack** killed two".
pub(super) fn is_other(
    lexicon: &Lexicon,
    sentence: &Sentence,
    phrases: &[Phrase],
    count: &Range<usize>,
) -> bool {
    let is = |at: usize, class| lexicon.grammar.is(sentence.tokens[at].word, class);
    let told_apart = |phrase: &&Phrase| {
        phrase.noun().is_some_and(|noun| noun.quantity.is_none())
            && phrase
                .tokens
                .clone()
                .any(|at| is(at, Class::Separate) || is(at, Class::Others))
    };
    // most sentences tell nothing apart, and need not be searched for their happenings
    if !phrases.iter().any(|phrase| told_apart(&phrase)) {
        return false;
    }
    let nouns = phrases
        .iter()
        .filter_map(|phrase| Some((phrase, phrase.noun()?)));
    let named = nouns.filter(|(_, noun)| {
        !count.contains(&noun.head)
            && happening(lexicon, sentence, noun.head..noun.head + 1).is_some()
    });
    let nearest = named.min_by_key(|(phrase, _)| distance(sentence, count, &phrase.tokens));
    nearest.is_some_and(|(phrase, _)| told_apart(&phrase))
}
