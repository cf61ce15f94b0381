//! Episodes: what one document tells of one happening.

use std::{collections::BTreeMap, ops::Range, sync::Arc};

use rashomon_extractor::{Article, Basis, Claim, Place, Window};

use crate::calendar;

/// How an episode stands in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    /// What the document is mainly about.
    Main,
    /// Another happening that it recalls: "a week ago, eight soldiers were killed".
    Recalled,
    /// What has added up over a stretch: "58 since the beginning of February".
    Total,
    /// What is the case: "3.7 million refugees live in Turkey".
    Level,
}

/// What one document tells of one happening.
#[derive(Clone, Debug)]
pub(crate) struct Episode {
    pub(crate) document: usize,
    pub(crate) role: Role,
    /// Its claims, by their place in the run.
    pub(crate) claims: Vec<usize>,
    pub(crate) kind: Option<Arc<str>>,
    pub(crate) place: Option<Place>,
    pub(crate) when: Window,
}

/// What keeps the claims of one document apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    role: Role,
    when: Window,
    place: Option<Place>,
    measure: Option<Arc<str>>,
}

/// One night is reported under either day.
const LOOSE: i32 = 1;

/// News is about what happened within so many days before it was published.
const RECENT: i32 = 10;

/// From so many days on, a stretch is no happening but a total.
const STRETCH: i32 = 5;

/// The episodes of a document, the main one first even where no claim speaks of it.
pub(crate) fn episodes(
    document: usize,
    article: &Article,
    indices: Range<usize>,
    claims: &[&Claim],
) -> Vec<Episode> {
    let main = main(article, &claims[indices.clone()]);
    let mut episodes: BTreeMap<Key, Episode> = BTreeMap::new();
    let mut first = Episode {
        document,
        role: Role::Main,
        claims: Vec::new(),
        kind: article.topic.kinds.first().cloned(),
        place: main.place.clone(),
        when: main.when,
    };
    for index in indices {
        let claim = claims[index];
        let key = main.key(claim);
        if key.role == Role::Main {
            first.claims.push(index);
            continue;
        }
        let episode = episodes.entry(key).or_insert_with_key(|key| Episode {
            document,
            role: key.role,
            claims: Vec::new(),
            kind: None,
            place: claim.scope.place.clone(),
            when: key.when,
        });
        episode.claims.push(index);
        if episode.kind.is_none() {
            episode.kind.clone_from(&claim.scope.happening);
        }
    }
    std::iter::once(first)
        .chain(episodes.into_values())
        .collect()
}

/// Where and when a document's main event happened.
struct Main {
    place: Option<Place>,
    when: Window,
}

/// What its headline and lead tell, or else the first claim that gives a place, and days shortly
/// before publication.
fn main(article: &Article, claims: &[&Claim]) -> Main {
    let topic = &article.topic;
    let recent = |when: &Window| match (article.published, when.days(), when.to) {
        (Some(published), Some(days), Some(to)) => {
            days < STRETCH && (0..RECENT).contains(&calendar::days_between(to, published.day))
        }
        _ => false,
    };
    let told = || {
        claims
            .iter()
            .map(|claim| &claim.scope)
            .filter(|scope| !scope.background && !scope.cumulative && is_told(scope.when_basis))
            .map(|scope| scope.when)
            .find(recent)
    };
    let found = || claims.iter().find_map(|claim| claim.scope.place.clone());
    Main {
        place: topic.places.first().cloned().or_else(found),
        when: if topic.when == Window::default() {
            told().unwrap_or_default()
        } else {
            topic.when
        },
    }
}

impl Main {
    /// Which episode of its document a claim belongs to, by its own words first.
    fn key(&self, claim: &Claim) -> Key {
        let scope = &claim.scope;
        let when = scope.when;
        let level = claim
            .count()
            .is_some_and(|count| count.stock && count.quantity.unit().is_none());
        let role = if level {
            if self.is_elsewhere(claim) {
                Role::Level
            } else {
                Role::Main
            }
        } else if self.is_total(claim) {
            Role::Total
        } else if scope.background || self.is_past(claim) || self.is_elsewhere(claim) {
            Role::Recalled
        } else {
            Role::Main
        };
        let measure = claim.count().map(|count| Arc::from(count.measure.as_str()));
        Key {
            role,
            when: if role == Role::Main { self.when } else { when },
            place: scope.place.clone().filter(|_| role != Role::Main),
            measure: measure.filter(|_| role == Role::Level),
        }
    }

    /// "since December", "last month": longer than what happened, or begun before it.
    fn is_total(&self, claim: &Claim) -> bool {
        let scope = &claim.scope;
        if !is_told(scope.when_basis) {
            return false;
        }
        let Some(days) = scope.when.days() else {
            return false;
        };
        let main = self.when.days().unwrap_or(1);
        if scope.cumulative {
            // "since Monday's quake" is what the document is about
            let begun = match (scope.when.from, self.when.from) {
                (Some(from), Some(main)) => calendar::days_between(from, main),
                _ => 0,
            };
            return begun > LOOSE || (days >= STRETCH && self.when.from.is_none());
        }
        days >= STRETCH && days > main + 2 * LOOSE
    }

    /// Days that its own words give, which do not meet those of the main event.
    fn is_past(&self, claim: &Claim) -> bool {
        let scope = &claim.scope;
        let gap = calendar::gap(scope.when, self.when);
        match scope.when_basis {
            Basis::Own | Basis::Sentence => gap > 0,
            Basis::Before => gap > LOOSE,
            Basis::Lead | Basis::Published | Basis::Unknown => false,
        }
    }

    /// A place that its own words give, in another country than the main event.
    fn is_elsewhere(&self, claim: &Claim) -> bool {
        let scope = &claim.scope;
        let (Some(place), Some(main)) = (&scope.place, &self.place) else {
            return false;
        };
        matches!(scope.place_basis, Basis::Own | Basis::Sentence) && place.root() != main.root()
    }
}

fn is_told(basis: Basis) -> bool {
    match basis {
        Basis::Own | Basis::Sentence | Basis::Before => true,
        Basis::Lead | Basis::Published | Basis::Unknown => false,
    }
}
