//! A deed as what is stated of it: who did what to whom, and which questions that answers.

use std::{ops::Range, sync::Arc};

use super::{Read, Statements, deed::Deed, squeeze, stem};
use crate::{Party, Polarity, Statement, lexicon::Hint, sentence::Sentence, tag::Tag};

impl Statements<'_> {
    pub(super) fn statement(&self, read: Read, deed: &Deed, voice: Party) -> Statement {
        let text = self.document.text.as_str();
        let predicates = &self.lexicon.predicates;
        let words = |tokens: &Option<Range<usize>>| -> Arc<str> {
            tokens.as_ref().map_or(Arc::default(), |tokens| {
                squeeze(read.sentence.stretch(tokens.clone()).slice(text)).into()
            })
        };
        let party = |tokens: &Option<Range<usize>>| {
            let Some(tokens) = tokens else {
                return Party::default();
            };
            let found = self
                .parties
                .party(self.lexicon, text, read.sentence, tokens.clone());
            let one = tokens.len() == 1 && read.sentence.tokens[tokens.start].tag == Tag::Pronoun;
            if one && voice.is_unknown() {
                return self.person.clone();
            }
            // "it had notified Moscow", "our troops": the speaker's own side
            let speaks = read.sentence.tokens[tokens.clone()]
                .iter()
                .any(|token| matches!(token.tag, Tag::Pronoun | Tag::Possessive));
            if found.is_unknown() && speaks {
                voice.clone()
            } else {
                found
            }
        };
        let affirmed = deed.affirmed != deed.cue.against;
        let family = deed.cue.family;
        Statement {
            subject: words(&deed.doer),
            predicate: predicates.name(deed.cue.family).clone(),
            object: words(&deed.target),
            polarity: if affirmed {
                Polarity::Affirmed
            } else {
                Polarity::Denied
            },
            doer: if deed.nobody {
                Party {
                    camp: Some("nobody".into()),
                    ..Party::default()
                }
            } else {
                self.known(read.sentence, deed, party(&deed.doer))
            },
            target: party(&deed.target),
            words: self.content(read, deed),
            site: self.site(read, deed),
            kind: self.kind(read, deed),
            same: predicates.is_same(family) && self.is_one_thing(read, deed),
            event: predicates.is_of_event(family),
            standing: predicates.is_standing(family),
            nations: self.nations(read.sentence, deed),
            asks: predicates.asks(deed.cue.family, affirmed).to_vec(),
            changes: predicates.changes(deed.cue.family),
            echo: deed.echo,
            voice,
        }
    }

    /// Whether the object is the one that its event has: the deal, not the law.
    fn is_one_thing(&self, read: Read, deed: &Deed) -> bool {
        let predicates = &self.lexicon.predicates;
        let target = deed.target.clone().unwrap_or_default();
        &**predicates.name(deed.cue.family) != "complied"
            || target
                .into_iter()
                .any(|at| predicates.is(read.sentence.tokens[at].word, Hint::Pact))
    }

    /// "the offensive": the party that the same noun had before.
    fn known(&self, sentence: &Sentence, deed: &Deed, party: Party) -> Party {
        let Some(doer) = deed.doer.clone().filter(|_| party.is_unknown()) else {
            return party;
        };
        let definite = sentence.tokens[doer.start].tag == Tag::Determiner;
        let head = stem(sentence.tokens[doer.end - 1].text(&self.document.text));
        let known = self.heads.get(&head).filter(|_| definite);
        known.cloned().unwrap_or(party)
    }

    /// The countries among a deed's parties.
    fn nations(&self, sentence: &Sentence, deed: &Deed) -> Vec<Arc<str>> {
        let text = self.document.text.as_str();
        let parties = [&deed.doer, &deed.target].into_iter().flatten();
        let mut nations: Vec<Arc<str>> = parties
            .flat_map(|party| {
                party.clone().filter_map(|at| {
                    let (_, naming) = self
                        .lexicon
                        .nations
                        .at(text, &sentence.tokens[at..party.end])?;
                    Some(self.lexicon.nations.name(naming.nation).clone())
                })
            })
            .collect();
        nations.sort_unstable();
        nations.dedup();
        nations
    }
}
