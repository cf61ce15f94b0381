use std::{
    collections::BTreeSet,
    io::{self, BufRead},
    path::Path,
};

use rashomon_extractor::{Document, DocumentId};

use super::{
    Options, Problem, Reading, charset,
    facts::Facts,
    folder,
    kind::Kind,
    language, list, manifest, office, page, pdf, snapshot,
    source::{LARGEST, Source},
};

const TOO_LARGE: &str = "larger than 4 GiB; split it into one file an article";

/// Takes documents in: each with an id of its own, none of them blank or foreign.
pub(crate) struct Intake {
    pub(super) options: Options,
    reading: Reading,
    ids: BTreeSet<DocumentId>,
    /// How many bytes of text were taken in.
    bytes: u64,
    /// The user wants no more.
    pub(super) is_full: bool,
}

impl Intake {
    pub(crate) fn new(options: &Options) -> Self {
        Self {
            options: options.clone(),
            reading: Reading::default(),
            ids: BTreeSet::new(),
            bytes: 0,
            is_full: false,
        }
    }

    pub(crate) fn finish(self) -> Reading {
        self.reading
    }

    /// A file, a folder, or `-`, the standard input.
    pub(crate) fn path(&mut self, path: &Path) {
        if path == Path::new("-") {
            self.stream(io::stdin().lock());
        } else if path.is_dir() {
            self.folder(path);
        } else {
            self.file(path);
        }
    }

    /// Every file and folder that a list names; `-` is the standard input.
    pub(crate) fn list(&mut self, path: &Path) {
        match list::paths(path) {
            Ok(paths) => paths.iter().for_each(|path| self.path(path)),
            Err(error) => self.refuse(&path.display().to_string(), why(&error)),
        }
    }

    fn folder(&mut self, path: &Path) {
        let mut refused = Vec::new();
        let files = folder::files(path, &mut |folder, error| {
            refused.push((folder.display().to_string(), why(error)));
        });
        if files.is_empty() && refused.is_empty() {
            self.refuse(
                &path.display().to_string(),
                "a folder without documents; it needs .txt, .md, .html or .jsonl files",
            );
        }
        for (folder, why) in refused {
            self.refuse(&folder, why);
        }
        for file in files {
            self.file(&file);
        }
    }

    fn file(&mut self, path: &Path) {
        if self.is_full {
            return;
        }
        let name = path.display().to_string();
        tracing::debug!(file = %name, "reads");
        let result = Source::open(path).and_then(|source| match source.kind {
            Kind::Manifest => self.manifest(path, &name, source),
            _ => self.source(&name, source),
        });
        if let Err(error) = result {
            self.refuse(&name, why(&error));
        }
    }

    /// The standard input: whatever it begins like.
    pub(crate) fn stream(&mut self, input: impl BufRead) {
        let result = Source::of(input, None).and_then(|source| self.source("-", source));
        if let Err(error) = result {
            self.refuse("-", why(&error));
        }
    }

    fn source(&mut self, name: &str, source: Source) -> io::Result<()> {
        match source.kind {
            Kind::Lines => return self.lines(name, source.stream()),
            Kind::Archive => return self.archive(name, source.stream()),
            _ => {}
        }
        let kind = source.kind;
        let Some(bytes) = source.whole()? else {
            self.refuse(name, TOO_LARGE);
            return Ok(());
        };
        match kind {
            Kind::Json => self.json(name, &bytes),
            Kind::Feed => self.feed(name, bytes),
            Kind::Page => self.one(name, &bytes, |bytes| page::read(bytes.to_vec())),
            Kind::Snapshot => self.one(name, &bytes, snapshot::read),
            Kind::Office => self.one(name, &bytes, office::read),
            Kind::Pdf => self.one(name, &bytes, pdf::read),
            Kind::Text | Kind::Manifest | Kind::Lines | Kind::Archive => self.text(name, bytes),
        }
        Ok(())
    }

    /// Every file that a manifest lists, with the outlet and the day that stand there.
    fn manifest(&mut self, path: &Path, name: &str, source: Source) -> io::Result<()> {
        let Some(bytes) = source.whole()? else {
            self.refuse(name, TOO_LARGE);
            return Ok(());
        };
        for listed in manifest::files(path, &bytes, &self.options) {
            match listed {
                Ok(listed) if Kind::of(&listed.path) == Some(Kind::Manifest) => {
                    let message = "a manifest lists articles, not manifests; name it by itself";
                    self.tell(name, Some(listed.line), message, true);
                }
                Ok(listed) => {
                    let options = std::mem::replace(&mut self.options, listed.options);
                    self.path(&listed.path);
                    self.options = options;
                }
                Err((line, message)) => self.tell(name, Some(line), message, true),
            }
        }
        Ok(())
    }

