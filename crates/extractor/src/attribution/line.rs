//! One sentence as attributions see it: words, the marks between them, and whole quotations as one unit.

use std::ops::Range;

use super::quote::Quotation;
use crate::{
    Lexicon, Span, Tag,
    lexicon::{Class, Kind as Who, WordId},
    token::{Token, TokenKind},
};

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Comma,
    Colon,
    Semicolon,
    Dash,
    /// "(SOHR)", with what it holds.
    Bracket,
    /// . ! ?
    Stop,
    /// Any other mark.
    Mark,
    /// A quotation, by its place in the list, with its marks.
    Quotation(usize),
}

/// A word, a mark, or a quotation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub(super) span: Span,
    pub(super) word: WordId,
    pub(super) tag: Tag,
    pub(super) kind: Kind,
    pub(super) capital: bool,
}

/// A sentence, or what of it stands at one level of quotation.
pub(super) struct Line<'d> {
    pub(super) lexicon: &'d Lexicon,
    pub(super) text: &'d str,
    pub(super) units: Vec<Unit>,
}

impl<'d> Line<'d> {
    /// The units of `tokens`; `quotations` are those that meet them, the first with number `first`.
    pub(super) fn read(
        lexicon: &'d Lexicon,
        text: &'d str,
        tokens: &[Token],
        quotations: &[Quotation],
        first: usize,
    ) -> Self {
        let mut line = Self {
            lexicon,
            text,
            units: Vec::with_capacity(tokens.len()),
        };
        let mut quotations = quotations.iter().enumerate().peekable();
        let mut bracket: Option<usize> = None;
        let headline = is_headline(tokens);
        for (at, token) in tokens.iter().enumerate() {
            while quotations
                .next_if(|(_, quotation)| quotation.outer.end() <= token.span().start())
                .is_some()
            {}
            if let Some((number, quotation)) = quotations.peek()
                && quotation.outer.covers(token.span())
            {
                line.quoted(first + number, token.span());
                continue;
            }
            line.push(token, tokens.get(at + 1), &mut bracket);
            // "Assad now wants": a capital inside a sentence begins a name, whatever the tagger says
            if let Some(unit) = line.units.last_mut()
                && !headline
                && unit.kind == Kind::Word
                && token.capital
                && (token.tag.is_verbal() || token.tag == Tag::Adverb)
                && (at > 0 || is_name(lexicon, token, tokens.get(1)))
            {
                unit.tag = Tag::Name;
            }
        }
        line
    }

    /// One more token of a quotation.
    fn quoted(&mut self, number: usize, span: Span) {
        if let Some(last) = self.units.last_mut()
            && last.kind == Kind::Quotation(number)
        {
            last.span = last.span.to(span);
            return;
        }
        self.units.push(Unit {
            span,
            word: WordId::UNKNOWN,
            tag: Tag::Punctuation,
            kind: Kind::Quotation(number),
            capital: false,
        });
    }

    fn push(&mut self, token: &Token, next: Option<&Token>, bracket: &mut Option<usize>) {
        let last = next.is_none();
        let piece = token.text(self.text);
        let mut tag = token.tag;
        let kind = match piece {
            "'" | "’" if self.is_genitive(token) => {
                tag = Tag::Genitive;
                Kind::Word
            }
            "," => Kind::Comma,
            ":" => Kind::Colon,
            ";" => Kind::Semicolon,
            "—" | "–" | "―" | "-" | "--" => Kind::Dash,
            "." if !last && self.glued(token) && self.is_short_form(next) => {
                // the stop of a short form: "Gen. Saleh"
                if let Some(unit) = self.units.last_mut() {
                    unit.span = unit.span.to(token.span());
                }
                return;
            }
            "." | "!" | "?" | "…" => Kind::Stop,
            // marks of emphasis
            "*" | "_" => return,
            "(" | "[" => {
                bracket.get_or_insert(self.units.len());
                Kind::Mark
            }
            ")" | "]" if bracket.is_some_and(|open| self.units.len() - open < 20) => {
                let open = bracket.take().unwrap_or_default();
                let start = self.units[open].span;
                self.units.truncate(open);
                self.units.push(Unit {
                    span: start.to(token.span()),
                    word: WordId::UNKNOWN,
                    tag: Tag::Punctuation,
                    kind: Kind::Bracket,
                    capital: false,
                });
                return;
            }
            _ if matches!(
                token.kind,
                TokenKind::Word | TokenKind::Number | TokenKind::Mixed | TokenKind::Genitive
            ) || matches!(piece, "$" | "€" | "£" | "%" | "&") =>
            {
                Kind::Word
            }
            _ => Kind::Mark,
        };
        let owns = token.kind == TokenKind::Genitive
            && next.is_some_and(|next| next.tag.is_nominal() || next.tag == Tag::Adjective);
        if owns {
            tag = Tag::Genitive;
        }
        // "the rights group in a report": the tagger takes some bodies for deeds
        let speaks = [Who::Organisation, Who::Person]
            .into_iter()
            .any(|kind| self.lexicon.speakers.is(token.word, kind));
        let object = next.is_none_or(|next| {
            !matches!(next.tag, Tag::Determiner | Tag::Possessive | Tag::Pronoun)
        });
        let nominal = self.units.last().is_some_and(|unit| {
            unit.tag.is_nominal() || matches!(unit.tag, Tag::Adjective | Tag::Determiner)
        });
        if speaks && object && nominal && matches!(tag, Tag::Verb | Tag::VerbPresent) {
            tag = Tag::Noun;
        }
        if tag.is_nominal() && is_modal(piece) {
            tag = Tag::Modal;
        }
        self.units.push(Unit {
            span: token.span(),
            word: token.word,
            tag,
            kind,
            capital: token.capital,
        });
    }

