//! What readers of XML share.

use quick_xml::{
    Reader,
    events::{BytesRef, Event},
};

/// "&" of `&amp;`, "—" of `&#8212;`; an entity that XML does not know stays as it is.
pub(super) fn entity(entity: &BytesRef) -> String {
    if let Ok(Some(letter)) = entity.resolve_char_ref() {
        return letter.to_string();
    }
    match &**entity {
        "amp" => "&".to_owned(),
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        "nbsp" => "\u{a0}".to_owned(),
        name => format!("&{name};"),
    }
}

/// The elements that hold text only, by their names without prefixes: `<dc:title>Six</dc:title>`.
pub(super) fn leaves(xml: &[u8]) -> Vec<(String, String)> {
    let xml = String::from_utf8_lossy(xml);
    let mut reader = Reader::from_str(&xml);
    let mut leaves = Vec::new();
    let mut text = String::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(_)) => text.clear(),
            Ok(Event::Text(words)) => text.push_str(&words),
            Ok(Event::GeneralRef(reference)) => text.push_str(&entity(&reference)),
            Ok(Event::End(tag)) => {
                let name = tag.local_name().as_ref().to_owned();
                leaves.push((name, std::mem::take(&mut text)));
            }
            Ok(Event::Eof) | Err(_) => return leaves,
            Ok(_) => {}
        }
    }
}
