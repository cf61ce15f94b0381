use super::{
    numeral::{Lead, Number, Value},
    piece::Pieces,
};
use crate::{
    Amount, Tag,
    lexicon::{Class, Numeral, NumeralClass},
};

impl Pieces<'_> {
    /// Shares that no number opens: "half", "a third of", "¾", "1/2".
    pub(super) fn half(&self, at: usize, lead: Lead) -> Option<Number> {
        match self.numeral(at) {
            Some(Numeral::Fraction(a, b)) => return Some(shared(a, b, at + 1)),
            Some(Numeral::Part(2, false)) => return self.bare_half(at, lead),
            Some(Numeral::Part(4, false)) => return self.of_scale(1, 4, at + 1),
            _ => {}
        }
        if let Some(share) = self.quotient(at) {
            return Some(share);
        }
        if !self.is(at, NumeralClass::Article) || self.is_before(at, NumeralClass::PartBefore) {
            return None;
        }
        let Some(Numeral::Part(parts, false)) = self.numeral(at + 1) else {
            return None;
        };
        let scaled = self.of_scale(1, parts, at + 2);
        let stands = self.is(at + 2, NumeralClass::Of)
            || (parts == 2 && !self.is_hyphen(at + 2))
            || (parts != 4 && (lead.hedged || self.ends_here(at + 2)));
        scaled.or_else(|| stands.then(|| shared(1, parts, at + 2)))
    }

    /// "half the men", "half of them", "half a million", "half an hour", but not "the second half",
    /// "half empty", "cut in half"
    fn bare_half(&self, at: usize, lead: Lead) -> Option<Number> {
        let half = shared(1, 2, at + 1);
        if let Some(number) = self.of_scale(1, 2, at + 1) {
            return Some(number);
        }
        if self.is(at + 1, NumeralClass::Article) && self.unit(at + 2).is_some() {
            return Some(Number {
                share: false,
                end: at + 2,
                ..half
            });
        }
        if self.is_hyphen(at + 1) {
            return self.unit(at + 2).is_some().then_some(Number {
                share: false,
                ..half
            });
        }
        let before = self.is_before(at, NumeralClass::PartBefore)
            || self.is_before(at, NumeralClass::In)
            || self.is(at + 1, NumeralClass::PartAfter);
        let whole = self.is(at + 1, NumeralClass::Of)
            || matches!(
                self.tag(at + 1),
                Some(Tag::Determiner | Tag::Possessive | Tag::Nouns | Tag::Names)
            );
        (!before && (whole || lead.hedged)).then_some(half)
    }

    /// "3/4", but not the date "9/11"
    fn quotient(&self, at: usize) -> Option<Number> {
        let glued = self.is_number(at)
            && self.is_mark(at + 1, "/")
            && self.is_number(at + 2)
            && self.is_glued(at + 1)
            && self.is_glued(at + 2);
        let minus = at > 0 && matches!(self.slice(at - 1), "-" | "−");
        if !glued || (self.is_glued(at) && !minus) {
            return None;
        }
        let (a, _) = Amount::leading(self.slice(at))?;
        let (b, _) = Amount::leading(self.slice(at + 2))?;
        if a >= b || !self.lexicon.numerals.is_fraction(a, b) {
            return None;
        }
        Some(shared(a.whole()?, b.whole()?, at + 3))
    }

    /// "half a million", "quarter million", "two thirds of a million": the share of a scale is a number.
    fn of_scale(&self, count: i64, parts: i64, end: usize) -> Option<Number> {
        let mut next = end + usize::from(self.is(end, NumeralClass::Of));
        next += usize::from(self.is(next, NumeralClass::Article));
        next += usize::from(self.is_hyphen(next));
        let Some(Numeral::Scale(scale)) = self.numeral(next) else {
            return None;
        };
        Some(Number {
            scale: Some(scale),
            ..Number::exact(Amount::from(count).times(scale).share(1, parts), next + 1)
        })
    }

    /// What a fraction behind a number makes of it: "two thirds", "two and a half million", "one in five".
    pub(super) fn with_fraction(&self, at: usize, number: Number, lead: Lead) -> Number {
        self.parts(at, number)
            .or_else(|| self.mixed(number))
            .or_else(|| self.and_a_half(number))
            .or_else(|| self.over(at, number))
            .or_else(|| self.out_of(number, lead))
            .unwrap_or(number)
    }

    /// "two thirds", "three-quarters", but not "the first three quarters"
    fn parts(&self, at: usize, number: Number) -> Option<Number> {
        let spaced = !number.plain && self.slice(number.end) == "-" && !self.is_glued(number.end);
        let (parts, plural, end) = self.denominator(number.end + usize::from(spaced))?;
        let count = exact(number)?;
        let single = count == Amount::from(1);
        let fits = if single { !plural } else { plural && parts > 2 };
        let whole = number.scale.is_none() || (parts > 4 && !number.plain);
        if !fits || !whole || self.is_before(at, NumeralClass::PartBefore) {
            return None;
        }
        let count = count.whole()?;
        let scaled = self.of_scale(count, parts, end);
        Some(scaled.unwrap_or_else(|| shared(count, parts, end)))
    }

    /// "thirds", "twenty-fifths", "one hundred and fifth": how many parts, whether the word is plural, and
    /// the piece behind.
    fn denominator(&self, at: usize) -> Option<(i64, bool, usize)> {
        let at = at + usize::from(self.is_hyphen(at));
        let (hundreds, at) = match (self.numeral(at), self.numeral(at + 1)) {
            (Some(Numeral::Ones(n)), Some(Numeral::Scale(100))) => (
                n * 100,
                at + 2 + usize::from(self.is(at + 2, NumeralClass::And)),
            ),
            _ => (0, at),
        };
        if let Some(Numeral::Tens(tens)) = self.numeral(at)
            && let Some((ones, plural, end)) = self.below_ten(at + 1)
        {
            return Some((hundreds + tens + ones, plural, end));
        }
        match self.numeral(at) {
            Some(Numeral::Part(parts, plural)) => Some((hundreds + parts, plural, at + 1)),
            _ => None,
        }
    }

    /// The "fifths" of "twenty-fifths".
    fn below_ten(&self, at: usize) -> Option<(i64, bool, usize)> {
        let at = at + usize::from(self.is_hyphen(at));
        if self.is(at, NumeralClass::FirstPart) {
            return Some((1, self.slice(at).ends_with(['s', 'S']), at + 1));
        }
        match self.numeral(at) {
            Some(Numeral::Part(parts @ 3..=9, plural)) => Some((parts, plural, at + 1)),
            _ => None,
        }
    }

    /// Whether a denominator of two words in the plural stands there: "thirty-fifths".
    pub(super) fn is_parts(&self, at: usize) -> bool {
        self.below_ten(at + 1).is_some_and(|(_, plural, _)| plural)
    }

    /// "one over three": a fraction that is read out, where it is all that a clause says.
    fn over(&self, at: usize, number: Number) -> Option<Number> {
        if !self.is(number.end, NumeralClass::Over) {
            return None;
        }
        let opens = self.before(at).is_none()
            || self.is_before(at, NumeralClass::Minus)
            || self.lexicon.grammar.is(self.word_before(at), Class::Be);
        let below = self.cardinal_alone(number.end + 1, Lead::default())?;
        let closes = matches!(self.tag(below.end), None | Some(Tag::Punctuation));
        let (count, parts) = (exact(number)?.whole()?, exact(below)?.whole()?);
        (opens && closes && parts > 0).then(|| shared(count, parts, below.end))
    }

    /// "2 1/2 years": a whole number and a fraction.
    fn mixed(&self, number: Number) -> Option<Number> {
        if !number.plain {
            return None;
        }
        let part = self.quotient(number.end)?;
        let value = exact(number)?.plus(exact(part)?);
        Some(Number::exact(value, part.end))
    }

    /// "two and a half million", "3 million and a half", "five and three quarters"
    fn and_a_half(&self, number: Number) -> Option<Number> {
        if !self.is(number.end, NumeralClass::And) {
            return None;
        }
        let at = number.end + 1;
        let (count, part) = match self.numeral(at) {
            Some(Numeral::Ones(_) | Numeral::Tens(_)) => {
                let count = self.cardinal_alone(at, Lead::default())?;
                let end = count.end + usize::from(self.is_hyphen(count.end));
                (exact(count)?.whole()?, end)
            }
            _ if self.is(at, NumeralClass::Article) => (1, at + 1),
            _ => return None,
        };
        let Some(Numeral::Part(parts, plural)) = self.numeral(part) else {
            return None;
        };
        if (count > 1) != plural {
            return None;
        }
        let scale = match self.numeral(part + 1) {
            Some(Numeral::Scale(scale)) => Some(scale),
            _ => None,
        };
        // "six were hurt, and a third died": an ordinal, or a share of its own
        let stands = plural || parts == 2 || scale.is_some() || self.ends_here(part + 1);
        if !stands {
            return None;
        }
        let whole = exact(number)?;
        let share = Amount::from(count).share(1, parts);
        let value = match (number.scale, scale) {
            (None, Some(scale)) => whole.plus(share).times(scale),
            (Some(_), Some(scale)) => whole.plus(share.times(scale)),
            (Some(scale), None) if scale >= 1000 => whole.plus(share.times(scale)),
            _ => whole.plus(share),
        };
        Some(Number {
            scale: scale.or(number.scale),
            ..Number::exact(value, part + 1 + usize::from(scale.is_some()))
        })
    }

    fn ends_here(&self, at: usize) -> bool {
        self.unit(at).is_some()
            || matches!(self.tag(at), None | Some(Tag::Nouns | Tag::Punctuation))
    }

    /// "one in five", "three out of four", "nine in every ten"
    fn out_of(&self, number: Number, lead: Lead) -> Option<Number> {
        let count = exact(number)?.whole()?;
        let mut next = number.end;
        let certain = if self.is(next, NumeralClass::Out) && self.is(next + 1, NumeralClass::Of) {
            next += 2;
            true
        } else if self.is(next, NumeralClass::In) || self.is(next, NumeralClass::Of) {
            next += 1;
            self.is(next, NumeralClass::Every)
        } else {
            return None;
        };
        if self.is(next, NumeralClass::Every) {
            next += 1;
        } else if self.is(next - 1, NumeralClass::Of) && !certain {
            return None;
        }
        // "four out of a dozen posts" counts posts
        let dozen = self.numeral(next) == Some(Numeral::Scale(12));
        if dozen || self.is_taken(next) || !(1..100).contains(&count) || number.scale.is_some() {
            return None;
        }
        let whole = self.cardinal_alone(next, Lead::default())?;
        let of = exact(whole)?.whole()?;
        // "killed two in three attacks" counts the dead of three attacks
        let fits =
            of > count && (certain || (!lead.verb && (count == 1 || (count < 10 && is_round(of)))));
        fits.then(|| shared(count, of, whole.end))
    }
}

