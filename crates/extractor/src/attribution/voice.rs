use std::sync::Arc;

use super::Attribution;
use crate::{Span, Stance};

/// A chain of speakers is read this deep.
const CHAIN: usize = 8;

/// Answers who speaks any words of a document.
pub(crate) struct Voices<'a> {
    attributions: &'a [Attribution],
    /// For each attribution how far it and all before it reach.
    reach: Vec<usize>,
}

impl<'a> Voices<'a> {
    /// Of attributions in the order of their content.
    pub(crate) fn new(attributions: &'a [Attribution]) -> Self {
        let reach = attributions
            .iter()
            .scan(0, |reach, attribution| {
                *reach = attribution.content.end().max(*reach);
                Some(*reach)
            })
            .collect();
        Self {
            attributions,
            reach,
        }
    }

    /// The attributions around `span`, the outermost first.
    pub(crate) fn around(&self, span: Span) -> Vec<&'a Attribution> {
        let end = self
            .attributions
            .partition_point(|attribution| attribution.content.start() <= span.start());
        let mut around: Vec<_> = (0..end)
            .rev()
            .take_while(|&at| self.reach[at] >= span.end())
            .map(|at| &self.attributions[at])
            .filter(|attribution| attribution.content.covers(span))
            .take(CHAIN)
            .collect();
        around.reverse();
        around.sort_by_key(|attribution| std::cmp::Reverse(attribution.content.len()));
        around
    }

    /// Who says these words, from the outermost relayer to the one who is quoted last, and that
    /// one's attitude; no speaker is the outlet's own voice.
    pub(crate) fn speakers(&self, span: Span) -> (Vec<Arc<str>>, Stance) {
        let around = self.around(span);
        let stance = around
            .last()
            .map_or(Stance::Asserts, |attribution| attribution.stance);
        let mut speakers: Vec<Arc<str>> = around
            .into_iter()
            .filter_map(|attribution| attribution.speaker.clone())
            .collect();
        speakers.dedup();
        (speakers, stance)
    }
}
