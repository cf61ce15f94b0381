//! The figures of a dispute, each with who gives it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rashomon_extractor::{ClaimId, Form, Quantity};

use super::super::{Claim, Dispute, Quote};

/// A figure, and whose it is.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// Which side of the dispute it is on; `None` where it fits several.
    pub side: Option<usize>,
    pub claim: ClaimId,
    pub quantity: Quantity,
    pub outlet: String,
    pub day: Option<Date>,
    /// Who says it, in full: "Hulusi Akar, quoted by Northern Wire, 4 February 2020".
    pub voice: String,
}

/// The figures of a dispute side by side, those that fit several last; copies are left out where
/// their original speaks.
pub(crate) fn rows(dispute: &Dispute, claims: &BTreeMap<ClaimId, &Claim>) -> Vec<Row> {
    let mut rows = Vec::new();
    for (side, told) in dispute.sides.iter().enumerate() {
        let before = rows.len();
        rows.extend(
            told.originals()
                .filter_map(|quote| row(Some(side), quote, claims)),
        );
        if rows.len() == before {
            rows.extend(
                told.quotes
                    .iter()
                    .filter_map(|quote| row(Some(side), quote, claims)),
            );
        }
    }
    let bystanders = dispute.bystanders.iter().filter(|quote| !quote.is_copy);
    rows.extend(bystanders.filter_map(|quote| row(None, quote, claims)));
    rows
}

fn row(side: Option<usize>, quote: &Quote, claims: &BTreeMap<ClaimId, &Claim>) -> Option<Row> {
    Some(Row {
        side,
        claim: quote.claim,
        quantity: claims.get(&quote.claim)?.quantity.clone()?,
        outlet: quote.voice.outlet.clone(),
        day: quote.voice.day,
        voice: quote.voice.to_string(),
    })
}

/// "4 Feb 2020", "undated"
pub(super) fn short_day(day: Option<Date>) -> String {
    day.map_or_else(
        || "undated".to_owned(),
        |day| day.strftime("%-d %b %Y").to_string(),
    )
}

/// Whether all of them can stand on one axis: figures of one unit.
pub(super) fn comparable(rows: &[Row]) -> bool {
    rows.windows(2)
        .all(|pair| pair[0].quantity.unit() == pair[1].quantity.unit())
}

/// The numbers that an axis must hold: all stated ends, and those that the words allow.
pub(super) fn numbers(rows: &[Row]) -> Vec<f64> {
    let ends = |row: &Row| {
        let allows = row.quantity.allows();
        // that a count does not fall below nought is not said by anyone
        let low = allows.low.filter(|_| row.quantity.low().is_some());
        [low, allows.high, row.quantity.low(), row.quantity.high()]
    };
    (rows.iter().flat_map(ends).flatten())
        .map(rashomon_extractor::Amount::to_f64)
        .collect()
}

/// Whether some figure is open downwards, and whether some is open upwards.
pub(super) fn arrows(rows: &[Row]) -> [bool; 2] {
    let open = |row: &Row| {
        let allows = row.quantity.allows();
        let down = row.quantity.form() == Form::AtMost || allows.low.is_none();
        [down, allows.high.is_none()]
    };
    let open: Vec<[bool; 2]> = rows.iter().map(open).collect();
    [0, 1].map(|end| open.iter().any(|row| row[end]))
}
