use super::{piece::Pieces, sum::Sum};
use crate::{
    Amount, Tag,
    lexicon::{Numeral, NumeralClass},
};

impl Pieces<'_> {
    /// Digits, with the thousands behind them where blanks part them: "1 300".
    pub(super) fn digits(&self, at: usize) -> Option<(Amount, usize)> {
        let (mut amount, _) = Amount::leading(self.slice(at))?;
        let mut end = at + 1;
        if self.slice(at).len() > 3 || self.slice(at).starts_with('0') {
            return Some((amount, end));
        }
        while self.is_group(end) {
            let (thousands, _) = Amount::leading(self.slice(end))?;
            amount = amount.times(1000).plus(thousands);
            end += 1;
        }
        Some((amount, end))
    }

    /// "1.3e6", "6.2x10^-4", "2.5^3": digits with an exponent.
    pub(super) fn exponent(&self, at: usize) -> Option<(Amount, usize)> {
        let digits = self.get(at)?.end as usize;
        let rest = &self.text[digits..];
        let (ten, mark) = match rest.as_bytes().first()? {
            b'e' => (true, 1),
            b'E' if rest[1..].starts_with(['+', '-']) => (true, 1),
            b'x' if rest.starts_with("x10^") => (true, 4),
            b'^' => (false, 1),
            _ if rest.starts_with("×10^") => (true, "×10^".len()),
            _ => return None,
        };
        let sign = usize::from(rest[mark..].starts_with(['+', '-']));
        let behind = &rest[mark + sign..];
        let len = behind.bytes().take_while(u8::is_ascii_digit).count();
        let mut exponent: i32 = behind[..len].parse().ok()?;
        if rest[mark..].starts_with('-') {
            exponent = -exponent;
        }
        let close = digits + mark + sign + len;
        let pieces = (at + 1..self.len().min(at + 6)).find(|&piece| {
            self.get(piece)
                .is_some_and(|piece| piece.end as usize == close)
        })?;
        let (amount, _) = Amount::leading(self.slice(at))?;
        let amount = if ten {
            amount.product(Amount::from(10).power(exponent)?)
        } else {
            amount.power(exponent)?
        };
        Some((amount, pieces + 1))
    }

    /// "three point five": the number with the decimals that are spoken behind it.
    pub(super) fn decimals(&self, whole: Amount, at: usize) -> Option<(Amount, usize)> {
        if !self.is(at, NumeralClass::Point) || self.is_hyphen(at) {
            return None;
        }
        let (mut value, mut unit, mut end) = (whole, Amount::from(1), at + 1);
        loop {
            let (digits, step) = match self.numeral(end) {
                Some(Numeral::Ones(n @ 0..=9)) => (n, 10),
                Some(Numeral::Ones(n) | Numeral::Tens(n)) => (n, 100),
                _ => break,
            };
            unit = unit.share(1, step);
            value = value.plus(unit.times(digits));
            end += 1;
            // "point twenty-five"
            if let (Some(Numeral::Tens(_)), Some(Numeral::Ones(n @ 1..=9))) =
                (self.numeral(end - 1), self.numeral(end + 1))
                && self.is_hyphen(end)
            {
                value = value.plus(unit.times(n));
                end += 2;
            }
        }
        (end > at + 1).then_some((value, end))
    }

    /// Three digits one blank behind other digits: the "300" of "1 300".
    fn is_group(&self, at: usize) -> bool {
        let Some((before, piece)) = self.before(at).zip(self.get(at)) else {
            return false;
        };
        let digits = self.slice(at);
        let whole = digits.split('.').next().unwrap_or_default();
        let gap = self.span(at - 1..at).end()..self.span(at..at + 1).start();
        self.is_number(at)
            && whole.len() == 3
            && !digits.contains(',')
            && matches!(&self.text[gap], " " | "\u{a0}" | "\u{202f}" | "\u{2009}")
            && self.taken.get(before.token as usize) == self.taken.get(piece.token as usize)
    }

    /// The "m" of "3.7m", the "bn" of "$25 bn": the scale that a sign stands for.
    pub(super) fn sign(&self, sum: &Sum, at: usize, money: bool) -> Option<i64> {
        let scale = self.lexicon.numerals.sign(self.word(at))?;
        if !sum.plain {
            return None;
        }
        let (sign, glued) = (self.slice(at), self.is_glued(at));
        let unit = self.unit(at).is_some_and(|(len, _)| len == 1);
        let long = sign.len() > 1;
        let counts = if unit {
            // a metre or a million
            money || (glued && !long && (sign == "M" || self.counts_something(at + 1)))
        } else {
            money || glued || long || scale == 1000
        };
        counts.then_some(scale)
    }

    /// A unit or a plural stands there: "1.2m tons", "1.5m people".
    fn counts_something(&self, at: usize) -> bool {
        !self.is_glued(at)
            && (self.unit(at).is_some() || matches!(self.tag(at), Some(Tag::Nouns | Tag::Names)))
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
    fn blanks_part_thousands() {
        check("A crowd of 1 300 people.", "1,300 people");
    }

    #[test]
    fn scales_follow_digits_and_signs() {
        check(
            "Some 40 thousand men, 3.7 million refugees, 300k votes, 1.5m tickets.",
            "about 40,000 men, 3,700,000 refugees, 300,000 votes, 1,500,000 tickets",
        );
    }

    #[test]
    fn exponents_are_read() {
        check(
            "It holds 1.3e6 cells, 6.2x10^-4 grams, 2^10 keys.",
            "1,300,000 cells, 0.00062 g, 1,024 keys",
        );
        check("An e4 pawn and 5e.", "");
    }

    #[test]
    fn decimals_may_be_spoken() {
        check("Three point five million people.", "3,500,000 people");
    }
}
