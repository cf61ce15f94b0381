//! Text with tags in it, as feeds and agencies send it: "<p>Six soldiers died.</p>".

use dom_query::Document;

use super::page;

/// Every stack has room for elements that are nested no deeper.
const SHALLOW: usize = 50;

/// Tags that stand around text that people wrote for the web.
const TAGS: [&str; 9] = [
    "<p", "</p", "<br", "<div", "<h1", "<h2", "<span", "<a ", "<em",
];

/// Whether a text is written with tags.
pub(super) fn is_markup(text: &str) -> bool {
    let at = text.find('<').unwrap_or(text.len());
    let end = text.len().min(at + 4_096);
    let start = text.get(at..end).unwrap_or(&text[at..]);
    let lower = start.to_ascii_lowercase();
    TAGS.iter().any(|tag| lower.contains(tag))
}

/// The text between the tags, a blank line between paragraphs.
pub(super) fn text(markup: &str) -> String {
    match page::nesting(markup) {
        0..SHALLOW => read(markup),
        SHALLOW..=page::DEEPEST => page::on_deep_stack(|| read(markup)).unwrap_or_default(),
        // nobody wrote this
        _ => String::new(),
    }
}

fn read(markup: &str) -> String {
    let fragment = Document::fragment(markup);
    fragment.select("script, style").remove();
    fragment.formatted_text().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_parted_by_blank_lines() {
        assert_eq!(
            text(
                "<p>Six <b>soldiers</b> died.</p>\n<p>Eight &amp; more<br/>are hurt.</p><style>p {}</style>"
            ),
            "Six soldiers died.\n\nEight & more\nare hurt."
        );
    }

    #[test]
    fn a_sign_of_comparison_is_no_tag() {
        assert!(!is_markup("Fewer than six (<6) died."));
        assert!(is_markup("Six died.<br/>Eight are hurt."));
    }
}
