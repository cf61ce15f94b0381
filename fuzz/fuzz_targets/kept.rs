//! Bytes that were kept never make the program panic, and what is read comes back as it was.
//!
//! `cargo +nightly fuzz run kept`

#![no_main]

use libfuzzer_sys::fuzz_target;
use rashomon_extractor::{Article, Document, Lexicon, read};

fuzz_target!(|bytes: &[u8]| {
    let _ = Article::from_bytes(bytes);
    let text = String::from_utf8_lossy(bytes);
    let article = read(Lexicon::builtin(), &Document::new("fuzz", text));
    let again = Article::from_bytes(&article.to_bytes()).expect("its own bytes");
    assert_eq!(again.claims, article.claims);
});
