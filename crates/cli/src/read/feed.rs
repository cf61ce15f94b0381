//! Feeds on disk: RSS and Atom, an article an entry.

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use super::{
    charset, date,
    facts::{self, Facts, filled},
    intake::Intake,
    markup, metadata, xml,
};

/// An entry of a feed, as far as it was read.
#[derive(Debug, Default, PartialEq, Eq)]
struct Entry {
    id: Option<String>,
    facts: Facts,
    /// The whole text.
    content: Option<String>,
    /// What stands for it where there is none.
    summary: Option<String>,
    /// The feed that an entry was taken over from: its outlet.
    source: Option<String>,
}

impl Intake {
    /// Every entry of a feed; what stands before a damage is kept.
    pub(super) fn feed(&mut self, name: &str, bytes: Vec<u8>) {
        let xml = match charset::decode_page(bytes) {
            Ok(xml) => xml,
            Err(message) => return self.refuse(name, message),
        };
        let mut feed = Feed::default();
        if let Err((line, why)) = feed.read(&xml) {
            let message =
                format!("damaged here ({why}); the entries before were read, get the feed anew");
            self.tell(name, Some(line), message, true);
        }
        if feed.entries.is_empty() {
            return self.tell(name, None, "holds no entry of a feed, left out", false);
        }
        let outlet = feed
            .title
            .or_else(|| feed.link.as_deref().and_then(facts::site));
        let mut without_text = 0;
        for (index, entry) in feed.entries.into_iter().enumerate() {
            let id = entry.id.or_else(|| entry.facts.url.clone());
            let id = id.unwrap_or_else(|| format!("{name}:{}", index + 1));
            let Some(text) = entry.content.or(entry.summary) else {
                without_text += 1;
                continue;
            };
            let mut facts = entry.facts;
            facts.outlet = entry.source.or_else(|| outlet.clone()).or(facts.outlet);
            let text = match &facts.title {
                Some(title) if !text.starts_with(title.as_str()) => format!("{title}\n\n{text}"),
                _ => text,
            };
            let document = facts.document(&id, text, &self.options);
            self.document(document);
        }
        if without_text > 0 {
            let message = format!("{without_text} of its entries hold no text, left out");
            self.tell(name, None, message, false);
        }
    }
}

/// A feed while it is read.
#[derive(Debug, Default)]
struct Feed {
    title: Option<String>,
    link: Option<String>,
    entries: Vec<Entry>,
    /// The entry that is open.
    entry: Option<Entry>,
    /// The names of the elements that are open, without prefixes.
    open: Vec<String>,
    /// The text of the element that is open.
    text: String,
    /// Within an element that holds markup as elements: how many of `open` lie around it.
    markup: Option<usize>,
}

