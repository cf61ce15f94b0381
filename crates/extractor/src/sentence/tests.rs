use proptest::prelude::*;

use super::*;

/// Sentences are parted by " | ", line breaks inside them shown as "/".
#[track_caller]
fn check(text: &str, expected: &str) {
    let document = Document::new("x", text);
    let found: Vec<_> = Layout::of(Lexicon::builtin(), &document)
        .sentences
        .into_iter()
        .map(|span| span.slice(text).replace('\n', "/"))
        .collect();
    assert_eq!(found.join(" | "), expected);
}

/// The text is cut where it shows "|", and nowhere else.
#[track_caller]
fn check_cuts(marked: &str) {
    check(&marked.replace(" | ", " "), marked);
}

#[test]
fn end_marks_end_sentences() {
    check_cuts("Six soldiers were killed. | Two more are missing! | Who fired? | Nobody knows.");
    check_cuts("The army withdrew. | 12 men stayed.");
    check_cuts("It was over... | The guns fell silent.");
}

#[test]
fn titles_stand_before_names() {
    check_cuts("Gen. Haddad met Mr. Okoye and Lt. Col. Ruiz. | Sen. Brandt did not come.");
    check_cuts("GEN. BUSTOS RESIGNS TODAY. | BECAUSE OF THIS, THE TALKS WITH REP. LANE ENDED.");
    check_cuts("He was held in St. Petersburg. | She was not.");
}

#[test]
fn abbreviations_end_a_sentence_before_a_word_that_opens_one() {
    check_cuts(
        "Troops left the U.S. The convoy was late."
            .replace("U.S. The", "U.S. | The")
            .as_str(),
    );
    check_cuts(
        "The U.S. Air Force and the U.N. Security Council met in Washington, D.C. | They agreed.",
    );
    check_cuts("Acme Inc. Chairman Paul Weiss resigned.");
    check_cuts("The plant in Joliet, Ill. Governor Reed visited was closed.");
    check_cuts("They left the U.S. | Police followed.");
    check_cuts("THE U.S. POLICE CAME. | THE U.S. | THEY LEFT.");
    check_cuts("Two children fell ill. | Doctors came.");
}

#[test]
fn months_and_numbers_stand_before_figures() {
    check_cuts("It was signed on Jan. 30 as Resolution No. 12. | Talks went on.");
    check_cuts("The answer was no. | Rebels fired on Feb. 3.");
}

#[test]
fn hours_stand_before_days() {
    check_cuts(
        "It fell at 5 p.m. Monday near the port. | A second one hit at 6 a.m. | Police came.",
    );
}

#[test]
fn initials_are_no_ends() {
    check_cuts("George W. Hale and J. R. Stone spoke. | The B.B.C. Arabic service reported it.");
    check_cuts("Twelve had hepatitis B. | The others were well.");
}

#[test]
fn decimals_and_items_are_no_ends() {
    check_cuts("Some 3.7 million fled; 4.5 percent returned.");
    check_cuts("1. The army withdraws. | 2. The rebels stay. | That was in 2014. | Then war came.");
}

#[test]
fn what_goes_on_in_lower_case_is_one_sentence() {
    check_cuts("\"Stop!\" he cried. | Yahoo! said so too. | He waited ... and left.");
    check_cuts("The mayor fled. | al-Nur fighters took the town. | iPhones were seized.");
}

#[test]
fn lower_case_copy_is_cut_at_its_full_stops() {
    check_cuts(
        "six men died. | the u.s. army fired. | gen. haddad said 3.7 million fled. | who knows?",
    );
}

#[test]
fn a_quotation_inside_a_sentence_stays_whole() {
    check_cuts("He wrote that \"We will not wait. We will not rest.\" | Then he left.");
    check_cuts("The minister said: “They fired first. Our men answered.” | Nobody was hurt.");
    check_cuts("\"They fired first. | Our men answered,\" the minister said.");
    check_cuts("“Who would gain?” Larsson asked. | “Nobody.”");
    check_cuts("He said \"no. | The war goes on. | It will not end.");
}

