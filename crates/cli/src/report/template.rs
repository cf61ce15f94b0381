//! Words of documents put into markup: only here, and harmless whatever they are.

use std::sync::LazyLock;

use minijinja::{
    AutoEscape, Environment, Error, Output, State, UndefinedBehavior, Value, escape_formatter,
    value::Serde,
};
use serde::Serialize;

use super::{
    picture::{self, Picture},
    words::Plain,
};

const TEMPLATES: [(&str, &str); 6] = [
    ("page.html", include_str!("../../assets/page.html")),
    ("finding.html", include_str!("../../assets/finding.html")),
    ("event.html", include_str!("../../assets/event.html")),
    ("article.html", include_str!("../../assets/article.html")),
    ("picture.svg", include_str!("../../assets/picture.svg")),
    ("alone.svg", include_str!("../../assets/alone.svg")),
];

static ENVIRONMENT: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut environment = Environment::new();
    let syntax = environment
        .syntax()
        .to_builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .build();
    environment.set_syntax(syntax.expect("the syntax of templates is sound"));
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_formatter(harmless);
    for (name, source) in TEMPLATES {
        let added = environment.add_template(name, source);
        added.expect("a template of this crate is sound");
    }
    environment
});

/// A template filled in.
pub(super) fn render<T: Serialize>(name: &str, view: &T) -> Result<String, Error> {
    ENVIRONMENT.get_template(name)?.render(Serde(view))
}

/// A drawing alone, as a file of its own.
pub(super) fn alone(picture: &Picture) -> Result<String, Error> {
    #[derive(Serialize)]
    struct Alone<'p> {
        style: Value,
        picture: &'p Picture,
    }
    let style = Value::from_safe_string(picture::STYLE.to_owned());
    render("alone.svg", &Alone { style, picture })
}

/// Writes a value with its control and direction marks taken out, escaped for where it stands.
fn harmless(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    match value.as_str() {
        Some(words) if !value.is_safe() && words.chars().any(is_unruly) => {
            let words = Value::from(Plain(words).to_string());
            escape_formatter(out, state, &words)
        }
        _ => escape_formatter(out, state, value),
    }
}

/// Whether a character does more than be read.
fn is_unruly(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: &str) {
        let written =
            ENVIRONMENT.render_named_str("test.html", "{{ words }}", minijinja::context! { words });
        assert_eq!(written.unwrap(), expected);
    }

    #[test]
    fn words_of_a_document_are_only_words() {
        check("<b> & \"c\"", "&lt;b&gt; &amp; &quot;c&quot;");
        check("it's </script>", "it&#x27;s &lt;&#x2f;script&gt;");
    }

    #[test]
    fn words_cannot_turn_the_line_around() {
        check("a\u{202e}b\u{2066}c\u{0}", "abc\u{fffd}");
    }
}
