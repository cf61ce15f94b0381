//! What holds for every text, however odd: it is read without a panic, its spans slice it, and
//! reading it takes time in proportion to its length.

use std::{
    sync::LazyLock,
    time::{Duration, Instant},
};

use jiff::civil::date;
use proptest::prelude::*;
use rashomon_extractor::{Article, Document, Lexicon, Span, read};

fn article(text: &str) -> Article {
    let document = Document::new("x", text)
        .outlet("The Wire")
        .published(date(2020, 2, 4));
    read(Lexicon::builtin(), &document)
}

/// Every span of an article, with what it is of.
fn spans(article: &Article) -> Vec<(&'static str, Span)> {
    let mut spans = Vec::new();
    spans.extend(article.sentences.iter().map(|span| ("sentence", *span)));
    spans.extend(article.quantities.iter().map(|it| ("quantity", it.span)));
    spans.extend(article.times.iter().map(|it| ("time", it.span)));
    spans.extend(article.places.iter().map(|it| ("place", it.span)));
    for it in &article.attributions {
        spans.extend(it.source.map(|span| ("source", span)));
        spans.extend(it.cue.map(|span| ("cue", span)));
        spans.push(("content", it.content));
    }
    for claim in &article.claims {
        spans.push(("claim", claim.evidence.span));
        spans.push(("claim's sentence", claim.evidence.sentence));
    }
    spans
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let read = article(text);
    for (what, span) in spans(&read) {
        let words = text.get(span.start()..span.end());
        prop_assert!(
            words.is_some(),
            "{what} at {span:?} does not slice the text"
        );
        prop_assert!(!span.is_empty(), "{what} at {span:?} holds nothing");
    }
    for claim in &read.claims {
        prop_assert_eq!(claim.evidence.span.slice(text), &*claim.evidence.quote);
        prop_assert!(claim.evidence.sentence.covers(claim.evidence.span));
    }
    prop_assert!(read.sentences.is_sorted());
    prop_assert!(
        read.claims
            .is_sorted_by_key(|claim| claim.evidence.sentence.start())
    );
    prop_assert_eq!(format!("{read:?}"), format!("{:?}", article(text)));
    Ok(())
}

/// Words and accidents of news.
const WORDS: &[&str] = &[
    "At least",
    "six",
    "12",
    "3.7 million",
    "dozens of",
    "30-35",
    "nearly",
    "1,000",
    "$25",
    "53 %",
    "two",
    "soldiers",
    "people",
    "Turkish troops",
    "children",
    "refugees",
    "men",
    "others",
    "them",
    "of them",
    "were killed",
    "killed",
    "wounded",
    "died",
    "fled",
    "have been displaced",
    "including",
    "the dead",
    "Ankara",
    "Idlib",
    "Saraqib",
    "the U.S.",
    "Russia",
    "Erdoğan",
    "Gen. Haddad",
    "he",
    "the ministry",
    "police",
    "said",
    "denied that",
    "according to",
    "claimed",
    "told",
    "warned",
    "that",
    "who",
    "because",
    "not",
    "no",
    "on Monday",
    "last week",
    "since December",
    "yesterday",
    "in 2015",
    "at 5 p.m.",
    "3 February 2020",
    "in",
    "near",
    "by",
    "and",
    "or",
    "but",
    "the",
    "a",
    ",",
    ".",
    ".",
    "\n",
    "\n\n",
    "\r\n",
    "\"",
    "“",
    "”",
    "'",
    "’s",
    "(",
    ")",
    "[",
    "]",
    "—",
    "-",
    ":",
    ";",
    "?",
    "!",
    "…",
    "...",
    "Photo:",
    "Subscribe",
    "By",
    "COVID-19",
    "F-16",
    "\u{200b}",
    "\u{feff}",
    "é",
    "ﬁ",
    "İstanbul",
    "ẞ",
    "e\u{301}",
    "٣",
    "½",
    "Ⅻ",
    "😀",
    "\0",
    "\u{2028}",
];

