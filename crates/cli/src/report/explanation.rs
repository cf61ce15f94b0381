//! Why two claims were set against each other, or why not, as a colleague would tell it.

use std::fmt;

use rashomon_extractor::{Article, Claim, ClaimId, Document};
use rashomon_graph::{Axis, Dispute, Findings, Pair, Relation, Severity, Told, quoted, relate};

use super::{
    Claim as Row, Quote, by_id, event,
    snippet::{colour, drawn, letter},
    terminal::Terminal,
    words::{Count, List, Plain},
};

/// Pairs that are told of; the others are counted.
const PAIRS: usize = 15;

/// Claims side by side, and what each pair of them is.
pub(crate) struct Explanation {
    disputes: Vec<Dispute>,
    claims: Vec<Explained>,
    pairs: Vec<Pair>,
    pub terminal: Terminal,
}

struct Explained {
    row: Row,
    quote: Quote,
    url: Option<String>,
    events: Vec<String>,
}

impl Explanation {
    /// Explains the claims and disputes whose ids begin like this.
    ///
    /// The message says which id is not known, or not to one claim alone.
    pub(crate) fn new(
        ids: &[String],
        documents: &[Document],
        articles: &[Article],
        findings: &Findings,
    ) -> Result<Self, String> {
        let mut chosen: Vec<ClaimId> = Vec::new();
        let mut disputes = Vec::new();
        for id in ids {
            let (dispute, claims) = named(id, findings)?;
            disputes.extend(dispute.cloned());
            for claim in claims {
                if !chosen.contains(&claim) {
                    chosen.push(claim);
                }
            }
        }
        let told: Vec<Told> = (articles.iter())
            .flat_map(|article| article.claims.iter().map(|claim| Told::new(article, claim)))
            .collect();
        let told: Vec<Told> = (chosen.iter())
            .filter_map(|id| told.iter().find(|told| told.claim.id == *id).copied())
            .collect();
        let mut pairs = Vec::new();
        for (index, a) in told.iter().enumerate() {
            pairs.extend(told[index + 1..].iter().map(|b| relate(a, b)));
        }
        // what clashes is what one wants to know first
        pairs.sort_by_key(|pair| pair.relation);
        let sources = by_id(documents);
        let events = event::of_claims(&findings.events);
        let explain = |claim: &Claim| {
            let of = events.get(&claim.id).cloned().unwrap_or_default();
            let label = |event: &&rashomon_graph::Event| of.contains(&event.id);
            let source = sources.get(&claim.evidence.document);
            Explained {
                row: Row::new(claim, of.clone()),
                quote: Quote::new(claim, source),
                url: source.and_then(|source| source.document.url.as_deref().map(str::to_owned)),
                events: (findings.events.iter())
                    .filter(label)
                    .map(|event| format!("{} ({})", event.label, event.id))
                    .collect(),
            }
        };
        Ok(Self {
            disputes,
            claims: told.iter().map(|told| explain(told.claim)).collect(),
            pairs,
            terminal: Terminal::default(),
        })
    }
}

/// The dispute that an id stands for, and its claims; or one claim.
fn named<'f>(
    id: &str,
    findings: &'f Findings,
) -> Result<(Option<&'f Dispute>, Vec<ClaimId>), String> {
    let disputes = findings.disputes.iter();
    let disputes: Vec<_> = disputes
        .filter(|dispute| dispute.id.to_string().starts_with(id))
        .collect();
    let claims = findings.claims.iter().map(|claim| claim.id);
    let claims: Vec<ClaimId> = claims
        .filter(|claim| claim.to_string().starts_with(id))
        .collect();
    match (disputes.as_slice(), claims.as_slice()) {
        (&[dispute], []) => {
            let sides = dispute
                .sides
                .iter()
                .flat_map(|side| side.claims.iter().copied());
            Ok((Some(dispute), sides.collect()))
        }
        ([], [claim]) => Ok((None, vec![*claim])),
        ([], []) => Err(format!(
            "no claim or dispute `{id}` in these documents; `rashomon annotate` lists claims"
        )),
        _ => Err(format!("`{id}` begins several ids; give more of it")),
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for dispute in &self.disputes {
            self.dispute(f, dispute)?;
        }
        for (number, claim) in self.claims.iter().enumerate() {
            self.claim(f, number, claim)?;
        }
        for pair in self.pairs.iter().take(PAIRS) {
            self.terminal.paragraph(f, "", &self.verdict(pair))?;
        }
        match self.pairs.len().saturating_sub(PAIRS) {
            0 => Ok(()),
            more => writeln!(
                f,
                "… and {}; name two claims to see theirs.",
                Count(more, "more pair")
            ),
        }
    }
}

