use rashomon_extractor::{Scope, Window};

use super::Extent;
use crate::calendar;

/// One night is reported under either day, and "a week ago" is not to the day.
const LOOSE: i32 = 1;

/// A stretch of so few days is a day that is not known better ("a week ago"), not a total.
const SHORT: i32 = 3;

/// Two levels ("3.7 million refugees live in Turkey") are compared over about two months.
const LEVEL: i32 = 62;

/// How the days of one claim lie to those of another. `level` says that a stock is counted.
///
/// Days that only the lead or the day of publication gave set nothing apart.
pub(crate) fn window(a: &Scope, b: &Scope, level: bool) -> Extent {
    let (ours, theirs) = (a.when, b.when);
    let gap = calendar::gap(ours, theirs);
    if level {
        return if gap <= LEVEL {
            Extent::Same
        } else {
            Extent::Apart
        };
    }
    if !a.when_basis.is_told() || !b.when_basis.is_told() {
        return carried(a, b);
    }
    if !ours.meets(theirs) {
        return if gap <= LOOSE {
            Extent::Same
        } else {
            Extent::Apart
        };
    }
    if calendar::is_loose(ours) || calendar::is_loose(theirs) {
        return Extent::Same;
    }
    let (Some(from), Some(to), Some(their_from), Some(their_to)) =
        (ours.from, ours.to, theirs.from, theirs.to)
    else {
        return Extent::Same;
    };
    let short = |window: Window| window.days().is_some_and(|days| days <= SHORT);
    if short(ours) && short(theirs) && a.cumulative == b.cumulative {
        return Extent::Same;
    }
    let starts = calendar::days_between(from, their_from);
    let ends = calendar::days_between(to, their_to);
    if starts.abs() <= LOOSE && ends.abs() <= LOOSE {
        Extent::Same
    } else if starts >= -LOOSE && ends <= LOOSE {
        Extent::Wider
    } else if starts <= LOOSE && ends >= -LOOSE {
        Extent::Narrower
    } else {
        Extent::Apart
    }
}

/// A total over a stretch is not the toll of the day that the report is about.
fn carried(a: &Scope, b: &Scope) -> Extent {
    match (a.cumulative, b.cumulative) {
        (true, false) if a.when_basis.is_told() => Extent::Wider,
        (false, true) if b.when_basis.is_told() => Extent::Narrower,
        _ => Extent::Same,
    }
}

#[cfg(test)]
mod tests {
    use rashomon_extractor::Basis;

    use super::*;

    fn scope(from: &str, to: &str) -> Scope {
        Scope {
            when: Window::between(from.parse().unwrap(), to.parse().unwrap()),
            when_basis: Basis::Own,
            ..Scope::default()
        }
    }

    #[track_caller]
    fn check(a: (&str, &str), b: (&str, &str), expected: Extent) {
        let (a, b) = (scope(a.0, a.1), scope(b.0, b.1));
        assert_eq!(window(&a, &b, false), expected);
        assert_eq!(window(&b, &a, false), expected.reversed());
    }

    #[test]
    fn a_day_not_known_better_is_the_day() {
        let monday = ("2020-02-03", "2020-02-03");
        check(monday, ("2020-02-03", "2020-02-05"), Extent::Same);
    }

    #[test]
    fn monday_is_not_the_month() {
        let monday = ("2020-02-03", "2020-02-03");
        check(monday, ("2020-02-01", "2020-02-29"), Extent::Narrower);
        check(monday, ("2020-02-10", "2020-02-10"), Extent::Apart);
    }

    #[test]
    fn one_night_is_one_day_or_the_next() {
        let monday = ("2020-02-03", "2020-02-03");
        check(monday, ("2020-02-04", "2020-02-04"), Extent::Same);
        check(monday, ("2020-02-02", "2020-02-03"), Extent::Same);
    }

    #[test]
    fn about_a_week_ago_is_any_of_those_days() {
        let monday = ("2020-02-03", "2020-02-03");
        check(monday, ("2020-02-01", "2020-02-07"), Extent::Same);
        check(monday, ("2020-02-03", "2020-02-09"), Extent::Narrower);
    }

    #[test]
    fn totals_that_end_on_other_days_are_part_and_whole() {
        check(
            ("2019-12-01", "2020-02-11"),
            ("2019-12-01", "2020-03-06"),
            Extent::Narrower,
        );
    }

    #[test]
    fn levels_share_a_window_for_two_months() {
        let (a, b) = (
            scope("2020-02-13", "2020-02-13"),
            scope("2020-03-06", "2020-03-06"),
        );
        assert_eq!(window(&a, &b, true), Extent::Same);
        let later = scope("2020-06-06", "2020-06-06");
        assert_eq!(window(&a, &later, true), Extent::Apart);
    }

    #[test]
    fn days_that_only_the_lead_gave_set_nothing_apart() {
        let a = scope("2020-02-03", "2020-02-03");
        let mut b = scope("2020-02-10", "2020-02-10");
        b.when_basis = Basis::Published;
        assert_eq!(window(&a, &b, false), Extent::Same);
    }
}
