//! What words name: days, the unit they are told in, and the TIMEX3 value.

use jiff::civil::Date;

use super::{
    Window,
    calendar::{self, holding},
    fields::Fields,
    tense::Tense,
};
use crate::lexicon::{Edge, Part, Season, Unit};

/// What a time expression names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) window: Window,
    /// The unit it is told in: "last week" is told in weeks.
    pub(super) grain: Unit,
    /// TIMEX3 value.
    pub(super) value: String,
}

/// A time before its missing fields are known, or one that is known already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    Fields(Fields),
    Known(Reading),
}

/// Words that name a time, up to the piece `end`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) moment: Moment,
    /// Part of the day or time of day, as TIMEX3 writes it: `TNI`, `T21:31`.
    pub(super) clock: Option<Clock>,
    pub(super) end: usize,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clock {
    Part(Part),
    Time { hour: i32, minute: i32 },
}

impl Clock {
    /// TIMEX3: `TNI`, `T21:31`.
    pub(super) fn value(self) -> String {
        match self {
            Self::Part(Part::Morning) => "TMO".to_owned(),
            Self::Part(Part::Afternoon) => "TAF".to_owned(),
            Self::Part(Part::Evening) => "TEV".to_owned(),
            Self::Part(Part::Night) => "TNI".to_owned(),
            Self::Time { hour, minute } => format!("T{hour:02}:{minute:02}"),
        }
    }
}

impl Found {
    pub(super) fn fields(fields: Fields, end: usize) -> Self {
        Self {
            moment: Moment::Fields(fields),
            clock: None,
            end,
        }
    }

    pub(super) fn known(reading: Reading, end: usize) -> Self {
        Self {
            moment: Moment::Known(reading),
            clock: None,
            end,
        }
    }

    /// Its fields, where some may still be missing.
    pub(super) fn open(&self) -> Option<Fields> {
        match self.moment {
            Moment::Fields(fields) => Some(fields),
            Moment::Known(_) => None,
        }
    }

    /// The unit it is told in.
    pub(super) fn grain(&self) -> Unit {
        match &self.moment {
            Moment::Fields(fields) => fields.grain(),
            Moment::Known(reading) => reading.grain,
        }
    }

    /// What it names, once the day of publication and the tense are known.
    pub(super) fn reading(&self, published: Option<Date>, tense: Tense) -> Reading {
        let mut reading = match &self.moment {
            Moment::Fields(fields) => fields.reading(published, tense),
            Moment::Known(reading) => reading.clone(),
        };
        if let Some(clock) = self.clock {
            reading.value.push_str(&clock.value());
        }
        reading
    }
}

impl Reading {
    /// A day, or the week, month, … that holds it.
    pub(super) fn holding(day: Date, unit: Unit) -> Self {
        Self {
            window: holding(day, unit),
            grain: unit,
            value: match unit {
                Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => day.to_string(),
                Unit::Week | Unit::Fortnight => {
                    let week = day.iso_week_date();
                    format!("{:04}-W{:02}", week.year(), week.week())
                }
                Unit::Month => format!("{:04}-{:02}", day.year(), day.month()),
                Unit::Quarter => format!("{:04}-Q{}", day.year(), (day.month() + 2) / 3),
                Unit::Year => format!("{:04}", day.year()),
                Unit::Decade => format!("{:03}", day.year().div_euclid(10)),
                Unit::Century => format!("{:02}", day.year().div_euclid(100)),
            },
        }
    }

    /// A time whose days nothing tells.
    pub(super) fn open(grain: Unit) -> Self {
        Self {
            window: Window::default(),
            grain,
            value: match grain {
                Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => "XXXX-XX-XX",
                Unit::Week | Unit::Fortnight => "XXXX-WXX",
                Unit::Month => "XXXX-XX",
                Unit::Quarter => "XXXX-QX",
                Unit::Year => "XXXX",
                Unit::Decade => "XXX",
                Unit::Century => "XX",
            }
            .to_owned(),
        }
    }

    /// The summer of 2015.
    pub(super) fn season(year: i16, season: Season) -> Self {
        Self {
            window: calendar::season(year, season),
            grain: Unit::Quarter,
            value: format!("{year:04}-{}", season_code(season)),
        }
    }

    /// A season of no known year.
    pub(super) fn open_season(season: Season) -> Self {
        Self {
            window: Window::default(),
            grain: Unit::Quarter,
            value: format!("XXXX-{}", season_code(season)),
        }
    }

    /// "Early 2014": the third of it that is meant.
    #[must_use]
    pub(super) fn third(self, edge: Edge) -> Self {
        Self {
            window: calendar::third(self.window, self.grain, edge),
            ..self
        }
    }

    /// From the first day of one to the last of another.
    pub(super) fn through(from: &Self, to: &Self) -> Self {
        Self {
            window: Window {
                from: from.window.from,
                to: to.window.to,
            },
            grain: from.grain.min(to.grain),
            value: format!("{}/{}", from.value, to.value),
        }
    }
}

fn season_code(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Autumn => "FA",
        Season::Winter => "WI",
    }
}

/// TIMEX3 duration: `P3D`, `PT24H`, `PXM` for "several months".
pub(super) fn duration(n: Option<i32>, unit: Unit) -> String {
    let n = n.map_or_else(|| "X".to_owned(), |n| n.to_string());
    match unit {
        Unit::Second => format!("PT{n}S"),
        Unit::Minute => format!("PT{n}M"),
        Unit::Hour => format!("PT{n}H"),
        Unit::Day => format!("P{n}D"),
        Unit::Week => format!("P{n}W"),
        Unit::Fortnight => format!("P{n}F"),
        Unit::Month => format!("P{n}M"),
        Unit::Quarter => format!("P{n}Q"),
        Unit::Year => format!("P{n}Y"),
        Unit::Decade => format!("P{n}DE"),
        Unit::Century => format!("P{n}CE"),
    }
}
