//! Whole expressions: "since December", "until Friday", "from 2 to 5 March", "between 2011 and 2015".

use super::{
    Window,
    calendar::shifted,
    fields::Fields,
    reader::{Expression, Reader},
    reading::{Found, Moment, Reading, duration},
    tense::Tense,
};
use crate::lexicon::{Edge, Sense, TimeWord, Unit};

/// A time on its way to be the end of a range, with the piece it begins at.
struct End {
    start: usize,
    found: Found,
}

impl Reader<'_> {
    /// The time expression that begins at a piece.
    pub(super) fn expression(&self, at: usize) -> Option<Expression> {
        let Sense::Word(word) = self.sense(at) else {
            return self.plain(at);
        };
        let expression = match word {
            TimeWord::Since
            | TimeWord::Until
            | TimeWord::By
            | TimeWord::Before
            | TimeWord::After => self.bounded(at, word),
            TimeWord::From | TimeWord::Between => self.range(at, at + 1, word == TimeWord::Between),
            TimeWord::To => self.to_date(at),
            TimeWord::Each => self.repeated_unit(at),
            _ => None,
        };
        expression.or_else(|| self.plain(at))
    }

    /// "to date", "until now": all that has added up
    fn to_date(&self, at: usize) -> Option<Expression> {
        if !self.is(at + 1, TimeWord::Now) || at > 0 && self.word(at - 1).eq_ignore_ascii_case("up")
        {
            return None;
        }
        let today = self.day_from_now(0, at + 2);
        let mut reading = self.reading(at, &today);
        reading.window.from = None;
        Some(Expression {
            start: at,
            end: at + 2,
            reading,
            cumulative: true,
        })
    }

    /// A range without a preposition, or a single time.
    fn plain(&self, at: usize) -> Option<Expression> {
        if let Some(range) = self.range(at, at, false) {
            return Some(range);
        }
        let found = self
            .next_day_of_list(at)
            .or_else(|| self.moment(at))
            .map(|found| self.with_list_year(found))?;
        let reading = self.reading(at, &found);
        Some(Expression {
            start: at,
            end: found.end,
            reading,
            cumulative: false,
        })
    }

    /// "since December", "until the end of February", "by Friday", "before 2015", "after 3 May"
    fn bounded(&self, at: usize, word: TimeWord) -> Option<Expression> {
        let from = at + 1;
        let found = if word == TimeWord::Until && self.is(from, TimeWord::Now) {
            self.day_from_now(0, from + 1)
        } else {
            self.moment(from)?
        };
        // "after Monday's attack" tells of Monday
        if self.is_genitive(found.end) && word != TimeWord::Since {
            return None;
        }
        let mut reading = self.reading(from, &found);
        if word == TimeWord::Since && found.open().is_some() {
            reading = found.reading(self.published, Tense::Past);
        }
        let window = reading.window;
        let ends_late = self.names_end(from);
        reading.window = match word {
            TimeWord::Since => Window {
                from: window.from,
                to: window.from.and(self.published).max(window.from),
            },
            TimeWord::Before if !ends_late => Window {
                from: None,
                to: window.from.map(|day| shifted(day, -1, Unit::Day)),
            },
            TimeWord::After => Window {
                from: window.to.map(|day| shifted(day, 1, Unit::Day)),
                to: None,
            },
            _ => Window {
                from: None,
                to: window.to,
            },
        };
        let cumulative = word == TimeWord::Since;
        Some(Expression {
            start: at,
            end: found.end,
            reading,
            cumulative,
        })
    }

    /// "before **the end of** December" takes December in.
    fn names_end(&self, at: usize) -> bool {
        self.sense(self.skip(at, TimeWord::The)) == Sense::EdgeNoun(Edge::End)
    }

    /// "every Monday", "each year": it comes again and names no days
    fn repeated_unit(&self, at: usize) -> Option<Expression> {
        let (value, grain) = match self.sense(at + 1) {
            Sense::Unit {
                unit,
                plural: false,
            } => (duration(Some(1), unit), unit),
            Sense::Weekday { number, .. } => (format!("XXXX-WXX-{number}"), Unit::Day),
            Sense::Month { number, .. } => (format!("XXXX-{number:02}"), Unit::Month),
            Sense::Part(_) => (duration(Some(1), Unit::Day), Unit::Day),
            _ => return None,
        };
        let reading = Reading {
            window: Window::default(),
            grain,
            value,
        };
        Some(Expression {
            start: at,
            end: at + 2,
            reading,
            cumulative: false,
        })
    }

    /// From one time to another: "from 2 to 5 March", "between 2011 and 2015", "Feb. 2-5".
    fn range(&self, start: usize, at: usize, between: bool) -> Option<Expression> {
        let prefixed = start < at;
        let from = self.range_start(at, prefixed)?;
        let next = self.connector(&from, between, prefixed)?;
        let to = self.range_end(&from, next, prefixed)?;
        let end = to.found.end;
        let (from, to) = self.matched(from, to)?;
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
            Sense::Word(TimeWord::To | TimeWord::Through) => Some(at + 1),
            Sense::Word(TimeWord::Until) if prefixed => Some(at + 1),
            Sense::Word(TimeWord::And) if between => Some(at + 1),
            Sense::Mark('-' | '–' | '~') => Some(at + 1),
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
    fn matched(&self, from: End, to: End) -> Option<(Reading, Reading)> {
        let tense = |end: &End| {
            if self.published.is_some() {
                self.tense(end.start, end.found.end)
            } else {
                Tense::Past
            }
        };
        let (from, to) = match (from.found.open(), to.found.open()) {
            (Some(first), Some(last)) => {
                let first = first.filled(last);
                let last = if last.year.is_none() && first.year.is_some() {
                    first_after(last, first)
                } else {
                    last
                };
                let after = |begin: &Reading| match begin.window.from {
                    Some(day) => last
                        .completed(day, Tense::Future)
                        .reading(None, Tense::Past),
                    None => last.reading(self.published, Tense::Past),
                };
                // a range that is under way has begun, even where the sentence looks ahead
                let begun = first.reading(self.published, Tense::Past);
                let end = after(&begun);
                if tense(&from) == Tense::Past || end.window.to >= self.published {
                    (begun, end)
                } else {
                    let begin = first.reading(self.published, Tense::Future);
                    let end = after(&begin);
                    (begin, end)
                }
            }
            (Some(first), None) => {
                let end = to.found.reading(self.published, Tense::Past);
                let begin = match end.window.to {
                    Some(day) => first.completed(day, Tense::Past).reading(None, Tense::Past),
                    None => first.reading(self.published, Tense::Past),
                };
                (begin, end)
            }
            (None, Some(last)) => {
                let begin = from.found.reading(self.published, Tense::Past);
                let end = match begin.window.from {
                    Some(day) => last
                        .completed(day, Tense::Future)
                        .reading(None, Tense::Past),
                    None => last.reading(self.published, Tense::Past),
                };
                (begin, end)
            }
            (None, None) => (
                from.found.reading(self.published, Tense::Past),
                to.found.reading(self.published, Tense::Past),
            ),
        };
        let in_order = match (from.window.from, to.window.to) {
            (Some(first), Some(last)) => first <= last,
            _ => true,
        };
        in_order.then_some((from, to))
    }

    /// "February 2 **and 3**": the next day of a list, after a date whose month came first.
    fn next_day_of_list(&self, at: usize) -> Option<Found> {
        let day_before = self
            .before
            .as_ref()
            .filter(|before| before.grain == Unit::Day)?
            .window
            .from?;
        let listed =
            self.is(at.checked_sub(1)?, TimeWord::And) && self.listed_until == Some(at - 1);
        let (day, end) = self.day_number(at).filter(|_| listed)?;
        if !self.ends_phrase(end) {
            return None;
        }
        let fields = Fields {
            year: Some(day_before.year()),
            month: Some(day_before.month()),
            day: Some(day),
            weekday: None,
        };
        Some(Found::fields(fields, end))
    }

    /// "**January** and February 2014": the year that a list says only once.
    fn with_list_year(&self, found: Found) -> Found {
        let Some(fields) = found
            .open()
            .filter(|fields| fields.year.is_none() && fields.month.is_some())
        else {
            return found;
        };
        if !self.is(found.end, TimeWord::And) {
            return found;
        }
        let later = self.date(found.end + 1).and_then(|found| found.open());
        match later.filter(|later| later.grain() == fields.grain() && later.year.is_some()) {
            Some(later) => Found {
                moment: Moment::Fields(fields.filled(later)),
                ..found
            },
            None => found,
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
