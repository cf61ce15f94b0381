//! The report as JSON-LD: claims, articles and events of schema.org, and what claims are to each other
//! in a vocabulary of our own, which `docs/vocabulary.md` explains.

use std::{collections::BTreeMap, io};

use rashomon_extractor::{Amount, ClaimId, DocumentId, Place};
use serde_json::{Map, Value, json};

use super::{Claim, Dispute, Document, Event, Report, event::Figure, index::Index, json::name};

/// Where the terms of our own are explained.
const VOCABULARY: &str =
    "https://github.com/rashomon-project/rashomon/blob/main/docs/vocabulary.md#";

/// Writes a report as one JSON-LD document.
pub(crate) fn write(report: &Report, out: &mut impl io::Write) -> anyhow::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &graph(report))?;
    writeln!(out)?;
    Ok(())
}

fn graph(report: &Report) -> Value {
    let index = Index::new(report);
    let first = first_appearances(report, &index);
    let relations = relations(report);
    let documents = report.documents.iter().map(document);
    let events = report.events.iter().map(event);
    let claims = report.claims.iter().map(|claim| {
        let first = first.get(&key(claim)).copied().unwrap_or(&claim.document);
        let mut node = self::claim(claim, first, &index);
        for (&(_, relation), others) in relations.range((claim.id, "")..=(claim.id, "~")) {
            let others: Vec<Value> = others.iter().map(|&id| reference(&claim_id(id))).collect();
            node.insert(format!("rsh:{relation}"), others.into());
        }
        Value::Object(node)
    });
    let disputes = report.disputes.iter().map(dispute);
    json!({
        "@context": {
            "@vocab": "https://schema.org/",
            "oa": "http://www.w3.org/ns/oa#",
            "rsh": VOCABULARY,
        },
        "@graph": documents.chain(events).chain(claims).chain(disputes).collect::<Vec<_>>(),
    })
}

/// What two claims of one event have in common that say the same.
type Key = (Option<rashomon_graph::EventId>, String);

fn key(claim: &Claim) -> Key {
    (claim.events.first().copied(), claim.says())
}

/// For what is claimed the document that claimed it first, among those that bear a day.
fn first_appearances<'r>(report: &'r Report, index: &Index<'r>) -> BTreeMap<Key, &'r DocumentId> {
    let mut first: BTreeMap<Key, (Option<_>, &DocumentId)> = BTreeMap::new();
    for claim in &report.claims {
        let document = index.document(&claim.document);
        let Some(day) = document.and_then(|document| document.published) else {
            continue;
        };
        let entry = first
            .entry(key(claim))
            .or_insert((Some(day), &claim.document));
        if Some(day) < entry.0 {
            *entry = (Some(day), &claim.document);
        }
    }
    first
        .into_iter()
        .map(|(key, (_, document))| (key, document))
        .collect()
}

/// What a claim is to others, under the names of the vocabulary.
fn relations(report: &Report) -> BTreeMap<(ClaimId, &'static str), Vec<ClaimId>> {
    let mut relations: BTreeMap<_, Vec<ClaimId>> = BTreeMap::new();
    for relation in &report.relations {
        let name = match relation.relation {
            "agrees" => "agreesWith",
            "compatible" => "compatibleWith",
            "refines" => "refines",
            "updates" => "updates",
            "retracts" => "retracts",
            "part_of" => "partOf",
            "contradicts" => "contradicts",
            // of another thing: no relation that a graph of knowledge should hold
            _ => continue,
        };
        let [a, b] = relation.claims;
        relations.entry((a, name)).or_default().push(b);
    }
    relations
}

