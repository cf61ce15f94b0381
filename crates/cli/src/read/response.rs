//! The answer of a web server, as a crawler keeps it.

use std::io::{self, BufRead as _, Read as _};

use super::{archive::Headers, intake::Unread};

/// No article unpacks to more.
const LARGEST: u64 = 32 << 20;

/// What a server sent.
#[derive(Debug)]
pub(super) struct Response {
    /// Of what kind: "text/html; charset=utf-8".
    pub(super) kind: String,
    pub(super) body: Vec<u8>,
}

impl Response {
    /// Reads a good answer, unpacked; `None` for errors and redirections.
    pub(super) fn read(bytes: &[u8]) -> Result<Option<Self>, Unread> {
        let broken = |_: io::Error| Unread::Broken("an answer without a head".to_owned());
        let mut input = bytes;
        let mut status = Vec::new();
        input.read_until(b'\n', &mut status).map_err(broken)?;
        let is_good = status.split(|byte| *byte == b' ').nth(1) == Some(b"200");
        let Some(headers) = Headers::read(&mut input).map_err(broken)? else {
            return Ok(None);
        };
        let kind = headers.get("content-type").unwrap_or_default().to_owned();
        let response = Self {
            kind,
            body: Vec::new(),
        };
        if !is_good || !(response.is_page() || response.is_text()) {
            return Ok(None);
        }
        let is_chunked = headers
            .get("transfer-encoding")
            .is_some_and(|coding| coding.eq_ignore_ascii_case("chunked"));
        // crawlers often keep the header of what they have put together already
        let body = match is_chunked.then(|| joined(input)).flatten() {
            Some(body) => body,
            None => input.to_vec(),
        };
        let body = unpacked(headers.get("content-encoding"), body)?;
        Ok(Some(Self { body, ..response }))
    }

    pub(super) fn is_page(&self) -> bool {
        let kind = self.kind.to_ascii_lowercase();
        kind.starts_with("text/html") || kind.starts_with("application/xhtml")
    }

    pub(super) fn is_text(&self) -> bool {
        self.kind.to_ascii_lowercase().starts_with("text/plain")
    }
}

/// The body that was sent in chunks: "1a\r\n…\r\n0\r\n"; `None` if it was not.
fn joined(mut input: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::with_capacity(input.len());
    loop {
        let end = input.iter().position(|byte| *byte == b'\n')?;
        let size = std::str::from_utf8(&input[..end]).ok()?;
        let size = size.split(';').next()?.trim();
        let size = usize::from_str_radix(size, 16).ok()?;
        input = &input[end + 1..];
        if size == 0 {
            return Some(body);
        }
        body.extend(input.get(..size)?);
        input = input.get(size..)?;
        input = input
            .strip_prefix(b"\r\n")
            .or_else(|| input.strip_prefix(b"\n"))?;
    }
}

fn unpacked(encoding: Option<&str>, body: Vec<u8>) -> Result<Vec<u8>, Unread> {
    let encoding = encoding.unwrap_or("identity").to_ascii_lowercase();
    // crawlers often keep the header of what they have unpacked already
    let is_packed = match encoding.as_str() {
        "gzip" | "x-gzip" => body.starts_with(b"\x1f\x8b"),
        "deflate" => !body.trim_ascii_start().starts_with(b"<"),
        "zstd" => body.starts_with(b"\x28\xb5\x2f\xfd"),
        "br" if !body.trim_ascii_start().starts_with(b"<") => {
            return Err(Unread::Broken("packed by Brotli".to_owned()));
        }
        _ => false,
    };
    if !is_packed {
        return Ok(body);
    }
    let mut bytes = Vec::new();
    let result = if encoding == "deflate" {
        let decoder = flate2::read::ZlibDecoder::new(body.as_slice());
        decoder.take(LARGEST).read_to_end(&mut bytes)
    } else {
        super::packed::unpacked(body.as_slice())
            .and_then(|input| input.take(LARGEST).read_to_end(&mut bytes))
    };
    match result {
        // a page that was cut is still a page
        Err(error) if bytes.is_empty() => Err(unreadable(&error)),
        _ => Ok(bytes),
    }
}

fn unreadable(error: &io::Error) -> Unread {
    Unread::Broken(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_joined() {
        let answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n<p>S\r\n3;x\r\nix.\r\n0\r\n\r\n";
        let response = Response::read(answer).expect("whole").expect("good");
        assert_eq!(response.body, b"<p>Six.");
        assert!(response.is_page());
    }

    #[test]
    fn a_header_of_what_was_joined_already_is_passed_over() {
        let answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n<p>Six.";
        let response = Response::read(answer).expect("whole").expect("good");
        assert_eq!(response.body, b"<p>Six.");
    }
}
