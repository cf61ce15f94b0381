//! Events: episodes of several documents that tell of one happening.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jiff::civil::Date;
use rashomon_extractor::{Article, Claim, Place};

use super::episode::{Episode, Role};
use crate::{calendar, network::Clusters, scope::group_key};

/// Episodes are compared with so many neighbours of the same country and days.
const NEIGHBOURS: usize = 24;

/// Totals that begin within so many days of each other begin together.
const BEGUN: i32 = 2;

/// Totals that were published within so many days of each other can be compared.
const TOGETHER: i32 = 14;

/// Two levels are compared over about two months.
const LEVEL: i32 = 62;

/// Groups of episodes that tell of one happening, each in order.
///
/// `story` says for each document which story it belongs to; main episodes of one story are one
/// event. Two episodes of one document never are: the document itself tells them apart.
pub(crate) fn linked(
    episodes: &[Episode],
    story: &[usize],
    articles: &[&Article],
    claims: &[&Claim],
) -> Vec<Vec<usize>> {
    let mut link = Link {
        clusters: Clusters::new(episodes.len()),
        documents: episodes
            .iter()
            // a document that is about another happening, and counts nothing in its story's, may yet
            // recall that
            .map(|episode| match (episode.role, episode.claims.is_empty()) {
                (Role::Main, true) if !episode.leads => BTreeSet::new(),
                _ => BTreeSet::from([episode.document]),
            })
            .collect(),
        traits: episodes
            .iter()
            .map(|episode| Traits::of(episode, claims))
            .collect(),
        published: articles
            .iter()
            .map(|article| Some(article.published?.day))
            .collect(),
        episodes,
    };
    link.stories(story);
    link.neighbours(Role::Recalled);
    link.neighbours(Role::Total);
    link.neighbours(Role::Level);
    link.clusters.all()
}

/// A measure with the kind and side of its group: killed, soldiers, Turkey.
type Counted = (Arc<str>, Arc<str>, Option<Arc<str>>);

/// What two episodes can have in common that is not everywhere.
struct Traits {
    /// In order, each once; most episodes count one or two things.
    groups: Vec<Counted>,
}

impl Traits {
    fn of(episode: &Episode, claims: &[&Claim]) -> Self {
        let counts = episode
            .claims
            .iter()
            .filter_map(|&index| claims[index].count());
        let mut groups: Vec<Counted> = counts
            .map(|count| {
                let (kind, side) = group_key(count);
                (count.measure.as_str().into(), kind, side)
            })
            .collect();
        groups.sort_unstable();
        groups.dedup();
        groups.shrink_to_fit();
        Self { groups }
    }

    /// Whether two episodes count the same somewhere.
    fn meet(&self, other: &Self) -> bool {
        let mut groups = self.groups.iter();
        groups.any(|group| other.groups.binary_search(group).is_ok())
    }
}

struct Link<'l> {
    clusters: Clusters,
    /// The documents of each cluster, kept at its root.
    documents: Vec<BTreeSet<usize>>,
    traits: Vec<Traits>,
    /// When each document was published.
    published: Vec<Option<Date>>,
    episodes: &'l [Episode],
}

