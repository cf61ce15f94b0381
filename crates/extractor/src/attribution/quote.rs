//! Words between quotation marks: which mark opens, which closes, and how far an unclosed one reaches.

use super::within;
use crate::{
    Span,
    sentence::Sentence,
    token::{Token, TokenKind},
};

/// A mark that never closes reaches this far at most, in bytes.
const REACH: usize = 3000;

/// One stretch between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quotation {
    /// With its marks.
    pub(super) outer: Span,
    /// Without them.
    pub(super) inner: Span,
    /// It goes on in the next stretch: each paragraph of a long speech opens with a mark.
    pub(super) continues: bool,
}

/// What a mark looks like; a stretch ends with a mark of its own shape.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// " and doubled single marks
    Straight,
    /// “ ”, also „ “
    Curly,
    /// « »
    Angle,
    /// ' and ‘ ’
    Single,
}

/// Whether a mark opens a stretch or closes one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    Either,
}

/// The stretches between marks inside `span`, in order; none contains another.
pub(super) fn quotations(text: &str, sentences: &[Sentence], span: Span) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut open: Option<Open> = None;
    let mut last_end = span.start();
    for sentence in sentences {
        for token in within(&sentence.tokens, span) {
            let at = token.span();
            let mark = (token.kind == TokenKind::Quote)
                .then(|| mark(text, token))
                .flatten();
            if let Some(began) = open.take() {
                open = began.step(text, last_end, at, mark, &mut found);
            } else if let Some((shape, side)) = mark
                && side != Side::Closes
            {
                open = Open::new(shape, at, text, span.end());
            }
            last_end = at.end();
        }
    }
    if let Some(open) = open {
        open.close(last_end, last_end, false, &mut found);
    }
    found
}

/// A stretch that is not closed yet.
#[derive(Clone, Copy)]
struct Open {
    shape: Shape,
    mark: Span,
    /// Marks of the same shape that opened inside.
    depth: usize,
}

impl Open {
    /// A single mark opens only where its partner is near: else it is an apostrophe.
    fn new(shape: Shape, mark: Span, text: &str, end: usize) -> Option<Self> {
        if shape == Shape::Single && !has_partner(&text[mark.end()..end]) {
            return None;
        }
        Some(Self {
            shape,
            mark,
            depth: 0,
        })
    }

    /// Whether a mark may close this one: writers pair " with ”.
    fn pairs_with(self, shape: Shape) -> bool {
        let double = |shape| matches!(shape, Shape::Straight | Shape::Curly);
        shape == self.shape || double(shape) && double(self.shape)
    }

    /// Looks at the next token; gives back what is still open behind it.
    fn step(
        mut self,
        text: &str,
        last_end: usize,
        at: Span,
        mark: Option<(Shape, Side)>,
        found: &mut Vec<Quotation>,
    ) -> Option<Self> {
        let mine = mark.filter(|&(shape, _)| self.pairs_with(shape));
        if text[last_end..at.start()].contains('\n') {
            let paragraph = breaks(&text[last_end..at.start()]);
            let again = mine.is_some_and(|(_, side)| side != Side::Closes);
            let ended = text[..last_end].ends_with(['.', '!', '?', '…', '—', '"', '”', '\'', '’']);
            if again || (paragraph && ended) {
                self.close(last_end, last_end, again, found);
                return again.then_some(Self {
                    mark: at,
                    depth: 0,
                    ..self
                });
            }
        }
        match mine.map(|(_, side)| side) {
            Some(Side::Closes | Side::Either) if self.depth == 0 => {
                self.close(at.start(), at.end(), false, found);
                return None;
            }
            Some(Side::Closes | Side::Either) => self.depth -= 1,
            Some(Side::Opens)
                if mark.is_some_and(|(shape, _)| shape == Shape::Straight)
                    && self.shape == Shape::Straight =>
            {
                // the closing mark is missing
                self.close(last_end, last_end, false, found);
                return Some(Self {
                    mark: at,
                    depth: 0,
                    ..self
                });
            }
            Some(Side::Opens) => self.depth += 1,
            None if at.end() - self.mark.start() > REACH => {
                self.close(last_end, last_end, false, found);
                return None;
            }
            None => {}
        }
        Some(self)
    }

