//! Tests of the whole: sentences and what they claim, events and their reports, the command line.

mod corpus; // one sentence in, its claims out: corpus/*.toml
