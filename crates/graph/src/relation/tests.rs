use crate::{Told, relate, told::tests::articles};

/// Two claims, one a line, and what they are to each other: "first contradicts second: why".
#[track_caller]
fn check(lines: &str, expected: &str) {
    let articles = articles(lines);
    let mut told: Vec<Told> = articles
        .iter()
        .flat_map(|article| article.claims.iter().map(|claim| Told::new(article, claim)))
        .collect();
    told.sort_by_key(|told| told.claim.evidence.span);
    let pair = relate(&told[0], &told[1]);
    let direction = if pair.a == told[0].claim.id {
        "first"
    } else {
        "second"
    };
    let revises = if pair.revises { ", revises" } else { "" };
    let verdict = format!("{direction} {}{revises}: {}", pair.relation, pair.why);
    assert!(
        verdict.starts_with(expected),
        "\n want {expected}\n  got {verdict}"
    );
}

#[test]
fn six_and_eight_of_one_group_cannot_both_be_so() {
    check(
        "killed 6 soldiers of Turkey; in Idlib, Syria; on 2020-02-03
         killed 8 soldiers of Turkey; in Idlib, Syria; on 2020-02-04",
        "first contradicts: no number fits both “killed 6 soldiers of Turkey” and “killed 8 soldiers of Turkey”",
    );
}

#[test]
fn a_later_and_higher_toll_is_said_to_be_possibly_later() {
    check(
        "killed 6 people; on 2020-02-03; published 2020-02-04
         killed 8 people; on 2020-02-03; published 2020-02-11",
        "second contradicts, revises: no number fits both “killed 8 people” (11 February 2020) and \
         “killed 6 people” (4 February 2020); possibly a later toll",
    );
}

#[test]
fn another_measure_is_another_thing() {
    check(
        "killed 5 soldiers of Turkey
         wounded 20 soldiers of Turkey",
        "first different_scope: “killed 5 soldiers of Turkey” is about soldiers of Turkey killed",
    );
}

#[test]
fn another_army_is_another_group() {
    check(
        "killed 6 soldiers of Turkey
         killed 12 soldiers of Syria",
        "first different_scope: “killed 6 soldiers of Turkey” is about soldiers of Turkey, \
         “killed 12 soldiers of Syria” about soldiers of Syria",
    );
}

#[test]
fn another_day_is_another_window() {
    check(
        "killed 6 soldiers of Turkey; on 2020-02-03
         killed 5 soldiers of Turkey; on 2020-02-10",
        "first different_scope: “killed 6 soldiers of Turkey” is about 3 February 2020",
    );
}

#[test]
fn other_killers_have_other_dead() {
    check(
        "killed 12 soldiers of Syria; by soldiers of Turkey
         killed 40 soldiers of Syria; by soldiers of Russia",
        "first different_scope: “killed 12 soldiers of Syria” is about soldiers of Turkey",
    );
}

#[test]
fn a_unit_is_no_number_of_people() {
    check(
        "killed 6 people
         burned 40 hectares",
        "first different_scope",
    );
}

#[test]
fn a_part_bounds_its_whole_from_below() {
    check(
        "killed 3 children
         killed 12 people",
        "first part_of: “killed 3 children” counts a part of what “killed 12 people” counts",
    );
    check(
        "killed 58 people; on 2020-02-01..2020-03-06
         killed 36 people; on 2020-02-27",
        "second part_of",
    );
    check(
        "killed 12 people; in Idlib, Syria
         killed 3 people; in Saraqib, Idlib, Syria",
        "second part_of",
    );
}

#[test]
fn more_of_a_part_than_of_the_whole_cannot_be() {
    check(
        "killed 14 civilians
         killed 12 people",
        "first contradicts: “killed 14 civilians” counts a part of what “killed 12 people” counts, \
         yet the part is the larger",
    );
}

#[test]
fn the_dead_of_a_headline_are_all_the_dead() {
    check(
        "killed dozens people
         killed 12 soldiers of Syria",
        "second part_of",
    );
}

#[test]
fn what_fits_is_no_contradiction() {
    check("killed 6 people\nkilled 6 people", "first agrees");
    check("killed ≥13 people\nkilled 20 people", "second refines");
    check("killed ≥13 people\nkilled ≤80 people", "first compatible");
    check(
        "killed 700000 people\nkilled 712300 people",
        "second refines",
    );
}

#[test]
fn a_later_figure_revises_even_where_it_fits() {
    check(
        "killed ≥12 people; published 2020-02-03
         killed 20 people; published 2020-02-04",
        "second refines, revises",
    );
}

