use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// How much of a file the guess of its charset rests on.
const SAMPLE: usize = 1 << 20;

/// The text of a file, or why it is none.
///
/// UTF-8 stays as it is, byte for byte. Other charsets are guessed and decoded.
pub(crate) fn decode(bytes: Vec<u8>) -> Result<String, String> {
    if let Some(kind) = known_binary(&bytes) {
        return Err(format!(
            "{kind}, not text; save its text as .txt and give that"
        ));
    }
    if let Some(encoding) = utf16(&bytes) {
        return Ok(encoding.decode_with_bom_removal(&bytes).0.into_owned());
    }
    if bytes.contains(&0) {
        return Err("a binary file, not text; give .txt, .md, .html or .jsonl files".to_owned());
    }
    let (bytes, valid_up_to) = match String::from_utf8(bytes) {
        Ok(text) => return Ok(text),
        Err(error) => {
            let valid_up_to = error.utf8_error().valid_up_to();
            (error.into_bytes(), valid_up_to)
        }
    };
    if is_damaged_utf8(&bytes) {
        return Ok(String::from_utf8_lossy(&bytes).into_owned());
    }
    let encoding = guess(&bytes[valid_up_to..]);
    Ok(encoding.decode_without_bom_handling(&bytes).0.into_owned())
}

/// The source of a web page, in the charset that it names, if it is not in UTF-8 as most are.
pub(crate) fn decode_page(bytes: Vec<u8>) -> Result<String, String> {
    let head = &bytes[..bytes.len().min(1024)];
    let named = String::from_utf8_lossy(head)
        .split_once("charset=")
        .and_then(|(_, name)| {
            let name = name.trim_start_matches(['"', '\'']);
            let end = name.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c))?;
            Encoding::for_label(&name.as_bytes()[..end])
        });
    match named {
        Some(encoding) if std::str::from_utf8(&bytes).is_err() && !bytes.contains(&0) => {
            Ok(encoding.decode(&bytes).0.into_owned())
        }
        _ => decode(bytes),
    }
}

/// File formats that users mistake for text, by their first bytes.
fn known_binary(bytes: &[u8]) -> Option<&'static str> {
    let formats: [(&[u8], &str); 4] = [
        (b"%PDF-", "a PDF file"),
        (b"PK\x03\x04", "a ZIP archive or office file"),
        (b"\x1f\x8b", "a gzip archive"),
        (b"{\\rtf", "an RTF file"),
    ];
    formats
        .into_iter()
        .find_map(|(magic, name)| bytes.starts_with(magic).then_some(name))
}

/// UTF-16, by its byte order mark or by the zero in every other byte of Latin letters.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    match Encoding::for_bom(bytes) {
        Some((encoding, _)) if encoding == UTF_16LE || encoding == UTF_16BE => {
            return Some(encoding);
        }
        Some(_) => return None,
        None => {}
    }
    let sample = &bytes[..bytes.len().min(1024)];
    let zeros = |from: usize| {
        sample
            .iter()
            .skip(from)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (even, odd, half) = (zeros(0), zeros(1), sample.len() / 2);
    if half < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    match (even * 10 > half * 8, odd * 10 > half * 8) {
        (true, false) if odd == 0 => Some(UTF_16BE),
        (false, true) if even == 0 => Some(UTF_16LE),
        _ => None,
    }
}

/// UTF-8 with a few broken bytes: most of what is not ASCII is well formed, which bytes of another
/// charset hardly ever are.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut formed, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        formed += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    formed > broken
}

/// Windows-1252, KOI8-R, …: the likeliest charset of bytes that are no UTF-8.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(SAMPLE)], true);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        assert_eq!(decode(bytes.to_vec()).as_deref(), Ok(expected));
    }

    #[track_caller]
    fn refuse(bytes: &[u8], expected: &str) {
        assert_eq!(decode(bytes.to_vec()), Err(expected.to_owned()));
    }

    fn utf16_bytes(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn utf8_stays_as_it_is() {
        check(
            "\u{feff}Erdoğan said:\r\n“No”".as_bytes(),
            "\u{feff}Erdoğan said:\r\n“No”",
        );
        check(b"", "");
    }

    #[test]
    fn western_charsets_are_decoded() {
        check(
            b"The mayor of M\xe1laga said \x93six\x94 people had died at the caf\xe9.",
            "The mayor of Málaga said “six” people had died at the café.",
        );
    }

    #[test]
    fn pages_name_their_charset() {
        let page = b"<meta charset=\"windows-1250\"><p>\x9aest mu\x9e\xf9</p>";
        let decoded = decode_page(page.to_vec());
        assert_eq!(
            decoded.as_deref(),
            Ok("<meta charset=\"windows-1250\"><p>šest mužů</p>")
        );
    }

    #[test]
    fn utf16_is_known_with_and_without_its_mark() {
        let text = "Six soldiers were killed near Málaga.";
        let mut marked = vec![0xff, 0xfe];
        marked.extend(utf16_bytes(text, u16::to_le_bytes));
        check(&marked, text);
        check(&utf16_bytes(text, u16::to_le_bytes), text);
        check(&utf16_bytes(text, u16::to_be_bytes), text);
    }

    #[test]
    fn a_broken_byte_does_not_change_the_charset() {
        let mut bytes = "“Erdoğan”, said Đilas, ".as_bytes().to_vec();
        bytes.push(0xc4);
        check(&bytes, "“Erdoğan”, said Đilas, \u{fffd}");
    }

    #[test]
    fn other_files_are_refused_by_name() {
        refuse(
            b"%PDF-1.7 ...",
            "a PDF file, not text; save its text as .txt and give that",
        );
        refuse(
            b"\x7fELF\x00\x01",
            "a binary file, not text; give .txt, .md, .html or .jsonl files",
        );
    }
}
