//! What a web page says of its article: in JSON-LD, in meta tags, in its elements.

use dom_query::{Document, Selection};

use super::{
    date,
    facts::{Facts, filled},
    linked,
};

const OUTLET: [&str; 6] = [
    "og:site_name",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "application-name",
    "citation_journal_title",
];
const AUTHOR: [&str; 11] = [
    "author",
    "article:author",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "cxenseparse:author",
    "citation_author",
    "twitter:creator",
];
const PUBLISHED: [&str; 20] = [
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "dcterms.created",
    "dc.date",
    "cxenseparse:recs:publishtime",
    "originalpublicationdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "pubdate",
    "article.published",
    "citation_publication_date",
    "date",
];
const TITLE: [&str; 4] = ["og:title", "twitter:title", "parsely-title", "dc.title"];
const URL: [&str; 3] = ["og:url", "twitter:url", "parsely-link"];

/// What part of a page says it, the surest first.
const TIMES: [&str; 7] = [
    "[itemprop=datePublished]",
    "time[pubdate]",
    "article header time[datetime]",
    "article time[datetime]",
    "main time[datetime]",
    "time[datetime]",
    "time",
];
const BYLINES: [&str; 5] = [
    "[itemprop=author] [itemprop=name]",
    "[itemprop=author]",
    "[rel=author]",
    ".byline [class*=name]",
    "[class*=byline]",
];

/// What the page says of its article, and the article's text where JSON-LD carries it.
pub(super) fn of(page: &Document) -> (Facts, Option<String>) {
    let linked = linked::of(page);
    let meta = Meta::of(page);
    let tags = Facts {
        title: meta.first(&TITLE),
        outlet: meta.first(&OUTLET),
        author: meta.first(&AUTHOR).as_deref().and_then(person),
        published: PUBLISHED
            .iter()
            .find_map(|name| date::published(meta.value(name)?)),
        url: canonical(page).or_else(|| meta.first(&URL)),
    };
    let elements = Facts {
        title: headline(page),
        outlet: suffix(page),
        author: BYLINES
            .iter()
            .find_map(|path| person(&first_text(page, path)?)),
        published: TIMES.iter().find_map(|path| time(&page.select(path))),
        url: None,
    };
    let facts = linked.facts.or(tags).or(elements);
    (facts, linked.body)
}

/// The meta tags of a page by name, the first of a name first.
struct Meta(Vec<(String, String)>);

impl Meta {
    fn of(page: &Document) -> Self {
        let mut tags = Vec::new();
        for tag in &page.select("meta[content]") {
            let name = ["property", "name", "itemprop"]
                .iter()
                .find_map(|name| tag.attr(name));
            if let (Some(name), Some(content)) = (name, tag.attr("content")) {
                tags.push((name.trim().to_ascii_lowercase(), content.trim().to_owned()));
            }
        }
        Self(tags)
    }

    fn value(&self, name: &str) -> Option<&str> {
        let named = self.0.iter().filter(|(known, _)| known == name);
        named
            .map(|(_, content)| content.as_str())
            .find(|content| !content.is_empty())
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        names
            .iter()
            .find_map(|name| self.value(name).map(str::to_owned))
    }
}

/// The address in `<link rel="canonical" href="…">`.
fn canonical(page: &Document) -> Option<String> {
    let link = page.select("link[rel=canonical][href]");
    filled(link.iter().next()?.attr("href")?.as_ref()).filter(|url| url.contains("://"))
}

/// The time of an element: in an attribute, else in its words.
fn time(elements: &Selection) -> Option<rashomon_extractor::Published> {
    elements.iter().take(4).find_map(|element| {
        let given = ["datetime", "content"]
            .iter()
            .find_map(|name| element.attr(name));
        match given {
            Some(given) => date::published(&given),
            None => date::find(element.text().trim()).map(|dated| dated.published),
        }
    })
}

fn first_text(page: &Document, path: &str) -> Option<String> {
    let text = page.select(path).iter().next()?.text();
    let words: Vec<&str> = text.split_whitespace().collect();
    filled(&words.join(" ")).filter(|text| text.len() < 300)
}

