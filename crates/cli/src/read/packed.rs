//! Files as they lie on a disk: as they are, or packed by gzip or Zstandard.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::{
    BlockDecodingStrategy, FrameDecoder,
    errors::{FrameDecoderError, ReadFrameHeaderError::SkipFrame},
};

/// How much is unpacked at a time.
const AT_A_TIME: usize = 1 << 18;

/// The content of a file, unpacked as it is read.
pub(super) fn unpacked<'i>(mut input: impl BufRead + 'i) -> io::Result<Box<dyn BufRead + 'i>> {
    let start = input.fill_buf()?;
    if start.starts_with(b"\x1f\x8b\x08") {
        let decoder = MultiGzDecoder::new(input);
        return Ok(Box::new(BufReader::with_capacity(AT_A_TIME, decoder)));
    }
    // a frame, or a frame of a user's own before it
    if start.starts_with(b"\x28\xb5\x2f\xfd") || start.get(1..4) == Some(b"\x2a\x4d\x18") {
        let frames = Frames {
            input,
            decoder: FrameDecoder::new(),
            open: false,
        };
        return Ok(Box::new(BufReader::with_capacity(AT_A_TIME, frames)));
    }
    Ok(Box::new(input))
}

/// The frames of a Zstandard file, one after the other.
struct Frames<R> {
    input: R,
    decoder: FrameDecoder,
    /// Within a frame.
    open: bool,
}

impl<R: BufRead> Frames<R> {
    /// Opens the next frame; `false` at the end of the file.
    fn open(&mut self) -> io::Result<bool> {
        while !self.input.fill_buf()?.is_empty() {
            match self.decoder.init(&mut self.input) {
                Ok(()) => {
                    self.open = true;
                    return Ok(true);
                }
                Err(FrameDecoderError::ReadFrameHeaderError(SkipFrame { length, .. })) => {
                    let mut passed_over = (&mut self.input).take(length.into());
                    io::copy(&mut passed_over, &mut io::sink())?;
                }
                Err(error) => return Err(damaged(&error)),
            }
        }
        Ok(false)
    }
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        loop {
            if !self.open && !self.open()? {
                return Ok(0);
            }
            while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
                let one = BlockDecodingStrategy::UptoBlocks(1);
                (self.decoder.decode_blocks(&mut self.input, one)).map_err(|e| damaged(&e))?;
            }
            let length = self.decoder.read(buffer)?;
            if length > 0 {
                return Ok(length);
            }
            self.open = false;
        }
    }
}

fn damaged(error: &impl ToString) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error.to_string())
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::Write as _;

    use super::*;

    pub(in crate::read) fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(bytes).expect("memory takes it");
        encoder.finish().expect("memory takes it")
    }

    pub(in crate::read) fn zstd(bytes: &[u8]) -> Vec<u8> {
        ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
    }

    #[track_caller]
    fn check(packed: &[u8], expected: &[u8]) {
        let mut bytes = Vec::new();
        let mut input = unpacked(packed).expect("a file");
        input.read_to_end(&mut bytes).expect("whole");
        assert_eq!(bytes, expected);
    }

    #[test]
    fn files_are_unpacked_by_what_they_begin_with() {
        check(b"Six died.", b"Six died.");
        check(&gzip(b"Six died."), b"Six died.");
        check(&zstd(b"Six died."), b"Six died.");
        check(b"", b"");
    }

    #[test]
    fn files_of_several_members_are_read_to_their_end() {
        let gzip = [gzip(b"Six died. "), gzip(b""), gzip(b"Eight died.")].concat();
        check(&gzip, b"Six died. Eight died.");
        let passed_over = b"\x50\x2a\x4d\x18\x03\0\0\0abc".to_vec();
        let zstd = [passed_over, zstd(b"Six died. "), zstd(b"Eight died.")].concat();
        check(&zstd, b"Six died. Eight died.");
    }

    #[test]
    fn a_damaged_file_gives_what_stands_before_the_damage() {
        for mut packed in [
            gzip(&b"Six died. ".repeat(90_000)),
            zstd(&b"Six died. ".repeat(90_000)),
        ] {
            packed.truncate(packed.len() / 2);
            let mut bytes = Vec::new();
            let mut input = unpacked(packed.as_slice()).expect("a file");
            assert!(input.read_to_end(&mut bytes).is_err());
        }
    }
}
