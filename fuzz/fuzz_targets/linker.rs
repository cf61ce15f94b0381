//! No two texts make the linker panic, and their order changes nothing.
//!
//! `cargo +nightly fuzz run linker`; what crashes it becomes a case of `crates/graph/src/findings/tests.rs`.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rashomon_extractor::{Document, Lexicon, read};
use rashomon_graph::{Options, find};

fuzz_target!(|texts: (&str, &str)| {
    let lexicon = Lexicon::builtin();
    let one = read(lexicon, &Document::new("a", texts.0));
    let other = read(lexicon, &Document::new("b", texts.1));
    let there = find(&[one.clone(), other.clone()], Options::default());
    let back = find(&[other, one], Options::default());
    let ids = |findings: &rashomon_graph::Findings| -> Vec<_> {
        findings.disputes.iter().map(|dispute| dispute.id).collect()
    };
    assert_eq!(ids(&there), ids(&back));
});
