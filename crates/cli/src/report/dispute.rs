use std::{collections::BTreeSet, fmt, ops::Range};

use rashomon_extractor::ClaimId;
use rashomon_graph::{DisputeId, DisputeKind, EventId, Severity};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    Context, schema,
    source::Source,
    voice::Voice,
    words::{Count, List},
};

/// A question that the sources answer differently.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct Dispute {
    /// `d` and sixteen digits of a hash of its claims' ids.
    #[schemars(with = "String")]
    pub id: DisputeId,
    /// The event that it is about.
    #[schemars(with = "String")]
    pub event: EventId,
    /// What the event is called; its number may differ in another run.
    pub event_label: String,
    /// What kind of question it is.
    #[schemars(with = "schema::DisputeKind")]
    pub kind: DisputeKind,
    /// Whether the words leave any way out.
    #[schemars(with = "schema::Severity")]
    pub severity: Severity,
    /// What is counted, of a count.
    pub measure: Option<String>,
    /// "How many soldiers were killed in Idlib on 3 February 2020?"
    pub question: String,
    /// The answers.
    pub sides: Vec<Side>,
    /// Claims that several answers allow: "at least 12" beside 27 and 31.
    #[schemars(with = "Vec<String>")]
    pub fits_several: Vec<ClaimId>,
    /// Why they cannot all be true.
    pub why: String,
    /// "13 − 5 = 8 > 6", where it takes a sum to see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sum: Option<String>,
    /// A sentence that an article or a log can take over.
    pub sentence: String,
    /// The quotes of `fits_several`.
    #[serde(skip)]
    pub bystanders: Vec<Quote>,
}

/// One answer, and the claims that give it.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct Side {
    /// "6", "at least 13", "yes"
    pub answer: String,
    /// The claims that give it.
    #[schemars(with = "Vec<String>")]
    pub claims: Vec<ClaimId>,
    /// How many documents give it.
    pub documents: usize,
    /// How many of those do not repeat another one's text.
    pub originals: usize,
    /// The claims' words, in the order of the claims; words within others of one voice once.
    #[serde(skip)]
    pub quotes: Vec<Quote>,
}

/// A claim's words where they stand.
#[derive(Clone, Debug)]
pub(crate) struct Quote {
    /// Whose words they are.
    pub claim: ClaimId,
    /// The document's id.
    pub document: String,
    /// The line of the text on which the words begin.
    pub line: usize,
    /// The whole lines that the words stand on.
    pub lines: String,
    /// The words among those lines.
    pub mark: Range<usize>,
    /// The words themselves.
    pub words: String,
    /// The sentence, on one line.
    pub sentence: String,
    /// The words in that sentence.
    pub sentence_mark: Range<usize>,
    /// The figure that they give, if they give one.
    pub figure: Option<String>,
    /// Who says it.
    pub voice: Voice,
    /// Its document repeats the text of another one.
    pub is_copy: bool,
}

impl Dispute {
    pub(super) fn new(
        dispute: &rashomon_graph::Dispute,
        events: &[rashomon_graph::Event],
        context: &Context<'_>,
    ) -> Self {
        let sides: Vec<Side> = (dispute.sides.iter())
            .map(|side| Side::new(side, context))
            .collect();
        let event = events.iter().find(|event| event.id == dispute.event);
        Self {
            id: dispute.id,
            event: dispute.event,
            event_label: event.map_or_else(String::new, |event| event.label.clone()),
            kind: dispute.kind,
            severity: dispute.severity,
            measure: dispute.measure.as_ref().map(ToString::to_string),
            question: dispute.question.clone(),
            sentence: sentence(dispute.kind, &sides),
            sides,
            fits_several: dispute.fits_several.clone(),
            why: dispute.why.clone(),
            sum: dispute.sum.clone(),
            bystanders: quotes(&dispute.fits_several, context),
        }
    }
}

impl Dispute {
    /// All claims that it rests on.
    pub(crate) fn claims(&self) -> impl Iterator<Item = ClaimId> {
        let sides = self.sides.iter().flat_map(|side| &side.claims);
        sides.chain(&self.fits_several).copied()
    }
}

impl Side {
    fn new(side: &rashomon_graph::Side, context: &Context<'_>) -> Self {
        let mut quotes = quotes(&side.claims, context);
        let all = quotes.clone();
        let mut index = 0;
        quotes.retain(|quote| {
            index += 1;
            !all.iter().enumerate().any(|(at, other)| {
                at + 1 != index && other.covers(quote) && (at + 1 < index || !quote.covers(other))
            })
        });
        let documents: BTreeSet<&str> = quotes.iter().map(|q| q.document.as_str()).collect();
        let originals: BTreeSet<&str> = documents.iter().map(|id| context.original(id)).collect();
        Self {
            answer: side.answer.clone(),
            claims: side.claims.clone(),
            documents: documents.len(),
            originals: originals.len(),
            quotes,
        }
    }

