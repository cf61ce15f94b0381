//! The pieces that time expressions are read from: tokens, cut where "31pm" and "mid-March" join two.

use crate::{
    Lexicon, Span,
    lexicon::{Sense, TimeWord, WordId},
    sentence::Sentence,
    token::{Token, TokenKind},
};

/// A token, or a part of one, with what it can mean.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Its token in the sentence.
    pub(super) token: usize,
    pub(super) sense: Sense,
    /// A holiday or a name may begin with it.
    pub(super) opens_name: bool,
}

/// Whether a token alone can be the heart of a time expression; most sentences hold none.
pub(super) fn is_anchor(lexicon: &Lexicon, text: &str, token: &Token) -> bool {
    match token.kind {
        TokenKind::Word if token.word != WordId::UNKNOWN => {
            matches!(
                lexicon.times.sense(token.word),
                Sense::Month { .. }
                    | Sense::Weekday { .. }
                    | Sense::Unit { .. }
                    | Sense::Deictic(_)
                    | Sense::Part(_)
                    | Sense::Season(_)
                    | Sense::Decade(_)
                    | Sense::Word(
                        TimeWord::AfterNoon
                            | TimeWord::BeforeNoon
                            | TimeWord::Weekend
                            | TimeWord::Tonight
                            | TimeWord::Overnight
                            | TimeWord::Noon
                            | TimeWord::Midnight
                            | TimeWord::Hundred
                            | TimeWord::Thousand
                    )
            ) || lexicon.times.opens_name(token.word)
        }
        TokenKind::Word => token.text(text).bytes().any(|byte| byte == b'-'),
        TokenKind::Mixed => true,
        TokenKind::Number => {
            let number = token.text(text).as_bytes();
            matches!(number.len(), 4 | 8) && number.iter().all(u8::is_ascii_digit)
        }
        TokenKind::Mark => matches!(token.text(text), "/" | ":"),
        _ => false,
    }
}

/// The pieces of a sentence.
pub(super) fn pieces(lexicon: &Lexicon, text: &str, sentence: &Sentence) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(sentence.tokens.len() + 8);
    let mut cutter = Cutter {
        lexicon,
        lower: String::new(),
        opens_name: false,
        pieces: &mut pieces,
    };
    for (index, token) in sentence.tokens.iter().enumerate() {
        cutter.push(text, index, token);
    }
    pieces
}

struct Cutter<'a> {
    lexicon: &'a Lexicon,
    lower: String,
    /// Of the token that is being cut.
    opens_name: bool,
    pieces: &'a mut Vec<Piece>,
}

impl Cutter<'_> {
    fn push(&mut self, text: &str, index: usize, token: &Token) {
        let piece = token.text(text);
        self.opens_name = self.lexicon.times.opens_name(token.word);
        let sense = match token.kind {
            TokenKind::Number => number(piece),
            TokenKind::Mark | TokenKind::Quote => {
                piece.chars().next().map_or(Sense::Other, Sense::Mark)
            }
            TokenKind::Word if token.word != WordId::UNKNOWN => {
                self.lexicon.times.sense(token.word)
            }
            TokenKind::Word if piece.contains('-') => return self.cut(index, token.span(), piece),
            TokenKind::Mixed => match mixed(piece) {
                Some(sense) => sense,
                None => return self.cut(index, token.span(), piece),
            },
            _ => Sense::Other,
        };
        self.add(index, token.span(), sense);
    }

    fn add(&mut self, token: usize, span: Span, sense: Sense) {
        self.pieces.push(Piece {
            start: span.start(),
            end: span.end(),
            token,
            sense,
            opens_name: self.opens_name,
        });
    }

    /// "mid-March", "Friday-Jun-15", "31pm": cut where a month or the like is inside, else left whole.
    fn cut(&mut self, token: usize, whole: Span, text: &str) {
        let before = self.pieces.len();
        let mut worth = false;
        let mut start = 0;
        while let Some(first) = text[start..].chars().next() {
            let end = start + run(&text[start..], first);
            let sense = self.part(&text[start..end]);
            worth |= matches!(
                sense,
                Sense::Month { .. }
                    | Sense::Weekday { .. }
                    | Sense::Edge(_)
                    | Sense::Decade(_)
                    | Sense::QuarterOf(_)
                    | Sense::HalfOf(_)
                    | Sense::Word(TimeWord::BeforeNoon | TimeWord::AfterNoon)
            );
            self.add(
                token,
                Span::new(whole.start() + start, whole.start() + end),
                sense,
            );
            start = end;
        }
        if !worth {
            self.pieces.truncate(before);
            self.add(token, whole, Sense::Other);
        }
    }

    fn part(&mut self, part: &str) -> Sense {
        if part.as_bytes()[0].is_ascii_digit() {
            return mixed(part).unwrap_or_else(|| number(part));
        }
        if let Some(quarter) = mixed(part) {
            return quarter;
        }
        let mut letters = part.chars();
        match (letters.next(), letters.next()) {
            (Some(mark), None) if !mark.is_alphanumeric() => Sense::Mark(mark),
            _ => {
                self.lower.clear();
                self.lower.extend(part.chars().flat_map(char::to_lowercase));
                let word = self.lexicon.vocabulary.id(&self.lower);
                self.lexicon.times.sense(word)
            }
        }
    }
}

