use super::{hedge::Hedging, operand::Operand, piece::Pieces};
use crate::{Amount, Tag, lexicon::NumeralClass};

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
            && (self.is_clock(at)
                || self.is_list_number(at, end)
                || self.is_address(end)
                || (at == operand.start && self.is_code(at, end))
                || self.is_year(hedging, operand));
        (name || place).then_some(end)
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
            || matches!(
                self.tag(operand.end),
                Some(Tag::Genitive | Tag::Modal | Tag::Wh | Tag::Subordinator)
            );
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
        let nominal = self.tag(before).is_some_and(Tag::is_nominal);
        if label && (capital || (nominal && (!plural || self.is_capital(before)))) {
            return true;
        }
        let word = operand.number.plain || self.is_capital(at);
        let named = capital && nominal;
        // "the 787 Dreamliner"
        let naming = operand.number.plain
            && self.is_capital(operand.end)
            && self.tag(operand.end) == Some(Tag::Name)
            && !self.is_taken(operand.end)
            && operand
                .exact()
                .and_then(Amount::whole)
                .is_some_and(|value| value < 10_000);
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

    /// "0615", "between 0900 and 1000": digits that begin with nought are a time of day or a code.
    pub(super) fn is_clock(&self, at: usize) -> bool {
        let digits = self.slice(at);
        digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.")
    }

    /// "+972", "13542329", "911": digits that name, not count.
    fn is_code(&self, at: usize, end: usize) -> bool {
        let digits = self.slice(at);
        let long = digits.len() >= 7 && digits.bytes().all(|byte| byte.is_ascii_digit());
        let name = Amount::parse(digits).is_some_and(|n| self.lexicon.numerals.is_name(n));
        let plus = at > 0 && self.is_mark(at - 1, "+") && self.is_glued(at);
        plus || ((long || name) && !self.names_plural(end))
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
    fn brackets_may_count() {
        check("(5) martyrs were recovered (2).", "5 martyrs");
    }
}
