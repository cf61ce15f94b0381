//! Reads the time expressions of one sentence, left to right, by recursive descent over its pieces.

use std::cell::Cell;

use jiff::civil::Date;

use super::{
    TimeMention, Window,
    piece::{self, Piece},
    reading::{Found, Reading},
    tense::{self, Tense},
};
use crate::{
    Lexicon, Span, Tag,
    lexicon::{Form, Sense, TimeWord, Unit},
    sentence::Sentence,
    token::{Token, TokenKind},
};

/// How deep times nest: "two days before the end of last week".
const DEEPEST: u8 = 4;

/// One sentence on its way to its time expressions.
pub(super) struct Reader<'a> {
    pub(super) lexicon: &'a Lexicon,
    pub(super) text: &'a str,
    pub(super) sentence: &'a Sentence,
    pub(super) published: Option<Date>,
    pieces: Vec<Piece>,
    mentions: Vec<TimeMention>,
    /// The last stretch of days that the sentence has named: "the next day" is the day after it.
    pub(super) before: Option<Reading>,
    /// Where the last mention ended, if it was a bare year: "2007 and 2009".
    pub(super) year_until: Option<usize>,
    /// Where the last mention ended, if it ended in a day of the month: "February 2 and 3".
    pub(super) listed_until: Option<usize>,
    depth: Cell<u8>,
}

