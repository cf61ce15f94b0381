use super::{hedge::Hedging, operand::Operand, piece::Pieces, range::Pair};
use crate::{
    Amount, Tag,
    lexicon::{Bound, Dimension, HedgeClass, NumeralClass},
};

/// Numbers that are no quantities: years, ages, names with a number, addresses, list numbers.
impl Pieces<'_> {
    /// Where reading goes on behind a number that counts nothing; `None` where it is a quantity.
    pub(super) fn bystander(&self, hedging: &Hedging, operand: &Operand) -> Option<usize> {
        if let Some(end) = self.age(hedging, operand) {
            return Some(end);
        }
        if !operand.is_bare() {
            return None;
        }
        let (at, end) = (operand.digits, operand.end);
        if self.is_pronoun(hedging, operand) || self.is_known_pair(operand) {
            return Some(end);
        }
        if self.is(end, NumeralClass::ClockAfter) || self.is(end, NumeralClass::Block) {
            return Some(end + 1);
        }
        if self.is_mark(end, "/") && self.is_glued(end) && self.is_number(end + 1) {
            return Some(end + 2);
        }
        let name = hedging.bound.is_none() && self.is_name(at, operand);
        let place = operand.number.plain
            && (self.is_list_number(at, end)
                || self.is_address(end)
                || (at == operand.start && self.is_code(at, end))
                || self.is_year(hedging, operand));
        (name || place).then_some(end)
    }

    /// "in 2011-2015", "the 2019-20 season": a pair of years; where it ends.
    pub(super) fn years(&self, pair: &Pair) -> Option<usize> {
        let end = pair.second.end;
        let season = self
            .year(&pair.first)
            .is_some_and(|year| year >= 1900 && self.slice(pair.second.digits).len() == 2)
            && pair.second.is_bare()
            && self.is_hedge(pair.first.end, HedgeClass::Dash);
        let both = self.year(&pair.first).is_some_and(|year| year >= 1500)
            && self.year(&pair.second).is_some_and(|year| year >= 1500)
            && !matches!(self.tag(end), Some(Tag::Nouns));
        (season || both).then_some(end)
    }

    /// The year that four digits may be.
    fn year(&self, operand: &Operand) -> Option<i64> {
        let digits = operand.number.plain
            && operand.is_bare()
            && self.slice(operand.digits).len() == 4
            && operand.end == operand.digits + 1;
        let year = operand.exact()?.whole()?;
        (digits && (1000..=2200).contains(&year)).then_some(year)
    }

    /// "in 2019", "since at least 2012", "the 2019 elections", but not "killed 2019 people"
    fn is_year(&self, hedging: &Hedging, operand: &Operand) -> bool {
        let Some(year) = self.year(operand) else {
            return false;
        };
        let start = hedging.start;
        let behind = self.is_before(start, NumeralClass::YearBefore)
            || matches!(
                self.before(start).and(self.tag(start.wrapping_sub(1))),
                Some(Tag::Name | Tag::Genitive)
            );
        if !self.names_plural(operand.end) {
            return match hedging.bound {
                None => {
                    year >= 1900
                        || (behind && year >= 1800)
                        || self.is_before(start, NumeralClass::In)
                }
                Some(Bound::About) => year >= 1900,
                Some(_) => behind && year >= 1900,
            };
        }
        let round = year % 100 == 0;
        hedging.bound.is_none() && year >= 1900 && (behind || (start == 0 && !round))
    }

    /// "27-year-old", "aged between 5 and 12", "over the age of 50", "Smith, 45,"
    fn age(&self, hedging: &Hedging, operand: &Operand) -> Option<usize> {
        let end = operand.end;
        let time = operand
            .measure
            .unit
            .is_some_and(|unit| self.dimension(unit) == Dimension::Time);
        if time || operand.measure.unit.is_none() {
            let old = end + usize::from(self.is_hyphen(end));
            if self.is(old, NumeralClass::AgeAfter) {
                return Some(old + 1);
            }
            if time && self.is(end, NumeralClass::Of) && self.is(end + 1, NumeralClass::AgeBefore) {
                return Some(end + 2);
            }
            if self.age_before(hedging.start) || self.age_before(operand.start) {
                return Some(end);
            }
        }
        if !operand.is_bare() || operand.exact()? > Amount::from(120) {
            return None;
        }
        let at = operand.start;
        // "children under five", "those over 65"
        let person = hedging.start > 0
            && matches!(
                self.tag(hedging.start - 1),
                Some(Tag::Nouns | Tag::Pronoun | Tag::Determiner)
            );
        if hedging.place
            && person
            && !self.names_plural(end)
            && !matches!(self.tag(end), Some(Tag::Noun | Tag::Name | Tag::Adjective))
        {
            return Some(end);
        }
        (operand.number.plain && hedging.bound.is_none() && self.is_age_of(at, end)).then_some(end)
    }

    /// "Smith, 45, of Leeds", "Smith (45)", "the suspect, 15, was", "a boy of 13"
    fn is_age_of(&self, at: usize, end: usize) -> bool {
        let Some(person) = at.checked_sub(2) else {
            return false;
        };
        // "Jones Jr., 48,"
        let person = match person.checked_sub(1) {
            Some(short) if self.is_mark(person, ".") && self.is_glued(person) => short,
            _ => person,
        };
        let named = matches!(self.tag(person), Some(Tag::Name | Tag::Noun));
        if self.is_mark(at - 1, ",") && named {
            let stop = self.is_mark(end, ".") || self.is_mark(end, ";") || end == self.len();
            return self.is_mark(end, ",") || (stop && self.is_capital(person));
        }
        if self.is_mark(at - 1, "(") && self.is_mark(end, ")") {
            return named && self.is_capital(person);
        }
        let role = self.lexicon.roles.nouns().word(self.word(person));
        self.is_before(at, NumeralClass::Of)
            && role.is_some_and(|role| role.singular)
            && !self.names_plural(end)
    }

    /// "aged", "ages of", "the age of" before a place.
    fn age_before(&self, mut at: usize) -> bool {
        for _ in 0..3 {
            if self.is_before(at, NumeralClass::AgeBefore) {
                return true;
            }
            if !self.is_before(at, NumeralClass::AgeLink) {
                return false;
            }
            at -= 1;
        }
        false
    }

    /// "no one", "one of the", "one must": the pronoun, not the number.
    fn is_pronoun(&self, hedging: &Hedging, operand: &Operand) -> bool {
        let at = operand.digits;
        if operand.number.plain || operand.exact() != Some(Amount::from(1)) {
            return false;
        }
        let before = self.before(at).is_some()
            && (self.is_before(at, NumeralClass::OneBefore)
                || matches!(self.tag(at - 1), Some(Tag::Adjective | Tag::Ordinal)));
        let after = self.is(operand.end, NumeralClass::OneAfter)
            || self.is(operand.end, NumeralClass::Of)
            || matches!(self.tag(operand.end), Some(Tag::Genitive | Tag::Modal));
        hedging.bound.is_none() && (before || after)
    }

    /// "the two countries": the two that everybody knows.
    fn is_known_pair(&self, operand: &Operand) -> bool {
        !operand.number.plain
            && operand.exact() == Some(Amount::from(2))
            && self.tag(operand.digits.wrapping_sub(1)) == Some(Tag::Determiner)
            && (self.is(operand.end, NumeralClass::Pair)
                || self.tag(operand.end).is_some_and(Tag::is_verbal))
    }

    /// "Article 5", "Unit 8200", "World War Two", "S&P 500": a name that ends in a number.
    fn is_name(&self, at: usize, operand: &Operand) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        if matches!(self.slice(before), "#" | "№") {
            return true;
        }
        let plural =
            self.names_plural(operand.end) || self.is(operand.end, NumeralClass::PluralVerb);
        // "No. 5"
        let short = self.is_mark(before, ".")
            && self.is_glued(before)
            && self.is_before(before, NumeralClass::Label)
            && self.slice(before - 1).len() <= 4;
        if short {
            return true;
        }
        let capital = before > 0 && self.is_capital(before);
        let label = self.is_before(at, NumeralClass::Label);
        if label && (capital || (!plural && self.tag(before).is_some_and(Tag::is_nominal))) {
            return true;
        }
        let word = operand.number.plain || self.is_capital(at);
        let named = capital && self.tag(before).is_some_and(Tag::is_nominal);
        // "the 787 Dreamliner"
        let naming = operand.number.plain
            && self.is_capital(operand.end)
            && self.tag(operand.end) == Some(Tag::Name)
            && !self.is_taken(operand.end)
            && operand
                .exact()
                .is_some_and(|value| value < Amount::from(10_000));
        let negative = operand.exact().is_some_and(Amount::is_negative) && self.slice(at) == "-";
        (named && word && !plural) || (naming && !plural) || (negative && capital)
    }

    /// "1. Open the door", "(2)", "501(c)"
    fn is_list_number(&self, at: usize, end: usize) -> bool {
        let stop = (self.is_mark(end, ".") || self.is_mark(end, ")")) && self.is_glued(end);
        let first = at == 0 && stop && self.len() > end + 2;
        let bracketed = at > 0
            && self.is_mark(at - 1, "(")
            && self.is_mark(end, ")")
            && !self.names_plural(end + 1);
        first || bracketed
    }

    /// "0615", "+972", "13542329", "911": digits that name, not count.
    fn is_code(&self, at: usize, end: usize) -> bool {
        let digits = self.slice(at);
        let long = digits.len() >= 7 && digits.bytes().all(|byte| byte.is_ascii_digit());
        let name = Amount::parse(digits).is_some_and(|n| self.lexicon.numerals.is_name(n));
        let zero = digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.");
        let plus = at > 0 && self.is_mark(at - 1, "+") && self.is_glued(at);
        zero || plus || ((long || name) && !self.names_plural(end))
    }

    /// "49 Harbour Road": names up to the word for a street.
    fn is_address(&self, end: usize) -> bool {
        for at in end..end + 5 {
            if !self.is_capital(at) {
                return false;
            }
            if at > end && self.is(at, NumeralClass::Street) {
                return true;
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(told(text), expected, "{text}");
    }

    #[test]
    fn names_with_numbers_are_silent() {
        check(
            "An F-16 flew over the M4, Article 5, Unit 8200, Flight 370 and Channel 4 during COVID-19.",
            "",
        );
    }

    #[test]
    fn years_are_silent() {
        check(
            "In 2019 and since 1948, the 2019-20 season, from 2011 to 2015.",
            "",
        );
    }

    #[test]
    fn four_digits_may_count() {
        check("They killed 1300 people.", "1,300 people");
    }

    #[test]
    fn ages_are_silent() {
        check(
            "Smith, 45, and a 27-year-old man aged 12, both over the age of 10.",
            "",
        );
    }

    #[test]
    fn pronouns_are_silent() {
        check("No one saw one of them; one must ask the big one.", "");
    }

    #[test]
    fn one_may_count() {
        check("One soldier died and one was hurt.", "1 soldier, 1");
    }

    #[test]
    fn addresses_and_phones_are_silent() {
        check("Call +1-202-555-0147 or come to 49 Harbour Road.", "");
    }

    #[test]
    fn known_pairs_are_silent() {
        check(
            "The two countries talked while two countries watched.",
            "2 countries",
        );
    }

    #[test]
    fn compounds_that_count_nothing_are_silent() {
        check("A two-way street, a one-sided match, a 7.62x39 round.", "");
    }

    #[test]
    fn codes_are_silent() {
        check(
            "Call 504 822 1111 or 911 at 0615, said +972 in the 700 block of Elm.",
            "",
        );
    }

    #[test]
    fn ages_follow_people() {
        check(
            "The suspect, 15, and Craig Reed, 31. A boy of 13, in ages ranging from 19 to 30.",
            "",
        );
    }

    #[test]
    fn brackets_may_count() {
        check("(5) martyrs were recovered (2).", "5 martyrs");
    }
}
