//! Ranges: "from 2 to 5 March", "between 2011 and 2015", "Feb. 2-5".

use jiff::civil::Date;

use super::{
    Window,
    fields::Fields,
    reader::{Expression, Reader},
    reading::{Found, Moment, Reading},
    tense::Tense,
};
use crate::lexicon::{Sense, TimeWord, Unit};

/// A time on its way to be the end of a range, with the piece it begins at.
struct End {
    start: usize,
    found: Found,
}

impl Reader<'_> {
    /// From one time to another: "from 2 to 5 March", "between 2011 and 2015", "Feb. 2-5".
    pub(super) fn range(&self, start: usize, at: usize, between: bool) -> Option<Expression> {
        let prefixed = start < at;
        let from = self.range_start(at, prefixed)?;
        let next = self.connector(&from, between, prefixed)?;
        let to = self.range_end(&from, next, prefixed)?;
        let end = to.found.end;
        let (from, to) = self.matched(&from, &to)?;
        let reading = Reading::through(&from, &to);
        Some(Expression {
            start,
            end,
            reading,
            cumulative: false,
        })
    }

    /// The first time of a range; a bare number where the second has the month.
    fn range_start(&self, at: usize, prefixed: bool) -> Option<End> {
        let the = self.skip(at, TimeWord::The);
        if let Some((day, end)) = self.day_number(the) {
            let bare = matches!(
                self.sense(end),
                Sense::Word(TimeWord::To | TimeWord::Until | TimeWord::Through | TimeWord::And)
                    | Sense::Mark('-' | '–' | '~')
            );
            if bare
                && !matches!(
                    self.sense_before(at),
                    Sense::Month { .. } | Sense::Mark('$' | '-' | '/' | '.' | ':')
                )
            {
                let connected = self.skip(end + 1, TimeWord::The);
                let and = self.is(end, TimeWord::And);
                let dated = self.day_number(connected).is_some()
                    && self
                        .date(connected)
                        .and_then(|found| found.open())
                        .is_some_and(|fields| fields.month.is_some() && fields.day.is_some());
                if dated && (!and || prefixed) {
                    let fields = Fields {
                        day: Some(day),
                        ..Fields::default()
                    };
                    return Some(End {
                        start: at,
                        found: Found::fields(fields, end),
                    });
                }
            }
        }
        let found = match self.sense(at) {
            Sense::Word(TimeWord::Now) if prefixed => self.day_from_now(0, at + 1),
            _ => self.moment(at)?,
        };
        Some(End { start: at, found })
    }

    /// The piece after "to", "until" or a dash; after "and" in "between … and …".
    fn connector(&self, from: &End, between: bool, prefixed: bool) -> Option<usize> {
        let at = from.found.end;
        match self.sense(at) {
            Sense::Word(TimeWord::Until) if prefixed => Some(at + 1),
            Sense::Word(TimeWord::And) if between => Some(at + 1),
            Sense::Word(TimeWord::To | TimeWord::Through) | Sense::Mark('-' | '–' | '~') => {
                Some(at + 1)
            }
            _ => None,
        }
    }

    /// The second time of a range, told in the same unit as the first; "Feb. 2 to **5**" is a bare number.
    fn range_end(&self, from: &End, at: usize, prefixed: bool) -> Option<End> {
        let found = match self.sense(at) {
            Sense::Word(TimeWord::Now) if prefixed => self.day_from_now(0, at + 1),
            _ => match self
                .joined_date(from, at)
                .or_else(|| self.moment(at))
                .or_else(|| self.year_end(from, at))
            {
                Some(found) => found,
                None => self.bare_day(from, at)?,
            },
        };
        let known = |found: &Found| matches!(&found.moment, Moment::Known(reading) if reading.grain < Unit::Day || reading.window == Window::default() && self.published.is_some());
        let through = self.is(at - 1, TimeWord::Through)
            || (self.sense(at - 1) == Sense::Mark('-') && self.is_tight(at));
        let same_kind = prefixed || through || from.found.grain() == found.grain();
        (same_kind && !known(&found) && !known(&from.found)).then_some(End { start: at, found })
    }

    /// "10/1/2018-**10/7/2018**"
    fn joined_date(&self, from: &End, at: usize) -> Option<Found> {
        let day = from.found.open().is_some_and(|fields| fields.day.is_some());
        if day {
            self.numeric_date_joined(at)
        } else {
            None
        }
    }

    /// "2014 to **2018**"
    fn year_end(&self, from: &End, at: usize) -> Option<Found> {
        let year = from
            .found
            .open()
            .is_some_and(|fields| fields.grain() == Unit::Year);
        let (to, end) = self
            .year_number(at)
            .filter(|_| year && !self.counts(at + 1))?;
        Some(Found::fields(Fields::year(to), end))
    }

    fn bare_day(&self, from: &End, at: usize) -> Option<Found> {
        let fields = from
            .found
            .open()
            .filter(|fields| fields.day.is_some() && fields.month.is_some())?;
        let (day, end) = self.day_number(self.skip(at, TimeWord::The))?;
        let sound = !self.counts(end) && !matches!(self.sense(end), Sense::Mark('%' | ':'));
        // the end of "February 27 to 3" lies in March
        let month = fields.month.map(|month| {
            if fields.day > Some(day) {
                month % 12 + 1
            } else {
                month
            }
        });
        let year = self.year_number(self.skip_mark(end, ','));
        let (year, end) = match year {
            Some((year, past)) if !self.counts(past) => (Some(year), past),
            _ => (fields.year, end),
        };
        sound.then(|| {
            Found::fields(
                Fields {
                    year,
                    month,
                    day: Some(day),
                    weekday: None,
                },
                end,
            )
        })
    }

    /// The readings of both ends, each with the fields that only the other says; they must follow one another.
    fn matched(&self, from: &End, to: &End) -> Option<(Reading, Reading)> {
        let (begin, end) = match (from.found.open(), to.found.open()) {
            (Some(first), Some(last)) => {
                let first = first.filled(last);
                let last = match (first.year, last.year) {
                    (Some(_), None) => first_after(last, first),
                    _ => last,
                };
                self.fields_matched(first, last, from)
            }
            (Some(first), None) => {
                let end = to.found.reading(self.published, Tense::Past);
                (self.near(first, end.window.to, Tense::Past), end)
            }
            (None, last) => {
                let begin = from.found.reading(self.published, Tense::Past);
                let end = match last {
                    Some(last) => self.near(last, begin.window.from, Tense::Future),
                    None => to.found.reading(self.published, Tense::Past),
                };
                (begin, end)
            }
        };
        let in_order = match (begin.window.from, end.window.to) {
            (Some(first), Some(last)) => first <= last,
            _ => true,
        };
        in_order.then_some((begin, end))
    }

    /// Both ends of which only fields are said; a range that is under way has begun, even where the
    /// sentence looks ahead.
    fn fields_matched(&self, first: Fields, last: Fields, from: &End) -> (Reading, Reading) {
        let in_tense = |tense| {
            let begin = first.reading(self.published, tense);
            let end = self.near(last, begin.window.from, Tense::Future);
            (begin, end)
        };
        let past = in_tense(Tense::Past);
        let over = self.published.is_some() && past.1.window.to < self.published;
        if over && self.tense(from.start, from.found.end) == Tense::Future {
            return in_tense(Tense::Future);
        }
        past
    }

    /// The time of these fields next to a day: the first from it on, or the last up to it.
    fn near(&self, fields: Fields, day: Option<Date>, tense: Tense) -> Reading {
        match day {
            Some(day) => fields.completed(day, tense).reading(None, Tense::Past),
            None => fields.reading(self.published, Tense::Past),
        }
    }
}

/// The year of a range's end, where only its start has one: "26 June 2019 to 3 July".
fn first_after(last: Fields, first: Fields) -> Fields {
    let turns = last
        .month
        .zip(first.month)
        .is_some_and(|(last, first)| last < first);
    let year = first.year.map(|year| year.saturating_add(i16::from(turns)));
    match last.month {
        Some(_) => Fields { year, ..last },
        None => last,
    }
}
