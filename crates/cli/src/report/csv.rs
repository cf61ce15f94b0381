//! The claims as a table, one a row, with HXL tags under the header for humanitarian tools.

use std::{collections::BTreeMap, fmt};

use rashomon_extractor::{Amount, ClaimId, Quantity};

use super::{Claim, Dispute, Report};

/// A report's claims as CSV.
pub(crate) struct Csv<'r>(pub &'r Report);

/// Header and HXL tag of each column.
const COLUMNS: [(&str, &str); 24] = [
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
];

impl fmt::Display for Csv<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        row(f, &COLUMNS.map(|(header, _)| header.to_owned()))?;
        row(f, &COLUMNS.map(|(_, tag)| tag.to_owned()))?;
        let mut disputes_of: BTreeMap<ClaimId, Vec<&Dispute>> = BTreeMap::new();
        for dispute in &self.0.disputes {
            for claim in dispute.claims() {
                disputes_of.entry(claim).or_default().push(dispute);
            }
        }
        for claim in &self.0.claims {
            let disputes = disputes_of.get(&claim.id).map_or(&[][..], Vec::as_slice);
            row(f, &cells(self.0, claim, disputes))?;
        }
        (self.0.problems.iter())
            .try_for_each(|problem| writeln!(f, "{}", Cell(&format!("# {problem}"))))
    }
}

fn cells(report: &Report, claim: &Claim, disputes: &[&Dispute]) -> [String; COLUMNS.len()] {
    let document = report.document(&claim.document);
    let event = claim.events.first();
    let label = event.and_then(|id| report.events.iter().find(|event| event.id == *id));
    let is_count = claim.quantity.is_some();
    let quantity = claim.quantity.as_ref();
    [
        claim.id.to_string(),
        claim.document.to_string(),
        shown(document.and_then(|document| document.outlet.as_deref())),
        shown(document.and_then(|document| Some(document.published?.day))),
        shown(event),
        shown(label.map(|event| event.label.as_str())),
        shown(claim.measure.as_deref()),
        shown(claim.group.as_deref()),
        end(quantity.and_then(Quantity::low)),
        end(quantity.and_then(Quantity::high)),
        quantity.map_or_else(String::new, |quantity| name(&quantity.form())),
        shown(quantity.and_then(|quantity| quantity.unit())),
        if is_count {
            String::new()
        } else {
            claim.says()
        },
        if is_count {
            String::new()
        } else {
            name(&claim.polarity)
        },
        shown(claim.agent.as_deref()),
        shown(claim.place.as_ref().map(|place| &*place.name)),
        shown(claim.place.as_ref().map(|place| &**place.root())),
        shown(claim.when.from),
        shown(claim.when.to),
        claim.speakers.join(" > "),
        name(&claim.stance),
        claim.quote.to_string(),
        disputes
            .iter()
            .map(|dispute| dispute.id.to_string())
            .collect::<Vec<_>>()
            .join(" "),
        disputes
            .iter()
            .filter_map(|dispute| dispute.sum.as_deref())
            .collect::<Vec<_>>()
            .join("; "),
    ]
}

fn shown(value: Option<impl fmt::Display>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

/// A figure as a spreadsheet reads it, without marks between thousands.
fn end(amount: Option<Amount>) -> String {
    shown(amount).replace(',', "")
}

/// The name of a case as JSON has it: `at_least`.
fn name(case: &impl serde::Serialize) -> String {
    super::json::name(case)
}

fn row(f: &mut fmt::Formatter<'_>, cells: &[String]) -> fmt::Result {
    for (index, cell) in cells.iter().enumerate() {
        let comma = if index > 0 { "," } else { "" };
        write!(f, "{comma}{}", Cell(cell))?;
    }
    writeln!(f)
}

/// A cell, quoted where it must be; words that a spreadsheet would take for a formula are only words.
struct Cell<'a>(&'a str);

impl fmt::Display for Cell<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let guard = if self.0.starts_with(['=', '+', '-', '@', '\t']) {
            "'"
        } else {
            ""
        };
        if self.0.contains([',', '"', '\n', '\r']) {
            write!(f, "\"{guard}{}\"", self.0.replace('"', "\"\""))
        } else {
            write!(f, "{guard}{}", self.0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    #[test]
    fn a_claim_is_a_row() {
        insta::assert_snapshot!(Csv(&fixture::report()));
    }

    #[test]
    fn a_cell_is_only_words() {
        assert_eq!(Cell("a \"b\", c").to_string(), "\"a \"\"b\"\", c\"");
        assert_eq!(Cell("=SUM(A1)").to_string(), "'=SUM(A1)");
    }
}
