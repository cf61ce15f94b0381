//! JSON-LD: what a page tells search engines of its article.

use dom_query::Document;
use serde_json::Value;

use super::{
    date,
    facts::{Facts, filled},
    metadata::person,
};

/// What JSON-LD says of the article of a page.
#[derive(Debug, Default)]
pub(super) struct Linked {
    pub(super) facts: Facts,
    /// The text of the article, which some pages carry nowhere else.
    pub(super) body: Option<String>,
}

/// No page has more things in its JSON-LD than this.
const MOST_THINGS: usize = 500;

/// Reads the JSON-LD of a page: the first article that it tells of, else the page itself.
pub(super) fn of(page: &Document) -> Linked {
    let mut things = Vec::new();
    for script in &page.select("script[type='application/ld+json']") {
        let text = script.text();
        let json = text
            .trim()
            .trim_start_matches("<!--")
            .trim_start_matches("//<![CDATA[");
        let json = json
            .trim_end_matches("-->")
            .trim_end_matches("//]]>")
            .trim();
        if let Ok(value) = serde_json::from_str(json) {
            collect(value, &mut things);
        }
    }
    let rank = |thing: &&Value| rank(thing);
    let articles = things.iter().filter(|thing| self::rank(thing) < 2);
    articles
        .min_by_key(rank)
        .map(|article| read(article, &things))
        .unwrap_or_default()
}

/// Takes lists and graphs apart into things.
fn collect(value: Value, things: &mut Vec<Value>) {
    if things.len() >= MOST_THINGS {
        return;
    }
    match value {
        Value::Array(list) => list.into_iter().for_each(|value| collect(value, things)),
        Value::Object(mut fields) => {
            for name in ["@graph", "mainEntity", "itemListElement"] {
                if let Some(inner) = fields.remove(name) {
                    collect(inner, things);
                }
            }
            things.push(Value::Object(fields));
        }
        _ => {}
    }
}

/// 0 for an article, 1 for a page, 2 for anything else: `NewsArticle`, `LiveBlogPosting`, `WebPage`.
fn rank(thing: &Value) -> u8 {
    let is = |name: &str| {
        if name.ends_with("Article") || name.ends_with("BlogPosting") || name == "Report" {
            0
        } else if name.ends_with("WebPage") {
            1
        } else {
            2
        }
    };
    match thing.get("@type") {
        Some(Value::String(name)) => is(name),
        Some(Value::Array(names)) => {
            let ranks = names.iter().filter_map(Value::as_str).map(is);
            ranks.min().unwrap_or(2)
        }
        _ => 2,
    }
}

fn read(article: &Value, things: &[Value]) -> Linked {
    let string = |name: &str| filled(article.get(name)?.as_str()?);
    // the name of a page ends with that of its site
    let title = string("headline").or_else(|| string("name").filter(|_| rank(article) == 0));
    let name = |field: &str| names(article.get(field)?, things);
    let address = |field: &str| match article.get(field)? {
        Value::String(url) => filled(url),
        entity => filled(entity.get("@id")?.as_str()?),
    };
    let facts = Facts {
        title: title.map(|title| plain(&title)),
        outlet: name("publisher")
            .or_else(|| name("sourceOrganization"))
            .map(|name| plain(&name)),
        author: name("author")
            .or_else(|| name("creator"))
            .and_then(|names| person(&plain(&names))),
        published: ["datePublished", "dateCreated"]
            .iter()
            .find_map(|field| date::published(article.get(*field)?.as_str()?)),
        url: ["url", "mainEntityOfPage"]
            .iter()
            .find_map(|field| address(field).filter(|url| url.contains("://"))),
    };
    let body = string("articleBody").map(|body| plain(&body));
    Linked { facts, body }
}

/// The names of a person or an organisation, or of several; an `@id` is looked up.
fn names(value: &Value, things: &[Value]) -> Option<String> {
    match value {
        Value::String(name) => filled(name),
        Value::Array(list) => {
            let names: Vec<String> = list.iter().filter_map(|v| names(v, things)).collect();
            filled(&names.join(", "))
        }
        Value::Object(fields) => {
            let name = fields.get("name").or_else(|| {
                let id = fields.get("@id")?;
                let thing = things.iter().find(|thing| thing.get("@id") == Some(id))?;
                thing.get("name")
            })?;
            filled(name.as_str().or_else(|| name.get(0)?.as_str())?)
        }
        _ => None,
    }
}

/// "Six & eight" of "Six &amp; eight": JSON-LD is often escaped as its page is.
fn plain(text: &str) -> String {
    if text.contains('&') && text.contains(';') || super::markup::is_markup(text) {
        return super::markup::text(text);
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "title | outlet | author | published | url"
    #[track_caller]
    fn check(json: &str, expected: &str) {
        let html = format!("<script type=\"application/ld+json\">{json}</script>");
        let Facts {
            title,
            outlet,
            author,
            published,
            url,
        } = of(&Document::from(html)).facts;
        let published = published.map(|day| day.to_string());
        let fields = [title, outlet, author, published, url];
        assert_eq!(fields.map(Option::unwrap_or_default).join(" | "), expected);
    }

    #[test]
    fn the_article_of_a_graph_is_found() {
        check(
            r#"{"@context": "https://schema.org", "@graph": [
                {"@type": "WebPage", "name": "Six dead - The Wire", "datePublished": "2020-01-01"},
                {"@type": ["ReportageNewsArticle"], "headline": "Six &amp; more dead",
                 "author": [{"@type": "Person", "name": "Mara Lindt"}, {"@id": "urn:jo"}],
                 "publisher": {"@id": "urn:wire"}, "datePublished": "2020-02-04T10:30:00+01:00",
                 "mainEntityOfPage": {"@id": "https://wire.example/six"}},
                {"@type": "Person", "@id": "urn:jo", "name": "Jo Hale"},
                {"@type": "Organization", "@id": "urn:wire", "name": "The Wire"}]}"#,
            "Six & more dead | The Wire | Mara Lindt, Jo Hale | 2020-02-04T10:30:00 | https://wire.example/six",
        );
    }

    #[test]
    fn a_page_without_an_article_speaks_for_itself() {
        check(
            r#"[{"@type": "BreadcrumbList"}, {"@type": "WebPage", "name": "Six dead - W", "datePublished": "2020-02-04"}]"#,
            " |  |  | 2020-02-04 | ",
        );
        check(
            r#"{"@type": "Organization", "name": "The Wire"}"#,
            " |  |  |  | ",
        );
        check(
            r#"{"@type": "NewsArticle", "headline": "Six"#,
            " |  |  |  | ",
        );
    }
}
