//! The desk's judgement: what it knows of outlets, speakers, documents and claims, kept in a file.

mod file; // `rashomon.toml`
mod outlets; // outlets by their names
mod claims; // speakers by their names, claims that are passed over
mod pins; // which documents tell of one event
mod tolerance; // how far counts may lie apart
mod usage; // entries that match nothing

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, bail};
use rashomon_extractor::{Article, Document, Lexicon, Words};
use rashomon_graph::{Pins, Rule};

use self::{file::File, usage::Usage};
use crate::{read::Problem, report::Report};

/// The name under which a desk keeps its judgement.
const NAME: &str = "rashomon.toml";

/// What `rashomon init` writes.
pub(crate) const TEMPLATE: &str = include_str!("../../assets/rashomon.toml");

/// Where the user says that judgement and words are.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Places<'p> {
    /// A file instead of the one that is found.
    pub(crate) config: Option<&'p Path>,
    /// No file at all.
    pub(crate) none: bool,
    /// A folder of words.
    pub(crate) lexicon: Option<&'p Path>,
}

/// What a desk has judged, and which of it was of use.
#[derive(Debug)]
pub(crate) struct Desk {
    /// Its file, as the user knows it.
    name: String,
    file: File,
    lexicon: Option<Box<Lexicon>>,
    /// The words that it adds to the built-in ones, for those who ask whether they are the same.
    words: String,
    usage: Usage,
}

impl Desk {
    /// Reads the file that the user names, or the one in the working folder or above it.
    ///
    /// # Errors
    /// If a file cannot be used: which line, which entry, what to do.
    pub(crate) fn open(places: Places) -> Result<Self> {
        let found = match places.config {
            Some(path) => Some(path.to_owned()),
            None if places.none => None,
            None => above(),
        };
        let (name, text) = match &found {
            Some(path) => {
                let name = path.display().to_string();
                let text = fs::read_to_string(path).with_context(|| {
                    format!("{name}: cannot be read; `rashomon init` writes one")
                })?;
                (name, text)
            }
            None => (NAME.to_owned(), String::new()),
        };
        let mut file = File::parse(&name, &text)?;
        let mut words = file.words(&name, &text)?;
        let base = found
            .as_deref()
            .and_then(Path::parent)
            .unwrap_or(Path::new(""));
        let folders = [
            places.lexicon.map(Path::to_owned),
            file.lexicon.as_ref().map(|l| base.join(l)),
        ];
        for folder in folders.into_iter().flatten() {
            add_folder(&mut words, &folder)?;
        }
        let lexicon = if words.is_empty() {
            None
        } else {
            Some(Box::new(Lexicon::with(&words)?))
        };
        Ok(Self {
            words: if words.is_empty() {
                String::new()
            } else {
                format!("{words:?}")
            },
            usage: Usage::of(&file),
            name,
            file,
            lexicon,
        })
    }

    /// The words that texts are read with.
    pub(crate) fn lexicon(&self) -> &Lexicon {
        self.lexicon
            .as_deref()
            .unwrap_or_else(|| Lexicon::builtin())
    }

    /// The words that it adds to the built-in ones.
    pub(crate) fn words(&self) -> &str {
        &self.words
    }

    /// By which convention figures are picked, where the command line does not say it.
    pub(crate) fn rule(&self) -> Option<Rule> {
        self.file.figures
    }

    /// Gives outlets the names that the desk knows them by.
    pub(crate) fn name_outlets(&mut self, documents: &mut [Document]) {
        outlets::name(&self.file.outlet, documents, &mut self.usage);
    }

    /// On which side an outlet stands.
    pub(crate) fn side(&self, outlet: &str) -> Option<&str> {
        outlets::side(&self.file.outlet, outlet)
    }

    /// Gives speakers the names that the desk knows them by, and passes over claims.
    pub(crate) fn judge(&mut self, articles: &mut [Article]) {
        claims::name_speakers(&self.file.speaker, articles, &mut self.usage);
        claims::pass_over(&self.file.ignore, articles, &mut self.usage);
    }

    /// Which documents tell of one event.
    pub(crate) fn pins(&mut self, documents: &[Document]) -> Pins {
        pins::of(&self.file, documents, &mut self.usage)
    }

    /// Takes out of a report what the desk does not want to hear of, and puts in what it said.
    pub(crate) fn finish(&mut self, report: &mut Report) {
        claims::settle(&self.file.ignore, report, &mut self.usage);
        if let Some(percent) = self.file.tolerance {
            tolerance::apply(percent, report);
        }
        for document in &mut report.documents {
            document.outlet_side = (document.outlet.as_deref())
                .and_then(|outlet| self.side(outlet))
                .map(str::to_owned);
        }
        report.problems.extend(self.problems());
    }

    /// What the user should know of the file: entries that match nothing, claims passed over.
    fn problems(&self) -> Vec<Problem> {
        let told = [self.usage.unused(&self.file), self.usage.passed_over()];
        let told = told.into_iter().flatten();
        told.map(|(line, message)| Problem {
            document: self.name.clone(),
            line,
            message,
            fatal: false,
        })
        .collect()
    }
}

/// The file of the working folder, or of the nearest folder above that has one.
fn above() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    let found = here
        .ancestors()
        .map(|folder| folder.join(NAME))
        .find(|path| path.is_file())?;
    // as the user would write it, where it is no further than that
    Some(match found.parent() {
        Some(folder) if folder == here => PathBuf::from(NAME),
        _ => found,
    })
}

/// Every `.toml` file of a folder adds to the built-in file of its name.
fn add_folder(words: &mut Words, folder: &Path) -> Result<()> {
    let entries = fs::read_dir(folder)
        .with_context(|| format!("{}: no folder of words; check the path", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "toml")
    });
    paths.sort();
    if paths.is_empty() {
        bail!(
            "{}: holds no words; it needs measures.toml, predicates.toml, places.toml or roles.toml",
            folder.display()
        );
    }
    for path in paths {
        let name = path.display().to_string();
        let text = fs::read_to_string(&path).with_context(|| format!("{name}: cannot be read"))?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        // people's word for kinds of people
        let stem = if stem == "groups" { "roles" } else { &stem };
        words.add(stem, &name, &text)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
