//! What a denial points back to: "denied **the reports**" rejects what was said before.

use std::{ops::Range, sync::Arc};

use super::{Read, Statements, denial::Rejection, party};
use crate::{Claim, Content, Party, Polarity, Scope, Stance, attribution::Voices};

/// A denial looks back so many sentences for what it denies.
const BACK: usize = 3;

/// So many claims are looked through for one that accuses the denier.
const FAR: usize = 256;

impl Statements<'_> {
    /// "denied the reports": what was last said of the denier, or by anybody else, is denied.
    pub(super) fn rejection(
        &mut self,
        read: Read,
        rejection: &Rejection,
        voices: &Voices,
        scope: &impl Fn(&Range<usize>) -> Scope,
        claims: &mut Vec<Claim>,
    ) {
        let text = self.document.text.as_str();
        let span = read.sentence.stretch(rejection.tokens.clone());
        let around = voices.around(span);
        let denier = match &rejection.denier {
            Some(tokens) => self
                .parties
                .party(self.lexicon, text, read.sentence, tokens.clone()),
            None => around
                .last()
                .map(|voice| self.voice(voice))
                .unwrap_or_default(),
        };
        let own_view = self.own_view(rejection, &denier, claims);
        let mut found: Option<((bool, bool), usize)> = own_view.map(|at| ((true, true), at));
        for (at, claim) in claims.iter().enumerate().rev().take(FAR) {
            if span.covers(claim.evidence.span) || claim.evidence.span.start() >= span.start() {
                continue;
            }
            let place = self.turns.binary_search_by_key(&at, |(claim, _)| *claim);
            let near = place.map_or(true, |place| self.turn - self.turns[place].1 <= BACK);
            let Content::Statement(statement) = &claim.content else {
                continue;
            };
            let own = !denier.is_unknown() && statement.voice == denier;
            if statement.polarity == Polarity::Denied
                || own
                || statement.asks.is_empty() && rejection.part
            {
                continue;
            }
            let accused = !denier.is_unknown() && party::same_nation(&statement.doer, &denier);
            // "claims that they were responsible, and found such claims lacking in credibility"
            let hedged = claim.stance == Stance::Hedges && place.is_ok();
            if hedged || !(near || accused) {
                continue;
            }
            // an accusation is denied sooner than what somebody said in passing
            let rank = (accused, !statement.asks.is_empty());
            if found.is_none_or(|(before, _)| rank > before) {
                found = Some((rank, at));
            }
        }
        let Some(((accused, _), at)) = found else {
            return;
        };
        if rejection.part && !accused {
            return;
        }
        let Content::Statement(statement) = &claims[at].content else {
            return;
        };
        let mut statement = statement.clone();
        statement.polarity = Polarity::Denied;
        let family = self.lexicon.predicates.id(&statement.predicate);
        statement.asks = family.map_or(Vec::new(), |family| {
            self.lexicon.predicates.asks(family, false).to_vec()
        });
        statement.voice = denier;
        statement.echo = true;
        let entry = claims[at].evidence.entry.clone();
        let place = claims[at].scope.clone();
        let mut speakers: Vec<Arc<str>> = around
            .iter()
            .filter_map(|voice| voice.speaker.clone())
            .collect();
        if let Some(tokens) = &rejection.denier {
            speakers.push(read.sentence.stretch(tokens.clone()).slice(text).into());
        }
        speakers.dedup();
        let mut claim = self.built(read, entry, span, statement, speakers, Stance::Denies);
        claim.scope = Scope {
            place: place.place,
            place_basis: place.place_basis,
            ..scope(&rejection.tokens)
        };
        claims.push(claim);
    }

    /// "This is not true" right behind the speaker's own words: they told what others say.
    fn own_view(
        &self,
        rejection: &Rejection,
        denier: &Party,
        claims: &mut [Claim],
    ) -> Option<usize> {
        let &(at, turn) = self.turns.last()?;
        let Content::Statement(statement) = &mut claims.get_mut(at)?.content else {
            return None;
        };
        let own = statement.voice == *denier && statement.polarity == Polarity::Affirmed;
        if rejection.denier.is_some() || self.turn - turn > 1 || !own {
            return None;
        }
        statement.voice = Party::default();
        claims[at].speakers.push("others".into());
        Some(at)
    }
}
