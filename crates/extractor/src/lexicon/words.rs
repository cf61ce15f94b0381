use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use toml::{Table, Value};

use super::LexiconError;

/// Words that a user adds to the lexicon, in the format of its files.
///
/// ```
/// use rashomon_extractor::{Document, Lexicon, Words, read};
///
/// let mut words = Words::default();
/// words.add("measures", "desk.toml", "[[measure]]\nid = \"evicted\"\nverbs = [\"evict\"]\n")?;
/// let lexicon = Lexicon::with(&words)?;
/// let article = read(&lexicon, &Document::new("wire-1", "Police evicted 40 families on Monday."));
/// assert_eq!(article.claims[0].count().unwrap().measure.as_str(), "evicted");
/// # Ok::<(), rashomon_extractor::LexiconError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Words {
    additions: BTreeMap<String, Vec<Addition>>,
}

/// What one file adds.
#[derive(Clone, Debug)]
struct Addition {
    /// Its name, as the user knows it.
    file: String,
    table: Table,
    /// For each list of entries the lines on which they begin: "measure", 3, 9.
    lines: Vec<(String, usize)>,
}

impl Words {
    /// Adds the entries of a file to those of a built-in file, "measures".
    ///
    /// An entry that has the `id` or the `name` of a built-in one goes into it.
    ///
    /// # Errors
    /// If it is not TOML, or there is no such built-in file.
    pub fn add(&mut self, name: &str, file: &str, text: &str) -> Result<(), LexiconError> {
        let table = text.parse::<Table>().map_err(|error| {
            let line = error.span().map_or(1, |span| line_of(text, span.start));
            LexiconError::new(&format!("{file}:{line}"), error.message())
        })?;
        self.add_table(name, file, table, text)
    }

    /// Adds entries that stand in a larger file, whose text tells their lines.
    ///
    /// # Errors
    /// If there is no such built-in file.
    pub fn add_table(
        &mut self,
        name: &str,
        file: &str,
        table: Table,
        text: &str,
    ) -> Result<(), LexiconError> {
        if !Self::NAMES.contains(&name) {
            let message = format!(
                "there is no lexicon of this name; there are {}",
                Self::NAMES.join(", ")
            );
            return Err(LexiconError::new(file, message));
        }
        let lines = text.lines().enumerate().filter_map(|(index, line)| {
            let list = line.trim().strip_prefix("[[")?.split(']').next()?.trim();
            Some((list.to_owned(), index + 1))
        });
        let addition = Addition {
            file: file.to_owned(),
            table,
            lines: lines.collect(),
        };
        (self.additions.entry(name.to_owned()).or_default()).push(addition);
        Ok(())
    }

    /// The names of the built-in files.
    pub const NAMES: [&str; 15] = [
        "abbreviations",
        "agencies",
        "furniture",
        "grammar",
        "happenings",
        "hedges",
        "measures",
        "nations",
        "numerals",
        "places",
        "predicates",
        "roles",
        "speakers",
        "times",
        "units",
    ];

    /// Whether nothing is added.
    pub fn is_empty(&self) -> bool {
        self.additions.is_empty()
    }

    /// A built-in file with what is added to it.
    pub(crate) fn file<T: DeserializeOwned>(
        &self,
        file: &str,
        builtin: &str,
    ) -> Result<T, LexiconError> {
        let Some(additions) = self.additions.get(stem(file)) else {
            return toml::from_str(builtin).map_err(|error| LexiconError::new(file, error));
        };
        let parsed = builtin.parse::<Table>();
        let mut merged = parsed.map_err(|error| LexiconError::new(file, error))?;
        for addition in additions {
            let before = merged.clone();
            merge(&mut merged, &addition.table);
            if let Err(error) = merged.clone().try_into::<T>() {
                let (line, entry) = addition.culprit::<T>(&before);
                let place = format!("{}{line}", addition.file);
                let message = format!("{entry}{}", error.message().trim());
                return Err(LexiconError::new(&place, message));
            }
        }
        merged
            .try_into()
            .map_err(|error| LexiconError::new(file, error))
    }

    /// An error of a built-in file that an addition must have brought in.
    pub(super) fn blamed(&self, error: LexiconError) -> LexiconError {
        let Some(additions) = self.additions.get(stem(&error.file)) else {
            return error;
        };
        let named = |addition: &&Addition| {
            (addition.names()).any(|name| error.message.contains(&format!("`{name}`")))
        };
        let last = additions.iter().rev().find(named).or(additions.last());
        let file = last.map_or(error.file, |addition| addition.file.clone());
        LexiconError { file, ..error }
    }
}

