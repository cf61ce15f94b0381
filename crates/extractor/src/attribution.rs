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
mod cue; // cues with their sources and contents
mod name; // the names of a document
mod speaker; // "he" → who
mod voice; // the chain of speakers around some words

use std::{cmp::Reverse, ops::Range, sync::Arc};

use serde::Serialize;

use crate::{Lexicon, Span, Stance, lexicon::Kind as Who, sentence::Sentence, token::Token};
use cue::{Cue, cues};
use line::{Kind, Line};
use quote::{Quotation, quotations};
use speaker::Cast;
pub(crate) use voice::Voices;

/// Quotations inside quotations inside quotations are read no further.
const DEPTH: usize = 3;
/// So many bytes in quotation marks are a word or two, which report nothing themselves.
const WORDS: usize = 20;
/// So many bytes may stand beside a quotation that fills its sentence: "'…' **workers**."
const BESIDE: usize = 24;

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
    reader.finish()
}

struct Reader<'d> {
    lexicon: &'d Lexicon,
    text: &'d str,
    sentences: &'d [Sentence],
    found: Vec<Found>,
}

/// One level of quotation while it is read.
struct Level {
    quotations: Vec<Quotation>,
    /// For each quotation, what attributes it.
    governed: Vec<Option<usize>>,
    /// For each sentence the last attribution with a source.
    spoken: Vec<Option<usize>>,
    first_sentence: usize,
    span: Span,
}

