//! Rejections that point back: "denied the reports", "the allegations were fabricated", "this is not
//! true", "repeated denials by the president".

use std::ops::Range;

use super::Read;
use crate::{
    Lexicon,
    lexicon::{Carrier, Class, Hint},
    phrase::{Kind, Mood, VerbForm, clause::Clause},
};

/// Words that reject what was said before them.
#[derive(Clone, Debug)]
pub(super) struct Rejection {
    /// Who rejects it; the speaker, where nobody is named.
    pub(super) denier: Option<Range<usize>>,
    /// It is a part in it that is rejected: "denied any involvement".
    pub(super) part: bool,
    pub(super) tokens: Range<usize>,
}

/// The rejections of a sentence.
pub(super) fn rejections(
    lexicon: &Lexicon,
    text: &str,
    read: Read,
    clauses: &[Clause],
) -> Vec<Rejection> {
    let predicates = &lexicon.predicates;
    let opens = |word| {
        predicates.denials.opens(word)
            || predicates.falsehoods.opens(word)
            || matches!(predicates.carriers.word(word), Some(Carrier::Deny))
    };
    if !read.sentence.tokens.iter().any(|token| opens(token.word)) {
        return Vec::new();
    }
    let reader = Reader {
        lexicon,
        text,
        read,
    };
    let mut found: Vec<Rejection> = clauses
        .iter()
        .filter_map(|clause| {
            let found = reader.verb(clause).or_else(|| reader.falsehood(clause));
            found.or_else(|| reader.finding(clause))
        })
        .collect();
    found.extend((0..read.phrases.len()).filter_map(|at| reader.noun(at)));
    found
}

struct Reader<'s> {
    lexicon: &'s Lexicon,
    text: &'s str,
    read: Read<'s>,
}

