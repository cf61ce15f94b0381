//! A figure by day of publication.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use jiff::civil::Date;
use rashomon_extractor::{Amount, Form};

use super::{
    Anchor, Group, Picture, WIDTH, colour,
    glyph::outline,
    lettering::{fitted, width},
    row::{Row, arrows, comparable, numbers, short_day},
    scale::Scale,
};

const TOP: i32 = 12;
const BOTTOM: i32 = 190;
const HEIGHT: i32 = 222;
const SMALL: i32 = 11;
/// The longest name of an outlet that is written beside its figure.
const NAME: i32 = 120;

/// What tells marks apart: day, side, ends, and how the figure is stated.
type Look = (Date, Option<usize>, [i32; 2], Form);

/// The figures of a dispute by day of publication, where they are of different days.
pub(crate) fn timeline(question: &str, rows: &[Row]) -> Option<Picture> {
    let dated: Vec<(Date, &Row)> = (rows.iter())
        .filter_map(|row| Some((row.day?, row)))
        .collect();
    let days: BTreeSet<Date> = dated.iter().map(|&(day, _)| day).collect();
    let (first, last) = (*days.first()?, *days.last()?);
    if first == last || !comparable(rows) {
        return None;
    }
    let told: Vec<Row> = dated.iter().map(|&(_, row)| row.clone()).collect();
    let scale = Scale::new(&numbers(&told), arrows(&told), BOTTOM, TOP);
    let ticks = scale.ticks();
    let widest = ticks.iter().map(|(_, words)| width(words, SMALL)).max()?;
    let (left, right) = (widest + 18, WIDTH - 16);
    let at = |day: Date| left + 8 + share(first, day, last, right - left - 8);
    let mut groups = vec![frame(&ticks, left, right), calendar(&days, &at)];
    let mut marks: BTreeMap<Look, Vec<&Row>> = BTreeMap::new();
    for (day, row) in dated {
        let key = (day, row.side, ends(row, &scale), row.quantity.form());
        marks.entry(key).or_default().push(row);
    }
    let mut taken = Vec::new();
    let marks: Vec<Mark<'_>> = (marks.into_iter())
        .map(|((day, side, ends, form), rows)| {
            let x = beside(at(day), ends, form, [left + 8, right], &mut taken);
            Mark {
                x,
                side,
                ends,
                form,
                rows,
            }
        })
        .collect();
    for mark in &marks {
        groups.push(mark.drawn(left, &mut taken));
    }
    let about = match rows.len() - told.len() {
        0 => format!("From {first} to {last}."),
        undated => format!("From {first} to {last}; {undated} without a day are not shown."),
    };
    Some(Picture {
        width: WIDTH,
        height: HEIGHT,
        title: format!("The figures by day of publication: {question}"),
        about,
        groups,
    })
}

fn share(first: Date, day: Date, last: Date, room: i32) -> i32 {
    let days = |from: Date, to: Date| from.until(to).map_or(0, |span| span.get_days());
    let all = days(first, last).max(1);
    (i64::from(room) * i64::from(days(first, day)) / i64::from(all)) as i32
}

/// Where the lower and the upper end of a figure stand; open ends stand at the stated one.
fn ends(row: &Row, scale: &Scale) -> [i32; 2] {
    let place = |amount: Amount| scale.at(amount.to_f64());
    let low = row.quantity.low().or(row.quantity.high());
    let high = row.quantity.high().or(row.quantity.low());
    let low = low.map_or(BOTTOM, place);
    [low, high.map_or(low, place)]
}

/// The nearest place to that of a day where a mark covers no other; its own where there is none.
fn beside(x: i32, ends: [i32; 2], form: Form, within: [i32; 2], taken: &mut Vec<[i32; 4]>) -> i32 {
    const STEPS: [i32; 9] = [0, 14, -14, 28, -28, 42, -42, 56, -56];
    let up = if form == Form::AtLeast { 18 } else { 7 };
    let down = if form == Form::AtMost { 18 } else { 7 };
    let room = |x: i32| [x - 7, ends[1] - up, x + 7, ends[0] + down];
    let free = STEPS.into_iter().map(|step| x + step).find(|&x| {
        let inside = within[0] <= x && x <= within[1];
        inside && !taken.iter().any(|other| meet(&room(x), other))
    });
    let x = free.unwrap_or(x);
    taken.push(room(x));
    x
}

/// Figures of one day that look alike.
struct Mark<'r> {
    x: i32,
    side: Option<usize>,
    ends: [i32; 2],
    form: Form,
    rows: Vec<&'r Row>,
}

