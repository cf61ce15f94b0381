//! Whether two parties are one: "Ankara" and "the Turkish army" act for Turkey, rebels are not the
//! regime.

use rashomon_extractor::Party;

/// What is known of two parties.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Alike {
    /// One acts for the other.
    Same,
    /// They are two.
    Apart,
    /// The words do not tell.
    Open,
}

/// Whether two parties are one.
pub(crate) fn alike(a: &Party, b: &Party) -> Alike {
    if is_nobody(a) || is_nobody(b) {
        return Alike::Same;
    }
    // "the Turkish Defence Ministry", "the Russian Defence Ministry"
    if let (Some(ours), Some(theirs)) = (&a.nation, &b.nation)
        && ours != theirs
    {
        return Alike::Apart;
    }
    if let (Some(ours), Some(theirs)) = (&a.name, &b.name)
        && share(ours, theirs)
    {
        return Alike::Same;
    }
    let camps = match (&a.camp, &b.camp) {
        (Some(ours), Some(theirs)) if ours == theirs => Alike::Same,
        (Some(_), Some(_)) => Alike::Apart,
        _ => Alike::Open,
    };
    if camps == Alike::Apart {
        return Alike::Apart;
    }
    match (&a.nation, &b.nation) {
        (Some(ours), Some(theirs)) if ours == theirs => Alike::Same,
        (Some(_), Some(_)) => Alike::Apart,
        _ => {
            let bare = |party: &Party| {
                party.name.is_some() && party.nation.is_none() && party.camp.is_none()
            };
            let state = |party: &Party| party.camp.as_deref() == Some("state");
            match (bare(a), bare(b)) {
                // two persons, two organisations
                (true, true) => Alike::Apart,
                (true, false) if state(b) => Alike::Apart,
                (false, true) if state(a) => Alike::Apart,
                _ => camps,
            }
        }
    }
}

/// "no one": what is said of everybody.
pub(crate) fn is_nobody(party: &Party) -> bool {
    party.camp.as_deref() == Some("nobody")
}

/// Whether two names share a word: "fred larue", "larue".
fn share(a: &str, b: &str) -> bool {
    let last = |name: &str| name.rsplit(' ').next().map(str::to_owned);
    a == b || last(a) == last(b)
}
