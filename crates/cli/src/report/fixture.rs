//! One small report that the tests of all formats share.

use rashomon_extractor::{
    Amount, Claim, ClaimId, Content, Document, EntryId, Evidence, Lexicon, Measure, Place,
    Quantity, Span, Window,
};
use rashomon_graph::{
    Axis, Dispute, DisputeId, DisputeKind, Event, EventId, Figure, Findings, Pair, Relation, Rule,
    Severity, Side,
};

use super::Report;
use crate::read::{Problem, Reading};

/// Two outlets, three claims, a dispute, an update and a pair that was let go.
pub(super) fn report() -> Report {
    let reading = Reading {
        documents: vec![
            Document::new(
                "wire.txt",
                "Clash on the border\n\nShells killed six soldiers on Monday, the \"army\" said. \
                 Nine villagers were hurt.\n",
            )
            .outlet("Northern Wire")
            .published("2020-02-04".parse().unwrap()),
            Document::new(
                "post.txt",
                "Eight soldiers were killed on\n\nMonday. The toll rose to <11> later.\n",
            ),
        ],
        problems: vec![Problem {
            document: "notes.jsonl".to_owned(),
            line: Some(3),
            message: "no `text` field; add one".to_owned(),
            fatal: true,
        }],
    };
    let findings = findings(&reading.documents);
    Report::new(&reading, &findings, Rule::Range)
}

fn findings(documents: &[Document]) -> Findings {
    let [wire, post] = documents else {
        unreachable!("the fixture has two documents");
    };
    let six = claim(1, wire, "six soldiers", "killed", 6, &["Northern Army"]);
    let eight = claim(2, post, "Eight soldiers", "killed", 8, &[]);
    let eleven = claim(3, post, "<11>", "killed", 11, &[]);
    let nine = claim(4, wire, "Nine villagers", "wounded", 9, &[]);
    let ids = [six.id, eight.id, eleven.id, nine.id];
    Findings {
        claims: vec![eight, eleven, six, nine],
        events: vec![event(&ids, documents)],
        main_event: documents
            .iter()
            .map(|d| (d.id.clone(), EventId(1)))
            .collect(),
        disputes: vec![Dispute {
            id: DisputeId(7),
            event: EventId(1),
            kind: DisputeKind::Count,
            severity: Severity::Hard,
            measure: Some(Measure::from("killed")),
            question: "How many soldiers were killed on 3 February 2020?".to_owned(),
            sides: vec![side("6", ids[0]), side("8", ids[1])],
            fits_several: Vec::new(),
            why: "6 and 8 are both exact".to_owned(),
            sum: None,
        }],
        relations: vec![
            pair(
                ids[0],
                ids[1],
                Relation::Contradicts,
                "6 and 8 are both exact",
            ),
            pair(ids[2], ids[1], Relation::Updates, "\"rose to\""),
            pair(
                ids[3],
                ids[0],
                Relation::DifferentScope(Axis::Measure),
                "wounded is not killed",
            ),
        ],
        ..Findings::default()
    }
}

fn claim(
    id: u64,
    document: &Document,
    quote: &str,
    measure: &str,
    number: i64,
    speakers: &[&str],
) -> Claim {
    let start = document.text.find(quote).unwrap();
    let span = Span::new(start, start + quote.len());
    // a claim that was read, with other words in it: fields that are not told here stay as they are
    let read = rashomon_extractor::read(
        Lexicon::builtin(),
        &Document::new("template", "Turkish jets killed six soldiers."),
    );
    let mut claim = read.claims[0].clone();
    claim.id = ClaimId(id);
    if let Content::Count(count) = &mut claim.content {
        count.measure = Measure::from(measure);
        count.group.name = "soldiers".into();
        count.quantity = Quantity::exactly(Amount::from(number));
    }
    claim.scope.place = Some(Place::new("Idlib", &["Syria"]));
    claim.scope.when = Window::day("2020-02-03".parse().unwrap());
    claim.speakers = speakers.iter().map(|&speaker| speaker.into()).collect();
    claim.evidence = Evidence {
        document: document.id.clone(),
        sentence: span,
        span,
        quote: quote.into(),
        entry: EntryId(format!("measures/{measure}").into()),
    };
    claim
}

fn event(claims: &[ClaimId], documents: &[Document]) -> Event {
    Event {
        id: EventId(1),
        label: "clash in Idlib, 3 February 2020".to_owned(),
        kind: Some("clash".into()),
        when: Window::day("2020-02-03".parse().unwrap()),
        place: Some(Place::new("Idlib", &["Syria"])),
        parts: Vec::new(),
        documents: documents.iter().map(|d| d.id.clone()).collect(),
        claims: claims.to_vec(),
        figures: vec![Figure {
            measure: Measure::from("killed"),
            group: "soldiers".into(),
            low: Some(Amount::from(6)),
            high: Some(Amount::from(11)),
            best: Some(Amount::from(11)),
            claims: claims[..3].to_vec(),
        }],
    }
}

fn side(answer: &str, claim: ClaimId) -> Side {
    Side {
        answer: answer.to_owned(),
        claims: vec![claim],
    }
}

fn pair(a: ClaimId, b: ClaimId, relation: Relation, why: &str) -> Pair {
    Pair {
        a,
        b,
        relation,
        revises: relation == Relation::Updates,
        why: why.to_owned(),
    }
}
