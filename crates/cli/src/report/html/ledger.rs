//! What was let go, with the reasons; and figures that moved.

use std::collections::BTreeMap;

use rashomon_extractor::ClaimId;
use serde::Serialize;

use super::{
    super::{Report, relation::LetGo},
    excerpt::{Excerpt, first_of},
    page::Page,
};

/// Pairs that are shown for a reason.
const EXAMPLES: usize = 6;
/// Figures that moved that are shown.
const MOVED: usize = 40;

/// Pairs that were let go for one reason.
#[derive(Debug, Serialize)]
pub(super) struct Reason {
    because: &'static str,
    count: usize,
    examples: Vec<Example>,
    left_out: usize,
}

#[derive(Debug, Serialize)]
struct Example {
    words: [String; 2],
    outlets: [String; 2],
    hrefs: [Option<String>; 2],
    why: String,
}

/// A figure and the one that took its place.
#[derive(Debug, Serialize)]
pub(super) struct Move {
    withdrawn: bool,
    earlier: Excerpt,
    later: Excerpt,
}

/// For each reason how many pairs were let go, the most first.
pub(super) fn reasons(report: &Report, page: &Page<'_>) -> Vec<Reason> {
    let mut reasons: BTreeMap<LetGo, Reason> = BTreeMap::new();
    for relation in &report.relations {
        let Some(let_go) = relation.let_go else {
            continue;
        };
        let reason = reasons.entry(let_go).or_insert_with(|| Reason {
            because: let_go.reason(),
            count: 0,
            examples: Vec::new(),
            left_out: 0,
        });
        reason.count += 1;
        if reason.examples.len() < EXAMPLES {
            reason.examples.push(Example {
                words: relation.claims.map(|claim| words(claim, page)),
                outlets: relation.claims.map(|claim| outlet(claim, page)),
                hrefs: relation.claims.map(|claim| page.place(claim)),
                why: first_of(&relation.why, 300),
            });
        } else {
            reason.left_out += 1;
        }
    }
    let mut reasons: Vec<Reason> = reasons.into_values().collect();
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.count));
    reasons
}

fn words(claim: ClaimId, page: &Page<'_>) -> String {
    let claim = page.index.claim(claim);
    claim.map_or_else(String::new, |claim| first_of(&claim.quote, 160))
}

fn outlet(claim: ClaimId, page: &Page<'_>) -> String {
    let claim = page.index.claim(claim);
    claim.map_or_else(String::new, |claim| {
        first_of(&page.outlet(&claim.document), 80)
    })
}

/// Figures that moved, and how many are not shown.
pub(super) fn moves(report: &Report, page: &Page<'_>) -> (Vec<Move>, usize) {
    let moves: Vec<Move> = (report.moved().take(MOVED))
        .map(|(kind, earlier, later)| Move {
            withdrawn: kind == LetGo::Retracts,
            earlier: Excerpt::new(earlier, page),
            later: Excerpt::new(later, page),
        })
        .collect();
    let left_out = report.moved().count() - moves.len();
    (moves, left_out)
}
