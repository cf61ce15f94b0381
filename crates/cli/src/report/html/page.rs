//! What stands on a page, and where: claims, articles and events that can be linked to.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_extractor::{ClaimId, DocumentId};
use rashomon_graph::EventId;

use super::super::{Document, Report, index::Index, voice::file_name};

/// What stands on a page.
pub(super) struct Page<'r> {
    pub(super) index: Index<'r>,
    /// Each document with its number on the page.
    pub(super) documents: BTreeMap<&'r DocumentId, (usize, &'r Document)>,
    /// All outlets with their numbers, in order.
    pub(super) outlets: BTreeMap<String, usize>,
    /// Claims whose place is on the page.
    pub(super) placed: BTreeSet<ClaimId>,
    /// Documents that are on the page.
    pub(super) told: BTreeSet<&'r DocumentId>,
    /// Events that are on the page.
    pub(super) events: BTreeSet<EventId>,
}

impl<'r> Page<'r> {
    pub(super) fn new(report: &'r Report) -> Self {
        let names: BTreeSet<String> = report.documents.iter().map(outlet).collect();
        Self {
            index: Index::new(report),
            documents: (report.documents.iter().enumerate())
                .map(|(number, document)| (&document.id, (number + 1, document)))
                .collect(),
            outlets: names.into_iter().zip(0..).collect(),
            placed: BTreeSet::new(),
            told: BTreeSet::new(),
            events: BTreeSet::new(),
        }
    }

    /// Where a claim's words stand on the page, or where its article is named.
    pub(super) fn place(&self, claim: ClaimId) -> Option<String> {
        if self.placed.contains(&claim) {
            return Some(format!("#{claim}"));
        }
        self.article(&self.index.claim(claim)?.document)
    }

    /// Where a document is told of on the page.
    pub(super) fn article(&self, id: &DocumentId) -> Option<String> {
        let (number, _) = self.documents.get(id)?;
        self.told.contains(id).then(|| format!("#a{number}"))
    }

    pub(super) fn outlet(&self, id: &DocumentId) -> String {
        let document = self.documents.get(id);
        document.map_or_else(|| file_name(id), |(_, document)| outlet(document))
    }
}

/// Who published a document, or its file where that is not known.
pub(super) fn outlet(document: &Document) -> String {
    let outlet = document.outlet.clone();
    outlet.unwrap_or_else(|| file_name(&document.id))
}
