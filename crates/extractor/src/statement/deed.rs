//! Deeds: predicates with their parties, found by verbs, nouns and states.

use std::ops::Range;

use super::{Read, is_none, party};
use crate::{
    Lexicon, Stance, Tag,
    lexicon::{Carrier, Class, Cue, Hint, Need, Phrases},
    phrase::{
        Kind, Mood, Phrase, VerbForm, VerbGroup,
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

/// How a verb group holds what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hold {
    pub(super) affirmed: bool,
    pub(super) stance: Stance,
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

    /// "breaching **its agreed** on Astana **obligations**": an object that other words part.
    fn split_object(&self, at: usize) -> Option<usize> {
        matches!(self.kind(at), Some(Kind::Adjective)).then_some(())?;
        (at + 1..at + 5)
            .take_while(|&at| {
                !matches!(
                    self.kind(at),
                    None | Some(Kind::Border | Kind::Comma | Kind::Conjunction)
                )
            })
            .find(|&at| matches!(self.kind(at), Some(Kind::Noun(_))))
    }

    /// "the two sides erupted into bloody **fighting**": a noun that was taken for a verb.
    fn is_eruption(&self, index: usize, head: usize) -> bool {
        let before = index.checked_sub(1).map(|before| &self.clauses[before]);
        let verb = before.and_then(|before| self.phrase(before.verb).verb());
        let erupts = verb.is_some_and(|verb| {
            matches!(
                self.entry(&self.lexicon.predicates.carriers, verb.head),
                Some((_, Carrier::Occur))
            )
        });
        erupts
            && self
                .lexicon
                .predicates
                .nouns
                .word(self.read.sentence.tokens[head].word)
                .is_some()
    }

    /// "rockets **fired by Russian jets**": who sent what strikes.
    fn sender(&self, subject: Option<usize>) -> Option<usize> {
        let verb = subject? + 1;
        let sent = self.clauses.iter().find(|clause| clause.verb == verb)?;
        let bare = self.phrase(verb).verb()?.form == VerbForm::Bare;
        sent.agent.filter(|_| bare)
    }

    pub(super) fn hint(&self, token: usize, hint: Hint) -> bool {
        self.lexicon
            .predicates
            .is(self.read.sentence.tokens[token].word, hint)
    }

    /// The subjects of a clause, also where the shallow parse finds none.
    pub(super) fn subjects(&self, index: usize) -> Vec<usize> {
        let verb = self.clauses[index].verb;
        let mut subjects = self.governed_subjects(index);
        if let [only] = subjects.as_slice()
            && *only > 0
            && self.phrase(*only).tokens.len() == 1
            && self.hint(self.phrase(*only).tokens.start, Hint::Reflexive)
            && self.phrase(*only - 1).noun().is_some_and(|noun| noun.named)
            && only + 1 == verb
        {
            // "**opposition fighters** themselves were responsible"
            subjects = vec![only - 1];
        }
        if let [only] = subjects.as_slice() {
            return vec![self.without_place(*only, verb)];
        }
        if !subjects.is_empty() {
            return subjects;
        }
        let Some(before) = verb.checked_sub(1) else {
            return subjects;
        };
        if self.phrase(before).kind == Kind::Adjective
            && self.hint(self.phrase(before).tokens.start, Hint::Echo)
        {
            // "**this** was no accident"
            return vec![before];
        }
        let relative = self.phrase(before).kind == Kind::Relative;
        let link = self
            .phrase(verb)
            .verb()
            .is_some_and(|verb| verb.form == VerbForm::Link);
        if relative || link {
            let nouns = self.read.phrases[..verb].iter().rev().take(4);
            let back = nouns
                .take_while(|phrase| phrase.kind != Kind::Border)
                .position(|phrase| phrase.noun().is_some());
            subjects.extend(back.map(|back| verb - 1 - back));
        }
        subjects
    }

    /// The tokens of a party with the one that it is joined to: "**Turkish and Syrian forces**".
    pub(super) fn joined(&self, at: usize) -> Range<usize> {
        let tokens = self.phrase(at).tokens.clone();
        let partner = at.checked_sub(2).filter(|&before| {
            let first = self.phrase(before).tokens.clone();
            self.phrase(at - 1).kind == Kind::Conjunction
                && self
                    .lexicon
                    .nations
                    .at(self.text, &self.read.sentence.tokens[first.start..])
                    .is_some()
        });
        partner.map_or(tokens.start, |before| self.phrase(before).tokens.start)..tokens.end
    }

    /// "**the union** in Tallow called off the strike": a past tense holds for the noun before the place.
    fn without_place(&self, subject: usize, verb: usize) -> usize {
        let past = self.phrase(verb).verb().is_some_and(|verb| {
            verb.form == VerbForm::Bare && self.tag(verb.head) == Tag::VerbPast
        });
        let mut at = subject;
        while past
            && at >= 2
            && self.phrase(at - 1).kind == Kind::Preposition
            && self.phrase(at - 2).noun().is_some()
        {
            at -= 2;
        }
        at
    }

    /// The subjects of a clause; a gerund without any has those of the clause before it.
    fn governed_subjects(&self, index: usize) -> Vec<usize> {
        let clause = &self.clauses[index];
        let verb = self.phrase(clause.verb).verb();
        let gerund =
            verb.is_some_and(|verb| verb.form == VerbForm::Gerund || verb.mood == Mood::Infinitive);
        if !gerund {
            return clause.subjects.clone();
        }
        let before = index.checked_sub(1).map(|before| &self.clauses[before]);
        // "**troops** sent as reinforcements to prevent clashes"
        if let Some(before) = before
            && verb.is_some_and(|verb| verb.mood == Mood::Infinitive)
            && self.is_sending(before.verb)
            && !before.subjects.is_empty()
        {
            let sent = if before.passive {
                &before.subjects
            } else {
                &before.objects
            };
            if !sent.is_empty() {
                return sent.clone();
            }
        }
        // "that **the army**, reaffirming its commitment, respond"
        if verb.is_some_and(|verb| verb.form == VerbForm::Gerund)
            && let Some(noun) = clause.verb.checked_sub(2)
            && self.phrase(clause.verb - 1).kind == Kind::Comma
            && self.phrase(noun).noun().is_some()
            && matches!(
                noun.checked_sub(1).map(|before| &self.phrase(before).kind),
                None | Some(Kind::Subordinator | Kind::Relative | Kind::Border | Kind::Quote)
            )
        {
            return vec![noun];
        }
        let governed = clause.verb.checked_sub(1).is_some_and(|at| {
            self.phrase(at).kind == Kind::Preposition
                && verb.is_some_and(|verb| verb.form == VerbForm::Gerund)
        });
        if let Some(before) = before.filter(|_| governed) {
            // "accused **Turkey** of shelling"; "**Turkey** moved troops without informing them"
            let accuses = self.phrase(before.verb).verb().is_some_and(|verb| {
                matches!(
                    self.lexicon
                        .predicates
                        .carriers
                        .longest(self.words(verb.head)),
                    Some((_, Carrier::Accuse))
                )
            });
            if accuses && !before.objects.is_empty() {
                return before.objects[..1].to_vec();
            }
            let finite = self.clauses[..index].iter().rev().find(|clause| {
                let verb = self.phrase(clause.verb).verb();
                verb.is_some_and(|verb| verb.mood == Mood::Fact && verb.form != VerbForm::Gerund)
                    && !clause.subjects.is_empty()
            });
            if let Some(finite) = finite.filter(|_| !accuses) {
                return finite.subjects.clone();
            }
        }
        if !clause.subjects.is_empty() {
            return clause.subjects.clone();
        }
        before
            .map(|before| before.subjects.clone())
            .unwrap_or_default()
    }

    /// Whether a verb tells what happened, and whether it says that it did not.
    pub(super) fn hold(&self, index: usize, verb: &VerbGroup) -> Option<Hold> {
        let clause = &self.clauses[index];
        // "never called"
        let negated = (self.phrase(clause.verb).tokens.start..verb.head).any(|at| {
            self.lexicon
                .grammar
                .is(self.read.sentence.tokens[at].word, Class::Negation)
        });
        let mut affirmed = !(verb.negated || negated);
        let mut stance = Stance::Asserts;
        match verb.mood {
            Mood::Modal => return None,
            Mood::ModalPerfect => stance = Stance::Hedges,
            Mood::Infinitive => match self.governor(clause)? {
                Governor::Fails => affirmed = !affirmed,
                Governor::Does => {}
                Governor::Said => stance = Stance::Hedges,
            },
            Mood::Fact => {}
        }
        if self.is_hypothetical(clause.verb) {
            return None;
        }
        if verb.form == VerbForm::Gerund {
            let before = clause.verb.checked_sub(1).map(|before| self.phrase(before));
            match before.map(|before| &before.kind) {
                Some(Kind::Preposition) => {
                    let word = self.read.sentence.tokens[before?.tokens.start].word;
                    if self.lexicon.predicates.is(word, Hint::Without) {
                        affirmed = !affirmed;
                    }
                }
                Some(Kind::Verb(governing)) => {
                    match self
                        .lexicon
                        .predicates
                        .carriers
                        .longest(self.words(governing.head))
                    {
                        Some((_, Carrier::Deny)) => affirmed = !affirmed,
                        Some((_, Carrier::Failing)) => return None,
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        Some(Hold { affirmed, stance })
    }

    /// What stands before an infinitive and says whether it came to that.
    fn governor(&self, clause: &Clause) -> Option<Governor> {
        let infinitive = clause.verb;
        // "the deal was struck **to establish** a zone"
        let before = infinitive
            .checked_sub(1)
            .is_some_and(|before| self.phrase(before).verb().is_some());
        if before
            && clause
                .subjects
                .last()
                .is_some_and(|&subject| self.is_agreement(subject))
        {
            return Some(Governor::Does);
        }
        for (at, phrase) in self.read.phrases[..infinitive]
            .iter()
            .enumerate()
            .rev()
            .take(8)
        {
            match &phrase.kind {
                Kind::Verb(verb) => {
                    let grammar = &self.lexicon.grammar;
                    let word = self.read.sentence.tokens[verb.head].word;
                    if verb.mood == Mood::Modal {
                        return None;
                    }
                    return match self
                        .lexicon
                        .predicates
                        .carriers
                        .longest(self.words(verb.head))
                    {
                        Some((_, Carrier::Failing)) => Some(Governor::Fails),
                        Some((_, Carrier::Managing)) => Some(Governor::Does),
                        _ if verb.form == VerbForm::Passive && grammar.is(word, Class::Clausal) => {
                            Some(Governor::Said)
                        }
                        _ if grammar.is(word, Class::Implicative) => Some(Governor::Does),
                        _ if self.is_sending(at) => Some(Governor::Does),
                        // "a deal it reached with Russia **to establish** a zone"
                        _ if (at.saturating_sub(3)..at).any(|at| self.is_agreement(at)) => {
                            Some(Governor::Does)
                        }
                        _ => None,
                    };
                }
                Kind::Noun(noun) => {
                    let word = self.read.sentence.tokens[noun.head].word;
                    if self.lexicon.predicates.is(word, Hint::Failure) {
                        return Some(Governor::Fails);
                    }
                    // "an agreement to establish a zone"
                    if self.is_agreement(at) {
                        return Some(Governor::Does);
                    }
                }
                // "sent **as** reinforcements to prevent clashes"
                Kind::Subordinator if at + 2 == infinitive => {}
                Kind::Border | Kind::Subordinator | Kind::Relative => return None,
                _ => {}
            }
        }
        None
    }

    /// Whether a verb sends somebody to do something.
    fn is_sending(&self, at: usize) -> bool {
        let verb = self.phrase(at).verb();
        verb.is_some_and(|verb| {
            let word = self.read.sentence.tokens[verb.head].word;
            let cue = self.lexicon.predicates.verbs.word(word);
            cue.is_some_and(|cue| {
                &**self.lexicon.predicates.name(cue.family) == "deployed" && !cue.against
            })
        })
    }

    /// "the deal", "an accord": what binds those who made it.
    fn is_agreement(&self, at: usize) -> bool {
        let noun = self.phrase(at).noun();
        noun.is_some_and(|noun| self.hint(noun.head, Hint::Pact))
    }

    /// "if it was proven to have used", "whether it was"
    pub(super) fn is_hypothetical(&self, verb: usize) -> bool {
        for phrase in self.read.phrases[..verb].iter().rev().take(12) {
            let token = &self.read.sentence.tokens[phrase.tokens.start];
            match phrase.kind {
                Kind::Border => return false,
                Kind::Subordinator if self.lexicon.grammar.is(token.word, Class::Hypothetical) => {
                    return true;
                }
                Kind::Subordinator if token.text(self.text).eq_ignore_ascii_case("whether") => {
                    return true;
                }
                _ => {}
            }
        }
        false
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

enum Governor {
    /// "failed to"
    Fails,
    /// "managed to"
    Does,
    /// "was said to"
    Said,
}
