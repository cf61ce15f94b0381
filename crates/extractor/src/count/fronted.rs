//! "Of the 12 killed, five were women": parts told behind their whole, or by what their members were.

use super::{Found, Reader};
use crate::{
    lexicon::Class,
    phrase::{Kind, Phrase, VerbForm},
};

impl Reader<'_> {
    /// "Among the dead **were two children**", "Of the 12 killed, **five were women**", "**Five** of the 12
    /// killed **were women**": a part told behind its whole, or by what its members were.
    pub(super) fn fronted(&mut self) {
        for preposition in 0..self.phrases.len().saturating_sub(2) {
            let whole = preposition + 1;
            let word = self.sentence.tokens[self.phrases[preposition].tokens.start].word;
            let among = self.is(word, Class::Among);
            let opens = preposition == 0 && (among || self.is(word, Class::Of));
            let of_whole = preposition > 0 && self.of(preposition - 1) == Some(whole);
            let Some(found) = self.found[whole].clone().filter(|_| opens || of_whole) else {
                continue;
            };
            // behind the words that measure the whole
            let end = found.cue.end.max(self.phrases[whole].tokens.end);
            let behind = |phrase: &Phrase| phrase.tokens.start >= end;
            let Some(next) = (whole + 1..self.phrases.len()).find(|&at| behind(&self.phrases[at]))
            else {
                continue;
            };
            let comma = self.phrases[next].kind == Kind::Comma;
            let (part, group) = if of_whole {
                (preposition - 1, self.members(next))
            } else if among && self.is_link(next) {
                (next + 1, None)
            } else {
                let part = next + usize::from(comma);
                (part, self.members(part + 1))
            };
            let told = group.is_some() || (among && self.is_link(next));
            if told && part < self.phrases.len() {
                self.add_parts(part, group, whole, &found);
            }
        }
    }

    fn add_parts(&mut self, part: usize, group: Option<usize>, whole: usize, found: &Found) {
        let mut parts = vec![part];
        if group.is_none() {
            parts.extend(self.joined(part));
        }
        for part in parts {
            if self.found[part].is_none() && self.countable(part) {
                self.found[part] = Some(Found {
                    cue: self.phrases[part].tokens.clone(),
                    whole: Some(whole),
                    group,
                    ..found.clone()
                });
            }
        }
    }

    fn is_link(&self, at: usize) -> bool {
        let verb = self.phrases.get(at).and_then(Phrase::verb);
        verb.is_some_and(|verb| verb.form == VerbForm::Link)
    }

    /// "five **were women**": the noun behind the verb that says who they were.
    fn members(&self, link: usize) -> Option<usize> {
        let part = link.checked_sub(1).filter(|_| self.is_link(link))?;
        let at = self.named_after(part)?;
        let head = self.sentence.tokens[self.phrases[at].noun()?.head].word;
        self.lexicon.roles.nouns().word(head).map(|_| at)
    }
}
