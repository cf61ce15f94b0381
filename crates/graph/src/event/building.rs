use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use rashomon_extractor::{Article, Claim, Place, Window};

use super::{
    Event, EventId,
    episode::{Episode, Role, own_place},
};
use crate::{Told, calendar};

/// An event with the places of its claims and documents in the run.
#[derive(Clone, Debug)]
pub(crate) struct Happening {
    pub(crate) event: Event,
    pub(crate) claims: Vec<usize>,
    pub(crate) documents: Vec<usize>,
    /// The documents that are mainly about it.
    pub(crate) main: Vec<usize>,
    role: Role,
    /// All kinds of happening that it is told as: a clash, shelling.
    pub(crate) kinds: BTreeSet<Arc<str>>,
}

impl Happening {
    /// Whether it happened once, and is no total or level.
    pub(crate) fn is_single(&self) -> bool {
        matches!(self.role, Role::Main | Role::Recalled)
    }

    /// Takes in statements of its documents, in order of document and span.
    pub(crate) fn tell(&mut self, statements: &[usize], told: &[Told]) {
        self.claims.extend(statements);
        self.claims.sort_unstable();
        self.event.claims = self
            .claims
            .iter()
            .map(|&index| told[index].claim.id)
            .collect();
    }
}

/// The events that groups of episodes make, numbered by day, place and first document.
pub(crate) fn events(
    groups: &[Vec<usize>],
    episodes: &[Episode],
    articles: &[&Article],
    claims: &[&Claim],
) -> Vec<Happening> {
    let mut happenings: Vec<Happening> = groups
        .iter()
        .map(|group| {
            let group: Vec<&Episode> = group.iter().map(|&index| &episodes[index]).collect();
            happening(&group, articles, claims)
        })
        .collect();
    happenings.sort_by(|a, b| order(a).cmp(&order(b)));
    for (happening, number) in happenings.iter_mut().zip(1..) {
        happening.event.id = EventId(number);
    }
    parts(&mut happenings);
    happenings
}

fn order(happening: &Happening) -> impl Ord + '_ {
    let event = &happening.event;
    (
        event.when.from.is_none(),
        event.when,
        event.place.as_ref().map(|place| &place.name),
        happening.role,
        happening.documents.first(),
        happening.claims.first(),
    )
}

fn happening(episodes: &[&Episode], articles: &[&Article], claims: &[&Claim]) -> Happening {
    let main: Vec<usize> = episodes
        .iter()
        .filter(|episode| episode.role == Role::Main)
        .map(|episode| episode.document)
        .collect();
    let leading = episodes.iter().filter(|episode| episode.leads).count();
    // those that are mainly about it know best where and when
    let known: Vec<&&Episode> = episodes
        .iter()
        .filter(|episode| leading == 0 || episode.leads)
        .collect();
    let stated = episodes.iter().flat_map(|episode| places(episode, claims));
    let place = most(
        known
            .iter()
            .filter_map(|episode| episode.place.as_ref())
            .chain(stated),
    );
    let when = days(&known, claims);
    // what its documents are about, and what their claims name: "shells killed six"
    let of_documents = known.iter().filter_map(|episode| episode.kind.as_ref());
    let of_claims = episodes
        .iter()
        .flat_map(|episode| happenings(episode, claims));
    let told_as: Vec<&Arc<str>> = of_documents.chain(of_claims).collect();
    let kind = most(told_as.iter().copied());
    let role = episodes.iter().map(|episode| episode.role).min();
    let role = role.unwrap_or(Role::Main);
    let mut documents: Vec<usize> = episodes.iter().map(|episode| episode.document).collect();
    documents.sort_unstable();
    documents.dedup();
    let mut indices: Vec<usize> = episodes
        .iter()
        .flat_map(|episode| episode.claims.iter().copied())
        .collect();
    indices.sort_unstable();
    Happening {
        kinds: told_as.into_iter().cloned().collect(),
        event: Event {
            id: EventId(0),
            label: label(role, kind.as_deref(), place.as_ref(), when),
            kind,
            when,
            place,
            parts: Vec::new(),
            documents: documents
                .iter()
                .map(|&index| articles[index].document.clone())
                .collect(),
            claims: indices.iter().map(|&index| claims[index].id).collect(),
            figures: Vec::new(),
        },
        claims: indices,
        documents,
        main,
        role,
    }
}

