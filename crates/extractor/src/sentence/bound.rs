use crate::{Lexicon, Span, lexicon::Stop};

use super::mark::{Opening, first_word, is_blank, is_closer, is_stop, known, last_word};

/// Some seven hundred words; longer sentences, which are lists or hostile, are cut, so that later
/// stages may compare all parts of one sentence with each other.
const LONGEST: usize = 4_000;
/// A quotation inside a sentence keeps its sentences together up to this length.
const LONGEST_QUOTE: usize = 600;
/// And so does a bracket.
const LONGEST_BRACKET: usize = 300;

/// First bytes of the marks that this module looks at; all other bytes are passed over.
const MARKS: [bool; 256] = {
    let mut marks = [false; 256];
    // 0xe2 begins “ ” „ …, 0xc2 begins « »
    let bytes = *b".!?\"()[]\xe2\xc2";
    let mut at = 0;
    while at < bytes.len() {
        marks[bytes[at] as usize] = true;
        at += 1;
    }
    marks
};

/// Adds the sentences of one paragraph to `spans`.
pub(super) fn cut(lexicon: &Lexicon, text: &str, paragraph: Span, spans: &mut Vec<Span>) {
    let scan = Scan {
        lexicon,
        text: &text[..paragraph.end()],
        is_small: Opening::of(paragraph.slice(text)) == Opening::Small,
    };
    let mut start = paragraph.start();
    // up to here the sentence holds only marks
    let mut worded = start;
    let mut enclosed = start;
    let mut is_quoted = false;
    let mut at = start;
    while let Some(mark) = scan.next_mark(at) {
        let letter = text[mark..].chars().next().unwrap_or_default();
        worded = scan.next_word(worded, mark);
        if is_stop(letter) {
            let bound = scan.bound(start, mark, is_quoted);
            at = bound.end;
            is_quoted &= !bound.closes_quote;
            let is_bound = bound.parts && bound.end > enclosed && worded < mark;
            if is_bound && scan.ends(start, mark, &bound) {
                push(text, start, bound.end, spans);
                start = bound.end;
                worded = start;
            }
            continue;
        }
        at = mark + letter.len_utf8();
        match scan.enclosure(mark, letter, is_quoted) {
            Some(Enclosure::Opens { longest, is_quote }) => {
                is_quoted |= is_quote;
                // a quotation that opens a sentence holds sentences of its own
                let is_inside = worded < mark || !is_quote;
                if mark >= enclosed && is_inside {
                    enclosed = scan.close(at, letter, longest).unwrap_or(enclosed);
                }
            }
            Some(Enclosure::Closes) => is_quoted = false,
            None => {}
        }
    }
    push(text, start, paragraph.end(), spans);
}

/// Adds a sentence without the blanks around it, in pieces if it is too long.
fn push(text: &str, start: usize, end: usize, spans: &mut Vec<Span>) {
    let mut rest = text[start..end].trim_start_matches(is_blank);
    let mut start = end - rest.len();
    rest = rest.trim_end_matches(is_blank);
    while rest.len() > LONGEST {
        let mut limit = LONGEST;
        while !rest.is_char_boundary(limit) {
            limit -= 1;
        }
        let head = &rest[..limit];
        let length = head
            .rfind("; ")
            .or_else(|| head.rfind(", "))
            .map(|at| at + 1)
            .or_else(|| head.rfind(is_blank))
            .filter(|&at| at > 0)
            .unwrap_or(limit);
        let piece = rest[..length].trim_end_matches(is_blank);
        spans.push(Span::new(start, start + piece.len()));
        let tail = rest[length..].trim_start_matches(is_blank);
        start += rest.len() - tail.len();
        rest = tail;
    }
    if !rest.is_empty() {
        spans.push(Span::new(start, start + rest.len()));
    }
}

/// A mark that may end a sentence, with all that belongs to it.
struct Bound {
    /// Blanks stand behind it, or should; not so within "3.7" and "U.S.-backed".
    parts: bool,
    /// Behind the stop and the quotation marks and brackets that it closes.
    end: usize,
    /// It is a single full stop.
    is_full_stop: bool,
    /// A quotation mark follows the stop.
    closes_quote: bool,
    /// Where the next word begins.
    next: usize,
}

