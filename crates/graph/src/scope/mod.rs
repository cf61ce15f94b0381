//! Whether two claims speak of the same ground: group, place and days, axis by axis.

mod group; // children ⊂ civilians ⊂ people
mod place; // Saraqib ⊂ Idlib ⊂ Syria
mod window; // Monday ⊂ the month

pub(crate) use group::{group, group_key};
pub(crate) use place::place;
pub(crate) use window::window;

/// How the ground of one claim lies to that of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Extent {
    /// They cover the same.
    Same,
    /// As good as the same, if the words are taken loosely: refugees, Syrian refugees.
    Alike,
    /// The first contains the second.
    Wider,
    /// The second contains the first.
    Narrower,
    /// Neither contains the other.
    Apart,
}

impl Extent {
    /// The extent along two axes together: what is wider here and narrower there contains nothing.
    pub(crate) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Apart, _)
            | (_, Self::Apart)
            | (Self::Wider, Self::Narrower)
            | (Self::Narrower, Self::Wider) => Self::Apart,
            (Self::Wider, _) | (_, Self::Wider) => Self::Wider,
            (Self::Narrower, _) | (_, Self::Narrower) => Self::Narrower,
            (Self::Alike, _) | (_, Self::Alike) => Self::Alike,
            (Self::Same, Self::Same) => Self::Same,
        }
    }

    /// Whether both cover the same, loosely or not.
    pub(crate) fn is_same(self) -> bool {
        matches!(self, Self::Same | Self::Alike)
    }

    /// The extent of the second to the first.
    #[cfg(test)]
    pub(crate) fn reversed(self) -> Self {
        match self {
            Self::Wider => Self::Narrower,
            Self::Narrower => Self::Wider,
            Self::Same | Self::Alike | Self::Apart => self,
        }
    }
}
