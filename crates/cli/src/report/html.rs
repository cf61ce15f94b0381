//! The report as one HTML page that needs nothing else.

use std::fmt;

use rashomon_graph::Severity;

use super::{
    Dispute, Quote, Report,
    claim::short,
    dispute::{Backing, Side},
    relation::{LetGo, let_go},
    summary::Summary,
    words::{Count, Plain},
};

/// A report as HTML.
pub(crate) struct Page<'r>(pub &'r Report);

const STYLE: &str = include_str!("page.css");

impl fmt::Display for Page<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let report = self.0;
        writeln!(
            f,
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">"
        )?;
        writeln!(
            f,
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        )?;
        writeln!(
            f,
            "<title>Where the sources disagree</title>\n<style>\n{STYLE}</style>\n</head>"
        )?;
        writeln!(f, "<body>\n<h1>Where the sources disagree</h1>")?;
        writeln!(f, "<p class=\"summary\">{}</p>", Html(Summary(report)))?;
        for (index, dispute) in report.disputes.iter().enumerate() {
            write_dispute(f, index + 1, dispute)?;
        }
        write_moved(f, report)?;
        write_figures(f, report)?;
        write_let_go(f, report)?;
        write_problems(f, report)?;
        write_documents(f, report)?;
        writeln!(f, "</body>\n</html>")
    }
}

fn write_dispute(f: &mut fmt::Formatter<'_>, number: usize, dispute: &Dispute) -> fmt::Result {
    let (class, severity) = match dispute.severity {
        Severity::Hard => ("hard", "hard: as worded, they cannot all be true"),
        Severity::Soft => ("soft", "soft: a plain reading can reconcile them"),
    };
    writeln!(
        f,
        "<section class=\"dispute {class}\" id=\"{}\">",
        dispute.id
    )?;
    writeln!(f, "<h2>{number}. {}</h2>", Html(&dispute.question))?;
    write!(f, "<p class=\"severity\">{severity}")?;
    if !dispute.event_label.is_empty() {
        write!(
            f,
            " · event {}: {}",
            dispute.event,
            Html(&dispute.event_label)
        )?;
    }
    writeln!(f, " · <code>{}</code></p>", short(&dispute.id))?;
    writeln!(f, "<div class=\"sides\">")?;
    for side in &dispute.sides {
        write_side(f, side)?;
    }
    writeln!(f, "</div>")?;
    if !dispute.bystanders.is_empty() {
        writeln!(f, "<details><summary>Fits more than one answer</summary>")?;
        dispute
            .bystanders
            .iter()
            .try_for_each(|quote| write_quote(f, quote))?;
        writeln!(f, "</details>")?;
    }
    if let Some(sum) = &dispute.sum {
        writeln!(f, "<p><b>Sum:</b> {}</p>", Html(sum))?;
    }
    writeln!(f, "<p><b>Why:</b> {}</p>", Html(&dispute.why))?;
    writeln!(
        f,
        "<p><b>To paste:</b> {}</p>\n</section>",
        Html(&dispute.sentence)
    )
}

fn write_side(f: &mut fmt::Formatter<'_>, side: &Side) -> fmt::Result {
    writeln!(f, "<div class=\"side\">\n<h3>{}</h3>", Html(&side.answer))?;
    writeln!(f, "<p>{}</p>", Backing(side))?;
    side.quotes
        .iter()
        .try_for_each(|quote| write_quote(f, quote))?;
    writeln!(f, "</div>")
}

fn write_quote(f: &mut fmt::Formatter<'_>, quote: &Quote) -> fmt::Result {
    write!(f, "<figure><blockquote>")?;
    match quote.sentence.split_once(&quote.words) {
        Some((before, after)) => {
            let words = Html(&quote.words);
            write!(f, "{}<mark>{words}</mark>{}", Html(before), Html(after))?;
        }
        None => write!(f, "{}", Html(&quote.sentence))?,
    }
    let place = format!("{}:{}", quote.document, quote.line);
    writeln!(
        f,
        "</blockquote><figcaption>{} <code>{}</code></figcaption></figure>",
        Html(&quote.voice),
        Html(&place)
    )
}