    /// Whether a stop behind the last unit ends a short form, not a sentence: "Gen. Saleh", "No. 5".
    fn is_short_form(&self, next: Option<&Token>) -> bool {
        let Some(unit) = self.units.last() else {
            return false;
        };
        let goes_on = next.is_some_and(|next| {
            !next.capital
                && matches!(
                    next.kind,
                    TokenKind::Word | TokenKind::Number | TokenKind::Mark
                )
        });
        goes_on
            || unit.capital
                && (unit.span.len() < 5 || self.lexicon.speakers.is(unit.word, Who::Title))
    }

    /// "the workers**'** union": a single mark that opens and closes nothing.
    fn is_genitive(&self, token: &Token) -> bool {
        self.glued(token)
            && self
                .units
                .last()
                .is_some_and(|unit| unit.span.slice(self.text).ends_with(['s', 'S', 'z', 'x']))
    }

    fn glued(&self, token: &Token) -> bool {
        self.units
            .last()
            .is_some_and(|unit| unit.kind == Kind::Word && unit.span.end() == token.span().start())
    }

    pub(super) fn len(&self) -> usize {
        self.units.len()
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.units.get(at).map(|unit| unit.kind)
    }

    pub(super) fn tag(&self, at: usize) -> Option<Tag> {
        self.units
            .get(at)
            .filter(|unit| unit.kind == Kind::Word)
            .map(|unit| unit.tag)
    }

    /// Whether the unit is this word, in any case.
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.units
            .get(at)
            .is_some_and(|unit| unit.span.slice(self.text).eq_ignore_ascii_case(word))
    }

    pub(super) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(at, word))
    }

    /// Whether the unit is a word of a grammatical class.
    pub(super) fn class(&self, at: usize, class: Class) -> bool {
        self.units
            .get(at)
            .is_some_and(|unit| self.lexicon.grammar.is(unit.word, class))
    }

    /// Whether the unit names this kind of speaker.
    pub(super) fn who(&self, at: usize, kind: Who) -> bool {
        self.units
            .get(at)
            .is_some_and(|unit| self.lexicon.speakers.is(unit.word, kind))
    }

    /// Whether the unit is a mark that parts clauses or parts of them.
    pub(super) fn is_border(&self, at: usize) -> bool {
        self.kind(at).is_none_or(|kind| {
            matches!(
                kind,
                Kind::Comma | Kind::Colon | Kind::Semicolon | Kind::Dash | Kind::Stop
            )
        })
    }

    pub(super) fn is_quotation(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Quotation(_)))
    }

    /// A verb that may carry a clause: a past, a present, a modal.
    pub(super) fn is_finite(&self, at: usize) -> bool {
        matches!(
            self.tag(at),
            Some(Tag::VerbPast | Tag::VerbPresent | Tag::Modal)
        )
    }

    /// The text of some units, without marks at its ends; `None` where nothing is left.
    pub(super) fn stretch(&self, mut units: Range<usize>) -> Option<Span> {
        let trims = |kind: Option<Kind>| {
            kind.is_some_and(|kind| {
                !matches!(kind, Kind::Word | Kind::Quotation(_) | Kind::Bracket)
            })
        };
        while units.start < units.end
            && (trims(self.kind(units.start)) || self.kind(units.start) == Some(Kind::Bracket))
        {
            units.start += 1;
        }
        while units.start < units.end && trims(self.kind(units.end - 1)) {
            units.end -= 1;
        }
        let (first, last) = (
            self.units.get(units.start)?,
            self.units.get(units.end.checked_sub(1)?)?,
        );
        (units.start < units.end).then(|| first.span.to(last.span))
    }
}

/// "WILL": in capitals the tagger takes it for a name.
fn is_modal(piece: &str) -> bool {
    ["will", "would", "could", "should", "must", "can"]
        .iter()
        .any(|modal| piece.eq_ignore_ascii_case(modal))
}

/// Whether a first word that the tagger knows nothing of stands like a name: "Politidesk then said".
fn is_name(lexicon: &Lexicon, token: &Token, next: Option<&Token>) -> bool {
    let verb = next.is_some_and(|next| {
        matches!(
            next.tag,
            Tag::VerbPast | Tag::VerbPresent | Tag::Adverb | Tag::Modal
        )
    });
    token.word == WordId::UNKNOWN && verb && !lexicon.grammar.is_auxiliary(token.word)
}

/// Whether most words begin with a capital, so that a capital says nothing.
fn is_headline(tokens: &[Token]) -> bool {
    let words = || tokens.iter().filter(|token| token.kind == TokenKind::Word);
    2 * words().filter(|token| token.capital).count() > words().count()
}
