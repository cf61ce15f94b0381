//! Quantities: the set of true numbers that the words of a text allow.

mod interval; // a set of numbers
mod piece; // words and numbers, cut finer than tokens
mod cutter;
mod sum; // digits and number words, added up
mod digits; // "1 300", "3.7m"
mod vague; // "dozens", "several hundred"
mod numeral; // "two dozen" → 24
mod share; // "two thirds", "one in five"
mod hedge; // "at least", "or more"
mod unit; // "km", "$"
mod operand; // a number with its unit
mod range; // "30-35", "from 5 to 9"
mod bound; // "at least 13" → [13, ∞)
mod age; // "aged 12"
mod year; // "in 2019"
mod bystander; // numbers that are no quantities
mod noun; // what is counted
mod mention; // all of it, put together

use borsh::{BorshDeserialize, BorshSerialize};
use std::{fmt, sync::Arc};

use serde::{Serialize, Serializer, ser::SerializeStruct};

use crate::Amount;

pub use interval::Interval;
pub use mention::QuantityMention;
pub(crate) use mention::quantities;

/// How a figure is stated.
#[derive(
    BorshDeserialize,
    BorshSerialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd,
    Serialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// "six"
    Exact,
    /// "30-35", "between 30 and 35"
    Range,
    /// "at least 13", "more than 13"
    AtLeast,
    /// "up to 80", "fewer than 13"
    AtMost,
    /// "about 300", "nearly 700,000"
    Approx,
    /// "dozens", "several": a convention, not a figure
    Vague,
}

/// What one quantity says: its stated ends, and the numbers that would make it true.
///
/// The stated ends are what the text prints ("nearly 700,000" is 700,000 twice); [`Quantity::allows`]
/// is what it commits to (630,000 to 700,000).
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Quantity {
    low: Option<Amount>,
    high: Option<Amount>,
    low_open: bool,
    high_open: bool,
    form: Form,
    allows: Interval,
    unit: Option<Unit>,
}

/// What a figure is measured in: a short sign for reports, and its plain name for other programs.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct Unit {
    /// "USD/barrel"
    pub(crate) sign: Arc<str>,
    /// "dollar per barrel"
    pub(crate) name: Arc<str>,
    /// The sign of several: "hectares".
    pub(crate) many: Arc<str>,
}

impl Quantity {
    /// "six"
    pub fn exactly(n: Amount) -> Self {
        Self::build(Some(n), Some(n), Form::Exact, Interval::between(n, n))
    }

    /// "30-35", in whichever order the ends come.
    pub fn between(a: Amount, b: Amount) -> Self {
        let allows = Interval::between(a, b);
        Self::build(allows.low, allows.high, Form::Range, allows)
    }

    /// "more than 10 and fewer than 40": a range that may leave its ends out.
    pub fn bounded(low: Amount, low_open: bool, high: Amount, high_open: bool) -> Self {
        let allows = Interval {
            low: Some(low),
            high: Some(high),
            low_open,
            high_open,
        };
        Self {
            low_open,
            high_open,
            ..Self::build(allows.low, allows.high, Form::Range, allows)
        }
    }

    /// "at least 13"; "more than 13" leaves 13 itself out.
    pub fn at_least(n: Amount, open: bool) -> Self {
        let allows = Interval {
            low: Some(n),
            low_open: open,
            ..Interval::default()
        };
        Self {
            low_open: open,
            ..Self::build(Some(n), None, Form::AtLeast, allows)
        }
    }

    /// "up to 80"; "fewer than 80" leaves 80 itself out. Counts never fall below nought.
    pub fn at_most(n: Amount, open: bool) -> Self {
        let allows = Interval {
            low: (!n.is_negative()).then_some(Amount::ZERO),
            high: Some(n),
            high_open: open,
            low_open: false,
        };
        Self {
            high_open: open,
            ..Self::build(None, Some(n), Form::AtMost, allows)
        }
    }

    /// "about 300": within a tenth.
    pub fn about(n: Amount) -> Self {
        Self::build(
            Some(n),
            Some(n),
            Form::Approx,
            Interval::between(n.share(9, 10), n.share(11, 10)),
        )
    }

    /// "nearly 700,000": from nine tenths of it up to it.
    pub fn nearly(n: Amount) -> Self {
        Self::build(
            Some(n),
            Some(n),
            Form::Approx,
            Interval::between(n.share(9, 10), n),
        )
    }

    /// "dozens", "hundreds of thousands": the range that convention gives; `None` is open ("many").
    pub fn vague(low: Amount, high: Option<Amount>) -> Self {
        let allows = Interval {
            low: Some(low),
            high,
            ..Interval::default()
        };
        Self::build(Some(low), high, Form::Vague, allows)
    }

    fn build(low: Option<Amount>, high: Option<Amount>, form: Form, allows: Interval) -> Self {
        Self {
            low,
            high,
            low_open: false,
            high_open: false,
            form,
            allows,
            unit: None,
        }
    }

    /// The same figure, of a unit: "%", "km", "USD".
    #[must_use]
    pub fn of(self, unit: &str) -> Self {
        let sign: Arc<str> = unit.into();
        self.measured_in(Unit {
            name: sign.clone(),
            many: sign.clone(),
            sign,
        })
    }

