use std::{ops::Range, sync::Arc};

use serde::{Serialize, Serializer};

use super::{
    Quantity,
    bound::{bounded, crosses, hedged, joined, plain},
    hedge::Hedging,
    operand::Operand,
    piece::{PieceKind, Pieces},
    range::{Joint, Opener, Pair},
    unit::{Measure, Per},
};
use crate::{
    Amount, Lexicon, Span, Tag,
    lexicon::{Dimension, HedgeClass, NumeralClass, singular},
    sentence::Sentence,
};

/// A quantity where a text states it.
#[derive(Clone, Debug)]
pub struct QuantityMention {
    /// The words of the quantity with its hedge and unit: "at least 13", "3.7 million", "$25".
    pub span: Span,
    /// What it says.
    pub quantity: Quantity,
    /// The noun it counts, in the text's words: "soldiers", "observation posts".
    pub noun: Option<Arc<str>>,
    /// Its tokens in the sentence.
    pub(crate) tokens: Range<usize>,
}

impl QuantityMention {
    /// What it counts, in the singular: "soldier", "observation post".
    pub fn concept(&self) -> Option<String> {
        let noun = self.noun.as_deref()?;
        Some(match noun.rsplit_once(' ') {
            Some((before, head)) => format!("{before} {}", singular(head)),
            None => singular(noun),
        })
    }
}

impl Serialize for QuantityMention {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Fields<'a> {
            span: Span,
            #[serde(flatten)]
            quantity: &'a Quantity,
            noun: Option<&'a str>,
            concept: Option<String>,
        }
        let fields = Fields {
            span: self.span,
            quantity: &self.quantity,
            noun: self.noun.as_deref(),
            concept: self.concept(),
        };
        fields.serialize(serializer)
    }
}

/// The quantities of one tagged sentence, in reading order.
///
/// `taken[i]` is set for tokens that already belong to a date or a time of day.
pub(crate) fn quantities(
    lexicon: &Lexicon,
    text: &str,
    sentence: &Sentence,
    taken: &[bool],
) -> Vec<QuantityMention> {
    let Some(pieces) = Pieces::read(lexicon, text, sentence, taken) else {
        return Vec::new();
    };
    let mut mentions: Vec<QuantityMention> = Vec::new();
    let mut at = 0;
    while let Some(opening) = pieces.opening(at) {
        let (mut mention, next) = pieces.mention(opening);
        if let (Some(before), Some(mention)) = (mentions.last(), &mut mention)
            && is_converted(text, before, mention)
        {
            mention.quantity = mention.quantity.clone().bounded_as(&before.quantity);
        }
        mentions.extend(mention);
        at = next;
    }
    mentions
}

