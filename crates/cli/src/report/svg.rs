//! The questions of an event as a picture in SVG: question, answers, and who gives them, in columns.

use std::io::Write;

use anyhow::Result;
use rashomon_graph::Severity;

use super::{
    Report,
    dispute::Backing,
    dot::fill,
    network::{Answer, Cluster, Network, Question},
    words::{Count, wrapped},
    xml::Xml,
};

/// The left edge and the width of each column.
const COLUMNS: [(usize, usize); 3] = [(16, 280), (340, 170), (560, 360)];
/// Widest letters that a pixel of a column's width has room for, in thousandths of a pixel.
const LETTER: usize = 6_300;
const LINE: usize = 16;
const PADDING: usize = 8;
const GAP: usize = 10;
const WIDTH: usize = 936;

/// A box with its words.
struct Card {
    column: usize,
    top: usize,
    lines: Vec<String>,
}

impl Card {
    fn new(column: usize, top: usize, paragraphs: &[&str]) -> Self {
        let letters = (COLUMNS[column].1 - 2 * PADDING) * 1_000 / LETTER;
        let lines = paragraphs.iter().flat_map(|words| wrapped(words, letters));
        Self {
            column,
            top,
            lines: lines.collect(),
        }
    }

    fn height(&self) -> usize {
        self.lines.len() * LINE + 2 * PADDING
    }

    fn bottom(&self) -> usize {
        self.top + self.height()
    }

    fn middle(&self) -> usize {
        self.top + self.height() / 2
    }

    /// Moves it so that its middle is there, but no higher than it is.
    fn lower_to(&mut self, middle: usize) {
        self.top = self.top.max(middle.saturating_sub(self.height() / 2));
    }
}

/// Writes the picture of every event of the report; a filter leaves one.
pub(crate) fn write(report: &Report, out: &mut impl Write) -> Result<()> {
    let network = Network::new(report);
    let mut drawing = Drawing::default();
    for cluster in &network.clusters {
        drawing.cluster(cluster, &network);
    }
    if network.clusters.is_empty() {
        drawing.heading("No claims contradict each other");
    }
    drawing.write(out)
}

#[derive(Default)]
struct Drawing {
    headings: Vec<(usize, String)>,
    /// Card, fill, style of its border, what it means in full.
    cards: Vec<(Card, &'static str, &'static str, String)>,
    /// From a card's right edge to another's left edge.
    lines: Vec<([usize; 4], &'static str)>,
    bottom: usize,
}

impl Drawing {
    fn heading(&mut self, words: &str) {
        for line in wrapped(words, 90) {
            self.bottom += 28;
            self.headings.push((self.bottom, line));
        }
        self.bottom += 14;
    }

    fn cluster(&mut self, cluster: &Cluster<'_>, network: &Network<'_>) {
        self.heading(cluster.label);
        for question in &cluster.questions {
            self.question(question, network);
        }
        for step in &cluster.moves {
            let voice = |claim| network.index.voice(claim).to_string();
            let earlier = [&*step.earlier.says(), &*voice(step.earlier)].map(str::to_owned);
            let later = [&*step.later.says(), &*voice(step.later)].map(str::to_owned);
            let verb = if step.withdrawn {
                "was withdrawn by"
            } else {
                "became"
            };
            let left = Card::new(0, self.bottom, &[&earlier[0], &earlier[1]]);
            let mut between = Card::new(1, self.bottom, &[verb]);
            let right = Card::new(2, self.bottom, &[&later[0], &later[1]]);
            self.bottom = left.bottom().max(right.bottom()) + GAP;
            between.lower_to(left.middle());
            self.join(&left, &between, "moved");
            self.join(&between, &right, "moved");
            self.cards
                .push((left, fill(None), "claim", step.why.to_owned()));
            self.cards
                .push((between, fill(None), "verb", step.why.to_owned()));
            self.cards
                .push((right, fill(None), "claim", step.why.to_owned()));
        }
        if cluster.moves_left_out > 0 {
            let more = Count(cluster.moves_left_out, "more figure");
            self.heading(&format!("{more} moved"));
        }
        self.bottom += GAP;
    }

    fn question(&mut self, question: &Question<'_>, network: &Network<'_>) {
        let dispute = question.dispute;
        let top = self.bottom;
        let mut answers = Vec::new();
        for answer in &question.answers {
            answers.push(self.answer(answer, network));
        }
        let (style, severity) = match dispute.severity {
            Severity::Hard => ("hard", "hard: as worded, they cannot all be true"),
            Severity::Soft => ("soft", "soft: a plain reading can reconcile them"),
        };
        let mut card = Card::new(0, top, &[&dispute.question, severity]);
        card.lower_to(top.midpoint(self.bottom - GAP));
        for answer in answers {
            self.join(&card, &answer.0, "disputed");
            self.cards.push(answer);
        }
        self.bottom = self.bottom.max(card.bottom() + GAP) + GAP;
        self.cards
            .push((card, fill(None), style, dispute.why.clone()));
    }

