use super::*;
use crate::{Span, lexicon::Vocabulary, token};

#[track_caller]
fn check(text: &str, expected: &str) {
    let span = Span::new(0, text.len());
    let mut tokens = token::tokens(&Vocabulary::default(), text, span);
    tag(text, &mut tokens);
    let words = tokens
        .iter()
        .map(|token| format!("{}/{:?}", token.text(text), token.tag));
    assert_eq!(words.collect::<Vec<_>>().join(" "), expected);
}

#[test]
fn the_model_can_be_read() {
    assert!(Pack::read(pack::MODEL).is_some());
}

#[test]
fn killed_is_a_participle_after_were() {
    check(
        "Nineteen Malian troops were killed and about 20 wounded.",
        "Nineteen/Number Malian/Adjective troops/Nouns were/VerbPast killed/Participle \
         and/Conjunction about/Adverb 20/Number wounded/Participle ./Punctuation",
    );
    check(
        "Nearly 3,000 were displaced and 12 remain missing.",
        "Nearly/Adverb 3,000/Number were/VerbPast displaced/Participle and/Conjunction \
         12/Number remain/VerbPresent missing/Adjective ./Punctuation",
    );
}

#[test]
fn killed_is_a_past_tense_before_its_object() {
    check(
        "The rockets killed two boys and injured four others.",
        "The/Determiner rockets/Nouns killed/VerbPast two/Number boys/Nouns and/Conjunction \
         injured/VerbPast four/Number others/Pronoun ./Punctuation",
    );
    check(
        "The army's shelling of the town killed civilians.",
        "The/Determiner army/Noun 's/Genitive shelling/Noun of/Preposition the/Determiner \
         town/Noun killed/VerbPast civilians/Nouns ./Punctuation",
    );
}

#[test]
fn killed_is_a_participle_behind_its_noun() {
    check(
        "The policemen killed in the raid were from Anbar.",
        "The/Determiner policemen/Nouns killed/Participle in/Preposition the/Determiner \
         raid/Noun were/VerbPast from/Preposition Anbar/Name ./Punctuation",
    );
    check(
        "Dozens hurt in growing border clashes",
        "Dozens/Nouns hurt/Participle in/Preposition growing/Gerund border/Noun clashes/Nouns",
    );
}

#[test]
fn the_dead_are_an_adjective() {
    check(
        "The quake left eight dead.",
        "The/Determiner quake/Noun left/VerbPast eight/Number dead/Adjective ./Punctuation",
    );
}

#[test]
fn dozen_is_a_number_and_dozens_are_nouns() {
    check(
        "Two dozen of 700,000 and dozens of others",
        "Two/Number dozen/Number of/Preposition 700,000/Number and/Conjunction \
         dozens/Nouns of/Preposition others/Pronoun",
    );
}

#[test]
fn capitals_tell_nothing_where_all_have_them() {
    check(
        "THE ENVOY SAID THAT SIX REBELS DIED WHEN A MINE EXPLODED.",
        "THE/Determiner ENVOY/Noun SAID/VerbPast THAT/Subordinator SIX/Number REBELS/Nouns \
         DIED/VerbPast WHEN/Wh A/Determiner MINE/Noun EXPLODED/VerbPast ./Punctuation",
    );
}

#[test]
fn words_without_their_apostrophe_are_known() {
    check(
        "Ukraines army said it didnt shoot at the groups leader",
        "Ukraines/Name army/Noun said/VerbPast it/Pronoun didnt/VerbPast shoot/Verb \
         at/Preposition the/Determiner groups/Nouns leader/Noun",
    );
}

#[test]
fn new_names_and_new_words_are_known_by_their_form() {
    check(
        "Kuleba met jihadists in Bakhmut; howitzers and drones hit it.",
        "Kuleba/Name met/VerbPast jihadists/Nouns in/Preposition Bakhmut/Name ;/Punctuation \
         howitzers/Nouns and/Conjunction drones/Nouns hit/VerbPast it/Pronoun ./Punctuation",
    );
}

#[test]
fn genitives_differ_from_verbs() {
    check(
        "He's in Sudan's north",
        "He/Pronoun 's/VerbPresent in/Preposition Sudan/Name 's/Genitive north/Noun",
    );
    check(
        "the workers' union",
        "the/Determiner workers/Nouns '/Genitive union/Noun",
    );
}

#[test]
fn no_tokens_have_no_tags() {
    check("", "");
    check("'", "'/Punctuation");
}