impl Feed {
    /// # Errors
    /// The line of a damage, and what it is.
    fn read(&mut self, xml: &str) -> Result<(), (usize, String)> {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().check_end_names = false;
        loop {
            let event = reader.read_event().map_err(|error| {
                let at = usize::try_from(reader.error_position()).unwrap_or(usize::MAX);
                let before = xml.get(..at).unwrap_or(xml);
                let line = 1 + before.lines().count().saturating_sub(1);
                (line, error.to_string().to_lowercase())
            })?;
            match event {
                Event::Start(tag) => self.start(&tag),
                Event::Empty(tag) => {
                    self.start(&tag);
                    self.end();
                }
                Event::End(_) => self.end(),
                Event::Text(words) => self.text.push_str(&words),
                Event::CData(words) => self.text.push_str(&words),
                Event::GeneralRef(entity) if self.markup.is_some() => {
                    self.text.extend(["&", &*entity, ";"]);
                }
                Event::GeneralRef(entity) => self.text.push_str(&xml::entity(&entity)),
                Event::Eof if self.entry.is_some() => {
                    let line = 1 + xml.matches('\n').count();
                    return Err((line, "it ends within an entry".to_owned()));
                }
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn start(&mut self, tag: &BytesStart) {
        let name = tag.local_name().as_ref().to_ascii_lowercase();
        if self.markup.is_some() {
            self.text.extend(["<", &name, ">"]);
            self.open.push(name);
            return;
        }
        self.text.clear();
        let attribute = |name: &str| {
            let value = tag.try_get_attribute(name).ok()??;
            value
                .normalized_value(quick_xml::XmlVersion::Implicit1_0)
                .ok()
                .map(std::borrow::Cow::into_owned)
        };
        match name.as_str() {
            "item" | "entry" => self.entry = Some(Entry::default()),
            "link" => {
                let is_page = attribute("rel").is_none_or(|rel| rel == "alternate");
                if let Some(href) = attribute("href").filter(|_| is_page) {
                    self.take_link(href);
                }
            }
            "content" | "summary" if attribute("type").as_deref() == Some("xhtml") => {
                self.markup = Some(self.open.len());
            }
            _ => {}
        }
        self.open.push(name);
    }

    fn end(&mut self) {
        let Some(name) = self.open.pop() else {
            return;
        };
        if self.markup.is_some_and(|depth| self.open.len() > depth) {
            self.text.extend(["</", &name, ">"]);
            return;
        }
        self.markup = None;
        let text = std::mem::take(&mut self.text);
        if name == "item" || name == "entry" {
            self.entries.extend(self.entry.take());
            return;
        }
        let Some(text) = filled(&text) else {
            return;
        };
        let around = self.open.last().map(String::as_str).unwrap_or_default();
        match (&mut self.entry, around) {
            (Some(entry), "item" | "entry" | "author" | "creator" | "source") => {
                entry.take(around, &name, text);
            }
            (None, "channel" | "feed") => match name.as_str() {
                "title" => self.title = self.title.take().or(Some(plain(text))),
                "link" => self.take_link(text),
                _ => {}
            },
            _ => {}
        }
    }

    fn take_link(&mut self, url: String) {
        let link = match &mut self.entry {
            // the entry of another feed, named in this one, has a link of its own
            Some(_) if self.open.last().is_some_and(|name| name == "source") => return,
            Some(entry) => &mut entry.facts.url,
            None => &mut self.link,
        };
        link.get_or_insert(url);
    }
}

impl Entry {
    /// Takes what an element says that stands in the entry itself or in its author or source.
    fn take(&mut self, around: &str, name: &str, text: String) {
        let facts = &mut self.facts;
        match (around, name) {
            ("source", "title") | (_, "source") => self.source = Some(plain(text)),
            ("author" | "creator", "name") | ("item" | "entry", "author" | "creator") => {
                add_name(&mut facts.author, &text);
            }
            ("item" | "entry", "title") => facts.title = Some(plain(text)),
            ("item" | "entry", "guid" | "id") => self.id = Some(text),
            ("item" | "entry", "link") => facts.url = Some(text),
            ("item" | "entry", "pubdate" | "published" | "issued" | "date") => {
                facts.published = date::published(&text);
            }
            ("item" | "entry", "updated") if facts.published.is_none() => {
                facts.published = date::published(&text);
            }
            ("item" | "entry", "encoded" | "content") => self.content = filled(&plain(text)),
            ("item" | "entry", "description" | "summary") => self.summary = filled(&plain(text)),
            _ => {}
        }
    }
}

/// "Mara Lindt, Jo Hale"; RSS puts a name into brackets behind a mail address.
fn add_name(names: &mut Option<String>, text: &str) {
    let name = match text.split_once('(') {
        Some((mail, name)) if mail.contains('@') => name.trim_end_matches(')'),
        _ => text,
    };
    let Some(name) = metadata::person(name).filter(|name| !name.contains('@')) else {
        return;
    };
    match names {
        Some(names) => {
            names.push_str(", ");
            names.push_str(&name);
        }
        None => *names = Some(name),
    }
}

/// The text of an element that may hold markup.
fn plain(text: String) -> String {
    let is_escaped = text.contains('&') && text.contains(';');
    if is_escaped || markup::is_markup(&text) {
        return markup::text(&text);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Options, Reading};

    fn read(xml: &str) -> Reading {
        let mut intake = Intake::new(&Options::default());
        intake.feed("f.xml", xml.as_bytes().to_vec());
        intake.finish()
    }

    /// "id | outlet | author | published | url | text", an entry a line
    #[track_caller]
    fn check(xml: &str, expected: &[&str]) {
        let told: Vec<String> = (read(xml).documents.iter())
            .map(|document| {
                let published = document.published.map(|day| day.to_string());
                let fields = [
                    Some(document.id.as_str()),
                    document.outlet.as_deref(),
                    document.author.as_deref(),
                    published.as_deref(),
                    document.url.as_deref(),
                    Some(document.text.as_str()),
                ];
                fields.map(Option::unwrap_or_default).join(" | ")
            })
            .collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn the_items_of_rss_are_articles() {
        check(
            r#"<?xml version="1.0"?><rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel>
                <title>The Wire</title><link>https://wire.example/</link>
                <image><title>Logo</title></image>
                <item><title>Six dead &amp;amp; eight hurt</title><link>https://wire.example/six</link>
                  <guid isPermaLink="false">six</guid><dc:creator><![CDATA[Mara Lindt]]></dc:creator>
                  <pubDate>Tue, 04 Feb 2020 10:30:00 +0000</pubDate><description>Short.</description>
                  <content:encoded><![CDATA[<p>Six soldiers died.</p><p>Eight are hurt.</p>]]></content:encoded></item>
                <item><description>&lt;p&gt;Nine soldiers died.&lt;/p&gt;</description>
                  <author>desk@wire.example (Jo Hale)</author></item>
                <item><title>No text</title></item></channel></rss>"#,
            &[
                "six | The Wire | Mara Lindt | 2020-02-04T10:30:00 | https://wire.example/six | \
                 Six dead & eight hurt\n\nSix soldiers died.\n\nEight are hurt.",
                "f.xml:2 | The Wire | Jo Hale |  |  | Nine soldiers died.",
            ],
        );
    }

    #[test]
    fn the_entries_of_atom_are_articles() {
        check(
            r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>The Wire</title>
                <entry><title>Six dead</title><id>urn:six</id><link rel="self" href="https://x.example/"/>
                  <link href="https://wire.example/six"/><author><name>Mara Lindt</name></author>
                  <author><name>Jo Hale</name></author><updated>2020-02-05T10:00:00Z</updated>
                  <published>2020-02-04T10:30:00Z</published>
                  <source><title>The Post</title><id>urn:post</id></source>
                  <content type="xhtml"><div><p>Six &lt; eight soldiers <b>died</b>.</p><p>Today.</p></div></content>
                </entry></feed>"#,
            &[
                "urn:six | The Post | Mara Lindt, Jo Hale | 2020-02-04T10:30:00 | \
               https://wire.example/six | Six dead\n\nSix < eight soldiers died.\n\nToday.",
            ],
        );
    }

    #[test]
    fn a_damaged_feed_gives_the_entries_before() {
        let xml = "<rss><channel><title>The Wire</title>\n<item><guid>a</guid>\
                   <description>Six died.</description></item>\n<item><title>Eight";
        check(xml, &["a | The Wire |  |  |  | Six died."]);
        let problems = read(xml).problems;
        assert_eq!(
            problems[0].to_string(),
            "f.xml:3: damaged here (it ends within an entry); the entries before were read, get \
             the feed anew"
        );
    }

    #[test]
    fn other_xml_is_left_out() {
        let problems = read("<urlset><url><loc>x</loc></url></urlset>").problems;
        assert_eq!(
            problems[0].to_string(),
            "f.xml: holds no entry of a feed, left out"
        );
    }
}
