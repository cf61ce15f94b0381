//! The counts of one sentence: which quantity holds for which group under which measure.
//!
//! Every measuring word (a verb, a noun, an adjective) looks for the noun groups it speaks of;
//! numbers that no measuring word claims count the thing itself ("12 observation posts").

use std::ops::Range;

use crate::{
    Amount, Form, Group, Lexicon, Quantity, QuantityMention, Stance,
    lexicon::{Class, MeasureId, Patient},
    phrase::{
        Kind, Mood, NounGroup, Phrase, VerbForm, VerbGroup,
        clause::{Clause, clauses},
    },
    sentence::Sentence,
};

/// A count as one sentence states it, before speaker, place and days are known.
#[derive(Clone, Debug)]
pub(crate) struct Counted {
    /// The noun group that holds the number, by its place in the row of phrases.
    pub(crate) phrase: usize,
    /// Its words and those of what measures it.
    pub(crate) tokens: Range<usize>,
    /// The measure of the lexicon; `None` counts the noun itself.
    pub(crate) measure: Option<MeasureId>,
    /// `None` where the text leaves the group to what it named before: "five others".
    pub(crate) group: Option<Group>,
    pub(crate) quantity: Quantity,
    pub(crate) stance: Stance,
    /// Who did it, by its place in the row of phrases.
    pub(crate) agent: Option<usize>,
    /// The larger count of the same sentence that it is a part of, by its place in this list.
    pub(crate) whole: Option<usize>,
    /// The text itself says that the figure moved.
    pub(crate) revised: bool,
}

/// The counts of a sentence, in the order of their noun groups.
pub(crate) fn counts(
    lexicon: &Lexicon,
    text: &str,
    sentence: &Sentence,
    phrases: &[Phrase],
    quantities: &[QuantityMention],
) -> Vec<Counted> {
    let clauses = clauses(&lexicon.grammar, sentence, phrases);
    let mut reader = Reader {
        lexicon,
        text,
        sentence,
        phrases,
        quantities,
        clauses,
        found: vec![None; phrases.len()],
    };
    reader.verbs();
    reader.nouns();
    reader.adjectives();
    reader.lives();
    reader.tolls();
    reader.parts();
    reader.things();
    reader.finish()
}

/// What was found about one noun group.
#[derive(Clone, Debug)]
struct Found {
    measure: Option<MeasureId>,
    /// The words that measure it.
    cue: Range<usize>,
    clause: Option<usize>,
    agent: Option<usize>,
    stance: Stance,
    /// The noun group that names the group, where it is another: "deaths **of six soldiers**".
    group: Option<usize>,
    /// The noun group whose part this is.
    whole: Option<usize>,
    revised: bool,
}

struct Reader<'s> {
    lexicon: &'s Lexicon,
    text: &'s str,
    sentence: &'s Sentence,
    phrases: &'s [Phrase],
    quantities: &'s [QuantityMention],
    clauses: Vec<Clause>,
    /// For each phrase what measures it.
    found: Vec<Option<Found>>,
}

