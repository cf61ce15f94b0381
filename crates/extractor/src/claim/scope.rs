//! Where and when a claim holds: from its own clause, its sentence, the sentences before, the lead.

use std::ops::Range;

use jiff::civil::Date;

use super::{Basis, Scope, lasting};
use crate::{
    Document, Lexicon, Place, PlaceMention, Tag, TimeMention, Topic, Window, article::Mentions,
    lexicon::Class, sentence::Sentence, topic::is_of_page,
};

/// How many sentences a place or a day is carried on: "In Homs, a bomb went off. Six people died."
const CARRIED: usize = 2;

/// More days than these are not carried on where the lead names days.
const DAYS: i32 = 4;

/// How many sentences make the lead, where an article says what it is about.
const LEAD: usize = 4;

/// A superlative stands so many tokens at most before the time that it compares with.
const COMPARED: usize = 8;

/// A place that is named further away than this is that of something else: "with the toll put at
/// 500, the attack prompted an emergency meeting of the council in New York".
const FAR: usize = 20;

/// So many words stand between a place and the one it lies in: ", a small town in".
const APPOSED: usize = 5;

/// Days within which a lead's day is the event's own, not its history.
const RECENT: i32 = 60;

/// Finds places and days for claims, sentence by sentence.
pub(super) struct Scopes<'d> {
    lexicon: &'d Lexicon,
    published: Option<Date>,
    lead_place: Option<Place>,
    lead_when: Option<Window>,
    /// The last place and days that a sentence named, and how many sentences ago.
    place: Option<(Place, usize)>,
    when: Option<(Window, usize)>,
}

impl<'d> Scopes<'d> {
    pub(super) fn new(
        lexicon: &'d Lexicon,
        document: &Document,
        sentences: &[Sentence],
        mentions: &[Mentions],
        topic: &Topic,
    ) -> Self {
        let mut scopes = Self {
            lexicon,
            published: document.published.map(|published| published.day),
            lead_place: topic.places.first().cloned(),
            lead_when: Some(topic.when).filter(|when| when.from.is_some()),
            place: None,
            when: None,
        };
        let lead = || {
            sentences
                .iter()
                .zip(mentions)
                .filter(|(sentence, _)| !sentence.tokens.is_empty())
                .take(LEAD)
        };
        if scopes.lead_place.is_none() {
            let mut places = lead().flat_map(|(sentence, mentions)| {
                scopes
                    .located(sentence, &mentions.places)
                    .collect::<Vec<_>>()
            });
            scopes.lead_place = places.next().map(|place| place.place.clone());
        }
        if scopes.lead_when.is_none() {
            let mut windows = lead()
                .flat_map(|(_, mentions)| &mentions.times)
                .filter(|time| !time.cumulative);
            scopes.lead_when = windows
                .find(|time| scopes.is_recent(time.window))
                .map(|time| time.window);
        }
        scopes
    }

    /// Whether a window may be that of the news itself.
    fn is_recent(&self, window: Window) -> bool {
        let Some(from) = window.from else {
            return false;
        };
        let Some(published) = self.published else {
            return window.days().is_some_and(|days| days < RECENT);
        };
        let age = from.until(published).map_or(i32::MAX, |age| age.get_days());
        (0..=RECENT).contains(&age)
    }

    /// Goes on to a sentence: what it names is carried to those after it.
    pub(super) fn enter(&mut self, sentence: &Sentence, mentions: &Mentions) {
        self.place = self
            .place
            .take()
            .map(|(place, age)| (place, age + 1))
            .filter(|(_, age)| *age <= CARRIED);
        self.when = self
            .when
            .take()
            .map(|(when, age)| (when, age + 1))
            .filter(|(_, age)| *age <= CARRIED);
        let place = self
            .located(sentence, &mentions.places)
            .next()
            .map(|place| (place.place.clone(), 0));
        self.place = place.or(self.place.take());
        if let Some(time) = mentions
            .times
            .iter()
            .filter(|time| is_dated(time) && !time.cumulative && self.is_recent(time.window))
            .filter(|time| !is_of_page(self.lexicon, self.published, sentence, time))
            // "the fast, which began last week": a stretch is seldom what the next sentence means
            .find(|time| {
                self.lead_when.is_none() || time.window.days().is_none_or(|days| days <= DAYS)
            })
        {
            self.when = Some((time.window, 0));
        }
    }