fn document(document: &Document) -> Value {
    let mut node = node(&document_id(&document.id), "NewsArticle");
    insert(&mut node, "identifier", Some(document.id.as_str()));
    insert(&mut node, "headline", document.title.as_deref());
    insert(&mut node, "url", document.url.as_deref());
    insert(
        &mut node,
        "datePublished",
        document.published.map(|p| p.to_string()),
    );
    if let Some(outlet) = &document.outlet {
        node.insert(
            "publisher".into(),
            json!({"@type": "NewsMediaOrganization", "name": outlet}),
        );
    }
    if let Some(author) = &document.author {
        node.insert("author".into(), json!({"@type": "Person", "name": author}));
    }
    if let Some(original) = &document.copy_of {
        node.insert("isBasedOn".into(), reference(&document_id(original)));
    }
    if let Some(event) = document.event {
        node.insert(
            "about".into(),
            reference(&format!("urn:rashomon:event:{event}")),
        );
    }
    node.insert("rsh:sha256".into(), document.sha256.as_str().into());
    Value::Object(node)
}

fn event(event: &Event) -> Value {
    let mut node = node(&format!("urn:rashomon:event:{}", event.id), "Event");
    insert(&mut node, "name", Some(event.label.as_str()));
    insert(
        &mut node,
        "startDate",
        event.when.from.map(|day| day.to_string()),
    );
    insert(
        &mut node,
        "endDate",
        event.when.to.map(|day| day.to_string()),
    );
    if let Some(place) = &event.place {
        node.insert("location".into(), self::place(place));
    }
    if !event.parts.is_empty() {
        let parts = event
            .parts
            .iter()
            .map(|id| reference(&format!("urn:rashomon:event:{id}")));
        node.insert("subEvent".into(), parts.collect());
    }
    let figures: Vec<Value> = event.figures.iter().map(figure).collect();
    if !figures.is_empty() {
        node.insert("rsh:figure".into(), figures.into());
    }
    Value::Object(node)
}

fn figure(figure: &Figure) -> Value {
    let mut node = Map::new();
    node.insert("@type".into(), "rsh:Figure".into());
    insert(&mut node, "rsh:measure", Some(figure.measure.as_str()));
    insert(&mut node, "rsh:group", Some(figure.group.as_str()));
    insert_number(&mut node, "rsh:low", figure.low);
    insert_number(&mut node, "rsh:high", figure.high);
    insert_number(&mut node, "rsh:best", figure.best);
    node.insert("rsh:claim".into(), claims(&figure.claims));
    Value::Object(node)
}

fn claim(claim: &Claim, first: &DocumentId, index: &Index<'_>) -> Map<String, Value> {
    let mut node = node(&claim_id(claim.id), "Claim");
    let document = document_id(&claim.document);
    insert(&mut node, "text", Some(claim.says()));
    node.insert("appearance".into(), reference(&document));
    node.insert("firstAppearance".into(), reference(&document_id(first)));
    if let Some(day) = index
        .document(&claim.document)
        .and_then(|document| document.published)
    {
        insert(&mut node, "datePublished", Some(day.to_string()));
    }
    let about = claim
        .events
        .iter()
        .map(|id| reference(&format!("urn:rashomon:event:{id}")));
    node.insert("about".into(), about.collect());
    // the original speaker is whose claim it is; those who pass it on stand beside
    if let Some(speaker) = claim.speakers.last() {
        insert(&mut node, "rsh:speaker", Some(&**speaker));
    }
    if let Some((_, relayers)) = claim.speakers.split_last()
        && !relayers.is_empty()
    {
        let relayers = relayers.iter().map(|relayer| Value::from(&**relayer));
        node.insert("rsh:relayer".into(), relayers.collect());
    }
    insert(&mut node, "rsh:stance", Some(name(&claim.stance)));
    insert(&mut node, "rsh:polarity", Some(name(&claim.polarity)));
    insert(&mut node, "rsh:measure", claim.measure.as_deref());
    insert(&mut node, "rsh:group", claim.group.as_deref());
    if let Some(quantity) = &claim.quantity {
        insert_number(&mut node, "rsh:low", quantity.low());
        insert_number(&mut node, "rsh:high", quantity.high());
        insert(&mut node, "rsh:form", Some(name(&quantity.form())));
        insert(&mut node, "rsh:unit", quantity.unit());
    }
    insert(&mut node, "rsh:subject", claim.subject.as_deref());
    insert(&mut node, "rsh:predicate", claim.predicate.as_deref());
    insert(&mut node, "rsh:object", claim.object.as_deref());
    insert(&mut node, "rsh:agent", claim.agent.as_deref());
    if let Some(place) = &claim.place {
        node.insert("contentLocation".into(), self::place(place));
    }
    insert(
        &mut node,
        "rsh:from",
        claim.when.from.map(|day| day.to_string()),
    );
    insert(
        &mut node,
        "rsh:to",
        claim.when.to.map(|day| day.to_string()),
    );
    node.insert(
        "oa:hasTarget".into(),
        json!({
            "oa:hasSource": reference(&document),
            "oa:hasSelector": {"@type": "oa:TextQuoteSelector", "oa:exact": claim.quote},
            "rsh:startByte": claim.span.start(),
            "rsh:endByte": claim.span.end(),
        }),
    );
    node
}

