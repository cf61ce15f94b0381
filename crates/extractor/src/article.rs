//! All that was read of one document.

use std::sync::Arc;

use crate::{
    Attribution, Claim, Document, DocumentId, Fingerprint, Lexicon, PlaceMention, Published,
    QuantityMention, Span, TimeMention, Topic, attribution, place, quantity, sentence,
    sentence::Sentence, time,
};

/// What was read of one document: its mentions, its claims, and what the document is about.
#[derive(Clone, Debug)]
pub struct Article {
    /// Which document.
    pub document: DocumentId,
    /// Who published it.
    pub outlet: Option<Arc<str>>,
    /// When.
    pub published: Option<Published>,
    /// Its sentences.
    pub sentences: Vec<Span>,
    /// Every quantity that it states.
    pub quantities: Vec<QuantityMention>,
    /// Every time expression.
    pub times: Vec<TimeMention>,
    /// Every place that it names.
    pub places: Vec<PlaceMention>,
    /// Who is named for which words.
    pub attributions: Vec<Attribution>,
    /// What it claims, in reading order.
    pub claims: Vec<Claim>,
    /// What it is about.
    pub topic: Topic,
    /// By which copies of it are known.
    pub fingerprint: Fingerprint,
}

/// Reads a document: its mentions and claims, in reading order.
///
/// The same document gives the same article, on every machine.
pub fn read(lexicon: &Lexicon, document: &Document) -> Article {
    let text = document.text.as_str();
    let spans = sentence::sentences(document);
    let sentences: Vec<Sentence> = spans
        .iter()
        .map(|&span| Sentence::read(lexicon, text, span))
        .collect();
    let mut article = Article {
        document: document.id.clone(),
        outlet: document.outlet.clone(),
        published: document.published,
        sentences: spans,
        quantities: Vec::new(),
        times: Vec::new(),
        places: Vec::new(),
        attributions: attribution::attributions(lexicon, text, &sentences),
        claims: Vec::new(),
        topic: Topic::default(),
        fingerprint: Fingerprint::default(),
    };
    for sentence in &sentences {
        let times = time::times(lexicon, text, sentence, document.published);
        let mut taken = vec![false; sentence.tokens.len()];
        for time in &times {
            taken[time.tokens.clone()].fill(true);
        }
        article
            .quantities
            .extend(quantity::quantities(lexicon, text, sentence, &taken));
        article
            .places
            .extend(place::places(lexicon, text, sentence));
        article.times.extend(times);
    }
    article
}