#[test]
fn brackets_stay_whole() {
    check_cuts("The post (see p. 3. It was lost. Two fell.) was retaken. | Calm returned.");
    check_cuts("They fled.[12] | No one stayed.");
}

#[test]
fn text_of_joined_tokens_is_cut_at_its_full_stops() {
    check_cuts("The blast killed 9 people . | police said so .");
    check_cuts("He said , \" Six died . \" | Two more are missing .");
    check_cuts("`` Six died . '' | Two more are missing .");
}

#[test]
fn lost_blanks_are_seen() {
    check(
        "Six were hurt.Two died at wire.example.",
        "Six were hurt. | Two died at wire.example.",
    );
}

#[test]
fn headlines_are_sentences_of_their_own() {
    check(
        "Six dead in clash\n\nMara Lindt\n4 February 2020\n\nSix soldiers died on Monday. Two are missing.",
        "Six dead in clash | Mara Lindt | 4 February 2020 | Six soldiers died on Monday. | Two are missing.",
    );
    check(
        "Man wanted over shooting turns himself in\n\nLAKEVIEW A man gave himself up.",
        "Man wanted over shooting turns himself in | LAKEVIEW A man gave himself up.",
    );
}

#[test]
fn a_dateline_stays_with_its_sentence() {
    check_cuts("ANKARA, Feb. 3 (The Wire) - Six soldiers were killed. | Two are missing.");
    check_cuts("(TheWire.example) – Six soldiers were killed.");
}

#[test]
fn wrapped_lines_are_joined() {
    check(
        "   LIMA, 8 JAN 90 (WIRE) -- [TEXT] SIX POLICEMEN WERE KILLED BY A GANG OF\n\
         SOME THIRTY MEN IN THE EARLY HOURS OF TODAY NEAR THE CITY OF HUANTA IN\n\
         THE SOUTH.  THE ATTACK LASTED TWO HOURS.\n\n\
         \x20  NO ONE HAS CLAIMED IT SO FAR.",
        "LIMA, 8 JAN 90 (WIRE) -- [TEXT] SIX POLICEMEN WERE KILLED BY A GANG OF/\
         SOME THIRTY MEN IN THE EARLY HOURS OF TODAY NEAR THE CITY OF HUANTA IN/\
         THE SOUTH. | THE ATTACK LASTED TWO HOURS. | NO ONE HAS CLAIMED IT SO FAR.",
    );
}

#[test]
fn lists_keep_their_lines() {
    check(
        "- six dead\n- two missing\n* one held",
        "- six dead | - two missing | * one held",
    );
    check(
        "Subscribe\nEmail address\nFull name",
        "Subscribe | Email address | Full name",
    );
}

#[test]
fn a_page_break_does_not_end_a_sentence() {
    check(
        "Clashes go on.\n\nFour of the twelve army posts in\n\nHarran are still besieged.",
        "Clashes go on. | Four of the twelve army posts in//Harran are still besieged.",
    );
    check(
        "The pipeline opened in May. It is part of a plan for the coast of the province,\n\nwhich the capital rejects.",
        "The pipeline opened in May. | It is part of a plan for the coast of the province,//which the capital rejects.",
    );
    check(
        "Rebels hold the coast. Later that year the group invaded the south from there, threatening\n\nHarran and its oil fields before a truce came.",
        "Rebels hold the coast. | Later that year the group invaded the south from there, threatening//Harran and its oil fields before a truce came.",
    );
}

#[test]
fn a_headline_may_stand_in_the_middle_of_a_sentence() {
    check(
        "The ministers did not meet. He later spoke to Ann Reyes, the U.S.\n\nExplainer: Why the border is closed\n\nspecial envoy for the region, who came on Monday.",
        "The ministers did not meet. | He later spoke to Ann Reyes, the U.S.//Explainer: Why the border is closed//special envoy for the region, who came on Monday.",
    );
}

