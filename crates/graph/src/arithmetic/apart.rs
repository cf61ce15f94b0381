use rashomon_extractor::{Count, Group, Scope, Whole};

use crate::{
    Told, calendar,
    reach::{Meeting, meeting},
};

/// Kinds of which nobody belongs to two; a row holds the kinds of one division of people.
const DIVISIONS: [&[&str]; 2] = [
    &["children", "women", "men"],
    &["civilians", "combatants", "police"],
];

/// One night is reported under either day.
const LOOSE: i32 = 1;

/// Whether nobody can be counted by both: women and children, the dead and the wounded, those of
/// Monday and those of Friday.
pub(super) fn apart(a: &Told, b: &Told) -> bool {
    let (Some(ours), Some(theirs)) = (a.claim.count(), b.claim.count()) else {
        return false;
    };
    let measures = ours.measure != theirs.measure && ours.within == theirs.within;
    let beside = |count: &Count, other: &Told| count.whole == Some(Whole::Beside(other.claim.id));
    if measures || kinds(&ours.group, &theirs.group) || beside(ours, b) || beside(theirs, a) {
        return true;
    }
    // two texts may call one side, place or day differently, and one text may tell a figure twice
    let told_apart = a.claim.evidence.document == b.claim.evidence.document
        && meeting(&ours.quantity, &theirs.quantity) != Meeting::Equal;
    told_apart
        && (sides(&ours.group, &theirs.group)
            || places(&a.claim.scope, &b.claim.scope)
            || days(&a.claim.scope, &b.claim.scope))
}

fn sides(a: &Group, b: &Group) -> bool {
    matches!((&a.side, &b.side), (Some(a), Some(b)) if a.to_lowercase() != b.to_lowercase())
}

fn kinds(a: &Group, b: &Group) -> bool {
    let of = |group: &Group, division: &[&str]| {
        let mut kinds = division.iter();
        kinds.position(|kind| group.kinds.iter().any(|own| &**own == *kind))
    };
    DIVISIONS.iter().any(|division| {
        matches!((of(a, division), of(b, division)), (Some(ours), Some(theirs)) if ours != theirs)
    })
}

fn places(a: &Scope, b: &Scope) -> bool {
    let (Some(ours), Some(theirs)) = (&a.place, &b.place) else {
        return false;
    };
    let known = ours.country().is_some() && theirs.country().is_some();
    a.place_basis.is_own()
        && b.place_basis.is_own()
        && known
        && !ours.contains(theirs)
        && !theirs.contains(ours)
}

fn days(a: &Scope, b: &Scope) -> bool {
    a.when_basis.is_own() && b.when_basis.is_own() && calendar::gap(a.when, b.when) > LOOSE
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::told::tests::articles;

    #[track_caller]
    fn check(a: &str, b: &str, expected: bool) {
        let article = articles(&format!("{a}; doc a\n{b}; doc a")).remove(0);
        let ours = Told::new(&article, &article.claims[0]);
        let theirs = Told::new(&article, &article.claims[1]);
        assert_eq!(apart(&ours, &theirs), expected, "{a} × {b}");
        assert_eq!(apart(&theirs, &ours), expected, "{b} × {a}");
    }

    #[test]
    fn nobody_is_a_woman_and_a_child_or_dead_and_wounded() {
        check("killed 4 women", "killed 3 children", true);
        check("killed 4 civilians", "killed 3 soldiers", true);
        check("killed 4 people", "wounded 3 people", true);
        check(
            "killed 4 soldiers of Turkey",
            "killed 3 soldiers of Syria",
            true,
        );
    }

    #[test]
    fn a_child_may_be_a_civilian() {
        check("killed 4 civilians", "killed 3 children", false);
        check("killed 4 people", "killed 3 people", false);
    }

    #[test]
    fn a_figure_told_twice_is_no_second_group() {
        check(
            "killed 4 soldiers of ISIL",
            "killed 4 soldiers of IS",
            false,
        );
    }

    #[test]
    fn nobody_dies_in_two_towns_or_on_two_days() {
        check(
            "killed 4 people; in Saraqib, Idlib, Syria",
            "killed 3 people; in Maarat, Idlib, Syria",
            true,
        );
        check(
            "killed 4 people; in Saraqib, Idlib, Syria",
            "killed 3 people; in Idlib, Syria",
            false,
        );
        check(
            "killed 4 people; on 2020-02-03",
            "killed 3 people; on 2020-02-10",
            true,
        );
        check(
            "killed 4 people; on 2020-02-03",
            "killed 3 people; on 2020-02-04",
            false,
        );
    }
}
