//! Whole expressions: "since December", "until Friday", "from 2 to 5 March", "between 2011 and 2015".

use super::{
    Window,
    calendar::shifted,
    fields::Fields,
    reader::{Expression, Reader},
    reading::{Clock, Found, Moment, Reading, duration},
    tense::Tense,
};
use crate::{
    Tag,
    lexicon::{Edge, Sense, TimeWord, Unit},
};

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
            TimeWord::Later if self.is(at + 1, TimeWord::Than) => {
                self.bounded(at + 1, TimeWord::After)
            }
            TimeWord::Earlier if self.is(at + 1, TimeWord::Than) => {
                self.bounded(at + 1, TimeWord::Before)
            }
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
        let bare = matches!(self.sense(at + 1), Sense::Digits { .. } | Sense::Ordinal(_));
        if bare && self.is(at, TimeWord::The) && found.open().is_some() {
            // a date goes without its article: "the **3 February** strike"
            return None;
        }
        let reading = self.reading(at, &found);
        let so_far =
            at >= 2 && self.word(at - 1) == "far" && self.word(at - 2).eq_ignore_ascii_case("so");
        let expression = Expression {
            start: at,
            end: found.end,
            reading,
            cumulative: so_far,
        };
        Some(self.with_or_later(expression))
    }

    /// "2012 **or later**", "1 January **and after**", "2011 **onwards**", "so far this year"
    fn with_or_later(&self, mut expression: Expression) -> Expression {
        let end = expression.end;
        let window = &mut expression.reading.window;
        if expression.cumulative {
            window.to = window.to.min(self.published).or(window.to);
            return expression;
        }
        if self.is(end, TimeWord::Onward) {
            window.to = None;
            expression.end += 1;
        } else if self.is(end, TimeWord::And)
            && self.ends_phrase(end + 2)
            && self.tag(end + 2).is_none_or(|tag| tag == Tag::Punctuation)
        {
            match self.sense(end + 1) {
                Sense::Word(TimeWord::Later | TimeWord::After) => window.to = None,
                Sense::Word(TimeWord::Earlier | TimeWord::Before) => window.from = None,
                _ => return expression,
            }
            expression.end += 2;
        }
        expression
    }

    /// "since December", "until the end of February", "by Friday", "before 2015", "after 3 May"
    fn bounded(&self, at: usize, word: TimeWord) -> Option<Expression> {
        let from = at + 1;
        let found = if word == TimeWord::Until && self.is(from, TimeWord::Now) {
            self.day_from_now(0, from + 1)
        } else {
            self.moment(from)?
        };
        // "after Monday's attack" tells of Monday, and "by the 2011 coalition" of no end
        let determined =
            self.is(from, TimeWord::The) && self.tag(found.end).is_some_and(Tag::is_nominal);
        if (determined || self.is_genitive(found.end)) && word != TimeWord::Since {
            return None;
        }
        let mut reading = self.reading(from, &found);
        if word == TimeWord::Since && found.open().is_some() {
            reading = found.reading(self.published, Tense::Past);
        }
        if word != TimeWord::Since
            && found
                .clock
                .is_some_and(|clock| matches!(clock, Clock::Time { .. }))
        {
            // "shortly before 7 a.m. on Monday" is on Monday
            return Some(Expression {
                start: at,
                end: found.end,
                reading,
                cumulative: false,
            });
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
