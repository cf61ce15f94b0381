//! Times told from publication or from a time before: "last week", "this morning", "the next day".

use super::{
    calendar::{self, shifted, weekday},
    reader::Reader,
    reading::{Clock, Found, Reading},
    tense::Tense,
};
use crate::lexicon::{Edge, Sense, TimeWord, Unit};

impl Reader<'_> {
    /// "last week", "this year", "next Friday", "last night", "last December", "last three days"
    pub(super) fn relative(&self, at: usize, word: TimeWord) -> Option<Found> {
        let next = at + 1;
        match (word, self.sense(next)) {
            // "this past week", "this coming Friday"
            (
                TimeWord::This,
                Sense::Word(other @ (TimeWord::Past | TimeWord::Next | TimeWord::Last)),
            ) => {
                return if matches!(self.sense(next + 1), Sense::Weekday { .. })
                    && other == TimeWord::Next
                {
                    self.relative_weekday(next + 1, TimeWord::Future)
                } else {
                    self.relative(next, other)
                };
            }
            (
                _,
                Sense::Unit {
                    unit,
                    plural: false,
                },
            ) if unit >= Unit::Day => return self.relative_to_unit(at, word, unit),
            (_, Sense::Weekday { .. }) => return self.relative_weekday(next, word),
            (_, Sense::Month { .. }) => return self.relative_month(next, word),
            (_, Sense::Season(_)) => return self.relative_season(next, word),
            (_, Sense::Word(TimeWord::Weekend)) => return self.weekend(next, Some(word)),
            (_, Sense::Part(part)) => {
                let days = match word {
                    TimeWord::Last | TimeWord::Past => -1,
                    TimeWord::This => 0,
                    _ => return Some(self.after_before(1, Unit::Day, next + 1)),
                };
                return Some(Found {
                    clock: Some(Clock::Part(part)),
                    ..self.day_from_now(days, next + 1)
                });
            }
            _ => {}
        }
        self.relative_holiday(next, word)
            .or_else(|| self.rolling(at))
    }

    /// "the following week", but "following Monday's attack" only comes after Monday
    pub(super) fn following(&self, at: usize) -> Option<Found> {
        let found = self.relative(at, TimeWord::Next)?;
        let the = self.sense_before(at) == Sense::Word(TimeWord::The);
        (the || !self.is_genitive(found.end)).then_some(found)
    }

    /// "last week", "this year", "past month", "next day"
    fn relative_to_unit(&self, at: usize, word: TimeWord, unit: Unit) -> Option<Found> {
        let end = at + 2;
        if unit == Unit::Day {
            let n = match word {
                TimeWord::Next => 1,
                TimeWord::Last if self.is(end, TimeWord::Of) => return None,
                TimeWord::Last => -1,
                _ => return None,
            };
            return Some(self.after_before(n, Unit::Day, end));
        }
        if word == TimeWord::Past {
            return self.rolling(at);
        }
        if word == TimeWord::Next
            && self.before.is_some()
            && self.sense_before(at) == Sense::Word(TimeWord::The)
        {
            return Some(self.after_before(1, unit, end));
        }
        let n = match word {
            TimeWord::Last => -1,
            TimeWord::Next => 1,
            _ => 0,
        };
        if unit == Unit::Week {
            let day = self.skip(self.skip_mark(end, ','), TimeWord::On);
            if let (Sense::Weekday { number, .. }, Some(published)) =
                (self.sense(day), self.published)
            {
                let monday =
                    calendar::holding(shifted(published, n, Unit::Week), Unit::Week).from?;
                let date = calendar::weekday_on_or_after(monday, weekday(number));
                return self.with_clock(Found::known(
                    Reading::holding(date, Unit::Day),
                    self.skip_stop(day + 1),
                ));
            }
        }
        Some(Found::known(self.unit_from_now(n, unit), end))
    }

    /// The week, month, … so many away from that of publication.
    pub(super) fn unit_from_now(&self, n: i32, unit: Unit) -> Reading {
        match self.published {
            Some(published) => Reading::holding(shifted(published, n, unit), unit),
            None => Reading::open(unit),
        }
    }

    /// A day, week, … so many after the time that the sentence named before; after publication where
    /// the sentence looks ahead; else nobody knows.
    pub(super) fn after_before(&self, n: i32, unit: Unit, end: usize) -> Found {
        if let Some(before) = &self.before {
            let from = if n < 0 {
                before.window.from
            } else {
                before.window.to
            };
            if let Some(day) = from.filter(|_| before.grain <= unit) {
                return Found::known(Reading::holding(shifted(day, n, unit), unit), end);
            }
        }
        let looks_ahead =
            n > 0 && self.published.is_some() && self.tense(end - 1, end) == Tense::Future;
        let reading = if looks_ahead {
            self.unit_from_now(n, unit)
        } else {
            Reading::open(unit)
        };
        Found::known(reading, end)
    }

    /// "the same day", "that week": what the sentence named before.
    pub(super) fn repeated(&self, at: usize) -> Option<Found> {
        let at = if self.is(at, TimeWord::That) {
            self.skip(at + 1, TimeWord::Same)
        } else {
            at + 1
        };
        let (unit, clock) = match self.sense(at) {
            Sense::Unit {
                unit,
                plural: false,
            } if unit >= Unit::Day => (unit, None),
            Sense::Part(part) => (Unit::Day, Some(Clock::Part(part))),
            Sense::Word(TimeWord::Weekend) => (Unit::Week, None),
            Sense::Weekday { .. } => return self.date(at),
            _ => return None,
        };
        let found = self.after_before(0, unit, at + 1);
        Some(Found { clock, ..found })
    }

    /// "last Wednesday" is the one before publication, "next Friday" in the week after it.
    fn relative_weekday(&self, at: usize, word: TimeWord) -> Option<Found> {
        let Sense::Weekday { number, .. } = self.sense(at) else {
            return None;
        };
        let dated = self
            .date(at)
            .filter(|found| found.open().is_some_and(|fields| fields.day.is_some()));
        if let Some(found) = dated {
            return self.with_clock(found);
        }
        let end = self.skip_stop(at + 1);
        let Some(published) = self.published else {
            return self.with_clock(Found::known(Reading::open(Unit::Day), end));
        };
        let weekday = weekday(number);
        let week = |n| calendar::holding(shifted(published, n, Unit::Week), Unit::Week).from;
        let day = match word {
            TimeWord::Last | TimeWord::Past => {
                calendar::weekday_on_or_before(shifted(published, -1, Unit::Day), weekday)
            }
            TimeWord::This => calendar::weekday_on_or_after(week(0)?, weekday),
            // "this coming Friday"
            TimeWord::Future => {
                calendar::weekday_on_or_after(shifted(published, 1, Unit::Day), weekday)
            }
            _ => calendar::weekday_on_or_after(week(1)?, weekday),
        };
        self.with_clock(Found::known(Reading::holding(day, Unit::Day), end))
    }

    /// "last December", "this May", "next March"
    fn relative_month(&self, at: usize, word: TimeWord) -> Option<Found> {
        let found = self.date(at).or_else(|| match self.sense(at) {
            Sense::Month { number, .. } if self.token(at)?.capital => {
                Some(Found::fields(super::fields::Fields::month(number), at + 1))
            }
            _ => None,
        })?;
        let fields = found.open()?;
        let (Some(published), None, None) = (self.published, fields.year, fields.day) else {
            return Some(found);
        };
        let month = fields.month?;
        let (first, passed) = (published.year(), published.month() > month);
        let year = match word {
            TimeWord::Last | TimeWord::Past if !passed => first.saturating_sub(1),
            TimeWord::Next if month <= published.month() => first.saturating_add(1),
            _ => first,
        };
        Some(Found::fields(
            super::fields::Fields {
                year: Some(year),
                ..fields
            },
            found.end,
        ))
    }

    /// "earlier this week", "later on Monday", "earlier in the year"
    pub(super) fn earlier_in(&self, at: usize) -> Option<Found> {
        let later = self.is(at, TimeWord::Later);
        let mut next = at + 1;
        if matches!(self.sense(next), Sense::Word(TimeWord::In | TimeWord::On)) {
            next += 1;
        }
        let this = self.is(next, TimeWord::This) || self.is(next, TimeWord::The);
        let found = match self.sense(next + 1) {
            Sense::Unit {
                unit,
                plural: false,
            } if self.is(next, TimeWord::The) && unit >= Unit::Day => {
                let reading = self.unit_from_now(0, unit);
                Found::known(reading, next + 2)
            }
            _ => self.moment(next)?,
        };
        if found.grain() == Unit::Day {
            return Some(found);
        }
        let mut reading = self.reading(next, &found);
        match self.published.filter(|_| this) {
            Some(published) if later => {
                reading.window.from = reading.window.from.map(|from| from.max(published));
            }
            Some(published) => reading.window.to = reading.window.to.map(|to| to.min(published)),
            None => reading = reading.third(if later { Edge::End } else { Edge::Start }),
        }
        Some(Found::known(reading, found.end))
    }
}
