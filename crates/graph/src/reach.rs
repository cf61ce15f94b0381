//! Whether two figures can both be true, read as news rounds them.

use rashomon_extractor::{Amount, Form, Interval, Quantity};

/// From here on a figure may be rounded: "700,000" against 712,300.
const ROUNDED_FROM: i64 = 1_000;

/// What the numbers of two figures have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meeting {
    /// The same numbers.
    Equal,
    /// Every number that the first allows, the second allows too.
    Inside,
    /// Every number that the second allows, the first allows too.
    Around,
    /// Some numbers.
    Partly,
    /// None; `soft` where that rests on the edge of a vague or approximate word alone.
    Nothing { soft: bool },
}

/// What two figures have in common.
pub(crate) fn meeting(a: &Quantity, b: &Quantity) -> Meeting {
    if a.allows() == b.allows() {
        return Meeting::Equal;
    }
    let (ours, theirs) = (against(a, b), against(b, a));
    if !ours.meets(theirs) {
        let soft = loosened(a, ours).meets(loosened(b, theirs));
        return Meeting::Nothing { soft };
    }
    match (theirs.covers(ours), ours.covers(theirs)) {
        (true, true) => Meeting::Equal,
        (true, false) => Meeting::Inside,
        (false, true) => Meeting::Around,
        (false, false) => Meeting::Partly,
    }
}

/// The numbers that a figure allows when it meets another one.
///
/// "700,000" is rounding beside 712,300, but not beside 600,000, which is as round.
pub(crate) fn against(a: &Quantity, b: &Quantity) -> Interval {
    let mut allows = a.allows();
    if is_loose(a) {
        return allows;
    }
    let other = finest(b);
    if let Some(low) = allows.low.filter(|_| a.low().is_some()) {
        let play = play(low, other);
        allows.low = Some(low.minus(play));
        allows.low_open &= play == Amount::ZERO;
    }
    if let Some(high) = allows.high.filter(|_| a.high().is_some()) {
        let play = play(high, other);
        allows.high = Some(high.plus(play));
        allows.high_open |= play > Amount::ZERO;
    }
    allows
}

/// Whether its words leave it open how far it reaches.
fn is_loose(quantity: &Quantity) -> bool {
    match quantity.form() {
        Form::Approx | Form::Vague => true,
        Form::Exact | Form::Range | Form::AtLeast | Form::AtMost => false,
    }
}

/// Half a step of the last non-zero digit, where the other figure is not equally round.
fn play(figure: Amount, other: i64) -> Amount {
    let step = step(figure);
    if step > other.max(1) {
        Amount::from(step).share(1, 2)
    } else {
        Amount::ZERO
    }
}

/// The step of the last non-zero digit: a hundred thousand for 700,000; one where a figure is not
/// round.
fn step(figure: Amount) -> i64 {
    let Some(mut rest) = figure.whole().filter(|figure| *figure >= ROUNDED_FROM) else {
        return 1;
    };
    let mut step = 1;
    while rest % 10 == 0 {
        rest /= 10;
        step *= 10;
    }
    if step >= 100 { step } else { 1 }
}

pub(crate) fn finest(quantity: &Quantity) -> i64 {
    if quantity.form() == Form::Vague {
        return i64::MAX;
    }
    let ends = [quantity.low(), quantity.high()];
    ends.into_iter().flatten().map(step).min().unwrap_or(1)
}

/// What a loose word might still mean: dozens from 16 to 132, about 300 from 240 to 360.
fn loosened(quantity: &Quantity, allows: Interval) -> Interval {
    let widen = |low: (i64, i64), high: (i64, i64)| Interval {
        low: allows.low.map(|n| n.share(low.0, low.1)),
        high: allows.high.map(|n| n.share(high.0, high.1)),
        ..Interval::default()
    };
    match quantity.form() {
        Form::Vague => widen((2, 3), (4, 3)),
        Form::Approx => widen((8, 9), (12, 11)),
        Form::Exact | Form::Range | Form::AtLeast | Form::AtMost => allows,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::told::tests::quantity;

    #[track_caller]
    fn check(a: &str, b: &str, expected: Meeting) {
        assert_eq!(meeting(&quantity(a), &quantity(b)), expected, "{a} × {b}");
    }

    const HARD: Meeting = Meeting::Nothing { soft: false };
    const SOFT: Meeting = Meeting::Nothing { soft: true };

    #[test]
    fn figures_that_share_no_number_are_apart() {
        check("6", "8", HARD);
        check("30-35", "12", HARD);
        check("≥13", "12", HARD);
        check(">13", "13", HARD);
        check("<13", "13", HARD);
    }

    #[test]
    fn bounds_meet_what_lies_beyond_them() {
        check("≥13", "20", Meeting::Around);
        check("13", "≥13", Meeting::Inside);
        check("≥13", "≥20", Meeting::Around);
        check("≤80", "≥13", Meeting::Partly);
        check("≤80", "0", Meeting::Around);
    }

    #[test]
    fn a_round_figure_is_rounding_beside_one_that_is_less_round() {
        check("700000", "712300", Meeting::Around);
        check("700000", "600000", HARD);
        check("3700000", "3600000", HARD);
        check("1300", "1400", HARD);
        check("≥1000", "980", Meeting::Around);
        check("900", "912", HARD);
    }

    #[test]
    fn loose_words_have_no_sharp_edge() {
        check("~20000", ">22000", SOFT);
        check("dozens", "20", SOFT);
        check("dozens", "12", HARD);
        check("dozens", "30-35", Meeting::Around);
        check("~300", "335", SOFT);
        check("~300", "400", HARD);
    }
}
