use rashomon_extractor::Document;
use serde::Deserialize;

use super::{Options, date, head::Head};

/// One document as JSON gives it; only `text` is required, other fields are passed over.
#[derive(Debug, Deserialize)]
pub(crate) struct Record {
    id: Option<Id>,
    text: Option<String>,
    outlet: Option<String>,
    published: Option<String>,
    title: Option<String>,
    url: Option<String>,
    author: Option<String>,
}

/// Ids are mostly strings, and numbers in tables that come from databases.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Id {
    Name(String),
    Number(i64),
}

impl Record {
    /// The document, and what is wrong with a field that was left out of it.
    ///
    /// # Errors
    /// If it has no text.
    pub(crate) fn document(
        self,
        fallback_id: &str,
        options: &Options,
    ) -> Result<(Document, Option<String>), String> {
        let Some(text) = self.text else {
            return Err("no `text`; a document needs at least {\"text\": \"…\"}".to_owned());
        };
        let id = match self.id {
            Some(Id::Name(name)) if !name.trim().is_empty() => name,
            Some(Id::Number(number)) => number.to_string(),
            _ => fallback_id.to_owned(),
        };
        let given = self
            .published
            .filter(|published| !published.trim().is_empty());
        let published = given.as_deref().and_then(date::published);
        let complaint = match (given, published) {
            (Some(given), None) => Some(format!(
                "`published` is `{given}`, which is no day; write 2020-02-04 or 2020-02-04T10:30:00Z"
            )),
            _ => None,
        };
        let document = Document {
            outlet: filled(self.outlet)
                .or_else(|| options.outlet.clone())
                .map(Into::into),
            published: published
                .or(options.published)
                .or_else(|| Head::of(&text).published),
            title: filled(self.title).map(Into::into),
            author: filled(self.author).map(Into::into),
            url: filled(self.url).map(Into::into),
            ..Document::new(&id, text)
        };
        Ok((document, complaint))
    }
}

/// The value, unless it is blank.
fn filled(value: Option<String>) -> Option<String> {
    value.filter(|value| !value.trim().is_empty())
}
