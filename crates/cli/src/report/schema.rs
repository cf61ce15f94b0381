//! The JSON Schema of what the program writes for other programs, made from the types that are written.
//!
//! Types of the other crates write themselves as JSON; here stand their shapes. `tests/schema.rs` holds
//! every sample's JSON against them, where no field may be missing from the schema; readers of the
//! JSON must bear with fields that they do not know.

use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde::Serialize;

use super::{Annotation, Report};
use crate::pairs::Answer;

/// The schema of a report.
pub(crate) fn report() -> serde_json::Value {
    of::<Report>("rashomon.report/1")
}

/// The schema of a line of `annotate --format json`.
pub(crate) fn annotation() -> serde_json::Value {
    of::<Annotation<'static>>("rashomon.annotation/1")
}

/// The schema of a line of `compare --format json`.
pub(crate) fn comparison() -> serde_json::Value {
    of::<Answer<'static>>("rashomon.compare/1")
}

/// A schema in the dialect of 2020-12, of what is written rather than read.
fn of<T: JsonSchema>(id: &str) -> serde_json::Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = SchemaGenerator::new(settings).into_root_schema_for::<T>();
    schema.insert(
        "$id".to_owned(),
        format!("urn:{}", id.replace('/', ":")).into(),
    );
    schema.to_value()
}

/// Where words stand in the document's text: byte offsets in UTF-8, the end exclusive.
#[derive(JsonSchema)]
#[allow(dead_code)] // a shape, never a value
pub(super) struct Span(u32, u32);

/// A day, or a moment where the hour is known: `2020-02-04`, `2020-02-04T10:00:00Z`.
#[derive(JsonSchema)]
#[allow(dead_code)]
pub(super) struct Published(#[schemars(regex(pattern = r"^\d{4}-\d{2}-\d{2}"))] String);

/// A stretch of days; an end that is not known is `null`.
#[derive(JsonSchema)]
#[allow(dead_code)]
pub(super) struct Window {
    /// The first day.
    #[schemars(regex(pattern = r"^\d{4}-\d{2}-\d{2}$"))]
    from: Option<String>,
    /// The last day.
    #[schemars(regex(pattern = r"^\d{4}-\d{2}-\d{2}$"))]
    to: Option<String>,
}

/// A place, from its own name out to the country.
#[derive(JsonSchema)]
#[allow(dead_code)]
pub(super) struct Place {
    /// "Saraqib"
    name: String,
    /// What it lies in, the nearest first: Idlib, Syria.
    within: Vec<String>,
}

/// The figures that words allow, as stated: "at least 13" is 13 and `null`.
#[derive(JsonSchema)]
#[allow(dead_code)]
pub(super) struct Quantity {
    low: Option<f64>,
    high: Option<f64>,
    /// "more than 12"
    low_open: bool,
    /// "fewer than 12"
    high_open: bool,
    form: Form,
    /// "kilometre", "dollar", "%"; `null` for a count.
    unit: Option<String>,
}

/// How a figure is worded.
#[derive(JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(dead_code)]
pub(super) enum Form {
    /// "6"
    Exact,
    /// "30-35"
    Range,
    /// "at least 13"
    AtLeast,
    /// "up to 80"
    AtMost,
    /// "nearly 700,000"
    Approx,
    /// "dozens"
    Vague,
}

/// A speaker's attitude to what is said.
#[derive(JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(dead_code)]
pub(super) enum Stance {
    Asserts,
    Denies,
    /// "may have"
    Hedges,
    /// Feared, planned, threatened; never in figures or disputes.
    Expects,
}

/// Whether the speaker says that it is so.
#[derive(JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(dead_code)]
pub(super) enum Polarity {
    Affirmed,
    Denied,
}

/// What kind of question the sources answer differently.
#[derive(JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(dead_code)]
pub(super) enum DisputeKind {
    /// How many?
    Count,
    /// Sums that cannot hold together.
    Arithmetic,
    /// When?
    Date,
    /// Where?
    Place,
    /// Who did it?
    Responsibility,
    /// Is it so?
    Denial,
    /// What was it?
    Attribute,
}

/// Whether the words leave any way out.
#[derive(JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(dead_code)]
pub(super) enum Severity {
    /// As worded, they cannot all be true.
    Hard,
    /// A plain reading can reconcile them.
    Soft,
}

/// A quantity where a text states it.
#[derive(JsonSchema)]
#[allow(dead_code)]
pub(super) struct QuantityMention {
    span: Span,
    #[schemars(flatten)]
    quantity: Quantity,
    /// The noun that it counts, in the text's words.
    noun: Option<String>,
    /// The same in the singular.
    concept: Option<String>,
}

/// A time expression with the days that it names.
#[derive(JsonSchema)]
#[allow(dead_code)]
pub(super) struct TimeMention {
    span: Span,
    #[schemars(flatten)]
    window: Window,
    /// As TIMEX3 has it: `2020-02-10`, `2020-W06`, `P3D`.
    value: String,
}

/// The name of a place where a text has it.
#[derive(JsonSchema)]
#[allow(dead_code)]
pub(super) struct PlaceMention {
    span: Span,
    #[schemars(flatten)]
    place: Place,
}

/// Who says what.
#[derive(JsonSchema)]
#[allow(dead_code)]
pub(super) struct Attribution {
    /// The words that name the speaker.
    source: Option<Span>,
    /// "said", "according to"
    cue: Option<Span>,
    /// The words that are attributed.
    content: Span,
    /// The resolved name: "he" becomes the person.
    speaker: Option<String>,
}

/// What a claim gives: a number, or a sentence.
#[derive(JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(dead_code)]
pub(super) enum ClaimKind {
    /// With `measure`, `group` and `quantity`.
    Count,
    /// With `subject`, `predicate` and `object`.
    Statement,
}

/// What the first claim is to the second.
#[derive(JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(dead_code)]
pub(super) enum RelationName {
    /// Both say the same.
    Agrees,
    /// Both can be true.
    Compatible,
    /// The first is the more exact.
    Refines,
    /// The first is a later figure that replaces the second.
    Updates,
    /// The first withdraws the second.
    Retracts,
    /// The first counts a part of what the second counts.
    PartOf,
    /// They speak of different things; `axis` says on what they differ.
    DifferentScope,
    /// They cannot both be true.
    Contradicts,
}