    /// Draws the claims of an answer; the answer itself is drawn with its question.
    fn answer(
        &mut self,
        answer: &Answer<'_>,
        network: &Network<'_>,
    ) -> (Card, &'static str, &'static str, String) {
        let top = self.bottom;
        let fill = fill(Some(answer.letter));
        let words = format!("{}: {}", answer.letter, answer.side.answer);
        let backing = Backing(answer.side).to_string();
        let mut card = Card::new(1, top, &[&words, &backing]);
        let mut claims = Vec::new();
        for claim in &answer.claims {
            let voice = network.index.voice(claim).to_string();
            let claim_card = Card::new(2, self.bottom, &[&claim.says(), &voice]);
            self.bottom = claim_card.bottom() + GAP;
            claims.push((
                claim_card,
                fill,
                "claim",
                rashomon_graph::quoted(&claim.quote),
            ));
        }
        if answer.left_out > 0 {
            let more = Count(answer.left_out, "more voice").to_string();
            let more_card = Card::new(2, self.bottom, &[&more]);
            self.bottom = more_card.bottom() + GAP;
            claims.push((more_card, "#ffffff", "verb", more));
        }
        self.bottom = self.bottom.max(card.bottom() + GAP);
        card.lower_to(top.midpoint(self.bottom - GAP));
        for claim in claims {
            self.join(&card, &claim.0, "said");
            self.cards.push(claim);
        }
        (card, fill, "answer", backing)
    }

    fn join(&mut self, from: &Card, to: &Card, style: &'static str) {
        let (left, width) = COLUMNS[from.column];
        let ends = [
            left + width,
            from.middle(),
            COLUMNS[to.column].0,
            to.middle(),
        ];
        self.lines.push((ends, style));
    }

    fn write(&self, out: &mut impl Write) -> Result<()> {
        let mut xml = Xml::new(out)?;
        let height = (self.bottom + GAP).to_string();
        let view = format!("0 0 {WIDTH} {height}");
        xml.open(
            "svg",
            &[
                ("xmlns", "http://www.w3.org/2000/svg"),
                ("viewBox", &view),
                ("width", &WIDTH.to_string()),
                ("height", &height),
                ("role", "img"),
            ],
        )?;
        xml.words("title", &[], "What the sources disagree about")?;
        xml.words("style", &[], STYLE)?;
        xml.empty(
            "rect",
            &[("class", "ground"), ("width", "100%"), ("height", "100%")],
        )?;
        for ([x1, y1, x2, y2], style) in &self.lines {
            let bend = x1.midpoint(*x2);
            let path = format!("M{x1} {y1}C{bend} {y1} {bend} {y2} {x2} {y2}");
            xml.empty("path", &[("class", style), ("d", &path)])?;
        }
        for (y, heading) in &self.headings {
            xml.words(
                "text",
                &[("class", "event"), ("x", "16"), ("y", &y.to_string())],
                heading,
            )?;
        }
        for (card, fill, style, title) in &self.cards {
            write_card(&mut xml, card, fill, style, title)?;
        }
        xml.close("svg")?;
        xml.finish()
    }
}

fn write_card(
    xml: &mut Xml<impl Write>,
    card: &Card,
    fill: &str,
    style: &str,
    title: &str,
) -> Result<()> {
    let (left, width) = COLUMNS[card.column];
    xml.open("g", &[("class", style)])?;
    xml.words("title", &[], title)?;
    let [x, y, width, height] = [left, card.top, width, card.height()].map(|n| n.to_string());
    let place = [
        ("x", x.as_str()),
        ("y", &y),
        ("width", &width),
        ("height", &height),
    ];
    let mut attributes = vec![("rx", "6"), ("fill", fill)];
    attributes.extend(place);
    xml.empty("rect", &attributes)?;
    for (index, line) in card.lines.iter().enumerate() {
        let x = (left + PADDING).to_string();
        let y = (card.top + PADDING + (index + 1) * LINE - 4).to_string();
        xml.words("text", &[("x", &x), ("y", &y)], line)?;
    }
    xml.close("g")
}

const STYLE: &str = "\
text { font: 12px Helvetica, Arial, sans-serif; fill: #1a1a1a } \
.event { font-size: 17px; font-weight: bold } \
.ground { fill: #ffffff } \
rect { stroke: #888888 } .ground { stroke: none } .verb rect { stroke: none; fill: none } \
.hard rect { stroke: #c00000; stroke-width: 2.5 } \
.soft rect { stroke: #c00000; stroke-dasharray: 6 3 } \
path { fill: none; stroke: #999999 } \
.disputed { stroke: #c00000; stroke-width: 2 } \
.moved { stroke: #1a1a1a; stroke-dasharray: 5 3 }";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    #[test]
    fn an_event_is_a_picture() {
        let mut written = Vec::new();
        write(&fixture::report(), &mut written).unwrap();
        insta::assert_snapshot!(String::from_utf8(written).unwrap());
    }
}
