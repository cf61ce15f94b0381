//! Reporting verbs: "police said C", "C, said police", "it was reported that C".

use super::{
    content::Complement,
    cue::{Cue, Finder},
    group::Group,
    line::Kind,
    verb::{Form, Verb},
};
use crate::{
    Stance, Tag,
    lexicon::{Class, Kind as Who, Takes},
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
            && !before
                .clone()
                .any(|at| line.is_finite(at) || line.tag(at) == Some(Tag::Participle));
        let goes_on = line.kind(behind) == Some(Kind::Comma) || line.is_quotation(behind);
        // without a mark before it, only the end of a sentence shows that the content stands before
        let parted = quotation.is_some()
            || left
                .checked_sub(1)
                .is_some_and(|before| line.is_border(before))
            || verb.units.end + 1 >= line.len()
            || self.is_bare(verb, behind);
        let closed = quotation.is_some()
            || line.is_border(behind)
            || behind >= line.len()
            || line.tag(behind) == Some(Tag::Gerund);
        if line.stretch(before.clone()).is_some() && parted && closed && (goes_on || !verbless) {
            cue.before = Some(before);
        }
        if cue.before.is_some() && goes_on {
            let from = behind + usize::from(!line.is_quotation(behind));
            let more = line.is_quotation(from)
                || verbless
                || line.is(from, "and") && !line.is_cue_ahead(from + 1, true)
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
        let ends = behind >= line.len()
            || line.kind(behind) == Some(Kind::Stop)
            || line.tag(behind) == Some(Tag::Gerund);
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
        let source_is_none = source.is_none();
        let mut cue = Cue::new(verb.units.clone(), source, stance);
        let it = verb.units.start > 0 && line.is(verb.units.start - 1, "it");
        cue.behind = Some(if line.is(that, "that") {
            that + 1..self.end(that + 1)
        } else if it && source_is_none {
            // "it is feared the toll will rise"
            behind..self.end(behind)
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
