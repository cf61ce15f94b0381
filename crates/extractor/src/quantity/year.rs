use super::{hedge::Hedging, operand::Operand, piece::Pieces, range::Pair};
use crate::{
    Tag,
    lexicon::{Bound, HedgeClass, NumeralClass},
};

/// Years, which the reader of times may have left: "the 2019-20 season".
impl Pieces<'_> {
    /// "in 2011-2015", "the 2019-20 season", "from 0900 to 1030": a pair of years or times; where it ends.
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
        let clock = self.is_clock(pair.first.digits) || self.is_clock(pair.second.digits);
        (season || both || clock).then_some(end)
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
    pub(super) fn is_year(&self, hedging: &Hedging, operand: &Operand) -> bool {
        let Some(year) = self.year(operand) else {
            return false;
        };
        let start = hedging.start;
        // "an average of 1500"
        if self.is_before(start, NumeralClass::Of)
            && start > 1
            && self.is_before(start - 1, NumeralClass::AmountOf)
        {
            return false;
        }
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
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(told(text), expected, "{text}");
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
        check("It rose by an average of 1500.", "1,500");
        check("The war of 1991.", "");
    }
}
