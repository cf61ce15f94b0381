//! Stories: which documents are mainly about the same happening.

mod terms; // what is special to a document
mod likeness; // how alike two documents are

use rashomon_extractor::Article;

use crate::network::Clusters;

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
pub(crate) fn stories(articles: &[&Article]) -> Vec<usize> {
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
    let mut clusters = Clusters::new(articles.len());
    let mut cores: Vec<Vec<usize>> = (0..articles.len()).map(|article| vec![article]).collect();
    for (_, a, b) in links {
        let (a, b) = (clusters.of(a), clusters.of(b));
        if a == b || !holds(&cores[a], &cores[b], alike) {
            continue;
        }
        clusters.join(a, b);
        let root = clusters.of(a);
        let other = std::mem::take(&mut cores[if root == a { b } else { a }]);
        cores[root].extend(other);
        cores[root].sort_unstable();
        cores[root].truncate(CORE);
    }
    let mut story = vec![0; articles.len()];
    for members in clusters.all() {
        for &member in &members {
            story[member] = members[0];
        }
    }
    story
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