/// Pieces of which many in a row make careless readers quadratic.
const HOSTILE: &[&str] = &[
    "(",
    "[",
    "\"",
    "“",
    "”",
    "'",
    "`",
    ".",
    "…",
    "?",
    ",",
    "-",
    "—",
    ":",
    "\n",
    "\n\n",
    "#",
    "*",
    "|",
    "%",
    "$",
    "@",
    "7",
    "7 ",
    "7,",
    "7,777",
    "7.",
    "1-",
    "1 - ",
    "a",
    "A",
    "a ",
    "A ",
    "a-",
    "é",
    "\u{301}",
    "😀",
    "İ",
    "A.B.",
    "of ",
    "of\n\n",
    "six ",
    "two dozen ",
    "and ",
    "or ",
    "between ",
    "at least ",
    "more than ",
    "hundred ",
    "million ",
    "six, ",
    "six men, ",
    "six men and ",
    "men ",
    "killed ",
    "were killed ",
    "six killed, ",
    "killed six men ",
    "said ",
    "said that ",
    "he said ",
    "\"he said ",
    "\"a\" said ",
    "according to ",
    "police said, ",
    "told ",
    "Monday ",
    "on Monday ",
    "last week ",
    "since ",
    "3 May ",
    "2020 ",
    "2020-",
    "in ",
    "in Idlib ",
    "Idlib, Syria, ",
    "New York, ",
    "U.S. ",
    "Gen. ",
    "the ",
    "the Turkish ",
    "Mr. X ",
    "who ",
    "which ",
    "that ",
    "not ",
    "no ",
    "http://",
    "a@",
    "www.a.",
    "(Photo: ",
    "By A ",
    "© ",
    "Subscribe ",
    "you ",
    "six men were killed on Monday in Idlib, police said. ",
    "Six died.\n\n",
];

/// Sentences put together from the words and accidents of news.
fn news() -> impl Strategy<Value = String> {
    let word = prop::sample::select(WORDS);
    prop::collection::vec(
        (word, prop::sample::select(vec![" ", " ", " ", "", "  "])),
        0..80,
    )
    .prop_map(|words| {
        words
            .into_iter()
            .flat_map(|(word, blank)| [word, blank])
            .collect()
    })
}

proptest! {
    #[test]
    fn news_is_read(text in news()) {
        check(&text)?;
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        check(&text)?;
    }
}

/// Eight times the text may take eight times as long, and what noise there is, but not sixty-four
/// times.
#[test]
fn hostile_texts_are_read_in_linear_time() {
    for piece in HOSTILE {
        let short = spent(&piece.repeat(4_000 / piece.len()));
        let long = spent(&piece.repeat(32_000 / piece.len()));
        let is_linear = long < short * 24 || long < Duration::from_millis(100);
        assert!(
            is_linear,
            "{piece:?} took {short:?}, eight times as many {long:?}"
        );
    }
}

/// The least time of two readings.
fn spent(text: &str) -> Duration {
    let spent = || {
        let start = now();
        article(text);
        now().saturating_sub(start)
    };
    spent().min(spent())
}

/// The time that this thread has worked, where the system tells; waiting for a busy machine does
/// not count then.
#[allow(clippy::disallowed_methods)] // a test of time needs a clock
fn now() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let start = *START;
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| start.elapsed(), Duration::from_nanos)
}

#[test]
fn a_word_of_a_megabyte_is_read() {
    for letter in ["a", "A", "ä", "7", "."] {
        article(&letter.repeat(1 << 20));
    }
}

#[test]
fn texts_of_nothing_are_read() {
    for text in [
        "",
        " ",
        "\n",
        "\u{feff}",
        ".",
        "\"",
        "()",
        "---\n---\n",
        "0",
    ] {
        assert!(article(text).claims.is_empty());
    }
}
