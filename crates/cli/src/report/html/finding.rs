//! A dispute as the page shows it.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_extractor::{ClaimId, DocumentId};
use rashomon_graph::{DisputeKind, Severity};
use serde::Serialize;

use super::{
    super::{
        Dispute, Event, Quote,
        claim::short,
        dispute::{Backing, Side},
        picture::{Picture, intervals, rows, swatch, timeline},
    },
    excerpt::{Excerpt, first_of},
    filter::{Facets, kind},
    page::Page,
};

/// Sentences of a side that are shown at once.
const SHOWN: usize = 3;
/// Sentences of a side that are on the page.
const ON_PAGE: usize = 12;
/// Outlets that are named where they say nothing, or only repeat.
const NAMED: usize = 8;
/// Bytes of a question or an answer.
const LONGEST: usize = 300;

/// A dispute in a line of the summary.
#[derive(Debug, Serialize)]
pub(super) struct Brief {
    number: usize,
    id: String,
    question: String,
    /// Mark, answer, and who gives it first.
    answers: Vec<((usize, usize), String, String)>,
    severity: &'static str,
    facets: Facets,
    /// Whether the page shows all of it.
    is_shown: bool,
}

/// A dispute with all that is known of it.
#[derive(Debug, Serialize)]
pub(super) struct Finding {
    number: usize,
    id: String,
    short: String,
    question: String,
    kind: &'static str,
    severity: &'static str,
    means: &'static str,
    /// Its id, whether it is on the page, and its name.
    event: Option<(String, bool, String)>,
    intervals: Option<Picture>,
    timeline: Option<Picture>,
    sides: Vec<Answer>,
    bystanders: Vec<Excerpt>,
    bystanders_left_out: usize,
    silent: Vec<(String, Option<String>)>,
    silent_left_out: usize,
    sum: Option<String>,
    why: String,
    sentence: String,
    facets: Facets,
}

/// An outlet, the place of its first article on the page, and how many of its articles are meant.
type Copied = (String, Option<String>, usize);

/// One answer with the sentences that give it.
#[derive(Debug, Serialize)]
struct Answer {
    swatch: (usize, usize),
    said: String,
    backing: String,
    shown: Vec<Excerpt>,
    folded: Vec<Excerpt>,
    left_out: usize,
    /// Who repeats it word for word, and how many more do.
    copies: Vec<Copied>,
    copies_left_out: usize,
}

impl Brief {
    pub(super) fn new(number: usize, dispute: &Dispute, page: &Page<'_>, is_shown: bool) -> Self {
        Self {
            number,
            id: dispute.id.to_string(),
            question: first_of(&dispute.question, LONGEST),
            answers: (dispute.sides.iter().enumerate())
                .map(|(side, told)| (swatch(side), first_of(&told.answer, 120), who(told)))
                .collect(),
            severity: super::filter::severity(dispute.severity),
            facets: Facets::new(dispute, page),
            is_shown,
        }
    }
}

impl Finding {
    pub(super) fn new(
        number: usize,
        dispute: &Dispute,
        event: Option<&Event>,
        page: &Page<'_>,
    ) -> Self {
        let figures = match dispute.kind {
            DisputeKind::Count => rows(dispute, &page.index),
            DisputeKind::Arithmetic if dispute.sum.is_none() => rows(dispute, &page.index),
            _ => Vec::new(),
        };
        let question = first_of(&dispute.question, LONGEST);
        let linked = |picture: Picture| picture.linked(|claim| page.place(claim));
        let silent = event.map_or_else(Vec::new, |event| silent(dispute, event, page));
        let silent_left_out = silent.len().saturating_sub(NAMED);
        Self {
            number,
            id: dispute.id.to_string(),
            short: short(&dispute.id),
            kind: kind(dispute.kind),
            severity: super::filter::severity(dispute.severity),
            means: match dispute.severity {
                Severity::Hard => "as worded, they cannot all be true",
                Severity::Soft => "a plain reading can reconcile them",
            },
            event: event.map(|event| {
                let on_page = page.events.contains(&event.id);
                (
                    event.id.to_string(),
                    on_page,
                    first_of(&event.label, LONGEST),
                )
            }),
            intervals: intervals(&question, &figures).map(linked),
            timeline: timeline(&question, &figures).map(linked),
            question,
            sides: (dispute.sides.iter().enumerate())
                .map(|(side, told)| Answer::new(side, told, page))
                .collect(),
            bystanders: (dispute.bystanders.iter().take(ON_PAGE))
                .map(|quote| Excerpt::new(quote, page))
                .collect(),
            bystanders_left_out: dispute.bystanders.len().saturating_sub(ON_PAGE),
            silent: silent.into_iter().take(NAMED).collect(),
            silent_left_out,
            sum: dispute.sum.clone(),
            why: first_of(&dispute.why, 3 * LONGEST),
            sentence: dispute.sentence.clone(),
            facets: Facets::new(dispute, page),
        }
    }
}

