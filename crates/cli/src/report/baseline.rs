//! Disputes that are known already, from an earlier report in JSON.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;

use super::Dispute;

/// The disputes of an earlier report.
#[derive(Debug, Default)]
pub(crate) struct Baseline {
    known: BTreeSet<Known>,
}

/// By what a dispute is known again: another article on a known side is not new.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Known {
    event: String,
    kind: String,
    question: String,
    answer: String,
}

#[derive(Deserialize)]
struct Earlier {
    schema: String,
    disputes: Vec<EarlierDispute>,
}

#[derive(Deserialize)]
struct EarlierDispute {
    event_label: String,
    kind: serde_json::Value,
    question: String,
    sides: Vec<EarlierSide>,
}

#[derive(Deserialize)]
struct EarlierSide {
    answer: String,
}

impl Baseline {
    /// Reads a report that `--format json` wrote.
    pub(crate) fn parse(json: &str) -> Result<Self> {
        let earlier: Earlier = serde_json::from_str(json)
            .context("not a report; write one with `rashomon report --format json`")?;
        ensure!(
            earlier.schema == "rashomon.report/1",
            "a report of another version (`{}`); write it anew with `rashomon report --format json`",
            earlier.schema
        );
        let mut known = BTreeSet::new();
        for dispute in earlier.disputes {
            let kind = dispute.kind.as_str().unwrap_or_default().to_owned();
            for side in dispute.sides {
                known.insert(Known {
                    event: dispute.event_label.clone(),
                    kind: kind.clone(),
                    question: dispute.question.clone(),
                    answer: side.answer,
                });
            }
        }
        Ok(Self { known })
    }

    /// Whether its event, kind, question and every side's answer are known.
    pub(crate) fn knows(&self, dispute: &Dispute) -> bool {
        let kind = serde_json::to_value(dispute.kind).unwrap_or_default();
        dispute.sides.iter().all(|side| {
            self.known.contains(&Known {
                event: dispute.event_label.clone(),
                kind: kind.as_str().unwrap_or_default().to_owned(),
                question: dispute.question.clone(),
                answer: side.answer.clone(),
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{fixture, json};

    #[test]
    fn a_dispute_of_an_earlier_report_is_known() {
        let report = fixture::report();
        let mut json = Vec::new();
        json::write(&report, &mut json).unwrap();
        let baseline = Baseline::parse(std::str::from_utf8(&json).unwrap()).unwrap();
        assert!(baseline.knows(&report.disputes[0]));
        assert!(!Baseline::default().knows(&report.disputes[0]));
    }

    #[test]
    fn a_new_answer_makes_a_dispute_new() {
        let mut report = fixture::report();
        let mut json = Vec::new();
        json::write(&report, &mut json).unwrap();
        let baseline = Baseline::parse(std::str::from_utf8(&json).unwrap()).unwrap();
        report.disputes[0].sides[1].answer = "9".to_owned();
        assert!(!baseline.knows(&report.disputes[0]));
    }

    #[test]
    fn what_is_no_report_is_refused_with_a_remedy() {
        let error = Baseline::parse("[]").unwrap_err();
        assert_eq!(
            error.to_string(),
            "not a report; write one with `rashomon report --format json`"
        );
    }
}
