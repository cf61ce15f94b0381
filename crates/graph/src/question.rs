//! The question that a dispute answers in several ways.

use rashomon_extractor::{Count, Place, Window};

use crate::calendar;

/// "How many Turkish soldiers were killed in Idlib on 3 February 2020?"
pub(crate) fn how_many(count: &Count, place: Option<&Place>, when: Window) -> String {
    let measure = count.measure.as_str();
    let words = measure.replace('_', " ");
    let group = &count.group.name;
    let asked = match (count.quantity.unit(), measure) {
        (Some("%"), _) => format!("What share is given for {words}"),
        (Some(unit), _) if unit == words => match count.quantity.units() {
            Some(units) if units != unit => format!("How many {units} are given"),
            _ => format!("What {words} is given"),
        },
        (Some(unit), _) => format!("What figure in {unit} is given for {words}"),
        // killed, missing, laid off: what became of them
        (None, _) if ["ed", "ing", " off"].iter().any(|end| words.ends_with(end)) => {
            format!("How many {group} were {words}")
        }
        (None, "turnout") => format!("How many {group} turned out"),
        (None, _) if group.to_lowercase() == words => format!("How many {group} were there"),
        (None, _) if &**group == "people" => format!("How many {words} were there"),
        // targets hit, hostages taken
        (None, _) => format!("How many {group} were there ({words})"),
    };
    format!("{asked}{}?", ground(place, when))
}

/// " in Idlib on 3 February 2020"
pub(crate) fn ground(place: Option<&Place>, when: Window) -> String {
    let place = place.map_or(String::new(), |place| format!(" in {}", place.name));
    let days = match (when.from, when.to) {
        (Some(from), Some(to)) if from == to => format!(" on {}", calendar::day(from)),
        (Some(from), Some(to)) => {
            format!(" from {} to {}", calendar::day(from), calendar::day(to))
        }
        _ => calendar::days(when).map_or(String::new(), |days| format!(" {days}")),
    };
    place + &days
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::told::tests::articles;

    #[track_caller]
    fn check(line: &str, expected: &str) {
        let article = articles(line).remove(0);
        let claim = &article.claims[0];
        let count = claim.count().unwrap();
        let asked = how_many(count, claim.scope.place.as_ref(), claim.scope.when);
        assert_eq!(asked, expected);
    }

    #[test]
    fn a_question_names_group_place_and_day() {
        check(
            "killed 6 soldiers; in Idlib, Syria; on 2020-02-03",
            "How many soldiers were killed in Idlib on 3 February 2020?",
        );
        check(
            "displaced ~700000 people; on 2019-12-01..2020-02-11",
            "How many people were displaced from 1 December 2019 to 11 February 2020?",
        );
    }

    #[test]
    fn things_are_asked_for_by_their_name() {
        check("posts 12 posts", "How many posts were there?");
        check("turnout 12 people", "How many people turned out?");
        check("refugees 12 people", "How many refugees were there?");
    }
}
