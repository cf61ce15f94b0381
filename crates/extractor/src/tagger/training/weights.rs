use crate::{Tag, tagger::TagSet};

pub(super) const TAGS: usize = Tag::ALL.len();

/// How far a first step goes; later ones are the shorter the more a weight was moved before.
const STEP: f32 = 0.1;

/// Weights of a logistic model that remember their own history (`AdaGrad`, then the mean over
/// all moments).
pub(super) struct Weights {
    now: Vec<[f32; TAGS]>,
    /// The sum of the squares of all steps.
    squares: Vec<[f32; TAGS]>,
    /// Each change times the moment it was made.
    dated: Vec<[f64; TAGS]>,
    time: f64,
}

impl Weights {
    pub(super) fn new(rows: usize) -> Self {
        Self {
            now: vec![[0.0; TAGS]; rows],
            squares: vec![[0.0; TAGS]; rows],
            dated: vec![[0.0; TAGS]; rows],
            time: 0.0,
        }
    }

    /// The tag that the rows speak for; moves them towards the right one.
    pub(super) fn learn(&mut self, rows: &[usize], allowed: TagSet, right: Tag) -> Tag {
        let sums = self.sums(rows);
        let mut guess = (f32::MIN, Tag::Noun);
        for (tag, sum) in Tag::ALL.into_iter().zip(sums) {
            if sum > guess.0 && allowed.holds(tag) {
                guess = (sum, tag);
            }
        }
        let likely = Tag::ALL.map(|tag| {
            if allowed.holds(tag) {
                (sums[tag as usize] - guess.0).exp()
            } else {
                0.0
            }
        });
        let total: f32 = likely.iter().sum();
        for tag in Tag::ALL {
            let wanted = f32::from(u8::from(tag == right));
            let slope = wanted - likely[tag as usize] / total;
            if slope.abs() >= 0.001 {
                self.step(rows, tag, slope);
            }
        }
        self.time += 1.0;
        guess.1
    }

    fn sums(&self, rows: &[usize]) -> [f32; TAGS] {
        let mut sums = [0.0; TAGS];
        for &row in rows {
            for (sum, weight) in sums.iter_mut().zip(&self.now[row]) {
                *sum += weight;
            }
        }
        sums
    }

    fn step(&mut self, rows: &[usize], tag: Tag, slope: f32) {
        let tag = tag as usize;
        for &row in rows {
            let square = &mut self.squares[row][tag];
            *square += slope * slope;
            let step = STEP * slope / (*square + 0.01).sqrt();
            self.now[row][tag] += step;
            self.dated[row][tag] += f64::from(step) * self.time;
        }
    }

    /// The mean of each weight over all moments.
    pub(super) fn average(&self) -> Vec<[f64; TAGS]> {
        let time = self.time.max(1.0);
        let rows = self.now.iter().zip(&self.dated);
        rows.map(|(now, dated)| std::array::from_fn(|tag| f64::from(now[tag]) - dated[tag] / time))
            .collect()
    }
}

/// What to multiply weights by so that nearly all fit a signed byte.
pub(super) fn scale(rows: &[[f64; TAGS]]) -> f64 {
    let mut sizes: Vec<f64> = rows.iter().flatten().map(|weight| weight.abs()).collect();
    sizes.retain(|&size| size > 0.0);
    sizes.sort_by(f64::total_cmp);
    let large = sizes.len() - sizes.len() / 2000;
    match sizes.get(large.saturating_sub(1)) {
        Some(large) => 127.0 / large,
        None => 1.0,
    }
}

/// A weight as the model keeps it.
pub(super) fn rounded(weight: f64) -> i8 {
    weight.round().clamp(-127.0, 127.0) as i8
}
