use super::*;
use crate::{Content, Polarity};

/// One statement a line: "subject predicate object", denied ones with "not", then who says so.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let article = crate::read(Lexicon::builtin(), &Document::new("d", text));
    let found: Vec<String> = article
        .claims
        .iter()
        .filter_map(|claim| match &claim.content {
            Content::Statement(statement) => Some((claim, statement)),
            Content::Count(_) => None,
        })
        .map(|(claim, statement)| {
            let not = match statement.polarity {
                Polarity::Affirmed => "",
                Polarity::Denied => "not ",
            };
            let said = format!(
                "{} {not}{} {}",
                statement.subject, statement.predicate, statement.object
            );
            match claim.speakers.last() {
                Some(speaker) => format!("{}, says {speaker}", said.trim()),
                None => said.trim().to_owned(),
            }
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_deed_has_its_parties_in_every_voice() {
    check("Chad informed Sudan.", &["Chad notified Sudan"]);
    check(
        "The camp was bombed by the rebels.",
        &["the rebels attacked The camp"],
    );
    check(
        "The raid on the camp was carried out by the rebels.",
        &["the rebels attacked the camp"],
    );
    check(
        "The mayor blamed the rebels for the blaze.",
        &["the rebels responsible the blaze, says mayor"],
    );
}

#[test]
fn what_did_not_happen_is_denied() {
    check(
        "Peru failed to honour its promise.",
        &["Peru not complied its promise"],
    );
    check(
        "Peru never violated the truce.",
        &["Peru complied the truce"],
    );
    check(
        "Ships left without notifying the harbour office.",
        &["Ships not notified the harbour office"],
    );
    check(
        "No one promised to leave the rebels alone.",
        &["No one not agreed the rebels"],
    );
}

#[test]
fn a_denial_and_what_it_denies_are_two_claims() {
    check(
        "Activists said the army bombed the camp. The army denied the reports.",
        &[
            "the army attacked the camp, says Activists",
            "the army not attacked the camp, says The army",
        ],
    );
    check(
        "“Peru and Chile agreed to leave the rebels alone,” Roe said. “This is not true.”",
        &[
            "Peru and Chile agreed the rebels, says others",
            "Peru and Chile not agreed the rebels, says Roe",
        ],
    );
}

#[test]
fn what_may_be_or_is_asked_is_no_statement() {
    check("Rebels threatened to bomb the station.", &[]);
    check("The army should inform the ministry.", &[]);
    check("Did the rebels bomb the station?", &[]);
    check("Police asked whether the fire was deliberate.", &[]);
    check(
        "Planes were shot down by rebels or crashed because of technical faults.",
        &[],
    );
}

#[test]
fn governments_act_for_their_countries() {
    let text =
        "Russian President Ivan Roe said Ankara violated the truce. Roe was not told of the plan.";
    let article = crate::read(Lexicon::builtin(), &Document::new("d", text));
    let doers: Vec<Option<&str>> = article
        .claims
        .iter()
        .filter_map(|claim| match &claim.content {
            Content::Statement(statement) => Some(statement.doer.nation.as_deref()),
            Content::Count(_) => None,
        })
        .collect();
    assert_eq!(doers, [Some("Turkey"), Some("Russia")]);
}
