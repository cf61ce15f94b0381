use std::{collections::BTreeMap, sync::Arc};

use rashomon_extractor::{Article, Claim, ClaimId, DocumentId};

use crate::{
    Dispute, Event, EventId, Pair, Pins, Rule, Severity, Told, arithmetic,
    comparison::{self, compare},
    copy,
    event::{self, Episode, Happening},
    figure,
    hedge::hedged,
    origin::Origin,
    pins::Pinned,
    statement, story,
};

/// What a run may choose about linking.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// By which convention figures are picked.
    pub rule: Rule,
}

/// Everything that was found in a set of articles; the same whatever order they came in.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// All claims, in order of document and span.
    pub claims: Vec<Claim>,
    /// All events.
    pub events: Vec<Event>,
    /// The event that each document is mainly about.
    pub main_event: BTreeMap<DocumentId, EventId>,
    /// Documents that copy another one.
    pub copy_of: BTreeMap<DocumentId, DocumentId>,
    /// Disagreements, hard before soft.
    pub disputes: Vec<Dispute>,
    /// The pairs that were compared, contradictions first.
    pub relations: Vec<Pair>,
    /// How many compared pairs the limit of an event left out of `relations`.
    pub relations_left_out: usize,
    /// How many wholes have so many parts that they were not added up to the end.
    pub sums_stopped: usize,
}

/// Links the claims of all articles and finds where they cannot all be true.
pub fn find(articles: &[Article], options: Options) -> Findings {
    find_pinned(articles, options, &Pins::default())
}

/// Does what [`find`] does, with documents that a desk holds together or apart.
pub fn find_pinned(articles: &[Article], options: Options, pins: &Pins) -> Findings {
    let mut articles: Vec<&Article> = articles.iter().collect();
    articles.sort_by(|a, b| a.document.cmp(&b.document));
    let originals = copy::originals(&articles);
    let hedged: Vec<BTreeMap<ClaimId, Claim>> = articles.iter().map(|a| hedged(a)).collect();
    let pinned = Pinned::new(pins, &articles);
    let run = Run::new(&articles, &originals, &hedged, &pinned);
    let mut happenings = run.happenings(&articles);
    let statements = run.statements(articles.len());
    let mut findings = Findings {
        copy_of: copies(&articles, &originals),
        ..Findings::default()
    };
    let mut origins_of: BTreeMap<crate::DisputeId, usize> = BTreeMap::new();
    for happening in &mut happenings {
        happening.event.figures =
            figure::figures(&happening.claims, &run.told, &run.origins, options.rule);
        let found = compare(&happening.event, &happening.claims, &run.told, &run.origins);
        for dispute in &found.disputes {
            origins_of.insert(dispute.id, run.independent(dispute));
        }
        findings.disputes.extend(found.disputes);
        findings.relations.extend(found.pairs);
        findings.relations_left_out += found.left_out;
        findings.sums_stopped += found.sums_stopped;
    }
    for dispute in run.statement_disputes(&happenings, &statements) {
        origins_of.insert(dispute.id, run.independent(&dispute));
        findings.disputes.push(dispute);
    }
    let story = &run.story;
    let sums = arithmetic::across(&happenings, &run.document, story, &run.told, &run.origins);
    for dispute in &sums.disputes {
        origins_of.insert(dispute.id, run.independent(dispute));
    }
    findings.disputes.extend(sums.disputes);
    for happening in &mut happenings {
        let main = happening.main.iter();
        let told: Vec<usize> = main.flat_map(|&main| &statements[main]).copied().collect();
        happening.tell(&told, &run.told);
    }
    findings.disputes.sort_by_key(|dispute| {
        let origins = origins_of.get(&dispute.id).copied().unwrap_or_default();
        (
            dispute.severity != Severity::Hard,
            usize::MAX - origins,
            dispute.event,
            dispute.measure.clone(),
            dispute.id,
        )
    });
    findings
        .relations
        .sort_by_key(|pair| comparison::rank(pair.relation));
    for happening in happenings {
        for &document in &happening.main {
            findings
                .main_event
                .insert(articles[document].document.clone(), happening.event.id);
        }
        findings.events.push(happening.event);
    }
    findings.claims = claims(&articles);
    findings
}

