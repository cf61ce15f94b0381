use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use serde::Deserialize;

use super::{
    LexiconError, Phrases, Vocabulary, WordId,
    inflection::{plural, verb_forms},
};
use crate::token::{self, Token};

const FILE: &str = "lexicon/predicates.toml";

/// The number of a family of predicates in the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct FamilyId(u16);

/// What a word says of its family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cue {
    pub(crate) family: FamilyId,
    /// It says the opposite: "violate" of those that comply.
    pub(crate) against: bool,
    /// It takes an object: "violated **the truce**".
    pub(crate) transitive: bool,
}

/// How words that are no predicates themselves carry one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Carrier {
    /// "**accused** the army of shelling the camp"
    Accuse,
    /// "**carried out** the raid"
    Carry,
    /// "**denied** the reports"
    Deny,
    /// "**failed** to comply"
    Failing,
    /// "**managed** to escape"
    Managing,
    /// "the shooting **took place** outside"
    Occur,
}

/// Small words around a predicate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hint {
    /// "the raid **on** the camp"
    Toward,
    /// "blamed Turkey **for** the raid"
    Fault,
    /// "fighting **between** the two"
    Between,
    /// "**without** informing them"
    Without,
    /// "a **possible** attack"
    Possible,
    /// "denied **it**"
    Echo,
    /// "**along** the border"
    Site,
    /// "its **failure** to comply"
    Failure,
    /// "a **suspected** attack"
    Perhaps,
    /// "people", "town": in many deeds
    Common,
    /// "**lied** when he claimed"
    Lie,
    /// "the **crash**"
    Event,
    /// "the rebels **themselves**"
    Reflexive,
    /// "the **deal**": what binds those who made it
    Pact,
    /// "the **claims** that"
    Claims,
    /// "denied any **role**"
    Part,
}

/// The words of `lexicon/predicates.toml`.
#[derive(Debug, Default)]
pub(crate) struct Predicates {
    families: Vec<Family>,
    pub(crate) verbs: Phrases<Cue>,
    pub(crate) nouns: Phrases<Cue>,
    pub(crate) states: Phrases<Cue>,
    /// "the work of (the rebels)"
    pub(crate) states_of: Phrases<Cue>,
    pub(crate) carriers: Phrases<Carrier>,
    /// "**due to** a technical fault"
    pub(crate) causes: Phrases<()>,
    /// "the **denial** by the ministry"
    pub(crate) denials: Phrases<()>,
    /// "the claims are **baseless**"
    pub(crate) falsehoods: Phrases<()>,
    /// For each word a bit per hint.
    hints: Vec<u32>,
    /// "rebels", "regime"
    camps: Phrases<Arc<str>>,
    /// For each word what it may open, and what it is about.
    openers: Vec<Opener>,
    /// Families that may speak of anything.
    free: Families,
}

/// A set of families, one bit each; the last stands for rejections.
type Families = u128;

/// Words that reject what was said before make a statement of any family.
const REJECTS: Families = 1 << 127;

/// What a word tells of its sentence before it is parsed.
#[derive(Clone, Copy, Debug, Default)]
struct Opener {
    /// Families that it may open as a verb.
    verb: Families,
    /// As a noun or a name.
    noun: Families,
    /// As any word.
    state: Families,
    /// Families that speak of it.
    about: Families,
}

#[allow(clippy::struct_excessive_bools)] // each answers another question
#[derive(Debug)]
struct Family {
    id: Arc<str>,
    /// "predicates/complied"
    path: Arc<str>,
    asks: Vec<Question>,
    asks_against: Vec<Question>,
    changes: bool,
    same: bool,
    event: bool,
    standing: bool,
    needs: Vec<Need>,
    about: BTreeSet<WordId>,
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
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, serde::Serialize,
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    family: Vec<Table>,
    words: Words,
    camps: BTreeMap<String, Vec<String>>,
}

