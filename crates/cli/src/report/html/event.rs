//! An event as the page shows it: its figures, and its claims as a network.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{
    super::{
        Event,
        picture::{Picture, timeline, told},
        words::Count,
    },
    excerpt::first_of,
    page::Page,
};

/// Figures that are shown of an event.
const FIGURES: usize = 15;
/// Figures of an event that are drawn by day.
const TIMELINES: usize = 3;

#[derive(Debug, Serialize)]
pub(super) struct Happening {
    id: String,
    label: String,
    documents: String,
    figures: Vec<Row>,
    figures_left_out: usize,
    network: Option<Picture>,
    /// Figures that nobody disputes but that moved, by day.
    timelines: Vec<(String, Picture)>,
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
        measures: &BTreeSet<&str>,
        page: &Page<'_>,
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
            network: network.map(|picture| picture.linked(|claim| page.place(claim))),
            timelines: timelines(event, measures, page),
            disputes,
        }
    }
}

/// The figures of an event that moved from day to day and are no dispute of their own.
fn timelines(event: &Event, measures: &BTreeSet<&str>, page: &Page<'_>) -> Vec<(String, Picture)> {
    let calm = (event.figures.iter()).filter(|figure| !measures.contains(figure.measure.as_str()));
    let drawn = calm.filter_map(|figure| {
        let rows = told(figure, &page.index);
        let moved = rows
            .windows(2)
            .any(|two| two[0].quantity != two[1].quantity);
        let counted = first_of(&figure.counted(), 120);
        let picture = moved.then(|| timeline(&counted, &rows)).flatten()?;
        Some((counted, picture.linked(|claim| page.place(claim))))
    });
    drawn.take(TIMELINES).collect()
}
