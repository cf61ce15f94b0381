//! "13 soldiers, including five officers", "three of them children": parts of a count.

use super::{Found, Reader, person::Single};
use crate::{
    Stance,
    lexicon::Class,
    phrase::{Kind, Phrase, VerbForm},
    token::TokenKind,
};

impl Reader<'_> {
    /// "13 soldiers, including **five officers**", "12 people, **three of them children**"
    pub(super) fn parts(&mut self) {
        for at in 1..self.phrases.len() {
            let Some(noun) = self.phrases[at].noun() else {
                continue;
            };
            if self.found[at]
                .as_ref()
                .is_some_and(|found| found.whole.is_some())
            {
                continue;
            }
            let including = self.is_including(at);
            let of_them = noun.partitive
                && !noun.named
                && self.is(self.sentence.tokens[noun.head].word, Class::GroupPronoun);
            let bracketed = !including && !of_them && self.is_bracketed(at);
            if !including && !of_them && !bracketed {
                continue;
            }
            if noun.quantity.is_none() && self.single(at).is_none() {
                continue;
            }
            let Some(whole) = self.host(at) else {
                self.listed(at);
                continue;
            };
            let Some(host) = self.found[whole].clone() else {
                continue;
            };
            // "…, including Twitter" far behind the dead
            let known = self.single(at).is_some_and(Single::is_known);
            if known && at - whole > 4 {
                continue;
            }
            let named = if of_them { self.named_after(at) } else { None };
            let own = self.found[at].take().filter(|own| own.measure.is_some());
            let found = own.unwrap_or(Found {
                cue: self.phrases[at].tokens.clone(),
                agent: None,
                revised: false,
                ..host
            });
            self.found[at] = Some(Found {
                whole: Some(whole),
                group: named,
                ..found
            });
            for joined in self.joined(at) {
                if self.found[joined].is_none() && self.countable(joined) {
                    let found = self.found[at].clone();
                    let cue = self.phrases[joined].tokens.clone();
                    self.found[joined] = found.map(|found| Found {
                        cue,
                        whole: Some(whole),
                        group: None,
                        ..found
                    });
                }
            }
        }
    }

    /// "ten people (**three soldiers** and seven others)": what a bracket or a dash says of a counted group.
    fn is_bracketed(&self, at: usize) -> bool {
        let Some(open) = at.checked_sub(1) else {
            return false;
        };
        // "12 people: **five guards** and seven others", "… as follows: **five guards**"
        let mark = &self.sentence.tokens[self.phrases[open].tokens.start];
        let opens = mark.is(self.text, ":")
            || self.is(mark.word, Class::Opens)
            || self.is(mark.word, Class::Dash);
        let Some(noun) = self.phrases[at].noun().filter(|noun| opens && noun.named) else {
            return false;
        };
        let head = &self.sentence.tokens[noun.head..];
        let people = self.lexicon.roles.nouns().word(head[0].word).is_some()
            || self.lexicon.nations.at(self.text, head).is_some();
        if !people {
            return false;
        }
        let mut whole = open;
        while whole > 0 && matches!(self.phrases[whole].kind, Kind::Border) {
            whole -= 1;
        }
        let mut follows = self.sentence.tokens[self.phrases[whole].tokens.clone()].iter();
        if follows.any(|token| self.is(token.word, Class::Follows)) {
            whole = whole.saturating_sub(2);
        }
        let figure = |at: usize| {
            let noun = self.phrases[at].noun()?;
            let quantity = &self.quantities[noun.quantity?].quantity;
            Some((quantity.low()?, quantity.unit().is_none()))
        };
        self.found[whole].is_some()
            && matches!((figure(at), figure(whole)), (Some((part, true)), Some((whole, true))) if part < whole)
    }

    /// "the victims included **51 children, 28 women**": those who are listed of a roll without a number.
    fn listed(&mut self, at: usize) {
        let Some(clause) = at.checked_sub(1).and_then(|verb| self.clause_of(verb)) else {
            return;
        };
        let verb = self.phrases[clause.verb].tokens.clone();
        let roll = clause.subjects.last().and_then(|&roll| {
            let noun = self.phrases[roll].noun()?;
            self.entry_at_head(noun, &self.lexicon.measures.rolls)
        });
        let Some(measure) = roll else { return };
        let mut members = vec![at];
        members.extend(self.joined(at));
        for member in members {
            if self.found[member].is_none() && self.countable(member) {
                self.measure(member, measure, verb.clone(), None, Stance::Asserts);
            }
        }
    }

    /// Noun groups joined to this one by commas and "and".
    pub(super) fn joined(&self, at: usize) -> Vec<usize> {
        let mut joined = Vec::new();
        let (mut next, mut last) = (at + 1, at);
        while let Some(phrase) = self.phrases.get(next) {
            match phrase.kind {
                Kind::Comma | Kind::Conjunction => {}
                Kind::Adverb if self.is_aside(next) => {}
                Kind::Noun(_) => {
                    // "51 children 28 women", "her daughters Sara and Samia", without commas
                    let apart =
                        matches!(self.phrases[next - 1].kind, Kind::Comma | Kind::Conjunction);
                    let acts = matches!(
                        self.phrases.get(next + 1).map(|phrase| &phrase.kind),
                        Some(Kind::Verb(_))
                    );
                    if (!apart || acts) && !self.is_side_by_side(last, next) {
                        break;
                    }
                    joined.push(next);
                    last = next;
                }
                _ => break,
            }
            next += 1;
        }
        joined
    }

    /// "(14)", ", 14": words in brackets or an age.
    fn is_aside(&self, at: usize) -> bool {
        let first = self.phrases[at].tokens.start;
        let first = &self.sentence.tokens[first];
        first.kind == TokenKind::Mark || self.is(first.word, Class::Naming)
    }

    /// Two counted groups, or persons and their names, with nothing between them.
    fn is_side_by_side(&self, first: usize, second: usize) -> bool {
        let counted = |at: usize| {
            self.phrases[at]
                .noun()
                .is_some_and(|noun| noun.quantity.is_some() && noun.named)
        };
        first + 1 == second
            && second < self.phrases.len()
            && ((counted(first) && counted(second))
                || ((counted(first) || self.is_vague(first))
                    && self.single(second) == Some(Single::Named)))
    }

    pub(super) fn is_including(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let phrase = &self.phrases[before];
        let word = self.sentence.tokens[phrase.tokens.end - 1].word;
        self.is(word, Class::Including)
            || self.is_among_them(before)
            || (phrase.kind == Kind::Adverb && before > 0 && {
                let word = self.sentence.tokens[self.phrases[before - 1].tokens.end - 1].word;
                self.is(word, Class::Including)
            })
    }

    /// "**among them** four children"
    fn is_among_them(&self, pronoun: usize) -> bool {
        let Some(among) = pronoun.checked_sub(1) else {
            return false;
        };
        let head = |phrase: &Phrase| {
            phrase.noun().is_some_and(|noun| {
                self.is(self.sentence.tokens[noun.head].word, Class::GroupPronoun)
            })
        };
        head(&self.phrases[pronoun])
            && self.is(
                self.sentence.tokens[self.phrases[among].tokens.start].word,
                Class::Among,
            )
    }

    /// "Ten children **were among the 48 people killed**", "five women were among the dead"
    pub(super) fn among(&mut self) {
        for index in 0..self.clauses.len() {
            let clause = self.clauses[index].clone();
            // "were among the dead", "were identified among the dead"
            let is_link = self.phrases[clause.verb]
                .verb()
                .is_some_and(|verb| matches!(verb.form, VerbForm::Link | VerbForm::Passive));
            let Some(among) = self.phrases.get(clause.verb + 1).filter(|_| is_link) else {
                continue;
            };
            let whole = clause.verb + 2;
            if !self.is(self.sentence.tokens[among.tokens.start].word, Class::Among)
                || whole >= self.phrases.len()
            {
                continue;
            }
            // "it is unclear if two cooks were among the wounded"
            let verb = self.phrases[clause.verb].verb().copied();
            if verb.is_some_and(|verb| self.stance(&clause, &verb) == Stance::Expects) {
                continue;
            }
            let Some(found) = self.found[whole].clone() else {
                self.among_all(&clause.subjects, whole);
                continue;
            };
            for &part in &clause.subjects {
                if self.found[part].is_none() && self.countable(part) {
                    self.found[part] = Some(Found {
                        whole: Some(whole),
                        group: None,
                        ..found.clone()
                    });
                }
            }
        }
    }

    /// "two guards were among **the wounded**", of whom no number is told.
    fn among_all(&mut self, parts: &[usize], whole: usize) {
        let Some(noun) = self.phrases[whole].noun().cloned() else {
            return;
        };
        let state = |word| self.lexicon.measures.adjectives.word(word).copied();
        let measure = self
            .entry_at_head(&noun, &self.lexicon.measures.rolls)
            .or_else(|| state(self.sentence.tokens[noun.head].word));
        let Some(measure) = measure.filter(|&measure| self.is_harm(measure)) else {
            return;
        };
        for &part in parts {
            if self.found[part].is_none() && self.countable(part) {
                let cue = self.phrases[whole].tokens.clone();
                self.measure(part, measure, cue, None, Stance::Asserts);
                if let Some(found) = &mut self.found[part] {
                    found.among = true;
                }
            }
        }
    }

    /// "was killed **along with two of his guards**": others that the same measure holds for.
    pub(super) fn companions(&mut self) {
        for at in 1..self.phrases.len() {
            let countable = self.countable(at) || self.is_side_by_side(at, at + 1);
            if !self.is_together(at) || !countable || self.found[at].is_some() {
                continue;
            }
            let before = (0..at).rev().take(12);
            let host = before.into_iter().find(|&before| {
                self.found[before]
                    .as_ref()
                    .is_some_and(|found| found.agent != Some(at))
            });
            let Some(host) = host else {
                self.accompanied(at);
                continue;
            };
            let Some(found) = self.found[host].clone() else {
                continue;
            };
            let mut members = vec![host, at];
            members.extend(self.joined(at));
            for &member in &members[1..] {
                if self.found[member].is_none() && self.countable(member) {
                    self.found[member] = Some(Found {
                        whole: None,
                        group: None,
                        ..found.clone()
                    });
                }
            }
            if let Some(measure) = found.measure.filter(|&measure| self.is_harm(measure)) {
                self.roster(&members, measure, &found.cue, found.agent, found.stance);
            }
        }
    }

    /// "… was killed along with **their four children**", where it is not clear who was: the verb right
    /// before says what befell them.
    fn accompanied(&mut self, at: usize) {
        let near = (0..at).rev().take(14);
        let near = near.take_while(|&before| self.phrases[before].kind != Kind::Border);
        let verb = near.into_iter().find_map(|before| {
            let verb = self.phrases[before].verb()?;
            Some((before, *verb))
        });
        let Some((verb, (measure, _, cue))) =
            verb.and_then(|(at, verb)| Some((at, self.measuring_verb(&verb)?)))
        else {
            return;
        };
        let passive = self.clause_of(verb).is_some_and(|clause| clause.passive);
        if passive && self.is_harm(measure) {
            self.measure(at, measure, cue, None, Stance::Asserts);
        }
    }

    /// Whether "along with" or "together with" stands right before a noun group.
    fn is_together(&self, at: usize) -> bool {
        let start = self.phrases[at].tokens.start;
        let before = |back: usize| {
            start
                .checked_sub(back)
                .and_then(|at| self.sentence.tokens.get(at))
        };
        let with = before(1).is_some_and(|token| self.is(token.word, Class::With));
        before(if with { 2 } else { 1 }).is_some_and(|token| self.is(token.word, Class::Together))
    }

    /// The measured noun group before a part: the nearest that has a number and is no part itself.
    pub(super) fn host(&self, at: usize) -> Option<usize> {
        (0..at).rev().take(16).find(|&before| {
            self.found[before]
                .as_ref()
                .is_some_and(|found| found.whole.is_none())
                && (self.countable(before)
                    || self.phrases[before].noun().is_some_and(|noun| !noun.named))
        })
    }

    /// "three of them **children**", "two of whom were **women**"
    pub(super) fn named_after(&self, at: usize) -> Option<usize> {
        let mut next = at + 1;
        if matches!(self.phrases.get(next).map(|phrase| &phrase.kind), Some(Kind::Verb(verb)) if verb.form == VerbForm::Link)
        {
            next += 1;
        }
        let noun = self.phrases.get(next)?.noun()?;
        (noun.named && noun.quantity.is_none()).then_some(next)
    }
}