    fn close(self, inner: usize, outer: usize, continues: bool, found: &mut Vec<Quotation>) {
        let inner = Span::new(self.mark.end(), inner.max(self.mark.end()));
        if !inner.is_empty() {
            found.push(Quotation {
                outer: Span::new(self.mark.start(), outer.max(inner.end())),
                inner,
                continues,
            });
        }
    }
}

/// Whether a blank line stands in the gap between two words.
fn breaks(gap: &str) -> bool {
    gap.matches('\n').count() > 1
}

/// Whether a closing single mark follows in the same line: behind a word or a stop, before no letter.
fn has_partner(text: &str) -> bool {
    let line = text.split('\n').next().unwrap_or_default();
    let near = line
        .char_indices()
        .nth(300)
        .map_or(line, |(end, _)| &line[..end]);
    let mut before = ' ';
    let mut letters = near.chars().peekable();
    if letters.peek().is_none_or(|first| first.is_whitespace()) {
        return false;
    }
    while let Some(letter) = letters.next() {
        let mark = matches!(letter, '\'' | '’');
        let ends = letters.peek().is_none_or(|next| !next.is_alphanumeric());
        if mark && ends && !before.is_whitespace() && before != 's' {
            return true;
        }
        before = letter;
    }
    false
}

fn mark(text: &str, token: &Token) -> Option<(Shape, Side)> {
    let before = text[..token.span().start()].chars().next_back();
    let after = text[token.span().end()..].chars().next();
    let side = || {
        let opens = before.is_none_or(|c| c.is_whitespace() || "([{—–-/“‘\"'".contains(c));
        let closes = after.is_none_or(|c| c.is_whitespace() || ".,;:!?)]}—–-/”’\"'".contains(c));
        match (opens, closes) {
            (true, false) => Side::Opens,
            (false, true) => Side::Closes,
            _ => Side::Either,
        }
    };
    Some(match token.text(text) {
        // some writers mix the two up; the blank beside a mark says which it is
        "“" if side() == Side::Closes => (Shape::Curly, Side::Closes),
        "“" | "„" => (Shape::Curly, Side::Opens),
        "”" => (Shape::Curly, Side::Closes),
        "«" => (Shape::Angle, Side::Opens),
        "»" => (Shape::Angle, Side::Closes),
        "``" => (Shape::Straight, Side::Opens),
        "\"" | "''" => (Shape::Straight, side()),
        "‘" => (Shape::Single, Side::Opens),
        "'" | "’" => match side() {
            Side::Either => return None,
            side => (Shape::Single, side),
        },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Document, Lexicon, sentence};

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let document = Document::new("d", text);
        let sentences: Vec<_> = sentence::sentences(Lexicon::builtin(), &document)
            .into_iter()
            .map(|span| Sentence::read(Lexicon::builtin(), text, span))
            .collect();
        let found: Vec<_> = quotations(text, &sentences, Span::new(0, text.len()))
            .into_iter()
            .map(|quotation| quotation.inner.slice(text))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn marks_of_every_shape_pair_up() {
        check("\"One,\" he said, \"two\"", &["One,", "two"]);
        check("“One ‘and’ two”", &["One ‘and’ two"]);
        check("«Un» et «deux»", &["Un", "deux"]);
        check("He called it 'a crime,' she said", &["a crime,"]);
        check("``One,'' he said", &["One,"]);
    }

    #[test]
    fn an_apostrophe_is_no_quotation_mark() {
        check("the soldiers' families didn't leave", &[]);
        check("Turkey’s posts, the rebels’ town", &[]);
    }

    #[test]
    fn a_speech_of_several_paragraphs_opens_each_with_a_mark() {
        check(
            "“First it began.\n\n“Then it ended,” he said.",
            &["First it began.", "Then it ended,"],
        );
    }

    #[test]
    fn an_unclosed_mark_reaches_to_the_end_of_its_paragraph() {
        check("“It began.\n\nThe toll rose.", &["It began."]);
        check(
            "\"It began. \"It ended,\" he said",
            &["It began.", "It ended,"],
        );
    }
}
