//! The network of claims in DOT, for Graphviz: `rashomon graph data/quake | dot -Tsvg`.

use std::{
    collections::BTreeSet,
    fmt::{self, Write as _},
};

use rashomon_graph::{EventId, Severity, quoted};

use super::{
    Claim, Report,
    network::{Answer, Cluster, Network, Question},
    words::{Count, Plain, wrapped},
};

/// Fills that most eyes can tell apart and black words can be read on (after Okabe and Ito).
pub(super) const FILLS: [&str; 7] = [
    "#cfe8f8", "#fbe3b4", "#bfe8d9", "#f3d9e6", "#f8f3b0", "#d9d9f3", "#e4e4e4",
];
/// Columns of a node's words.
const WIDTH: usize = 38;

/// A report as a graph: a cluster an event, in it its questions, their answers, and who gives them.
pub(crate) struct Dot<'r>(pub &'r Report);

impl fmt::Display for Dot<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let network = Network::new(self.0);
        writeln!(f, "graph rashomon {{")?;
        writeln!(
            f,
            "  graph [rankdir=LR, fontname=\"Helvetica\", nodesep=0.15, ranksep=0.6];"
        )?;
        writeln!(
            f,
            "  node [shape=box, style=\"rounded,filled\", fillcolor=\"#ffffff\", \
             fontname=\"Helvetica\", fontsize=11];"
        )?;
        writeln!(
            f,
            "  edge [fontname=\"Helvetica\", fontsize=10, color=\"#777777\"];"
        )?;
        for cluster in &network.clusters {
            write_cluster(f, cluster, &network)?;
        }
        write_legend(f, &network)?;
        for problem in &self.0.problems {
            writeln!(f, "  // problem: {}", Plain(problem))?;
        }
        writeln!(f, "}}")
    }
}

fn write_cluster(
    f: &mut fmt::Formatter<'_>,
    cluster: &Cluster<'_>,
    network: &Network<'_>,
) -> fmt::Result {
    let event = cluster.id;
    writeln!(f, "  subgraph cluster_{event} {{")?;
    writeln!(f, "    label={}; labeljust=l;", Label(&[cluster.label]))?;
    writeln!(f, "    style=rounded; color=\"#999999\"; margin=12;")?;
    for (claim, letter) in cluster.claims() {
        write_claim(f, claim, letter, event, network)?;
    }
    for question in &cluster.questions {
        write_question(f, question, event)?;
    }
    for step in &cluster.moves {
        let label = if step.withdrawn {
            ", label=\"withdrawn\""
        } else {
            ""
        };
        writeln!(
            f,
            "    {event}_{} -- {event}_{} [style=dashed, dir=forward, color=\"#000000\"{label}, tooltip={}];",
            step.earlier.id,
            step.later.id,
            Label(&[step.why])
        )?;
    }
    if cluster.moves_left_out > 0 {
        let more = Count(cluster.moves_left_out, "more figure");
        writeln!(
            f,
            "    {event}_more [shape=plaintext, label=\"{more} moved\"];"
        )?;
    }
    writeln!(f, "  }}")
}

/// "6 Turkish soldiers killed", who says so, and where it stands when the mouse rests on it.
fn write_claim(
    f: &mut fmt::Formatter<'_>,
    claim: &Claim,
    letter: Option<char>,
    event: EventId,
    network: &Network<'_>,
) -> fmt::Result {
    let says = wrapped(&claim.says(), WIDTH);
    let voice = wrapped(&network.index.voice(claim).to_string(), WIDTH);
    let mut lines: Vec<&str> = says.iter().map(String::as_str).collect();
    lines.extend(voice.iter().map(String::as_str));
    let place = format!("{} in {}", quoted(&claim.quote), claim.document);
    writeln!(
        f,
        "    {event}_{} [label={}, fillcolor=\"{}\", tooltip={}];",
        claim.id,
        Label(&lines),
        fill(letter),
        Label(&[&place]),
    )
}

fn write_question(
    f: &mut fmt::Formatter<'_>,
    question: &Question<'_>,
    event: EventId,
) -> fmt::Result {
    let dispute = question.dispute;
    let id = dispute.id;
    let (severity, style) = match dispute.severity {
        Severity::Hard => ("hard", "bold"),
        Severity::Soft => ("soft", "dashed"),
    };
    let mut lines = wrapped(&dispute.question, WIDTH);
    lines.push(match &dispute.sum {
        Some(sum) => format!("({severity}; sum: {sum})"),
        None => format!("({severity})"),
    });
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    writeln!(
        f,
        "    {event}_{id} [shape=box, style=\"{style}\", color=\"#c00000\", label={}, tooltip={}];",
        Label(&lines),
        Label(&[&dispute.why])
    )?;
    for (number, answer) in question.answers.iter().enumerate() {
        write_answer(f, &format!("{event}_{id}"), number, answer, event)?;
    }
    Ok(())
}

