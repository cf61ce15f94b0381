//! Groups of people and things that are counted: "Turkish soldiers".

use std::{fmt, sync::Arc};

use serde::{Serialize, Serializer};

/// Whom or what a claim counts: a side and a role, as far as the words give them.
///
/// "Turkish soldiers" has the side Turkey and the kinds soldiers, combatants, people.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Group {
    /// The text's own words without the number: "Turkish soldiers"; "people" where none are given.
    pub name: Arc<str>,
    /// Country, faction or organisation they belong to: "Turkey", "Hamas".
    pub side: Option<Arc<str>>,
    /// What they are, narrowest first, each contained in the next: children, civilians, people.
    pub kinds: Vec<Arc<str>>,
}

impl Group {
    /// People of whom nothing more is said.
    pub fn people() -> Self {
        Self {
            name: "people".into(),
            side: None,
            kinds: vec!["people".into()],
        }
    }
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl Serialize for Group {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.name.serialize(serializer)
    }
}
