use crate::Amount;

/// A number that is being added up.
#[derive(Default)]
pub(super) struct Sum {
    /// What is closed by a scale from a thousand up.
    total: Amount,
    /// What is not yet: the "two hundred" of "two hundred thousand".
    group: Option<Amount>,
    /// The lowest place that is filled: 1 behind "six", 100 behind "two hundred".
    pub(super) place: i64,
    /// The last scale from a thousand up; the next must be smaller.
    limit: Option<i64>,
    /// The last scale, if it came last.
    pub(super) scale: Option<i64>,
    /// Digits and nothing else.
    pub(super) plain: bool,
}

impl Sum {
    pub(super) fn started(&self) -> bool {
        self.group.is_some() || self.limit.is_some()
    }

    pub(super) fn value(&self) -> Option<Amount> {
        self.started()
            .then(|| self.total.plus(self.group.unwrap_or(Amount::ZERO)))
    }

    /// Digits in front: "3.7" of "3.7 million".
    pub(super) fn digits(&mut self, amount: Amount) -> bool {
        self.group = Some(amount);
        self.place = 1;
        self.plain = true;
        true
    }

    /// Digits behind a scale: the 3 of "4 thousand 3 hundred".
    pub(super) fn more_digits(&mut self, amount: Amount) -> bool {
        let room = match self.group {
            None => self.limit.unwrap_or(0),
            Some(_) if self.place == 100 => 100,
            Some(_) => 0,
        };
        let fits = amount < Amount::from(room);
        if fits {
            self.group = Some(self.group.unwrap_or(Amount::ZERO).plus(amount));
            self.place = 1;
            self.scale = None;
        }
        fits
    }

    pub(super) fn ones(&mut self, n: i64) -> bool {
        let fits = match self.group {
            None => true,
            Some(_) => (self.place == 10 && n < 10) || self.place == 100,
        };
        self.put(n, 1, fits)
    }

    pub(super) fn tens(&mut self, n: i64) -> bool {
        let fits = self.group.is_none() || self.place == 100;
        self.put(n, 10, fits)
    }

    fn put(&mut self, n: i64, place: i64, fits: bool) -> bool {
        if fits && !self.plain {
            self.group = Some(self.group.unwrap_or(Amount::ZERO).plus(Amount::from(n)));
            self.place = place;
            self.scale = None;
        }
        fits && !self.plain
    }

    pub(super) fn part(&mut self, a: i64, b: i64) -> bool {
        self.group = self
            .group
            .map(|group| group.plus(Amount::from(a).share(1, b)));
        self.plain = false;
        self.group.is_some()
    }

    pub(super) fn scale(&mut self, scale: i64) -> bool {
        self.plain = false;
        if scale < 1000 {
            if self.place >= 100 && self.group.is_some() {
                return false;
            }
            self.group = Some(self.group.unwrap_or(Amount::from(1)).times(scale));
            self.place = 100;
            // nothing is added to dozens
            if scale != 100 {
                self.place = 0;
            }
        } else if self.group.is_none() && self.limit.is_some() {
            self.total = self.total.times(scale);
            self.limit = self.limit.max(Some(scale));
        } else if self.limit.is_none_or(|limit| scale < limit) {
            let group = self.group.take().unwrap_or(Amount::from(1));
            self.total = self.total.plus(group.times(scale));
            self.limit = Some(scale);
            self.place = scale;
        } else {
            return false;
        }
        self.scale = Some(scale);
        true
    }
}
