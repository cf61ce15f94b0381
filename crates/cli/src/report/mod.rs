//! What was found, in plain strings and numbers; each format is one way to show it.

mod words; // "3 disputes", "a, b and c"
mod voice; // who says it, where, when
mod claim; // a claim as reports tell it
mod statement; // who did what, as a sentence
mod event; // an event and its figures
mod dispute; // sides, and the words that they rest on
mod relation; // pairs that were compared, and what was let go
mod annotation; // what was read of one document
mod selection; // which findings are told
mod site; // where words stand in a file
mod baseline; // disputes that are known already
mod news; // what is new since an earlier report
mod verification; // whether a report still holds of its documents
mod explanation; // why claims were set against each other
mod summary; // the answer in a line
mod source; // a document to quote from
mod terminal; // what a text report is seen on
mod overview; // a report on one screen
mod snippet; // words marked in their line
mod text; // for people at a terminal
mod markdown; // for people who write
pub(crate) mod json; // for programs
mod picture; // what is drawn
mod template; // words put into markup
pub(crate) mod html; // for a browser
pub(crate) mod csv; // for tables
pub(crate) mod schema; // the shape of the JSON
mod index; // documents, claims and events by their ids
mod network; // what pictures of a report show
mod dot; // for Graphviz
mod xml; // elements, escaped
pub(crate) mod svg; // a picture without Graphviz
pub(crate) mod graphml; // for Gephi and yEd
pub(crate) mod linked; // for graphs of knowledge
mod github; // for GitHub Actions
pub(crate) mod junit; // for test dashboards
pub(crate) mod sarif; // for code scanning
#[cfg(test)]
mod fixture; // one report for all of them

use std::collections::{BTreeMap, BTreeSet};

use rashomon_extractor::{ClaimId, DocumentId, Published};
use rashomon_graph::{EventId, Findings, Rule};
use schemars::JsonSchema;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::read::{Problem, Reading};

use self::source::Source;
pub(crate) use self::{
    annotation::{Annotated, Annotation},
    baseline::Baseline,
    claim::Claim,
    dispute::{Dispute, Quote},
    dot::Dot,
    event::Event,
    explanation::Explanation,
    github::GitHub,
    markdown::Markdown,
    news::News,
    overview::Overview,
    relation::{LetGo, Relation},
    selection::Selection,
    terminal::Terminal,
    text::Text,
    verification::Verification,
    words::Plain,
};

/// The report of one run; its fields are the JSON that other programs read.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct Report {
    /// The version of this format.
    #[schemars(extend("const" = "rashomon.report/1"))]
    pub schema: &'static str,
    /// By which recorder's convention the figures were picked.
    pub figures_rule: &'static str,
    /// Every document that was read, in input order.
    pub documents: Vec<Document>,
    /// Every claim.
    pub claims: Vec<Claim>,
    /// What happened, once each.
    pub events: Vec<Event>,
    /// Questions that the sources answer differently.
    pub disputes: Vec<Dispute>,
    /// Disputes that a check does not tell, as its baseline knows them.
    #[serde(skip)]
    pub known: Vec<Dispute>,
    /// Pairs of claims that were compared, those let go too.
    pub relations: Vec<Relation>,
    /// How many more pairs were compared than are listed.
    pub relations_left_out: usize,
    /// How many wholes have so many parts that they were not added up to the end.
    pub sums_stopped: usize,
    /// What could not be read, or not as it stood.
    pub problems: Vec<Problem>,
}

