//! Tests of the whole: sentences and what they claim, events and their reports, the command line.

mod program; // the program, run as users run it
mod corpus; // one sentence in, its claims out: corpus/*.toml
mod schema; // the JSON keeps to its published schema
mod pictures; // what Graphviz makes of the graph
mod events; // an event's documents in, its reports out: events/<event>/
mod pairs; // two articles in, what they dispute out: events/pairs.toml
mod cli; // exit codes, errors, streams
mod daily; // checks, the desk's judgement, a folder that grows
mod docs; // what the pages say works
mod hostile; // documents that nobody would write
mod readme; // the example that the README shows
mod browser; // pages in a browser
