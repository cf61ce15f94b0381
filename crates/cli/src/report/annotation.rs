use std::fmt;

use annotate_snippets::{AnnotationKind, Group, Level, Snippet};
use rashomon_extractor::{
    Article, Attribution, Document, DocumentId, PlaceMention, QuantityMention, Span, TimeMention,
};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    Claim, schema, snippet,
    source::Source,
    terminal::Terminal,
    words::{Count, Plain},
};

/// What was read of one document; its fields are the JSON that other programs read.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct Annotation<'a> {
    /// The document's id.
    #[schemars(with = "String")]
    pub document: &'a DocumentId,
    /// Where each sentence stands.
    #[schemars(with = "Vec<schema::Span>")]
    pub sentences: &'a [Span],
    /// Every quantity, counted or not.
    #[schemars(with = "Vec<schema::QuantityMention>")]
    pub quantities: &'a [QuantityMention],
    /// Time expressions with their days.
    #[schemars(with = "Vec<schema::TimeMention>")]
    pub times: &'a [TimeMention],
    /// Places that are named.
    #[schemars(with = "Vec<schema::PlaceMention>")]
    pub places: &'a [PlaceMention],
    /// Who says what.
    #[schemars(with = "Vec<schema::Attribution>")]
    pub attributions: &'a [Attribution],
    /// What the document claims.
    pub claims: Vec<Claim>,
    /// Only with `--with-text`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub text: Option<&'a str>,
}

impl<'a> Annotation<'a> {
    pub(crate) fn new(article: &'a Article, text: Option<&'a str>) -> Self {
        Self {
            document: &article.document,
            sentences: &article.sentences,
            quantities: &article.quantities,
            times: &article.times,
            places: &article.places,
            attributions: &article.attributions,
            claims: (article.claims.iter())
                .map(|claim| Claim::new(claim, Vec::new()))
                .collect(),
            text,
        }
    }
}

/// A document's claims as text, each under the words that it rests on.
pub(crate) struct Annotated<'a> {
    pub annotation: &'a Annotation<'a>,
    pub document: &'a Document,
    pub terminal: Terminal,
}

impl fmt::Display for Annotated<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let annotation = self.annotation;
        writeln!(
            f,
            "{}: {}, {}, {}, {}, {}, {}",
            Plain(annotation.document),
            Count(annotation.sentences.len(), "sentence"),
            Count(annotation.quantities.len(), "figure"),
            Count(annotation.times.len(), "time"),
            Count(annotation.places.len(), "place"),
            Count(annotation.attributions.len(), "attribution"),
            Count(annotation.claims.len(), "claim"),
        )?;
        let renderer = snippet::renderer(self.terminal);
        let source = Source::new(self.document);
        for claims in annotation.claims.chunk_by(|a, b| a.sentence == b.sentence) {
            writeln!(f, "{}", renderer.render(&[sentence(&source, claims)]))?;
        }
        writeln!(f)
    }
}

/// A sentence with the claims that it makes.
fn sentence<'a>(source: &Source<'a>, claims: &'a [Claim]) -> Group<'a> {
    let lines = source.lines(claims[0].sentence, claims[0].sentence);
    let notes = claims.iter().map(|claim| {
        AnnotationKind::Primary
            .span(claim.span.start() - lines.start..claim.span.end() - lines.start)
            .label(Plain(claim.note()).to_string())
    });
    let snippet = Snippet::source(&source.document.text[lines.clone()])
        .path(source.document.id.as_str())
        .line_start(source.line(lines.start))
        .annotations(notes);
    Group::with_level(Level::INFO).element(snippet)
}
