//! What a document is about: where, when, what happened, and the names that are special to it.

use std::{collections::BTreeMap, sync::Arc};

use crate::{Place, Window};

/// What a document is mainly about, as far as its headline and lead tell.
#[derive(Clone, Debug, Default)]
pub struct Topic {
    /// Kinds of happening, the most prominent first: clash, airstrike, earthquake.
    pub kinds: Vec<Arc<str>>,
    /// Places, the most prominent first.
    pub places: Vec<Place>,
    /// The days of its main event.
    pub when: Window,
    /// Content words and names in folded form, with how often they stand in the text.
    pub terms: BTreeMap<Arc<str>, u32>,
}
