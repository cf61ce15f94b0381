use std::path::Path;

/// How the documents of a file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// One article as plain text or Markdown.
    Text,
    /// One article as a saved web page.
    Page,
    /// A web page that a browser saved with all its parts: `.mhtml`.
    Snapshot,
    /// One article a line, as JSON.
    Lines,
    /// One article or a list of them, as JSON.
    Json,
    /// A feed: RSS or Atom, an article an entry.
    Feed,
    /// A text of a word processor: `.docx`.
    Office,
    /// A PDF file.
    Pdf,
    /// What a crawler fetched: WARC.
    Archive,
    /// A table of files: a manifest.
    Manifest,
}

/// Ways in which a file may be packed, by the ends of their names.
const PACKED: [&str; 3] = ["gz", "zst", "zstd"];

impl Kind {
    /// What a file's name says about it: `a.txt`, `news.jsonl.gz`.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        if PACKED.contains(&extension.as_str()) {
            let inner = Path::new(path.file_stem()?);
            return Self::of(inner).filter(|_| inner.extension().is_some());
        }
        match extension.as_str() {
            "txt" | "text" | "md" | "markdown" => Some(Self::Text),
            "html" | "htm" | "xhtml" => Some(Self::Page),
            "mhtml" | "mht" => Some(Self::Snapshot),
            "jsonl" | "ndjson" => Some(Self::Lines),
            "json" => Some(Self::Json),
            "rss" | "atom" | "xml" => Some(Self::Feed),
            "docx" => Some(Self::Office),
            "pdf" => Some(Self::Pdf),
            "warc" | "wet" => Some(Self::Archive),
            "csv" => Some(Self::Manifest),
            _ => None,
        }
    }

    /// Whether such files are taken out of a folder; `.json` files there are mostly settings, `.csv`
    /// files mostly tables of figures.
    pub(super) fn in_folders(self) -> bool {
        !matches!(self, Self::Json | Self::Manifest)
    }

    /// What a file is, by its name and, where the name lies or says nothing, by how it begins.
    pub(super) fn decide(by_name: Option<Self>, start: &[u8]) -> Self {
        let content = Content(start);
        if let Some(kind) = content.marked() {
            return kind;
        }
        let by_content = content.as_page().or_else(|| content.as_json());
        match by_name {
            Some(kind @ Self::Manifest) => kind,
            Some(kind @ (Self::Lines | Self::Feed)) => by_content.unwrap_or(kind),
            Some(kind @ Self::Json) => match by_content {
                Some(Self::Page) => Self::Page,
                Some(Self::Lines) if content.is_several_lines() => Self::Lines,
                _ => kind,
            },
            Some(Self::Page) if by_content.is_some() => by_content.unwrap_or(Self::Page),
            Some(Self::Page) if content.has_tags() || start.contains(&0) => Self::Page,
            _ => by_content.unwrap_or(Self::Text),
        }
    }
}

/// The first bytes of a file.
struct Content<'b>(&'b [u8]);

