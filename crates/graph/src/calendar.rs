//! Days as a report writes them: "3 February 2020", "3–10 February 2020".

use jiff::civil::{Date, Weekday};
use rashomon_extractor::Window;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day as a report writes it: "3 February 2020".
pub fn day(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

/// Days as a report writes them: "3–10 February 2020", "since 1 December 2019"; `None` where no day is known.
pub fn days(window: Window) -> Option<String> {
    match (window.from, window.to) {
        (None, None) => None,
        (Some(from), None) => Some(format!("since {}", day(from))),
        (None, Some(to)) => Some(format!("up to {}", day(to))),
        (Some(from), Some(to)) if from == to => Some(day(from)),
        (Some(from), Some(to)) if from.year() != to.year() => {
            Some(format!("{} – {}", day(from), day(to)))
        }
        (Some(from), Some(to)) if from.month() != to.month() => {
            Some(format!("{} {} – {}", from.day(), month(from), day(to)))
        }
        (Some(from), Some(to)) => Some(format!("{}–{}", from.day(), day(to))),
    }
}

/// How many days lie from one day to another; negative where the other is earlier.
pub(crate) fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// How many days lie between two stretches that do not meet: Monday and Wednesday are two apart.
pub(crate) fn gap(a: Window, b: Window) -> i32 {
    let after = |to: Option<Date>, from: Option<Date>| match (to, from) {
        (Some(to), Some(from)) => days_between(to, from),
        _ => 0,
    };
    after(a.to, b.from).max(after(b.to, a.from)).max(0)
}

/// Whether a window is a day that was told in a coarse unit and is not meant to the day.
///
/// "A week ago" is within three days of that day, "a month ago" within half a month; unlike "last
/// week" and "last month", such a window starts on no Monday and no first.
pub(crate) fn is_loose(window: Window) -> bool {
    match (window.days(), window.from) {
        (Some(7), Some(from)) => from.weekday() != Weekday::Monday,
        (Some(31), Some(from)) => from.day() != 1,
        _ => false,
    }
}

fn month(date: Date) -> &'static str {
    MONTHS[usize::from(date.month().unsigned_abs()) - 1]
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[track_caller]
    fn check(from: (i16, i8, i8), to: (i16, i8, i8), expected: &str) {
        let window = Window::between(date(from.0, from.1, from.2), date(to.0, to.1, to.2));
        assert_eq!(days(window).unwrap(), expected);
    }

    #[test]
    fn a_stretch_names_what_its_ends_do_not_share() {
        check((2020, 2, 3), (2020, 2, 3), "3 February 2020");
        check((2020, 2, 3), (2020, 2, 10), "3–10 February 2020");
        check((2020, 2, 27), (2020, 3, 1), "27 February – 1 March 2020");
        check(
            (2019, 12, 1),
            (2020, 2, 3),
            "1 December 2019 – 3 February 2020",
        );
    }

    #[test]
    fn an_unknown_window_has_no_days() {
        assert_eq!(days(Window::default()), None);
    }

    #[test]
    fn a_week_ago_is_not_last_week() {
        let around = |from, to| is_loose(Window::between(from, to));
        assert!(around(date(2020, 2, 1), date(2020, 2, 7)));
        assert!(!around(date(2020, 2, 3), date(2020, 2, 9)));
        assert!(!around(date(2020, 1, 1), date(2020, 1, 31)));
    }

    #[test]
    fn a_gap_counts_the_days_from_end_to_start() {
        let monday = Window::day(date(2020, 2, 3));
        let wednesday = Window::day(date(2020, 2, 5));
        assert_eq!(gap(monday, wednesday), 2);
        assert_eq!(gap(wednesday, monday), 2);
        assert_eq!(gap(monday, monday), 0);
    }
}
