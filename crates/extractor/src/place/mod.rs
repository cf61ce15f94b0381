//! Places by name, with what they lie in.

// the gazetteer's builder folds names as the reader does
#[doc(hidden)]
#[cfg_attr(not(feature = "training"), allow(dead_code, unreachable_pub))]
pub mod fold; // one spelling for the many of a name
mod gazetteer; // the table of places
mod context; // what a document has named so far
mod name; // capitalised words, and what they are known as
mod run; // names that stand together
mod evidence; // what the words around a name say of it
mod choice; // which of the places of one name
mod read; // runs → places
mod town; // places that are known by name
mod site; // places that only the text knows

use borsh::{BorshDeserialize, BorshSerialize};
use std::{ops::Range, sync::Arc};

use serde::Serialize;

use crate::{Lexicon, Span};
pub(crate) use read::places;

/// A place of the gazetteer, or one that a text names and the gazetteer does not know.
///
/// ```
/// use rashomon_extractor::Place;
/// let place = Place::new("Saraqib", &["Idlib", "Syria"]);
/// assert!(Place::new("Syria", &[]).contains(&place));
/// ```
#[derive(
    BorshDeserialize, BorshSerialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize,
)]
pub struct Place {
    /// Its name, in the gazetteer's spelling.
    pub name: Arc<str>,
    /// What it lies in, smallest first: Idlib, Syria.
    pub within: Vec<Arc<str>>,
}

impl Place {
    /// A place and what it lies in, smallest first.
    pub fn new(name: &str, within: &[&str]) -> Self {
        Self {
            name: name.into(),
            within: within.iter().map(|&name| name.into()).collect(),
        }
    }

    /// Whether `other` is this place or lies in it.
    pub fn contains(&self, other: &Self) -> bool {
        self == other || {
            // the same name with the same surroundings, somewhere up the other's chain
            let mut rest = other.within.as_slice();
            let mut found = false;
            while let Some((name, above)) = rest.split_first() {
                found |=
                    *name == self.name && self.within.iter().all(|outer| above.contains(outer));
                rest = above;
            }
            found
        }
    }

    /// The nation that it lies in, where one is known.
    pub fn country(&self) -> Option<&Arc<str>> {
        let root = self.root();
        Lexicon::builtin().nations.is_name(root).then_some(root)
    }

    /// The outermost name: its country, as a rule.
    pub fn root(&self) -> &Arc<str> {
        self.within.last().unwrap_or(&self.name)
    }
}

/// A place where a text names it.
#[derive(Clone, Debug, Serialize)]
pub struct PlaceMention {
    /// Its words.
    pub span: Span,
    /// Which place.
    #[serde(flatten)]
    pub place: Place,
    /// How the text speaks of it.
    #[serde(skip)]
    pub(crate) role: Role,
    /// Its tokens in the sentence.
    #[serde(skip)]
    pub(crate) tokens: Range<usize>,
}

/// How a text speaks of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    /// Where the report was filed: "**ANKARA**, Feb 3 (Reuters) -".
    Dateline,
    /// Where something happens: "in **Idlib**", "the town of **Saraqib**".
    Located,
    /// Otherwise named, often as one who acts: "**Turkey** said", "to **Ankara**".
    Named,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Document, Lexicon, read};

    /// Each place with what it lies in; `@` marks one where something happens, `#` a dateline.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let article = read(Lexicon::builtin(), &Document::new("wire-1", text));
        let found: Vec<String> = article.places.iter().map(shown).collect();
        assert_eq!(found.join(" | "), expected, "{text}");
    }

    fn shown(mention: &PlaceMention) -> String {
        let mark = match mention.role {
            Role::Dateline => "#",
            Role::Located => "@",
            Role::Named => "",
        };
        let mut names = vec![&*mention.place.name];
        names.extend(mention.place.within.iter().map(|name| &**name));
        format!("{mark}{}", names.join(", "))
    }

    #[test]
    fn towns_lie_in_their_region_and_country() {
        check(
            "Shells fell in Saraqib, a town in Idlib province, Syria.",
            "@Saraqib, Idlib, Syria | @Idlib, Syria | @Syria",
        );
        check(
            "Two men were held in Lyon.",
            "@Lyon, Auvergne-Rhone-Alpes, France",
        );
    }

    #[test]
    fn the_countries_of_the_text_decide_between_namesakes() {
        check("Syrian troops entered Hama.", "@Hama, Syria");
        check(
            "A man was shot in Paris, Texas.",
            "@Paris, Texas, United States | @Texas, United States",
        );
        check(
            "NAPLES, Fla. (AP) - A man was shot in Naples.",
            "#Naples, Florida, United States | #Florida, United States | @Naples, Florida, United States",
        );
    }

    #[test]
    fn spellings_differ() {
        check(
            "Jets struck Maarat al-Noman and the town of Khan Sheikhun in Syria.",
            "@Maarrat an Numan, Idlib, Syria | @Khan Shaykhun, Idlib, Syria | @Syria",
        );
        check("Crowds gathered in Kiev.", "@Kyiv, Ukraine");
    }

    #[test]
    fn persons_and_organisations_are_no_places() {
        check("Paris Hilton and Jordan Smith met Mr. London.", "");
        check("Abraham Lincoln was there, and Lincoln said so.", "");
        check("The Washington Post and the Bank of America said so.", "");
        check("Dennis Warren, 13, is charged with theft.", "");
    }

    #[test]
    fn common_words_are_no_places() {
        check(
            "Of the men, most were nice. Police were reading in May.",
            "",
        );
        check("Turkish troops left on Monday.", "");
    }

    #[test]
    fn sites_take_their_whole_name() {
        check(
            "Rockets hit the Nayrab airbase near Aleppo, Syria.",
            "Nayrab airbase, Aleppo, Syria | @Aleppo, Syria | @Syria",
        );
        check(
            "CHICAGO (CBS) - A boy was shot in the 1100 block of North Elm Street.",
            "#Chicago, Illinois, United States | @North Elm Street, Chicago, Illinois, United States",
        );
    }

    #[test]
    fn a_village_is_known_by_its_word() {
        check(
            "Two were killed in the village of Xanbara in northern Syria.",
            "@Xanbara, Syria | @Syria",
        );
        check("He spoke of Xanbara.", "");
    }

    #[test]
    fn capitals_tell_nothing_in_upper_case() {
        check(
            "LIMA, 3 MAY 91 (EFE) -- A BOMB WENT OFF IN AYACUCHO, POLICE SAID. MOST OF THE DEAD WERE PERUVIAN.",
            "#Lima, Peru | @Ayacucho, Peru",
        );
    }

    #[test]
    fn a_part_lies_in_its_whole() {
        let saraqib = Place::new("Saraqib", &["Idlib", "Syria"]);
        assert!(Place::new("Idlib", &["Syria"]).contains(&saraqib));
        assert!(!Place::new("Idlib", &["Turkey"]).contains(&saraqib));
        assert!(!saraqib.contains(&Place::new("Syria", &[])));
    }
}
