use std::fmt;

use rashomon_extractor::ClaimId;

mod verdict; // the one function that decides
mod reason; // why, in the claims' own words
mod statement; // the same deed, affirmed and denied
#[cfg(test)]
mod tests;

pub(crate) use reason::quote;
pub use verdict::relate;
pub(crate) use verdict::{Verdict, judge};

/// On what two claims differ, so that they do not speak of the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Axis {
    /// Killed is not wounded.
    Measure,
    /// Turkish soldiers are not Syrian soldiers.
    Group,
    /// Another happening.
    Event,
    /// Another place.
    Place,
    /// Monday is not the month.
    Window,
    /// Another perpetrator.
    Agent,
    /// Kilometres are not people.
    Unit,
}

/// What two claims are to each other. Where it has a direction, it reads "a updates b".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// They cannot both be true.
    Contradicts,
    /// The figure moved, and the texts say so.
    Updates,
    /// The later says that the earlier was wrong.
    Retracts,
    /// One counts a part of the other's whole.
    PartOf,
    /// One's numbers lie inside the other's.
    Refines,
    /// The same numbers.
    Agrees,
    /// Some number would make both true.
    Compatible,
    /// They speak of different things.
    DifferentScope(Axis),
}

impl Relation {
    /// The name that reports and programs use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Contradicts => "contradicts",
            Self::Updates => "updates",
            Self::Retracts => "retracts",
            Self::PartOf => "part_of",
            Self::Refines => "refines",
            Self::Agrees => "agrees",
            Self::Compatible => "compatible",
            Self::DifferentScope(_) => "different_scope",
        }
    }
}

impl fmt::Display for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Two claims that were compared, and the verdict with its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The claim that the relation reads from.
    pub a: ClaimId,
    /// The claim that it reads to.
    pub b: ClaimId,
    /// The verdict.
    pub relation: Relation,
    /// A later figure of the same thing, whatever the verdict.
    pub revises: bool,
    /// One sentence, made of the claims' own words.
    pub why: String,
}
