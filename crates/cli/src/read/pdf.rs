//! The text of a PDF file, its lines put together to paragraphs.

use super::intake::{Read, Unread};

/// The article of a PDF file.
#[cfg(feature = "pdf")]
pub(super) fn read(bytes: &[u8]) -> Read {
    use std::panic::catch_unwind;

    use super::{facts::Facts, page, quiet};
    // foreign code on foreign files: what it panics at is a file that it cannot read
    let work = || catch_unwind(|| pdf_extract::extract_text_from_mem(bytes)).ok();
    let read = page::on_deep_stack(|| quiet(work));
    let text = match read.flatten() {
        Some(Ok(text)) => text,
        Some(Err(error)) => {
            let error = error.to_string().to_lowercase();
            return Err(Unread::Broken(format!(
                "a PDF file that cannot be read ({error}); save its text as .txt and give that"
            )));
        }
        None => {
            return Err(Unread::Broken(
                "a PDF file that its reader fails on; save its text as .txt and give that"
                    .to_owned(),
            ));
        }
    };
    let text = flow(&text);
    if text.is_empty() {
        return Err(Unread::left_out(
            "no text is in it, only pictures; run it through OCR",
        ));
    }
    Ok((Facts::default(), text))
}

/// Built without the feature `pdf`.
#[cfg(not(feature = "pdf"))]
pub(super) fn read(_: &[u8]) -> Read {
    Err(Unread::Broken(
        "a PDF file, not text; save its text as .txt and give that".to_owned(),
    ))
}

/// Lines of a page put together to paragraphs: a word parted at a line's end is joined, a blank line
/// or a line that is much shorter than its page and ends a sentence ends a paragraph.
#[cfg(any(feature = "pdf", test))]
fn flow(text: &str) -> String {
    let widest = usual_width(text);
    let mut flowed = String::with_capacity(text.len());
    let mut before = "";
    let mut is_after_blank = false;
    for line in text.lines().map(str::trim) {
        if line.is_empty() || is_page_number(line) {
            is_after_blank = true;
            continue;
        }
        let goes_on = line.starts_with(char::is_lowercase) && !ends_sentence(before);
        let is_item = line.starts_with(['•', '▪', '‣', '–']);
        let is_short = before.len() * 10 < widest * if ends_sentence(before) { 8 } else { 6 };
        // a page may end within a sentence, and a name follow on the next
        let is_apart = is_after_blank && (ends_sentence(before) || before.len() * 10 < widest * 8);
        if before.is_empty() {
        } else if goes_on && is_parted(before) {
            flowed.pop();
        } else if (is_apart || is_short || is_item) && !goes_on {
            flowed.push_str("\n\n");
        } else {
            flowed.push(' ');
        }
        flowed.push_str(line);
        (before, is_after_blank) = (line, false);
    }
    flowed
}

/// The length that nine lines of ten do not pass.
#[cfg(any(feature = "pdf", test))]
fn usual_width(text: &str) -> usize {
    let lines = text.lines().map(|line| line.trim().len());
    let mut widths: Vec<usize> = lines.filter(|width| *width > 0).collect();
    widths.sort_unstable();
    widths.get(widths.len() * 9 / 10).copied().unwrap_or(0)
}

#[cfg(any(feature = "pdf", test))]
fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', ')', '\''])
        .ends_with(['.', '!', '?', ':'])
}

#[cfg(any(feature = "pdf", test))]
fn is_page_number(line: &str) -> bool {
    line.len() <= 4 && line.bytes().all(|byte| byte.is_ascii_digit())
}

/// "govern-" at the end of a line.
#[cfg(any(feature = "pdf", test))]
fn is_parted(line: &str) -> bool {
    (line.strip_suffix(['-', '\u{ad}'])).is_some_and(|stem| stem.ends_with(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_flow_to_paragraphs() {
        let page = "Six soldiers die in clash\n\nSix soldiers were killed near Harran on Monday, the govern-\n\
                    ment said in a statement that was read on state television in the\nevening.\n\
                    Two more are missing, and four were taken to a hospital in the ca-\n\n12\n\npital, doctors said.";
        assert_eq!(
            flow(page),
            "Six soldiers die in clash\n\nSix soldiers were killed near Harran on Monday, the government \
             said in a statement that was read on state television in the evening.\n\nTwo more are missing, \
             and four were taken to a hospital in the capital, doctors said."
        );
    }
}
