//! Noun groups, verb groups and clause borders: a shallow parse over the tags.
//!
//! A sentence becomes a row of phrases ("At least 12 Syrian troops | were killed | and |
//! approximately 20 | wounded"), in the manner of Abney's chunks (1991); [`clause`] then says which
//! noun group is whose subject and object. Both run once over the sentence, left to right.

mod chunk; // tokens → phrases
mod aside; // brackets and ages that clauses look through
mod verb; // auxiliaries and main verbs
mod noun; // numbers, names, heads
pub(crate) mod clause; // phrases → subjects and objects
mod subject;
mod object;

use std::ops::Range;

pub(crate) use chunk::phrases;

/// A group of tokens that belong together, or a mark between two such groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) kind: Kind,
    /// Its tokens in the sentence.
    pub(crate) tokens: Range<usize>,
}

/// What a phrase is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Noun(NounGroup),
    Verb(VerbGroup),
    /// A date or a time of day: "Monday", "last week".
    Time,
    /// An adjective that stands for itself: "were **dead**".
    Adjective,
    Adverb,
    Preposition,
    /// "and", "or", "but"
    Conjunction,
    /// "that", "because", "while", "if"
    Subordinator,
    /// "who", "which", "whose"
    Relative,
    Comma,
    Quote,
    /// Semicolon, colon, dash, bracket, full stop: clauses do not reach over it.
    Border,
}

/// "at least four of the 12 Turkish soldiers"
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NounGroup {
    /// The token that names what it is; the number itself where no noun stands.
    pub(crate) head: usize,
    /// The quantity mention that counts it, by its place in the sentence's list.
    pub(crate) quantity: Option<usize>,
    /// Its first token after determiners and the quantity, where the naming words begin.
    pub(crate) name: usize,
    /// The owner before a genitive: **Turkey**'s 12 posts.
    pub(crate) owner: Option<Range<usize>>,
    /// The head is a noun or a name, not a bare number, an adjective or a pronoun.
    pub(crate) named: bool,
    /// "four of the soldiers", "three of them": part of a group that is known.
    pub(crate) partitive: bool,
}

/// "have been killed", "did not kill", "to be deployed"
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct VerbGroup {
    /// The token of the main verb.
    pub(crate) head: usize,
    pub(crate) form: VerbForm,
    pub(crate) negated: bool,
    pub(crate) mood: Mood,
}

/// Whether a verb group tells what is, what may be, or only names a deed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mood {
    /// "killed six"
    Fact,
    /// "could kill six", "will be deployed"
    Modal,
    /// "may have killed six": a modal about what is past
    ModalPerfect,
    /// "to kill six"
    Infinitive,
}

/// How a verb group stands to its noun groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VerbForm {
    /// "killed six", "has killed six"
    Active,
    /// "were killed"
    Passive,
    /// A past form without auxiliary: active where an object follows, else passive ("soldiers killed in Idlib").
    Bare,
    /// "killing six"
    Gerund,
    /// A form of "be" or "have" alone: "were among the dead".
    Link,
}

impl Phrase {
    /// The noun group it is, if it is one.
    pub(crate) fn noun(&self) -> Option<&NounGroup> {
        match &self.kind {
            Kind::Noun(noun) => Some(noun),
            _ => None,
        }
    }

    /// The verb group it is, if it is one.
    pub(crate) fn verb(&self) -> Option<&VerbGroup> {
        match &self.kind {
            Kind::Verb(verb) => Some(verb),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{clause::clauses, *};
    use crate::{Lexicon, Span, sentence::Sentence};

    fn parse(text: &str) -> (Sentence, Vec<Phrase>) {
        let lexicon = Lexicon::builtin();
        let sentence = Sentence::read(lexicon, text, Span::new(0, text.len()));
        let quantities = crate::quantity::quantities(
            lexicon,
            text,
            &sentence,
            &vec![false; sentence.tokens.len()],
        );
        let phrases = phrases(lexicon, text, &sentence, &[], &quantities);
        (sentence, phrases)
    }

    /// Noun groups in brackets, verb groups in braces.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let (sentence, phrases) = parse(text);
        let shown: Vec<String> = phrases
            .iter()
            .map(|phrase| {
                let words = sentence.stretch(phrase.tokens.clone()).slice(text);
                match phrase.kind {
                    Kind::Noun(_) => format!("[{words}]"),
                    Kind::Verb(_) => format!("{{{words}}}"),
                    _ => words.to_owned(),
                }
            })
            .collect();
        assert_eq!(shown.join(" "), expected);
    }

    /// For each verb group: subjects > verb > objects, passive ones marked.
    #[track_caller]
    fn check_clauses(text: &str, expected: &str) {
        let lexicon = Lexicon::builtin();
        let (sentence, phrases) = parse(text);
        let words = |at: usize| sentence.stretch(phrases[at].tokens.clone()).slice(text);
        let list = |all: &[usize]| {
            all.iter()
                .map(|&at| words(at))
                .collect::<Vec<_>>()
                .join(" + ")
        };
        let shown: Vec<String> = clauses(&lexicon.grammar, &sentence, &phrases)
            .iter()
            .map(|clause| {
                let mark = if clause.passive { "!" } else { "" };
                format!(
                    "{} > {}{mark} > {}",
                    list(&clause.subjects),
                    words(clause.verb),
                    list(&clause.objects)
                )
            })
            .collect();
        assert_eq!(shown.join(" | "), expected);
    }

    #[test]
    fn a_sentence_is_a_row_of_groups() {
        check(
            "The shelling killed five Turkish soldiers.",
            "[The shelling] {killed} [five Turkish soldiers] .",
        );
        check(
            "Twelve troops have not been killed in Idlib.",
            "[Twelve troops] {have not been killed} in [Idlib] .",
        );
        check(
            "The army's 12 outposts are besieged.",
            "[The army's 12 outposts] {are besieged} .",
        );
        check("Dozens of soldiers died.", "[Dozens of soldiers] {died} .");
    }

    #[test]
    fn subjects_and_objects_are_found() {
        check_clauses(
            "The shelling killed five soldiers.",
            "The shelling > killed > five soldiers",
        );
        check_clauses(
            "Five soldiers in the town were killed.",
            "Five soldiers > were killed! > ",
        );
        check_clauses(
            "The blast killed five soldiers and injured two others.",
            "The blast > killed > five soldiers | The blast > injured > two others",
        );
    }

    #[test]
    fn a_second_subject_is_no_second_object() {
        check_clauses(
            "Shelling killed five soldiers and three others were wounded.",
            "Shelling > killed > five soldiers | three others > were wounded! > ",
        );
    }

    #[test]
    fn a_past_form_without_object_is_passive() {
        check_clauses("Dozens killed in border clashes.", "Dozens > killed! > ");
        check_clauses(
            "Police said 12 people were killed and 20 wounded.",
            "Police > said > 12 people | 12 people > were killed! >  | 20 > wounded! > ",
        );
    }

    #[test]
    fn relative_clauses_look_back() {
        check_clauses(
            "The officials named two officers, who were killed in the strike.",
            "The officials > named > two officers | two officers > were killed! > ",
        );
    }

    #[test]
    fn the_infinitive_shares_the_noun_before_it() {
        check_clauses(
            "The war forced millions of people to flee.",
            "The war > forced > millions of people | millions of people > to flee > ",
        );
    }
}
