use std::sync::Arc;

use rashomon_extractor::{
    Amount, ClaimId, Content, DocumentId, Place, Polarity, Quantity, Span, Stance, Window,
};
use rashomon_graph::{EventId, days};
use schemars::JsonSchema;
use serde::Serialize;

use super::schema;
use super::statement;

/// A claim as reports tell it.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct Claim {
    /// `c` and sixteen digits of a hash of its document's id, its span and what it says.
    #[schemars(with = "String")]
    pub id: ClaimId,
    /// The document that says it.
    #[schemars(with = "String")]
    pub document: DocumentId,
    /// `count` or `statement`.
    #[schemars(with = "schema::ClaimKind")]
    pub kind: &'static str,
    /// The words that it rests on; the document's text holds them at `span`.
    #[schemars(with = "String")]
    pub quote: Arc<str>,
    /// Where the words stand.
    #[schemars(with = "schema::Span")]
    pub span: Span,
    /// Where their sentence stands.
    #[schemars(with = "schema::Span")]
    pub sentence: Span,
    /// What is counted: `killed`, `displaced`, or the counted noun.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    /// Of whom: "Turkish soldiers".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// How many.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<schema::Quantity>")]
    pub quantity: Option<Quantity>,
    /// Who or what.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub subject: Option<Arc<str>>,
    /// The id of a family of predicates: `complied`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub predicate: Option<Arc<str>>,
    /// To whom or what.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub object: Option<Arc<str>>,
    /// Who is said to have done it.
    pub agent: Option<String>,
    /// Where.
    #[schemars(with = "Option<schema::Place>")]
    pub place: Option<Place>,
    /// On which days.
    #[schemars(with = "schema::Window")]
    pub when: Window,
    /// The events that it speaks of.
    #[schemars(with = "Vec<String>")]
    pub events: Vec<EventId>,
    /// From the outermost relayer to the original speaker; empty where the outlet speaks for itself.
    #[schemars(with = "Vec<String>")]
    pub speakers: Vec<Arc<str>>,
    /// The speaker's attitude to it.
    #[schemars(with = "schema::Stance")]
    pub stance: Stance,
    /// Of a statement, whether it is said to be so.
    #[schemars(with = "schema::Polarity")]
    pub polarity: Polarity,
    /// The lexicon entry that fired.
    pub entry: String,
    /// The country that a statement's subject acts for.
    #[serde(skip)]
    #[schemars(with = "Option<String>")]
    pub nation: Option<Arc<str>>,
}

impl Claim {
    pub(crate) fn new(claim: &rashomon_extractor::Claim, events: Vec<EventId>) -> Self {
        let mut told = Self {
            id: claim.id,
            document: claim.evidence.document.clone(),
            kind: "count",
            quote: claim.evidence.quote.clone(),
            span: claim.evidence.span,
            sentence: claim.evidence.sentence,
            measure: None,
            group: None,
            quantity: None,
            subject: None,
            predicate: None,
            object: None,
            agent: claim.scope.agent.as_ref().map(ToString::to_string),
            place: claim.scope.place.clone(),
            when: claim.scope.when,
            events,
            speakers: claim.speakers.clone(),
            stance: claim.stance,
            polarity: Polarity::Affirmed,
            entry: claim.evidence.entry.0.to_string(),
            nation: None,
        };
        match &claim.content {
            Content::Count(count) => {
                told.measure = Some(count.measure.to_string());
                told.group = Some(count.group.to_string());
                told.quantity = Some(count.quantity.clone());
            }
            Content::Statement(statement) => {
                told.kind = "statement";
                told.subject = Some(statement.subject.clone());
                told.predicate = Some(statement.predicate.clone());
                told.object = Some(statement.object.clone());
                told.polarity = statement.polarity;
                told.nation.clone_from(&statement.doer.nation);
            }
        }
        told
    }

    /// What it says, who says so, of where and when, and the lexicon entry that fired.
    pub(crate) fn note(&self) -> String {
        format!("{} [{} {}]", self.reading(), short(&self.id), self.entry)
    }

    /// What it says, who says so, of where and when.
    pub(crate) fn reading(&self) -> String {
        use std::fmt::Write as _;
        let mut note = self.says();
        if let Some((speaker, relayers)) = self.speakers.split_last() {
            let _ = write!(note, ", according to {speaker}");
            for relayer in relayers.iter().rev() {
                let _ = write!(note, " via {relayer}");
            }
        }
        if let Some(place) = &self.place
            && !note.contains(&*place.name)
        {
            let _ = write!(note, ", in {}", place.name);
        }
        if let Some(days) = days(self.when) {
            let on = if self.when.from == self.when.to {
                "on "
            } else {
                ""
            };
            let _ = write!(note, ", {on}{days}");
        }
        note
    }

    /// "6 Turkish soldiers killed", "Russia did not comply with the Sochi agreement"
    pub(crate) fn says(&self) -> String {
        if let (Some(quantity), Some(measure), Some(group)) =
            (&self.quantity, &self.measure, &self.group)
        {
            let counted = counted(group, measure);
            return match quantity.unit() {
                Some(unit) if unit.eq_ignore_ascii_case(&counted) => of_unit(quantity, unit),
                _ => format!("{quantity} {counted}"),
            };
        }
        statement::told(self)
    }
}

/// "6 km", "5 weeks", "magnitude 6.1": a quantity of nothing but its unit.
fn of_unit(quantity: &Quantity, unit: &str) -> String {
    let told = quantity.to_string();
    if let ("magnitude", Some(number)) = (unit, told.strip_suffix(" magnitude")) {
        return format!("magnitude {number}");
    }
    let is_word = unit.len() > 2 && unit.chars().all(|c| c.is_lowercase() || c == ' ');
    let is_one = quantity.low() == quantity.high() && quantity.low() == Some(Amount::from(1));
    let ends = told.ends_with(unit) && !unit.ends_with('s');
    if is_word && ends && !is_one {
        return format!("{told}s");
    }
    told
}

/// "Turkish soldiers killed"; where the measure is the group itself, it is named once: "refugees".
pub(super) fn counted(group: &str, measure: &str) -> String {
    let measure = spoken(measure);
    let lower = group.to_lowercase();
    if lower.ends_with(&measure) {
        return group.to_owned();
    }
    if measure.starts_with(&lower) {
        return measure;
    }
    if measure == "turnout" {
        return format!("{group} turned out");
    }
    // "Syrian targets" that are "targets hit"
    match measure.split_once(' ') {
        Some((noun, rest)) if lower.ends_with(noun) => format!("{group} {rest}"),
        _ => format!("{group} {measure}"),
    }
}

/// The name of a measure or predicate as people say it: "targets hit".
pub(super) fn spoken(name: &str) -> String {
    name.replace('_', " ")
}

/// As much of an id as tells it from the others, as a rule.
pub(super) fn short(id: &impl ToString) -> String {
    id.to_string().chars().take(7).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_is_named_once() {
        assert_eq!(
            counted("Turkish soldiers", "killed"),
            "Turkish soldiers killed"
        );
        assert_eq!(counted("Syrian refugees", "refugees"), "Syrian refugees");
        assert_eq!(counted("targets", "targets_hit"), "targets hit");
        assert_eq!(
            counted("Syrian targets", "targets_hit"),
            "Syrian targets hit"
        );
        assert_eq!(counted("people", "turnout"), "people turned out");
    }
}
