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
            Sense::Ordinal(_) => !self
                .tag(end)
                .is_some_and(|tag| tag.is_nominal() || tag == Tag::Adjective),
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
        let at = self.skip(self.skip(after, TimeWord::Of), TimeWord::The);
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
            Sense::Word(TimeWord::Next | TimeWord::Following) => 1,
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
            (Sense::Ordinal(day), _) => (i32::from(day), at + 1),
            (Sense::Cardinal(ten @ (20 | 30)), Sense::Ordinal(one @ 1..=9)) => {
                (i32::from(ten) + i32::from(one), at + 2)
            }
            (Sense::Cardinal(ten @ (20 | 30)), Sense::Cardinal(one @ 1..=9)) => {
                (i32::from(ten + one), at + 2)
            }
            (Sense::Cardinal(day), _) => (i32::from(day), at + 1),
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
            | Sense::Mark('%' | ':' | '/' | '-')
            | Sense::Word(
                TimeWord::BeforeNoon | TimeWord::AfterNoon | TimeWord::Of | TimeWord::Hundred,
            ) => false,
            _ => self.tag(after).is_none_or(|tag| {
                !tag.is_nominal() && !matches!(tag, Tag::Adjective | Tag::Number | Tag::Ordinal)
            }),
        }
    }
}