/// How many bytes belong together from the first letter on: "1990s" and "Q3" do, "31pm" is two.
fn run(text: &str, first: char) -> usize {
    let while_in = |test: fn(char) -> bool| text.find(|c| !test(c)).unwrap_or(text.len());
    if first.is_ascii_digit() {
        let word = while_in(char::is_alphanumeric);
        return if mixed(&text[..word]).is_some() {
            word
        } else {
            while_in(|c| c.is_ascii_digit())
        };
    }
    if first.is_alphabetic() {
        let word = while_in(char::is_alphanumeric);
        return if mixed(&text[..word]).is_some() {
            word
        } else {
            while_in(char::is_alphabetic)
        };
    }
    first.len_utf8()
}

/// "2014", "9.30"; thousands separators make it no part of a date.
fn number(text: &str) -> Sense {
    if let Some((whole, part)) = text.split_once('.') {
        return match (whole.parse(), part.parse()) {
            (Ok(whole), Ok(part)) if part_is_short(text) => Sense::Decimal { whole, part },
            (Err(_), Ok(value)) if whole.is_empty() => Sense::Decimal {
                whole: 0,
                part: value,
            },
            _ => Sense::Other,
        };
    }
    match text.parse() {
        Ok(value) if text.len() <= 8 => Sense::Digits {
            value,
            len: text.len() as u8,
        },
        _ => Sense::Other,
    }
}

fn part_is_short(text: &str) -> bool {
    text.len() <= 5
}

/// "3rd", "1990s", "90s", "Q3"
fn mixed(text: &str) -> Option<Sense> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, ending) = text.split_at(digits);
    if digits == 0 {
        return match ending.as_bytes() {
            [b'q' | b'Q', n @ b'1'..=b'4'] => Some(Sense::QuarterOf((n - b'0').cast_signed())),
            [b'h' | b'H', n @ b'1'..=b'2'] => Some(Sense::HalfOf((n - b'0').cast_signed())),
            _ => None,
        };
    }
    let value: i32 = number.parse().ok()?;
    if ["st", "nd", "rd", "th"]
        .iter()
        .any(|suffix| ending.eq_ignore_ascii_case(suffix))
    {
        return i8::try_from(value).ok().map(Sense::Ordinal);
    }
    match (ending, digits) {
        ("s" | "S", 4) if value % 10 == 0 => i16::try_from(value).ok().map(Sense::Decade),
        ("s" | "S", 2) if value % 10 == 0 => Some(Sense::Decade(1900 + value as i16)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let lexicon = Lexicon::builtin();
        let sentence = Sentence::read(lexicon, text, Span::new(0, text.len()));
        let pieces: Vec<_> = pieces(lexicon, text, &sentence)
            .iter()
            .map(|piece| &text[piece.start..piece.end])
            .collect();
        assert_eq!(pieces.join("|"), expected);
    }

    #[test]
    fn joined_words_are_cut_where_a_date_is_inside() {
        check("mid-March, 9:31pm", "mid|-|March|,|9|:|31|pm");
        check("Friday-Jun-15", "Friday|-|Jun|-|15");
        check("mid-1990s, 05-Aug-2016", "mid|-|1990s|,|05|-|Aug|-|2016");
        check("Dec31", "Dec|31");
    }

    #[test]
    fn other_words_stay_whole() {
        check(
            "a six-hour, F-16 or COVID-19",
            "a|six-hour|,|F-16|or|COVID-19",
        );
        check("27-year-old é-à", "27-year-old|é-à");
    }
}
