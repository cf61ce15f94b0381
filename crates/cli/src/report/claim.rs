use std::{collections::BTreeMap, sync::Arc};

use rashomon_extractor::{
    ClaimId, Content, DocumentId, Place, Polarity, Quantity, Span, Stance, Window,
};
use rashomon_graph::{Event, EventId};
use serde::Serialize;

/// A claim as reports tell it.
#[derive(Debug, Serialize)]
pub(crate) struct Claim {
    pub id: ClaimId,
    pub document: DocumentId,
    pub kind: &'static str,
    pub quote: Arc<str>,
    pub span: Span,
    pub sentence: Span,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Arc<str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub predicate: Option<Arc<str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<Arc<str>>,
    pub agent: Option<String>,
    pub place: Option<Place>,
    pub when: Window,
    pub events: Vec<EventId>,
    pub speakers: Vec<Arc<str>>,
    pub stance: Stance,
    pub polarity: Polarity,
    pub entry: String,
}

impl Claim {
    pub(crate) fn new(claim: &rashomon_extractor::Claim, events: Vec<EventId>) -> Self {
        let mut told = Self {
            id: claim.id,
            document: claim.evidence.document.clone(),
            kind: "count",
            quote: claim.evidence.quote.clone(),
            span: claim.evidence.span,
            sentence: claim.evidence.sentence,
            measure: None,
            group: None,
            quantity: None,
            subject: None,
            predicate: None,
            object: None,
            agent: claim.scope.agent.as_ref().map(ToString::to_string),
            place: claim.scope.place.clone(),
            when: claim.scope.when,
            events,
            speakers: claim.speakers.clone(),
            stance: claim.stance,
            polarity: Polarity::Affirmed,
            entry: claim.evidence.entry.0.to_string(),
        };
        match &claim.content {
            Content::Count(count) => {
                told.measure = Some(count.measure.to_string());
                told.group = Some(count.group.to_string());
                told.quantity = Some(count.quantity.clone());
            }
            Content::Statement(statement) => {
                told.kind = "statement";
                told.subject = Some(statement.subject.clone());
                told.predicate = Some(statement.predicate.clone());
                told.object = Some(statement.object.clone());
                told.polarity = statement.polarity;
            }
        }
        told
    }
}

/// For each claim the events that it names.
pub(crate) fn events_of(events: &[Event]) -> BTreeMap<ClaimId, Vec<EventId>> {
    let mut events_of: BTreeMap<ClaimId, Vec<EventId>> = BTreeMap::new();
    for event in events {
        for &claim in &event.claims {
            events_of.entry(claim).or_default().push(event.id);
        }
    }
    events_of
}
