mod setting; // where and when a story's event happened
mod episode; // what one document tells of one happening
mod linking; // which episodes are one event
mod building; // place, days and label of an event

use std::{fmt, sync::Arc};

use rashomon_extractor::{ClaimId, DocumentId, Place, Window};
use serde::{Serialize, Serializer};

use crate::Figure;

pub(crate) use building::{Happening, events};
pub(crate) use episode::{Episode, episodes};
pub(crate) use linking::linked;
pub(crate) use setting::settings;

/// An event of one run: e1, e2, … in the order of its first day and place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(pub u32);

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "e{}", self.0)
    }
}

impl Serialize for EventId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What happened, once: the claims of all sources that speak of it.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its number in this run.
    pub id: EventId,
    /// What to call it: "clash in Idlib, 3 February 2020".
    pub label: String,
    /// Kind of happening, where one is known.
    pub kind: Option<Arc<str>>,
    /// Its days.
    pub when: Window,
    /// Its place.
    pub place: Option<Place>,
    /// Events that are parts of it.
    pub parts: Vec<EventId>,
    /// The documents that speak of it, in order of id.
    pub documents: Vec<DocumentId>,
    /// The claims about it, in order of document and span.
    pub claims: Vec<ClaimId>,
    /// For each measure and group the range that the sources support, the broadest group first.
    pub figures: Vec<Figure>,
}
