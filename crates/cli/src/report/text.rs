//! The report as text, for people at a terminal.

use std::{collections::BTreeSet, fmt};

use anstyle::AnsiColor;
use rashomon_graph::{Severity, quoted};

use super::{
    Dispute, Event, Quote, Report,
    claim::short,
    dispute::{Backing, Side},
    index::Index,
    relation::{LetGo, let_go},
    snippet::{colour, drawn, letter},
    summary::Summary,
    terminal::Terminal,
    words::{Count, Plain},
};

/// Quotes that are shown of a side; the others are only named.
const SHOWN: usize = 3;
/// Figures that are shown of an event.
const FIGURES: usize = 12;

/// A report as text.
pub(crate) struct Text<'r> {
    pub report: &'r Report,
    pub terminal: Terminal,
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let report = self.report;
        let index = Index::new(report);
        self.terminal
            .paragraph(f, "", &self.bold(Summary(report)))?;
        for (number, dispute) in report.disputes.iter().enumerate() {
            self.dispute(f, number + 1, dispute, &index)?;
        }
        self.moved(f)?;
        self.figures(f)?;
        self.let_go(f)?;
        self.problems(f)
    }
}

impl Text<'_> {
    fn dispute(
        &self,
        f: &mut fmt::Formatter<'_>,
        number: usize,
        dispute: &Dispute,
        index: &Index<'_>,
    ) -> fmt::Result {
        let severity = match dispute.severity {
            Severity::Hard => "hard: as worded, they cannot all be true",
            Severity::Soft => "soft: a plain reading can reconcile them",
        };
        writeln!(f)?;
        let question = self.bold(Plain(&dispute.question));
        self.terminal
            .paragraph(f, &format!("{number}. "), &question)?;
        let id = short(&dispute.id);
        writeln!(f, "   {} [{id}]", self.severity(dispute.severity, severity))?;
        if !dispute.event_label.is_empty() {
            let event = format!("event {}: {}", dispute.event, Plain(&dispute.event_label));
            self.terminal.paragraph(f, "   ", &event)?;
        }
        // sides of one document each are told by their quotes
        let backed = dispute.sides.iter().any(|side| side.documents > 1);
        for (number, side) in dispute.sides.iter().enumerate().filter(|_| backed) {
            let letter = self.terminal.style(colour(number), letter(number));
            let answer = format!("{}: {}", Plain(&side.answer), Backing(side));
            writeln!(f, "   {letter}  {answer}")?;
        }
        self.quotes(f, &dispute.sides, index)?;
        for (number, side) in dispute.sides.iter().enumerate() {
            self.unshown(f, number, side)?;
        }
        if !dispute.bystanders.is_empty() {
            writeln!(f, "   fits more than one answer:")?;
            for quote in &dispute.bystanders {
                let (words, voice) = (Plain(quoted(&quote.words)), Plain(&quote.voice));
                self.terminal
                    .paragraph(f, "     ", &format!("{words} ({voice})"))?;
            }
        }
        if let Some(sum) = &dispute.sum {
            writeln!(f, "   sum: {}", Plain(sum))?;
        }
        (self.terminal).paragraph(f, "   why: ", &Plain(&dispute.why).to_string())?;
        (self.terminal).paragraph(f, "   to paste: ", &Plain(&dispute.sentence).to_string())
    }

    /// The words of all sides, each under the line that it stands on.
    fn quotes(&self, f: &mut fmt::Formatter<'_>, sides: &[Side], index: &Index<'_>) -> fmt::Result {
        for (number, side) in sides.iter().enumerate() {
            let mark = self.terminal.style(colour(number), letter(number));
            for quote in shown(side) {
                let document = index.document(&quote.document.as_str().into());
                let url = document.and_then(|document| document.url.as_deref());
                let answer = quote.figure.as_deref().unwrap_or(&side.answer);
                let voice = format!("{mark}  {}", Plain(&quote.voice));
                self.terminal.paragraph(f, "   ", &voice)?;
                let drawn = drawn(quote, url, number, answer.to_owned(), self.terminal);
                writeln!(f, "{drawn}")?;
            }
        }
        Ok(())
    }

    /// Figures that moved: no disputes, but often what one is looking for.
    fn moved(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut moved = self.report.moved().peekable();
        if moved.peek().is_none() {
            return Ok(());
        }
        writeln!(f, "\n{}", self.bold("Figures that moved"))?;
        for (kind, earlier, later) in moved {
            let verb = if kind == LetGo::Retracts {
                "withdrawn by"
            } else {
                "became"
            };
            let told = |quote: &Quote| {
                format!("{} ({})", Plain(quoted(&quote.words)), Plain(&quote.voice))
            };
            self.terminal.paragraph(f, "   ", &told(earlier))?;
            (self.terminal).paragraph(f, "     ", &format!("{verb} {}", told(later)))?;
        }
        Ok(())
    }

    fn figures(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let report = self.report;
        let mut events = report.main_events().peekable();
        if events.peek().is_none() {
            return Ok(());
        }
        let title = format!("Figures (rule: {})", report.figures_rule);
        writeln!(f, "\n{}", self.bold(title))?;
        for event in events {
            let documents = Count(event.documents.len(), "document");
            let event_line = format!("{}: {}, {documents}", event.id, Plain(&event.label));
            self.terminal.paragraph(f, "   ", &event_line)?;
            rows(f, event)?;
        }
        Ok(())
    }

    fn let_go(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let report = self.report;
        let counts = let_go(&report.relations);
        if counts.is_empty() {
            return Ok(());
        }
        let total: usize = counts.iter().map(|(_, n, _)| n).sum();
        let title = format!("Let go: {} that are no dispute", Count(total, "pair"));
        writeln!(f, "\n{}", self.bold(title))?;
        for (reason, n, why) in counts {
            writeln!(f, "   {n:>5}  {}", reason.reason())?;
            (self.terminal).paragraph(f, "          e.g. ", &Plain(why).to_string())?;
        }
        match report.relations_left_out {
            0 => {}
            n => writeln!(f, "   {n:>5}  more are not listed")?,
        }
        match report.sums_stopped {
            0 => Ok(()),
            n => writeln!(
                f,
                "   {n:>5}  sums have too many parts to be tried to the end"
            ),
        }
    }

    fn problems(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.report.problems.is_empty() {
            return Ok(());
        }
        writeln!(f, "\n{}", self.bold("Problems"))?;
        let mut problems = self.report.problems.iter();
        problems.try_for_each(|problem| {
            (self.terminal).paragraph(f, "   ", &Plain(problem).to_string())
        })
    }

    /// The documents of a side whose words are not shown.
    fn unshown(&self, f: &mut fmt::Formatter<'_>, number: usize, side: &Side) -> fmt::Result {
        let originals = side.originals().skip(shown(side).count());
        let copies = side.quotes.iter().filter(|quote| quote.is_copy);
        let rest: BTreeSet<String> = originals
            .map(|quote| quote.voice.to_string())
            .chain(copies.map(|quote| format!("{} (a copy)", quote.voice)))
            .collect();
        if rest.is_empty() {
            return Ok(());
        }
        let (letter, answer) = (letter(number), Plain(&side.answer));
        writeln!(f, "   {letter}: {answer} is also said by:")?;
        rest.iter()
            .try_for_each(|voice| (self.terminal).paragraph(f, "     ", &Plain(voice).to_string()))
    }

    fn bold<T: fmt::Display>(&self, words: T) -> String {
        self.terminal.bold(words)
    }

    fn severity<T: fmt::Display>(&self, severity: Severity, words: T) -> String {
        let colour = match severity {
            Severity::Hard => AnsiColor::BrightRed,
            Severity::Soft => AnsiColor::Yellow,
        };
        self.terminal.style(colour.on_default(), words)
    }
}

