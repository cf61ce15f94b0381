use borsh::{BorshDeserialize, BorshSerialize};
use std::fmt;

use serde::{Serialize, Serializer};

/// A number as news states it, exact to a billionth of a thousandth: 6, 3.7 million, magnitude 6.1.
///
/// Fixed point, so that equal figures are equal, sort and hash the same everywhere.
///
/// ```
/// use rashomon_extractor::Amount;
/// assert_eq!(Amount::parse("3.7").unwrap().times(1_000_000), Amount::from(3_700_000));
/// assert_eq!(Amount::parse("6.10").unwrap().to_string(), "6.1");
/// ```
#[derive(
    BorshDeserialize,
    BorshSerialize,
    Clone,
    Copy,
    Debug,
    Default,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd,
)]
pub struct Amount(i128);

/// Digits behind the point.
const DECIMALS: usize = 12;

const ONE: i128 = 10_i128.pow(DECIMALS as u32);

/// Digits behind the point that readers are shown.
const SHOWN: u32 = 6;

impl Amount {
    /// Nobody, nothing.
    pub const ZERO: Self = Self(0);

    /// Reads digits with an optional decimal point and thousands separators: "700,000", "6.1".
    ///
    /// `None` where the text is no such number or has more than thirty digits.
    pub fn parse(text: &str) -> Option<Self> {
        let (amount, len) = Self::leading(text)?;
        (len == text.len()).then_some(amount)
    }

    /// The number that a text begins with, and how many bytes it takes: "3.7m" is 3.7 in three bytes.
    ///
    /// A comma parts thousands ("12,500") or lakhs ("12,34,500"), never decimals.
    pub(crate) fn leading(text: &str) -> Option<(Self, usize)> {
        let bytes = text.as_bytes();
        let digits = |from: usize| {
            let rest = bytes.get(from..).unwrap_or_default();
            rest.iter().take_while(|b| b.is_ascii_digit()).count()
        };
        let group = |at: usize| match bytes.get(at) {
            Some(b',') => digits(at + 1),
            _ => 0,
        };
        let mut end = digits(0);
        if (1..=3).contains(&end) {
            let mut lakhs = end;
            while group(lakhs) == 2 {
                lakhs += 3;
            }
            if group(lakhs) == 3 {
                end = lakhs;
            }
            while group(end) == 3 {
                end += 4;
            }
        }
        let (mut whole, decimals) = (end, digits(end + 1));
        if let Some((dotted, all)) = dotted(bytes, end) {
            (whole, end) = (dotted, all);
        } else if bytes.get(end) == Some(&b'.') && decimals > 0 {
            end += 1 + decimals;
        }
        if end == 0 || bytes[..whole].iter().filter(|b| b.is_ascii_digit()).count() > 30 {
            return None;
        }
        let mut parts: i128 = 0;
        for digit in bytes[..whole].iter().filter(|b| b.is_ascii_digit()) {
            parts = parts
                .checked_mul(10)?
                .checked_add(i128::from(digit - b'0'))?;
        }
        let part = bytes[whole..end].iter().skip(1).map(|b| b - b'0');
        for digit in part.chain(std::iter::repeat(0)).take(DECIMALS) {
            parts = parts.checked_mul(10)?.checked_add(i128::from(digit))?;
        }
        Some((Self(parts), end))
    }

    /// This many times a whole number; at the far end of the scale it stays there.
    #[must_use]
    pub fn times(self, factor: i64) -> Self {
        Self(self.0.saturating_mul(i128::from(factor)))
    }

    /// Product of two amounts: three point seven times a million.
    #[must_use]
    pub fn product(self, other: Self) -> Self {
        if let Some(product) = self.0.checked_mul(other.0) {
            return Self(product / ONE);
        }
        let whole = (self.0 / ONE).saturating_mul(other.0);
        Self(whole.saturating_add((self.0 % ONE).saturating_mul(other.0 / ONE)))
    }

    /// `numerator/denominator` of it, rounded towards zero at the last decimal.
    #[must_use]
    pub fn share(self, numerator: i64, denominator: i64) -> Self {
        Self(self.0.saturating_mul(i128::from(numerator)) / i128::from(denominator.max(1)))
    }

    /// How much `count` of `whole` is, rounded at the last decimal: two thirds is 0.666666666667.
    #[must_use]
    pub fn ratio(count: i64, whole: i64) -> Self {
        let (count, whole) = (i128::from(count) * ONE, i128::from(whole.max(1)));
        Self((count + whole / 2) / whole)
    }

