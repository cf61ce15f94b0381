//! What a document is about: where, when, what happened, and the names that are special to it.

mod happening; // which kind of happening words name
mod setting; // the main place and the main days
mod term; // content words and names, with how often they stand in the text

use borsh::{BorshDeserialize, BorshSerialize};
use std::{collections::BTreeMap, sync::Arc};

use crate::{
    Document, Lexicon, Place, Window,
    article::{Heading, Mentions},
    sentence::Sentence,
};

pub(crate) use happening::happening;
pub(crate) use setting::is_of_page;
pub(crate) use term::terms;

/// What a document is mainly about, as far as its headline and lead tell.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default)]
pub struct Topic {
    /// Kinds of happening, the most prominent first: clash, airstrike, earthquake.
    pub kinds: Vec<Arc<str>>,
    /// Places, the most prominent first.
    pub places: Vec<Place>,
    /// The days of its main event.
    pub when: Window,
    /// Its headline or lead names those days; else they are those about its publication.
    pub dated: bool,
    /// Content words and names in folded form, with how often they stand in the text.
    pub terms: BTreeMap<Arc<str>, u32>,
}

/// How many sentences are the lead, which tells what the article is about.
const LEAD: usize = 4;

/// What the document is about; its terms are read apart, as only linking asks for them.
pub(crate) fn topic(
    lexicon: &Lexicon,
    document: &Document,
    heading: Option<&Heading<'_>>,
    sentences: &[Sentence],
    mentions: &[Mentions],
) -> Topic {
    let lead = lead(sentences);
    let (when, dated) = setting::when(lexicon, document, heading, &sentences[..lead], mentions);
    Topic {
        kinds: happening::kinds(lexicon, heading, sentences, lead),
        places: setting::places(heading, mentions, lead),
        when,
        dated,
        terms: BTreeMap::new(),
    }
}

/// The number of the sentence behind the lead; sentences of furniture are not counted.
fn lead(sentences: &[Sentence]) -> usize {
    let article = sentences.iter().enumerate();
    article
        .filter(|(_, sentence)| sentence.tokens.len() > 3)
        .nth(LEAD)
        .map_or(sentences.len(), |(at, _)| at)
}
