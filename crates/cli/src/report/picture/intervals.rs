//! Figures as intervals on one axis: a point, a bar, an arrow for "at least", a fade for "about".

use std::{collections::BTreeSet, fmt::Write as _};

use rashomon_extractor::{Amount, Form, Quantity};

use super::{
    super::words::Count,
    Anchor, Group, Picture, Shape, WIDTH, colour,
    glyph::outline,
    lettering::{fitted, width},
    row::{Row, arrows, comparable, numbers, short_day},
    scale::Scale,
};

/// Figures that are drawn of a side.
const SHOWN: usize = 6;
/// The height of a figure: a line of words, and its mark under them.
const ROW: i32 = 40;
const LETTERS: i32 = 12;
const SMALL: i32 = 11;
const LEFT: i32 = 14;
const RIGHT: i32 = WIDTH - 14;

/// The figures of a dispute on one axis, or nothing where they are of different units.
pub(crate) fn intervals(question: &str, rows: &[Row]) -> Option<Picture> {
    if rows.len() < 2 || !comparable(rows) {
        return None;
    }
    let scale = Scale::new(&numbers(rows), arrows(rows), LEFT, RIGHT);
    let mut drawn = Vec::new();
    let mut y = 4;
    for side in sides(rows) {
        let of_side: Vec<&Row> = rows.iter().filter(|row| row.side == side).collect();
        if side.is_none() {
            drawn.push(note("Fits more than one answer:".to_owned(), y));
            y += 20;
        }
        let (shown, hidden) = choice(of_side);
        for row in shown {
            drawn.push(figure(row, y, &scale));
            y += ROW;
        }
        if hidden > 0 {
            drawn.push(note(format!("and {hidden} more"), y));
            y += 20;
        }
        y += 4;
    }
    let mut groups = vec![axis(&scale, y)];
    groups.append(&mut drawn);
    let tenfold = if scale.tenfold { 16 } else { 0 };
    Some(Picture {
        width: WIDTH,
        height: y + 26 + tenfold,
        title: format!("The figures on one axis: {question}"),
        about: about(rows),
        groups,
    })
}

fn sides(rows: &[Row]) -> Vec<Option<usize>> {
    let mut sides: Vec<Option<usize>> = Vec::new();
    for row in rows {
        if sides.last() != Some(&row.side) {
            sides.push(row.side);
        }
    }
    sides
}

/// Which figures of a side are drawn, the lowest first, and how many are not: each figure of an
/// outlet once, and each different figure before those that only repeat one.
fn choice(mut rows: Vec<&Row>) -> (Vec<&Row>, usize) {
    rows.sort_by_key(|row| {
        (
            row.quantity.allows().low,
            row.quantity.allows().high,
            row.day,
        )
    });
    let mut voices = BTreeSet::new();
    rows.retain(|row| voices.insert((&row.outlet, &row.quantity)));
    let all = rows.len();
    let mut told = BTreeSet::new();
    let (first, again): (Vec<&Row>, Vec<&Row>) =
        rows.into_iter().partition(|row| told.insert(&row.quantity));
    let mut shown: Vec<&Row> = first.into_iter().chain(again).take(SHOWN).collect();
    shown.sort_by_key(|row| {
        (
            row.quantity.allows().low,
            row.quantity.allows().high,
            row.day,
        )
    });
    let hidden = all - shown.len();
    (shown, hidden)
}

fn figure(row: &Row, top: i32, scale: &Scale) -> Group {
    let mut group = Group::new(colour(row.side));
    let words = row.quantity.to_string();
    group.title = Some(format!("{words}: {}", row.voice));
    group.claim = Some(row.claim);
    let room = RIGHT - LEFT;
    let words = fitted(&words, LETTERS, room / 2);
    let room = room - width(&words, LETTERS) - 12;
    let who = who(row, room);
    let line = top + 14;
    group.text("who", (LEFT - 8, line), Anchor::Start, who);
    group.text("what", (RIGHT + 8, line), Anchor::End, words);
    extent(&mut group, &row.quantity, row.side, top + 27, scale);
    group
}

/// "Hulusi Akar, Northern Wire · 4 Feb 2020", without the speaker where there is no room.
fn who(row: &Row, room: i32) -> String {
    let who = format!("{} · {}", row.outlet, short_day(row.day));
    let with_speaker = row
        .speaker
        .as_ref()
        .map(|speaker| format!("{speaker}, {who}"));
    match with_speaker {
        Some(words) if width(&words, LETTERS) <= room => words,
        _ => fitted(&who, LETTERS, room),
    }
}

