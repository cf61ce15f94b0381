use std::collections::{BTreeMap, BTreeSet};

use rashomon_extractor::{Article, DocumentId};

/// What a desk knows of documents that no text says: which tell of one event, and which do not.
///
/// Where two pins contradict each other, that they tell of one event goes first.
#[derive(Clone, Debug, Default)]
pub struct Pins {
    /// Documents that are mainly about one event.
    pub same: Vec<Vec<DocumentId>>,
    /// Documents no two of which are mainly about one event.
    pub different: Vec<Vec<DocumentId>>,
}

/// The pins of a run, by the numbers of its articles.
#[derive(Debug, Default)]
pub(crate) struct Pinned {
    /// Pairs that belong together.
    pub(crate) same: Vec<(usize, usize)>,
    /// For each article that it concerns, those that it stays apart from.
    apart: BTreeMap<usize, BTreeSet<usize>>,
}

impl Pinned {
    /// The pins of these articles, which are in order of id.
    pub(crate) fn new(pins: &Pins, articles: &[&Article]) -> Self {
        let index = |id: &DocumentId| articles.binary_search_by(|a| a.document.cmp(id)).ok();
        let mut pinned = Self::default();
        for documents in &pins.same {
            let found: Vec<usize> = documents.iter().filter_map(index).collect();
            pinned
                .same
                .extend(found.windows(2).map(|pair| (pair[0], pair[1])));
        }
        for documents in &pins.different {
            let found: Vec<usize> = documents.iter().filter_map(index).collect();
            for &a in &found {
                let others = found.iter().filter(|&&b| b != a);
                pinned.apart.entry(a).or_default().extend(others);
            }
        }
        pinned
    }

    /// Whether two groups of articles may be one, as far as `root` tells which group one is in.
    pub(crate) fn allows(&self, a: usize, b: usize, mut root: impl FnMut(usize) -> usize) -> bool {
        self.apart.iter().all(|(&one, others)| {
            let own = root(one);
            let other = match own {
                _ if own == a => b,
                _ if own == b => a,
                _ => return true,
            };
            others.iter().all(|&article| root(article) != other)
        })
    }
}
