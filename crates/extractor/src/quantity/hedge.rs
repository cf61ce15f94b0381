use super::piece::Pieces;
use crate::lexicon::{Bound, HedgeClass};

/// The hedges before a number: "at least an additional", "exceeded an estimated".
#[derive(Clone, Copy, Debug)]
pub(super) struct Hedging {
    pub(super) bound: Option<Bound>,
    /// It may speak of place or time instead: "over the years".
    pub(super) place: bool,
    /// Where the quantity's words begin: behind a verb that hedges, else at the hedge.
    pub(super) start: usize,
    /// Where the number should begin.
    pub(super) next: usize,
}

impl Pieces<'_> {
    /// The hedges that begin there; without any, an empty one.
    pub(super) fn hedging(&self, at: usize) -> Hedging {
        let hedges = &self.lexicon.hedges;
        let mut hedging = Hedging {
            bound: None,
            place: false,
            start: at,
            next: at,
        };
        // "at least about 300" is as long as it gets
        for _ in 0..3 {
            let Some((len, &hedge)) = hedges.before.longest(self.words(hedging.next)) else {
                break;
            };
            if hedges.misled(hedge, self.word_before(hedging.next)) {
                break;
            }
            hedging.next += len;
            if hedge.verb {
                hedging.start = hedging.next;
            }
            hedging.place = hedge.place && hedging.bound.is_none();
            hedging.bound = Some(
                hedging
                    .bound
                    .map_or(hedge.bound, |bound| bound.min(hedge.bound)),
            );
        }
        hedging
    }

    /// The piece behind "additional", "another", "a total of", if one of them stands there.
    pub(super) fn filler(&self, at: usize) -> Option<usize> {
        let (len, ()) = self.lexicon.hedges.filler.longest(self.words(at))?;
        Some(at + len)
    }

    /// "or more", "or so" behind a number: what they make of it, and the piece behind them.
    pub(super) fn hedge_behind(&self, at: usize) -> Option<(Bound, usize)> {
        let (len, &bound) = self.lexicon.hedges.after.longest(self.words(at))?;
        // "six at least two of whom", "4 + 5", "200 or less than 150"
        let next = at + len + usize::from(self.is_hedge(at + len, HedgeClass::Than));
        (!self.is_number(next) && self.numeral(next).is_none()).then_some((bound, at + len))
    }

    pub(super) fn is_hedge(&self, at: usize, class: HedgeClass) -> bool {
        self.lexicon.hedges.is(self.word(at), class)
    }

    /// "over 35 years" is how long, "for over 35 years" is more than 35.
    pub(super) fn hedges_stretch(&self, start: usize) -> bool {
        start > 0 && self.is_hedge(start - 1, HedgeClass::Stretch)
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
    fn at_least_is_a_lower_bound() {
        check(
            "At least 13 people, no fewer than six dogs, 50+ cats, 13 or more cows.",
            "at least 13 people, at least 6 dogs, at least 50 cats, at least 13 cows",
        );
    }

    #[test]
    fn more_than_leaves_the_number_out() {
        check(
            "More than a dozen cars, upwards of 50 tanks, over 20 huts.",
            "more than 12 cars, more than 50 tanks, more than 20 huts",
        );
    }

    #[test]
    fn up_to_is_an_upper_bound() {
        check(
            "Up to 80 people, as many as 12 boats, fewer than ten goats.",
            "up to 80 people, up to 12 boats, fewer than 10 goats",
        );
    }

    #[test]
    fn about_is_an_estimate() {
        check(
            "About 300 men, an estimated 40 tanks, 20 or so goats, nearly 700,000 refugees.",
            "about 300 men, about 40 tanks, about 20 goats, nearly 700,000 refugees",
        );
    }

    #[test]
    fn fillers_may_stand_between() {
        check(
            "At least an additional 13 people and at least some 40 cars.",
            "at least 13 people, at least 40 cars",
        );
    }

    #[test]
    fn verbs_hedge_from_outside() {
        check("The toll exceeded 100.", "more than 100");
    }

    #[test]
    fn over_a_stretch_of_time_is_how_long() {
        check(
            "Over 35 years, and for over 35 years.",
            "35 years, more than 35 years",
        );
    }

    #[test]
    fn some_words_mislead() {
        check("She told about 12 men of it.", "12 men");
    }
}
