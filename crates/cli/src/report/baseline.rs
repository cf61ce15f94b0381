//! Disputes that are known already, from an earlier report in JSON.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;
use serde_json::Value;

use super::{Dispute, Event, Report, dispute::Side};

/// The disputes of an earlier report.
#[derive(Debug, Default)]
pub(crate) struct Baseline {
    known: Vec<Known>,
    events: Vec<KnownEvent>,
}

/// An event of an earlier report.
#[derive(Debug, Deserialize)]
pub(super) struct KnownEvent {
    pub(super) documents: Vec<String>,
    pub(super) figures: Vec<KnownFigure>,
}

/// A figure of an earlier report; its numbers are compared as they were written.
#[derive(Debug, Deserialize)]
pub(super) struct KnownFigure {
    pub(super) measure: String,
    pub(super) group: String,
    pub(super) low: Value,
    pub(super) high: Value,
}

/// By what a dispute is known again: another article on a known side is not new.
#[derive(Debug, Deserialize)]
pub(super) struct Known {
    event_label: String,
    kind: String,
    pub(super) question: String,
    sides: Vec<KnownSide>,
}

#[derive(Debug, Deserialize)]
struct KnownSide {
    answer: String,
    claims: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Earlier {
    schema: String,
    disputes: Vec<Known>,
    events: Vec<KnownEvent>,
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
        Ok(Self {
            known: earlier.disputes,
            events: earlier.events,
        })
    }

    /// Whether its event, kind, question and every side's answer are known; or, where an event got
    /// another name, whether every side rests on a claim that an earlier dispute rested on.
    pub(crate) fn knows(&self, dispute: &Dispute) -> bool {
        let words = Words::of(dispute);
        let alike: Vec<&Known> = (self.known.iter())
            .filter(|known| words.are_those_of(known))
            .collect();
        let by_words = dispute.sides.iter().all(|side| {
            let sides = alike.iter().flat_map(|known| &known.sides);
            sides.into_iter().any(|known| known.answer == side.answer)
        });
        by_words && !alike.is_empty()
            || (self.known.iter()).any(|known| known.kind == words.kind && known.holds(dispute))
    }

    /// The dispute that this one goes on with: another answer makes it no new one.
    pub(super) fn earlier(&self, dispute: &Dispute) -> Option<&Known> {
        let words = Words::of(dispute);
        let mut known = self.known.iter();
        known.find(|known| words.are_those_of(known) || known.shares(dispute))
    }

    /// The event that shares the most documents with this one.
    pub(super) fn event(&self, event: &Event) -> Option<&KnownEvent> {
        let shared = |known: &KnownEvent| {
            let documents = event.documents.iter();
            documents
                .filter(|id| known.documents.iter().any(|known| *known == id.as_str()))
                .count()
        };
        let known = self.events.iter().map(|known| (shared(known), known));
        // the first of those that share as many
        let best = known.rev().max_by_key(|(shared, _)| *shared);
        best.filter(|(shared, _)| *shared > 0)
            .map(|(_, known)| known)
    }

    /// How many of its disputes a report does not hold any more.
    pub(crate) fn resolved(&self, report: &Report) -> usize {
        self.gone(report).count()
    }

    /// Its disputes that a report does not hold any more.
    pub(super) fn gone<'b>(&'b self, report: &'b Report) -> impl Iterator<Item = &'b Known> {
        let is_gone = move |known: &&Known| {
            !(report.disputes.iter())
                .any(|dispute| Words::of(dispute).are_those_of(known) || known.shares(dispute))
        };
        self.known.iter().filter(is_gone)
    }
}

/// What a dispute is called.
struct Words<'d> {
    kind: String,
    dispute: &'d Dispute,
}

impl<'d> Words<'d> {
    fn of(dispute: &'d Dispute) -> Self {
        let kind = serde_json::to_value(dispute.kind).unwrap_or_default();
        Self {
            kind: kind.as_str().unwrap_or_default().to_owned(),
            dispute,
        }
    }

    fn are_those_of(&self, known: &Known) -> bool {
        self.kind == known.kind
            && self.dispute.event_label == known.event_label
            && self.dispute.question == known.question
    }
}

impl Known {
    /// "6 / 8"
    pub(super) fn answers(&self) -> String {
        let answers: Vec<&str> = self.sides.iter().map(|side| side.answer.as_str()).collect();
        answers.join(" / ")
    }

    /// Whether every side of a dispute gives an answer of this one and rests on one of its claims.
    fn holds(&self, dispute: &Dispute) -> bool {
        dispute.sides.iter().all(|side| {
            let mut behind = self.behind(side);
            behind.any(|known| known.answer == side.answer)
        })
    }

    /// Whether two sides of a dispute rest on claims of this one.
    fn shares(&self, dispute: &Dispute) -> bool {
        let sides = dispute.sides.iter();
        let shared = sides.filter(|side| self.behind(side).next().is_some());
        shared.count() > 1
    }

    /// The sides with a claim of this one.
    fn behind<'k>(&'k self, side: &'k Side) -> impl Iterator<Item = &'k KnownSide> {
        self.sides.iter().filter(|known| {
            let mut claims = side.claims.iter();
            claims.any(|claim| known.claims.contains(&claim.to_string()))
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
    fn a_dispute_is_known_by_its_claims_where_its_event_got_another_name() {
        let mut report = fixture::report();
        let mut json = Vec::new();
        json::write(&report, &mut json).unwrap();
        let baseline = Baseline::parse(std::str::from_utf8(&json).unwrap()).unwrap();
        report.disputes[0].event_label = "clash near Harran".to_owned();
        assert!(baseline.knows(&report.disputes[0]));
        assert_eq!(baseline.resolved(&report), 0);
        report.disputes[0].sides[1].claims.clear();
        assert!(!baseline.knows(&report.disputes[0]));
        report.disputes.clear();
        assert_eq!(baseline.resolved(&report), 1);
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
