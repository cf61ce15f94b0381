//! Claims: one statement of one speaker about one thing.

use borsh::{BorshDeserialize, BorshSerialize};
use std::{fmt, sync::Arc};

use serde::Serialize;

use crate::{DocumentId, Group, Measure, Place, Quantity, Question, Span, Window};

mod scope; // where and when a claim holds
mod lasting; // what a war has cost as a whole
mod several; // "13 soldiers on each side", "two separate clashes"
mod known; // "the gunman" among the five, "another six"
mod shot; // "four people were shot"
mod read; // the claims of a document

pub(crate) use read::claims;

/// A claim's name, the same in every run: it depends on its document's id, span, kind and content only.
#[derive(BorshDeserialize, BorshSerialize, Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct ClaimId(pub u64);

impl fmt::Display for ClaimId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "c{:016x}", self.0)
    }
}

impl fmt::Debug for ClaimId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for ClaimId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The speaker's attitude to what is said.
#[derive(
    BorshDeserialize,
    BorshSerialize,
    Clone,
    Copy,
    Debug,
    Default,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd,
    Serialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// Says that it is so.
    #[default]
    Asserts,
    /// Rejects what another says.
    Denies,
    /// Says that it may be so: "reportedly", "believed to have".
    Hedges,
    /// Fears, plans or threatens it; never enters figures or disputes.
    Expects,
}

/// Whether a statement says that something is so, or that it is not.
#[derive(
    BorshDeserialize,
    BorshSerialize,
    Clone,
    Copy,
    Debug,
    Default,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd,
    Serialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// It is so.
    #[default]
    Affirmed,
    /// It is not so.
    Denied,
}

/// Which lexicon entry fired: `measures/killed`.
#[derive(
    BorshDeserialize, BorshSerialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize,
)]
#[serde(transparent)]
pub struct EntryId(pub Arc<str>);

impl EntryId {
    /// What fires where nothing says what became of those counted: "five children".
    pub const COUNTED: &str = "quantities/counted";
}

/// Where a claim stands in its document, and why it was read there.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Eq, PartialEq)]
pub struct Evidence {
    /// The document.
    pub document: DocumentId,
    /// The sentence.
    pub sentence: Span,
    /// The words of the claim.
    pub span: Span,
    /// Those words as the text has them.
    pub quote: Arc<str>,
    /// The lexicon entry that fired.
    pub entry: EntryId,
}

/// How a claim came by its place or its days.
#[derive(
    BorshDeserialize,
    BorshSerialize,
    Clone,
    Copy,
    Debug,
    Default,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd,
)]
pub enum Basis {
    /// Its own clause says so.
    Own,
    /// Its sentence says so.
    Sentence,
    /// An earlier sentence says so.
    Before,
    /// The document's lead or headline says so.
    Lead,
    /// Only the day of publication is known.
    Published,
    /// Nothing says so.
    #[default]
    Unknown,
}

impl Basis {
    /// The claim's own words say so, or those of its sentence.
    ///
    /// ```
    /// use rashomon_extractor::Basis;
    /// assert!(Basis::Sentence.is_own() && !Basis::Before.is_own());
    /// ```
    pub fn is_own(self) -> bool {
        match self {
            Self::Own | Self::Sentence => true,
            Self::Before | Self::Lead | Self::Published | Self::Unknown => false,
        }
    }

    /// The claim's own words say so, or those shortly before it.
    ///
    /// ```
    /// use rashomon_extractor::Basis;
    /// assert!(Basis::Before.is_told() && !Basis::Lead.is_told());
    /// ```
    pub fn is_told(self) -> bool {
        self.is_own() || self == Self::Before
    }
}

/// What a claim speaks about, beside its content.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, Eq, PartialEq)]
pub struct Scope {
    /// Who did it, as far as it is said: "Syrian forces".
    pub agent: Option<Group>,
    /// Where.
    pub place: Option<Place>,
    /// How the place is known.
    pub place_basis: Basis,
    /// On which days.
    pub when: Window,
    /// How the days are known.
    pub when_basis: Basis,
    /// The figure has added up over the window ("since December"), or is a level, not a flow.
    pub cumulative: bool,
    /// Kind of happening that its clause names: clash, airstrike, earthquake.
    pub happening: Option<Arc<str>>,
    /// The sentence tells of another, earlier happening than the document's main one.
    pub background: bool,
    /// Its happening is told apart from those before it: "three died **in a separate attack**".
    pub other: bool,
    /// Over how many happenings it has added up: "**two separate clashes** killed 13".
    pub happenings: Option<u16>,
}

