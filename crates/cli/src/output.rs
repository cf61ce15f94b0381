//! Where a report is written to: the standard output, or a file.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
    sync::Mutex,
};

use anstream::{AutoStream, ColorChoice};
use anyhow::{Context as _, Result};
use supports_hyperlinks::Stream;
use tempfile::NamedTempFile;
use terminal_size::Width;

use crate::{args, report::Terminal};

/// The file that an interrupt must take away.
static UNFINISHED: Mutex<Option<PathBuf>> = Mutex::new(None);

/// An open output, and what it shows.
pub(crate) struct Output {
    writer: Writer,
    /// What its reader sees it on.
    pub terminal: Terminal,
}

impl Output {
    /// Opens what the user asked for.
    pub(crate) fn open(args: &args::Output) -> Result<Self> {
        let wish = match args.color {
            args::Color::Auto => ColorChoice::Auto,
            args::Color::Always => ColorChoice::Always,
            args::Color::Never => ColorChoice::Never,
        };
        let width = args.width.map(usize::from);
        let Some(path) = &args.file else {
            let stdout = io::stdout();
            let choice = match wish {
                ColorChoice::Auto => AutoStream::choice(&stdout),
                wish => wish,
            };
            return Ok(Self {
                writer: Writer::Stream(Box::new(BufWriter::new(stdout.lock()))),
                terminal: Terminal {
                    styled: choice != ColorChoice::Never,
                    width: width.or_else(terminal_width),
                    links: choice != ColorChoice::Never && supports_hyperlinks::on(Stream::Stdout),
                },
            });
        };
        let writer = Writer::create(path)
            .with_context(|| format!("{}: cannot be written", path.display()))?;
        Ok(Self {
            writer,
            terminal: Terminal {
                styled: wish == ColorChoice::Always,
                width,
                links: false,
            },
        })
    }

    /// Writes what is still held back; only now a file has its name.
    pub(crate) fn finish(self) -> Result<()> {
        match self.writer {
            Writer::Stream(mut stream) => stream.flush()?,
            Writer::File(file, path) => {
                let unfinished = file.into_inner().map_err(io::IntoInnerError::into_error)?;
                let named = || format!("{}: cannot be written", path.display());
                unfinished.persist(&path).with_context(named)?;
                unfinished_is(None);
            }
        }
        Ok(())
    }
}

/// Where bytes go.
enum Writer {
    Stream(Box<dyn Write>),
    /// A file under a name for the time being, and the name that it will have.
    File(BufWriter<NamedTempFile>, PathBuf),
}

impl Writer {
    /// A file that appears when it is whole. What is no file (`/dev/null`, a pipe) is written to as
    /// it is.
    fn create(path: &Path) -> io::Result<Self> {
        let known = fs::metadata(path);
        if known.as_ref().is_ok_and(|known| !known.is_file()) {
            return Ok(Self::Stream(Box::new(BufWriter::new(File::create(path)?))));
        }
        // a link stays a link
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let mut builder = tempfile::Builder::new();
        builder.prefix(".rashomon-");
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let file = builder.tempfile_in(folder)?;
        if let Ok(known) = known {
            // an old file that may not be written is not replaced either
            File::options().append(true).open(&path)?;
            file.as_file().set_permissions(known.permissions())?;
        }
        unfinished_is(Some(file.path().to_owned()));
        Ok(Self::File(BufWriter::new(file), path))
    }
}

impl Write for Writer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stream(stream) => stream.write(bytes),
            Self::File(file, _) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stream(stream) => stream.flush(),
            Self::File(file, _) => file.flush(),
        }
    }
}

fn unfinished_is(path: Option<PathBuf>) {
    if let Ok(mut unfinished) = UNFINISHED.lock() {
        *unfinished = path;
    }
}

/// Takes the unfinished file away when the user interrupts, and ends as shells expect it.
pub(crate) fn watch_for_interrupts() {
    // without a handler the file stays behind under its passing name; that is no reason to stop
    let _ = ctrlc::set_handler(|| {
        if let Ok(Some(path)) = UNFINISHED.lock().as_deref() {
            let _ = fs::remove_file(path);
        }
        // it comes on a thread of its own, and nothing that was written has its name yet
        #[allow(clippy::disallowed_methods)]
        std::process::exit(130);
    });
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// The columns of the terminal that the standard output goes to; `None` where it is a pipe or a file.
fn terminal_width() -> Option<usize> {
    let (Width(columns), _) = terminal_size::terminal_size_of(io::stdout())?;
    Some(usize::from(columns))
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
