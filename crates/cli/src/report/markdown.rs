//! The report as Markdown, for people who write.

use std::fmt;

use rashomon_graph::{Severity, quoted};

use super::{
    Dispute, Quote, Report,
    dispute::Backing,
    relation::{LetGo, let_go},
    summary::Summary,
    words::{Count, Plain},
};

/// A report as Markdown.
pub(crate) struct Markdown<'r>(pub &'r Report);

impl fmt::Display for Markdown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let report = self.0;
        writeln!(f, "# Where the sources disagree\n\n{}", Summary(report))?;
        for (index, dispute) in report.disputes.iter().enumerate() {
            write_dispute(f, index + 1, dispute)?;
        }
        write_moved(f, report)?;
        write_figures(f, report)?;
        write_let_go(f, report)?;
        write_problems(f, report)?;
        write_documents(f, report)
    }
}

fn write_dispute(f: &mut fmt::Formatter<'_>, number: usize, dispute: &Dispute) -> fmt::Result {
    let severity = match dispute.severity {
        Severity::Hard => "**Hard**: as worded, they cannot all be true.",
        Severity::Soft => "**Soft**: a plain reading can reconcile them.",
    };
    writeln!(f, "\n## {number}. {}\n\n{severity}", Md(&dispute.question))?;
    if !dispute.event_label.is_empty() {
        writeln!(f, "Event {}: {}.", dispute.event, Md(&dispute.event_label))?;
    }
    for side in &dispute.sides {
        writeln!(f, "\n### {} ({})\n", Md(&side.answer), Backing(side))?;
        for quote in &side.quotes {
            write_quote(f, quote)?;
        }
    }
    if !dispute.bystanders.is_empty() {
        writeln!(f, "\n### Fits more than one answer\n")?;
        for quote in &dispute.bystanders {
            write_quote(f, quote)?;
        }
    }
    if let Some(sum) = &dispute.sum {
        writeln!(f, "\nSum: {}", Md(sum))?;
    }
    writeln!(f, "\nWhy: {}\n", Md(&dispute.why))?;
    writeln!(f, "To paste:\n\n> {}", Md(&dispute.sentence))
}

/// "- Northern Wire, 4 February 2020: “Syrian shells killed **six Turkish soldiers** near …”"
fn write_quote(f: &mut fmt::Formatter<'_>, quote: &Quote) -> fmt::Result {
    write!(f, "- {}: “", Md(&quote.voice))?;
    match quote.sentence.split_once(&quote.words) {
        Some((before, after)) => {
            write!(f, "{}**{}**{}", Md(before), Md(&quote.words), Md(after))?;
        }
        None => write!(f, "{}", Md(&quote.sentence))?,
    }
    writeln!(
        f,
        "” (`{}`, line {})",
        quote.document.replace('`', "'"),
        quote.line
    )
}

fn write_moved(f: &mut fmt::Formatter<'_>, report: &Report) -> fmt::Result {
    let mut moved = report.moved().peekable();
    if moved.peek().is_none() {
        return Ok(());
    }
    writeln!(f, "\n## Figures that moved\n")?;
    for (kind, earlier, later) in moved {
        let verb = if kind == LetGo::Retracts {
            "was withdrawn by"
        } else {
            "became"
        };
        writeln!(
            f,
            "- {} ({}) {verb} {} ({})",
            Md(quoted(&earlier.words)),
            Md(&earlier.voice),
            Md(quoted(&later.words)),
            Md(&later.voice)
        )?;
    }
    Ok(())
}

fn write_figures(f: &mut fmt::Formatter<'_>, report: &Report) -> fmt::Result {
    let mut events = report.main_events().peekable();
    if events.peek().is_none() {
        return Ok(());
    }
    writeln!(f, "\n## Figures (rule: {})", report.figures_rule)?;
    for event in events {
        let documents = Count(event.documents.len(), "document");
        writeln!(f, "\n### {}: {}, {documents}\n", event.id, Md(&event.label))?;
        writeln!(f, "| counted | range | best |\n|---|---|---|")?;
        for figure in &event.figures {
            let best = figure
                .best
                .map_or_else(String::new, |best| best.to_string());
            let counted = figure.counted();
            writeln!(f, "| {} | {} | {best} |", Md(counted), figure.range())?;
        }
    }
    Ok(())
}

fn write_let_go(f: &mut fmt::Formatter<'_>, report: &Report) -> fmt::Result {
    let counts = let_go(&report.relations);
    if counts.is_empty() {
        return Ok(());
    }
    let total: usize = counts.iter().map(|(_, n, _)| n).sum();
    writeln!(
        f,
        "\n## Let go: {} that are no dispute\n",
        Count(total, "pair")
    )?;
    for (reason, n, why) in counts {
        writeln!(f, "- {n} because {}, e.g. {}", reason.reason(), Md(why))?;
    }
    match report.relations_left_out {
        0 => {}
        n => writeln!(f, "- {n} more are not listed")?,
    }
    match report.sums_stopped {
        0 => Ok(()),
        n => writeln!(f, "- {n} sums have too many parts to be tried to the end"),
    }
}

fn write_problems(f: &mut fmt::Formatter<'_>, report: &Report) -> fmt::Result {
    if report.problems.is_empty() {
        return Ok(());
    }
    writeln!(f, "\n## Problems\n")?;
    (report.problems.iter()).try_for_each(|problem| writeln!(f, "- {}", Md(problem)))
}

fn write_documents(f: &mut fmt::Formatter<'_>, report: &Report) -> fmt::Result {
    if report.documents.is_empty() {
        return Ok(());
    }
    writeln!(
        f,
        "\n## Documents\n\n| document | outlet | published | title | copy of |\n|---|---|---|---|---|"
    )?;
    for document in &report.documents {
        let published = document
            .published
            .map_or_else(String::new, |p| p.day.to_string());
        let copy_of = document
            .copy_of
            .as_ref()
            .map_or_else(String::new, ToString::to_string);
        writeln!(
            f,
            "| {} | {} | {published} | {} | {} |",
            Md(&document.id),
            Md(document.outlet.as_deref().unwrap_or_default()),
            Md(document.title.as_deref().unwrap_or_default()),
            Md(copy_of)
        )?;
    }
    Ok(())
}

/// Words of a document in Markdown, where they are only words.
struct Md<T>(T);

impl<T: fmt::Display> fmt::Display for Md<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write as _;
        for c in Plain(&self.0).to_string().chars() {
            match c {
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '|' | '#' | '~' => {
                    f.write_char('\\')?;
                    f.write_char(c)?;
                }
                '&' => f.write_str("&amp;")?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    #[test]
    fn a_report_can_be_handed_on() {
        insta::assert_snapshot!(Markdown(&fixture::report()));
    }

    #[test]
    fn words_of_a_document_are_only_words() {
        assert_eq!(
            Md("a *b* [c](d) <e> f|g\nh").to_string(),
            r"a \*b\* \[c\](d) \<e> f\|g h"
        );
    }
}