    /// A number raised to a whole power: "10^6", "2.5^-1"; `None` where it does not fit.
    pub(crate) fn power(self, exponent: i32) -> Option<Self> {
        let mut power = Self(ONE);
        for _ in 0..exponent.unsigned_abs().min(64) {
            power = match self.whole() {
                Some(whole) => Self(power.0.checked_mul(i128::from(whole))?),
                None => Self(power.0.checked_mul(self.0)? / ONE),
            };
        }
        match exponent {
            0.. => Some(power),
            _ if power.0 == 0 => None,
            _ => Some(Self(ONE.checked_mul(ONE)? / power.0)),
        }
    }

    /// The sum of two amounts.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// What is left after taking `other` away; may be negative.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// The same distance on the other side of nought: "minus 40".
    #[must_use]
    pub fn negated(self) -> Self {
        Self(self.0.saturating_neg())
    }

    /// Whether it lies below nought.
    pub fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// The whole number it is, if it is one and fits.
    pub fn whole(self) -> Option<i64> {
        if self.0 % ONE == 0 {
            i64::try_from(self.0 / ONE).ok()
        } else {
            None
        }
    }

    /// As a floating number, for printing and for measures of likeness only.
    #[allow(clippy::cast_precision_loss)]
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / ONE as f64
    }
}

/// "1.200.000", "1.234,5": thousands that dots part, as on the continent, behind digits that end at a
/// byte; where the whole number ends, and where the decimals behind its comma do.
fn dotted(bytes: &[u8], first: usize) -> Option<(usize, usize)> {
    let digits = |from: usize| {
        let rest = bytes.get(from..).unwrap_or_default();
        rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
    };
    if !(1..=3).contains(&first) || bytes.get(first) != Some(&b'.') || bytes[0] == b'0' {
        return None;
    }
    let (mut end, mut groups) = (first, 0);
    while bytes.get(end) == Some(&b'.') && digits(end + 1) == 3 {
        end += 4;
        groups += 1;
    }
    let decimals = match bytes.get(end) {
        Some(b',') if groups > 0 && matches!(digits(end + 1), 1 | 2) => 1 + digits(end + 1),
        // "192.168.100.2"
        Some(b'.') if digits(end + 1) > 0 => return None,
        _ => 0,
    };
    (groups > 1 || decimals > 0).then_some((end, end + decimals))
}

impl From<i64> for Amount {
    fn from(whole: i64) -> Self {
        Self(i128::from(whole) * ONE)
    }
}

/// "3,700,000" and "6.1": grouped by thousands, without needless zeros.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = 10_u128.pow(SHOWN);
        let fine = ONE.unsigned_abs() / unit;
        let shown = self.0.unsigned_abs().saturating_add(fine / 2) / fine;
        let digits = (shown / unit).to_string();
        if self.0 < 0 {
            f.write_str("-")?;
        }
        for (i, digit) in digits.char_indices() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                f.write_str(",")?;
            }
            write!(f, "{digit}")?;
        }
        let part = shown % unit;
        if part > 0 {
            write!(f, ".{}", format!("{part:06}").trim_end_matches('0'))?;
        }
        Ok(())
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.whole() {
            Some(whole) => serializer.serialize_i64(whole),
            None => serializer.serialize_f64(self.to_f64()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(Amount::parse(text).unwrap().to_string(), expected);
    }

    #[test]
    fn separators_and_decimals_are_read() {
        check("700,000", "700,000");
        check("3.7", "3.7");
        check("6.10", "6.1");
        check(".5", "0.5");
        check("007", "7");
        check("12,34,500.5", "1,234,500.5");
    }

    #[test]
    fn dots_may_part_thousands() {
        check("1.200.000", "1,200,000");
        check("1.234,5", "1,234.5");
        check("1.234", "1.234");
        assert_eq!(Amount::parse("192.168.100.2"), None);
    }

    #[test]
    fn powers_are_exact_or_nothing() {
        let power = |text: &str, exponent| {
            let power = Amount::parse(text).unwrap().power(exponent)?;
            Some(power.to_string())
        };
        assert_eq!(power("10", 6).as_deref(), Some("1,000,000"));
        assert_eq!(power("2.5", 2).as_deref(), Some("6.25"));
        assert_eq!(power("2", -2).as_deref(), Some("0.25"));
        assert_eq!(power("0", -1), None);
        assert_eq!(power("1000", 60), None);
    }

    #[test]
    fn a_number_ends_where_its_digits_end() {
        for (text, amount, len) in [
            ("3.7m", "3.7", 3),
            ("12, 15", "12", 2),
            ("12.", "12", 2),
            ("12,5", "12", 2),
        ] {
            let (read, end) = Amount::leading(text).unwrap();
            assert_eq!((read.to_string().as_str(), end), (amount, len), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "",
            ".",
            "12a",
            "1.2.3",
            "-4",
            "1,2",
            "1234,567",
            "22,24,26",
            "9999999999999999999999999999999",
        ] {
            assert_eq!(Amount::parse(text), None, "{text}");
        }
    }
}