impl Link<'_> {
    fn stories(&mut self, story: &[usize]) {
        let mut first: BTreeMap<usize, usize> = BTreeMap::new();
        for (index, episode) in self.episodes.iter().enumerate() {
            if episode.role == Role::Main {
                let head = *first.entry(story[episode.document]).or_insert(index);
                self.join(head, index);
            }
        }
        self.levels(story, &first);
    }

    /// Levels that one document of a story tells in passing belong to its event where another one
    /// counts the same there: "3.7 million refugees" in Turkey, "3.6 million" in an article on Idlib.
    fn levels(&mut self, story: &[usize], first: &BTreeMap<usize, usize>) {
        let mut counted: BTreeSet<(usize, &str, &str)> = BTreeSet::new();
        for (episode, traits) in self.episodes.iter().zip(&self.traits) {
            if episode.role == Role::Main {
                let story = story[episode.document];
                let groups = traits.groups.iter();
                counted.extend(groups.map(|(measure, kind, _)| (story, &**measure, &**kind)));
            }
        }
        for (index, episode) in self.episodes.iter().enumerate() {
            let story = story[episode.document];
            let mut groups = self.traits[index].groups.iter();
            if episode.role == Role::Level
                && groups.any(|(measure, kind, _)| counted.contains(&(story, measure, kind)))
            {
                self.clusters.join(first[&story], index);
            }
        }
    }

    /// Joins episodes of one country and nearly the same days, where something specific is shared.
    fn neighbours(&mut self, role: Role) {
        let mut blocks: BTreeMap<Arc<str>, Vec<usize>> = BTreeMap::new();
        for (index, episode) in self.episodes.iter().enumerate() {
            let takes_part =
                episode.role == role || (role == Role::Recalled && episode.role == Role::Main);
            let place = episode.place.as_ref().filter(|_| takes_part);
            let Some(land) = place.and_then(Place::country) else {
                continue;
            };
            if episode.when.from.is_some() {
                blocks.entry(land.clone()).or_default().push(index);
            }
        }
        for mut block in blocks.into_values() {
            block.sort_by_key(|&index| (self.episodes[index].when, index));
            for (place, &a) in block.iter().enumerate() {
                for &b in block[place + 1..].iter().take(NEIGHBOURS) {
                    if self.are_one(a, b, role) {
                        self.join(a, b);
                    }
                }
            }
        }
    }

    fn are_one(&self, a: usize, b: usize, role: Role) -> bool {
        let (ours, theirs) = (&self.episodes[a], &self.episodes[b]);
        if ours.document == theirs.document || (ours.role, theirs.role) == (Role::Main, Role::Main)
        {
            return false;
        }
        let shared = self.traits[a].meet(&self.traits[b]);
        let (Some(here), Some(there)) = (&ours.place, &theirs.place) else {
            return false;
        };
        let near = here.contains(there) || there.contains(here);
        match role {
            Role::Main => false,
            Role::Recalled => {
                // one night is told under either day
                calendar::gap(ours.when, theirs.when) <= i32::from(shared && is_town(here))
                    && ours.when.days().is_some_and(|days| days <= 7)
                    && theirs.when.days().is_some_and(|days| days <= 7)
                    && near
                    && (shared
                        || (ours.kind.is_some() && ours.kind == theirs.kind && is_town(here)))
            }
            Role::Total => {
                let begun = |episode: &Episode| episode.when.from;
                let together = match (begun(ours), begun(theirs)) {
                    (Some(a), Some(b)) => calendar::days_between(a, b).abs() <= BEGUN,
                    _ => false,
                };
                together && near && shared && self.told_together(a, b)
            }
            Role::Level => {
                calendar::gap(ours.when, theirs.when) <= LEVEL && here == there && shared
            }
        }
    }

    /// Whether two totals were published within days of each other; what adds up has moved on after
    /// that.
    fn told_together(&self, a: usize, b: usize) -> bool {
        let day = |episode: usize| self.published[self.episodes[episode].document];
        match (day(a), day(b)) {
            (Some(a), Some(b)) => calendar::days_between(a, b).abs() <= TOGETHER,
            _ => true,
        }
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.clusters.of(a), self.clusters.of(b));
        if a == b {
            return;
        }
        let (small, large) = if self.documents[a].len() < self.documents[b].len() {
            (a, b)
        } else {
            (b, a)
        };
        let told_apart = self.documents[small]
            .iter()
            .any(|document| self.documents[large].contains(document));
        if told_apart {
            return;
        }
        self.clusters.join(a, b);
        let root = self.clusters.of(a);
        let mut documents = std::mem::take(&mut self.documents[large]);
        documents.append(&mut std::mem::take(&mut self.documents[small]));
        self.documents[root] = documents;
    }
}

/// A place that lies in something: more than a country.
fn is_town(place: &Place) -> bool {
    !place.within.is_empty()
}