impl Reader<'_> {
    /// "killed six soldiers", "six soldiers were killed", "six soldiers died"
    fn verbs(&mut self) {
        for index in 0..self.clauses.len() {
            let clause = self.clauses[index].clone();
            let Some(verb) = self.phrases[clause.verb].verb().copied() else {
                continue;
            };
            let Some((measure, patient, cue)) = self.measuring_verb(&verb) else {
                continue;
            };
            if verb.negated && !self.is_nobody(clause.subjects.first().copied()) {
                continue;
            }
            let stance = self.stance(&clause, &verb);
            let patients = match patient {
                Patient::Object if clause.passive => &clause.subjects,
                Patient::Object => &clause.objects,
                Patient::Subject => &clause.subjects,
            };
            let agent = match patient {
                Patient::Object if clause.passive => clause.agent,
                Patient::Object => clause.subjects.last().copied(),
                Patient::Subject => None,
            };
            for &noun in patients {
                self.measure(noun, measure, cue.clone(), Some(index), agent, stance);
            }
        }
    }

    /// The measure that a verb group names: its verb alone or with what follows ("shot dead").
    fn measuring_verb(&self, verb: &VerbGroup) -> Option<(MeasureId, Patient, Range<usize>)> {
        let words = |from: usize| self.sentence.tokens[from..].iter().map(|token| token.word);
        let adverb = verb.head.checked_sub(1).and_then(|before| {
            let (len, entry) = self.lexicon.measures.verbs.longest(words(before))?;
            (len > 1).then_some((before, len, *entry))
        });
        let (start, len, (measure, patient)) = match adverb {
            Some(found) => found,
            None => {
                let (len, entry) = self.lexicon.measures.verbs.longest(words(verb.head))?;
                (verb.head, len, *entry)
            }
        };
        Some((measure, patient, start..start + len))
    }

    /// Notes that a measure holds for a noun group; "killed and wounded" is both together.
    fn measure(
        &mut self,
        noun: usize,
        measure: MeasureId,
        cue: Range<usize>,
        clause: Option<usize>,
        agent: Option<usize>,
        stance: Stance,
    ) {
        let found = Found {
            measure: Some(measure),
            cue,
            clause,
            agent,
            stance,
            group: None,
            whole: None,
            revised: false,
        };
        let Some(before) = &mut self.found[noun] else {
            self.found[noun] = Some(found);
            return;
        };
        let measures = &self.lexicon.measures;
        let Some(first) = before.measure.filter(|first| *first != measure) else {
            return;
        };
        let joined = measures
            .within(first)
            .filter(|within| measures.within(measure) == Some(within));
        let Some(joined) = joined.and_then(|within| measures.id(within)) else {
            return;
        };
        let shot = measures.id("shot");
        if Some(first) == shot {
            // "shot and wounded": the second word says how it ended
            before.measure = Some(measure);
        } else if Some(measure) != shot {
            before.measure = Some(joined);
        }
        before.cue.end = before.cue.end.max(found.cue.end);
        before.cue.start = before.cue.start.min(found.cue.start);
    }

    /// How a speaker or the mood of the verb holds what is said: as fact, as hope or fear.
    fn stance(&self, clause: &Clause, verb: &VerbGroup) -> Stance {
        match verb.mood {
            Mood::Modal => return Stance::Expects,
            Mood::ModalPerfect => return Stance::Hedges,
            Mood::Infinitive if !self.implied(clause.verb) => return Stance::Expects,
            Mood::Infinitive | Mood::Fact => {}
        }
        let first = self.phrases[clause.verb].tokens.start;
        for phrase in self.phrases[..clause.verb].iter().rev().take(12) {
            let token = &self.sentence.tokens[phrase.tokens.start];
            match phrase.kind {
                Kind::Border => break,
                Kind::Subordinator if self.is(token.word, Class::Hypothetical) => {
                    return Stance::Expects;
                }
                Kind::Verb(verb)
                    if self.is(self.sentence.tokens[verb.head].word, Class::Feared)
                        && phrase.tokens.end == first =>
                {
                    return Stance::Expects;
                }
                _ => {}
            }
        }
        Stance::Asserts
    }

    /// "forced them to flee": the verb before the infinitive says that it came to that.
    fn implied(&self, infinitive: usize) -> bool {
        self.phrases[..infinitive]
            .iter()
            .rev()
            .take(5)
            .find_map(Phrase::verb)
            .is_some_and(|verb| {
                let word = self.sentence.tokens[verb.head].word;
                self.is(word, Class::Implicative)
                    || (verb.form == VerbForm::Passive && self.is(word, Class::Clausal))
            })
    }

    /// "12 deaths", "3.7 million refugees", "12 wounded soldiers", "the death of six soldiers"
    fn nouns(&mut self) {
        for at in 0..self.phrases.len() {
            let Some(noun) = self.phrases[at].noun().cloned() else {
                continue;
            };
            let words = |from: usize| self.sentence.tokens[from..].iter().map(|token| token.word);
            if let Some(measure) = self.entry_at_head(&noun, &self.lexicon.measures.heads) {
                if noun.quantity.is_some() || self.is_nobody(Some(at)) {
                    self.measure(
                        at,
                        measure,
                        noun.head..noun.head + 1,
                        None,
                        None,
                        Stance::Asserts,
                    );
                    let group = self.of(at);
                    if let Some(found) = &mut self.found[at] {
                        found.group = found.group.or(group);
                    }
                    continue;
                }
            }
            if let Some(measure) = self.entry_at_head(&noun, &self.lexicon.measures.events)
                && let Some(patient) = self.of(at)
                && noun.quantity.is_none()
            {
                self.measure(
                    patient,
                    measure,
                    noun.head..noun.head + 1,
                    None,
                    None,
                    Stance::Asserts,
                );
                continue;
            }
            let modifier = (noun.name..noun.head + usize::from(!noun.named)).find_map(|token| {
                let (len, measure) = self.lexicon.measures.adjectives.longest(words(token))?;
                (token + len <= noun.head + usize::from(!noun.named))
                    .then_some((token..token + len, *measure))
            });
            if let Some((cue, measure)) = modifier
                && noun.quantity.is_some()
            {
                self.measure(at, measure, cue, None, None, Stance::Asserts);
            }
        }
    }

    /// The entry whose last word is the head of a noun group.
    fn entry_at_head(
        &self,
        noun: &NounGroup,
        entries: &crate::lexicon::Phrases<MeasureId>,
    ) -> Option<MeasureId> {
        (noun.name.min(noun.head)..=noun.head).find_map(|from| {
            let words = self.sentence.tokens[from..=noun.head]
                .iter()
                .map(|token| token.word);
            let (len, measure) = entries.longest(words)?;
            (from + len == noun.head + 1).then_some(*measure)
        })
    }

    /// The noun group behind "of": "the death **of six soldiers**".
    fn of(&self, at: usize) -> Option<usize> {
        let of = self.phrases.get(at + 1)?;
        let is_of = of.kind == Kind::Preposition
            && self.is(self.sentence.tokens[of.tokens.start].word, Class::Of);
        (is_of && self.phrases.get(at + 2)?.noun().is_some()).then_some(at + 2)
    }

    /// "left eight soldiers dead", "12 were found dead", "20 are missing"
    fn adjectives(&mut self) {
        for at in 1..self.phrases.len() {
            let start = self.phrases[at].tokens.start;
            let head = match &self.phrases[at].kind {
                Kind::Adjective => start,
                Kind::Verb(verb) if self.measuring_verb(verb).is_none() => verb.head,
                _ => continue,
            };
            let words = self.sentence.tokens[head..].iter().map(|token| token.word);
            let Some((len, &measure)) = self.lexicon.measures.adjectives.longest(words) else {
                continue;
            };
            let cue = head..head + len;
            let before = (0..at)
                .rev()
                .take(4)
                .find(|&before| self.phrases[before].kind != Kind::Adverb);
            let holders = match before.map(|before| (before, &self.phrases[before].kind)) {
                Some((noun, Kind::Noun(_))) if head == start => vec![noun],
                Some((verb, Kind::Verb(_))) if head == start => self
                    .clause_of(verb)
                    .map(|clause| clause.subjects.clone())
                    .unwrap_or_default(),
                _ => self
                    .clause_of(at)
                    .map(|clause| clause.subjects.clone())
                    .unwrap_or_default(),
            };
            for noun in holders {
                self.measure(noun, measure, cue.clone(), None, None, Stance::Asserts);
                if let Some(joined) = self.joined_adjective(at) {
                    self.measure(noun, joined.0, joined.1, None, None, Stance::Asserts);
                }
            }
        }
    }

    /// "dead **and wounded**": the measure joined to an adjective by "and" or "or".
    fn joined_adjective(&self, at: usize) -> Option<(MeasureId, Range<usize>)> {
        (self.phrases.get(at + 1)?.kind == Kind::Conjunction).then_some(())?;
        let next = self.phrases.get(at + 2)?;
        if let Kind::Verb(verb) = &next.kind
            && self
                .clause_of(at + 2)
                .is_none_or(|clause| !clause.objects.is_empty())
            && verb.form != VerbForm::Bare
        {
            return None;
        }
        let start = next.tokens.start;
        let words = self.sentence.tokens[start..].iter().map(|token| token.word);
        let (len, &measure) = self.lexicon.measures.adjectives.longest(words)?;
        (len == next.tokens.len()).then_some((measure, start..start + len))
    }

    fn clause_of(&self, verb: usize) -> Option<&Clause> {
        let index = self
            .clauses
            .binary_search_by_key(&verb, |clause| clause.verb)
            .ok()?;
        self.clauses.get(index)
    }

    /// "claimed 12 lives", "took the lives of 12 people"
    fn lives(&mut self) {
        for index in 0..self.clauses.len() {
            let clause = self.clauses[index].clone();
            let Some(verb) = self.phrases[clause.verb].verb() else {
                continue;
            };
            let word = self.sentence.tokens[verb.head].word;
            let Some(&measure) = self.lexicon.measures.lives.word(word) else {
                continue;
            };
            let cue = verb.head..verb.head + 1;
            for &object in &clause.objects {
                let Some(noun) = self.phrases[object].noun() else {
                    continue;
                };
                if !self.is(self.sentence.tokens[noun.head].word, Class::Lives) {
                    continue;
                }
                let holder = if noun.quantity.is_some() {
                    Some(object)
                } else {
                    self.of(object)
                };
                let Some(holder) = holder else { continue };
                self.measure(
                    holder,
                    measure,
                    cue.clone(),
                    Some(index),
                    clause.subjects.last().copied(),
                    Stance::Asserts,
                );
            }
        }
    }

    /// "the death toll rose to 12", "a toll of 12", "death toll: 12"
    fn tolls(&mut self) {
        for at in 0..self.phrases.len() {
            let Some(noun) = self.phrases[at].noun() else {
                continue;
            };
            let Some(measure) = self.entry_at_head(noun, &self.lexicon.measures.tolls) else {
                continue;
            };
            let cue = noun.name.min(noun.head)..noun.head + 1;
            let Some((figure, revised)) = self.figure_after(at) else {
                continue;
            };
            if self.found[figure].is_some() {
                continue;
            }
            let group = self.of(at).filter(|&of| of != figure);
            self.measure(figure, measure, cue, None, None, Stance::Asserts);
            if let Some(found) = &mut self.found[figure] {
                found.revised = revised;
                found.group = group;
            }
        }
    }

    /// The figure that a toll is given: behind "of", behind a colon, behind "stood at", "rose to".
    fn figure_after(&self, toll: usize) -> Option<(usize, bool)> {
        let mut revised = false;
        let mut from = false;
        for at in toll + 1..(toll + 12).min(self.phrases.len()) {
            let phrase = &self.phrases[at];
            let token = &self.sentence.tokens[phrase.tokens.start];
            match &phrase.kind {
                Kind::Noun(noun) if noun.quantity.is_some() && !from => return Some((at, revised)),
                // "rose from four to six": the earlier figure is passed over
                Kind::Noun(_) => from = false,
                Kind::Verb(verb) => {
                    let word = self.sentence.tokens[verb.head].word;
                    revised |= self.is(word, Class::Moved);
                    if !self.is(word, Class::Stand) && !self.is(word, Class::Moved) {
                        return None;
                    }
                }
                Kind::Preposition => from = self.is(token.word, Class::From),
                Kind::Adverb | Kind::Time | Kind::Comma | Kind::Adjective => {}
                Kind::Border if token.is(self.text, ":") => {}
                _ => return None,
            }
        }
        None
    }

    /// "13 soldiers, including **five officers**", "12 people, **three of them children**"
    fn parts(&mut self) {
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
            if !including && !of_them {
                continue;
            }
            if noun.quantity.is_none() && self.singular(noun).is_none() {
                continue;
            }
            let Some(whole) = self.host(at) else { continue };
            let Some(host) = self.found[whole].clone() else {
                continue;
            };
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

    fn countable(&self, at: usize) -> bool {
        self.phrases[at]
            .noun()
            .is_some_and(|noun| noun.quantity.is_some() || self.singular(noun).is_some())
    }

    /// Noun groups joined to this one by commas and "and".
    fn joined(&self, at: usize) -> Vec<usize> {
        let mut joined = Vec::new();
        let mut next = at + 1;
        while let Some(phrase) = self.phrases.get(next) {
            match phrase.kind {
                Kind::Comma | Kind::Conjunction => next += 1,
                Kind::Noun(_)
                    if next > at + 1
                        && !matches!(
                            self.phrases.get(next + 1).map(|p| &p.kind),
                            Some(Kind::Verb(_))
                        ) =>
                {
                    let before = &self.phrases[next - 1].kind;
                    if !matches!(before, Kind::Comma | Kind::Conjunction) {
                        break;
                    }
                    joined.push(next);
                    next += 1;
                }
                _ => break,
            }
        }
        joined
    }

    fn is_including(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let phrase = &self.phrases[before];
        let word = self.sentence.tokens[phrase.tokens.end - 1].word;
        self.is(word, Class::Including)
            || (phrase.kind == Kind::Adverb && before > 0 && {
                let word = self.sentence.tokens[self.phrases[before - 1].tokens.end - 1].word;
                self.is(word, Class::Including)
            })
    }

    /// The measured noun group before a part: the nearest that has a number and is no part itself.
    fn host(&self, at: usize) -> Option<usize> {
        (0..at).rev().take(16).find(|&before| {
            self.found[before]
                .as_ref()
                .is_some_and(|found| found.whole.is_none())
                && self.countable(before)
        })
    }

    /// "three of them **children**", "two of whom were **women**"
    fn named_after(&self, at: usize) -> Option<usize> {
        let mut next = at + 1;
        if matches!(self.phrases.get(next).map(|phrase| &phrase.kind), Some(Kind::Verb(verb)) if verb.form == VerbForm::Link)
        {
            next += 1;
        }
        let noun = self.phrases.get(next)?.noun()?;
        (noun.named && noun.quantity.is_none()).then_some(next)
    }

    /// Numbers that no measuring word claims count the thing itself: "12 observation posts".
    fn things(&mut self) {
        for at in 0..self.phrases.len() {
            let Some(noun) = self.phrases[at].noun() else {
                continue;
            };
            let Some(quantity) = noun.quantity else {
                continue;
            };
            if self.found[at].is_some() || self.quantities[quantity].quantity.form() == Form::Vague
            {
                continue;
            }
            if !noun.named && self.quantities[quantity].quantity.unit().is_none() {
                continue;
            }
            self.found[at] = Some(Found {
                measure: None,
                cue: self.phrases[at].tokens.clone(),
                clause: None,
                agent: None,
                stance: Stance::Asserts,
                group: None,
                whole: None,
                revised: false,
            });
        }
    }

    fn finish(self) -> Vec<Counted> {
        let mut counted: Vec<Counted> = Vec::new();
        let mut place = vec![None; self.phrases.len()];
        for at in 0..self.phrases.len() {
            let Some(found) = &self.found[at] else {
                continue;
            };
            let Some(count) = self.counted(at, found) else {
                continue;
            };
            place[at] = Some(counted.len());
            counted.push(count);
        }
        for count in &mut counted {
            count.whole = count.whole.and_then(|whole| place[whole]);
        }
        counted
    }

    fn counted(&self, at: usize, found: &Found) -> Option<Counted> {
        let noun = self.phrases[at].noun()?;
        let quantity = match noun.quantity {
            Some(quantity) => self.quantities[quantity].quantity.clone(),
            None if self.is_nobody(Some(at)) => Quantity::exactly(Amount::ZERO),
            None => self.singular(noun)?,
        };
        let named = |phrase: usize| {
            let noun = self.phrases[phrase].noun()?;
            Group::named(self.lexicon, self.text, self.sentence, noun)
        };
        let is_head = found.cue.contains(&noun.head) && noun.named;
        let group = match found.group {
            Some(other) => named(other),
            // "12 civilian deaths": the head is the measure, not the group
            None if is_head && found.measure.is_some() => named(at).filter(Group::is_people),
            None => named(at),
        };
        // the words from the measuring ones to the number, where they stand close together
        let mut tokens = self.phrases[at].tokens.clone();
        if found.cue.start.abs_diff(tokens.end) < 24 && tokens.start.abs_diff(found.cue.end) < 24 {
            tokens = tokens.start.min(found.cue.start)..tokens.end.max(found.cue.end);
        }
        Some(Counted {
            phrase: at,
            tokens,
            measure: found.measure,
            group,
            quantity,
            stance: found.stance,
            agent: found.agent.filter(|&agent| agent != at),
            whole: found.whole,
            revised: found.revised,
        })
    }

    /// "a soldier", "another man": one person, without a number.
    fn singular(&self, noun: &NounGroup) -> Option<Quantity> {
        let determiner = noun.name.checked_sub(1)?;
        if !noun.named || !self.is(self.sentence.tokens[determiner].word, Class::Indefinite) {
            return None;
        }
        let (_, role) = self
            .lexicon
            .roles
            .nouns()
            .longest(std::iter::once(self.sentence.tokens[noun.head].word))?;
        role.singular.then(|| Quantity::exactly(Amount::from(1)))
    }

    /// "nobody", "no one", "no soldiers"
    fn is_nobody(&self, phrase: Option<usize>) -> bool {
        phrase.is_some_and(|phrase| {
            let first = self.phrases[phrase].tokens.start;
            self.phrases[phrase].noun().is_some()
                && self.is(self.sentence.tokens[first].word, Class::Nobody)
        })
    }

    fn is(&self, word: crate::lexicon::WordId, class: Class) -> bool {
        self.lexicon.grammar.is(word, class)
    }
}
