//! Families of predicates: what they ask, need and speak of.

use borsh::{BorshDeserialize, BorshSerialize};
use std::{collections::BTreeSet, sync::Arc};

use serde::Deserialize;

use super::{FamilyId, Predicates, Wording};
use crate::lexicon::WordId;

#[allow(clippy::struct_excessive_bools)] // each answers another question
#[derive(Debug)]
pub(super) struct Family {
    pub(super) id: Arc<str>,
    /// "predicates/complied"
    pub(super) path: Arc<str>,
    pub(super) wording: Wording,
    pub(super) asks: Vec<Question>,
    pub(super) asks_against: Vec<Question>,
    pub(super) changes: bool,
    pub(super) same: bool,
    pub(super) event: bool,
    pub(super) standing: bool,
    pub(super) needs: Vec<Need>,
    pub(super) about: BTreeSet<WordId>,
}

/// Without what a family claims nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Need {
    /// Somebody does it.
    Doer,
    /// A person undergoes it.
    Person,
    /// No person does: who knows somebody knows of nothing.
    Thing,
}

/// A question with one answer.
#[derive(
    BorshDeserialize,
    BorshSerialize,
    Clone,
    Copy,
    Debug,
    Deserialize,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd,
    serde::Serialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// Who did it?
    Who,
    /// To whom?
    Whom,
    /// Where?
    Where,
    /// On which day?
    When,
    /// What kind of thing: a buffer zone or a demilitarised one?
    Kind,
}

impl Predicates {
    fn family(&self, id: FamilyId) -> &Family {
        &self.families[usize::from(id.0)]
    }

    /// The family's id in reports: "complied".
    pub(crate) fn name(&self, id: FamilyId) -> &Arc<str> {
        &self.family(id).id
    }

    /// The name of its lexicon entry: "predicates/complied".
    pub(crate) fn entry(&self, id: FamilyId) -> &Arc<str> {
        &self.family(id).path
    }

    /// Questions with one answer, of the deed or of its opposite.
    pub(crate) fn asks(&self, id: FamilyId, affirmed: bool) -> &[Question] {
        let family = self.family(id);
        if affirmed {
            &family.asks
        } else {
            &family.asks_against
        }
    }

    /// Whether it may be so on one day and not on the next.
    pub(crate) fn changes(&self, id: FamilyId) -> bool {
        self.family(id).changes
    }

    /// Whether what its words are about is one thing within an event.
    pub(crate) fn is_same(&self, id: FamilyId) -> bool {
        self.family(id).same
    }

    /// Whether it is said of the event itself, however that is named.
    pub(crate) fn is_of_event(&self, id: FamilyId) -> bool {
        self.family(id).event
    }

    /// Whether its question stands open from one event to the next.
    pub(crate) fn is_standing(&self, id: FamilyId) -> bool {
        self.family(id).standing
    }

    /// Whether it claims nothing without this.
    pub(crate) fn needs(&self, id: FamilyId, need: Need) -> bool {
        self.family(id).needs.contains(&need)
    }

    /// Whether one of these words is what the family must speak of.
    pub(crate) fn is_about(&self, id: FamilyId, mut words: impl Iterator<Item = WordId>) -> bool {
        let about = &self.family(id).about;
        about.is_empty() || words.any(|word| about.contains(&word))
    }

    /// How a report tells it.
    pub(super) fn wording(&self, id: FamilyId) -> &Wording {
        &self.family(id).wording
    }

    /// The family with this id.
    pub(crate) fn id(&self, name: &str) -> Option<FamilyId> {
        let index = self
            .families
            .iter()
            .position(|family| &*family.id == name)?;
        Some(FamilyId(index as u16))
    }
}
