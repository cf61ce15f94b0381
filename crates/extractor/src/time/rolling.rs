//! Stretches that reach from publication: "the last three days", "next few months", "recent weeks".

use super::{
    Window,
    calendar::shifted,
    count::{Amount, Stretch},
    reader::Reader,
    reading::{Found, Reading, duration},
};
use crate::lexicon::{Sense, TimeWord, Unit};

/// How long "recent days" reach back, as convention has it.
const RECENT: [(Unit, i32); 4] = [
    (Unit::Day, 7),
    (Unit::Week, 6),
    (Unit::Month, 6),
    (Unit::Year, 5),
];

impl Reader<'_> {
    /// "the **last three days**", "**past week**", "**next few months**"
    pub(super) fn rolling(&self, at: usize) -> Option<Found> {
        let following = self.is(at, TimeWord::Following);
        let ahead = following || self.is(at, TimeWord::Next);
        let (stretch, mut end) = match self.unit(at + 1) {
            Some((Unit::Second | Unit::Minute | Unit::Day, _)) => return None,
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
        // "following two days of clashes"
        if following && self.is(end, TimeWord::Of) {
            return None;
        }
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
    pub(super) fn counted_rolling(&self, at: usize) -> Option<Found> {
        let amount = self.amount(at)?;
        let ahead = match self.sense(amount.end) {
            Sense::Word(TimeWord::Last | TimeWord::Past) => false,
            Sense::Word(TimeWord::Next | TimeWord::Following) => true,
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
}
