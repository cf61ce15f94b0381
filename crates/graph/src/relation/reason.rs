use rashomon_extractor::{Claim, Count};

use super::Axis;
use crate::{Told, calendar, quoted};

/// The ground of a verdict; put into words only for pairs that are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// The first axis on which they differ.
    Axis(Axis),
    /// One counts a part of the other's whole.
    Part,
    /// And there are more of the part than of the whole.
    PartExceeds,
    /// The same numbers.
    Equal,
    /// The first is the more precise.
    Inside,
    /// Some number would make both true.
    Overlap,
    /// The text says that the figure moved.
    Revised,
    /// The same voice, later.
    Later,
    /// One speaker, two figures.
    Misquote,
    /// The later figure is the higher.
    PossiblyLater,
    /// No number fits both.
    Nothing,
    /// One rejects what the other says.
    Denied,
    /// One deed, two who are said to have done it.
    OtherDoer,
    /// One deed, two at whom it was aimed.
    OtherTarget,
    /// One deed, two places.
    OtherSite,
    /// One deed, two days.
    OtherDay,
    /// One thing, two kinds.
    OtherKind,
    /// The same thing is said twice.
    Said,
}

impl Reason {
    /// The reason as a sentence about two claims, the first being the one the relation reads from.
    pub(crate) fn of(self, a: &Told, b: &Told) -> String {
        let (ours, theirs) = (quote(a.claim), quote(b.claim));
        match self {
            Self::Axis(axis) => differs(axis, a, b),
            Self::Part => format!("{ours} counts a part of what {theirs} counts"),
            Self::PartExceeds => {
                format!("{ours} counts a part of what {theirs} counts, yet the part is the larger")
            }
            Self::Equal => format!("{ours} and {theirs} give the same figure"),
            Self::Inside => format!("{ours} lies within what {theirs} allows"),
            Self::Overlap => format!("some number fits both {ours} and {theirs}"),
            Self::Revised => format!("the text of {ours} says that the figure moved from {theirs}"),
            Self::Later => {
                let who = a.speaker().or(a.outlet).unwrap_or("the same source");
                format!("{who} gives {ours} after {theirs}")
            }
            Self::Misquote => {
                let who = a.speaker().unwrap_or("the same source");
                format!("{who} is quoted with {ours} and with {theirs}: possibly a misquote")
            }
            Self::PossiblyLater => match (a.published, b.published) {
                (Some(later), Some(earlier)) => format!(
                    "no number fits both {ours} ({}) and {theirs} ({}); possibly a later toll",
                    calendar::day(later.day),
                    calendar::day(earlier.day)
                ),
                _ => format!("no number fits both {ours} and {theirs}"),
            },
            Self::Nothing => format!("no number fits both {ours} and {theirs}"),
            Self::Denied => format!("{ours} and {theirs} say the opposite of the same thing"),
            Self::OtherDoer => format!("{ours} and {theirs} lay one deed at different doors"),
            Self::OtherTarget => format!("{ours} and {theirs} name two at whom one deed was aimed"),
            Self::OtherSite => format!("{ours} and {theirs} put one deed in different places"),
            Self::OtherKind => format!("{ours} and {theirs} name one thing by two kinds"),
            Self::OtherDay => format!("{ours} and {theirs} put one deed on different days"),
            Self::Said => format!("{ours} and {theirs} say the same thing"),
        }
    }
}

fn differs(axis: Axis, a: &Told, b: &Told) -> String {
    let (ours, theirs) = (quote(a.claim), quote(b.claim));
    let pair = match axis {
        Axis::Measure => about(a.claim, b.claim, measure),
        Axis::Group => about(a.claim, b.claim, |claim| {
            claim.count().map(|count| count.group.to_string())
        }),
        Axis::Unit => about(a.claim, b.claim, unit),
        Axis::Place => about(a.claim, b.claim, |claim| {
            claim
                .scope
                .place
                .as_ref()
                .map(|place| place.name.to_string())
        }),
        Axis::Window => about(a.claim, b.claim, |claim| calendar::days(claim.scope.when)),
        Axis::Agent => about(a.claim, b.claim, |claim| {
            claim.scope.agent.as_ref().map(ToString::to_string)
        }),
        Axis::Event if a.claim.evidence.document == b.claim.evidence.document => {
            return format!("one voice in one text tells {ours} and {theirs} apart");
        }
        Axis::Event => None,
    };
    match pair {
        Some((one, other)) if one != other => {
            format!("{ours} is about {one}, {theirs} about {other}")
        }
        _ => format!("{ours} and {theirs} are about different things"),
    }
}

fn about(a: &Claim, b: &Claim, of: impl Fn(&Claim) -> Option<String>) -> Option<(String, String)> {
    Some((of(a)?, of(b)?))
}

fn measure(claim: &Claim) -> Option<String> {
    let Count { measure, group, .. } = claim.count()?;
    Some(format!("{group} {}", measure.as_str().replace('_', " ")))
}

fn unit(claim: &Claim) -> Option<String> {
    let quantity = &claim.count()?.quantity;
    Some(quantity.unit().unwrap_or("a number").to_owned())
}

/// The claim's own words, cut where they run on.
pub(crate) fn quote(claim: &Claim) -> String {
    const LONG: usize = 80;
    let words = claim.evidence.quote.split_whitespace();
    let mut short = String::new();
    for word in words {
        if short.chars().count() + word.chars().count() > LONG {
            short.push_str(" …");
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    quoted(&short)
}
