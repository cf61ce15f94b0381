use std::collections::BTreeSet;

use rashomon_extractor::{Polarity, Stance, Statement};

use super::{Axis, Relation, Verdict, reason::Reason};
use crate::{
    Told,
    scope::{self, Extent},
};

/// What two statements are to each other: the same deed of the same parties, affirmed or denied.
pub(super) fn judge(a: &Told, b: &Told, ours: &Statement, theirs: &Statement) -> Verdict {
    if ours.predicate != theirs.predicate {
        return Verdict::apart(Axis::Measure);
    }
    if !shares(&ours.subject, &theirs.subject) || !shares(&ours.object, &theirs.object) {
        return Verdict::apart(Axis::Group);
    }
    if scope::window(&a.claim.scope, &b.claim.scope, false) == Extent::Apart {
        return Verdict::apart(Axis::Window);
    }
    if holds(a, ours) == holds(b, theirs) {
        Verdict::statement(Relation::Agrees, Reason::Said)
    } else {
        Verdict::statement(Relation::Contradicts, Reason::Denied)
    }
}

/// Whether the speaker says that it is so.
fn holds(told: &Told, statement: &Statement) -> bool {
    (statement.polarity == Polarity::Affirmed) == (told.claim.stance != Stance::Denies)
}

/// Whether two names share a word of weight: "the Turkish army", "Turkish forces". Nothing said is
/// shared by all.
fn shares(a: &str, b: &str) -> bool {
    let (ours, theirs) = (words(a), words(b));
    ours.is_empty() || theirs.is_empty() || ours.intersection(&theirs).next().is_some()
}

fn words(name: &str) -> BTreeSet<String> {
    name.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 3 || word.chars().any(char::is_uppercase))
        .map(str::to_lowercase)
        .collect()
}
