//! Days and stretches of days, reckoned against the day of publication.

use std::{ops::Range, sync::Arc};

use jiff::civil::Date;
use serde::Serialize;

use crate::{Lexicon, Published, Span, sentence::Sentence};

/// A stretch of days, both ends counted; `None` is an end that is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Window {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

impl Window {
    /// One day.
    pub fn day(day: Date) -> Self {
        Self {
            from: Some(day),
            to: Some(day),
        }
    }

    /// From one day to another, in whichever order they come.
    pub fn between(a: Date, b: Date) -> Self {
        Self {
            from: Some(a.min(b)),
            to: Some(a.max(b)),
        }
    }

    /// Whether the two may share a day; an open end may lie anywhere.
    pub fn meets(self, other: Self) -> bool {
        let before = |to: Option<Date>, from: Option<Date>| matches!((to, from), (Some(to), Some(from)) if to < from);
        !before(self.to, other.from) && !before(other.to, self.from)
    }

    /// Whether every day of `other` lies inside; an open end reaches as far as can be.
    pub fn covers(self, other: Self) -> bool {
        let from = self
            .from
            .is_none_or(|from| other.from.is_some_and(|other| from <= other));
        let to = self
            .to
            .is_none_or(|to| other.to.is_some_and(|other| other <= to));
        from && to
    }

    /// How many days it spans, where both ends are known.
    pub fn days(self) -> Option<i32> {
        Some(self.from?.until(self.to?).ok()?.get_days() + 1)
    }
}

/// A time expression: "on Monday", "last week", "since December".
#[derive(Clone, Debug, Serialize)]
pub struct TimeMention {
    /// Its words.
    pub span: Span,
    /// The days it names.
    #[serde(flatten)]
    pub window: Window,
    /// TIMEX3 value: `2020-02-10`, `2020-W06`, `2019-12`, `P3D`.
    pub value: Arc<str>,
    /// It runs on from its start to publication and counts what has added up: "since December".
    #[serde(skip)]
    pub cumulative: bool,
    /// Its tokens in the sentence.
    #[serde(skip)]
    pub(crate) tokens: Range<usize>,
}

/// The time expressions of one tagged sentence, in reading order.
pub(crate) fn times(
    _lexicon: &Lexicon,
    _text: &str,
    _sentence: &Sentence,
    _published: Option<Published>,
) -> Vec<TimeMention> {
    Vec::new()
}
