//! Seasons: "last summer", "the spring of 2015".

use super::{
    calendar::{self, shifted},
    reader::Reader,
    reading::{Found, Reading},
};
use crate::lexicon::{Sense, TimeWord, Unit};

impl Reader<'_> {
    /// "last summer", "this winter"
    pub(super) fn relative_season(&self, at: usize, word: TimeWord) -> Option<Found> {
        let Sense::Season(season) = self.sense(at) else {
            return None;
        };
        let Some(published) = self.published else {
            return Some(Found::known(Reading::open_season(season), at + 1));
        };
        let year = published.year();
        let window = |year| calendar::season(year, season);
        let years = year.saturating_sub(2)..=year.saturating_add(2);
        let year = match word {
            TimeWord::Last | TimeWord::Past => years
                .rev()
                .find(|&year| window(year).to.is_some_and(|to| to < published)),
            TimeWord::This => years.rev().find(|&year| {
                window(year)
                    .from
                    .is_some_and(|from| from <= shifted(published, 3, Unit::Month))
            }),
            _ => years
                .into_iter()
                .find(|&year| window(year).from.is_some_and(|from| from > published)),
        };
        Some(Found::known(Reading::season(year?, season), at + 1))
    }

    /// "the summer of 2015", "summer 2014", "in the spring"
    pub(super) fn season_of_year(
        &self,
        at: usize,
        season: crate::lexicon::Season,
    ) -> Option<Found> {
        let of = self.skip(at + 1, TimeWord::Of);
        if let Some((year, end)) = self.year_number(of).filter(|_| !self.counts_rounded(of)) {
            return Some(Found::known(Reading::season(year, season), end));
        }
        if let (Some((n, end)), Some(published)) =
            (self.relative_unit(of, Unit::Year), self.published)
        {
            let year = shifted(published, n, Unit::Year).year();
            return Some(Found::known(Reading::season(year, season), end));
        }
        let the = self.sense_before(at) == Sense::Word(TimeWord::The);
        let before = at.checked_sub(2).map(|at| self.sense(at));
        let placed = matches!(
            before,
            Some(Sense::Word(
                TimeWord::In
                    | TimeWord::Since
                    | TimeWord::During
                    | TimeWord::By
                    | TimeWord::Until
                    | TimeWord::Over
                    | TimeWord::Of
            ))
        );
        if !the || !placed || of > at + 1 {
            return None;
        }
        let Some(published) = self.published else {
            return Some(Found::known(Reading::open_season(season), at + 1));
        };
        let year = published.year().saturating_add(1);
        let past = (0..3).map(|n| year - n).find(|&year| {
            calendar::season(year, season)
                .from
                .is_some_and(|from| from <= published)
        })?;
        Some(Found::known(Reading::season(past, season), at + 1))
    }
}
