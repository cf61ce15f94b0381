//! The articles of a page: their texts, or as much of them as there is room for.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use rashomon_extractor::{ClaimId, DocumentId, Span, front_matter};
use serde::Serialize;

use super::{
    super::{Document, Report, voice::Day},
    excerpt::first_of,
    page::{Page, outlet},
};

/// Bytes of text up to which all articles are shown whole.
const WHOLE: usize = 300_000;
/// Bytes of text that are shown at most.
const ROOM: usize = 300_000;
/// Bytes of context on each side of a claim, where not the whole text is shown.
const AROUND: usize = 250;
/// Articles without a disputed claim that are named.
const NAMED: usize = 200;

/// All articles of a page.
#[derive(Debug, Serialize)]
pub(super) struct Articles {
    shown: Vec<Article>,
    /// Whether the texts are shown whole.
    whole: bool,
    left_out: usize,
}

/// One article: what is known of it, and its text with the disputed claims marked.
#[derive(Debug, Serialize)]
struct Article {
    number: usize,
    outlet: String,
    day: String,
    title: String,
    author: String,
    file: String,
    /// Where it can be found on the web.
    url: Option<String>,
    sha256: String,
    /// The article that it repeats, and where that is on the page.
    copy_of: Option<(String, Option<String>)>,
    paragraphs: Vec<Paragraph>,
    claims: usize,
}

#[derive(Debug, Serialize)]
struct Paragraph {
    /// Text before it is left out.
    gap: bool,
    pieces: Vec<Piece>,
}

/// Words that are marked as a whole, or not at all.
#[derive(Debug, Serialize)]
struct Piece {
    /// The claims that begin here.
    claims: Vec<String>,
    words: String,
    marked: bool,
    /// The disputes whose claims end here: number and id.
    disputes: Vec<(usize, String)>,
}

/// A disputed claim of a text.
struct Place {
    claim: ClaimId,
    span: Range<usize>,
    disputes: Vec<(usize, String)>,
}

impl Articles {
    /// The articles in which these claims stand, each with the numbers and ids of its disputes;
    /// tells the page what can be linked to.
    pub(super) fn new<'r>(
        report: &'r Report,
        disputed: &BTreeMap<ClaimId, Vec<(usize, String)>>,
        page: &mut Page<'r>,
    ) -> Self {
        let mut places: BTreeMap<&DocumentId, Vec<Place>> = BTreeMap::new();
        for (&claim, disputes) in disputed {
            let Some(told) = page.index.claim(claim) else {
                continue;
            };
            places.entry(&told.document).or_default().push(Place {
                claim,
                span: told.span.start()..told.span.end(),
                disputes: disputes.clone(),
            });
        }
        let texts = report
            .documents
            .iter()
            .filter_map(|document| document.text.as_deref());
        let whole = texts.map(str::len).sum::<usize>() <= WHOLE;
        let mut room = ROOM;
        let mut shown: Vec<(&Document, Article)> = Vec::new();
        let (mut named, mut left_out) = (0, 0);
        for document in &report.documents {
            let mut of_document = places.remove(&document.id).unwrap_or_default();
            of_document.sort_by_key(|place| (place.span.start, place.span.end));
            if of_document.is_empty() && !whole {
                named += 1;
                if named > NAMED {
                    left_out += 1;
                    continue;
                }
            }
            let mut article = Article::new(document, page);
            article.claims = of_document.len();
            let text = document.text.as_deref().unwrap_or_default();
            let kept = kept(text, &of_document, whole);
            let size: usize = kept.iter().map(Range::len).sum();
            if size <= room {
                room -= size;
                article.paragraphs = paragraphs(text, &kept, &of_document);
            }
            let pieces = article
                .paragraphs
                .iter()
                .flat_map(|paragraph| &paragraph.pieces);
            let on_page: BTreeSet<&String> = pieces.flat_map(|piece| &piece.claims).collect();
            let claims = of_document.iter().map(|place| place.claim);
            let claims = claims.filter(|claim| on_page.contains(&claim.to_string()));
            page.placed.extend(claims);
            page.told.insert(&document.id);
            shown.push((document, article));
        }
        for (document, article) in &mut shown {
            let original = document.copy_of.as_ref();
            article.copy_of = original.map(|id| (page.outlet(id), page.article(id)));
        }
        let shown = shown.into_iter().map(|(_, article)| article).collect();
        Self {
            shown,
            whole,
            left_out,
        }
    }
}

impl Article {
    fn new(document: &Document, page: &Page<'_>) -> Self {
        const LONGEST: usize = 300;
        let told = |words: &Option<String>| first_of(words.as_deref().unwrap_or_default(), LONGEST);
        Self {
            number: page
                .documents
                .get(&document.id)
                .map_or(0, |(number, _)| *number),
            outlet: first_of(&outlet(document), LONGEST),
            day: Day(document.published.map(|published| published.day)).to_string(),
            title: told(&document.title),
            author: told(&document.author),
            file: first_of(document.id.as_str(), LONGEST),
            url: document.url.clone().filter(|url| is_link(url)),
            sha256: document.sha256.clone(),
            copy_of: None,
            paragraphs: Vec::new(),
            claims: 0,
        }
    }
}

