//! WARC: what a crawler fetched, one record after the other, read as it comes.

use std::io::{self, BufRead, Read as _};

use rashomon_extractor::Document;

use super::{
    charset,
    facts::{self, Facts},
    intake::{Intake, Unread},
    page,
    response::Response,
};

/// Records that are larger hold no article of news.
const LARGEST: u64 = 32 << 20;
/// Headers are short.
const MOST_HEADER: u64 = 64 << 10;

/// The headers of a record.
#[derive(Debug, Default)]
pub(super) struct Headers(Vec<(String, String)>);

impl Headers {
    /// Reads lines of headers up to the blank one; `None` where there is no more.
    pub(super) fn read(input: &mut impl BufRead) -> io::Result<Option<Self>> {
        let mut headers = Self::default();
        let mut line = Vec::new();
        let mut left = MOST_HEADER;
        loop {
            line.clear();
            let length = input.take(left).read_until(b'\n', &mut line)?;
            if length == 0 {
                let is_whole = left > 0 && headers.0.is_empty();
                return if is_whole { Ok(None) } else { Err(cut()) };
            }
            left -= length as u64;
            let text = String::from_utf8_lossy(line.trim_ascii());
            match text.split_once(':') {
                _ if text.is_empty() => return Ok(Some(headers)),
                Some((name, value)) => {
                    let name = name.trim().to_ascii_lowercase();
                    headers.0.push((name, value.trim().to_owned()));
                }
                None => {}
            }
        }
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let header = self.0.iter().find(|(known, _)| known == name);
        header.map(|(_, value)| value.as_str())
    }
}

fn cut() -> io::Error {
    io::Error::new(io::ErrorKind::UnexpectedEof, "a record without an end")
}

/// What was left out of an archive, counted: crawls hold thousands of pages.
#[derive(Debug, Default)]
struct LeftOut {
    without_article: usize,
    too_large: usize,
    unreadable: usize,
}

impl Intake {
    /// Every page of an archive; one record is held at a time.
    pub(super) fn archive(&mut self, name: &str, mut input: impl BufRead) -> io::Result<()> {
        let mut left_out = LeftOut::default();
        let mut number = 0;
        let result = loop {
            if self.is_full {
                break Ok(());
            }
            match next(&mut input) {
                Ok(Some((headers, length))) => {
                    number += 1;
                    let id = format!("{name}:{number}");
                    if let Err(error) =
                        self.archived(&id, &headers, length, &mut input, &mut left_out)
                    {
                        break Err(error);
                    }
                }
                Ok(None) => break Ok(()),
                Err(error) => break Err(error),
            }
        };
        let counts = [
            (left_out.without_article, "pages hold no article"),
            (left_out.too_large, "records are larger than 32 MB"),
            (
                left_out.unreadable,
                "answers are packed in a way that is not read",
            ),
        ];
        for (count, why) in counts.into_iter().filter(|(count, _)| *count > 0) {
            self.tell(name, None, format!("{count} {why}, left out"), false);
        }
        result
    }

    fn archived(
        &mut self,
        id: &str,
        headers: &Headers,
        length: u64,
        input: &mut impl BufRead,
        left_out: &mut LeftOut,
    ) -> io::Result<()> {
        let mut record = input.take(length);
        if length > LARGEST && is_wanted(headers) {
            left_out.too_large += 1;
        } else if is_wanted(headers) {
            let mut bytes = Vec::new();
            record.read_to_end(&mut bytes)?;
            if (bytes.len() as u64) < length {
                return Err(cut());
            }
            match self.fetched(id, headers, bytes) {
                Ok(Some(document)) => self.document(document),
                Ok(None) => {}
                Err(Unread::LeftOut(_)) => left_out.without_article += 1,
                Err(Unread::Broken(_)) => left_out.unreadable += 1,
            }
            return Ok(());
        }
        let passed = io::copy(&mut record, &mut io::sink())?;
        if passed < length { Err(cut()) } else { Ok(()) }
    }

    /// The article of a record, if a page or a text was fetched.
    fn fetched(
        &self,
        id: &str,
        headers: &Headers,
        bytes: Vec<u8>,
    ) -> Result<Option<Document>, Unread> {
        let content = match headers.get("warc-type") {
            Some("response") => Response::read(&bytes)?,
            _ => Some(Response {
                kind: headers.get("content-type").unwrap_or_default().to_owned(),
                body: bytes,
            }),
        };
        let Some(content) = content else {
            return Ok(None);
        };
        let url = headers.get("warc-target-uri");
        let url = url.map(|url| url.trim_matches(['<', '>']).to_owned());
        let fetched = Facts {
            outlet: url.as_deref().and_then(facts::site),
            published: url.as_deref().and_then(facts::day_of),
            url,
            ..Facts::default()
        };
        let (facts, text) = if content.is_page() {
            page::read(content.body)?
        } else if content.is_text() {
            let text = charset::decode(content.body).map_err(Unread::Broken)?;
            (Facts::default(), text)
        } else {
            return Ok(None);
        };
        Ok(Some(facts.or(fetched).document(id, text, &self.options)))
    }
}

