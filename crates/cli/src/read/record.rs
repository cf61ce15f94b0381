use rashomon_extractor::{Document, Published};
use serde_json::{Map, Value};

use super::{
    Options, date,
    facts::{Facts, filled},
    head::Head,
    markup,
};

/// Where an article's text stands, the surest field first: this program's own, then those of
/// trafilatura, news-please, newspaper and ninjs; the last ones hold markup.
const TEXT: [&str; 11] = [
    "text",
    "maintext",
    "raw_text",
    "body_text",
    "articleBody",
    "bodies",
    "article_text",
    "body",
    "body_xhtml",
    "body_html",
    "content",
];
const OUTLET: [&str; 11] = [
    "outlet",
    "sitename",
    "site_name",
    "publisher",
    "source_name",
    "infosources",
    "provider",
    "source",
    "source-hostname",
    "source_domain",
    "hostname",
];
const PUBLISHED: [&str; 14] = [
    "published",
    "date_publish",
    "publishedAt",
    "published_at",
    "datePublished",
    "date_published",
    "publish_date",
    "publication_date",
    "pub_date",
    "pubDate",
    "firstpublished",
    "contentcreated",
    "date",
    "versioncreated",
];
const TITLE: [&str; 4] = ["title", "headline", "headlines", "title_page"];
const URL: [&str; 5] = ["url", "link", "source-url", "canonical_url", "source"];
const AUTHOR: [&str; 6] = ["author", "authors", "byline", "bylines", "by", "creator"];
/// ninjs knows an article by its address.
const ID: [&str; 2] = ["id", "uri"];

/// One document as JSON gives it; only its text is required, other fields are passed over.
#[derive(Debug)]
pub(crate) struct Record(Map<String, Value>);

impl Record {
    /// # Errors
    /// If it is no object.
    pub(crate) fn new(value: Value) -> Result<Self, String> {
        match value {
            Value::Object(fields) => Ok(Self(fields)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Err(format!(
                "`{value}` is no document; a document is an object, {{\"text\": \"…\"}}"
            )),
            Value::Array(_) => {
                Err("a list where a document should be; a line holds one object".to_owned())
            }
        }
    }

    /// The document, and what is wrong with a field that was left out of it.
    ///
    /// # Errors
    /// If it has no text.
    pub(crate) fn document(
        mut self,
        fallback_id: &str,
        options: &Options,
    ) -> Result<(Document, Option<String>), String> {
        let text = self.text()?;
        let id = ID.iter().find_map(|name| self.id(name));
        let (published, complaint) = self.published();
        let facts = Facts {
            title: self.first(&TITLE),
            outlet: self.outlet().or_else(|| options.outlet.clone()),
            author: self.first(&AUTHOR),
            published: published
                .or(options.published)
                .or_else(|| Head::of(&text).published),
            url: URL
                .iter()
                .find_map(|name| self.string(name).filter(|url| is_address(url))),
        };
        let id = id.unwrap_or_else(|| fallback_id.to_owned());
        Ok((facts.only(&id, text), complaint))
    }

    fn text(&mut self) -> Result<String, String> {
        for name in TEXT {
            let text = match self.0.get_mut(name) {
                // the text itself is not copied
                Some(Value::String(text)) => std::mem::take(text),
                Some(Value::Array(bodies)) if name == "bodies" => match body(bodies) {
                    Some(body) => body,
                    None => continue,
                },
                Some(Value::Null) | None => continue,
                Some(_) if name == "text" => return Err("`text` is no string".to_owned()),
                Some(_) => continue,
            };
            // what stands in fields of their own may be empty where another is filled
            if text.trim().is_empty() && TEXT.iter().any(|other| *other != name && self.has(other))
            {
                continue;
            }
            let is_own = matches!(name, "text" | "maintext" | "raw_text");
            return Ok(if !is_own && markup::is_markup(&text) {
                markup::text(&text)
            } else {
                text
            });
        }
        Err("no `text`; a document needs at least {\"text\": \"…\"}".to_owned())
    }

    fn has(&self, name: &str) -> bool {
        match self.0.get(name) {
            Some(Value::String(text)) => !text.trim().is_empty(),
            Some(Value::Array(list)) => !list.is_empty(),
            _ => false,
        }
    }

    /// Ids are mostly strings, and numbers in tables that come from databases.
    fn id(&self, name: &str) -> Option<String> {
        match self.0.get(name)? {
            Value::String(id) => filled(id),
            Value::Number(id) => Some(id.to_string()),
            _ => None,
        }
    }

    /// The outlet by its name; where only its site is known, by that.
    fn outlet(&self) -> Option<String> {
        OUTLET
            .iter()
            .find_map(|name| self.string(name).filter(|name| !is_address(name)))
    }

    /// The first of these fields that is filled.
    fn first(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.string(name))
    }

    /// A field as words: a string, the `name` of an object, or the first ones of a list.
    fn string(&self, name: &str) -> Option<String> {
        words(self.0.get(name)?)
    }

