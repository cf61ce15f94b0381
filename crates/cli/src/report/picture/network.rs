//! What an event's documents claim, and which claims contradict each other: names in a column,
//! arcs beside them.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_extractor::ClaimId;

use super::{
    super::{Event, Report, voice::file_name},
    Anchor, Group, Picture, WIDTH,
    lettering::fitted,
};

/// Claims that are drawn of an event.
const SHOWN: usize = 40;
const ROW: i32 = 20;
const LETTERS: i32 = 12;
/// Where the names end and the arcs begin.
const EDGE: i32 = 270;

/// The claims of an event that contradict or replace each other, or nothing where none do.
pub(crate) fn network(report: &Report, event: &Event) -> Option<Picture> {
    let of_event: BTreeSet<ClaimId> = event.claims.iter().copied().collect();
    let links: Vec<(ClaimId, ClaimId, &'static str, &str)> = (report.relations.iter())
        .filter(|relation| relation.claims.iter().all(|claim| of_event.contains(claim)))
        .filter_map(|relation| {
            let class = match relation.relation {
                "contradicts" => "contradicts",
                "updates" | "retracts" => "updates",
                _ => return None,
            };
            let [a, b] = relation.claims;
            Some((a, b, class, relation.why.as_str()))
        })
        .collect();
    let linked: BTreeSet<ClaimId> = links.iter().flat_map(|&(a, b, ..)| [a, b]).collect();
    let claims: Vec<_> = (report.claims.iter())
        .filter(|claim| linked.contains(&claim.id))
        .collect();
    if claims.is_empty() {
        return None;
    }
    let mut places: BTreeMap<ClaimId, i32> = BTreeMap::new();
    let mut names = Vec::new();
    let (mut y, mut document) = (0, None);
    for claim in claims.iter().take(SHOWN) {
        if document != Some(&claim.document) {
            document = Some(&claim.document);
            y += if y == 0 { 16 } else { 28 };
            let mut heading = Group::new("document");
            let told = report.document(&claim.document);
            let outlet = told.and_then(|document| document.outlet.clone());
            let mut name = outlet.unwrap_or_else(|| file_name(&claim.document));
            if let Some(published) = told.and_then(|document| document.published) {
                name = format!("{name} · {}", published.day.strftime("%-d %b %Y"));
            }
            heading.text(
                "who",
                (6, y),
                Anchor::Start,
                fitted(&name, LETTERS, WIDTH - 60),
            );
            names.push(heading);
        }
        y += ROW;
        places.insert(claim.id, y);
        let mut name = Group::new("claim");
        name.title = Some(claim.says());
        name.claim = Some(claim.id);
        let says = fitted(&claim.says(), LETTERS, EDGE - 26);
        name.text("says", (18, y), Anchor::Start, says);
        names.push(name);
    }
    if claims.len() > SHOWN {
        y += 24;
        let mut note = Group::new("note");
        let words = format!("and {} more claims", claims.len() - SHOWN);
        note.text("", (6, y), Anchor::Start, words);
        names.push(note);
    }
    let mut groups = arcs(&links, &places);
    groups.append(&mut names);
    let contradictions = links.iter().filter(|link| link.2 == "contradicts").count();
    Some(Picture {
        width: WIDTH,
        height: y + 12,
        title: format!("Which claims contradict each other: {}", event.label),
        about: format!(
            "{} claims; {contradictions} contradictions between them",
            claims.len()
        ),
        groups,
    })
}

/// An arc for each pair, the further apart the wider.
fn arcs(
    links: &[(ClaimId, ClaimId, &'static str, &str)],
    places: &BTreeMap<ClaimId, i32>,
) -> Vec<Group> {
    let lowest = places.values().copied().max().unwrap_or(1).max(1);
    let mut arcs = Vec::new();
    for &(a, b, class, why) in links {
        let (Some(&a), Some(&b)) = (places.get(&a), places.get(&b)) else {
            continue;
        };
        let (top, bottom) = (a.min(b) - 4, a.max(b) - 4);
        let reach = 16 + (WIDTH - EDGE - 24) * (bottom - top) / lowest;
        let mut arc = Group::new(class);
        arc.title = Some(why.to_owned());
        arc.path(
            "arc",
            format!(
                "M{EDGE} {top}C{0} {top} {0} {bottom} {EDGE} {bottom}",
                EDGE + reach * 4 / 3
            ),
        );
        arcs.push(arc);
    }
    arcs
}
