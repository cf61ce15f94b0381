use rashomon_extractor::{Document, Published};

use super::{Options, head::Head};

/// What a file says of its article beside the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Facts {
    pub(super) title: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) author: Option<String>,
    pub(super) published: Option<Published>,
    pub(super) url: Option<String>,
}

impl Facts {
    /// These facts, and where they are silent, others.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            title: self.title.or(other.title),
            outlet: self.outlet.or(other.outlet),
            author: self.author.or(other.author),
            published: self.published.or(other.published),
            url: self.url.or(other.url),
        }
    }

    /// The document of a text: these facts go first, then what the user says of files that do not
    /// say it, then what the head of the text seems to say.
    pub(super) fn document(self, id: &str, text: String, options: &Options) -> Document {
        let said = Self {
            outlet: options.outlet.clone(),
            published: options.published,
            ..Self::default()
        };
        let facts = self.or(said).or(Head::of(&text).into());
        facts.only(id, text)
    }

    /// The document of a text with these facts and no others.
    pub(super) fn only(self, id: &str, text: String) -> Document {
        Document {
            outlet: self.outlet.map(Into::into),
            published: self.published,
            title: self.title.map(Into::into),
            author: self.author.map(Into::into),
            url: self.url.map(Into::into),
            ..Document::new(id, text)
        }
    }
}

impl From<Head> for Facts {
    fn from(head: Head) -> Self {
        Self {
            title: head.title,
            outlet: head.outlet,
            author: head.author,
            published: head.published,
            url: head.url,
        }
    }
}

/// The text without the blanks around it, unless there is nothing else.
pub(super) fn filled(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The site of a web address, by which readers know an outlet that is not named:
/// "wire.example" of `https://www.wire.example/clash`.
pub(super) fn site(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    host.contains('.').then(|| host.to_ascii_lowercase())
}

/// The day that stands in many addresses: `/2020/02/04/clash`, `/2020-02-04-clash`.
pub(super) fn day_of(url: &str) -> Option<Published> {
    let (_, rest) = url.split_once("://")?;
    let parts: Vec<&str> = rest.split(['/', '-', '?', '#']).skip(1).take(12).collect();
    parts.windows(3).find_map(|window| {
        let &[year, month, day] = window else {
            return None;
        };
        let is_day = year.len() == 4 && month.len() == 2 && day.len() == 2;
        let numbers = (year.parse().ok(), month.parse().ok(), day.parse().ok());
        let (Some(year), Some(month), Some(day)) = numbers else {
            return None;
        };
        let date = jiff::civil::Date::new(year, month, day).ok()?;
        (is_day && (1970..2100).contains(&year)).then(|| Published::on(date))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_names_an_outlet_that_has_no_other_name() {
        let check = |url, expected: Option<&str>| assert_eq!(site(url).as_deref(), expected);
        check("https://www.Wire.example/clash", Some("wire.example"));
        check("https://wire.example:8080?x", Some("wire.example"));
        check("file:///home/desk/a.html", None);
        check("wire", None);
    }

    #[test]
    fn the_day_of_an_address_is_read() {
        let check = |url: &str, expected: Option<&str>| {
            let day = day_of(url).map(|day| day.to_string());
            assert_eq!(day.as_deref(), expected, "{url}");
        };
        check("https://wire.example/2020/02/04/clash", Some("2020-02-04"));
        check(
            "https://wire.example/war/2020-02-04-clash",
            Some("2020-02-04"),
        );
        check("https://wire.example/2020/13/04/clash", None);
        check("https://2020/02/04", None);
        check("https://wire.example/id/1234/56/78", None);
    }
}