/// The headers of the next record, and the length of what follows.
fn next(input: &mut impl BufRead) -> io::Result<Option<(Headers, u64)>> {
    // blank lines part the records
    loop {
        let buffer = input.fill_buf()?;
        let blanks = buffer
            .iter()
            .take_while(|b| b.is_ascii_whitespace())
            .count();
        if blanks == 0 {
            break;
        }
        input.consume(blanks);
    }
    let Some(headers) = Headers::read(input)? else {
        return Ok(None);
    };
    let length = headers.get("content-length").and_then(|n| n.parse().ok());
    let length = length
        .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "a record without its length"))?;
    Ok(Some((headers, length)))
}

/// Whether a record holds what was fetched; requests and notes of the crawler are passed over.
fn is_wanted(headers: &Headers) -> bool {
    matches!(
        headers.get("warc-type"),
        Some("response" | "resource" | "conversion")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Options, Reading};

    fn record(kind: &str, url: &str, content: &[u8]) -> Vec<u8> {
        let head = format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: text/plain\r\n\
             Content-Length: {}\r\n\r\n",
            content.len()
        );
        [head.as_bytes(), content, b"\r\n\r\n"].concat()
    }

    fn answer(headers: &str, body: &[u8]) -> Vec<u8> {
        [format!("HTTP/1.1 {headers}\r\n\r\n").as_bytes(), body].concat()
    }

    fn clash() -> String {
        let body =
            "<p>Six soldiers were killed near Harran on Monday, the army said, in a clash.</p>";
        format!(
            "<html><head><title>Six dead</title></head><body><article><h1>Six dead</h1>{}</article></body></html>",
            body.repeat(8)
        )
    }

    fn read(archive: &[u8]) -> (Reading, Option<String>) {
        let mut intake = Intake::new(&Options::default());
        let result = intake.archive("a.warc", archive);
        (intake.finish(), result.err().map(|error| error.to_string()))
    }

    #[test]
    fn pages_that_were_fetched_are_read() {
        let url = "https://www.wire.example/2020/02/04/six";
        let page = clash();
        let packed = crate::read::packed::tests::gzip(page.as_bytes());
        let archive = [
            record("warcinfo", "", b"software: x"),
            record("request", url, b"GET /six HTTP/1.1\r\n\r\n"),
            record(
                "response",
                url,
                &answer("200 OK\r\nContent-Type: text/html", page.as_bytes()),
            ),
            record(
                "response",
                url,
                &answer(
                    "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip",
                    &packed,
                ),
            ),
            record(
                "response",
                url,
                &answer("404 Not Found\r\nContent-Type: text/html", b"<html>"),
            ),
            record(
                "response",
                url,
                &answer("200 OK\r\nContent-Type: image/png", b"\x89PNG"),
            ),
            record("conversion", url, b"Six soldiers died."),
            record(
                "response",
                url,
                &answer("200 OK\r\nContent-Type: text/html", b"<html></html>"),
            ),
        ]
        .concat();
        let (reading, error) = read(&archive);
        assert_eq!(error, None);
        let ids: Vec<_> = reading.documents.iter().map(|d| d.id.as_str()).collect();
        assert_eq!(ids, ["a.warc:3", "a.warc:4", "a.warc:7"]);
        let first = &reading.documents[0];
        assert_eq!(first.outlet.as_deref(), Some("wire.example"));
        assert_eq!(
            first.published.map(|d| d.to_string()).as_deref(),
            Some("2020-02-04")
        );
        assert_eq!(first.text, reading.documents[1].text);
        let problems: Vec<_> = reading.problems.iter().map(ToString::to_string).collect();
        assert_eq!(problems, ["a.warc: 1 pages hold no article, left out"]);
    }

    #[test]
    fn a_cut_archive_gives_the_records_before() {
        let mut archive = record("conversion", "https://wire.example/", b"Six soldiers died.");
        let half = record(
            "conversion",
            "https://wire.example/",
            b"Eight soldiers died.",
        );
        archive.extend(&half[..half.len() - 12]);
        let (reading, error) = read(&archive);
        assert_eq!(reading.documents.len(), 1);
        assert_eq!(error.as_deref(), Some("a record without an end"));
    }
}
