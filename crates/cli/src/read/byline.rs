use super::date;

/// Words of the names of outlets; a name without one of them is a person's.
const OUTLET_WORDS: [&str; 36] = [
    "agency",
    "broadcasting",
    "bulletin",
    "center",
    "centre",
    "chronicle",
    "courier",
    "daily",
    "dispatch",
    "express",
    "gazette",
    "globe",
    "guardian",
    "herald",
    "institute",
    "journal",
    "magazine",
    "mail",
    "media",
    "monitor",
    "network",
    "news",
    "observer",
    "post",
    "press",
    "radio",
    "report",
    "research",
    "review",
    "service",
    "star",
    "telegraph",
    "times",
    "tribune",
    "tv",
    "wire",
];
/// Words that stand before a date in a sentence, not in a dateline.
const PREPOSITIONS: [&str; 16] = [
    "after", "and", "before", "between", "by", "dated", "for", "from", "in", "of", "on", "since",
    "the", "to", "until", "was",
];
/// Words of a head that are no names.
const LABELS: [&str; 12] = [
    "by",
    "date",
    "issued",
    "on",
    "posted",
    "publication",
    "published",
    "released",
    "of",
    "written",
    "first",
    "at",
];

/// Whom a line names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Byline {
    Person(String),
    Outlet(String),
}

/// The author of "By Mara Lindt | February 4, 2020", "by [Mara Lindt](#), The Wire".
pub(crate) fn by(line: &str) -> Option<String> {
    let rest = line
        .strip_prefix("By ")
        .or_else(|| line.strip_prefix("BY "))
        .or_else(|| line.strip_prefix("by "))?;
    let rest = rest.trim_start_matches(['[', ' ']);
    let end = rest
        .find(|c: char| {
            matches!(c, '|' | ',' | ']' | '(' | '[' | ';' | '/' | '•') || c.is_ascii_digit()
        })
        .unwrap_or(rest.len());
    let name = rest[..end].trim_matches([' ', '-', '–', '—', '*']);
    is_name(name, 6).then(|| name.to_owned())
}

/// The person or outlet that a short line names, if it is nothing but a name.
pub(crate) fn names(line: &str) -> Option<Byline> {
    let words: Vec<_> = line
        .split([' ', ',', '|', '•', '*', ':'])
        .filter(|word| !word.is_empty() && !LABELS.contains(&word.to_ascii_lowercase().as_str()))
        .skip_while(|word| date::is_weekday(word))
        .collect();
    let words = match words.as_slice() {
        [first @ .., last] if date::is_weekday(last) => first,
        words => words,
    };
    let name = words.join(" ");
    if !is_name(&name, 4) {
        return None;
    }
    let is_outlet = words.iter().any(|word| {
        let word = word.to_ascii_lowercase();
        OUTLET_WORDS.contains(&word.as_str()) || word.contains(".com") || word.contains(".org")
    });
    match words.len() {
        _ if is_outlet => Some(Byline::Outlet(name)),
        // a single word may be a place: "BOGOTA, 27 APR 90"
        0 | 1 => None,
        _ => Some(Byline::Person(name)),
    }
}

/// Up to `most` words with capital letters.
fn is_name(name: &str, most: usize) -> bool {
    let mut words = name.split_whitespace();
    let is_word = |word: &str| {
        let is_small = ["and", "de", "al", "bin", "van", "von", "of", "the"].contains(&word);
        is_small || word.starts_with(|c: char| c.is_uppercase())
    };
    let count = words.clone().count();
    (1..=most).contains(&count)
        && words.all(is_word)
        && name.starts_with(char::is_uppercase)
        && !name.contains(['?', '!', '"', '“'])
}

/// The agency of a dateline: "ANKARA, Feb 3 (Reuters) -", "(CNSNews.com) –".
pub(crate) fn dateline(start: &str) -> Option<String> {
    let open = start.find('(')?;
    // before the bracket stand only a place and a date
    let place = start[..open].trim_end();
    let close = open + start[open..].find(')')?;
    let name = start[open + 1..close].trim();
    let rest = start[close + 1..].trim_start();
    let is_parted = rest.starts_with(['-', '–', '—']);
    let is_place = place.is_empty() || place.starts_with(char::is_uppercase);
    let is_agency = place.len() <= 60 && is_place && !place.contains(". ") && is_name(name, 5);
    (is_parted && is_agency).then(|| name.to_owned())
}

/// Whether a date stands in the head of a paragraph, not in a sentence: the text begins with it, or
/// a weekday stands before it and a new sentence behind it, or it belongs to a dateline.
pub(crate) fn stands_apart(line: &str, start: usize, end: usize) -> bool {
    let before: Vec<&str> = line[..start]
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let behind = line[end..].trim_start();
    let opens_sentence = behind.is_empty()
        || behind
            .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '-' || c == '–');
    let (weekday, words) = match before.split_last() {
        Some((last, words)) if date::is_weekday(last) => (true, words),
        _ => (false, before.as_slice()),
    };
    let is_label = |word: &&str| LABELS.contains(&word.to_ascii_lowercase().as_str());
    let is_told = words
        .last()
        .is_some_and(|word| PREPOSITIONS.contains(&word.to_ascii_lowercase().as_str()));
    if words.iter().all(is_label) {
        let is_sentence = words.len() == 1 && is_told;
        return opens_sentence && !is_sentence;
    }
    // "LIMA, 8 JAN 90 (WIRE) --"
    let is_dateline =
        behind.starts_with('(') && dateline(&line[..line.len().min(end + 40)]).is_some();
    is_dateline || (weekday && opens_sentence && !is_told)
}
