//! The figures of a dispute, each with who gives it.

use jiff::civil::Date;
use rashomon_extractor::{ClaimId, Form, Quantity};

use super::super::{Claim, Dispute, Quote, event::Figure, index::Index};

/// A figure, and whose it is.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// Which side of the dispute it is on; `None` where it fits several.
    pub side: Option<usize>,
    pub claim: ClaimId,
    pub quantity: Quantity,
    /// Whom the outlet quotes.
    pub speaker: Option<String>,
    pub outlet: String,
    pub day: Option<Date>,
    /// Who says it, in full: "Hulusi Akar, quoted by Northern Wire, 4 February 2020".
    pub voice: String,
}

/// The figures of a dispute side by side, those that fit several last; copies are left out where
/// their original speaks.
pub(crate) fn rows(dispute: &Dispute, index: &Index<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    for (side, told) in dispute.sides.iter().enumerate() {
        let before = rows.len();
        rows.extend(
            told.originals()
                .filter_map(|quote| row(Some(side), quote, index)),
        );
        if rows.len() == before {
            rows.extend(
                told.quotes
                    .iter()
                    .filter_map(|quote| row(Some(side), quote, index)),
            );
        }
    }
    let bystanders = dispute.bystanders.iter().filter(|quote| !quote.is_copy);
    rows.extend(bystanders.filter_map(|quote| row(None, quote, index)));
    rows
}

fn row(side: Option<usize>, quote: &Quote, index: &Index<'_>) -> Option<Row> {
    Some(Row {
        side,
        claim: quote.claim,
        quantity: index.claim(quote.claim)?.quantity.clone()?,
        speaker: quote.voice.speakers.last().cloned(),
        outlet: quote.voice.outlet.clone(),
        day: quote.voice.day,
        voice: quote.voice.to_string(),
    })
}

/// The figures that an event's sources give of one measure and group, as they came.
pub(crate) fn told(figure: &Figure, index: &Index<'_>) -> Vec<Row> {
    let claims = figure.claims.iter().filter_map(|&id| index.claim(id));
    let originals = claims.filter(|claim| {
        let document = index.document(&claim.document);
        document.is_some_and(|document| document.copy_of.is_none())
    });
    let row = |claim: &Claim| {
        let voice = index.voice(claim);
        Some(Row {
            side: None,
            claim: claim.id,
            quantity: claim.quantity.clone()?,
            day: voice.day,
            voice: voice.to_string(),
            speaker: voice.speakers.last().cloned(),
            outlet: voice.outlet,
        })
    };
    originals.filter_map(row).collect()
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
