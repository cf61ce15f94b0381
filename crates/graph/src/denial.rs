//! The same deed, said and denied.

use std::collections::BTreeMap;

use rashomon_extractor::{Content, Polarity, Stance};

use crate::{
    Dispute, DisputeId, DisputeKind, Event, Relation, Severity, Side, Told, comparison::bound,
    question, relation::judge,
};

/// So many statements of one predicate are compared in pairs.
const COMPARED: usize = 256;

/// Disputes about whether something is so.
pub(crate) fn disputes(event: &Event, claims: &[usize], told: &[Told]) -> Vec<Dispute> {
    let mut by_predicate: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for &index in claims {
        if let Content::Statement(statement) = &told[index].claim.content {
            by_predicate
                .entry(&statement.predicate)
                .or_default()
                .push(index);
        }
    }
    by_predicate
        .values()
        .flat_map(|claims| of_predicate(event, &claims[..claims.len().min(COMPARED)], told))
        .collect()
}

fn of_predicate(event: &Event, claims: &[usize], told: &[Told]) -> Vec<Dispute> {
    let mut rivals = Vec::new();
    for (i, &a) in claims.iter().enumerate() {
        for (j, &b) in claims.iter().enumerate().skip(i + 1) {
            if judge(&told[a], &told[b]).relation == Relation::Contradicts {
                rivals.push((i, j));
            }
        }
    }
    let quarrels = bound(claims.len(), rivals).into_iter();
    quarrels
        .filter(|quarrel| quarrel.len() > 1)
        .filter_map(|quarrel| {
            let claims: Vec<usize> = quarrel.into_iter().map(|place| claims[place]).collect();
            dispute(event, &claims, told)
        })
        .collect()
}

fn dispute(event: &Event, claims: &[usize], told: &[Told]) -> Option<Dispute> {
    let first = &told[*claims.first()?];
    let Content::Statement(statement) = &first.claim.content else {
        return None;
    };
    let side = |answer: &str, held: bool| Side {
        answer: answer.to_owned(),
        claims: claims
            .iter()
            .filter(|&&index| holds(&told[index]) == held)
            .map(|&index| told[index].claim.id)
            .collect(),
    };
    let sides = vec![side("yes", true), side("no", false)];
    let rival = claims
        .iter()
        .map(|&index| &told[index])
        .find(|rival| holds(rival) != holds(first))?;
    let asked = format!(
        "{} {} {}",
        statement.subject, statement.predicate, statement.object
    );
    Some(Dispute {
        id: DisputeId::of(&sides, &[]),
        event: event.id,
        kind: DisputeKind::Denial,
        severity: Severity::Hard,
        measure: None,
        question: format!(
            "Is it so: {}{}?",
            asked.trim(),
            question::ground(event.place.as_ref(), event.when)
        ),
        why: crate::relation::relate(first, rival).why,
        sides,
        fits_several: Vec::new(),
        sum: None,
    })
}

fn holds(told: &Told) -> bool {
    match &told.claim.content {
        Content::Statement(statement) => {
            (statement.polarity == Polarity::Affirmed) == (told.claim.stance != Stance::Denies)
        }
        Content::Count(_) => true,
    }
}
