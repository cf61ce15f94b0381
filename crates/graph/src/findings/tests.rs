use std::fmt::Write as _;

use rashomon_extractor::{Article, ClaimId};

use super::*;
use crate::told::tests::articles;

/// The disputes of the claims, one a line: `hard count: 6 (killed 6 …) / 8 (…) | fits several`.
fn disputes(articles: &[Article]) -> String {
    let findings = find(articles, Options::default());
    let quote = |id: &ClaimId| {
        let claim = findings.claims.iter().find(|claim| claim.id == *id);
        claim.map_or("?".into(), |claim| claim.evidence.quote.to_string())
    };
    let quotes = |ids: &[ClaimId]| ids.iter().map(quote).collect::<Vec<_>>().join(", ");
    let mut shown = String::new();
    for dispute in &findings.disputes {
        let sides: Vec<String> = dispute
            .sides
            .iter()
            .map(|side| quotes(&side.claims))
            .collect();
        write!(
            shown,
            "{:?} {:?}: {}",
            dispute.severity,
            dispute.kind,
            sides.join(" / ")
        )
        .unwrap();
        if !dispute.fits_several.is_empty() {
            write!(shown, " | {}", quotes(&dispute.fits_several)).unwrap();
        }
        shown.push('\n');
    }
    shown.to_lowercase()
}

#[track_caller]
fn check(lines: &str, expected: &str) {
    let expected: Vec<&str> = expected.lines().map(str::trim).collect();
    assert_eq!(disputes(&articles(lines)).trim_end(), expected.join("\n"));
}

/// Two reports of one clash.
const CLASH: &str = "about clash:idlib saraqib howitzer reinforcements convoy";

#[test]
fn two_tolls_of_one_clash_are_a_dispute() {
    check(
        &format!(
            "killed 6 soldiers of Turkey; in Idlib, Syria; on 2020-02-03; {CLASH}
             killed 8 soldiers of Turkey; in Idlib, Syria; on 2020-02-03; {CLASH}"
        ),
        "hard count: killed 6 soldiers of turkey / killed 8 soldiers of turkey",
    );
}

#[test]
fn tolls_of_two_clashes_are_none() {
    check(
        &format!(
            "killed 6 soldiers of Turkey; in Idlib, Syria; on 2020-02-03; {CLASH}
             killed 5 soldiers of Turkey; in Idlib, Syria; on 2020-02-10; {CLASH}"
        ),
        "",
    );
}

#[test]
fn an_article_that_recalls_a_clash_meets_the_one_that_reported_it() {
    check(
        "killed 6 soldiers of Turkey; in Idlib, Syria; on 2020-02-03; about clash
         killed 5 soldiers of Turkey; in Idlib, Syria; on 2020-02-10; about clash; doc later
         killed 8 soldiers of Turkey; in Idlib, Syria; on 2020-02-01..2020-02-07; doc later",
        "hard count: killed 6 soldiers of turkey / killed 8 soldiers of turkey",
    );
}

#[test]
fn two_earthquakes_on_one_island_are_two() {
    check(
        "wounded 5 people; in Qeshm, Iran; on 2005-11-27; about earthquake:qeshm island iran quake villages
         wounded 2 people; in Qeshm, Iran; on 2008-09-10; about earthquake:qeshm island iran quake villages",
        "",
    );
}

#[test]
fn the_toll_of_a_month_is_not_that_of_a_day() {
    check(
        &format!(
            "killed 36 soldiers of Turkey; in Idlib, Syria; on 2020-02-27; {CLASH}
             killed ≥58 soldiers of Turkey; in Idlib, Syria; since 2020-02-01..2020-02-28; {CLASH}"
        ),
        "",
    );
}

#[test]
fn levels_that_two_articles_recall_are_compared() {
    check(
        "killed 6 people; in Moscow, Russia; on 2020-03-05; about talks; doc a
         refugees 3700000 people; in Turkey; on 2020-03-06; doc a
         killed 9 people; in Idlib, Syria; on 2020-02-13; about clash; doc b
         refugees 3600000 people; in Turkey; on 2020-02-13; doc b",
        "hard count: refugees 3600000 people / refugees 3700000 people",
    );
}

#[test]
fn a_bound_that_fits_all_stands_on_no_side() {
    check(
        &format!(
            "killed 27 people; says LCC; on 2015-08-03; {CLASH}
             killed 31 people; says Observatory; on 2015-08-03; {CLASH}
             killed ≥12 people; on 2015-08-03; {CLASH}"
        ),
        "hard count: killed 27 people / killed 31 people | killed ≥12 people",
    );
}

#[test]
fn what_is_feared_enters_no_dispute() {
    check(
        &format!(
            "killed 27 people; {CLASH}
             killed 90 people; expects; {CLASH}"
        ),
        "",
    );
}

#[test]
fn a_toll_that_its_outlet_replaced_is_out_of_the_dispute() {
    check(
        &format!(
            "killed 22 people; outlet State TV; published 2016-07-27; {CLASH}
             killed 31 people; outlet State TV; published 2016-07-28; {CLASH}
             killed 48 people; outlet Post; published 2016-07-28; {CLASH}"
        ),
        "hard count: killed 31 people / killed 48 people",
    );
}

#[test]
fn a_clash_on_the_edge_of_a_vague_word_is_soft() {
    check(
        &format!("killed dozens people; {CLASH}\nkilled 20 people; {CLASH}"),
        "soft count: killed 20 people / killed dozens people",
    );
}

