use super::{numeral::Value, operand::Operand, piece::Pieces};
use crate::{
    Tag,
    lexicon::{Bound, HedgeClass},
};

/// What stands before the first number of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opener {
    None,
    From,
    Between,
}

/// How the second number of a pair is joined to the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// "30-35"
    Dash,
    /// "30 to 35"
    To,
    /// "50 or 60"
    Or,
    /// "between 30 **and** 35"
    And,
    /// "12, possibly 15"
    Raise,
}

/// Two numbers that belong together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) first: Operand,
    pub(super) second: Operand,
    pub(super) joint: Joint,
}

impl Pieces<'_> {
    /// The second number behind a first one, whatever the two mean together.
    pub(super) fn pair(&self, first: Operand, opener: Opener) -> Option<Pair> {
        let (joint, next) = self.joint_behind(first.end, opener)?;
        // "from 500 to **well over** 1,000"
        let hedged = || {
            let hedging = self.hedging(next);
            (opener != Opener::None).then(|| self.operand(hedging.next, hedging.bound.is_some()))?
        };
        let second = self.operand(next, false).or_else(hedged)?;
        let (first, second) = shared_scale(first, second);
        Some(Pair {
            first,
            second,
            joint,
        })
    }

    fn joint_behind(&self, at: usize, opener: Opener) -> Option<(Joint, usize)> {
        let hedges = &self.lexicon.hedges;
        // "a 7- or 8-inch screen"
        let hung = self.is_hedge(at, HedgeClass::Dash) && self.is_hedge(at + 1, HedgeClass::Or);
        let at = at + usize::from(hung);
        if self.is_hedge(at, HedgeClass::Dash) {
            let even = self.is_glued(at) == self.is_glued(at + 1);
            return even.then_some((Joint::Dash, at + 1));
        }
        if self.is_hedge(at, HedgeClass::To) {
            return Some((Joint::To, at + 1));
        }
        if opener == Opener::Between && self.is_hedge(at, HedgeClass::And) {
            return Some((Joint::And, at + 1));
        }
        let hedging = self.hedging(at);
        if opener == Opener::From && hedging.bound == Some(Bound::AtMost) {
            return Some((Joint::To, hedging.next));
        }
        let comma = at + usize::from(self.is_hedge(at, HedgeClass::Comma));
        if let Some((len, ())) = hedges.raise.longest(self.words(comma)) {
            return Some((Joint::Raise, comma + len));
        }
        self.is_hedge(at, HedgeClass::Or)
            .then_some((Joint::Or, at + 1))
    }

    /// Whether a pair is a range, not a score, a change or two figures.
    pub(super) fn is_range(&self, pair: &Pair, opener: Opener) -> bool {
        let Pair { first, second, .. } = pair;
        let units = match (first.measure.unit, second.measure.unit) {
            (Some(a), Some(b)) => a == b,
            (Some(_), None) => pair.joint == Joint::Dash || first.leads(),
            (None, _) => true,
        };
        let same = units
            && first.member.is_some() == second.member.is_some()
            && first.number.share == second.number.share
            && (first.measure.per.is_none() || first.measure.per == second.measure.per);
        if !same || !rises(first, second) {
            return opener == Opener::Between && same && pair.joint == Joint::And;
        }
        match pair.joint {
            Joint::And | Joint::Raise => true,
            Joint::Or => !is_far(first, second),
            Joint::To => !self.changes(first.start, opener),
            Joint::Dash => opener != Opener::None || !self.is_score(pair),
        }
    }

    /// "rose from 12 to 15", "fell 3 to 12": a change, not a range.
    fn changes(&self, start: usize, opener: Opener) -> bool {
        // "fell by 2 to 3 degrees"
        if opener == Opener::None && start > 0 && self.is_hedge(start - 1, HedgeClass::ChangeBy) {
            return false;
        }
        let reach = if opener == Opener::From { 8 } else { 3 };
        (start.saturating_sub(reach)..start).any(|at| self.is_hedge(at, HedgeClass::Change))
    }

    /// "fell from $75 in May to $46": what a measured thing moved between, which is a range of it;
    /// counted things are two figures, the old one and the new.
    pub(super) fn moved(&self, first: Operand, opener: Opener) -> Option<Pair> {
        if opener != Opener::From || !self.changes(first.start, opener) {
            return None;
        }
        for at in first.end..first.end + 8 {
            if self.is_hedge(at, HedgeClass::To) {
                let second = self.operand(at + 1, false)?;
                let (a, b) = (first.measure.unit, second.measure.unit);
                let same = a == b || b.is_none() || (a.is_none() && at == first.end);
                let measured = a.or(b).is_some() && first.exact() != second.exact();
                return (same && measured).then_some(Pair {
                    first,
                    second,
                    joint: Joint::To,
                });
            }
            let goes_on = self.is_taken(at)
                || !matches!(
                    self.tag(at),
                    None | Some(Tag::Punctuation | Tag::Conjunction)
                ) && !self.is_number(at)
                    && !self.tag(at).is_some_and(Tag::is_verbal);
            if !goes_on {
                return None;
            }
        }
        None
    }

    /// "2-1": small numbers that count nothing are the score of a match or a vote.
    fn is_score(&self, pair: &Pair) -> bool {
        let end = pair.second.end;
        let small = [pair.first, pair.second].iter().all(|operand| {
            operand.is_bare()
                && operand
                    .exact()
                    .and_then(crate::Amount::whole)
                    .is_some_and(|value| value < 10)
        });
        small && !self.names_plural(end)
    }

    /// Whether a plural stands there, with adjectives before it or not: "Turkish soldiers".
    pub(super) fn names_plural(&self, at: usize) -> bool {
        for next in at..at + 5 {
            match self.tag(next) {
                Some(Tag::Nouns | Tag::Names) => return true,
                Some(Tag::Adjective | Tag::Participle | Tag::Gerund | Tag::Noun | Tag::Name) => {}
                _ => return false,
            }
        }
        false
    }

    /// "more than 10 and less than 40": the upper end that is joined to a lower one, or the other way.
    pub(super) fn other_bound(&self, at: usize, bound: Bound) -> Option<(Bound, Operand)> {
        let joint = [HedgeClass::And, HedgeClass::But, HedgeClass::Comma]
            .into_iter()
            .any(|class| self.is_hedge(at, class));
        if !joint {
            return None;
        }
        let hedging = self.hedging(at + 1);
        let other = hedging.bound?;
        let lower = |bound| matches!(bound, Bound::AtLeast | Bound::MoreThan);
        let upper = |bound| matches!(bound, Bound::AtMost | Bound::FewerThan);
        if !(lower(bound) && upper(other) || upper(bound) && lower(other)) {
            return None;
        }
        Some((other, self.operand(hedging.next, true)?))
    }
}

