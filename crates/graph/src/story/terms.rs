//! The words that are special to a document among the others.

use rashomon_extractor::{Amount, Article, Claim, Form, StableHash};

use super::likeness::Profile;

/// So many of a document's rarest words look for others that share them.
const KEYS: usize = 32;

/// A word is looked up among so many neighbours in time; a story of a thousand articles is a chain
/// of such neighbours, not a million pairs.
const NEIGHBOURS: usize = 8;

/// So many rare words must be shared before two documents are compared; one may be chance.
const SHARED: usize = 2;

/// A text of so few words may share all it has and still share but one.
const BRIEF: usize = 8;

/// Documents that no collection holds, so that the words of a small one still weigh something.
const ELSEWHERE: f64 = 100.0;

/// The weighted words of every document.
pub(crate) struct Terms {
    /// For each document its words by hash, each with its weight; lengths are one.
    documents: Vec<Vec<(u64, f64)>>,
}

/// Where a word stands: its hash, the document, its place there.
type Standing = (u64, u32, u32);

impl Terms {
    pub(crate) fn of(articles: &[&Article]) -> Self {
        let mut documents: Vec<Vec<(u64, f64)>> =
            articles.iter().map(|article| counted(article)).collect();
        weigh(&mut documents);
        for document in &mut documents {
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

    /// Pairs of documents that share rare words and lie near each other in time, each once.
    pub(crate) fn candidates(&self, profiles: &[Profile]) -> Vec<(usize, usize)> {
        let mut keys: Vec<(u64, Option<i32>, u32)> = Vec::new();
        for (document, terms) in self.documents.iter().enumerate() {
            let mut rarest = terms.clone();
            rarest.sort_unstable_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
            let keyed = rarest.into_iter().take(KEYS);
            let profile = &profiles[document];
            keys.extend(keyed.map(|term| (term.0, profile.day, document as u32)));
            keys.extend(
                profile
                    .ground()
                    .map(|ground| (ground, profile.day, document as u32)),
            );
        }
        keys.sort_unstable();
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        for (place, &(word, _, a)) in keys.iter().enumerate() {
            let near = keys[place + 1..].iter().take(NEIGHBOURS);
            let near = near.take_while(|key| key.0 == word);
            pairs.extend(near.map(|&(_, _, b)| (a.min(b), a.max(b))));
        }
        pairs.sort_unstable();
        pairs
            .chunk_by(|x, y| x == y)
            .map(|shared| (shared[0].0 as usize, shared[0].1 as usize, shared.len()))
            .filter(|&(a, b, shared)| {
                let words = self.documents[a].len().min(self.documents[b].len());
                shared >= SHARED || words <= BRIEF
            })
            .map(|(a, b, _)| (a, b))
            .collect()
    }
}

/// What a shared toll weighs beside a shared word.
const TOLL: f64 = 2.0;

/// The words of a document by hash, each with a weight that grows slowly with its number, and its
/// tolls: few other documents say "43 killed".
fn counted(article: &Article) -> Vec<(u64, f64)> {
    let mut terms: Vec<(u64, f64)> = article
        .topic
        .terms
        .iter()
        .map(|(term, &times)| {
            let hash = StableHash::default().with(&**term).value();
            (hash, (1.0 + f64::from(times.max(1)).ln()).sqrt())
        })
        .collect();
    terms.extend(tolls(article));
    terms.sort_unstable_by_key(|term| term.0);
    terms.dedup_by_key(|term| term.0);
    terms
}

/// The figures of what happened that are more than one and no vague word.
fn tolls(article: &Article) -> impl Iterator<Item = (u64, f64)> + '_ {
    let counts = article.claims.iter().filter_map(Claim::count);
    let told = counts.filter(|count| {
        let quantity = &count.quantity;
        let figure = quantity.low().or(quantity.high());
        !count.stock && quantity.form() != Form::Vague && figure > Some(Amount::from(1))
    });
    told.map(|count| {
        let figure = |end: Option<Amount>| end.map_or(String::new(), |end| end.to_string());
        let hash = StableHash::default()
            .with(count.measure.as_str())
            .with(figure(count.quantity.low()))
            .with(figure(count.quantity.high()));
        (hash.value(), TOLL)
    })
}

/// Multiplies each word's weight by its rarity among all documents.
#[allow(clippy::cast_precision_loss)]
fn weigh(documents: &mut [Vec<(u64, f64)>]) {
    let mut standings: Vec<Standing> = Vec::new();
    for (document, terms) in documents.iter().enumerate() {
        let places = terms.iter().enumerate();
        standings.extend(places.map(|(place, term)| (term.0, document as u32, place as u32)));
    }
    standings.sort_unstable();
    let all = documents.len() as f64 + ELSEWHERE;
    for word in standings.chunk_by(|x, y| x.0 == y.0) {
        let rarity = (all / word.len() as f64).ln();
        for &(_, document, place) in word {
            documents[document as usize][place as usize].1 *= rarity;
        }
    }
}