/// How a count stands to a larger count of the same text.
#[derive(BorshDeserialize, BorshSerialize, Clone, Copy, Debug, Eq, PartialEq)]
pub enum Whole {
    /// A part of that claim's group: "13 soldiers, **including five killed Monday**".
    Of(ClaimId),
    /// What is left beside that claim's group: "three of them children, **the others men**".
    Beside(ClaimId),
}

/// The number of a group that a measure holds for.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Eq, PartialEq)]
pub struct Count {
    /// What is counted: killed, wounded, displaced.
    pub measure: Measure,
    /// Of whom or what.
    pub group: Group,
    /// How many.
    pub quantity: Quantity,
    /// It is a level on its day (refugees in a country), not something that happens.
    pub stock: bool,
    /// The measure that contains this one: the killed are among the casualties.
    pub within: Option<Measure>,
    /// The larger count that it belongs to.
    pub whole: Option<Whole>,
    /// The text itself says that the figure moved: "rose to", "revised".
    pub revised: bool,
}

/// Somebody did something, or something is so.
///
/// "The ministry denied that Ankara had notified Moscow" denies that Turkey *notified* Russia.
#[allow(clippy::struct_excessive_bools)] // each answers another question
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, Eq, PartialEq)]
pub struct Statement {
    /// Who or what.
    pub subject: Arc<str>,
    /// The predicate's family in the lexicon.
    pub predicate: Arc<str>,
    /// To whom or what.
    pub object: Arc<str>,
    /// Whether the speaker says that it is so; a denial of another's claim is denied.
    pub polarity: Polarity,
    /// Whom the subject acts for.
    pub doer: Party,
    /// Whom the object belongs to.
    pub target: Party,
    /// Whom the speaker speaks for.
    pub voice: Party,
    /// What the deed is about, without endings, in order of the alphabet: "agreement", "sochi".
    pub words: Vec<Arc<str>>,
    /// Where it happened, in its own words: "along the border".
    pub site: Option<Site>,
    /// What kind of thing the object is: "buffer zone", "demilitarised zone".
    pub kind: Option<Arc<str>>,
    /// The questions that it answers and that have one answer.
    pub asks: Vec<Question>,
    /// It may be so on one day and not on the next.
    pub changes: bool,
    /// In one event there is one such thing: the deal, the accord, the promise.
    pub same: bool,
    /// It is said of the event itself, however that is named: "this was no accident".
    pub event: bool,
    /// Its question stands open from one event to the next.
    pub standing: bool,
    /// The countries that it names as parties, in order of the alphabet.
    pub nations: Vec<Arc<str>>,
    /// The deed is one that was spoken of before: "denied **it**", "behind **that** attack".
    pub echo: bool,
}

/// Who acts, or is acted upon, as far as words tell.
#[derive(
    BorshDeserialize, BorshSerialize, Clone, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd,
)]
pub struct Party {
    /// The country: Turkey for "Ankara", "the Turkish government", "Erdogan".
    pub nation: Option<Arc<str>>,
    /// The camp within it: state, rebels.
    pub camp: Option<Arc<str>>,
    /// A name of its own, in lower case: "jaish al-islam".
    pub name: Option<Arc<str>>,
}

impl Party {
    /// Whether nothing is known of it.
    pub fn is_unknown(&self) -> bool {
        *self == Self::default()
    }
}

/// Where a deed is said to have happened, in the text's own words.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Site {
    /// "outside", "along", "in"
    pub preposition: Arc<str>,
    /// "border", "home"
    pub head: Arc<str>,
    /// "along the Syrian-Turkish border"
    pub words: Arc<str>,
}

/// What a claim says.
#[allow(clippy::large_enum_variant)] // nearly all claims are counts
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Eq, PartialEq)]
pub enum Content {
    /// A number.
    Count(Count),
    /// A deed or a state.
    Statement(Statement),
}

/// One statement of one speaker about one thing, with its exact words.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Eq, PartialEq)]
pub struct Claim {
    /// Its stable name.
    pub id: ClaimId,
    /// What it says.
    pub content: Content,
    /// Of what it speaks.
    pub scope: Scope,
    /// From the outermost relayer to the original speaker; empty is the outlet's own voice.
    pub speakers: Vec<Arc<str>>,
    /// The last speaker's attitude.
    pub stance: Stance,
    /// Where it stands.
    pub evidence: Evidence,
}

impl Claim {
    /// The count it makes, if it is one.
    pub fn count(&self) -> Option<&Count> {
        match &self.content {
            Content::Count(count) => Some(count),
            Content::Statement(_) => None,
        }
    }
}
