//! Links claims that speak of one event, and finds where they cannot all be true.
//!
//! Claims and profiles of documents go in, [`Findings`] come out; nothing here sees a text beyond
//! the quotes that claims carry, and nothing is formatted here.
//!
//! ```text
//! articles → stories (documents of one event) → events → relations → disputes, figures
//! ```

mod event; // what happened, once
mod relation; // what two claims are to each other
mod dispute; // claims that cannot all be true
mod figure; // the range that the sources support
mod findings; // all of it, in the order of a report

pub use dispute::{Dispute, DisputeId, DisputeKind, Severity, Side};
pub use event::{Event, EventId};
pub use figure::{Figure, Rule};
pub use findings::{Findings, Options, find};
pub use relation::{Axis, Pair, Relation};
