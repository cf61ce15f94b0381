//! A claim a row; what could not be read stands in rows of its own at the end.

use std::collections::BTreeMap;

use rashomon_extractor::{ClaimId, Quantity};

use super::{
    super::{Claim, Dispute, Report, index::Index, json::name},
    Column, joined, number, shown,
};

pub(super) const COLUMNS: &[Column] = &[
    ("claim", "#meta+id+claim"),
    ("document", "#meta+id+document"),
    ("outlet", "#meta+source"),
    ("published", "#date+reported"),
    ("event", "#event+id"),
    ("event_label", "#event+name"),
    ("measure", "#indicator+name"),
    ("group", "#population+type"),
    ("low", "#indicator+num+min"),
    ("high", "#indicator+num+max"),
    ("form", "#indicator+form"),
    ("unit", "#indicator+unit"),
    ("statement", "#description+statement"),
    ("polarity", "#description+polarity"),
    ("agent", "#org+agent"),
    ("place", "#loc+name"),
    ("country", "#country+name"),
    ("from", "#date+start"),
    ("to", "#date+end"),
    ("speakers", "#meta+speaker"),
    ("stance", "#meta+stance"),
    ("quote", "#description+quote"),
    ("disputes", "#meta+id+dispute"),
    ("sums", "#meta+sum"),
    ("url", "#meta+url"),
    ("problem", "#meta+problem"),
];

pub(super) fn rows(report: &Report) -> impl Iterator<Item = Vec<String>> {
    let index = Index::new(report);
    let mut disputes_of: BTreeMap<ClaimId, Vec<&Dispute>> = BTreeMap::new();
    for dispute in &report.disputes {
        for claim in dispute.claims() {
            disputes_of.entry(claim).or_default().push(dispute);
        }
    }
    let claims = report.claims.iter().map(move |claim| {
        let disputes = disputes_of.get(&claim.id).map_or(&[][..], Vec::as_slice);
        row(&index, claim, disputes)
    });
    let problems = report.problems.iter().map(|problem| {
        let mut row = vec![String::new(); COLUMNS.len()];
        row[1].clone_from(&problem.document);
        row[COLUMNS.len() - 1] = problem.to_string();
        row
    });
    claims.chain(problems)
}

fn row(index: &Index, claim: &Claim, disputes: &[&Dispute]) -> Vec<String> {
    let document = index.document(&claim.document);
    let event = claim.events.first().copied();
    let label = event.and_then(|event| Some(index.event(event)?.label.as_str()));
    let quantity = claim.quantity.as_ref();
    let (statement, polarity) = match quantity {
        Some(_) => (String::new(), String::new()),
        None => (claim.says(), name(&claim.polarity)),
    };
    vec![
        claim.id.to_string(),
        claim.document.to_string(),
        shown(document.and_then(|document| document.outlet.as_deref())),
        shown(document.and_then(|document| Some(document.published?.day))),
        shown(event),
        shown(label),
        shown(claim.measure.as_deref()),
        shown(claim.group.as_deref()),
        number(quantity.and_then(Quantity::low)),
        number(quantity.and_then(Quantity::high)),
        quantity.map_or_else(String::new, |quantity| name(&quantity.form())),
        shown(quantity.and_then(|quantity| quantity.unit())),
        statement,
        polarity,
        shown(claim.agent.as_deref()),
        shown(claim.place.as_ref().map(|place| &*place.name)),
        shown(claim.place.as_ref().map(|place| &**place.root())),
        shown(claim.when.from),
        shown(claim.when.to),
        claim.speakers.join(" > "),
        name(&claim.stance),
        claim.quote.to_string(),
        joined(disputes.iter().map(|dispute| dispute.id), " "),
        joined(
            disputes.iter().filter_map(|dispute| dispute.sum.as_deref()),
            "; ",
        ),
        shown(document.and_then(|document| document.url.as_deref())),
        String::new(),
    ]
}
