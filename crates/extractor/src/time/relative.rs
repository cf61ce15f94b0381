//! Times told from publication or from a time before: "last week", "this morning", "the next day".

use jiff::civil::Date;

use super::{
    Window,
    calendar::{self, shifted, weekday},
    reader::Reader,
    reading::{Clock, Found, Reading},
    tense::Tense,
};
use crate::lexicon::{Edge, Sense, TimeWord, Unit};

/// How long "recent days" reach back, as convention has it.
const RECENT: [(Unit, i32); 4] = [
    (Unit::Day, 7),
    (Unit::Week, 6),
    (Unit::Month, 6),
    (Unit::Year, 5),
];

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
                    _ => return self.after_before(1, Unit::Day, next + 1),
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
            return self.after_before(n, Unit::Day, end);
        }
        if word == TimeWord::Past {
            return self.rolling(at);
        }
        if word == TimeWord::Next
            && self.before.is_some()
            && self.sense_before(at) == Sense::Word(TimeWord::The)
        {
            return self.after_before(1, unit, end);
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
    pub(super) fn after_before(&self, n: i32, unit: Unit, end: usize) -> Option<Found> {
        if let Some(before) = &self.before {
            let from = if n < 0 {
                before.window.from
            } else {
                before.window.to
            };
            if let Some(day) = from.filter(|_| before.grain <= unit) {
                return Some(Found::known(
                    Reading::holding(shifted(day, n, unit), unit),
                    end,
                ));
            }
        }
        let looks_ahead =
            n > 0 && self.published.is_some() && self.tense(end - 1, end) == Tense::Future;
        let reading = if looks_ahead {
            self.unit_from_now(n, unit)
        } else {
            Reading::open(unit)
        };
        Some(Found::known(reading, end))
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
        let found = self.after_before(0, unit, at + 1)?;
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

    /// "last summer", "this winter"
    fn relative_season(&self, at: usize, word: TimeWord) -> Option<Found> {
        let Sense::Season(season) = self.sense(at) else {
            return None;
        };
        let Some(published) = self.published else {
            return Some(Found::known(Reading::open_season(season), at + 1));
        };
        let year = published.year();
        let window = |year| calendar::season(year, season);
        let years = year.saturating_sub(2)..=year.saturating_add(2);
        let year = match word {
            TimeWord::Last | TimeWord::Past => years
                .rev()
                .find(|&year| window(year).to.is_some_and(|to| to < published)),
            TimeWord::This => years.rev().find(|&year| {
                window(year)
                    .from
                    .is_some_and(|from| from <= shifted(published, 3, Unit::Month))
            }),
            _ => years
                .into_iter()
                .find(|&year| window(year).from.is_some_and(|from| from > published)),
        };
        Some(Found::known(Reading::season(year?, season), at + 1))
    }

    /// "the summer of 2015", "summer 2014", "in the spring"
    pub(super) fn season_of_year(
        &self,
        at: usize,
        season: crate::lexicon::Season,
    ) -> Option<Found> {
        let of = self.skip(at + 1, TimeWord::Of);
        if let Some((year, end)) = self.year_number(of).filter(|_| !self.counts_rounded(of)) {
            return Some(Found::known(Reading::season(year, season), end));
        }
        if let (Some((n, end)), Some(published)) =
            (self.relative_unit(of, Unit::Year), self.published)
        {
            let year = shifted(published, n, Unit::Year).year();
            return Some(Found::known(Reading::season(year, season), end));
        }
        let the = self.sense_before(at) == Sense::Word(TimeWord::The);
        let before = at.checked_sub(2).map(|at| self.sense(at));
        let placed = matches!(
            before,
            Some(Sense::Word(
                TimeWord::In
                    | TimeWord::Since
                    | TimeWord::During
                    | TimeWord::By
                    | TimeWord::Until
                    | TimeWord::Over
                    | TimeWord::Of
            ))
        );
        if !the || !placed || of > at + 1 {
            return None;
        }
        let Some(published) = self.published else {
            return Some(Found::known(Reading::open_season(season), at + 1));
        };
        let year = published.year().saturating_add(1);
        let past = (0..3).map(|n| year - n).find(|&year| {
            calendar::season(year, season)
                .from
                .is_some_and(|from| from <= published)
        })?;
        Some(Found::known(Reading::season(past, season), at + 1))
    }

    /// "the weekend", "last weekend": Saturday and Sunday, the last ones begun where the sentence looks back.
    pub(super) fn weekend(&self, at: usize, word: Option<TimeWord>) -> Option<Found> {
        let end = at + 1;
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
        let week = Reading::holding(saturday, Unit::Week);
        let reading = Reading {
            window: Window::between(saturday, shifted(saturday, 1, Unit::Day)),
            value: format!("{}-WE", week.value),
            grain: Unit::Day,
        };
        Some(Found::known(reading, end))
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
                reading.window.from = reading.window.from.map(|from| from.max(published))
            }
            Some(published) => reading.window.to = reading.window.to.map(|to| to.min(published)),
            None => reading = reading.third(if later { Edge::End } else { Edge::Start }),
        }
        Some(Found::known(reading, found.end))
    }

    /// "in recent days"
    pub(super) fn recent(&self, at: usize) -> Option<Found> {
        let Sense::Unit { unit, plural: true } = self.sense(at + 1) else {
            return None;
        };
        let &(_, n) = RECENT.iter().find(|(known, _)| *known == unit)?;
        Some(Found::known(self.back_from_now(n, None, unit), at + 2))
    }

    /// The days from so many units before publication up to it.
    pub(super) fn back_from_now(&self, n: i32, said: Option<i32>, unit: Unit) -> Reading {
        Reading {
            window: match self.published {
                Some(published) => Window::between(shifted(published, -n, unit), published),
                None => Window::default(),
            },
            grain: unit,
            value: super::reading::duration(said, unit),
        }
    }

    /// "Christmas", "New Year's Eve 2015", "Good Friday"
    pub(super) fn holiday(&self, at: usize) -> Option<Found> {
        self.holiday_from(at, None)
    }

    fn relative_holiday(&self, at: usize, word: TimeWord) -> Option<Found> {
        self.holiday_from(at, Some(word))
    }

    fn holiday_from(&self, at: usize, word: Option<TimeWord>) -> Option<Found> {
        let token = self.token_index(at);
        let tokens = self.sentence.tokens.get(token..)?;
        let times = &self.lexicon.times;
        if !times.opens_name(tokens.first()?.word) {
            return None;
        }
        let (length, &holiday) = times
            .holidays
            .longest(tokens.iter().map(|token| token.word))?;
        let end = self.past_token(at, token + length);
        let of = self.skip(self.skip_mark(end, ','), TimeWord::Of);
        if let Some((year, past)) = self.year_number(of) {
            let day = calendar::holiday(year, holiday)?;
            return Some(Found::known(Reading::holding(day, Unit::Day), past));
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
        let found = Found::known(Reading::holding(day?, Unit::Day), end);
        self.with_clock(found)
    }
}