fn write_moved(f: &mut fmt::Formatter<'_>, report: &Report) -> fmt::Result {
    let mut moved = report.moved().peekable();
    if moved.peek().is_none() {
        return Ok(());
    }
    writeln!(f, "<h2>Figures that moved</h2>\n<ul>")?;
    for (kind, earlier, later) in moved {
        let verb = if kind == LetGo::Retracts {
            "was withdrawn by"
        } else {
            "became"
        };
        writeln!(
            f,
            "<li>“{}” ({}) {verb} “{}” ({})</li>",
            Html(&earlier.words),
            Html(&earlier.voice),
            Html(&later.words),
            Html(&later.voice)
        )?;
    }
    writeln!(f, "</ul>")
}

fn write_figures(f: &mut fmt::Formatter<'_>, report: &Report) -> fmt::Result {
    let mut events = report.main_events().peekable();
    if events.peek().is_none() {
        return Ok(());
    }
    writeln!(f, "<h2>Figures (rule: {})</h2>", report.figures_rule)?;
    for event in events {
        let documents = Count(event.documents.len(), "document");
        writeln!(
            f,
            "<h3>{}: {}, {documents}</h3>",
            event.id,
            Html(&event.label)
        )?;
        writeln!(f, "<table>\n<tr><th>counted<th>range<th>best")?;
        for figure in &event.figures {
            let best = figure
                .best
                .map_or_else(String::new, |best| best.to_string());
            let counted = figure.counted();
            writeln!(
                f,
                "<tr><td>{}<td>{}<td>{best}",
                Html(counted),
                figure.range()
            )?;
        }
        writeln!(f, "</table>")?;
    }
    Ok(())
}

fn write_let_go(f: &mut fmt::Formatter<'_>, report: &Report) -> fmt::Result {
    let counts = let_go(&report.relations);
    if counts.is_empty() {
        return Ok(());
    }
    let total: usize = counts.iter().map(|(_, n, _)| n).sum();
    let total = Count(total, "pair");
    writeln!(
        f,
        "<details>\n<summary>Let go: {total} that are no dispute</summary>\n<ul>"
    )?;
    for (reason, n, why) in counts {
        writeln!(
            f,
            "<li>{n} because {}, e.g. {}</li>",
            reason.reason(),
            Html(why)
        )?;
    }
    if report.relations_left_out > 0 {
        writeln!(
            f,
            "<li>{} more are not listed</li>",
            report.relations_left_out
        )?;
    }
    if report.sums_stopped > 0 {
        writeln!(
            f,
            "<li>{} sums have too many parts to be tried to the end</li>",
            report.sums_stopped
        )?;
    }
    writeln!(f, "</ul>\n</details>")
}

fn write_problems(f: &mut fmt::Formatter<'_>, report: &Report) -> fmt::Result {
    if report.problems.is_empty() {
        return Ok(());
    }
    writeln!(f, "<h2>Problems</h2>\n<ul>")?;
    for problem in &report.problems {
        writeln!(f, "<li>{}</li>", Html(problem))?;
    }
    writeln!(f, "</ul>")
}

fn write_documents(f: &mut fmt::Formatter<'_>, report: &Report) -> fmt::Result {
    writeln!(f, "<h2>Documents</h2>\n<table>")?;
    writeln!(
        f,
        "<tr><th>document<th>outlet<th>published<th>title<th>copy of"
    )?;
    for document in &report.documents {
        let published = document
            .published
            .map_or_else(String::new, |p| p.day.to_string());
        let copy_of = document
            .copy_of
            .as_ref()
            .map_or_else(String::new, ToString::to_string);
        let title = Html(document.title.as_deref().unwrap_or_default()).to_string();
        let title = match document.url.as_deref() {
            // other schemes could run scripts
            Some(url) if url.starts_with("https://") || url.starts_with("http://") => {
                format!("<a href=\"{}\" rel=\"noreferrer\">{title}</a>", Html(url))
            }
            _ => title,
        };
        writeln!(
            f,
            "<tr><td>{}<td>{}<td>{published}<td>{title}<td>{}",
            Html(&document.id),
            Html(document.outlet.as_deref().unwrap_or_default()),
            Html(&copy_of)
        )?;
    }
    writeln!(f, "</table>")
}

/// Words of a document in HTML, where they are only words.
struct Html<T>(T);

impl<T: fmt::Display> fmt::Display for Html<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write as _;
        for c in Plain(&self.0).to_string().chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
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
    fn a_page_needs_nothing_else() {
        insta::assert_snapshot!(Page(&fixture::report()));
    }

    #[test]
    fn words_of_a_document_are_only_words() {
        assert_eq!(
            Html("<b> & \"c\"").to_string(),
            "&lt;b&gt; &amp; &quot;c&quot;"
        );
    }
}
