//! Pins of a desk.

use rashomon_extractor::DocumentId;

use super::*;
use crate::told::tests::articles;

const CLASH: &str = "killed 6 soldiers; in Idlib, Syria; on 2020-02-03; about clash:idlib saraqib howitzer reinforcements convoy";
const QUAKE: &str = "killed 31 villagers; in Elazig, Turkey; on 2020-01-24; about earthquake:elazig rubble rescuers magnitude tremor";

/// How many events documents are mainly about.
#[track_caller]
fn check(lines: [&str; 3], pins: &Pins, expected: [usize; 3]) {
    let articles = articles(&lines.join("\n"));
    let findings = find_pinned(&articles, Options::default(), pins);
    let mut events: Vec<EventId> = Vec::new();
    let numbers = articles.iter().map(|article| {
        let event = findings.main_event[&article.document];
        let known = events.iter().position(|known| *known == event);
        known.unwrap_or_else(|| {
            events.push(event);
            events.len() - 1
        })
    });
    assert_eq!(numbers.collect::<Vec<_>>(), expected);
}

fn ids(numbers: &[usize]) -> Vec<DocumentId> {
    let all = articles("killed 6 people\nkilled 6 people\nkilled 6 people");
    numbers.iter().map(|&at| all[at].document.clone()).collect()
}

#[test]
fn documents_that_are_held_together_tell_of_one_event() {
    check([CLASH, QUAKE, CLASH], &Pins::default(), [0, 1, 0]);
    let pins = Pins {
        same: vec![ids(&[0, 1])],
        ..Pins::default()
    };
    check([CLASH, QUAKE, CLASH], &pins, [0, 0, 0]);
}

#[test]
fn documents_that_are_held_apart_do_not() {
    let pins = Pins {
        different: vec![ids(&[0, 2])],
        ..Pins::default()
    };
    check([CLASH, QUAKE, CLASH], &pins, [0, 1, 2]);
}