impl Explanation {
    /// What is in dispute, who stands where, and why that cannot be.
    fn dispute(&self, f: &mut fmt::Formatter<'_>, dispute: &Dispute) -> fmt::Result {
        let question = Plain(&dispute.question).to_string();
        self.terminal
            .paragraph(f, "", &self.terminal.bold(question))?;
        let sides: Vec<String> = (dispute.sides.iter())
            .map(|side| {
                let letters: Vec<String> = side.claims.iter().map(|&id| self.letter(id)).collect();
                format!("{} ({})", side.answer, List(&letters))
            })
            .collect();
        let mut words = format!("The sources answer {}.", List(&sides));
        if let Some(sum) = &dispute.sum {
            words = format!("{words} Only a sum shows that they clash: {sum}.");
        }
        words += match dispute.severity {
            Severity::Hard => " As worded, they cannot all be true: ",
            Severity::Soft => {
                " They do not fit together, though a plain reading can reconcile them: "
            }
        };
        words += &dispute.why;
        words.push('.');
        self.terminal.paragraph(f, "", &Plain(words).to_string())?;
        writeln!(f)
    }

    /// A claim where it stands, and what was made of it.
    fn claim(&self, f: &mut fmt::Formatter<'_>, number: usize, claim: &Explained) -> fmt::Result {
        let row = &claim.row;
        let mark = self.terminal.style(colour(number), letter(number));
        let voice = format!("{mark}  {}", Plain(&claim.quote.voice));
        self.terminal.paragraph(f, "   ", &voice)?;
        let label = letter(number).to_string();
        let url = claim.url.as_deref();
        let drawn = drawn(&claim.quote, url, number, label, self.terminal);
        writeln!(f, "{drawn}")?;
        let read = format!("{mark} is read as: {}.", Plain(row.reading()));
        self.terminal.paragraph(f, "   ", &read)?;
        let event = match claim.events.as_slice() {
            [] => "It belongs to no event".to_owned(),
            events => format!("It speaks of the {}", List(events)),
        };
        let entry = format!(
            "{event}, and was found by the entry {} [{}].",
            row.entry, row.id
        );
        self.terminal
            .paragraph(f, "   ", &Plain(entry).to_string())?;
        writeln!(f)
    }

    /// "A and B cannot both be true: no number fits both “…” and “…”."
    fn verdict(&self, pair: &Pair) -> String {
        let (a, b) = (self.letter(pair.a), self.letter(pair.b));
        let why = self.with_letters(&pair.why);
        let both = [format!("{a} and {b} "), format!("{b} and {a} ")];
        let why = match both.iter().find_map(|both| why.strip_prefix(both.as_str())) {
            Some(rest) => format!("they {rest}"),
            None => why,
        };
        let mut words = match pair.relation {
            Relation::Contradicts => format!("{a} and {b} cannot both be true: {why}."),
            Relation::Agrees => format!("{a} and {b} say the same."),
            Relation::Compatible => format!("{a} and {b} can both be true: {why}."),
            Relation::Refines => format!("{a} is the more exact, and both can be true: {why}."),
            Relation::Updates => format!("{a} replaces {b} and does not contradict it: {why}."),
            Relation::Retracts => format!("{a} withdraws {b}: {why}."),
            Relation::PartOf => format!("{why}, so both can be true."),
            Relation::DifferentScope(_) => {
                format!("{a} and {b} say nothing against each other: {why}.")
            }
        };
        let told_apart = matches!(pair.relation, Relation::DifferentScope(Axis::Event));
        if !told_apart && !self.share_event(pair) && !self.share_dispute(pair) {
            words += match pair.relation {
                Relation::Contradicts => {
                    " But they speak of different events, so the report does not set them against each other."
                }
                _ => " They speak of different events, so the report does not compare them.",
            };
        }
        Plain(words).to_string()
    }

    /// A reason in which the claims stand by their letters instead of their words.
    fn with_letters(&self, why: &str) -> String {
        let mut told = why.to_owned();
        for claim in &self.claims {
            let words = quoted(&claim.quote.words);
            let letter = self.letter(claim.row.id);
            told = told.replace(&words, &letter);
            // words that run on are cut in reasons
            let cut = told.match_indices('“').find_map(|(start, _)| {
                let end = start + told[start..].find(" …”")?;
                (words.starts_with(&told[start..end])).then_some((start, end + " …”".len()))
            });
            if let Some((start, end)) = cut {
                told.replace_range(start..end, &letter);
            }
        }
        told
    }

    /// The letter that a claim has here.
    fn letter(&self, id: ClaimId) -> String {
        let number = self.claims.iter().position(|claim| claim.row.id == id);
        number.map_or_else(|| id.to_string(), |number| letter(number).to_string())
    }

    fn share_dispute(&self, pair: &Pair) -> bool {
        self.disputes.iter().any(|dispute| {
            let holds = |id| dispute.sides.iter().any(|side| side.claims.contains(&id));
            holds(pair.a) && holds(pair.b)
        })
    }

    fn share_event(&self, pair: &Pair) -> bool {
        let events = |id: ClaimId| {
            let claim = self.claims.iter().find(|claim| claim.row.id == id);
            claim
                .map(|claim| claim.row.events.as_slice())
                .unwrap_or_default()
        };
        events(pair.a)
            .iter()
            .any(|event| events(pair.b).contains(event))
    }
}
