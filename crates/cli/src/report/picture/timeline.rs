//! A figure by day of publication.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rashomon_extractor::Amount;

use super::{
    Anchor, Group, Picture, WIDTH, colour,
    glyph::outline,
    lettering::{fitted, width},
    row::{Row, comparable, numbers},
    scale::Scale,
};

const TOP: i32 = 12;
const BOTTOM: i32 = 190;
const HEIGHT: i32 = 222;
const SMALL: i32 = 11;
/// The longest name of an outlet that is written beside its figure.
const NAME: i32 = 120;

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
    let scale = Scale::new(&numbers(&told), [false; 2], BOTTOM, TOP);
    let ticks = scale.ticks();
    let widest = ticks.iter().map(|(_, words)| width(words, SMALL)).max()?;
    let (left, right) = (widest + 18, WIDTH - 16);
    let at = |day: Date| left + 8 + share(first, day, last, right - left - 8);
    let mut groups = vec![frame(&ticks, left, right), calendar(&days, &at)];
    let mut marks: BTreeMap<(Date, Option<usize>, i32, i32), Vec<&Row>> = BTreeMap::new();
    for (day, row) in dated {
        let (low, high) = ends(row, &scale);
        marks
            .entry((day, row.side, low, high))
            .or_default()
            .push(row);
    }
    let mut taken: Vec<[i32; 4]> = (marks.keys())
        .map(|&(day, _, low, high)| {
            [
                at(day) - 8,
                high.min(low) - 8,
                at(day) + 8,
                low.max(high) + 8,
            ]
        })
        .collect();
    for ((day, side, low, high), rows) in &marks {
        groups.push(mark(at(*day), *side, *low, *high, rows, &mut taken));
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
fn ends(row: &Row, scale: &Scale) -> (i32, i32) {
    let place = |amount: Amount| scale.at(amount.to_f64());
    let low = row.quantity.low().or(row.quantity.high());
    let high = row.quantity.high().or(row.quantity.low());
    let low = low.map_or(BOTTOM, place);
    (low, high.map_or(low, place))
}

fn mark(
    x: i32,
    side: Option<usize>,
    low: i32,
    high: i32,
    rows: &[&Row],
    taken: &mut Vec<[i32; 4]>,
) -> Group {
    let mut group = Group::new(colour(side));
    let told: Vec<String> = (rows.iter().take(4))
        .map(|row| format!("{}: {}", row.quantity, row.voice))
        .collect();
    group.title = Some(told.join("; "));
    group.claim = rows.first().map(|row| row.claim);
    if low != high {
        group.line("bar", (x, low), (x, high));
    }
    let y = i32::midpoint(low, high);
    group.path("mark", outline(side, x, y));
    let outlets: BTreeSet<&str> = rows.iter().map(|row| row.outlet.as_str()).collect();
    let mut name = outlets.first().copied().unwrap_or_default().to_owned();
    if outlets.len() > 1 {
        name = format!("{} +{}", fitted(&name, SMALL, NAME - 20), outlets.len() - 1);
    }
    let name = fitted(&name, SMALL, NAME);
    if let Some((at, anchor)) = free(x, y, width(&name, SMALL), taken) {
        group.text("who", at, anchor, name);
    }
    group
}

/// A place beside a mark where a name covers nothing: right, left, above or below it.
fn free(x: i32, y: i32, width: i32, taken: &mut Vec<[i32; 4]>) -> Option<((i32, i32), Anchor)> {
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
        let inside = room[0] >= 0 && room[1] >= 0 && room[2] <= WIDTH && room[3] <= BOTTOM;
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
    for (y, words) in ticks {
        group.line("grid", (left, *y), (right + 8, *y));
        group.text("tick", (left - 6, y + 4), Anchor::End, words.clone());
    }
    group
}

/// The days under the figures, as many as have room; the first and the last before the others.
fn calendar(days: &BTreeSet<Date>, at: &dyn Fn(Date) -> i32) -> Group {
    let mut group = Group::new("axis");
    let mut taken: Vec<[i32; 2]> = Vec::new();
    let (first, last) = (days.first().copied(), days.last().copied());
    let between = days.iter().copied();
    for day in first.into_iter().chain(last).chain(between) {
        let words = day.strftime("%-d %b %Y").to_string();
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
        let first = free(100, 100, 60, &mut taken);
        assert_eq!(first, Some(((110, 103), Anchor::Start)));
        let second = free(100, 100, 60, &mut taken);
        assert_eq!(second, Some(((90, 103), Anchor::End)));
        free(100, 100, 60, &mut taken);
        free(100, 100, 60, &mut taken);
        assert_eq!(free(100, 100, 60, &mut taken), None);
    }
}
