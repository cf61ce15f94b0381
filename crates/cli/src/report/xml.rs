//! Elements of XML, written by a library that escapes them.

use std::io::Write;

use anyhow::Result;
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event},
};

use super::words::Plain;

/// A document under way.
pub(super) struct Xml<W: Write> {
    writer: Writer<W>,
}

impl<W: Write> Xml<W> {
    pub(super) fn new(out: W) -> Result<Self> {
        let mut writer = Writer::new_with_indent(out, b' ', 1);
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        Ok(Self { writer })
    }

    /// Opens an element.
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> Result<()> {
        Ok(self
            .writer
            .write_event(Event::Start(start(name, attributes)))?)
    }

    /// Closes the element of this name.
    pub(super) fn close(&mut self, name: &str) -> Result<()> {
        Ok(self.writer.write_event(Event::End(BytesEnd::new(name)))?)
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> Result<()> {
        Ok(self
            .writer
            .write_event(Event::Empty(start(name, attributes)))?)
    }

    /// An element with words in it.
    pub(super) fn words(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        words: &str,
    ) -> Result<()> {
        self.open(name, attributes)?;
        self.writer
            .write_event(Event::Text(BytesText::new(&legal(words))))?;
        self.close(name)
    }

    /// Ends the document with a line break.
    pub(super) fn finish(self) -> Result<()> {
        let mut out = self.writer.into_inner();
        writeln!(out)?;
        Ok(out.flush()?)
    }
}

fn start<'a>(name: &'a str, attributes: &[(&str, &str)]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, legal(value).as_str()));
    }
    start
}

/// Words without the characters that XML knows no way to write.
fn legal(words: &str) -> String {
    let plain = Plain(words).to_string();
    plain.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_document_are_only_words() {
        let mut written = Vec::new();
        let mut xml = Xml::new(&mut written).unwrap();
        xml.words("a", &[("b", "\"<'&\u{0}")], "</a>\u{ffff}&")
            .unwrap();
        xml.finish().unwrap();
        let written = String::from_utf8(written).unwrap();
        assert!(written.contains("&lt;/a&gt;\u{fffd}&amp;</a>"), "{written}");
        assert!(
            written.contains("b=\"&quot;&lt;&apos;&amp;\u{fffd}\""),
            "{written}"
        );
    }
}
