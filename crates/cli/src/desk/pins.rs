use rashomon_extractor::{Document, DocumentId};
use rashomon_graph::Pins;

use super::{
    file::{Entry, File, Pin},
    usage::Usage,
};

/// The pins of a file, as far as its documents are among these.
pub(super) fn of(file: &File, documents: &[Document], usage: &mut Usage) -> Pins {
    let resolve = |pins: &[Entry<Pin>], used: &mut [bool]| {
        let resolved = pins.iter().zip(used).map(|(entry, used)| {
            let named = entry.value.documents.iter();
            let found: Vec<DocumentId> = named.flat_map(|name| named_by(name, documents)).collect();
            *used = found.len() > 1;
            found
        });
        resolved.collect()
    };
    Pins {
        same: resolve(&file.same_event, &mut usage.same_events),
        different: resolve(&file.different_event, &mut usage.different_events),
    }
}

/// The documents with this id, this end of a path, or this address: "clash.txt", "a/clash.txt".
fn named_by(name: &str, documents: &[Document]) -> Vec<DocumentId> {
    let is_named = |document: &&Document| {
        let id = document.id.as_str();
        let is_end = id
            .strip_suffix(name)
            .is_some_and(|before| before.is_empty() || before.ends_with('/'));
        is_end || document.url.as_deref() == Some(name)
    };
    let found = documents.iter().filter(is_named);
    found.map(|document| document.id.clone()).collect()
}
