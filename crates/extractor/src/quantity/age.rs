use super::{hedge::Hedging, operand::Operand, piece::Pieces};
use crate::{
    Amount, Tag,
    lexicon::{Class, Dimension, HedgeClass, NumeralClass},
};

/// How far back another age of a list of persons may stand, in pieces.
const LIST: usize = 12;

/// How old somebody is, which is not how many.
impl Pieces<'_> {
    /// "27-year-old", "aged between 5 and 12", "over the age of 50", "Smith, 45,"
    pub(super) fn age(&self, hedging: &Hedging, operand: &Operand) -> Option<usize> {
        let end = operand.end;
        let time = operand
            .measure
            .unit
            .is_some_and(|unit| self.dimension(unit) == Dimension::Time);
        if time || operand.measure.unit.is_none() {
            let old = end + usize::from(self.is_hyphen(end));
            if self.is(old, NumeralClass::AgeAfter) {
                // "the bridge is more than thirty years old" measures it
                let stated = time
                    && hedging.bound.is_some()
                    && !(self.slice(hedging.start.wrapping_sub(1))).eq_ignore_ascii_case("be")
                    && (self.lexicon.grammar).is(self.word_before(hedging.start), Class::Be);
                return (!stated).then_some(old + 1);
            }
            if time && self.is(end, NumeralClass::Of) && self.is(end + 1, NumeralClass::AgeBefore) {
                return Some(end + 2);
            }
            if self.age_before(hedging.start) || self.age_before(operand.start) {
                return Some(self.ages_behind(end, true));
            }
        }
        if !operand.is_bare() || operand.exact()? > Amount::from(120) {
            return None;
        }
        let at = operand.start;
        let died = self.is_before(at, NumeralClass::AgeAt)
            && at > 1
            && self
                .lexicon
                .measures
                .verbs
                .word(self.word(at - 2))
                .is_some();
        if died && !self.names_plural(end) {
            return Some(end);
        }
        // "boys of 14 and 15-years-old"
        let listed = self.ages_behind(end, false);
        if listed > end && self.is(listed - 1, NumeralClass::AgeAfter) {
            return Some(listed);
        }
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
            return self.is_mark(end, ",")
                || (stop && self.is_capital(person))
                || (self.is_capital(person) && self.is_aged_list(person));
        }
        if self.is_mark(at - 1, "(") && self.is_mark(end, ")") {
            return named && self.is_capital(person);
        }
        let role = self.lexicon.roles.nouns().word(self.word(person));
        self.is_before(at, NumeralClass::Of)
            && role.is_some_and(|role| role.singular)
            && !self.names_plural(end)
    }

    /// "Tom Lee, 29, and **Ann Hill, 22** died": another with an age stands before.
    fn is_aged_list(&self, person: usize) -> bool {
        (person.saturating_sub(LIST)..person.saturating_sub(2)).any(|at| {
            self.is_mark(at, ",")
                && self.is_number(at + 1)
                && self.slice(at + 1).len() <= 2
                && self.is_mark(at + 2, ",")
                && at > 0
                && self.is_capital(at - 1)
                && self.tag(at - 1) == Some(Tag::Name)
        })
    }

    /// "ages 25, 34 **and 23**", "18**- to 24-year-old**": where the ages end that are listed behind one.
    fn ages_behind(&self, mut end: usize, certain: bool) -> usize {
        for _ in 0..12 {
            let mut next = end;
            for class in [
                HedgeClass::Dash,
                HedgeClass::Comma,
                HedgeClass::And,
                HedgeClass::Or,
                HedgeClass::To,
            ] {
                next += usize::from(self.is_hedge(next, class));
            }
            if next == end || !self.is_number(next) {
                break;
            }
            let mut behind = next + 1;
            let unit = behind + usize::from(self.is_hyphen(behind));
            if let Some((len, _)) = self.unit(unit) {
                let old = unit + len + usize::from(self.is_hyphen(unit + len));
                behind = match self.is(old, NumeralClass::AgeAfter) {
                    true => old + 1,
                    false if certain => unit + len,
                    false => break,
                };
            } else if self.names_plural(behind) {
                break;
            }
            end = behind;
        }
        end
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
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(told(text), expected, "{text}");
    }

    #[test]
    fn ages_are_silent() {
        check(
            "Smith, 45, and a 27-year-old man aged 12, both over the age of 10.",
            "",
        );
    }

    #[test]
    fn a_hedged_age_measures() {
        check(
            "The bridge is more than thirty years old.",
            "more than 30 years",
        );
        check("Children more than ten years old.", "");
    }

    #[test]
    fn the_last_of_a_list_has_an_age() {
        check("Tom Lee, 29, and Ann Hill, 22 died.", "");
        check("In Homs, 22 died.", "22");
    }

    #[test]
    fn ages_follow_people() {
        check(
            "The suspect, 15, and Craig Reed, 31. A boy of 13, in ages ranging from 19 to 30.",
            "",
        );
    }

    #[test]
    fn ages_come_in_lists() {
        check(
            "Men, ages 25, 34 and 23, boys of 14 and 15-years-old, 18- to 24-year-old veterans.",
            "",
        );
    }

    #[test]
    fn who_died_at_an_age_is_not_counted() {
        check("The actor died at 75.", "");
    }
}
