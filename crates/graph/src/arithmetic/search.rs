use std::cmp::Reverse;

use rashomon_extractor::Amount;

/// The search for too many parts is given up after so many steps.
const STEPS: usize = 20_000;

/// What looking for too many parts has come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// These parts, by their places, are too many; no fewer are, and of as few none are more.
    TooMany(Vec<usize>),
    /// However they are chosen, they are not too many.
    Fine,
    /// There are too many ways to choose.
    Stopped,
}

/// The fewest parts that are more than `most` together and have nobody in common.
///
/// Complete where it does not stop: it tries every choice that could still be too many.
pub(super) fn too_many(
    most: Amount,
    parts: &[Amount],
    apart: impl Fn(usize, usize) -> bool,
) -> Outcome {
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|&part| (Reverse(parts[part]), part));
    let mut search = Search {
        most,
        parts,
        order,
        apart,
        steps: 0,
        best: None,
    };
    for size in 1..=parts.len() {
        search.choose(size, 0, Amount::ZERO, &mut Vec::new());
        if let Some((_, mut best)) = search.best.take() {
            best.sort_unstable();
            return Outcome::TooMany(best);
        }
        if search.steps > STEPS {
            return Outcome::Stopped;
        }
    }
    Outcome::Fine
}

struct Search<'s, F> {
    most: Amount,
    parts: &'s [Amount],
    /// The parts, the largest first.
    order: Vec<usize>,
    apart: F,
    steps: usize,
    /// The largest sum of this size that is too much.
    best: Option<(Amount, Vec<usize>)>,
}

impl<F: Fn(usize, usize) -> bool> Search<'_, F> {
    fn choose(&mut self, size: usize, from: usize, sum: Amount, chosen: &mut Vec<usize>) {
        let left = size - chosen.len();
        if left == 0 {
            let better = self.best.as_ref().is_none_or(|(best, _)| sum > *best);
            if sum > self.most && better {
                self.best = Some((sum, chosen.clone()));
            }
            return;
        }
        for place in from..self.order.len() {
            self.steps += 1;
            let part = self.order[place];
            // all that are left are no larger than this one
            let factor = i64::try_from(left).unwrap_or(i64::MAX);
            let reach = sum.plus(self.parts[part].times(factor));
            let bar = self.best.as_ref().map_or(self.most, |(best, _)| *best);
            if reach <= bar || self.steps > STEPS {
                return;
            }
            if chosen.iter().all(|&other| (self.apart)(other, part)) {
                chosen.push(part);
                self.choose(size, place + 1, sum.plus(self.parts[part]), chosen);
                chosen.pop();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn amounts(numbers: &[i64]) -> Vec<Amount> {
        numbers.iter().copied().map(Amount::from).collect()
    }

    #[track_caller]
    fn check(most: i64, parts: &[i64], expected: Option<&[usize]>) {
        let found = too_many(Amount::from(most), &amounts(parts), |_, _| true);
        let expected = expected.map_or(Outcome::Fine, |parts| Outcome::TooMany(parts.to_vec()));
        assert_eq!(found, expected);
    }

    #[test]
    fn the_fewest_parts_that_are_too_many_are_found() {
        check(18, &[12, 4, 9], Some(&[0, 2]));
        check(18, &[7, 7, 7], Some(&[0, 1, 2]));
        check(25, &[12, 4, 9], None);
        check(24, &[12, 4, 9], Some(&[0, 1, 2]));
    }

    #[test]
    fn parts_that_share_people_are_not_added() {
        let found = too_many(Amount::from(18), &amounts(&[12, 9, 8]), |a, b| {
            (a, b) != (0, 1)
        });
        assert_eq!(found, Outcome::TooMany(vec![0, 2]));
    }

    #[test]
    fn a_search_without_an_end_is_given_up() {
        let parts = amounts(&[9; 60]);
        let found = too_many(Amount::from(300), &parts, |a, b| a.abs_diff(b) > 1);
        assert_eq!(found, Outcome::Stopped);
    }

    /// The fewest and then the largest, by trying all choices.
    fn brute(most: i64, parts: &[i64], apart: &dyn Fn(usize, usize) -> bool) -> Option<(u32, i64)> {
        let chosen = |set: u32| (0..parts.len()).filter(move |part| set >> part & 1 == 1);
        let sums = (1..1u32 << parts.len())
            .filter(|&set| chosen(set).all(|a| chosen(set).all(|b| a == b || apart(a, b))));
        let sums = sums.map(|set| (set.count_ones(), chosen(set).map(|part| parts[part]).sum()));
        let too_many = sums.filter(|(_, sum): &(u32, i64)| *sum > most);
        too_many.min_by_key(|&(size, sum)| (size, Reverse(sum)))
    }

    proptest! {
        #[test]
        fn nothing_smaller_or_larger_is_overlooked(
            most in 0i64..40,
            parts in prop::collection::vec(0i64..20, 0..8),
            shared in any::<u64>(),
        ) {
            let apart = |a: usize, b: usize| shared >> (a.min(b) * 8 + a.max(b)) & 1 == 0;
            let found = match too_many(Amount::from(most), &amounts(&parts), apart) {
                Outcome::TooMany(found) => {
                    let sum: i64 = found.iter().map(|&part| parts[part]).sum();
                    Some((u32::try_from(found.len()).unwrap(), sum))
                }
                Outcome::Fine => None,
                Outcome::Stopped => panic!("eight parts are few"),
            };
            prop_assert_eq!(found, brute(most, &parts, &apart));
        }
    }
}
