//! Episodes: what one document tells of one happening.

use std::{collections::BTreeMap, ops::Range, sync::Arc};

use jiff::civil::Date;
use rashomon_extractor::{Article, Basis, Claim, ClaimId, Place, Whole, Window};

use super::setting::{Setting, is_firm};
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
    /// It is what its document itself is about: the second clash, in a story that began with the first.
    pub(crate) leads: bool,
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

/// A story is followed up for so many days; what is published later without naming its days has
/// days of its own.
const FOLLOWED: i32 = 14;

/// From so many days on, a stretch is no happening but a total.
const STRETCH: i32 = 5;

/// The episodes of a document, the one of its story first even where no claim speaks of it.
pub(crate) fn episodes(
    document: usize,
    article: &Article,
    setting: &Setting,
    indices: Range<usize>,
    claims: &[&Claim],
) -> Vec<Episode> {
    let main = Main::of(article, setting);
    let mut keys: BTreeMap<ClaimId, Key> = BTreeMap::new();
    let mut episodes: BTreeMap<Key, Episode> = BTreeMap::new();
    let mut first = Episode {
        document,
        role: Role::Main,
        leads: main.own.is_none(),
        claims: Vec::new(),
        kind: article.topic.kinds.first().cloned(),
        place: main.place.clone(),
        when: main.when,
    };
    for index in indices {
        let claim = claims[index];
        // statements are set against each other by story, and say little of days
        if claim.count().is_none() {
            continue;
        }
        let key = whole(claim)
            .and_then(|whole| keys.get(&whole).cloned())
            .unwrap_or_else(|| main.key(claim));
        keys.insert(claim.id, key.clone());
        if key.role == Role::Main {
            first.claims.push(index);
            continue;
        }
        let own = main.own.filter(|own| *own == key.when);
        let episode = episodes.entry(key).or_insert_with_key(|key| Episode {
            document,
            role: key.role,
            leads: own.is_some(),
            claims: Vec::new(),
            kind: own.and_then(|_| first.kind.clone()),
            place: match own {
                Some(_) => own_place(claim).or(article.topic.places.first()).cloned(),
                None => claim.scope.place.clone(),
            },
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

/// The place that its own sentence names.
pub(crate) fn own_place(claim: &Claim) -> Option<&Place> {
    let own = claim.scope.place_basis.is_own();
    claim.scope.place.as_ref().filter(|_| own)
}

/// The claim whose part this one is, where it has no days or place of its own.
fn whole(claim: &Claim) -> Option<ClaimId> {
    if claim.scope.when_basis.is_own() || claim.scope.place_basis.is_own() {
        return None;
    }
    match claim.count()?.whole? {
        Whole::Of(whole) | Whole::Beside(whole) => Some(whole),
    }
}

/// Where and when a document's main event happened.
struct Main {
    place: Option<Place>,
    /// The place of its story's event.
    story: Option<Place>,
    /// The days of its story's event.
    when: Window,
    /// Its own days, where it states others: one article of the story is about the second clash.
    own: Option<Window>,
    published: Option<Date>,
}

impl Main {
    fn of(article: &Article, setting: &Setting) -> Self {
        let own = article.topic.when;
        let gap = calendar::gap(own, setting.when);
        // what was published before the event cannot be about it
        let before = own.to < setting.when.from;
        let stated = gap > LOOSE && (is_firm(article) || before || gap > FOLLOWED);
        Self {
            place: article
                .topic
                .places
                .first()
                .or(setting.place.as_ref())
                .cloned(),
            story: setting.place.clone(),
            when: setting.when,
            own: stated.then_some(own),
            published: article.published.map(|published| published.day),
        }
    }

    /// Which episode of its document a claim belongs to, by its own words first.
    fn key(&self, claim: &Claim) -> Key {
        let scope = &claim.scope;
        let level = claim
            .count()
            .is_some_and(|count| count.stock && count.quantity.unit().is_none());
        let role = if level {
            if self.is_elsewhere(claim) {
                Role::Level
            } else {
                Role::Main
            }
        } else if scope.happenings.is_some() || self.is_total(claim) {
            Role::Total
        } else if self.is_elsewhere(claim)
            || !self.is_then(claim, self.when)
            || (scope.background && !self.is_dated(claim))
            || scope.other
        {
            Role::Recalled
        } else {
            Role::Main
        };
        let own = self.own.filter(|own| {
            role == Role::Recalled && !scope.background && !scope.other && self.is_then(claim, *own)
        });
        if let Some(own) = own {
            return Key {
                role,
                when: own,
                place: None,
                measure: None,
            };
        }
        let measure = claim.count().map(|count| Arc::from(count.measure.as_str()));
        Key {
            role,
            when: if role == Role::Main {
                self.when
            } else {
                scope.when
            },
            place: scope.place.clone().filter(|_| role != Role::Main),
            measure: measure.filter(|_| role == Role::Level),
        }
    }

    /// "since December", "last month": longer than what happened, or begun before it.
    fn is_total(&self, claim: &Claim) -> bool {
        let scope = &claim.scope;
        if !scope.when_basis.is_told() {
            return false;
        }
        if scope.cumulative && scope.background && scope.when.from.is_none() {
            // "the war has killed 280,000"
            return true;
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
        days >= STRETCH && days > main + 2 * LOOSE && !calendar::is_loose(scope.when)
    }

    /// Whether a claim may speak of these days; without days of its own, it speaks of those that
    /// its document is about.
    fn is_then(&self, claim: &Claim, days: Window) -> bool {
        let scope = &claim.scope;
        let gap = calendar::gap(scope.when, days);
        let dated = |window: Window| window != Window::default();
        match scope.when_basis {
            // a date in an article without dates is that of something else
            Basis::Own | Basis::Sentence if dated(scope.when) && !dated(days) => false,
            // a date line in the same sentence gives the day of publication, not of the event
            Basis::Own | Basis::Sentence if self.is_published(scope.when) => gap <= LOOSE,
            Basis::Own | Basis::Sentence => gap == 0,
            Basis::Before => gap <= LOOSE,
            Basis::Lead | Basis::Published | Basis::Unknown => {
                self.own.unwrap_or(self.when) == days
            }
        }
    }

    /// Whether its own words give the days of the story's event.
    fn is_dated(&self, claim: &Claim) -> bool {
        claim.scope.when_basis.is_told()
            && self.when.from.is_some()
            && claim.scope.when.days().is_some_and(|days| days < STRETCH)
            && self.is_then(claim, self.when)
    }

    fn is_published(&self, days: Window) -> bool {
        self.published.is_some_and(|day| days == Window::day(day))
    }

    /// A place that its own words give, in another country than the main event.
    fn is_elsewhere(&self, claim: &Claim) -> bool {
        let scope = &claim.scope;
        let Some(land) = scope.place.as_ref().and_then(Place::country) else {
            return false;
        };
        let away = |place: &Option<Place>| {
            let main = place.as_ref().and_then(Place::country);
            main.map(|main| main != land)
        };
        // an article on the border may lie in one country and its story's event in the other
        let away = match (away(&self.place), away(&self.story)) {
            (Some(own), Some(story)) => own && story,
            (Some(away), None) | (None, Some(away)) => away,
            (None, None) => false,
        };
        scope.place_basis.is_own() && away
    }
}
