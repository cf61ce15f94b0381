use jiff::civil::{Date, DateTime};
use rashomon_extractor::Published;

/// The day of a `published` field: `2020-02-04`, or RFC 3339 with a time of day.
///
/// Day and time are taken as they are written, in the outlet's own time zone.
pub(crate) fn published(text: &str) -> Option<Published> {
    let text = text.trim();
    let local = text.strip_suffix(['Z', 'z']).unwrap_or(text);
    if local.contains(':') {
        let at: DateTime = local.parse().ok()?;
        return Some(Published {
            day: at.date(),
            time: Some(at.time()),
        });
    }
    local.parse::<Date>().ok().map(Published::on)
}

/// The first full date of a line.
pub(crate) fn find(_line: &str) -> Option<Published> {
    None
}
