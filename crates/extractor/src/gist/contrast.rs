use crate::{
    Amount, Document, Form, Lexicon, Quantity, QuantityMention, Span, article,
    token::{self, Token, TokenKind},
};

/// The figures in which two texts differ, if they are the same word for word otherwise.
///
/// ```
/// use rashomon_extractor::{Lexicon, contrast};
/// let [six, bound] = contrast(
///     Lexicon::builtin(),
///     "Six soldiers died on Monday.",
///     "More than five soldiers died on Monday.",
/// )
/// .unwrap();
/// assert_eq!((six.to_string(), bound.to_string()), ("6".to_owned(), "more than 5".to_owned()));
/// ```
pub fn contrast(lexicon: &Lexicon, a: &str, b: &str) -> Option<[Quantity; 2]> {
    let tokens = |text: &str| token::tokens(&lexicon.vocabulary, text, Span::new(0, text.len()));
    let (ours, theirs) = (tokens(a), tokens(b));
    let alike =
        |ours: &Token, theirs: &Token| ours.text(a).to_lowercase() == theirs.text(b).to_lowercase();
    let shorter = ours.len().min(theirs.len());
    let before = (ours.iter().zip(&theirs))
        .take_while(|(ours, theirs)| alike(ours, theirs))
        .count();
    let mut behind = (ours.iter().rev().zip(theirs.iter().rev()))
        .take(shorter - before)
        .take_while(|(ours, theirs)| alike(ours, theirs))
        .count();
    // "six" against "more than six": the number that they share belongs to the figure
    let is_bare = |tokens: &[Token], behind: usize| tokens.len() - behind == before;
    if behind > 0 && (is_bare(&ours, behind) || is_bare(&theirs, behind)) {
        behind -= 1;
    }
    let stretch = |tokens: &[Token]| {
        let tokens = tokens.get(before..tokens.len() - behind)?;
        Some(tokens.first()?.span().to(tokens.last()?.span()))
    };
    Some([
        figure(lexicon, a, stretch(&ours)?)?,
        figure(lexicon, b, stretch(&theirs)?)?,
    ])
}

/// The figure that a stretch of a text is, or is the number of.
fn figure(lexicon: &Lexicon, text: &str, stretch: Span) -> Option<Quantity> {
    let mentions = article::read(lexicon, &Document::new("", text)).quantities;
    let mut around = mentions
        .iter()
        .filter(|mention| mention.span.meets(stretch));
    if let (Some(QuantityMention { span, quantity, .. }), None) = (around.next(), around.next())
        // of "from 5 to 9" only one end differs, and that is a figure of its own
        && quantity.form() != Form::Range
        && span.covers(stretch)
    {
        return Some(quantity.clone());
    }
    alone(lexicon, stretch.slice(text))
}

/// What the words say by themselves: an age, a year or an end of a range is a number, too.
fn alone(lexicon: &Lexicon, words: &str) -> Option<Quantity> {
    if let Some(number) = Amount::parse(words) {
        return Some(Quantity::exactly(number));
    }
    let whole = Span::new(0, words.len());
    let tokens = token::tokens(&lexicon.vocabulary, words, whole);
    let marks = tokens.iter().filter(|token| token.kind == TokenKind::Mark);
    let article = article::read(lexicon, &Document::new("", words));
    match article.quantities.as_slice() {
        [mention] if mention.span == whole || marks.count() > 0 => Some(mention.quantity.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, expected: Option<[&str; 2]>) {
        let found = contrast(Lexicon::builtin(), a, b);
        let found = found.map(|figures| figures.map(|figure| figure.to_string()));
        assert_eq!(found, expected.map(|figures| figures.map(str::to_owned)));
    }

    #[test]
    fn texts_may_differ_in_one_figure() {
        check(
            "Six soldiers died on Monday.",
            "Eight soldiers died on Monday.",
            Some(["6", "8"]),
        );
        check(
            "The flood took 40 houses.",
            "The flood took fewer than 40 houses.",
            Some(["40", "fewer than 40"]),
        );
    }

    #[test]
    fn an_end_of_a_range_is_a_figure() {
        check("Read pages 5 to 9.", "Read pages 6 to 9.", Some(["5", "6"]));
    }

    #[test]
    fn texts_that_differ_in_words_have_no_contrast() {
        check("Six soldiers died.", "Six farmers died.", None);
        check("Six soldiers died.", "The rain fell on six farms.", None);
        check("Six soldiers died.", "Six soldiers died.", None);
        check("", "", None);
        check("Six", "", None);
    }
}