/// Only what leads to a page: other schemes could run scripts.
fn is_link(url: &str) -> bool {
    const LONGEST: usize = 2_000;
    let lower = url.get(..8).unwrap_or_default().to_ascii_lowercase();
    (lower.starts_with("https://") || lower.starts_with("http://")) && url.len() <= LONGEST
}

/// Which stretches of a text are shown.
fn kept(text: &str, places: &[Place], whole: bool) -> Vec<Range<usize>> {
    if whole {
        let head = front_matter(text).map_or(0, Span::end);
        let all = head..text.len();
        return vec![all];
    }
    let mut kept: Vec<Range<usize>> = Vec::new();
    for Place { span, .. } in places {
        let mut start = text.floor_char_boundary(span.start.saturating_sub(AROUND));
        let mut end = text.ceil_char_boundary((span.end + AROUND).min(text.len()));
        // whole words, where they have ends
        start += text[start..span.start]
            .find(char::is_whitespace)
            .unwrap_or(0);
        end = span.end
            + text[span.end..end]
                .rfind(char::is_whitespace)
                .unwrap_or(end - span.end);
        match kept.last_mut() {
            Some(last) if start <= last.end => last.end = last.end.max(end),
            _ => kept.push(start..end),
        }
    }
    kept
}

fn paragraphs(text: &str, kept: &[Range<usize>], places: &[Place]) -> Vec<Paragraph> {
    let head = front_matter(text).map_or(0, Span::end);
    let mut paragraphs = Vec::new();
    for stretch in kept {
        let mut gap = stretch.start > head;
        let mut start = stretch.start;
        for line in text[stretch.clone()].split_inclusive('\n') {
            let range = start..start + line.len();
            start = range.end;
            if !line.trim().is_empty() {
                paragraphs.push(Paragraph {
                    gap,
                    pieces: pieces(text, range, places),
                });
                gap = false;
            }
        }
    }
    paragraphs
}

/// A line in pieces, cut where disputed claims begin and end.
fn pieces(text: &str, line: Range<usize>, places: &[Place]) -> Vec<Piece> {
    let here: Vec<&Place> = (places.iter())
        .filter(|place| place.span.start < line.end && line.start < place.span.end)
        .collect();
    let ends = here
        .iter()
        .flat_map(|place| [place.span.start, place.span.end]);
    let mut cuts: Vec<usize> = ends
        .filter(|cut| line.contains(cut))
        .chain([line.start, line.end])
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let piece = |cut: &[usize]| {
        let (start, end) = (cut[0], cut[1]);
        let begin = here.iter().filter(|place| place.span.start == start);
        let stop = here.iter().filter(|place| place.span.end == end);
        let mut disputes: Vec<(usize, String)> = stop
            .flat_map(|place| place.disputes.iter().cloned())
            .collect();
        disputes.sort();
        disputes.dedup();
        Piece {
            claims: begin.map(|place| place.claim.to_string()).collect(),
            words: text[start..end].to_owned(),
            marked: here
                .iter()
                .any(|place| place.span.start <= start && end <= place.span.end),
            disputes,
        }
    };
    cuts.windows(2).map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, words: &str, number: usize) -> Place {
        let start = text.find(words).unwrap();
        Place {
            claim: ClaimId(number as u64),
            span: start..start + words.len(),
            disputes: vec![(number, format!("d{number}"))],
        }
    }

    #[track_caller]
    fn check(text: &str, words: &[&str], whole: bool, expected: &str) {
        let places: Vec<Place> = (words.iter().zip(1..))
            .map(|(words, number)| place(text, words, number))
            .collect();
        let kept = kept(text, &places, whole);
        let told: Vec<String> = (paragraphs(text, &kept, &places).iter())
            .map(|paragraph| {
                let pieces = paragraph.pieces.iter().map(|piece| {
                    let words = piece.words.trim_end_matches('\n');
                    if piece.marked {
                        format!("[{words}]")
                    } else {
                        words.to_owned()
                    }
                });
                let gap = if paragraph.gap { "…" } else { "" };
                format!("{gap}{}", pieces.collect::<String>())
            })
            .collect();
        assert_eq!(told.join("/"), expected);
    }

    #[test]
    fn claims_are_marked_in_their_text() {
        check(
            "Six died.\n\nTwo fell.",
            &["Six"],
            true,
            "[Six] died./Two fell.",
        );
        check(
            "Six men died.",
            &["Six men", "men died"],
            true,
            "[Six ][men][ died].",
        );
    }

    #[test]
    fn of_a_long_text_the_claims_are_shown_with_their_context() {
        let text = format!("{}Six died.{}", "a ".repeat(400), " b".repeat(400));
        let words = "a ".repeat(125);
        let shown = format!(
            "… {}[Six] died.{}",
            &words[..words.len() - 2],
            " b".repeat(121)
        );
        check(&text, &["Six"], false, &shown);
    }

    #[test]
    fn only_web_addresses_are_links() {
        assert!(is_link("https://example.org/a"));
        assert!(is_link("HTTP://example.org"));
        for url in [
            "javascript:alert(1)",
            "data:text/html,x",
            " https://x",
            "//x",
            "",
        ] {
            assert!(!is_link(url), "{url}");
        }
    }
}
