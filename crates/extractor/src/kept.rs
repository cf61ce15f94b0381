//! What was read of a document as bytes, so that it need not be read again.

// the shapes that borsh calls
#![allow(clippy::trivially_copy_pass_by_ref, clippy::ref_option)]

use std::io::{Error, ErrorKind, Read, Result, Write};

use borsh::{BorshDeserialize, BorshSerialize};
use jiff::civil::{Date, Time};

use crate::Article;

impl Article {
    /// The article as bytes, without its mentions, which a comparison does not ask for.
    ///
    /// ```
    /// use rashomon_extractor::{Article, Document, Lexicon, read};
    ///
    /// let article = read(Lexicon::builtin(), &Document::new("wire-1", "Six soldiers were killed."));
    /// let again = Article::from_bytes(&article.to_bytes()).unwrap();
    /// assert_eq!(again.claims, article.claims);
    /// assert!(Article::from_bytes(b"no article").is_none());
    /// ```
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        // memory takes everything
        let _ = self.serialize(&mut bytes);
        bytes
    }

    /// The article of such bytes; `None` if they are others.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut article = Self::try_from_slice(bytes).ok()?;
        for claim in &mut article.claims {
            // one name for all of them
            claim.evidence.document = article.document.clone();
        }
        Some(article)
    }
}

fn broken<T>(_: T) -> Error {
    Error::new(ErrorKind::InvalidData, "no day")
}

pub(crate) fn write_date<W: Write>(date: &Date, out: &mut W) -> Result<()> {
    (date.year(), date.month(), date.day()).serialize(out)
}

pub(crate) fn read_date<R: Read>(input: &mut R) -> Result<Date> {
    let (year, month, day) = BorshDeserialize::deserialize_reader(input)?;
    Date::new(year, month, day).map_err(broken)
}

pub(crate) fn write_day<W: Write>(day: &Option<Date>, out: &mut W) -> Result<()> {
    day.is_some().serialize(out)?;
    day.map_or(Ok(()), |day| write_date(&day, out))
}

pub(crate) fn read_day<R: Read>(input: &mut R) -> Result<Option<Date>> {
    let is_some = bool::deserialize_reader(input)?;
    is_some.then(|| read_date(input)).transpose()
}

pub(crate) fn write_time<W: Write>(time: &Option<Time>, out: &mut W) -> Result<()> {
    let fields = time.map(|time| {
        (
            time.hour(),
            time.minute(),
            time.second(),
            time.subsec_nanosecond(),
        )
    });
    fields.serialize(out)
}

pub(crate) fn read_time<R: Read>(input: &mut R) -> Result<Option<Time>> {
    let fields = Option::<(i8, i8, i8, i32)>::deserialize_reader(input)?;
    let time = fields.map(|(hour, minute, second, nano)| Time::new(hour, minute, second, nano));
    time.transpose().map_err(broken)
}
