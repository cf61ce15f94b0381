//! Calendar fields that words give, and those that follow from the day of publication.

use std::fmt::Write as _;

use jiff::civil::Date;

use super::{
    Window,
    calendar::{self, shifted, weekday},
    reading::Reading,
    tense::Tense,
};
use crate::lexicon::Unit;

/// A date as far as it is said: "3 February", "Monday", "December 2019", "2011".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Fields {
    pub(super) year: Option<i16>,
    pub(super) month: Option<i8>,
    pub(super) day: Option<i8>,
    /// 1 is Monday.
    pub(super) weekday: Option<i8>,
}

/// A past date without a year may lie some days after publication: the text was brought up to date, or
/// its day is that of the event. News would give the year of one that is eleven months old.
const AHEAD: i32 = 30;

/// What was so few days ago is not due in a year, though the sentence looks ahead.
const JUST_OVER: i32 = 30;

/// Where no verb tells, a date so many days ahead is due ("the 11 March elections"): news would give
/// the year of one that lies most of a year back.
const DUE: i32 = 45;

/// So many months back, every day of the month has come.
const RECURS: i32 = 12;

impl Fields {
    pub(super) fn year(year: i16) -> Self {
        Self {
            year: Some(year),
            ..Self::default()
        }
    }

    pub(super) fn month(month: i8) -> Self {
        Self {
            month: Some(month),
            ..Self::default()
        }
    }

    pub(super) fn weekday(weekday: i8) -> Self {
        Self {
            weekday: Some(weekday),
            ..Self::default()
        }
    }

    fn on(day: Date, weekday: Option<i8>) -> Self {
        Self {
            year: Some(day.year()),
            month: Some(day.month()),
            day: Some(day.day()),
            weekday,
        }
    }

    /// The smallest unit that it names.
    pub(super) fn grain(self) -> Unit {
        match self {
            Self {
                day: None,
                weekday: None,
                month: None,
                ..
            } => Unit::Year,
            Self {
                day: None,
                weekday: None,
                ..
            } => Unit::Month,
            _ => Unit::Day,
        }
    }

    /// Takes from `other` the larger fields that it lacks: "February 2" of "February 3, 2020".
    #[must_use]
    pub(super) fn filled(self, other: Self) -> Self {
        if self.weekday.is_some() && self.day.is_none() {
            return self;
        }
        let month = self.month.or(other.month.filter(|_| self.day.is_some()));
        let year = self.year.or_else(|| {
            // "from November to February 2017" begins the year before
            let turns = month
                .zip(other.month)
                .is_some_and(|(ours, theirs)| ours > theirs);
            other.year.map(|year| year.saturating_sub(i16::from(turns)))
        });
        Self {
            year,
            month,
            ..self
        }
    }

    /// The missing fields, as news leaves them out: the last such day up to publication, or the next
    /// one where the sentence looks ahead.
    #[must_use]
    pub(super) fn completed(self, published: Date, tense: Tense) -> Self {
        match self {
            Self { year: Some(_), .. } => self,
            Self { month: Some(_), .. } => self.with_year(published, tense),
            Self { day: Some(day), .. } => self.with_month(day, published, tense),
            Self {
                weekday: Some(number),
                ..
            } => {
                let day = match tense {
                    Tense::Future => calendar::weekday_on_or_after(published, weekday(number)),
                    Tense::Past | Tense::Open => {
                        calendar::weekday_on_or_before(published, weekday(number))
                    }
                };
                Self::on(day, None)
            }
            Self { .. } => self,
        }
    }

    fn with_year(self, published: Date, tense: Tense) -> Self {
        let (step, latest): (i16, Date) = match (tense, self.day) {
            (Tense::Future, _) => (1, Date::MAX),
            (Tense::Past, Some(_)) => (-1, shifted(published, AHEAD, Unit::Day)),
            (Tense::Past, None) => (-1, published),
            (Tense::Open, _) => (-1, shifted(published, DUE, Unit::Day)),
        };
        // "would condemn the 21 August attack": what is just over is not due in a year
        let earliest = match self.day {
            Some(_) => shifted(published, -JUST_OVER, Unit::Day),
            None => published,
        };
        let year = published.year();
        let candidates = || {
            (-1..=9).map(|n: i16| Self {
                year: Some(year.saturating_add(n * step)),
                ..self
            })
        };
        let right_side = |fields: &Self| {
            let window = fields.window();
            match tense {
                Tense::Future => window.to >= Some(earliest),
                Tense::Past | Tense::Open => window.from.is_some_and(|from| from <= latest),
            }
        };
        let on_weekday = |fields: &Self| {
            let day = fields.window().from;
            self.weekday
                .is_none_or(|number| day.is_some_and(|day| day.weekday() == weekday(number)))
        };
        candidates()
            .take(3)
            .find(|fields| right_side(fields) && on_weekday(fields))
            .or_else(|| candidates().find(right_side))
            .unwrap_or(self)
    }

