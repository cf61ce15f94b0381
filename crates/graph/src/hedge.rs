//! Figures whose hedge stands elsewhere in their sentence: "43 killed: at least 43 people died".

use std::{collections::BTreeMap, sync::Arc};

use rashomon_extractor::{Amount, Article, Claim, ClaimId, Content, Form, Measure, Quantity, Span};

use crate::scope::group_key;

/// What a sentence counts, and the figure that it gives without its hedge.
type Key = (Span, Measure, (Arc<str>, Option<Arc<str>>), Amount);

/// Claims of an article that state a bare figure which the same sentence hedges, each with the
/// hedge put back: one sentence means one figure.
pub(crate) fn hedged(article: &Article) -> BTreeMap<ClaimId, Claim> {
    let mut figures: BTreeMap<Key, (&Quantity, &[Arc<str>])> = BTreeMap::new();
    for claim in &article.claims {
        if let Some((key, quantity)) = figure(claim)
            && matches!(quantity.form(), Form::AtLeast | Form::Approx)
        {
            figures.entry(key).or_insert((quantity, &claim.speakers));
        }
    }
    let mut hedged = BTreeMap::new();
    for claim in &article.claims {
        let Some((key, quantity)) = figure(claim) else {
            continue;
        };
        let Some((hedge, speakers)) = figures.get(&key) else {
            continue;
        };
        let one_voice = claim.speakers.is_empty() || claim.speakers == **speakers;
        if quantity.form() == Form::Exact && one_voice {
            hedged.insert(claim.id, with(claim, hedge));
        }
    }
    hedged
}

fn figure(claim: &Claim) -> Option<(Key, &Quantity)> {
    let count = claim.count()?;
    let key = (
        claim.evidence.sentence,
        count.measure.clone(),
        group_key(count),
        count.quantity.low()?,
    );
    Some((key, &count.quantity))
}

fn with(claim: &Claim, hedge: &Quantity) -> Claim {
    let mut claim = claim.clone();
    if let Content::Count(count) = &mut claim.content {
        count.quantity = hedge.clone();
    }
    claim
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::told::tests::articles;

    /// What the claims of one sentence say once their hedges are put back.
    #[track_caller]
    fn check(lines: &str, expected: &str) {
        let mut article = articles(lines).remove(0);
        for claim in &mut article.claims {
            claim.evidence.sentence = Span::new(0, 1_000);
        }
        let hedged = hedged(&article);
        let figures: Vec<String> = article
            .claims
            .iter()
            .filter_map(|claim| hedged.get(&claim.id).unwrap_or(claim).count())
            .map(|count| count.quantity.to_string())
            .collect();
        assert_eq!(figures.join(", "), expected);
    }

    #[test]
    fn one_sentence_means_one_figure() {
        check(
            "killed 43 people; doc a
             killed ≥43 people; doc a; says Observatory",
            "at least 43, at least 43",
        );
    }

    #[test]
    fn another_speaker_may_be_sure() {
        check(
            "killed 43 people; doc a; says Ministry
             killed ≥43 people; doc a; says Observatory",
            "43, at least 43",
        );
    }

    #[test]
    fn another_group_keeps_its_figure() {
        check(
            "killed 43 civilians; doc a
             killed ≥43 people; doc a",
            "43, at least 43",
        );
    }
}
