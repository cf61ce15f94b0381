//! Deeds: predicates with their parties, found by verbs, nouns and states.

use std::ops::Range;

use super::{Read, is_none, party};
use crate::{
    Lexicon, Stance, Tag,
    lexicon::{Carrier, Class, Cue, Hint, Need, Phrases},
    phrase::{
        Kind, Mood, Phrase, VerbForm,
        clause::{Clause, objects_behind},
    },
    token::TokenKind,
};

/// The longest entry, in tokens.
const LONGEST: usize = 8;

/// So many words behind a claim may still be what it is about.
const AHEAD: usize = 6;

/// How far the words behind a deed may still tell of it, in phrases.
const BEHIND: usize = 8;

/// A predicate of a sentence, all by tokens.
#[derive(Clone, Debug)]
pub(super) struct Deed {
    pub(super) cue: Cue,
    /// The predicate's own words.
    pub(super) at: Range<usize>,
    pub(super) doer: Option<Range<usize>>,
    pub(super) target: Option<Range<usize>>,
    /// Whether it is said to have happened; "failed to comply" did not.
    pub(super) affirmed: bool,
    pub(super) stance: Stance,
    /// Nobody did it: "no one knew".
    pub(super) nobody: bool,
    /// It points to a deed that was spoken of: "behind that attack".
    pub(super) echo: bool,
    /// The whole claim.
    pub(super) tokens: Range<usize>,
}

/// The deeds of a sentence.
pub(super) fn deeds(lexicon: &Lexicon, text: &str, read: Read, clauses: Vec<Clause>) -> Vec<Deed> {
    let mut reader = Reader {
        lexicon,
        text,
        read,
        clauses,
        authors: vec![None; read.phrases.len()],
        deeds: Vec::new(),
    };
    reader.accusations();
    reader.verbs();
    reader.states();
    reader.nouns();
    reader.deeds
}

/// A sentence that is read for deeds.
pub(super) struct Reader<'s> {
    pub(super) lexicon: &'s Lexicon,
    pub(super) text: &'s str,
    pub(super) read: Read<'s>,
    pub(super) clauses: Vec<Clause>,
    /// For each phrase the one that is said to have done it: "blamed **Turkey** for the raid".
    pub(super) authors: Vec<Option<Author>>,
    pub(super) deeds: Vec<Deed>,
}

/// Who is said to have done a deed that a noun names.
#[derive(Clone, Debug)]
pub(super) struct Author {
    pub(super) doer: Range<usize>,
    pub(super) affirmed: bool,
    pub(super) stance: Stance,
    /// Where the words that say so begin.
    pub(super) start: usize,
}

