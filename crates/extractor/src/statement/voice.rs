//! Whom a speaker speaks for: "top officials in Moscow" for Russia.

use super::Statements;
use crate::{Attribution, Party, Span, sentence::Sentence};

impl Statements<'_> {
    /// Whom a speaker speaks for: by the words that name them, then by their name.
    pub(super) fn voice(&self, voice: &Attribution) -> Party {
        let Some(name) = &voice.speaker else {
            return Party::default();
        };
        if let Some(party) = self.voices.borrow().get(name) {
            return party.clone();
        }
        let party = self.voice_of(name, voice);
        self.voices.borrow_mut().insert(name.clone(), party.clone());
        party
    }

    fn voice_of(&self, name: &str, voice: &Attribution) -> Party {
        let read = |words: &str| {
            let sentence = Sentence::read(self.lexicon, words, Span::new(0, words.len()));
            let tokens = 0..sentence.tokens.len();
            self.parties.party(self.lexicon, words, &sentence, tokens)
        };
        let party = read(name);
        match voice.source {
            // "top officials in Moscow"
            Some(source) if party.is_unknown() => read(source.slice(&self.document.text)),
            _ => party,
        }
    }

    /// Whom an inner speaker speaks for; "the army denied **Turkey**'s claims" names them inside.
    pub(super) fn inner(&self, outer: &Attribution, inner: &Attribution) -> Party {
        let Some(source) = source_within(outer, inner).filter(|_| inner.speaker.is_some()) else {
            return self.voice(inner);
        };
        let name = source.slice(&self.document.text);
        let sentence = Sentence::read(self.lexicon, name, Span::new(0, name.len()));
        let found = self
            .parties
            .party(self.lexicon, name, &sentence, 0..sentence.tokens.len());
        if found.is_unknown() {
            self.voice(inner)
        } else {
            found
        }
    }
}

/// The source of an inner report, without the words of the outer one.
pub(super) fn source_within(outer: &Attribution, inner: &Attribution) -> Option<Span> {
    let source = inner.source?;
    match outer.cue {
        Some(cue) if source.start() < cue.end() && cue.end() < source.end() => {
            Some(Span::new(cue.end(), source.end()))
        }
        _ => Some(source),
    }
}
