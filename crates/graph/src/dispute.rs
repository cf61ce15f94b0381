use std::fmt;

use rashomon_extractor::{ClaimId, Measure, StableHash};
use serde::{Serialize, Serializer};

use crate::EventId;

/// A dispute's name, the same in every run: it depends on its claims only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DisputeId(pub u64);

impl DisputeId {
    /// The name of a dispute between these claims.
    pub(crate) fn of(sides: &[Side], fits_several: &[ClaimId]) -> Self {
        let claims = sides.iter().flat_map(|side| &side.claims);
        let mut claims: Vec<ClaimId> = claims.chain(fits_several).copied().collect();
        claims.sort_unstable();
        let hash = claims.iter().fold(StableHash::default(), |hash, claim| {
            hash.with(claim.0.to_le_bytes())
        });
        Self(hash.value())
    }
}

impl fmt::Display for DisputeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "d{:016x}", self.0)
    }
}

impl Serialize for DisputeId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What kind of question the sources answer differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DisputeKind {
    /// How many?
    Count,
    /// Sums that cannot hold together.
    Arithmetic,
    /// When?
    Date,
    /// Where?
    Place,
    /// Who did it?
    Responsibility,
    /// Is it so?
    Denial,
    /// What was it?
    Attribute,
}

/// Whether the words leave any way out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// They cannot all be true as worded.
    Hard,
    /// A plain reading can reconcile them.
    Soft,
}

/// One answer to a dispute's question, and the claims that give it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// "6", "30–35", "at least 13"
    pub answer: String,
    /// The claims that give it, in order of document and span.
    pub claims: Vec<ClaimId>,
}

/// Claims of one event that cannot all be true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// Its stable name.
    pub id: DisputeId,
    /// The event that it is about.
    pub event: EventId,
    /// What kind of question is answered differently.
    pub kind: DisputeKind,
    /// Whether the words leave a way out.
    pub severity: Severity,
    /// What is counted, if it is a matter of counts.
    pub measure: Option<Measure>,
    /// "How many Turkish soldiers were killed in Idlib on 3 February 2020?"
    pub question: String,
    /// The answers, the lowest first.
    pub sides: Vec<Side>,
    /// Claims that more than one side could live with: "at least 12" beside 27 and 31.
    pub fits_several: Vec<ClaimId>,
    /// Why it is a disagreement, in one or two sentences.
    pub why: String,
    /// "13 − 5 = 8 > 6", where it takes a sum to see it.
    pub sum: Option<String>,
}
