//! Which findings are told; everything is compared before anything is left out.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rashomon_extractor::{ClaimId, Place};
use rashomon_graph::EventId;

use super::{Dispute, Event, Report};

/// What the user wants to see; an empty selection is everything.
#[derive(Clone, Debug, Default)]
pub(crate) struct Selection {
    /// "e3", or words of the event's name.
    pub event: Option<String>,
    /// "killed"
    pub measure: Option<String>,
    /// The event lies there.
    pub place: Option<String>,
    /// The event reaches this day.
    pub since: Option<Date>,
    /// The outlet has a part in the dispute.
    pub outlet: Option<String>,
}

impl Selection {
    fn is_everything(&self) -> bool {
        let Self {
            event,
            measure,
            place,
            since,
            outlet,
        } = self;
        let words = [event, measure, place, outlet];
        words.iter().all(|word| word.is_none()) && since.is_none()
    }

    fn wants_event(&self, event: &Event) -> bool {
        let named = self.event.as_ref().is_none_or(|name| {
            event.id.to_string() == *name || fold(&event.label).contains(&fold(name))
        });
        let there = (self.place.as_ref()).is_none_or(|name| {
            event
                .place
                .as_ref()
                .is_some_and(|place| lies_in(place, name))
        });
        // an event without a last day may reach any day
        let reaches =
            (self.since).is_none_or(|since| event.when.to.is_none_or(|last| since <= last));
        named && there && reaches
    }

    fn wants_measure(&self, measure: Option<&str>) -> bool {
        (self.measure.as_ref())
            .is_none_or(|name| measure.is_some_and(|measure| fold(measure) == fold(name)))
    }

    fn wants_dispute(&self, dispute: &Dispute) -> bool {
        let heard = self.outlet.as_ref().is_none_or(|name| {
            let mut quotes = dispute.sides.iter().flat_map(|side| &side.quotes);
            quotes.any(|quote| fold(&quote.voice.outlet) == fold(name))
        });
        heard && self.wants_measure(dispute.measure.as_deref())
    }
}

impl Report {
    /// The same report with only what the user wants to see. Documents and problems stay.
    pub(crate) fn select(mut self, selection: &Selection) -> Self {
        if selection.is_everything() {
            return self;
        }
        self.events.retain(|event| selection.wants_event(event));
        let events: BTreeSet<EventId> = self.events.iter().map(|event| event.id).collect();
        self.disputes
            .retain(|dispute| events.contains(&dispute.event) && selection.wants_dispute(dispute));
        let in_dispute: BTreeSet<ClaimId> =
            (self.disputes.iter()).flat_map(Dispute::claims).collect();
        let by_outlet = selection.outlet.is_some();
        self.claims.retain(|claim| {
            let at_event = claim.events.iter().any(|event| events.contains(event));
            let counted = selection.wants_measure(claim.measure.as_deref());
            in_dispute.contains(&claim.id) || (!by_outlet && at_event && counted)
        });
        let claims: BTreeSet<ClaimId> = self.claims.iter().map(|claim| claim.id).collect();
        for event in &mut self.events {
            event.claims.retain(|claim| claims.contains(claim));
            (event.figures).retain(|figure| selection.wants_measure(Some(&figure.measure)));
        }
        self.relations
            .retain(|relation| relation.claims.iter().all(|claim| claims.contains(claim)));
        self
    }
}

fn lies_in(place: &Place, name: &str) -> bool {
    let name = fold(name);
    fold(&place.name) == name || place.within.iter().any(|outer| fold(outer) == name)
}

fn fold(name: &str) -> String {
    name.to_lowercase().replace(['_', '-'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    /// Events, disputes, claims and relations that are left.
    #[track_caller]
    fn check(selection: &Selection, expected: [usize; 4]) {
        let report = fixture::report().select(selection);
        let left = [
            report.events.len(),
            report.disputes.len(),
            report.claims.len(),
            report.relations.len(),
        ];
        assert_eq!(left, expected, "{selection:?}");
    }

    fn only() -> Selection {
        Selection::default()
    }

    #[test]
    fn an_empty_selection_is_everything() {
        check(&only(), [1, 1, 4, 3]);
    }

    #[test]
    fn a_place_holds_what_happened_within_it() {
        let place = |name: &str| Selection {
            place: Some(name.to_owned()),
            ..only()
        };
        check(&place("syria"), [1, 1, 4, 3]);
        check(&place("Hama"), [0, 0, 0, 0]);
    }

    #[test]
    fn a_measure_leaves_out_the_others() {
        let measure = |name: &str| Selection {
            measure: Some(name.to_owned()),
            ..only()
        };
        check(&measure("killed"), [1, 1, 3, 2]);
        check(&measure("wounded"), [1, 0, 1, 0]);
    }

    #[test]
    fn an_outlet_leaves_its_disputes() {
        let outlet = |name: &str| Selection {
            outlet: Some(name.to_owned()),
            ..only()
        };
        check(&outlet("northern wire"), [1, 1, 2, 1]);
        check(&outlet("The Lantern"), [1, 0, 0, 0]);
    }

    #[test]
    fn days_and_names_choose_events() {
        let since = |day: &str| Selection {
            since: day.parse().ok(),
            ..only()
        };
        check(&since("2020-02-03"), [1, 1, 4, 3]);
        check(&since("2020-02-04"), [0, 0, 0, 0]);
        let event = |name: &str| Selection {
            event: Some(name.to_owned()),
            ..only()
        };
        check(&event("e1"), [1, 1, 4, 3]);
        check(&event("Clash in"), [1, 1, 4, 3]);
        check(&event("e2"), [0, 0, 0, 0]);
    }
}
