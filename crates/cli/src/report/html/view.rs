//! The whole page in plain words and numbers, for the template to lay out.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use rashomon_extractor::ClaimId;
use rashomon_graph::EventId;
use serde::Serialize;

use super::{
    super::{
        Event, Report,
        network::Network,
        picture::{Picture, network, outlines},
        summary::Summary,
        words::Plain,
    },
    article::Articles,
    event::Happening,
    filter::Filters,
    finding::{Brief, Finding, quoted},
    ledger::{Move, Reason, moves, reasons},
    page::Page,
    policy::Policy,
};

/// Disputes that are shown in full.
const DISPUTES: usize = 200;
/// Disputes that are named.
const NAMED: usize = 1_000;
/// Events that are shown.
const EVENTS: usize = 100;
/// Disputes in the summary before the others are folded away.
const RANKED: usize = 10;

#[derive(Debug, Serialize)]
pub(super) struct View {
    policy: Policy,
    outlines: Vec<String>,
    summary: String,
    ranked: Vec<Brief>,
    folded: Vec<Brief>,
    unnamed: usize,
    filters: Filters,
    findings: Vec<Finding>,
    /// Whether some figures are drawn, so that it is said how they are read.
    is_drawn: bool,
    moves: Vec<Move>,
    moves_left_out: usize,
    rule: &'static str,
    events: Vec<Happening>,
    events_left_out: usize,
    reasons: Vec<Reason>,
    let_go: usize,
    relations_left_out: usize,
    sums_stopped: usize,
    problems: Vec<String>,
    articles: Articles,
}

impl View {
    pub(super) fn new(report: &Report) -> Self {
        let mut page = Page::new(report);
        let disputes = &report.disputes;
        let shown = &disputes[..disputes.len().min(DISPUTES)];
        let mut of_claims: BTreeMap<ClaimId, Vec<(usize, String)>> = BTreeMap::new();
        for (dispute, number) in shown.iter().zip(1..) {
            for claim in quoted(dispute) {
                of_claims
                    .entry(claim)
                    .or_default()
                    .push((number, dispute.id.to_string()));
            }
        }
        let articles = Articles::new(report, &of_claims, &mut page);
        let (told, events_left_out) = happenings(report);
        page.events = told.iter().map(|(event, _)| event.id).collect();
        let page = &page;
        let events: BTreeMap<EventId, &Event> = report
            .events
            .iter()
            .map(|event| (event.id, event))
            .collect();
        let mut networks = networks(report);
        let mut measures: BTreeMap<EventId, BTreeSet<&str>> = BTreeMap::new();
        for dispute in disputes {
            let of_event = measures.entry(dispute.event).or_default();
            of_event.extend(dispute.measure.as_deref());
        }
        let none = BTreeSet::new();
        let mut briefs = (disputes.iter().zip(1..).take(NAMED))
            .map(|(dispute, number)| Brief::new(number, dispute, page, number <= DISPUTES));
        let (moves, moves_left_out) = moves(report, page);
        let reasons = reasons(report, page);
        Self {
            policy: Policy::new(),
            outlines: outlines(),
            summary: Summary(report).to_string(),
            ranked: briefs.by_ref().take(RANKED).collect(),
            folded: briefs.collect(),
            unnamed: disputes.len().saturating_sub(NAMED),
            filters: Filters::new(disputes, page),
            is_drawn: disputes.iter().any(|dispute| dispute.measure.is_some()),
            findings: (shown.iter().zip(1..))
                .map(|(dispute, number)| {
                    let event = events.get(&dispute.event).copied();
                    Finding::new(number, dispute, event, page)
                })
                .collect(),
            moves,
            moves_left_out,
            rule: report.figures_rule,
            events: (told.into_iter())
                .map(|(event, disputes)| {
                    let picture = networks.remove(&event.id);
                    let of_event = measures.get(&event.id).unwrap_or(&none);
                    Happening::new(event, picture, disputes, of_event, page)
                })
                .collect(),
            events_left_out,
            let_go: report
                .relations
                .iter()
                .filter(|relation| relation.let_go.is_some())
                .count(),
            reasons,
            relations_left_out: report.relations_left_out,
            sums_stopped: report.sums_stopped,
            problems: report
                .problems
                .iter()
                .map(|problem| Plain(problem).to_string())
                .collect(),
            articles,
        }
    }
}

/// An event, and the numbers and ids of the disputes about it.
type Told<'r> = (&'r Event, Vec<(usize, String)>);

/// The events that some document is mainly about or that are disputed, and how many more there are.
fn happenings(report: &Report) -> (Vec<Told<'_>>, usize) {
    let mut disputes: BTreeMap<EventId, Vec<(usize, String)>> = BTreeMap::new();
    for (dispute, number) in report.disputes.iter().zip(1..).take(DISPUTES) {
        let of_event = disputes.entry(dispute.event).or_default();
        of_event.push((number, dispute.id.to_string()));
    }
    let main: BTreeSet<EventId> = report.main_events().map(|event| event.id).collect();
    let mut told: Vec<Told<'_>> = (report.events.iter())
        .filter(|event| disputes.contains_key(&event.id) || main.contains(&event.id))
        .map(|event| (event, disputes.get(&event.id).cloned().unwrap_or_default()))
        .collect();
    let all = told.len();
    if all > EVENTS {
        // those with the most disputes, but in the order of the others
        told.sort_by_key(|(event, disputes)| Reverse((disputes.len(), event.documents.len())));
        told.truncate(EVENTS);
        told.sort_by_key(|(event, _)| event.id);
    }
    let left_out = all - told.len();
    (told, left_out)
}

/// The networks of the events in which claims contradict or replace each other.
fn networks(report: &Report) -> BTreeMap<EventId, Picture> {
    let contradicts: BTreeMap<[ClaimId; 2], &str> = (report.relations.iter())
        .filter(|relation| relation.let_go.is_none())
        .map(|relation| {
            let [a, b] = relation.claims;
            ([a.min(b), a.max(b)], relation.why.as_str())
        })
        .collect();
    let all = Network::new(report);
    let drawn = all.clusters.iter();
    let drawn =
        drawn.filter_map(|cluster| Some((cluster.id, network(&all, cluster, &contradicts)?)));
    drawn.collect()
}