/// The quotes of a side that are shown.
fn shown(side: &Side) -> impl Iterator<Item = &Quote> {
    side.originals().take(SHOWN)
}

fn rows(f: &mut fmt::Formatter<'_>, event: &Event) -> fmt::Result {
    // a line that says that one is missing takes as much room as the one
    let room = match event.figures.len() {
        n if n <= FIGURES + 1 => n,
        _ => FIGURES,
    };
    let shown = &event.figures[..room];
    let counted: Vec<String> = (shown.iter())
        .map(|figure| Plain(figure.counted()).to_string())
        .collect();
    let widths = counted.iter().map(|words| words.chars().count());
    let width = widths.max().unwrap_or(0);
    for (figure, counted) in shown.iter().zip(&counted) {
        write!(f, "     {counted:width$}  {}", figure.range())?;
        match figure.pick() {
            Some(best) => writeln!(f, ", best {best}")?,
            None => writeln!(f)?,
        }
    }
    match event.figures.len() - shown.len() {
        0 => Ok(()),
        n => writeln!(f, "     … and {n} more; see --format json"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    fn text(terminal: Terminal) -> String {
        let report = &fixture::report();
        Text { report, terminal }.to_string()
    }

    #[test]
    fn a_report_reads_from_the_answer_to_the_problems() {
        insta::assert_snapshot!(text(Terminal::default()));
    }

    #[test]
    fn only_colours_tell_a_terminal_from_a_file() {
        let plain = text(Terminal::default());
        let styled = text(Terminal {
            styled: true,
            ..Terminal::default()
        });
        assert_ne!(styled, plain);
        assert_eq!(anstream::adapter::strip_str(&styled).to_string(), plain);
    }

    #[test]
    fn a_narrow_terminal_gets_narrow_lines() {
        let narrow = text(Terminal {
            width: Some(60),
            ..Terminal::default()
        });
        let longest = narrow.lines().map(|line| line.chars().count()).max();
        assert!(longest <= Some(60), "{narrow}");
    }
}
