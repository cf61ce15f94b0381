use rashomon_extractor::{
    Article, Attribution, DocumentId, PlaceMention, QuantityMention, Span, TimeMention,
};
use serde::Serialize;

use super::Claim;

/// What was read of one document.
#[derive(Debug, Serialize)]
pub(crate) struct Annotation<'a> {
    pub document: &'a DocumentId,
    pub sentences: &'a [Span],
    pub quantities: &'a [QuantityMention],
    pub times: &'a [TimeMention],
    pub places: &'a [PlaceMention],
    pub attributions: &'a [Attribution],
    pub claims: Vec<Claim>,
}

impl<'a> Annotation<'a> {
    pub(crate) fn new(article: &'a Article) -> Self {
        Self {
            document: &article.document,
            sentences: &article.sentences,
            quantities: &article.quantities,
            times: &article.times,
            places: &article.places,
            attributions: &article.attributions,
            claims: article
                .claims
                .iter()
                .map(|claim| Claim::new(claim, Vec::new()))
                .collect(),
        }
    }
}
