//! The counts of one sentence: which quantity holds for which group under which measure.
//!
//! Every measuring word (a verb, a noun, an adjective) looks for the noun groups it speaks of;
//! numbers that no measuring word claims count the thing itself ("12 observation posts").

mod verb; // "killed six", "six died"
mod person; // "a soldier", "the gunman", "Julian Bryant"
mod roster; // "Ola Aziz, her sister and their four sons"
mod doer; // "then killed himself"
mod noun; // "12 deaths"
mod adjective; // "left six dead"
mod toll; // "the toll rose to 12"
mod part; // "including five officers"
mod fronted; // "of the 12 killed, five were women"

use std::ops::Range;

use person::Single;
use roster::Roster;

use crate::{
    Amount, Group, Lexicon, Quantity, QuantityMention, Stance,
    lexicon::{Class, MeasureId},
    phrase::{
        Phrase,
        clause::{Clause, clauses},
    },
    sentence::Sentence,
};

/// A count as one sentence states it, before speaker, place and days are known.
#[derive(Clone, Debug)]
pub(crate) struct Counted {
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
    /// One person, or a few, whom the text knows: of any larger count they may be a part.
    pub(crate) known: bool,
    /// "another six", "six more": beside those that were counted before.
    pub(crate) more: bool,
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
        denied: vec![false; phrases.len()],
        found: vec![None; phrases.len()],
        rosters: Vec::new(),
        doer: vec![false; phrases.len()],
    };
    reader.verbs();
    reader.nouns();
    reader.bodies();
    reader.adjectives();
    reader.lives();
    reader.tolls();
    reader.companions();
    reader.suicides();
    reader.doers();
    reader.among();
    reader.fronted();
    reader.parts();
    reader.things();
    reader.finish()
}

/// What was found about one noun group.
#[derive(Clone, Debug)]
struct Found {
    measure: Option<MeasureId>,
    /// A second measure of the same nought or the same unnumbered many.
    also: Option<MeasureId>,
    /// The words that measure it.
    cue: Range<usize>,
    agent: Option<usize>,
    stance: Stance,
    /// The noun group that names the group, where it is another: "deaths **of six soldiers**".
    group: Option<usize>,
    /// The noun group whose part this is.
    whole: Option<usize>,
    revised: bool,
    /// A verb in the past tells of it: "civilians were killed", not "civilians die in wars".
    deed: bool,
    /// They may be among those whom the text counts elsewhere: "two were taken to hospital".
    among: bool,
}

struct Reader<'s> {
    lexicon: &'s Lexicon,
    text: &'s str,
    sentence: &'s Sentence,
    phrases: &'s [Phrase],
    quantities: &'s [QuantityMention],
    clauses: Vec<Clause>,
    /// Noun groups of which it is said that the measure does not hold: "did not kill 12 people".
    denied: Vec<bool>,
    /// For each phrase what measures it.
    found: Vec<Option<Found>>,
    /// Noun groups that stand for the one who did it: "his own life".
    doer: Vec<bool>,
    /// Lists of single persons that add up.
    rosters: Vec<Roster>,
}

