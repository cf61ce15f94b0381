use std::ops::Range;

use crate::{
    Amount, Lexicon, Span, Tag,
    lexicon::{NumeralClass, UnitId, WordId},
    sentence::Sentence,
    token::{self, Token, TokenKind},
};

/// A word, a number or a mark, cut finer than tokens: "25bn" is 25 and bn, "six-hour" is six, - and hour.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    start: u32,
    end: u32,
    /// The token that it begins in.
    pub(super) token: u32,
    pub(super) word: WordId,
    pub(super) kind: PieceKind,
    /// Nothing stands between it and the piece before.
    pub(super) glued: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PieceKind {
    Word,
    Number,
    Mark,
}

/// The pieces of one sentence.
pub(super) struct Pieces<'s> {
    pub(super) lexicon: &'s Lexicon,
    pub(super) text: &'s str,
    pub(super) tokens: &'s [Token],
    pub(super) taken: &'s [bool],
    pieces: Vec<Piece>,
    /// Capitals tell nothing: "TWO KILLED IN BLAST".
    pub(super) mute: bool,
}

impl<'s> Pieces<'s> {
    /// Cuts a sentence; `None` where no word of it could begin a quantity.
    pub(super) fn read(
        lexicon: &'s Lexicon,
        text: &'s str,
        sentence: &'s Sentence,
        taken: &'s [bool],
    ) -> Option<Self> {
        let tokens = &sentence.tokens;
        if !tokens.iter().any(|token| opens(lexicon, text, token)) {
            return None;
        }
        let mut cutter = Cutter {
            lexicon,
            text,
            tokens,
            pieces: Vec::with_capacity(tokens.len() + 8),
            lower: String::new(),
        };
        let mut at = 0;
        while at < tokens.len() {
            at = cutter.cut(at);
        }
        let mut pieces = Self {
            lexicon,
            text,
            tokens,
            taken,
            pieces: cutter.pieces,
            mute: mute(tokens),
        };
        pieces.silence_chains();
        Some(pieces)
    }

    pub(super) fn len(&self) -> usize {
        self.pieces.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Piece> {
        self.pieces.get(at)
    }

    /// The piece before.
    pub(super) fn before(&self, at: usize) -> Option<&Piece> {
        self.pieces.get(at.checked_sub(1)?)
    }

    /// The word there; the unknown one behind the end.
    pub(super) fn word(&self, at: usize) -> WordId {
        self.get(at).map_or(WordId::UNKNOWN, |piece| piece.word)
    }

    pub(super) fn word_before(&self, at: usize) -> WordId {
        self.before(at).map_or(WordId::UNKNOWN, |piece| piece.word)
    }

    /// The words from there on.
    pub(super) fn words(&self, from: usize) -> impl Iterator<Item = WordId> + Clone + '_ {
        let rest = self.pieces.get(from..).unwrap_or_default();
        rest.iter().map(|piece| piece.word)
    }

    pub(super) fn is(&self, at: usize, class: NumeralClass) -> bool {
        self.lexicon.numerals.is(self.word(at), class)
    }

    pub(super) fn is_before(&self, at: usize, class: NumeralClass) -> bool {
        self.lexicon.numerals.is(self.word_before(at), class)
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.get(at)
            .is_some_and(|piece| piece.kind == PieceKind::Number)
    }

    pub(super) fn is_glued(&self, at: usize) -> bool {
        self.get(at).is_some_and(|piece| piece.glued)
    }

    /// Whether this mark stands there.
    pub(super) fn is_mark(&self, at: usize, mark: &str) -> bool {
        self.get(at)
            .is_some_and(|piece| piece.kind == PieceKind::Mark)
            && self.slice(at) == mark
    }

