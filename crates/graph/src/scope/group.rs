use std::sync::Arc;

use rashomon_extractor::{Count, Group};

use super::Extent;

/// How one group lies to another: "children" are narrower than "people", "Turkish soldiers" apart
/// from "Syrian soldiers".
///
/// `home` is the country where it happened: there, "Syrian civilians" and "civilians" are as good
/// as the same. `level` says that a stock is counted ("refugees in Turkey"), where a bare noun and
/// the same noun with a nationality are one group.
pub(crate) fn group(a: &Group, b: &Group, home: Option<&str>, level: bool) -> Extent {
    let kinds = kinds(a, b);
    if kinds == Extent::Apart {
        return Extent::Apart;
    }
    let loose = |side: &str| {
        kinds.is_same() && (level || (home.is_some_and(|home| same(home, side)) && !is_armed(a)))
    };
    let sides = match (&a.side, &b.side) {
        (None, None) => Extent::Same,
        (Some(a), Some(b)) if same(a, b) => Extent::Same,
        (Some(_), Some(_)) => Extent::Apart,
        (None, Some(side)) | (Some(side), None) if loose(side) => Extent::Alike,
        (None, Some(_)) => Extent::Wider,
        (Some(_), None) => Extent::Narrower,
    };
    kinds.and(sides)
}

/// What a group is compared by: its kind and side, not its wording.
pub(crate) fn group_key(count: &Count) -> (Arc<str>, Option<Arc<str>>) {
    let group = &count.group;
    let kind = match group.kinds.first() {
        Some(kind) => kind.clone(),
        None => group.name.to_lowercase().into(),
    };
    (
        kind,
        group.side.as_ref().map(|side| side.to_lowercase().into()),
    )
}

fn kinds(a: &Group, b: &Group) -> Extent {
    match (a.kinds.first(), b.kinds.first()) {
        (Some(ours), Some(theirs)) if ours == theirs => Extent::Same,
        (Some(ours), Some(_)) if b.kinds.contains(ours) => Extent::Wider,
        (Some(_), Some(theirs)) if a.kinds.contains(theirs) => Extent::Narrower,
        (Some(_), Some(_)) => Extent::Apart,
        // a noun that the lexicon does not know, beside one that it knows
        (Some(_), None) if is_everyone(a) => Extent::Wider,
        (None, Some(_)) if is_everyone(b) => Extent::Narrower,
        _ => names(&a.name, &b.name),
    }
}

/// "posts" contain "observation posts"; "posts" and "checkpoints" are apart.
fn names(a: &str, b: &str) -> Extent {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    let ends_with = |long: &str, short: &str| {
        long.strip_suffix(short)
            .is_some_and(|rest| rest.ends_with(|c: char| !c.is_alphanumeric()))
    };
    if a == b {
        Extent::Same
    } else if ends_with(&b, &a) {
        Extent::Wider
    } else if ends_with(&a, &b) {
        Extent::Narrower
    } else {
        Extent::Apart
    }
}

fn is_everyone(group: &Group) -> bool {
    matches!(group.kinds.as_slice(), [kind] if &**kind == "people")
}

/// Whose soldiers they are is never left out lightly; of civilians it is.
fn is_armed(group: &Group) -> bool {
    group.kinds.iter().any(|kind| &**kind == "combatants")
}

fn same(a: &str, b: &str) -> bool {
    a == b || a.to_lowercase() == b.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::told::tests::group as told;

    #[track_caller]
    fn check(a: &str, b: &str, expected: Extent) {
        let (a, b) = (told(a), told(b));
        assert_eq!(group(&a, &b, Some("Syria"), false), expected, "{a} × {b}");
        assert_eq!(group(&b, &a, Some("Syria"), false), expected.reversed());
    }

    #[test]
    fn a_kind_lies_in_the_kinds_that_contain_it() {
        check("people", "children", Extent::Wider);
        check("children", "civilians", Extent::Narrower);
        check("women", "children", Extent::Apart);
        check("soldiers", "soldiers", Extent::Same);
    }

    #[test]
    fn soldiers_of_two_armies_are_apart() {
        check("soldiers of Turkey", "soldiers of Syria", Extent::Apart);
        check("soldiers", "soldiers of Syria", Extent::Wider);
        check("people", "soldiers of Turkey", Extent::Wider);
    }

    #[test]
    fn civilians_of_the_country_where_it_happened_are_as_good_as_civilians() {
        check("civilians", "civilians of Syria", Extent::Alike);
        check("civilians", "civilians of Turkey", Extent::Wider);
    }

    #[test]
    fn a_side_on_one_and_a_kind_on_the_other_contain_nothing() {
        check("people of Turkey", "soldiers", Extent::Apart);
    }

    #[test]
    fn things_are_known_by_their_names() {
        check("posts", "observation posts", Extent::Wider);
        check("posts", "checkpoints", Extent::Apart);
        check("posts", "outposts", Extent::Apart);
    }

    #[test]
    fn refugees_of_one_nation_are_refugees_when_levels_are_compared() {
        let (bare, named) = (told("people"), told("people of Syria"));
        assert_eq!(group(&bare, &named, Some("Turkey"), true), Extent::Alike);
    }
}