/// The kinds of happening that the claims of an episode name, each once.
fn happenings<'c>(episode: &Episode, claims: &[&'c Claim]) -> BTreeSet<&'c Arc<str>> {
    let counts = episode.claims.iter().map(|&index| claims[index]);
    let flows = counts.filter(|claim| claim.count().is_some_and(|count| !count.stock));
    flows
        .filter_map(|claim| claim.scope.happening.as_ref())
        .collect()
}

/// The places that the claims of an episode name in their own sentences, each once.
fn places<'c>(episode: &Episode, claims: &[&'c Claim]) -> BTreeSet<&'c Place> {
    let counts = episode.claims.iter().map(|&index| claims[index]);
    let flows = counts.filter(|claim| claim.count().is_some_and(|count| !count.stock));
    flows.filter_map(own_place).collect()
}

/// The days that most episodes give; an exact day before a stretch.
fn days(episodes: &[&&Episode], claims: &[&Claim]) -> Window {
    let known = episodes.iter().map(|episode| episode.when);
    let told = most(known.filter(|when| when.from.is_some() || when.to.is_some()));
    told.unwrap_or_else(|| {
        let own = episodes.iter().flat_map(|episode| &episode.claims);
        most(own.map(|&index| claims[index].scope.when)).unwrap_or_default()
    })
}

/// What stands most often, the first on a tie.
fn most<T: Clone + Ord>(all: impl Iterator<Item = impl std::borrow::Borrow<T>>) -> Option<T> {
    let mut times: BTreeMap<T, (usize, usize)> = BTreeMap::new();
    for (place, one) in all.enumerate() {
        let entry = times.entry(one.borrow().clone()).or_insert((0, place));
        entry.0 += 1;
    }
    let (thing, _) = times
        .into_iter()
        .max_by_key(|(_, (times, first))| (*times, usize::MAX - first))?;
    Some(thing)
}

/// "clash in Idlib, 3 February 2020"
fn label(role: Role, kind: Option<&str>, place: Option<&Place>, when: Window) -> String {
    let what = match (role, kind) {
        (Role::Total, _) => "total".to_owned(),
        (Role::Level, _) => "situation".to_owned(),
        (_, Some(kind)) => kind.replace('_', " "),
        (_, None) => "event".to_owned(),
    };
    let place = place.map_or(String::new(), |place| format!(" in {}", place.name));
    let days = calendar::days(when).map_or(String::new(), |days| format!(", {days}"));
    format!("{what}{place}{days}")
}

/// Totals contain the events of their place and days: February's dead, those of the third.
fn parts(happenings: &mut [Happening]) {
    let mut totals: BTreeMap<Arc<str>, Vec<usize>> = BTreeMap::new();
    for (index, happening) in happenings.iter().enumerate() {
        if happening.role == Role::Total
            && let Some(place) = &happening.event.place
        {
            totals.entry(place.root().clone()).or_default().push(index);
        }
    }
    for index in 0..happenings.len() {
        let event = &happenings[index].event;
        let (Some(place), Some(_)) = (&event.place, event.when.days()) else {
            continue;
        };
        let Some(block) = totals.get(place.root()) else {
            continue;
        };
        // the shortest total that contains it
        let whole = block
            .iter()
            .copied()
            .filter(|&total| total != index && contains(&happenings[total].event, event))
            .min_by_key(|&total| (happenings[total].event.when.days(), total));
        let id = event.id;
        if let Some(whole) = whole {
            happenings[whole].event.parts.push(id);
        }
    }
}

fn contains(total: &Event, event: &Event) -> bool {
    let place = match (&total.place, &event.place) {
        (Some(total), Some(event)) => total.contains(event),
        _ => false,
    };
    place && total.when.from.is_some() && total.when != event.when && total.when.covers(event.when)
}
