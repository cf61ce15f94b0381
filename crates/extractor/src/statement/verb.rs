//! Deeds as verbs: "had notified Moscow", "was violated by the rebels", "failed to comply".

use super::{
    deed::{Deed, Reader},
    is_none,
};
use crate::{
    Tag,
    lexicon::Hint,
    phrase::{Mood, Phrase, VerbForm},
};

impl Reader<'_> {
    /// "had notified Moscow", "was violated by the rebels", "failed to comply with the deal"
    pub(super) fn verbs(&mut self) {
        for index in 0..self.clauses.len() {
            let clause = self.clauses[index].clone();
            let Some(verb) = self.phrase(clause.verb).verb().copied() else {
                continue;
            };
            let Some((end, cue)) = self.entry(&self.lexicon.predicates.verbs, verb.head) else {
                continue;
            };
            let Some(hold) = self.hold(index, &verb) else {
                continue;
            };
            // "failed to rescue them"
            let leads = self
                .read
                .phrases
                .get(clause.verb + 1)
                .and_then(Phrase::verb);
            if !cue.transitive && leads.is_some_and(|verb| verb.mood == Mood::Infinitive) {
                continue;
            }
            let at = verb.head..end;
            let several = at.end > self.phrase(clause.verb).tokens.end;
            let mut objects = if verb.form != VerbForm::Passive && several {
                self.behind(at.end)
            } else {
                clause.objects.clone()
            };
            let passive = clause.passive
                && objects.is_empty()
                && (!several || verb.form == VerbForm::Passive);
            if objects.is_empty() && !passive {
                objects.extend(self.split_object(clause.verb + 1));
            }
            let subjects = self.subjects(index);
            let (doer, target) = match (cue.transitive, passive) {
                (true, true) => (
                    clause.agent.map(|agent| agent..agent + 1),
                    Self::span(&subjects),
                ),
                (true, false) => (Self::span(&subjects), Self::span(&objects)),
                (false, _) => (Self::span(&subjects), None),
            };
            // "Russia sanctioned", "he warned on Tuesday": to whom is not said
            let erupted = self.is_eruption(index, verb.head);
            if cue.transitive
                && !passive
                && !several
                && objects.is_empty()
                && !self.has_clause(at.end)
                && !erupted
            {
                continue;
            }
            let nobody = subjects.first().is_some_and(|&subject| {
                is_none(self.lexicon, self.read.sentence, self.phrase(subject))
            });
            let first = subjects
                .iter()
                .copied()
                .filter(|&at| at < clause.verb)
                .min();
            let echo = several && at.clone().any(|at| self.hint(at, Hint::Echo));
            let mut deed = self.deed(
                cue,
                at,
                doer,
                target,
                first.unwrap_or(clause.verb),
                clause.verb,
            );
            deed.echo |= echo;
            // "rockets fired **by Russian jets** hit the hospital"
            if let Some(agent) = (!passive)
                .then(|| self.sender(subjects.last().copied()))
                .flatten()
            {
                deed.doer = Some(self.phrase(agent).tokens.clone());
            }
            self.push(Deed {
                affirmed: hold.affirmed != nobody,
                nobody,
                stance: hold.stance,
                ..deed
            });
        }
    }

    /// "knows **who planned it**", "know **that** it fell"
    fn has_clause(&self, token: usize) -> bool {
        let next = self.read.sentence.tokens.get(token..).unwrap_or_default();
        let mut next = next
            .iter()
            .take(4)
            .filter(|token| !matches!(token.tag, Tag::Adverb));
        next.next()
            .is_some_and(|token| matches!(token.tag, Tag::Wh | Tag::Subordinator))
    }
}
