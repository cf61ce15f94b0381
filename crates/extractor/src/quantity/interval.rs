use crate::Amount;
use borsh::{BorshDeserialize, BorshSerialize};

/// A set of numbers without gaps; a missing end is unbounded.
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
