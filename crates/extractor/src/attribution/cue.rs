//! Cues: which words of a sentence mark that somebody else speaks, who it is, and for which words.

use std::ops::Range;

use super::{
    content::Complement,
    ending::CLAUSE,
    group::Group,
    line::{Kind, Line},
};
use crate::{
    Stance, Tag,
    lexicon::{Kind as Who, WordId},
};

/// A cue with its source and its contents, as units of one line.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    pub(super) units: Range<usize>,
    pub(super) source: Option<Group>,
    pub(super) stance: Stance,
    /// What stands before it: "**C**, police said".
    pub(super) before: Option<Range<usize>>,
    /// What stands behind it: "police said **C**"; of an interrupted sentence both.
    pub(super) behind: Option<Range<usize>>,
    /// The content is the next sentence: "The ministry said:".
    pub(super) next: bool,
    /// A transcript's "SALEH:" names the speaker of the whole paragraph.
    pub(super) speech: bool,
}

impl Cue {
    pub(super) fn new(units: Range<usize>, source: Option<Group>, stance: Stance) -> Self {
        Self {
            units,
            source,
            stance,
            before: None,
            behind: None,
            next: false,
            speech: false,
        }
    }
}

/// The cues of a line, in order.
pub(super) fn cues(line: &Line) -> Vec<Cue> {
    let first = line.beginning();
    let mut finder = Finder {
        line,
        first,
        start: first,
        source: None,
        cues: Vec::new(),
        relay: None,
    };
    finder.headline();
    let mut at = 0;
    while at < line.len() {
        let end = if line.lexicon.speakers.is(line.units[at].word, Who::Cue) {
            finder.cue(at)
        } else {
            None
        };
        at = end.map_or(at + 1, |end| end.max(at + 1));
    }
    if let Some(relay) = finder.relay.take() {
        finder.cues.push(relay);
    }
    if finder.cues.is_empty() {
        finder.in_document();
        finder.colon();
    }
    finder.cues
}

pub(super) struct Finder<'l, 'd> {
    pub(super) line: &'l Line<'d>,
    /// Where the sentence begins, as far as it is looked at.
    pub(super) first: usize,
    /// Where the present clause begins, for a content that stands before its cue.
    pub(super) start: usize,
    /// The last source of this sentence.
    pub(super) source: Option<Group>,
    pub(super) cues: Vec<Cue>,
    /// "Citing rangers, …": inner to the report that follows.
    pub(super) relay: Option<Cue>,
}

impl Line<'_> {
    /// The first unit behind a dateline, "BEIRUT (Wire) — ", and behind "But".
    fn beginning(&self) -> usize {
        let place = self.units.first().is_some_and(|unit| {
            unit.kind == Kind::Bracket
                || unit.capital && matches!(unit.tag, Tag::Name | Tag::Names | Tag::Noun)
        });
        let dash = (0..self.len().saturating_sub(3).min(14))
            .take_while(|&at| place && !self.is_quotation(at))
            .take_while(|&at| !self.tag(at).is_some_and(Tag::is_verbal))
            .find(|&at| self.kind(at) == Some(Kind::Dash));
        let mut start = dash.map_or(0, |dash| dash + 1);
        while self.tag(start) == Some(Tag::Conjunction) {
            start += 1;
        }
        start
    }
}
impl Finder<'_, '_> {
    /// Reads the cue at a unit; gives back where to look on.
    fn cue(&mut self, at: usize) -> Option<usize> {
        self.first = self.first.max(at.saturating_sub(CLAUSE));
        self.start = self.start.max(self.first);
        let speakers = &self.line.lexicon.speakers;
        let words = || self.line.units[at..].iter().map(|unit| unit.word);
        if let Some((length, &relay)) = speakers.leads.longest(words()) {
            return self.lead(at..at + length, relay);
        }
        if let Some(verb) = self.line.verb(at) {
            let end = verb.head + 1;
            self.verb(&verb);
            return Some(end.max(verb.units.end));
        }
        if let Some((length, &stance)) = speakers.adverbs.longest(words()) {
            self.adverb(at..at + length, stance);
            return Some(at + length);
        }
        let tag = self.line.tag(at)?;
        if matches!(tag, Tag::Adjective | Tag::Participle)
            && let Some((length, &stance)) = speakers.adjectives.longest(words())
        {
            return self.adjective(at..at + length, stance);
        }
        // "Channel 9 News" is a name
        let name = self.line.units[at].capital && at > self.first;
        if (tag.is_nominal() || tag.is_verbal())
            && !name
            && let Some((length, &noun)) = speakers.nouns.longest(words())
        {
            self.noun(at..at + length, noun.stance, noun.measured);
            return Some(at + length);
        }
        None
    }