impl Answer {
    fn new(side: usize, told: &Side, page: &Page<'_>) -> Self {
        let mut quotes = on_page(told).map(|quote| Excerpt::new(quote, page));
        let shown: Vec<Excerpt> = quotes.by_ref().take(SHOWN).collect();
        let folded: Vec<Excerpt> = quotes.collect();
        let on_page = shown.len() + folded.len();
        let originals = told.originals().count();
        let copies = if originals == 0 {
            Vec::new()
        } else {
            copied(told, page)
        };
        Self {
            swatch: swatch(side),
            said: first_of(&told.answer, LONGEST),
            backing: Backing(told).to_string(),
            left_out: originals.saturating_sub(on_page),
            copies_left_out: copies.len().saturating_sub(NAMED),
            copies: copies.into_iter().take(NAMED).collect(),
            shown,
            folded,
        }
    }
}

/// The quotes of a side that are on the page: those of copies only where no original speaks.
fn on_page(side: &Side) -> impl Iterator<Item = &Quote> {
    let only_copies = side.originals().next().is_none();
    let quotes = side
        .quotes
        .iter()
        .filter(move |quote| only_copies || !quote.is_copy);
    quotes.take(ON_PAGE)
}

/// The outlets that only repeat what another article of the side says, each with the first of its
/// articles and how many of them do.
fn copied(side: &Side, page: &Page<'_>) -> Vec<Copied> {
    let mut seen = BTreeSet::new();
    let mut copied: BTreeMap<&str, Copied> = BTreeMap::new();
    let repeats = side.quotes.iter().filter(|quote| quote.is_copy);
    for quote in repeats.filter(|quote| seen.insert(quote.document.as_str())) {
        let outlet = quote.voice.outlet.as_str();
        let told = copied.entry(outlet).or_insert_with(|| {
            let id = DocumentId::from(quote.document.as_str());
            (outlet.to_owned(), page.article(&id), 0)
        });
        told.2 += 1;
    }
    copied.into_values().collect()
}

/// The first who gives an answer: whom an outlet quotes, or the outlet.
fn who(side: &Side) -> String {
    let first = side.originals().next().or(side.quotes.first());
    let voice = first.map(|quote| &quote.voice);
    let name = voice.map(|voice| voice.speakers.last().unwrap_or(&voice.outlet));
    first_of(name.map_or("", String::as_str), 60)
}

/// The claims of a dispute whose words are on the page.
pub(super) fn quoted(dispute: &Dispute) -> impl Iterator<Item = ClaimId> {
    let sides = dispute.sides.iter().flat_map(on_page);
    sides
        .chain(dispute.bystanders.iter().take(ON_PAGE))
        .map(|quote| quote.claim)
}

/// Who of the event's documents says nothing of what is asked; copies say what their original says.
fn silent(dispute: &Dispute, event: &Event, page: &Page<'_>) -> Vec<(String, Option<String>)> {
    let disputed: BTreeSet<ClaimId> = dispute.claims().collect();
    let predicates: BTreeSet<&str> = (disputed.iter())
        .filter_map(|claim| page.index.claim(*claim)?.predicate.as_deref())
        .collect();
    let heard: BTreeSet<&DocumentId> = (event.claims.iter().chain(&disputed))
        .filter_map(|id| page.index.claim(*id))
        .filter(|claim| {
            let counts = claim.measure.is_some() && claim.measure == dispute.measure;
            let says = claim
                .predicate
                .as_deref()
                .is_some_and(|name| predicates.contains(name));
            disputed.contains(&claim.id) || counts || says
        })
        .map(|claim| &claim.document)
        .collect();
    let outlets: BTreeSet<String> = heard.iter().map(|document| page.outlet(document)).collect();
    let mut silent: Vec<(String, Option<String>)> = (event.documents.iter())
        .filter(|document| !outlets.contains(&page.outlet(document)))
        .filter(|document| {
            let told = page.documents.get(document);
            told.is_some_and(|(_, document)| document.copy_of.is_none())
        })
        .map(|document| (page.outlet(document), page.article(document)))
        .collect();
    silent.sort();
    silent.dedup_by(|a, b| a.0 == b.0);
    silent
}
