//! Reports in the passive: "it was reported that C", "12 deaths **reported by the agency**".

use super::{
    content::Complement,
    cue::{Cue, Finder},
    verb::{Form, Verb},
};
use crate::{Tag, lexicon::Takes};

impl Finder<'_, '_> {
    /// "12 people **were reported killed**", "**it was reported that** …", "**is said to have** fled"
    pub(super) fn passive(&mut self, verb: &Verb) {
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
    pub(super) fn participle(&mut self, verb: &Verb) {
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
