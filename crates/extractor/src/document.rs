use borsh::{BorshDeserialize, BorshSerialize};
use std::{fmt, sync::Arc};

use jiff::civil::{Date, Time};
use serde::{Serialize, Serializer};

use crate::Span;
use crate::kept;

/// Which document: the id its reader gave it, or the path it was read from.
#[derive(
    BorshDeserialize, BorshSerialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize,
)]
#[serde(transparent)]
pub struct DocumentId(Arc<str>);

impl DocumentId {
    /// The id as users wrote it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for DocumentId {
    fn from(id: &str) -> Self {
        Self(id.into())
    }
}

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// When a document was published: a day, and the time of day where it is known.
///
/// Weekdays and "yesterday" are reckoned from this day.
#[derive(
    BorshDeserialize, BorshSerialize, Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd,
)]
pub struct Published {
    /// The day, in the outlet's own calendar.
    #[borsh(
        serialize_with = "kept::write_date",
        deserialize_with = "kept::read_date"
    )]
    pub day: Date,
    /// The time of day, where the document gives one.
    #[borsh(
        serialize_with = "kept::write_time",
        deserialize_with = "kept::read_time"
    )]
    pub time: Option<Time>,
}

impl Published {
    /// A day without a time.
    pub fn on(day: Date) -> Self {
        Self { day, time: None }
    }
}

impl fmt::Display for Published {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.time {
            Some(time) => write!(f, "{}T{}", self.day, time),
            None => write!(f, "{}", self.day),
        }
    }
}

impl Serialize for Published {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// One article as an outlet published it.
///
/// ```
/// use rashomon_extractor::Document;
/// let document = Document::new("wire-1", "Six soldiers were killed.").outlet("The Wire");
/// assert_eq!(document.outlet.as_deref(), Some("The Wire"));
/// ```
#[derive(Clone, Debug)]
pub struct Document {
    /// Which document it is; unique in one run.
    pub id: DocumentId,
    /// Who published it.
    pub outlet: Option<Arc<str>>,
    /// When; `None` leaves its days open.
    pub published: Option<Published>,
    /// Its headline, where it stands outside the text.
    pub title: Option<Arc<str>>,
    /// Who wrote it.
    pub author: Option<Arc<str>>,
    /// Where it can be found on the web.
    pub url: Option<Arc<str>>,
    /// The text that all spans of its claims point into.
    pub text: String,
}

impl Document {
    /// A document of which only the text is known.
    pub fn new(id: &str, text: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            outlet: None,
            published: None,
            title: None,
            author: None,
            url: None,
            text: text.into(),
        }
    }

    /// The same document with its outlet named.
    #[must_use]
    pub fn outlet(self, outlet: &str) -> Self {
        Self {
            outlet: Some(outlet.into()),
            ..self
        }
    }

    /// The same document with its day of publication.
    #[must_use]
    pub fn published(self, day: Date) -> Self {
        Self {
            published: Some(Published::on(day)),
            ..self
        }
    }
}

/// The lines between two `---` with which a text may begin, the marks counted: "outlet: The Wire".
///
/// ```
/// use rashomon_extractor::front_matter;
/// let text = "---\noutlet: The Wire\n---\nSix soldiers died.";
/// assert_eq!(front_matter(text).map(|span| span.end()), Some(24));
/// assert_eq!(front_matter("Six soldiers died.\n---\n"), None);
/// ```
pub fn front_matter(text: &str) -> Option<Span> {
    const MOST_LINES: usize = 100;
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut end = start;
    for (number, line) in text[start..]
        .split_inclusive('\n')
        .take(MOST_LINES)
        .enumerate()
    {
        let is_mark = line.trim_end() == "---";
        if number == 0 && !is_mark {
            return None;
        }
        if number > 0 && is_mark {
            return Some(Span::new(start, end + "---".len()));
        }
        end += line.len();
    }
    None
}
