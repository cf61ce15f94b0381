use std::collections::BTreeMap;

use rashomon_extractor::ClaimId;
use rashomon_graph::{Axis, Pair};
use schemars::JsonSchema;
use serde::Serialize;

use super::{Context, Quote, schema};

/// Two claims that were compared, and the verdict with its reason.
#[derive(Debug, JsonSchema, Serialize)]
#[allow(clippy::struct_field_names)] // the JSON's own words
pub(crate) struct Relation {
    /// a and b: "a updates b".
    #[schemars(with = "[String; 2]")]
    pub claims: [ClaimId; 2],
    /// What a is to b.
    #[schemars(with = "schema::RelationName")]
    pub relation: &'static str,
    /// On what they differ, where they speak of different things.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub axis: Option<&'static str>,
    /// The one is a later figure of the same thing, whatever the verdict.
    pub revises: bool,
    /// The reason in a sentence.
    pub why: String,
    /// The words of both, where a report shows them: figures that moved.
    #[serde(skip)]
    pub quotes: Vec<Quote>,
    /// Why the pair is no dispute; `None` where it is one.
    #[serde(skip)]
    pub let_go: Option<LetGo>,
}

/// Why two claims that were compared are no dispute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum LetGo {
    /// The figure moved, and the texts say so.
    Updates,
    /// One was withdrawn.
    Retracts,
    Compatible,
    Refines,
    Agrees,
    PartOf,
    Differs(Axis),
}

impl LetGo {
    fn new(relation: rashomon_graph::Relation) -> Option<Self> {
        use rashomon_graph::Relation;
        Some(match relation {
            Relation::Contradicts => return None,
            Relation::Updates => Self::Updates,
            Relation::Retracts => Self::Retracts,
            Relation::PartOf => Self::PartOf,
            Relation::Refines => Self::Refines,
            Relation::Agrees => Self::Agrees,
            Relation::Compatible => Self::Compatible,
            Relation::DifferentScope(axis) => Self::Differs(axis),
        })
    }

    /// In a stranger's words.
    pub(crate) fn reason(self) -> &'static str {
        match self {
            Self::Updates => "the figure moved",
            Self::Retracts => "one was withdrawn",
            Self::PartOf => "one counts a part of the other",
            Self::Refines => "one is more exact than the other",
            Self::Agrees => "both say the same",
            Self::Compatible => "both can be true",
            Self::Differs(Axis::Measure) => "they count different things",
            Self::Differs(Axis::Group) => "they count different groups",
            Self::Differs(Axis::Event) => "they speak of different events",
            Self::Differs(Axis::Place) => "they speak of different places",
            Self::Differs(Axis::Window) => "they speak of different days",
            Self::Differs(Axis::Agent) => "they speak of different perpetrators",
            Self::Differs(Axis::Unit) => "they count in different units",
        }
    }
}

impl Relation {
    pub(super) fn new(pair: &Pair, context: &Context<'_>) -> Self {
        let let_go = LetGo::new(pair.relation);
        let moved = matches!(let_go, Some(LetGo::Updates | LetGo::Retracts));
        let quotes = if moved {
            let both = [pair.a, pair.b];
            both.iter().filter_map(|&id| context.quote(id)).collect()
        } else {
            Vec::new()
        };
        Self {
            claims: [pair.a, pair.b],
            relation: pair.relation.name(),
            axis: match let_go {
                Some(LetGo::Differs(axis)) => Some(axis_name(axis)),
                _ => None,
            },
            revises: pair.revises,
            why: pair.why.clone(),
            quotes,
            let_go,
        }
    }
}

/// How many pairs were let go for each reason, and the first of them to show.
pub(crate) fn let_go(relations: &[Relation]) -> Vec<(LetGo, usize, &str)> {
    let mut counts: BTreeMap<LetGo, (usize, &str)> = BTreeMap::new();
    for relation in relations {
        if let Some(reason) = relation.let_go {
            counts.entry(reason).or_insert((0, &relation.why)).0 += 1;
        }
    }
    let mut counts: Vec<_> = counts
        .into_iter()
        .map(|(reason, (n, why))| (reason, n, why))
        .collect();
    counts.sort_by_key(|&(reason, n, _)| (std::cmp::Reverse(n), reason));
    counts
}

fn axis_name(axis: Axis) -> &'static str {
    match axis {
        Axis::Measure => "measure",
        Axis::Group => "group",
        Axis::Event => "event",
        Axis::Place => "place",
        Axis::Window => "window",
        Axis::Agent => "agent",
        Axis::Unit => "unit",
    }
}
