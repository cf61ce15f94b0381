//! Accusations: "blamed **Turkey** for the raid", "accused the army of the shelling".

use super::deed::{Author, BEHIND, Deed, Reader};
use crate::{
    lexicon::{Carrier, Cue, Hint},
    phrase::Kind,
};

impl Reader<'_> {
    /// "blamed **Turkey** for the raid": the noun behind is what Turkey did.
    pub(super) fn accusations(&mut self) {
        for index in 0..self.clauses.len() {
            let clause = self.clauses[index].clone();
            let Some(verb) = self.phrase(clause.verb).verb().copied() else {
                continue;
            };
            let Some((len, Carrier::Accuse)) = self
                .lexicon
                .predicates
                .carriers
                .longest(self.words(verb.head))
            else {
                continue;
            };
            let Some(hold) = self.hold(index, &verb).filter(|hold| hold.affirmed) else {
                continue;
            };
            let accused = if clause.passive && clause.objects.is_empty() {
                self.subjects(index).last().copied()
            } else if len > 1 {
                self.behind(verb.head + len).first().copied()
            } else {
                clause.objects.first().copied()
            };
            let Some(accused) = accused else { continue };
            let start = self
                .phrase(accused)
                .tokens
                .start
                .max(self.phrase(clause.verb).tokens.start);
            let from = accused.max(clause.verb) + 1;
            let charge = (from..(from + BEHIND).min(self.read.phrases.len())).find(|&at| {
                let word = self.read.sentence.tokens[self.phrase(at).tokens.start].word;
                self.phrase(at).kind == Kind::Preposition
                    && self.lexicon.predicates.is(word, Hint::Fault)
            });
            let charged = charge
                .filter(|&at| at + 1 < self.read.phrases.len())
                .map(|at| at + 1);
            let doer = self.phrase(accused).tokens.clone();
            let author = Author {
                doer: doer.clone(),
                affirmed: true,
                stance: hold.stance,
                start: start.min(doer.start),
            };
            match charged {
                Some(charged) if self.phrase(charged).noun().is_some() => {
                    if self.noun_cue(charged).is_none() {
                        self.blame(accused, Some(charged), &author);
                    }
                    self.authors[charged] = Some(author);
                }
                // "accused of shelling": the verb has its own clause
                Some(_) => {}
                None => self.blame(accused, None, &author),
            }
        }
    }

    /// "blamed Turkey for the tensions"
    fn blame(&mut self, accused: usize, charged: Option<usize>, author: &Author) {
        let Some(family) = self.lexicon.predicates.id("responsible") else {
            return;
        };
        let cue = Cue {
            family,
            against: false,
            transitive: true,
        };
        let at = self.phrase(accused).tokens.start;
        let target = charged.map(|charged| charged..charged + 1);
        let last = charged.unwrap_or(accused);
        let deed = self.deed(
            cue,
            at..at,
            Some(accused..accused + 1),
            target,
            accused,
            last,
        );
        self.push_any(Deed {
            echo: charged.is_none(),
            tokens: author.start..deed.tokens.end,
            stance: author.stance,
            ..deed
        });
    }
}
