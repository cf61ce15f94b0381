use std::{
    collections::BTreeSet,
    fs,
    io::{self, BufRead, Read},
    path::Path,
};

use rashomon_extractor::{Document, DocumentId};

use super::{
    Options, Problem, Reading, charset,
    folder::{self, Kind},
    head::Head,
    language, manifest, page,
    record::Record,
};

/// Spans hold their offsets in 32 bits.
const LARGEST: u64 = u32::MAX as u64;
/// More broken lines of one file than this are only counted.
const BROKEN_LINES_TOLD: usize = 20;

/// Takes documents in: each with an id of its own, none of them blank or foreign.
pub(crate) struct Intake {
    options: Options,
    reading: Reading,
    ids: BTreeSet<DocumentId>,
}

impl Intake {
    pub(crate) fn new(options: &Options) -> Self {
        Self {
            options: options.clone(),
            reading: Reading::default(),
            ids: BTreeSet::new(),
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
        let name = path.display().to_string();
        let result = match Kind::of(path) {
            Some(Kind::Lines) => fs::File::open(path)
                .and_then(|file| self.lines(&name, io::BufReader::with_capacity(1 << 18, file))),
            Some(Kind::Json) => fs::read(path).map(|bytes| self.json(&name, &bytes)),
            Some(Kind::Manifest) => fs::read(path).map(|bytes| self.manifest(path, &bytes)),
            Some(Kind::Page) => self.whole_file(&name, path, Self::page),
            Some(Kind::Text) | None => self.whole_file(&name, path, Self::text),
        };
        if let Err(error) = result {
            self.refuse(&name, why(&error));
        }
    }

    /// Every file that a manifest lists, with the outlet and the day that stand there.
    fn manifest(&mut self, path: &Path, bytes: &[u8]) {
        let name = path.display().to_string();
        for listed in manifest::files(path, bytes, &self.options) {
            match listed {
                Ok(listed) if Kind::of(&listed.path) == Some(Kind::Manifest) => {
                    let message = "a manifest lists articles, not manifests; name it by itself";
                    self.tell(&name, Some(listed.line), message, true);
                }
                Ok(listed) => {
                    let options = std::mem::replace(&mut self.options, listed.options);
                    self.path(&listed.path);
                    self.options = options;
                }
                Err((line, message)) => self.tell(&name, Some(line), message, true),
            }
        }
    }

    fn whole_file(
        &mut self,
        name: &str,
        path: &Path,
        take: fn(&mut Self, &str, Vec<u8>),
    ) -> io::Result<()> {
        if fs::metadata(path)?.len() > LARGEST {
            self.refuse(name, "larger than 4 GiB; split it into one file an article");
            return Ok(());
        }
        take(self, name, fs::read(path)?);
        Ok(())
    }

    /// Standard input: JSON lines if it begins with an object, else one text.
    pub(crate) fn stream(&mut self, mut input: impl BufRead) {
        let result = leading_blanks(&mut input).and_then(|blanks| {
            let begins_object = input.fill_buf()?.first() == Some(&b'{');
            let mut input = io::Cursor::new(blanks).chain(input);
            if begins_object {
                return self.lines("-", input);
            }
            let mut bytes = Vec::new();
            input.read_to_end(&mut bytes)?;
            if begins_page(&bytes) {
                self.page("-", bytes);
            } else {
                self.text("-", bytes);
            }
            Ok(())
        });
        if let Err(error) = result {
            self.refuse("-", why(&error));
        }
    }

    /// One article a line; a broken line is told of and the rest is read.
    fn lines(&mut self, name: &str, mut input: impl BufRead) -> io::Result<()> {
        let mut line = Vec::new();
        let mut broken = 0;
        for number in 1.. {
            line.clear();
            if input.read_until(b'\n', &mut line)? == 0 {
                break;
            }
            let content = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&line);
            let content = content.trim_ascii();
            if content.is_empty() {
                continue;
            }
            let record = serde_json::from_slice::<Record>(content).map_err(|error| {
                let error = in_line(&error);
                format!("not a document ({error}); a line holds one JSON object with a `text`")
            });
            let Err(message) = record.and_then(|record| self.record(name, number, record)) else {
                continue;
            };
            broken += 1;
            if broken <= BROKEN_LINES_TOLD {
                self.tell(name, Some(number), message, true);
            }
        }
        if broken > BROKEN_LINES_TOLD {
            let more = broken - BROKEN_LINES_TOLD;
            self.refuse(
                name,
                format!("{more} more lines are no documents; is this JSON Lines?"),
            );
        }
        Ok(())
    }

