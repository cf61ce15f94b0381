//! The report as one HTML page that needs nothing else.

mod policy; // what the page may do: nothing but its own style and script
mod excerpt; // a sentence with the claim's words marked
mod page; // what stands on the page, and where
mod article; // the texts, or what there is room for
mod finding; // a dispute
mod event; // an event: its figures and its network
mod filter; // what can be filtered by
mod ledger; // what was let go
mod view; // the whole page, in plain words

use std::io::Write;

use anyhow::Result;

use super::{Report, template};
use view::View;

/// Writes a report as HTML.
pub(crate) fn write(report: &Report, out: &mut dyn Write) -> Result<()> {
    let page = template::render("page.html", &View::new(report))?;
    Ok(out.write_all(page.as_bytes())?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    #[test]
    fn a_page_needs_nothing_else() {
        let mut page = Vec::new();
        write(&fixture::report(), &mut page).unwrap();
        let page = String::from_utf8(page).unwrap();
        let (_, body) = page.split_once("<body>").unwrap();
        let (body, _) = body.split_once("<script>").unwrap();
        insta::assert_snapshot!(body);
    }
}
