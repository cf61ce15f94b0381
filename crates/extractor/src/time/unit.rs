//! Units by name: "the year 2008", "week of 3 May", "the day before yesterday", "years ago".

use jiff::civil::{ISOWeekDate, Weekday};

use super::{
    Window,
    calendar::shifted,
    reader::Reader,
    reading::{Found, Reading, duration},
};
use crate::lexicon::{Sense, TimeWord, Unit};

impl Reader<'_> {
    /// "years ago", "days later", "the day before yesterday", "the year 2008", "week of 3 May"
    pub(super) fn unit_named(&self, at: usize) -> Option<Found> {
        let Sense::Unit { unit, plural } = self.sense(at) else {
            return None;
        };
        let end = at + 1;
        match self.sense(end) {
            Sense::Word(TimeWord::Ago) if plural => {
                let to = self.published.map(|published| shifted(published, -1, unit));
                let reading = Reading {
                    window: Window { from: None, to },
                    grain: unit,
                    value: duration(None, unit),
                };
                Some(Found::known(reading, end + 1))
            }
            Sense::Word(TimeWord::Later | TimeWord::Earlier) if plural => {
                let reading = Reading {
                    window: Window::default(),
                    grain: unit,
                    value: duration(None, unit),
                };
                Some(Found::known(reading, end + 1))
            }
            Sense::Word(TimeWord::Before | TimeWord::After) if !plural && unit == Unit::Day => {
                let sign = if self.is(end, TimeWord::Before) {
                    -1
                } else {
                    1
                };
                match self.sense(end + 1) {
                    Sense::Deictic(days) => {
                        Some(self.day_from_now(i32::from(days) + sign, end + 2))
                    }
                    _ => self.neighbour(sign, end),
                }
            }
            Sense::Word(TimeWord::Before | TimeWord::After) if !plural => {
                // "the week before last", "the week after next"
                let n = match (self.sense(end), self.sense(end + 1)) {
                    (Sense::Word(TimeWord::Before), Sense::Word(TimeWord::Last)) => -2,
                    (Sense::Word(TimeWord::After), Sense::Word(TimeWord::Next)) => 2,
                    _ => return None,
                };
                Some(Found::known(self.unit_from_now(n, unit), end + 2))
            }
            // "the year to date"
            Sense::Word(TimeWord::To) if !plural && self.is(end + 1, TimeWord::Now) => {
                let mut reading = self.unit_from_now(0, unit);
                reading.window.to = reading.window.to.and(self.published);
                Some(Found::known(reading, end + 2))
            }
            _ if unit == Unit::Year && !plural => {
                let year = self.skip(end, TimeWord::Of);
                self.bare_year(year)
                    .filter(|_| year == end || self.sense_before(at) == Sense::Word(TimeWord::The))
            }
            _ if unit == Unit::Week && !plural => self.week_of(end),
            _ => None,
        }
    }

    /// "the day **before**", "the day **after**" the time that the sentence named before; with the
    /// words that follow only where those are a time
    fn neighbour(&self, sign: i32, end: usize) -> Option<Found> {
        if let Some(found) = self
            .moment(end + 1)
            .filter(|found| found.grain() == Unit::Day && !self.is_genitive(found.end))
        {
            let day = self.reading(end + 1, &found).window.from?;
            return Some(Found::known(
                Reading::holding(shifted(day, sign, Unit::Day), Unit::Day),
                found.end,
            ));
        }
        if self.ends_phrase(end + 1)
            && self
                .tag(end + 1)
                .is_none_or(|tag| tag == crate::Tag::Punctuation)
        {
            return Some(self.after_before(sign, Unit::Day, end + 1));
        }
        None
    }

    /// "the week **of April 10**", "the week **beginning 3 May**"
    fn week_of(&self, at: usize) -> Option<Found> {
        if let Sense::Digits {
            value: value @ 1..=53,
            ..
        } = self.sense(at)
        {
            return self.week_number(value as i8, at + 1);
        }
        let next = match self.sense(at) {
            Sense::Word(TimeWord::Of | TimeWord::From) | Sense::EdgeNoun(_) => {
                self.skip(at + 1, TimeWord::On)
            }
            _ => return None,
        };
        let next = self.skip(next, TimeWord::The);
        let found = self
            .date(next)
            .or_else(|| self.ordinal_day(next))
            .filter(|found| found.grain() == Unit::Day)?;
        let reading = self.reading(next, &found);
        let week = match reading.window.from {
            Some(day) => Reading::holding(day, Unit::Week),
            None => Reading::open(Unit::Week),
        };
        Some(Found::known(week, found.end))
    }

    /// "week 3 of 2027", "week 27 of last year", "week 31"
    fn week_number(&self, week: i8, end: usize) -> Option<Found> {
        let of = self.skip(end, TimeWord::Of);
        let (year, end) = match (self.year_number(of), self.relative_unit(of, Unit::Year)) {
            (Some(year), _) => year,
            (None, Some((n, past))) => (shifted(self.published?, n, Unit::Year).year(), past),
            (None, None) if of == end && self.ends_phrase(end) => (self.published?.year(), end),
            (None, None) => return None,
        };
        let monday = ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date();
        Some(Found::known(Reading::holding(monday, Unit::Week), end))
    }
}
