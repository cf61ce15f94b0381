//! Whether a report still holds of its documents: every hash, offset and quote is looked up again.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use anyhow::{Context as _, Result, ensure};
use rashomon_extractor::Document;
use serde::Deserialize;

use super::{
    sha256,
    words::{Count, Plain},
};

/// A report as `--format json` wrote it, as far as it can be looked up.
#[derive(Deserialize)]
struct Told {
    schema: String,
    documents: Vec<ToldDocument>,
    claims: Vec<ToldClaim>,
    events: Vec<ToldEvent>,
    disputes: Vec<ToldDispute>,
    relations: Vec<ToldRelation>,
}

#[derive(Deserialize)]
struct ToldDocument {
    id: String,
    sha256: String,
    text: Option<String>,
}

#[derive(Deserialize)]
struct ToldClaim {
    id: String,
    document: String,
    quote: String,
    span: [usize; 2],
    sentence: [usize; 2],
}

#[derive(Deserialize)]
struct ToldEvent {
    id: String,
    claims: Vec<String>,
}

#[derive(Deserialize)]
struct ToldDispute {
    id: String,
    sides: Vec<ToldSide>,
    fits_several: Vec<String>,
}

#[derive(Deserialize)]
struct ToldSide {
    claims: Vec<String>,
}

#[derive(Deserialize)]
struct ToldRelation {
    claims: [String; 2],
}

/// What was looked up, and what is not as the report says.
#[derive(Debug)]
pub(crate) struct Verification {
    documents: usize,
    claims: usize,
    disputes: usize,
    /// Documents that the report does not speak of.
    unknown: usize,
    /// "wire.txt, claim c36c…: the words at 12–31 are …"
    mismatches: Vec<String>,
}

impl Verification {
    /// Looks up everything that a report in JSON says of its documents.
    pub(crate) fn new(json: &str, documents: &[Document]) -> Result<Self> {
        let told: Told = serde_json::from_str(json)
            .context("not a report; write one with `rashomon report --format json`")?;
        ensure!(
            told.schema == "rashomon.report/1",
            "a report of another version (`{}`); write it anew with `rashomon report --format json`",
            told.schema
        );
        let texts: BTreeMap<&str, &str> = (documents.iter())
            .map(|document| (document.id.as_str(), document.text.as_str()))
            .collect();
        let mut mismatches = Vec::new();
        for document in &told.documents {
            let text = texts.get(document.id.as_str()).copied();
            mismatches.extend(
                document
                    .mismatch(text)
                    .map(|why| format!("{}: {why}", document.id)),
            );
        }
        for claim in &told.claims {
            // a document that is missing was told of already
            let Some(text) = texts.get(claim.document.as_str()) else {
                continue;
            };
            mismatches.extend(
                (claim.mismatch(text))
                    .map(|why| format!("{}, claim {}: {why}", claim.document, claim.id)),
            );
        }
        told.dangling(&mut mismatches);
        let known: BTreeSet<&str> = told.documents.iter().map(|d| d.id.as_str()).collect();
        Ok(Self {
            documents: told.documents.len(),
            claims: told.claims.len(),
            disputes: told.disputes.len(),
            unknown: texts.keys().filter(|id| !known.contains(*id)).count(),
            mismatches,
        })
    }

    /// Whether everything is as the report says.
    pub(crate) fn holds(&self) -> bool {
        self.mismatches.is_empty()
    }
}

impl Told {
    /// Claims and documents that are named and that the report does not hold.
    fn dangling(&self, mismatches: &mut Vec<String>) {
        let claims: BTreeSet<&str> = self.claims.iter().map(|claim| claim.id.as_str()).collect();
        let documents: BTreeSet<&str> = self.documents.iter().map(|d| d.id.as_str()).collect();
        for claim in &self.claims {
            if !documents.contains(claim.document.as_str()) {
                mismatches.push(format!(
                    "{}, claim {}: the report does not list the document",
                    claim.document, claim.id
                ));
            }
        }
        let sides = |dispute: &ToldDispute| -> Vec<String> {
            let sides = dispute.sides.iter().flat_map(|side| side.claims.clone());
            sides.chain(dispute.fits_several.clone()).collect()
        };
        let events = (self.events.iter()).map(|e| (format!("event {}", e.id), e.claims.clone()));
        let disputes = (self.disputes.iter()).map(|d| (format!("dispute {}", d.id), sides(d)));
        let relations =
            (self.relations.iter()).map(|r| ("a relation".to_owned(), r.claims.to_vec()));
        for (who, named) in events.chain(disputes).chain(relations) {
            for claim in named
                .iter()
                .filter(|claim| !claims.contains(claim.as_str()))
            {
                mismatches.push(format!("{who}: the report does not hold its claim {claim}"));
            }
        }
    }
}