impl Addition {
    /// The first of its entries that cannot be read: ":12", "`evicted`: ".
    fn culprit<T: DeserializeOwned>(&self, before: &Table) -> (String, String) {
        for (list, value) in &self.table {
            let entries = value.as_array().map(Vec::as_slice).unwrap_or_default();
            let mut lines = self.lines.iter().filter(|(name, _)| name == list);
            for entry in entries {
                let line = lines
                    .next()
                    .map_or_else(String::new, |(_, line)| format!(":{line}"));
                let only = Table::from_iter([(list.clone(), Value::Array(vec![entry.clone()]))]);
                let mut merged = before.clone();
                merge(&mut merged, &only);
                if merged.try_into::<T>().is_err() {
                    let name = key(entry).map(|name| format!("{list} `{name}`: "));
                    return (line, name.unwrap_or_else(|| format!("{list}: ")));
                }
            }
        }
        (String::new(), String::new())
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        let lists = self.table.values().filter_map(Value::as_array);
        lists.flatten().filter_map(key)
    }
}

/// By what an entry is known: its `id` or its `name`.
fn key(entry: &Value) -> Option<&str> {
    ["id", "name"]
        .iter()
        .find_map(|field| entry.get(field)?.as_str())
}

/// Puts the entries of a table into another one: an entry of the same name grows, lists of words stay
/// sorted where they were.
fn merge(into: &mut Table, added: &Table) {
    for (name, value) in added {
        match (into.get_mut(name), value) {
            (Some(Value::Array(list)), Value::Array(more)) => merge_list(list, more),
            (Some(Value::Table(table)), Value::Table(more)) => merge(table, more),
            _ => {
                into.insert(name.clone(), value.clone());
            }
        }
    }
}

fn merge_list(list: &mut Vec<Value>, more: &[Value]) {
    let words = |list: &[Value]| -> Option<Vec<String>> {
        list.iter()
            .map(|word| word.as_str().map(str::to_owned))
            .collect()
    };
    if let (Some(mut sorted), Some(more)) = (words(list), words(more)) {
        let was_sorted = sorted.is_sorted();
        sorted.extend(more);
        if was_sorted {
            sorted.sort();
        }
        sorted.dedup();
        *list = sorted.into_iter().map(Value::String).collect();
        return;
    }
    for entry in more {
        let same = list
            .iter_mut()
            .find(|known| key(entry).is_some() && key(known) == key(entry));
        match (same, entry) {
            (Some(Value::Table(known)), Value::Table(entry)) => merge(known, entry),
            _ => list.push(entry.clone()),
        }
    }
}

/// "measures" of `lexicon/measures.toml`.
fn stem(file: &str) -> &str {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.strip_suffix(".toml").unwrap_or(name)
}

fn line_of(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or(text).matches('\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Document, Lexicon, read};

    fn lexicon(name: &str, text: &str) -> Result<Lexicon, LexiconError> {
        let mut words = Words::default();
        words.add(name, "desk.toml", text)?;
        Lexicon::with(&words)
    }

    #[track_caller]
    fn check(name: &str, added: &str, text: &str, expected: &str) {
        let lexicon = lexicon(name, added).unwrap_or_else(|error| panic!("{error}"));
        let article = read(&lexicon, &Document::new("x", text));
        let counts = article.claims.iter().filter_map(|claim| claim.count());
        let told: Vec<String> = counts
            .map(|count| format!("{} {}", count.measure.as_str(), count.group))
            .collect();
        assert_eq!(told.join(", "), expected);
    }

    #[track_caller]
    fn refuse(name: &str, added: &str, expected: &str) {
        let error = lexicon(name, added).map(|_| ()).unwrap_err().to_string();
        // the rest of an error lists what there may be
        assert!(error.starts_with(expected), "{error}");
    }

    #[test]
    fn a_measure_of_the_users_own_is_read() {
        check(
            "measures",
            "[[measure]]\nid = \"evicted\"\nverbs = [\"evict\"]\n",
            "Police evicted 40 families from the camp.",
            "evicted families",
        );
    }

    #[test]
    fn an_entry_of_a_known_name_grows() {
        check(
            "measures",
            "[[measure]]\nid = \"killed\"\nverbs = [\"neutralise\"]\n",
            "The army neutralised 12 fighters.",
            "killed fighters",
        );
        check(
            "roles",
            "[[role]]\nid = \"people\"\nnouns = [\"zemstvo\"]\n",
            "Six zemstvos were killed.",
            "killed zemstvos",
        );
    }

    #[test]
    fn errors_name_file_line_entry_and_remedy() {
        refuse(
            "measures",
            "[[measure]]\nid = \"evicted\"\nverbs = [\"evict\"]\n\n[[measure]]\nid = \"razed\"\nverb = \"raze\"\n",
            "desk.toml:5: measure `razed`: unknown field `verb`, expected one of `id`, `within`",
        );
        refuse(
            "measures",
            "[[measure]]\nid = \"evicted\"\nwithin = \"moved\"\n",
            "desk.toml: measure `evicted` is within one that is not defined; add it",
        );
        refuse(
            "measures",
            "id = \"x",
            "desk.toml:1: invalid basic string, expected `\"`",
        );
    }

    #[test]
    fn lists_of_names_unknown_are_refused() {
        let error = Words::default()
            .add("colours", "desk.toml", "")
            .unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("desk.toml: there is no lexicon of this name")
        );
    }
}