    /// A `.json` file: a list of articles, or objects one after the other.
    fn json(&mut self, name: &str, bytes: &[u8]) {
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let is_list = bytes.trim_ascii_start().starts_with(b"[");
        let values: Result<Vec<serde_json::Value>, _> = if is_list {
            serde_json::from_slice(bytes)
        } else {
            serde_json::Deserializer::from_slice(bytes)
                .into_iter()
                .collect()
        };
        let values = match values {
            Ok(values) => values,
            Err(error) => return self.refuse(name, format!("not JSON: {error}")),
        };
        if values.is_empty() {
            return self.tell(name, None, "holds no document, left out", false);
        }
        for (index, value) in values.into_iter().enumerate() {
            let number = index + 1;
            let result = serde_json::from_value::<Record>(value)
                .map_err(|error| error.to_string())
                .and_then(|record| self.record(name, number, record));
            if let Err(message) = result {
                self.refuse(name, format!("document {number} of the file: {message}"));
            }
        }
    }

    fn record(&mut self, name: &str, number: usize, record: Record) -> Result<(), String> {
        let (document, complaint) = record.document(&format!("{name}:{number}"), &self.options)?;
        if let Some(complaint) = complaint {
            self.tell(name, Some(number), complaint, false);
        }
        self.document(document);
        Ok(())
    }

    fn text(&mut self, name: &str, bytes: Vec<u8>) {
        let text = match charset::decode(bytes) {
            Ok(text) => text,
            Err(message) => return self.refuse(name, message),
        };
        let head = Head::of(&text);
        self.document(Document {
            outlet: self.options.outlet.clone().or(head.outlet).map(Into::into),
            published: self.options.published.or(head.published),
            title: head.title.map(Into::into),
            author: head.author.map(Into::into),
            url: head.url.map(Into::into),
            ..Document::new(name, text)
        });
    }

    fn page(&mut self, name: &str, bytes: Vec<u8>) {
        let html = match charset::decode_page(bytes) {
            Ok(html) => html,
            Err(message) => return self.refuse(name, message),
        };
        match page::document(name, &html, &self.options) {
            Ok(document) => self.document(document),
            Err(message) => self.tell(name, None, message, false),
        }
    }

    /// Takes a document in, unless there is nothing in it to work on.
    fn document(&mut self, mut document: Document) {
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

    fn refuse(&mut self, document: &str, message: impl Into<String>) {
        self.tell(document, None, message, true);
    }

    fn tell(
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

/// Whether this is a web page: "<!DOCTYPE html>", "<html lang=…".
fn begins_page(bytes: &[u8]) -> bool {
    let start = bytes.trim_ascii_start();
    let begins = |mark: &[u8]| {
        start
            .get(..mark.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(mark))
    };
    begins(b"<!doctype html") || begins(b"<html")
}

/// What an error of the operating system means to the user.
fn why(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or folder; check the path".to_owned(),
        io::ErrorKind::PermissionDenied => "may not be read; check its permissions".to_owned(),
        _ => format!("cannot be read: {}", error.to_string().to_lowercase()),
    }
}

/// serde counts lines of what it was given, which here is one line of a file.
fn in_line(error: &serde_json::Error) -> String {
    error.to_string().replace(" at line 1 column", " at column")
}

/// Takes the blanks off the front of `input` and gives them back.
fn leading_blanks(input: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut blanks = Vec::new();
    loop {
        let buffer = input.fill_buf()?;
        let mark = if blanks.is_empty() && buffer.starts_with("\u{feff}".as_bytes()) {
            3
        } else {
            0
        };
        let length = mark
            + buffer[mark..]
                .iter()
                .take_while(|byte| byte.is_ascii_whitespace())
                .count();
        if length == 0 {
            return Ok(blanks);
        }
        blanks.extend_from_slice(&buffer[..length]);
        input.consume(length);
    }
}
