//! Where a report is written to: the standard output, or a file.

use std::{
    fs::File,
    io::{self, BufWriter, Write},
};

use anstream::{AutoStream, ColorChoice};
use anyhow::{Context as _, Result};

use crate::args;

/// An open output, and whether it shows colours.
pub(crate) struct Output {
    writer: Box<dyn Write>,
    /// Colours are wanted and can be shown.
    pub styled: bool,
}

impl Output {
    /// Opens what the user asked for.
    pub(crate) fn open(args: &args::Output) -> Result<Self> {
        let wish = match args.color {
            args::Color::Auto => ColorChoice::Auto,
            args::Color::Always => ColorChoice::Always,
            args::Color::Never => ColorChoice::Never,
        };
        let Some(path) = &args.file else {
            let stdout = io::stdout();
            let choice = match wish {
                ColorChoice::Auto => AutoStream::choice(&stdout),
                wish => wish,
            };
            return Ok(Self {
                writer: Box::new(BufWriter::new(stdout.lock())),
                styled: choice != ColorChoice::Never,
            });
        };
        let file =
            File::create(path).with_context(|| format!("{}: cannot be written", path.display()))?;
        Ok(Self {
            writer: Box::new(BufWriter::new(file)),
            styled: wish == ColorChoice::Always,
        })
    }

    /// Writes what is still held back.
    pub(crate) fn finish(mut self) -> Result<()> {
        Ok(self.writer.flush()?)
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// Whether the reader of our output went away, which is its good right: `rashomon … | head`.
pub(crate) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<io::Error>().map(io::Error::kind);
        let json = cause.downcast_ref::<serde_json::Error>();
        io.or_else(|| json?.io_error_kind()) == Some(io::ErrorKind::BrokenPipe)
    })
}

/// Says on the standard error what went wrong.
pub(crate) fn complain(message: &str) {
    // nobody may be listening there either
    let _ = writeln!(io::stderr(), "rashomon: {message}");
}
