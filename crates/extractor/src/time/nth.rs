//! The nth part of a longer time: "the first week of July", "the last three weeks of 2019", "Q1 2019".

use super::{
    Window,
    calendar::{self, holding, shifted, weekday},
    fields::Fields,
    reader::Reader,
    reading::{Found, Reading},
    tense::Tense,
};
use crate::lexicon::{Sense, TimeWord, Unit};

impl Reader<'_> {
    /// "first week of July", "last three weeks of 2019", "third quarter", "Q1 2019", "15th century",
    /// "the 18th"
    pub(super) fn nth_of(&self, at: usize) -> Option<Found> {
        if let Sense::QuarterOf(_) | Sense::HalfOf(_) = self.sense(at) {
            let next = self.skip(self.skip_mark(at + 1, '-'), TimeWord::Of);
            let (year, end) = self.year_number(next)?;
            return self.part_of_year(year, at, end);
        }
        let Sense::Ordinal(nth) = self.sense(at) else {
            return self.last_of(at);
        };
        match self.sense(at + 1) {
            Sense::Unit {
                unit: Unit::Century,
                ..
            } => {
                let first = jiff::civil::Date::new((i16::from(nth) - 1) * 100, 1, 1).ok()?;
                return Some(Found::known(Reading::holding(first, Unit::Century), at + 2));
            }
            Sense::Word(TimeWord::Half) => {
                let (whole, end) = self.whole_after(at + 2)?;
                return Some(Found::known(half(&whole, nth)?, end));
            }
            Sense::Unit {
                unit,
                plural: false,
            } => {
                if let Some(found) = self.nth_unit(nth, unit, 1, at + 2) {
                    return Some(found);
                }
                if unit == Unit::Quarter {
                    let published = self.published?;
                    let year = published.year();
                    let this = Self::quarter(year, nth, at + 2).filter(|_| nth <= 4)?;
                    let begun = self
                        .reading(at, &this)
                        .window
                        .from
                        .is_some_and(|from| from <= published);
                    return if begun {
                        Some(this)
                    } else {
                        Self::quarter(year.saturating_sub(1), nth, at + 2)
                    };
                }
                return None;
            }
            _ => {}
        }
        if let Some(amount) = self.counted_units(at + 1).filter(|_| nth == 1) {
            let (n, unit, end) = amount;
            return self.nth_unit(1, unit, n, end);
        }
        self.lone_day(at)
    }

    /// "Q3" or "H1" of a year
    pub(super) fn part_of_year(&self, year: i16, at: usize, end: usize) -> Option<Found> {
        match self.sense(at) {
            Sense::QuarterOf(quarter) => Self::quarter(year, quarter, end),
            Sense::HalfOf(nth) => {
                let whole = Fields::year(year).reading(None, Tense::Past);
                Some(Found::known(half(&whole, nth)?, end))
            }
            _ => None,
        }
    }

    /// "the **last week** of July", "the **last three weeks** of 2019"
    pub(super) fn last_of(&self, at: usize) -> Option<Found> {
        if !self.is(at, TimeWord::Last) {
            return None;
        }
        let (n, unit, end) = match self.sense(at + 1) {
            Sense::Unit {
                unit,
                plural: false,
            } => (1, unit, at + 2),
            _ => self.counted_units(at + 1)?,
        };
        let (whole, past) = self.whole_after(end)?;
        let last = whole.window.to?;
        let to = match unit {
            Unit::Week => {
                // a week belongs to the month that holds its Thursday
                let thursday = calendar::weekday_on_or_before(last, weekday(4));
                shifted(thursday, 3, Unit::Day)
            }
            Unit::Day | Unit::Month | Unit::Quarter | Unit::Year => last,
            _ => return None,
        };
        let from = shifted(shifted(to, 1, Unit::Day), -n, unit);
        Some(Found::known(Self::stretch_of(from, to, unit), past))
    }

    /// The nth week, day, … and the n that follow, of the whole that follows "of".
    fn nth_unit(&self, nth: i8, unit: Unit, n: i32, end: usize) -> Option<Found> {
        let (whole, past) = self.whole_after(end)?;
        let first = whole.window.from?;
        let first = match unit {
            // a week belongs to the month that holds its Thursday
            Unit::Week => {
                holding(calendar::weekday_on_or_after(first, weekday(4)), Unit::Week).from?
            }
            Unit::Day | Unit::Month | Unit::Quarter | Unit::Year => first,
            _ => return None,
        };
        let from = shifted(first, i32::from(nth) - 1, unit);
        let to = shifted(shifted(from, n, unit), -1, Unit::Day);
        Some(Found::known(Self::stretch_of(from, to, unit), past))
    }

    fn stretch_of(from: jiff::civil::Date, to: jiff::civil::Date, unit: Unit) -> Reading {
        let first = Reading::holding(from, unit);
        if first.window == Window::between(from, to) {
            return first;
        }
        Reading {
            window: Window::between(from, to),
            grain: unit,
            value: format!("{from}/{to}"),
        }
    }

    /// "of July", "in 2015", "of this month": the whole, once its days are known
    fn whole_after(&self, at: usize) -> Option<(Reading, usize)> {
        if !matches!(self.sense(at), Sense::Word(TimeWord::Of | TimeWord::In)) {
            return None;
        }
        let found = self.moment_of_whole(at + 1)?;
        if found.grain() == Unit::Day {
            return None;
        }
        Some((self.reading(at + 1, &found), found.end))
    }

    fn counted_units(&self, at: usize) -> Option<(i32, Unit, usize)> {
        let amount = self.amount(at)?;
        let Sense::Unit { unit, plural: true } = self.sense(amount.end) else {
            return None;
        };
        Some((amount.said()?, unit, amount.end + 1))
    }

    /// "on the **18th**"
    fn lone_day(&self, at: usize) -> Option<Found> {
        let on_the = self.sense_before(at) == Sense::Word(TimeWord::The)
            && at
                .checked_sub(2)
                .is_some_and(|at| self.is(at, TimeWord::On));
        self.ordinal_day(at)
            .filter(|found| on_the && self.ends_phrase(found.end))
    }

    /// "18th": a day of whatever month is near
    pub(super) fn ordinal_day(&self, at: usize) -> Option<Found> {
        let Sense::Ordinal(day @ 1..=31) = self.sense(at) else {
            return None;
        };
        let digits = self
            .word(at)
            .starts_with(|letter: char| letter.is_ascii_digit());
        let fields = Fields {
            day: Some(day),
            ..Fields::default()
        };
        digits.then(|| Found::fields(fields, at + 1))
    }
}

/// "The first half of 2015": by months where the whole has some, else by days.
fn half(whole: &Reading, nth: i8) -> Option<Reading> {
    let (from, to) = (whole.window.from?, whole.window.to?);
    let days = whole.window.days()?;
    let middle = if days > 150 {
        let months = (days + 15) / 30;
        shifted(from, months / 2, Unit::Month)
    } else {
        shifted(from, days / 2, Unit::Day)
    };
    let window = match nth {
        1 => Window::between(from, shifted(middle, -1, Unit::Day).max(from)),
        2 => Window::between(middle, to),
        _ => return None,
    };
    Some(Reading {
        window,
        grain: Unit::Quarter,
        value: format!("{}-H{nth}", whole.value),
    })
}
