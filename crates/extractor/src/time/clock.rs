//! Times and parts of the day: "9:30 a.m.", "noon", "Tuesday night", "the early hours of Wednesday".

use super::{
    Window,
    calendar::shifted,
    fields::Fields,
    reader::Reader,
    reading::{Clock, Found, Moment, Reading},
};
use crate::lexicon::{Edge, Part, Sense, TimeWord, Unit};

impl Reader<'_> {
    /// "9:30 a.m. on Monday", "noon Saturday"; without a day it has none.
    pub(super) fn clock_and_day(&self, at: usize) -> Option<Found> {
        let (clock, end) = self.time_of_day(at)?;
        if let Some(day) = self.day_after(end) {
            return Some(Found {
                clock: Some(clock),
                ..day
            });
        }
        let reading = Reading {
            window: Window::default(),
            grain: Unit::Hour,
            value: clock.value(),
        };
        Some(Found::known(reading, end))
    }

    /// The day that a time of the day belongs to: "**on Monday**", ", **3 February**", "**of the same day**"
    fn day_after(&self, at: usize) -> Option<Found> {
        let at = self.skip_mark(at, ',');
        let at = self.skip(self.skip(at, TimeWord::On), TimeWord::Of);
        let stands = match self.sense(at) {
            Sense::Digits { .. }
            | Sense::Ordinal(_)
            | Sense::Month { .. }
            | Sense::Weekday { .. } => {
                return self
                    .date(at)
                    .or_else(|| self.numeric_date(at))
                    .filter(|day| day.grain() == Unit::Day);
            }
            Sense::Deictic(_)
            | Sense::Word(
                TimeWord::That | TimeWord::Same | TimeWord::The | TimeWord::Last | TimeWord::Next,
            ) => true,
            _ => false,
        };
        self.moment(at)
            .filter(|found| stands && found.grain() == Unit::Day && found.clock.is_none())
    }

    /// A day, with the time or the part of the day after it: "Tuesday **night**", "Monday **at 9:30 a.m.**"
    #[expect(clippy::unnecessary_wraps, reason = "stands in a chain of options")]
    pub(super) fn with_clock(&self, day: Found) -> Option<Found> {
        if day.grain() != Unit::Day || day.clock.is_some() {
            return Some(day);
        }
        let mut at = day.end;
        if let Sense::Edge(_) = self.sense(at) {
            at += 1;
        }
        if let Sense::Part(part) = self.sense(at) {
            let day = Found {
                clock: Some(Clock::Part(part)),
                end: at + 1,
                ..day
            };
            return Some(self.with_date_behind(day));
        }
        let at = self.skip(self.skip_mark(day.end, ','), TimeWord::At);
        Some(match self.time_of_day(at) {
            Some((clock, end)) => Found {
                clock: Some(clock),
                end,
                ..day
            },
            None => day,
        })
    }

    /// "Saturday morning**, October 26, 2013**": the date after a weekday and its part of the day.
    fn with_date_behind(&self, day: Found) -> Found {
        let weekday = day
            .open()
            .filter(|fields| fields.day.is_none())
            .and_then(|fields| fields.weekday);
        let at = self.skip_mark(day.end, ',');
        let date = match self.sense(at) {
            Sense::Month { .. } | Sense::Digits { .. } | Sense::Ordinal(_) if weekday.is_some() => {
                self.day_and_month(at)
            }
            _ => None,
        };
        let fields = date
            .as_ref()
            .and_then(Found::open)
            .filter(|fields| fields.day.is_some());
        match (date, fields) {
            (Some(date), Some(fields)) => Found {
                moment: Moment::Fields(Fields { weekday, ..fields }),
                clock: day.clock,
                end: date.end,
            },
            _ => day,
        }
    }

    /// "9:30 a.m.", "9.30pm", "5pm", "1400 GMT", "noon", "five o'clock"
    pub(super) fn time_of_day(&self, at: usize) -> Option<(Clock, usize)> {
        let (hour, minute, end, marked) = match self.sense(at) {
            Sense::Word(TimeWord::Noon) => {
                return Some((
                    Clock::Time {
                        hour: 12,
                        minute: 0,
                    },
                    at + 1,
                ));
            }
            Sense::Word(TimeWord::Midnight) => {
                return Some((Clock::Time { hour: 0, minute: 0 }, at + 1));
            }
            Sense::Digits { value, len: 1 | 2 } => self.hour_and_minute(at, value),
            Sense::Digits { value, len: 4 } if self.is_zone(at + 1) => {
                (value / 100, value % 100, at + 1, false)
            }
            Sense::Digits { value, len: 4 } if self.tells_hours(at) => {
                (value / 100, value % 100, at + 1, true)
            }
            Sense::Decimal { whole, part } => (i32::from(whole), i32::from(part), at + 1, false),
            Sense::Cardinal(hour @ 1..=12) => (i32::from(hour), 0, at + 1, false),
            _ => return None,
        };
        let half = match self.sense(end) {
            Sense::Word(TimeWord::BeforeNoon) => Some(0),
            Sense::Word(TimeWord::AfterNoon) => Some(12),
            _ => None,
        };
        let named = half.is_some() || self.is(end, TimeWord::OClock);
        let zoned = self.is_zone(end)
            && (marked
                || matches!(
                    self.sense(at),
                    Sense::Digits { len: 4, .. } | Sense::Decimal { .. }
                ));
        if !(named || zoned || marked) || hour > 24 || minute > 59 || (half.is_some() && hour > 12)
        {
            return None;
        }
        let hour = half.map_or(hour, |noon| hour % 12 + noon);
        let clock = Clock::Time { hour, minute };
        Some((clock, self.past_zone(if named { end + 1 } else { end })))
    }

    /// "at **2045**", "at **2000** on Saturday": wire copy tells the time in four digits.
    fn tells_hours(&self, at: usize) -> bool {
        let after_at = at > 0 && self.word(at - 1).eq_ignore_ascii_case("at");
        after_at && (self.ends_phrase(at + 1) || self.day_after(at + 1).is_some())
    }

    /// Hour, minute, where they end, and whether a colon makes them a time of day.
    fn hour_and_minute(&self, at: usize, hour: i32) -> (i32, i32, usize, bool) {
        let tight_colon = self.sense(at + 1) == Sense::Mark(':')
            && self.is_tight(at + 1)
            && self.is_tight(at + 2);
        match (self.sense(at + 1), self.sense(at + 2)) {
            (_, Sense::Digits { value, len: 2 }) if tight_colon => {
                let seconds = self.sense(at + 3) == Sense::Mark(':')
                    && self.is_tight(at + 4)
                    && matches!(self.sense(at + 4), Sense::Digits { len: 2, .. });
                (hour, value, if seconds { at + 5 } else { at + 3 }, true)
            }
            // stripped punctuation: "6 00 p.m."
            (
                Sense::Digits { value, len: 2 },
                Sense::Word(TimeWord::BeforeNoon | TimeWord::AfterNoon),
            ) => (hour, value, at + 2, false),
            _ => (hour, 0, at + 1, false),
        }
    }

    /// "1400 GMT", "1400 hours"
    fn is_zone(&self, at: usize) -> bool {
        self.is(at, TimeWord::Zone)
            || matches!(
                self.sense(at),
                Sense::Unit {
                    unit: Unit::Hour,
                    plural: true
                }
            )
    }

    /// "GMT", "local time", "(EST)"
    fn past_zone(&self, at: usize) -> usize {
        let open = self.skip_mark(at, '(');
        if !self.is_zone(open) {
            return at;
        }
        let mut end = open + 1;
        if self.word(end) == "time" {
            end += 1;
        }
        if open > at {
            self.skip_mark(end, ')')
        } else {
            end
        }
    }

    /// "morning of 3 December", "dawn on Monday", "afternoon today"
    pub(super) fn part_of_day(&self, at: usize) -> Option<Found> {
        let Sense::Part(part) = self.sense(at) else {
            return None;
        };
        let mut next = at + 1;
        if matches!(
            self.sense(next),
            Sense::Unit {
                unit: Unit::Hour,
                plural: true
            }
        ) {
            next += 1;
        }
        let day = self.day_after(next)?;
        Some(Found {
            clock: Some(Clock::Part(part)),
            ..day
        })
    }

    /// "**early hours** of Wednesday", "early **morning** of Sunday"; `at` is behind "early".
    pub(super) fn early_hours(&self, at: usize, edge: Edge) -> Option<Found> {
        match self.sense(at) {
            Sense::Part(_) => self.part_of_day(at),
            Sense::Unit {
                unit: Unit::Hour,
                plural: true,
            } => {
                let part = if edge == Edge::End {
                    Part::Night
                } else {
                    Part::Morning
                };
                Some(Found {
                    clock: Some(Clock::Part(part)),
                    ..self.day_after(at + 1)?
                })
            }
            _ => None,
        }
    }

    /// "yesterday", "today", "tomorrow", with a part of the day after it
    pub(super) fn deictic(&self, at: usize) -> Option<Found> {
        let Sense::Deictic(days) = self.sense(at) else {
            return None;
        };
        self.with_clock(self.day_from_now(days.into(), at + 1))
    }

    /// The day so many days from publication.
    pub(super) fn day_from_now(&self, days: i32, end: usize) -> Found {
        let reading = match self.published {
            Some(published) => Reading::holding(shifted(published, days, Unit::Day), Unit::Day),
            None => Reading::open(Unit::Day),
        };
        Found::known(reading, end)
    }

    /// "tonight", "overnight", "overnight Sunday"
    pub(super) fn night(&self, at: usize, word: TimeWord) -> Found {
        let night = Some(Clock::Part(Part::Night));
        if word == TimeWord::Tonight {
            return Found {
                clock: night,
                ..self.day_from_now(0, at + 1)
            };
        }
        if let Some(day) = self.day_after(at + 1) {
            return Found {
                clock: night,
                ..day
            };
        }
        let mut found = Found {
            clock: night,
            ..self.day_from_now(-1, at + 1)
        };
        if let Moment::Known(reading) = &mut found.moment {
            reading.window.to = self.published;
        }
        found
    }
}
