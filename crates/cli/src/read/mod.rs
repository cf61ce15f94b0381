//! Reading: paths in, documents out, and beside them what could not be read.
//!
//! `.txt`, `.md`, `.html`, `.mhtml`, `.docx` and `.pdf` files hold one article each; `.jsonl` files one
//! a line; `.json` files, feeds and WARC archives any number of them, and so do folders; a `.csv`
//! manifest lists files with their outlets and days; `-` is the standard input. Any of them may be
//! packed (`.gz`, `.zst`), and where a name lies, the content decides. Spans of claims count bytes of
//! [`Document::text`], which is the text as given: a byte order mark, `\r\n` and front matter of a
//! file in UTF-8 stay where they are.

mod problem; // what could not be read, and what to do about it
mod intake; // documents as they come in: unique, not blank, in English
mod kind; // how the documents of a file are written
mod source; // a file that was opened
mod packed; // gzip, Zstandard
mod folder; // which files of a folder hold documents
mod list; // a list of files
mod manifest; // a table of files
mod charset; // bytes → text
mod page; // the article of a saved web page
mod metadata; // what a page says of its article
mod linked; // the same as JSON-LD
mod markup; // text with tags in it
mod snapshot; // a page as browsers save it: `.mhtml`
mod office; // `.docx`
mod pdf;
mod quiet; // foreign code that panics
mod xml; // what readers of XML share
mod feed; // RSS, Atom
mod archive; // WARC
mod response; // the answer of a web server
mod json; // articles as JSON
mod record; // a document as a line of JSON
mod facts; // what a file says of its article
mod head; // title, outlet, date and author, where only the text tells them
mod byline; // names of people and outlets in a head
mod date; // "4 February 2020", "9:31pm"
mod language;

use std::{
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use rashomon_extractor::{Article, Document, Published};

pub(crate) use self::{date::published, problem::Problem, quiet::quiet};

/// What the user says about files that do not say it themselves.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    /// Who published them; goes before what the head of a text seems to say.
    pub(crate) outlet: Option<String>,
    /// When; goes before what the head of a text seems to say.
    pub(crate) published: Option<Published>,
    /// No more documents than so many.
    pub(crate) most_documents: Option<usize>,
    /// No more text than so many bytes.
    pub(crate) most_bytes: Option<u64>,
}

/// What was read, in input order, and what could not be read.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    /// Every document that can be worked on.
    pub(crate) documents: Vec<Document>,
    /// Everything that the user should know about the rest.
    pub(crate) problems: Vec<Problem>,
}

/// Reads all documents of these files and folders, and of those that a list names.
pub(crate) fn documents<P: AsRef<Path>>(
    paths: &[P],
    list: Option<&Path>,
    options: &Options,
) -> Reading {
    let mut intake = intake::Intake::new(options);
    if let Some(list) = list {
        intake.list(list);
    }
    for path in paths {
        intake.path(path.as_ref());
    }
    intake.finish()
}

/// What lies at these paths, as far as it must change when a file does.
pub(crate) fn state<P: AsRef<Path>>(paths: &[P]) -> Vec<(PathBuf, u64, Option<SystemTime>)> {
    let mut files = Vec::new();
    for path in paths {
        let path = path.as_ref();
        if path.is_dir() {
            files.extend(folder::files(path, &mut |_, _| {}));
        } else {
            files.push(path.to_owned());
        }
    }
    let state = files.into_iter().filter_map(|file| {
        let known = fs::metadata(&file).ok()?;
        Some((file, known.len(), known.modified().ok()))
    });
    state.collect()
}

/// The documents in which there is no article at all, only what pages carry beside one.
pub(crate) fn furniture(articles: &[Article]) -> impl Iterator<Item = Problem> {
    let bare = |article: &&Article| {
        !article.sentences.is_empty() && article.furniture.len() == article.sentences.len()
    };
    articles.iter().filter(bare).map(|article| Problem {
        document: article.document.to_string(),
        line: None,
        message: "nothing but labels, links and the like, so nothing was read".to_owned(),
        fatal: false,
    })
}

#[cfg(test)]
mod tests;
