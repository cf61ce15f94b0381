//! The program, run as users run it.

use std::{
    ffi::OsStr,
    fs,
    io::Write as _,
    path::PathBuf,
    process::{Command, Stdio},
};

use tempfile::TempDir;

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A run to be: `rashomon` with its arguments, started in the folder of the workspace.
pub(crate) struct Program {
    command: Command,
    input: Vec<u8>,
}

/// What came of it.
pub(crate) struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Program {
    pub(crate) fn new() -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rashomon"));
        command.current_dir(root());
        // whoever runs the tests may have set these
        for name in [
            "NO_COLOR",
            "CLICOLOR",
            "CLICOLOR_FORCE",
            "COLUMNS",
            "FORCE_HYPERLINK",
        ] {
            command.env_remove(name);
        }
        Self {
            command,
            input: Vec::new(),
        }
    }

    pub(crate) fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.command.arg(arg);
        self
    }

    pub(crate) fn args(mut self, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        self.command.args(args);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// What the program reads from its standard input.
    pub(crate) fn input(mut self, input: &str) -> Self {
        self.input = input.into();
        self
    }

    pub(crate) fn run(mut self) -> Run {
        let mut child = (self.command)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // a program that reads no input may be gone by now
        let _ = child.stdin.take().unwrap().write_all(&self.input);
        let output = child.wait_with_output().unwrap();
        Run {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Runs it with a reader that goes away at once; gives the exit code and the errors.
    pub(crate) fn run_into_a_closed_pipe(mut self) -> (i32, String) {
        let mut child = (self.command)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        (output.status.code().unwrap(), err)
    }
}

/// An article.
pub(crate) const SIX: &str = "Six soldiers were killed in Idlib on 3 February 2020.\n";
/// One that contradicts it.
pub(crate) const EIGHT: &str = "Eight soldiers were killed in Idlib on 3 February 2020.\n";

/// A folder with these files in it.
pub(crate) fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// `rashomon` with these arguments.
pub(crate) fn rashomon(args: &[&str]) -> Run {
    Program::new().args(args).run()
}
