//! A list of files, as `find -print0`, `git ls-files` and people write it.

use std::{
    fs,
    io::{self, Read as _},
    path::{Path, PathBuf},
};

/// The paths of a list, reckoned from the working folder; `-` is the standard input.
///
/// A line holds one path; where there is a NUL in the list, NULs part them.
pub(super) fn paths(list: &Path) -> io::Result<Vec<PathBuf>> {
    let bytes = if list == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        bytes
    } else {
        fs::read(list)?
    };
    Ok(parted(&bytes))
}

fn parted(bytes: &[u8]) -> Vec<PathBuf> {
    let is_nul_separated = bytes.contains(&0);
    let mark = if is_nul_separated { 0 } else { b'\n' };
    bytes
        .split(|byte| *byte == mark)
        .map(|path| match path.strip_suffix(b"\r") {
            Some(path) if !is_nul_separated => path,
            _ => path,
        })
        .filter(|path| !path.trim_ascii().is_empty())
        .map(path)
        .collect()
}

#[cfg(unix)]
fn path(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt as _;
    PathBuf::from(std::ffi::OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn path(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_holds_a_path_a_line_or_parts_them_by_nul() {
        let check = |list: &[u8], expected: &[&str]| {
            let expected: Vec<_> = expected.iter().map(PathBuf::from).collect();
            assert_eq!(parted(list), expected);
        };
        check(b"a.txt\r\nnews/b c.txt\n\n", &["a.txt", "news/b c.txt"]);
        check(b"a\nb.txt\0c.txt\0", &["a\nb.txt", "c.txt"]);
        check(b"", &[]);
    }
}
