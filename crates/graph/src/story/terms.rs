//! The words that are special to a document among the others.

use rashomon_extractor::{Article, StableHash};

use super::likeness::Profile;

/// So many of a document's rarest words look for others that share them.
const KEYS: usize = 24;

/// A word is looked up among so many neighbours in time; a story of a thousand articles is a chain
/// of such neighbours, not a million pairs.
const NEIGHBOURS: usize = 12;

/// Documents that no collection holds, so that the words of a small one still weigh something.
const ELSEWHERE: f64 = 20.0;

/// The weighted words of every document.
pub(crate) struct Terms {
    /// For each document its words by hash, each with its weight; lengths are one.
    documents: Vec<Vec<(u64, f64)>>,
}

impl Terms {
    #[allow(clippy::cast_precision_loss)]
    pub(crate) fn of(articles: &[&Article]) -> Self {
        let mut documents: Vec<Vec<(u64, f64)>> = articles
            .iter()
            .map(|article| {
                let terms = article.topic.terms.iter();
                let mut terms: Vec<(u64, f64)> = terms
                    .map(|(term, &times)| {
                        let hash = StableHash::default().with(&**term).value();
                        (hash, 1.0 + f64::from(times.max(1)).ln())
                    })
                    .collect();
                terms.sort_unstable_by_key(|term| term.0);
                terms
            })
            .collect();
        let mut all: Vec<u64> = documents.iter().flatten().map(|term| term.0).collect();
        all.sort_unstable();
        let held = |hash: u64| {
            let first = all.partition_point(|&other| other < hash);
            all[first..].partition_point(|&other| other == hash)
        };
        let documents_held = articles.len() as f64;
        for document in &mut documents {
            for (hash, weight) in document.iter_mut() {
                let rarity = (documents_held + ELSEWHERE) / held(*hash) as f64;
                *weight *= rarity.ln().max(0.0);
            }
            let length = document.iter().map(|(_, w)| w * w).sum::<f64>().sqrt();
            for (_, weight) in document.iter_mut() {
                *weight /= length.max(f64::MIN_POSITIVE);
            }
        }
        Self { documents }
    }

    /// How much two documents share of what is special to them, from nought to one.
    pub(crate) fn cosine(&self, a: usize, b: usize) -> f64 {
        let (mut ours, mut theirs) = (self.documents[a].iter(), self.documents[b].iter());
        let (mut x, mut y) = (ours.next(), theirs.next());
        let mut sum = 0.0;
        while let (Some(a), Some(b)) = (x, y) {
            match a.0.cmp(&b.0) {
                std::cmp::Ordering::Less => x = ours.next(),
                std::cmp::Ordering::Greater => y = theirs.next(),
                std::cmp::Ordering::Equal => {
                    sum += a.1 * b.1;
                    x = ours.next();
                    y = theirs.next();
                }
            }
        }
        sum
    }

    /// Pairs of documents that share a rare word and lie near each other in time, each once.
    pub(crate) fn candidates(&self, profiles: &[Profile]) -> Vec<(usize, usize)> {
        let mut keys: Vec<(u64, Option<i32>, usize)> = Vec::new();
        for (document, terms) in self.documents.iter().enumerate() {
            let mut rarest: Vec<&(u64, f64)> = terms.iter().collect();
            rarest.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
            let keyed = rarest.into_iter().take(KEYS);
            keys.extend(keyed.map(|term| (term.0, profiles[document].day, document)));
        }
        keys.sort_unstable();
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for (place, &(word, _, a)) in keys.iter().enumerate() {
            let near = keys[place + 1..].iter().take(NEIGHBOURS);
            let near = near.take_while(|key| key.0 == word);
            pairs.extend(near.map(|&(_, _, b)| (a.min(b), a.max(b))));
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }
}
