use std::collections::BTreeMap;

use serde::Deserialize;

use super::{LexiconError, Phrases, Vocabulary, WordId};

const FILE: &str = "lexicon/times.toml";

/// A stretch of the calendar that time is told in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// A part of the day, as TIMEX3 names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(crate) enum Part {
    #[serde(rename = "MO")]
    Morning,
    #[serde(rename = "AF")]
    Afternoon,
    #[serde(rename = "EV")]
    Evening,
    #[serde(rename = "NI")]
    Night,
}

/// A season of the northern year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(crate) enum Season {
    #[serde(rename = "SP")]
    Spring,
    #[serde(rename = "SU")]
    Summer,
    #[serde(rename = "FA")]
    Autumn,
    #[serde(rename = "WI")]
    Winter,
}

/// Which stretch a phrase of a stretch means: "early 2014", "the end of February".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Edge {
    Start,
    Middle,
    End,
}

/// How the name of a month or a weekday is written, and so how far it can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// "February", "Monday"
    Full,
    /// "May", "March": also verbs.
    Doubtful,
    /// "Feb", "Sun": needs a number beside it or a place where only a date can stand.
    Short,
}

/// What a word, or a number of some shape, can mean in a time expression.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Sense {
    /// No time word.
    #[default]
    Other,
    /// A whole number in digits, with how many digits it has: 2014, 05.
    Digits { value: i32, len: u8 },
    /// A number with a point: 9.30, 7.6.
    Decimal { whole: i16, part: i16 },
    /// A mark.
    Mark(char),
    /// "3rd", "third"
    Ordinal(i8),
    /// "1990s"; "nineties" and "90s" are those of the last century.
    Decade(i16),
    /// "Q3"
    QuarterOf(i8),
    /// "H2"
    HalfOf(i8),
    /// "February"
    Month { number: i8, form: Form },
    /// "Monday"
    Weekday { number: i8, form: Form },
    /// "days"
    Unit { unit: Unit, plural: bool },
    /// "yesterday", in days from publication.
    Deictic(i8),
    /// "morning"
    Part(Part),
    /// "summer"
    Season(Season),
    /// "three"
    Cardinal(i16),
    /// "several": from least to most.
    Few { low: u8, high: u8 },
    /// "early", "mid", "late"
    Edge(Edge),
    /// "the beginning", "the middle", "the end"
    EdgeNoun(Edge),
    /// A word of the grammar.
    Word(Word),
}

/// The words of the grammar of time, one class each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Word {
    After,
    AfterNoon,
    Ago,
    And,
    Article,
    At,
    Before,
    BeforeNoon,
    Between,
    By,
    During,
    Each,
    Earlier,
    Following,
    From,
    Half,
    Hundred,
    In,
    Last,
    Later,
    Less,
    Midnight,
    More,
    Next,
    Noon,
    Now,
    OClock,
    Of,
    On,
    Onward,
    Over,
    Overnight,
    Past,
    Recent,
    Same,
    Since,
    Starting,
    Than,
    That,
    The,
    This,
    Thousand,
    Through,
    To,
    Tonight,
    Until,
    Weekend,
    Within,
    Zone,
    Future,
    Planned,
    Would,
}

/// How the day of a holiday is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holiday {
    /// A day of a month.
    Date { month: i8, day: i8 },
    /// So many days from Easter Sunday.
    Easter(i16),
    /// The nth such weekday of a month (9 is the last), and days from it.
    Weekday {
        month: i8,
        weekday: i8,
        nth: i8,
        offset: i8,
    },
}

/// The words of `lexicon/times.toml`.
#[derive(Debug, Default)]
pub(crate) struct Times {
    senses: Vec<Sense>,
    pub(crate) holidays: Phrases<Holiday>,
    /// Names that hold a time word and are no time: "the Sunday Times".
    pub(crate) names: Phrases<()>,
    /// For each word, whether a holiday or a name begins with it.
    openers: Vec<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    doubtful: Vec<String>,
    names: Vec<String>,
    months: BTreeMap<String, i8>,
    short_months: BTreeMap<String, i8>,
    weekdays: BTreeMap<String, i8>,
    short_weekdays: BTreeMap<String, i8>,
    days: BTreeMap<String, i8>,
    units: BTreeMap<String, Unit>,
    parts: BTreeMap<String, Part>,
    seasons: BTreeMap<String, Season>,
    cardinals: BTreeMap<String, i16>,
    ordinals: BTreeMap<String, i8>,
    decades: BTreeMap<String, i16>,
    few: BTreeMap<String, [u8; 2]>,
    edges: BTreeMap<String, Edge>,
    edge_nouns: BTreeMap<String, Edge>,
    words: BTreeMap<Word, Vec<String>>,
    holiday: Vec<HolidayTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HolidayTable {
    names: Vec<String>,
    day: String,
}

impl Times {
    pub(crate) fn read(vocabulary: &mut Vocabulary) -> Result<Self, LexiconError> {
        let file: File = toml::from_str(include_str!("../../lexicon/times.toml"))
            .map_err(|error| LexiconError::new(FILE, error))?;
        let mut times = Self::default();
        for (word, sense) in senses(&file) {
            times.insert(vocabulary.intern(&word), &word, sense)?;
        }
        for table in &file.holiday {
            let day = holiday(&table.day).ok_or_else(|| {
                LexiconError::new(FILE, format_args!("`{}` is no day of a holiday", table.day))
            })?;
            for name in &table.names {
                let words = vocabulary.intern_phrase(name);
                times.open(&words);
                times.holidays.insert(&words, day);
            }
        }
        for name in &file.names {
            let words = vocabulary.intern_phrase(name);
            times.open(&words);
            times.names.insert(&words, ());
        }
        Ok(times)
    }