    fn with_month(self, day: i8, published: Date, tense: Tense) -> Self {
        let step = match tense {
            Tense::Future => 1,
            Tense::Past | Tense::Open => -1,
        };
        if let Some(number) = self.weekday {
            // "Wednesday the 25th" is near, on whichever side of publication
            let near = (-12..=12).filter_map(|n| {
                let month = shifted(published.first_of_month(), n, Unit::Month);
                let date = Date::new(month.year(), month.month(), day).ok()?;
                (date.weekday() == weekday(number)).then_some(date)
            });
            let nearest = near.min_by_key(|date| date.duration_since(published).abs());
            return nearest.map_or(self, |date| Self::on(date, self.weekday));
        }
        let first = published.first_of_month();
        (0..RECURS)
            .map(|n| shifted(first, n * step, Unit::Month))
            .filter_map(|first| Date::new(first.year(), first.month(), day).ok())
            .find(|date| match tense {
                Tense::Future => *date >= published,
                Tense::Past | Tense::Open => *date <= shifted(published, AHEAD, Unit::Day),
            })
            .map_or(self, |date| Self::on(date, self.weekday))
    }

    /// Its days, where all its fields are known and there is such a day.
    pub(super) fn window(self) -> Window {
        match self {
            Self {
                year: Some(year),
                month: None,
                day: None,
                ..
            } => calendar::years(year, 1),
            Self {
                year: Some(year),
                month: Some(month),
                day: None,
                ..
            } => calendar::month(year, month),
            Self {
                year: Some(year),
                month: Some(month),
                day: Some(day),
                ..
            } => Date::new(year, month, day).map_or_else(|_| Window::default(), Window::day),
            Self { .. } => Window::default(),
        }
    }

    /// What it names, read against the day of publication; without one only what is said in full has days.
    pub(super) fn reading(self, published: Option<Date>, tense: Tense) -> Reading {
        let fields = published.map_or(self, |published| self.completed(published, tense));
        Reading {
            window: fields.window(),
            grain: fields.grain(),
            value: fields.value(),
        }
    }

    /// TIMEX3: `2020-02-03`, `XXXX-02-03`, `XXXX-WXX-1`.
    fn value(self) -> String {
        let mut value = match self.year {
            Some(year) => format!("{year:04}"),
            None => "XXXX".to_owned(),
        };
        let field = |value: &mut String, field: Option<i8>| {
            // writing to a string cannot fail
            let _ = match field {
                Some(field) => write!(value, "-{field:02}"),
                None => value.write_str("-XX"),
            };
        };
        match (self.month, self.day, self.weekday) {
            (None, None, Some(weekday)) => {
                let _ = write!(value, "-WXX-{weekday}");
            }
            (None, None, None) => {}
            (month, None, _) => field(&mut value, month),
            (month, day, _) => {
                field(&mut value, month);
                field(&mut value, day);
            }
        }
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[track_caller]
    fn check(fields: Fields, tense: Tense, expected: &str) {
        let published = date(2020, 2, 4);
        assert_eq!(fields.reading(Some(published), tense).value, expected);
    }

    fn day(month: i8, day: i8) -> Fields {
        Fields {
            day: Some(day),
            ..Fields::month(month)
        }
    }

    #[test]
    fn a_date_without_a_year_is_the_last_one_up_to_publication() {
        check(day(2, 3), Tense::Past, "2020-02-03");
        check(day(2, 25), Tense::Past, "2020-02-25");
        check(day(3, 25), Tense::Past, "2019-03-25");
        check(day(12, 24), Tense::Past, "2019-12-24");
        check(Fields::month(2), Tense::Past, "2020-02");
        check(Fields::month(3), Tense::Past, "2019-03");
        check(day(2, 29), Tense::Past, "2020-02-29");
    }

    #[test]
    fn without_a_verb_a_date_may_be_due() {
        check(day(3, 16), Tense::Open, "2020-03-16");
        check(day(7, 11), Tense::Open, "2019-07-11");
        check(Fields::month(3), Tense::Open, "2020-03");
        check(Fields::month(6), Tense::Open, "2019-06");
        check(Fields::weekday(5), Tense::Open, "2020-01-31");
    }

    #[test]
    fn a_sentence_that_looks_ahead_means_the_next_one() {
        check(day(3, 3), Tense::Future, "2020-03-03");
        check(day(1, 3), Tense::Future, "2021-01-03");
        check(day(1, 21), Tense::Future, "2020-01-21");
        check(Fields::weekday(1), Tense::Future, "2020-02-10");
    }

    #[test]
    fn a_weekday_picks_the_year_and_the_month() {
        let friday = |fields| Fields {
            weekday: Some(5),
            ..fields
        };
        check(friday(day(8, 23)), Tense::Past, "2019-08-23");
        check(
            friday(Fields {
                day: Some(31),
                ..Fields::default()
            }),
            Tense::Past,
            "2020-01-31",
        );
    }

    #[test]
    fn what_is_not_known_stays_open() {
        let reading = day(2, 3).reading(None, Tense::Past);
        assert_eq!(
            (reading.value.as_str(), reading.window),
            ("XXXX-02-03", Window::default())
        );
        assert_eq!(
            Fields::weekday(1).reading(None, Tense::Past).value,
            "XXXX-WXX-1"
        );
    }
}
