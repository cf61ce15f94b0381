use crate::{Lexicon, Span, lexicon::Sign, sentence::Sentence, token::TokenKind};

/// Captions are no longer than this.
const LONGEST_CAPTION: usize = 500;
/// The credit of a picture has no more words than this.
const LONGEST_CREDIT: usize = 12;

/// Whether a paragraph ends with the credit of a picture: "(Photo: Town Hall)", "[A. Bek/The Wire]".
pub(super) fn is_caption(
    lexicon: &Lexicon,
    text: &str,
    span: Span,
    sentences: &[Sentence],
) -> bool {
    if span.len() > LONGEST_CAPTION || sentences.len() > 4 {
        return false;
    }
    let written = span.slice(text).trim_end_matches(['.', '*', '_', ' ']);
    let (Some(open), true) = (written.rfind(['(', '[']), written.ends_with([')', ']'])) else {
        return false;
    };
    let bracket = Span::new(span.start() + open, span.start() + written.len());
    let inside: Vec<_> = sentences
        .iter()
        .flat_map(|sentence| &sentence.tokens)
        .filter(|token| bracket.covers(token.span()))
        .collect();
    let words = inside.iter().filter(|token| token.kind == TokenKind::Word);
    if words.clone().count() > LONGEST_CREDIT {
        return false;
    }
    let is_credited = words.clone().any(|token| {
        let signs = lexicon.furniture.signs(std::iter::once(token.word));
        signs.tell(Sign::Credit)
    });
    // "Bek/The Wire": names on both sides of a stroke
    let are_names =
        inside.iter().any(|token| token.is(text, "/")) && words.clone().all(|token| token.capital);
    let is_verbal = inside
        .iter()
        .any(|token| token.tag.is_verbal() && !token.capital);
    are_names || (is_credited && !is_verbal)
}
