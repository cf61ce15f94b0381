//! Cues amid their content: "C, X said, D", "C, said X".

use super::{
    cue::{Cue, Finder},
    group::Group,
    line::Kind,
    verb::Verb,
};
use crate::{Tag, lexicon::Takes};

impl Finder<'_, '_> {
    /// The quotation that ends right before a unit: "'…,' he", "'…', he".
    pub(super) fn quotation_before(&self, left: usize) -> Option<usize> {
        let line = self.line;
        let before = left.checked_sub(1)?;
        if line.is_quotation(before) {
            return Some(before);
        }
        let further = before.checked_sub(1)?;
        (line.kind(before) == Some(Kind::Comma) && line.is_quotation(further)).then_some(further)
    }

    /// "C, X said, D": the contents on both sides of a cue that ends no clause.
    pub(super) fn around(&mut self, verb: &Verb, group: Group, mut left: usize, behind: usize) {
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
}
