//! Years, decades and centuries: "in 2011", "a 2020 report", "the 1990s", "the 15th century".

use jiff::civil::Date;

use super::{
    fields::Fields,
    reader::Reader,
    reading::{Found, Reading},
};
use crate::{
    Tag,
    lexicon::{NumeralClass, Sense, TimeWord, Unit},
};

impl Reader<'_> {
    /// A number that has the shape of a year: "2014", "two thousand and fifteen".
    pub(super) fn year_number(&self, at: usize) -> Option<(i16, usize)> {
        match self.sense(at) {
            Sense::Digits {
                value: value @ 1000..=2199,
                len: 4,
            } => Some((value as i16, at + 1)),
            Sense::Cardinal(_) => self.year_words(at),
            _ => None,
        }
    }

    /// "nineteen eighty six", "seventeen hundred thirty three", "two thousand and fifteen"
    fn year_words(&self, at: usize) -> Option<(i16, usize)> {
        let Sense::Cardinal(first) = self.sense(at) else {
            return None;
        };
        if self.is(at + 1, TimeWord::Thousand) && first <= 2 {
            let next = self.skip(at + 2, TimeWord::And);
            let thousand = first * 1000;
            return Some(match self.below_hundred(next) {
                Some((rest, end)) => (thousand + rest, end),
                None => (thousand, at + 2),
            });
        }
        if !(15..=20).contains(&first) {
            return None;
        }
        let next = self.skip(self.skip(at + 1, TimeWord::Hundred), TimeWord::And);
        let (rest, end) = self.below_hundred(next).filter(|(rest, _)| *rest >= 10)?;
        Some((first * 100 + rest, end))
    }

    fn below_hundred(&self, at: usize) -> Option<(i16, usize)> {
        match (self.sense(at), self.sense(at + 1)) {
            (Sense::Cardinal(ten @ 20..=90), Sense::Cardinal(one @ 1..=9)) if ten % 10 == 0 => {
                Some((ten + one, at + 2))
            }
            (Sense::Cardinal(n @ 1..=99), _) => Some((n, at + 1)),
            _ => None,
        }
    }

    /// Whether a round number of the shape of a year rather counts the noun after it: "2000 troops".
    pub(super) fn counts_rounded(&self, at: usize) -> bool {
        let round = matches!(self.sense(at), Sense::Digits { value, .. } if value % 50 == 0);
        round && self.counts(at + 1)
    }

    /// A year that its surroundings show to be one: "in 2011", "a 2020 report", "(2014)".
    pub(super) fn bare_year(&self, at: usize) -> Option<Found> {
        let (year, end) = self.year_number(at)?;
        let part = self.skip_mark(end, '-');
        if let Sense::QuarterOf(_) | Sense::HalfOf(_) = self.sense(part) {
            return self.part_of_year(year, part, part + 1);
        }
        if !self.year_stands(at, end, year) {
            return None;
        }
        if self.word(end) == "s" && year % 10 == 0 {
            return Self::decade_from(year, end + 1);
        }
        Some(Found::fields(Fields::year(year), end))
    }

    /// "In nineteen ninety six"
    pub(super) fn spelled_year(&self, at: usize) -> Option<Found> {
        self.bare_year(at)
    }

    fn year_stands(&self, at: usize, end: usize, year: i16) -> bool {
        if self.is_inside_number(at) && (!self.follows_year(at) || self.is_inside_number(at - 2))
            || self.goes_on_in_digits(end) && !self.opens_range(end)
        {
            return false;
        }
        let recent = (1900..2100).contains(&year);
        let word_after = self.tag(end).is_some_and(|tag| {
            tag.is_nominal() || matches!(tag, Tag::Adjective | Tag::Gerund | Tag::Participle)
        });
        let counts = self.counts_rounded(at);
        let two_before = at.checked_sub(2).map_or(Sense::Other, |at| self.sense(at));
        match self.sense_before(at) {
            Sense::Word(TimeWord::In | TimeWord::Since | TimeWord::During | TimeWord::Until)
            | Sense::Edge(_)
            | Sense::Unit {
                unit: Unit::Year,
                plural: false,
            } => !counts,
            Sense::Word(TimeWord::Of) => {
                (!word_after && !self.amounts(at))
                    || matches!(two_before, Sense::EdgeNoun(_) | Sense::Season(_))
            }
            Sense::Word(
                TimeWord::By
                | TimeWord::Before
                | TimeWord::After
                | TimeWord::From
                | TimeWord::Between
                | TimeWord::Through,
            ) => recent && !word_after,
            Sense::Word(TimeWord::Than) => {
                recent
                    && !word_after
                    && matches!(two_before, Sense::Word(TimeWord::Later | TimeWord::Earlier))
            }
            Sense::Word(TimeWord::To | TimeWord::And)
            | Sense::Mark('-' | '–' | '~' | ',' | '/') => {
                recent && !word_after && self.follows_year(at)
            }
            // "the 2003 invasion", not "the 1900 block of Main Street"
            Sense::Word(TimeWord::The | TimeWord::This | TimeWord::Article) => {
                recent && word_after && !counts && (year % 100 != 0 || year == 2000)
            }
            Sense::Mark('(') => {
                recent && matches!(self.sense(end), Sense::Mark(')' | '-' | '–' | ';' | ','))
            }
            // "his failed 1964 bid", "a gold-coloured 2003 saloon"
            _ if self.described(at) => {
                recent
                    && !self.counts(end)
                    && year % 10 != 0
                    && self.tag(end).is_some_and(Tag::is_nominal)
            }
            _ if self.determined(at) => recent && word_after && !counts,
            _ => recent && self.opens_range(end),
        }
    }

    /// "an average of 1500"
    fn amounts(&self, at: usize) -> bool {
        let noun = at.checked_sub(2).and_then(|noun| self.token(noun));
        noun.is_some_and(|noun| self.lexicon.numerals.is(noun.word, NumeralClass::AmountOf))
    }

    /// "2007 and **2009**", "2011, **2012**"
    fn follows_year(&self, at: usize) -> bool {
        self.year_until == Some(at - 1)
            || matches!(
                at.checked_sub(2).map(|at| self.sense(at)),
                Some(
                    Sense::Digits {
                        value: 1900..=2099,
                        len: 4
                    } | Sense::Month { .. }
                )
            )
            || at
                .checked_sub(2)
                .is_some_and(|before| self.year_number(before).is_some())
    }

    /// "**2014**-2018", "**2014** to 2018"
    fn opens_range(&self, end: usize) -> bool {
        let connected = matches!(
            self.sense(end),
            Sense::Mark('-' | '–' | '~') | Sense::Word(TimeWord::To | TimeWord::Through)
        );
        let year = matches!(
            self.sense(end + 1),
            Sense::Digits {
                value: 1900..=2099,
                len: 4
            }
        );
        let alone =
            !self.is_tight(end + 2) || !matches!(self.sense(end + 2), Sense::Mark('-' | '/'));
        connected && year && alone && !self.counts(end + 2)
    }

    /// A dash and digits follow at once, as in a telephone number.
    fn goes_on_in_digits(&self, end: usize) -> bool {
        self.is_tight(end)
            && self.is_tight(end + 1)
            && matches!(self.sense(end), Sense::Mark('-' | '/'))
            && matches!(self.sense(end + 1), Sense::Digits { .. })
    }

    /// An adjective stands before, and a determiner or an owner before that.
    fn described(&self, at: usize) -> bool {
        let tag = |back: usize| at.checked_sub(back).and_then(|at| self.tag(at));
        let adjective = matches!(tag(1), Some(Tag::Adjective | Tag::Participle));
        let determined = (2..=3).any(|back| {
            matches!(
                tag(back),
                Some(Tag::Determiner | Tag::Possessive | Tag::Genitive)
            )
        });
        adjective && determined
    }

    /// "**Turkey's** 2016 coup attempt", "**their** 2014 report"
    fn determined(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        self.is_genitive(before) || self.tag(before) == Some(Tag::Possessive)
    }

    /// "the 1990s", "the early 90s"; "in his 90s" is an age.
    pub(super) fn decade(&self, at: usize, decade: i16) -> Option<Found> {
        let full = self.word(at).len() >= 5 && self.word(at).as_bytes()[0].is_ascii_digit();
        let edged = matches!(
            self.sense_before(at),
            Sense::Edge(_) | Sense::Mark('-' | '\'' | '’' | '‘')
        );
        let stands = full || edged || self.sense_before(at) == Sense::Word(TimeWord::The);
        if !stands {
            return None;
        }
        Self::decade_from(decade, at + 1)
    }

    fn decade_from(decade: i16, end: usize) -> Option<Found> {
        let first = Date::new(decade, 1, 1).ok()?;
        Some(Found::known(Reading::holding(first, Unit::Decade), end))
    }

    /// A quarter of a year: "2019 Q1".
    pub(super) fn quarter(year: i16, quarter: i8, end: usize) -> Option<Found> {
        let first = Date::new(year, quarter * 3 - 2, 1).ok()?;
        Some(Found::known(Reading::holding(first, Unit::Quarter), end))
    }
}
