use std::thread;

use dom_smoothie::{Article, Config, Readability, TextMode};

use super::{
    charset, date, facts,
    facts::{Facts, filled},
    intake::{Read, Unread},
    metadata,
};

/// No page that people write nests its elements deeper.
pub(super) const DEEPEST: usize = 2_000;
/// Elements that need no end tag, or have none.
const UNCLOSED: [&str; 22] = [
    "p", "li", "br", "img", "meta", "link", "input", "hr", "td", "tr", "th", "dt", "dd", "option",
    "source", "wbr", "area", "base", "col", "embed", "track", "!doctype",
];

/// The stack for pages that nest as deep as that.
const STACK: usize = 64 << 20;

/// The article of a saved web page: its headline, a blank line, and its paragraphs.
///
/// Outlet, date, author and address come from the page's metadata, then from its elements.
pub(super) fn read(bytes: Vec<u8>) -> Read {
    let html = charset::decode_page(bytes).map_err(Unread::Broken)?;
    article(&html)
}

/// The article of a page whose source is text already.
pub(super) fn article(html: &str) -> Read {
    if nesting(html) > DEEPEST {
        return Err(Unread::left_out(
            "its elements are nested too deeply for a page of news",
        ));
    }
    on_deep_stack(|| of(html))
        .flatten()
        .ok_or_else(|| Unread::left_out("no article was found in this page"))
}

/// Works on a stack that the deepest page has room on; `None` if it panics there.
pub(super) fn on_deep_stack<T: Send>(work: impl FnOnce() -> T + Send) -> Option<T> {
    thread::scope(|scope| {
        let worker = thread::Builder::new().stack_size(STACK);
        worker.spawn_scoped(scope, work).ok()?.join().ok()
    })
}

fn of(html: &str) -> Option<(Facts, String)> {
    let page = dom_query::Document::from(html);
    let (facts, body) = metadata::of(&page);
    let config = Config {
        text_mode: TextMode::Formatted,
        ..Config::default()
    };
    let article = Readability::with_document(page, None, Some(config))
        .and_then(|mut page| page.parse())
        .ok();
    let found = article.map(|article| {
        let found = told(&article);
        let title = facts.title.clone().or_else(|| found.title.clone());
        let text = headed(title.as_deref(), article.text_content.trim());
        (found, text)
    });
    let (found, text) = match (found, body) {
        (Some((found, text)), Some(body)) if text.len() * 2 < body.len() => {
            (found, headed(facts.title.as_deref(), &body))
        }
        (Some(found), _) => found,
        (None, Some(body)) => (Facts::default(), headed(facts.title.as_deref(), &body)),
        (None, None) => return None,
    };
    let mut facts = facts.or(found);
    if let Some(url) = &facts.url {
        facts.outlet = facts.outlet.or_else(|| facts::site(url));
        facts.published = facts.published.or_else(|| facts::day_of(url));
    }
    Some((facts, text))
}

/// What the reader of the article found beside it.
fn told(article: &Article) -> Facts {
    Facts {
        title: filled(&article.title),
        outlet: article.site_name.as_deref().and_then(filled),
        author: article.byline.as_deref().and_then(metadata::person),
        published: (article.published_time.as_deref()).and_then(date::published),
        url: article.url.clone(),
    }
}

/// The headline above the text, unless the text begins with it.
fn headed(title: Option<&str>, body: &str) -> String {
    match title {
        Some(title) if !body.starts_with(title) => format!("{title}\n\n{body}"),
        _ => body.to_owned(),
    }
}

/// How deep the elements of a page lie in each other, at most.
pub(super) fn nesting(html: &str) -> usize {
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
    use rashomon_extractor::Document;

    use super::*;
    use crate::read::Options;

    fn document(name: &str, html: &str, options: &Options) -> Result<Document, Unread> {
        article(html).map(|(facts, text)| facts.document(name, text, options))
    }

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
            Err(Unread::left_out("no article was found in this page"))
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
        let error = "its elements are nested too deeply for a page of news";
        assert_eq!(page(100_000), Err(Unread::left_out(error)));
    }
}
