//! A manifest: a table of files with what they do not say themselves, `path,outlet,published`.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::{Options, date};

/// A file of a manifest, and on which line it stands there.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) line: usize,
    /// Its path, reckoned from the manifest's own folder.
    pub(super) path: PathBuf,
    pub(super) options: Options,
}

#[derive(Deserialize)]
struct Row {
    path: String,
    #[serde(default)]
    outlet: Option<String>,
    #[serde(default)]
    published: Option<String>,
}

/// The files of a manifest, each or what is wrong with its line; what a line leaves empty is as
/// `options` say. Columns may stand in any order, others are passed over.
pub(super) fn files(
    manifest: &Path,
    bytes: &[u8],
    options: &Options,
) -> Vec<Result<Listed, (usize, String)>> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut rows = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .flexible(true)
        .from_reader(bytes);
    let named = rows
        .headers()
        .is_ok_and(|names| names.iter().any(|name| name == "path"));
    if !named {
        let message = "names no column `path`; a manifest begins with `path,outlet,published`";
        return vec![Err((1, message.to_owned()))];
    }
    let folder = manifest.parent().unwrap_or(Path::new(""));
    let mut listed = Vec::new();
    for row in rows.deserialize::<Row>() {
        let row = row.map_err(|error| {
            let line = error.position().map_or(1, csv::Position::line);
            (
                line as usize,
                format!("not a row of a manifest ({error}); it holds path, outlet, published"),
            )
        });
        listed.push(row.and_then(|row| {
            let line = 2 + listed.len();
            let published = row.published.filter(|day| !day.is_empty());
            let day = match &published {
                Some(day) => Some(date::published(day).ok_or_else(|| {
                    (
                        line,
                        format!("`{day}` is no day; write a day as 2020-02-04"),
                    )
                })?),
                None => options.published,
            };
            let outlet = row.outlet.filter(|outlet| !outlet.is_empty());
            Ok(Listed {
                line,
                path: folder.join(row.path),
                options: Options {
                    outlet: outlet.or_else(|| options.outlet.clone()),
                    published: day,
                    ..options.clone()
                },
            })
        }));
    }
    listed
}
