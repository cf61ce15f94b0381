use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use rashomon_extractor::{Amount, Count, Form, Measure, Published, Stance};

use super::{Figure, Rule};
use crate::{Told, origin::Origin, scope::group_key};

/// What one claim states of a group, with who stands behind it.
#[derive(Clone, Copy)]
struct Stated<'a> {
    index: usize,
    count: &'a Count,
    origin: &'a Origin,
    published: Option<Published>,
}

/// The figures of an event, one a measure and group, the broadest group first.
pub(crate) fn figures(
    claims: &[usize],
    told: &[Told],
    origins: &[Origin],
    rule: Rule,
) -> Vec<Figure> {
    let mut groups: BTreeMap<(&Measure, Option<&str>, Key), Vec<Stated>> = BTreeMap::new();
    for &index in claims {
        let claim = told[index].claim;
        let Some(count) = claim.count() else {
            continue;
        };
        if matches!(claim.stance, Stance::Expects | Stance::Denies) || !counts(count, rule) {
            continue;
        }
        groups
            .entry((&count.measure, count.quantity.unit(), key(count, rule)))
            .or_default()
            .push(Stated {
                index,
                count,
                origin: &origins[index],
                published: told[index].published,
            });
    }
    let parts = if rule == Rule::Airwars {
        parts(&groups)
    } else {
        BTreeMap::new()
    };
    let mut figures: Vec<(Breadth, Figure)> = groups
        .into_iter()
        .map(|((measure, _, _), stated)| {
            let first = &stated[0].count.group;
            let civilian =
                first.kinds.iter().any(|kind| &**kind == "civilians") || is_broad(stated[0].count);
            let breadth = Breadth {
                measure: measure.clone(),
                civilians_last: rule == Rule::Airwars && !civilian,
                depth: first.kinds.len(),
                sided: first.side.is_some(),
                claims: Reverse(stated.len()),
            };
            let mut figure = figure(measure.clone(), &stated, told, rule);
            if let Some(parts) = parts.get(measure).filter(|_| is_broad(stated[0].count)) {
                widen(&mut figure, *parts, &stated);
            }
            (breadth, figure)
        })
        .collect();
    figures.sort_by(|a, b| (&a.0, &a.1.group).cmp(&(&b.0, &b.1.group)));
    figures.into_iter().map(|(_, figure)| figure).collect()
}

/// Raises the ends of the broadest figure to what its parts make of it; the lower end is the lowest
/// figure that can hold them.
fn widen(figure: &mut Figure, parts: Parts, stated: &[Stated]) {
    figure.high = figure.high.map(|high| high.max(parts.most));
    if figure.low.is_some_and(|low| low < parts.least) {
        let all = stated
            .iter()
            .filter_map(|stated| ends(stated.count, Rule::Airwars).0);
        let holding = all.filter(|low| *low >= parts.least).min();
        figure.low = holding.or(Some(parts.least)).min(figure.high);
    }
}

/// What kinds of people inside the broadest make of it: no whole is smaller than a part.
#[derive(Clone, Copy, Default)]
struct Parts {
    /// The most that one of them is said to be.
    most: Amount,
    /// The least that the largest of them is said to be.
    least: Amount,
}

/// For each measure the kinds of people that are told of beside all of them: "members of one family".
fn parts<'m>(
    groups: &BTreeMap<(&'m Measure, Option<&str>, Key), Vec<Stated>>,
) -> BTreeMap<&'m Measure, Parts> {
    let mut parts: BTreeMap<&Measure, Parts> = BTreeMap::new();
    for ((measure, unit, _), stated) in groups {
        let first = stated[0].count;
        let armed = first.group.kinds.iter().any(|kind| &**kind == "combatants");
        if unit.is_some() || armed || !first.group.is_people() || is_broad(first) {
            continue;
        }
        let firm = stated.iter().filter(|stated| {
            stated.count.quantity.form() != Form::Vague && stated.count.whole.is_none()
        });
        let lows: Vec<Amount> = firm
            .filter_map(|stated| stated.count.quantity.low())
            .collect();
        let (Some(&least), Some(&most)) = (lows.iter().min(), lows.iter().max()) else {
            continue;
        };
        let entry = parts.entry(measure).or_default();
        entry.most = entry.most.max(most);
        entry.least = entry.least.max(least);
    }
    parts
}

type Key = (Arc<str>, Option<Arc<str>>);

/// Which figure a count belongs to. Airwars presumes people to be civilians until they are shown
/// to be combatants, so "18 members of the family", "20 civilians" and "24 people" are one figure.
fn key(count: &Count, rule: Rule) -> Key {
    if rule == Rule::Airwars && is_broad(count) {
        return (PEOPLE.into(), None);
    }
    group_key(count)
}

const PEOPLE: &str = "people";

/// People or civilians of whom nothing narrower is said, and who are no part of a larger count.
fn is_broad(count: &Count) -> bool {
    let kind = count.group.kinds.first().map(|kind| &**kind);
    matches!(kind, Some(PEOPLE | "civilians"))
        && count.group.side.is_none()
        && count.whole.is_none()
}

