//! So many units from a day: "three days ago", "the last three weeks", "two days before Christmas".

use jiff::civil::Date;

use super::{
    Window,
    calendar::shifted,
    reader::Reader,
    reading::{Found, Reading, duration},
    tense::Tense,
};
use crate::lexicon::{Edge, Part, Sense, TimeWord, Unit};

/// How many: from `low` to `high`, the same twice where the text says a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Amount {
    pub(super) low: i32,
    pub(super) high: i32,
    /// The piece after it.
    pub(super) end: usize,
}

impl Amount {
    pub(super) fn exact(n: i32, end: usize) -> Self {
        Self {
            low: n,
            high: n,
            end,
        }
    }

    /// The number, where one is said.
    pub(super) fn said(self) -> Option<i32> {
        (self.low == self.high).then_some(self.low)
    }
}

/// One stretch of time: "three weeks", or a part of "two weeks and two days".
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    pub(super) amount: Amount,
    pub(super) unit: Unit,
}

/// A stretch with the finer ones that are added to it: "two weeks and two days".
#[derive(Clone, Copy, Debug)]
struct Length {
    first: Stretch,
    rest: [Option<Stretch>; 2],
}

impl Length {
    /// The day so much later than `day`, or earlier where `sign` is negative; the least, where a range is said.
    fn from(self, day: Date, sign: i32) -> Date {
        let rest = self.rest.iter().flatten();
        std::iter::once(&self.first)
            .chain(rest)
            .fold(day, |day, stretch| {
                shifted(day, sign * stretch.amount.low, stretch.unit)
            })
    }

    fn finest(self) -> Unit {
        self.rest
            .iter()
            .flatten()
            .last()
            .map_or(self.first.unit, |stretch| stretch.unit)
    }

    fn said(self) -> bool {
        self.first.amount.said().is_some()
    }

    fn value(self) -> String {
        duration(self.first.amount.said(), self.first.unit)
    }

    /// The length alone, on no days that are known.
    fn open(self) -> Reading {
        Reading {
            window: Window::default(),
            grain: self.first.unit,
            value: self.value(),
        }
    }
}

