//! So many units from a day: "three days ago", "the last three weeks", "two days before Christmas".

use super::{
    Window,
    calendar::shifted,
    reader::Reader,
    reading::{Found, Reading, duration},
    tense::Tense,
};
use crate::lexicon::{Sense, TimeWord, Unit};

/// How many: from `low` to `high`, the same twice where the text says a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Amount {
    pub(super) low: i32,
    pub(super) high: i32,
    /// The piece after it.
    pub(super) end: usize,
}

impl Amount {
    fn exact(n: i32, end: usize) -> Self {
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
struct Stretch {
    amount: Amount,
    unit: Unit,
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
            Sense::Digits { value, len } if len <= 4 => Some(Amount::exact(value as i32, at + 1)),
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

    fn stretch(&self, at: usize) -> Option<(Stretch, usize)> {
        let amount = self.amount(at)?;
        let (unit, end) = self.unit(amount.end)?;
        Some((Stretch { amount, unit }, end))
    }

    /// "days", "working days"
    fn unit(&self, at: usize) -> Option<(Unit, usize)> {
        match self.sense(at) {
            Sense::Unit { unit, .. } => Some((unit, at + 1)),
            // a minute is "second" only where it is told as an ordinal; nights count as days
            Sense::Part(crate::lexicon::Part::Night) => Some((Unit::Day, at + 1)),
            _ => None,
        }
    }

    /// "three days ago", "two weeks and two days ago", "two days before Christmas", "a week later",
    /// "in two days", "five past years"
    pub(super) fn counted(&self, at: usize) -> Option<Found> {
        let (first, mut end) = match self.stretch(at) {
            Some(stretch) => stretch,
            None => return self.counted_rolling(at),
        };
        let mut rest = [None; 2];
        for slot in &mut rest {
            let next = self.skip(self.skip_mark(end, ','), TimeWord::And);
            let Some((stretch, past)) = self
                .stretch(next)
                .filter(|(stretch, _)| stretch.unit < first.unit)
            else {
                break;
            };
            *slot = Some(stretch);
            end = past;
        }
        self.ago(first, rest, at, end)
            .or_else(|| self.from_moment(first, rest, end))
            .or_else(|| self.later(first, rest, end))
            .or_else(|| self.ahead(first, at, end))
    }

    /// "three days **ago**"
    fn ago(
        &self,
        first: Stretch,
        rest: [Option<Stretch>; 2],
        at: usize,
        end: usize,
    ) -> Option<Found> {
        if !self.is(end, TimeWord::Ago) {
            return None;
        }
        let value = duration(first.amount.said(), first.unit);
        let Some(published) = self.published else {
            return Some(Found::known(
                Reading {
                    window: Window::default(),
                    grain: first.unit,
                    value,
                },
                end + 1,
            ));
        };
        let amount = first.amount;
        let finest = rest
            .iter()
            .flatten()
            .last()
            .map_or(first.unit, |stretch| stretch.unit);
        let mut day = shifted(published, -amount.low, first.unit);
        for stretch in rest.iter().flatten() {
            day = shifted(day, -stretch.amount.low, stretch.unit);
        }
        let mut reading = around(day, finest);
        if amount.said().is_none() {
            reading.window.from = Some(shifted(published, -amount.high, first.unit));
            reading.value = value;
        }
        match (self.sense(at.wrapping_sub(2)), self.sense_before(at)) {
            (Sense::Word(TimeWord::More), Sense::Word(TimeWord::Than))
            | (_, Sense::Word(TimeWord::Over)) => {
                reading.window = Window {
                    from: None,
                    to: Some(day),
                };
            }
            (Sense::Word(TimeWord::Less), Sense::Word(TimeWord::Than)) => {
                reading.window = Window::between(day, published)
            }
            _ => {}
        }
        Some(Found::known(reading, end + 1))
    }

    /// "two days **before yesterday**", "three weeks **from tomorrow**"
    fn from_moment(&self, first: Stretch, rest: [Option<Stretch>; 2], end: usize) -> Option<Found> {
        let sign = match self.sense(end) {
            Sense::Word(TimeWord::Before) => -1,
            Sense::Word(TimeWord::After | TimeWord::From) => 1,
            _ => return None,
        };
        let (day, end) = if self.is(end + 1, TimeWord::Now) {
            (self.published?, end + 2)
        } else {
            let found = self.moment(end + 1)?;
            if found.grain() != Unit::Day || self.is_genitive(found.end) {
                return None;
            }
            (self.reading(end + 1, &found).window.from?, found.end)
        };
        let n = first.amount.said()?;
        let mut day = shifted(day, sign * n, first.unit);
        for stretch in rest.iter().flatten() {
            day = shifted(day, sign * stretch.amount.said()?, stretch.unit);
        }
        Some(Found::known(Reading::holding(day, Unit::Day), end))
    }

    /// "two days **later**", "a week **earlier**": from the time that the sentence named before
    fn later(&self, first: Stretch, rest: [Option<Stretch>; 2], end: usize) -> Option<Found> {
        let sign = match self.sense(end) {
            Sense::Word(TimeWord::Later) => 1,
            Sense::Word(TimeWord::Earlier) => -1,
            _ => return None,
        };
        let value = duration(first.amount.said(), first.unit);
        let open = Reading {
            window: Window::default(),
            grain: first.unit,
            value,
        };
        let from = self
            .before
            .as_ref()
            .filter(|before| before.grain <= first.unit && before.grain == Unit::Day);
        let day = from.and_then(|before| {
            if sign > 0 {
                before.window.to
            } else {
                before.window.from
            }
        });
        let (Some(day), Some(n)) = (day, first.amount.said()) else {
            return Some(Found::known(open, end + 1));
        };
        let mut day = shifted(day, sign * n, first.unit);
        for stretch in rest.iter().flatten() {
            day = shifted(day, sign * stretch.amount.low, stretch.unit);
        }
        Some(Found::known(around(day, first.unit), end + 1))
    }

    /// "**in** two days", "**within** nine months", where the sentence looks ahead
    fn ahead(&self, first: Stretch, at: usize, end: usize) -> Option<Found> {
        let n = first.amount.said()?;
        let within = match self.sense_before(at) {
            Sense::Word(TimeWord::In) => false,
            Sense::Word(TimeWord::Within) => true,
            _ => return None,
        };
        if self.tense(at - 1, end) != Tense::Future {
            return None;
        }
        let value = duration(Some(n), first.unit);
        let Some(published) = self.published else {
            return Some(Found::known(
                Reading {
                    window: Window::default(),
                    grain: first.unit,
                    value,
                },
                end,
            ));
        };
        let day = shifted(published, n, first.unit);
        let reading = if within {
            Reading {
                window: Window::between(published, day),
                grain: first.unit,
                value,
            }
        } else {
            Reading::holding(day, Unit::Day)
        };
        Some(Found::known(reading, end))
    }

    /// "the **last three days**", "**past week**", "**next few months**"
    pub(super) fn rolling(&self, at: usize) -> Option<Found> {
        let ahead = self.is(at, TimeWord::Next);
        let (stretch, mut end) = match self.unit(at + 1) {
            Some((Unit::Day, _)) => return None,
            Some(_) if ahead => return None,
            Some((unit, end)) => (
                Stretch {
                    amount: Amount::exact(1, at + 1),
                    unit,
                },
                end,
            ),
            None => {
                let amount = self.amount(at + 1).or_else(|| self.couple(at + 1))?;
                // "the next four business days"
                let unit = if matches!(self.sense(amount.end), Sense::Other) {
                    amount.end + 1
                } else {
                    amount.end
                };
                let (unit, end) = self.unit(unit)?;
                (Stretch { amount, unit }, end)
            }
        };
        if self.is(end, TimeWord::Of) && self.moment_of_whole(end + 1).is_some() {
            return None;
        }
        let mut day = self.published.map(|day| {
            shifted(
                day,
                if ahead {
                    stretch.amount.high
                } else {
                    -stretch.amount.high
                },
                stretch.unit,
            )
        });
        for _ in 0..2 {
            let next = self.skip(end, TimeWord::And);
            let Some((more, past)) = self
                .stretch(next)
                .filter(|(more, past)| more.unit < stretch.unit && !self.is(*past, TimeWord::Ago))
            else {
                break;
            };
            day = day.map(|day| {
                shifted(
                    day,
                    if ahead {
                        more.amount.high
                    } else {
                        -more.amount.high
                    },
                    more.unit,
                )
            });
            end = past;
        }
        Some(Found::known(self.rolled(stretch, ahead, day), end))
    }

    fn couple(&self, at: usize) -> Option<Amount> {
        match self.sense(at) {
            Sense::Word(TimeWord::Article) => self.amount(at),
            _ => None,
        }
    }

    /// "five **past** years", "two **next** days"
    fn counted_rolling(&self, at: usize) -> Option<Found> {
        let amount = self.amount(at)?;
        let ahead = match self.sense(amount.end) {
            Sense::Word(TimeWord::Last | TimeWord::Past) => false,
            Sense::Word(TimeWord::Next) => true,
            _ => return None,
        };
        let Sense::Unit { unit, plural: true } = self.sense(amount.end + 1) else {
            return None;
        };
        let n = if ahead { amount.high } else { -amount.high };
        let day = self.published.map(|day| shifted(day, n, unit));
        Some(Found::known(
            self.rolled(Stretch { amount, unit }, ahead, day),
            amount.end + 2,
        ))
    }

    fn rolled(&self, stretch: Stretch, ahead: bool, day: Option<jiff::civil::Date>) -> Reading {
        if let (Unit::Quarter, Some(published), Some(n)) =
            (stretch.unit, self.published, stretch.amount.said())
        {
            // quarters are those of the books, even where they roll
            let (first, last) = if ahead { (1, n) } else { (-n, -1) };
            let quarter =
                |n| Reading::holding(shifted(published, n, Unit::Quarter), Unit::Quarter).window;
            let window = Window {
                from: quarter(first).from,
                to: quarter(last).to,
            };
            return Reading {
                window,
                grain: Unit::Quarter,
                value: duration(Some(n), Unit::Quarter),
            };
        }
        let window = match (self.published, day) {
            (Some(published), Some(day)) if ahead => {
                Window::between(shifted(published, 1, Unit::Day).min(day), day)
            }
            (Some(published), Some(day)) => Window::between(day, published),
            _ => Window::default(),
        };
        Reading {
            window,
            grain: stretch.unit,
            value: duration(stretch.amount.said(), stretch.unit),
        }
    }

    /// "years ago", "days later", "the day before yesterday", "the year 2008", "week of 3 May"
    pub(super) fn unit_named(&self, at: usize) -> Option<Found> {
        let Sense::Unit { unit, plural } = self.sense(at) else {
            return None;
        };
        let end = at + 1;
        match self.sense(end) {
            Sense::Word(TimeWord::Ago) if plural => {
                let to = self.published.map(|published| shifted(published, -1, unit));
                let reading = Reading {
                    window: Window { from: None, to },
                    grain: unit,
                    value: duration(None, unit),
                };
                Some(Found::known(reading, end + 1))
            }
            Sense::Word(TimeWord::Later | TimeWord::Earlier) if plural => {
                let reading = Reading {
                    window: Window::default(),
                    grain: unit,
                    value: duration(None, unit),
                };
                Some(Found::known(reading, end + 1))
            }
            Sense::Word(TimeWord::Before | TimeWord::After) if !plural && unit == Unit::Day => {
                let sign = if self.is(end, TimeWord::Before) {
                    -1
                } else {
                    1
                };
                match self.sense(end + 1) {
                    Sense::Deictic(days) => {
                        Some(self.day_from_now(i32::from(days) + sign, end + 2))
                    }
                    _ => self.neighbour(sign, end),
                }
            }
            Sense::Word(TimeWord::Before | TimeWord::After) if !plural => {
                // "the week before last", "the week after next"
                let n = match (self.sense(end), self.sense(end + 1)) {
                    (Sense::Word(TimeWord::Before), Sense::Word(TimeWord::Last)) => -2,
                    (Sense::Word(TimeWord::After), Sense::Word(TimeWord::Next)) => 2,
                    _ => return None,
                };
                Some(Found::known(self.unit_from_now(n, unit), end + 2))
            }
            _ if unit == Unit::Year && !plural => {
                let year = self.skip(end, TimeWord::Of);
                self.bare_year(year)
                    .filter(|_| year == end || self.sense_before(at) == Sense::Word(TimeWord::The))
            }
            _ if unit == Unit::Week && !plural => self.week_of(end),
            _ => None,
        }
    }

    /// "the day **before**", "the day **after**" the time that the sentence named before; with the
    /// words that follow only where those are a time
    fn neighbour(&self, sign: i32, end: usize) -> Option<Found> {
        if let Some(found) = self
            .moment(end + 1)
            .filter(|found| found.grain() == Unit::Day && !self.is_genitive(found.end))
        {
            let day = self.reading(end + 1, &found).window.from?;
            return Some(Found::known(
                Reading::holding(shifted(day, sign, Unit::Day), Unit::Day),
                found.end,
            ));
        }
        if self.ends_phrase(end + 1)
            && self
                .tag(end + 1)
                .is_none_or(|tag| tag == crate::Tag::Punctuation)
        {
            return self.after_before(sign, Unit::Day, end + 1);
        }
        None
    }

    /// "the week **of April 10**", "the week **beginning 3 May**"
    fn week_of(&self, at: usize) -> Option<Found> {
        let next = match self.sense(at) {
            Sense::Word(TimeWord::Of | TimeWord::From) | Sense::EdgeNoun(_) => {
                self.skip(at + 1, TimeWord::On)
            }
            _ => return None,
        };
        let found = self.date(next).filter(|found| found.grain() == Unit::Day)?;
        let reading = self.reading(next, &found);
        let week = match reading.window.from {
            Some(day) => Reading::holding(day, Unit::Week),
            None => Reading::open(Unit::Week),
        };
        Some(Found::known(week, found.end))
    }
}

/// A day told in a coarse unit is not meant to the day: "two weeks ago" is within days of it, "two
/// years ago" some time in that year.
fn around(day: jiff::civil::Date, unit: Unit) -> Reading {
    let slack = match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => 0,
        Unit::Week | Unit::Fortnight => 3,
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
