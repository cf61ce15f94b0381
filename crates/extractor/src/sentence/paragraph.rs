use crate::{Lexicon, Span, front_matter, lexicon::Stop};

use super::mark::{Opening, first_word, is_blank, is_closer, is_stop, known, last_word};

/// Lines that a wire wraps are no longer than this …
const WIDEST_WRAP: usize = 110;
/// … and the longest of them no shorter.
const NARROWEST_WRAP: usize = 45;
/// Shorter lines are headlines, names and labels; they end where their line ends.
const SHORTEST_CUT: usize = 40;
/// A line that a page layout puts into the middle of a sentence is no longer than this.
const LONGEST_INSERT: usize = 160;

/// A line that is not blank, without the blanks around it.
struct Line {
    span: Span,
    indent: usize,
    after_blank: bool,
}

/// Whether a stretch of text ends as sentences do.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// With an end mark.
    Closed,
    /// With an abbreviation that may end a sentence: "the U.S."
    Unsure,
    /// With neither.
    Open,
}

/// Stretches of text that hold whole sentences: a headline, or a paragraph with all its lines.
///
/// Lines that stand in the middle of a sentence without belonging to it are added to `inserts`.
pub(super) fn paragraphs(lexicon: &Lexicon, text: &str, inserts: &mut Vec<Span>) -> Vec<Span> {
    let lines = lines(text);
    let page = Page {
        lexicon,
        text,
        wrap: wrap(text, &lines),
        lines: &lines,
    };
    let mut paragraphs = Vec::with_capacity(lines.len());
    let front = front_matter(text);
    paragraphs.extend(front);
    let first = front.map_or(0, |front| {
        lines.partition_point(|line| line.span.start() < front.end())
    });
    let mut next = first;
    while next < lines.len() {
        let mut paragraph = lines[next].span;
        let is_first = next == first;
        next += 1;
        while let Some(step) = page.continuation(paragraph, is_first, next) {
            if step == Step::OverInsert {
                inserts.push(lines[next].span);
                next += 1;
            }
            paragraph = paragraph.to(lines[next].span);
            next += 1;
        }
        paragraphs.push(paragraph);
    }
    paragraphs
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::with_capacity(text.len() / 256);
    let mut after_blank = false;
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let trimmed = line.trim_start_matches(is_blank);
        let indent = line.len() - trimmed.len();
        let trimmed = trimmed.trim_end_matches(is_blank);
        if !trimmed.is_empty() {
            let first = start + indent;
            lines.push(Line {
                span: Span::new(first, first + trimmed.len()),
                indent,
                after_blank,
            });
            after_blank = false;
        } else if line != "\n" || !text[..start].ends_with('\r') {
            after_blank = true;
        }
        start += line.len();
    }
    lines
}

/// The width at which the lines were wrapped, if they were.
///
/// Most lines that another one follows directly are then so long that its first word had no room.
fn wrap(text: &str, lines: &[Line]) -> Option<usize> {
    let (mut short, mut long, mut width) = (0, 0, 0);
    for line in lines {
        let length = line.span.len();
        if length > WIDEST_WRAP {
            long += length;
        } else {
            short += length;
            width = width.max(length);
        }
    }
    if long > short / 8 || width < NARROWEST_WRAP {
        return None;
    }
    let pairs = lines.windows(2).filter(|pair| !pair[1].after_blank);
    let (mut all, mut full) = (0, 0);
    for pair in pairs {
        all += 1;
        full += usize::from(has_no_room(text, &pair[0], &pair[1], width * 7 / 8));
    }
    (full >= 2 && full * 2 >= all).then_some(width)
}

/// Whether the first word of `next` would not have fitted on `line`.
fn has_no_room(text: &str, line: &Line, next: &Line, width: usize) -> bool {
    let next = next.span.slice(text);
    let word = next.find(is_blank).unwrap_or(next.len());
    line.span.len() + 1 + word > width
}

/// How a paragraph goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// With the next line.
    Line,
    /// With the line after the next one, which belongs to something else.
    OverInsert,
}

struct Page<'t> {
    lexicon: &'t Lexicon,
    text: &'t str,
    lines: &'t [Line],
    wrap: Option<usize>,
}

