//! Why two claims were set against each other, or why not.

use std::fmt;

use annotate_snippets::{Group, Level};
use rashomon_extractor::{Article, Claim, ClaimId, Document};
use rashomon_graph::{Findings, Pair, Told, relate};

use super::{
    Claim as Row, Quote, by_id, event,
    snippet::{renderer, snippet},
    words::Plain,
};

/// Claims side by side, and what each pair of them is.
pub(crate) struct Explanation {
    claims: Vec<Explained>,
    pairs: Vec<Pair>,
    /// With colours.
    pub styled: bool,
}

struct Explained {
    row: Row,
    quote: Quote,
    events: Vec<String>,
}

impl Explanation {
    /// Explains the claims and disputes whose ids begin like this.
    ///
    /// The message says which id is not known, or not to one claim alone.
    pub(crate) fn new(
        ids: &[String],
        documents: &[Document],
        articles: &[Article],
        findings: &Findings,
    ) -> Result<Self, String> {
        let mut chosen: Vec<ClaimId> = Vec::new();
        for id in ids {
            for claim in named(id, findings)? {
                if !chosen.contains(&claim) {
                    chosen.push(claim);
                }
            }
        }
        let told: Vec<Told> = (articles.iter())
            .flat_map(|article| article.claims.iter().map(|claim| Told::new(article, claim)))
            .collect();
        let told: Vec<Told> = (chosen.iter())
            .filter_map(|id| told.iter().find(|told| told.claim.id == *id).copied())
            .collect();
        let mut pairs = Vec::new();
        for (index, a) in told.iter().enumerate() {
            pairs.extend(told[index + 1..].iter().map(|b| relate(a, b)));
        }
        let sources = by_id(documents);
        let events = event::of_claims(&findings.events);
        let explain = |claim: &Claim| {
            let of = events.get(&claim.id).cloned().unwrap_or_default();
            let label = |event: &&rashomon_graph::Event| of.contains(&event.id);
            Explained {
                row: Row::new(claim, of.clone()),
                quote: Quote::new(claim, sources.get(&claim.evidence.document)),
                events: (findings.events.iter())
                    .filter(label)
                    .map(|event| format!("{}: {}", event.id, event.label))
                    .collect(),
            }
        };
        Ok(Self {
            claims: told.iter().map(|told| explain(told.claim)).collect(),
            pairs,
            styled: false,
        })
    }
}

/// The claims that an id stands for: one claim, or all of a dispute.
fn named(id: &str, findings: &Findings) -> Result<Vec<ClaimId>, String> {
    let disputes = findings.disputes.iter();
    let disputes: Vec<_> = disputes
        .filter(|dispute| dispute.id.to_string().starts_with(id))
        .collect();
    let claims = findings.claims.iter().map(|claim| claim.id);
    let claims: Vec<ClaimId> = claims
        .filter(|claim| claim.to_string().starts_with(id))
        .collect();
    match (disputes.as_slice(), claims.as_slice()) {
        ([dispute], []) => Ok((dispute.sides.iter())
            .flat_map(|side| side.claims.iter().copied())
            .collect()),
        ([], [claim]) => Ok(vec![*claim]),
        ([], []) => Err(format!(
            "no claim or dispute `{id}` in these documents; `rashomon annotate` lists claims"
        )),
        _ => Err(format!("`{id}` begins several ids; give more of it")),
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for claim in &self.claims {
            let row = &claim.row;
            let group = Group::with_level(Level::INFO).element(snippet(&claim.quote, &row.says()));
            writeln!(f, "{}", renderer(self.styled).render(&[group]))?;
            writeln!(f, "   {}", Plain(row.note()))?;
            for event in &claim.events {
                writeln!(f, "   event {}", Plain(event))?;
            }
            writeln!(f)?;
        }
        for pair in &self.pairs {
            writeln!(f, "{} {} {}", pair.a, pair.relation, pair.b)?;
            writeln!(f, "   why: {}", Plain(&pair.why))?;
            if !self.share_event(pair) {
                writeln!(
                    f,
                    "   but they speak of different events, so they were not set against each other"
                )?;
            }
        }
        Ok(())
    }
}

impl Explanation {
    fn share_event(&self, pair: &Pair) -> bool {
        let events = |id: ClaimId| {
            let claim = self.claims.iter().find(|claim| claim.row.id == id);
            claim
                .map(|claim| claim.row.events.as_slice())
                .unwrap_or_default()
        };
        events(pair.a)
            .iter()
            .any(|event| events(pair.b).contains(event))
    }
}
