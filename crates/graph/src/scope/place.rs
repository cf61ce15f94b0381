use rashomon_extractor::{Basis, Place, Scope};

use super::Extent;

/// How the place of one claim lies to that of another.
///
/// A place that only the lead or an earlier sentence gave sets nothing apart within one country:
/// a report that names the village in its first line need not name it again.
pub(crate) fn place(a: &Scope, b: &Scope) -> Extent {
    let (Some(ours), Some(theirs)) = (&a.place, &b.place) else {
        return Extent::Same;
    };
    if ours == theirs {
        return Extent::Same;
    }
    // "in Syria" names no other place than the town in Syria that the rest of the text is about
    if is_land(ours) || is_land(theirs) {
        return if ours.root() == theirs.root() {
            Extent::Same
        } else {
            Extent::Apart
        };
    }
    if is_own(a.place_basis) && is_own(b.place_basis) {
        return contained(ours, theirs);
    }
    if ours.root() == theirs.root() {
        Extent::Same
    } else {
        contained(ours, theirs)
    }
}

fn contained(ours: &Place, theirs: &Place) -> Extent {
    if ours.contains(theirs) {
        Extent::Wider
    } else if theirs.contains(ours) {
        Extent::Narrower
    } else {
        Extent::Apart
    }
}

/// A country, or a place of which nothing more is known.
fn is_land(place: &Place) -> bool {
    place.within.is_empty()
}

fn is_own(basis: Basis) -> bool {
    match basis {
        Basis::Own | Basis::Sentence => true,
        Basis::Before | Basis::Lead | Basis::Published | Basis::Unknown => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scope(names: &[&str], basis: Basis) -> Scope {
        Scope {
            place: Some(Place::new(names[0], &names[1..])),
            place_basis: basis,
            ..Scope::default()
        }
    }

    #[test]
    fn a_town_lies_in_its_province() {
        let town = scope(&["Saraqib", "Idlib", "Syria"], Basis::Own);
        let province = scope(&["Idlib", "Syria"], Basis::Own);
        assert_eq!(place(&town, &province), Extent::Narrower);
        assert_eq!(place(&province, &town), Extent::Wider);
    }

    #[test]
    fn two_towns_are_apart_where_both_are_named() {
        let one = scope(&["Saraqib", "Idlib", "Syria"], Basis::Own);
        let other = scope(&["Maarat", "Idlib", "Syria"], Basis::Sentence);
        assert_eq!(place(&one, &other), Extent::Apart);
        let carried = Scope {
            place_basis: Basis::Lead,
            ..other
        };
        assert_eq!(place(&one, &carried), Extent::Same);
    }

    #[test]
    fn an_unnamed_place_sets_nothing_apart() {
        let one = scope(&["Saraqib", "Idlib", "Syria"], Basis::Own);
        assert_eq!(place(&one, &Scope::default()), Extent::Same);
    }
}
