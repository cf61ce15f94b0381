//! Dates with a month or a weekday in words: "Monday, 3 February 2020", "Feb. 3", "3rd of February".

use super::{
    calendar::{self, shifted, weekday},
    fields::Fields,
    reader::Reader,
    reading::{Found, Reading},
};
use crate::{
    Tag,
    lexicon::{Form, Sense, TimeWord, Unit},
};

impl Reader<'_> {
    /// "Monday, 3 February 2020", "February 2020", "Monday of last week", "Monday"
    pub(super) fn date(&self, at: usize) -> Option<Found> {
        let Sense::Weekday { number, form } = self.sense(at) else {
            return self.day_and_month(at);
        };
        let after = self.skip_stop(at + 1);
        if let Some(found) = self.date_after_weekday(after, number) {
            return Some(found);
        }
        if form == Form::Short && !self.short_weekday_stands(at) {
            return None;
        }
        if let Some(found) = self.weekday_of_week(after, number) {
            return Some(found);
        }
        Some(Found::fields(Fields::weekday(number), after))
    }

    /// "Monday**, 3 February**", "Friday **7/6**", "Wednesday **25th**"
    fn date_after_weekday(&self, after: usize, number: i8) -> Option<Found> {
        let mut at = self.skip_mark(self.skip_mark(after, ','), '(');
        if self.is_tight(at) {
            at = self.skip_mark(at, '-');
        }
        at = self.skip(at, TimeWord::The);
        let on_weekday = |found: Found| {
            let fields = found.open().filter(|fields| fields.day.is_some())?;
            Some(Found::fields(
                Fields {
                    weekday: Some(number),
                    ..fields
                },
                found.end,
            ))
        };
        let dated = self
            .numeric_date(at)
            .or_else(|| self.day_and_month(at))
            .and_then(on_weekday);
        if let Some(found) = dated {
            let end = self.skip_mark(found.end, ')');
            let opened = self.sense(after) == Sense::Mark('(');
            return Some(Found {
                end: if opened { end } else { found.end },
                ..found
            });
        }
        let (day, end) = self.day_number(at)?;
        let whole = match self.sense(end - 1) {
            Sense::Ordinal(_) => !self.counts(end),
            Sense::Digits { .. } => at == after && self.ends_phrase(end),
            _ => false,
        };
        whole.then(|| {
            let fields = Fields {
                day: Some(day),
                weekday: Some(number),
                ..Fields::default()
            };
            Found::fields(fields, end)
        })
    }

    /// "Monday **of last week**", "Tuesday **next week**"
    fn weekday_of_week(&self, after: usize, number: i8) -> Option<Found> {
        let at = self.skip(after, TimeWord::Of);
        let (n, end) = self.relative_unit(at, Unit::Week)?;
        let Some(published) = self.published else {
            return Some(Found::known(Reading::open(Unit::Day), end));
        };
        let monday = calendar::holding(shifted(published, n, Unit::Week), Unit::Week).from?;
        let day = calendar::weekday_on_or_after(monday, weekday(number));
        Some(Found::known(Reading::holding(day, Unit::Day), end))
    }

    /// "**last** week", "**this** year": how many units from now, where the unit is the one asked for.
    pub(super) fn relative_unit(&self, at: usize, unit: Unit) -> Option<(i32, usize)> {
        let n = match self.sense(at) {
            Sense::Word(TimeWord::Last) => -1,
            Sense::Word(TimeWord::This) => 0,
            Sense::Word(TimeWord::Next) => 1,
            _ => return None,
        };
        let same = matches!(self.sense(at + 1), Sense::Unit { unit: named, plural: false } if named == unit);
        same.then_some((n, at + 2))
    }

    /// "Sat" and "Sun" are weekdays where nothing else can stand: "on Sun", or in capitals after a comma.
    fn short_weekday_stands(&self, at: usize) -> bool {
        let capital = self.token(at).is_some_and(|token| token.capital);
        capital
            && matches!(
                self.sense_before(at),
                Sense::Word(
                    TimeWord::On
                        | TimeWord::Since
                        | TimeWord::Until
                        | TimeWord::By
                        | TimeWord::Last
                        | TimeWord::Next
                )
            )
            && self.tag(at + 1).is_none_or(|tag| !tag.is_nominal())
    }

    /// "3 February 2020", "February 3", "February 2020", "2020 February", "18 and 19 June"
    fn day_and_month(&self, at: usize) -> Option<Found> {
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
        before && (self.sense_before(at) == Sense::Word(TimeWord::In) || !self.names_person(at))
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
        if let Some((n, past)) = self.relative_unit(at, Unit::Year) {
            if let Some(published) = self.published {
                let year = shifted(published, n, Unit::Year).year();
                return Found::fields(
                    Fields {
                        year: Some(year),
                        ..fields
                    },
                    past,
                );
            }
        }
        if at == end || of {
            if let Some((year, past)) = self.short_year(at, of, fields.day.is_some()) {
                return Found::fields(
                    Fields {
                        year: Some(year),
                        ..fields
                    },
                    past,
                );
            }
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

    /// The year that two digits mean: the last one not far ahead of publication.
    pub(super) fn full_year(&self, short: i16) -> i16 {
        let latest = self
            .published
            .map_or(2050, |published| published.year().saturating_add(10));
        let year = latest - latest.rem_euclid(100) + short;
        if year > latest { year - 100 } else { year }
    }

    /// A day of the month: "3", "3rd", "third", "twenty second"
    pub(super) fn day_number(&self, at: usize) -> Option<(i8, usize)> {
        let (day, end) = match (self.sense(at), self.sense(at + 1)) {
            (Sense::Digits { value, len: 1 | 2 }, _) => (value, at + 1),
            (Sense::Ordinal(day), _) => (u32::from(day), at + 1),
            (Sense::Cardinal(ten @ (20 | 30)), Sense::Ordinal(one @ 1..=9)) => {
                (u32::from(ten) + u32::from(one), at + 2)
            }
            (Sense::Cardinal(ten @ (20 | 30)), Sense::Cardinal(one @ 1..=9)) => {
                (u32::from(ten + one), at + 2)
            }
            (Sense::Cardinal(day), _) => (u32::from(day), at + 1),
            _ => return None,
        };
        (1..=31).contains(&day).then_some((day as i8, end))
    }

    /// Whether the word after a number is what it counts: "15 **people**", "15 armed **men**".
    pub(super) fn counts(&self, after: usize) -> bool {
        match self.tag(after) {
            Some(Tag::Nouns) => true,
            Some(Tag::Adjective | Tag::Noun | Tag::Participle) => {
                self.tag(after + 1) == Some(Tag::Nouns)
            }
            _ => false,
        }
    }

    /// Whether nothing follows that the number before could belong to.
    pub(super) fn ends_phrase(&self, after: usize) -> bool {
        match self.sense(after) {
            Sense::Digits { .. }
            | Sense::Decimal { .. }
            | Sense::Unit { .. }
            | Sense::Mark('%' | ':' | '/' | '-') => false,
            Sense::Word(
                TimeWord::BeforeNoon | TimeWord::AfterNoon | TimeWord::Of | TimeWord::Hundred,
            ) => false,
            _ => self.tag(after).is_none_or(|tag| {
                !tag.is_nominal() && !matches!(tag, Tag::Adjective | Tag::Number | Tag::Ordinal)
            }),
        }
    }
}
