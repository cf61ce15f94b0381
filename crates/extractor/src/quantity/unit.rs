use std::sync::Arc;

use super::{Unit, numeral::Number, piece::Pieces};
use crate::{
    Tag,
    lexicon::{Dimension, UnitClass, UnitId},
};

/// What a number is measured in, and per what: "km", "USD/barrel", "/day".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Measure {
    pub(super) unit: Option<UnitId>,
    pub(super) per: Option<Per>,
}

/// The latter half of a rate: "per barrel", "a day".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Per {
    Unit(UnitId),
    /// Any noun, by its piece: "per **game**".
    Noun(usize),
}

impl Pieces<'_> {
    /// The unit before a number ("$", "magnitude"), and where the number begins.
    pub(super) fn unit_before(&self, at: usize) -> Option<(UnitId, usize)> {
        let units = &self.lexicon.units;
        let (len, &unit) = units.before.longest(self.words(at))?;
        // "Rs 500" is money, "rs" is none
        let code = units.dimension(unit) == Dimension::Money
            && self.slice(at).bytes().all(|byte| byte.is_ascii_lowercase());
        (!code).then_some((unit, at + len))
    }

    /// The unit behind a number, and the piece behind the unit: "six kilometres", "six-hour".
    pub(super) fn unit_after(&self, number: &Number) -> Option<(UnitId, usize)> {
        let at = number.end + usize::from(self.is_hyphen(number.end));
        let (len, unit) = self.unit(at)?;
        let money = self.dimension(unit) == Dimension::Money;
        // "12 won their seats"
        let verb = matches!(
            self.tag(at),
            Some(Tag::Verb | Tag::VerbPast | Tag::VerbPresent)
        );
        (!(money && verb && len == 1)).then_some((unit, at + len))
    }

    pub(super) fn dimension(&self, unit: UnitId) -> Dimension {
        self.lexicon.units.dimension(unit)
    }

    /// "per barrel", "a day", "/h": what a rate is per, and the piece behind it.
    pub(super) fn per(&self, at: usize) -> Option<(Per, usize)> {
        let units = &self.lexicon.units;
        let word = self.word(at);
        let next = at + 1;
        if units.is(word, UnitClass::Per) {
            if let Some((len, unit)) = self.unit(next) {
                return Some((Per::Unit(unit), next + len));
            }
            let noun = matches!(self.tag(next), Some(Tag::Noun | Tag::Nouns));
            return noun.then_some((Per::Noun(next), next + 1));
        }
        if !units.is(word, UnitClass::Article) {
            return None;
        }
        let (len, unit) = self.unit(next)?;
        let fits =
            self.dimension(unit) == Dimension::Time || units.is(self.word(next), UnitClass::Share);
        let when = units.is(self.word(next + len), UnitClass::When);
        (fits && !when && !self.is_hyphen(next + len)).then_some((Per::Unit(unit), next + len))
    }

    /// The unit with its sign for reports and its plain name: "USD/barrel", "dollar per barrel".
    pub(super) fn unit_of(&self, measure: Measure) -> Option<Unit> {
        let units = &self.lexicon.units;
        let unit = measure.unit.map(|unit| units.unit(unit));
        let Some(per) = measure.per else {
            return unit.cloned();
        };
        let (sign, name) = unit.map_or(("", ""), |unit| (&*unit.sign, &*unit.name));
        let noun;
        let (per, whole) = match per {
            Per::Unit(per) => (&*units.unit(per).sign, &*units.unit(per).name),
            Per::Noun(at) => {
                noun = self.slice(at).to_lowercase();
                (&*noun, &*noun)
            }
        };
        let sign: Arc<str> = format!("{sign}/{per}").into();
        Some(Unit {
            many: sign.clone(),
            sign,
            name: format!("{name} per {whole}").trim_start().into(),
        })
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
    fn units_have_one_name() {
        check(
            "Six kilometres, 6km, a six-kilometre march, 40 hectares, 20 per cent, 5%.",
            "6 km, 6 km, 6 km march, 40 hectares, 20%, 5%",
        );
    }

    #[test]
    fn money_has_its_code() {
        check(
            "It cost $25bn, US$5 million, 5 million euros, EUR50m and £3.",
            "25,000,000,000 USD, 5,000,000 USD, 5,000,000 EUR, 50,000,000 EUR, 3 GBP",
        );
    }

    #[test]
    fn magnitudes_stand_before_or_behind() {
        check(
            "A 6.1-magnitude quake, one of magnitude 6.2, and 7.8 on the Richter scale.",
            "6.1 magnitude quake, 6.2 magnitude, 7.8 magnitude",
        );
    }

    #[test]
    fn rates_say_per_what() {
        check(
            "Oil at $58 a barrel, 800,000 barrels a day, 60 miles per hour, 3,000 tests per day.",
            "58 USD/barrel, 800,000 barrel/day, 60 mph, 3,000 /day tests",
        );
    }

    #[test]
    fn a_metre_is_no_million() {
        check(
            "A 1.5m wall and 1.5m tonnes.",
            "1.5 m wall, 1,500,000 tonnes",
        );
    }

    #[test]
    fn minus_turns_the_number_round() {
        check("It was minus 40 degrees and -1.3%.", "-40 degrees, -1.3%");
    }

    #[test]
    fn a_quake_has_a_magnitude() {
        check("A 5.6 quake.", "5.6 magnitude quake");
    }
}
