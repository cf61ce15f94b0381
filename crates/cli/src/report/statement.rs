//! A statement as a sentence that a reader would accept: "Turkey did not comply with the accord".

use rashomon_extractor::{Lexicon, Polarity};
use rashomon_graph::quoted;

use super::{Claim, claim::spoken};

/// What a statement says, from its subject, predicate and object; its own words where these say too little.
pub(super) fn told(claim: &Claim) -> String {
    let part = |part: &Option<std::sync::Arc<str>>| part.as_deref().unwrap_or_default().to_owned();
    let (subject, object) = (part(&claim.subject), part(&claim.object));
    let predicate = part(&claim.predicate);
    let denied = claim.polarity == Polarity::Denied;
    let lexicon = Lexicon::builtin();
    let Some(wording) = lexicon.wording(&predicate) else {
        let not = if denied { "not " } else { "" };
        return sentence(&subject, &format!("{not}{}", spoken(&predicate)), &object);
    };
    if subject.is_empty() && object.is_empty() {
        return quoted(&claim.quote);
    }
    // "the shooting" of which nothing is said but that it was
    if subject.is_empty() && bare(&object) == spoken(&predicate) {
        let verb = if denied { "did not happen" } else { "happened" };
        return sentence(&object, verb, "");
    }
    if subject.is_empty() {
        return match &wording.undergone {
            Some(undergone) if denied => {
                sentence(&object, &undergone.replacen("was ", "was not ", 1), "")
            }
            Some(undergone) => sentence(&object, undergone, ""),
            None if denied => sentence(&object, &wording.says_not, ""),
            None => sentence(&object, &wording.says, ""),
        };
    }
    // "its positions had been coordinated": a thing undergoes what only somebody can do
    if object.is_empty() && wording.needs_object {
        return quoted(&claim.quote);
    }
    let verb = if denied && !is_nobody(&subject) {
        &wording.says_not
    } else {
        &wording.says
    };
    let who = named(&subject, claim.nation.as_deref(), lexicon);
    sentence(&who, verb, &object)
}

/// Subject, predicate and object; without an object the predicate loses the small word at its end.
fn sentence(who: &str, verb: &str, whom: &str) -> String {
    let verb = match verb.strip_prefix("was ") {
        Some(rest) if is_plural(who) => format!("were {rest}"),
        _ => verb.to_owned(),
    };
    if !whom.is_empty() {
        return [who, &verb, whom].join(" ").trim_start().to_owned();
    }
    let mut verb = verb.trim_end_matches(':');
    for small in [" with", " to", " of", " for", " at", " in"] {
        verb = verb.strip_suffix(small).unwrap_or(verb);
    }
    format!("{who} {verb}").trim_start().to_owned()
}

/// "the Syrian side" for a bare "Syrian", "it (Turkey)" for a bare "it".
fn named(subject: &str, nation: Option<&str>, lexicon: &Lexicon) -> String {
    let last = subject.rsplit(' ').next().unwrap_or(subject);
    if lexicon.is_adjective_of_nation(last) {
        let the = if subject.starts_with("the ") {
            ""
        } else {
            "the "
        };
        return format!("{the}{subject} side");
    }
    let pronoun = ["he", "it", "she", "they", "we"].contains(&subject.to_lowercase().as_str());
    match nation {
        Some(nation) if pronoun => format!("{subject} ({nation})"),
        _ => subject.to_owned(),
    }
}

/// "Nobody ever promised": the subject says that it was not so.
fn is_nobody(subject: &str) -> bool {
    let first = subject.split(' ').next().unwrap_or_default();
    ["no", "nobody", "none", "neither"].contains(&first.to_lowercase().as_str())
}

/// A noun without its article.
fn bare(words: &str) -> String {
    let lower = words.to_lowercase();
    let noun = ["the ", "a ", "an "]
        .iter()
        .find_map(|article| lower.strip_prefix(article));
    noun.unwrap_or(&lower).to_owned()
}

/// Whether a subject takes "were": "their positions", "Putin and Erdoğan", "they".
fn is_plural(subject: &str) -> bool {
    const BEHIND: [&str; 12] = [
        "of", "in", "on", "at", "from", "with", "for", "by", "who", "which", "that", "near",
    ];
    let words: Vec<&str> = (subject.split(' '))
        .take_while(|word| !BEHIND.contains(word) && !word.ends_with(','))
        .collect();
    let several = |word: &&str| *word != "1" && word.starts_with(|c: char| c.is_ascii_digit());
    if words.contains(&"and") || words.first().is_some_and(several) {
        return true;
    }
    let Some(head) = words.last().map(|word| word.to_lowercase()) else {
        return false;
    };
    [
        "they", "we", "these", "those", "people", "men", "women", "children", "police", "troops",
    ]
    .contains(&head.as_str())
        || head.ends_with('s')
            && !["ss", "us", "is", "'s", "’s"]
                .iter()
                .any(|end| head.ends_with(end))
            && words
                .last()
                .is_some_and(|word| word.starts_with(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    #[track_caller]
    fn check(subject: &str, predicate: &str, object: &str, expected: &str) {
        let mut claim = fixture::report().claims.remove(0);
        let (predicate, polarity) = match predicate.strip_prefix("not ") {
            Some(predicate) => (predicate, Polarity::Denied),
            None => (predicate, Polarity::Affirmed),
        };
        claim.subject = Some(subject.into());
        claim.predicate = Some(predicate.into());
        claim.object = Some(object.into());
        claim.polarity = polarity;
        claim.nation = Some("Turkey".into());
        claim.quote = "the \"raid had been prepared".into();
        assert_eq!(told(&claim), expected);
    }

    #[test]
    fn a_statement_is_a_sentence() {
        check(
            "Russia",
            "complied",
            "the accord",
            "Russia complied with the accord",
        );
        check(
            "Russia",
            "not complied",
            "the accord",
            "Russia did not comply with the accord",
        );
        check("Russia", "not complied", "", "Russia did not comply");
        check(
            "Nobody",
            "not agreed",
            "a truce",
            "Nobody agreed to a truce",
        );
    }

    #[test]
    fn what_is_undergone_is_told_in_the_passive() {
        check("", "attacked", "the camp", "the camp was attacked");
        check(
            "",
            "not attacked",
            "their posts in Idlib",
            "their posts in Idlib were not attacked",
        );
        check("", "shooting", "The shooting", "The shooting happened");
        check("", "arrested", "52 of them", "52 of them were in custody");
        check("", "collapsed", "the bridge", "the bridge collapsed");
    }

    #[test]
    fn a_subject_says_who_it_is() {
        check("Syrian", "attacked", "", "the Syrian side attacked");
        check("it", "notified", "Moscow", "it (Turkey) informed Moscow");
        check(
            "Allan and Bo",
            "known_identity",
            "",
            "Allan and Bo were known",
        );
    }

    #[test]
    fn words_without_parties_are_quoted() {
        check("", "attacked", "", "“the raid had been prepared”");
        check("its posts", "notified", "", "“the raid had been prepared”");
    }
}
