use std::sync::Arc;

use rashomon_extractor::{Article, Place, Window};

use crate::calendar;

/// What is compared of a document beside its words.
#[derive(Clone, Debug)]
pub(crate) struct Profile {
    /// The day of its main event, or else of publication, counted from a fixed day.
    pub(crate) day: Option<i32>,
    when: Window,
    published: Option<i32>,
    places: Vec<Place>,
    kinds: Vec<Arc<str>>,
}

impl Profile {
    pub(crate) fn of(article: &Article) -> Self {
        let number = |day: jiff::civil::Date| calendar::days_between(jiff::civil::Date::ZERO, day);
        let published = article.published.map(|published| number(published.day));
        let when = article.topic.when;
        Self {
            day: when.from.map(number).or(published),
            when,
            published,
            places: article.topic.places.iter().take(4).cloned().collect(),
            kinds: article.topic.kinds.iter().take(3).cloned().collect(),
        }
    }
}

/// How alike two documents are: the words special to both, lessened by all that sets them apart.
pub(crate) fn likeness(a: &Profile, b: &Profile, cosine: f64) -> f64 {
    cosine * days(a, b) * places(&a.places, &b.places) * kinds(&a.kinds, &b.kinds)
}

/// Reports of one happening appear within days; the same town months later is another story.
fn days(a: &Profile, b: &Profile) -> f64 {
    let apart = match (a.published, b.published) {
        (Some(a), Some(b)) => (a - b).abs(),
        _ => 0,
    };
    let events = calendar::gap(a.when, b.when);
    let published = match apart {
        0..=1 => 1.15,
        2..=3 => 1.0,
        4..=7 => 0.9,
        8..=30 => 0.75,
        _ => 0.5,
    };
    let happened = match events {
        0..=1 => 1.0,
        2..=3 => 0.8,
        _ => 0.5,
    };
    published * happened
}

fn places(a: &[Place], b: &[Place]) -> f64 {
    let (Some(ours), Some(theirs)) = (a.first(), b.first()) else {
        return 1.0;
    };
    let meet = |x: &Place, y: &Place| x.contains(y) || y.contains(x);
    if !ours.within.is_empty() && ours == theirs {
        1.2
    } else if meet(ours, theirs) || a.iter().any(|x| b.iter().any(|y| meet(x, y))) {
        1.0
    } else if ours.root() == theirs.root() {
        0.7
    } else {
        0.5
    }
}

fn kinds(a: &[Arc<str>], b: &[Arc<str>]) -> f64 {
    if a.is_empty() || b.is_empty() || a.iter().any(|kind| b.contains(kind)) {
        1.0
    } else {
        0.8
    }
}
