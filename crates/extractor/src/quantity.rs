//! Quantities: the set of true numbers that the words of a text allow.

use std::{fmt, ops::Range, sync::Arc};

use serde::{Serialize, Serializer, ser::SerializeStruct};

use crate::{Amount, Lexicon, Span, sentence::Sentence};

/// How a figure is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quantity {
    low: Option<Amount>,
    high: Option<Amount>,
    low_open: bool,
    high_open: bool,
    form: Form,
    allows: Interval,
    unit: Option<Arc<str>>,
}

/// A set of numbers without gaps; a missing end is unbounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    /// Lowest number, if there is one.
    pub low: Option<Amount>,
    /// Highest number, if there is one.
    pub high: Option<Amount>,
    /// The lowest end itself is left out: "more than 13".
    pub low_open: bool,
    /// The highest end itself is left out: "fewer than 13".
    pub high_open: bool,
}

impl Interval {
    /// The numbers from `low` to `high`, both counted, in whichever order they come.
    pub fn between(low: Amount, high: Amount) -> Self {
        Self {
            low: Some(low.min(high)),
            high: Some(low.max(high)),
            ..Self::default()
        }
    }

    /// Whether some number lies in both.
    pub fn meets(self, other: Self) -> bool {
        let below =
            |high: Option<Amount>, high_open, low: Option<Amount>, low_open| match (high, low) {
                (Some(high), Some(low)) => high < low || (high == low && (high_open || low_open)),
                _ => false,
            };
        !below(self.high, self.high_open, other.low, other.low_open)
            && !below(other.high, other.high_open, self.low, self.low_open)
    }

    /// Whether every number of `other` lies inside.
    pub fn covers(self, other: Self) -> bool {
        let low = match (self.low, other.low) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(a), Some(b)) => a < b || (a == b && (!self.low_open || other.low_open)),
        };
        let high = match (self.high, other.high) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(a), Some(b)) => a > b || (a == b && (!self.high_open || other.high_open)),
        };
        low && high
    }
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
            low: Some(Amount::ZERO),
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
        Self {
            unit: Some(unit.into()),
            ..self
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
        self.unit.as_deref()
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
        match self.unit() {
            Some("%") => write!(f, "%"),
            Some(unit) => write!(f, " {unit}"),
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
        fields.serialize_field("unit", &self.unit)?;
        fields.end()
    }
}

/// A quantity where a text states it.
#[derive(Clone, Debug, Serialize)]
pub struct QuantityMention {
    /// The words of the quantity with its hedge and unit: "at least 13", "3.7 million", "$25".
    pub span: Span,
    /// What it says.
    #[serde(flatten)]
    pub quantity: Quantity,
    /// The noun it counts, in the text's words: "soldiers", "observation posts".
    pub noun: Option<Arc<str>>,
    /// Its tokens in the sentence.
    #[serde(skip)]
    pub(crate) tokens: Range<usize>,
}

/// The quantities of one tagged sentence, in reading order.
///
/// `taken[i]` is set for tokens that already belong to a date or a time of day.
pub(crate) fn quantities(
    _lexicon: &Lexicon,
    _text: &str,
    _sentence: &Sentence,
    _taken: &[bool],
) -> Vec<QuantityMention> {
    Vec::new()
}
