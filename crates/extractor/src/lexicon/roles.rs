use std::sync::Arc;

use serde::Deserialize;

use super::{LexiconError, Phrases, Vocabulary, Words, inflection::plural};

const FILE: &str = "lexicon/roles.toml";

/// Kinds of people: which nouns name them, and which kind contains which.
#[derive(Debug, Default)]
pub(crate) struct Roles {
    /// Chains of kinds, narrowest first: villagers, people; children, civilians, people.
    chains: Vec<Vec<Arc<str>>>,
    nouns: Phrases<Noun>,
    doers: Vec<Arc<str>>,
}

/// What a noun of `lexicon/roles.toml` names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Noun {
    /// Its chain of kinds.
    chain: u16,
    /// It names one person: "soldier", not "soldiers".
    pub(crate) singular: bool,
    /// It is a verb as well: "guards", "forces".
    pub(crate) verb: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    doers: Vec<String>,
    role: Vec<Role>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Role {
    id: String,
    is: Option<String>,
    names: Vec<String>,
    nouns: Vec<String>,
    plurals: Vec<String>,
    verbs: Vec<String>,
}

impl Roles {
    pub(crate) fn read(words: &Words, vocabulary: &mut Vocabulary) -> Result<Self, LexiconError> {
        let file: File = words.file(FILE, include_str!("../../lexicon/roles.toml"))?;
        let mut roles = Self {
            doers: file.doers.into_iter().map(Arc::from).collect(),
            ..Self::default()
        };
        for role in &file.role {
            check(role)?;
            let outer = chain(&file.role, role)?;
            let own = roles.chain(outer.clone());
            for noun in &role.nouns {
                let many = plural(noun);
                let chain = roles.chain_of(role, noun, &many, own, &outer);
                let verb = role.verbs.contains(noun);
                for (form, singular) in [(noun, true), (&many, false)] {
                    let noun = Noun {
                        chain,
                        singular,
                        verb,
                    };
                    roles.nouns.insert(&vocabulary.intern_phrase(form), noun);
                }
            }
            for noun in &role.plurals {
                let many = Noun {
                    chain: roles.chain_of(role, noun, noun, own, &outer),
                    singular: false,
                    verb: role.verbs.contains(noun),
                };
                roles.nouns.insert(&vocabulary.intern_phrase(noun), many);
            }
        }
        Ok(roles)
    }

    /// The nouns that name kinds of people.
    pub(crate) fn nouns(&self) -> &Phrases<Noun> {
        &self.nouns
    }

    /// The kinds that a noun names, narrowest first.
    pub(crate) fn kinds(&self, noun: Noun) -> &[Arc<str>] {
        &self.chains[usize::from(noun.chain)]
    }

    /// Whether one of these kinds names those who did it: "gunmen".
    pub(crate) fn is_doer(&self, kinds: &[Arc<str>]) -> bool {
        kinds.first().is_some_and(|kind| self.doers.contains(kind))
    }

    fn chain(&mut self, kinds: Vec<Arc<str>>) -> u16 {
        self.chains.push(kinds);
        (self.chains.len() - 1) as u16
    }

    /// The chain of a noun: that of its role, or one of its own inside it.
    fn chain_of(
        &mut self,
        role: &Role,
        noun: &String,
        plural: &str,
        own: u16,
        outer: &[Arc<str>],
    ) -> u16 {
        // "men" is in the list of plurals only for its form
        if plural == role.id || role.names.contains(noun) {
            return own;
        }
        let narrower = std::iter::once(Arc::from(plural));
        self.chain(narrower.chain(outer.iter().cloned()).collect())
    }
}

/// What a role is called are nouns of it.
fn check(role: &Role) -> Result<(), LexiconError> {
    let is_noun = |name: &&String| role.nouns.contains(name) || role.plurals.contains(name);
    match role.names.iter().find(|name| !is_noun(name)) {
        None => Ok(()),
        Some(name) => Err(LexiconError::new(
            FILE,
            format!(
                "role `{}` is called `{name}`, which is none of its nouns; add it there",
                role.id
            ),
        )),
    }
}

/// A role's id and those of the roles around it.
fn chain(roles: &[Role], role: &Role) -> Result<Vec<Arc<str>>, LexiconError> {
    let mut chain: Vec<Arc<str>> = vec![role.id.as_str().into()];
    let mut inner = role;
    while let Some(outer) = &inner.is {
        inner = roles.iter().find(|role| role.id == *outer).ok_or_else(|| {
            LexiconError::new(
                FILE,
                format!(
                    "role `{}` is in `{outer}`, which is not defined; add it",
                    inner.id
                ),
            )
        })?;
        if chain.len() > roles.len() {
            return Err(LexiconError::new(
                FILE,
                format!("role `{}` contains itself; break the circle", role.id),
            ));
        }
        chain.push(inner.id.as_str().into());
    }
    Ok(chain)
}
