//! An event a row, under the names of Airwars' exports.
//!
//! What an export of Airwars holds and no text says in words that are read (the grading, the status
//! of the strike, coordinates, names of victims) is left out rather than left blank.

use std::collections::BTreeSet;

use super::{
    super::{Event, Report, event::Figure, index::Index},
    Column, joined, number, shown,
};

const BEFORE: [Column; 7] = [
    ("unique_reference_code", "#event+id"),
    ("title", "#event+name"),
    ("country", "#country+name"),
    ("location", "#loc+name"),
    ("date", "#date+start"),
    ("date_end", "#date+end"),
    ("civilian_harm_reported", "#meta+harm"),
];

const BEHIND: [Column; 4] = [
    ("belligerent", "#org+agent"),
    ("disputed", "#meta+disputed"),
    ("num_sources", "#meta+num+sources"),
    ("sources", "#meta+source"),
];

/// A kind of people whose harm has columns of its own.
struct Harm {
    name: &'static str,
    measure: &'static str,
    columns: [Column; 2],
    /// Words of which the group's last one is one.
    heads: &'static [&'static str],
}

const CIVILIANS: &[&str] = &["civilians", "civilian", "villagers", "residents"];
const PEOPLE: &[&str] = &["people", "persons", "person", "victims"];

const HARMS: [Harm; 8] = [
    harm(
        "civilians_killed",
        "killed",
        [
            ("civilians_killed_min", "#affected+killed+civilians+min"),
            ("civilians_killed_max", "#affected+killed+civilians+max"),
        ],
        CIVILIANS,
    ),
    harm(
        "children_killed",
        "killed",
        [
            ("children_killed_min", "#affected+killed+children+min"),
            ("children_killed_max", "#affected+killed+children+max"),
        ],
        &[
            "children", "child", "boys", "girls", "boy", "girl", "minors",
        ],
    ),
    harm(
        "women_killed",
        "killed",
        [
            ("women_killed_min", "#affected+killed+f+adults+min"),
            ("women_killed_max", "#affected+killed+f+adults+max"),
        ],
        &["women", "woman"],
    ),
    harm(
        "men_killed",
        "killed",
        [
            ("men_killed_min", "#affected+killed+m+adults+min"),
            ("men_killed_max", "#affected+killed+m+adults+max"),
        ],
        &["men", "man"],
    ),
    harm(
        "civilians_injured",
        "wounded",
        [
            ("civilians_injured_min", "#affected+injured+civilians+min"),
            ("civilians_injured_max", "#affected+injured+civilians+max"),
        ],
        CIVILIANS,
    ),
    harm(
        "militants_killed",
        "killed",
        [
            ("militants_killed_min", "#affected+killed+militants+min"),
            ("militants_killed_max", "#affected+killed+militants+max"),
        ],
        &[
            "militants",
            "militant",
            "fighters",
            "rebels",
            "insurgents",
            "gunmen",
            "terrorists",
            "jihadists",
        ],
    ),
    // people of whom no text says what they were: no columns of Airwars, and no civilians of ours
    harm(
        "people_killed",
        "killed",
        [
            ("people_killed_min", "#affected+killed+min"),
            ("people_killed_max", "#affected+killed+max"),
        ],
        PEOPLE,
    ),
    harm(
        "people_injured",
        "wounded",
        [
            ("people_injured_min", "#affected+injured+min"),
            ("people_injured_max", "#affected+injured+max"),
        ],
        PEOPLE,
    ),
];

const fn harm(
    name: &'static str,
    measure: &'static str,
    columns: [Column; 2],
    heads: &'static [&'static str],
) -> Harm {
    Harm {
        name,
        measure,
        columns,
        heads,
    }
}

pub(super) fn columns() -> Vec<Column> {
    let harms = HARMS.iter().flat_map(|harm| harm.columns);
    BEFORE.into_iter().chain(harms).chain(BEHIND).collect()
}

/// The events that some document is mainly about.
pub(super) fn rows(report: &Report) -> impl Iterator<Item = Vec<String>> {
    let index = Index::new(report);
    let disputed: BTreeSet<_> = report
        .disputes
        .iter()
        .map(|dispute| dispute.event)
        .collect();
    // that rule takes people for civilians until they are shown to be combatants
    let presumed = report.figures_rule == "airwars";
    (report.main_events())
        .map(move |event| row(&index, event, disputed.contains(&event.id), presumed))
}

fn row(index: &Index, event: &Event, disputed: bool, presumed: bool) -> Vec<String> {
    let figures = HARMS.map(|harm| harm.figure(event, presumed));
    let harmed = HARMS.iter().zip(&figures).any(|(harm, figure)| {
        figure.is_some() && (harm.heads == CIVILIANS || harm.name.starts_with("children"))
    });
    let claims = event.claims.iter().filter_map(|&id| index.claim(id));
    let agents: BTreeSet<&str> = claims.filter_map(|claim| claim.agent.as_deref()).collect();
    let outlets: BTreeSet<&str> = (event.documents.iter())
        .filter_map(|id| index.document(id)?.outlet.as_deref())
        .collect();
    let mut row = vec![
        event.id.to_string(),
        event.label.clone(),
        shown(event.place.as_ref().map(|place| &**place.root())),
        shown(event.place.as_ref().map(|place| &*place.name)),
        shown(event.when.from),
        shown(event.when.to),
        if harmed { "Yes" } else { "Not stated" }.to_owned(),
    ];
    for figure in figures {
        row.push(number(figure.and_then(|figure| figure.low)));
        row.push(number(figure.and_then(|figure| figure.high)));
    }
    row.extend([
        joined(agents, "; "),
        if disputed { "yes" } else { "no" }.to_owned(),
        event.documents.len().to_string(),
        joined(outlets, "; "),
    ]);
    row
}

impl Harm {
    /// The event's figure of these people: the broadest group, which stands first.
    fn figure<'e>(&self, event: &'e Event, presumed: bool) -> Option<&'e Figure> {
        event.figures.iter().find(|figure| {
            let group = figure.group.to_lowercase();
            let head = group.rsplit(' ').next().unwrap_or_default();
            let is_one = self.heads.contains(&head)
                || (presumed && self.heads == CIVILIANS && PEOPLE.contains(&head));
            figure.measure == self.measure && is_one
        })
    }
}
