//! What was found, in plain strings and numbers; each format is one way to show it.

mod annotation; // what was read of one document
mod claim; // a claim as reports tell it
pub(crate) mod json;

use rashomon_extractor::{ClaimId, DocumentId, Place, Published, Window};
use rashomon_graph::{DisputeId, DisputeKind, EventId, Findings, Severity};
use serde::Serialize;
use sha2::{Digest, Sha256};

pub(crate) use annotation::Annotation;
pub(crate) use claim::Claim;

use crate::read::{Problem, Reading};

/// The report of one run.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    pub schema: &'static str,
    pub documents: Vec<Document>,
    pub claims: Vec<Claim>,
    pub events: Vec<Event>,
    pub disputes: Vec<Dispute>,
    pub relations: Vec<Relation>,
    pub relations_left_out: usize,
    pub problems: Vec<Problem>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Document {
    pub id: DocumentId,
    pub outlet: Option<String>,
    pub published: Option<Published>,
    pub title: Option<String>,
    pub sha256: String,
    pub event: Option<EventId>,
    pub copy_of: Option<DocumentId>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Event {
    pub id: EventId,
    pub label: String,
    pub when: Window,
    pub place: Option<Place>,
    pub parts: Vec<EventId>,
    pub documents: Vec<DocumentId>,
    pub claims: Vec<ClaimId>,
    pub figures: Vec<Figure>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Figure {
    pub measure: String,
    pub group: String,
    pub low: Option<rashomon_extractor::Amount>,
    pub high: Option<rashomon_extractor::Amount>,
    pub best: Option<rashomon_extractor::Amount>,
    pub claims: Vec<ClaimId>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Dispute {
    pub id: DisputeId,
    pub event: EventId,
    pub kind: DisputeKind,
    pub severity: Severity,
    pub measure: Option<String>,
    pub question: String,
    pub sides: Vec<Side>,
    pub fits_several: Vec<ClaimId>,
    pub why: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct Side {
    pub answer: String,
    pub claims: Vec<ClaimId>,
}

/// Two claims that were compared, and the verdict.
#[derive(Debug, Serialize)]
#[allow(clippy::struct_field_names)] // the contract's words
pub(crate) struct Relation {
    pub claims: [ClaimId; 2],
    pub relation: &'static str,
    pub revises: bool,
    pub why: String,
}

impl Report {
    pub(crate) fn new(reading: &Reading, findings: &Findings) -> Self {
        let events_of = claim::events_of(&findings.events);
        Self {
            schema: "rashomon.report/1",
            documents: reading
                .documents
                .iter()
                .map(|document| Document {
                    id: document.id.clone(),
                    outlet: document.outlet.as_deref().map(str::to_owned),
                    published: document.published,
                    title: document.title.as_deref().map(str::to_owned),
                    sha256: sha256(&document.text),
                    event: findings.main_event.get(&document.id).copied(),
                    copy_of: findings.copy_of.get(&document.id).cloned(),
                })
                .collect(),
            claims: findings
                .claims
                .iter()
                .map(|claim| {
                    let events = events_of.get(&claim.id).cloned().unwrap_or_default();
                    Claim::new(claim, events)
                })
                .collect(),
            events: findings
                .events
                .iter()
                .map(|event| Event {
                    id: event.id,
                    label: event.label.clone(),
                    when: event.when,
                    place: event.place.clone(),
                    parts: event.parts.clone(),
                    documents: event.documents.clone(),
                    claims: event.claims.clone(),
                    figures: event
                        .figures
                        .iter()
                        .map(|figure| Figure {
                            measure: figure.measure.to_string(),
                            group: figure.group.to_string(),
                            low: figure.low,
                            high: figure.high,
                            best: figure.best,
                            claims: figure.claims.clone(),
                        })
                        .collect(),
                })
                .collect(),
            disputes: findings
                .disputes
                .iter()
                .map(|dispute| Dispute {
                    id: dispute.id,
                    event: dispute.event,
                    kind: dispute.kind,
                    severity: dispute.severity,
                    measure: dispute.measure.as_ref().map(ToString::to_string),
                    question: dispute.question.clone(),
                    sides: dispute
                        .sides
                        .iter()
                        .map(|side| Side {
                            answer: side.answer.clone(),
                            claims: side.claims.clone(),
                        })
                        .collect(),
                    fits_several: dispute.fits_several.clone(),
                    why: dispute.why.clone(),
                })
                .collect(),
            relations: findings
                .relations
                .iter()
                .map(|pair| Relation {
                    claims: [pair.a, pair.b],
                    relation: pair.relation.name(),
                    revises: pair.revises,
                    why: pair.why.clone(),
                })
                .collect(),
            relations_left_out: findings.relations_left_out,
            problems: reading.problems.clone(),
        }
    }
}

fn sha256(text: &str) -> String {
    use std::fmt::Write as _;
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(text) {
        // writing to a string cannot fail
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}
