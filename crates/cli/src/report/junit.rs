//! `JUnit` XML: what test dashboards show; a known dispute is a test that was skipped.

use std::io::Write;

use anyhow::Result;
use rashomon_graph::Severity;

use super::{Dispute, Report, xml::Xml};

/// Writes a report as a suite of tests.
pub(crate) fn write(report: &Report, out: &mut impl Write) -> Result<()> {
    let (disputes, known) = (&report.disputes, &report.known);
    let problems = report.problems.iter();
    let broken: Vec<_> = problems.filter(|problem| problem.fatal).collect();
    let all = disputes.len() + known.len() + broken.len();
    let count = |count: usize| count.to_string();
    let mut xml = Xml::new(out)?;
    xml.open("testsuites", &[])?;
    let attributes = [
        ("name", "rashomon"),
        ("tests", &count(all.max(1))),
        ("failures", &count(disputes.len())),
        ("errors", &count(broken.len())),
        ("skipped", &count(known.len())),
    ];
    xml.open("testsuite", &attributes)?;
    for dispute in disputes {
        let severity = match dispute.severity {
            Severity::Hard => "hard",
            Severity::Soft => "soft",
        };
        let failure = [("type", severity), ("message", &dispute.why)];
        xml.open("testcase", &named(dispute))?;
        xml.words("failure", &failure, &body(dispute))?;
        xml.close("testcase")?;
    }
    for dispute in known {
        xml.open("testcase", &named(dispute))?;
        xml.empty("skipped", &[("message", "known")])?;
        xml.close("testcase")?;
    }
    for problem in broken {
        let name = [("classname", "input"), ("name", &problem.document)];
        xml.open("testcase", &name)?;
        xml.empty("error", &[("message", &problem.to_string())])?;
        xml.close("testcase")?;
    }
    if all == 0 {
        let calm = [("classname", "rashomon"), ("name", "no dispute")];
        xml.empty("testcase", &calm)?;
    }
    xml.close("testsuite")?;
    xml.close("testsuites")?;
    xml.finish()
}

fn named(dispute: &Dispute) -> [(&str, &str); 2] {
    [
        ("classname", &dispute.event_label),
        ("name", &dispute.question),
    ]
}

/// The sides, each with its words.
fn body(dispute: &Dispute) -> String {
    let mut body = format!("{}\n", dispute.sentence);
    for side in &dispute.sides {
        for quote in &side.quotes {
            let line = format!(
                "{}: {}:{}: {} – {}\n",
                side.answer, quote.document, quote.line, quote.sentence, quote.voice
            );
            body.push_str(&line);
        }
    }
    body
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    fn suite(report: &Report) -> String {
        let mut out = Vec::new();
        write(report, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn disputes_fail_and_known_ones_are_skipped() {
        let mut report = fixture::report();
        insta::assert_snapshot!(suite(&report));
        report.known = std::mem::take(&mut report.disputes);
        let suite = suite(&report);
        assert!(suite.contains("<skipped message=\"known\"/>"), "{suite}");
        assert!(
            suite.contains("failures=\"0\" errors=\"1\" skipped=\"1\""),
            "{suite}"
        );
    }

    #[test]
    fn calm_is_a_test_that_passes() {
        let mut report = fixture::report();
        report.disputes.clear();
        report.problems.clear();
        let suite = suite(&report);
        assert!(suite.contains("name=\"no dispute\"/>"), "{suite}");
    }
}