/// The numbers that a figure allows, drawn at a height.
fn extent(group: &mut Group, quantity: &Quantity, side: Option<usize>, y: i32, scale: &Scale) {
    let place = |amount: Option<Amount>| amount.map(|amount| scale.at(amount.to_f64()));
    let allows = quantity.allows();
    let (low, high) = (place(allows.low), place(allows.high));
    match quantity.form() {
        Form::Exact | Form::Range => {
            let (low, high) = (low.unwrap_or(LEFT), high.unwrap_or(RIGHT));
            if high > low {
                group.line("bar", (low, y), (high, y));
            }
            mark(group, side, low, y, allows.low_open);
            if high > low {
                mark(group, side, high, y, allows.high_open);
            }
        }
        Form::AtLeast => {
            let low = low.unwrap_or(LEFT);
            group.line("bar", (low, y), (RIGHT, y));
            group.path(
                "arrow",
                format!("M{} {}L{} {y}L{} {}", RIGHT, y - 6, RIGHT + 7, RIGHT, y + 6),
            );
            mark(group, side, low, y, allows.low_open);
        }
        Form::AtMost => {
            let high = high.unwrap_or(RIGHT);
            group.line("bar", (LEFT, y), (high, y));
            group.path(
                "arrow",
                format!("M{LEFT} {}L{} {y}L{LEFT} {}", y - 6, LEFT - 7, y + 6),
            );
            mark(group, side, high, y, allows.high_open);
        }
        Form::Approx => {
            let stated = place(quantity.low()).unwrap_or(LEFT);
            fade(group, low.unwrap_or(LEFT), stated, high.unwrap_or(RIGHT), y);
            mark(group, side, stated, y, false);
        }
        Form::Vague => {
            let (low, end) = (low.unwrap_or(LEFT), high.unwrap_or(RIGHT));
            group.shapes.push(Shape::Rect {
                class: "vague",
                x: low,
                y: y - 5,
                width: (end - low).max(4),
                height: 10,
            });
            if high.is_none() {
                group.path(
                    "arrow",
                    format!("M{} {}L{} {y}L{} {}", RIGHT, y - 6, RIGHT + 7, RIGHT, y + 6),
                );
            }
        }
    }
}

fn mark(group: &mut Group, side: Option<usize>, x: i32, y: i32, open: bool) {
    let class = if open { "mark open" } else { "mark" };
    group.path(class, outline(side, x, y));
}

/// Layers that grow lighter away from the stated figure.
fn fade(group: &mut Group, low: i32, stated: i32, high: i32, y: i32) {
    const LAYERS: i32 = 4;
    for layer in 1..=LAYERS {
        let x = stated - (stated - low) * layer / LAYERS;
        let end = stated + (high - stated) * layer / LAYERS;
        group.shapes.push(Shape::Rect {
            class: "fade",
            x: x.min(stated - layer),
            y: y - 5,
            width: (end - x).max(2 * layer),
            height: 10,
        });
    }
}

fn note(words: String, top: i32) -> Group {
    let mut group = Group::new("remark");
    group.text("", (LEFT - 8, top + 13), Anchor::Start, words);
    group
}

/// The axis under the figures: lines at round numbers, and as many of the numbers as have room.
fn axis(scale: &Scale, y: i32) -> Group {
    let mut group = Group::new("axis");
    group.line("base", (LEFT - 8, y), (RIGHT + 8, y));
    let mut grid = String::new();
    let mut free = i32::MIN;
    for (x, words) in scale.ticks() {
        let _ = write!(grid, "M{x} 4V{y}");
        let half = width(&words, SMALL) / 2 + 1;
        // the first and the last may stand at the edge, but not beyond it
        let at = x.clamp(half, WIDTH - half);
        if at - half < free {
            continue;
        }
        free = at + half + 8;
        group.text("tick", (at, y + 15), Anchor::Middle, words);
    }
    group.path("grid", grid);
    if scale.tenfold {
        let words = "each line is ten times the one before";
        group.text(
            "tick",
            (WIDTH / 2, y + 31),
            Anchor::Middle,
            words.to_owned(),
        );
    }
    group
}

fn about(rows: &[Row]) -> String {
    let several = rows.iter().filter(|row| row.side.is_none()).count();
    let sides = sides(rows).iter().flatten().count();
    let figures = Count(rows.len(), "figure");
    match several {
        0 => format!("{figures} on {sides} sides"),
        _ => format!("{figures} on {sides} sides, {several} of them fitting more than one answer"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_drawn_of_one_figure() {
        assert!(intervals("How many?", &[]).is_none());
    }
}
