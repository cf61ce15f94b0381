use anyhow::{Result, bail};
use rashomon_extractor::Words;
use rashomon_graph::Rule;
use serde::{Deserialize, Deserializer, de::Error as _};
use toml::{Spanned, Table, Value};

/// `rashomon.toml`, as it was read.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    #[serde(default, deserialize_with = "rule")]
    pub(super) figures: Option<Rule>,
    /// Counts no further apart than so many percent are no dispute.
    pub(super) tolerance: Option<f64>,
    /// A folder of words, reckoned from the file's own.
    pub(super) lexicon: Option<String>,
    #[serde(default)]
    pub(super) outlet: Vec<Entry<Outlet>>,
    #[serde(default)]
    pub(super) speaker: Vec<Entry<Speaker>>,
    #[serde(default)]
    pub(super) same_event: Vec<Entry<Pin>>,
    #[serde(default)]
    pub(super) different_event: Vec<Entry<Pin>>,
    #[serde(default)]
    pub(super) ignore: Vec<Entry<Ignore>>,
    #[serde(default)]
    measure: Vec<Value>,
    #[serde(default)]
    place: Vec<Value>,
}

/// An entry, and on which line it stands.
#[derive(Debug)]
pub(super) struct Entry<T> {
    pub(super) line: usize,
    pub(super) value: T,
}

/// Who publishes, under which names, and on which side.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Outlet {
    pub(super) name: String,
    #[serde(default)]
    pub(super) aliases: Vec<String>,
    pub(super) side: Option<String>,
}

/// Who speaks, under which names.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Speaker {
    pub(super) name: String,
    pub(super) aliases: Vec<String>,
}

/// Documents that tell of one event, or that do not.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pin {
    pub(super) documents: Vec<String>,
    /// For those who read the file.
    #[serde(rename = "reason")]
    _reason: Option<String>,
}

/// A claim or a dispute that the desk has settled.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ignore {
    pub(super) claim: Option<String>,
    pub(super) dispute: Option<String>,
    /// For those who read the file; nothing is passed over without one.
    pub(super) reason: String,
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entry<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let spanned = Spanned::<T>::deserialize(deserializer)?;
        Ok(Self {
            // a position until the text is at hand
            line: spanned.span().start,
            value: spanned.into_inner(),
        })
    }
}

fn rule<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Rule>, D::Error> {
    let name = String::deserialize(deserializer)?;
    Rule::parse(&name).map(Some).ok_or_else(|| {
        let known = Rule::ALL.map(Rule::name).join(", ");
        D::Error::custom(format!("there is no rule `{name}`; the rules are {known}"))
    })
}

impl File {
    /// # Errors
    /// If an entry cannot be used: "rashomon.toml:12: …".
    pub(super) fn parse(name: &str, text: &str) -> Result<Self> {
        let mut file: Self = match toml::from_str(text) {
            Ok(file) => file,
            Err(error) => {
                let line = error.span().map_or(1, |span| line_of(text, span.start));
                let remedy = "; `rashomon init` writes a file with every entry";
                bail!("{name}:{line}: {}{remedy}", one_line(error.message()));
            }
        };
        let line = |at: &mut usize| *at = line_of(text, *at);
        file.outlet
            .iter_mut()
            .for_each(|entry| line(&mut entry.line));
        file.speaker
            .iter_mut()
            .for_each(|entry| line(&mut entry.line));
        file.same_event
            .iter_mut()
            .for_each(|entry| line(&mut entry.line));
        file.different_event
            .iter_mut()
            .for_each(|entry| line(&mut entry.line));
        file.ignore
            .iter_mut()
            .for_each(|entry| line(&mut entry.line));
        file.check(name)?;
        Ok(file)
    }

    fn check(&self, name: &str) -> Result<()> {
        for entry in self.same_event.iter().chain(&self.different_event) {
            if entry.value.documents.len() < 2 {
                let line = entry.line;
                bail!("{name}:{line}: a pin holds fewer than two documents; name at least two");
            }
        }
        for Entry { line, value } in &self.ignore {
            if value.claim.is_some() == value.dispute.is_some() {
                bail!("{name}:{line}: names no one thing to ignore; give `claim` or `dispute`");
            }
            if value.reason.trim().is_empty() {
                bail!("{name}:{line}: ignores without a reason; write one for those after you");
            }
        }
        if self
            .tolerance
            .is_some_and(|percent| !(0.0..100.0).contains(&percent))
        {
            bail!("{name}: the tolerance is a percentage; write a number from 0 to 99");
        }
        Ok(())
    }

    /// The words that stand in the file itself.
    pub(super) fn words(&mut self, name: &str, text: &str) -> Result<Words> {
        let mut words = Words::default();
        if !self.measure.is_empty() {
            let table =
                Table::from_iter([("measure".to_owned(), Value::Array(self.measure.clone()))]);
            words.add_table("measures", name, table, text)?;
        }
        if !self.place.is_empty() {
            let table = Table::from_iter([("land".to_owned(), Value::Array(self.place.clone()))]);
            // the lines of the user's own name for it
            words.add_table(
                "places",
                name,
                table,
                &text.replace("[[place]]", "[[land]]"),
            )?;
        }
        Ok(words)
    }
}

fn line_of(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or(text).matches('\n').count() + 1
}

fn one_line(message: &str) -> String {
    message.split_whitespace().collect::<Vec<_>>().join(" ")
}