    /// Where and when the claim of these tokens holds.
    pub(super) fn scope(
        &self,
        sentence: &Sentence,
        mentions: &Mentions,
        tokens: &Range<usize>,
    ) -> Scope {
        let mut scope = Scope::default();
        let place = self
            .located(sentence, &mentions.places)
            .map(|place| (distance(sentence, tokens, &place.tokens), place))
            .min_by_key(|(distance, _)| *distance)
            .filter(|(distance, _)| *distance <= FAR || self.lead_place.is_none())
            .map(|(_, place)| self.smallest(place, sentence, mentions));
        // what this sentence names too far away is no better for having been named
        let carried = self.place.as_ref().filter(|(_, age)| *age > 0);
        (scope.place, scope.place_basis) = match (place, carried, &self.lead_place) {
            (Some(place), _, _) => (Some(place.place.clone()), Basis::Sentence),
            (None, Some((place, _)), _) => (Some(place.clone()), Basis::Before),
            (None, None, Some(place)) => (Some(place.clone()), Basis::Lead),
            (None, None, None) => (None, Basis::Unknown),
        };
        let dated = mentions
            .times
            .iter()
            .filter(|time| is_dated(time) && !self.is_comparison(sentence, tokens, time))
            .filter(|time| !is_of_page(self.lexicon, self.published, sentence, time));
        let time = dated.min_by_key(|time| distance(sentence, tokens, &time.tokens));
        (scope.when, scope.when_basis) = match (time, self.when, self.lead_when) {
            (Some(time), _, _) => (time.window, Basis::Sentence),
            (None, Some((when, _)), _) => (when, Basis::Before),
            (None, None, Some(when)) => (when, Basis::Lead),
            (None, None, None) => match self.published {
                Some(day) => (
                    Window::between(day.yesterday().unwrap_or(day), day),
                    Basis::Published,
                ),
                None => (Window::default(), Basis::Unknown),
            },
        };
        scope.cumulative = time.is_some_and(|time| time.cumulative);
        scope.background = scope.when_basis == Basis::Sentence
            && !scope.cumulative
            && (!self.is_recent(scope.when)
                || self.lead_when.is_some_and(|lead| !lead.meets(scope.when)));
        let dated = time.is_some_and(|time| time.window.days().is_some_and(|days| days <= RECENT));
        if !dated && lasting::counts(self.lexicon, sentence, tokens) {
            let from = scope.when.from.filter(|_| scope.cumulative);
            scope.when = Window {
                from,
                to: self.published.or(scope.when.to),
            };
            scope.when_basis = Basis::Sentence;
            scope.cumulative = true;
            scope.background = true;
        }
        scope
    }

    /// "killed 12 in **the deadliest attack since 2003**": what was worse is older, and nothing has
    /// added up since.
    fn is_comparison(&self, sentence: &Sentence, claim: &Range<usize>, time: &TimeMention) -> bool {
        if !time.cumulative {
            return false;
        }
        let grammar = &self.lexicon.grammar;
        let first = time.tokens.start.saturating_sub(COMPARED);
        let before = (first..time.tokens.start).rev();
        let mut before = before.take_while(|at| {
            let word = sentence.tokens[*at].word;
            !grammar.is(word, Class::Have) && !grammar.is(word, Class::Be)
        });
        before.any(|at| {
            !claim.contains(&at) && grammar.is(sentence.tokens[at].word, Class::Superlative)
        })
    }

    /// "in Saraqib, **a town in Idlib**": the part that is told right before its whole.
    fn smallest<'m>(
        &self,
        whole: &'m PlaceMention,
        sentence: &'m Sentence,
        mentions: &'m Mentions,
    ) -> &'m PlaceMention {
        let parts = self.located(sentence, &mentions.places).filter(|part| {
            let between = part.tokens.end..whole.tokens.start;
            between.start <= between.end
                && between.len() <= APPOSED
                && whole.place.contains(&part.place)
                && !part.place.contains(&whole.place)
        });
        parts.last().unwrap_or(whole)
    }

    /// The places where something happens: "in Idlib", not "Moscow said".
    fn located<'m>(
        &self,
        sentence: &'m Sentence,
        places: &'m [PlaceMention],
    ) -> impl Iterator<Item = &'m PlaceMention> {
        let grammar = &self.lexicon.grammar;
        places.iter().filter(move |place| {
            let before = &sentence.tokens[place.tokens.start.saturating_sub(4)..place.tokens.start];
            before
                .iter()
                .any(|token| grammar.is(token.word, Class::Locative))
        })
    }
}

/// How far a mention stands from a claim: what follows is nearer than what comes before, and a
/// comma or a quotation mark between them is a step of its own.
pub(super) fn distance(sentence: &Sentence, claim: &Range<usize>, mention: &Range<usize>) -> usize {
    if mention.start < claim.end && claim.start < mention.end {
        return 0;
    }
    let (between, weight) = if mention.start >= claim.end {
        (claim.end..mention.start, 1)
    } else {
        (mention.end..claim.start, 2)
    };
    let steps = between
        .clone()
        .filter(|&at| sentence.tokens[at].tag == Tag::Punctuation)
        .count();
    weight * (between.len() + 4 * steps)
}

/// Whether a time expression names days at all.
fn is_dated(time: &TimeMention) -> bool {
    time.window.from.is_some() || time.window.to.is_some()
}