impl Page<'_> {
    /// How the paragraph so far goes on at the line `next`, if it does.
    fn continuation(&self, paragraph: Span, is_first: bool, next: usize) -> Option<Step> {
        let line = self.lines.get(next)?;
        if starts_item(line.span.slice(self.text)) {
            return None;
        }
        if self.is_wrapped(next) {
            return Some(Step::Line);
        }
        let ending = self.ending(paragraph);
        if ending == Ending::Closed {
            return None;
        }
        if self.goes_on(paragraph, ending, is_first, line) {
            return Some(Step::Line);
        }
        self.goes_on_after_insert(paragraph, line, next + 1)
            .then_some(Step::OverInsert)
    }

    /// Whether the line before this one ends only because it was full.
    fn is_wrapped(&self, next: usize) -> bool {
        let (before, line) = (&self.lines[next - 1], &self.lines[next]);
        self.wrap.is_some_and(|width| {
            !line.after_blank
                && line.indent <= before.indent + 1
                // writers of wire copy broke lines by hand, some letters before the margin
                && has_no_room(self.text, before, line, width * 3 / 4)
        })
    }

    /// Whether a page break cut a sentence in two: "observation posts in", "Idlib are besieged".
    fn goes_on(&self, paragraph: Span, ending: Ending, is_first: bool, line: &Line) -> bool {
        let rest = line.span.slice(self.text);
        if Opening::of(rest) == Opening::Small {
            return !line.after_blank || paragraph.len() >= SHORTEST_CUT;
        }
        if ending == Ending::Unsure || paragraph.len() < SHORTEST_CUT / 2 {
            return false;
        }
        let written = paragraph.slice(self.text);
        let fragment = fragment(written);
        let is_body = !is_first || fragment.len() < written.len();
        let last = known(self.lexicon, last_word(written));
        let abbreviations = &self.lexicon.abbreviations;
        if abbreviations.is(last, Stop::GoesOn) {
            return is_body || !abbreviations.is(last, Stop::EndsHeadlines);
        }
        if written.ends_with(',') {
            return is_body && paragraph.len() >= SHORTEST_CUT;
        }
        // a paragraph whose other sentences have end marks, broken before a name
        fragment.len() < written.len()
            && fragment.split_whitespace().nth(4).is_some()
            && Opening::of(last_word(written)) == Opening::Small
            && line.span.len() > SHORTEST_CUT
            && self.ending(line.span) == Ending::Closed
    }

    /// Whether the sentence goes on behind `insert`, the headline of another article or a caption
    /// that stands in its middle.
    fn goes_on_after_insert(&self, paragraph: Span, insert: &Line, next: usize) -> bool {
        let Some(line) = self.lines.get(next) else {
            return false;
        };
        insert.after_blank
            && line.after_blank
            && insert.span.len() <= LONGEST_INSERT
            && line.span.len() >= SHORTEST_CUT
            && fragment(paragraph.slice(self.text)).len() < paragraph.len()
            && Opening::of(line.span.slice(self.text)) == Opening::Small
            && self.ending(line.span) == Ending::Closed
    }

    fn ending(&self, span: Span) -> Ending {
        let written = span.slice(self.text).trim_end_matches(is_closer);
        let Some(last) = written.chars().next_back() else {
            return Ending::Open;
        };
        if matches!(last, ':' | ';') {
            return Ending::Closed;
        }
        if !is_stop(last) {
            return Ending::Open;
        }
        if last != '.' {
            return Ending::Closed;
        }
        let word = last_word(&written[..written.len() - 1]);
        let id = known(self.lexicon, word);
        let is = |kind| self.lexicon.abbreviations.is(id, kind);
        if is(Stop::BeforeName) || is(Stop::Inside) {
            Ending::Open
        } else if is(Stop::MayEnd) || is(Stop::Clock) || word.chars().nth(1).is_none() {
            Ending::Unsure
        } else {
            Ending::Closed
        }
    }
}

/// What stands behind the last end mark of a paragraph, as far as 600 bytes back.
fn fragment(written: &str) -> &str {
    let mut least = written.len().saturating_sub(600);
    while !written.is_char_boundary(least) {
        least += 1;
    }
    let tail = &written[least..];
    let bound = tail.char_indices().rev().skip(1).find(|&(at, letter)| {
        is_stop(letter) && tail[at + letter.len_utf8()..].starts_with(is_blank)
    });
    match bound {
        Some((at, letter)) => tail[at + letter.len_utf8()..].trim_start_matches(is_blank),
        None => written,
    }
}

/// Whether a line is an item of a list, a heading, a quotation or a row of a table.
fn starts_item(line: &str) -> bool {
    let mut letters = line.chars();
    match letters.next() {
        Some('#' | '•' | '|' | '>' | '·' | '▪' | '►') => true,
        Some('-' | '*' | '–' | '—' | '+') => letters.next().is_some_and(is_blank),
        _ => first_word(line).is_empty() && line.chars().all(|letter| !letter.is_alphanumeric()),
    }
}
