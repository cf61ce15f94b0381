mod picking; // the figures of an event under a rule

use std::{fmt, sync::Arc};

use rashomon_extractor::{Amount, ClaimId, Measure};

pub(crate) use picking::figures;

/// By which recorder's convention a figure is picked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// The lowest and the highest that the sources support; best is what most independent origins say.
    #[default]
    Range,
    /// Airwars: civilians first, an unnumbered plural is at least two, contested civilians only in the upper end.
    Airwars,
    /// Iraq Body Count: minimum and maximum.
    Ibc,
    /// ACLED: one figure, the most conservative report; tens 10, dozens 12, hundreds 100.
    Acled,
    /// UCDP: best, low and high.
    Ucdp,
    /// The figure that was published last.
    Latest,
}

impl Rule {
    /// All rules, in the order of the help text.
    pub const ALL: [Self; 6] = [
        Self::Range,
        Self::Airwars,
        Self::Ibc,
        Self::Acled,
        Self::Ucdp,
        Self::Latest,
    ];

    /// The name that `--figures` takes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Range => "range",
            Self::Airwars => "airwars",
            Self::Ibc => "ibc",
            Self::Acled => "acled",
            Self::Ucdp => "ucdp",
            Self::Latest => "latest",
        }
    }

    /// The rule with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.name() == name)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The range of one measure and group that an event's sources support.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What is counted.
    pub measure: Measure,
    /// Of whom.
    pub group: Arc<str>,
    /// The lowest figure.
    pub low: Option<Amount>,
    /// The highest figure.
    pub high: Option<Amount>,
    /// The figure that the rule picks.
    pub best: Option<Amount>,
    /// The claims it rests on.
    pub claims: Vec<ClaimId>,
}
