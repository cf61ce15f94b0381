//! Sums that do not come out: figures that contradict each other although no two of them do.
//!
//! Every event keeps its unknown true counts, and each claim bounds one of them, or a sum: a whole
//! is no smaller than the parts that have nobody in common, and "two separate clashes" are as large
//! as both together. Where the bounds have no solution, a smallest set of claims that cannot hold
//! together is the dispute, and its sum is printed.

mod apart; // counts that have nobody in common
mod search; // the fewest parts that are too many
mod parts; // a whole and its parts within one event
mod total; // what has added up over several happenings

use rashomon_extractor::{Amount, Count, Form, Quantity, Stance};

use crate::{Dispute, DisputeId, DisputeKind, EventId, Severity, Side, Told, voice::Voice};

pub(crate) use parts::within;
pub(crate) use total::across;

/// What adding up has found.
#[derive(Debug, Default)]
pub(crate) struct Sums {
    pub(crate) disputes: Vec<Dispute>,
    /// Wholes with so many parts that the search for too many of them was given up.
    pub(crate) stopped: usize,
}

/// Two sides of a sum, in words.
struct Sum {
    event: EventId,
    question: String,
    sides: Vec<Side>,
    shown: String,
    why: String,
    soft: bool,
}

impl Sum {
    fn dispute(self, asked: &Count) -> Dispute {
        Dispute {
            id: DisputeId::of(&self.sides, &[]),
            event: self.event,
            kind: DisputeKind::Arithmetic,
            severity: if self.soft {
                Severity::Soft
            } else {
                Severity::Hard
            },
            measure: Some(asked.measure.clone()),
            question: self.question,
            sides: self.sides,
            fits_several: Vec::new(),
            why: self.why,
            sum: Some(self.shown),
        }
    }
}

/// The count of a voice that can be added up: a firm figure that is asserted.
fn summand<'a>(voice: &Voice<'a>) -> Option<&'a Count> {
    let claim = voice.told.claim;
    let count = claim.count()?;
    let firm = count.quantity.form() != Form::Vague && count.quantity.unit().is_none();
    let said = matches!(claim.stance, Stance::Asserts | Stance::Hedges);
    (firm && said).then_some(count)
}

/// Whether its words leave it open how far it reaches.
fn is_loose(quantity: &Quantity) -> bool {
    quantity.form() == Form::Approx
}

fn added(amounts: impl IntoIterator<Item = Amount>) -> Amount {
    amounts.into_iter().fold(Amount::ZERO, Amount::plus)
}

/// "12 + 9"
fn terms(amounts: &[Amount], operator: &str) -> String {
    let terms: Vec<String> = amounts.iter().map(ToString::to_string).collect();
    terms.join(operator)
}

/// "“12 women”, “nine children”"
fn quoted<'t, 'a: 't>(told: impl IntoIterator<Item = &'t Told<'a>>) -> String {
    let quotes: Vec<String> = told
        .into_iter()
        .map(|told| crate::relation::quote(told.claim))
        .collect();
    match quotes.as_slice() {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => quotes.concat(),
    }
}
