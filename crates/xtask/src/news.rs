//! What the corpus cannot teach: `model/news.txt`, `model/words.txt` and the names of nations.

use std::{fs, path::PathBuf};

use anyhow::Context as _;
use rashomon_extractor::Tag;

use crate::reading::{Reading, Word};

/// A word that the corpus lacks, with the tags it may have, the usual one first.
pub(crate) type Entry = (String, Vec<Tag>);

/// The sentences of `model/news.txt`.
pub(crate) fn readings() -> anyhow::Result<Vec<Reading>> {
    let file = "model/news.txt";
    lines(&read(file)?)
        .map(|line| {
            let words = line.split_whitespace().map(|word| {
                let (text, name) = word.rsplit_once('/').context("a word without a tag")?;
                let tags = vec![tag(name)?];
                Ok(Word {
                    text: text.to_owned(),
                    tags,
                })
            });
            let words: anyhow::Result<Reading> = words.collect();
            words.with_context(|| format!("{file}: {line}"))
        })
        .collect()
}

/// The words of `model/words.txt` and `lexicon/nations.toml`.
pub(crate) fn words() -> anyhow::Result<Vec<Entry>> {
    let file = "model/words.txt";
    let mut words = Vec::new();
    for line in lines(&read(file)?) {
        let (names, list) = line
            .split_once(": ")
            .with_context(|| format!("{file}: {line}"))?;
        let tags: Vec<Tag> = names.split(' ').map(tag).collect::<anyhow::Result<_>>()?;
        words.extend(list.split(' ').map(|word| (word.to_owned(), tags.clone())));
    }
    words.extend(nations(&read("lexicon/nations.toml")?.parse()?));
    Ok(words)
}

/// "Turkey", "Ankara", "Turkish", "Syrians": the names of one word.
fn nations(file: &toml::Table) -> Vec<Entry> {
    let mut words = Vec::new();
    let nations = file.get("nation").and_then(toml::Value::as_array);
    for nation in nations.into_iter().flatten() {
        let list = |key: &str| {
            let values = nation.get(key).and_then(toml::Value::as_array);
            let words = values.into_iter().flatten().filter_map(toml::Value::as_str);
            words.map(str::to_owned).collect::<Vec<_>>()
        };
        let name = nation.get("name").and_then(toml::Value::as_str);
        let names = name.map(str::to_owned).into_iter();
        for name in names.chain(list("capitals")) {
            words.push((name, vec![Tag::Name]));
        }
        for people in list("demonyms") {
            words.push((format!("{people}s"), vec![Tag::Names]));
            words.push((people, vec![Tag::Adjective, Tag::Name]));
        }
        for adjective in list("adjectives") {
            words.push((adjective, vec![Tag::Adjective, Tag::Names]));
        }
        for people in list("people") {
            words.push((format!("{people}s"), vec![Tag::Names]));
            words.push((people, vec![Tag::Name]));
        }
    }
    words.retain(|(word, _)| !word.contains(' '));
    words
}

fn read(file: &str) -> anyhow::Result<String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../extractor")
        .join(file);
    fs::read_to_string(&path).with_context(|| path.display().to_string())
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn tag(name: &str) -> anyhow::Result<Tag> {
    Tag::ALL
        .into_iter()
        .find(|tag| format!("{tag:?}") == name)
        .with_context(|| format!("no tag `{name}`"))
}