    /// The quotes of documents that do not repeat another one.
    pub(crate) fn originals(&self) -> impl Iterator<Item = &Quote> {
        self.quotes.iter().filter(|quote| !quote.is_copy)
    }

    /// "6 (Northern Wire, 4 February 2020; also Cape Review and 2 more)"
    fn told(&self) -> String {
        let Some(first) = self.originals().next().or(self.quotes.first()) else {
            return self.answer.clone();
        };
        let mut others: Vec<&str> = Vec::new();
        for quote in self.originals().skip(1) {
            let outlet = quote.voice.outlet.as_str();
            if outlet != first.voice.outlet && !others.contains(&outlet) {
                others.push(outlet);
            }
        }
        let also = match others.as_slice() {
            [] => String::new(),
            [one] => format!("; also {one}"),
            [one, another] => format!("; also {one} and {another}"),
            [one, rest @ ..] => format!("; also {one} and {} more", rest.len()),
        };
        format!("{} ({}{also})", self.answer, first.voice)
    }
}

/// "3 documents", "3 documents, 1 of them a copy"
pub(crate) struct Backing<'r>(pub &'r Side);

impl fmt::Display for Backing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = self.0;
        write!(f, "{}", Count(side.documents, "document"))?;
        match side.documents - side.originals {
            0 => Ok(()),
            1 => write!(f, ", 1 of them a copy"),
            copies => write!(f, ", {copies} of them copies"),
        }
    }
}

/// "Figures range from 6 (…) to 8 (…)."
fn sentence(kind: DisputeKind, sides: &[Side]) -> String {
    let told: Vec<String> = sides.iter().map(Side::told).collect();
    match (kind, told.as_slice()) {
        (DisputeKind::Count, [low, high]) => format!("Figures range from {low} to {high}."),
        (DisputeKind::Count, [low, between @ .., high]) => {
            format!(
                "Figures range from {low} to {high}, with {} in between.",
                List(between)
            )
        }
        (_, told) => format!("Accounts differ: {}.", told.join("; ")),
    }
}

fn quotes(claims: &[ClaimId], context: &Context<'_>) -> Vec<Quote> {
    claims.iter().filter_map(|&id| context.quote(id)).collect()
}

impl Quote {
    /// The same voice says these words and, with them, the other's.
    fn covers(&self, other: &Self) -> bool {
        self.document == other.document
            && (self.line, &self.lines) == (other.line, &other.lines)
            && self.mark.start <= other.mark.start
            && self.mark.end >= other.mark.end
            && self.figure == other.figure
            && self.voice.speakers == other.voice.speakers
    }

    /// The claim's words in their document; without the document only the words.
    pub(super) fn new(claim: &rashomon_extractor::Claim, source: Option<&Source<'_>>) -> Self {
        let evidence = &claim.evidence;
        let document = source.map(|source| source.document);
        let (lines, line, start) = match source {
            Some(source) => {
                let lines = source.lines(evidence.span, evidence.sentence);
                let line = source.line(lines.start);
                (&source.document.text[lines.clone()], line, lines.start)
            }
            None => (&*evidence.quote, 1, evidence.span.start()),
        };
        let sentence = match document {
            Some(document) => evidence.sentence.slice(&document.text),
            None => &evidence.quote,
        };
        let words = one_line(&evidence.quote);
        let before = match document {
            Some(document) if evidence.sentence.start() <= evidence.span.start() => {
                &document.text[evidence.sentence.start()..evidence.span.start()]
            }
            _ => "",
        };
        let sentence = one_line(sentence);
        Self {
            claim: claim.id,
            sentence_mark: marked(&sentence, before, &words),
            document: evidence.document.to_string(),
            line,
            lines: lines.to_owned(),
            mark: evidence.span.start() - start..evidence.span.end() - start,
            words,
            sentence,
            figure: claim.count().map(|count| count.quantity.to_string()),
            voice: Voice::new(claim, document),
            is_copy: false,
        }
    }
}

/// Where the words stand that follow others in a sentence; nowhere if they are not its words.
fn marked(sentence: &str, before: &str, words: &str) -> Range<usize> {
    let parted = before.ends_with(char::is_whitespace);
    let before = one_line(before);
    let start = before.len() + usize::from(parted && !before.is_empty());
    if sentence
        .get(start..)
        .is_some_and(|rest| rest.starts_with(words))
    {
        return start..start + words.len();
    }
    let start = sentence.find(words);
    start.map_or(0..0, |start| start..start + words.len())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
