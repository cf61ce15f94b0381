//! Reads what a news article claims: "At least 12 people were killed, police said."
//!
//! Text goes in, claims come out, in reading order; nothing here reads a file, a clock or the
//! environment, compares two claims, or fails on a text:
//!
//! ```text
//! Document → sentences → tokens → tags → phrases → times, quantities, places, attributions → claims
//! ```
//!
//! Words live in `lexicon/*.toml`, weights in `model/`, place names in `gazetteer/`; grammar lives here.
//!
//! ```
//! use rashomon_extractor::{Document, Lexicon, read};
//!
//! let document = Document::new("wire-1", "Six soldiers were killed on Monday.");
//! let article = read(Lexicon::builtin(), &document);
//! assert_eq!(article.sentences.len(), 1);
//! ```

mod span;
mod document; // what an outlet published, and when
mod lexicon; // the words, as data
mod sentence; // where one statement ends
mod furniture; // what a page carries beside its article
mod lexer; // words, numbers and marks by the shape of letters
mod token;
mod tag; // parts of speech
mod tagger;
mod phrase; // noun and verb groups, clause borders
mod amount; // a number as news states it
mod quantity; // the set of numbers that words allow: "at least 13"
mod time; // "on Monday" → 2020-02-03
mod place; // "Saraqib" → Saraqib, Idlib, Syria
mod group; // "Turkish soldiers"
mod attribution; // who says so
mod measure; // what is being counted: killed, displaced
mod count; // which number holds for which group
mod statement; // who did what, who denies it
mod claim; // one sentence's mentions, put together
mod topic; // what a document is about
mod fingerprint; // which documents share words
mod article; // all that was read of one document
mod kept; // what was read, as bytes
mod gist; // what a short text comes down to

pub use amount::Amount;
pub use article::{Article, annotate, read};
pub use attribution::Attribution;
pub use claim::{
    Basis, Claim, ClaimId, Content, Count, EntryId, Evidence, Party, Polarity, Scope, Site, Stance,
    Statement, Whole,
};
pub use document::{Document, DocumentId, Published, front_matter};
pub use fingerprint::{Fingerprint, StableHash};
pub use gist::{Gist, contrast};
pub use group::Group;
pub use lexicon::{Lexicon, LexiconError, Question, Wording, Words};
pub use measure::Measure;
pub use place::{Place, PlaceMention};
pub use quantity::{Form, Interval, Quantity, QuantityMention};
pub use span::Span;
pub use tag::Tag;
pub use time::{TimeMention, Window};
pub use topic::Topic;

#[cfg(feature = "training")]
#[doc(hidden)]
pub use tagger::training;
/// What `cargo xtask gazetteer` shares with the reader of places.
#[cfg(feature = "training")]
#[doc(hidden)]
pub mod gazetteer {
    pub use crate::place::fold;
}
