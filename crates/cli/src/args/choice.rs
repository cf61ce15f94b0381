//! Which findings are told, and which of them fail a check.

use clap::{Args as Arguments, ValueEnum};
use jiff::civil::Date;
use rashomon_graph::{Rule, Severity};

use super::value::rule;

/// How figures are picked, and which findings are told. All documents are compared in any case.
#[derive(Clone, Debug, Arguments)]
pub(crate) struct Choice {
    /// By which recorder's convention figures are picked: range (unless rashomon.toml says another), airwars, ibc, acled, ucdp, latest
    #[arg(long, value_name = "RULE", value_parser = rule)]
    pub figures: Option<Rule>,
    /// Only this event: its number (e3) or words of its name
    #[arg(long, value_name = "EVENT", help_heading = "Filters")]
    pub event: Option<String>,
    /// Only this measure: killed, wounded, displaced
    #[arg(long, value_name = "NAME", help_heading = "Filters")]
    pub measure: Option<String>,
    /// Only events at this place or within it
    #[arg(long, value_name = "NAME", help_heading = "Filters")]
    pub place: Option<String>,
    /// Only events that reach this day or a later one: 2020-02-01
    #[arg(long, value_name = "DAY", help_heading = "Filters")]
    pub since: Option<Date>,
    /// Only disputes that this outlet has a part in
    #[arg(long, value_name = "NAME", help_heading = "Filters")]
    pub only_outlet: Option<String>,
}

/// From which severity on a dispute fails a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    /// Disputes whose claims cannot all be true
    Hard,
    /// Those that a plain reading can reconcile, too
    Soft,
}

impl FailOn {
    /// Whether a dispute of this severity fails.
    pub(crate) fn fails(self, severity: Severity) -> bool {
        self == Self::Soft || severity == Severity::Hard
    }
}
