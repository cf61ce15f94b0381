//! What is new since an earlier report: disputes, answers, figures that moved, what was resolved.

use std::fmt;

use rashomon_extractor::Amount;
use serde_json::Value;

use super::{
    Baseline, Dispute, Plain, Report,
    baseline::Known,
    summary::Summary,
    words::{Count, List},
};

/// A report beside an earlier one.
pub(crate) struct News<'r> {
    report: &'r Report,
    /// There is no earlier one.
    is_first: bool,
    new: Vec<&'r Dispute>,
    answered: Vec<(&'r Known, &'r Dispute)>,
    resolved: Vec<&'r Known>,
    moved: Vec<String>,
}

impl<'r> News<'r> {
    /// Sets a report beside an earlier one, if there is one.
    pub(crate) fn new(report: &'r Report, earlier: Option<&'r Baseline>) -> Self {
        let mut news = Self {
            report,
            is_first: earlier.is_none(),
            new: Vec::new(),
            answered: Vec::new(),
            resolved: Vec::new(),
            moved: Vec::new(),
        };
        let Some(earlier) = earlier else {
            return news;
        };
        let unknown = report
            .disputes
            .iter()
            .filter(|dispute| !earlier.knows(dispute));
        for dispute in unknown {
            match earlier.earlier(dispute) {
                Some(known) => news.answered.push((known, dispute)),
                None => news.new.push(dispute),
            }
        }
        news.resolved = earlier.gone(report).collect();
        news.moved = moved(report, earlier);
        news
    }

    /// Whether there is anything to tell.
    pub(crate) fn is_empty(&self) -> bool {
        !self.is_first
            && self.new.is_empty()
            && self.answered.is_empty()
            && self.resolved.is_empty()
            && self.moved.is_empty()
    }
}

/// "killed, civilians, in clash in Idlib: 23–31 is now 23–35"
fn moved(report: &Report, earlier: &Baseline) -> Vec<String> {
    let mut moved = Vec::new();
    for event in report.main_events() {
        let Some(known) = earlier.event(event) else {
            continue;
        };
        for figure in &event.figures {
            let mut figures = known.figures.iter();
            let before = figures
                .find(|before| before.measure == figure.measure && before.group == figure.group);
            let Some(before) = before else {
                continue;
            };
            let (low, high) = (number(figure.low), number(figure.high));
            if (&before.low, &before.high) != (&low, &high) {
                moved.push(format!(
                    "{}, {}, {}: {} is now {}",
                    figure.measure,
                    figure.group,
                    event.label,
                    Range(&before.low, &before.high),
                    Range(&low, &high)
                ));
            }
        }
    }
    moved
}

fn number(amount: Option<Amount>) -> Value {
    serde_json::to_value(amount).unwrap_or_default()
}

/// "23–31", "23 or more"
struct Range<'v>(&'v Value, &'v Value);

impl fmt::Display for Range<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0, self.1) {
            (Value::Null, Value::Null) => write!(f, "an open figure"),
            (low, Value::Null) => write!(f, "{low} or more"),
            (Value::Null, high) => write!(f, "up to {high}"),
            (low, high) if low == high => write!(f, "{low}"),
            (low, high) => write!(f, "{low}–{high}"),
        }
    }
}

impl fmt::Display for News<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_first {
            return writeln!(f, "The first report: {}", Summary(self.report));
        }
        if self.is_empty() {
            return writeln!(f, "Nothing new: {}", Summary(self.report));
        }
        let mut counts: Vec<String> = Vec::new();
        let mut count = |number, noun| {
            if number > 0 {
                counts.push(Count(number, noun).to_string());
            }
        };
        count(self.new.len(), "new dispute");
        count(self.answered.len(), "new answer");
        count(self.resolved.len(), "resolved dispute");
        count(self.moved.len(), "moved figure");
        writeln!(f, "{}.", List(&counts))?;
        for dispute in &self.new {
            writeln!(f, "\nnew: {}", Plain(&dispute.question))?;
            writeln!(f, "  {} [{}]", Plain(&dispute.sentence), short(dispute))?;
        }
        for (known, dispute) in &self.answered {
            writeln!(f, "\nnew answer: {}", Plain(&dispute.question))?;
            writeln!(f, "  before: {}", Plain(known.answers()))?;
            writeln!(f, "  {} [{}]", Plain(&dispute.sentence), short(dispute))?;
        }
        for known in &self.resolved {
            let (question, answers) = (Plain(&known.question), known.answers());
            writeln!(f, "\nresolved: {question}\n  before: {}", Plain(answers))?;
        }
        for moved in &self.moved {
            writeln!(f, "\nmoved: {}", Plain(moved))?;
        }
        Ok(())
    }
}

/// "d3fa1c0": enough of an id for `explain`.
fn short(dispute: &Dispute) -> String {
    dispute.id.to_string().chars().take(7).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{fixture, json};

    fn baseline(report: &Report) -> Baseline {
        let mut written = Vec::new();
        json::write(report, &mut written).unwrap();
        Baseline::parse(std::str::from_utf8(&written).unwrap()).unwrap()
    }

    #[track_caller]
    fn check(before: &Report, now: &Report, expected: &[&str]) {
        let earlier = baseline(before);
        let news = News::new(now, Some(&earlier)).to_string();
        let told: Vec<&str> = news.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn the_first_report_is_told_as_one() {
        let report = fixture::report();
        let news = News::new(&report, None);
        assert!(
            news.to_string()
                .starts_with("The first report: 2 documents")
        );
        assert!(!news.is_empty());
    }

    #[test]
    fn the_same_again_is_nothing_new() {
        let report = fixture::report();
        let earlier = baseline(&report);
        let news = News::new(&report, Some(&earlier));
        assert!(news.is_empty());
        assert!(news.to_string().starts_with("Nothing new: "));
    }

    #[test]
    fn new_and_resolved_disputes_are_told() {
        let (mut calm, report) = (fixture::report(), fixture::report());
        calm.disputes.clear();
        check(
            &calm,
            &report,
            &[
                "1 new dispute.",
                "new: How many soldiers were killed on 3 February 2020?",
                "  Figures range from 6 (Northern Army, quoted by Northern Wire, 4 February 2020) to 8 \
                 (post.txt, undated). [d000000]",
            ],
        );
        check(
            &report,
            &calm,
            &[
                "1 resolved dispute.",
                "resolved: How many soldiers were killed on 3 February 2020?",
                "  before: 6 / 8",
            ],
        );
    }

    #[test]
    fn another_answer_and_a_figure_that_moved_are_told() {
        let (before, mut now) = (fixture::report(), fixture::report());
        now.disputes[0].sides[1].answer = "9".to_owned();
        now.events[0].figures[0].high = Some(Amount::from(40));
        let earlier = baseline(&before);
        let news = News::new(&now, Some(&earlier)).to_string();
        assert!(
            news.starts_with("1 new answer and 1 moved figure.\n"),
            "{news}"
        );
        assert!(news.contains("  before: 6 / 8\n"), "{news}");
        assert!(news.contains("40"), "{news}");
    }
}
