use std::collections::BTreeMap;

use serde::Deserialize;

use super::{LexiconError, Phrases, Vocabulary, WordId, Words};

const FILE: &str = "lexicon/furniture.toml";

/// What a phrase tells about the sentence or line that it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// "all rights reserved"
    Anywhere,
    /// "Follow us": only at the beginning.
    Opening,
    /// "Photo", in brackets.
    Credit,
    /// "Donate": only as the first word.
    Imperative,
    /// "newsletter"
    Hint,
    /// "your"
    Reader,
    /// "our"
    Outlet,
}

/// What a phrase tells that stands alone on a line, or before a colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    /// "Related:": the line is furniture.
    Line,
    /// "About the author": what follows is no part of the article.
    Ending,
    /// "Subscribe": a form follows.
    Form,
}

/// The words of `lexicon/furniture.toml`, by what they tell.
#[derive(Debug, Default)]
pub(crate) struct Furniture {
    phrases: Phrases<Signs>,
    labels: Phrases<Label>,
}

/// What the phrases that begin at a token tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Signs(u16);

impl Signs {
    /// Whether one of the phrases tells this.
    pub(crate) fn tell(self, sign: Sign) -> bool {
        self.0 & (1 << sign as u16) != 0
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    anywhere: Vec<String>,
    opening: Vec<String>,
    labels: Vec<String>,
    endings: Vec<String>,
    forms: Vec<String>,
    credits: Vec<String>,
    imperatives: Vec<String>,
    hints: Vec<String>,
    reader: Vec<String>,
    outlet: Vec<String>,
}

impl Furniture {
    pub(crate) fn read(words: &Words, vocabulary: &mut Vocabulary) -> Result<Self, LexiconError> {
        let file: File = words.file(FILE, include_str!("../../lexicon/furniture.toml"))?;
        let lists = [
            (Sign::Anywhere, file.anywhere),
            (Sign::Opening, file.opening),
            (Sign::Credit, file.credits),
            (Sign::Imperative, file.imperatives),
            (Sign::Hint, file.hints),
            (Sign::Reader, file.reader),
            (Sign::Outlet, file.outlet),
        ];
        let mut furniture = Self::default();
        let mut signs = BTreeMap::<Box<[WordId]>, u16>::new();
        for (sign, phrases) in lists {
            check(&format!("{sign:?}"), &phrases)?;
            for phrase in phrases {
                *signs.entry(vocabulary.intern_phrase(&phrase)).or_default() |= 1 << sign as u16;
            }
        }
        for (words, own) in &signs {
            // only the longest phrase at a token is looked up, so it tells what shorter ones tell
            let shorter = (1..words.len()).filter_map(|length| signs.get(&words[..length]));
            let all = shorter.fold(*own, |all, signs| all | signs);
            furniture.phrases.insert(words, Signs(all));
        }
        let labels = [
            (Label::Ending, file.endings),
            (Label::Form, file.forms),
            (Label::Line, file.labels),
        ];
        for (label, phrases) in labels {
            check(&format!("{label:?}"), &phrases)?;
            for phrase in phrases {
                let words = vocabulary.intern_phrase(&phrase);
                furniture.labels.insert(&words, label);
            }
        }
        Ok(furniture)
    }

    /// What the phrases that begin with these words tell.
    pub(crate) fn signs(&self, words: impl Iterator<Item = WordId> + Clone) -> Signs {
        self.phrases
            .longest(words)
            .map_or(Signs::default(), |(_, signs)| *signs)
    }

    /// The label with which these words begin, and how many words it takes.
    pub(crate) fn label(
        &self,
        words: impl Iterator<Item = WordId> + Clone,
    ) -> Option<(usize, Label)> {
        let (length, label) = self.labels.longest(words)?;
        Some((length, *label))
    }
}

fn check(name: &str, phrases: &[String]) -> Result<(), LexiconError> {
    match phrases.windows(2).find(|pair| pair[0] >= pair[1]) {
        Some(pair) => Err(LexiconError::new(
            FILE,
            format!("{name}: `{}` does not belong before `{}`", pair[0], pair[1]),
        )),
        None => Ok(()),
    }
}
