//! `.docx`: a ZIP archive with the text in `word/document.xml`.

use std::io::{Cursor, Read as _};

use quick_xml::{Reader, events::Event};
use zip::{ZipArchive, result::ZipError};

use super::{
    facts::{Facts, filled},
    intake::{Read, Unread},
    xml,
};

/// No article is longer than this; a file that unpacks to more is no article.
const LARGEST: u64 = 256 << 20;

/// The paragraphs of a word processor's text, a blank line between them, with its title and author.
pub(super) fn read(bytes: &[u8]) -> Read {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let document = match part(&mut archive, "word/document.xml") {
        Ok(document) => document,
        Err(ZipError::FileNotFound) => {
            return Err(Unread::Broken(
                "a ZIP archive or an office file without text; unpack it, or save its text as .docx"
                    .to_owned(),
            ));
        }
        Err(error) => return Err(broken(&error)),
    };
    let properties = part(&mut archive, "docProps/core.xml").unwrap_or_default();
    let text = paragraphs(&document);
    if text.is_empty() {
        return Err(Unread::left_out("no text is in it"));
    }
    Ok((facts(&properties), text))
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Vec<u8>, ZipError> {
    let mut bytes = Vec::new();
    let file = archive.by_name(name)?;
    file.take(LARGEST).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn broken(error: &ZipError) -> Unread {
    let error = error.to_string().to_lowercase();
    Unread::Broken(format!(
        "a damaged office file ({error}); open it and save it anew"
    ))
}

/// The text of `<w:t>` in `<w:p>`; deleted text and field codes stand in other elements.
///
/// A damaged document gives what stands before the damage.
fn paragraphs(document: &[u8]) -> String {
    let document = String::from_utf8_lossy(document);
    let mut reader = Reader::from_str(&document);
    let (mut text, mut paragraph) = (String::new(), String::new());
    let mut in_text = false;
    // what older programs see in place of a drawing would be read twice
    let mut passed_over = 0_usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => match tag.local_name().as_ref() {
                "Fallback" => passed_over += 1,
                "t" => in_text = passed_over == 0,
                _ => {}
            },
            Ok(Event::End(tag)) => match tag.local_name().as_ref() {
                "Fallback" => passed_over = passed_over.saturating_sub(1),
                "t" => in_text = false,
                "p" => end_paragraph(&mut text, &mut paragraph),
                _ => {}
            },
            Ok(Event::Empty(tag)) if passed_over == 0 => match tag.local_name().as_ref() {
                "ta" => paragraph.push('\t'),
                "br" | "cr" => paragraph.push('\n'),
                "noBreakHyphen" => paragraph.push('-'),
                _ => {}
            },
            Ok(Event::Text(words)) if in_text => {
                paragraph.push_str(&words);
            }
            Ok(Event::GeneralRef(entity)) if in_text => {
                paragraph.push_str(&xml::entity(&entity));
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    end_paragraph(&mut text, &mut paragraph);
    text
}

fn end_paragraph(text: &mut String, paragraph: &mut String) {
    let words = paragraph.trim();
    if !words.is_empty() {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(words);
    }
    paragraph.clear();
}

/// Title and author; a text's own head may tell them better, but not surer.
fn facts(properties: &[u8]) -> Facts {
    let mut facts = Facts::default();
    for (name, value) in xml::leaves(properties) {
        match name.as_str() {
            "title" => facts.title = filled(&value),
            "creator" => facts.author = filled(&value),
            _ => {}
        }
    }
    facts
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::Write as _;

    use zip::{ZipWriter, write::SimpleFileOptions};

    use super::*;

    /// A `.docx` with these parts.
    pub(in crate::read) fn docx(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            writer
                .start_file(*name, SimpleFileOptions::default())
                .expect("memory takes it");
            writer
                .write_all(content.as_bytes())
                .expect("memory takes it");
        }
        writer.finish().expect("memory takes it").into_inner()
    }

    const BODY: &str = "<?xml version=\"1.0\"?><w:document><w:body>\
        <w:p><w:r><w:t>Six dead</w:t></w:r></w:p><w:p/>\
        <w:p><w:r><w:t xml:space=\"preserve\">Six </w:t></w:r><w:r><w:delText>old </w:delText></w:r>\
        <w:r><w:t>soldiers &amp; aides</w:t><w:br/><w:t>died.</w:t></w:r></w:p>\
        </w:body></w:document>";

    #[test]
    fn paragraphs_are_parted_by_blank_lines() {
        let properties = "<cp:coreProperties><dc:title>Six</dc:title><dc:creator>Mara Lindt</dc:creator></cp:coreProperties>";
        let file = docx(&[
            ("word/document.xml", BODY),
            ("docProps/core.xml", properties),
        ]);
        let (facts, text) = read(&file).expect("a text");
        assert_eq!(text, "Six dead\n\nSix soldiers & aides\ndied.");
        assert_eq!(facts.title.as_deref(), Some("Six"));
        assert_eq!(facts.author.as_deref(), Some("Mara Lindt"));
    }

    #[test]
    fn other_archives_and_damaged_ones_are_refused() {
        let table = docx(&[("xl/workbook.xml", "<x/>")]);
        assert!(matches!(read(&table), Err(Unread::Broken(why)) if why.contains("without text")));
        let mut damaged = docx(&[("word/document.xml", BODY)]);
        damaged.truncate(60);
        assert!(matches!(read(&damaged), Err(Unread::Broken(why)) if why.contains("damaged")));
    }
}
