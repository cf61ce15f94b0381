//! What is being counted: killed, wounded, displaced, refugees, …

use borsh::{BorshDeserialize, BorshSerialize};
use std::{fmt, sync::Arc};

use serde::Serialize;

/// A measure of the lexicon ("killed"), or the counted noun itself ("observation posts").
#[derive(
    BorshDeserialize, BorshSerialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize,
)]
#[serde(transparent)]
pub struct Measure(pub(crate) Arc<str>);

impl Measure {
    /// The measure's name in reports and filters.
    pub fn as_str(&self) -> &str {
        &self.0
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