    /// The same figure, of a unit of the lexicon.
    pub(crate) fn measured_in(self, unit: Unit) -> Self {
        Self {
            unit: Some(unit),
            ..self
        }
    }

    /// The same figure where it may count persons: a share or a plain number, no length and no time.
    pub(crate) fn persons(self) -> Option<Self> {
        let share = matches!(self.unit(), None | Some("%" | "share"));
        share.then_some(self)
    }

    /// An exact figure under the bound of another: 60 as in "more than 60".
    pub(crate) fn bounded_as(self, other: &Self) -> Self {
        let (Form::Exact, Some(n)) = (self.form, self.low) else {
            return self;
        };
        let bounded = match other.form {
            Form::AtLeast => Self::at_least(n, other.low_open),
            Form::AtMost => Self::at_most(n, other.high_open),
            Form::Approx if other.allows.high == other.high => Self::nearly(n),
            Form::Approx => Self::about(n),
            Form::Exact | Form::Range | Form::Vague => return self,
        };
        Self {
            unit: self.unit,
            ..bounded
        }
    }

    /// The lower stated figure.
    pub fn low(&self) -> Option<Amount> {
        self.low
    }

    /// The upper stated figure.
    pub fn high(&self) -> Option<Amount> {
        self.high
    }

    /// How the figure is stated.
    pub fn form(&self) -> Form {
        self.form
    }

    /// What it is measured in, where it is not a plain count.
    pub fn unit(&self) -> Option<&str> {
        self.unit.as_ref().map(|unit| &*unit.sign)
    }

    /// What several of its unit are called: "hectares".
    pub fn units(&self) -> Option<&str> {
        self.unit.as_ref().map(|unit| &*unit.many)
    }

    /// The numbers that would make the words true.
    pub fn allows(&self) -> Interval {
        self.allows
    }
}

/// "at least 13", "30–35", "about 300": short and in the field's words.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.form, self.low, self.high) {
            (Form::AtLeast, Some(n), _) if self.low_open => write!(f, "more than {n}"),
            (Form::AtLeast, Some(n), _) => write!(f, "at least {n}"),
            (Form::AtMost, _, Some(n)) if self.high_open => write!(f, "fewer than {n}"),
            (Form::AtMost, _, Some(n)) => write!(f, "up to {n}"),
            (Form::Approx, Some(n), _) if self.allows.high == Some(n) => write!(f, "nearly {n}"),
            (Form::Approx, Some(n), _) => write!(f, "about {n}"),
            (Form::Exact, Some(n), _) => write!(f, "{n}"),
            (_, Some(low), Some(high)) => write!(f, "{low}–{high}"),
            (_, Some(low), None) => write!(f, "{low} or more"),
            (_, None, Some(high)) => write!(f, "up to {high}"),
            (_, None, None) => write!(f, "some"),
        }?;
        let one = Some(Amount::from(1));
        let is_one = self.form == Form::Exact && self.low == one;
        match &self.unit {
            Some(unit) if &*unit.sign == "%" => write!(f, "%"),
            Some(unit) if is_one => write!(f, " {}", unit.sign),
            Some(unit) => write!(f, " {}", unit.many),
            None => Ok(()),
        }
    }
}

impl Serialize for Quantity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Quantity", 6)?;
        fields.serialize_field("low", &self.low)?;
        fields.serialize_field("high", &self.high)?;
        fields.serialize_field("low_open", &self.low_open)?;
        fields.serialize_field("high_open", &self.high_open)?;
        fields.serialize_field("form", &self.form)?;
        let unit = self.unit.as_ref().map(|unit| &*unit.name);
        fields.serialize_field("unit", &unit)?;
        fields.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lexicon, Span, sentence::Sentence};

    /// The quantities of a sentence with their nouns, in a line: "at least 13 soldiers, 30–35".
    pub(super) fn told(text: &str) -> String {
        let lexicon = Lexicon::builtin();
        let sentence = Sentence::read(lexicon, text, Span::new(0, text.len()));
        let taken = vec![false; sentence.tokens.len()];
        let told: Vec<String> = quantities(lexicon, text, &sentence, &taken)
            .into_iter()
            .map(|mention| match mention.noun {
                Some(noun) => format!("{} {noun}", mention.quantity),
                None => mention.quantity.to_string(),
            })
            .collect();
        told.join(", ")
    }

    #[test]
    fn a_bound_commits_to_one_side_only() {
        let n = Amount::from(13);
        assert!(
            Quantity::at_least(n, false)
                .allows()
                .meets(Quantity::exactly(Amount::from(20)).allows())
        );
        assert!(
            !Quantity::at_least(n, true)
                .allows()
                .meets(Quantity::exactly(n).allows())
        );
        assert!(
            !Quantity::at_most(n, true)
                .allows()
                .meets(Quantity::exactly(n).allows())
        );
        assert!(
            Quantity::nearly(n)
                .allows()
                .meets(Quantity::exactly(n).allows())
        );
    }
}