impl Pieces<'_> {
    /// The quantity that begins at a piece, if one does, and the piece to go on with.
    fn mention(&self, at: usize) -> (Option<QuantityMention>, usize) {
        let nothing = (None, at + 1);
        if !self.may_open(at) {
            return nothing;
        }
        let hedging = self.hedging(at);
        let Some((opener, operand)) = self.first(&hedging) else {
            return nothing;
        };
        let pair = self.pair(operand, opener);
        if let Some(pair) = &pair
            && let Some(end) = self.years(pair)
        {
            return (None, end);
        }
        let range = pair
            .filter(|pair| self.is_range(pair, opener))
            .or_else(|| self.moved(operand, opener));
        if range.is_none() && opener != Opener::None {
            // "rose from 12 to 15" is two figures
            return nothing;
        }
        if let (Some(pair), None) = (&pair, &range)
            && pair.joint == Joint::Dash
            && pair.first.is_bare()
            && pair.second.is_bare()
        {
            return (None, pair.second.end);
        }
        let last = range.map_or(operand, |pair| pair.second);
        let whole = Operand {
            start: operand.start,
            ..last
        };
        if let Some(end) = self.bystander(&hedging, &whole) {
            return (None, end.max(at + 1));
        }
        match self.build(&hedging, operand, range.as_ref()) {
            Some((mention, end)) => (Some(mention), end),
            None => nothing,
        }
    }

    /// The cheap question: whether a hedge, a number or a currency may stand there.
    fn may_open(&self, at: usize) -> bool {
        let word = self.word(at);
        let inside = at > 1
            && self.is_hyphen(at - 1)
            && self
                .get(at - 2)
                .is_some_and(|piece| piece.kind == PieceKind::Word)
            && self.numeral(at - 2).is_none();
        let opens = self.is_number(at)
            || self.numeral(at).is_some()
            || self.lexicon.hedges.before.opens(word)
            || self.lexicon.numerals.vague.opens(word)
            || self.lexicon.units.before.opens(word)
            || self.is(at, NumeralClass::Article)
            || self.is(at, NumeralClass::Minus)
            || self.is_hedge(at, HedgeClass::From)
            || self.is_hedge(at, HedgeClass::Between)
            || self.is_hedge(at, HedgeClass::Dash);
        opens && !inside
    }

    /// The first number behind the hedges, over fillers: "at least **an additional** 13".
    fn first(&self, hedging: &Hedging) -> Option<(Opener, Operand)> {
        let mut at = hedging.next;
        let opener = if self.is_hedge(at, HedgeClass::Between) {
            Opener::Between
        } else if self.is_hedge(at, HedgeClass::From) {
            Opener::From
        } else {
            Opener::None
        };
        if opener != Opener::None {
            let inner = self.hedging(at + 1);
            return Some((opener, self.operand(inner.next, inner.bound.is_some())?));
        }
        let hedged = hedging.bound.is_some();
        for _ in 0..3 {
            if let Some(operand) = self.operand(at, hedged) {
                return Some((opener, operand));
            }
            if !hedged {
                return None;
            }
            at = self.filler(at)?;
        }
        None
    }

    /// The mention that its parts make, and the piece behind it; `None` where a date holds it.
    fn build(
        &self,
        hedging: &Hedging,
        first: Operand,
        range: Option<&Pair>,
    ) -> Option<(QuantityMention, usize)> {
        let (low, high) = range.map_or((first, None), |pair| (pair.first, Some(pair.second)));
        let last = high.unwrap_or(low);
        let mut measure = last.measure;
        measure.unit = measure.unit.or(low.measure.unit);
        let timed = measure
            .unit
            .is_some_and(|unit| self.dimension(unit) == Dimension::Time);
        let parts = [first.start..low.end, last.start..last.end];
        if !timed && parts.into_iter().flatten().any(|at| self.is_taken(at)) {
            return None;
        }
        let mut end = last.end;
        let mut start = hedging.start;
        let mut bound = hedging.bound;
        if hedging.place && timed && !self.hedges_stretch(hedging.start) {
            (bound, start) = (None, first.start);
        }
        if let Some((behind, after)) = self.hedge_behind(end) {
            bound = Some(bound.map_or(behind, |bound| bound.min(behind)));
            end = after;
        }
        let mut quantity = match (bound, high) {
            (Some(bound), None) => match self.other_bound(end, bound) {
                Some((other, operand)) if crosses(bound, &low, other, &operand) => {
                    end = operand.end;
                    bounded(bound, &low, other, &operand)
                }
                _ => hedged(bound, low.number.value),
            },
            (None, None) => plain(low.number.value),
            (_, Some(high)) => joined(low.number.value, high.number.value),
        };
        let tokens = self.tokens(start..end);
        let noun = self.counted(start, &last, &measure, tokens.end);
        if measure.per.is_none()
            && let Some(noun) = &noun
            && let Some((per, _)) = self.per_behind(end, noun.end)
        {
            measure.per = Some(per);
        }
        if low.number.share && measure.unit.is_none() {
            quantity = quantity.of("share");
        } else if let Some(unit) = self.unit_of(measure) {
            quantity = quantity.measured_in(unit);
        }
        let mention = QuantityMention {
            span: self.span(start..end),
            quantity,
            noun: noun.map(|noun| one_line(&self.text[noun])),
            tokens,
        };
        Some((mention, end))
    }

    /// The stretch of text that names what is counted.
    fn counted(
        &self,
        start: usize,
        last: &Operand,
        measure: &Measure,
        token: usize,
    ) -> Option<Range<usize>> {
        if let Some(member) = last.member {
            let span = self.span(member..member + 1);
            return Some(span.start()..span.end());
        }
        let tokens = if measure.unit.is_some() || measure.per.is_some() {
            let name = self.slice(last.end - 1);
            let words = last.end > last.number.end;
            let plural = words && name.len() > 2 && name.ends_with(['s', 'S']);
            self.measured_noun(token, !plural)?
        } else {
            // "(5) martyrs"
            let closed =
                self.is_mark(last.end, ")") && self.is_mark(last.start.wrapping_sub(1), "(");
            let many = last.exact() != Some(Amount::from(1));
            let before = self.before(start).map(|before| before.token as usize);
            let inside = before.is_some_and(|before| {
                matches!(
                    self.tokens[before].tag,
                    Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Preposition
                )
            });
            self.noun(token + usize::from(closed), many, inside)?
        };
        let span = self
            .tokens
            .get(tokens.start)?
            .span()
            .to(self.tokens.get(tokens.end - 1)?.span());
        Some(span.start()..span.end())
    }

    /// "3,000 tests **per day**": the rate behind the noun that ends at a byte.
    fn per_behind(&self, mut at: usize, byte: usize) -> Option<(Per, usize)> {
        while at < self.len() && self.span(at..at + 1).start() < byte {
            at += 1;
        }
        self.per(at)
    }
}

