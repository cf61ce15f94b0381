//! Days and stretches of days, reckoned against the day of publication.

mod calendar; // weeks, months, Easter
mod piece; // what a token can mean in a time
mod tense; // does the sentence look back or ahead?
mod fields; // "3 February", and the year that follows from publication
mod reading; // days and TIMEX3 value
mod reader; // one sentence, left to right
mod date; // "Monday, 3 February 2020"
mod month; // "3 February", "in May"
mod numeric; // "2020-02-03"
mod year; // "in 2011", "the 1990s"
mod clock; // "9:30 a.m.", "Tuesday night"
mod relative; // "last week", "the next day"
mod season; // "the summer of 2015"
mod holiday; // "Christmas", "the weekend"
mod count; // "three days ago"
mod rolling; // "the last three days"
mod unit; // "the year 2008", "the day before yesterday"
mod share; // "early 2014"
mod nth; // "the first week of July"
mod range; // "from 2 to 5 March"
mod bound; // "since December"

use borsh::{BorshDeserialize, BorshSerialize};
use std::{ops::Range, sync::Arc};

use jiff::civil::Date;
use serde::Serialize;

use self::reader::Reader;
use crate::kept;
use crate::{Lexicon, Published, Span, sentence::Sentence};

/// A stretch of days, both ends counted; `None` is an end that is not known.
#[derive(
    BorshDeserialize,
    BorshSerialize,
    Clone,
    Copy,
    Debug,
    Default,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd,
    Serialize,
)]
pub struct Window {
    /// First day.
    #[borsh(
        serialize_with = "kept::write_day",
        deserialize_with = "kept::read_day"
    )]
    pub from: Option<Date>,
    /// Last day.
    #[borsh(
        serialize_with = "kept::write_day",
        deserialize_with = "kept::read_day"
    )]
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

    /// Up to and including a day.
    pub fn on_or_before(day: Date) -> Self {
        Self {
            from: None,
            to: Some(day),
        }
    }

    /// From a day on.
    pub fn on_or_after(day: Date) -> Self {
        Self {
            from: Some(day),
            to: None,
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

/// The time expressions of one tagged sentence, in reading order, their days reckoned from publication.
///
/// A weekday or a date without a year is the last one up to publication, unless the sentence looks
/// ahead. Without a day of publication, what only follows from it stays open.
pub(crate) fn times(
    lexicon: &Lexicon,
    text: &str,
    sentence: &Sentence,
    published: Option<Published>,
) -> Vec<TimeMention> {
    if !sentence
        .tokens
        .iter()
        .any(|token| piece::is_anchor(lexicon, text, token))
    {
        return Vec::new();
    }
    Reader::new(
        lexicon,
        text,
        sentence,
        published.map(|published| published.day),
    )
    .read()
}

#[cfg(test)]
mod tests;
