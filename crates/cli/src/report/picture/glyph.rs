//! A shape for each side, so that nobody needs the colours.

/// How many colours there are before they come round again.
pub(super) const COLOURS: usize = 6;
const SHAPES: usize = 5;

/// The outline of a side's mark around a point: one of five shapes; a ring for those on no side.
pub(super) fn outline(side: Option<usize>, x: i32, y: i32) -> String {
    let Some(side) = side else {
        return disc(x, y, 5);
    };
    let (left, right, top, bottom) = (x - 5, x + 5, y - 5, y + 5);
    match side % SHAPES {
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

/// All outlines, to be drawn once and shown again: [`swatch`] names them.
pub(crate) fn outlines() -> Vec<String> {
    (0..SHAPES).map(|side| outline(Some(side), 8, 8)).collect()
}

/// A side's mark alone, to stand beside its answer: the number of its colour, and of its outline.
pub(crate) fn swatch(side: usize) -> (usize, usize) {
    (side % COLOURS, side % SHAPES)
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
        let looks: std::collections::BTreeSet<_> = (0..30).map(swatch).collect();
        assert_eq!(looks.len(), 30);
    }
}
