//! Without what a deed claims nothing: somebody who did it, a person, what its family speaks of.

use std::ops::Range;

use super::{
    deed::{Deed, Reader},
    party,
};
use crate::{Tag, lexicon::Need};

/// So many words behind a claim may still be what it is about.
const AHEAD: usize = 6;

impl Reader<'_> {
    /// Takes a deed in, if its family speaks of such things and somebody did it or nobody.
    pub(super) fn push(&mut self, deed: Deed) {
        let predicates = &self.lexicon.predicates;
        let family = deed.cue.family;
        let tokens = &self.read.sentence.tokens;
        let doer = deed
            .doer
            .clone()
            .filter(|_| deed.target.is_some())
            .unwrap_or_default();
        let end = (deed.tokens.end + AHEAD).min(tokens.len());
        let words = (deed.tokens.start..end).filter(|at| !doer.contains(at));
        let person = |target: &Range<usize>| {
            let phrase = self
                .read
                .phrases
                .iter()
                .find(|phrase| phrase.tokens.start == target.start);
            let head = phrase
                .and_then(|phrase| phrase.noun())
                .map_or(target.end - 1, |noun| noun.head);
            let head = &tokens[head];
            self.lexicon.roles.nouns().word(head.word).is_some()
                || matches!(head.tag, Tag::Name | Tag::Names | Tag::Pronoun)
        };
        let lacks = (predicates.needs(family, Need::Doer) && deed.doer.is_none() && deed.affirmed)
            || (predicates.needs(family, Need::Person)
                && !deed.target.as_ref().is_some_and(person))
            || (predicates.needs(family, Need::Thing) && deed.target.as_ref().is_some_and(person));
        if !lacks && predicates.is_about(family, words.map(|at| tokens[at].word)) {
            self.push_any(deed);
        }
    }

    pub(super) fn push_any(&mut self, mut deed: Deed) {
        if deed.doer.as_ref().is_some_and(|doer| self.is_town(doer)) {
            if self.lexicon.predicates.needs(deed.cue.family, Need::Doer) {
                return;
            }
            deed.doer = None;
        }
        if deed.doer.is_some() || deed.target.is_some() {
            self.deeds.push(deed);
        }
    }

    /// "Idlib killing at least 12 people": a town that only stands there does nothing.
    fn is_town(&self, doer: &Range<usize>) -> bool {
        let tokens = &self.read.sentence.tokens;
        let is_place = |at: usize| {
            self.read
                .places
                .iter()
                .any(|place| place.tokens.contains(&at))
        };
        doer.clone().all(|at| {
            let name = matches!(tokens[at].tag, Tag::Name | Tag::Names);
            let acts = self.lexicon.nations.at(self.text, &tokens[at..]).is_some();
            (is_place(at) && !acts)
                || (!name && party::camp(self.lexicon, &tokens[at]).is_none() && !acts)
        }) && doer.clone().any(is_place)
    }
}
