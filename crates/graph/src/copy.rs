//! Which documents share a text: a wire story that ten outlets print is one source.

use std::collections::BTreeMap;

use rashomon_extractor::Article;

use crate::network::Clusters;

/// From this share of common shingles on, two documents are one text.
const SAME_TEXT: f64 = 0.6;

/// A shingle that more documents hold is a standing phrase ("all rights reserved"); among those,
/// only neighbours are compared.
const NEIGHBOURS: usize = 16;

/// Texts shorter than this many shingles share too much by chance.
const SHORTEST: usize = 8;

/// For each article the one that it copies, itself where it is no copy.
///
/// Of several that share a text, the first published is the original.
pub(crate) fn originals(articles: &[&Article]) -> Vec<usize> {
    let mut holders: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (index, article) in articles.iter().enumerate() {
        for &shingle in &article.fingerprint.shingles {
            holders.entry(shingle).or_default().push(index);
        }
    }
    let mut candidates: Vec<(usize, usize)> = Vec::new();
    for held in holders.values() {
        for (place, &a) in held.iter().enumerate() {
            let near = held[place + 1..].iter().take(NEIGHBOURS);
            candidates.extend(near.map(|&b| (a, b)));
        }
    }
    candidates.sort_unstable();
    candidates.dedup();
    let mut texts = Clusters::new(articles.len());
    for (a, b) in candidates {
        let (ours, theirs) = (&articles[a].fingerprint, &articles[b].fingerprint);
        if likeness(&ours.shingles, &theirs.shingles) >= SAME_TEXT {
            texts.join(a, b);
        }
    }
    let mut originals: Vec<usize> = (0..articles.len()).collect();
    for text in texts.all() {
        let first = text.iter().copied().min_by_key(|&index| {
            let published = articles[index].published;
            (
                published.is_none(),
                published.map(|p| (p.day, p.time)),
                index,
            )
        });
        for index in text {
            originals[index] = first.unwrap_or(index);
        }
    }
    originals
}

/// The share of common shingles, estimated from the smallest hashes of both.
#[allow(clippy::cast_precision_loss)]
fn likeness(a: &[u64], b: &[u64]) -> f64 {
    let sketch = a.len().min(b.len());
    if sketch < SHORTEST {
        return 0.0;
    }
    let (mut i, mut j, mut seen, mut common) = (0, 0, 0, 0);
    while seen < sketch && i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                common += 1;
                i += 1;
                j += 1;
            }
        }
        seen += 1;
    }
    f64::from(common) / sketch as f64
}

#[cfg(test)]
mod tests {
    use rashomon_extractor::{Fingerprint, Published};

    use super::*;
    use crate::told::tests::article;

    fn text(id: &str, shingles: std::ops::Range<u64>, day: &str) -> Article {
        Article {
            fingerprint: Fingerprint {
                shingles: shingles.collect(),
                credit: None,
            },
            published: Some(Published::on(day.parse().unwrap())),
            ..article(id)
        }
    }

    #[test]
    fn the_first_published_is_the_original() {
        let articles = [
            text("a", 0..40, "2020-02-05"),
            text("b", 2..42, "2020-02-04"),
            text("c", 100..140, "2020-02-03"),
        ];
        let refs: Vec<&Article> = articles.iter().collect();
        assert_eq!(originals(&refs), [1, 1, 2]);
    }

    #[test]
    fn a_shared_paragraph_makes_no_copy() {
        let articles = [
            text("a", 0..40, "2020-02-05"),
            text("b", 30..70, "2020-02-04"),
        ];
        let refs: Vec<&Article> = articles.iter().collect();
        assert_eq!(originals(&refs), [0, 1]);
    }

    #[test]
    fn texts_of_a_few_words_are_never_copies() {
        let articles = [text("a", 0..4, "2020-02-05"), text("b", 0..4, "2020-02-04")];
        let refs: Vec<&Article> = articles.iter().collect();
        assert_eq!(originals(&refs), [0, 1]);
    }
}
