use std::collections::BTreeMap;

use super::file::{Entry, File};

/// More entries that match nothing than this are only counted.
const MOST_TOLD: usize = 5;

/// Which entries of a file were of use in a run.
#[derive(Debug, Default)]
pub(super) struct Usage {
    pub(super) outlets: Vec<bool>,
    pub(super) speakers: Vec<bool>,
    pub(super) same_events: Vec<bool>,
    pub(super) different_events: Vec<bool>,
    /// How many claims or disputes each entry passed over.
    ignored: BTreeMap<usize, usize>,
}

impl Usage {
    pub(super) fn of(file: &File) -> Self {
        Self {
            outlets: vec![false; file.outlet.len()],
            speakers: vec![false; file.speaker.len()],
            same_events: vec![false; file.same_event.len()],
            different_events: vec![false; file.different_event.len()],
            ignored: BTreeMap::new(),
        }
    }

    pub(super) fn pass_over(&mut self, entry: usize) {
        *self.ignored.entry(entry).or_default() += 1;
    }

    /// "2 entries match nothing here: outlet `The Wire` (line 3), …"
    pub(super) fn unused(&self, file: &File) -> Option<(Option<usize>, String)> {
        let mut unused: Vec<(usize, String)> = Vec::new();
        let mut add = |line, what: String| unused.push((line, what));
        for entry in idle(&file.outlet, &self.outlets) {
            add(entry.line, format!("outlet `{}`", entry.value.name));
        }
        for entry in idle(&file.speaker, &self.speakers) {
            add(entry.line, format!("speaker `{}`", entry.value.name));
        }
        let pins = [
            ("same_event", &file.same_event, &self.same_events),
            (
                "different_event",
                &file.different_event,
                &self.different_events,
            ),
        ];
        for (name, entries, used) in pins {
            for entry in idle(entries, used) {
                let documents = entry.value.documents.join("`, `");
                add(entry.line, format!("{name} `{documents}`"));
            }
        }
        for (index, entry) in file.ignore.iter().enumerate() {
            if !self.ignored.contains_key(&index) {
                let ids = [&entry.value.claim, &entry.value.dispute];
                let id = ids.into_iter().flatten().next();
                add(
                    entry.line,
                    format!("ignore `{}`", id.map_or("", String::as_str)),
                );
            }
        }
        unused.sort();
        let (first, _) = unused.first()?;
        let line = *first;
        let told: Vec<String> = (unused.iter().take(MOST_TOLD))
            .map(|(line, what)| format!("{what} (line {line})"))
            .collect();
        let more = unused.len().saturating_sub(MOST_TOLD);
        let more = if more > 0 {
            format!(" and {more} more")
        } else {
            String::new()
        };
        let message = format!(
            "entries that match nothing here: {}{more}; correct or remove them, unless other documents need them",
            told.join(", ")
        );
        Some((Some(line), message))
    }

    /// "3 claims or disputes are ignored, as 2 entries ask"
    pub(super) fn passed_over(&self) -> Option<(Option<usize>, String)> {
        let all: usize = self.ignored.values().sum();
        let entries = self.ignored.len();
        let is = if all == 1 {
            "claim or dispute is"
        } else {
            "claims or disputes are"
        };
        let ask = if entries == 1 {
            "one entry asks"
        } else {
            "entries ask"
        };
        (all > 0).then(|| (None, format!("{all} {is} ignored, as {ask}")))
    }
}

fn idle<'e, T>(entries: &'e [Entry<T>], used: &'e [bool]) -> impl Iterator<Item = &'e Entry<T>> {
    let idle = entries.iter().zip(used).filter(|(_, used)| !**used);
    idle.map(|(entry, _)| entry)
}
