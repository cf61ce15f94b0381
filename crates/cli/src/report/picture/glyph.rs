//! A shape for each side, so that nobody needs the colours.

use super::{Group, Picture, colour};

/// How many colours there are before they come round again.
pub(super) const COLOURS: usize = 6;

/// The outline of a side's mark around a point: one of five shapes; a ring for those on no side.
pub(super) fn outline(side: Option<usize>, x: i32, y: i32) -> String {
    let Some(side) = side else {
        return disc(x, y, 5);
    };
    let (left, right, top, bottom) = (x - 5, x + 5, y - 5, y + 5);
    match side % 5 {
        0 => disc(x, y, 6),
        1 => format!("M{left} {top}H{right}V{bottom}H{left}Z"),
        2 => format!("M{x} {}L{} {y}L{x} {}L{} {y}Z", y - 7, x + 7, y + 7, x - 7),
        3 => format!("M{x} {}L{} {bottom}H{}Z", top - 1, right + 1, left - 1),
        _ => format!("M{x} {}L{} {top}H{}Z", bottom + 1, right + 1, left - 1),
    }
}

fn disc(x: i32, y: i32, r: i32) -> String {
    format!(
        "M{} {y}a{r} {r} 0 1 0 {} 0a{r} {r} 0 1 0 -{} 0Z",
        x - r,
        2 * r,
        2 * r
    )
}

/// A side's mark alone, to stand beside its answer.
pub(crate) fn swatch(side: Option<usize>) -> Picture {
    let mut group = Group::new(colour(side));
    group.path("mark", outline(side, 8, 8));
    Picture {
        width: 16,
        height: 16,
        title: String::new(),
        about: String::new(),
        groups: vec![group],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_differ_in_shape() {
        let shapes: Vec<String> = (0..5).map(|side| outline(Some(side), 0, 0)).collect();
        for (index, shape) in shapes.iter().enumerate() {
            assert!(!shapes[..index].contains(shape), "{shape}");
        }
    }

    #[test]
    fn thirty_sides_are_told_apart() {
        let look = |side: usize| (colour(Some(side)), outline(Some(side), 0, 0));
        let looks: std::collections::BTreeSet<_> = (0..30).map(look).collect();
        assert_eq!(looks.len(), 30);
    }
}
