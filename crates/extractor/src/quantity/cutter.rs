use super::piece::{Piece, PieceKind, is_core};
use crate::{
    Amount, Lexicon,
    lexicon::{NumeralClass, WordId},
    token::{self, Token, TokenKind},
};

/// Cuts tokens into pieces.
pub(super) struct Cutter<'s> {
    lexicon: &'s Lexicon,
    text: &'s str,
    tokens: &'s [Token],
    pub(super) pieces: Vec<Piece>,
    lower: String,
}

impl<'s> Cutter<'s> {
    pub(super) fn new(lexicon: &'s Lexicon, text: &'s str, tokens: &'s [Token]) -> Self {
        Self {
            lexicon,
            text,
            tokens,
            pieces: Vec::with_capacity(tokens.len() + 8),
            lower: String::new(),
        }
    }

    /// Cuts the token at a place, and says which token comes next.
    pub(super) fn cut(&mut self, at: usize) -> usize {
        let token = &self.tokens[at];
        let span = token.span();
        let text = token.text(self.text);
        match token.kind {
            TokenKind::Number => return self.number(at, span.start()),
            TokenKind::Mixed
                if text.starts_with(|c: char| c.is_ascii_digit()) && self.parts_digits(text) =>
            {
                return self.number(at, span.start());
            }
            TokenKind::Mixed => {
                let digits = text
                    .find(|c: char| c.is_ascii_digit())
                    .unwrap_or(text.len());
                if self.parts_code(&text[..digits]) {
                    return self.rest(at, span.start());
                }
            }
            TokenKind::Word if text.contains('-') && self.parts_compound(text) => {
                return self.rest(at, span.start());
            }
            _ => {}
        }
        let kind = match token.kind {
            TokenKind::Word | TokenKind::Mixed => PieceKind::Word,
            _ => PieceKind::Mark,
        };
        self.push(at, span.start(), span.end(), token.word, kind);
        at + 1
    }

    fn push(&mut self, token: usize, start: usize, end: usize, word: WordId, kind: PieceKind) {
        let glued = self
            .pieces
            .last()
            .is_some_and(|before| before.end as usize == start);
        let before = self
            .pieces
            .last()
            .map_or(WordId::UNKNOWN, |piece| piece.word);
        let core = kind == PieceKind::Number || is_core(self.lexicon, word, before);
        self.pieces.push(Piece {
            start: start as u32,
            end: end as u32,
            token: token as u32,
            word,
            kind,
            glued,
            core,
        });
    }

    /// Takes the number that begins at a byte of the text, over several tokens where they are one
    /// number ("RM120,000"), and what is glued to it.
    fn number(&mut self, at: usize, start: usize) -> usize {
        let sentence = self.tokens.last().map_or(start, |last| last.span().end());
        let Some((_, len)) = Amount::leading(&self.text[start..sentence]) else {
            let end = self.tokens[at].span().end();
            self.push(at, start, end, WordId::UNKNOWN, PieceKind::Mark);
            return at + 1;
        };
        let end = start + len;
        self.push(at, start, end, WordId::UNKNOWN, PieceKind::Number);
        let mut next = at;
        while let Some(token) = self.tokens.get(next) {
            if token.span().end() > end {
                break;
            }
            next += 1;
        }
        match self.tokens.get(next) {
            Some(token) if token.span().start() < end => self.rest(next, end),
            _ => next,
        }
    }

    /// Cuts a token from a byte on, at hyphens and before numbers.
    fn rest(&mut self, at: usize, mut start: usize) -> usize {
        let end = self.tokens[at].span().end();
        while start < end {
            let rest = &self.text[start..end];
            if rest.starts_with(|c: char| c.is_ascii_digit()) {
                return self.number(at, start);
            }
            let hyphen = ['-', '‐', '‑'].into_iter().find(|c| rest.starts_with(*c));
            if let Some(hyphen) = hyphen {
                let word = self.lexicon.vocabulary.id("-");
                self.push(at, start, start + hyphen.len_utf8(), word, PieceKind::Mark);
                start += hyphen.len_utf8();
                continue;
            }
            let code = self
                .pieces
                .last()
                .is_none_or(|before| before.kind != PieceKind::Number);
            let stop = |c: char| matches!(c, '-' | '‐' | '‑') || (code && c.is_ascii_digit());
            let len = rest.find(stop).unwrap_or(rest.len());
            let word = self.id(&rest[..len]);
            self.push(at, start, start + len, word, PieceKind::Word);
            start += len;
        }
        at + 1
    }

    fn id(&mut self, piece: &str) -> WordId {
        token::fold(piece, &mut self.lower);
        self.lexicon.vocabulary.id(&self.lower)
    }

    /// "25bn", "10-member": digits with a scale, a unit or a hyphen behind; not "10th", "1990s".
    fn parts_digits(&mut self, text: &str) -> bool {
        let suffix = text.trim_start_matches(|c: char| c.is_ascii_digit());
        if suffix.starts_with(['-', '‐', '‑']) {
            return true;
        }
        // "1e10", "12e-1"
        let exponent = suffix.strip_prefix('e').unwrap_or_default();
        let digits = exponent.strip_prefix('-').unwrap_or(exponent);
        if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return true;
        }
        let suffix = suffix.split(['-', '‐', '‑']).next().unwrap_or_default();
        let word = self.id(suffix);
        let units = &self.lexicon.units;
        if suffix.len() == 1 && self.lexicon.numerals.sign(word).is_none() {
            return units
                .after
                .word(word)
                .is_some_and(|unit| *units.unit(*unit).sign == *suffix);
        }
        self.lexicon.numerals.sign(word).is_some() || units.after.opens(word)
    }

    /// "EUR 50", "$US 55" without the blank: digits behind a currency's code.
    fn parts_code(&mut self, letters: &str) -> bool {
        let word = self.id(letters);
        let before = &self.lexicon.units.before;
        if before.word(word).is_some() {
            return true;
        }
        let Some(sign) = self.pieces.last() else {
            return false;
        };
        before
            .longest([sign.word, word].into_iter())
            .is_some_and(|(len, _)| len == 2)
    }

    /// "six-hour", "minus-260", "magnitude-6.1": a compound with a number in front, or a number that
    /// something in front makes a quantity.
    fn parts_compound(&mut self, text: &str) -> bool {
        let first = text.split('-').next().unwrap_or_default();
        let word = self.id(first);
        let hyphen = self.lexicon.vocabulary.id("-");
        let numerals = &self.lexicon.numerals;
        let opens = |len: Option<usize>| len == Some(2);
        numerals.opens_compound(word)
            || numerals.is(word, NumeralClass::Minus)
            || opens(
                self.lexicon
                    .hedges
                    .before
                    .longest([word, hyphen].into_iter())
                    .map(|found| found.0),
            )
            || opens(
                self.lexicon
                    .units
                    .before
                    .longest([word, hyphen].into_iter())
                    .map(|found| found.0),
            )
    }
}
