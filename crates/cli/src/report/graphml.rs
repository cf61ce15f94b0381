//! The claims and what they are to each other in `GraphML`, for Gephi and yEd.

use std::{collections::BTreeMap, io::Write};

use anyhow::Result;
use rashomon_extractor::{Amount, ClaimId, Quantity};

use super::{Claim, Report, dot::fill, index::Index, json::name, xml::Xml};

/// What a node says of its claim: name, type.
const OF_NODES: [(&str, &str); 14] = [
    ("label", "string"),
    ("quote", "string"),
    ("document", "string"),
    ("outlet", "string"),
    ("published", "string"),
    ("speaker", "string"),
    ("event", "string"),
    ("kind", "string"),
    ("measure", "string"),
    ("group", "string"),
    ("low", "double"),
    ("high", "double"),
    ("stance", "string"),
    ("disputed", "boolean"),
];
/// What an edge says of its pair.
const OF_EDGES: [(&str, &str); 4] = [
    ("relation", "string"),
    ("revises", "boolean"),
    ("why", "string"),
    ("weight", "double"),
];

/// Writes a report's claims as nodes and its relations as edges.
pub(crate) fn write(report: &Report, out: &mut impl Write) -> Result<()> {
    let mut xml = Xml::new(out)?;
    xml.open(
        "graphml",
        &[
            ("xmlns", "http://graphml.graphdrawing.org/xmlns"),
            ("xmlns:y", "http://www.yworks.com/xml/graphml"),
        ],
    )?;
    for (what, keys) in [("node", &OF_NODES[..]), ("edge", &OF_EDGES[..])] {
        for (key, kind) in keys {
            let id = format!("{what}_{key}");
            xml.empty(
                "key",
                &[
                    ("id", &id),
                    ("for", what),
                    ("attr.name", key),
                    ("attr.type", kind),
                ],
            )?;
        }
    }
    // what yEd shows without being asked to
    xml.empty(
        "key",
        &[
            ("id", "node_graphics"),
            ("for", "node"),
            ("yfiles.type", "nodegraphics"),
        ],
    )?;
    xml.open("graph", &[("id", "rashomon"), ("edgedefault", "directed")])?;
    let index = Index::new(report);
    let sides = sides(report);
    for claim in &report.claims {
        write_node(&mut xml, claim, sides.get(&claim.id).copied(), &index)?;
    }
    for relation in &report.relations {
        let [a, b] = relation.claims;
        // a filter may have taken one of them out
        if index.claim(a).is_none() || index.claim(b).is_none() {
            continue;
        }
        xml.open(
            "edge",
            &[("source", &a.to_string()), ("target", &b.to_string())],
        )?;
        let weight = if relation.relation == "different_scope" {
            "0.1"
        } else {
            "1"
        };
        data(&mut xml, "edge_relation", Some(relation.relation))?;
        data(
            &mut xml,
            "edge_revises",
            Some(&relation.revises.to_string()),
        )?;
        data(&mut xml, "edge_why", Some(&relation.why))?;
        data(&mut xml, "edge_weight", Some(weight))?;
        xml.close("edge")?;
    }
    xml.close("graph")?;
    xml.close("graphml")?;
    xml.finish()
}

/// For each disputed claim the letter of its side.
fn sides(report: &Report) -> BTreeMap<ClaimId, char> {
    let mut sides = BTreeMap::new();
    for dispute in &report.disputes {
        for (side, letter) in dispute.sides.iter().zip(('A'..='Z').cycle()) {
            for &claim in &side.claims {
                sides.entry(claim).or_insert(letter);
            }
        }
    }
    sides
}

fn write_node(
    xml: &mut Xml<impl Write>,
    claim: &Claim,
    side: Option<char>,
    index: &Index<'_>,
) -> Result<()> {
    let document = index.document(&claim.document);
    let voice = index.voice(claim);
    let label = format!("{} ({})", claim.says(), voice.outlet);
    let published = document.and_then(|document| Some(document.published?.day.to_string()));
    let quantity = claim.quantity.as_ref();
    let low = number(quantity.and_then(Quantity::low));
    let high = number(quantity.and_then(Quantity::high));
    let event = claim
        .events
        .first()
        .and_then(|&id| Some(index.event(id)?.label.as_str()));
    xml.open("node", &[("id", &claim.id.to_string())])?;
    data(xml, "node_label", Some(&label))?;
    data(xml, "node_quote", Some(&claim.quote))?;
    data(xml, "node_document", Some(claim.document.as_str()))?;
    data(xml, "node_outlet", Some(&voice.outlet))?;
    data(xml, "node_published", published.as_deref())?;
    data(
        xml,
        "node_speaker",
        claim.speakers.last().map(|speaker| &**speaker),
    )?;
    data(xml, "node_event", event)?;
    data(xml, "node_kind", Some(claim.kind))?;
    data(xml, "node_measure", claim.measure.as_deref())?;
    data(xml, "node_group", claim.group.as_deref())?;
    data(xml, "node_low", low.as_deref())?;
    data(xml, "node_high", high.as_deref())?;
    data(xml, "node_stance", Some(&name(&claim.stance)))?;
    data(xml, "node_disputed", Some(&side.is_some().to_string()))?;
    xml.open("data", &[("key", "node_graphics")])?;
    xml.open("y:ShapeNode", &[])?;
    xml.empty("y:Geometry", &[("height", "40"), ("width", "240")])?;
    xml.empty("y:Fill", &[("color", fill(side)), ("transparent", "false")])?;
    xml.words("y:NodeLabel", &[("autoSizePolicy", "node_width")], &label)?;
    xml.empty("y:Shape", &[("type", "roundrectangle")])?;
    xml.close("y:ShapeNode")?;
    xml.close("data")?;
    xml.close("node")
}

fn data(xml: &mut Xml<impl Write>, key: &str, value: Option<&str>) -> Result<()> {
    match value {
        Some(value) => xml.words("data", &[("key", key)], value),
        None => Ok(()),
    }
}

fn number(amount: Option<Amount>) -> Option<String> {
    Some(amount?.to_string().replace(',', ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    #[test]
    fn a_claim_is_a_node_and_a_pair_an_edge() {
        let mut written = Vec::new();
        write(&fixture::report(), &mut written).unwrap();
        insta::assert_snapshot!(String::from_utf8(written).unwrap());
    }
}