    fn published(&self) -> (Option<Published>, Option<String>) {
        let mut complaint = None;
        for name in PUBLISHED {
            let given = match self.0.get(name) {
                Some(Value::String(given)) if !given.trim().is_empty() => given.clone(),
                Some(Value::Number(given)) => given.to_string(),
                _ => continue,
            };
            let published = date::published(&given).or_else(|| date::of_seconds(&given));
            if published.is_some() {
                return (published, None);
            }
            complaint.get_or_insert_with(|| {
                format!(
                    "`{name}` is `{given}`, which is no day; write 2020-02-04 or \
                     2020-02-04T10:30:00Z"
                )
            });
        }
        (None, complaint)
    }
}

/// "Mara Lindt" of a string, of {"name": "Mara Lindt"}, of [{"value": "Mara Lindt"}]; several names
/// of a list are joined.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => filled(text),
        Value::Object(fields) => ["name", "value", "title"]
            .iter()
            .find_map(|name| filled(fields.get(*name)?.as_str()?)),
        Value::Array(list) => {
            let names: Vec<String> = list.iter().filter_map(words).collect();
            let is_plain = list.iter().all(Value::is_string);
            match names.as_slice() {
                [] => None,
                // objects of a list are mostly the same thing for several uses
                [first, ..] if !is_plain => Some(first.clone()),
                names => Some(names.join(", ")),
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

/// The longest body of several, markup or not.
fn body(bodies: &[Value]) -> Option<String> {
    let values = bodies.iter().filter_map(|body| body.get("value")?.as_str());
    let longest = values.max_by_key(|value| value.len())?;
    filled(longest)
}

fn is_address(text: &str) -> bool {
    text.starts_with("http://") || text.starts_with("https://")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "id | outlet | published | title | author | url | text"
    #[track_caller]
    fn check(json: &str, expected: &str) {
        let value = serde_json::from_str(json).expect("JSON");
        let record = Record::new(value).expect("an object");
        let (document, complaint) = record
            .document("f:1", &Options::default())
            .expect("a document");
        assert_eq!(complaint, None);
        let field = |field: &Option<std::sync::Arc<str>>| field.as_deref().unwrap_or("").to_owned();
        let published = document.published.map(|day| day.to_string());
        let fields = [
            document.id.to_string(),
            field(&document.outlet),
            published.unwrap_or_default(),
            field(&document.title),
            field(&document.author),
            field(&document.url),
            document.text.clone(),
        ];
        assert_eq!(fields.join(" | "), expected);
    }

    #[test]
    fn what_trafilatura_writes_is_read() {
        check(
            r#"{"title": "Six dead", "author": "Mara Lindt", "hostname": "wire.example",
                "date": "2020-02-04", "fingerprint": "a1", "id": null, "raw_text": "Six died. Eight.",
                "text": "Six died.\nEight.", "source": "https://wire.example/six",
                "source-hostname": "The Wire", "comments": ""}"#,
            "f:1 | The Wire | 2020-02-04 | Six dead | Mara Lindt | https://wire.example/six | Six died.\nEight.",
        );
        check(
            r#"{"raw_text": "Six died.", "text": "", "hostname": "wire.example", "sitename": null}"#,
            "f:1 | wire.example |  |  |  |  | Six died.",
        );
    }

    #[test]
    fn what_news_please_writes_is_read() {
        check(
            r#"{"authors": ["Mara Lindt", "Jo Hale"], "date_download": "2020-03-01 08:00:00",
                "date_publish": "2020-02-04 10:30:00", "maintext": "Six died.", "language": "en",
                "source_domain": "wire.example", "title": "Six dead", "url": "https://wire.example/six"}"#,
            "f:1 | wire.example | 2020-02-04T10:30:00 | Six dead | Mara Lindt, Jo Hale | https://wire.example/six | Six died.",
        );
    }

    #[test]
    fn ninjs_is_read_in_its_versions() {
        check(
            r#"{"uri": "tag:wire.example,2020:six", "type": "text", "headline": "Six dead",
                "byline": "Mara Lindt", "versioncreated": "2020-02-04T10:30:00+01:00",
                "provider": "The Wire", "body_xhtml": "<p>Six soldiers died.</p><p>Eight are hurt.</p>"}"#,
            "tag:wire.example,2020:six | The Wire | 2020-02-04T10:30:00 | Six dead | Mara Lindt |  | Six soldiers died.\n\nEight are hurt.",
        );
        check(
            r#"{"uri": "urn:six", "headlines": [{"role": "main", "value": "Six dead"}],
                "infosources": [{"role": "cwire", "name": "The Wire"}], "by": "Mara Lindt",
                "bodies": [{"role": "short", "value": "Six."},
                           {"role": "main", "contenttype": "text/html", "value": "<p>Six soldiers died.</p>"}]}"#,
            "urn:six | The Wire |  | Six dead | Mara Lindt |  | Six soldiers died.",
        );
    }

    #[test]
    fn news_of_interfaces_is_read() {
        check(
            r#"{"source": {"id": "wire", "name": "The Wire"}, "publishedAt": "2020-02-04T10:30:00Z",
                "content": "Six soldiers died.", "published": null}"#,
            "f:1 | The Wire | 2020-02-04T10:30:00 |  |  |  | Six soldiers died.",
        );
        check(
            r#"{"id": 7, "text": "Six <b>died</b>.", "published": 1580812200}"#,
            "7 |  | 2020-02-04T10:30:00 |  |  |  | Six <b>died</b>.",
        );
    }
}