impl Reader<'_> {
    /// "had notified Moscow", "was violated by the rebels", "failed to comply with the deal"
    fn verbs(&mut self) {
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

    /// "blamed **Turkey** for the raid": the noun behind is what Turkey did.
    fn accusations(&mut self) {
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

    /// A deed with parties given by phrases; the claim reaches from the first phrase over the
    /// prepositional groups behind the last.
    pub(super) fn deed(
        &self,
        cue: Cue,
        at: Range<usize>,
        doer: Option<Range<usize>>,
        target: Option<Range<usize>>,
        first: usize,
        last: usize,
    ) -> Deed {
        let tokens = |phrases: Range<usize>| {
            self.phrase(phrases.start).tokens.start..self.phrase(phrases.end - 1).tokens.end
        };
        let target = target.map(|target| {
            let end = self.of_behind(target.end);
            target.start..end
        });
        let known = [doer.as_ref(), target.as_ref()].into_iter().flatten();
        let last = known
            .map(|range| range.end - 1)
            .max()
            .unwrap_or(last)
            .max(last);
        let start = self.phrase(first).tokens.start.min(at.start);
        let end = self.end_behind(last).max(at.end);
        let echo = target
            .as_ref()
            .is_some_and(|target| self.is_echo(target.start));
        Deed {
            cue,
            at,
            doer: doer.map(tokens),
            target: target.map(tokens),
            affirmed: true,
            nobody: false,
            stance: Stance::Asserts,
            echo,
            tokens: start..end,
        }
    }

    /// "the agreements **on Idlib**": the prepositional groups that belong to a noun, up to two.
    fn of_behind(&self, mut end: usize) -> usize {
        for _ in 0..2 {
            let is_group = matches!(self.kind(end), Some(Kind::Preposition))
                && matches!(self.kind(end + 1), Some(Kind::Noun(_)))
                && [Hint::Toward, Hint::Site]
                    .iter()
                    .any(|&hint| self.hint(self.phrase(end).tokens.start, hint));
            let word = self
                .kind(end)
                .map(|_| self.read.sentence.tokens[self.phrase(end).tokens.start].word);
            if !is_group || word.is_some_and(|word| self.lexicon.grammar.is(word, Class::By)) {
                break;
            }
            end += 2;
        }
        end
    }

    /// The last token of the prepositional groups, times and adverbs behind a phrase.
    fn end_behind(&self, last: usize) -> usize {
        let mut at = last + 1;
        while at <= last + BEHIND {
            at = match (self.kind(at), self.kind(at + 1)) {
                (Some(Kind::Preposition), Some(Kind::Noun(_) | Kind::Time)) => at + 2,
                (Some(Kind::Time | Kind::Adverb | Kind::Adjective), _) => at + 1,
                _ => break,
            };
        }
        self.phrase(at - 1).tokens.end
    }

    fn is_echo(&self, phrase: usize) -> bool {
        let first = &self.read.sentence.tokens[self.phrase(phrase).tokens.start];
        let points = self.lexicon.predicates.is(first.word, Hint::Echo);
        let noun = self.phrase(phrase).noun();
        let event = noun.is_some_and(|noun| self.hint(noun.head, Hint::Event));
        points
            && (self.phrase(phrase).tokens.len() == 1 || event || self.noun_cue(phrase).is_some())
    }

    pub(super) fn hint(&self, token: usize, hint: Hint) -> bool {
        self.lexicon
            .predicates
            .is(self.read.sentence.tokens[token].word, hint)
    }

    /// Takes a deed in, if its family speaks of such things and somebody did it or nobody.
    pub(super) fn push(&mut self, deed: Deed) {
        let predicates = &self.lexicon.predicates;
        let family = deed.cue.family;
        let tokens = &self.read.sentence.tokens;
        let doer = deed
            .doer
            .clone()
            .filter(|_| deed.target.is_some())
            .unwrap_or_default();
        let end = (deed.tokens.end + AHEAD).min(tokens.len());
        let words = (deed.tokens.start..end).filter(|at| !doer.contains(at));
        let person = |target: &Range<usize>| {
            let phrase = self
                .read
                .phrases
                .iter()
                .find(|phrase| phrase.tokens.start == target.start);
            let head = phrase
                .and_then(|phrase| phrase.noun())
                .map_or(target.end - 1, |noun| noun.head);
            let head = &tokens[head];
            self.lexicon.roles.nouns().word(head.word).is_some()
                || matches!(head.tag, Tag::Name | Tag::Names | Tag::Pronoun)
        };
        let lacks = (predicates.needs(family, Need::Doer) && deed.doer.is_none() && deed.affirmed)
            || (predicates.needs(family, Need::Person)
                && !deed.target.as_ref().is_some_and(person))
            || (predicates.needs(family, Need::Thing) && deed.target.as_ref().is_some_and(person));
        if !lacks && predicates.is_about(family, words.map(|at| tokens[at].word)) {
            self.push_any(deed);
        }
    }

    /// "Idlib killing at least 12 people": a town that only stands there does nothing.
    fn is_town(&self, doer: &Range<usize>) -> bool {
        let tokens = &self.read.sentence.tokens;
        let is_place = |at: usize| {
            self.read
                .places
                .iter()
                .any(|place| place.tokens.contains(&at))
        };
        doer.clone().all(|at| {
            let name = matches!(tokens[at].tag, Tag::Name | Tag::Names);
            let acts = self.lexicon.nations.at(self.text, &tokens[at..]).is_some();
            (is_place(at) && !acts)
                || (!name && party::camp(self.lexicon, &tokens[at]).is_none() && !acts)
        }) && doer.clone().any(is_place)
    }

    fn push_any(&mut self, mut deed: Deed) {
        if deed.doer.as_ref().is_some_and(|doer| self.is_town(doer)) {
            if self.lexicon.predicates.needs(deed.cue.family, Need::Doer) {
                return;
            }
            deed.doer = None;
        }
        if deed.doer.is_some() || deed.target.is_some() {
            self.deeds.push(deed);
        }
    }

    /// The entry that the words from a token on begin with, quotation marks left out, and its end.
    pub(super) fn entry<T: Copy>(&self, entries: &Phrases<T>, from: usize) -> Option<(usize, T)> {
        let is_word = |&at: &usize| self.read.sentence.tokens[at].kind != TokenKind::Quote;
        let end = (from + LONGEST).min(self.read.sentence.tokens.len());
        let words = (from..end).filter(is_word);
        let (len, entry) =
            entries.longest(words.clone().map(|at| self.read.sentence.tokens[at].word))?;
        Some((words.clone().nth(len - 1)? + 1, *entry))
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

    pub(super) fn words(
        &self,
        from: usize,
    ) -> impl Iterator<Item = crate::lexicon::WordId> + Clone {
        self.read.sentence.tokens[from..]
            .iter()
            .map(|token| token.word)
    }

    pub(super) fn behind(&self, token: usize) -> Vec<usize> {
        objects_behind(
            &self.lexicon.grammar,
            self.read.sentence,
            self.read.phrases,
            token,
        )
    }

    /// The phrases from the first to the last of these.
    pub(super) fn span(phrases: &[usize]) -> Option<Range<usize>> {
        let (first, last) = (phrases.iter().min()?, phrases.iter().max()?);
        Some(*first..last + 1)
    }

    pub(super) fn phrase(&self, at: usize) -> &Phrase {
        &self.read.phrases[at]
    }

    pub(super) fn kind(&self, at: usize) -> Option<&Kind> {
        self.read.phrases.get(at).map(|phrase| &phrase.kind)
    }

    pub(super) fn tag(&self, token: usize) -> Tag {
        self.read.sentence.tokens[token].tag
    }
}