fn dispute(dispute: &Dispute) -> Value {
    let mut node = node(
        &format!("urn:rashomon:dispute:{}", dispute.id),
        "rsh:Dispute",
    );
    insert(&mut node, "name", Some(dispute.question.as_str()));
    node.insert(
        "about".into(),
        reference(&format!("urn:rashomon:event:{}", dispute.event)),
    );
    insert(&mut node, "rsh:kind", Some(name(&dispute.kind)));
    insert(&mut node, "rsh:severity", Some(name(&dispute.severity)));
    insert(&mut node, "rsh:measure", dispute.measure.as_deref());
    let sides = dispute.sides.iter().map(
        |side| json!({"@type": "rsh:Side", "name": side.answer, "rsh:claim": claims(&side.claims)}),
    );
    node.insert("rsh:side".into(), sides.collect());
    if !dispute.fits_several.is_empty() {
        node.insert("rsh:fitsSeveral".into(), claims(&dispute.fits_several));
    }
    insert(&mut node, "rsh:why", Some(dispute.why.as_str()));
    insert(&mut node, "rsh:sum", dispute.sum.as_deref());
    Value::Object(node)
}

/// From a place's own name out to the country.
fn place(place: &Place) -> Value {
    let mut outer: Option<Value> = None;
    let names = place.within.iter().rev().chain([&place.name]);
    for name in names {
        let mut node = Map::new();
        node.insert("@type".into(), "Place".into());
        node.insert("name".into(), (**name).into());
        if let Some(outer) = outer.take() {
            node.insert("containedInPlace".into(), outer);
        }
        outer = Some(Value::Object(node));
    }
    outer.unwrap_or_default()
}

fn node(id: &str, kind: &str) -> Map<String, Value> {
    let mut node = Map::new();
    node.insert("@id".into(), id.into());
    node.insert("@type".into(), kind.into());
    node
}

fn insert(node: &mut Map<String, Value>, name: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        node.insert(name.to_owned(), value.into());
    }
}

fn insert_number(node: &mut Map<String, Value>, name: &str, amount: Option<Amount>) {
    if let Some(amount) = amount {
        node.insert(name.to_owned(), json!(amount));
    }
}

fn claims(ids: &[ClaimId]) -> Value {
    ids.iter().map(|&id| reference(&claim_id(id))).collect()
}

fn reference(id: &str) -> Value {
    json!({ "@id": id })
}

fn claim_id(id: ClaimId) -> String {
    format!("urn:rashomon:claim:{id}")
}

/// A document's id in a URN, where few characters may stand as they are.
fn document_id(id: &DocumentId) -> String {
    use std::fmt::Write as _;
    let mut urn = "urn:rashomon:document:".to_owned();
    for byte in id.as_str().bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'/' => {
                urn.push(char::from(byte));
            }
            // writing to a string cannot fail
            byte => _ = write!(urn, "%{byte:02X}"),
        }
    }
    urn
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    #[test]
    fn claims_appear_in_articles_and_contradict_each_other() {
        let mut written = Vec::new();
        write(&fixture::report(), &mut written).unwrap();
        insta::assert_snapshot!(String::from_utf8(written).unwrap());
    }

    #[test]
    fn an_id_is_a_urn() {
        let id = DocumentId::from("news/a b:ü#2.txt");
        assert_eq!(
            document_id(&id),
            "urn:rashomon:document:news/a%20b%3A%C3%BC%232.txt"
        );
    }
}