/// The claims as the texts state them, in order of document and span.
fn claims(articles: &[&Article]) -> Vec<Claim> {
    // a vector that doubles as it grows holds a million claims three times over
    let all = articles.iter().map(|article| article.claims.len()).sum();
    let mut claims = Vec::with_capacity(all);
    for article in articles {
        let first = claims.len();
        claims.extend(article.claims.iter().cloned());
        claims[first..].sort_by_key(|claim| (claim.evidence.span, claim.id));
    }
    claims
}

fn copies(articles: &[&Article], originals: &[usize]) -> BTreeMap<DocumentId, DocumentId> {
    let id = |index: usize| articles[index].document.clone();
    let copies = originals.iter().enumerate();
    copies
        .filter(|(copy, original)| copy != *original)
        .map(|(copy, original)| (id(copy), id(*original)))
        .collect()
}

/// The claims of a run in order of document and span, with what their documents add.
struct Run<'a> {
    told: Vec<Told<'a>>,
    /// For each claim its document.
    document: Vec<usize>,
    /// For each claim who stands behind it.
    origins: Vec<Origin>,
    index: BTreeMap<ClaimId, usize>,
    /// For each document its story.
    story: Vec<usize>,
}

impl<'a> Run<'a> {
    fn new(
        articles: &[&'a Article],
        originals: &[usize],
        hedged: &'a [BTreeMap<ClaimId, Claim>],
        pinned: &Pinned,
    ) -> Self {
        let mut run = Self {
            told: Vec::new(),
            document: Vec::new(),
            origins: Vec::new(),
            index: BTreeMap::new(),
            story: story::stories(articles, pinned),
        };
        for (index, article) in articles.iter().enumerate() {
            let publisher = publisher(articles[originals[index]]);
            let mut claims: Vec<&Claim> = article.claims.iter().collect();
            claims.sort_by_key(|claim| (claim.evidence.span, claim.id));
            for claim in claims {
                let claim = hedged[index].get(&claim.id).unwrap_or(claim);
                run.index.insert(claim.id, run.told.len());
                run.told.push(Told::new(article, claim));
                run.document.push(index);
                run.origins.push(Origin::of(claim, &publisher));
            }
        }
        run
    }

    fn happenings(&self, articles: &[&Article]) -> Vec<Happening> {
        let claims: Vec<&Claim> = self.told.iter().map(|told| told.claim).collect();
        let settings = event::settings(&self.story, articles);
        let mut episodes: Vec<Episode> = Vec::new();
        let mut first = 0;
        for (index, article) in articles.iter().enumerate() {
            let last = first + article.claims.len();
            episodes.extend(event::episodes(
                index,
                article,
                &settings[index],
                first..last,
                &claims,
            ));
            first = last;
        }
        let groups = event::linked(&episodes, &self.story, articles, &claims);
        event::events(&groups, &episodes, articles, &claims)
    }

    /// Disputes about statements, within each event and across those of one affair.
    fn statement_disputes(
        &self,
        happenings: &[Happening],
        statements: &[Vec<usize>],
    ) -> Vec<Dispute> {
        let parts: Vec<statement::Part> = happenings
            .iter()
            .filter(|happening| !happening.main.is_empty())
            .map(|happening| {
                let main = happening.main.iter();
                statement::Part {
                    event: &happening.event,
                    claims: main.flat_map(|&main| &statements[main]).copied().collect(),
                }
            })
            .collect();
        statement::disputes(&parts, &self.told)
    }

    /// For each document its statements.
    fn statements(&self, documents: usize) -> Vec<Vec<usize>> {
        let mut statements = vec![Vec::new(); documents];
        for (claim, &document) in self.document.iter().enumerate() {
            if self.told[claim].claim.count().is_none() {
                statements[document].push(claim);
            }
        }
        statements
    }

    /// How many independent origins take part in a dispute.
    fn independent(&self, dispute: &Dispute) -> usize {
        let claims = dispute.sides.iter().flat_map(|side| &side.claims);
        let mut origins: Vec<&Origin> = claims
            .filter_map(|claim| Some(&self.origins[*self.index.get(claim)?]))
            .collect();
        origins.sort_unstable();
        origins.dedup();
        origins.len()
    }
}

/// Whose voice a document's own voice is: its agency's, its outlet's, or its own.
fn publisher(article: &Article) -> Arc<str> {
    let name = article
        .fingerprint
        .credit
        .as_deref()
        .or(article.outlet.as_deref())
        .unwrap_or(article.document.as_str());
    name.to_lowercase().into()
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod pinned;