    fn insert(&mut self, id: WordId, word: &str, sense: Sense) -> Result<(), LexiconError> {
        if self.senses.len() <= id.index() {
            self.senses.resize(id.index() + 1, Sense::Other);
        }
        if self.senses[id.index()] != Sense::Other {
            return Err(LexiconError::new(
                FILE,
                format_args!("`{word}` stands in two places"),
            ));
        }
        self.senses[id.index()] = sense;
        Ok(())
    }

    fn open(&mut self, words: &[WordId]) {
        let Some(first) = words.first() else {
            return;
        };
        if self.openers.len() <= first.index() {
            self.openers.resize(first.index() + 1, false);
        }
        self.openers[first.index()] = true;
    }

    /// What a word means in a time expression.
    pub(crate) fn sense(&self, word: WordId) -> Sense {
        self.senses.get(word.index()).copied().unwrap_or_default()
    }

    /// Whether a holiday or a name begins with the word.
    pub(crate) fn opens_name(&self, word: WordId) -> bool {
        self.openers.get(word.index()).copied().unwrap_or_default()
    }
}

/// All single words with their senses.
fn senses(file: &File) -> Vec<(String, Sense)> {
    let mut senses = Vec::new();
    let mut push = |word: &str, sense| senses.push((word.to_owned(), sense));
    for (months, short) in [(&file.months, false), (&file.short_months, true)] {
        for (word, &number) in months {
            let form = match (short, file.doubtful.contains(word)) {
                (true, _) => Form::Short,
                (false, true) => Form::Doubtful,
                (false, false) => Form::Full,
            };
            push(word, Sense::Month { number, form });
        }
    }
    for (weekdays, form) in [
        (&file.weekdays, Form::Full),
        (&file.short_weekdays, Form::Short),
    ] {
        for (word, &number) in weekdays {
            push(word, Sense::Weekday { number, form });
        }
    }
    for (word, &days) in &file.days {
        push(word, Sense::Deictic(days));
    }
    for (word, &unit) in &file.units {
        let plural = word.ends_with('s');
        push(word, Sense::Unit { unit, plural });
    }
    for (word, &part) in &file.parts {
        push(word, Sense::Part(part));
    }
    for (word, &season) in &file.seasons {
        push(word, Sense::Season(season));
    }
    for (word, &decade) in &file.decades {
        push(word, Sense::Decade(1900 + decade));
    }
    for (word, &[low, high]) in &file.few {
        push(word, Sense::Few { low, high });
    }
    for (word, &number) in &file.cardinals {
        push(word, Sense::Cardinal(number));
    }
    for (word, &number) in &file.ordinals {
        push(word, Sense::Ordinal(number));
    }
    for (tens, &ten) in file.cardinals.iter().filter(|(_, n)| **n >= 20) {
        for (word, &one) in file.cardinals.iter().filter(|(_, n)| **n < 10) {
            push(&format!("{tens}-{word}"), Sense::Cardinal(ten + one));
        }
        for (word, &one) in file.ordinals.iter().filter(|(_, n)| **n < 10) {
            push(&format!("{tens}-{word}"), Sense::Ordinal(ten as i8 + one));
        }
    }
    for (word, &edge) in &file.edges {
        push(word, Sense::Edge(edge));
    }
    for (word, &edge) in &file.edge_nouns {
        push(word, Sense::EdgeNoun(edge));
    }
    for (&class, words) in &file.words {
        for word in words {
            push(word, Sense::Word(class));
        }
    }
    senses
}

/// "12-25", "easter-2", "thu4-11+1"
fn holiday(day: &str) -> Option<Holiday> {
    if let Some(offset) = day.strip_prefix("easter") {
        return Some(Holiday::Easter(offset.parse().ok()?));
    }
    let (first, rest) = day.split_once('-')?;
    if let Ok(month) = first.parse() {
        let day = rest.parse().ok()?;
        return Some(Holiday::Date { month, day });
    }
    let (weekday, nth) = first.split_at_checked(3)?;
    let weekday = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        .iter()
        .position(|name| *name == weekday)? as i8
        + 1;
    let (month, offset) = rest.split_once('+').unwrap_or((rest, "0"));
    Some(Holiday::Weekday {
        month: month.parse().ok()?,
        weekday,
        nth: nth.parse().ok()?,
        offset: offset.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holidays_say_how_their_day_is_found() {
        assert_eq!(holiday("easter-2"), Some(Holiday::Easter(-2)));
        assert_eq!(holiday("12-25"), Some(Holiday::Date { month: 12, day: 25 }));
        assert_eq!(
            holiday("thu4-11+1"),
            Some(Holiday::Weekday {
                month: 11,
                weekday: 4,
                nth: 4,
                offset: 1
            })
        );
        assert_eq!(holiday("some day"), None);
    }
}
