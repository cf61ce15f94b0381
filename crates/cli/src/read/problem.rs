use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

/// Something about an input that its user should know: "news.jsonl:3: not a JSON object …".
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub(crate) struct Problem {
    /// The file, or the document where it has a name of its own.
    pub(crate) document: String,
    /// The line of the file, counted from one.
    pub(crate) line: Option<usize>,
    /// What is wrong and what to do, in lower case.
    pub(crate) message: String,
    /// It could not be read at all, so the program ends with exit code 2; otherwise it was left
    /// out or read with a change.
    #[serde(skip)]
    pub(crate) fatal: bool,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.document)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.message)
    }
}
