//! Who says so: source, cue and content.
//!
//! A document is read in levels. On the outermost one every quotation is a single unit, so that
//! "'We lost 12 men,' Saleh said" and "police said 12 died" have one grammar; then the words inside
//! each quotation are read in the same way, and their attributions nest in the one around them.

mod quote; // which words stand between marks
mod line; // a sentence, quotations folded
mod group; // noun groups that may be sources
mod verb; // "has not said", "went on to say"
mod subject; // the source of a verb
mod content; // what a verb reports
mod ending; // where the words of a speaker stop being theirs
mod cue; // cues with their sources and contents
mod lead; // "according to", "reportedly", "the claim that"
mod report; // "police said"
mod sides; // "C, police said, D"
mod passive; // "it was reported that"
mod level; // the sentences and quotations of one level
mod name; // the names of a document
mod speaker; // "he" → who
mod voice; // the chain of speakers around some words

use std::{cmp::Reverse, sync::Arc};

use serde::Serialize;

use crate::{Lexicon, Span, Stance, sentence::Sentence};
use level::{Reader, within};
use speaker::Cast;
pub(crate) use voice::Voices;

/// A stretch of text that somebody is named for: "12 people died, **police** *said*".
///
/// Source, cue and content are the terms of the PARC and `PolNeAR` annotations.
#[derive(Clone, Debug, Serialize)]
pub struct Attribution {
    /// The words that name the speaker, where there are any.
    pub source: Option<Span>,
    /// The words that mark the report: "said", "according to".
    pub cue: Option<Span>,
    /// What is attributed.
    pub content: Span,
    /// The speaker's resolved name: "he" becomes the person, "U.N." the United Nations.
    pub speaker: Option<Arc<str>>,
    /// The attitude that the cue gives the speaker: "denied" denies, "may have" hedges.
    #[serde(skip)]
    pub stance: Stance,
}

/// The words that name a speaker.
#[derive(Clone, Copy, Debug)]
struct Source {
    span: Span,
    /// Without what a preposition adds: "a spokesman" of "a spokesman for the ministry".
    core: Span,
    sentence: usize,
}

/// An attribution whose speaker is not resolved yet.
#[derive(Clone, Copy, Debug)]
struct Found {
    source: Option<Source>,
    cue: Option<Span>,
    content: Span,
    stance: Stance,
}

/// The attributions of a document, in the order of their content, outer ones before inner ones.
pub(crate) fn attributions(
    lexicon: &Lexicon,
    text: &str,
    sentences: &[Sentence],
) -> Vec<Attribution> {
    let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else {
        return Vec::new();
    };
    let mut reader = Reader {
        lexicon,
        text,
        sentences,
        found: Vec::new(),
    };
    reader.level(first.span.to(last.span), 0..sentences.len(), 0);
    resolve(reader)
}

