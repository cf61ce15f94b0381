use std::collections::BTreeMap;

use serde::Deserialize;

use super::{LexiconError, Phrases, Vocabulary, WordId, Words, inflection::plural};
use crate::Amount;

const FILE: &str = "lexicon/numerals.toml";

/// What a number word does in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Numeral {
    /// "six", "sixteen"
    Ones(i64),
    /// "sixty"
    Tens(i64),
    /// "hundred", "million", "dozen": multiplies what stands before it.
    Scale(i64),
    /// "thirds", "quarter": what parts a whole has; plural or not.
    Part(i64, bool),
    /// "½": numerator and denominator.
    Fraction(i64, i64),
}

/// "several", "dozens": the range that convention gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Convention {
    /// The scale that the word is the plural of: 12 for "dozens"; 1 for "several".
    pub(crate) of: i64,
    pub(crate) low: i64,
    /// `None` where there is no end: "many".
    pub(crate) high: Option<i64>,
    /// It counts only with "of" or a scale behind: "a number of".
    pub(crate) needs_of: bool,
}

/// A class of words that the grammar of numbers needs by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum NumeralClass {
    Article,
    And,
    Of,
    Point,
    In,
    Out,
    Every,
    Over,
    Minus,
    OneBefore,
    OneAfter,
    ManyBefore,
    PartBefore,
    PartAfter,
    Label,
    Street,
    YearBefore,
    AgeAfter,
    AgeBefore,
    ClockAfter,
    Pair,
    Compound,
    PluralVerb,
    AgeLink,
    AgeAt,
    Block,
    Direction,
    FirstPart,
    AmountOf,
}

