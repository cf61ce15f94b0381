//! Documents, claims and events of a report by their ids, so that no format searches for them.

use std::collections::BTreeMap;

use rashomon_extractor::{ClaimId, DocumentId};
use rashomon_graph::EventId;

use super::{Claim, Document, Event, Report, voice::Voice};

/// What stands under an id.
pub(super) struct Index<'r> {
    documents: BTreeMap<&'r DocumentId, &'r Document>,
    claims: BTreeMap<ClaimId, &'r Claim>,
    events: BTreeMap<EventId, &'r Event>,
}

impl<'r> Index<'r> {
    pub(super) fn new(report: &'r Report) -> Self {
        Self {
            documents: report.documents.iter().map(|d| (&d.id, d)).collect(),
            claims: report.claims.iter().map(|c| (c.id, c)).collect(),
            events: report.events.iter().map(|e| (e.id, e)).collect(),
        }
    }

    pub(super) fn document(&self, id: &DocumentId) -> Option<&'r Document> {
        self.documents.get(id).copied()
    }

    pub(super) fn claim(&self, id: ClaimId) -> Option<&'r Claim> {
        self.claims.get(&id).copied()
    }

    pub(super) fn event(&self, id: EventId) -> Option<&'r Event> {
        self.events.get(&id).copied()
    }

    /// Who speaks in a claim, in which outlet, on which day.
    pub(super) fn voice(&self, claim: &Claim) -> Voice {
        let document = self.document(&claim.document);
        let outlet = document.and_then(|document| document.outlet.as_deref());
        Voice {
            speakers: claim.speakers.iter().map(ToString::to_string).collect(),
            outlet: outlet.map_or_else(|| super::voice::file_name(&claim.document), str::to_owned),
            day: document.and_then(|document| Some(document.published?.day)),
        }
    }
}
