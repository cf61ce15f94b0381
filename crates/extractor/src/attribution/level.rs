//! One level of quotation: its sentences, its quotations, and who speaks in each.

use std::ops::Range;

use super::{
    Found, Source,
    cue::{Cue, cues},
    line::{Kind, Line},
    quote::{Quotation, quotations},
};
use crate::{Lexicon, Span, lexicon::Kind as Who, sentence::Sentence, token::Token};

/// Quotations inside quotations inside quotations are read no further.
const DEPTH: usize = 3;
/// So many bytes in quotation marks are a word or two, which report nothing themselves.
const WORDS: usize = 20;
/// So many bytes may stand beside a quotation that fills its sentence: "'…' **workers**."
const BESIDE: usize = 24;

pub(super) struct Reader<'d> {
    pub(super) lexicon: &'d Lexicon,
    pub(super) text: &'d str,
    pub(super) sentences: &'d [Sentence],
    pub(super) found: Vec<Found>,
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
    pub(super) fn level(&mut self, span: Span, range: Range<usize>, depth: usize) {
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
pub(super) fn within(tokens: &[Token], span: Span) -> &[Token] {
    let start = tokens.partition_point(|token| token.span().start() < span.start());
    let end = tokens.partition_point(|token| token.span().end() <= span.end());
    &tokens[start..end.max(start)]
}
