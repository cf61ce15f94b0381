use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, ensure};

/// The program as it is shipped, built anew where its sources have changed.
pub(crate) struct Program {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// The folder for what is built and written.
    pub(crate) target: PathBuf,
}

/// The workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

impl Program {
    pub(crate) fn build() -> anyhow::Result<Self> {
        let root = root();
        let built = Command::new("cargo")
            .args(["build", "--release", "--package", "rashomon"])
            .current_dir(&root)
            .status()
            .context("cannot run cargo")?;
        ensure!(built.success(), "the program does not build; mend it first");
        let target = env::var_os("CARGO_TARGET_DIR").map_or(root.join("target"), PathBuf::from);
        Ok(Self {
            path: target.join("release/rashomon"),
            target,
        })
    }
}
