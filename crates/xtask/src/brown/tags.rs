//! From Brown's tags to ours: "BEDZ" is a past tense, "NP$" a name and a genitive.

use std::collections::BTreeSet;

use rashomon_extractor::Tag;

/// Capitalised words that are adjectives, not parts of names.
pub(super) type Peoples<'s> = BTreeSet<&'s str>;

/// What form of a verb the clause so far calls for: Brown has one tag for "to go" and "they go".
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Clause {
    /// Nothing yet: "Go home."
    Start,
    /// "to", "will", "did": the bare form comes.
    Bare,
    /// A subject: the present comes.
    Subject,
}

impl Clause {
    fn verb(self) -> Tag {
        match self {
            Self::Subject => Tag::VerbPresent,
            Self::Start | Self::Bare => Tag::Verb,
        }
    }

    fn after(self, base: &str) -> Self {
        match base {
            "to" | "md" | "do" | "dod" | "doz" | "vb" | "be" | "hv" => Self::Bare,
            "." | ":" => Self::Start,
            "rb" | "rbr" | "*" | "ql" | "cc" | "," | "--" | "``" | "''" => self,
            // "did he go", "help them go"
            "pps" | "ppss" | "ppo" if self == Self::Bare => self,
            _ => Self::Subject,
        }
    }
}

/// Our tags for a word: one for each part of Brown's "PPS+BEZ", "NP$", "DOD*".
pub(super) fn ours(
    word: &str,
    tag: &str,
    peoples: &Peoples<'_>,
    clause: &mut Clause,
) -> Option<Vec<Tag>> {
    if tag == "nil" {
        return None;
    }
    let capital = word.starts_with(char::is_uppercase);
    if tag.starts_with("fw-") {
        return Some(vec![if capital { Tag::Name } else { Tag::Other }]);
    }
    let (parts, title) = match tag.split_once('-') {
        Some(("", _)) | None => (tag, false),
        Some((parts, endings)) => (parts, endings.starts_with("tl") && capital),
    };
    let mut tags = Vec::new();
    for part in parts.split('+') {
        let stem = part.strip_suffix('*').filter(|stem| !stem.is_empty());
        let (part, negated) = (stem.unwrap_or(part), stem.is_some());
        let owner = part
            .strip_suffix('$')
            .filter(|stem| !matches!(*stem, "pp" | "pp$" | "wp"));
        let base = owner.unwrap_or(part);
        let tag = fixed(word)
            .or_else(|| title.then(|| titled(word, base, peoples)).flatten())
            .unwrap_or_else(|| one(word, base, *clause));
        tags.push(tag);
        *clause = clause.after(base);
        tags.extend(owner.map(|_| Tag::Genitive));
        tags.extend(negated.then_some(Tag::Adverb));
    }
    Some(tags)
}

/// Words that Brown tags now so, now so, where the difference does not matter to us.
fn fixed(word: &str) -> Option<Tag> {
    Some(match word.to_lowercase().as_str() {
        "to" => Tag::To,
        "dozen" => Tag::Number,
        "others" | "them" => Tag::Pronoun,
        "some" => Tag::Determiner,
        "than" => Tag::Subordinator,
        "how" | "why" | "when" | "where" => Tag::Wh,
        "however" | "only" => Tag::Adverb,
        "missing" => Tag::Adjective,
        "police" => Tag::Nouns,
        _ => return None,
    })
}

/// A capitalised word in a name of several: "Grand Jury", "United States".
fn titled(word: &str, base: &str, peoples: &Peoples<'_>) -> Option<Tag> {
    match base {
        "nn" | "nr" | "vb" | "vbg" | "vbn" => Some(Tag::Name),
        "nns" => Some(Tag::Names),
        "jj" if !peoples.contains(word) => Some(Tag::Name),
        _ => None,
    }
}

fn one(word: &str, base: &str, clause: Clause) -> Tag {
    match base {
        "nns" => Tag::Nouns,
        // "Friday" is a name, "today" and "north" are none
        "nr" if word.starts_with(char::is_uppercase) && word.ends_with("day") => Tag::Name,
        "nrs" if word.starts_with(char::is_uppercase) => Tag::Names,
        "nn" | "nr" | "nrs" => Tag::Noun,
        "np" => Tag::Name,
        "nps" => Tag::Names,
        "pps" | "ppss" | "ppo" | "ppl" | "ppls" | "pp$$" | "pn" | "ex" => Tag::Pronoun,
        "pp$" => Tag::Possessive,
        "jj" | "jjr" | "jjt" | "jjs" | "ap" => Tag::Adjective,
        "rb" | "rbr" | "rbt" | "rn" | "ql" | "qlp" | "*" => Tag::Adverb,
        "abl" if word != "such" => Tag::Adverb,
        "at" | "dt" | "dts" | "dti" | "dtx" | "abn" | "abx" | "abl" => Tag::Determiner,
        "cd" => Tag::Number,
        "od" => Tag::Ordinal,
        "in" => Tag::Preposition,
        "cs" => Tag::Subordinator,
        "cc" => Tag::Conjunction,
        "wdt" | "wps" | "wpo" | "wp$" | "wql" | "wrb" => Tag::Wh,
        "vb" | "be" | "hv" | "do" => clause.verb(),
        "vbz" | "bez" | "bem" | "ber" | "doz" | "hvz" => Tag::VerbPresent,
        "vbd" | "bed" | "bedz" | "dod" | "hvd" => Tag::VerbPast,
        "vbn" | "ben" | "hvn" => Tag::Participle,
        "vbg" | "beg" | "hvg" => Tag::Gerund,
        "md" => Tag::Modal,
        "rp" => Tag::Particle,
        "." | "," | ":" | "--" | "(" | ")" | "``" | "''" | "'" => Tag::Punctuation,
        _ => Tag::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tagged: &str, expected: &[Tag]) {
        let peoples = Peoples::from(["American"]);
        let mut clause = Clause::Start;
        let tags: Vec<Tag> = tagged
            .split(' ')
            .filter_map(|word| word.rsplit_once('/'))
            .filter_map(|(word, tag)| ours(word, tag, &peoples, &mut clause))
            .flatten()
            .collect();
        assert_eq!(tags, expected);
    }

    #[test]
    fn parts_of_a_word_have_a_tag_each() {
        check("Turkey's/np$", &[Tag::Name, Tag::Genitive]);
        check("didn't/dod*", &[Tag::VerbPast, Tag::Adverb]);
        check("he's/pps+bez", &[Tag::Pronoun, Tag::VerbPresent]);
        check("their/pp$ not/*", &[Tag::Possessive, Tag::Adverb]);
    }

    #[test]
    fn the_bare_form_follows_to_and_modals() {
        check("to/to go/vb", &[Tag::To, Tag::Verb]);
        check("will/md not/* go/vb", &[Tag::Modal, Tag::Adverb, Tag::Verb]);
        check("they/ppss go/vb", &[Tag::Pronoun, Tag::VerbPresent]);
        check("go/vb", &[Tag::Verb]);
    }

    #[test]
    fn titles_are_names_but_peoples_stay_adjectives() {
        check("Grand/jj-tl Jury/nn-tl", &[Tag::Name, Tag::Name]);
        check("American/jj-tl Legion/nn-tl", &[Tag::Adjective, Tag::Name]);
    }
}
