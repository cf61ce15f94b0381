//! Places by name, with what they lie in.

#[doc(hidden)]
pub mod fold; // one spelling for the many of a name
mod gazetteer; // the table of places
mod context; // what a document has named so far
mod run; // capitalised words that stand together
mod evidence; // what the words around a name say of it
mod choice; // which of the places of one name
mod read; // runs → places

use std::{ops::Range, sync::Arc};

use serde::Serialize;

use crate::Span;
pub(crate) use read::Reader;

/// A place of the gazetteer, or one that a text names and the gazetteer does not know.
///
/// ```
/// use rashomon_extractor::Place;
/// let place = Place::new("Saraqib", &["Idlib", "Syria"]);
/// assert!(Place::new("Syria", &[]).contains(&place));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Place {
    /// Its name, in the gazetteer's spelling.
    pub name: Arc<str>,
    /// What it lies in, smallest first: Idlib, Syria.
    pub within: Vec<Arc<str>>,
}

impl Place {
    /// A place and what it lies in, smallest first.
    pub fn new(name: &str, within: &[&str]) -> Self {
        Self {
            name: name.into(),
            within: within.iter().map(|&name| name.into()).collect(),
        }
    }

    /// Whether `other` is this place or lies in it.
    pub fn contains(&self, other: &Self) -> bool {
        self == other || {
            // the same name with the same surroundings, somewhere up the other's chain
            let mut rest = other.within.as_slice();
            let mut found = false;
            while let Some((name, above)) = rest.split_first() {
                found |=
                    *name == self.name && self.within.iter().all(|outer| above.contains(outer));
                rest = above;
            }
            found
        }
    }

    /// The outermost name: its country, as a rule.
    pub fn root(&self) -> &Arc<str> {
        self.within.last().unwrap_or(&self.name)
    }
}

/// A place where a text names it.
#[derive(Clone, Debug, Serialize)]
pub struct PlaceMention {
    /// Its words.
    pub span: Span,
    /// Which place.
    #[serde(flatten)]
    pub place: Place,
    /// How the text speaks of it.
    #[serde(skip)]
    pub(crate) role: Role,
    /// Its tokens in the sentence.
    #[serde(skip)]
    pub(crate) tokens: Range<usize>,
}

/// How a text speaks of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    /// Where the report was filed: "**ANKARA**, Feb 3 (Reuters) -".
    Dateline,
    /// Where something happens: "in **Idlib**", "the town of **Saraqib**".
    Located,
    /// Otherwise named, often as one who acts: "**Turkey** said", "to **Ankara**".
    Named,
}
