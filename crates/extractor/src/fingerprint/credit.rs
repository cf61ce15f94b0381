use std::sync::Arc;

use crate::{
    Document, Lexicon, Span,
    token::{self, Token, TokenKind},
};

/// Credit lines stand within so many bytes of either end of a text.
const EDGE: usize = 700;
/// Words between an agency and "contributed to this report", or "By" and the agency.
const REACH: usize = 10;

/// The agency that a credit line names: "ANKARA (Reuters) -", "The Associated Press contributed".
pub(super) fn credit(lexicon: &Lexicon, document: &Document) -> Option<Arc<str>> {
    let author = document.author.as_deref().and_then(|author| {
        let tokens = token::tokens(&lexicon.vocabulary, author, Span::new(0, author.len()));
        agency(lexicon, &tokens).cloned()
    });
    let text = document.text.as_str();
    let start = text.floor_char_boundary(EDGE);
    let end = text
        .ceil_char_boundary(text.len().saturating_sub(EDGE))
        .max(start);
    author
        .or_else(|| line(lexicon, text, Span::new(0, start)))
        .or_else(|| line(lexicon, text, Span::new(end, text.len())))
}

/// The first credit in a stretch of text.
fn line(lexicon: &Lexicon, text: &str, span: Span) -> Option<Arc<str>> {
    let tokens = token::tokens(&lexicon.vocabulary, text, span);
    for (at, token) in tokens.iter().enumerate() {
        let found = match token.kind {
            TokenKind::Mark if token.is(text, "(") => bracketed(lexicon, text, &tokens[at + 1..]),
            TokenKind::Word => match token.text(text) {
                "contributed" => agency(lexicon, &tokens[at.saturating_sub(REACH)..at]),
                "By" | "BY" if at < REACH => {
                    agency(lexicon, &tokens[at..tokens.len().min(at + REACH)])
                }
                _ => None,
            },
            _ => None,
        };
        if let Some(found) = found {
            return Some(found.clone());
        }
    }
    last(lexicon, text, &tokens, span.end() == text.len())
}

/// "(AFP)", "(Reuters, AP)", "(With inputs from ANI)", but not "(Photo: AFP)".
fn bracketed<'l>(lexicon: &'l Lexicon, text: &str, tokens: &[Token]) -> Option<&'l Arc<str>> {
    let end = tokens
        .iter()
        .take(REACH)
        .position(|token| token.is(text, ")"))?;
    let inside = &tokens[..end];
    let picture = inside
        .iter()
        .any(|token| lexicon.agencies.is_picture(token.word));
    if picture {
        return None;
    }
    agency(lexicon, inside)
}

/// "— AFP" at the very end.
fn last(lexicon: &Lexicon, text: &str, tokens: &[Token], ends: bool) -> Option<Arc<str>> {
    let [.., mark, name] = tokens else {
        return None;
    };
    let marked = mark.kind == TokenKind::Mark && !mark.is(text, ".") && !mark.is(text, ",");
    if !(ends && marked) {
        return None;
    }
    agency(lexicon, std::slice::from_ref(name)).cloned()
}

/// The first agency among the tokens; "ap" in small letters is none.
fn agency<'l>(lexicon: &'l Lexicon, tokens: &[Token]) -> Option<&'l Arc<str>> {
    (0..tokens.len()).find_map(|at| {
        let words = tokens[at..].iter().map(|token| token.word);
        lexicon
            .agencies
            .at(words)
            .filter(|_| tokens[at].capital || tokens[at].kind == TokenKind::Mixed)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let document = Document::new("wire-1", text);
        let found = credit(Lexicon::builtin(), &document);
        assert_eq!(found.as_deref().unwrap_or(""), expected, "{text}");
    }

    #[test]
    fn datelines_name_the_agency() {
        check("BEIRUT (Reuters) - Shells fell on two villages.", "Reuters");
        check("LIMA, 4 May 91 (EFE) -- A bridge was blown up.", "EFE");
    }

    #[test]
    fn closing_lines_name_the_agency() {
        check(
            "Shells fell. The Associated Press contributed to this report.",
            "Associated Press",
        );
        check("Shells fell on two villages. — AFP", "AFP");
        check("Shells fell on two villages. (With inputs from PTI)", "PTI");
    }

    #[test]
    fn pictures_and_speakers_are_no_credit() {
        check("Shells fell (Photo: AFP) on two villages.", "");
        check("Shells fell, a witness told Reuters by telephone.", "");
    }
}