enum Enclosure {
    Opens { longest: usize, is_quote: bool },
    Closes,
}

struct Scan<'t> {
    lexicon: &'t Lexicon,
    /// The text up to the end of the paragraph.
    text: &'t str,
    /// The paragraph begins in lower case, as transcripts do: its sentences have no capital letters.
    is_small: bool,
}

impl Scan<'_> {
    fn next_mark(&self, from: usize) -> Option<usize> {
        let bytes = &self.text.as_bytes()[from..];
        let offset = bytes.iter().position(|&byte| MARKS[usize::from(byte)])?;
        Some(from + offset)
    }

    /// Where the first letter or digit from `from` on stands, or `end` if that comes first.
    fn next_word(&self, from: usize, end: usize) -> usize {
        let rest = self.text.get(from..end).unwrap_or_default();
        from + rest.find(char::is_alphanumeric).unwrap_or(rest.len())
    }

    /// The bound at this stop.
    fn bound(&self, start: usize, stop: usize, is_quoted: bool) -> Bound {
        let rest = &self.text[stop..];
        let behind_stops = rest.trim_start_matches(is_stop);
        let stops = &rest[..rest.len() - behind_stops.len()];
        let mut behind = behind_stops.trim_start_matches(is_closer);
        let mut closes_quote =
            behind_stops[..behind_stops.len() - behind.len()].contains(['"', '”', '»']);
        // the number of a footnote
        if let Some(note) = behind.strip_prefix('[') {
            let note = note.trim_start_matches(|letter: char| letter.is_ascii_digit());
            behind = note.strip_prefix(']').unwrap_or(behind);
        }
        let mut next = behind.trim_start_matches(is_blank);
        let is_tight = next.len() == behind.len() && !next.is_empty();
        if is_tight && !(stops == "." && self.is_run_together(start, stop, next)) {
            return Bound {
                parts: false,
                end: stop + stops.len(),
                is_full_stop: false,
                closes_quote: false,
                next: stop + stops.len(),
            };
        }
        // text that was re-joined from tokens: `died . " Two`
        let closer = match next.as_bytes() {
            [b'"', b' ', ..] if is_quoted && !closes_quote => 1,
            [b'\'', b'\'', ..] => 2,
            _ => 0,
        };
        if closer > 0 {
            behind = &next[closer..];
            next = behind.trim_start_matches(is_blank);
            closes_quote = true;
        }
        Bound {
            parts: true,
            end: self.text.len() - behind.len(),
            is_full_stop: stops == ".",
            closes_quote,
            next: self.text.len() - next.len(),
        }
    }

    /// "were killed.The army": a blank was lost, but the letters tell.
    fn is_run_together(&self, start: usize, stop: usize, next: &str) -> bool {
        let mut before = self.text[start..stop].chars().rev();
        let mut after = next.chars();
        before.next().is_some_and(char::is_lowercase)
            && before.next().is_some_and(char::is_lowercase)
            && after.next().is_some_and(char::is_uppercase)
            && after.next().is_some_and(char::is_lowercase)
    }

    /// Whether the sentence from `start` ends at this bound.
    fn ends(&self, start: usize, stop: usize, bound: &Bound) -> bool {
        let before = &self.text[start..stop];
        let next = &self.text[bound.next..];
        if next.is_empty() {
            return true;
        }
        // a full stop between blanks, as in text that was re-joined from tokens, always ends
        let stands_alone = bound.is_full_stop && before.ends_with(is_blank);
        match Opening::of(next) {
            Opening::Continuing => return false,
            Opening::Small if !stands_alone && !self.is_small => return false,
            _ => {}
        }
        if !bound.is_full_stop {
            return !(bound.closes_quote && self.tells_who(next));
        }
        stands_alone || self.full_stop_ends(before, next)
    }

    /// Whether a full stop behind a word ends the sentence before a capital letter or a digit.
    fn full_stop_ends(&self, before: &str, next: &str) -> bool {
        let word = last_word(before);
        let is_number = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
        if is_number {
            // "1. The rebels": the number of an item
            return word.len() > 3 || before.trim_matches(is_blank).len() > word.len();
        }
        let abbreviations = &self.lexicon.abbreviations;
        let id = known(self.lexicon, word);
        let is = |kind| abbreviations.is(id, kind);
        let opening = Opening::of(next);
        if is(Stop::BeforeName) || is(Stop::Inside) {
            return false;
        }
        if is(Stop::BeforeNumber) {
            return opening != Opening::Digit;
        }
        let next_word = first_word(next);
        let next = known(self.lexicon, next_word);
        if is(Stop::Clock) {
            return opening != Opening::Digit && !abbreviations.is(next, Stop::AfterClock);
        }
        let may_end = is(Stop::MayEnd)
            || is_initial(word)
            || (is(Stop::MayEndCapitalised) && is_capitalised(word));
        !may_end
            || abbreviations.is(next, Stop::Opens)
            || (abbreviations.is(next, Stop::OpensCapitalised) && is_capitalised(next_word))
    }

    /// "Why?" **she asked.**
    fn tells_who(&self, next: &str) -> bool {
        let mut end = next.len().min(60);
        while !next.is_char_boundary(end) {
            end -= 1;
        }
        let clause = next[..end].split(is_stop).next().unwrap_or_default();
        clause
            .split(|letter: char| !letter.is_alphabetic())
            .filter(|word| !word.is_empty())
            .take(6)
            .any(|word| {
                let word = known(self.lexicon, word);
                self.lexicon.abbreviations.is(word, Stop::Says)
            })
    }

    /// What a quotation mark or bracket does.
    fn enclosure(&self, mark: usize, letter: char, is_quoted: bool) -> Option<Enclosure> {
        let quote = Enclosure::Opens {
            longest: LONGEST_QUOTE,
            is_quote: true,
        };
        match letter {
            '(' | '[' => Some(Enclosure::Opens {
                longest: LONGEST_BRACKET,
                is_quote: false,
            }),
            '“' | '„' | '«' => Some(quote),
            '"' if self.straight_opens(mark).unwrap_or(!is_quoted) => Some(quote),
            '"' | '”' | '»' => Some(Enclosure::Closes),
            _ => None,
        }
    }

    /// Whether a straight quotation mark opens, by the blanks around it, if they tell.
    fn straight_opens(&self, mark: usize) -> Option<bool> {
        let before = self.text[..mark].chars().next_back();
        let after = self.text[mark + 1..].chars().next();
        let is_free = |letter: Option<char>| letter.is_none_or(is_blank);
        match (is_free(before), is_free(after)) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            (false, false)
                if before.is_some_and(|letter| matches!(letter, '(' | '[' | '-' | '—')) =>
            {
                Some(true)
            }
            _ => None,
        }
    }

    /// Where what was opened before `from` closes, unless it opens again before that.
    fn close(&self, from: usize, opener: char, longest: usize) -> Option<usize> {
        let end = self.text.len().min(from + longest);
        let bytes = &self.text.as_bytes()[from..end];
        let mut at = 0;
        while let Some(offset) = bytes[at..]
            .iter()
            .position(|&byte| MARKS[usize::from(byte)])
        {
            let mark = from + at + offset;
            let letter = self.text[mark..].chars().next()?;
            match (opener, letter) {
                ('(', ')') | ('[', ']') | ('“' | '„', '”') | ('«', '»') => {
                    return Some(mark);
                }
                ('“' | '"', '"') if self.straight_opens(mark) != Some(true) => return Some(mark),
                ('„', '“') => return Some(mark),
                ('(' | '[' | '“' | '„' | '«' | '"', same) if same == opener => return None,
                _ => {}
            }
            at = mark + letter.len_utf8() - from;
            if at >= bytes.len() {
                return None;
            }
        }
        None
    }
}

/// "J", "B.B.C": single letters, which full stops part.
fn is_initial(word: &str) -> bool {
    !word.is_empty()
        && word
            .split('.')
            .all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
}

/// "Ill", but neither "ill" nor "ILL".
fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.all(|c| c.is_lowercase() || c == '.')
}
