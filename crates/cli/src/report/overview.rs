//! A report on one screen: what is disputed most, one line each.

use std::{cmp::Reverse, fmt};

use anstyle::AnsiColor;
use rashomon_graph::Severity;

use super::{
    Dispute, Report,
    relation::let_go,
    summary::Summary,
    terminal::{Terminal, fitted},
    words::{Count, Plain},
};

/// Disputes that are shown: with the lines around them they leave room for a prompt on 24 lines.
const DISPUTES: usize = 12;

/// A report on one screen.
pub(crate) struct Overview<'r> {
    pub report: &'r Report,
    pub terminal: Terminal,
}

impl fmt::Display for Overview<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let report = self.report;
        let summary = self.terminal.bold(Summary(report));
        self.terminal.paragraph(f, "", &summary)?;
        let mut disputes: Vec<&Dispute> = report.disputes.iter().collect();
        disputes.sort_by_key(|dispute| (dispute.severity, Reverse(originals(dispute))));
        if !disputes.is_empty() {
            writeln!(f, "\nMost sources first, hard ones above soft ones:")?;
        }
        for dispute in disputes.iter().take(DISPUTES) {
            self.dispute(f, dispute)?;
        }
        if let Some(more @ 1..) = disputes.len().checked_sub(DISPUTES) {
            writeln!(f, "      … and {}", Count(more, "more dispute"))?;
        }
        self.rest(f)
    }
}

impl Overview<'_> {
    /// "hard  How many people were killed in Idlib?  6 (2) / 8 (1)"
    fn dispute(&self, f: &mut fmt::Formatter<'_>, dispute: &Dispute) -> fmt::Result {
        let (word, colour) = match dispute.severity {
            Severity::Hard => ("hard", AnsiColor::BrightRed),
            Severity::Soft => ("soft", AnsiColor::Yellow),
        };
        let sides = dispute.sides.iter();
        let answers: Vec<String> = sides
            .map(|side| format!("{} ({})", side.answer, side.originals))
            .collect();
        let room = self.terminal.columns() - 8;
        let answers = Plain(answers.join(" / ")).to_string();
        let question = Plain(&dispute.question).to_string();
        let left = room.saturating_sub(question.chars().count());
        let answers = fitted(&answers, left.max(room * 2 / 5));
        let left = room.saturating_sub(answers.chars().count());
        let question = fitted(&question, left);
        let word = self.terminal.style(colour.on_default(), word);
        writeln!(f, "{word}  {question}  {answers}")
    }

    fn rest(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let report = self.report;
        writeln!(f)?;
        if !report.disputes.is_empty() {
            writeln!(f, "(In brackets: sources that do not repeat another.)")?;
        }
        let counts = let_go(&report.relations);
        let total: usize = counts.iter().map(|(_, n, _)| n).sum();
        if let Some((reason, n, _)) = counts.first() {
            let pairs = Count(total, "pair");
            let most = Count(*n, "pair");
            let line = format!(
                "Let go: {pairs}, the most ({most}) because {}.",
                reason.reason()
            );
            self.terminal.paragraph(f, "", &line)?;
        }
        if let moved @ 1.. = report.moved().count() {
            writeln!(
                f,
                "Moved: {} that replaced earlier ones.",
                Count(moved, "figure")
            )?;
        }
        if let problems @ 1.. = report.problems.len() {
            writeln!(
                f,
                "Problems: {problems}, told on the standard error and in the full report."
            )?;
        }
        writeln!(
            f,
            "Without --summary each dispute is shown with its quotes."
        )
    }
}

/// Documents behind all sides that do not repeat another one.
fn originals(dispute: &Dispute) -> usize {
    dispute.sides.iter().map(|side| side.originals).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    fn overview(disputes: usize) -> String {
        let mut report = fixture::report();
        for _ in 1..disputes {
            let more = fixture::report().disputes;
            report.disputes.extend(more);
        }
        let terminal = Terminal {
            width: Some(80),
            ..Terminal::default()
        };
        let report = &report;
        Overview { report, terminal }.to_string()
    }

    #[test]
    fn a_report_fits_on_a_screen() {
        insta::assert_snapshot!(overview(1));
        let many = overview(500);
        assert!(many.lines().count() <= 23, "{many}");
        assert!(
            many.lines().all(|line| line.chars().count() <= 80),
            "{many}"
        );
        assert!(many.contains("… and 488 more disputes"), "{many}");
    }
}
