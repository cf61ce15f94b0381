//! What is being counted: killed, wounded, displaced, refugees, …

use std::{fmt, sync::Arc};

use serde::Serialize;

use crate::Lexicon;

/// A measure of the lexicon ("killed"), or the counted noun itself ("observation posts").
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Measure(pub(crate) Arc<str>);

impl Measure {
    /// The measure's name in reports and filters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is a level on its day (refugees in a country), not something that happens.
    ///
    /// So is every thing that is only counted: "12 observation posts".
    pub fn is_stock(&self) -> bool {
        let measures = &Lexicon::builtin().measures;
        measures.id(&self.0).is_none_or(|id| measures.is_stock(id))
    }

    /// The measure that contains it: the dead are among the casualties.
    pub fn within(&self) -> Option<Self> {
        let measures = &Lexicon::builtin().measures;
        let outer = measures.within(measures.id(&self.0)?)?;
        Some(Self(outer.clone()))
    }
}

impl From<&str> for Measure {
    fn from(name: &str) -> Self {
        Self(name.into())
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