/// Names the speakers, and puts outer attributions before inner ones.
fn resolve(reader: Reader) -> Vec<Attribution> {
    let found = reader.found;
    let mut cast = Cast::new(reader.lexicon, reader.text, reader.sentences);
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_key(|&at| found[at].source.map_or(0, |source| source.span.start()));
    let mut names: Vec<Option<Arc<str>>> = vec![None; found.len()];
    let mut before: Option<(Span, Option<Arc<str>>)> = None;
    for at in order {
        let Some(source) = found[at].source else {
            continue;
        };
        names[at] = match &before {
            Some((span, name)) if *span == source.span => name.clone(),
            _ => cast.speaker(&source),
        };
        before = Some((source.span, names[at].clone()));
    }
    let mut attributions: Vec<_> = found
        .into_iter()
        .zip(names)
        .map(|(found, speaker)| Attribution {
            source: found.source.map(|source| source.span),
            cue: found.cue,
            content: found.content,
            speaker,
            stance: found.stance,
        })
        .collect();
    attributions.sort_by_key(|attribution| {
        (
            attribution.content.start(),
            Reverse(attribution.content.end()),
        )
    });
    attributions.dedup_by(|b, a| a.content == b.content && a.source == b.source);
    attributions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Document, sentence};

    fn read(text: &str) -> Vec<Attribution> {
        let lexicon = Lexicon::builtin();
        let document = Document::new("d", text);
        let sentences: Vec<_> = sentence::sentences(lexicon, &document)
            .into_iter()
            .map(|span| Sentence::read(lexicon, text, span))
            .collect();
        attributions(lexicon, text, &sentences)
    }

    /// One attribution a line: "speaker: content", the outlet's own hedges without a speaker.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = read(text)
            .into_iter()
            .map(|attribution| {
                let stance = match attribution.stance {
                    Stance::Asserts => "",
                    Stance::Denies => " denies",
                    Stance::Hedges => " hedges",
                    Stance::Expects => " expects",
                };
                let speaker = attribution.speaker.as_deref().unwrap_or_default();
                format!("{speaker}{stance}: {}", attribution.content.slice(text))
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_source_may_stand_before_its_content_or_behind_it() {
        check(
            "Police said that nine miners died.",
            &["Police: nine miners died"],
        );
        check(
            "Police said nine miners died.",
            &["Police: nine miners died"],
        );
        check(
            "Nine miners died, police said.",
            &["police: Nine miners died"],
        );
        check(
            "Nine miners died, said Dora Lund, a mine inspector in Orebro.",
            &["Dora Lund: Nine miners died"],
        );
        check(
            "According to the mine workers' union, nine miners died.",
            &["mine workers' union: nine miners died"],
        );
        check(
            "Nine miners died, according to the union.",
            &["union: Nine miners died"],
        );
        check(
            "The harbour office told reporters on Friday that two ferries sank.",
            &["harbour office: two ferries sank"],
        );
    }

    #[test]
    fn insertions_stand_between_a_source_and_its_verb() {
        check(
            "Dora Lund, who heads the inspectorate, said nine miners died.",
            &["Dora Lund: nine miners died"],
        );
        check(
            "Dora Lund, 51, a mine inspector, said nine miners died.",
            &["Dora Lund: nine miners died"],
        );
        check(
            "The toll, police said, rose to nine.",
            &["police: The toll", "police: rose to nine"],
        );
    }

    #[test]
    fn speech_in_quotation_marks_has_the_speaker_beside_it() {
        check(
            "“We lost nine men,” Dora Lund said. “Two are missing.”",
            &[
                "Dora Lund: We lost nine men,",
                "Dora Lund: Two are missing.",
            ],
        );
        check(
            "“We lost nine men,” Lund said, “and two are missing.”",
            &["Lund: We lost nine men,", "Lund: and two are missing."],
        );
        check(
            "Lund said: \"We lost nine men.\"",
            &["Lund: We lost nine men."],
        );
        check(
            "“First the roof fell.\n\n“Then the lights went out,” Lund said.",
            &[
                "Lund: First the roof fell.",
                "Lund: Then the lights went out,",
            ],
        );
    }

    #[test]
    fn a_pronoun_and_a_surname_stand_for_the_one_named_before() {
        check(
            "Inspector Dora Lund said nine miners died. She added that two were missing. Lund said the shaft was flooded.",
            &[
                "Dora Lund: nine miners died",
                "Dora Lund: two were missing",
                "Dora Lund: the shaft was flooded",
            ],
        );
    }

    #[test]
    fn a_source_of_a_source_stands_inside_it() {
        check(
            "The agency reported that police said nine miners died.",
            &[
                "agency: police said nine miners died",
                "police: nine miners died",
            ],
        );
        check(
            "“Nine died,” the union said, the agency reported.",
            &["agency: “Nine died,” the union said", "union: Nine died,"],
        );
    }

    #[test]
    fn the_verb_gives_the_attitude() {
        check(
            "The company denied that nine miners died.",
            &["company denies: nine miners died"],
        );
        check(
            "Nine miners reportedly died.",
            &[" hedges: Nine miners reportedly died"],
        );
        check(
            "Nine miners were reported killed.",
            &[" hedges: Nine miners were reported killed"],
        );
        check(
            "The union vowed to strike for nine days.",
            &["union expects: to strike for nine days"],
        );
    }

    #[test]
    fn wire_copy_without_marks_or_in_capitals_is_read() {
        check(
            "Nine miners were killed on Friday an inspector said.",
            &["inspector: Nine miners were killed on Friday"],
        );
        check(
            "NINE MINERS WERE KILLED FRIDAY, AN INSPECTOR SAID.",
            &["INSPECTOR: NINE MINERS WERE KILLED FRIDAY"],
        );
    }

    #[test]
    fn the_outlets_own_voice_is_no_attribution() {
        check("Nine miners died on Friday when a roof fell.", &[]);
        check("Rescuers found nine bodies in the shaft.", &[]);
        check("The so-called “quiet shaft” was closed.", &[]);
    }

    /// Pieces that texts are broken into and put together from, in any order.
    const PIECES: [&str; 24] = [
        "police",
        " said ",
        "that ",
        "12 men died",
        ", ",
        ". ",
        "“",
        "”",
        "\"",
        "'",
        "\n\n",
        "according to ",
        "he ",
        "who ",
        "(",
        ")",
        " — ",
        ": ",
        "’s ",
        "reportedly ",
        "citing ",
        "claim ",
        "and ",
        "Łódź ",
    ];

    proptest::proptest! {
        #[test]
        fn any_words_and_marks_are_read_and_every_span_slices_the_text(
            pieces in proptest::collection::vec(0..PIECES.len(), 0..60),
        ) {
            let text: String = pieces.into_iter().map(|piece| PIECES[piece]).collect();
            for attribution in read(&text) {
                let spans = [Some(attribution.content), attribution.source, attribution.cue];
                for span in spans.into_iter().flatten() {
                    proptest::prop_assert!(!span.slice(&text).is_empty());
                }
            }
        }
    }

    #[test]
    fn an_endless_sentence_takes_no_endless_time() {
        let text =
            "police said “12 men died”, and the army, which denied that, claimed ".repeat(2000);
        assert!(read(&text).len() > 2000);
        assert!(read(&"“".repeat(20_000)).is_empty());
    }
}
