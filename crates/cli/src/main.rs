//! The command `rashomon`.

fn main() {}
