//! Drawings of what the sources say: geometry only; colours and letters are a style sheet's.

mod lettering; // how wide words are
mod glyph; // a shape for each side
mod scale; // numbers to places on an axis
mod row; // a figure with its voice
mod intervals; // figures on one axis
mod timeline; // figures by day of publication
mod network; // claims and what contradicts what

use std::fmt;

use rashomon_extractor::ClaimId;
use serde::Serialize;

use super::template;

pub(crate) use self::{
    glyph::{outlines, swatch},
    intervals::intervals,
    network::network,
    row::{rows, told},
    timeline::timeline,
};

/// The width of all drawings: that of a telephone held upright, so that letters stay readable there.
const WIDTH: i32 = 360;

/// The colours and letters of all drawings.
pub(super) const STYLE: &str = include_str!("../../../assets/picture.css");

/// A drawing; shown alone it is an SVG file.
#[derive(Debug, Serialize)]
pub(crate) struct Picture {
    /// In units that are pixels on a telephone.
    pub width: i32,
    /// In the same units.
    pub height: i32,
    /// What it shows, in a few words.
    pub title: String,
    /// What it shows, for those who cannot see it.
    pub about: String,
    pub groups: Vec<Group>,
}

/// Shapes that mean one thing together.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Group {
    pub class: String,
    /// What it means, in full.
    pub title: Option<String>,
    /// The claim that it shows.
    #[serde(skip)]
    pub claim: Option<ClaimId>,
    /// Where it leads.
    pub href: Option<String>,
    pub shapes: Vec<Shape>,
}

/// One shape, in whole units.
#[derive(Debug, Serialize)]
#[serde(tag = "shape", rename_all = "snake_case")]
pub(crate) enum Shape {
    Line {
        class: &'static str,
        x1: i32,
        y1: i32,
        x2: i32,
        y2: i32,
    },
    Rect {
        class: &'static str,
        x: i32,
        y: i32,
        width: i32,
        height: i32,
    },
    Path {
        class: &'static str,
        d: String,
    },
    Text {
        class: &'static str,
        x: i32,
        y: i32,
        anchor: Anchor,
        words: String,
    },
}

/// Which end of some words stands at their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

impl Group {
    fn new(class: impl Into<String>) -> Self {
        Self {
            class: class.into(),
            ..Self::default()
        }
    }

    fn line(&mut self, class: &'static str, from: (i32, i32), to: (i32, i32)) {
        self.shapes.push(Shape::Line {
            class,
            x1: from.0,
            y1: from.1,
            x2: to.0,
            y2: to.1,
        });
    }

    fn text(&mut self, class: &'static str, at: (i32, i32), anchor: Anchor, words: String) {
        let (x, y) = at;
        self.shapes.push(Shape::Text {
            class,
            x,
            y,
            anchor,
            words,
        });
    }

    fn path(&mut self, class: &'static str, d: String) {
        self.shapes.push(Shape::Path { class, d });
    }
}

impl Picture {
    /// The same drawing, where each claim leads to its place.
    pub(crate) fn linked(mut self, place: impl Fn(ClaimId) -> Option<String>) -> Self {
        for group in &mut self.groups {
            group.href = group.claim.and_then(&place);
        }
        self
    }
}

/// The class of a side's colour; those who stand on none have none.
fn colour(side: Option<usize>) -> String {
    side.map_or_else(
        || "none".to_owned(),
        |side| format!("s{}", side % glyph::COLOURS),
    )
}

impl fmt::Display for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&template::alone(self).map_err(|_| fmt::Error)?)
    }
}