#[test]
fn captions_end_where_their_line_ends() {
    check(
        "President Lund with her Danish counterpart Ole Krag\n\nPresident Lund's spokesman declined to comment.",
        "President Lund with her Danish counterpart Ole Krag | President Lund's spokesman declined to comment.",
    );
}

#[test]
fn front_matter_is_a_paragraph_of_its_own() {
    check(
        "---\noutlet: The Wire\npublished: 2020-02-04\n---\nsix men died.",
        "---/outlet: The Wire/published: 2020-02-04/--- | six men died.",
    );
}

#[test]
fn all_kinds_of_line_ends_are_seen() {
    check(
        "Six dead\r\n\r\nSix died.\r\nTwo fled.\r\n",
        "Six dead | Six died. | Two fled.",
    );
    check("\u{feff}Six dead\rSix died.", "Six dead | Six died.");
    check("", "");
    check(" \n\u{a0}\n", "");
}

#[test]
fn hostile_texts_take_no_longer() {
    for piece in [
        ". ", ".", "\"", "( ", "“ \"a", ".) ", "a\n", "of\n\n", "a.B ", "U.S.\n\n", "\n",
    ] {
        let text = piece.repeat(1_000_000 / piece.len());
        #[allow(clippy::disallowed_methods)] // a test may look at the clock
        let start = std::time::Instant::now();
        Layout::of(Lexicon::builtin(), &Document::new("x", text));
        assert!(
            start.elapsed().as_secs() < 5,
            "{piece:?} took {:?}",
            start.elapsed()
        );
    }
}

#[test]
fn endless_sentences_are_cut() {
    let text = "six men, ".repeat(20_000);
    let document = Document::new("x", text.as_str());
    let spans = Layout::of(Lexicon::builtin(), &document).sentences;
    assert!(spans.len() > 10);
    assert!(spans.iter().all(|span| span.len() <= 4_000));
    let one_word = Document::new("x", "ä".repeat(1_000_000));
    assert!(Layout::of(Lexicon::builtin(), &one_word).sentences.len() > 100);
}

/// Pieces that news and its accidents are made of.
fn copy() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("."),
        Just("\""),
        Just("“"),
        Just("”"),
        Just("("),
        Just(")"),
        Just("\n"),
        Just("\n\n"),
        Just("\r\n"),
        Just(" "),
        Just("  "),
        Just("U.S."),
        Just("Gen."),
        Just("a.m."),
        Just("..."),
        Just("…"),
        Just("?"),
        Just("The"),
        Just("said"),
        Just("of"),
        Just("al-Nur"),
        Just("12"),
        Just("é"),
        Just("\u{200b}"),
        Just("ſ"),
        Just("-"),
        Just("''"),
        Just("[1]"),
        Just(","),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn check_spans(text: &str) -> Result<(), TestCaseError> {
    let document = Document::new("x", text);
    let spans = Layout::of(Lexicon::builtin(), &document).sentences;
    let mut end = 0;
    let mut kept = String::new();
    for span in spans {
        prop_assert!(end <= span.start(), "in order, without overlap");
        let written = text.get(span.start()..span.end());
        let written = written.expect("bounds of letters");
        prop_assert!(!written.is_empty());
        prop_assert_eq!(written.trim(), written);
        kept.push_str(written);
        end = span.end();
    }
    let letters = |text: &str| {
        text.chars()
            .filter(|c| !mark::is_blank(*c))
            .collect::<String>()
    };
    prop_assert_eq!(letters(&kept), letters(text), "nothing is lost");
    Ok(())
}

proptest! {
    #[test]
    fn spans_are_in_order_and_lose_nothing(text in copy()) {
        check_spans(&text)?;
    }

    #[test]
    fn any_text_can_be_cut(text in any::<String>()) {
        check_spans(&text)?;
    }
}
