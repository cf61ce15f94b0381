//! The claims of a document: counts with their speakers, places and days.

use std::sync::Arc;

use super::{Basis, Claim, ClaimId, Content, Count, EntryId, Evidence, Scope, Whole};
use crate::{
    Attribution, Document, Group, Lexicon, Measure, StableHash, Stance, Topic, Window,
    article::Mentions,
    attribution::Voices,
    count::{Counted, counts},
    lexicon::Class,
    phrase::{Phrase, phrases},
    sentence::Sentence,
};

/// The claims of a document, in reading order.
pub(crate) fn claims(
    lexicon: &Lexicon,
    document: &Document,
    sentences: &[Sentence],
    mentions: &[Mentions],
    attributions: &[Attribution],
    topic: &Topic,
) -> Vec<Claim> {
    let mut reader = Reader {
        lexicon,
        document,
        voices: Voices::new(attributions),
        topic,
        group: None,
        scope: Scope::default(),
    };
    let mut claims = Vec::new();
    for (sentence, mentions) in sentences.iter().zip(mentions) {
        reader.sentence(sentence, mentions, &mut claims);
    }
    claims
}

/// What has been read so far, for the words that look back.
struct Reader<'d> {
    lexicon: &'d Lexicon,
    document: &'d Document,
    voices: Voices<'d>,
    topic: &'d Topic,
    /// The group of the last count of people: "five **others**".
    group: Option<Group>,
    /// Place and days of the last sentence that named them.
    scope: Scope,
}

impl Reader<'_> {
    fn sentence(&mut self, sentence: &Sentence, mentions: &Mentions, claims: &mut Vec<Claim>) {
        self.look_around(sentence, mentions);
        self.group = None;
        if mentions.quantities.is_empty() && !self.may_count(sentence) {
            return;
        }
        let text = &self.document.text;
        let phrases = phrases(
            self.lexicon,
            text,
            sentence,
            &mentions.times,
            &mentions.quantities,
        );
        let counts = counts(self.lexicon, text, sentence, &phrases, &mentions.quantities);
        let first = claims.len();
        for count in &counts {
            let claim = self.claim(sentence, mentions, &phrases, count, &claims[first..]);
            claims.push(claim);
        }
    }

    /// Whether a sentence without a number may state one: "a soldier was killed", "nobody was hurt".
    fn may_count(&self, sentence: &Sentence) -> bool {
        let verbs = &self.lexicon.measures.verbs;
        sentence
            .tokens
            .iter()
            .any(|token| verbs.word(token.word).is_some())
    }

    /// Keeps the place and the days that this sentence names, for the sentences after it.
    fn look_around(&mut self, sentence: &Sentence, mentions: &Mentions) {
        let locative = mentions
            .places
            .iter()
            .find(|place| self.is_locative(sentence, place.tokens.start));
        if let Some(place) = locative {
            self.scope.place = Some(place.place.clone());
        }
        if let Some(time) = mentions
            .times
            .iter()
            .find(|time| time.window.from.is_some())
        {
            self.scope.when = time.window;
        }
    }

    /// Whether a place is where something happened: "in Idlib", not "Moscow said".
    fn is_locative(&self, sentence: &Sentence, start: usize) -> bool {
        let before = &sentence.tokens[start.saturating_sub(4)..start];
        before
            .iter()
            .any(|token| self.lexicon.grammar.is(token.word, Class::Locative))
    }

    fn claim(
        &mut self,
        sentence: &Sentence,
        mentions: &Mentions,
        phrases: &[Phrase],
        count: &Counted,
        earlier: &[Claim],
    ) -> Claim {
        let text = &self.document.text;
        let measures = &self.lexicon.measures;
        let group = self.group_of(count);
        let (measure, entry) = match count.measure {
            Some(id) => (
                Measure(measures.name(id).clone()),
                measures.entry(id).clone(),
            ),
            None => (
                Measure(group.name.to_lowercase().into()),
                Arc::from("quantities/counted"),
            ),
        };
        let span = sentence.stretch(count.tokens.clone());
        let (speakers, spoken) = self.voices.speakers(span);
        let scope = self.scope_of(sentence, mentions, phrases, count);
        let id = StableHash::default()
            .with(self.document.id.as_str())
            .with(format!("{}-{}", span.start(), span.end()))
            .with("count")
            .with(measure.as_str())
            .with(&*group.name);
        let whole = count
            .whole
            .and_then(|whole| earlier.get(whole))
            .map(|whole| Whole::Of(whole.id));
        Claim {
            id: ClaimId(id.value()),
            content: Content::Count(Count {
                measure,
                group,
                quantity: count.quantity.clone(),
                stock: count.measure.is_none_or(|id| measures.is_stock(id)),
                within: count
                    .measure
                    .and_then(|id| measures.within(id))
                    .cloned()
                    .map(Measure),
                whole,
                revised: count.revised,
            }),
            scope,
            speakers,
            stance: if count.stance == Stance::Asserts {
                spoken
            } else {
                count.stance
            },
            evidence: Evidence {
                document: self.document.id.clone(),
                sentence: sentence.span,
                span,
                quote: span.slice(text).into(),
                entry: EntryId(entry),
            },
        }
    }

    /// The group of a count, and what later words look back to.
    fn group_of(&mut self, count: &Counted) -> Group {
        match &count.group {
            Some(group) => {
                if count.measure.is_some() && group.is_people() {
                    self.group = Some(group.clone());
                }
                group.clone()
            }
            None => self
                .group
                .clone()
                .filter(|_| count.measure.is_some())
                .unwrap_or_else(Group::people),
        }
    }

    fn scope_of(
        &self,
        sentence: &Sentence,
        mentions: &Mentions,
        phrases: &[Phrase],
        count: &Counted,
    ) -> Scope {
        let distance = |start: usize, end: usize| {
            if start >= count.tokens.end {
                start - count.tokens.end
            } else {
                2 * count.tokens.start.saturating_sub(end)
            }
        };
        let mut scope = Scope::default();
        let place = mentions
            .places
            .iter()
            .filter(|place| self.is_locative(sentence, place.tokens.start))
            .min_by_key(|place| distance(place.tokens.start, place.tokens.end));
        (scope.place, scope.place_basis) =
            match (place, &self.scope.place, self.topic.places.first()) {
                (Some(place), _, _) => (Some(place.place.clone()), Basis::Sentence),
                (None, Some(place), _) => (Some(place.clone()), Basis::Before),
                (None, None, Some(place)) => (Some(place.clone()), Basis::Lead),
                (None, None, None) => (None, Basis::Unknown),
            };
        let time = mentions
            .times
            .iter()
            .filter(|time| time.window.from.is_some() || time.window.to.is_some())
            .min_by_key(|time| distance(time.tokens.start, time.tokens.end));
        (scope.when, scope.when_basis) = match time {
            Some(time) => (time.window, Basis::Sentence),
            None if self.scope.when.from.is_some() => (self.scope.when, Basis::Before),
            None if self.topic.when.from.is_some() => (self.topic.when, Basis::Lead),
            None => match self.document.published {
                Some(published) => (Window::day(published.day), Basis::Published),
                None => (Window::default(), Basis::Unknown),
            },
        };
        scope.cumulative = time.is_some_and(|time| time.cumulative);
        scope.agent = count.agent.and_then(|agent| {
            let noun = phrases.get(agent)?.noun()?;
            Group::named(self.lexicon, &self.document.text, sentence, noun)
        });
        scope
    }
}
