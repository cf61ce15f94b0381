//! What the disputes of a page can be filtered by.

use std::collections::BTreeSet;

use rashomon_graph::{DisputeKind, Severity};
use serde::Serialize;

use super::{
    super::{Dispute, claim::spoken},
    page::Page,
};

/// Values to choose from: as they stand on the disputes, and as people read them.
#[derive(Debug, Default, Serialize)]
pub(super) struct Filters {
    outlets: Vec<(String, String)>,
    measures: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    severities: Vec<(String, String)>,
}

/// What a dispute is filtered by.
#[derive(Debug, Serialize)]
pub(super) struct Facets {
    /// The numbers of the outlets that have a part in it.
    outlets: String,
    measure: String,
    kind: String,
    severity: &'static str,
}

impl Facets {
    pub(super) fn new(dispute: &Dispute, page: &Page<'_>) -> Self {
        let outlets: BTreeSet<usize> = quotes(dispute)
            .filter_map(|outlet| page.outlets.get(outlet).copied())
            .collect();
        let outlets: Vec<String> = outlets.iter().map(ToString::to_string).collect();
        Self {
            outlets: outlets.join(" "),
            measure: dispute.measure.clone().unwrap_or_default(),
            kind: kind(dispute.kind).to_owned(),
            severity: severity(dispute.severity),
        }
    }
}

impl Filters {
    /// Only what tells some dispute from another.
    pub(super) fn new(disputes: &[Dispute], page: &Page<'_>) -> Self {
        let outlets: BTreeSet<&str> = disputes.iter().flat_map(quotes).collect();
        let measures: BTreeSet<&str> = (disputes.iter())
            .filter_map(|dispute| dispute.measure.as_deref())
            .collect();
        let kinds: BTreeSet<&str> = disputes.iter().map(|dispute| kind(dispute.kind)).collect();
        let severities: BTreeSet<&str> = disputes
            .iter()
            .map(|dispute| severity(dispute.severity))
            .collect();
        Self {
            outlets: (outlets.into_iter())
                .filter_map(|outlet| {
                    Some((page.outlets.get(outlet)?.to_string(), outlet.to_owned()))
                })
                .collect(),
            measures: measures
                .into_iter()
                .map(|name| (name.to_owned(), spoken(name)))
                .collect(),
            kinds: kinds.into_iter().map(same).collect(),
            severities: severities.into_iter().map(same).collect(),
        }
    }
}

fn same(name: &str) -> (String, String) {
    (name.to_owned(), name.to_owned())
}

fn quotes(dispute: &Dispute) -> impl Iterator<Item = &str> {
    let sides = dispute.sides.iter().flat_map(|side| &side.quotes);
    sides
        .chain(&dispute.bystanders)
        .map(|quote| quote.voice.outlet.as_str())
}

pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Hard => "hard",
        Severity::Soft => "soft",
    }
}

/// What is asked, in a word or two.
pub(super) fn kind(kind: DisputeKind) -> &'static str {
    match kind {
        DisputeKind::Count => "how many",
        DisputeKind::Arithmetic => "sum",
        DisputeKind::Date => "when",
        DisputeKind::Place => "where",
        DisputeKind::Responsibility => "who",
        DisputeKind::Denial => "is it so",
        DisputeKind::Attribute => "what",
    }
}
