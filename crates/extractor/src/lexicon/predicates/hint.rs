//! Words around a predicate: those that carry it, and small ones that tell of it.

use serde::Deserialize;

/// How words that are no predicates themselves carry one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Carrier {
    /// "**accused** the army of shelling the camp"
    Accuse,
    /// "**carried out** the raid"
    Carry,
    /// "**denied** the reports"
    Deny,
    /// "**failed** to comply"
    Failing,
    /// "**managed** to escape"
    Managing,
    /// "the shooting **took place** outside"
    Occur,
}

/// Small words around a predicate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hint {
    /// "the raid **on** the camp"
    Toward,
    /// "blamed Turkey **for** the raid"
    Fault,
    /// "fighting **between** the two"
    Between,
    /// "**without** informing them"
    Without,
    /// "a **possible** attack"
    Possible,
    /// "denied **it**"
    Echo,
    /// "**along** the border"
    Site,
    /// "its **failure** to comply"
    Failure,
    /// "a **suspected** attack"
    Perhaps,
    /// "people", "town": in many deeds
    Common,
    /// "**lied** when he claimed"
    Lie,
    /// "the **crash**"
    Event,
    /// "the rebels **themselves**"
    Reflexive,
    /// "the **deal**": what binds those who made it
    Pact,
    /// "the **claims** that"
    Claims,
    /// "denied any **role**"
    Part,
}
