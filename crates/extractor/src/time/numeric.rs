//! Dates in digits: "2020-02-03", "03/02/2020", "3.2.2020", "20200203", "2011-12".

use jiff::civil::Date;

use super::{
    calendar,
    fields::Fields,
    reader::Reader,
    reading::{Found, Reading},
};
use crate::lexicon::{Sense, TimeWord, Unit};

/// A date of which the order is in doubt is likely one of the last days.
const NEAR: i64 = 30;

impl Reader<'_> {
    /// A date in digits.
    pub(super) fn numeric_date(&self, at: usize) -> Option<Found> {
        if self.is_inside_number(at) {
            return None;
        }
        self.numeric_date_joined(at)
    }

    /// The same, where a dash before it may join it to another date.
    pub(super) fn numeric_date_joined(&self, at: usize) -> Option<Found> {
        match self.sense(at) {
            Sense::Decimal { whole, part } => self.dotted(at, whole, part),
            Sense::Digits { value, len: 8 } => compact(value, at + 1),
            Sense::Digits { value, len } => self.separated(at, value, len),
            _ => None,
        }
    }

    /// Part of a telephone number or the like: digits or a plus sign join it from the left.
    pub(super) fn is_inside_number(&self, at: usize) -> bool {
        self.is_tight(at)
            && match self.sense_before(at) {
                Sense::Mark('-' | '/' | '.') => {
                    self.is_tight(at - 1)
                        && matches!(
                            at.checked_sub(2).map(|at| self.sense(at)),
                            Some(Sense::Digits { .. })
                        )
                }
                Sense::Mark('+' | '$' | '€' | '£' | '#') => true,
                _ => false,
            }
    }

    /// "3.2.2020"
    fn dotted(&self, at: usize, day: i16, month: i16) -> Option<Found> {
        let Sense::Decimal {
            whole: 0,
            part: year @ 1000..=2199,
        } = self.sense(at + 1)
        else {
            return None;
        };
        if !self.is_tight(at + 1) {
            return None;
        }
        let fields = Fields {
            year: Some(year),
            month: i8::try_from(month)
                .ok()
                .filter(|month| (1..=12).contains(month)),
            day: i8::try_from(day).ok().filter(|day| (1..=31).contains(day)),
            weekday: None,
        };
        (fields.month.is_some() && fields.day.is_some()).then(|| Found::fields(fields, at + 2))
    }

    /// "2020-02-03", "3/2/2020", "22/04", "2015-3", "2011-12", "22/Jan/2019"
    fn separated(&self, at: usize, first: i32, len: u8) -> Option<Found> {
        let mark @ ('-' | '/' | '–') = self.tight_mark(at + 1)? else {
            return None;
        };
        let second = self.tight_digits(at + 2)?;
        let third = self
            .tight_mark(at + 3)
            .filter(|next| *next == mark)
            .and_then(|_| self.tight_digits(at + 4));
        let Some(third) = third else {
            return self.two_fields(at, (first, len), second, mark);
        };
        let goes_on = matches!(self.tight_mark(at + 5), Some('-' | '/'))
            && self.tight_digits(at + 6).is_some();
        let (year, month, day) = match (len, third.1) {
            (4, 1 | 2) => (first as i16, second.0, third.0),
            (1 | 2, 4) => self.in_order(third.0 as i16, first, second.0)?,
            (1 | 2, 2) if mark == '/' => {
                self.in_order(self.full_year(third.0 as i16), first, second.0)?
            }
            _ => return None,
        };
        if goes_on && mark == '-' && len != 4 && third.1 != 4 {
            return None;
        }
        let in_range =
            (1..=12).contains(&month) && (1..=31).contains(&day) && (1000..2200).contains(&year);
        in_range.then(|| Found::fields(full(year, month, day), at + 5))
    }

    /// Which of two numbers is the month: the one that can be; the American order where both can, unless
    /// only the other order lies up to publication, or close to it.
    fn in_order(&self, year: i16, first: i32, second: i32) -> Option<(i16, i32, i32)> {
        let (american, european) = ((year, first, second), (year, second, first));
        let date = |(year, month, day): (i16, i32, i32)| {
            Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
        };
        match (first, second) {
            (13..=31, 1..=12) => return Some(european),
            (1..=12, 13..=31) => return Some(american),
            (1..=12, 1..=12) => {}
            _ => return None,
        }
        let away = |fields| Some(date(fields)?.duration_since(self.published?).as_hours() / 24);
        let (Some(first), Some(second)) = (away(american), away(european)) else {
            return Some(american);
        };
        let near = |days: i64| (-NEAR..=0).contains(&days);
        let swapped =
            (first > 0 && second <= 0) || (near(second) && !(near(first) && first >= second));
        Some(if swapped { european } else { american })
    }

    /// "22/04" and "7-6" where a date must stand; "2015-3"; "12-2015"; "2011-12" is two years.
    fn two_fields(
        &self,
        at: usize,
        first: (i32, u8),
        second: (i32, u8),
        mark: char,
    ) -> Option<Found> {
        let end = at + 3;
        match (first, second) {
            ((year @ 1000..=2199, 4), (next, 2))
                if next == year % 100 + 1
                    || next > 12 && (1..=10).contains(&(next - (year % 100).min(next))) =>
            {
                let years = calendar::years(year as i16, (next - year % 100 + 1) as i16);
                let value = format!("{year:04}/{:04}", year - year % 100 + next);
                let stands = mark != '/' && self.bare_year_may_stand(at, end);
                stands.then(|| {
                    Found::known(
                        Reading {
                            window: years,
                            grain: Unit::Year,
                            value,
                        },
                        end,
                    )
                })
            }
            ((year @ 1000..=2199, 4), (month @ 1..=12, 1 | 2))
            | ((month @ 1..=12, 1 | 2), (year @ 1000..=2199, 4)) => {
                let fields = Fields {
                    year: Some(year as i16),
                    ..Fields::month(month as i8)
                };
                self.bare_year_may_stand(at, end)
                    .then(|| Found::fields(fields, end))
            }
            ((first, 1 | 2), (second, 1 | 2)) if self.short_date_stands(at, end, mark) => {
                let (month, day) = if first > 12 {
                    (second, first)
                } else {
                    (first, second)
                };
                let possible = (1..=12).contains(&month) && (1..=31).contains(&day);
                let fields = Fields {
                    year: None,
                    ..full(0, month, day)
                };
                possible.then(|| self.with_year(fields, end))
            }
            _ => None,
        }
    }

    fn bare_year_may_stand(&self, at: usize, end: usize) -> bool {
        let goes_on =
            matches!(self.tight_mark(end), Some('-' | '/')) && self.tight_digits(end + 1).is_some();
        !goes_on && !self.counts(end) && !matches!(self.sense_before(at), Sense::Mark('$' | '+'))
    }

    /// "On 22/04" is a date; "2/3 of the seats" and "3-2" are not.
    fn short_date_stands(&self, at: usize, end: usize, mark: char) -> bool {
        let slash = mark == '/';
        let before = match self.sense_before(at) {
            Sense::Weekday { .. } | Sense::Mark('(' | ',') => {
                matches!(self.sense_before(at), Sense::Weekday { .. })
                    || matches!(
                        at.checked_sub(2).map(|at| self.sense(at)),
                        Some(Sense::Weekday { .. })
                    )
            }
            Sense::Word(
                TimeWord::On
                | TimeWord::Since
                | TimeWord::Until
                | TimeWord::From
                | TimeWord::Between
                | TimeWord::Before
                | TimeWord::After,
            ) => slash,
            Sense::Word(TimeWord::To | TimeWord::And) | Sense::Mark('-' | '–') => {
                slash
                    && at
                        .checked_sub(3)
                        .is_some_and(|at| self.tight_mark(at) == Some('/'))
            }
            _ => false,
        };
        before && self.ends_phrase_of_date(end)
    }

    fn ends_phrase_of_date(&self, end: usize) -> bool {
        let range = self.tight_mark(end) == Some('-') && self.tight_digits(end + 1).is_some();
        range || self.ends_phrase(end) || matches!(self.sense(end), Sense::Word(_))
    }

    fn tight_mark(&self, at: usize) -> Option<char> {
        match self.sense(at) {
            Sense::Mark(mark) if self.is_tight(at) => Some(mark),
            _ => None,
        }
    }

    fn tight_digits(&self, at: usize) -> Option<(i32, u8)> {
        match self.sense(at) {
            Sense::Digits { value, len } if self.is_tight(at) => Some((value, len)),
            _ => None,
        }
    }
}

/// "20200203"
fn compact(value: i32, end: usize) -> Option<Found> {
    let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100);
    let date = Date::new(i16::try_from(year).ok()?, month as i8, day as i8).ok()?;
    (1900..2100)
        .contains(&date.year())
        .then(|| Found::fields(full(date.year(), month, day), end))
}

fn full(year: i16, month: i32, day: i32) -> Fields {
    Fields {
        year: Some(year),
        month: Some(month as i8),
        day: Some(day as i8),
        weekday: None,
    }
}
