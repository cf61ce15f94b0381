use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
    path::Path,
};

use super::{kind::Kind, packed};

/// How much of a file is read at a time.
const AT_A_TIME: usize = 1 << 18;
/// How much of a file tells its kind.
const START: u64 = 4_096;
/// Spans hold their offsets in 32 bits.
pub(super) const LARGEST: u64 = u32::MAX as u64;

/// A file that was opened, unpacked where it is packed, and of a kind that its content bears out.
pub(super) struct Source<'i> {
    pub(super) kind: Kind,
    input: Box<dyn BufRead + 'i>,
}

impl<'i> Source<'i> {
    /// Opens a file.
    pub(super) fn open(path: &Path) -> io::Result<Source<'static>> {
        let file = BufReader::with_capacity(AT_A_TIME, File::open(path)?);
        Source::of(file, Kind::of(path))
    }

    /// Opens a file whatever it is called.
    pub(super) fn unnamed(path: &Path) -> io::Result<Source<'static>> {
        Source::of(BufReader::new(File::open(path)?), None)
    }

    /// Begins to read a stream.
    pub(super) fn of(input: impl BufRead + 'i, by_name: Option<Kind>) -> io::Result<Self> {
        let mut input = packed::unpacked(input)?;
        let mut start = Vec::new();
        (&mut input).take(START).read_to_end(&mut start)?;
        Ok(Self {
            kind: Kind::decide(by_name, &start),
            input: Box::new(io::Cursor::new(start).chain(input)),
        })
    }

    /// Its bytes as they come.
    pub(super) fn stream(self) -> Box<dyn BufRead + 'i> {
        self.input
    }

    /// All its bytes; `None` if there are more than spans can count.
    pub(super) fn whole(self) -> io::Result<Option<Vec<u8>>> {
        let mut bytes = Vec::new();
        self.input.take(LARGEST + 1).read_to_end(&mut bytes)?;
        Ok((bytes.len() as u64 <= LARGEST).then_some(bytes))
    }
}