    fn text(&mut self, name: &str, bytes: Vec<u8>) {
        let text = match charset::decode(bytes) {
            Ok(text) => text,
            Err(message) => return self.refuse(name, message),
        };
        // what the user says goes before what the head of a text seems to say
        let document = Facts::default().document(name, text, &self.options);
        self.document(document);
    }

    /// The one article of a file that is more than text.
    fn one(&mut self, name: &str, bytes: &[u8], read: fn(&[u8]) -> Read) {
        match read(bytes) {
            Ok((facts, text)) => self.document(facts.document(name, text, &self.options)),
            Err(Unread::LeftOut(message)) => self.tell(name, None, message, false),
            Err(Unread::Broken(message)) => self.refuse(name, message),
        }
    }

    /// Takes a document in, unless there is nothing in it to work on.
    pub(super) fn document(&mut self, mut document: Document) {
        let name = document.id.to_string();
        let blank = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}');
        if document.text.is_empty() {
            return self.tell(&name, None, "empty, left out", false);
        }
        if document.text.chars().all(blank) {
            return self.tell(&name, None, "nothing but blanks, left out", false);
        }
        if document.text.len() as u64 > LARGEST {
            return self.refuse(
                &name,
                "larger than 4 GiB; split it into one document an article",
            );
        }
        if let Some(language) = language::foreign(&document) {
            let message = format!("in {language}, left out; only English is read");
            return self.tell(&name, None, message, false);
        }
        if self.is_full || self.fills(&document) {
            return;
        }
        if !self.ids.insert(document.id.clone()) {
            document.id = self.free_id(&name);
            let message = format!(
                "an earlier document has the same id; this one is now `{}`",
                document.id
            );
            self.tell(&name, None, message, false);
        }
        self.reading.documents.push(document);
    }

    /// Whether the user wants no more documents than there are; told of once.
    fn fills(&mut self, document: &Document) -> bool {
        self.bytes += document.text.len() as u64;
        let documents = self.reading.documents.len();
        let limit = match self.options {
            Options {
                most_documents: Some(most),
                ..
            } if documents >= most => "--max-documents",
            Options {
                most_bytes: Some(most),
                ..
            } if self.bytes > most => "--max-bytes",
            _ => return false,
        };
        self.is_full = true;
        let message = format!("this document and what follows was not read, as {limit} asks");
        self.tell(&document.id.to_string(), None, message, false);
        true
    }

    /// `wire-1#2` for the second `wire-1`.
    fn free_id(&mut self, name: &str) -> DocumentId {
        let mut number = 2;
        loop {
            let id = DocumentId::from(format!("{name}#{number}").as_str());
            if self.ids.insert(id.clone()) {
                return id;
            }
            number += 1;
        }
    }

    pub(super) fn refuse(&mut self, document: &str, message: impl Into<String>) {
        self.tell(document, None, message, true);
    }

    pub(super) fn tell(
        &mut self,
        document: &str,
        line: Option<usize>,
        message: impl Into<String>,
        fatal: bool,
    ) {
        self.reading.problems.push(Problem {
            document: document.to_owned(),
            line,
            message: message.into(),
            fatal,
        });
    }
}

/// What a file says of its article, and the article's text.
pub(super) type Read = Result<(Facts, String), Unread>;

/// Why a file gave no article.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unread {
    /// There is none in it.
    LeftOut(String),
    /// It cannot be read.
    Broken(String),
}

impl Unread {
    pub(super) fn left_out(why: &str) -> Self {
        Self::LeftOut(format!("{why}, left out"))
    }
}

/// What an error of the operating system means to the user.
fn why(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or folder; check the path".to_owned(),
        io::ErrorKind::PermissionDenied => "may not be read; check its permissions".to_owned(),
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof => {
            format!(
                "damaged ({}); get the file anew",
                error.to_string().to_lowercase()
            )
        }
        _ => format!("cannot be read: {}", error.to_string().to_lowercase()),
    }
}
