use std::collections::BTreeMap;

use rashomon_extractor::{Amount, ClaimId, DocumentId, Place, Window};
use rashomon_graph::EventId;
use serde::Serialize;

use super::claim::counted;

/// An event as reports tell it.
#[derive(Debug, Serialize)]
pub(crate) struct Event {
    pub id: EventId,
    pub label: String,
    pub kind: Option<String>,
    pub when: Window,
    pub place: Option<Place>,
    pub parts: Vec<EventId>,
    pub documents: Vec<DocumentId>,
    pub claims: Vec<ClaimId>,
    pub figures: Vec<Figure>,
}

/// The range of one measure and group that the sources support, and what the rule picks.
#[derive(Debug, Serialize)]
pub(crate) struct Figure {
    pub measure: String,
    pub group: String,
    pub low: Option<Amount>,
    pub high: Option<Amount>,
    pub best: Option<Amount>,
    pub claims: Vec<ClaimId>,
}

impl Event {
    pub(crate) fn new(event: &rashomon_graph::Event) -> Self {
        Self {
            id: event.id,
            label: event.label.clone(),
            kind: event.kind.as_deref().map(str::to_owned),
            when: event.when,
            place: event.place.clone(),
            parts: event.parts.clone(),
            documents: event.documents.clone(),
            claims: event.claims.clone(),
            figures: event.figures.iter().map(Figure::new).collect(),
        }
    }
}

impl Figure {
    fn new(figure: &rashomon_graph::Figure) -> Self {
        Self {
            measure: figure.measure.to_string(),
            group: figure.group.to_string(),
            low: figure.low,
            high: figure.high,
            best: figure.best,
            claims: figure.claims.clone(),
        }
    }

    /// "Turkish soldiers killed", "observation posts"
    pub(crate) fn counted(&self) -> String {
        counted(&self.group, &self.measure)
    }

    /// "6", "6–8", "at least 13", "up to 80".
    pub(crate) fn range(&self) -> String {
        match (self.low, self.high) {
            (Some(low), Some(high)) if low == high => low.to_string(),
            (Some(low), Some(high)) => format!("{low}–{high}"),
            (Some(low), None) => format!("at least {low}"),
            (None, Some(high)) => format!("up to {high}"),
            (None, None) => "not stated".to_owned(),
        }
    }

    /// The figure that the rule picks, where the range alone does not show it.
    pub(crate) fn pick(&self) -> Option<String> {
        let best = self.best?;
        (self.low != self.high || self.low != self.best).then(|| best.to_string())
    }
}

/// For each claim the events that it names.
pub(crate) fn of_claims(events: &[rashomon_graph::Event]) -> BTreeMap<ClaimId, Vec<EventId>> {
    let mut of_claims: BTreeMap<ClaimId, Vec<EventId>> = BTreeMap::new();
    for event in events {
        for &claim in &event.claims {
            of_claims.entry(claim).or_default().push(event.id);
        }
    }
    of_claims
}
