//! What a hedge or a second number makes of a number.

use super::{Quantity, numeral::Value, operand::Operand};
use crate::lexicon::Bound;

/// A number without hedges.
pub(super) fn plain(value: Value) -> Quantity {
    match value {
        Value::Exact(n) => Quantity::exactly(n),
        Value::Vague(low, high) => Quantity::vague(low, high),
    }
}

/// "at least 13"; a convention stays one: "at least several".
pub(super) fn hedged(bound: Bound, value: Value) -> Quantity {
    let Value::Exact(n) = value else {
        return plain(value);
    };
    match bound {
        Bound::AtLeast => Quantity::at_least(n, false),
        Bound::MoreThan => Quantity::at_least(n, true),
        Bound::AtMost => Quantity::at_most(n, false),
        Bound::FewerThan => Quantity::at_most(n, true),
        Bound::Nearly => Quantity::nearly(n),
        Bound::About => Quantity::about(n),
    }
}

/// "30-35", "hundreds, perhaps thousands"
pub(super) fn joined(first: Value, second: Value) -> Quantity {
    match (first, second) {
        (Value::Exact(low), Value::Exact(high)) => Quantity::between(low, high),
        (Value::Exact(low) | Value::Vague(low, _), Value::Vague(_, high)) => {
            Quantity::vague(low, high)
        }
        (Value::Vague(low, _), Value::Exact(high)) => Quantity::vague(low, Some(high)),
    }
}

/// Whether the lower of two bounds lies below the upper.
pub(super) fn crosses(bound: Bound, operand: &Operand, other: Bound, second: &Operand) -> bool {
    let lower = |bound| matches!(bound, Bound::AtLeast | Bound::MoreThan);
    let (a, b) = (operand.exact(), second.exact());
    let rises = if lower(bound) { a < b } else { b < a };
    lower(bound) != lower(other) && a.is_some() && b.is_some() && rises
}

/// "more than 10 and less than 40"
pub(super) fn bounded(bound: Bound, operand: &Operand, other: Bound, second: &Operand) -> Quantity {
    let (low, high) = match bound {
        Bound::AtLeast | Bound::MoreThan => ((bound, operand), (other, second)),
        _ => ((other, second), (bound, operand)),
    };
    let (Some(from), Some(to)) = (low.1.exact(), high.1.exact()) else {
        return plain(operand.number.value);
    };
    Quantity::bounded(
        from,
        low.0 == Bound::MoreThan,
        to,
        high.0 == Bound::FewerThan,
    )
}
