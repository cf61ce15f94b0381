//! Annotations of GitHub Actions: a dispute beside the line that it rests on.

use std::fmt;

use rashomon_graph::Severity;

use super::{Dispute, Quote, Report, site::Site};

/// A report as workflow commands, one a line.
pub(crate) struct GitHub<'r>(pub &'r Report);

impl fmt::Display for GitHub<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for dispute in &self.0.disputes {
            for side in &dispute.sides {
                if let Some(quote) = side.originals().next().or(side.quotes.first()) {
                    annotation(f, dispute, &side.answer, quote)?;
                }
            }
        }
        for problem in &self.0.problems {
            let level = if problem.fatal { "error" } else { "notice" };
            write!(f, "::{level} file={}", Property(&problem.document))?;
            if let Some(line) = problem.line {
                write!(f, ",line={line}")?;
            }
            writeln!(f, "::{}", Message(&problem.message))?;
        }
        Ok(())
    }
}

fn annotation(
    f: &mut fmt::Formatter<'_>,
    dispute: &Dispute,
    answer: &str,
    quote: &Quote,
) -> fmt::Result {
    let level = match dispute.severity {
        Severity::Hard => "error",
        Severity::Soft => "warning",
    };
    let Site { file, line } = Site::of(quote);
    write!(f, "::{level} file={}", Property(file))?;
    if let Some(line) = line {
        write!(f, ",line={line}")?;
    }
    let message = format!("Here: {answer}. {} {}", dispute.sentence, dispute.why);
    writeln!(
        f,
        ",title={}::{}",
        Property(&dispute.question),
        Message(&message)
    )
}

/// The words of a message, on one line.
struct Message<'m>(&'m str);

impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        escaped(f, self.0, &[('%', "%25"), ('\r', "%0D"), ('\n', "%0A")])
    }
}

/// The value of a property, in which colons and commas have a meaning of their own.
struct Property<'p>(&'p str);

impl fmt::Display for Property<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let marks = [
            ('%', "%25"),
            ('\r', "%0D"),
            ('\n', "%0A"),
            (':', "%3A"),
            (',', "%2C"),
        ];
        escaped(f, self.0, &marks)
    }
}

fn escaped(f: &mut fmt::Formatter<'_>, text: &str, marks: &[(char, &str)]) -> fmt::Result {
    for c in text.chars() {
        match marks.iter().find(|(mark, _)| *mark == c) {
            Some((_, escape)) => f.write_str(escape)?,
            None => write!(f, "{c}")?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    #[test]
    fn a_dispute_stands_beside_each_of_its_sides() {
        insta::assert_snapshot!(GitHub(&fixture::report()));
    }

    #[test]
    fn words_cannot_end_their_line() {
        assert_eq!(Message("100%\n::error::").to_string(), "100%25%0A::error::");
        assert_eq!(Property("a,b:c").to_string(), "a%2Cb%3Ac");
    }
}