impl Content<'_> {
    /// Kinds that begin with a mark of their own.
    fn marked(&self) -> Option<Kind> {
        if self.0.starts_with(b"%PDF-") {
            return Some(Kind::Pdf);
        }
        if self.0.starts_with(b"PK\x03\x04") {
            return Some(Kind::Office);
        }
        if self.0.starts_with(b"WARC/") {
            return Some(Kind::Archive);
        }
        if self.is_snapshot() {
            return Some(Kind::Snapshot);
        }
        self.root().and_then(|root| {
            let feeds: [&[u8]; 3] = [b"rss", b"feed", b"rdf:rdf"];
            let name = root.to_ascii_lowercase();
            feeds.contains(&name.as_slice()).then_some(Kind::Feed)
        })
    }

    /// Headers of a mail, with a page behind them.
    fn is_snapshot(&self) -> bool {
        let head = self.0[..self.0.len().min(2_048)].to_ascii_lowercase();
        let holds = |mark: &[u8]| head.windows(mark.len()).any(|bytes| bytes == mark);
        let begins = |mark: &[u8]| head.starts_with(mark);
        (begins(b"from:") || begins(b"mime-version:") || begins(b"snapshot-content-location:"))
            && holds(b"\nmime-version:") | begins(b"mime-version:")
            && holds(b"content-type: multipart/related")
    }

    /// "<!DOCTYPE html>", "<html lang=…"
    fn as_page(&self) -> Option<Kind> {
        let start = self.text();
        let begins = |mark: &[u8]| {
            (start.get(..mark.len())).is_some_and(|start| start.eq_ignore_ascii_case(mark))
        };
        let is_page = begins(b"<!doctype html")
            || self
                .root()
                .is_some_and(|root| root.eq_ignore_ascii_case(b"html"));
        is_page.then_some(Kind::Page)
    }

    /// `{"text": …`: one object a line, or one over several lines; `[{…`: a list.
    fn as_json(&self) -> Option<Kind> {
        let start = self.text();
        if let Some(list) = start.strip_prefix(b"[") {
            let first = list.trim_ascii_start();
            return (first.starts_with(b"{")).then_some(Kind::Json);
        }
        let object = start.strip_prefix(b"{")?;
        let begins_line = |bytes: &[u8]| {
            let bytes = bytes.trim_ascii_start();
            bytes.starts_with(b"\"") || bytes.starts_with(b"}")
        };
        if !begins_line(object) {
            return None;
        }
        let line = start.split(|byte| *byte == b'\n').next().unwrap_or(start);
        let is_whole = line.len() == start.len()
            || serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok()
            // a broken line is still a line, unless the next one goes on with the object
            || !begins_line(&start[line.len()..]);
        Some(if is_whole { Kind::Lines } else { Kind::Json })
    }

    fn is_several_lines(&self) -> bool {
        self.text().trim_ascii_end().contains(&b'\n')
    }

    fn has_tags(&self) -> bool {
        (self.0.windows(2)).any(|pair| {
            pair[0] == b'<' && (pair[1].is_ascii_alphabetic() || matches!(pair[1], b'/' | b'!'))
        })
    }

    /// The name of the first element, past a declaration and comments.
    fn root(&self) -> Option<&[u8]> {
        let mut rest = self.text();
        loop {
            let end: &[u8] = if rest.starts_with(b"<!--") {
                b"-->"
            } else if rest.starts_with(b"<?") || rest.starts_with(b"<!") {
                b">"
            } else {
                break;
            };
            let at = rest.windows(end.len()).position(|bytes| bytes == end)?;
            rest = rest[at + end.len()..].trim_ascii_start();
        }
        let name = rest.strip_prefix(b"<")?;
        let end = (name.iter()).position(|byte| !byte.is_ascii_alphanumeric() && *byte != b':')?;
        Some(&name[..end])
    }

    /// The bytes behind a byte order mark and blanks.
    fn text(&self) -> &[u8] {
        let bytes = self.0;
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        bytes.trim_ascii_start()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, start: &str, expected: Kind) {
        let by_name = Kind::of(name.as_ref());
        assert_eq!(Kind::decide(by_name, start.as_bytes()), expected, "{name}");
    }

    #[test]
    fn names_tell_the_kind_packed_or_not() {
        let kinds = [
            ("a.TXT", Some(Kind::Text)),
            ("a.jsonl.gz", Some(Kind::Lines)),
            ("a.warc.zst", Some(Kind::Archive)),
            ("backup.tar.gz", None),
            ("gz", None),
            ("a.gz", None),
        ];
        for (name, kind) in kinds {
            assert_eq!(Kind::of(name.as_ref()), kind, "{name}");
        }
    }

    #[test]
    fn content_goes_before_a_name_that_lies() {
        check("a.txt", "%PDF-1.7\n", Kind::Pdf);
        check("a.html", "PK\u{3}\u{4}", Kind::Office);
        check("a.txt", "<!-- saved -->\n<HTML lang=en>", Kind::Page);
        check(
            "a.xml",
            "<?xml version='1.0'?>\n<rss version='2.0'>",
            Kind::Feed,
        );
        check(
            "a.html",
            "<?xml version='1.0'?><feed xmlns='…'>",
            Kind::Feed,
        );
        check("a.xml", "<!DOCTYPE html><p>", Kind::Page);
        check("a.html", "Six soldiers died, 5 < 6.", Kind::Text);
        check("a.docx", "Six soldiers died.", Kind::Text);
        check("a.warc", "WARC/1.0\r\n", Kind::Archive);
        check(
            "a.html",
            "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n",
            Kind::Snapshot,
        );
    }

    #[test]
    fn json_is_one_object_a_line_or_a_whole() {
        check("-", "{\"text\": \"Six died.\"}\n{\"text\"", Kind::Lines);
        check(
            "a.json",
            "{\"text\": \"Six died.\"}\n{\"text\"",
            Kind::Lines,
        );
        check("a.jsonl", "{\n  \"text\": \"Six died.\"\n}", Kind::Json);
        check("a.jsonl", "[{\"text\": \"Six died.\"}]", Kind::Json);
        check(
            "a.jsonl",
            "{\"text\": \"Six\n{\"text\": \"Six died.\"}",
            Kind::Lines,
        );
        check("a.txt", "{\"text\": \"Six died.\"}", Kind::Lines);
    }

    #[test]
    fn texts_that_begin_with_a_bracket_stay_texts() {
        check("a.txt", "[TEXT] Six soldiers died.", Kind::Text);
        check("a.txt", "{Updated} Six soldiers died.", Kind::Text);
        check("a.txt", "<Update> Six soldiers died.", Kind::Text);
    }
}
