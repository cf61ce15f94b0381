//! Words marked in the line that they stand on, with a note under them.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, renderer::DecorStyle};
use anstyle::{AnsiColor, Style};

use super::{
    Quote,
    terminal::{Terminal, linked, target},
    words::Plain,
};

/// What draws snippets; the styles of its levels are the colours of sides.
pub(super) fn renderer(terminal: Terminal) -> Renderer {
    let renderer = if terminal.styled {
        Renderer::styled()
            .info(colour(0))
            .warning(colour(1))
            .note(colour(2))
            .help(colour(3))
            .error(colour(4))
    } else {
        Renderer::plain()
    };
    renderer
        .term_width(terminal.columns())
        .decor_style(DecorStyle::Unicode)
}

/// The level that stands for a side, so that its words are marked in the side's colour.
pub(super) fn level(side: usize) -> Level<'static> {
    match side % 5 {
        0 => Level::INFO,
        1 => Level::WARNING,
        2 => Level::NOTE,
        3 => Level::HELP,
        _ => Level::ERROR,
    }
}

/// The colour of a side.
pub(super) fn colour(side: usize) -> Style {
    let colour = match side % 5 {
        0 => AnsiColor::BrightBlue,
        1 => AnsiColor::Yellow,
        2 => AnsiColor::Green,
        3 => AnsiColor::Cyan,
        _ => AnsiColor::Magenta,
    };
    colour.on_default().bold()
}

/// A side's letter, for those who see no colours: A, B, C.
pub(super) fn letter(side: usize) -> char {
    ('A'..='Z').cycle().nth(side).unwrap_or('?')
}

/// The quote's line with its words marked in the colour of its side, and a note under them.
pub(super) fn drawn(
    quote: &Quote,
    url: Option<&str>,
    side: usize,
    label: String,
    terminal: Terminal,
) -> String {
    let mark = AnnotationKind::Primary.span(quote.mark.clone());
    let path = Plain(&quote.document).to_string();
    let snippet = Snippet::source(&quote.lines)
        .path(path.as_str())
        .line_start(quote.line)
        .annotation(mark.label(Plain(label).to_string()));
    let group = Group::with_level(level(side)).element(snippet);
    let drawn = renderer(terminal).render(&[group]);
    if !terminal.links {
        return drawn;
    }
    match target(&quote.document, url) {
        Some(target) => linked(&drawn, &path, &target),
        None => drawn,
    }
}
