//! Whether what one short text says follows from another, or cannot be so beside it.

use rashomon_extractor::{Gist, Quantity};

use crate::{
    Relation, Told,
    reach::{Meeting, meeting},
    relate,
};

/// So many of a text's words, in percent, must be the other's if it is to follow from that.
const SHARED: usize = 60;

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
///
/// `contrast` holds the figures in which they differ, where they do in nothing else.
pub fn implication(a: &Gist, b: &Gist, contrast: Option<&[Quantity; 2]>) -> Implication {
    if let Some([ours, theirs]) = contrast {
        return figures(ours, theirs);
    }
    if contradicts(a, b) {
        return Implication::Contradicts;
    }
    if repeats_words(a, b) && supports_figures(a, b) {
        return Implication::Agrees;
    }
    Implication::Unrelated
}

/// "Six" makes "more than five" true, and "eight" false; "more than five" leaves "six" open.
///
/// Nothing is rounded here: who changes one figure of a sentence means the change.
fn figures(ours: &Quantity, theirs: &Quantity) -> Implication {
    let (ours, theirs) = (ours.allows(), theirs.allows());
    if theirs.covers(ours) {
        Implication::Agrees
    } else if ours.meets(theirs) {
        Implication::Unrelated
    } else {
        Implication::Contradicts
    }
}

fn contradicts(a: &Gist, b: &Gist) -> bool {
    let (a, b) = (&a.article, &b.article);
    b.claims.iter().any(|theirs| {
        let theirs = Told::new(b, theirs);
        let mut ours = a.claims.iter().map(|ours| Told::new(a, ours));
        ours.any(|ours| relate(&ours, &theirs).relation == Relation::Contradicts)
    })
}

fn repeats_words(a: &Gist, b: &Gist) -> bool {
    let shared = b.words().filter(|word| a.tells(word)).count();
    shared * 100 >= b.words().count() * SHARED
}

/// Whether each figure of `b` is one that `a` gives, too.
fn supports_figures(a: &Gist, b: &Gist) -> bool {
    b.article.quantities.iter().all(|theirs| {
        a.article.quantities.iter().any(|ours| {
            let (ours, theirs) = (&ours.quantity, &theirs.quantity);
            let apart = matches!(meeting(ours, theirs), Meeting::Nothing { .. });
            ours.unit() == theirs.unit() && !apart
        })
    })
}

#[cfg(test)]
mod tests {
    use rashomon_extractor::{Lexicon, contrast};

    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, expected: Implication) {
        let lexicon = Lexicon::builtin();
        let gist = |text: &str| Gist::read(lexicon, text);
        let contrast = contrast(lexicon, a, b);
        let found = implication(&gist(a), &gist(b), contrast.as_ref());
        assert_eq!(found, expected, "{a} × {b}");
    }

    #[test]
    fn an_exact_figure_makes_its_bounds_true() {
        let (six, bound) = ("The mill has 6 wheels.", "The mill has more than 5 wheels.");
        check(six, bound, Implication::Agrees);
        check(bound, six, Implication::Unrelated);
        check(
            six,
            "The mill has fewer than 5 wheels.",
            Implication::Contradicts,
        );
    }

    #[test]
    fn other_words_may_say_the_same() {
        let long = "Six Turkish soldiers were killed near Saraqib on Monday, the ministry said.";
        check(long, "Six Turkish soldiers killed", Implication::Agrees);
        check(
            long,
            "Nine Turkish soldiers killed",
            Implication::Contradicts,
        );
        check(
            long,
            "The harvest failed in six provinces.",
            Implication::Unrelated,
        );
    }
}
