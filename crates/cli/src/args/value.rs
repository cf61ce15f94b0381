//! Values of options that are neither words nor numbers.

use std::time::Duration;

use clap::ValueEnum as _;
use rashomon_extractor::Published;
use rashomon_graph::Rule;

use super::Format;
use crate::read;

pub(super) fn drawing(name: &str) -> Result<Format, String> {
    let format = Format::from_str(name, true)
        .ok()
        .filter(|format| format.draws());
    format.ok_or_else(|| "a graph is written as dot, svg or graphml".to_owned())
}

pub(super) fn rule(name: &str) -> Result<Rule, String> {
    Rule::parse(name).ok_or_else(|| {
        let known = Rule::ALL.map(Rule::name).join(", ");
        format!("the rules are {known}")
    })
}

pub(super) fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse::<f64>().ok().filter(|seconds| *seconds > 0.0);
    let duration = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    duration.ok_or_else(|| "write seconds as 5 or 0.5".to_owned())
}

/// "500K": 500,000 bytes.
pub(super) fn size(text: &str) -> Result<u64, String> {
    let number = text.trim_end_matches(['K', 'k', 'M', 'G', 'B']);
    let unit = match text[number.len()..].trim_end_matches('B') {
        "" => 1,
        "K" | "k" => 1_000,
        "M" => 1_000_000,
        "G" => 1_000_000_000,
        _ => 0,
    };
    let size = number.trim().parse::<u64>().ok();
    let size = size
        .filter(|_| unit > 0)
        .and_then(|size| size.checked_mul(unit));
    size.ok_or_else(|| "write a size as 500000, 500K, 20M or 2G".to_owned())
}

pub(super) fn published(day: &str) -> Result<Published, String> {
    read::published(day).ok_or_else(|| "write a day as 2020-02-04".to_owned())
}
