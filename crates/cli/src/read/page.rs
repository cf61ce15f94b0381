use std::thread;

use dom_smoothie::{Article, Config, Readability, TextMode};
use rashomon_extractor::{Document, Published};

use super::{Options, date, head::Head};

/// No page that people write nests its elements deeper.
const DEEPEST: usize = 2_000;
/// Elements that need no end tag, or have none.
const UNCLOSED: [&str; 22] = [
    "p", "li", "br", "img", "meta", "link", "input", "hr", "td", "tr", "th", "dt", "dd", "option",
    "source", "wbr", "area", "base", "col", "embed", "track", "!doctype",
];

/// The stack for pages that nest as deep as that.
const STACK: usize = 64 << 20;

/// The article of a saved web page: its headline, a blank line, and its paragraphs.
///
/// Outlet, date, author and address come from the page's metadata, then from the head of the text.
///
/// # Errors
/// If the page holds no article.
pub(crate) fn document(name: &str, html: &str, options: &Options) -> Result<Document, String> {
    if nesting(html) > DEEPEST {
        return Err("its elements are nested too deeply for a page of news, left out".to_owned());
    }
    let page =
        Page::read(html).ok_or_else(|| "no article was found in this page, left out".to_owned())?;
    let head = Head::of(&page.text);
    let outlet = page.outlet.or_else(|| options.outlet.clone());
    let published = page.published.or(options.published);
    Ok(Document {
        outlet: outlet.or(head.outlet).map(Into::into),
        published: published.or(head.published),
        title: page.title.map(Into::into),
        author: page.author.or(head.author).map(Into::into),
        url: page.url.map(Into::into),
        ..Document::new(name, page.text)
    })
}

/// What a page says of its article.
struct Page {
    text: String,
    title: Option<String>,
    outlet: Option<String>,
    author: Option<String>,
    published: Option<Published>,
    url: Option<String>,
}

impl Page {
    /// Reads a page, on a stack of its own.
    fn read(html: &str) -> Option<Self> {
        thread::scope(|scope| {
            let reader = thread::Builder::new().stack_size(STACK);
            let reader = reader.spawn_scoped(scope, || Self::of(html)).ok()?;
            reader.join().ok()?
        })
    }

    fn of(html: &str) -> Option<Self> {
        let config = Config {
            text_mode: TextMode::Formatted,
            ..Config::default()
        };
        let mut page = Readability::new(html, None, Some(config)).ok()?;
        let article = page.parse().ok()?;
        let published = article.published_time.as_deref().and_then(date::published);
        Some(Self {
            text: text(&article),
            title: filled(&article.title),
            outlet: article.site_name.as_deref().and_then(filled),
            author: article.byline.as_deref().and_then(author),
            published: published.or_else(|| time_element(html)),
            url: article.url.or_else(|| canonical(html)),
        })
    }
}

/// The headline above the text, unless the text begins with it.
fn text(article: &Article) -> String {
    let (title, body) = (article.title.trim(), article.text_content.trim());
    if title.is_empty() || body.starts_with(title) {
        return body.to_owned();
    }
    format!("{title}\n\n{body}")
}

/// "Mara Lindt" of "By Mara Lindt".
fn author(byline: &str) -> Option<String> {
    let name = byline.trim();
    let named = name
        .strip_prefix("By ")
        .or_else(|| name.strip_prefix("by "));
    filled(named.unwrap_or(name))
}

/// The text without the blanks around it, unless there is nothing else.
fn filled(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The first `<time datetime="2020-02-04T10:30:00Z">`, for pages without a date in their metadata.
fn time_element(html: &str) -> Option<Published> {
    attribute(html, "<time", "datetime=").and_then(date::published)
}

/// The address in `<link rel="canonical" href="…">`.
fn canonical(html: &str) -> Option<String> {
    attribute(html, "rel=\"canonical\"", "href=").map(str::to_owned)
}

/// The value of an attribute that stands behind `mark` in the same element.
fn attribute<'h>(html: &'h str, mark: &str, name: &str) -> Option<&'h str> {
    let element = &html[html.find(mark)?..];
    let element = &element[..element.find('>')?];
    let value = &element[element.find(name)? + name.len()..];
    let quote = value
        .chars()
        .next()
        .filter(|quote| matches!(quote, '"' | '\''))?;
    value[1..].split(quote).next()
}