/// The broadest group stands first; civilians do under Airwars' rule.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Breadth {
    measure: Measure,
    civilians_last: bool,
    depth: usize,
    sided: bool,
    claims: Reverse<usize>,
}

/// Whether a rule keeps a figure of this measure: ACLED counts no injuries.
fn counts(count: &Count, rule: Rule) -> bool {
    rule != Rule::Acled || count.measure.as_str() == "killed"
}

fn figure(measure: Measure, stated: &[Stated], told: &[Told], rule: Rule) -> Figure {
    // a part of a larger count of the same group says nothing of the whole
    let wholes: Vec<Stated> = stated
        .iter()
        .filter(|stated| stated.count.whole.is_none())
        .copied()
        .collect();
    let stated = if wholes.is_empty() { stated } else { &wholes };
    let firm: Vec<Stated> = stated
        .iter()
        .filter(|stated| stated.count.quantity.form() != Form::Vague)
        .copied()
        .collect();
    let used = if firm.is_empty() { stated } else { &firm };
    let ends = |stated: &Stated| ends(stated.count, rule);
    let low = used.iter().filter_map(|stated| ends(stated).0).min();
    let high = used.iter().filter_map(|stated| ends(stated).1).max();
    let latest = used.iter().max_by_key(|stated| stated.published.map(day));
    let (low, high, best) = match rule {
        Rule::Range | Rule::Ucdp | Rule::Airwars => (low, high, most_origins(used, rule)),
        Rule::Ibc => (low, high, None),
        // the most conservative report, as one figure
        Rule::Acled => (low, low, low),
        Rule::Latest => {
            let ends = latest.map_or((low, high), ends);
            (ends.0, ends.1, ends.0.or(ends.1))
        }
    };
    Figure {
        measure,
        group: name(stated),
        low,
        high,
        best,
        claims: used
            .iter()
            .map(|stated| told[stated.index].claim.id)
            .collect(),
    }
}

fn day(published: Published) -> (jiff::civil::Date, Option<jiff::civil::Time>) {
    (published.day, published.time)
}

/// The lowest and the highest figure that one claim states, as the rule reads its words.
fn ends(count: &Count, rule: Rule) -> (Option<Amount>, Option<Amount>) {
    let quantity = &count.quantity;
    if quantity.form() == Form::Vague
        && let Some(convention) = convention(quantity.low(), rule)
    {
        return (Some(convention), Some(convention));
    }
    let (low, high) = (quantity.low(), quantity.high());
    (low.or(high), high.or(low))
}

/// What a vague word stands for: ACLED takes dozens for 12 and hundreds for 100, Airwars an
/// unnumbered plural for two.
fn convention(low: Option<Amount>, rule: Rule) -> Option<Amount> {
    let low = low?.whole()?;
    match rule {
        Rule::Acled => Some(Amount::from(match low {
            200.. => 100,
            24..200 => 12,
            10..24 => 10,
            _ => 3,
        })),
        Rule::Airwars if low <= 3 => Some(Amount::from(2)),
        Rule::Airwars | Rule::Range | Rule::Ibc | Rule::Ucdp | Rule::Latest => None,
    }
}

/// The figure behind which most independent origins stand, the later on a tie.
fn most_origins(stated: &[Stated], rule: Rule) -> Option<Amount> {
    let mut behind: BTreeMap<Amount, (BTreeSet<&Origin>, Option<_>)> = BTreeMap::new();
    for stated in stated {
        let (low, high) = ends(stated.count, rule);
        let Some(figure) = low.or(high) else {
            continue;
        };
        let entry = behind.entry(figure).or_default();
        entry.0.insert(stated.origin);
        entry.1 = entry.1.max(stated.published.map(day));
    }
    behind
        .into_iter()
        .max_by_key(|(figure, (origins, latest))| (origins.len(), *latest, *figure))
        .map(|(figure, _)| figure)
}

/// What most claims call the group.
fn name(stated: &[Stated]) -> Arc<str> {
    let mut names: BTreeMap<&Arc<str>, usize> = BTreeMap::new();
    for stated in stated {
        *names.entry(&stated.count.group.name).or_default() += 1;
    }
    let most = names
        .into_iter()
        .max_by_key(|(name, times)| (*times, Reverse(*name)));
    most.map_or_else(|| "people".into(), |(name, _)| name.clone())
}

#[cfg(test)]
mod tests {
    use crate::{Options, Rule, find, told::tests::articles};

    #[track_caller]
    fn check(lines: &str, expected: &str) {
        let rule = Rule::Airwars;
        let findings = find(&articles(lines), Options { rule });
        let figure = &findings.events[0].figures[0];
        let end = |end: Option<_>| end.map_or("?".to_owned(), |end| format!("{end}"));
        let shown = format!("{} {}–{}", figure.group, end(figure.low), end(figure.high));
        assert_eq!(shown, expected);
    }

    #[test]
    fn no_whole_is_smaller_than_its_parts() {
        check(
            "killed 6 people; doc a
             killed 15 people; doc a; says Ministry
             killed 9 children; doc a",
            "people 15–15",
        );
        check(
            "killed 6 people; doc a
             killed 15 people; doc a; says Ministry
             killed 2 children; doc a",
            "people 6–15",
        );
    }
}
