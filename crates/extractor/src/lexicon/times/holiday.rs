//! Holidays: how their days are found.

/// How the day of a holiday is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holiday {
    /// A day of a month.
    Date { month: i8, day: i8 },
    /// So many days from Easter Sunday.
    Easter(i16),
    /// The nth such weekday of a month (9 is the last), and days from it.
    Weekday {
        month: i8,
        weekday: i8,
        nth: i8,
        offset: i8,
    },
}

/// "12-25", "easter-2", "thu4-11+1"
pub(super) fn holiday(day: &str) -> Option<Holiday> {
    if let Some(offset) = day.strip_prefix("easter") {
        return Some(Holiday::Easter(offset.parse().ok()?));
    }
    let (first, rest) = day.split_once('-')?;
    if let Ok(month) = first.parse() {
        let day = rest.parse().ok()?;
        return Some(Holiday::Date { month, day });
    }
    let (weekday, nth) = first.split_at_checked(3)?;
    let weekday = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        .iter()
        .position(|name| *name == weekday)? as i8
        + 1;
    let (month, offset) = rest.split_once('+').unwrap_or((rest, "0"));
    Some(Holiday::Weekday {
        month: month.parse().ok()?,
        weekday,
        nth: nth.parse().ok()?,
        offset: offset.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holidays_say_how_their_day_is_found() {
        assert_eq!(holiday("easter-2"), Some(Holiday::Easter(-2)));
        assert_eq!(holiday("12-25"), Some(Holiday::Date { month: 12, day: 25 }));
        assert_eq!(
            holiday("thu4-11+1"),
            Some(Holiday::Weekday {
                month: 11,
                weekday: 4,
                nth: 4,
                offset: 1
            })
        );
        assert_eq!(holiday("some day"), None);
    }
}
