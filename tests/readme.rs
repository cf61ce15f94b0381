//! The README shows what the program prints.

use std::{env, fs};

use crate::program::{Program, root};

const COMMAND: &str = "$ cargo run --release -- report data/idlib-2020\n";

#[test]
fn the_example_is_what_the_program_prints() {
    let path = root().join("README.md");
    let readme = fs::read_to_string(&path).unwrap();
    let (before, rest) = readme.split_once(COMMAND).unwrap();
    let (shown, after) = rest.split_once("```").unwrap();
    let printed = Program::new().args(["report", "data/idlib-2020"]).run().out;
    if shown == printed {
        return;
    }
    // as for snapshots
    if env::var("INSTA_UPDATE").is_ok_and(|wish| wish == "always") {
        fs::write(path, format!("{before}{COMMAND}{printed}```{after}")).unwrap();
        return;
    }
    assert_eq!(
        shown, printed,
        "README.md: accept the output with `INSTA_UPDATE=always cargo test`"
    );
}
