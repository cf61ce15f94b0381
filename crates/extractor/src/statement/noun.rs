//! Deeds as nouns: "the violation of the truce by the rebels", "Russian raids on the camp".

use std::ops::Range;

use super::{
    deed::{Author, Reader},
    is_none, party,
};
use crate::{
    Stance, Tag,
    lexicon::{Carrier, Class, Cue, Hint, NationForm, Question},
    phrase::{Kind, NounGroup, VerbForm},
    token::TokenKind,
};

impl Reader<'_> {
    pub(super) fn nouns(&mut self) {
        for at in 0..self.read.phrases.len() {
            if let Some((cue, start)) = self.noun_cue(at) {
                self.nominal(at, cue, start);
            }
        }
    }

    /// The predicate that a noun group's last words name, and the token where they begin.
    pub(super) fn noun_cue(&self, at: usize) -> Option<(Cue, usize)> {
        let noun = self.phrase(at).noun()?;
        if !noun.named {
            return None;
        }
        // "fighting yesterday": the day is no part of the name
        let is_day = noun.head > noun.name && self.hint(noun.head, Hint::Common);
        let head = if is_day { noun.head - 1 } else { noun.head };
        (noun.name..=head).find_map(|from| {
            let (len, cue) = self.lexicon.predicates.nouns.longest(self.words(from))?;
            (from + len == head + 1).then_some((*cue, from))
        })
    }

    fn nominal(&mut self, at: usize, cue: Cue, start: usize) {
        let Some(noun) = self.phrase(at).noun().cloned() else {
            return;
        };
        if self.is_possible(at, &noun) || self.is_hypothetical(at) {
            return;
        }
        // "the fire was an accident": read as a state
        let linked = at
            .checked_sub(1)
            .and_then(|before| self.phrase(before).verb());
        if self.lexicon.predicates.is_of_event(cue.family)
            && linked.is_some_and(|verb| verb.form == VerbForm::Link)
        {
            return;
        }
        let head = noun.head;
        let (target, by, mut last) = self.arguments(at);
        let own = self.owner(&noun, start).or_else(|| self.theirs(at));
        let author = self.authors[at].take().or_else(|| self.carried(at));
        let mut affirmed = !is_none(self.lexicon, self.read.sentence, self.phrase(at));
        let before = at
            .checked_sub(1)
            .map(|before| self.read.sentence.tokens[self.phrase(before).tokens.start].word);
        if before.is_some_and(|word| self.lexicon.predicates.is(word, Hint::Without)) {
            affirmed = false;
        }
        let first = self.phrase(at).tokens.start;
        let target = target.map(|range| range.start..range.end);
        let occurs = self.occurs(at);
        if let Some(end) = occurs {
            last = last.max(end);
        }
        let mut deed = self.deed(cue, start..head + 1, None, target, at, last);
        deed.echo = own.is_none() && by.is_none() && deed.target.is_none();
        match (author, own, by) {
            (Some(author), _, _) => {
                deed.doer = Some(author.doer);
                deed.affirmed = affirmed == author.affirmed;
                deed.stance = author.stance;
                deed.tokens.start = deed.tokens.start.min(author.start);
            }
            (None, None, Some(by)) => {
                deed.doer =
                    Some(self.phrase(by.start).tokens.start..self.phrase(by.end - 1).tokens.end);
                deed.affirmed = affirmed;
            }
            (None, Some(own), _) => {
                deed.doer = Some(own);
                deed.affirmed = affirmed;
            }
            (None, None, None) => {
                let cause = self.caused(at);
                let event = self.lexicon.predicates.is_of_event(cue.family);
                if occurs.is_none() && affirmed && cause.is_none() && !event {
                    return;
                }
                deed.affirmed = affirmed;
                if let Some(effect) = cause {
                    let effect = self.phrase(effect).tokens.clone();
                    deed.tokens.start = deed.tokens.start.min(effect.start);
                    deed.target = Some(effect);
                    deed.echo = false;
                }
                if deed.target.is_none() {
                    deed.target = Some(first..head + 1);
                }
            }
        }
        if self.is_perhaps(&noun) {
            deed.stance = Stance::Hedges;
        }
        self.push(deed);
    }

    /// "a suspected attack"
    fn is_perhaps(&self, noun: &NounGroup) -> bool {
        let words = noun.name..noun.head;
        words.clone().any(|at| {
            let word = self.read.sentence.tokens[at].word;
            self.lexicon.predicates.is(word, Hint::Perhaps)
        })
    }

    /// Whom a deed was done to, by whom, and the last phrase that says so.
    fn arguments(&self, at: usize) -> (Option<Range<usize>>, Option<Range<usize>>, usize) {
        let (mut target, mut by, mut last) = (None, None, at);
        let mut next = at + 1;
        while next < at + 8 {
            match self.kind(next) {
                Some(Kind::Time | Kind::Adverb) => next += 1,
                // "no clash occurred **between** the two"
                Some(Kind::Verb(verb)) if self.is_occurrence(verb.head) => next += 1,
                Some(Kind::Preposition)
                    if matches!(self.kind(next + 1), Some(Kind::Noun(_)))
                        || matches!(
                            (
                                self.kind(next + 1),
                                self.kind(next + 2),
                                self.kind(next + 3)
                            ),
                            (
                                Some(Kind::Adjective),
                                Some(Kind::Conjunction),
                                Some(Kind::Noun(_))
                            )
                        ) =>
                {
                    let word = self.read.sentence.tokens[self.phrase(next).tokens.start].word;
                    let mut end = next + 2;
                    if self.lexicon.predicates.is(word, Hint::Between)
                        && matches!(self.kind(end), Some(Kind::Conjunction))
                        && matches!(self.kind(end + 1), Some(Kind::Noun(_)))
                    {
                        end += 2;
                    }
                    let group = next + 1..end;
                    if self.lexicon.grammar.is(word, Class::By)
                        || self.lexicon.predicates.is(word, Hint::Between)
                    {
                        by = by.or(Some(group));
                    } else if self.lexicon.predicates.is(word, Hint::Toward) && target.is_none() {
                        target = Some(group);
                    }
                    last = end - 1;
                    next = end;
                }
                _ => break,
            }
        }
        (target, by, last)
    }

    /// "**Turkey's** failure", "**Russian** raids"
    fn owner(&self, noun: &NounGroup, start: usize) -> Option<Range<usize>> {
        if let Some(owner) = &noun.owner {
            return Some(owner.clone());
        }
        let words = noun.name..start;
        let acts = words.clone().any(|at| {
            let tokens = &self.read.sentence.tokens[at..words.end];
            let nation = self.lexicon.nations.at(self.text, tokens);
            // "BEIRUT Air strikes": a date line
            nation.is_some_and(|(_, naming)| naming.form != NationForm::Capital)
                || party::camp(self.lexicon, &tokens[0]).is_some()
        });
        acts.then_some(words)
    }

    /// "reaffirming **their** commitment": the subject's own.
    fn theirs(&self, at: usize) -> Option<Range<usize>> {
        if self.tag(self.phrase(at).tokens.start) != Tag::Possessive {
            return None;
        }
        let index = self
            .clauses
            .iter()
            .position(|clause| clause.objects.contains(&at))?;
        let subject = self.subjects(index).last().copied()?;
        Some(self.phrase(subject).tokens.clone())
    }

    /// "the army **carried out** raids","the raids were **carried out** by the army", "it **is in**
    /// compliance", "it **had** no knowledge"
    fn carried(&self, at: usize) -> Option<Author> {
        let grammar = &self.lexicon.grammar;
        for index in 0..self.clauses.len() {
            let clause = &self.clauses[index];
            let verb = *self.phrase(clause.verb).verb()?;
            let object = clause.objects.contains(&at);
            let passive = clause.passive && clause.objects.is_empty();
            let carrier = self.entry(&self.lexicon.predicates.carriers, verb.head);
            let end = carrier.map_or(verb.head + 1, |(end, _)| end);
            let carrying = matches!(carrier, Some((_, Carrier::Carry)))
                || (verb.form == VerbForm::Link
                    && grammar.is(self.read.sentence.tokens[verb.head].word, Class::Have));
            let objects = || self.behind(end);
            // "it is in compliance", "they erupted into fighting"
            // nobody who "is under attack" attacks
            let links = verb.form == VerbForm::Link && !self.asks_who(at);
            let is_in = (links || matches!(carrier, Some((_, Carrier::Occur))))
                && at == clause.verb + 2
                && matches!(self.kind(at - 1), Some(Kind::Preposition));
            let doer = if carrying && passive && clause.subjects.contains(&at) {
                clause.agent
            } else if (carrying
                && (!passive || end > verb.head + 1)
                && (object || objects().contains(&at) || self.particle(verb.head, at)))
                || is_in
            {
                self.subjects(index).last().copied()
            } else {
                None
            };
            if let Some(doer) = doer {
                let hold = self.hold(index, &verb)?;
                let tokens = self.joined(doer);
                let start = tokens.start.min(self.phrase(clause.verb).tokens.start);
                return Some(Author {
                    start,
                    doer: tokens,
                    affirmed: hold.affirmed,
                    stance: hold.stance,
                });
            }
        }
        None
    }

    fn asks_who(&self, at: usize) -> bool {
        let cue = self.noun_cue(at);
        cue.is_some_and(|(cue, _)| {
            let asked = self.lexicon.predicates.asks(cue.family, true);
            asked.contains(&Question::Who)
        })
    }

    /// "carried **out** the raid": the noun stands behind the verb's particle.
    fn particle(&self, head: usize, noun: usize) -> bool {
        let start = self.phrase(noun).tokens.start;
        start == head + 2 && self.tag(head + 1) == Tag::Particle
    }

    /// "the shooting **took place** outside", "fighting **erupted**": the last phrase of the verb.
    fn occurs(&self, at: usize) -> Option<usize> {
        let clause = self
            .clauses
            .iter()
            .find(|clause| clause.subjects.contains(&at))?;
        let verb = self.phrase(clause.verb).verb()?;
        let (end, carrier) = self.entry(&self.lexicon.predicates.carriers, verb.head)?;
        let last = self
            .read
            .phrases
            .partition_point(|phrase| phrase.tokens.start < end)
            - 1;
        (carrier == Carrier::Occur).then_some(last)
    }

    /// "**the crash** was due to a technical fault": what a deed without a doer brought about.
    fn caused(&self, at: usize) -> Option<usize> {
        let start = self.phrase(at).tokens.start;
        let causes = &self.lexicon.predicates.causes;
        let is_cause = (start.saturating_sub(4)..start).any(|from| {
            self.entry(causes, from).is_some_and(|(end, ())| {
                let between = &self.read.sentence.tokens[end.min(start)..start];
                end <= start && between.iter().all(|token| token.kind == TokenKind::Quote)
            })
        });
        let clause = self
            .clauses
            .iter()
            .rev()
            .find(|clause| clause.verb < at && !clause.subjects.is_empty())?;
        clause.subjects.last().copied().filter(|_| is_cause)
    }

    fn is_occurrence(&self, verb: usize) -> bool {
        matches!(
            self.lexicon.predicates.carriers.longest(self.words(verb)),
            Some((_, Carrier::Occur))
        )
    }

    /// "a possible attack", "the threat of an attack"
    fn is_possible(&self, at: usize, noun: &NounGroup) -> bool {
        let possible = |token: usize| {
            let word = self.read.sentence.tokens[token].word;
            self.lexicon.predicates.is(word, Hint::Possible)
        };
        let start = self.phrase(at).tokens.start;
        let modified = (start.saturating_sub(1)..noun.head).any(possible);
        let governed = at
            .checked_sub(2)
            .and_then(|before| self.phrase(before).noun())
            .is_some_and(|noun| possible(noun.head))
            && matches!(self.kind(at - 1), Some(Kind::Preposition));
        modified || governed
    }
}
