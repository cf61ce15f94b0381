//! No text makes the extractor panic, and every span slices its document.
//!
//! `cargo +nightly fuzz run extractor`; a text that crashes it becomes a case of
//! `crates/extractor/tests/properties.rs`.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rashomon_extractor::{Document, Lexicon, read};

fuzz_target!(|text: &str| {
    let article = read(Lexicon::builtin(), &Document::new("fuzz", text));
    for span in &article.sentences {
        assert!(text.get(span.start()..span.end()).is_some());
    }
    for claim in &article.claims {
        assert_eq!(claim.evidence.span.slice(text), &*claim.evidence.quote);
    }
});
