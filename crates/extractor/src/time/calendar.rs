//! Calendar arithmetic: weeks from Monday to Sunday, months, Easter, thirds of a year.

use jiff::{Span, civil::Date, civil::Weekday};

use super::Window;
use crate::lexicon::{Edge, Holiday, Season, Unit};

/// No phrase reaches further than this many units; it keeps all arithmetic in range.
const FURTHEST: i32 = 9_999;

/// The day so many units later, or earlier where `n` is negative; hours count as begun days.
pub(super) fn shifted(day: Date, n: i32, unit: Unit) -> Date {
    let n = n.clamp(-FURTHEST, FURTHEST);
    let span = match unit {
        Unit::Second | Unit::Minute => return day,
        Unit::Hour => Span::new().days(n.signum() * ((n.abs() + 23) / 24)),
        Unit::Day => Span::new().days(n),
        Unit::Week => Span::new().weeks(n),
        Unit::Fortnight => Span::new().weeks(2 * n),
        Unit::Month => Span::new().months(n),
        Unit::Quarter => Span::new().months(3 * n),
        Unit::Year => Span::new().years(n),
        Unit::Decade => Span::new().years((10 * n).clamp(-FURTHEST, FURTHEST)),
        Unit::Century => Span::new().years((100 * n).clamp(-FURTHEST, FURTHEST)),
    };
    day.saturating_add(span)
}

/// The unit of the calendar that holds a day: its week from Monday to Sunday, its month, its decade.
pub(super) fn holding(day: Date, unit: Unit) -> Window {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Window::day(day),
        Unit::Week | Unit::Fortnight => {
            let monday = shifted(
                day,
                -i32::from(day.weekday().to_monday_zero_offset()),
                Unit::Day,
            );
            let weeks = if unit == Unit::Week { 1 } else { 2 };
            Window::between(monday, shifted(monday, 7 * weeks - 1, Unit::Day))
        }
        Unit::Month => Window::between(day.first_of_month(), day.last_of_month()),
        Unit::Quarter => {
            let first = shifted(
                day.first_of_month(),
                -i32::from((day.month() - 1) % 3),
                Unit::Month,
            );
            Window::between(first, shifted(first, 2, Unit::Month).last_of_month())
        }
        Unit::Year => Window::between(day.first_of_year(), day.last_of_year()),
        Unit::Decade => years(day.year().div_euclid(10) * 10, 10),
        Unit::Century => years(day.year().div_euclid(100) * 100, 100),
    }
}

/// So many years from the first of January of `year`.
pub(super) fn years(year: i16, n: i16) -> Window {
    Window {
        from: Date::new(year, 1, 1).ok(),
        to: Date::new(year.saturating_add(n - 1), 12, 31).ok(),
    }
}

/// A month of a year.
pub(super) fn month(year: i16, month: i8) -> Window {
    match Date::new(year, month, 1) {
        Ok(first) => Window::between(first, first.last_of_month()),
        Err(_) => Window::default(),
    }
}

/// A season of the northern year; winter begins in December of the year before.
pub(super) fn season(year: i16, season: Season) -> Window {
    let (year, first) = match season {
        Season::Spring => (year, 3),
        Season::Summer => (year, 6),
        Season::Autumn => (year, 9),
        Season::Winter => (year.saturating_sub(1), 12),
    };
    match Date::new(year, first, 1) {
        Ok(first) => Window::between(first, shifted(first, 2, Unit::Month).last_of_month()),
        Err(_) => Window::default(),
    }
}

/// The weekday with this number, 1 for Monday.
pub(super) fn weekday(number: i8) -> Weekday {
    Weekday::from_monday_one_offset(number).unwrap_or(Weekday::Monday)
}

/// The last such weekday up to and including a day.
pub(super) fn weekday_on_or_before(day: Date, weekday: Weekday) -> Date {
    shifted(day, -i32::from(weekday.until(day.weekday())), Unit::Day)
}

/// The first such weekday from a day on.
pub(super) fn weekday_on_or_after(day: Date, weekday: Weekday) -> Date {
    shifted(day, i32::from(day.weekday().until(weekday)), Unit::Day)
}

/// Easter Sunday of the western churches (the anonymous Gregorian computus).
pub(super) fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (golden, century, of_century) = (y % 19, y / 100, y % 100);
    let leap = century / 4;
    let moon = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - leap - moon + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let correction = (golden + 11 * epact + 22 * to_sunday) / 451;
    let days = epact + to_sunday - 7 * correction + 114;
    Date::new(year, (days / 31) as i8, (days % 31 + 1) as i8).ok()
}

