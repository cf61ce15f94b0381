use rashomon_extractor::{Place, Scope};

use super::Extent;

/// How the place of one claim lies to that of another. `level` says that a stock is counted.
///
/// A place that only the lead or an earlier sentence gave sets nothing apart:
/// a report that names the village in its first line need not name it again. A level is often told
/// in passing, so there it sets nothing apart at all.
pub(crate) fn place(a: &Scope, b: &Scope, level: bool) -> Extent {
    let (Some(ours), Some(theirs)) = (&a.place, &b.place) else {
        return Extent::Same;
    };
    let own = a.place_basis.is_own() && b.place_basis.is_own();
    if ours == theirs || (level && !own) {
        return Extent::Same;
    }
    // of a place that only its text knows, nothing can be said
    let (Some(land), Some(other)) = (ours.country(), theirs.country()) else {
        return Extent::Same;
    };
    if land != other && own {
        return Extent::Apart;
    }
    // "in Syria" names no other place than the town in Syria that the rest of the text is about
    if !own || is_land(ours) || is_land(theirs) {
        return Extent::Same;
    }
    contained(ours, theirs)
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

#[cfg(test)]
mod tests {
    use rashomon_extractor::Basis;

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
        assert_eq!(place(&town, &province, false), Extent::Narrower);
        assert_eq!(place(&province, &town, false), Extent::Wider);
    }

    #[test]
    fn two_towns_are_apart_where_both_are_named() {
        let one = scope(&["Saraqib", "Idlib", "Syria"], Basis::Own);
        let other = scope(&["Maarat", "Idlib", "Syria"], Basis::Sentence);
        assert_eq!(place(&one, &other, false), Extent::Apart);
        let carried = Scope {
            place_basis: Basis::Lead,
            ..other
        };
        assert_eq!(place(&one, &carried, false), Extent::Same);
    }

    #[test]
    fn an_unnamed_place_sets_nothing_apart() {
        let one = scope(&["Saraqib", "Idlib", "Syria"], Basis::Own);
        assert_eq!(place(&one, &Scope::default(), false), Extent::Same);
    }
}
