//! Who says so: source, cue and content.

use std::sync::Arc;

use serde::Serialize;

use crate::{Lexicon, Span, Stance, sentence::Sentence};

/// A stretch of text that somebody is named for: "12 people died, **police** *said*".
///
/// Source, cue and content are the terms of the PARC and `PolNeAR` annotations.
#[derive(Clone, Debug, Serialize)]
pub struct Attribution {
    /// The words that name the speaker, where there are any.
    pub source: Option<Span>,
    /// The words that mark the report: "said", "according to".
    pub cue: Option<Span>,
    /// What is attributed.
    pub content: Span,
    /// The speaker's resolved name: "he" becomes the person, "U.N." the United Nations.
    pub speaker: Option<Arc<str>>,
    /// The attitude that the cue gives the speaker: "denied" denies, "may have" hedges.
    #[serde(skip)]
    pub stance: Stance,
}

/// The attributions of a document, in the order of their content.
pub(crate) fn attributions(
    _lexicon: &Lexicon,
    _text: &str,
    _sentences: &[Sentence],
) -> Vec<Attribution> {
    Vec::new()
}
