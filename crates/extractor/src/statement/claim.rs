//! A deed as the claims of those who speak of it: who says so, and who denies that.

use std::{ops::Range, sync::Arc};

use super::{Read, Statements, deed::Deed, stem, voice::source_within};
use crate::{
    Attribution, Claim, ClaimId, Content, EntryId, Evidence, Party, Polarity, Scope, Span,
    StableHash, Stance, Statement,
    attribution::Voices,
    lexicon::{Cue, Hint},
    sentence::Sentence,
};

impl Statements<'_> {
    /// A deed as the claims of those who speak of it.
    pub(super) fn deed(
        &mut self,
        read: Read,
        deed: &Deed,
        voices: &Voices,
        scope: &impl Fn(&Range<usize>) -> Scope,
        claims: &mut Vec<Claim>,
    ) {
        let span = read.sentence.stretch(deed.tokens.clone());
        let mut around = voices.around(span);
        // "they do whatever they want": what is wished never stands before the wish
        around.retain(|voice| {
            let behind = voice
                .cue
                .is_some_and(|cue| cue.start() >= voice.content.end());
            !(behind && voice.stance == Stance::Expects)
        });
        if deed.stance == Stance::Expects
            || around.iter().any(|voice| voice.stance == Stance::Expects)
        {
            return;
        }
        let voice = match around.as_slice() {
            [] => Party::default(),
            [.., outer, inner] => self.inner(outer, inner),
            [only] => self.voice(only),
        };
        let mut statement = self.statement(read, deed, voice);
        let scope = scope(&deed.tokens);
        // "the regime", "the army": of the country that is spoken of
        if statement.doer.camp.as_deref() == Some("state")
            && statement.doer.nation.is_none()
            && statement.doer.name.is_none()
        {
            let land = scope.place.as_ref().and_then(|place| place.country());
            statement.doer.nation = land.cloned();
        }
        if statement.doer.name.is_some() {
            self.person = statement.doer.clone();
        }
        if !deed.at.is_empty()
            && read.sentence.tokens[deed.at.end - 1].tag.is_nominal()
            && !statement.doer.is_unknown()
        {
            let head = stem(read.sentence.tokens[deed.at.end - 1].text(&self.document.text));
            self.heads.insert(head, statement.doer.clone());
        }
        let predicates = &self.lexicon.predicates;
        let denier = around
            .iter()
            .rposition(|voice| voice.stance == Stance::Denies)
            .or_else(|| self.called_a_lie(read.sentence, &around));
        let mut push = |statement: Statement, chain: &[&Attribution], stance, span| {
            let claim = self.claim(
                read,
                deed.cue,
                span,
                statement,
                chain,
                stance,
                scope.clone(),
            );
            claims.push(claim);
        };
        match denier {
            None => {
                let spoken = around.last().map_or(Stance::Asserts, |voice| voice.stance);
                let stance = if deed.stance == Stance::Asserts {
                    spoken
                } else {
                    deed.stance
                };
                push(statement, &around, stance, span);
            }
            Some(at) => {
                let begin = around[at].source.or(around[at].cue).unwrap_or(span);
                let whole = if begin.start() < span.start()
                    && begin.start() >= read.sentence.span.start()
                {
                    begin.to(span)
                } else {
                    span
                };
                let mut refusal = statement.clone();
                refusal.polarity = opposite(refusal.polarity);
                refusal.asks = predicates
                    .asks(deed.cue.family, refusal.polarity == Polarity::Affirmed)
                    .to_vec();
                refusal.voice = self.voice(around[at]);
                push(refusal, &around[..=at], Stance::Denies, whole);
                if at + 1 < around.len() {
                    let begin = source_within(around[at], around[at + 1]).unwrap_or(span);
                    let inner = if begin.start() < span.start() {
                        begin.to(span)
                    } else {
                        span
                    };
                    let mut statement = statement;
                    if around[at + 1].speaker == around[at].speaker {
                        // "Larsen said that he lied when **he** claimed"
                        statement.voice = Party::default();
                    }
                    push(statement, &around, Stance::Asserts, inner);
                }
            }
        }
    }

    /// "Larsen said that **Roe lied when he claimed** that": who calls an inner report a lie.
    fn called_a_lie(&self, sentence: &Sentence, around: &[&Attribution]) -> Option<usize> {
        let [.., outer, inner] = around else {
            return None;
        };
        let lies = sentence.tokens.iter().any(|token| {
            let place = token.span();
            let between =
                outer.content.start() <= place.start() && place.end() <= inner.content.start();
            between && self.lexicon.predicates.is(token.word, Hint::Lie)
        });
        lies.then_some(around.len() - 2)
    }

    #[allow(clippy::too_many_arguments)]
    fn claim(
        &self,
        read: Read,
        cue: Cue,
        span: Span,
        statement: Statement,
        chain: &[&Attribution],
        stance: Stance,
        scope: Scope,
    ) -> Claim {
        let mut speakers: Vec<Arc<str>> = chain
            .iter()
            .filter_map(|voice| voice.speaker.clone())
            .collect();
        speakers.dedup();
        if let [.., outer, inner] = chain
            && outer.speaker == inner.speaker
            && statement.voice.is_unknown()
        {
            speakers.push("others".into());
        }
        let entry = EntryId(self.lexicon.predicates.entry(cue.family).clone());
        Claim {
            scope,
            ..self.built(read, entry, span, statement, speakers, stance)
        }
    }

    pub(super) fn built(
        &self,
        read: Read,
        entry: EntryId,
        span: Span,
        statement: Statement,
        speakers: Vec<Arc<str>>,
        stance: Stance,
    ) -> Claim {
        let polarity = match statement.polarity {
            Polarity::Affirmed => "affirmed",
            Polarity::Denied => "denied",
        };
        let id = StableHash::default()
            .with(self.document.id.as_str())
            .with(format!("{}-{}", span.start(), span.end()))
            .with("statement")
            .with(&*statement.subject)
            .with(&*statement.predicate)
            .with(&*statement.object)
            .with(polarity);
        Claim {
            id: ClaimId(id.value()),
            content: Content::Statement(statement),
            scope: Scope::default(),
            speakers,
            stance,
            evidence: Evidence {
                document: self.document.id.clone(),
                sentence: read.sentence.span,
                span,
                quote: span.slice(&self.document.text).into(),
                entry,
            },
        }
    }
}

fn opposite(polarity: Polarity) -> Polarity {
    match polarity {
        Polarity::Affirmed => Polarity::Denied,
        Polarity::Denied => Polarity::Affirmed,
    }
}
