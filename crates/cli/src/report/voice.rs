//! Who says it, in which outlet, on which day.

use std::fmt;

use jiff::civil::Date;
use rashomon_extractor::{Claim, Document, DocumentId};

/// "Hulusi Akar, quoted by Northern Wire, 4 February 2020"; without speakers it is the outlet's own voice.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Voice {
    /// From the outermost relayer to the original speaker.
    pub speakers: Vec<String>,
    /// The outlet, or the file where the outlet is not known.
    pub outlet: String,
    /// The day of publication.
    pub day: Option<Date>,
}

impl Voice {
    /// Who speaks in this claim of that document.
    pub(crate) fn new(claim: &Claim, document: Option<&Document>) -> Self {
        let outlet = document.and_then(|document| document.outlet.as_deref());
        Self {
            speakers: claim.speakers.iter().map(ToString::to_string).collect(),
            outlet: outlet.map_or_else(|| file_name(&claim.evidence.document), str::to_owned),
            day: document.and_then(|document| Some(document.published?.day)),
        }
    }
}

impl fmt::Display for Voice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // the original speaker first
        for (index, speaker) in self.speakers.iter().rev().enumerate() {
            let via = if index > 0 { " via " } else { "" };
            write!(f, "{via}{speaker}")?;
        }
        if !self.speakers.is_empty() {
            write!(f, ", quoted by ")?;
        }
        write!(f, "{}, {}", self.outlet, Day(self.day))
    }
}

/// What a document without an outlet is called: the last part of its path.
pub(super) fn file_name(document: &DocumentId) -> String {
    let path = document.as_str();
    match path.rsplit('/').next() {
        Some(name) if !name.is_empty() && !path.contains("://") => name.to_owned(),
        _ => path.to_owned(),
    }
}

/// "4 February 2020", or "undated".
pub(crate) struct Day(pub Option<Date>);

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(day) => f.write_str(&rashomon_graph::day(day)),
            None => f.write_str("undated"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(speakers: &[&str], day: Option<&str>, expected: &str) {
        let voice = Voice {
            speakers: speakers.iter().map(ToString::to_string).collect(),
            outlet: "The Post".to_owned(),
            day: day.map(|day| day.parse().unwrap()),
        };
        assert_eq!(voice.to_string(), expected);
    }

    #[test]
    fn the_outlet_speaks_for_itself() {
        check(&[], Some("2020-02-04"), "The Post, 4 February 2020");
        check(&[], None, "The Post, undated");
    }

    #[test]
    fn the_original_speaker_comes_first() {
        check(
            &["Akar"],
            Some("2020-12-31"),
            "Akar, quoted by The Post, 31 December 2020",
        );
        check(
            &["The Wire", "Akar"],
            None,
            "Akar via The Wire, quoted by The Post, undated",
        );
    }
}
