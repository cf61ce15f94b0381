use std::collections::BTreeMap;

use rashomon_extractor::{Article, Claim, DocumentId};

use crate::{Dispute, Event, EventId, Pair, Rule};

/// What a run may choose about linking.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// By which convention figures are picked.
    pub rule: Rule,
}

/// Everything that was found in a set of articles; the same whatever order they came in.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// All claims, in order of document and span.
    pub claims: Vec<Claim>,
    /// All events.
    pub events: Vec<Event>,
    /// The event that each document is mainly about.
    pub main_event: BTreeMap<DocumentId, EventId>,
    /// Documents that copy another one.
    pub copy_of: BTreeMap<DocumentId, DocumentId>,
    /// Disagreements, hard before soft.
    pub disputes: Vec<Dispute>,
    /// The pairs that were compared, contradictions first.
    pub relations: Vec<Pair>,
    /// How many compared pairs the limit of an event left out of `relations`.
    pub relations_left_out: usize,
}

/// Links the claims of all articles and finds where they cannot all be true.
pub fn find(articles: &[Article], _options: Options) -> Findings {
    Findings {
        claims: articles
            .iter()
            .flat_map(|article| article.claims.clone())
            .collect(),
        ..Findings::default()
    }
}
