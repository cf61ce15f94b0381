use rashomon_extractor::Published;

use super::date;

/// The longest first line that is taken as a headline.
const LONGEST_TITLE: usize = 250;

/// What the first lines of a bare text say about it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) title: Option<String>,
    pub(crate) outlet: Option<String>,
    pub(crate) author: Option<String>,
    pub(crate) published: Option<Published>,
    pub(crate) url: Option<String>,
}

/// Reads the first lines of a text.
pub(crate) fn head(text: &str) -> Head {
    let mut lines = text
        .trim_start_matches('\u{feff}')
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .take(12);
    let mut head = Head::default();
    let Some(first) = lines.next() else {
        return head;
    };
    if first.len() <= LONGEST_TITLE {
        head.title = Some(first.trim_matches(['#', '*', ' ']).to_owned());
    }
    head.published = lines
        .take_while(|line| line.len() <= 120)
        .find_map(date::find);
    head
}