impl Reader<'_> {
    /// Notes that a measure holds for a noun group; "killed and wounded" is both together.
    fn measure(
        &mut self,
        noun: usize,
        measure: MeasureId,
        cue: Range<usize>,
        agent: Option<usize>,
        stance: Stance,
    ) {
        let found = Found {
            measure: Some(measure),
            also: None,
            cue,
            agent,
            stance,
            group: None,
            whole: None,
            revised: false,
            deed: false,
            among: false,
        };
        let each = self.is_nobody(Some(noun)) || self.is_vague(noun);
        let Some(before) = &mut self.found[noun] else {
            self.found[noun] = Some(found);
            return;
        };
        if each {
            // "no one was killed or hurt", "civilians were killed and wounded": it holds of each
            before.also = before
                .also
                .or(Some(measure))
                .filter(|also| before.measure != Some(*also));
            return;
        }
        let measures = &self.lexicon.measures;
        let Some(first) = before.measure.filter(|first| *first != measure) else {
            return;
        };
        let joined = measures
            .within(first)
            .filter(|within| measures.within(measure) == Some(within));
        let Some(joined) = joined.and_then(|within| measures.id(within)) else {
            // "were rounded up and executed": each holds
            before.also = before.also.or(measures.within(measure).and(Some(measure)));
            return;
        };
        let shot = measures.shot();
        if Some(first) == shot {
            // "shot and wounded": the second word says how it ended
            before.measure = Some(measure);
        } else if Some(measure) != shot {
            before.measure = Some(joined);
        }
        before.cue.end = before.cue.end.max(found.cue.end);
        before.cue.start = before.cue.start.min(found.cue.start);
    }

    /// Numbers that no measuring word claims count the thing itself: "12 observation posts", "4 of
    /// Turkey's 12 observation posts".
    fn things(&mut self) {
        for at in 0..self.phrases.len() {
            let Some(noun) = self.phrases[at].noun() else {
                continue;
            };
            let Some(quantity) = noun.quantity else {
                continue;
            };
            if self.found[at].is_some() || self.denied[at] {
                continue;
            }
            // "the six-year war": how long, not how many
            let unit = self.quantities[quantity].quantity.unit();
            if noun.named && unit.is_some_and(|unit| self.lexicon.units.is_time(unit)) {
                continue;
            }
            let group = if noun.named { None } else { self.out_of(at) };
            if !noun.named && group.is_none() && self.quantities[quantity].quantity.unit().is_none()
            {
                continue;
            }
            self.found[at] = Some(Found {
                measure: None,
                also: None,
                cue: self.phrases[at].tokens.clone(),
                agent: None,
                stance: Stance::Asserts,
                group,
                whole: group,
                revised: false,
                deed: false,
                among: false,
            });
        }
    }

    fn finish(self) -> Vec<Counted> {
        let mut counted: Vec<Counted> = Vec::new();
        let mut place = vec![None; self.phrases.len()];
        let mut rosters = self.rosters.iter().peekable();
        let mut sums = Vec::new();
        for (at, place) in place.iter_mut().enumerate() {
            while let Some(roster) = rosters.next_if(|roster| roster.first() <= at) {
                sums.push(counted.len());
                counted.push(self.added_up(roster));
            }
            let Some(found) = &self.found[at] else {
                continue;
            };
            let Some(count) = self.counted(at, found) else {
                continue;
            };
            *place = Some(counted.len());
            let also = found.also.map(|also| Counted {
                measure: Some(also),
                ..count.clone()
            });
            counted.push(count);
            counted.extend(also);
        }
        for count in &mut counted {
            count.whole = count.whole.and_then(|whole| place[whole]);
        }
        self.join_rosters(&sums, &mut counted, &place);
        counted
    }

    fn counted(&self, at: usize, found: &Found) -> Option<Counted> {
        let noun = self.phrases[at].noun()?;
        let quantity = match noun.quantity {
            // "no one was seriously hurt": somebody may have been, a little
            _ if self.is_nobody(Some(at)) && self.counts_persons(found) => {
                (!self.is_qualified(found)).then(|| Quantity::exactly(Amount::ZERO))?
            }
            // "shot multiple times", "wounded for 20 minutes"
            Some(quantity) if found.measure.is_some_and(|measure| self.is_harm(measure)) => {
                self.quantities[quantity].quantity.clone().persons()?
            }
            Some(quantity) => self.quantities[quantity].quantity.clone(),
            None if found.stance != Stance::Expects && self.counts_persons(found) => {
                self.one(at, found).or_else(|| self.unnumbered(at, found))?
            }
            None => return None,
        };
        let named = |phrase: usize| {
            let noun = self.phrases[phrase].noun()?;
            Group::named(self.lexicon, self.text, self.sentence, noun)
        };
        // "12 miles of Qardaha" measures no town
        let head = &self.sentence.tokens[noun.head];
        let far = quantity.clone().persons().is_none() && head.capital && !head.tag.is_verbal();
        let is_head = found.cue.contains(&noun.head) && noun.named;
        let group = match found.group {
            Some(other) => named(other),
            None if far => None,
            // "12 civilian deaths": the head is the measure, not the group
            None if is_head && found.measure.is_some() => named(at).filter(|group| {
                // "five Spaniards" are whom the measure holds for
                let nation = self.lexicon.nations.word(head.word).is_some();
                group.is_people() || nation
            }),
            // "12 bodies" are people
            None if self.is(head.word, Class::Remains) && found.measure.is_some() => None,
            None => match self.single(at) {
                Some(Single::Named) if noun.quantity.is_none() => Some(self.person(noun)),
                _ => named(at),
            },
        };
        // "no details were released" counts nobody
        if self.is_nobody(Some(at)) && group.as_ref().is_some_and(|group| !group.is_people()) {
            return None;
        }
        // the words from the measuring ones to the number, where they stand close together
        let mut tokens = self.phrases[at].tokens.clone();
        if found.cue.start.abs_diff(tokens.end) < 24 && tokens.start.abs_diff(found.cue.end) < 24 {
            tokens = tokens.start.min(found.cue.start)..tokens.end.max(found.cue.end);
        }
        Some(Counted {
            tokens,
            measure: found.measure,
            group,
            quantity,
            stance: found.stance,
            agent: found.agent.filter(|&agent| agent != at),
            whole: found.whole,
            revised: found.revised,
            more: noun.quantity.is_some() && self.is_more(at),
            known: found.among
                || (noun.quantity.is_none() && self.single(at).is_some_and(Single::is_known)),
        })
    }

    /// "**seriously** hurt"
    fn is_qualified(&self, found: &Found) -> bool {
        let before = (found.cue.start.checked_sub(1)).map(|at| &self.sentence.tokens[at]);
        before.is_some_and(|before| self.is(before.word, Class::Degree))
    }

    /// "**another** six", "six **others**"
    fn is_more(&self, at: usize) -> bool {
        let phrase = &self.phrases[at].tokens;
        let number = self.phrases[at]
            .noun()
            .and_then(|noun| noun.quantity)
            .map_or(0..0, |quantity| self.quantities[quantity].tokens.clone());
        (phrase.start.saturating_sub(1)..phrase.end).any(|at| {
            let word = self.sentence.tokens[at].word;
            // not the "more" of "more than six"
            self.is(word, Class::Others)
                && (!number.contains(&at) || self.is(word, Class::Indefinite))
        })
    }

    fn is(&self, word: crate::lexicon::WordId, class: Class) -> bool {
        self.lexicon.grammar.is(word, class)
    }
}
