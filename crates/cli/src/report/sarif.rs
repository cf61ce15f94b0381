//! SARIF 2.1.0: what code-scanning services and editors show.

use rashomon_graph::{DisputeKind, Severity};
use serde_json::{Value, json};

use super::{Dispute, Quote, Report, site::Site};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";
/// The kinds of disputes, and what each of them is.
const RULES: [(DisputeKind, &str); 7] = [
    (
        DisputeKind::Count,
        "Sources give different numbers of one thing",
    ),
    (DisputeKind::Arithmetic, "Parts and wholes do not add up"),
    (DisputeKind::Date, "Sources give different days"),
    (DisputeKind::Place, "Sources give different places"),
    (DisputeKind::Responsibility, "Sources name different doers"),
    (DisputeKind::Denial, "One source denies what another says"),
    (
        DisputeKind::Attribute,
        "Sources describe one thing differently",
    ),
];

/// A report as a SARIF log.
pub(crate) fn log(report: &Report) -> Value {
    let rules: Vec<Value> = RULES
        .iter()
        .map(|(kind, what)| {
            json!({"id": kind, "shortDescription": {"text": what},
                   "defaultConfiguration": {"level": "warning"}})
        })
        .collect();
    let results: Vec<Value> = report.disputes.iter().map(result).collect();
    let problems: Vec<Value> = (report.problems.iter())
        .map(|problem| {
            let level = if problem.fatal { "error" } else { "note" };
            json!({"level": level, "message": {"text": problem.to_string()}})
        })
        .collect();
    let is_whole = !report.problems.iter().any(|problem| problem.fatal);
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "rashomon",
                "version": env!("CARGO_PKG_VERSION"),
                "informationUri": env!("CARGO_PKG_REPOSITORY"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": is_whole,
                "toolExecutionNotifications": problems,
            }],
            "results": results,
        }],
    })
}

fn result(dispute: &Dispute) -> Value {
    let level = match dispute.severity {
        Severity::Hard => "error",
        Severity::Soft => "warning",
    };
    let mut places = Vec::new();
    for side in &dispute.sides {
        for quote in &side.quotes {
            places.push(location(quote, &side.answer));
        }
    }
    let first: Vec<Value> = places.iter().take(1).cloned().collect();
    for (number, place) in places.iter_mut().enumerate() {
        place["id"] = json!(number + 1);
    }
    let text = format!("{} {} {}", dispute.question, dispute.sentence, dispute.why);
    json!({
        "ruleId": dispute.kind,
        "level": level,
        "message": {"text": text},
        "locations": first,
        "relatedLocations": places,
        "partialFingerprints": {"dispute/v1": dispute.id},
        "properties": {"event": dispute.event_label},
    })
}

fn location(quote: &Quote, answer: &str) -> Value {
    let Site { file, line } = Site::of(quote);
    let mut place = json!({"artifactLocation": {"uri": Uri(file).to_string()}});
    if let Some(line) = line {
        place["region"] = json!({"startLine": line, "snippet": {"text": quote.words}});
    }
    let message = format!("{answer}: {} – {}", quote.sentence, quote.voice);
    json!({"physicalLocation": place, "message": {"text": message}})
}

/// A path as a relative address.
struct Uri<'p>(&'p str);

impl std::fmt::Display for Uri<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for byte in self.0.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => {
                    write!(f, "{}", char::from(byte))?;
                }
                byte => write!(f, "%{byte:02X}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    #[test]
    fn disputes_are_results() {
        let log = serde_json::to_string_pretty(&log(&fixture::report())).unwrap();
        insta::assert_snapshot!(log);
    }

    #[test]
    fn every_kind_is_a_rule() {
        let known = |kind| RULES.iter().any(|(known, _)| *known == kind);
        assert!(known(DisputeKind::Count) && known(DisputeKind::Attribute));
        assert_eq!(Uri("a b/ä.txt").to_string(), "a%20b/%C3%A4.txt");
    }
}
