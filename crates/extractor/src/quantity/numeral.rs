use super::{
    piece::{PieceKind, Pieces},
    sum::Sum,
};
use crate::{
    Amount, Tag,
    lexicon::{Numeral, NumeralClass},
};

/// A number in words or digits: "two dozen", "3.7 million", "several hundred".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) value: Value,
    /// The scale that closes it, which a number before may share: "3.6 to 3.7 million".
    pub(super) scale: Option<i64>,
    /// Digits and nothing else.
    pub(super) plain: bool,
    /// A part of a whole: "two thirds", "one in five".
    pub(super) share: bool,
    /// The piece behind it.
    pub(super) end: usize,
}

/// What stands before a number, as far as it changes how it is read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lead {
    /// A currency: "$3.7m" is no length.
    pub(super) money: bool,
    /// A hedge: "nearly half".
    pub(super) hedged: bool,
    /// A verb: "killed two in three attacks" counts no share.
    pub(super) verb: bool,
}

/// What a number stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Exact(Amount),
    /// "dozens": from, to; `None` where there is no end.
    Vague(Amount, Option<Amount>),
}

impl Number {
    pub(super) fn exact(value: Amount, end: usize) -> Self {
        Self {
            value: Value::Exact(value),
            scale: None,
            plain: false,
            share: false,
            end,
        }
    }

    /// The same number of a larger thing: the 3.6 of "3.6 to 3.7 million".
    pub(super) fn scaled(self, scale: i64) -> Self {
        let last = |high: Amount| {
            high.plus(Amount::from(1))
                .times(scale)
                .minus(Amount::from(1))
        };
        let value = match self.value {
            Value::Exact(value) => Value::Exact(value.times(scale)),
            Value::Vague(low, high) => Value::Vague(low.times(scale), high.map(last)),
        };
        Self {
            value,
            scale: Some(scale),
            ..self
        }
    }

    fn negated(self) -> Self {
        match self.value {
            Value::Exact(value) => Self {
                value: Value::Exact(value.negated()),
                ..self
            },
            Value::Vague(..) => self,
        }
    }
}