    pub(super) fn push(&mut self, cue: Cue) {
        if cue.source.is_some() {
            self.source.clone_from(&cue.source);
        }
        let relay = self.relay.take().map(|relay| Cue {
            before: cue.before.clone(),
            behind: cue.behind.clone(),
            ..relay
        });
        self.cues.push(cue);
        self.cues.extend(relay);
    }

    pub(super) fn end(&self, from: usize) -> usize {
        self.line.content_end(from, Complement::Clause(from))
    }

    /// "Monitor: 12 killed", "SALEH: We counted twelve."
    fn headline(&mut self) {
        let line = self.line;
        let start = self.start;
        let Some(colon) =
            (start..line.len().min(start + 8)).find(|&at| line.kind(at) == Some(Kind::Colon))
        else {
            return;
        };
        let words = (start..colon).all(|at| {
            matches!(line.kind(at), Some(Kind::Word | Kind::Bracket)) && !line.is_finite(at)
        });
        let Some(group) = line.group_before(colon).filter(|_| words) else {
            return;
        };
        let head = group.core.end - 1;
        let kind = [Who::Person, Who::Organisation, Who::Document]
            .into_iter()
            .any(|kind| line.who(head, kind))
            || line
                .lexicon
                .roles
                .nouns()
                .word(line.units[head].word)
                .is_some();
        let name = (start..colon).all(|at| line.units[at].capital)
            && colon - start <= 4
            && (matches!(line.tag(head), Some(Tag::Name | Tag::Names))
                || line.units[head].word == WordId::UNKNOWN
                    && line.units.get(colon + 1).is_some_and(|unit| unit.capital));
        let speech = (colon + 1..line.len()).any(|at| line.is_finite(at) || line.is_quotation(at))
            && line.tag(colon + 1) != Some(Tag::Wh);
        let announces = colon + 1 >= line.len();
        if group.units.start != start || !(kind || name) || !(speech || announces) {
            return;
        }
        let mut cue = Cue::new(colon..colon + 1, Some(group), Stance::Asserts);
        cue.next = announces;
        if announces {
            return self.push(cue);
        }
        cue.behind = Some(colon + 1..line.len());
        cue.speech = (start..colon).all(|at| {
            let piece = line.units[at].span.slice(line.text);
            piece.len() > 1 && !piece.chars().any(char::is_lowercase)
        });
        self.push(cue);
    }

    /// "In the latest poll, C"
    fn in_document(&mut self) {
        let line = self.line;
        if !line.is(self.start, "in") {
            return;
        }
        let Some(group) = line.group_after(self.start + 1) else {
            return;
        };
        if !line.who(group.core.end - 1, Who::Document) {
            return;
        }
        let Some(comma) = self.clause_comma(group.units.end) else {
            return;
        };
        let mut cue = Cue::new(self.start..self.start + 1, Some(group), Stance::Asserts);
        cue.behind = Some(comma + 1..line.len());
        self.push(cue);
    }

    /// "Saleh made the following remark:", and a quotation on the next line
    fn colon(&mut self) {
        let line = self.line;
        let Some(last) = line.len().checked_sub(1) else {
            return;
        };
        if line.kind(last) != Some(Kind::Colon) {
            return;
        }
        let verb = (self.start..last).rev().find(|&at| line.is_finite(at));
        let source = verb.and_then(|verb| line.subject(self.first, verb));
        let speaks = |group: &Group| {
            line.speaks(group) && !line.is_any(group.core.start, &["i", "we", "you"])
        };
        if let Some(source) = source.filter(|source| speaks(&source.group)) {
            let mut cue = Cue::new(last..last + 1, Some(source.group), Stance::Asserts);
            cue.next = true;
            self.push(cue);
        }
    }
}
