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
    /// For each document its words by their numbers, each with its weight; lengths are one.
    documents: Vec<Vec<(u32, f32)>>,
}

impl Terms {
    pub(crate) fn of(articles: &[&Article]) -> Self {
        let rarities = Rarities::of(articles);
        let weighed = |article: &&Article| {
            let mut terms: Vec<(u32, f64)> = counted(article)
                .into_iter()
                .filter_map(|(word, weight)| rarities.weigh(word, weight))
                .collect();
            let length = terms.iter().map(|(_, w)| w * w).sum::<f64>().sqrt();
            for (_, weight) in &mut terms {
                *weight /= length.max(f64::MIN_POSITIVE);
            }
            terms
                .into_iter()
                .map(|(word, weight)| (word, weight as f32))
                .collect()
        };
        Self {
            documents: articles.iter().map(weighed).collect(),
        }
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
                    sum += f64::from(a.1) * f64::from(b.1);
                    x = ours.next();
                    y = theirs.next();
                }
            }
        }
        sum
    }

    /// Pairs of documents that share rare words and lie near each other in time, each once.
    pub(crate) fn candidates(&self, profiles: &[Profile]) -> Vec<(usize, usize)> {
        let grounds = 2;
        let all = self
            .documents
            .iter()
            .map(|terms| terms.len().min(KEYS) + grounds);
        let mut keys: Vec<Key> = Vec::with_capacity(all.sum());
        let mut rarest: Vec<(u32, f32)> = Vec::new();
        for (document, terms) in self.documents.iter().enumerate() {
            rarest.clone_from(terms);
            rarest.sort_unstable_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
            let profile = &profiles[document];
            let words = rarest.iter().take(KEYS).map(|term| u64::from(term.0));
            keys.extend(words.chain(profile.ground()).map(|word| Key {
                word,
                day: profile.day.unwrap_or(i32::MIN),
                document: document as u32,
            }));
        }
        keys.sort_unstable();
        // where the keys of each document stand
        let mut first = vec![0; self.documents.len() + 1];
        for key in &keys {
            first[key.document as usize + 1] += 1;
        }
        for document in 0..self.documents.len() {
            first[document + 1] += first[document];
        }
        let mut standing = vec![0u32; keys.len()];
        let mut next = first.clone();
        for (place, key) in keys.iter().enumerate() {
            let document = key.document as usize;
            standing[next[document]] = place as u32;
            next[document] += 1;
        }
        let mut pairs = Vec::new();
        let mut near: Vec<u32> = Vec::new();
        for a in 0..self.documents.len() {
            near.clear();
            for &place in &standing[first[a]..first[a + 1]] {
                let place = place as usize;
                let others = keys[place + 1..].iter().take(NEIGHBOURS);
                let others = others.take_while(|key| key.word == keys[place].word);
                near.extend(others.map(|key| key.document));
            }
            near.sort_unstable();
            for shared in near.chunk_by(|x, y| x == y) {
                let b = shared[0] as usize;
                let words = self.documents[a].len().min(self.documents[b].len());
                if b != a && (shared.len() >= SHARED || words <= BRIEF) {
                    pairs.push((a.min(b), a.max(b)));
                }
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }
}

/// A word by which a document is looked for, in order of time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    word: u64,
    day: i32,
    document: u32,
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

/// How rare each word is among all documents.
struct Rarities {
    /// The words by hash, in order; a word's place is its number.
    words: Vec<(u64, f64)>,
}

impl Rarities {
    #[allow(clippy::cast_precision_loss)]
    fn of(articles: &[&Article]) -> Self {
        let all = articles
            .iter()
            .map(|article| article.topic.terms.len() + article.claims.len());
        let mut words: Vec<u64> = Vec::with_capacity(all.sum());
        for article in articles {
            words.extend(counted(article).into_iter().map(|(word, _)| word));
        }
        words.sort_unstable();
        let all = articles.len() as f64 + ELSEWHERE;
        let words = words
            .chunk_by(|x, y| x == y)
            .map(|word| (word[0], (all / word.len() as f64).ln()))
            .collect();
        Self { words }
    }

    /// The number of a word and its weight times its rarity.
    fn weigh(&self, word: u64, weight: f64) -> Option<(u32, f64)> {
        let number = self.words.binary_search_by_key(&word, |word| word.0).ok()?;
        Some((number as u32, weight * self.words[number].1))
    }
}
