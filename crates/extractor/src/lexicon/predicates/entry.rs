//! The entries of the lexicon in all their forms: "violate", "violated", "violations".

use super::{
    Cue, FamilyId, Predicates, Wording,
    family::Family,
    hint::{Carrier, Hint},
    opener::{REJECTS, bit},
    table::{Table, Words},
};
use crate::lexicon::{
    Vocabulary,
    inflection::{plural, verb_forms},
};

impl Predicates {
    pub(super) fn insert(&mut self, vocabulary: &mut Vocabulary, family: FamilyId, table: &Table) {
        let verbs = [
            (&table.verbs, false, true),
            (&table.verbs_against, true, true),
            (&table.intransitive, false, false),
            (&table.intransitive_against, true, false),
        ];
        for (list, against, transitive) in verbs {
            let cue = Cue {
                family,
                against,
                transitive,
            };
            for form in list.iter().flat_map(|verb| verb_forms(verb)) {
                let words = vocabulary.intern_phrase(&form);
                // whatever the tagger makes of it: "complied with"
                if let [first, _, ..] = &*words {
                    self.opener_of(*first).state |= bit(family);
                } else {
                    self.opener(&words, &form).verb |= bit(family);
                }
                self.verbs.insert(&words, cue);
            }
        }
        for (list, against) in [(&table.nouns, false), (&table.nouns_against, true)] {
            for form in list.iter().flat_map(|noun| [noun.clone(), plural(noun)]) {
                let words = vocabulary.intern_phrase(&form);
                // the last word is the noun itself: "technical fault"
                self.opener_of(words.last().copied().unwrap_or_default())
                    .noun |= bit(family);
                self.nouns.insert(
                    &words,
                    Cue {
                        family,
                        against,
                        transitive: true,
                    },
                );
            }
        }
        for (list, against, of) in [
            (&table.states, false, false),
            (&table.states_against, true, false),
            (&table.states_of, false, true),
        ] {
            for state in list {
                let words = vocabulary.intern_phrase(state);
                self.opener(&words, state).state |= bit(family);
                let into = if of {
                    &mut self.states_of
                } else {
                    &mut self.states
                };
                into.insert(
                    &words,
                    Cue {
                        family,
                        against,
                        transitive: true,
                    },
                );
            }
        }
        for word in &table.about {
            let word = vocabulary.intern(word);
            self.opener_of(word).about |= bit(family);
        }
        if table.about.is_empty() {
            self.free |= bit(family);
        }
        self.families.push(Family {
            path: format!("predicates/{}", table.id).into(),
            id: table.id.as_str().into(),
            wording: Wording::new(table),
            asks: table.asks.clone(),
            asks_against: table.asks_against.clone(),
            changes: table.changes,
            same: table.same,
            event: table.event,
            standing: table.standing,
            needs: table.needs.clone(),
            about: table
                .about
                .iter()
                .map(|word| vocabulary.intern(word))
                .collect(),
        });
    }

    pub(super) fn words(&mut self, vocabulary: &mut Vocabulary, words: &Words) {
        for (list, carrier) in [
            (&words.accuse, Carrier::Accuse),
            (&words.carry, Carrier::Carry),
            (&words.deny, Carrier::Deny),
            (&words.failing, Carrier::Failing),
            (&words.managing, Carrier::Managing),
            (&words.occur, Carrier::Occur),
        ] {
            for form in list.iter().flat_map(|verb| verb_forms(verb)) {
                let words = vocabulary.intern_phrase(&form);
                if matches!(carrier, Carrier::Accuse | Carrier::Deny) {
                    self.opener(&words, &form).verb |= REJECTS;
                }
                self.carriers.insert(&words, carrier);
            }
        }
        for (list, hint) in [
            (&words.toward, Hint::Toward),
            (&words.fault, Hint::Fault),
            (&words.between, Hint::Between),
            (&words.without, Hint::Without),
            (&words.possible, Hint::Possible),
            (&words.perhaps, Hint::Perhaps),
            (&words.common, Hint::Common),
            (&words.pacts, Hint::Pact),
            (&words.lies, Hint::Lie),
            (&words.events, Hint::Event),
            (&words.reflexive, Hint::Reflexive),
            (&words.echoes, Hint::Echo),
            (&words.site, Hint::Site),
            (&words.failure, Hint::Failure),
            (&words.claims, Hint::Claims),
            (&words.part, Hint::Part),
        ] {
            for word in list {
                let word = vocabulary.intern(word);
                if self.hints.len() <= word.index() {
                    self.hints.resize(word.index() + 1, 0);
                }
                self.hints[word.index()] |= 1 << hint as u32;
            }
        }
        for cause in &words.causes {
            self.causes.insert(&vocabulary.intern_phrase(cause), ());
        }
        for (list, denials) in [(&words.falsehoods, false), (&words.denials, true)] {
            for word in list {
                for form in [word.clone(), plural(word)] {
                    let words = vocabulary.intern_phrase(&form);
                    self.opener(&words, &form).state |= REJECTS;
                    let into = if denials {
                        &mut self.denials
                    } else {
                        &mut self.falsehoods
                    };
                    into.insert(&words, ());
                }
            }
        }
    }
}
