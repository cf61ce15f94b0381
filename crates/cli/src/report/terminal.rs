//! What the reader of a text report sees it on.

use std::fmt;

use anstyle::{Effects, Style};

/// A terminal, or a file that is read like one.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Terminal {
    /// Colours are wanted and can be shown.
    pub styled: bool,
    /// Lines are wrapped to so many columns; without it lines of words run on, as in a file.
    pub width: Option<usize>,
    /// Places in documents can be links.
    pub links: bool,
}

impl Terminal {
    /// Columns that quoted lines are trimmed to; fixed where none are known, so that a report is the
    /// same everywhere.
    pub(super) fn columns(self) -> usize {
        self.width.map_or(100, |width| width.clamp(50, 140))
    }

    /// Words in this style, where styles are shown.
    pub(super) fn style<T: fmt::Display>(self, style: Style, words: T) -> String {
        if self.styled {
            format!("{style}{words}{style:#}")
        } else {
            words.to_string()
        }
    }

    pub(super) fn bold<T: fmt::Display>(self, words: T) -> String {
        self.style(Style::new().effects(Effects::BOLD), words)
    }

    /// A paragraph: its first line begins with `first`, the others with as many blanks.
    pub(super) fn paragraph(
        self,
        f: &mut fmt::Formatter<'_>,
        first: &str,
        words: &str,
    ) -> fmt::Result {
        if self.width.is_none() {
            return writeln!(f, "{first}{words}");
        }
        let blanks = " ".repeat(first.chars().count());
        let options = textwrap::Options::new(self.columns())
            .initial_indent(first)
            .subsequent_indent(&blanks);
        writeln!(f, "{}", textwrap::fill(words, options))
    }
}

/// Words that fit into so many columns.
pub(super) fn fitted(words: &str, room: usize) -> String {
    if words.chars().count() <= room {
        return words.to_owned();
    }
    let kept: String = words.chars().take(room.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// A drawn snippet in which the document's name, with line and column, is a link.
pub(super) fn linked(drawn: &str, name: &str, target: &str) -> String {
    let Some(start) = drawn.find(name) else {
        return drawn.to_owned();
    };
    let behind = &drawn[start + name.len()..];
    let tail = behind.find(|c: char| c != ':' && !c.is_ascii_digit());
    let end = start + name.len() + tail.unwrap_or(behind.len());
    let (before, words, after) = (&drawn[..start], &drawn[start..end], &drawn[end..]);
    format!("{before}\u{1b}]8;;{target}\u{1b}\\{words}\u{1b}]8;;\u{1b}\\{after}")
}

/// Where a document can be opened: its address on the web, or its file.
pub(super) fn target(id: &str, url: Option<&str>) -> Option<String> {
    let is_web = |url: &&str| url.starts_with("https://") || url.starts_with("http://");
    if let Some(url) = url.filter(is_web) {
        return Some(escaped(url, ":/?#[]@!$&'()*+,;=%"));
    }
    let path = std::fs::canonicalize(id).ok()?;
    Some(format!("file://{}", escaped(path.to_str()?, "/")))
}

/// Bytes that could end the link, or mean something else in it, as hexadecimals.
fn escaped(address: &str, kept: &str) -> String {
    use fmt::Write as _;
    let mut escaped = String::with_capacity(address.len());
    for byte in address.bytes() {
        let c = char::from(byte);
        if c.is_ascii_alphanumeric() || "-._~".contains(c) || (byte.is_ascii() && kept.contains(c))
        {
            escaped.push(c);
        } else {
            // writing to a string cannot fail
            let _ = write!(escaped, "%{byte:02X}");
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_a_link_with_its_line() {
        assert_eq!(
            linked("╭▸ a.txt:3:7\nmore", "a.txt", "file:///a.txt"),
            "╭▸ \u{1b}]8;;file:///a.txt\u{1b}\\a.txt:3:7\u{1b}]8;;\u{1b}\\\nmore"
        );
        assert_eq!(linked("a.txt:3", "b.txt", "file:///b.txt"), "a.txt:3");
    }

    #[test]
    fn an_address_cannot_leave_its_link() {
        let hostile = "https://a.org/\u{1b}\\\u{7}b c";
        assert_eq!(
            target("x", Some(hostile)).unwrap(),
            "https://a.org/%1B%5C%07b%20c"
        );
        assert_eq!(target("no such file", Some("javascript:alert(1)")), None);
    }
}