fn shared(count: i64, whole: i64, end: usize) -> Number {
    Number {
        share: true,
        ..Number::exact(Amount::ratio(count, whole), end)
    }
}

/// Wholes that shares are told of: "three in five", not "three in seven".
fn is_round(whole: i64) -> bool {
    matches!(whole, 3 | 4 | 5 | 10 | 20 | 100 | 1000)
}

fn exact(number: Number) -> Option<Amount> {
    match number.value {
        Value::Exact(value) => Some(value),
        Value::Vague(..) => None,
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
    fn parts_are_shares() {
        check(
            "Two thirds of voters, half of the town, a third of them, three-quarters of homes.",
            "0.666667 share voters, 0.5 share town, 0.333333 share, 0.75 share homes",
        );
    }

    #[test]
    fn denominators_may_take_several_words() {
        check("Three twenty-fifths of voters.", "0.12 share voters");
        check("Two hundred and seven tenths.", "200.7");
        check("One hundred forty-fifths of it.", "2.222222 share");
        check("The one hundred twenty-fifth day.", "");
    }

    #[test]
    fn over_divides_what_stands_alone() {
        check("It is one over eight.", "0.125 share");
        check("He chose two over three days.", "2, 3 days");
    }

    #[test]
    fn one_in_five_is_a_share() {
        check(
            "One in five children, nine in ten doctors, two out of three farms.",
            "0.2 share children, 0.9 share doctors, 0.666667 share farms",
        );
    }

    #[test]
    fn a_verb_counts_the_dead_of_attacks() {
        check("Gunmen killed two in three attacks.", "2, 3 attacks");
    }

    #[test]
    fn ordinals_and_periods_are_no_shares() {
        check("The second half, a third man, the third quarter.", "");
    }

    #[test]
    fn a_share_of_a_scale_is_a_number() {
        check(
            "Half a million homes and a quarter of a million cars.",
            "500,000 homes, 250,000 cars",
        );
    }

    #[test]
    fn a_whole_and_a_fraction_are_one_number() {
        check("It took 2 1/2 years.", "2.5 years");
    }
}