impl Pieces<'_> {
    /// The number that begins there.
    pub(super) fn number(&self, at: usize, lead: Lead) -> Option<Number> {
        if let Some(behind) = self.minus(at) {
            return self.unsigned(behind, lead).map(Number::negated);
        }
        self.unsigned(at, lead)
    }

    fn unsigned(&self, at: usize, lead: Lead) -> Option<Number> {
        self.vague(at)
            .or_else(|| self.half(at, lead))
            .or_else(|| self.cardinal(at, lead))
    }

    /// "minus 40", "-1.3%": where the number behind the sign begins.
    fn minus(&self, at: usize) -> Option<usize> {
        if self.is(at, NumeralClass::Minus) {
            return Some(at + 1 + usize::from(self.is_hyphen(at + 1)));
        }
        let sign = matches!(self.slice(at), "-" | "−") && self.is_number(at + 1);
        // "COVID -19"
        let alone = self.before(at).is_none_or(|before| match before.kind {
            PieceKind::Mark => true,
            PieceKind::Word | PieceKind::Number => !self.is_glued(at),
        });
        (sign && self.is_glued(at + 1) && alone).then_some(at + 1)
    }

    /// "six", "two hundred and fifty", "3.7 million", "a dozen", "two and a half million"
    pub(super) fn cardinal(&self, at: usize, lead: Lead) -> Option<Number> {
        let number = self.cardinal_alone(at, lead)?;
        Some(self.with_fraction(at, number, lead))
    }

    /// A number without a fraction behind it.
    pub(super) fn cardinal_alone(&self, at: usize, lead: Lead) -> Option<Number> {
        let mut sum = Sum::default();
        let mut next = at;
        if self.is(at, NumeralClass::Article) {
            next += 1;
            if !matches!(self.numeral(next), Some(Numeral::Scale(_))) || self.is_result(next) {
                return None;
            }
        } else if matches!(self.numeral(at), Some(Numeral::Scale(_))) && !self.is_bare(at, lead) {
            return None;
        }
        while let Some(behind) = self.add(&mut sum, next, lead) {
            next = behind;
        }
        // "the hundred and twenty-fifth day"
        if sum.place == 10 && self.is_hyphen(next) && self.is_ordinal(next + 1) {
            return None;
        }
        let mut number = Number {
            scale: sum.scale,
            plain: sum.plain,
            ..Number::exact(sum.value()?, next)
        };
        if let Some((value, end)) = self.decimals(sum.value()?, next) {
            number = Number::exact(value, end);
            if let Some(Numeral::Scale(scale)) = self.numeral(end) {
                number = Number {
                    end: end + 1,
                    ..number.scaled(scale)
                };
            }
        }
        Some(number)
    }

    /// "hundred thousand", "nearly hundred", "Dozen soldiers": a scale that may stand without a number
    /// before it.
    fn is_bare(&self, at: usize, lead: Lead) -> bool {
        let dozen = self.numeral(at) == Some(Numeral::Scale(12))
            && self.before(at).is_none_or(|_| {
                matches!(self.tag(at - 1), Some(Tag::Preposition | Tag::Punctuation))
            })
            && matches!(
                self.tag(at + 1),
                Some(Tag::Noun | Tag::Nouns | Tag::Adjective)
            );
        dozen || lead.hedged || matches!(self.numeral(at + 1), Some(Numeral::Scale(_)))
    }

    /// "a score of 3": how a match ended.
    fn is_result(&self, at: usize) -> bool {
        self.lexicon.numerals.word(self.word(at)) == Some(Numeral::Scale(20))
            && !self.is(at + 1, NumeralClass::Of)
            || self.is(at + 1, NumeralClass::Of) && self.is_number(at + 2)
    }

    /// The "fifth" of "twenty-fifth".
    fn is_ordinal(&self, at: usize) -> bool {
        self.tag(at) == Some(Tag::Ordinal)
            || matches!(self.numeral(at), Some(Numeral::Part(3..=9, false)))
    }

    pub(super) fn numeral(&self, at: usize) -> Option<Numeral> {
        self.lexicon.numerals.word(self.word(at))
    }

    /// Adds the piece at `at` to a sum, where it fits, and says where the next one would stand.
    fn add(&self, sum: &mut Sum, at: usize, lead: Lead) -> Option<usize> {
        let joined = self.joint(sum, at);
        if self.is_number(joined) {
            if !sum.started() {
                if let Some((amount, end)) = self.exponent(joined) {
                    sum.digits(amount);
                    sum.plain = false;
                    return Some(end);
                }
                let (amount, end) = self.digits(joined)?;
                return sum.digits(amount).then_some(end);
            }
            let (amount, _) = Amount::leading(self.slice(joined))?;
            let more = joined > at || self.numeral(joined + 1) == Some(Numeral::Scale(100));
            return (more && sum.more_digits(amount)).then_some(joined + 1);
        }
        let fits = match self.numeral(joined) {
            Some(Numeral::Ones(n)) => sum.ones(n),
            // "one hundred thirty-fifths"
            Some(Numeral::Tens(_)) if sum.place == 100 && joined == at && self.is_parts(at) => {
                false
            }
            Some(Numeral::Tens(n)) => sum.tens(n),
            Some(Numeral::Scale(scale)) => sum.scale(scale),
            Some(Numeral::Fraction(a, b)) if joined == at => sum.part(a, b),
            _ => self
                .sign(sum, joined, lead.money)
                .is_some_and(|scale| sum.scale(scale)),
        };
        fits.then_some(joined + 1)
    }

    /// Skips the "and" of "two hundred and six", the hyphen of "twenty-three".
    fn joint(&self, sum: &Sum, at: usize) -> usize {
        if self.is_hyphen(at) && sum.started() && self.numeral(at + 1).is_some() {
            return at + 1;
        }
        // "fifty - two"
        let parted = sum.place == 10 && self.slice(at) == "-";
        if parted && matches!(self.numeral(at + 1), Some(Numeral::Ones(1..=9))) {
            return at + 1;
        }
        if !self.is(at, NumeralClass::And) || sum.place < 100 {
            return at;
        }
        // "two hundred and three hundred" are two numbers, "two hundred and three thousand" is one
        let ones = at + 2 + usize::from(self.is_hyphen(at + 2));
        let (more, behind) = match (self.numeral(at + 1), self.numeral(ones)) {
            (Some(Numeral::Ones(a) | Numeral::Tens(a)), Some(Numeral::Ones(b))) => {
                (a + b, ones + 1)
            }
            (Some(Numeral::Ones(a) | Numeral::Tens(a)), _) => (a, at + 2),
            _ if self.is_number(at + 1) => (0, at + 2),
            _ => return at,
        };
        match self.numeral(behind + usize::from(self.is_hyphen(behind))) {
            Some(Numeral::Scale(scale))
                if scale == sum.place || (scale > sum.place && sum.place > 100) =>
            {
                at
            }
            // "two hundred and three quarters", "a hundred and thirty fifths"
            Some(Numeral::Part(parts, _)) if more < parts => at,
            _ => at + 1,
        }
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
    fn numbers_in_words_are_added_up() {
        check(
            "Two hundred and fifty men, twenty-three women and three thousand six hundred boys.",
            "250 men, 23 women, 3,600 boys",
        );
    }

    #[test]
    fn groups_are_multiplied() {
        check(
            "Half a dozen shops, two dozen homes, a hundred trucks and a score of boats.",
            "6 shops, 24 homes, 100 trucks, 20 boats",
        );
    }

    #[test]
    fn half_a_scale_is_added() {
        check(
            "Two and a half million people, 3 million and a half sheep.",
            "2,500,000 people, 3,500,000 sheep",
        );
    }

    #[test]
    fn and_joins_what_is_smaller() {
        check(
            "Three hundred and two hundred soldiers.",
            "300, 200 soldiers",
        );
    }
}
