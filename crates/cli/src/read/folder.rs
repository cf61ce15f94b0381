use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{kind::Kind, source::Source};

/// The files of a folder that may hold documents, folders inside it counted, sorted by name.
///
/// Hidden files, files of unknown kinds and links to folders are passed over. A folder that cannot
/// be listed is handed to `refused`.
pub(crate) fn files(folder: &Path, refused: &mut impl FnMut(&Path, &io::Error)) -> Vec<PathBuf> {
    let mut files = Vec::new();
    collect(folder, &mut files, refused);
    files
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>, refused: &mut impl FnMut(&Path, &io::Error)) {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(error) => return refused(folder, &error),
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let path = entry.path();
        // a link to a folder may lead round in a circle, so only real folders are entered
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            collect(&path, files, refused);
        } else if path.is_file() && holds_documents(&path) {
            files.push(path);
        }
    }
}

/// Whether a file's name is one of documents; what is merely called `.xml` must be a feed, too.
fn holds_documents(path: &Path) -> bool {
    let Some(kind) = Kind::of(path) else {
        return false;
    };
    let is_xml = kind == Kind::Feed
        && (path.extension()).is_some_and(|extension| extension.eq_ignore_ascii_case("xml"));
    kind.in_folders()
        && (!is_xml || Source::unnamed(path).is_ok_and(|source| source.kind == Kind::Feed))
}
