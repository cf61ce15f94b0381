//! A share of a longer time: "early 2014", "the end of February", "the first week of July".

use super::{fields::Fields, reader::Reader, reading::Found};
use crate::lexicon::{Edge, Sense, TimeWord, Unit};

impl Reader<'_> {
    /// "early 2014", "mid-March", "late on Thursday", "the end of last year", "early hours of Wednesday"
    pub(super) fn third_of(&self, at: usize) -> Option<Found> {
        let (Sense::Edge(edge) | Sense::EdgeNoun(edge)) = self.sense(at) else {
            return None;
        };
        let noun = matches!(self.sense(at), Sense::EdgeNoun(_));
        let mut next = at + 1;
        if noun {
            next = self.skip(next, TimeWord::Of);
            if next == at + 1 && edge != Edge::End {
                return None;
            }
        } else {
            if let Some(found) = self.early_hours(next, edge) {
                return Some(found);
            }
            next = self.skip_mark(next, '-');
            if matches!(self.sense(next), Sense::Word(TimeWord::In | TimeWord::On)) {
                next += 1;
            }
        }
        let found = self.moment_of_whole(next)?;
        if noun
            && next == at + 1
            && found
                .open()
                .is_some_and(|fields| fields.day.is_some() || fields.weekday.is_some())
        {
            return None;
        }
        if found.grain() == Unit::Day {
            return Some(found);
        }
        let reading = self.reading(next, &found).third(edge);
        Some(Found::known(reading, found.end))
    }

    /// The longer time that a share is taken of: "**February**", "**the year**", "**2014**", "**next week**"
    pub(super) fn moment_of_whole(&self, at: usize) -> Option<Found> {
        let the = self.skip(at, TimeWord::The);
        match self.sense(the) {
            Sense::Unit {
                unit,
                plural: false,
            } if unit >= Unit::Day && !self.is(the + 1, TimeWord::Of) => {
                Some(Found::known(self.unit_from_now(0, unit), the + 1))
            }
            Sense::Month { number, .. } => self.date(the).or_else(|| {
                Some(Found::fields(
                    Fields::month(number),
                    self.skip_stop(the + 1),
                ))
            }),
            Sense::Digits { len: 4, .. } => self
                .numeric_date(the)
                .or_else(|| self.date(the))
                .or_else(|| {
                    let (year, end) = self
                        .year_number(the)
                        .filter(|_| !self.counts_rounded(the))?;
                    self.bare_year(the)
                        .or_else(|| Some(Found::fields(Fields::year(year), end)))
                }),
            Sense::Season(_) if the > at => self.with_the(the),
            _ => self.moment(at),
        }
    }

    /// "the summer of 2015", "the year 2008", "the week of 3 May"; `at` is behind "the"
    pub(super) fn with_the(&self, at: usize) -> Option<Found> {
        match self.sense(at) {
            Sense::Season(season) => self.season_of_year(at, season),
            _ => self.unit_named(at),
        }
    }
}
