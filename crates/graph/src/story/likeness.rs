use std::sync::Arc;

use rashomon_extractor::{Article, Place, StableHash, Window};

use crate::calendar;

/// Of an undated document it is not known whether it tells of the same days.
const UNDATED: f64 = 0.9;
const HALF_DATED: f64 = 0.7;

/// What is compared of a document beside its words.
#[derive(Clone, Debug)]
pub(crate) struct Profile {
    /// The day of its main event, or else of publication, counted from a fixed day.
    pub(crate) day: Option<i32>,
    when: Window,
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
            places: article.topic.places.iter().take(4).cloned().collect(),
            kinds: article.topic.kinds.clone(),
        }
    }
}

impl Profile {
    /// Keys of the town of its main event: what happened there within days may be one happening,
    /// however differently it is told. As many as two documents must share to be compared.
    pub(crate) fn ground(&self) -> impl Iterator<Item = u64> + '_ {
        let town = self.places.first().filter(|place| is_town(place));
        let town = town.filter(|_| self.day.is_some());
        town.into_iter().flat_map(|town| {
            let key = move |salt: &str| StableHash::default().with(salt).with(&*town.name).value();
            ["town", "ground"].into_iter().map(key)
        })
    }
}

fn is_town(place: &Place) -> bool {
    !place.within.is_empty()
}

/// How alike two documents are: the words special to both, lessened by all that sets them apart.
pub(crate) fn likeness(a: &Profile, b: &Profile, cosine: f64) -> f64 {
    cosine * days(a, b) * places(&a.places, &b.places) * kinds(&a.kinds, &b.kinds)
}

/// Reports of one happening tell of the same days; the same town months later is another story.
fn days(a: &Profile, b: &Profile) -> f64 {
    match (a.when == Window::default(), b.when == Window::default()) {
        (true, true) => return UNDATED,
        (true, false) | (false, true) => return HALF_DATED,
        (false, false) => {}
    }
    match calendar::gap(a.when, b.when) {
        0 => 1.3,
        1 => 1.2,
        2..=3 => 1.1,
        4..=7 => 1.0,
        8..=30 => 0.8,
        _ => 0.6,
    }
}

fn places(a: &[Place], b: &[Place]) -> f64 {
    let (Some(ours), Some(theirs)) = (a.first(), b.first()) else {
        return 1.0;
    };
    let meet = |x: &Place, y: &Place| x.contains(y) || y.contains(x);
    if ours == theirs && is_town(ours) {
        1.2
    } else if a.iter().any(|place| is_town(place) && b.contains(place)) {
        1.1
    } else if a.iter().any(|x| b.iter().any(|y| meet(x, y))) {
        1.0
    } else {
        0.8
    }
}

fn kinds(a: &[Arc<str>], b: &[Arc<str>]) -> f64 {
    if a.is_empty() || b.is_empty() || a.iter().any(|kind| b.contains(kind)) {
        1.0
    } else {
        0.9
    }
}
