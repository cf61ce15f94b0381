//! Pairs of short texts, one a line of JSON.

use std::{
    fs,
    io::{self, Read as _},
    path::Path,
};

use anyhow::{Context as _, Result};
use rashomon_extractor::{Gist, Lexicon, contrast};
use rashomon_graph::{Implication, implication};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Two texts.
#[derive(Debug, Deserialize)]
pub(crate) struct Texts {
    /// Whatever the user calls the pair; it is given back as it is.
    pub id: serde_json::Value,
    pub a: String,
    pub b: String,
}

/// What the second text is to the first.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct Answer<'t> {
    /// What the pair is called in the input.
    #[schemars(with = "serde_json::Value")]
    pub id: &'t serde_json::Value,
    /// `agrees`, `contradicts` or `unrelated`: what follows from what.
    pub relation: &'static str,
}

impl Texts {
    /// What the second text is to the first.
    pub(crate) fn compare(&self) -> Implication {
        let lexicon = Lexicon::builtin();
        let contrast = contrast(lexicon, &self.a, &self.b);
        let gist = |text: &str| Gist::read(lexicon, text);
        implication(&gist(&self.a), &gist(&self.b), contrast.as_ref())
    }
}

/// Reads the pairs of a file; `-` is the standard input.
pub(crate) fn pairs(path: &Path) -> Result<Vec<Texts>> {
    let name = path.display();
    let mut text = String::new();
    if path == Path::new("-") {
        io::stdin().read_to_string(&mut text)
    } else {
        fs::File::open(path).and_then(|mut file| file.read_to_string(&mut text))
    }
    .with_context(|| format!("{name}: cannot be read"))?;
    let lines = text.lines().enumerate();
    lines
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| {
            serde_json::from_str(line).with_context(|| {
                let line = index + 1;
                format!(
                    "{name}:{line}: not a pair; write {{\"id\": …, \"a\": \"…\", \"b\": \"…\"}}"
                )
            })
        })
        .collect()
}