/// "3.6 to 3.7 million", "two or three dozen": the first number shares the scale of the second.
fn shared_scale(mut first: Operand, second: Operand) -> (Operand, Operand) {
    if let Some(scale) = second.number.scale
        && first.number.scale.is_none()
        && !first.number.share
    {
        let scaled = Operand {
            number: first.number.scaled(scale),
            ..first
        };
        if rises(
            &first,
            &Operand {
                number: unscaled(second, scale),
                ..second
            },
        ) {
            first = scaled;
        }
    }
    (first, second)
}

/// The number before its scale word: the 3.7 of "3.7 million".
fn unscaled(operand: Operand, scale: i64) -> super::numeral::Number {
    let value = match operand.number.value {
        Value::Exact(value) => Value::Exact(value.share(1, scale)),
        Value::Vague(low, high) => {
            Value::Vague(low.share(1, scale), high.map(|high| high.share(1, scale)))
        }
    };
    super::numeral::Number {
        value,
        ..operand.number
    }
}

/// "4 or 270": too far apart to be two guesses of one number.
fn is_far(first: &Operand, second: &Operand) -> bool {
    match (first.exact(), second.exact()) {
        (Some(a), Some(b)) => b > a.times(10),
        _ => false,
    }
}

/// Whether the second number is the higher.
fn rises(first: &Operand, second: &Operand) -> bool {
    let least = |operand: &Operand| match operand.number.value {
        Value::Exact(value) | Value::Vague(value, _) => value,
    };
    least(first) < least(second)
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(told(text), expected, "{text}");
    }

    #[test]
    fn ranges_have_two_ends() {
        check(
            "Between 30 and 35 men, 30-35 women, six to eight boys, from 500 to 1,300 homes, 50 or 60 cars.",
            "30–35 men, 30–35 women, 6–8 boys, 500–1,300 homes, 50–60 cars",
        );
    }

    #[test]
    fn the_second_end_may_be_hedged() {
        check("From 500 to well over 1,000 people.", "500–1,000 people");
    }

    #[test]
    fn the_first_end_shares_the_scale() {
        check(
            "There are 3.6-3.7 million refugees and two or three dozen cars.",
            "3,600,000–3,700,000 refugees, 24–36 cars",
        );
    }

    #[test]
    fn a_change_is_two_figures() {
        check("The toll rose from 12 to 15.", "12, 15");
        check("Prices fell from $75 in May to $46.", "46–75 USD");
        check("It rose 3 to 15.", "3, 15");
        check("It rose by 3 to 15.", "3–15");
    }

    #[test]
    fn scores_and_votes_are_no_ranges() {
        check("They won 2-1 after a 7-2 vote.", "");
    }

    #[test]
    fn a_raise_is_a_range() {
        check("Hundreds, perhaps thousands, fled.", "200–99,999");
    }

    #[test]
    fn two_bounds_make_a_range() {
        check("It is more than 10 and less than 40.", "10–40");
    }
}
