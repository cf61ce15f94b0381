//! Reporting verbs: "police said C", "said police", "…, saying that C".

use super::{
    content::Complement,
    cue::{Cue, Finder},
    group::Group,
    line::Kind,
    verb::{Form, Verb},
};
use crate::{
    Stance, Tag,
    lexicon::{Class, Kind as Who},
};

impl Finder<'_, '_> {
    pub(super) fn verb(&mut self, verb: &Verb) {
        match verb.form {
            Form::Passive => self.passive(verb),
            Form::Participle => self.participle(verb),
            Form::Dependent => self.dependent(verb),
            Form::Simple | Form::Compound => self.active(verb),
        }
    }

    /// "police said C", "C, police said", "C, said police"
    pub(super) fn active(&mut self, verb: &Verb) {
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
        // "no group has claimed the raid"
        if line.class(subject.group.core.start, Class::Nobody) {
            return;
        }
        let (group, left, relative) = (subject.group, subject.left, subject.relative);
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
            _ if relative => {}
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

    /// "said Saleh **on Monday in a statement**"
    pub(super) fn skip_adjuncts(&self, mut at: usize) -> usize {
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
}
