//! Stories: which documents are mainly about the same happening.

mod terms; // what is special to a document
mod likeness; // how alike two documents are

use rashomon_extractor::Article;

use crate::{network::Clusters, pins::Pinned};

use likeness::{Profile, likeness};
use terms::Terms;

/// From here on two documents are about one happening.
const LINKED: f64 = 0.14;

/// A cluster's core must hold to the other's at least this well, so that no chain of reports runs
/// from one shooting to the next.
const HELD: f64 = 0.11;

/// So many documents speak for a cluster.
const CORE: usize = 6;

/// The stories of a run: for each article the story it belongs to, the first article standing for it.
///
/// `articles` are in order of id.
pub(crate) fn stories(articles: &[&Article], pinned: &Pinned) -> Vec<usize> {
    let terms = Terms::of(articles);
    let profiles: Vec<Profile> = articles
        .iter()
        .map(|article| Profile::of(article))
        .collect();
    let alike = |a: usize, b: usize| likeness(&profiles[a], &profiles[b], terms.cosine(a, b));
    let mut links: Vec<(f64, usize, usize)> = terms
        .candidates(&profiles)
        .into_iter()
        .map(|(a, b)| (alike(a, b), a, b))
        .filter(|(likeness, _, _)| *likeness >= LINKED)
        .collect();
    links.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let mut growth = Growth::of(articles.len());
    for &(a, b) in &pinned.same {
        growth.join(a, b);
    }
    for (_, a, b) in links {
        let (a, b) = (growth.clusters.of(a), growth.clusters.of(b));
        let is_allowed = a != b && pinned.allows(a, b, |article| growth.clusters.of(article));
        if is_allowed && holds(&growth.cores[a], &growth.cores[b], alike) {
            growth.join(a, b);
        }
    }
    let mut story = vec![0; articles.len()];
    for members in growth.clusters.all() {
        for &member in &members {
            story[member] = members[0];
        }
    }
    story
}

/// Clusters while they grow.
struct Growth {
    clusters: Clusters,
    /// For the root of each cluster the documents that speak for it.
    cores: Vec<Vec<usize>>,
}

impl Growth {
    fn of(articles: usize) -> Self {
        Self {
            clusters: Clusters::new(articles),
            cores: (0..articles).map(|article| vec![article]).collect(),
        }
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.clusters.of(a), self.clusters.of(b));
        if a == b {
            return;
        }
        self.clusters.join(a, b);
        let root = self.clusters.of(a);
        let other = std::mem::take(&mut self.cores[if root == a { b } else { a }]);
        self.cores[root].extend(other);
        self.cores[root].sort_unstable();
        self.cores[root].truncate(CORE);
    }
}

/// Whether two clusters hold together, not just two of their documents.
#[allow(clippy::cast_precision_loss)]
fn holds(a: &[usize], b: &[usize], alike: impl Fn(usize, usize) -> f64) -> bool {
    let all: f64 = a
        .iter()
        .flat_map(|&a| b.iter().map(move |&b| (a, b)))
        .map(|(a, b)| alike(a, b))
        .sum();
    all / (a.len() * b.len()) as f64 >= HELD
}
