use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// How the documents of a file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// One article as plain text or Markdown.
    Text,
    /// One article as a saved web page.
    Page,
    /// One article a line, as JSON.
    Lines,
    /// One article or a list of them, as JSON.
    Json,
    /// A table of files: a manifest.
    Manifest,
}

impl Kind {
    /// What a file's name says about it.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "txt" | "text" | "md" | "markdown" => Some(Self::Text),
            "html" | "htm" | "xhtml" => Some(Self::Page),
            "jsonl" | "ndjson" => Some(Self::Lines),
            "json" => Some(Self::Json),
            "csv" => Some(Self::Manifest),
            _ => None,
        }
    }

    /// Whether such files are taken out of a folder; `.json` files there are mostly settings, `.csv`
    /// files mostly tables of figures.
    fn in_folders(self) -> bool {
        !matches!(self, Self::Json | Self::Manifest)
    }
}

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
        } else if path.is_file() && Kind::of(&path).is_some_and(Kind::in_folders) {
            files.push(path);
        }
    }
}