    /// A hyphen inside a word: "six-hour".
    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        self.is_glued(at)
            && self.is_glued(at + 1)
            && matches!(self.slice(at), "-" | "‐" | "‑")
            && self
                .get(at + 1)
                .is_some_and(|piece| piece.kind != PieceKind::Mark)
    }

    pub(super) fn slice(&self, at: usize) -> &'s str {
        self.get(at).map_or("", |piece| {
            &self.text[piece.start as usize..piece.end as usize]
        })
    }

    /// The stretch of text that some pieces cover.
    pub(super) fn span(&self, pieces: Range<usize>) -> Span {
        let start = self.get(pieces.start).map_or(0, |piece| piece.start);
        let end = self
            .before(pieces.end)
            .map_or(start, |piece| piece.end)
            .max(start);
        Span::new(start as usize, end as usize)
    }

    /// The tokens that some pieces touch.
    pub(super) fn tokens(&self, pieces: Range<usize>) -> Range<usize> {
        let end = self.span(pieces.clone()).end();
        let first = self
            .get(pieces.start)
            .map_or(0, |piece| piece.token as usize);
        let mut last = self
            .before(pieces.end)
            .map_or(first, |piece| piece.token as usize);
        while self
            .tokens
            .get(last + 1)
            .is_some_and(|token| token.span().start() < end)
        {
            last += 1;
        }
        first..last + 1
    }

    pub(super) fn token(&self, at: usize) -> Option<&'s Token> {
        self.tokens.get(self.get(at)?.token as usize)
    }

    pub(super) fn tag(&self, at: usize) -> Option<Tag> {
        self.token(at).map(|token| token.tag)
    }

    /// Whether a date or a time of day holds the piece.
    pub(super) fn is_taken(&self, at: usize) -> bool {
        self.get(at)
            .and_then(|piece| self.taken.get(piece.token as usize))
            .is_some_and(|taken| *taken)
    }

    /// The word begins with a capital, where capitals tell something.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        !self.mute && self.slice(at).contains(char::is_uppercase)
    }

    /// The unit whose words begin there, and how many pieces they take.
    ///
    /// A sign of one letter is written like the unit's name: 5 W, 45 g, but "5G" is none.
    pub(super) fn unit(&self, at: usize) -> Option<(usize, UnitId)> {
        let units = &self.lexicon.units;
        let (len, &unit) = units.after.longest(self.words(at))?;
        let sign = self.slice(at);
        let cased = sign.len() > 1 || !sign.is_ascii() || len > 1 || {
            let letters = sign.bytes().all(|byte| byte.is_ascii_alphabetic());
            !letters || **units.name(unit) == *sign
        };
        cased.then_some((len, unit))
    }

    /// "504 822 1111": the last of numbers with blanks between that are no thousands.
    fn spaced_chain(&self, at: usize) -> usize {
        let mut end = at;
        while self.is_number(end) && self.is_number(end + 1) {
            end += 1;
        }
        let thousands = (at + 1..=end).all(|next| self.slice(next).len() == 3);
        if thousands || end < at + 2 { at } else { end }
    }

    /// Phone numbers, times of day, versions, dates: numbers in a chain of marks are no quantities.
    fn silence_chains(&mut self) {
        let mut at = 0;
        while at < self.pieces.len() {
            let (mut end, mut loose) = (at, false);
            while self.is_number(end)
                && self.is_glued(end + 1)
                && self.is_glued(end + 2)
                && self.is_number(end + 2)
            {
                match self.slice(end + 1) {
                    "." | ":" | "," => loose = true,
                    "-" | "/" | "–" | "‑" => {}
                    _ => break,
                }
                end += 2;
            }
            if end == at {
                end = self.spaced_chain(at);
            }
            if loose || end > at + 1 && !self.is_glued(end) || end > at + 2 {
                for piece in &mut self.pieces[at..=end] {
                    piece.kind = PieceKind::Mark;
                    piece.word = WordId::UNKNOWN;
                }
            }
            at = end.max(at) + 1;
        }
    }
}

/// Whether a quantity could begin with this token: the cheap question asked of every word.
fn opens(lexicon: &Lexicon, text: &str, token: &Token) -> bool {
    match token.kind {
        TokenKind::Number | TokenKind::Mixed => true,
        TokenKind::Word => {
            lexicon.numerals.word(token.word).is_some()
                || lexicon.numerals.vague.opens(token.word)
                || (token.word == WordId::UNKNOWN && token.text(text).contains('-'))
        }
        TokenKind::Mark => lexicon.numerals.word(token.word).is_some(),
        TokenKind::Address | TokenKind::Quote | TokenKind::Genitive => false,
    }
}

/// Whether nearly every word has a capital, as in headlines and wire copy.
fn mute(tokens: &[Token]) -> bool {
    let words = tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Word && token.span().len() > 3);
    let (all, capital) = words.fold((0_usize, 0_usize), |(all, capital), token| {
        (all + 1, capital + usize::from(token.capital))
    });
    all >= 3 && capital * 10 >= all * 9
}

/// Cuts tokens into pieces.
struct Cutter<'s> {
    lexicon: &'s Lexicon,
    text: &'s str,
    tokens: &'s [Token],
    pieces: Vec<Piece>,
    lower: String,
}

impl Cutter<'_> {
    /// Cuts the token at a place, and says which token comes next.
    fn cut(&mut self, at: usize) -> usize {
        let token = &self.tokens[at];
        let span = token.span();
        let text = token.text(self.text);
        match token.kind {
            TokenKind::Number => return self.number(at, span.start()),
            TokenKind::Mixed if text.starts_with(|c: char| c.is_ascii_digit()) => {
                if self.parts_digits(text) {
                    return self.number(at, span.start());
                }
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
        self.pieces.push(Piece {
            start: start as u32,
            end: end as u32,
            token: token as u32,
            word,
            kind,
            glued,
        });
    }

    /// Takes the number that begins at a byte of the text, over several tokens where they are one
    /// number ("RM120,000"), and what is glued to it.
    fn number(&mut self, at: usize, start: usize) -> usize {
        let Some((_, len)) = Amount::leading(&self.text[start..]) else {
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
        let suffix = suffix.split(['-', '‐', '‑']).next().unwrap_or_default();
        let word = self.id(suffix);
        let units = &self.lexicon.units;
        if suffix.len() == 1 && self.lexicon.numerals.sign(word).is_none() {
            return units
                .after
                .word(word)
                .is_some_and(|unit| **units.name(*unit) == *suffix);
        }
        self.lexicon.numerals.sign(word).is_some() || units.after.opens(word)
    }

    /// "EUR50m", "$US55": digits behind a currency's code.
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
