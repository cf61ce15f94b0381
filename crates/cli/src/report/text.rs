//! The report as text, for people at a terminal.

use std::{collections::BTreeSet, fmt};

use annotate_snippets::{Group, Level};
use anstyle::{AnsiColor, Effects, Style};
use rashomon_graph::{Severity, quoted};

use super::{
    Dispute, Event, Quote, Report,
    claim::short,
    dispute::{Backing, Side},
    relation::{LetGo, let_go},
    snippet::{renderer, snippet},
    summary::Summary,
    words::{Count, Plain},
};

/// Quotes that are shown of a side; the others are only named.
const SHOWN: usize = 3;
/// Figures that are shown of an event.
const FIGURES: usize = 12;

/// A report as text.
pub(crate) struct Text<'r> {
    pub report: &'r Report,
    /// With colours.
    pub styled: bool,
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let report = self.report;
        writeln!(f, "{}", self.bold(Summary(report)))?;
        for (index, dispute) in report.disputes.iter().enumerate() {
            self.dispute(f, index + 1, dispute)?;
        }
        self.moved(f)?;
        self.figures(f)?;
        self.let_go(f)?;
        self.problems(f)
    }
}

impl Text<'_> {
    fn dispute(&self, f: &mut fmt::Formatter<'_>, number: usize, dispute: &Dispute) -> fmt::Result {
        let severity = match dispute.severity {
            Severity::Hard => "hard: as worded, they cannot all be true",
            Severity::Soft => "soft: a plain reading can reconcile them",
        };
        writeln!(f, "\n{number}. {}", self.bold(Plain(&dispute.question)))?;
        let id = short(&dispute.id);
        writeln!(f, "   {} [{id}]", self.severity(dispute.severity, severity))?;
        if !dispute.event_label.is_empty() {
            let label = Plain(&dispute.event_label);
            writeln!(f, "   event {}: {label}", dispute.event)?;
        }
        for side in dispute.sides.iter().filter(|side| side.documents > 1) {
            writeln!(f, "   {}: {}", Plain(&side.answer), Backing(side))?;
        }
        self.quotes(f, &dispute.sides)?;
        for side in &dispute.sides {
            unshown(f, side)?;
        }
        if !dispute.bystanders.is_empty() {
            writeln!(f, "   fits more than one answer:")?;
            for quote in &dispute.bystanders {
                let (words, voice) = (Plain(quoted(&quote.words)), Plain(&quote.voice));
                writeln!(f, "     {words} ({voice})")?;
            }
        }
        if let Some(sum) = &dispute.sum {
            writeln!(f, "   sum: {}", Plain(sum))?;
        }
        writeln!(f, "   why: {}", Plain(&dispute.why))?;
        writeln!(f, "   to paste: {}", Plain(&dispute.sentence))
    }

    /// The words of all sides, each under the line that it stands on.
    fn quotes(&self, f: &mut fmt::Formatter<'_>, sides: &[Side]) -> fmt::Result {
        let mut group = Group::with_level(Level::ERROR);
        for side in sides {
            for quote in shown(side) {
                group = group.element(snippet(quote, &side.answer));
            }
        }
        if group.is_empty() {
            return Ok(());
        }
        writeln!(f, "{}", renderer(self.styled).render(&[group]))
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
            writeln!(
                f,
                "   {} ({})",
                Plain(quoted(&earlier.words)),
                Plain(&earlier.voice)
            )?;
            writeln!(
                f,
                "     {verb} {} ({})",
                Plain(quoted(&later.words)),
                Plain(&later.voice)
            )?;
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
            writeln!(f, "   {}: {}, {documents}", event.id, Plain(&event.label))?;
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
            writeln!(f, "          e.g. {}", Plain(why))?;
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
        (self.report.problems.iter()).try_for_each(|problem| writeln!(f, "   {}", Plain(problem)))
    }

    fn bold<T: fmt::Display>(&self, words: T) -> String {
        self.style(Style::new().effects(Effects::BOLD), words)
    }

    fn severity<T: fmt::Display>(&self, severity: Severity, words: T) -> String {
        let colour = match severity {
            Severity::Hard => AnsiColor::BrightRed,
            Severity::Soft => AnsiColor::Yellow,
        };
        self.style(colour.on_default(), words)
    }

    fn style<T: fmt::Display>(&self, style: Style, words: T) -> String {
        if self.styled {
            format!("{style}{words}{style:#}")
        } else {
            words.to_string()
        }
    }
}

/// The quotes of a side that are shown.
fn shown(side: &Side) -> impl Iterator<Item = &Quote> {
    side.originals().take(SHOWN)
}

/// The documents of a side whose words are not shown.
fn unshown(f: &mut fmt::Formatter<'_>, side: &Side) -> fmt::Result {
    let originals = side.originals().skip(shown(side).count());
    let copies = side.quotes.iter().filter(|quote| quote.is_copy);
    let rest: BTreeSet<String> = originals
        .map(|quote| quote.voice.to_string())
        .chain(copies.map(|quote| format!("{} (a copy)", quote.voice)))
        .collect();
    if rest.is_empty() {
        return Ok(());
    }
    writeln!(f, "   “{}” is also said by:", Plain(&side.answer))?;
    rest.iter()
        .try_for_each(|voice| writeln!(f, "     {}", Plain(voice)))
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

    #[test]
    fn a_report_reads_from_the_answer_to_the_problems() {
        let report = &fixture::report();
        let styled = false;
        insta::assert_snapshot!(Text { report, styled });
    }

    #[test]
    fn only_colours_tell_a_terminal_from_a_file() {
        let report = &fixture::report();
        let styled = Text {
            report,
            styled: true,
        }
        .to_string();
        let plain = Text {
            report,
            styled: false,
        }
        .to_string();
        assert_ne!(styled, plain);
        assert_eq!(anstream::adapter::strip_str(&styled).to_string(), plain);
    }
}
