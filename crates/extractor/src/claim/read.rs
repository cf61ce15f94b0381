//! The claims of a document: counts with their speakers, places and days.

use std::{collections::BTreeSet, ops::Range, sync::Arc};

use super::{
    Claim, ClaimId, Content, Count, EntryId, Evidence, Whole, known, scope::Scopes, several, shot,
};
use crate::{
    Amount, Attribution, Document, Group, Lexicon, Measure, Quantity, StableHash, Stance, Topic,
    article::Mentions,
    attribution::Voices,
    count::{Counted, counts},
    phrase::{Phrase, phrases},
    sentence::Sentence,
    statement::{Read, Statements},
    topic::happening,
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
        scopes: Scopes::new(lexicon, document, sentences, mentions, topic),
        group: None,
        known: Vec::new(),
        more: BTreeSet::new(),
        statements: Statements::new(lexicon, document, sentences),
    };
    let mut claims = Vec::new();
    for (sentence, mentions) in sentences.iter().zip(mentions) {
        reader.sentence(sentence, mentions, &mut claims);
    }
    known::join(&mut claims, &reader.known);
    shot::settle(lexicon, &mut claims, &reader.more, &reader.known, |claim| {
        reader.id(claim)
    });
    claims
}

/// What has been read so far, for the words that look back.
struct Reader<'d> {
    lexicon: &'d Lexicon,
    document: &'d Document,
    voices: Voices<'d>,
    /// The group of the last count of people: "five **others**".
    group: Option<Group>,
    /// Claims of known persons, by their places among the claims.
    known: Vec<usize>,
    /// Claims of others than those counted before.
    more: BTreeSet<ClaimId>,
    scopes: Scopes<'d>,
    statements: Statements<'d>,
}

impl Reader<'_> {
    fn sentence(&mut self, sentence: &Sentence, mentions: &Mentions, claims: &mut Vec<Claim>) {
        self.scopes.enter(sentence, mentions);
        self.group = None;
        let counts = !mentions.quantities.is_empty() || self.may_count(sentence);
        let states = self.statements.may_state(sentence);
        if !counts && !states {
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
        if counts {
            self.counts(sentence, mentions, &phrases, claims);
        }
        if states {
            let read = Read {
                sentence,
                phrases: &phrases,
                places: &mentions.places,
            };
            let scope = |tokens: &Range<usize>| self.scopes.scope(sentence, mentions, tokens);
            self.statements.sentence(read, &self.voices, scope, claims);
        }
    }

    fn counts(
        &mut self,
        sentence: &Sentence,
        mentions: &Mentions,
        phrases: &[Phrase],
        claims: &mut Vec<Claim>,
    ) {
        let text = &self.document.text;
        let counts = counts(self.lexicon, text, sentence, phrases, &mentions.quantities);
        let first = claims.len();
        for count in &counts {
            let claim = self.claim(sentence, mentions, phrases, count, &claims[first..]);
            if count.known {
                self.known.push(claims.len());
            }
            claims.push(claim);
            if count.more {
                self.more.extend(claims.last().map(|claim| claim.id));
                known::set_beside(claims, &self.known);
            }
        }
        let added = several::happenings(self.lexicon, sentence, phrases, &mentions.quantities);
        if added.is_some() {
            for (claim, count) in claims[first..].iter_mut().zip(&counts) {
                if count.measure.is_some() && count.whole.is_none() {
                    claim.scope.happenings = added;
                }
            }
        }
        let is_both = |count: &Counted| {
            count
                .group
                .as_ref()
                .is_some_and(|group| group.side.is_none())
                && several::is_each_side(self.lexicon, sentence, count.tokens.end)
        };
        let both: Vec<usize> = (0..counts.len())
            .filter(|&at| is_both(&counts[at]))
            .collect();
        if !both.is_empty() {
            let own = &mut claims[first..];
            let id = |claim: &Claim| self.id(claim);
            let second = several::told_apart(self.lexicon, text, sentence, own, &both, id);
            claims.extend(second);
        }
    }

    /// A claim's name: its document, its words and what they say.
    fn id(&self, claim: &Claim) -> ClaimId {
        let span = claim.evidence.span;
        let name = StableHash::default()
            .with(self.document.id.as_str())
            .with(format!("{}-{}", span.start(), span.end()))
            .with("count");
        let name = match claim.count() {
            Some(count) => name.with(count.measure.as_str()).with(&*count.group.name),
            None => name,
        };
        ClaimId(name.value())
    }

    /// Whether a sentence without a number may state one: "a soldier was killed", "nobody was hurt".
    fn may_count(&self, sentence: &Sentence) -> bool {
        let measures = &self.lexicon.measures;
        sentence.tokens.iter().any(|token| {
            measures.verbs.word(token.word).is_some()
                || measures.adjectives.word(token.word).is_some()
                || measures.suicides.opens(token.word)
        })
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
                Arc::from(EntryId::COUNTED),
            ),
        };
        let span = sentence.stretch(count.tokens.clone());
        let (speakers, spoken) = self.voices.speakers(span);
        let mut scope = self.scopes.scope(sentence, mentions, &count.tokens);
        scope.happening = happening(self.lexicon, sentence, 0..sentence.tokens.len());
        scope.other = several::is_other(self.lexicon, sentence, phrases, &count.tokens);
        scope.agent = count.agent.and_then(|agent| {
            Group::named(self.lexicon, text, sentence, phrases.get(agent)?.noun()?)
        });
        let whole = count
            .whole
            .and_then(|whole| earlier.get(whole))
            .map(|whole| Whole::Of(whole.id));
        let mut claim = Claim {
            id: ClaimId(0),
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
        };
        claim.id = self.id(&claim);
        claim
    }

    /// The group of a count, and what later words look back to.
    fn group_of(&mut self, count: &Counted) -> Group {
        match &count.group {
            Some(group) => {
                // neither parts nor single persons are what "the others" are
                if count.measure.is_some()
                    && group.is_people()
                    && count.whole.is_none()
                    && count.quantity != Quantity::exactly(Amount::from(1))
                    && !count.known
                {
                    self.group = Some(group.clone());
                }
                group.clone()
            }
            None => match count.quantity.unit() {
                Some(unit) if count.measure.is_none() => Group::of_unit(unit),
                _ => self
                    .group
                    .clone()
                    .filter(|_| count.measure.is_some())
                    .unwrap_or_else(Group::people),
            },
        }
    }
}
