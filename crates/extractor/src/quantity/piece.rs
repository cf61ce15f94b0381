use std::ops::Range;

use super::cutter::Cutter;
use crate::{
    Lexicon, Span, Tag,
    lexicon::{NumeralClass, UnitId, WordId},
    sentence::Sentence,
    token::{Token, TokenKind},
};

/// A word, a number or a mark, cut finer than tokens: "25bn" is 25 and bn, "six-hour" is six, - and hour.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) start: u32,
    pub(super) end: u32,
    /// The token that it begins in.
    pub(super) token: u32,
    pub(super) word: WordId,
    pub(super) kind: PieceKind,
    /// Nothing stands between it and the piece before.
    pub(super) glued: bool,
    /// A number may stand there.
    pub(super) core: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PieceKind {
    Word,
    Number,
    Mark,
}

/// How many pieces hedges and fillers take before a number: "to the north of some additional 40".
const REACH: usize = 9;

/// The pieces of one sentence.
pub(super) struct Pieces<'s> {
    pub(super) lexicon: &'s Lexicon,
    pub(super) text: &'s str,
    pub(super) tokens: &'s [Token],
    pub(super) taken: &'s [bool],
    row: Vec<Piece>,
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
        if !(0..tokens.len()).any(|at| may_count(lexicon, text, tokens, at)) {
            return None;
        }
        let mut cutter = Cutter::new(lexicon, text, tokens);
        let mut at = 0;
        while at < tokens.len() {
            at = cutter.cut(at);
        }
        let mut pieces = Self {
            lexicon,
            text,
            tokens,
            taken,
            row: cutter.pieces,
            mute: mute(tokens),
        };
        pieces.silence_chains();
        Some(pieces)
    }

    /// The next place from `at` on where a quantity may begin: close before a number.
    pub(super) fn opening(&self, at: usize) -> Option<usize> {
        let rest = self.row.get(at..)?;
        let core = at + rest.iter().position(|piece| piece.core)?;
        Some(at.max(core.saturating_sub(REACH)))
    }

    pub(super) fn len(&self) -> usize {
        self.row.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Piece> {
        self.row.get(at)
    }

    /// The piece before.
    pub(super) fn before(&self, at: usize) -> Option<&Piece> {
        self.row.get(at.checked_sub(1)?)
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
        let rest = self.row.get(from..).unwrap_or_default();
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
            !letters || *units.unit(unit).sign == *sign
        };
        cased.then_some((len, unit))
    }

    /// Phone numbers, times of day, versions, dates: numbers in a chain of marks or blanks are no
    /// quantities.
    fn silence_chains(&mut self) {
        let mut at = 0;
        while at < self.row.len() {
            let (end, silent) = self.chain(at).unwrap_or_else(|| self.spaced_chain(at));
            if silent {
                for piece in &mut self.row[at..=end] {
                    piece.kind = PieceKind::Mark;
                    piece.word = WordId::UNKNOWN;
                    piece.core = false;
                }
            }
            at = end + 1;
        }
    }

    /// "11:30", "2.4.1", "+1-202-555-0147": the last of numbers that marks chain, and whether they
    /// count nothing.
    fn chain(&self, at: usize) -> Option<(usize, bool)> {
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
        // "800-555-HELP"
        let word = self.is_hyphen(end + 1)
            && end > at
            && self
                .slice(end + 2)
                .bytes()
                .all(|byte| byte.is_ascii_uppercase());
        (end > at).then_some((end, loose || word || end > at + 2))
    }

    /// "504 822 1111": the last of numbers with blanks between, and whether they are no thousands.
    fn spaced_chain(&self, at: usize) -> (usize, bool) {
        let mut end = at;
        while self.is_number(end) && self.is_number(end + 1) {
            end += 1;
        }
        let whole = |at| self.slice(at).split('.').next().map_or(0, str::len);
        let thousands = (at + 1..=end).all(|next| whole(next) == 3);
        (end, end >= at + 2 && !thousands)
    }
}

/// Whether a number could stand at a token: the cheap question asked of every word.
fn may_count(lexicon: &Lexicon, text: &str, tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    match token.kind {
        TokenKind::Number | TokenKind::Mixed => true,
        TokenKind::Word if token.text(text).contains('-') => true,
        TokenKind::Word | TokenKind::Mark => {
            let before = at.checked_sub(1).map(|before| tokens[before].word);
            is_core(lexicon, token.word, before.unwrap_or(WordId::UNKNOWN))
        }
        TokenKind::Address | TokenKind::Quote | TokenKind::Genitive => false,
    }
}

/// Whether a word is the core of a number: "six", the "few" of "a few", the "decade" of "a decade".
pub(super) fn is_core(lexicon: &Lexicon, word: WordId, before: WordId) -> bool {
    let numerals = &lexicon.numerals;
    numerals.is_core(word)
        || (numerals.is(before, NumeralClass::Article) && lexicon.units.after.opens(word))
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