/// The day of a holiday in a year.
pub(super) fn holiday(year: i16, holiday: Holiday) -> Option<Date> {
    match holiday {
        Holiday::Date { month, day } => Date::new(year, month, day).ok(),
        Holiday::Easter(offset) => Some(shifted(easter(year)?, offset.into(), Unit::Day)),
        Holiday::Weekday {
            month,
            weekday: number,
            nth,
            offset,
        } => {
            let nth = if nth == 9 { -1 } else { nth };
            let first = Date::new(year, month, 1).ok()?;
            let day = first.nth_weekday_of_month(nth, weekday(number)).ok()?;
            Some(shifted(day, offset.into(), Unit::Day))
        }
    }
}

/// "Early 2014", "mid-March", "the end of the week": about a third of the whole, as news uses it.
pub(super) fn third(whole: Window, grain: Unit, edge: Edge) -> Window {
    let (Some(from), Some(to)) = (whole.from, whole.to) else {
        return whole;
    };
    // first and last of the units that each third takes
    let (unit, [start, middle, end]) = match grain {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => return whole,
        Unit::Week | Unit::Fortnight => (Unit::Day, [(0, 2), (2, 4), (3, 6)]),
        Unit::Month => (Unit::Day, [(0, 9), (9, 19), (19, 30)]),
        Unit::Quarter => (Unit::Month, [(0, 0), (1, 1), (2, 2)]),
        Unit::Year => (Unit::Month, [(0, 3), (4, 7), (8, 11)]),
        Unit::Decade => (Unit::Year, [(0, 3), (4, 6), (7, 9)]),
        Unit::Century => (Unit::Year, [(0, 33), (34, 66), (67, 99)]),
    };
    let (first, last) = match edge {
        Edge::Start => start,
        Edge::Middle => middle,
        Edge::End => end,
    };
    let last = holding(shifted(from, last, unit), unit).to.unwrap_or(to);
    Window::between(shifted(from, first, unit).min(to), last.min(to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[track_caller]
    fn check(window: Window, expected: &str) {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        assert_eq!(format!("{}/{}", day(window.from), day(window.to)), expected);
    }

    #[test]
    fn units_of_the_calendar_hold_their_days() {
        let day = date(2020, 2, 12);
        check(holding(day, Unit::Week), "2020-02-10/2020-02-16");
        check(holding(day, Unit::Month), "2020-02-01/2020-02-29");
        check(holding(day, Unit::Quarter), "2020-01-01/2020-03-31");
        check(holding(day, Unit::Decade), "2020-01-01/2029-12-31");
        check(holding(day, Unit::Century), "2000-01-01/2099-12-31");
    }

    #[test]
    fn thirds_are_thirds() {
        let february = month(2020, 2);
        check(
            third(february, Unit::Month, Edge::Start),
            "2020-02-01/2020-02-10",
        );
        check(
            third(february, Unit::Month, Edge::End),
            "2020-02-20/2020-02-29",
        );
        let year = years(2014, 1);
        check(
            third(year, Unit::Year, Edge::Start),
            "2014-01-01/2014-04-30",
        );
        check(third(year, Unit::Year, Edge::End), "2014-09-01/2014-12-31");
    }

    #[test]
    fn holidays_find_their_day() {
        for (year, month, day) in [(2018, 4, 1), (2019, 4, 21), (2020, 4, 12), (2038, 4, 25)] {
            assert_eq!(easter(year), Date::new(year, month, day).ok());
        }
        let last_monday_of_may = Holiday::Weekday {
            month: 5,
            weekday: 1,
            nth: 9,
            offset: 0,
        };
        assert_eq!(holiday(2021, last_monday_of_may), Some(date(2021, 5, 31)));
    }

    #[test]
    fn weekdays_look_back_and_ahead() {
        let tuesday = date(2020, 2, 4);
        assert_eq!(weekday_on_or_before(tuesday, Weekday::Tuesday), tuesday);
        assert_eq!(
            weekday_on_or_before(tuesday, Weekday::Wednesday),
            date(2020, 1, 29)
        );
        assert_eq!(
            weekday_on_or_after(tuesday, Weekday::Monday),
            date(2020, 2, 10)
        );
    }

    #[test]
    fn far_shifts_stay_in_the_calendar() {
        let far = shifted(date(2020, 2, 4), i32::MIN, Unit::Century);
        assert!(far.year() < -7_000);
    }
}
