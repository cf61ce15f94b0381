//! The claim network in DOT, for Graphviz: `rashomon graph data/quake | dot -Tsvg`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::{self, Write as _},
};

use rashomon_extractor::ClaimId;

use super::{Claim, Event, Relation, Report, voice::file_name, words::Plain};

/// Colours that most eyes can tell apart (after Okabe and Ito), one an outlet, then round again.
const PALETTE: [&str; 7] = [
    "#56b4e9", "#e69f00", "#009e73", "#f0e442", "#cc79a7", "#d0d0d0", "#0072b2",
];

/// A report as a graph: a cluster an event, a node a claim, an edge a contradiction or an update.
pub(crate) struct Dot<'r>(pub &'r Report);

impl fmt::Display for Dot<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let network = Network::new(self.0);
        writeln!(f, "graph rashomon {{")?;
        writeln!(
            f,
            "  graph [rankdir=LR, fontname=\"Helvetica\", compound=true];"
        )?;
        writeln!(
            f,
            "  node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica\"];"
        )?;
        writeln!(f, "  edge [fontname=\"Helvetica\", fontsize=10];")?;
        network.clusters(f)?;
        network.edges(f)?;
        network.legend(f)?;
        for problem in &self.0.problems {
            writeln!(f, "  // problem: {}", Plain(problem))?;
        }
        writeln!(f, "}}")
    }
}

struct Network<'r> {
    report: &'r Report,
    edges: Vec<&'r Relation>,
    claims: BTreeMap<ClaimId, &'r Claim>,
    outlets: BTreeMap<String, &'static str>,
}

impl<'r> Network<'r> {
    /// The claims that some drawn edge meets; the others would only be in the way.
    fn new(report: &'r Report) -> Self {
        let edges: Vec<&Relation> = (report.relations.iter())
            .filter(|relation| edge_style(relation.relation).is_some())
            .collect();
        let mut drawn: BTreeSet<ClaimId> = edges.iter().flat_map(|edge| edge.claims).collect();
        for dispute in &report.disputes {
            drawn.extend(dispute.sides.iter().flat_map(|side| &side.claims));
        }
        let claims: BTreeMap<ClaimId, &Claim> = (report.claims.iter())
            .filter(|claim| drawn.contains(&claim.id))
            .map(|claim| (claim.id, claim))
            .collect();
        let outlets: BTreeSet<String> = claims.values().map(|c| outlet(report, c)).collect();
        let colours = PALETTE.iter().copied().cycle();
        Self {
            report,
            edges,
            claims,
            outlets: outlets.into_iter().zip(colours).collect(),
        }
    }

    fn clusters(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut placed = BTreeSet::new();
        for event in &self.report.events {
            let claims: Vec<&Claim> = (event.claims.iter())
                .filter_map(|id| self.claims.get(id).copied())
                .filter(|claim| placed.insert(claim.id))
                .collect();
            if !claims.is_empty() {
                self.cluster(f, event, &claims)?;
            }
        }
        for claim in self
            .claims
            .values()
            .filter(|claim| !placed.contains(&claim.id))
        {
            self.node(f, "  ", claim)?;
        }
        Ok(())
    }

    fn cluster(&self, f: &mut fmt::Formatter<'_>, event: &Event, claims: &[&Claim]) -> fmt::Result {
        writeln!(f, "  subgraph cluster_{} {{", event.id)?;
        writeln!(f, "    label={};", Label(&[&event.label]))?;
        writeln!(f, "    style=rounded; color=\"#999999\";")?;
        claims
            .iter()
            .try_for_each(|claim| self.node(f, "    ", claim))?;
        writeln!(f, "  }}")
    }

    fn node(&self, f: &mut fmt::Formatter<'_>, indent: &str, claim: &Claim) -> fmt::Result {
        let outlet = outlet(self.report, claim);
        let colour = self.outlets.get(&outlet).copied().unwrap_or(PALETTE[0]);
        let speaker = claim.speakers.last().map_or("", |speaker| speaker);
        let says = match claim.quantity {
            Some(_) => claim.says(),
            None => format!("“{}”", folded(&claim.quote)),
        };
        writeln!(
            f,
            "{indent}{} [label={}, fillcolor=\"{colour}\", tooltip={}];",
            claim.id,
            Label(&[&says, speaker, &outlet]),
            Label(&[&claim.quote]),
        )
    }

