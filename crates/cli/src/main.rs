//! The command `rashomon`.

#[allow(dead_code, unused_imports)] // nothing calls it yet
mod read; // paths → documents

fn main() {}
