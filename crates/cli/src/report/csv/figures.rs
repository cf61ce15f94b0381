//! A figure a row: of one event, one measure and one group.

use std::collections::BTreeSet;

use rashomon_graph::EventId;

use super::{
    super::{Event, Report, event::Figure, index::Index},
    Column, joined, number, shown,
};

pub(super) const COLUMNS: &[Column] = &[
    ("event", "#event+id"),
    ("event_label", "#event+name"),
    ("from", "#date+start"),
    ("to", "#date+end"),
    ("place", "#loc+name"),
    ("country", "#country+name"),
    ("measure", "#indicator+name"),
    ("group", "#population+type"),
    ("low", "#indicator+num+min"),
    ("high", "#indicator+num+max"),
    ("best", "#indicator+num+best"),
    ("rule", "#meta+method"),
    ("disputed", "#meta+disputed"),
    ("claims", "#meta+num+claims"),
    ("documents", "#meta+num+sources"),
    ("outlets", "#meta+source"),
    ("claim_ids", "#meta+id+claim"),
];

pub(super) fn rows(report: &Report) -> impl Iterator<Item = Vec<String>> {
    let index = Index::new(report);
    let disputed: BTreeSet<(EventId, &str)> = (report.disputes.iter())
        .filter_map(|dispute| Some((dispute.event, dispute.measure.as_deref()?)))
        .collect();
    report.events.iter().flat_map(move |event| {
        let rows: Vec<Vec<String>> = (event.figures.iter())
            .map(|figure| {
                let is_disputed = disputed.contains(&(event.id, figure.measure.as_str()));
                row(&index, event, figure, report.figures_rule, is_disputed)
            })
            .collect();
        rows
    })
}

fn row(index: &Index, event: &Event, figure: &Figure, rule: &str, disputed: bool) -> Vec<String> {
    let claims: Vec<_> = figure
        .claims
        .iter()
        .filter_map(|&id| index.claim(id))
        .collect();
    let documents: BTreeSet<_> = claims.iter().map(|claim| &claim.document).collect();
    let outlets: BTreeSet<&str> = (documents.iter())
        .filter_map(|id| index.document(id)?.outlet.as_deref())
        .collect();
    vec![
        event.id.to_string(),
        event.label.clone(),
        shown(event.when.from),
        shown(event.when.to),
        shown(event.place.as_ref().map(|place| &*place.name)),
        shown(event.place.as_ref().map(|place| &**place.root())),
        figure.measure.clone(),
        figure.group.clone(),
        number(figure.low),
        number(figure.high),
        number(figure.best),
        rule.to_owned(),
        if disputed { "yes" } else { "no" }.to_owned(),
        claims.len().to_string(),
        documents.len().to_string(),
        joined(outlets, "; "),
        joined(figure.claims.iter(), " "),
    ]
}
