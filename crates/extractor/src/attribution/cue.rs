//! Cues: which words of a sentence mark that somebody else speaks, who it is, and for which words.

use std::ops::Range;

use super::{
    group::Group,
    line::{Kind, Line},
    verb::{Complement, Verb},
};
use crate::{
    Stance, Tag,
    lexicon::{Kind as Who, Takes},
};

/// A cue with its source and its contents, as units of one line.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    pub(super) units: Range<usize>,
    pub(super) source: Option<Group>,
    pub(super) stance: Stance,
    /// What stands before and behind it; each is a content of its own.
    pub(super) contents: Vec<Range<usize>>,
    /// The content is the next sentence: "The ministry said:".
    pub(super) next: bool,
    /// Its source speaks inside what the sentence's own source says: "citing".
    pub(super) relay: bool,
}

/// The cues of a line, in order.
pub(super) fn cues(line: &Line) -> Vec<Cue> {
    let mut finder = Finder {
        line,
        start: line.beginning(),
        subject: None,
        cues: Vec::new(),
    };
    finder.headline();
    let mut at = 0;
    while at < line.len() {
        let unit = &line.units[at];
        let end = if line.lexicon.speakers.is(unit.word, Who::Cue) {
            finder.cue(at)
        } else {
            None
        };
        at = end.map_or(at + 1, |end| end.max(at + 1));
    }
    finder.cues
}

struct Finder<'l, 'd> {
    line: &'l Line<'d>,
    /// Where the present clause begins, for a content that stands before its cue.
    start: usize,
    /// The last source that a verb of this sentence had.
    subject: Option<Group>,
    cues: Vec<Cue>,
}

