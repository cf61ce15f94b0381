//! The report as Markdown, for people who write.

use std::fmt;

use rashomon_graph::{Severity, quoted};

use super::{
    Dispute, Document, Quote, Report,
    claim::short,
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
        write_contents(f, report)?;
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

/// Each question with its answers and where it is told in full, where there are several.
fn write_contents(f: &mut fmt::Formatter<'_>, report: &Report) -> fmt::Result {
    if report.disputes.len() < 2 {
        return Ok(());
    }
    writeln!(f, "\n| | question | answers | |\n|---|---|---|---|")?;
    for (index, dispute) in report.disputes.iter().enumerate() {
        let number = index + 1;
        let answers: Vec<String> = (dispute.sides.iter())
            .map(|side| Md(&side.answer).to_string())
            .collect();
        let severity = match dispute.severity {
            Severity::Hard => "hard",
            Severity::Soft => "soft",
        };
        writeln!(
            f,
            "| {number} | [{}](#{}) | {} | {severity} |",
            Md(&dispute.question),
            short(&dispute.id),
            answers.join(" / ")
        )?;
    }
    Ok(())
}

fn write_dispute(f: &mut fmt::Formatter<'_>, number: usize, dispute: &Dispute) -> fmt::Result {
    let severity = match dispute.severity {
        Severity::Hard => "**Hard**: as worded, they cannot all be true.",
        Severity::Soft => "**Soft**: a plain reading can reconcile them.",
    };
    let id = short(&dispute.id);
    writeln!(f, "\n<a id=\"{id}\"></a>")?;
    writeln!(f, "\n## {number}. {}\n\n{severity}", Md(&dispute.question))?;
    if !dispute.event_label.is_empty() {
        writeln!(f, "Event {}: {}.", dispute.event, Md(&dispute.event_label))?;
    }
    for side in &dispute.sides {
        writeln!(f, "\n### {} ({})", Md(&side.answer), Backing(side))?;
        for quote in &side.quotes {
            write_quote(f, quote)?;
        }
    }
    if !dispute.bystanders.is_empty() {
        writeln!(f, "\n### Fits more than one answer")?;
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

/// "> Syrian shells killed **six Turkish soldiers** near …", and who says so
fn write_quote(f: &mut fmt::Formatter<'_>, quote: &Quote) -> fmt::Result {
    write!(f, "\n> ")?;
    match quote.sentence.split_once(&quote.words) {
        Some((before, after)) if !quote.words.is_empty() => {
            write!(f, "{}**{}**{}", Md(before), Md(&quote.words), Inner(after))?;
        }
        _ => write!(f, "{}", Md(&quote.sentence))?,
    }
    let copy = if quote.is_copy { ", a copy" } else { "" };
    writeln!(
        f,
        "\n>\n> — {} ({}, line {}{copy})",
        Inner(&quote.voice),
        Code(&quote.document),
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
            Code(&document.id),
            Md(document.outlet.as_deref().unwrap_or_default()),
            Title(document),
            Md(copy_of)
        )?;
    }
    Ok(())
}

/// Words of a document in Markdown, where they are only words, at the beginning of a line too.
struct Md<T>(T);

impl<T: fmt::Display> fmt::Display for Md<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = self.0.to_string();
        let digits = words.chars().take_while(char::is_ascii_digit).count();
        let is_item = digits > 0
            && [". ", ") "]
                .iter()
                .any(|mark| words[digits..].starts_with(mark));
        if is_item {
            let (number, rest) = words.split_at(digits);
            return write!(f, "{number}\\{}", Inner(rest));
        }
        if words.starts_with(['-', '+', '>', '=']) {
            f.write_str("\\")?;
        }
        write!(f, "{}", Inner(words))
    }
}

/// Words of a document within a line.
struct Inner<T>(T);

impl<T: fmt::Display> fmt::Display for Inner<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write as _;
        for c in Plain(&self.0).to_string().chars() {
            match c {
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '|' | '#' | '~' | '$' => {
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

/// The name of a file as code, in a table too.
struct Code<T>(T);

impl<T: fmt::Display> fmt::Display for Code<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = Plain(&self.0).to_string().replace(['`', '|'], "'");
        write!(f, "`{name}`")
    }
}

/// A title, as a link where the document has an address on the web.
struct Title<'d>(&'d Document);

impl fmt::Display for Title<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let title = self.0.title.as_deref().unwrap_or_default();
        let is_web = |url: &&str| {
            let web = url.starts_with("https://") || url.starts_with("http://");
            web && url
                .bytes()
                .all(|b| b.is_ascii_graphic() && !b"<>()[]|\\`\"".contains(&b))
        };
        match self.0.url.as_deref().filter(is_web) {
            Some(url) if title.is_empty() => write!(f, "<{url}>"),
            Some(url) => write!(f, "[{}]({url})", Inner(title)),
            None => write!(f, "{}", Inner(title)),
        }
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
        assert_eq!(Md("- six").to_string(), r"\- six");
        assert_eq!(Md("12. six").to_string(), r"12\. six");
        assert_eq!(Code("a|`b`.txt").to_string(), "`a''b'.txt`");
    }
}
