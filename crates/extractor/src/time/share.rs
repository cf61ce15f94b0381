//! A share of a longer time: "early 2014", "the end of February", "the first week of July".

use super::{
    Window,
    calendar::{self, holding, shifted, weekday},
    fields::Fields,
    reader::Reader,
    reading::{Found, Reading},
};
use crate::lexicon::{Edge, Sense, TimeWord, Unit};

impl Reader<'_> {
    /// "early 2014", "mid-March", "late on Thursday", "the end of last year", "early hours of Wednesday"
    pub(super) fn third_of(&self, at: usize) -> Option<Found> {
        let edge = match self.sense(at) {
            Sense::Edge(edge) | Sense::EdgeNoun(edge) => edge,
            _ => return None,
        };
        let noun = matches!(self.sense(at), Sense::EdgeNoun(_));
        let mut next = at + 1;
        if noun {
            next = self.skip(next, TimeWord::Of);
            if next == at + 1 && edge != Edge::End {
                return None;
            }
        } else {
            if let Some(found) = self.early_hours(next, edge) {
                return Some(found);
            }
            next = self.skip_mark(next, '-');
            if matches!(self.sense(next), Sense::Word(TimeWord::In | TimeWord::On)) {
                next += 1;
            }
        }
        let found = self.moment_of_whole(next)?;
        if noun
            && next == at + 1
            && found
                .open()
                .is_some_and(|fields| fields.day.is_some() || fields.weekday.is_some())
        {
            return None;
        }
        if found.grain() == Unit::Day {
            return Some(found);
        }
        let reading = self.reading(next, &found).third(edge);
        Some(Found::known(reading, found.end))
    }

    /// The longer time that a share is taken of: "**February**", "**the year**", "**2014**", "**next week**"
    pub(super) fn moment_of_whole(&self, at: usize) -> Option<Found> {
        let the = self.skip(at, TimeWord::The);
        match self.sense(the) {
            Sense::Unit {
                unit,
                plural: false,
            } if unit >= Unit::Day && !self.is(the + 1, TimeWord::Of) => {
                Some(Found::known(self.unit_from_now(0, unit), the + 1))
            }
            Sense::Month { number, .. } => self.date(the).or_else(|| {
                Some(Found::fields(
                    Fields::month(number),
                    self.skip_stop(the + 1),
                ))
            }),
            Sense::Digits { len: 4, .. } => self
                .numeric_date(the)
                .or_else(|| self.date(the))
                .or_else(|| {
                    let (year, end) = self
                        .year_number(the)
                        .filter(|_| !self.counts_rounded(the))?;
                    self.bare_year(the)
                        .or_else(|| Some(Found::fields(Fields::year(year), end)))
                }),
            Sense::Season(_) if the > at => self.with_the(the),
            _ => self.moment(at),
        }
    }

    /// "the summer of 2015", "the year 2008", "the week of 3 May"; `at` is behind "the"
    pub(super) fn with_the(&self, at: usize) -> Option<Found> {
        match self.sense(at) {
            Sense::Season(season) => self.season_of_year(at, season),
            _ => self.unit_named(at),
        }
    }

    /// "first week of July", "last three weeks of 2019", "third quarter", "Q1 2019", "15th century",
    /// "the 18th"
    pub(super) fn nth_of(&self, at: usize) -> Option<Found> {
        if let Sense::QuarterOf(quarter) = self.sense(at) {
            let next = self.skip(self.skip_mark(at + 1, '-'), TimeWord::Of);
            let (year, end) = self.year_number(next)?;
            return self.quarter(year, quarter, end);
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
                    let this = self.quarter(year, nth, at + 2).filter(|_| nth <= 4)?;
                    let begun = self
                        .reading(at, &this)
                        .window
                        .from
                        .is_some_and(|from| from <= published);
                    return if begun {
                        Some(this)
                    } else {
                        self.quarter(year.saturating_sub(1), nth, at + 2)
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
    fn nth_unit(&self, nth: u8, unit: Unit, n: i32, end: usize) -> Option<Found> {
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
        let (day, end) = self.day_number(at)?;
        let digits = self
            .word(at)
            .as_bytes()
            .first()
            .is_some_and(u8::is_ascii_digit);
        let on_the = self.sense_before(at) == Sense::Word(TimeWord::The)
            && at
                .checked_sub(2)
                .is_some_and(|at| self.is(at, TimeWord::On));
        if !digits || !on_the || !self.ends_phrase(end) {
            return None;
        }
        let fields = Fields {
            day: Some(day),
            ..Fields::default()
        };
        Some(Found::fields(fields, end))
    }
}
