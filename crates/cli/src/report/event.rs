use std::collections::BTreeMap;

use rashomon_extractor::{Amount, ClaimId, DocumentId, Place, Window};
use rashomon_graph::EventId;
use schemars::JsonSchema;
use serde::Serialize;

use super::claim::counted;
use super::schema;

/// An event as reports tell it.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct Event {
    /// Its number in this run.
    #[schemars(with = "String")]
    pub id: EventId,
    /// What it is called: "clash in Idlib, 3 February 2020".
    pub label: String,
    /// What kind of happening it is, where that is known.
    pub kind: Option<String>,
    /// On which days.
    #[schemars(with = "schema::Window")]
    pub when: Window,
    /// Where.
    #[schemars(with = "Option<schema::Place>")]
    pub place: Option<Place>,
    /// Smaller events within it.
    #[schemars(with = "Vec<String>")]
    pub parts: Vec<EventId>,
    /// The documents that speak of it.
    #[schemars(with = "Vec<String>")]
    pub documents: Vec<DocumentId>,
    /// The claims about it.
    #[schemars(with = "Vec<String>")]
    pub claims: Vec<ClaimId>,
    /// The broadest group first.
    pub figures: Vec<Figure>,
}

/// The range of one measure and group that the sources support, and what the rule picks.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct Figure {
    /// What is counted.
    pub measure: String,
    /// Of whom.
    pub group: String,
    /// The lowest figure that the sources support.
    #[schemars(with = "Option<f64>")]
    pub low: Option<Amount>,
    /// The highest; `null` where it is open.
    #[schemars(with = "Option<f64>")]
    pub high: Option<Amount>,
    /// What the rule of `figures_rule` picks.
    #[schemars(with = "Option<f64>")]
    pub best: Option<Amount>,
    /// The claims that it rests on.
    #[schemars(with = "Vec<String>")]
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