impl ToldDocument {
    fn mismatch(&self, text: Option<&str>) -> Option<String> {
        let Some(text) = text else {
            return Some("not among the documents that were given".to_owned());
        };
        if sha256(text) != self.sha256 {
            return Some("its text has changed since the report (another SHA-256)".to_owned());
        }
        match &self.text {
            Some(told) if told != text => Some("the text in the report is not its text".to_owned()),
            _ => None,
        }
    }
}

impl ToldClaim {
    fn mismatch(&self, text: &str) -> Option<String> {
        let [start, end] = self.span;
        let Some(words) = text.get(start..end) else {
            return Some(format!("the text has no words at {start}–{end}"));
        };
        if words != self.quote {
            return Some(format!(
                "the words at {start}–{end} are “{words}”, not “{}”",
                self.quote
            ));
        }
        let [from, to] = self.sentence;
        if text.get(from..to).is_none() {
            return Some(format!("the text has no sentence at {from}–{to}"));
        }
        (start < from || to < end).then(|| {
            format!("its words at {start}–{end} lie outside of its sentence at {from}–{to}")
        })
    }
}

impl fmt::Display for Verification {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for mismatch in &self.mismatches {
            writeln!(f, "{}", Plain(mismatch))?;
        }
        write!(
            f,
            "{}, {}, {}: ",
            Count(self.documents, "document"),
            Count(self.claims, "claim"),
            Count(self.disputes, "dispute")
        )?;
        match self.mismatches.len() {
            0 => write!(f, "every hash, offset and quote is as the report says")?,
            1 => write!(f, "1 thing is not as the report says")?,
            n => write!(f, "{} are not as the report says", Count(n, "thing"))?,
        }
        match self.unknown {
            0 => writeln!(f),
            1 => writeln!(f, "; it does not speak of 1 document that was given"),
            n => writeln!(f, "; it does not speak of {n} documents that were given"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Six soldiers were killed.";

    fn told(sha: &str, quote: &str, span: [usize; 2], sentence: [usize; 2], side: &str) -> String {
        serde_json::json!({
            "schema": "rashomon.report/1",
            "documents": [{"id": "wire", "sha256": sha}],
            "claims": [{"id": "c1", "document": "wire", "quote": quote, "span": span, "sentence": sentence}],
            "events": [], "relations": [],
            "disputes": [{"id": "d1", "sides": [{"claims": [side]}], "fits_several": []}],
        })
        .to_string()
    }

    #[track_caller]
    fn check(json: &str, text: &str, expected: &str) {
        let verification = Verification::new(json, &[Document::new("wire", text)]).unwrap();
        let first = verification.to_string();
        assert_eq!(first.lines().next(), Some(expected));
        assert_eq!(
            verification.holds(),
            expected.ends_with("as the report says") && first.lines().count() == 1
        );
    }

    #[test]
    fn a_report_holds_of_its_documents() {
        let json = told(&sha256(TEXT), "Six soldiers", [0, 12], [0, 25], "c1");
        check(
            &json,
            TEXT,
            "1 document, 1 claim, 1 dispute: every hash, offset and quote is as the report says",
        );
    }

    #[test]
    fn what_has_changed_is_named_with_document_and_claim() {
        let json = told(&sha256(TEXT), "Six soldiers", [0, 12], [0, 25], "c1");
        check(
            &json,
            "Ten soldiers were killed.",
            "wire: its text has changed since the report (another SHA-256)",
        );
        let json = told(&sha256(TEXT), "Six soldier", [0, 12], [0, 25], "c1");
        check(
            &json,
            TEXT,
            "wire, claim c1: the words at 0–12 are “Six soldiers”, not “Six soldier”",
        );
        let json = told(&sha256(TEXT), "Six soldiers", [0, 12], [4, 25], "c1");
        check(
            &json,
            TEXT,
            "wire, claim c1: its words at 0–12 lie outside of its sentence at 4–25",
        );
        let json = told(&sha256(TEXT), "Six soldiers", [0, 99], [0, 25], "c1");
        check(&json, TEXT, "wire, claim c1: the text has no words at 0–99");
        let json = told(&sha256(TEXT), "Six soldiers", [0, 12], [0, 25], "c2");
        check(
            &json,
            TEXT,
            "dispute d1: the report does not hold its claim c2",
        );
    }

    #[test]
    fn what_is_no_report_is_refused() {
        assert!(Verification::new("{}", &[]).is_err());
    }
}