/// How deep the elements of a page lie in each other, at most.
fn nesting(html: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for tag in html.split('<').skip(1) {
        let (is_end, name) = match tag.strip_prefix('/') {
            Some(name) => (true, name),
            None => (false, tag),
        };
        let end = name
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '!')
            .unwrap_or(name.len());
        let name = name[..end].to_ascii_lowercase();
        if name.is_empty() || UNCLOSED.contains(&name.as_str()) {
            continue;
        }
        depth = if is_end {
            depth.saturating_sub(1)
        } else {
            depth + 1
        };
        deepest = deepest.max(depth);
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!DOCTYPE html><html lang="en"><head>
        <title>Six soldiers die in clash - The Wire</title>
        <meta property="og:site_name" content="The Wire">
        <meta property="article:published_time" content="2020-02-04T10:30:00+02:00">
        <meta name="author" content="Mara Lindt">
        <link rel="canonical" href="https://wire.example/clash">
        </head><body>
        <nav><a href="/">Home</a> <a href="/war">War</a> <a href="/sport">Sport</a></nav>
        <article><h1>Six soldiers die in clash</h1>
        <p>Six soldiers were killed near Harran on Monday, the army said, in the first clash since a truce
        was signed in Ankara last year by both governments and the rebels of the north.</p>
        <p>Two more soldiers are missing, and four were taken to a hospital in the capital, where doctors said
        that they were out of danger, a spokesman for the ministry told reporters on Tuesday morning.</p>
        <p>The rebels denied that their men had fired first; they said that an army patrol had crossed the
        line without a word, and that they had only answered its fire from the hills above the town.</p>
        </article>
        <footer>© 2020 The Wire. All rights reserved.</footer></body></html>"#;

    #[test]
    fn the_article_of_a_page_is_read() {
        let document = document("a.html", PAGE, &Options::default()).expect("an article");
        assert!(
            document
                .text
                .starts_with("Six soldiers die in clash\n\nSix soldiers were killed near Harran")
        );
        assert!(document.text.contains("\n\nTwo more soldiers are missing"));
        assert!(!document.text.contains("Sport"));
        assert_eq!(document.title.as_deref(), Some("Six soldiers die in clash"));
        assert_eq!(document.outlet.as_deref(), Some("The Wire"));
        assert_eq!(document.author.as_deref(), Some("Mara Lindt"));
        assert_eq!(document.url.as_deref(), Some("https://wire.example/clash"));
        let published = document.published.map(|published| published.to_string());
        assert_eq!(published.as_deref(), Some("2020-02-04T10:30:00"));
    }

    #[test]
    fn a_page_without_metadata_is_dated_by_its_text() {
        let page = PAGE.replace("<meta", "<x-meta").replace(
            "<article>",
            "<article><time datetime='2020-02-05'>Wednesday</time>",
        );
        let document = document("a.html", &page, &Options::default()).expect("an article");
        assert_eq!(
            document
                .published
                .map(|published| published.to_string())
                .as_deref(),
            Some("2020-02-05")
        );
    }

    #[test]
    fn a_page_without_an_article_is_left_out() {
        assert_eq!(
            document("a.html", "<html><body></body></html>", &Options::default()).map(|d| d.text),
            Err("no article was found in this page, left out".to_owned())
        );
    }

    #[test]
    fn deep_pages_are_no_trouble() {
        let page = |depth| {
            let paragraphs = PAGE.split("<article>").nth(1).unwrap_or_default();
            let html = format!("<html><body>{}{paragraphs}", "<div>".repeat(depth));
            document("a.html", &html, &Options::default()).map(|document| document.text.len())
        };
        assert!(page(1_900).is_ok());
        let error = "its elements are nested too deeply for a page of news, left out";
        assert_eq!(page(100_000), Err(error.to_owned()));
    }
}
