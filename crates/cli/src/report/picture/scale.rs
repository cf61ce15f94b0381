//! From numbers to places on an axis, and the numbers to write beside it.

use rashomon_extractor::Amount;

/// An axis from one place to another.
#[derive(Clone, Debug)]
pub(super) struct Scale {
    low: f64,
    high: f64,
    step: f64,
    /// Each step is ten times the one before.
    pub(super) tenfold: bool,
    start: i32,
    end: i32,
}

/// From how many times the least number on the greatest needs steps of ten times.
const TENFOLD: f64 = 300.0;

impl Scale {
    /// An axis that holds all these numbers, with room for arrows at its ends where they are wanted.
    pub(super) fn new(numbers: &[f64], arrows: [bool; 2], start: i32, end: i32) -> Self {
        let least = numbers.iter().copied().fold(f64::INFINITY, f64::min);
        let most = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let (least, most) = if least <= most {
            (least, most)
        } else {
            (0.0, 1.0)
        };
        let tenfold = least > 0.0 && most / least >= TENFOLD;
        let (mut low, mut high, step) = if tenfold {
            (least.log10().floor(), most.log10().ceil(), 1.0)
        } else {
            let whole = numbers.iter().all(|number| number.fract() == 0.0);
            ends(least, most, whole)
        };
        let (least, most) = if tenfold {
            (least.log10(), most.log10())
        } else {
            (least, most)
        };
        if arrows[0] && least - low < step / 2.0 && (tenfold || low > 0.0) {
            low -= step;
        }
        if arrows[1] && high - most < step / 2.0 {
            high += step;
        }
        Self {
            low,
            high,
            step,
            tenfold,
            start,
            end,
        }
    }

    /// Where a number stands; those beyond an end stand there.
    pub(super) fn at(&self, number: f64) -> i32 {
        let number = if self.tenfold {
            number.max(f64::MIN_POSITIVE).log10()
        } else {
            number
        };
        let share = ((number - self.low) / (self.high - self.low)).clamp(0.0, 1.0);
        self.start + (share * f64::from(self.end - self.start)).round() as i32
    }

    /// The numbers to write, with their places.
    pub(super) fn ticks(&self) -> Vec<(i32, String)> {
        let count = ((self.high - self.low) / self.step).round() as i32;
        (0..=count)
            .map(|index| {
                let number = self.low + self.step * f64::from(index);
                let number = if self.tenfold {
                    10f64.powf(number)
                } else {
                    number
                };
                (self.at(number), written(number))
            })
            .collect()
    }
}

/// Round ends around two numbers, and the step between ticks; from nought where that is not far.
fn ends(least: f64, most: f64, whole: bool) -> (f64, f64, f64) {
    let from_nought = least >= 0.0 && least <= most * 0.4;
    let least = if from_nought { 0.0 } else { least };
    let span = if most > least {
        most - least
    } else {
        (most.abs() * 0.2).max(1.0)
    };
    // nobody counts half a person
    let least_step = if whole { 1.0 } else { 0.0 };
    let step = round_step(span / 4.0).max(least_step);
    // 6.1 is 61 tenths, whatever a machine makes of it
    let low = (least / step + 1e-9).floor() * step;
    let high = (most / step - 1e-9).ceil() * step;
    if high > low {
        (low, high, step)
    } else {
        (low - step, high + step, step)
    }
}

/// The next of 1, 2, 5, 10, 20, … that is not smaller.
fn round_step(step: f64) -> f64 {
    let ten = 10f64.powf(step.log10().floor());
    let factors = [1.0, 2.0, 5.0, 10.0];
    let factor = factors
        .into_iter()
        .find(|factor| factor * ten >= step * 0.999);
    factor.unwrap_or(10.0) * ten
}

/// "20", "3,000", "3.5 million"
fn written(number: f64) -> String {
    for (size, name) in [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")] {
        if number.abs() >= size {
            return format!("{} {name}", plain(number / size));
        }
    }
    plain(number)
}

fn plain(number: f64) -> String {
    let text = format!("{number:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    match text.strip_prefix('-') {
        Some("0") => "0".to_owned(),
        Some(positive) => format!("-{}", grouped(positive)),
        None => grouped(text),
    }
}

fn grouped(digits: &str) -> String {
    Amount::parse(digits).map_or_else(|| digits.to_owned(), |amount| amount.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(numbers: &[f64], arrows: [bool; 2], expected: &str) {
        let scale = Scale::new(numbers, arrows, 0, 100);
        let ticks: Vec<String> = scale.ticks().into_iter().map(|(_, text)| text).collect();
        assert_eq!(ticks.join(" "), expected);
        for &number in numbers {
            assert!((0..=100).contains(&scale.at(number)));
        }
    }

    #[test]
    fn ticks_are_round() {
        check(&[6.0, 8.0], [false, false], "6 7 8");
        check(&[6.0, 20.0], [false, false], "0 5 10 15 20");
        check(&[6.1, 6.4], [false, false], "6.1 6.2 6.3 6.4");
        check(
            &[700_000.0, 3.7e6],
            [false, false],
            "0 1 million 2 million 3 million 4 million",
        );
    }

    #[test]
    fn arrows_have_room() {
        check(&[6.0, 20.0], [false, true], "0 5 10 15 20 25");
        check(&[80.0, 100.0], [true, false], "75 80 85 90 95 100");
    }

    #[test]
    fn numbers_far_apart_stand_on_steps_of_ten_times() {
        check(&[2.0, 3_000.0], [false, false], "1 10 100 1,000 10,000");
    }

    #[test]
    fn one_number_has_an_axis_too() {
        check(&[6.0, 6.0], [false, false], "5 6 7");
        check(&[], [false, false], "0 1");
    }
}
