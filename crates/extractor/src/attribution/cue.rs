//! Cues: which words of a sentence mark that somebody else speaks, who it is, and for which words.

use std::ops::Range;

use super::{
    content::{CLAUSE, Complement},
    group::Group,
    line::{Kind, Line},
    verb::{Form, Verb},
};
use crate::{
    Stance, Tag,
    lexicon::{Kind as Who, Takes, WordId},
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
    fn new(units: Range<usize>, source: Option<Group>, stance: Stance) -> Self {
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
    if finder.cues.is_empty() {
        finder.in_document();
        finder.colon();
    }
    finder.cues
}

struct Finder<'l, 'd> {
    line: &'l Line<'d>,
    /// Where the sentence begins, as far as it is looked at.
    first: usize,
    /// Where the present clause begins, for a content that stands before its cue.
    start: usize,
    /// The last source of this sentence.
    source: Option<Group>,
    cues: Vec<Cue>,
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
        if (tag.is_nominal() || tag.is_verbal())
            && let Some((length, &noun)) = speakers.nouns.longest(words())
        {
            self.noun(at..at + length, noun.stance, noun.measured);
            return Some(at + length);
        }
        None
    }

    fn push(&mut self, cue: Cue) {
        if cue.source.is_some() {
            self.source.clone_from(&cue.source);
        }
        self.cues.push(cue);
    }

    fn end(&self, from: usize) -> usize {
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
            .any(|kind| line.who(head, kind));
        let name = (start..colon).all(|at| line.units[at].capital)
            && colon - start <= 4
            && (matches!(line.tag(head), Some(Tag::Name | Tag::Names))
                || line.units[head].word == WordId::UNKNOWN
                    && line.units.get(colon + 1).is_some_and(|unit| unit.capital));
        let speech = (colon + 1..line.len()).any(|at| line.is_finite(at) || line.is_quotation(at))
            && line.tag(colon + 1) != Some(Tag::Wh);
        if group.units.start != start || !(kind || name) || !speech {
            return;
        }
        let mut cue = Cue::new(colon..colon + 1, Some(group), Stance::Asserts);
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
        let verb = (self.start..last).find(|&at| line.is_finite(at));
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

    /// The comma that ends what is said about a source: "According to a report published by X**,**".
    fn clause_comma(&self, from: usize) -> Option<usize> {
        let line = self.line;
        let mut comma = None;
        for at in from..(from + 40).min(line.len()) {
            if line.kind(at) == Some(Kind::Comma) {
                comma = Some(at);
                let inserted = matches!(
                    line.tag(at + 1),
                    Some(Tag::Wh | Tag::Gerund | Tag::Participle)
                ) || line
                    .group_after(at + 1)
                    .is_some_and(|group| line.kind(group.units.end) == Some(Kind::Comma));
                if !inserted {
                    return comma;
                }
            } else if line.is_finite(at) && line.tag(at) != Some(Tag::VerbPast) && comma.is_none() {
                return None;
            }
        }
        comma
    }

    /// "according to the ministry", "citing an official"
    fn lead(&mut self, units: Range<usize>, relay: bool) -> Option<usize> {
        let line = self.line;
        let group = line.group_after(units.end)?;
        if relay
            && !(line.speaks(&group)
                || line
                    .lexicon
                    .speakers
                    .nouns
                    .word(line.units[group.core.end - 1].word)
                    .is_some())
        {
            return None;
        }
        let group = self.published_by(group);
        let (start, end) = (units.start, group.units.end);
        let mut cue = Cue::new(units, Some(group), Stance::Asserts);
        let outer = self.cues.last().filter(|_| relay);
        if let Some(outer) = outer {
            cue.before.clone_from(&outer.before);
            cue.behind = outer.behind.clone().filter(|content| content.start < start);
        }
        if cue.before.is_none() && cue.behind.is_none() {
            // "the men who, according to police, fled", "said that according to police 12 fled"
            let inner = (start.saturating_sub(2)..start)
                .any(|at| line.tag(at) == Some(Tag::Wh) || line.is(at, "that"));
            let opens = start <= self.start || inner;
            let comma = self.clause_comma(end);
            if opens {
                // "According to police 12 people died"
                let from = comma.map_or(end, |comma| comma + 1);
                cue.behind = Some(from..self.end(from));
            } else {
                cue.before = Some(self.start..start);
                let open =
                    !(self.start..start).any(|at| line.is_finite(at) || line.is_quotation(at));
                if let Some(comma) = comma.filter(|_| open) {
                    cue.behind = Some(comma + 1..self.end(comma + 1));
                }
            }
        }
        self.push(cue);
        Some(end)
    }

    /// "a statement **issued by the group**": a document speaks for whom it names.
    fn published_by(&self, group: Group) -> Group {
        let line = self.line;
        if !line.is_document(&group) {
            return group;
        }
        let end = group.units.end;
        let participle = usize::from(matches!(
            line.tag(end),
            Some(Tag::Participle | Tag::VerbPast)
        ));
        let by = line.is(end + participle, "by");
        match line.group_after(end + participle + 1) {
            Some(author) if by => Group {
                units: group.units.start..author.units.end,
                core: author.core,
            },
            _ => group,
        }
    }

    /// "reportedly": the clause around it.
    fn adverb(&mut self, units: Range<usize>, stance: Stance) {
        let end = self.end(units.end);
        let start = (self.start..units.start)
            .rev()
            .find(|&at| self.line.kind(at) == Some(Kind::Comma))
            .map_or(self.start, |comma| comma + 1);
        let mut cue = Cue::new(units, None, stance);
        cue.behind = Some(start..end);
        self.push(cue);
    }

    /// "the alleged killing of 12 men": its noun group.
    fn adjective(&mut self, units: Range<usize>, stance: Stance) -> Option<usize> {
        let group = self.line.group_after(units.end)?;
        let end = group.units.end;
        let mut cue = Cue::new(units.clone(), None, stance);
        cue.behind = Some(units.end..end);
        self.push(cue);
        Some(end)
    }

    /// "Turkey's claim that …", "reports that …", "the ministry's estimate of 12", "by one account"
    fn noun(&mut self, units: Range<usize>, stance: Stance, measured: bool) {
        let line = self.line;
        let mut at = units.end;
        let (mut source, first) = self.owner(units.start);
        if line.is_any(at, &["by", "from"])
            && let Some(group) = line.group_after(at + 1)
        {
            at = group.units.end;
            source = Some(group);
        }
        let start = units.start;
        let stance = if source.is_none() && stance == Stance::Asserts {
            Stance::Hedges
        } else {
            stance
        };
        let mut cue = Cue::new(units, source, stance);
        if line.is(at, "that") && !line.is_finite(at + 1) {
            cue.behind = Some(at + 1..self.end(at + 1));
        } else if measured && line.is_any(at, &["of", "for"]) && cue.source.is_some() {
            let Some(group) = line.group_after(at + 1) else {
                return;
            };
            cue.behind = Some(at + 1..group.units.end);
        } else if measured
            && first
                .checked_sub(1)
                .is_some_and(|before| line.is_any(before, &["by", "in"]))
            && line.is_border(at)
        {
            // "12 died, **by one account**", "**By his own account**, 12 died"
            let before = first - 1;
            if before > self.start {
                cue.before = Some(self.start..before);
            } else if line.kind(at) == Some(Kind::Comma) {
                cue.behind = Some(at + 1..self.end(at + 1));
            }
            if cue.source.is_none() {
                cue.source = Some(Group {
                    units: first..start + 1,
                    core: first..start + 1,
                });
            }
        }
        if cue.before.is_some() || cue.behind.is_some() {
            self.push(cue);
        }
    }

    /// "**Turkey**'s claim", "**his** claim", and where the noun group of the claim begins.
    fn owner(&self, noun: usize) -> (Option<Group>, usize) {
        let line = self.line;
        let mut at = noun;
        while let Some(before) = at.checked_sub(1) {
            match line.tag(before) {
                Some(Tag::Adjective | Tag::Noun | Tag::Ordinal | Tag::Number | Tag::Name) => {}
                Some(Tag::Determiner) => return (None, before),
                Some(Tag::Genitive) => {
                    let Some(owner) = line.core_before(before) else {
                        return (None, before);
                    };
                    let first = owner.start;
                    let group = Group {
                        units: owner.clone(),
                        core: owner,
                    };
                    return (Some(group), first);
                }
                Some(Tag::Possessive) => {
                    let owner = Group {
                        units: before..at,
                        core: before..at,
                    };
                    return (Some(owner), before);
                }
                _ => break,
            }
            at = before;
        }
        (None, at)
    }

    fn verb(&mut self, verb: &Verb) {
        match verb.form {
            Form::Passive => self.passive(verb),
            Form::Participle => self.participle(verb),
            Form::Dependent => self.dependent(verb),
            Form::Simple | Form::Compound => self.active(verb),
        }
    }

    /// "police said C", "C, police said", "C, said police"
    fn active(&mut self, verb: &Verb) {
        let line = self.line;
        if line.is(verb.units.end, "by") {
            return;
        }
        if let Some(group) = line.inverted(verb) {
            let behind = self.skip_adjuncts(group.units.end);
            self.around(verb, group, verb.units.start, behind);
            return;
        }
        let Some(subject) = line.subject(self.first, verb.units.start) else {
            return;
        };
        let (group, left) = (subject.group, subject.left);
        let quoted = self.quotation_before(left).is_some();
        let complement = line.complement(verb, line.is_document(&group));
        let more = |complement| match complement {
            Complement::Clause(at) => !line.is_quotation(at),
            Complement::NextSentence => true,
            Complement::Object(_) | Complement::Infinitive(_) => false,
        };
        match complement {
            Some(complement) if !quoted || more(complement) => {
                self.reports(verb, group, complement);
            }
            _ => {
                let behind = self.skip_adjuncts(verb.units.end);
                self.around(verb, group, left, behind);
            }
        }
    }

    /// The content stands behind the verb.
    fn reports(&mut self, verb: &Verb, group: Group, complement: Complement) {
        let line = self.line;
        let weak = matches!(
            complement,
            Complement::Object(_) | Complement::Infinitive(_)
        );
        if weak && !line.speaks(&group) {
            return;
        }
        let stance = match complement {
            Complement::Infinitive(_) => verb.reporting.infinitive.unwrap_or(verb.stance()),
            _ => verb.stance(),
        };
        let mut cue = Cue::new(verb.units.clone(), Some(group), stance);
        match complement {
            Complement::NextSentence => cue.next = true,
            Complement::Clause(at) | Complement::Object(at) | Complement::Infinitive(at) => {
                // "**Though** police said 12 died**,** no names were given"
                let opened = matches!(line.tag(self.start), Some(Tag::Subordinator | Tag::Wh))
                    && !line.is(self.start, "that")
                    && !(self.start..verb.head).any(|at| line.kind(at) == Some(Kind::Comma));
                let complement = if opened {
                    Complement::Object(at)
                } else {
                    complement
                };
                let end = self.within_insertion(verb, line.content_end(at, complement));
                self.start_clause_at(end);
                cue.behind = Some(at..end);
            }
        }
        self.push(cue);
    }

    /// A report inside dashes or behind "which" ends with its insertion: "the study -- which notes C -- …".
    fn within_insertion(&self, verb: &Verb, end: usize) -> usize {
        let line = self.line;
        let relative = verb
            .units
            .start
            .checked_sub(1)
            .filter(|&before| line.tag(before) == Some(Tag::Wh));
        let open = relative.and_then(|relative| relative.checked_sub(1));
        let Some(mark) = open
            .and_then(|open| line.kind(open))
            .filter(|&mark| mark == Kind::Dash)
        else {
            return end;
        };
        (verb.units.end..end)
            .find(|&at| line.kind(at) == Some(mark))
            .unwrap_or(end)
    }

    /// A content that ended before "but" leaves the rest to the next cue.
    fn start_clause_at(&mut self, end: usize) {
        let line = self.line;
        let joint = end + usize::from(line.kind(end) == Some(Kind::Comma));
        if matches!(line.tag(joint), Some(Tag::Conjunction | Tag::Subordinator)) {
            self.start = joint + 1;
        }
    }

    /// "…, **saying that C**", "a statement **saying C**", "tried **to say**"
    fn dependent(&mut self, verb: &Verb) {
        let line = self.line;
        let Some(before) = verb.units.start.checked_sub(1) else {
            return;
        };
        let near = line.group_before(verb.units.start).filter(|group| {
            let head = group.core.end - 1;
            [Who::Document, Who::Organisation, Who::Person]
                .into_iter()
                .any(|kind| line.who(head, kind))
                || line
                    .lexicon
                    .speakers
                    .nouns
                    .word(line.units[head].word)
                    .is_some()
        });
        let joined = line.is_border(before)
            || line.is_quotation(before)
            || matches!(
                line.tag(before),
                Some(Tag::Conjunction | Tag::Subordinator | Tag::Preposition | Tag::Wh)
            );
        if near.is_none() && !joined {
            return;
        }
        let source = near
            .or_else(|| self.source.clone())
            .or_else(|| self.first_subject(verb.units.start));
        let document = source.as_ref().is_some_and(|group| line.is_document(group));
        let Some(complement) = line.complement(verb, document) else {
            return;
        };
        let loose = !matches!(complement, Complement::Clause(_) | Complement::NextSentence);
        if loose && (!line.is_border(before) || verb.stance() == Stance::Expects) {
            return;
        }
        if let Some(group) = source {
            self.reports(verb, group, complement);
        }
    }

    /// The subject of the sentence's first verb: "**The group** claimed the raid, saying …"
    fn first_subject(&self, end: usize) -> Option<Group> {
        let line = self.line;
        let verb = (self.first..end).find(|&at| line.is_finite(at))?;
        line.subject(self.first, verb).map(|subject| subject.group)
    }

    /// The quotation that ends right before a unit: "'…,' he", "'…', he".
    fn quotation_before(&self, left: usize) -> Option<usize> {
        let line = self.line;
        let before = left.checked_sub(1)?;
        if line.is_quotation(before) {
            return Some(before);
        }
        let further = before.checked_sub(1)?;
        (line.kind(before) == Some(Kind::Comma) && line.is_quotation(further)).then_some(further)
    }

    /// "C, X said, D": the contents on both sides of a cue that ends no clause.
    fn around(&mut self, verb: &Verb, group: Group, mut left: usize, behind: usize) {
        let line = self.line;
        // "**as** the ministry put it"
        let put = left > self.start && line.is(left - 1, "as");
        left -= usize::from(put);
        let quotation = self.quotation_before(left);
        let says = verb.takes(Takes::Clause) || verb.takes(Takes::That);
        if quotation.is_none() && !says {
            self.source = Some(group);
            return;
        }
        let mut cue = Cue::new(verb.units.clone(), Some(group), verb.stance());
        let before = match quotation {
            Some(quotation) => self.speech_before(quotation)..left,
            None => self.start..left,
        };
        let verbless = !before.clone().any(|at| line.is_quotation(at))
            && !before.clone().any(|at| line.is_finite(at));
        let goes_on = line.kind(behind) == Some(Kind::Comma) || line.is_quotation(behind);
        // without a mark before it, only the end of a sentence shows that the content stands before
        let parted = quotation.is_some()
            || left
                .checked_sub(1)
                .is_some_and(|before| line.is_border(before))
            || verb.units.end + 1 >= line.len()
            || self.is_bare(verb, behind);
        if line.stretch(before.clone()).is_some() && parted && (goes_on || !verbless) {
            cue.before = Some(before);
        }
        if cue.before.is_some() && goes_on {
            let from = behind + usize::from(!line.is_quotation(behind));
            let more = line.is_quotation(from)
                || verbless
                || line.is(from, "and") && !line.is_cue_ahead(from + 1)
                || quotation.is_none()
                    && line.is_any(
                        from,
                        &["until", "because", "after", "before", "when", "with"],
                    );
            if more {
                cue.behind = Some(from..self.end(from));
            }
        }
        if put && left <= self.start && line.kind(behind) == Some(Kind::Comma) {
            cue.behind = Some(behind + 1..self.end(behind + 1));
        }
        let announces = line.kind(behind) == Some(Kind::Colon) && behind + 1 >= line.len();
        let silent = cue.before.is_none() && cue.behind.is_none();
        cue.next = silent && announces;
        if silent && !announces {
            // a source that reports nothing here may still be the source of what follows
            self.source = cue.source;
        } else {
            self.push(cue);
        }
    }

    /// "12 fled an aide said by telephone on Friday": wire copy that has lost its commas.
    fn is_bare(&self, verb: &Verb, behind: usize) -> bool {
        let line = self.line;
        let says = line.is_any(verb.head, &["said", "told", "added"]);
        let ends = behind >= line.len() || line.kind(behind) == Some(Kind::Stop);
        says && ends && (self.start..line.len()).all(|at| line.kind(at) != Some(Kind::Comma))
    }

    /// Where the speech that ends with a quotation begins: at the mark, or earlier where only some words
    /// of the clause are quoted.
    fn speech_before(&self, quotation: usize) -> usize {
        let line = self.line;
        let mut first = quotation;
        while first > self.start && line.is_quotation(first - 1) {
            first -= 1;
        }
        match first.checked_sub(1) {
            Some(before)
                if first > self.start
                    && (!line.is_border(before)
                        || !(self.start..first).any(|at| line.is_finite(at))) =>
            {
                self.start
            }
            _ => first,
        }
    }

    /// "said Saleh **on Monday in a statement**"
    fn skip_adjuncts(&self, mut at: usize) -> usize {
        let line = self.line;
        loop {
            let before = at;
            if let Some(end) = line.time_end(at) {
                at = end;
                continue;
            }
            match line.tag(at) {
                None if line.kind(at) == Some(Kind::Bracket) => at += 1,
                Some(Tag::Adverb | Tag::Particle) => at += 1,
                Some(Tag::Preposition | Tag::To) => {
                    at = line
                        .group_after(at + 1)
                        .map_or(at + 1, |group| group.units.end);
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
        let mut behind = verb.units.end;
        let mut source = None;
        if let Some(by) = (behind..(behind + 4).min(line.len())).find(|&at| line.is(at, "by")) {
            source = line.group_after(by + 1);
            behind = source.as_ref().map_or(behind, |group| group.units.end);
        }
        let Some(unsourced) = verb.reporting.passive else {
            return;
        };
        if source.is_none() && verb.takes(Takes::Addressee) {
            return;
        }
        if line.is(behind, "as") && line.tag(behind + 1) == Some(Tag::Gerund) {
            // "was quoted as saying": the gerund is the cue
            self.source = line
                .subject(self.first, verb.units.start)
                .map(|subject| subject.group);
            return;
        }
        let stance = match &source {
            None if !verb.negated => unsourced,
            _ => verb.stance(),
        };
        let that = self.skip_adjuncts(behind);
        let mut cue = Cue::new(verb.units.clone(), source, stance);
        cue.behind = Some(if line.is(that, "that") {
            that + 1..self.end(that + 1)
        } else if verb.takes(Takes::Clause) {
            self.start..self.end(behind)
        } else {
            // "were accused of C"
            behind..self.end(behind)
        });
        self.push(cue);
    }

    /// "12 deaths **reported by the agency**"; "the study **found** that", which the tagger took for one
    fn participle(&mut self, verb: &Verb) {
        let line = self.line;
        let end = verb.units.end;
        if line.is(end, "by") {
            let source = line.group_after(end + 1);
            if verb.reporting.passive.is_none() || source.is_none() {
                return;
            }
            let before = line.core_before(verb.units.start);
            let mut cue = Cue::new(verb.units.clone(), source, verb.stance());
            cue.before = before;
            if cue.before.is_some() {
                self.push(cue);
            }
            return;
        }
        let finite = Verb {
            form: Form::Simple,
            ..verb.clone()
        };
        let subject = line
            .subject(self.first, verb.units.start)
            .filter(|subject| subject.group.units.end == verb.units.start);
        let Some(subject) = subject else {
            return;
        };
        let pronoun = matches!(
            line.tag(subject.group.core.end - 1),
            Some(Tag::Pronoun | Tag::Name | Tag::Names | Tag::Wh)
        );
        let clause = matches!(
            line.complement(verb, line.is_document(&subject.group)),
            Some(Complement::Clause(_))
        );
        let inverted = || line.inverted(&finite).is_some();
        if pronoun || clause || line.is_document(&subject.group) || inverted() {
            self.active(&finite);
        }
    }
}