#[test]
fn a_text_that_says_the_figure_moved_updates() {
    check(
        "killed 6 people; doc a
         killed 8 people; doc a; revised",
        "second updates: the text of “killed 8 people” says that the figure moved from “killed 6 people”",
    );
    check(
        "killed 62 people; published 1989-12-06
         killed 59 people; revised; published 1989-12-07",
        "second retracts, revises",
    );
}

#[test]
fn a_text_cannot_update_what_was_published_after_it() {
    check(
        "killed 8 people; revised; published 2020-02-03
         killed 11 people; published 2020-02-04",
        "second contradicts, revises",
    );
}

#[test]
fn an_outlet_that_gives_a_later_toll_updates_its_own() {
    check(
        "killed 6 people; outlet The Wire; published 2020-02-03
         killed 8 people; outlet The Wire; published 2020-02-04",
        "second updates, revises: The Wire gives “killed 8 people” after “killed 6 people”",
    );
    check(
        "killed 6 people; says Ankara; published 2020-02-03
         killed 8 people; says Ankara; published 2020-02-04",
        "second updates, revises: Ankara gives",
    );
}

#[test]
fn one_speaker_with_two_figures_is_perhaps_misquoted() {
    check(
        "killed 6 people; says Ankara; outlet The Wire
         killed 8 people; says Ankara; outlet The Post",
        "first contradicts: Ankara is quoted with “killed 6 people” and with “killed 8 people”: possibly a misquote",
    );
}

#[test]
fn one_voice_in_one_text_does_not_contradict_itself() {
    check(
        "killed 4 people; doc a
         killed 2 people; doc a",
        "first different_scope: one voice in one text tells",
    );
}

#[test]
fn two_speakers_in_one_text_may() {
    check(
        "killed 30-35 soldiers of Syria; doc a; says Erdogan
         killed 12 soldiers of Syria; doc a; says reports",
        "first contradicts",
    );
}

#[test]
fn levels_of_two_months_are_compared() {
    check(
        "refugees 3700000 people; in Turkey; on 2020-03-06
         refugees 3600000 people of Syria; in Turkey; on 2020-02-13",
        "first contradicts",
    );
}

#[test]
fn the_same_deed_affirmed_and_denied_contradicts() {
    check(
        "that Russia | comply | Sochi agreement; says Peskov
         that Russia | not comply | Sochi agreement; says Erdogan",
        "first contradicts",
    );
    check(
        "that Russia | comply | Sochi agreement
         that Turkey | not comply | Sochi agreement",
        "first different_scope",
    );
}

mod properties {
    use proptest::prelude::*;

    use super::*;
    use crate::relation::judge;

    fn line() -> impl Strategy<Value = String> {
        let measure = prop::sample::select(vec!["killed", "wounded", "casualties"]);
        let quantity = prop::sample::select(vec![
            "6", "8", "30-35", "≥13", ">13", "≤80", "~300", "dozens", "several", "0",
        ]);
        let group = prop::sample::select(vec![
            "people",
            "civilians",
            "children",
            "soldiers of Turkey",
            "soldiers of Syria",
            "soldiers",
        ]);
        let rest = prop::sample::subsequence(
            vec![
                "in Idlib, Syria",
                "on 2020-02-03",
                "says Ankara",
                "outlet The Wire",
                "published 2020-02-04",
                "revised",
                "doc a",
            ],
            0..7,
        );
        (measure, quantity, group, rest).prop_map(|(measure, quantity, group, rest)| {
            format!("{measure} {quantity} {group}; {}", rest.join("; "))
                .trim_end_matches("; ")
                .to_owned()
        })
    }

    proptest! {
        #[test]
        fn a_verdict_does_not_hang_on_the_order(a in line(), b in line()) {
            let articles = articles(&format!("{a}\n{b}"));
            let told: Vec<Told> = articles
                .iter()
                .flat_map(|article| article.claims.iter().map(|claim| Told::new(article, claim)))
                .collect();
            let (there, back) = (judge(&told[0], &told[1]), judge(&told[1], &told[0]));
            prop_assert_eq!(there.relation, back.relation);
            prop_assert_eq!(there.revises, back.revises);
            prop_assert_eq!(there.soft, back.soft);
            let one = relate(&told[0], &told[1]);
            let other = relate(&told[1], &told[0]);
            if matches!(one.relation.name(), "updates" | "retracts" | "part_of" | "refines") {
                prop_assert_eq!((one.a, one.b), (other.a, other.b));
            }
        }

        #[test]
        fn a_claim_agrees_with_itself(a in line()) {
            let articles = articles(&a);
            let told = Told::new(&articles[0], &articles[0].claims[0]);
            prop_assert_eq!(relate(&told, &told).relation.name(), "agrees");
        }
    }
}
