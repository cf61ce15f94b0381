//! Links claims that speak of one event, and finds where they cannot all be true.
//!
//! Claims and profiles of documents go in, [`Findings`] come out; nothing here sees a text beyond
//! the quotes that claims carry, and nothing is formatted here.
//!
//! ```text
//! articles → stories (documents of one event) → events → relations → disputes, figures
//! ```

mod calendar; // days as a report writes them
mod quoting; // words of a text between marks of ours
mod network; // sets that grow together, the network of claims
mod told; // a claim with what its document adds
mod hedge; // figures whose hedge stands elsewhere in their sentence
mod copy; // which documents share a text
mod origin; // who stands behind a claim
mod pins; // which documents a desk holds together or apart
mod story; // which documents are about one happening
mod event; // what happened, once
mod scope; // whether two claims speak of the same ground
mod reach; // whether two figures can both be true
mod relation; // what two claims are to each other
mod voice; // one origin's answer
mod sides; // which figures can be true together
mod question; // what a dispute answers in several ways
mod matter; // one measure of one event
mod statement; // who did it, who denies it, what is so
mod comparison; // all that the voices of one event are to each other
mod arithmetic; // sums that do not come out
mod dispute; // claims that cannot all be true
mod figure; // the range that the sources support
mod implication; // whether one text follows from another
mod findings; // all of it, in the order of a report

pub use calendar::{day, days};
pub use dispute::{Dispute, DisputeId, DisputeKind, Severity, Side};
pub use event::{Event, EventId};
pub use figure::{Figure, Rule};
pub use findings::{Findings, Options, find, find_pinned};
pub use implication::{Implication, implication};
pub use network::Network;
pub use pins::Pins;
pub use quoting::quoted;
pub use relation::{Axis, Pair, Relation, relate};
pub use told::Told;
