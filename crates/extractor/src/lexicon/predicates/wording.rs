//! How a report tells what a predicate says: "Russia complied with the accord".

use std::sync::Arc;

use super::table::Table;
use crate::lexicon::{Lexicon, NationForm};

/// The words that stand between subject and object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// "complied with"
    pub says: Arc<str>,
    /// Without an object it says nothing: "informed" whom?
    pub needs_object: bool,
    /// "did not comply with"
    pub says_not: Arc<str>,
    /// "was complied with", where an object can stand alone.
    pub undergone: Option<Arc<str>>,
}

impl Wording {
    pub(super) fn new(table: &Table) -> Self {
        Self {
            says: table.says.trim_end_matches(" …").into(),
            needs_object: table.says.ends_with(" …"),
            says_not: table.says_not.as_str().into(),
            undergone: table.undergone.as_deref().map(Into::into),
        }
    }
}

impl Lexicon {
    /// How a report tells the predicate with this id: "complied".
    pub fn wording(&self, predicate: &str) -> Option<&Wording> {
        let family = self.predicates.id(predicate)?;
        Some(self.predicates.wording(family))
    }

    /// Whether a word is of a nation and names nobody by itself: "Syrian", "Turkish".
    pub fn is_adjective_of_nation(&self, word: &str) -> bool {
        let id = self.vocabulary.id(&word.to_lowercase());
        let naming = self.nations.word(id);
        naming.is_some_and(|naming| naming.form == NationForm::Adjective)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_predicate_can_be_told_and_denied() {
        let lexicon = Lexicon::builtin();
        let complied = lexicon.wording("complied").unwrap();
        assert_eq!(&*complied.says, "complied with");
        assert_eq!(&*complied.says_not, "did not comply with");
        assert!(lexicon.wording("danced").is_none());
    }

    #[test]
    fn an_adjective_of_a_nation_is_no_name() {
        let lexicon = Lexicon::builtin();
        assert!(lexicon.is_adjective_of_nation("Turkish"));
        assert!(!lexicon.is_adjective_of_nation("Turkey"));
        assert!(!lexicon.is_adjective_of_nation("soldiers"));
    }
}
