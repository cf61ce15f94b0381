use serde::Deserialize;

use super::{LexiconError, Vocabulary, WordId, Words};

const FILE: &str = "lexicon/abbreviations.toml";

/// What a word tells about the full stop behind or before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// "Gen. Khalid"
    BeforeName,
    /// "No. 5"
    BeforeNumber,
    /// "e.g. howitzers"
    Inside,
    /// "in the U.S. The"
    MayEnd,
    /// "Ill.", but neither "ill." nor "ILL."
    MayEndCapitalised,
    /// "p.m."
    Clock,
    /// "2 p.m. Wednesday"
    AfterClock,
    /// "The": opens sentences.
    Opens,
    /// "Police", but not "POLICE": "THE U.S. POLICE".
    OpensCapitalised,
    /// "observation posts in": does not end a sentence.
    GoesOn,
    /// "turns himself in": though it may end a headline.
    EndsHeadlines,
    /// "said", "asked"
    Says,
}

/// The words of `lexicon/abbreviations.toml`, by what they tell.
#[derive(Debug, Default)]
pub(crate) struct Abbreviations {
    /// For each word a bit per kind.
    kinds: Vec<u16>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    before_name: Vec<String>,
    before_number: Vec<String>,
    inside: Vec<String>,
    may_end: Vec<String>,
    may_end_capitalised: Vec<String>,
    clock: Vec<String>,
    after_clock: Vec<String>,
    opens: Vec<String>,
    opens_capitalised: Vec<String>,
    goes_on: Vec<String>,
    ends_headlines: Vec<String>,
    says: Vec<String>,
}

impl Abbreviations {
    pub(crate) fn read(words: &Words, vocabulary: &mut Vocabulary) -> Result<Self, LexiconError> {
        let file: File = words.file(FILE, include_str!("../../lexicon/abbreviations.toml"))?;
        let lists = [
            (Stop::BeforeName, file.before_name),
            (Stop::BeforeNumber, file.before_number),
            (Stop::Inside, file.inside),
            (Stop::MayEnd, file.may_end),
            (Stop::MayEndCapitalised, file.may_end_capitalised),
            (Stop::Clock, file.clock),
            (Stop::AfterClock, file.after_clock),
            (Stop::Opens, file.opens),
            (Stop::OpensCapitalised, file.opens_capitalised),
            (Stop::GoesOn, file.goes_on),
            (Stop::EndsHeadlines, file.ends_headlines),
            (Stop::Says, file.says),
        ];
        let mut abbreviations = Self::default();
        for (kind, words) in lists {
            if !words.is_sorted() {
                let message = format!("the list of {kind:?} is not sorted");
                return Err(LexiconError::new(FILE, message));
            }
            for word in words {
                abbreviations.insert(vocabulary.intern(&word), kind);
            }
        }
        Ok(abbreviations)
    }

    fn insert(&mut self, word: WordId, kind: Stop) {
        if self.kinds.len() <= word.index() {
            self.kinds.resize(word.index() + 1, 0);
        }
        self.kinds[word.index()] |= 1 << kind as u16;
    }

    /// Whether a word, without the full stop behind it, is of this kind.
    pub(crate) fn is(&self, word: WordId, kind: Stop) -> bool {
        self.kinds
            .get(word.index())
            .is_some_and(|bits| bits & (1 << kind as u16) != 0)
    }
}