    fn edges(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for edge in &self.edges {
            let Some(style) = edge_style(edge.relation) else {
                continue;
            };
            let [a, b] = edge.claims;
            if self.claims.contains_key(&a) && self.claims.contains_key(&b) {
                writeln!(
                    f,
                    "  {a} -- {b} [{style}, tooltip={}];",
                    Label(&[&edge.why])
                )?;
            }
        }
        self.disputes(f)
    }

    /// Sides that no edge joins yet, each by the first of its claims: statements, and sums.
    fn disputes(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for dispute in &self.report.disputes {
            for (index, a) in dispute.sides.iter().enumerate() {
                for b in &dispute.sides[index + 1..] {
                    let joined = self.edges.iter().any(|edge| {
                        let [one, other] = &edge.claims;
                        (a.claims.contains(one) && b.claims.contains(other))
                            || (a.claims.contains(other) && b.claims.contains(one))
                    });
                    if let (false, Some(a), Some(b)) = (joined, a.claims.first(), b.claims.first())
                    {
                        writeln!(
                            f,
                            "  {a} -- {b} [color=\"#d00000\", penwidth=2, tooltip={}];",
                            Label(&[&dispute.question])
                        )?;
                    }
                }
            }
        }
        Ok(())
    }

    fn legend(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.claims.is_empty() {
            return writeln!(f, "  none [label=\"no claims contradict each other\"];");
        }
        writeln!(f, "  subgraph cluster_legend {{")?;
        writeln!(f, "    label=\"red: contradicts; dashed: updates\";")?;
        writeln!(f, "    style=rounded; color=\"#dddddd\";")?;
        for (index, (outlet, colour)) in self.outlets.iter().enumerate() {
            let label = Label(&[outlet]);
            writeln!(
                f,
                "    legend_{index} [label={label}, fillcolor=\"{colour}\"];"
            )?;
        }
        writeln!(f, "  }}")
    }
}

/// How a relation is drawn; `None` where it is not.
fn edge_style(relation: &str) -> Option<&'static str> {
    match relation {
        "contradicts" => Some("color=\"#d00000\", penwidth=2"),
        "updates" => Some("style=dashed, dir=back"),
        "retracts" => Some("style=dashed, dir=back, label=\"retracts\""),
        _ => None,
    }
}

fn outlet(report: &Report, claim: &Claim) -> String {
    let document = report.document(&claim.document);
    let outlet = document.and_then(|document| document.outlet.clone());
    outlet.unwrap_or_else(|| file_name(&claim.document))
}

/// Words of a node, cut short where they are many.
fn folded(words: &str) -> String {
    const MOST: usize = 12;
    let words: Vec<&str> = words.split_whitespace().collect();
    match words.get(..MOST) {
        Some(first) if words.len() > MOST => format!("{} …", first.join(" ")),
        _ => words.join(" "),
    }
}

/// Lines of a label, quoted for DOT.
struct Label<'a>(&'a [&'a str]);

impl fmt::Display for Label<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        let lines = self.0.iter().filter(|line| !line.is_empty());
        for (index, line) in lines.enumerate() {
            if index > 0 {
                f.write_str("\\n")?;
            }
            for c in Plain(line).to_string().chars() {
                if matches!(c, '"' | '\\') {
                    f.write_char('\\')?;
                }
                f.write_char(c)?;
            }
        }
        f.write_char('"')
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    #[test]
    fn a_contradiction_is_red_and_an_update_dashed() {
        insta::assert_snapshot!(Dot(&fixture::report()));
    }

    #[test]
    fn a_label_cannot_leave_its_quotes() {
        assert_eq!(
            Label(&["a \"b\" \\n", "", "c\nd"]).to_string(),
            r#""a \"b\" \\n\nc d""#
        );
    }
}