impl Line<'_> {
    /// The first unit behind a dateline: "BEIRUT (Wire) — ", and behind "But".
    fn beginning(&self) -> usize {
        let dash = (0..self.len().min(14))
            .take_while(|&at| !self.tag(at).is_some_and(Tag::is_verbal) && !self.is_quotation(at))
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
        let speakers = &self.line.lexicon.speakers;
        let words = || self.line.units[at..].iter().map(|unit| unit.word);
        if let Some((length, &relay)) = speakers.leads.longest(words()) {
            return self.lead(at..at + length, relay);
        }
        if let Some(verb) = self.line.verb(at) {
            let end = verb.units.end;
            self.verb(verb);
            return Some(end);
        }
        if let Some((length, &stance)) = speakers.adverbs.longest(words()) {
            self.adverb(at..at + length, stance);
            return Some(at + length);
        }
        if self.line.tag(at) == Some(Tag::Adjective) || self.line.tag(at) == Some(Tag::Participle) {
            if let Some((length, &stance)) = speakers.adjectives.longest(words()) {
                return self.adjective(at..at + length, stance);
            }
        }
        if self.line.tag(at).is_some_and(Tag::is_nominal)
            && let Some((length, &stance)) = speakers.nouns.longest(words())
        {
            self.noun(at..at + length, stance);
            return Some(at + length);
        }
        None
    }

    fn push(&mut self, cue: Cue) {
        if cue.source.is_some() {
            self.subject.clone_from(&cue.source);
        }
        self.cues.push(cue);
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
        if (start..colon).any(|at| line.is_finite(at) || line.kind(at) != Some(Kind::Word)) {
            return;
        }
        let Some(group) = line.group_before(colon) else {
            return;
        };
        let speaks = [Who::Person, Who::Organisation, Who::Document, Who::Title]
            .into_iter()
            .any(|kind| (start..colon).any(|at| line.who(at, kind)));
        let name = (start..colon).all(|at| line.units[at].capital) && colon - start <= 4;
        if group.units.start != start || !(speaks || name) || colon + 2 >= line.len() {
            return;
        }
        let content = colon + 1..line.len();
        self.push(Cue {
            units: colon..colon + 1,
            source: Some(group),
            stance: Stance::Asserts,
            contents: vec![content],
            next: false,
            relay: false,
        });
    }

    /// "according to the ministry", "citing an official"
    fn lead(&mut self, cue: Range<usize>, relay: bool) -> Option<usize> {
        let line = self.line;
        let source = line.group_after(cue.end)?;
        let end = source.units.end;
        let mut contents = Vec::new();
        if relay && let Some(last) = self.cues.last() {
            contents.clone_from(&last.contents);
            if contents.iter().all(|content| content.start > cue.start) {
                contents.clear();
            }
        }
        if contents.is_empty() {
            let opens = cue.start <= self.start
                || line.is_border(cue.start - 1) && self.first_clause_is_short(cue.start);
            if cue.start > self.start {
                contents.push(self.start..cue.start);
            }
            let after = self.skip_insertion(end);
            if line.kind(after) == Some(Kind::Comma) && opens {
                contents.push(after + 1..self.content_end(after + 1));
            } else if cue.start <= self.start {
                // "According to police 12 people died"
                contents.push(end..self.content_end(end));
            }
        }
        self.push(Cue {
            units: cue,
            source: Some(source),
            stance: Stance::Asserts,
            contents,
            next: false,
            relay,
        });
        Some(end)
    }

    /// "according to X, **who heads the group**, …": the place behind an insertion about the source.
    fn skip_insertion(&self, end: usize) -> usize {
        let line = self.line;
        if line.kind(end) != Some(Kind::Comma) {
            return end;
        }
        let inserted = matches!(
            line.tag(end + 1),
            Some(Tag::Wh | Tag::Gerund | Tag::Participle)
        ) || line
            .core_after(end + 1)
            .is_some_and(|group| line.kind(group.end) == Some(Kind::Comma));
        if !inserted {
            return end;
        }
        (end + 1..(end + 25).min(line.len()))
            .find(|&at| line.kind(at) == Some(Kind::Comma))
            .unwrap_or(end)
    }

    /// "The toll, according to …": what stands before holds no verb, so the clause goes on behind.
    fn first_clause_is_short(&self, end: usize) -> bool {
        !(self.start..end).any(|at| self.line.is_finite(at) || self.line.is_quotation(at))
    }

    /// "reportedly": the clause around it.
    fn adverb(&mut self, cue: Range<usize>, stance: Stance) {
        let end = self.content_end(cue.end);
        let start = (self.start..cue.start)
            .rev()
            .find(|&at| self.line.kind(at) == Some(Kind::Comma))
            .map_or(self.start, |comma| comma + 1);
        self.push(Cue {
            units: cue,
            source: None,
            stance,
            contents: vec![start..end],
            next: false,
            relay: false,
        });
    }

    /// "the alleged killing of 12 men": its noun group.
    fn adjective(&mut self, cue: Range<usize>, stance: Stance) -> Option<usize> {
        let group = self.line.group_after(cue.end)?;
        let end = group.units.end;
        self.push(Cue {
            contents: vec![cue.end..end],
            units: cue,
            source: None,
            stance,
            next: false,
            relay: false,
        });
        Some(end)
    }

    /// "Turkey's claim that …", "reports that …"
    fn noun(&mut self, cue: Range<usize>, stance: Stance) {
        let line = self.line;
        let mut at = cue.end;
        let mut source = self.owner(cue.start);
        if line.is_any(at, &["by", "from"])
            && let Some(group) = line.group_after(at + 1)
        {
            at = group.units.end;
            source = Some(group);
        }
        if !line.is(at, "that") || line.is_finite(at + 1) {
            return;
        }
        let unsourced = source.is_none() && stance == Stance::Asserts;
        let content = at + 1..self.content_end(at + 1);
        self.push(Cue {
            units: cue,
            source,
            stance: if unsourced { Stance::Hedges } else { stance },
            contents: vec![content],
            next: false,
            relay: false,
        });
    }

    /// "**Turkey**'s claim", "**his** claim"
    fn owner(&self, noun: usize) -> Option<Group> {
        let line = self.line;
        let mut at = noun.checked_sub(1)?;
        while matches!(
            line.tag(at),
            Some(Tag::Adjective | Tag::Noun | Tag::Ordinal | Tag::Number)
        ) {
            at = at.checked_sub(1)?;
        }
        match line.tag(at)? {
            Tag::Genitive => line.group_before(at),
            Tag::Possessive => Some(Group {
                units: at..at + 1,
                core: at..at + 1,
            }),
            _ => None,
        }
    }

    fn verb(&mut self, verb: Verb) {
        if verb.passive {
            return self.passive(&verb);
        }
        let line = self.line;
        let inverted = self.inverted(&verb);
        let (source, left, mut behind) = match &inverted {
            Some(group) => (Some(group.clone()), verb.units.start, group.units.end),
            None => {
                let (group, left) = self.subject(&verb);
                (group, left, verb.units.end)
            }
        };
        let document = source
            .as_ref()
            .is_some_and(|group| group.units.clone().any(|at| line.who(at, Who::Document)));
        let complement = if inverted.is_some() {
            None
        } else {
            line.complement(&verb, verb.units.end, document)
        };
        let mut contents = Vec::new();
        let mut next = false;
        match complement {
            Some(Complement::NextSentence) => next = true,
            Some(Complement::At(at)) => contents.push(at..self.content_end(at)),
            None => {
                if !verb.reporting.takes(Takes::Clause) && !verb.reporting.takes(Takes::Quote) {
                    return;
                }
                behind = self.skip_adjuncts(behind);
                contents = self.around(&verb, left, behind);
                next = contents.is_empty()
                    && line.kind(behind) == Some(Kind::Colon)
                    && behind + 1 >= line.len();
            }
        }
        if contents.is_empty() && !next {
            if source.is_some() {
                self.subject = source;
            }
            return;
        }
        if let Some(content) = contents.first()
            && content.start > verb.head
        {
            self.start_clause_at(content.end);
        }
        self.push(Cue {
            units: verb.units.clone(),
            source,
            stance: stance(&verb),
            contents,
            next,
            relay: false,
        });
    }

    /// A content that ended before "but" leaves the rest to the next cue.
    fn start_clause_at(&mut self, end: usize) {
        let line = self.line;
        let joint = if line.kind(end) == Some(Kind::Comma) {
            end + 1
        } else {
            end
        };
        if matches!(line.tag(joint), Some(Tag::Conjunction | Tag::Subordinator))
            || line.kind(end) == Some(Kind::Semicolon)
        {
            self.start = joint + 1;
        }
    }

    /// "C, X said, D": the contents on both sides of a cue that ends no clause.
    fn around(&mut self, verb: &Verb, left: usize, behind: usize) -> Vec<Range<usize>> {
        let line = self.line;
        let mut contents = Vec::new();
        let quoted = left > 0
            && (line.is_quotation(left - 1)
                || (line.kind(left - 1) == Some(Kind::Comma)
                    && left > 1
                    && line.is_quotation(left - 2)));
        if !quoted && !verb.reporting.takes(Takes::Clause) {
            return contents;
        }
        if left > self.start && (quoted || line.stretch(self.start..left).is_some()) {
            // without a mark before it, only the end of a sentence shows that the content stands before
            let parted = line.is_border(left - 1) || quoted;
            let ends = line.is_border(behind);
            if parted || ends {
                contents.push(self.start..left);
            }
        }
        if contents.is_empty() {
            return contents;
        }
        if line.kind(behind) == Some(Kind::Comma) || line.is_quotation(behind) {
            let from = if line.is_quotation(behind) {
                behind
            } else {
                behind + 1
            };
            let open = !(self.start..left).any(|at| line.is_finite(at)) && !quoted;
            let goes_on = line.is_quotation(from)
                || open
                || line.is(from, "and") && !self.is_cue_ahead(from + 1);
            if goes_on {
                contents.push(from..self.content_end(from));
            }
        }
        contents
    }

    /// "said Saleh **on Monday in a statement**"
    fn skip_adjuncts(&self, mut at: usize) -> usize {
        let line = self.line;
        loop {
            let before = at;
            match line.tag(at) {
                _ if line.is_day(at) || line.kind(at) == Some(Kind::Bracket) => at += 1,
                Some(Tag::Adverb | Tag::Particle) => at += 1,
                Some(Tag::Preposition | Tag::To) => {
                    if line.is_day(at + 1) || line.tag(at + 1) == Some(Tag::Number) {
                        at += 2;
                    } else if let Some(group) = line.group_after(at + 1) {
                        at = group.units.end;
                    } else {
                        at += 1;
                    }
                }
                Some(
                    Tag::Noun
                    | Tag::Nouns
                    | Tag::Name
                    | Tag::Names
                    | Tag::Determiner
                    | Tag::Adjective
                    | Tag::Number
                    | Tag::Pronoun,
                ) => {
                    at = line.group_after(at).map_or(at + 1, |group| group.units.end);
                }
                _ => {}
            }
            if at == before {
                return at;
            }
        }
    }

    /// "12 people **were reported killed**", "**it was reported that** …", "**is said to have** fled"
    fn passive(&mut self, verb: &Verb) {
        let line = self.line;
        if !verb.reporting.takes(Takes::Clause) && !verb.reporting.takes(Takes::Object) {
            return;
        }
        let mut source = None;
        for at in verb.units.end..(verb.units.end + 4).min(line.len()) {
            if line.is(at, "by") {
                source = line.group_after(at + 1);
                break;
            }
        }
        if verb.dependent && source.is_none() {
            return;
        }
        let behind = source
            .as_ref()
            .map_or(verb.units.end, |group| group.units.end);
        let quoting = line.is(behind, "as") && line.tag(behind + 1) == Some(Tag::Gerund);
        if quoting {
            // "was quoted as saying": the gerund is the cue
            return;
        }
        let content = if line.is(behind, "that") {
            behind + 1..self.content_end(behind + 1)
        } else {
            let end = self.content_end(behind);
            self.start..end
        };
        if source.is_none() && verb.reporting.takes(Takes::Addressee) {
            return;
        }
        let stance = match stance(verb) {
            Stance::Asserts if source.is_none() => Stance::Hedges,
            stance => stance,
        };
        self.push(Cue {
            units: verb.units.clone(),
            source,
            stance,
            contents: vec![content],
            next: false,
            relay: false,
        });
    }

    /// "…, said **Rami Saleh**, a colonel": the source behind the verb.
    fn inverted(&self, verb: &Verb) -> Option<Group> {
        let line = self.line;
        if !verb.simple || verb.dependent {
            return None;
        }
        let opens = match verb.units.start.checked_sub(1) {
            Some(before) => {
                line.is_quotation(before)
                    || matches!(
                        line.kind(before),
                        Some(Kind::Comma | Kind::Dash | Kind::Stop | Kind::Mark)
                    )
                    || line.is(before, "as")
            }
            None => false,
        };
        if !opens {
            return None;
        }
        let group = line.group_after(verb.units.end)?;
        if line.is_finite(group.units.end) || line.is_finite(group.core.end) {
            return None;
        }
        let closes = line.is_border(group.units.end)
            || line.is_quotation(group.units.end)
            || line.is_day(group.units.end)
            || matches!(
                line.tag(group.units.end),
                Some(
                    Tag::Wh
                        | Tag::Preposition
                        | Tag::Adverb
                        | Tag::To
                        | Tag::Gerund
                        | Tag::Subordinator
                        | Tag::Participle
                )
            );
        closes.then_some(group)
    }

    /// The source before a verb, and where it begins together with what is inserted behind it.
    fn subject(&self, verb: &Verb) -> (Option<Group>, usize) {
        let line = self.line;
        let mut at = verb.units.start;
        if verb.dependent {
            // "a statement **saying**" has its source right before; ", saying" takes the sentence's
            let near = line.group_before(at).filter(|group| {
                let head = group.core.end - 1;
                line.who(head, Who::Document)
                    || line.who(head, Who::Organisation)
                    || line
                        .lexicon
                        .speakers
                        .nouns
                        .word(line.units[head].word)
                        .is_some()
            });
            return (
                near.or_else(|| self.subject.clone())
                    .or_else(|| self.first_subject(at)),
                at,
            );
        }
        for _ in 0..12 {
            let Some(before) = at.checked_sub(1) else {
                return (None, at);
            };
            match line.kind(before) {
                Some(Kind::Bracket) => at = before,
                Some(Kind::Comma | Kind::Dash) => match self.insertion(before) {
                    Some(start) => at = start,
                    None => {
                        return (None, at);
                    }
                },
                Some(Kind::Word) => match line.tag(before) {
                    _ if line.is_day(before) => {
                        at = before;
                        if at > 0 && line.tag(at - 1) == Some(Tag::Preposition) {
                            at -= 1;
                        }
                    }
                    Some(Tag::Adverb) => at = before,
                    Some(Tag::Wh) => {
                        let mut end = before;
                        while end > 0 && line.is_border(end - 1) {
                            end -= 1;
                        }
                        return match line.group_before(end) {
                            Some(group) => {
                                let left = group.units.start;
                                (Some(group), left)
                            }
                            None => (None, before),
                        };
                    }
                    Some(Tag::Conjunction) => {
                        return (
                            self.subject.clone().or_else(|| self.first_subject(before)),
                            at,
                        );
                    }
                    _ => match line.group_before(at) {
                        Some(group) => return self.whole_subject(group),
                        None => return (None, at),
                    },
                },
                _ => return (None, at),
            }
        }
        (None, at)
    }

    /// Looks over "in a statement" before the verb, back to the subject: the group itself where nothing is found.
    fn whole_subject(&self, group: Group) -> (Option<Group>, usize) {
        let line = self.line;
        let left = group.units.start;
        if let Some(before) = left.checked_sub(1)
            && line.kind(before) == Some(Kind::Comma)
            && !line.units[group.core.end - 1].capital
            && line.tag(group.core.start) == Some(Tag::Determiner)
        {
            return (Some(group), left);
        }
        (Some(group), left)
    }

    /// "Saleh**, who heads the group,** said": where an insertion that ends at a comma began.
    fn insertion(&self, comma: usize) -> Option<usize> {
        let line = self.line;
        let mark = line.kind(comma);
        let start = (self.start..comma)
            .rev()
            .take(25)
            .find(|&at| line.kind(at) == mark)?;
        let noun_before = start > 0
            && (line
                .tag(start - 1)
                .is_some_and(|tag| tag.is_nominal() || tag == Tag::Pronoun)
                || line.kind(start - 1) == Some(Kind::Bracket));
        if !noun_before {
            return None;
        }
        let first = start + 1;
        let relative = matches!(
            line.tag(first),
            Some(
                Tag::Wh
                    | Tag::Preposition
                    | Tag::Gerund
                    | Tag::Participle
                    | Tag::Subordinator
                    | Tag::Adverb
                    | Tag::To
            )
        ) || line.is(first, "that");
        let verb = (first..comma).any(|at| line.is_finite(at));
        (relative || !verb).then_some(start)
    }

    /// The subject of the sentence's first verb: "**The group** claimed the raid, saying …"
    fn first_subject(&self, end: usize) -> Option<Group> {
        let line = self.line;
        let verb = (self.start..end).find(|&at| line.is_finite(at))?;
        let mut at = verb;
        while at > 0 && line.tag(at - 1) == Some(Tag::Adverb) {
            at -= 1;
        }
        if at > 0 && line.kind(at - 1) == Some(Kind::Comma) {
            at = self.insertion(at - 1)?;
        }
        line.group_before(at)
    }

    /// Where a content that begins at a unit ends.
    fn content_end(&self, from: usize) -> usize {
        let line = self.line;
        let mut at = from;
        while at < line.len() {
            match line.kind(at) {
                Some(Kind::Comma) => {
                    let mut next = at + 1;
                    let joined = line.tag(next) == Some(Tag::Conjunction);
                    if line.is_any(next, &["but", "while", "although", "though", "whereas"])
                        && at > from
                    {
                        return at;
                    }
                    if joined {
                        next += 1;
                    }
                    if at > from && self.is_cue_ahead(next) {
                        return at;
                    }
                }
                Some(Kind::Word) if line.tag(at) == Some(Tag::Conjunction) && at > from => {
                    if line.verb(at + 1).is_some_and(|verb| {
                        !verb.dependent && verb.simple && line.is_finite(verb.head)
                    }) {
                        return at;
                    }
                }
                _ => {}
            }
            at += 1;
        }
        line.len()
    }

    /// Whether a cue clause begins here: "according to", "adding that", "the ministry said".
    fn is_cue_ahead(&self, at: usize) -> bool {
        let line = self.line;
        let Some(unit) = line.units.get(at) else {
            return false;
        };
        let words = line.units[at..].iter().map(|unit| unit.word);
        if line.lexicon.speakers.leads.longest(words).is_some() {
            return true;
        }
        if line.lexicon.speakers.is(unit.word, Who::Cue) && line.verb(at).is_some() {
            return true;
        }
        let Some(group) = line.group_after(at) else {
            return false;
        };
        let mut end = group.units.end;
        while line.tag(end) == Some(Tag::Adverb)
            || line.is_day(end)
            || line.class(end, crate::lexicon::Class::Have)
        {
            end += 1;
        }
        line.units
            .get(end)
            .is_some_and(|unit| line.lexicon.speakers.is(unit.word, Who::Cue))
            && line.verb(end).is_some_and(|verb| !verb.dependent)
    }
}

/// A negated report commits its speaker to nothing.
fn stance(verb: &Verb) -> Stance {
    if verb.negated {
        return Stance::Hedges;
    }
    verb.reporting.stance
}