/// A whole time expression, bounds and all.
pub(super) struct Expression {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) reading: Reading,
    pub(super) cumulative: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        lexicon: &'a Lexicon,
        text: &'a str,
        sentence: &'a Sentence,
        published: Option<Date>,
    ) -> Self {
        Self {
            lexicon,
            text,
            sentence,
            published,
            pieces: piece::pieces(lexicon, text, sentence),
            mentions: Vec::new(),
            before: None,
            year_until: None,
            listed_until: None,
            depth: Cell::new(0),
        }
    }

    /// All time expressions of the sentence, in reading order.
    pub(super) fn read(mut self) -> Vec<TimeMention> {
        let mut at = 0;
        while at < self.pieces.len() {
            if !self.may_begin(at) {
                at += 1;
                continue;
            }
            if let Some(past) = self.name(at) {
                at = past;
                continue;
            }
            match self.expression(at) {
                Some(expression) => {
                    at = expression.end;
                    self.push(expression);
                }
                None => at += 1,
            }
        }
        self.mentions
    }

    /// Whether a time or a name can begin here: most words are neither.
    fn may_begin(&self, at: usize) -> bool {
        let piece = &self.pieces[at];
        piece.opens_name || !matches!(piece.sense, Sense::Other | Sense::Mark(_))
    }

    /// Whether a holiday or a name may begin with the token of a piece.
    pub(super) fn opens_name(&self, at: usize) -> bool {
        self.pieces.get(at).is_some_and(|piece| piece.opens_name)
    }

    fn push(&mut self, expression: Expression) {
        let Expression {
            start,
            end,
            reading,
            cumulative,
        } = expression;
        let (first, last) = (self.pieces[start], self.pieces[end - 1]);
        self.mentions.push(TimeMention {
            span: Span::new(first.start, last.end),
            window: reading.window,
            value: reading.value.as_str().into(),
            cumulative,
            tokens: first.token..last.token + 1,
        });
        self.year_until = (reading.grain == Unit::Year).then_some(end);
        let ends_in_day = matches!(
            self.sense(end - 1),
            Sense::Digits { len: 1 | 2, .. } | Sense::Ordinal(_)
        );
        self.listed_until = (reading.grain == Unit::Day && ends_in_day).then_some(end);
        if reading.window != Window::default() {
            self.before = Some(reading);
        }
    }

    /// The end of a name that only looks like a time: "the Sunday Times".
    fn name(&self, at: usize) -> Option<usize> {
        if !self.opens_name(at) {
            return None;
        }
        let token = self.pieces[at].token;
        let tokens = self.sentence.tokens.get(token..)?;
        let words = tokens.iter().map(|token| token.word);
        let (length, ()) = self.lexicon.times.names.longest(words)?;
        Some(self.past_token(at, token + length))
    }

    /// The first piece from `at` on whose token is `token` or a later one.
    pub(super) fn past_token(&self, at: usize, token: usize) -> usize {
        let ahead = &self.pieces[at..];
        at + ahead.iter().take_while(|piece| piece.token < token).count()
    }

    /// What the piece can mean; nothing past either end.
    pub(super) fn sense(&self, at: usize) -> Sense {
        self.pieces
            .get(at)
            .map_or(Sense::Other, |piece| piece.sense)
    }

    /// What the piece before means.
    pub(super) fn sense_before(&self, at: usize) -> Sense {
        at.checked_sub(1).map_or(Sense::Other, |at| self.sense(at))
    }

    /// Whether the piece is this word of the grammar.
    pub(super) fn is(&self, at: usize, word: TimeWord) -> bool {
        self.sense(at) == Sense::Word(word)
    }

    /// The piece after `at` where it is this word, else `at` itself: "of" may be left out.
    pub(super) fn skip(&self, at: usize, word: TimeWord) -> usize {
        at + usize::from(self.is(at, word))
    }

    /// The piece after `at` where it is this mark, else `at` itself.
    pub(super) fn skip_mark(&self, at: usize, mark: char) -> usize {
        at + usize::from(self.sense(at) == Sense::Mark(mark))
    }

    /// The piece after the full stop of "Feb." where there is one, unless it ends the sentence.
    pub(super) fn skip_stop(&self, at: usize) -> usize {
        let short = matches!(
            self.sense_before(at),
            Sense::Month {
                form: Form::Short,
                ..
            } | Sense::Weekday {
                form: Form::Short,
                ..
            }
        );
        if short && self.is_tight(at) && at + 1 < self.pieces.len() {
            self.skip_mark(at, '.')
        } else {
            at
        }
    }

    /// Whether no blank stands between the piece before and this one.
    pub(super) fn is_tight(&self, at: usize) -> bool {
        at > 0
            && self
                .pieces
                .get(at)
                .is_some_and(|piece| piece.start == self.pieces[at - 1].end)
    }

    /// Its token.
    pub(super) fn token(&self, at: usize) -> Option<&Token> {
        self.sentence.tokens.get(self.pieces.get(at)?.token)
    }

    /// Its token's number in the sentence; past the end that of the token after the last.
    pub(super) fn token_index(&self, at: usize) -> usize {
        self.pieces
            .get(at)
            .map_or(self.sentence.tokens.len(), |piece| piece.token)
    }

    /// Its part of speech.
    pub(super) fn tag(&self, at: usize) -> Option<Tag> {
        self.token(at).map(|token| token.tag)
    }

    /// Its letters and digits.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.pieces
            .get(at)
            .map_or("", |piece| &self.text[piece.start..piece.end])
    }

    /// Whether it is a genitive ending: "Monday's".
    pub(super) fn is_genitive(&self, at: usize) -> bool {
        self.token(at)
            .is_some_and(|token| token.kind == TokenKind::Genitive)
    }

    /// Whether a clause around these pieces looks back or ahead.
    pub(super) fn tense(&self, start: usize, end: usize) -> Tense {
        tense::tense(
            self.lexicon,
            self.sentence,
            self.token_index(start),
            self.token_index(end),
        )
    }

    /// What found words name, read in their clause.
    pub(super) fn reading(&self, start: usize, found: &Found) -> Reading {
        let tense = match found.open() {
            Some(fields) if fields.year.is_none() && self.published.is_some() => {
                self.tense(start, found.end)
            }
            _ => Tense::Past,
        };
        found.reading(self.published, tense)
    }

    /// Words that name one time, from a piece on; times inside times only so deep as people talk.
    pub(super) fn moment(&self, at: usize) -> Option<Found> {
        if self.depth.get() >= DEEPEST {
            return None;
        }
        self.depth.set(self.depth.get() + 1);
        let found = self.holiday(at).or_else(|| self.moment_of_words(at));
        self.depth.set(self.depth.get() - 1);
        found
    }

    fn moment_of_words(&self, at: usize) -> Option<Found> {
        match self.sense(at) {
            Sense::Word(TimeWord::The) => self.after_the(at + 1),
            Sense::Digits { .. } => self
                .numeric_date(at)
                .or_else(|| self.clock_and_day(at))
                .or_else(|| self.date(at))
                .or_else(|| self.counted(at))
                .or_else(|| self.bare_year(at)),
            Sense::Decimal { .. } => self.numeric_date(at).or_else(|| self.clock_and_day(at)),
            Sense::Month { .. } | Sense::Weekday { .. } => {
                self.date(at).and_then(|day| self.with_clock(day))
            }
            Sense::Ordinal(_) => self.date(at).or_else(|| self.nth_of(at)),
            Sense::QuarterOf(_) | Sense::HalfOf(_) => self.nth_of(at),
            Sense::Cardinal(_) => self
                .date(at)
                .or_else(|| self.counted(at))
                .or_else(|| self.clock_and_day(at))
                .or_else(|| self.spelled_year(at)),
            Sense::Few { .. } => self.counted(at),
            Sense::Decade(decade) => self.decade(at, decade),
            Sense::Deictic(_) => self.deictic(at),
            Sense::Edge(_) | Sense::EdgeNoun(_) => self.third_of(at),
            Sense::Season(season) => self.season_of_year(at, season),
            Sense::Part(_) => self.part_of_day(at),
            Sense::Unit { .. } => self.unit_named(at),
            Sense::Word(word) => self.after_word(at, word),
            Sense::Other | Sense::Mark(_) => None,
        }
    }

    fn after_word(&self, at: usize, word: TimeWord) -> Option<Found> {
        match word {
            TimeWord::Last => self.last_of(at).or_else(|| self.relative(at, word)),
            TimeWord::Past | TimeWord::This | TimeWord::Next => self.relative(at, word),
            TimeWord::Following => self.following(at),
            TimeWord::Same | TimeWord::That => self.repeated(at),
            TimeWord::Tonight | TimeWord::Overnight => Some(self.night(at, word)),
            TimeWord::Weekend => self.weekend(at, None),
            TimeWord::Noon | TimeWord::Midnight => self.clock_and_day(at),
            TimeWord::Article => self.counted(at),
            TimeWord::Earlier | TimeWord::Later => self.earlier_in(at),
            TimeWord::Recent => self.recent(at),
            _ => None,
        }
    }

    /// "the 1990s", "the 3rd of February", "the last three days", "the weekend"
    fn after_the(&self, at: usize) -> Option<Found> {
        if at < self.pieces.len() && self.name(at).is_some() {
            return None;
        }
        match self.sense(at) {
            Sense::Word(TimeWord::Last | TimeWord::Past | TimeWord::Next | TimeWord::Following) => {
                self.rolling(at).or_else(|| self.moment_of_words(at))
            }
            Sense::Season(_) | Sense::Unit { .. } => self.with_the(at),
            Sense::Digits { .. } => self
                .numeric_date(at)
                .or_else(|| self.date(at))
                .or_else(|| self.counted(at))
                .or_else(|| self.bare_year(at)),
            // these are read without their article: "the Monday attack"
            Sense::Month { .. }
            | Sense::Weekday { .. }
            | Sense::Deictic(_)
            | Sense::Word(TimeWord::The) => None,
            _ => self.holiday(at).or_else(|| self.moment_of_words(at)),
        }
    }
}
