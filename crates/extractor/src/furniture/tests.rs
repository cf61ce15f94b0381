use super::*;
use crate::Document;

/// What is left of a text without its furniture, sentences parted by " | ".
#[track_caller]
fn check(text: &str, expected: &str) {
    let lexicon = Lexicon::builtin();
    let layout = Layout::of(lexicon, &Document::new("x", text));
    let mut sentences = layout.read(lexicon, text);
    clear(lexicon, text, &layout, &mut sentences);
    let left: Vec<_> = sentences
        .iter()
        .filter(|sentence| !sentence.tokens.is_empty())
        .map(|sentence| sentence.span.slice(text))
        .collect();
    assert_eq!(left.join(" | "), expected);
}

const TITLE: &str = "Six soldiers killed in Harran";
const BODY: &str = "Six soldiers were killed near Harran on Monday, the army said.";

/// The line is furniture between two paragraphs of an article.
#[track_caller]
fn furniture(line: &str) {
    check(
        &format!("{TITLE}\n\n{BODY}\n\n{line}\n\nNobody has claimed the attack so far."),
        &format!("{TITLE} | {BODY} | Nobody has claimed the attack so far."),
    );
}

/// The line is a part of the article between two paragraphs of it.
#[track_caller]
fn article(line: &str) {
    check(
        &format!("{TITLE}\n\n{BODY}\n\n{line}\n\nNobody has claimed the attack so far."),
        &format!("{TITLE} | {BODY} | {line} | Nobody has claimed the attack so far."),
    );
}

#[test]
fn articles_keep_their_sentences() {
    article("“You must help us,” the mayor said, “and your readers must know.”");
    article("The video was shared on Facebook and Twitter.");
    article("He called on states to support the truce.");
    article("Support for the rebels fell to 12 percent.");
    article("Share prices fell by 4 percent.");
    article("To contact the rebels, envoys travelled for 3 days.");
    article("At least 12 dead in second attack");
    article("It was the first attack since May (and the worst in years).");
    article("The ministry published a list of names on its website.");
}

#[test]
fn front_matter_is_furniture() {
    check(
        "---\noutlet: The Wire\ntitle: 12 killed in Harran\n---\n12 people were killed.",
        "12 people were killed.",
    );
}

#[test]
fn bylines_and_dates_are_furniture() {
    furniture("By Mara Lindt | February 4, 2020 | 9:31pm EST");
    furniture("Mara Lindt**4 February 2020**");
    furniture("By [Mara Lindt](#)");
    furniture("Published: 4 February 2020");
}

#[test]
fn credits_make_captions() {
    furniture("President Lund meets with Ole Krag. (Photo: Town Hall)");
    furniture("Men carry a child out of a house that was hit [Anna Bek/The Wire]");
    furniture("A house in Harran (File photo)");
    furniture("Harran and its region on a map/ The Wire");
    furniture("President Lund with her Danish counterpart Ole Krag");
}

#[test]
fn links_to_other_articles_are_furniture() {
    furniture("Read: Why the border is closed");
    furniture("Explainer: Why are the generals ready to wage another war?");
    furniture("RELATED STORIES:");
    furniture("Read more");
    furniture("Read or share this story: https://wire.example/x");
}

#[test]
fn bids_to_the_reader_are_furniture() {
    furniture("Sign up for our Daily Newsletter to receive the latest news.");
    furniture("Donate today to help us go on. $25 a month goes a long way.");
    furniture("Follow us on Twitter.");
    furniture("Visit our website for updates.");
    furniture("JOIN TODAY!");
}

#[test]
fn rights_and_disclaimers_are_furniture() {
    furniture(
        "Copyright 2020 The Wire. All rights reserved. This material may not be published, broadcast or rewritten.",
    );
    furniture("The views and opinions expressed in this article are those of the author.");
    furniture("© 2020 The Wire");
}

#[test]
fn labels_and_addresses_are_furniture() {
    furniture("Region: [Middle East](#), [Europe](#)");
    furniture("(+49) 30 4565994");
    furniture("desk@wire.example");
    furniture("[wire.example/contact](https://www.wire.example/contact)");
    furniture("Photos");
}

#[test]
fn a_line_that_is_said_twice_counts_once() {
    furniture(BODY);
}

#[test]
fn forms_end_with_the_next_full_sentence() {
    check(
        &format!(
            "{BODY}\n\nSubscribe to the Weekly Letter\n\n* indicates required\n\nFull Name\n\nSubscribe\n\nmade with care\n\n{TITLE} on Monday, a day before the talks were to begin in the capital."
        ),
        &format!(
            "{BODY} | {TITLE} on Monday, a day before the talks were to begin in the capital."
        ),
    );
}

#[test]
fn what_stands_behind_the_article_is_furniture() {
    let article = format!(
        "{TITLE}\n\n{BODY}\n\nThe army has sent more men to the town, a spokesman said on Tuesday."
    );
    let left = format!(
        "{TITLE} | {BODY} | The army has sent more men to the town, a spokesman said on Tuesday."
    );
    check(
        &format!(
            "{article}\n\nWire Reader,\n\nThe big papers weave a web of confusion around the war and its causes.\n\nWe need your help.\n\n— The Wire Team"
        ),
        &left,
    );
    check(
        &format!(
            "{article}\n\n### About the author:\n\nMara Lindt lives in Oslo. Her new book tells of the war. It airs three times a week.\n\nVisit her blog."
        ),
        &left,
    );
    check(
        &format!(
            "{article}\n\nTo contact the Wire and its\nfriends visit:\n\n[wire.example](https://www.wire.example)"
        ),
        &left,
    );
}

#[test]
fn a_second_article_behind_the_first_is_read() {
    check(
        &format!(
            "{BODY}\n\nComments\n\nTwelve people were killed in a second attack, police said."
        ),
        &format!("{BODY} | Twelve people were killed in a second attack, police said."),
    );
}

#[test]
fn a_text_of_one_paragraph_loses_only_what_is_surely_none_of_it() {
    check(
        "Follow us for more 12 people killed in Harran The army said 12 people were killed. All rights reserved.",
        "Follow us for more 12 people killed in Harran The army said 12 people were killed.",
    );
    check("Read Also", "Read Also");
}
