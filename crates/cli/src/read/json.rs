//! Articles as JSON: one a line, or a list of them.

use std::io::{self, BufRead};

use serde_json::Value;

use super::{intake::Intake, record::Record};

/// More broken lines of one file than this are only counted.
const BROKEN_LINES_TOLD: usize = 20;

impl Intake {
    /// One article a line; a broken line is told of and the rest is read.
    pub(super) fn lines(&mut self, name: &str, mut input: impl BufRead) -> io::Result<()> {
        let mut line = Vec::new();
        let mut broken = 0;
        for number in 1.. {
            if self.is_full {
                break;
            }
            line.clear();
            if input.read_until(b'\n', &mut line)? == 0 {
                break;
            }
            let content = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&line);
            let content = content.trim_ascii();
            if content.is_empty() {
                continue;
            }
            let value = serde_json::from_slice(content).map_err(|error| {
                let error = in_line(&error);
                format!("not a document ({error}); a line holds one JSON object with a `text`")
            });
            let Err(message) = value.and_then(|value| self.record(name, number, value)) else {
                continue;
            };
            broken += 1;
            if broken <= BROKEN_LINES_TOLD {
                self.tell(name, Some(number), message, true);
            }
        }
        if broken > BROKEN_LINES_TOLD {
            let more = broken - BROKEN_LINES_TOLD;
            self.refuse(
                name,
                format!("{more} more lines are no documents; is this JSON Lines?"),
            );
        }
        Ok(())
    }

    /// A `.json` file: a list of articles, or objects one after the other.
    pub(super) fn json(&mut self, name: &str, bytes: &[u8]) {
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let is_list = bytes.trim_ascii_start().starts_with(b"[");
        let values: Result<Vec<Value>, _> = if is_list {
            serde_json::from_slice(bytes)
        } else {
            serde_json::Deserializer::from_slice(bytes)
                .into_iter()
                .collect()
        };
        let values = match values {
            Ok(values) => values,
            Err(error) => return self.refuse(name, format!("not JSON: {error}")),
        };
        let values = match <[Value; 1]>::try_from(values) {
            Ok([only]) => enveloped(only),
            Err(values) => values,
        };
        if values.is_empty() {
            return self.tell(name, None, "holds no document, left out", false);
        }
        for (index, value) in values.into_iter().enumerate() {
            let number = index + 1;
            if let Err(message) = self.record(name, number, value) {
                self.refuse(name, format!("document {number} of the file: {message}"));
            }
        }
    }

    fn record(&mut self, name: &str, number: usize, value: Value) -> Result<(), String> {
        let record = Record::new(value)?;
        let (document, complaint) = record.document(&format!("{name}:{number}"), &self.options)?;
        if let Some(complaint) = complaint {
            self.tell(name, Some(number), complaint, false);
        }
        self.document(document);
        Ok(())
    }
}

/// The articles of an answer that carries them in a list: {"articles": [{…}, {…}]}.
fn enveloped(mut value: Value) -> Vec<Value> {
    for name in ["articles", "items", "documents", "_items", "results"] {
        let list = value.get_mut(name).and_then(Value::as_array_mut);
        if let Some(list) = list.filter(|list| list.iter().all(Value::is_object)) {
            return std::mem::take(list);
        }
    }
    vec![value]
}

/// serde counts lines of what it was given, which here is one line of a file.
fn in_line(error: &serde_json::Error) -> String {
    error.to_string().replace(" at line 1 column", " at column")
}
