//! An event as the page shows it: its figures, and its claims as a network.

use serde::Serialize;

use super::{
    super::{Event, picture::Picture, words::Count},
    excerpt::first_of,
    index::Index,
};

/// Figures that are shown of an event.
const FIGURES: usize = 15;

#[derive(Debug, Serialize)]
pub(super) struct Happening {
    id: String,
    label: String,
    documents: String,
    figures: Vec<Row>,
    figures_left_out: usize,
    network: Option<Picture>,
    /// The disputes about it: number and id.
    disputes: Vec<(usize, String)>,
}

#[derive(Debug, Serialize)]
struct Row {
    counted: String,
    range: String,
    best: String,
}

impl Happening {
    /// An event that there is something to tell of.
    pub(super) fn new(
        event: &Event,
        network: Option<Picture>,
        disputes: Vec<(usize, String)>,
        index: &Index<'_>,
    ) -> Self {
        let figures = event.figures.iter().take(FIGURES).map(|figure| Row {
            counted: first_of(&figure.counted(), 120),
            range: figure.range(),
            best: figure
                .best
                .map_or_else(String::new, |best| best.to_string()),
        });
        Self {
            id: event.id.to_string(),
            label: first_of(&event.label, 300),
            documents: Count(event.documents.len(), "document").to_string(),
            figures: figures.collect(),
            figures_left_out: event.figures.len().saturating_sub(FIGURES),
            network: network.map(|picture| picture.linked(|claim| index.place(claim))),
            disputes,
        }
    }
}