/// A document, as far as a report needs it.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct Document {
    /// Its `id` in the input, else its path.
    #[schemars(with = "String")]
    pub id: DocumentId,
    /// Who published it.
    pub outlet: Option<String>,
    /// On which side its outlet stands, if the desk knows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet_side: Option<String>,
    /// When.
    #[schemars(with = "Option<schema::Published>")]
    pub published: Option<Published>,
    /// Its headline.
    pub title: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Where it stands on the web.
    pub url: Option<String>,
    /// Of the text that all spans point into.
    pub sha256: String,
    /// The event that it is mainly about.
    #[schemars(with = "Option<String>")]
    pub event: Option<EventId>,
    /// The document that it repeats.
    #[schemars(with = "Option<String>")]
    pub copy_of: Option<DocumentId>,
    /// Only with `--with-text`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl Report {
    /// Puts what was found into words.
    pub(crate) fn new(reading: &Reading, findings: &Findings, rule: Rule) -> Self {
        let events_of = event::of_claims(&findings.events);
        let context = Context {
            sources: by_id(&reading.documents),
            claims: findings.claims.iter().map(|c| (c.id, c)).collect(),
            copies: &findings.copy_of,
        };
        Self {
            schema: "rashomon.report/1",
            figures_rule: rule.name(),
            documents: (reading.documents.iter())
                .map(|document| Document::new(document, findings))
                .collect(),
            claims: (findings.claims.iter())
                .map(|claim| {
                    let events = events_of.get(&claim.id).cloned().unwrap_or_default();
                    Claim::new(claim, events)
                })
                .collect(),
            events: findings.events.iter().map(Event::new).collect(),
            disputes: (findings.disputes.iter())
                .map(|dispute| Dispute::new(dispute, &findings.events, &context))
                .collect(),
            known: Vec::new(),
            relations: (findings.relations.iter())
                .map(|pair| Relation::new(pair, &context))
                .collect(),
            relations_left_out: findings.relations_left_out,
            sums_stopped: findings.sums_stopped,
            problems: reading.problems.clone(),
        }
    }

    /// The events that some document is mainly about, with the figures that are known of them.
    fn main_events(&self) -> impl Iterator<Item = &Event> {
        let main: BTreeSet<EventId> = self.documents.iter().filter_map(|d| d.event).collect();
        (self.events.iter())
            .filter(move |event| main.contains(&event.id) && !event.figures.is_empty())
    }

    /// Figures that moved: why, the earlier one, the later one.
    fn moved(&self) -> impl Iterator<Item = (LetGo, &Quote, &Quote)> {
        (self.relations.iter()).filter_map(|relation| match relation.quotes.as_slice() {
            [later, earlier] => Some((relation.let_go?, earlier, later)),
            _ => None,
        })
    }

    /// The same report with the texts that its spans point into.
    pub(crate) fn with_text(mut self, documents: &[rashomon_extractor::Document]) -> Self {
        for (told, document) in self.documents.iter_mut().zip(documents) {
            told.text = Some(document.text.clone());
        }
        self
    }
}

impl Document {
    fn new(document: &rashomon_extractor::Document, findings: &Findings) -> Self {
        let owned = |field: &Option<std::sync::Arc<str>>| field.as_deref().map(str::to_owned);
        Self {
            id: document.id.clone(),
            outlet: owned(&document.outlet),
            outlet_side: None,
            published: document.published,
            title: owned(&document.title),
            author: owned(&document.author),
            url: owned(&document.url),
            sha256: sha256(&document.text),
            event: findings.main_event.get(&document.id).copied(),
            copy_of: findings.copy_of.get(&document.id).cloned(),
            text: None,
        }
    }
}

/// Where quotes and voices are looked up.
struct Context<'a> {
    sources: BTreeMap<&'a DocumentId, Source<'a>>,
    claims: BTreeMap<ClaimId, &'a rashomon_extractor::Claim>,
    copies: &'a BTreeMap<DocumentId, DocumentId>,
}

impl Context<'_> {
    /// The document whose text this one repeats, or itself.
    fn original<'d>(&'d self, document: &'d str) -> &'d str {
        let original = self.copies.get(&DocumentId::from(document));
        original.map_or(document, DocumentId::as_str)
    }

    /// The claim's words where they stand, and who says them.
    fn quote(&self, id: ClaimId) -> Option<Quote> {
        let claim = self.claims.get(&id)?;
        let source = self.sources.get(&claim.evidence.document);
        let mut quote = Quote::new(claim, source);
        quote.is_copy = self.copies.contains_key(&claim.evidence.document);
        Some(quote)
    }
}

fn by_id(documents: &[rashomon_extractor::Document]) -> BTreeMap<&DocumentId, Source<'_>> {
    documents.iter().map(|d| (&d.id, Source::new(d))).collect()
}

fn sha256(text: &str) -> String {
    use std::fmt::Write as _;
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(text) {
        // writing to a string cannot fail
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}
