//! Whether what one short text says follows from another, or cannot be so beside it.

use rashomon_extractor::Article;

use crate::{Relation, Told, relate};

/// What a second text is to a first one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Implication {
    /// Whoever believes the first believes the second.
    Agrees,
    /// They cannot both be so.
    Contradicts,
    /// Neither: what is merely compatible is unrelated here.
    Unrelated,
}

impl Implication {
    /// The name that programs use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Contradicts => "contradicts",
            Self::Unrelated => "unrelated",
        }
    }
}

/// What `b` is to `a`, the two taken as reports of one event.
pub fn implication(a: &Article, b: &Article) -> Implication {
    let mut follows = !b.claims.is_empty();
    for theirs in &b.claims {
        let mut found = false;
        for ours in &a.claims {
            let pair = relate(&Told::new(a, ours), &Told::new(b, theirs));
            match pair.relation {
                Relation::Contradicts => return Implication::Contradicts,
                Relation::Agrees => found = true,
                // "six" makes "at least five" true, not the other way round
                Relation::Refines => found |= pair.a == ours.id,
                Relation::Updates
                | Relation::Retracts
                | Relation::PartOf
                | Relation::Compatible
                | Relation::DifferentScope(_) => {}
            }
        }
        follows &= found;
    }
    if follows {
        Implication::Agrees
    } else {
        Implication::Unrelated
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::told::tests::articles;

    #[track_caller]
    fn check(a: &str, b: &str, expected: Implication) {
        let articles = articles(&format!("{a}; doc a\n{b}; doc b"));
        assert_eq!(implication(&articles[0], &articles[1]), expected);
    }

    #[test]
    fn an_exact_figure_makes_its_bounds_true() {
        check(
            "killed 6 soldiers",
            "killed ≥5 soldiers",
            Implication::Agrees,
        );
        check(
            "killed ≥5 soldiers",
            "killed 6 soldiers",
            Implication::Unrelated,
        );
    }

    #[test]
    fn two_figures_of_one_thing_cannot_both_be_so() {
        check(
            "killed 6 soldiers",
            "killed 8 soldiers",
            Implication::Contradicts,
        );
        check(
            "killed 6 soldiers",
            "wounded 8 soldiers",
            Implication::Unrelated,
        );
    }
}