#[test]
fn more_children_than_people_is_a_dispute_of_arithmetic() {
    check(
        &format!("killed 14 children; {CLASH}\nkilled 12 people; {CLASH}"),
        "hard arithmetic: killed 12 people / killed 14 children",
    );
}

mod properties {
    use proptest::prelude::*;

    use super::*;

    fn line() -> impl Strategy<Value = String> {
        let quantity = prop::sample::select(vec![
            "6", "8", "12", "30-35", "≥13", ">13", "≤80", "~30", "dozens",
        ]);
        let group = prop::sample::select(vec!["people", "civilians", "soldiers of Turkey"]);
        let place = prop::sample::select(vec!["Idlib, Syria", "Saraqib, Idlib, Syria"]);
        let day = prop::sample::select(vec!["3", "4", "10"]);
        let rest = prop::sample::subsequence(
            vec![
                "says Ankara",
                "outlet The Wire",
                "published 2020-02-04",
                "background",
                "revised",
            ],
            0..5,
        );
        let doc = prop::sample::select(vec!["a", "b", "c", "d"]);
        (quantity, group, place, day, rest, doc).prop_map(
            |(quantity, group, place, day, rest, doc)| {
                let rest = rest.join("; ");
                format!(
                    "killed {quantity} {group}; in {place}; on 2020-02-{day:0>2}; doc {doc}; {CLASH}; {rest}"
                )
            },
        )
    }

    proptest! {
        #[test]
        fn the_order_of_documents_changes_nothing(
            lines in prop::collection::vec(line(), 1..12),
            turn in 0..4usize,
        ) {
            let there = articles(&lines.join("\n"));
            let mut back = there.clone();
            let middle = turn % back.len();
            back.rotate_left(middle);
            back.reverse();
            let (one, other) = (find(&there, Options::default()), find(&back, Options::default()));
            prop_assert_eq!(format!("{one:?}"), format!("{other:?}"));
        }

        #[test]
        fn every_claim_of_a_dispute_stands_once(lines in prop::collection::vec(line(), 1..12)) {
            let findings = find(&articles(&lines.join("\n")), Options::default());
            for dispute in &findings.disputes {
                let sides = dispute.sides.iter().flat_map(|side| &side.claims);
                let all: Vec<_> = sides.chain(&dispute.fits_several).collect();
                let mut once = all.clone();
                once.sort_unstable();
                once.dedup();
                prop_assert_eq!(all.len(), once.len());
                prop_assert!(dispute.sides.len() >= 2);
                prop_assert!(dispute.sides.iter().all(|side| !side.claims.is_empty()));
            }
        }

        #[test]
        fn every_document_has_a_main_event(lines in prop::collection::vec(line(), 1..12)) {
            let articles = articles(&lines.join("\n"));
            let findings = find(&articles, Options::default());
            prop_assert_eq!(findings.main_event.len(), articles.len());
        }
    }
}

#[test]
fn two_clashes_are_no_less_than_one_and_the_other() {
    check(
        &format!(
            "killed 6 soldiers of Turkey; in Idlib, Syria; on 2020-02-03; published 2020-02-04; {CLASH}
             killed 8 soldiers of Turkey; in Idlib, Syria; on 2020-02-03; published 2020-02-12; doc b; {CLASH}
             killed 5 soldiers of Turkey; in Idlib, Syria; on 2020-02-10; published 2020-02-12; doc c; {CLASH}
             killed ≥13 soldiers of Turkey; over 2 clash; in Idlib, Syria; doc d; {CLASH}
             killed 5 soldiers of Turkey; doc d; part; in Idlib, Syria"
        ),
        "hard count: killed 6 soldiers of turkey / killed 8 soldiers of turkey
         hard arithmetic: killed 6 soldiers of turkey / killed ≥13 soldiers of turkey, killed 5 soldiers of turkey",
    );
}

#[test]
fn parts_that_share_nobody_are_no_more_than_their_whole() {
    let told = |women: u32| {
        format!(
            "killed 18 civilians; in Idlib, Syria; on 2020-02-03; {CLASH}
             killed {women} women; in Idlib, Syria; on 2020-02-03; {CLASH}
             killed 9 children; in Idlib, Syria; on 2020-02-03; {CLASH}"
        )
    };
    check(
        &told(12),
        "hard arithmetic: killed 18 civilians / killed 12 women, killed 9 children",
    );
    check(&told(9), "");
}

#[test]
fn where_parts_have_a_whole_of_their_own_that_is_the_dispute() {
    check(
        &format!(
            "killed 18 civilians; in Idlib, Syria; on 2020-02-03; {CLASH}
             killed 21 civilians; in Idlib, Syria; on 2020-02-03; doc b; {CLASH}
             killed 12 women; in Idlib, Syria; on 2020-02-03; doc b; {CLASH}
             killed 9 children; in Idlib, Syria; on 2020-02-03; doc b; {CLASH}"
        ),
        "hard count: killed 18 civilians / killed 21 civilians",
    );
}

#[test]
fn the_dead_and_the_wounded_are_no_more_than_the_casualties() {
    check(
        &format!(
            "casualties 18 people; in Idlib, Syria; on 2020-02-03; {CLASH}
             killed 12 people; in Idlib, Syria; on 2020-02-03; {CLASH}
             wounded 9 people; in Idlib, Syria; on 2020-02-03; {CLASH}"
        ),
        "hard arithmetic: casualties 18 people / killed 12 people, wounded 9 people",
    );
}
