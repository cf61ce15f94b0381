//! Which figures can be true together: the fewest groups with a common value.
//!
//! Agreement is not transitive ("10", "about 11", "12"), so sides are not connected components.
//! Figures are intervals: where all pairs of a group meet, all share a value, and one sweep over
//! the upper ends gives the fewest groups.

use rashomon_extractor::{Amount, Interval};

/// On which side each of several figures stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sides {
    /// How many sides there are.
    pub(crate) count: usize,
    /// For each figure its side, the lowest first; `None` where it fits several.
    pub(crate) of: Vec<Option<usize>>,
}

/// A point of the number line, or the place just before or just after it.
type Point = (Amount, i8);

/// Sweeps over the upper ends of the figures.
pub(crate) fn sides(figures: &[Interval]) -> Sides {
    let mut order: Vec<usize> = (0..figures.len()).collect();
    order.sort_by_key(|&figure| (end(figures[figure]), start(figures[figure])));
    let mut points: Vec<Option<Point>> = Vec::new();
    for figure in order {
        let reached = points
            .last()
            .is_some_and(|&point| point_in(figures[figure], point));
        if !reached {
            points.push(end(figures[figure]).0);
        }
    }
    let mut of: Vec<Option<usize>> = figures
        .iter()
        .map(|&figure| only_side(figure, &points))
        .collect();
    // who is taken off a side leaves it wider, so that others may fit it too
    while take_off(figures, &mut of, points.len()) {}
    Sides {
        count: points.len(),
        of,
    }
}

/// Takes off their side those who could stand on another one too; whether there were any.
fn take_off(figures: &[Interval], of: &mut [Option<usize>], sides: usize) -> bool {
    let cores: Vec<Interval> = (0..sides).map(|side| core(figures, of, side)).collect();
    let mut taken = false;
    for (figure, side) in figures.iter().zip(of) {
        let Some(own) = *side else {
            continue;
        };
        let others = cores.iter().enumerate().filter(|(other, _)| *other != own);
        if others.into_iter().any(|(_, core)| core.meets(*figure)) {
            *side = None;
            taken = true;
        }
    }
    taken
}

/// The one side whose point the figure allows.
fn only_side(figure: Interval, points: &[Option<Point>]) -> Option<usize> {
    let first = points.partition_point(|&point| is_below(point, figure));
    let fits = |side: usize| {
        points
            .get(side)
            .is_some_and(|&point| point_in(figure, point))
    };
    (fits(first) && !fits(first + 1)).then_some(first)
}

/// The numbers that all who stand on one side only allow.
fn core(figures: &[Interval], of: &[Option<usize>], side: usize) -> Interval {
    let members = figures
        .iter()
        .zip(of)
        .filter(|(_, of)| **of == Some(side))
        .map(|(figure, _)| *figure);
    members.fold(Interval::default(), |core, figure| {
        let mut both = core;
        if figure.low.is_some() && start(figure) > start(core) {
            (both.low, both.low_open) = (figure.low, figure.low_open);
        }
        if figure.high.is_some() && end(figure) < end(core) {
            (both.high, both.high_open) = (figure.high, figure.high_open);
        }
        both
    })
}

/// Where a figure starts; an open start lies just after its number.
fn start(figure: Interval) -> Option<Point> {
    figure.low.map(|low| (low, i8::from(figure.low_open)))
}

/// Where a figure ends; an open end lies just before its number, no end after all numbers.
fn end(figure: Interval) -> End {
    End(figure.high.map(|high| (high, -i8::from(figure.high_open))))
}

/// An upper end; `None` is behind every number.
#[derive(Clone, Copy, PartialEq, Eq)]
struct End(Option<Point>);

impl Ord for End {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.0.is_none(), self.0).cmp(&(other.0.is_none(), other.0))
    }
}

