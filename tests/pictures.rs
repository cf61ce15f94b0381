//! Graphviz draws the graph of every sample event without a complaint.

use std::{
    io::Write as _,
    process::{Command, Stdio},
};

use crate::{events::events, program::Program};

#[test]
#[allow(clippy::print_stderr)] // a skipped test says so
fn graphviz_draws_every_event_without_a_warning() {
    if Command::new("dot").arg("-V").output().is_err() {
        eprintln!("skipped: Graphviz is missing; install it to test the graphs");
        return;
    }
    for (event, documents) in events() {
        let dot = Program::new().arg("graph").arg(&documents).run().out;
        let mut graphviz = Command::new("dot")
            .arg("-Tsvg")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        graphviz
            .stdin
            .take()
            .unwrap()
            .write_all(dot.as_bytes())
            .unwrap();
        let output = graphviz.wait_with_output().unwrap();
        let complaints = String::from_utf8(output.stderr).unwrap();
        assert_eq!(complaints, "", "{event}");
        assert!(output.status.success(), "{event}");
        assert!(
            String::from_utf8(output.stdout).unwrap().contains("<svg"),
            "{event}"
        );
    }
}