impl Mark<'_> {
    fn drawn(&self, left: i32, taken: &mut Vec<[i32; 4]>) -> Group {
        let [low, high] = self.ends;
        let (x, y) = (self.x, i32::midpoint(low, high));
        let mut group = Group::new(colour(self.side));
        let told = self.rows.iter().take(3);
        let told: Vec<String> = told
            .map(|row| format!("{}: {}", row.quantity, row.voice))
            .collect();
        let more = match self.rows.len().saturating_sub(3) {
            0 => String::new(),
            more => format!("; and {more} more"),
        };
        group.title = Some(told.join("; ") + &more);
        group.claim = self.rows.first().map(|row| row.claim);
        if low != high {
            group.line("bar", (x, low), (x, high));
        }
        match self.form {
            Form::AtLeast => group.path(
                "arrow",
                format!(
                    "M{x} {y}V{0}M{1} {2}L{x} {0}L{3} {2}",
                    y - 16,
                    x - 4,
                    y - 12,
                    x + 4
                ),
            ),
            Form::AtMost => group.path(
                "arrow",
                format!(
                    "M{x} {y}V{0}M{1} {2}L{x} {0}L{3} {2}",
                    y + 16,
                    x - 4,
                    y + 12,
                    x + 4
                ),
            ),
            Form::Exact | Form::Range | Form::Approx | Form::Vague => {}
        }
        group.path("mark", outline(self.side, x, y));
        let name = self.name();
        if let Some((at, anchor)) = free([x, y], left, width(&name, SMALL), taken) {
            group.text("who", at, anchor, name);
        }
        group
    }

    /// "The Post", "The Post +2"
    fn name(&self) -> String {
        let outlets: BTreeSet<&str> = self.rows.iter().map(|row| row.outlet.as_str()).collect();
        let name = outlets.first().copied().unwrap_or_default();
        match outlets.len() {
            0 | 1 => fitted(name, SMALL, NAME),
            all => format!("{} +{}", fitted(name, SMALL, NAME - 24), all - 1),
        }
    }
}

/// A place beside a mark where a name covers nothing: right, left, above or below it.
fn free(
    [x, y]: [i32; 2],
    left: i32,
    width: i32,
    taken: &mut Vec<[i32; 4]>,
) -> Option<((i32, i32), Anchor)> {
    let tries = [
        ([x + 10, y - 7, x + 10 + width, y + 6], Anchor::Start),
        ([x - 10 - width, y - 7, x - 10, y + 6], Anchor::End),
        (
            [x - width / 2, y - 23, x + width / 2, y - 10],
            Anchor::Middle,
        ),
        (
            [x - width / 2, y + 10, x + width / 2, y + 23],
            Anchor::Middle,
        ),
    ];
    let (room, anchor) = tries.into_iter().find(|(room, _)| {
        let inside = room[0] >= left && room[1] >= 0 && room[2] <= WIDTH && room[3] <= BOTTOM + 7;
        inside && !taken.iter().any(|other| meet(room, other))
    })?;
    taken.push(room);
    let at = match anchor {
        Anchor::Start => room[0],
        Anchor::Middle => x,
        Anchor::End => room[2],
    };
    Some(((at, room[3] - 3), anchor))
}

fn meet(a: &[i32; 4], b: &[i32; 4]) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

/// Lines at round numbers, and the numbers.
fn frame(ticks: &[(i32, String)], left: i32, right: i32) -> Group {
    let mut group = Group::new("axis");
    group.line("base", (left, BOTTOM), (right + 8, BOTTOM));
    let mut grid = String::new();
    for (y, words) in ticks {
        let _ = write!(grid, "M{left} {y}H{}", right + 8);
        group.text("tick", (left - 6, y + 4), Anchor::End, words.clone());
    }
    group.path("grid", grid);
    group
}

/// The days under the figures, as many as have room; the first and the last before the others.
fn calendar(days: &BTreeSet<Date>, at: &dyn Fn(Date) -> i32) -> Group {
    let mut group = Group::new("axis");
    let mut taken: Vec<[i32; 2]> = Vec::new();
    let (first, last) = (days.first().copied(), days.last().copied());
    let between = days.iter().copied();
    for day in first.into_iter().chain(last).chain(between) {
        let words = short_day(Some(day));
        let half = width(&words, SMALL) / 2 + 1;
        let x = at(day).clamp(half, WIDTH - half);
        group.line("day", (at(day), BOTTOM), (at(day), BOTTOM + 4));
        if taken
            .iter()
            .any(|other| x - half - 6 < other[1] && other[0] < x + half + 6)
        {
            continue;
        }
        taken.push([x - half, x + half]);
        group.text("tick", (x, BOTTOM + 19), Anchor::Middle, words);
    }
    group
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_never_cover_each_other() {
        let mut taken = vec![[92, 92, 108, 108]];
        let first = free([100, 100], 0, 60, &mut taken);
        assert_eq!(first, Some(((110, 103), Anchor::Start)));
        let second = free([100, 100], 0, 60, &mut taken);
        assert_eq!(second, Some(((90, 103), Anchor::End)));
        free([100, 100], 0, 60, &mut taken);
        free([100, 100], 0, 60, &mut taken);
        assert_eq!(free([100, 100], 0, 60, &mut taken), None);
    }
}
