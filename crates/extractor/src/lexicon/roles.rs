use std::sync::Arc;

use serde::Deserialize;

use super::{LexiconError, Phrases, Vocabulary, inflection::plural};

const FILE: &str = "lexicon/roles.toml";

/// Kinds of people: which nouns name them, and which kind contains which.
#[derive(Debug, Default)]
pub(crate) struct Roles {
    /// For each role its chain of kinds, narrowest first: children, civilians, people.
    chains: Vec<Vec<Arc<str>>>,
    nouns: Phrases<Noun>,
}

/// What a noun of `lexicon/roles.toml` names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Noun {
    role: u16,
    /// It names one person: "soldier", not "soldiers".
    pub(crate) singular: bool,
    /// It is a verb as well: "guards", "forces".
    pub(crate) verb: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    role: Vec<Role>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Role {
    id: String,
    is: Option<String>,
    nouns: Vec<String>,
    plurals: Vec<String>,
    verbs: Vec<String>,
}

impl Roles {
    pub(crate) fn read(vocabulary: &mut Vocabulary) -> Result<Self, LexiconError> {
        let file: File = toml::from_str(include_str!("../../lexicon/roles.toml"))
            .map_err(|error| LexiconError::new(FILE, error))?;
        let mut roles = Self::default();
        for (index, role) in file.role.iter().enumerate() {
            roles.chains.push(chain(&file.role, role)?);
            let index = index as u16;
            for noun in &role.nouns {
                let verb = role.verbs.contains(noun);
                let one = Noun {
                    role: index,
                    singular: true,
                    verb,
                };
                roles.nouns.insert(&vocabulary.intern_phrase(noun), one);
                let many = Noun {
                    singular: false,
                    ..one
                };
                roles
                    .nouns
                    .insert(&vocabulary.intern_phrase(&plural(noun)), many);
            }
            for noun in &role.plurals {
                let verb = role.verbs.contains(noun);
                let many = Noun {
                    role: index,
                    singular: false,
                    verb,
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
        &self.chains[usize::from(noun.role)]
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
