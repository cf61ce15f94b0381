use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Serialize, Serializer};

/// A stretch of a document's text: byte offsets, the end excluded.
///
/// ```
/// use rashomon_extractor::Span;
/// let span = Span::new(4, 12);
/// assert_eq!(span.slice("six soldiers"), "soldiers");
/// ```
#[derive(
    BorshDeserialize, BorshSerialize, Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd,
)]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// The stretch from `start` up to `end`.
    ///
    /// # Panics
    /// If the start lies behind the end.
    #[track_caller]
    pub fn new(start: usize, end: usize) -> Self {
        assert!(
            start <= end,
            "a span starts before it ends, not at {start}..{end}"
        );
        Self { start, end }
    }

    /// First byte.
    pub fn start(self) -> usize {
        self.start
    }

    /// The byte after the last one.
    pub fn end(self) -> usize {
        self.end
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds no byte at all.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The words it stands for.
    pub fn slice(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// Whether `other` lies wholly inside.
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn meets(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The shortest stretch that covers both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Serialize::serialize(&(self.start, self.end), serializer)
    }
}