impl Reader<'_> {
    fn level(&mut self, span: Span, range: Range<usize>, depth: usize) {
        let sentences = &self.sentences[range.clone()];
        let quotations = quotations(self.text, sentences, span);
        let mut level = Level {
            governed: vec![None; quotations.len()],
            quotations,
            spoken: vec![None; range.len()],
            first_sentence: range.start,
            span,
        };
        let mut announced = None;
        for at in range.clone() {
            let tokens = within(&self.sentences[at].tokens, span);
            announced = self.sentence(at, tokens, &mut level, announced);
        }
        self.continued(&level);
        if depth + 1 < DEPTH {
            for quotation in level
                .quotations
                .iter()
                .filter(|quotation| quotation.inner.len() > WORDS)
            {
                let range = self.around(quotation.inner, range.clone());
                self.level(quotation.inner, range, depth + 1);
            }
        }
    }

    /// The sentences that a stretch meets.
    fn around(&self, span: Span, range: Range<usize>) -> Range<usize> {
        let sentences = &self.sentences[range.clone()];
        let start = sentences.partition_point(|sentence| sentence.span.end() <= span.start());
        let end = sentences.partition_point(|sentence| sentence.span.start() < span.end());
        range.start + start..range.start + end.max(start)
    }

    /// Reads one sentence; `announced` is the report that the sentence before ended with a colon for.
    fn sentence(
        &mut self,
        at: usize,
        tokens: &[Token],
        level: &mut Level,
        announced: Option<Found>,
    ) -> Option<Found> {
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
            return announced;
        };
        let span = first.span().to(last.span());
        let start = level
            .quotations
            .partition_point(|quotation| quotation.outer.end() <= span.start());
        let end = level
            .quotations
            .partition_point(|quotation| quotation.outer.start() < span.end());
        let speakers = &self.lexicon.speakers;
        let quoted = &level.quotations[start..end.max(start)];
        let cued = tokens.iter().any(|token| speakers.is(token.word, Who::Cue));
        let colon = || tokens.iter().take(10).any(|token| token.is(self.text, ":"));
        if quoted.is_empty() && announced.is_none() && !cued && !colon() {
            return None;
        }
        let line = Line::read(self.lexicon, self.text, tokens, quoted, start);
        if let Some(announced) = announced {
            self.announced(announced, &line, at, level);
        }
        let mut next = None;
        for cue in cues(&line) {
            let found = self.cue(&line, &cue, at, level);
            if cue.next {
                next = Some(found);
            }
        }
        next
    }

    /// Takes down the contents of a cue.
    fn cue(&mut self, line: &Line, cue: &Cue, at: usize, level: &mut Level) -> Found {
        let source = cue.source.as_ref().and_then(|group| {
            Some(Source {
                span: line.stretch(group.units.clone())?,
                core: line.stretch(group.core.clone())?,
                sentence: at,
            })
        });
        let mut found = Found {
            source,
            cue: line.stretch(cue.units.clone()),
            content: Span::new(0, 0),
            stance: cue.stance,
        };
        for content in [&cue.before, &cue.behind].into_iter().flatten() {
            if let Some(span) = line.stretch(content.clone()) {
                found.content = level.content(line, content.clone(), span, self.found.len());
                if cue.speech {
                    let end = self.sentences[self.paragraph_end(at)].span.end();
                    let end = end.min(level.span.end()).max(span.end());
                    found.content = Span::new(span.start(), end);
                }
                self.push(found, at, level);
            }
        }
        found
    }

    fn push(&mut self, found: Found, at: usize, level: &mut Level) {
        if found.source.is_some() {
            level.spoken[at - level.first_sentence] = Some(self.found.len());
        }
        self.found.push(found);
    }

    /// "The ministry said:", and the report on the next line.
    fn announced(&mut self, mut found: Found, line: &Line, at: usize, level: &mut Level) {
        let quotation = match line.kind(0) {
            Some(Kind::Quotation(number)) => Some(number),
            _ => None,
        };
        found.content = if let Some(number) = quotation {
            level.governed[number] = Some(self.found.len());
            level.quotations[number].inner
        } else {
            let end = self.paragraph_end(at);
            self.sentences[at].span.to(self.sentences[end].span)
        };
        self.push(found, at, level);
    }

    /// The last sentence of a sentence's paragraph.
    fn paragraph_end(&self, at: usize) -> usize {
        let mut end = at;
        while let Some(next) = self.sentences.get(end + 1).filter(|_| end < at + 30) {
            let gap = &self.text[self.sentences[end].span.end()..next.span.start()];
            if gap.contains('\n') {
                break;
            }
            end += 1;
        }
        end
    }

    /// Quotations without a cue of their own keep the speaker of the sentence before.
    fn continued(&mut self, level: &Level) {
        let mut last: Option<(usize, Found)> = None;
        for (number, quotation) in level.quotations.iter().enumerate() {
            let range = self.around(
                quotation.inner,
                level.first_sentence..level.first_sentence + level.spoken.len(),
            );
            let (Some(first), Some(end)) = (range.clone().next(), range.clone().last()) else {
                continue;
            };
            if let Some(found) = level.governed[number] {
                last = Some((end, self.found[found]));
                self.parts_before(level, number, self.found[found]);
                continue;
            }
            let sentence = &self.sentences[first];
            let opens = quotation.outer.start() <= sentence.span.start();
            let fills = quotation.outer.end() + BESIDE >= self.sentences[end].span.end();
            let before = first
                .checked_sub(1)
                .filter(|&before| before >= level.first_sentence)
                .and_then(|before| level.spoken[before - level.first_sentence])
                .map(|found| self.found[found]);
            let kept = last
                .filter(|(sentence, _)| *sentence + 1 == first)
                .map(|(_, found)| found)
                .or(before);
            if !(opens && fills) {
                continue;
            }
            if let Some(found) = kept {
                let found = Found {
                    content: quotation.inner,
                    cue: None,
                    ..found
                };
                self.found.push(found);
                last = Some((end, found));
            }
        }
    }

    /// The earlier paragraphs of a speech whose last one names the speaker.
    fn parts_before(&mut self, level: &Level, number: usize, found: Found) {
        for before in (0..number).rev() {
            if !level.quotations[before].continues || level.governed[before].is_some() {
                return;
            }
            self.found.push(Found {
                content: level.quotations[before].inner,
                ..found
            });
        }
    }

    /// Names the speakers, and puts outer attributions before inner ones.
    fn finish(mut self) -> Vec<Attribution> {
        let mut cast = Cast::new(self.lexicon, self.text, self.sentences);
        let mut order: Vec<usize> = (0..self.found.len()).collect();
        order.sort_by_key(|&at| {
            self.found[at]
                .source
                .map_or(0, |source| source.span.start())
        });
        let mut names: Vec<Option<Arc<str>>> = vec![None; self.found.len()];
        let mut before: Option<(Span, Option<Arc<str>>)> = None;
        for at in order {
            let Some(source) = self.found[at].source else {
                continue;
            };
            names[at] = match &before {
                Some((span, name)) if *span == source.span => name.clone(),
                _ => cast.speaker(&source),
            };
            before = Some((source.span, names[at].clone()));
        }
        let mut attributions: Vec<_> = self
            .found
            .drain(..)
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
}

impl Level {
    /// A content in bytes: a quotation counts in full, without its marks where it is all there is.
    fn content(&mut self, line: &Line, units: Range<usize>, span: Span, found: usize) -> Span {
        let (mut start, mut end) = (span.start(), span.end());
        for unit in &line.units[units] {
            let Kind::Quotation(number) = unit.kind else {
                continue;
            };
            let Quotation { outer, inner, .. } = self.quotations[number];
            self.governed[number].get_or_insert(found);
            if unit.span == span {
                return inner;
            }
            start = start.min(outer.start());
            end = end.max(outer.end());
        }
        Span::new(start, end)
    }
}

/// The tokens inside a stretch.
fn within(tokens: &[Token], span: Span) -> &[Token] {
    let start = tokens.partition_point(|token| token.span().start() < span.start());
    let end = tokens.partition_point(|token| token.span().end() <= span.end());
    &tokens[start..end.max(start)]
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
}