fn write_answer(
    f: &mut fmt::Formatter<'_>,
    question: &str,
    number: usize,
    answer: &Answer<'_>,
    event: EventId,
) -> fmt::Result {
    let words = format!("{}: {}", answer.letter, answer.side.answer);
    let lines = wrapped(&words, WIDTH / 2);
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    writeln!(
        f,
        "    {question}_{number} [shape=ellipse, style=filled, fillcolor=\"{}\", label={}, tooltip={}];",
        fill(Some(answer.letter)),
        Label(&lines),
        Label(&[&super::dispute::Backing(answer.side).to_string()])
    )?;
    writeln!(
        f,
        "    {question} -- {question}_{number} [color=\"#c00000\", penwidth=2];"
    )?;
    for claim in &answer.claims {
        writeln!(f, "    {question}_{number} -- {event}_{};", claim.id)?;
    }
    if answer.left_out > 0 {
        let more = Count(answer.left_out, "more voice");
        writeln!(
            f,
            "    {question}_{number}_more [shape=plaintext, style=\"\", label=\"{more}\"];"
        )?;
        writeln!(f, "    {question}_{number} -- {question}_{number}_more;")?;
    }
    Ok(())
}

fn write_legend(f: &mut fmt::Formatter<'_>, network: &Network<'_>) -> fmt::Result {
    if network.clusters.is_empty() {
        return writeln!(f, "  none [label=\"no claims contradict each other\"];");
    }
    let questions = || {
        network
            .clusters
            .iter()
            .flat_map(|cluster| &cluster.questions)
    };
    let severities: BTreeSet<_> = questions()
        .map(|question| question.dispute.severity)
        .collect();
    writeln!(f, "  subgraph cluster_legend {{")?;
    writeln!(f, "    label=\"How to read it\"; labeljust=l;")?;
    writeln!(f, "    style=rounded; color=\"#dddddd\"; margin=12;")?;
    if !severities.is_empty() {
        writeln!(
            f,
            "    legend_question [style=bold, color=\"#c00000\", label={}];",
            Label(&[
                "a question that the sources answer differently:",
                "bold where they cannot all be true as worded (hard),",
                "dashed where a plain reading can reconcile them (soft)"
            ])
        )?;
        writeln!(
            f,
            "    legend_answer [shape=ellipse, style=filled, fillcolor=\"{}\", label=\"an answer\"];",
            FILLS[0]
        )?;
        writeln!(
            f,
            "    legend_claim [fillcolor=\"{}\", label={}];",
            FILLS[0],
            Label(&["what a source says,", "in the colour of its answer"])
        )?;
        writeln!(
            f,
            "    legend_question -- legend_answer [color=\"#c00000\", penwidth=2];"
        )?;
        writeln!(f, "    legend_answer -- legend_claim;")?;
    }
    if network
        .clusters
        .iter()
        .any(|cluster| !cluster.moves.is_empty())
    {
        writeln!(f, "    legend_earlier [label=\"an earlier figure\"];")?;
        writeln!(
            f,
            "    legend_later [label=\"the later figure that replaced it\"];"
        )?;
        writeln!(
            f,
            "    legend_earlier -- legend_later [style=dashed, dir=forward, color=\"#000000\"];"
        )?;
    }
    writeln!(f, "  }}")
}

/// The fill of the answer with this letter.
pub(super) fn fill(letter: Option<char>) -> &'static str {
    let Some(letter) = letter else {
        return "#ffffff";
    };
    FILLS[(letter as usize - 'A' as usize) % FILLS.len()]
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
                match c {
                    '"' | '\\' => {
                        f.write_char('\\')?;
                        f.write_char(c)?;
                    }
                    // Graphviz reads entities of HTML in every label
                    '&' => f.write_str("&amp;")?,
                    c => f.write_char(c)?,
                }
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
    fn a_question_joins_its_answers_and_a_moved_figure_is_dashed() {
        insta::assert_snapshot!(Dot(&fixture::report()));
    }

    #[test]
    fn a_label_cannot_leave_its_quotes() {
        assert_eq!(
            Label(&["a \"b\" \\n", "", "c\nd & e"]).to_string(),
            r#""a \"b\" \\n\nc d &amp; e""#
        );
    }
}
