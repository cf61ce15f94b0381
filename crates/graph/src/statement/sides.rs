//! Who stands where: the claims that clash together, by what they answer.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_extractor::Polarity;

use super::{
    Clash, Kind, Part, Said,
    party::{Alike, alike},
    statement,
};
use crate::{
    Dispute, DisputeId, DisputeKind, Severity, Side, Told, calendar, comparison::bound, quoted,
    relation,
};

/// The disputes of one kind among the statements of one family; pairs are by their places in it.
pub(super) fn disputes(
    parts: &[Part],
    kind: Kind,
    pairs: &[(usize, usize, Clash)],
    said: &[Said],
    told: &[Told],
) -> Vec<Dispute> {
    let links = pairs.iter().map(|&(a, b, _)| (a, b));
    bound(said.len(), links)
        .into_iter()
        .filter(|quarrel| quarrel.len() > 1)
        .filter_map(|quarrel| {
            let own = pairs.iter().filter(|(a, _, _)| quarrel.contains(a));
            let own: Vec<(usize, usize, Clash)> = own
                .map(|&(a, b, clash)| (said[a].claim, said[b].claim, clash))
                .collect();
            // the event that most of its claims belong to
            let part = most(quarrel.iter().map(|&place| said[place].part));
            let members: Vec<usize> = quarrel.iter().map(|&place| said[place].claim).collect();
            dispute(&parts[part], kind, &own, &members, told)
        })
        .collect()
}

fn most(parts: impl Iterator<Item = usize>) -> usize {
    let mut times: BTreeMap<usize, usize> = BTreeMap::new();
    for part in parts {
        *times.entry(part).or_default() += 1;
    }
    let most = times
        .into_iter()
        .max_by_key(|&(part, times)| (times, usize::MAX - part));
    most.map_or(0, |(part, _)| part)
}

fn dispute(
    part: &Part,
    kind: Kind,
    pairs: &[(usize, usize, Clash)],
    members: &[usize],
    told: &[Told],
) -> Option<Dispute> {
    let groups = match kind {
        Kind::Denial => by_polarity(members, told),
        Kind::Who => by_doer(members, told),
        Kind::Whom | Kind::Where | Kind::When | Kind::What => by_answer(kind, members, told),
    };
    if groups.len() < 2 {
        return None;
    }
    let sides: Vec<Side> = groups
        .iter()
        .map(|group| Side {
            answer: answer(kind, group, told),
            claims: group.iter().map(|&index| told[index].claim.id).collect(),
        })
        .collect();
    let side_of = |index: usize| groups.iter().position(|group| group.contains(&index));
    let hardest = pairs
        .iter()
        .filter(|(a, b, _)| side_of(*a) != side_of(*b))
        .min_by_key(|(_, _, clash)| clash.soft)?;
    let (a, b, clash) = hardest;
    let first = &told[*groups.first()?.first()?];
    Some(Dispute {
        id: DisputeId::of(&sides, &[]),
        event: part.event.id,
        kind: match kind {
            Kind::Denial => DisputeKind::Denial,
            Kind::Who | Kind::Whom => DisputeKind::Responsibility,
            Kind::Where => DisputeKind::Place,
            Kind::When => DisputeKind::Date,
            Kind::What => DisputeKind::Attribute,
        },
        severity: if clash.soft {
            Severity::Soft
        } else {
            Severity::Hard
        },
        measure: None,
        question: asked(kind, first),
        why: relation::relate(&told[*a], &told[*b]).why,
        sides,
        fits_several: Vec::new(),
        sum: None,
    })
}

/// "Is it so: “Russia complies with the deal”?"
fn asked(kind: Kind, first: &Told) -> String {
    let words = first.claim.evidence.quote.split_whitespace();
    let quote = words.collect::<Vec<_>>().join(" ");
    let asks = match kind {
        Kind::Denial => "Is it so",
        Kind::Who => "Who is responsible",
        Kind::Whom => "At whom was it aimed",
        Kind::Where => "Where was it",
        Kind::When => "On which day was it",
        Kind::What => "What was it",
    };
    format!("{asks}: {}?", quoted(&quote))
}

fn answer(kind: Kind, group: &[usize], told: &[Told]) -> String {
    let Some(&first) = group.first() else {
        return String::new();
    };
    let Some(said) = statement(&told[first]) else {
        return String::new();
    };
    match kind {
        Kind::Denial if said.polarity == Polarity::Affirmed => "yes".to_owned(),
        Kind::Denial => "no".to_owned(),
        Kind::Who => {
            let named = group.iter().filter_map(|&index| statement(&told[index]));
            let mut doers: BTreeSet<String> = named
                .filter(|said| !said.subject.is_empty())
                .map(|said| {
                    said.doer
                        .nation
                        .as_deref()
                        .unwrap_or(&said.subject)
                        .to_owned()
                })
                .collect();
            doers
                .pop_first()
                .unwrap_or_else(|| said.subject.to_string())
        }
        Kind::Where => said
            .site
            .as_ref()
            .map_or(String::new(), |site| site.words.to_string()),
        Kind::Whom => said.object.to_string(),
        Kind::What => said.kind.as_deref().unwrap_or_default().to_owned(),
        Kind::When => calendar::days(told[first].claim.scope.when).unwrap_or_default(),
    }
}

fn by_polarity(members: &[usize], told: &[Told]) -> Vec<Vec<usize>> {
    let (yes, no): (Vec<usize>, Vec<usize>) = members.iter().partition(|&&index| {
        statement(&told[index]).is_some_and(|said| said.polarity == Polarity::Affirmed)
    });
    vec![yes, no]
        .into_iter()
        .filter(|side| !side.is_empty())
        .collect()
}

/// Those who name the same doer stand on one side, and so do those of one camp of speakers, who may
/// name several; who could mean either stands with the first.
fn by_doer(members: &[usize], told: &[Told]) -> Vec<Vec<usize>> {
    let mut sides: Vec<Vec<usize>> = Vec::new();
    for &member in members {
        let alike_to = |&other: &usize| {
            let (Some(ours), Some(theirs)) = (statement(&told[member]), statement(&told[other]))
            else {
                return Alike::Open;
            };
            let spoken = told[member].speaker().is_some() && told[other].speaker().is_some();
            if spoken && alike(&ours.voice, &theirs.voice) == Alike::Same {
                return Alike::Same;
            }
            alike(&ours.doer, &theirs.doer)
        };
        let has = |side: &Vec<usize>, wanted| side.iter().any(|other| alike_to(other) == wanted);
        let same = sides.iter().position(|side| has(side, Alike::Same));
        let open = || sides.iter().position(|side| !has(side, Alike::Apart));
        match same.or_else(open) {
            Some(side) => sides[side].push(member),
            None => sides.push(vec![member]),
        }
    }
    sides
}

fn by_answer(kind: Kind, members: &[usize], told: &[Told]) -> Vec<Vec<usize>> {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for &index in members {
        groups
            .entry(answer(kind, &[index], told))
            .or_default()
            .push(index);
    }
    groups.into_values().collect()
}
