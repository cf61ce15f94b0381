//! Where words stand in a file, for programs that show files.

use std::path::Path;

use super::Quote;

/// A file and a line of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Site<'q> {
    pub(super) file: &'q str,
    /// `None` where lines of the text are no lines of the file: pages, PDF files.
    pub(super) line: Option<usize>,
}

/// Files whose lines are those of their texts.
const TEXTS: [&str; 4] = ["txt", "text", "md", "markdown"];

impl<'q> Site<'q> {
    /// Where a quote stands; the third line of `news.jsonl` is the document `news.jsonl:3`.
    pub(super) fn of(quote: &'q Quote) -> Self {
        let id = quote.document.as_str();
        if let Some((file, number)) = id.rsplit_once(':')
            && let Ok(number) = number.parse()
        {
            let line = is_one_of(file, &["jsonl", "ndjson"]).then_some(number);
            return Self { file, line };
        }
        Self {
            file: id,
            line: is_one_of(id, &TEXTS).then_some(quote.line),
        }
    }
}

fn is_one_of(file: &str, extensions: &[&str]) -> bool {
    let extension = Path::new(file).extension().and_then(|it| it.to_str());
    extension.is_some_and(|it| {
        extensions
            .iter()
            .any(|known| known.eq_ignore_ascii_case(it))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    #[test]
    fn lines_are_those_of_the_file() {
        let report = fixture::report();
        let quote = &report.disputes[0].sides[0].quotes[0];
        let check = |document: &str, file: &str, line: Option<usize>| {
            let quote = Quote {
                document: document.to_owned(),
                ..quote.clone()
            };
            assert_eq!(Site::of(&quote), Site { file, line });
        };
        check("a/wire.txt", "a/wire.txt", Some(3));
        check("news.jsonl:17", "news.jsonl", Some(17));
        check("crawl.warc.gz:17", "crawl.warc.gz", None);
        check("a.html", "a.html", None);
    }
}