/// The number words of `lexicon/numerals.toml`.
#[derive(Debug, Default)]
pub(crate) struct Numerals {
    words: Vec<Option<Numeral>>,
    signs: Vec<Option<i64>>,
    /// "several", "a few", "dozens"
    pub(crate) vague: Phrases<Convention>,
    /// For each word whether a number cannot do without it: "six", the "few" of "a few".
    core: Vec<bool>,
    classes: Vec<u32>,
    not_fraction: Vec<(i64, i64)>,
    names: Vec<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    ones: BTreeMap<String, i64>,
    tens: BTreeMap<String, i64>,
    scales: BTreeMap<String, i64>,
    groups: BTreeMap<String, i64>,
    signs: BTreeMap<String, i64>,
    parts: BTreeMap<String, i64>,
    marks: BTreeMap<String, String>,
    vague: Vec<Vague>,
    plurals: BTreeMap<String, Plural>,
    names: Vec<i64>,
    not_fraction: Vec<String>,
    words: BTreeMap<NumeralClass, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vague {
    words: Vec<String>,
    #[serde(default)]
    of: bool,
    low: i64,
    high: Option<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Plural {
    of: i64,
    low: i64,
    high: i64,
}

impl Numerals {
    pub(crate) fn read(words: &Words, vocabulary: &mut Vocabulary) -> Result<Self, LexiconError> {
        let file: File = words.file(FILE, include_str!("../../lexicon/numerals.toml"))?;
        let mut numerals = Self::default();
        for (word, value) in file.ones {
            numerals.insert(vocabulary.intern(&word), Numeral::Ones(value));
        }
        for (word, value) in file.tens {
            numerals.insert(vocabulary.intern(&word), Numeral::Tens(value));
        }
        for (word, value) in file.scales.into_iter().chain(file.groups) {
            let plural = vocabulary.intern(&plural(&word));
            numerals.insert(vocabulary.intern(&word), Numeral::Scale(value));
            numerals.insert(plural, Numeral::Scale(value));
        }
        for (word, value) in file.parts {
            let plural = match word.as_str() {
                "half" => "halves".to_owned(),
                word => plural(word),
            };
            numerals.insert(vocabulary.intern(&word), Numeral::Part(value, false));
            numerals.insert(vocabulary.intern(&plural), Numeral::Part(value, true));
        }
        for (mark, value) in file.marks {
            let (numerator, denominator) = fraction(&mark, &value)?;
            numerals.insert(
                vocabulary.intern(&mark),
                Numeral::Fraction(numerator, denominator),
            );
        }
        for (sign, value) in file.signs {
            put(&mut numerals.signs, vocabulary.intern(&sign), value);
        }
        numerals.conventions(vocabulary, file.vague, file.plurals);
        for idiom in &file.not_fraction {
            numerals.not_fraction.push(fraction(idiom, idiom)?);
        }
        numerals.names = file.names;
        numerals.classify(vocabulary, file.words);
        Ok(numerals)
    }

    fn insert(&mut self, word: WordId, numeral: Numeral) {
        self.mark(word);
        put(&mut self.words, word, numeral);
    }

    fn mark(&mut self, word: WordId) {
        if self.core.len() <= word.index() {
            self.core.resize(word.index() + 1, false);
        }
        self.core[word.index()] = true;
    }

    /// Whether a number may stand at this word.
    pub(crate) fn is_core(&self, word: WordId) -> bool {
        self.core.get(word.index()).is_some_and(|core| *core)
    }

    fn conventions(
        &mut self,
        vocabulary: &mut Vocabulary,
        vague: Vec<Vague>,
        plurals: BTreeMap<String, Plural>,
    ) {
        for entry in vague {
            let convention = Convention {
                of: 1,
                low: entry.low,
                high: entry.high,
                needs_of: entry.of,
            };
            for words in entry.words {
                let words = vocabulary.intern_phrase(&words);
                self.mark(words.last().copied().unwrap_or_default());
                self.vague.insert(&words, convention);
            }
        }
        for (word, plural) in plurals {
            let convention = Convention {
                of: plural.of,
                low: plural.low,
                high: Some(plural.high),
                needs_of: false,
            };
            let word = vocabulary.intern(&word);
            self.mark(word);
            self.vague.insert(&[word], convention);
        }
    }

    fn classify(
        &mut self,
        vocabulary: &mut Vocabulary,
        words: BTreeMap<NumeralClass, Vec<String>>,
    ) {
        for (class, words) in words {
            for word in words {
                let word = vocabulary.intern(&word);
                if self.classes.len() <= word.index() {
                    self.classes.resize(word.index() + 1, 0);
                }
                self.classes[word.index()] |= 1 << class as u32;
            }
        }
    }

    /// What a word does in a number, if it is a number word.
    pub(crate) fn word(&self, word: WordId) -> Option<Numeral> {
        self.words.get(word.index()).copied().flatten()
    }

    /// Whether a compound that begins with this word is a number with something behind it: "six-hour",
    /// "half-million"; "third-party" is none.
    pub(crate) fn opens_compound(&self, word: WordId) -> bool {
        match self.word(word) {
            Some(Numeral::Part(parts, _)) => parts == 2,
            Some(_) => true,
            None => false,
        }
    }

    /// The scale that a sign behind digits stands for: "bn".
    pub(crate) fn sign(&self, word: WordId) -> Option<i64> {
        self.signs.get(word.index()).copied().flatten()
    }

    /// Whether a word stands in a class.
    pub(crate) fn is(&self, word: WordId, class: NumeralClass) -> bool {
        self.classes
            .get(word.index())
            .is_some_and(|bits| bits & (1 << class as u32) != 0)
    }

    /// Whether a number is the name of something: "911".
    pub(crate) fn is_name(&self, number: Amount) -> bool {
        number
            .whole()
            .is_some_and(|number| self.names.contains(&number))
    }

    /// Whether "24/7" is the name of something.
    pub(crate) fn is_fraction(&self, numerator: Amount, denominator: Amount) -> bool {
        let pair = numerator.whole().zip(denominator.whole());
        pair.is_some_and(|pair| !self.not_fraction.contains(&pair))
    }
}

fn put<T>(table: &mut Vec<Option<T>>, word: WordId, value: T) {
    if table.len() <= word.index() {
        table.resize_with(word.index() + 1, || None);
    }
    table[word.index()] = Some(value);
}

fn fraction(entry: &str, text: &str) -> Result<(i64, i64), LexiconError> {
    text.split_once('/')
        .and_then(|(a, b)| Some((a.parse().ok()?, b.parse().ok()?)))
        .filter(|&(_, denominator): &(i64, i64)| denominator > 0)
        .ok_or_else(|| {
            LexiconError::new(
                FILE,
                format!("`{entry}` gives `{text}`, which is no fraction; write it as \"1/2\""),
            )
        })
}
