//! The pages of `docs/`: their commands work, and their links lead somewhere.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::program::root;

/// Pages whose commands can be run in a folder that holds `data/`.
const RUN: [&str; 4] = [
    "docs/figures.md",
    "docs/events.md",
    "docs/formats.md",
    "docs/words.md",
];

#[test]
#[cfg(unix)]
#[allow(clippy::print_stderr)] // a skipped command says so
fn the_commands_of_the_pages_work() {
    let folder = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(root().join("data"), folder.path().join("data")).unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_rashomon"));
    let mut path = program.parent().unwrap().as_os_str().to_owned();
    path.push(":");
    path.push(env::var_os("PATH").unwrap_or_default());
    let draws = Command::new("dot").arg("-V").output().is_ok();
    for page in RUN {
        let commands = commands(&fs::read_to_string(root().join(page)).unwrap());
        assert!(!commands.is_empty(), "{page}");
        for command in commands {
            if command.contains("| dot ") && !draws {
                eprintln!("skipped: `{command}` needs Graphviz");
                continue;
            }
            let run = Command::new("sh")
                .args(["-c", &command])
                .current_dir(folder.path())
                .env("PATH", &path)
                .output()
                .unwrap();
            let err = String::from_utf8_lossy(&run.stderr);
            assert!(run.status.success(), "{page}: {command}\n{err}");
        }
    }
}

#[test]
fn links_between_pages_lead_somewhere() {
    let mut pages: Vec<PathBuf> = fs::read_dir(root().join("docs"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .collect();
    pages.extend(["README.md", "ARCHITECTURE.md"].map(|page| root().join(page)));
    for page in pages {
        let text = fs::read_to_string(&page).unwrap();
        for link in text.split("](").skip(1) {
            let link = link.split(')').next().unwrap();
            let file = link.split('#').next().unwrap();
            if file.contains("://") || file.is_empty() || file.contains(' ') {
                continue;
            }
            let target = page.parent().unwrap().join(file);
            assert!(target.exists(), "{}: {link}", page.display());
        }
    }
}

/// The lines behind `$` in blocks of a console.
fn commands(page: &str) -> Vec<String> {
    let mut commands = Vec::new();
    let mut in_console = false;
    for line in page.lines() {
        match line {
            "```console" => in_console = true,
            "```" => in_console = false,
            _ if in_console => commands.extend(line.strip_prefix("$ ").map(str::to_owned)),
            _ => {}
        }
    }
    commands
}