impl PartialOrd for End {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// Whether a point lies before a figure starts.
fn is_below(point: Option<Point>, figure: Interval) -> bool {
    match (point, start(figure)) {
        (Some(point), Some(start)) => point < start,
        (Some(_), None) | (None, _) => false,
    }
}

fn point_in(figure: Interval, point: Option<Point>) -> bool {
    !is_below(point, figure) && end(figure) >= End(point)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::told::tests::quantity;

    /// The sides of the figures, as "27 31 35 | ≥12" with those that fit several behind the bar.
    #[track_caller]
    fn check(figures: &str, expected: &str) {
        let words: Vec<&str> = figures.split_whitespace().collect();
        let intervals: Vec<Interval> = words.iter().map(|word| quantity(word).allows()).collect();
        let sides = sides(&intervals);
        let mut shown: Vec<String> = vec![String::new(); sides.count];
        let mut several = String::new();
        for (word, of) in words.iter().zip(&sides.of) {
            let cell = of.map_or(&mut several, |side| &mut shown[side]);
            if !cell.is_empty() {
                cell.push(',');
            }
            cell.push_str(word);
        }
        let mut line = shown.join(" ");
        if !several.is_empty() {
            line = format!("{line} | {several}");
        }
        assert_eq!(line, expected);
    }

    #[test]
    fn figures_that_share_a_value_stand_together() {
        check("6 8 6", "6,6 8");
        check("30-35 dozens 12", "12 30-35,dozens");
    }

    #[test]
    fn a_bound_below_all_fits_several_sides() {
        check("27 ≥12 31 35", "27 31 35 | ≥12");
    }

    #[test]
    fn a_bound_above_all_stands_alone() {
        check("6 ≥8", "6 ≥8");
        check("13 >13", "13 >13");
        check("13 <13", "<13 13");
    }

    #[test]
    fn about_eleven_fits_ten_and_twelve() {
        check("10 ~11 12", "10 12 | ~11");
    }

    #[test]
    fn a_range_that_reaches_into_another_side_fits_both() {
        check("10-20 15-40 38-50", "10-20 38-50 | 15-40");
    }

    #[test]
    fn nothing_but_bounds_is_one_side() {
        check("≥13 ≥20 >5", "≥13,≥20,>5");
    }

    fn interval() -> impl Strategy<Value = Interval> {
        let end = proptest::option::weighted(0.8, 0..12i64);
        (end.clone(), end, any::<bool>(), any::<bool>()).prop_filter_map(
            "an interval holds a number",
            |(low, high, low_open, high_open)| {
                let wide = match (low, high) {
                    (Some(low), Some(high)) if low == high => !low_open && !high_open,
                    (Some(low), Some(high)) => low < high,
                    _ => true,
                };
                wide.then(|| Interval {
                    low: low.map(Amount::from),
                    high: high.map(Amount::from),
                    low_open: low_open && low.is_some(),
                    high_open: high_open && high.is_some(),
                })
            },
        )
    }

    /// The fewest groups of figures that meet in pairs, by trying all ways to group them.
    fn fewest(figures: &[Interval]) -> usize {
        fn place(figures: &[Interval], groups: &mut Vec<Vec<Interval>>) -> usize {
            let Some((figure, rest)) = figures.split_first() else {
                return groups.len();
            };
            let mut best = usize::MAX;
            for group in 0..=groups.len() {
                if group == groups.len() {
                    groups.push(vec![*figure]);
                    best = best.min(place(rest, groups));
                    groups.pop();
                } else if groups[group].iter().all(|other| other.meets(*figure)) {
                    groups[group].push(*figure);
                    best = best.min(place(rest, groups));
                    groups[group].pop();
                }
            }
            best
        }
        place(figures, &mut Vec::new())
    }

    proptest! {
        #[test]
        fn the_sweep_gives_the_fewest_sides(figures in prop::collection::vec(interval(), 1..7)) {
            prop_assert_eq!(sides(&figures).count, fewest(&figures));
        }

        #[test]
        fn every_side_has_a_claim_of_its_own(figures in prop::collection::vec(interval(), 1..12)) {
            let sides = sides(&figures);
            for side in 0..sides.count {
                prop_assert!(sides.of.contains(&Some(side)));
            }
        }

        #[test]
        fn who_stands_on_one_side_meets_no_other(figures in prop::collection::vec(interval(), 1..12)) {
            let sides = sides(&figures);
            for (figure, of) in figures.iter().zip(&sides.of) {
                let Some(own) = of else { continue };
                for other in (0..sides.count).filter(|other| other != own) {
                    let all = figures.iter().zip(&sides.of);
                    prop_assert!(
                        all.filter(|(_, of)| **of == Some(other)).any(|(rival, _)| !rival.meets(*figure))
                    );
                }
            }
        }
    }
}
