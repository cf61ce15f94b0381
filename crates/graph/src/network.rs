//! The one place that names `petgraph`: sets that grow together, and the network of claims.

use std::collections::BTreeMap;

use petgraph::{
    graph::{NodeIndex, UnGraph},
    unionfind::UnionFind,
};
use rashomon_extractor::ClaimId;

use crate::{Pair, Relation};

/// Things that turn out to belong together: documents of one story, claims of one event.
#[derive(Clone, Debug)]
pub(crate) struct Clusters(UnionFind<usize>);

impl Clusters {
    /// So many things, each alone.
    pub(crate) fn new(things: usize) -> Self {
        Self(UnionFind::new(things))
    }

    /// Says that two things belong together.
    pub(crate) fn join(&mut self, a: usize, b: usize) {
        self.0.union(a, b);
    }

    /// The thing that stands for all that belong together with this one.
    pub(crate) fn of(&mut self, thing: usize) -> usize {
        self.0.find_mut(thing)
    }

    /// The clusters, each in order, in the order of their first members.
    pub(crate) fn all(mut self) -> Vec<Vec<usize>> {
        let mut place = BTreeMap::new();
        let mut clusters: Vec<Vec<usize>> = Vec::new();
        for thing in 0..self.0.len() {
            let root = self.of(thing);
            let cluster = *place.entry(root).or_insert_with(|| {
                clusters.push(Vec::new());
                clusters.len() - 1
            });
            clusters[cluster].push(thing);
        }
        clusters
    }
}

/// The claims of a run and what they are to each other.
///
/// Claims are nodes; compared pairs are edges, from the claim that a relation reads from.
#[derive(Clone, Debug, Default)]
pub struct Network {
    graph: UnGraph<ClaimId, Relation>,
    nodes: BTreeMap<ClaimId, NodeIndex>,
}

impl Network {
    /// The network that the listed pairs span.
    pub fn new(pairs: &[Pair]) -> Self {
        let mut network = Self::default();
        for pair in pairs {
            let (a, b) = (network.node(pair.a), network.node(pair.b));
            network.graph.add_edge(a, b, pair.relation);
        }
        network
    }

    /// Claims that cannot be true together with `claim`, in order of id.
    pub fn rivals(&self, claim: ClaimId) -> Vec<ClaimId> {
        self.related(claim, |relation| relation == Relation::Contradicts)
    }

    /// Claims that say the same as `claim`, in order of id.
    pub fn allies(&self, claim: ClaimId) -> Vec<ClaimId> {
        self.related(claim, |relation| relation == Relation::Agrees)
    }

    fn related(&self, claim: ClaimId, wanted: impl Fn(Relation) -> bool) -> Vec<ClaimId> {
        let Some(&node) = self.nodes.get(&claim) else {
            return Vec::new();
        };
        let edges = self.graph.edges(node);
        let mut claims: Vec<ClaimId> = edges
            .filter(|edge| wanted(*edge.weight()))
            .map(|edge| {
                use petgraph::visit::EdgeRef;
                let ends = [edge.source(), edge.target()];
                self.graph[if ends[0] == node { ends[1] } else { ends[0] }]
            })
            .collect();
        claims.sort_unstable();
        claims.dedup();
        claims
    }

    fn node(&mut self, claim: ClaimId) -> NodeIndex {
        let Self { graph, nodes } = self;
        *nodes.entry(claim).or_insert_with(|| graph.add_node(claim))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clusters_stand_in_the_order_of_their_first_members() {
        let mut clusters = Clusters::new(5);
        clusters.join(3, 1);
        clusters.join(4, 2);
        assert_eq!(clusters.all(), [vec![0], vec![1, 3], vec![2, 4]]);
    }

    #[test]
    fn rivals_are_those_that_contradict() {
        let pair = |a, b, relation| Pair {
            a: ClaimId(a),
            b: ClaimId(b),
            relation,
            revises: false,
            why: String::new(),
        };
        let network = Network::new(&[
            pair(1, 2, Relation::Contradicts),
            pair(3, 1, Relation::Contradicts),
            pair(1, 4, Relation::Agrees),
        ]);
        assert_eq!(network.rivals(ClaimId(1)), [ClaimId(2), ClaimId(3)]);
        assert_eq!(network.allies(ClaimId(4)), [ClaimId(1)]);
        assert_eq!(network.rivals(ClaimId(9)), []);
    }
}
