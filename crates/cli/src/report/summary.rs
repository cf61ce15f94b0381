use std::fmt;

use rashomon_graph::Severity;

use super::{Report, words::Count};

/// The answer in a line: "5 documents, 57 claims, 6 events: 4 disputes, 3 of them hard."
pub(crate) struct Summary<'r>(pub &'r Report);

impl fmt::Display for Summary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let report = self.0;
        write!(
            f,
            "{}{}, {}, {}: ",
            Count(report.documents.len(), "document"),
            Copies(report),
            Count(report.claims.len(), "claim"),
            Count(report.events.len(), "event"),
        )?;
        let disputes = report.disputes.len();
        let hard = (report.disputes.iter())
            .filter(|dispute| dispute.severity == Severity::Hard)
            .count();
        match (disputes, hard) {
            (0, _) => write!(f, "no disputes"),
            (1, 0) => write!(f, "1 dispute, a soft one"),
            (1, _) => write!(f, "1 dispute, a hard one"),
            (_, 0) => write!(f, "{}, all of them soft", Count(disputes, "dispute")),
            (_, hard) if hard == disputes => {
                write!(f, "{}, all of them hard", Count(disputes, "dispute"))
            }
            (_, hard) => write!(f, "{}, {hard} of them hard", Count(disputes, "dispute")),
        }?;
        let sums = report.disputes.iter().filter(|d| d.sum.is_some()).count();
        match sums {
            0 => write!(f, "."),
            1 => write!(f, "; 1 takes a sum to see."),
            sums => write!(f, "; {sums} take a sum to see."),
        }
    }
}

/// " (1 repeats another)"
struct Copies<'r>(&'r Report);

impl fmt::Display for Copies<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let documents = self.0.documents.iter();
        match documents
            .filter(|document| document.copy_of.is_some())
            .count()
        {
            0 => Ok(()),
            1 => write!(f, " (1 repeats another)"),
            copies => write!(f, " ({copies} repeat others)"),
        }
    }
}
