//! What an event's documents claim, and which claims contradict each other: names in a column,
//! arcs beside them.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_extractor::{ClaimId, DocumentId};

use super::{
    super::{
        Claim,
        network::{Cluster, Network, Question},
        voice::Voice,
    },
    Anchor, Group, Picture, WIDTH, colour,
    glyph::outline,
    lettering::{fitted, width},
    row::short_day,
};

/// Claims that are drawn of an event.
const SHOWN: usize = 40;
const ROW: i32 = 20;
const LETTERS: i32 = 12;
/// Where the names end at the latest, and the arcs begin.
const EDGE: i32 = 300;

/// Two claims that an arc joins, and what it means.
struct Link {
    claims: [ClaimId; 2],
    class: &'static str,
    means: String,
}

/// The claims of an event that contradict or replace each other, or nothing where none do.
pub(crate) fn network(
    network: &Network<'_>,
    cluster: &Cluster<'_>,
    contradicts: &BTreeMap<[ClaimId; 2], &str>,
) -> Option<Picture> {
    let sides: BTreeMap<ClaimId, usize> = sides(cluster);
    let mut claims: Vec<&Claim> = cluster
        .claims()
        .into_iter()
        .map(|(claim, _)| claim)
        .collect();
    claims.sort_by_key(|claim| (&claim.document, claim.span));
    let left_out = claims.len().saturating_sub(SHOWN);
    claims.truncate(SHOWN);
    let mut column = Column::default();
    for claim in &claims {
        column.name(claim, &network.index.voice(claim));
    }
    if left_out > 0 {
        column.y += 24;
        let mut note = Group::new("remark");
        note.text(
            "",
            (6, column.y),
            Anchor::Start,
            format!("and {left_out} more claims"),
        );
        column.names.push(note);
    }
    let edge = (column.widest + 34).min(EDGE);
    let links = links(cluster, contradicts);
    let mut groups: Vec<Group> = links
        .iter()
        .filter_map(|link| arc(link, &column, edge))
        .collect();
    if groups.is_empty() {
        return None;
    }
    for (claim, &y) in &column.places {
        let side = sides.get(claim).copied();
        let mut mark = Group::new(colour(side));
        mark.path("mark", outline(side, edge - 10, y - 4));
        groups.push(mark);
    }
    groups.append(&mut column.names);
    Some(Picture {
        width: WIDTH,
        height: column.y + 12,
        title: format!("Which claims contradict each other: {}", cluster.label),
        about: format!(
            "{} claims, {} pairs of them joined",
            claims.len(),
            links.len()
        ),
        groups,
    })
}

/// Claims under the names of their outlets.
#[derive(Default)]
struct Column<'r> {
    names: Vec<Group>,
    places: BTreeMap<ClaimId, i32>,
    document: Option<&'r DocumentId>,
    y: i32,
    widest: i32,
}

impl<'r> Column<'r> {
    fn name(&mut self, claim: &'r Claim, voice: &Voice) {
        if self.document != Some(&claim.document) {
            self.document = Some(&claim.document);
            self.y += if self.y == 0 { 16 } else { 28 };
            let mut heading = Group::new("document");
            let name = format!("{} · {}", voice.outlet, short_day(voice.day));
            let name = fitted(&name, LETTERS, WIDTH - 40);
            heading.text("who", (6, self.y), Anchor::Start, name);
            self.names.push(heading);
        }
        self.y += ROW;
        self.places.insert(claim.id, self.y);
        let mut name = Group::new("claim");
        name.title = Some(claim.says());
        name.claim = Some(claim.id);
        let says = fitted(&claim.says(), LETTERS, EDGE - 40);
        self.widest = self.widest.max(width(&says, LETTERS));
        name.text("says", (14, self.y), Anchor::Start, says);
        self.names.push(name);
    }
}

/// On which side each claim stands in the first dispute that it has a part in.
fn sides(cluster: &Cluster<'_>) -> BTreeMap<ClaimId, usize> {
    let mut sides = BTreeMap::new();
    for question in &cluster.questions {
        for (side, answer) in question.answers.iter().enumerate() {
            for claim in &answer.claims {
                sides.entry(claim.id).or_insert(side);
            }
        }
    }
    sides
}

fn links(cluster: &Cluster<'_>, contradicts: &BTreeMap<[ClaimId; 2], &str>) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    let mut joined = BTreeSet::new();
    for question in &cluster.questions {
        let pairs = opposed(question, contradicts);
        for (claims, why) in pairs
            .into_iter()
            .filter(|(claims, _)| joined.insert(*claims))
        {
            links.push(Link {
                claims,
                class: "contradicts",
                means: why.to_owned(),
            });
        }
    }
    links.extend(cluster.moves.iter().map(|step| Link {
        claims: [step.earlier.id, step.later.id],
        class: "updates",
        means: step.why.to_owned(),
    }));
    links
}

/// Claims on different sides that were found to contradict each other; where it takes more than
/// two to see it, the first of each side.
fn opposed<'q>(
    question: &'q Question<'_>,
    contradicts: &BTreeMap<[ClaimId; 2], &'q str>,
) -> Vec<([ClaimId; 2], &'q str)> {
    let mut pairs = Vec::new();
    for (index, ours) in question.answers.iter().enumerate() {
        for theirs in &question.answers[index + 1..] {
            for a in &ours.claims {
                for b in &theirs.claims {
                    let pair = [a.id.min(b.id), a.id.max(b.id)];
                    pairs.extend(contradicts.get(&pair).map(|why| (pair, *why)));
                }
            }
        }
    }
    if pairs.is_empty() {
        let first = question
            .answers
            .iter()
            .filter_map(|answer| answer.claims.first());
        let first: Vec<ClaimId> = first.map(|claim| claim.id).collect();
        let why = question.dispute.why.as_str();
        pairs.extend(first.windows(2).map(|two| ([two[0], two[1]], why)));
    }
    pairs
}

/// An arc between two claims, the further apart the wider.
fn arc(link: &Link, column: &Column<'_>, edge: i32) -> Option<Group> {
    let [one, other] = link.claims.map(|claim| column.places.get(&claim).copied());
    let (one, other) = (one?, other?);
    let (top, bottom) = (one.min(other) - 4, one.max(other) - 4);
    let reach = 14 + (WIDTH - edge - 20) * (bottom - top) / column.y.max(1);
    let bend = edge + reach * 4 / 3;
    let mut arc = Group::new(link.class);
    arc.title = Some(link.means.clone());
    arc.path(
        "arc",
        format!("M{edge} {top}C{bend} {top} {bend} {bottom} {edge} {bottom}"),
    );
    Some(arc)
}
