//! Dates with a month in words: "3 February 2020", "Feb. 3", "February 2020", "in May".

use super::{calendar::shifted, fields::Fields, reader::Reader, reading::Found};
use crate::{
    Tag,
    lexicon::{Form, Sense, TimeWord, Unit},
};

impl Reader<'_> {
    /// "3 February 2020", "February 3", "February 2020", "2020 February", "18 and 19 June"
    pub(super) fn day_and_month(&self, at: usize) -> Option<Found> {
        match self.sense(at) {
            Sense::Month { number, form } => self
                .month_first(at, number)
                .or_else(|| self.month_alone(at, number, form)),
            Sense::Digits { value, len: 4 } => self.year_first(at, i16::try_from(value).ok()?),
            _ => self.day_first(at),
        }
    }

    /// "February 3, 2020", "Feb. 3", "February of 2020", "FEB 90"
    fn month_first(&self, at: usize, month: i8) -> Option<Found> {
        let after = self.skip_stop(at + 1);
        let mut next = after;
        if self.is_tight(next) {
            next = self.skip_mark(self.skip_mark(next, '-'), '/');
        }
        let day = self
            .day_number(self.skip(self.skip_mark(next, ','), TimeWord::The))
            .filter(|&(_, end)| self.day_stands_after_month(at, after, end));
        if let Some((day, end)) = day {
            let fields = Fields {
                month: Some(month),
                day: Some(day),
                ..Fields::default()
            };
            return Some(self.with_year(fields, end));
        }
        let found = self.with_year(Fields::month(month), after);
        (found.end > after).then_some(found)
    }

    /// "In May 15 people were killed" holds no day, nor does "March 9:30".
    fn day_stands_after_month(&self, month: usize, after: usize, end: usize) -> bool {
        let digits = matches!(self.sense(end - 1), Sense::Digits { .. });
        let counted = self.sense_before(month) == Sense::Word(TimeWord::In) && self.counts(end);
        let comma = self.sense(after) == Sense::Mark(',') && digits;
        // number words after a month are a day where both are there: "May twenty nine"
        let spelled = matches!(self.sense(end - 1), Sense::Cardinal(_));
        let clock = self.is_tight(end)
            && matches!(self.sense(end), Sense::Mark(':' | '%' | '.' | ','))
            && self.is_tight(end + 1)
            && matches!(self.sense(end + 1), Sense::Digits { .. });
        !counted && !comma && !clock && !(spelled && (self.counts(end) || end - after < 2))
    }

    /// A month without day and year: "in December", "last May", "a February ceasefire".
    fn month_alone(&self, at: usize, month: i8, form: Form) -> Option<Found> {
        let end = self.skip_stop(at + 1);
        let stands = self.month_stands(at) || (form == Form::Full && !self.names_person(at));
        stands.then(|| Found::fields(Fields::month(month), end))
    }

    /// "May" is a month after a preposition of time, or where another month stands beside it.
    fn month_stands(&self, at: usize) -> bool {
        let capital = self.token(at).is_some_and(|token| token.capital);
        let beside_month = |at: Option<usize>| {
            at.is_some_and(|at| {
                matches!(
                    self.sense(at),
                    Sense::Month { .. }
                        | Sense::Digits { len: 4, .. }
                        | Sense::Ordinal(_)
                        | Sense::Word(TimeWord::This)
                )
            })
        };
        let before = match self.sense_before(at) {
            Sense::Word(TimeWord::In) => true,
            Sense::Word(
                TimeWord::Since
                | TimeWord::Until
                | TimeWord::By
                | TimeWord::Before
                | TimeWord::After
                | TimeWord::From
                | TimeWord::Between
                | TimeWord::During
                | TimeWord::Of
                | TimeWord::Last
                | TimeWord::Next
                | TimeWord::This,
            )
            | Sense::Edge(_) => capital,
            // "the March summit"
            Sense::Word(TimeWord::The | TimeWord::Article) => {
                capital
                    && !self.is_upper(at)
                    && self.tag(at) == Some(Tag::Name)
                    && self.tag(at + 1).is_some_and(Tag::is_nominal)
            }
            Sense::Word(TimeWord::To | TimeWord::Through | TimeWord::And)
            | Sense::Mark('-' | '–' | '/' | ',') => capital && beside_month(at.checked_sub(2)),
            _ => {
                capital
                    && matches!(
                        self.sense(at + 1),
                        Sense::Word(TimeWord::To | TimeWord::Through) | Sense::Mark('-' | '–')
                    )
                    && matches!(self.sense(at + 2), Sense::Month { .. })
            }
        };
        let placed = matches!(
            self.sense_before(at),
            Sense::Word(TimeWord::In | TimeWord::Since | TimeWord::During | TimeWord::Until)
        );
        before && (placed || !self.names_person(at))
    }

    /// "Jan Egeland", "June Smith"
    fn names_person(&self, at: usize) -> bool {
        let determined = matches!(
            self.tag(at.wrapping_sub(1)),
            Some(Tag::Determiner | Tag::Adjective | Tag::Genitive)
        );
        self.tag(at + 1) == Some(Tag::Name)
            && [at, at + 1]
                .into_iter()
                .all(|at| self.token(at).is_some_and(|token| token.capital))
            && self.sense(at + 1) == Sense::Other
            && !self.is_upper(at)
            && !determined
    }

    /// Whether it is all in capitals, as wire copy is.
    fn is_upper(&self, at: usize) -> bool {
        let word = self.word(at);
        word.len() > 1 && !word.bytes().any(|byte| byte.is_ascii_lowercase())
    }

    /// "3 February 2020", "3rd of Feb", "05-Aug-2016"
    fn day_first(&self, at: usize) -> Option<Found> {
        let (day, end) = self.day_number(at)?;
        if matches!(self.sense_before(at), Sense::Mark('$' | '€' | '£')) {
            return None;
        }
        if matches!(self.sense(at), Sense::Cardinal(1..=9)) {
            return None;
        }
        let mut next = end;
        if self.is_tight(next) {
            next = self.skip_mark(self.skip_mark(next, '-'), '/');
        }
        if matches!(
            self.sense(next),
            Sense::Unit {
                unit: Unit::Day,
                plural: false
            }
        ) {
            next += 1;
        }
        next = self.skip(next, TimeWord::Of);
        if let (Sense::Ordinal(_), Some((n, past)), Some(published)) = (
            self.sense(end - 1),
            self.relative_unit(next, Unit::Month),
            self.published,
        ) {
            // "the 15th of last month"
            let month = shifted(published, n, Unit::Month);
            let fields = Fields {
                year: Some(month.year()),
                month: Some(month.month()),
                day: Some(day),
                weekday: None,
            };
            return Some(Found::fields(fields, past));
        }
        if let Sense::Month { number, .. } = self.sense(next) {
            let fields = Fields {
                month: Some(number),
                day: Some(day),
                ..Fields::default()
            };
            return Some(self.with_year(fields, self.skip_stop(next + 1)));
        }
        if self.is(end, TimeWord::And) || self.sense(end) == Sense::Mark(',') {
            // "18 and 19 June"
            let (_, other) = self.day_number(self.skip(end + 1, TimeWord::The))?;
            let other = self.skip(other, TimeWord::Of);
            let Sense::Month { number, .. } = self.sense(other) else {
                return None;
            };
            let later = self
                .with_year(Fields::month(number), self.skip_stop(other + 1))
                .open()?;
            return Some(Found::fields(
                Fields {
                    day: Some(day),
                    ..later
                },
                end,
            ));
        }
        None
    }

    /// "2017 April", "2019-aug-01"
    fn year_first(&self, at: usize, year: i16) -> Option<Found> {
        if !(1000..2200).contains(&year) {
            return None;
        }
        let mut next = at + 1;
        if self.is_tight(next) {
            next = self.skip_mark(self.skip_mark(next, '-'), '/');
        }
        let Sense::Month { number, .. } = self.sense(next) else {
            return None;
        };
        let mut end = self.skip_stop(next + 1);
        let mut fields = Fields {
            year: Some(year),
            ..Fields::month(number)
        };
        if next > at + 1 && self.is_tight(end) && matches!(self.sense(end), Sense::Mark('-' | '/'))
        {
            let (day, past) = self.day_number(end + 1)?;
            fields.day = Some(day);
            end = past;
        } else if next == at + 1 && (!self.month_may_follow(next) || self.day_number(end).is_some())
        {
            return None;
        }
        Some(Found::fields(fields, end))
    }

    /// "In 2017 **May** said" holds no month.
    fn month_may_follow(&self, at: usize) -> bool {
        matches!(
            self.sense(at),
            Sense::Month {
                form: Form::Full,
                ..
            }
        ) && !self.names_person(at)
    }

    /// The year after a month or a day, where one stands there: ", 2020", "of 2020", "last year", "90".
    pub(super) fn with_year(&self, fields: Fields, end: usize) -> Found {
        let mut at = end;
        let mut of = false;
        match self.sense(at) {
            Sense::Mark(',') => at += 1,
            Sense::Mark('-' | '/') if self.is_tight(at) => at += 1,
            Sense::Word(TimeWord::Of | TimeWord::In) => {
                of = true;
                at += 1;
            }
            _ => {}
        }
        if let Some((year, past)) = self.year_number(at).filter(|_| !self.counts_rounded(at)) {
            return Found::fields(
                Fields {
                    year: Some(year),
                    ..fields
                },
                past,
            );
        }
        if let Some((n, past)) = self.relative_unit(at, Unit::Year)
            && let Some(published) = self.published
        {
            let year = shifted(published, n, Unit::Year).year();
            return Found::fields(
                Fields {
                    year: Some(year),
                    ..fields
                },
                past,
            );
        }
        if (at == end || of)
            && let Some((year, past)) = self.short_year(at, of, fields.day.is_some())
        {
            return Found::fields(
                Fields {
                    year: Some(year),
                    ..fields
                },
                past,
            );
        }
        Found::fields(fields, end)
    }

    /// "8 JAN **90**", "April of **87**": of two digits that can be no day and count nothing.
    fn short_year(&self, at: usize, of: bool, dated: bool) -> Option<(i16, usize)> {
        let year = match self.sense(at) {
            Sense::Digits { value, len: 2 }
                if value > 31 || of || (dated && self.closes_wire_date(at)) =>
            {
                value as i16
            }
            _ => return None,
        };
        if self.counts(at + 1) || matches!(self.sense(at + 1), Sense::Mark('%' | ':')) {
            return None;
        }
        Some((self.full_year(year), at + 1))
    }

    /// "3 FEB **20**"
    fn closes_wire_date(&self, at: usize) -> bool {
        matches!(
            self.sense_before(at),
            Sense::Month {
                form: Form::Short,
                ..
            }
        ) && self.ends_phrase(at + 1)
    }
}
