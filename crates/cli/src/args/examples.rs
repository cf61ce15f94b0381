//! The examples of the help texts.

pub(super) const EXAMPLES: &str = "\
Examples:
  rashomon report data/idlib-2020                   what five reports disagree about
  rashomon report --format markdown -o out.md news/ the same, to hand on
  rashomon annotate article.txt                     what was read of one article
  rashomon graph news/ | dot -Tsvg > news.svg       the network of claims
  rashomon check --baseline known.json news/        in CI: is there a new dispute?
  rashomon verify report.json news/                 are its quotes still in the articles?

Exit codes: 0 done; 1 `check` found a dispute; 2 an input could not be read, or a wrong argument.";

pub(super) const REPORT_EXAMPLES: &str = "\
Examples:
  rashomon report data/idlib-2020
  rashomon report --summary news/                      five hundred articles on one screen
  rashomon report --measure killed --since 2020-02-01 news/
  rashomon report --figures airwars --format json incident.jsonl
  rashomon report --table figures -o figures.csv news/ a range for each event, measure and group
  rashomon report manifest.csv                         path,outlet,published
  find news -name '*.html' -print0 | rashomon report --files-from -
  cat article.txt | rashomon report --outlet \"The Post\" --published 2020-02-04 -";

pub(super) const GRAPH_EXAMPLES: &str = "\
Examples:
  rashomon graph news/ | dot -Tsvg > news.svg          laid out by Graphviz
  rashomon graph --event e1 -o e1.svg data/quake       one event, laid out without Graphviz
  rashomon graph -o claims.graphml news/               for Gephi or yEd

In DOT and SVG a question is joined to its answers, and each answer to those who give it.
GraphML holds every claim, and every pair that was compared with its verdict.";

pub(super) const CHECK_EXAMPLES: &str = "\
Examples:
  rashomon report -o known.json news/                  accept what is disputed today
  rashomon check --baseline known.json news/           is there anything new?
  rashomon check --baseline known.json --format github news/
  rashomon check --baseline known.json -f sarif -o rashomon.sarif news/

A dispute is known when its event, question and answers are, or when each of its sides rests on a claim \
of the earlier one. `docs/ci.md` has workflows to copy.";

pub(super) const NEWS_EXAMPLES: &str = "\
Example:
  rashomon report -o monday.json news/
  rashomon news --earlier monday.json news/              on Tuesday";

pub(super) const WATCH_EXAMPLES: &str = "\
Examples:
  rashomon watch news/
  rashomon watch --keep today.json news/               after a break it goes on from there

What was read stays in the user's cache folder, so only new articles are read.";

pub(super) const EXPLAIN_EXAMPLES: &str = "\
Examples:
  rashomon explain d3fa1 --in data/idlib-2020          a dispute, by the first letters of its id
  rashomon explain c07be c91d2 --in data/idlib-2020    two claims, disputed or not

`report` prints the ids of disputes, `annotate` those of claims.";

pub(super) const COMPARE_EXAMPLES: &str = "\
Example:
  echo '{\"id\": 1, \"a\": \"Six people died.\", \"b\": \"At least five people died.\"}' |
    rashomon compare --pairs -";

pub(super) const VERIFY_EXAMPLES: &str = "\
Example:
  rashomon report --format json -o report.json news/
  rashomon verify report.json news/

Name the documents as they were named for the report: their paths are their ids.
Exit codes: 0 everything is as the report says; 2 something is not, or could not be read.";

pub(super) const SCHEMA_EXAMPLES: &str = "\
Example:
  rashomon schema report > report.schema.json

A line of `annotate` or `compare` is one object; `check` writes what `report` writes.";
