//! Where and when the event of a story happened, by what its documents say.

use std::{cmp::Reverse, collections::BTreeMap};

use rashomon_extractor::{Article, Place, Published, Window};

/// A window of more days says little of when something happened.
const LONGEST: i32 = 10;

/// Where and when a story's event happened.
#[derive(Clone, Debug, Default)]
pub(crate) struct Setting {
    pub(crate) when: Window,
    pub(crate) place: Option<Place>,
}

/// The setting of each story, for each document.
pub(crate) fn settings(story: &[usize], articles: &[&Article]) -> Vec<Setting> {
    let mut members: BTreeMap<usize, Vec<&Article>> = BTreeMap::new();
    for (article, &story) in articles.iter().zip(story) {
        members.entry(story).or_default().push(article);
    }
    let settings: BTreeMap<usize, Setting> = members
        .into_iter()
        .map(|(story, articles)| (story, setting(&articles)))
        .collect();
    story.iter().map(|story| settings[story].clone()).collect()
}

fn setting(articles: &[&Article]) -> Setting {
    Setting {
        when: when(articles),
        place: place(articles),
    }
}

/// The window that most documents can live with, the narrower and then the earlier on a tie.
///
/// Days that a text states weigh more than days about its publication.
fn when(articles: &[&Article]) -> Window {
    let mut windows: BTreeMap<Window, u32> = BTreeMap::new();
    for article in articles {
        let when = article.topic.when;
        if when.days().is_some_and(|days| days <= LONGEST) {
            *windows.entry(when).or_default() += if is_firm(article) { 2 } else { 1 };
        }
    }
    let behind = |window: Window| -> u32 {
        let meeting = windows.iter().filter(|(other, _)| other.meets(window));
        meeting.map(|(_, votes)| votes).sum()
    };
    let best = windows
        .keys()
        .max_by_key(|&&window| (behind(window), Reverse(window.days()), Reverse(window)));
    best.copied().unwrap_or_default()
}

/// Whether a document states days before its publication; that of publication may be its date line.
pub(crate) fn is_firm(article: &Article) -> bool {
    let topic = &article.topic;
    let day = article.published.map(|Published { day, .. }| day);
    topic.dated && (day.is_none() || topic.when.from < day)
}

/// The place that most documents name first, the first on a tie.
fn place(articles: &[&Article]) -> Option<Place> {
    let mut votes: BTreeMap<&Place, (usize, Reverse<usize>)> = BTreeMap::new();
    for (turn, article) in articles.iter().enumerate() {
        if let Some(place) = article.topic.places.first() {
            votes.entry(place).or_insert((0, Reverse(turn))).0 += 1;
        }
    }
    let (place, _) = votes.into_iter().max_by_key(|(_, votes)| *votes)?;
    Some(place.clone())
}
