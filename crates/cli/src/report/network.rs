//! A report as a network: events, their questions, the answers, and the claims that give them.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_extractor::ClaimId;
use rashomon_graph::EventId;

use super::{Claim, Dispute, Report, dispute::Side, index::Index, relation::LetGo};

/// Claims of one answer that are drawn; the others are counted.
const CLAIMS: usize = 6;
/// Figures that moved that are drawn of one event; the others are counted.
const MOVES: usize = 40;

/// What pictures of a report show; all ways to draw it start here.
pub(super) struct Network<'r> {
    pub(super) clusters: Vec<Cluster<'r>>,
    pub(super) index: Index<'r>,
}

/// An event with what is open about it.
pub(super) struct Cluster<'r> {
    pub(super) id: EventId,
    pub(super) label: &'r str,
    pub(super) questions: Vec<Question<'r>>,
    pub(super) moves: Vec<Move<'r>>,
    /// Figures that moved and are not drawn.
    pub(super) moves_left_out: usize,
}

/// A dispute with its answers.
pub(super) struct Question<'r> {
    pub(super) dispute: &'r Dispute,
    pub(super) answers: Vec<Answer<'r>>,
}

/// One side of a dispute.
pub(super) struct Answer<'r> {
    /// A, B, C: which colour it has, for those who see none.
    pub(super) letter: char,
    pub(super) side: &'r Side,
    /// Each voice once.
    pub(super) claims: Vec<&'r Claim>,
    /// Claims of further voices.
    pub(super) left_out: usize,
}

/// A figure that moved, or was withdrawn.
pub(super) struct Move<'r> {
    pub(super) withdrawn: bool,
    pub(super) earlier: &'r Claim,
    pub(super) later: &'r Claim,
    pub(super) why: &'r str,
}

impl<'r> Network<'r> {
    /// The disputes and moved figures of a report; claims that have no part in them are left out.
    pub(super) fn new(report: &'r Report) -> Self {
        let index = Index::new(report);
        let mut clusters: BTreeMap<EventId, Cluster<'r>> = BTreeMap::new();
        for dispute in &report.disputes {
            let cluster = (clusters.entry(dispute.event))
                .or_insert_with(|| Cluster::new(dispute.event, &dispute.event_label));
            cluster.questions.push(Question::new(dispute, &index));
        }
        for relation in &report.relations {
            let withdrawn = match relation.let_go {
                Some(LetGo::Updates) => false,
                Some(LetGo::Retracts) => true,
                _ => continue,
            };
            let [Some(later), Some(earlier)] = relation.claims.map(|id| index.claim(id)) else {
                continue;
            };
            let mut events = later.events.iter().filter(|id| earlier.events.contains(id));
            let Some(event) = events.find_map(|&id| index.event(id)) else {
                continue;
            };
            let cluster =
                (clusters.entry(event.id)).or_insert_with(|| Cluster::new(event.id, &event.label));
            if cluster.moves.len() == MOVES {
                cluster.moves_left_out += 1;
                continue;
            }
            cluster.moves.push(Move {
                withdrawn,
                earlier,
                later,
                why: &relation.why,
            });
        }
        let clusters = clusters.into_values().collect();
        Self { clusters, index }
    }
}

impl<'r> Cluster<'r> {
    fn new(id: EventId, label: &'r str) -> Self {
        Self {
            id,
            label,
            questions: Vec::new(),
            moves: Vec::new(),
            moves_left_out: 0,
        }
    }

    /// Every claim that is drawn, once: those of answers first.
    pub(super) fn claims(&self) -> Vec<(&'r Claim, Option<char>)> {
        let answers = self.questions.iter().flat_map(|question| &question.answers);
        let of_answers = answers.flat_map(|answer| {
            answer
                .claims
                .iter()
                .map(|claim| (*claim, Some(answer.letter)))
        });
        let of_moves =
            (self.moves.iter()).flat_map(|step| [(step.earlier, None), (step.later, None)]);
        let mut seen: BTreeSet<ClaimId> = BTreeSet::new();
        of_answers
            .chain(of_moves)
            .filter(|(claim, _)| seen.insert(claim.id))
            .collect()
    }
}

impl<'r> Question<'r> {
    fn new(dispute: &'r Dispute, index: &Index<'r>) -> Self {
        let letters = ('A'..='Z').cycle();
        Self {
            dispute,
            answers: (dispute.sides.iter().zip(letters))
                .map(|(side, letter)| Answer::new(side, letter, index))
                .collect(),
        }
    }
}

impl<'r> Answer<'r> {
    fn new(side: &'r Side, letter: char, index: &Index<'r>) -> Self {
        let mut voices = BTreeSet::new();
        let mut claims: Vec<&Claim> = (side.claims.iter())
            .filter_map(|&id| index.claim(id))
            .filter(|claim| voices.insert((index.voice(claim), claim.says())))
            .collect();
        let left_out = claims.len().saturating_sub(CLAIMS);
        // a line that says that one is missing takes as much room as the one
        let shown = if left_out == 1 { claims.len() } else { CLAIMS };
        claims.truncate(shown);
        Self {
            letter,
            side,
            left_out: if left_out == 1 { 0 } else { left_out },
            claims,
        }
    }
}
