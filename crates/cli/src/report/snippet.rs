//! Words marked in the line that they stand on, with a note under them.

use annotate_snippets::{Annotation, AnnotationKind, Renderer, Snippet, renderer::DecorStyle};

use super::{Quote, words::Plain};

/// Columns that quoted lines are trimmed to; fixed, so that a report is the same everywhere.
const WIDTH: usize = 100;

/// What draws snippets.
pub(super) fn renderer(styled: bool) -> Renderer {
    let renderer = if styled {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    renderer.term_width(WIDTH).decor_style(DecorStyle::Unicode)
}

/// The quote's line with its words marked, and under them its figure or the answer, and who gives it.
pub(super) fn snippet<'q>(quote: &'q Quote, answer: &str) -> Snippet<'q, Annotation<'q>> {
    let answer = quote.figure.as_deref().unwrap_or(answer);
    let label = format!("{answer}: {}", quote.voice);
    let mark = AnnotationKind::Primary.span(quote.mark.clone());
    Snippet::source(&quote.lines)
        .path(&quote.document)
        .line_start(quote.line)
        .annotation(mark.label(Plain(label).to_string()))
}
