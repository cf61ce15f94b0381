//! Holidays and weekends: "Christmas", "Good Friday 2019", "the weekend", "Easter weekend".

use jiff::civil::Date;

use super::{
    Window,
    calendar::{self, shifted, weekday},
    reader::Reader,
    reading::{Found, Reading},
    tense::Tense,
};
use crate::lexicon::{TimeWord, Unit};

impl Reader<'_> {
    /// "Christmas", "New Year's Eve 2015", "Good Friday"
    pub(super) fn holiday(&self, at: usize) -> Option<Found> {
        self.holiday_from(at, None)
    }

    pub(super) fn relative_holiday(&self, at: usize, word: TimeWord) -> Option<Found> {
        self.holiday_from(at, Some(word))
    }

    fn holiday_from(&self, at: usize, word: Option<TimeWord>) -> Option<Found> {
        if !self.opens_name(at) {
            return None;
        }
        let token = self.token_index(at);
        let tokens = self.sentence.tokens.get(token..)?;
        let times = &self.lexicon.times;
        let (length, &holiday) = times
            .holidays
            .longest(tokens.iter().map(|token| token.word))?;
        let end = self.past_token(at, token + length);
        let of = self.skip(self.skip_mark(end, ','), TimeWord::Of);
        if let Some((year, past)) = self.year_number(of) {
            let day = calendar::holiday(year, holiday)?;
            return Some(self.with_weekend(day, past));
        }
        let Some(published) = self.published else {
            return Some(Found::known(Reading::open(Unit::Day), end));
        };
        let ahead = match word {
            Some(TimeWord::Next) => true,
            Some(_) => false,
            None => self.tense(at, end) == Tense::Future,
        };
        let day_of = |n: i16| calendar::holiday(published.year().saturating_add(n), holiday);
        let day: Option<Date> = if ahead {
            (0..2).filter_map(day_of).find(|day| *day >= published)
        } else {
            let last = if word == Some(TimeWord::Last) {
                shifted(published, -1, Unit::Day)
            } else {
                published
            };
            (-1..=0).rev().filter_map(day_of).find(|day| *day <= last)
        };
        self.with_clock(self.with_weekend(day?, end))
    }

    /// "Easter **weekend**", "Labor Day **weekend** 2021": the days off around the holiday
    fn with_weekend(&self, day: Date, end: usize) -> Found {
        if !self.is(end, TimeWord::Weekend) {
            return Found::known(Reading::holding(day, Unit::Day), end);
        }
        let (day, end) = match self.year_number(end + 1) {
            Some((year, past)) => (day.with().year(year).build().unwrap_or(day), past),
            None => (day, end + 1),
        };
        Found::known(weekend_of(day), end)
    }

    /// "the weekend", "last weekend": Saturday and Sunday, the last ones begun where the sentence looks back.
    pub(super) fn weekend(&self, at: usize, word: Option<TimeWord>) -> Option<Found> {
        let end = at + 1;
        if self.is(end, TimeWord::Of) {
            let next = end + 1;
            let found = self
                .moment(next)
                .filter(|found| found.grain() == Unit::Day)?;
            let day = self.reading(next, &found).window.from?;
            return Some(Found::known(weekend_of(day), found.end));
        }
        let Some(published) = self.published else {
            return Some(Found::known(Reading::open(Unit::Week), end));
        };
        let ahead = self.tense(at, end) == Tense::Future;
        let this = calendar::weekday_on_or_before(published, weekday(6));
        let next = calendar::weekday_on_or_after(shifted(published, 1, Unit::Day), weekday(6));
        let on_weekend = published <= shifted(this, 1, Unit::Day);
        let saturday = match word {
            Some(TimeWord::Last | TimeWord::Past) if on_weekend => shifted(this, -1, Unit::Week),
            Some(TimeWord::Next) => next,
            Some(TimeWord::This) | None if ahead && !on_weekend => next,
            _ => this,
        };
        Some(Found::known(weekend_of(saturday), end))
    }
}

/// The weekend nearest to a day, with the days off between the two.
fn weekend_of(day: Date) -> Reading {
    let before = calendar::weekday_on_or_before(day, weekday(6));
    let saturday = match day.weekday().to_monday_one_offset() {
        1 | 2 | 6 | 7 => before,
        _ => shifted(before, 1, Unit::Week),
    };
    let sunday = shifted(saturday, 1, Unit::Day);
    let week = Reading::holding(saturday, Unit::Week);
    Reading {
        window: Window::between(saturday.min(day), sunday.max(day)),
        value: format!("{}-WE", week.value),
        grain: Unit::Day,
    }
}