#[allow(clippy::struct_excessive_bools)] // each answers another question
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    id: String,
    #[serde(default)]
    asks: Vec<Question>,
    #[serde(default)]
    asks_against: Vec<Question>,
    #[serde(default)]
    changes: bool,
    #[serde(default)]
    same: bool,
    #[serde(default)]
    event: bool,
    #[serde(default)]
    standing: bool,
    #[serde(default)]
    needs: Vec<Need>,
    #[serde(default)]
    about: Vec<String>,
    #[serde(default)]
    verbs: Vec<String>,
    #[serde(default)]
    verbs_against: Vec<String>,
    #[serde(default)]
    intransitive: Vec<String>,
    #[serde(default)]
    intransitive_against: Vec<String>,
    #[serde(default)]
    nouns: Vec<String>,
    #[serde(default)]
    nouns_against: Vec<String>,
    #[serde(default)]
    states: Vec<String>,
    #[serde(default)]
    states_against: Vec<String>,
    #[serde(default)]
    states_of: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    accuse: Vec<String>,
    carry: Vec<String>,
    deny: Vec<String>,
    denials: Vec<String>,
    causes: Vec<String>,
    claims: Vec<String>,
    #[serde(rename = "false")]
    falsehoods: Vec<String>,
    part: Vec<String>,
    failing: Vec<String>,
    managing: Vec<String>,
    failure: Vec<String>,
    toward: Vec<String>,
    fault: Vec<String>,
    between: Vec<String>,
    without: Vec<String>,
    occur: Vec<String>,
    possible: Vec<String>,
    perhaps: Vec<String>,
    common: Vec<String>,
    pacts: Vec<String>,
    lies: Vec<String>,
    events: Vec<String>,
    reflexive: Vec<String>,
    echoes: Vec<String>,
    site: Vec<String>,
}

impl Predicates {
    pub(crate) fn read(vocabulary: &mut Vocabulary) -> Result<Self, LexiconError> {
        let file: File = toml::from_str(include_str!("../../lexicon/predicates.toml"))
            .map_err(|error| LexiconError::new(FILE, error))?;
        check(&file.family)?;
        let mut predicates = Self::default();
        for (index, table) in file.family.into_iter().enumerate() {
            predicates.insert(vocabulary, FamilyId(index as u16), &table);
        }
        predicates.words(vocabulary, &file.words);
        for (camp, words) in &file.camps {
            let camp: Arc<str> = camp.as_str().into();
            for word in words {
                predicates
                    .camps
                    .insert(&vocabulary.intern_phrase(word), camp.clone());
            }
        }
        Ok(predicates)
    }

    fn insert(&mut self, vocabulary: &mut Vocabulary, family: FamilyId, table: &Table) {
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

    fn words(&mut self, vocabulary: &mut Vocabulary, words: &Words) {
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

    /// What the word tells by which a sentence is known to hold an entry.
    fn opener(&mut self, words: &[WordId], entry: &str) -> &mut Opener {
        // "in compliance with": the longest word is the rarest
        let longest = token::words(entry)
            .zip(words)
            .max_by_key(|(word, _)| word.len());
        self.opener_of(longest.map_or(WordId::UNKNOWN, |(_, word)| *word))
    }

    fn opener_of(&mut self, word: WordId) -> &mut Opener {
        if self.openers.len() <= word.index() {
            self.openers.resize(word.index() + 1, Opener::default());
        }
        &mut self.openers[word.index()]
    }

    /// Whether these words may make a statement: they open a family and are what it speaks of.
    pub(crate) fn may_state(&self, tokens: &[Token]) -> bool {
        let (mut opens, mut about) = (0, self.free | REJECTS);
        for token in tokens {
            let Some(opener) = self.openers.get(token.word.index()) else {
                continue;
            };
            about |= opener.about;
            opens |= opener.state;
            if token.tag.is_verbal() {
                opens |= opener.verb;
            } else if token.tag.is_nominal() {
                opens |= opener.noun;
            }
        }
        opens & about != 0
    }

    /// Whether a word is known as a verb of a family and as no noun of any.
    pub(crate) fn is_only_verb(&self, word: WordId) -> bool {
        self.verbs.word(word).is_some() && self.nouns.word(word).is_none()
    }

    /// Whether a word is of this kind.
    pub(crate) fn is(&self, word: WordId, hint: Hint) -> bool {
        self.hints
            .get(word.index())
            .is_some_and(|hints| hints & (1 << hint as u32) != 0)
    }

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

    /// The family with this id.
    pub(crate) fn id(&self, name: &str) -> Option<FamilyId> {
        let index = self
            .families
            .iter()
            .position(|family| &*family.id == name)?;
        Some(FamilyId(index as u16))
    }

    /// The camp that a word stands for: "rebels".
    pub(crate) fn camp(&self, word: WordId) -> Option<&Arc<str>> {
        self.camps.word(word)
    }
}

fn bit(family: FamilyId) -> Families {
    1 << family.0
}

/// Ids are unique and in order.
fn check(families: &[Table]) -> Result<(), LexiconError> {
    let mut ids = families.iter().zip(families.iter().skip(1));
    if let Some((first, second)) = ids.find(|(first, second)| first.id == second.id) {
        let message = format!(
            "families `{}` and `{}` are one; join them",
            first.id, second.id
        );
        return Err(LexiconError::new(FILE, message));
    }
    if families.len() > 127 {
        let message = "there are more than 127 families; widen `Families`";
        return Err(LexiconError::new(FILE, message));
    }
    Ok(())
}