impl Reader<'_> {
    /// "denied the reports", "an accusation dismissed by the government"
    fn verb(&self, clause: &Clause) -> Option<Rejection> {
        let verb = self.read.phrases[clause.verb].verb()?;
        let carriers = &self.lexicon.predicates.carriers;
        let words = self.read.sentence.tokens[verb.head..]
            .iter()
            .map(|token| token.word);
        let (_, Carrier::Deny) = carriers.longest(words)? else {
            return None;
        };
        if verb.negated || matches!(verb.mood, Mood::Modal | Mood::Infinitive) {
            return None;
        }
        let passive = clause.passive && clause.objects.is_empty();
        let (denier, object) = if passive {
            (clause.agent?, *clause.subjects.last()?)
        } else {
            (*clause.subjects.last()?, *clause.objects.first()?)
        };
        let part = self.rejected(object)?;
        // "denied reports that …": what is denied follows
        if !passive
            && matches!(
                self.kind(object + 1),
                Some(Kind::Subordinator | Kind::Relative)
            )
        {
            return None;
        }
        let phrases = [denier, object, clause.verb];
        let tokens = |at: usize| self.read.phrases[at].tokens.clone();
        let start = phrases.iter().map(|&at| tokens(at).start).min()?;
        let end = phrases.iter().map(|&at| tokens(at).end).max()?;
        Some(Rejection {
            denier: Some(tokens(denier)),
            part,
            tokens: start..end,
        })
    }

    /// Whether a noun group is what can be rejected, and whether it is a part in a deed.
    fn rejected(&self, at: usize) -> Option<bool> {
        let noun = self.read.phrases[at].noun()?;
        let word = self.read.sentence.tokens[noun.head].word;
        let predicates = &self.lexicon.predicates;
        if predicates.is(word, Hint::Part) {
            return Some(true);
        }
        let pronoun = self.read.phrases[at].tokens.len() == 1 && predicates.is(word, Hint::Echo);
        (predicates.is(word, Hint::Claims) || pronoun).then_some(false)
    }

    /// "the allegations were fabricated", "this is not true"
    fn falsehood(&self, clause: &Clause) -> Option<Rejection> {
        let verb = self.read.phrases[clause.verb].verb()?;
        if !matches!(verb.form, VerbForm::Link | VerbForm::Passive)
            || matches!(verb.mood, Mood::Modal | Mood::Infinitive)
        {
            return None;
        }
        let end = self.read.phrases[clause.verb].tokens.end;
        let behind = &self.read.sentence.tokens[end - 1..];
        let longest = |from: usize| {
            let words = behind.get(from..)?.iter().map(|token| token.word);
            let (len, ()) = self.lexicon.predicates.falsehoods.longest(words)?;
            Some(from + len)
        };
        let truth = behind
            .get(1)
            .is_some_and(|token| token.text(self.text).eq_ignore_ascii_case("true"));
        let reach = if verb.negated && truth {
            2
        } else if verb.negated {
            return None;
        } else {
            (0..4).find_map(longest)?
        };
        let before = clause.verb.checked_sub(1);
        let echo = before.filter(|&before| {
            let word = self.read.sentence.tokens[self.read.phrases[before].tokens.start].word;
            self.lexicon.predicates.is(word, Hint::Echo)
        });
        let subject = match clause.subjects.last() {
            Some(&subject) => {
                self.rejected(subject)?;
                subject
            }
            None => echo?,
        };
        Some(Rejection {
            denier: None,
            part: false,
            tokens: self.read.phrases[subject].tokens.start..end - 1 + reach,
        })
    }

    /// "found such claims lacking in credibility", "called the reports a lie"
    fn finding(&self, clause: &Clause) -> Option<Rejection> {
        let verb = self.read.phrases[clause.verb].verb()?;
        if verb.negated || matches!(verb.mood, Mood::Modal | Mood::Infinitive) {
            return None;
        }
        let (denier, object) = (clause.subjects.last().copied(), *clause.objects.first()?);
        self.rejected(object)?;
        let from = self.read.phrases[object].tokens.end;
        let tokens = &self.read.sentence.tokens;
        let (at, len) = (from..(from + 2).min(tokens.len())).find_map(|at| {
            let words = tokens[at..].iter().map(|token| token.word);
            let (len, ()) = self.lexicon.predicates.falsehoods.longest(words)?;
            Some((at, len))
        })?;
        let tokens = |at: usize| self.read.phrases[at].tokens.clone();
        let denier = denier.map(tokens);
        let start = denier
            .as_ref()
            .map_or(tokens(object).start, |denier| denier.start);
        Some(Rejection {
            tokens: start..at + len,
            denier,
            part: false,
        })
    }

    /// "repeated denials by the president", "the government's denials"
    fn noun(&self, at: usize) -> Option<Rejection> {
        let noun = self.read.phrases[at].noun()?;
        let word = self.read.sentence.tokens[noun.head].word;
        self.lexicon.predicates.denials.word(word)?;
        let tokens = self.read.phrases[at].tokens.clone();
        if let Some(owner) = &noun.owner {
            return Some(Rejection {
                denier: Some(owner.clone()),
                part: false,
                tokens,
            });
        }
        let by = self
            .kind(at + 1)
            .is_some_and(|kind| *kind == Kind::Preposition)
            && self.lexicon.grammar.is(
                self.read.sentence.tokens[self.read.phrases[at + 1].tokens.start].word,
                Class::By,
            );
        if by && matches!(self.kind(at + 2), Some(Kind::Noun(_))) {
            let denier = self.read.phrases[at + 2].tokens.clone();
            return Some(Rejection {
                tokens: tokens.start..denier.end,
                denier: Some(denier),
                part: false,
            });
        }
        let owner = noun.name..noun.head;
        let acts = owner.clone().any(|at| {
            let tokens = &self.read.sentence.tokens[at..noun.head];
            self.lexicon.nations.at(self.text, tokens).is_some()
                || self.lexicon.predicates.camp(tokens[0].word).is_some()
        });
        acts.then_some(Rejection {
            denier: Some(owner),
            part: false,
            tokens,
        })
    }

    fn kind(&self, at: usize) -> Option<&Kind> {
        self.read.phrases.get(at).map(|phrase| &phrase.kind)
    }
}