/// "more than 100 kilometres **(60 miles)**": the same measure in another unit, under the same bound.
fn is_converted(text: &str, before: &QuantityMention, mention: &QuantityMention) -> bool {
    let between = &text[before.span.end()..mention.span.start()];
    let behind = &text[mention.span.end()..];
    between.trim() == "("
        && behind.starts_with(')')
        && before.quantity.unit().is_some()
        && mention.quantity.unit().is_some()
}

/// A stretch of text with its line breaks as blanks.
fn one_line(text: &str) -> Arc<str> {
    if text.contains(['\n', '\r', '\t']) {
        return text.split_whitespace().collect::<Vec<_>>().join(" ").into();
    }
    text.into()
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;
    use proptest::prelude::*;

    /// Pieces that the grammar reads, and some that it does not.
    const PIECES: [&str; 40] = [
        "six",
        "-",
        " ",
        "12",
        "1.5",
        ",",
        ".",
        "$",
        "bn",
        "half",
        "of",
        "a",
        "dozen",
        "and",
        "to",
        "between",
        "or more",
        "%",
        "years",
        "old",
        "hundreds",
        "in",
        "five",
        "thirds",
        "(",
        ")",
        "–",
        "km",
        "per",
        "at least",
        "minus",
        "m",
        "/",
        "’s",
        "½",
        "ß",
        "\u{a0}",
        "magnitude",
        "up to",
        ":",
    ];

    proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,60}") {
            told(&text);
        }

        #[test]
        fn no_row_of_pieces_panics(row in proptest::collection::vec(0..PIECES.len(), 0..24)) {
            let text: String = row.into_iter().map(|piece| PIECES[piece]).collect();
            told(&text);
        }
    }

    #[test]
    fn a_long_sentence_takes_no_longer_a_word() {
        for piece in [
            "six-",
            "300 ",
            "hundreds of ",
            "12-",
            "a ",
            "one in ",
            "at least ",
            "million ",
        ] {
            told(&piece.repeat(2_000));
        }
    }
}
