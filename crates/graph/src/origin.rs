//! Who stands behind a claim: articles that repeat one speaker or one wire text are one origin.

use std::sync::Arc;

use rashomon_extractor::Claim;

/// The independent source of a claim.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Origin {
    /// The speaker who is quoted, in lower case.
    Speaker(Arc<str>),
    /// The agency that the credit line names, the outlet, or the document itself.
    Publisher(Arc<str>),
}

impl Origin {
    /// The origin of a claim whose document says `publisher` in its own voice.
    pub(crate) fn of(claim: &Claim, publisher: &Arc<str>) -> Self {
        match claim.speakers.last() {
            Some(speaker) => Self::Speaker(speaker.to_lowercase().into()),
            None => Self::Publisher(publisher.clone()),
        }
    }
}
