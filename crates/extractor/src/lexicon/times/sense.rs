//! What words can mean in a time expression.

use serde::Deserialize;

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