/// The first heading, if the page's title begins with it; else it may be the name of the site.
fn headline(page: &Document) -> Option<String> {
    let title = page.select("head > title").text();
    first_text(page, "h1").filter(|headline| title.trim().starts_with(headline.as_str()))
}

/// "The Wire" of "Six soldiers die in clash | The Wire", where the headline stands on the page.
fn suffix(page: &Document) -> Option<String> {
    let title = page.select("head > title").text();
    let headline = first_text(page, "h1")?;
    let rest = title.trim().strip_prefix(headline.as_str())?.trim_start();
    let rest = rest.strip_prefix(['|', '-', '–', '—', '·', '•', '»', ':'])?;
    let name = rest.rsplit(['|', '·', '•', '»']).next()?;
    filled(name).filter(|name| name.len() < 60)
}

/// "Mara Lindt" of "By Mara Lindt"; an address or an account is no name.
pub(super) fn person(byline: &str) -> Option<String> {
    let name = byline.trim();
    let named = ["By ", "by ", "BY ", "By: "]
        .iter()
        .find_map(|mark| name.strip_prefix(mark));
    let name = named.unwrap_or(name).trim_end_matches([',', '|', ' ']);
    let is_name = !name.contains("://") && !name.starts_with('@') && name.len() < 200;
    filled(name).filter(|_| is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "title | outlet | author | published | url"
    #[track_caller]
    fn check(html: &str, expected: &str) {
        let (facts, _) = of(&Document::from(html));
        let published = facts.published.map(|day| day.to_string());
        let fields = [
            facts.title,
            facts.outlet,
            facts.author,
            published,
            facts.url,
        ];
        assert_eq!(fields.map(Option::unwrap_or_default).join(" | "), expected);
    }

    #[test]
    fn meta_tags_are_read_by_any_of_their_names() {
        check(
            r#"<meta property="og:title" content="Six dead"><meta property=og:site_name content="The Wire">
               <meta name="Author" content="By Mara Lindt"><meta property=og:url content="https://wire.example/six">
               <meta property="article:published_time" content="2020-02-04T10:30:00Z">"#,
            "Six dead | The Wire | Mara Lindt | 2020-02-04T10:30:00 | https://wire.example/six",
        );
        check(
            r#"<meta name="DC.publisher" content="The Wire"><meta name="parsely-author" content="Mara Lindt">
               <meta name="DC.date.issued" content="2020-02-04"><meta name="dc.title" content="Six dead">"#,
            "Six dead | The Wire | Mara Lindt | 2020-02-04 | ",
        );
        check(
            r#"<meta property="article:author" content="https://social.example/wire">
               <meta name="twitter:creator" content="@wire"><meta itemprop="datePublished" content="2020-02-04">"#,
            " |  |  | 2020-02-04 | ",
        );
    }

    #[test]
    fn elements_tell_what_the_head_does_not() {
        check(
            r#"<head><title>Six dead | The Wire</title></head><body><h1>Six  dead</h1>
               <span class="article-byline">By Mara Lindt</span>
               <time>4 February 2020</time></body>"#,
            "Six dead | The Wire | Mara Lindt | 2020-02-04 | ",
        );
        check(
            r#"<body><time datetime="2020-03-01">now</time><article><header><h1>Six dead</h1>
               <a rel="author">Mara Lindt</a><time datetime="2020-02-04">Tuesday</time></header></article>"#,
            " |  | Mara Lindt | 2020-02-04 | ",
        );
    }

    #[test]
    fn json_ld_goes_first() {
        check(
            r#"<meta property="og:title" content="Six dead - live"><script type="application/ld+json">
               {"@type": "NewsArticle", "headline": "Six dead", "datePublished": "2020-02-04",
                "publisher": {"@type": "Organization", "name": "The Wire"}}</script>"#,
            "Six dead | The Wire |  | 2020-02-04 | ",
        );
    }
}