impl Reader<'_> {
    /// "three", "a", "several", "a couple of", "two hundred"
    pub(super) fn amount(&self, at: usize) -> Option<Amount> {
        match self.sense(at) {
            Sense::Word(TimeWord::Article) => {
                if let Sense::Few { .. } = self.sense(at + 1) {
                    return self.amount(at + 1);
                }
                let end = at + 1;
                matches!(self.sense(end), Sense::Unit { plural: false, .. })
                    .then(|| Amount::exact(1, end))
            }
            Sense::Few { low, high } => {
                let end = self.skip(at + 1, TimeWord::Of);
                Some(Amount {
                    low: low.into(),
                    high: high.into(),
                    end,
                })
            }
            Sense::Digits { value, len } if len <= 4 && value > 0 => {
                Some(Amount::exact(value, at + 1))
            }
            Sense::Cardinal(n) => {
                let (n, end) = match self.sense(at + 1) {
                    Sense::Cardinal(one @ 1..=9) if n >= 20 && n % 10 == 0 => (n + one, at + 2),
                    Sense::Word(TimeWord::Hundred) => (n.saturating_mul(100), at + 2),
                    _ => (n, at + 1),
                };
                Some(Amount::exact(n.into(), end))
            }
            _ => None,
        }
    }

    /// "three weeks", "two to three weeks", "a week or two"
    pub(super) fn stretch(&self, at: usize) -> Option<(Stretch, usize)> {
        let mut amount = self.amount(at)?;
        if matches!(
            self.sense(amount.end),
            Sense::Word(TimeWord::To | TimeWord::And) | Sense::Mark('-' | '–')
        ) {
            let upper = self
                .amount(amount.end + 1)
                .filter(|upper| upper.high > amount.low && upper.said().is_some());
            if let Some(upper) = upper {
                amount = Amount {
                    high: upper.high,
                    end: upper.end,
                    ..amount
                };
            }
        }
        let (unit, mut end) = self.unit(amount.end)?;
        if self.is(end, TimeWord::And) && amount.said() == Some(1) {
            match self.sense(end + 1) {
                Sense::Cardinal(2) => {
                    amount.high = 2;
                    end += 2;
                }
                _ if self.word(end + 1) == "so" => end += 2,
                _ => {}
            }
        }
        Some((Stretch { amount, unit }, end))
    }

    /// "days", and nights, which count as days
    pub(super) fn unit(&self, at: usize) -> Option<(Unit, usize)> {
        match self.sense(at) {
            Sense::Unit { unit, .. } => Some((unit, at + 1)),
            Sense::Part(Part::Night) => Some((Unit::Day, at + 1)),
            _ => None,
        }
    }

    /// "three days ago", "two weeks and two days ago", "two days before Christmas", "a week later",
    /// "in two days", "five past years"
    pub(super) fn counted(&self, at: usize) -> Option<Found> {
        let Some((first, mut end)) = self.stretch(at) else {
            return self.counted_rolling(at);
        };
        let mut length = Length {
            first,
            rest: [None; 2],
        };
        for slot in &mut length.rest {
            let next = self.skip(self.skip_mark(end, ','), TimeWord::And);
            let more = self
                .stretch(next)
                .filter(|(stretch, _)| stretch.unit < first.unit);
            let Some((stretch, past)) = more else {
                break;
            };
            *slot = Some(stretch);
            end = past;
        }
        match self.sense(end) {
            Sense::Word(TimeWord::Ago) => Some(Found::known(self.ago(length, at), end + 1)),
            Sense::Word(TimeWord::Later) => Some(Found::known(self.later(length, 1), end + 1)),
            Sense::Word(TimeWord::Earlier) => Some(Found::known(self.later(length, -1), end + 1)),
            Sense::Word(TimeWord::Before) => self.beside(length, -1, end + 1),
            Sense::Word(TimeWord::After | TimeWord::From) => self.beside(length, 1, end + 1),
            _ => None,
        }
        .or_else(|| self.lasting(length, at, end))
        .or_else(|| self.ahead(length, at, end))
    }

    /// "three days **ago**"
    fn ago(&self, length: Length, at: usize) -> Reading {
        let Some(published) = self.published else {
            return length.open();
        };
        let day = length.from(published, -1);
        let mut reading = around(day, length.finest());
        if length.finest() < Unit::Day {
            reading.window.to = Some(published);
        }
        if !length.said() {
            reading.window.from = Some(shifted(
                published,
                -length.first.amount.high,
                length.first.unit,
            ));
            reading.value = length.value();
        }
        match (
            at.checked_sub(2).map(|at| self.sense(at)),
            self.sense_before(at),
        ) {
            (Some(Sense::Word(TimeWord::More)), Sense::Word(TimeWord::Than))
            | (_, Sense::Word(TimeWord::Over)) => {
                reading.window = Window {
                    from: None,
                    to: Some(day),
                };
            }
            (Some(Sense::Word(TimeWord::Less)), Sense::Word(TimeWord::Than)) => {
                reading.window = Window::between(day, published);
            }
            _ => {}
        }
        reading
    }

    /// "two days before **yesterday**", "three weeks from **tomorrow**"; `at` is behind "before".
    fn beside(&self, length: Length, sign: i32, at: usize) -> Option<Found> {
        if !length.said() {
            return None;
        }
        let (day, end) = self.day_at(at)?;
        Some(Found::known(
            Reading::holding(length.from(day, sign), Unit::Day),
            end,
        ))
    }

    /// A day that words name: "now", "next Monday", "20 December"
    fn day_at(&self, at: usize) -> Option<(Date, usize)> {
        if self.is(at, TimeWord::Now) {
            return Some((self.published?, at + 1));
        }
        let found = self
            .moment(at)
            .filter(|found| found.grain() == Unit::Day && !self.is_genitive(found.end))?;
        Some((self.reading(at, &found).window.from?, found.end))
    }

    /// "for three days **from Monday**", "two weeks **starting on May 20**"
    fn lasting(&self, length: Length, at: usize, end: usize) -> Option<Found> {
        if !length.said() || length.finest() < Unit::Day {
            return None;
        }
        let next = self.skip_mark(end, ',');
        let starting = match self.sense(next) {
            Sense::Word(TimeWord::Starting) => self.skip(next + 1, TimeWord::From),
            Sense::EdgeNoun(Edge::Start) => next + 1,
            Sense::Word(TimeWord::From)
                if at > 0 && self.word(at - 1).eq_ignore_ascii_case("for") =>
            {
                next + 1
            }
            _ => return None,
        };
        let (day, end) = self.day_at(self.skip(starting, TimeWord::On))?;
        let last = shifted(length.from(day, 1), -1, Unit::Day);
        let window = Window::between(day, last.max(day));
        Some(Found::known(
            Reading {
                window,
                grain: length.first.unit,
                value: length.value(),
            },
            end,
        ))
    }

    /// "two days **later**", "a week **earlier**": from the day that the sentence named before
    fn later(&self, length: Length, sign: i32) -> Reading {
        let before = self
            .before
            .as_ref()
            .filter(|before| before.grain == Unit::Day);
        let day = before.and_then(|before| {
            if sign > 0 {
                before.window.to
            } else {
                before.window.from
            }
        });
        match day {
            Some(day) if length.said() => around(length.from(day, sign), length.finest()),
            _ => length.open(),
        }
    }

    /// "**in** two days", "**within** nine months", where the sentence looks ahead; "in two days' **time**"
    fn ahead(&self, length: Length, at: usize, end: usize) -> Option<Found> {
        let within = match self.sense_before(at) {
            Sense::Word(TimeWord::In) => false,
            Sense::Word(TimeWord::Within) => true,
            _ => return None,
        };
        let time = self.word(end + 1) == "time" && !within;
        if !length.said() || !(time || self.tense(at - 1, end) == Tense::Future) {
            return None;
        }
        let end = if time { end + 2 } else { end };
        let Some(published) = self.published else {
            return Some(Found::known(length.open(), end));
        };
        let day = length.from(published, 1);
        let reading = if within {
            Reading {
                window: Window::between(published, day),
                ..length.open()
            }
        } else {
            Reading::holding(day, Unit::Day)
        };
        Some(Found::known(reading, end))
    }
}

/// A day told in a coarse unit is not meant to the day: "two weeks ago" is within a day of it, "two
/// years ago" some time in that year.
fn around(day: Date, unit: Unit) -> Reading {
    let slack = match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => 0,
        Unit::Week | Unit::Fortnight => 1,
        Unit::Month | Unit::Quarter => 15,
        Unit::Year | Unit::Decade | Unit::Century => return Reading::holding(day, unit),
    };
    let value = match unit {
        Unit::Month | Unit::Quarter => Reading::holding(day, Unit::Month).value,
        _ => day.to_string(),
    };
    Reading {
        window: Window::between(
            shifted(day, -slack, Unit::Day),
            shifted(day, slack, Unit::Day),
        ),
        grain: unit,
        value,
    }
}
