//! Disputes about statements: who did it, who denies it, what is so.
//!
//! The statements of the documents of one event are compared family by family; standing questions
//! (who keeps the agreement) also across the events of one affair. Two statements clash where they
//! speak of one deed and cannot both be so; what clashes together is one dispute.

mod clash; // why two statements cannot both be so
mod party; // whether two parties are one
mod sides; // who stands where

use std::collections::BTreeMap;

use rashomon_extractor::{Content, Stance, Statement};

use crate::{Dispute, Event, Told, calendar};

pub(crate) use clash::{Clash, Kind, clash};

/// So many statements of one family are compared in pairs.
const COMPARED: usize = 256;

/// Events that were reported within so many days of each other may belong to one affair.
const AFFAIR: i32 = 45;

/// The statements that the main documents of one event make.
#[derive(Debug)]
pub(crate) struct Part<'e> {
    pub(crate) event: &'e Event,
    pub(crate) claims: Vec<usize>,
}

/// A statement with the event of its document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Said {
    /// Its part.
    part: usize,
    /// Its claim.
    claim: usize,
}

/// Disputes among the statements of a run.
pub(crate) fn disputes(parts: &[Part], told: &[Told]) -> Vec<Dispute> {
    let mut families: BTreeMap<(&str, &str, usize), Vec<Said>> = BTreeMap::new();
    for (place, part) in parts.iter().enumerate() {
        for &claim in &part.claims {
            let Some(statement) = statement(&told[claim]) else {
                continue;
            };
            if told[claim].claim.stance == Stance::Expects {
                continue;
            }
            // a standing question is asked in the whole country
            let land = match &part.event.place {
                Some(place) if statement.standing => &**place.root(),
                _ => "",
            };
            let event = if land.is_empty() { place } else { usize::MAX };
            let family = clash::question(&statement.predicate);
            let said = Said { part: place, claim };
            families
                .entry((family, land, event))
                .or_default()
                .push(said);
        }
    }
    families
        .values()
        .flat_map(|said| of_family(parts, &said[..said.len().min(COMPARED)], told))
        .collect()
}

fn of_family(parts: &[Part], said: &[Said], told: &[Told]) -> Vec<Dispute> {
    let mut clashes: BTreeMap<Kind, Vec<(usize, usize, Clash)>> = BTreeMap::new();
    for (i, a) in said.iter().enumerate() {
        for (j, b) in said.iter().enumerate().skip(i + 1) {
            let far = a.part != b.part;
            if far && !told_together(&told[a.claim], &told[b.claim]) {
                continue;
            }
            if let Some(found) = clash(&told[a.claim], &told[b.claim], far) {
                clashes.entry(found.kind).or_default().push((i, j, found));
            }
        }
    }
    clashes
        .into_iter()
        .flat_map(|(kind, pairs)| sides::disputes(parts, kind, &pairs, said, told))
        .collect()
}

/// Whether two documents may speak of one affair.
fn told_together(a: &Told, b: &Told) -> bool {
    match (a.published, b.published) {
        (Some(a), Some(b)) => calendar::days_between(a.day, b.day).abs() <= AFFAIR,
        _ => true,
    }
}

pub(crate) fn statement<'a>(told: &Told<'a>) -> Option<&'a Statement> {
    match &told.claim.content {
        Content::Statement(statement) => Some(statement),
        Content::Count(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use rashomon_extractor::{Document, Lexicon, read};

    use crate::{DisputeKind, Options, Severity, find};

    /// Two articles of one day, and the disputes between them: kind, and whether a reading reconciles them.
    #[track_caller]
    fn check(a: &str, b: &str, expected: &[(DisputeKind, Severity)]) {
        let article = |name: &str, text: &str| {
            let document = Document::new(name, text).published("2021-05-20".parse().unwrap());
            read(Lexicon::builtin(), &document)
        };
        let found = find(&[article("a", a), article("b", b)], Options::default());
        let found: Vec<(DisputeKind, Severity)> = found
            .disputes
            .iter()
            .map(|d| (d.kind, d.severity))
            .collect();
        assert_eq!(found, expected, "{a} × {b}");
    }

    #[test]
    fn what_one_affirms_and_another_denies_is_disputed() {
        check(
            "Kenya complied with the border treaty, Kenyan officials said on Monday.",
            "Kenya violated the border treaty, Ugandan officials said on Monday.",
            &[(DisputeKind::Denial, Severity::Hard)],
        );
    }

    #[test]
    fn each_may_say_that_the_other_did_it() {
        check(
            "Kenya violated the border treaty, Ugandan officials said on Monday.",
            "Uganda violated the border treaty, Kenyan officials said on Monday.",
            &[(DisputeKind::Responsibility, Severity::Hard)],
        );
    }

    #[test]
    fn one_voice_and_other_deeds_are_no_dispute() {
        check(
            "Kenya violated the border treaty, Ugandan officials said on Monday.",
            "Somalia violated the border treaty, the Ugandan army said on Monday.",
            &[],
        );
        check(
            "Kenyan soldiers bombed the harbour of Lamu on Monday, fishermen said.",
            "Somali soldiers bombed the school of Lamu on Monday, teachers said.",
            &[],
        );
    }
}
