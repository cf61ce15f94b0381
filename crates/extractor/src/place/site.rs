use std::{ops::Range, sync::Arc};

use super::{
    Place, PlaceMention, Role,
    choice::{self, Hint, Outer},
    evidence::{Evidence, KindWord},
    gazetteer::Name,
    name::What,
    read::{Group, Reader, is_acronym},
    run::{Part, Runs},
};
use crate::{lexicon::PlaceWord, tagger};

/// Names that share so many consonants are hardly two.
const SURE: usize = 5;

impl<'l> Reader<'l> {
    /// A name that the gazetteer does not know, with words that say that it is a place.
    pub(super) fn unknown(
        &mut self,
        runs: &Runs<'l, '_>,
        parts: Group<'_, 'l>,
        mentions: &mut Vec<PlaceMention>,
    ) -> bool {
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else {
            return false;
        };
        let mut name = first.tokens.start..last.tokens.end;
        let mut evidence = runs.evidence(self.gazetteer, name.start, name.end, mentions);
        evidence.dateline = self.opening && runs.is_dateline(name.start, evidence.end);
        // "Saraqib District", with a capital
        if matches!(last.what, What::Kind) && parts.len() > 1 {
            name.end = last.tokens.start;
            evidence.kind = evidence.kind.or(Some(KindWord::Town));
        }
        if let Some(place) = self.sounding(runs, name.clone(), &evidence) {
            evidence.located |= evidence.struck;
            let role = evidence.role();
            self.push(runs, name.start..evidence.end, place, role, mentions);
            return true;
        }
        if evidence.kind == Some(KindWord::Street) && name.len() <= 4 {
            self.street(runs, name, &evidence, mentions);
            return true;
        }
        if !self.is_place(runs, parts, &name, &evidence) {
            return false;
        }
        let within = self.surroundings(&evidence, false, mentions);
        let role = evidence.role();
        let words = runs.words(name.clone());
        Self::push_unknown(
            runs,
            name.start..evidence.end,
            words,
            within,
            role,
            mentions,
        );
        true
    }

    /// Whether an unknown name is a place by the words around it.
    fn is_place(
        &self,
        runs: &Runs<'l, '_>,
        parts: Group<'_, 'l>,
        name: &Range<usize>,
        evidence: &Evidence<'l>,
    ) -> bool {
        if name.len() > 4 || (runs.mute && name.len() > 2) {
            return false;
        }
        // "the District of National Security"
        let words = &runs.sentence.tokens[name.clone()];
        if words.iter().all(tagger::is_common) {
            return false;
        }
        if evidence.kind.is_some_and(KindWord::is_strong) {
            return true;
        }
        if runs.mute {
            return false;
        }
        // "Fort Hood"
        let opened = matches!(parts[0].what, What::Opening) && parts.len() == 2;
        // "in the Tal al-Hawa area"
        let area = evidence.located && evidence.kind == Some(KindWord::Area);
        // "in Nayrab, Idlib"
        let surrounded = evidence.located
            && runs.after_comma(evidence.end + 1)
            && !matches!(evidence.outer, Some(Outer::Beside(_)))
            && self.said(evidence).is_some();
        opened || area || surrounded
    }

    /// A place that is spelled in another way than the gazetteer's: "Maaret al-Numan".
    fn sounding(
        &mut self,
        runs: &Runs<'l, '_>,
        name: Range<usize>,
        evidence: &Evidence<'l>,
    ) -> Option<Place> {
        let strong = evidence.kind.is_some_and(KindWord::is_strong);
        let placed = evidence.located || evidence.struck || evidence.dateline;
        if !placed && !strong || name.len() > 4 {
            return None;
        }
        let (sounding, consonants) = self.gazetteer.sounding(runs.words(name))?;
        let hint = evidence.hint();
        let choice = choice::choose(self.lexicon, self.gazetteer, &self.context, sounding, hint)?;
        let near = choice.near || choice.confirmed || choice.known || consonants >= SURE;
        let doubtful = evidence.adjunct || self.is_elsewhere(choice, evidence);
        (choice.expected && near && !doubtful).then(|| self.take(choice, false))
    }

    /// "Hmeimim Airbase": a site takes the whole group as its name.
    pub(super) fn site(
        &mut self,
        runs: &Runs<'l, '_>,
        parts: Group<'_, 'l>,
        end: usize,
        mentions: &mut Vec<PlaceMention>,
    ) {
        let Some(first) = parts.first() else { return };
        let mut start = first.tokens.start;
        // "South Commerce Street"
        while start > 0 && {
            let before = &runs.sentence.tokens[start - 1];
            before.capital && self.lexicon.places.is(before.word, PlaceWord::Direction)
        } {
            start -= 1;
        }
        let evidence = runs.evidence(self.gazetteer, start, end, mentions);
        let within = self
            .namesake(first, &evidence)
            .unwrap_or_else(|| self.surroundings(&evidence, true, mentions));
        for part in parts {
            self.remember(runs, part);
        }
        let words = runs.words(start..end);
        Self::push_unknown(runs, start..end, words, within, evidence.role(), mentions);
    }

    /// "Aleppo International Airport" is in Aleppo, if the document is anywhere near.
    fn namesake(&mut self, first: &Part<'l>, evidence: &Evidence<'l>) -> Option<Vec<Arc<str>>> {
        let What::Town(name) = first.what else {
            return None;
        };
        let hint = evidence.hint();
        let choice = choice::choose(self.lexicon, self.gazetteer, &self.context, name, hint)?;
        let famous = choice.size >= 19 && !choice.entry.other_name;
        let fits = choice.known || choice.near || choice.confirmed || famous;
        (fits && !name.common).then(|| chain(self.take(choice, false)))
    }

    /// "the 1100 block of Erie"
    pub(super) fn street(
        &mut self,
        runs: &Runs<'l, '_>,
        tokens: Range<usize>,
        evidence: &Evidence<'l>,
        mentions: &mut Vec<PlaceMention>,
    ) {
        let within = self.surroundings(evidence, true, mentions);
        let words = runs.words(tokens.clone());
        Self::push_unknown(runs, tokens, words, within, evidence.role(), mentions);
    }

    /// Adds a place that only the text knows.
    fn push_unknown(
        runs: &Runs<'l, '_>,
        tokens: Range<usize>,
        name: &str,
        mut within: Vec<Arc<str>>,
        role: Role,
        mentions: &mut Vec<PlaceMention>,
    ) {
        let name: Arc<str> = squeeze(name).into();
        within.retain(|outer| *outer != name);
        mentions.push(PlaceMention {
            span: runs.sentence.stretch(tokens.clone()),
            place: Place { name, within },
            role,
            tokens,
        });
    }

    /// What an unknown place lies in: what the text says, else where the document is just now.
    fn surroundings(
        &self,
        evidence: &Evidence<'l>,
        site: bool,
        mentions: &[PlaceMention],
    ) -> Vec<Arc<str>> {
        let said = self.said(evidence);
        let beside = matches!(evidence.outer, Some(Outer::Beside(_)));
        if let Some(place) = said {
            return if beside { place.within } else { chain(place) };
        }
        if evidence.owned
            && let Some(owner) = mentions.last()
        {
            return chain(owner.place.clone());
        }
        match self.context.here(self.lexicon) {
            // a street is in the town, a village beside it
            Some(place) if site || place.within.len() < 2 => chain(place),
            Some(place) => place.within,
            None => Vec::new(),
        }
    }

    /// What the text says that a place lies in.
    pub(super) fn said(&self, evidence: &Evidence<'l>) -> Option<Place> {
        match evidence.outer? {
            Outer::Nation(nation) => Some(choice::nation(self.lexicon, nation)),
            Outer::Land(land) => Some(Place {
                name: land.name.clone(),
                within: land.within.clone(),
            }),
            Outer::Region { name, country } => Some(choice::region(self.lexicon, country, name)),
            Outer::Town(name) | Outer::Beside(name) => self.likely(name),
        }
    }

    /// The place of this name, where the document or its size makes it likely.
    fn likely(&self, name: Name) -> Option<Place> {
        let hint = Hint::default();
        let choice = choice::choose(self.lexicon, self.gazetteer, &self.context, name, hint)?;
        let likely = choice.expected || choice.size >= 17;
        likely.then(|| choice::place(self.lexicon, self.gazetteer, choice.entry, false))
    }
}

/// A place's name and what it lies in.
fn chain(place: Place) -> Vec<Arc<str>> {
    let mut chain = vec![place.name];
    chain.extend(place.within);
    chain
}

/// How many parts of the group make a site, and the token after it: "Nayrab | airbase".
pub(super) fn site(runs: &Runs<'_, '_>, parts: Group<'_, '_>) -> Option<(usize, usize)> {
    let is_name = |part: &Part<'_>| {
        part.what.is_place() || matches!(part.what, What::Other | What::People(_))
    };
    let first = parts.iter().position(is_name)?;
    // "a UNRWA school"
    if let [only] = parts
        && only.tokens.len() == 1
        && is_acronym(runs.words(only.tokens.clone()))
    {
        return None;
    }
    let tokens = &runs.sentence.tokens;
    let site = parts
        .iter()
        .rposition(|part| matches!(part.what, What::Site));
    if let Some(last) = site {
        let end = parts[last].tokens.end;
        // "Wall Street Journal" goes on, and "the Persian Gulf Island of Qeshm" has its name behind
        let goes_on = parts
            .get(last + 1)
            .is_some_and(|next| matches!(next.what, What::Other));
        let named = tokens
            .get(end)
            .is_some_and(|token| token.is(runs.text, "of"));
        return (last > first && !goes_on && !named).then_some((last + 1, end));
    }
    let last = parts.last()?;
    if matches!(last.what, What::People(_)) {
        return None;
    }
    let mut at = last.tokens.end;
    while tokens
        .get(at)
        .is_some_and(|token| !token.capital && runs.lexicon.places.is(token.word, PlaceWord::Site))
    {
        at += 1;
    }
    let words = tokens.get(at..)?.iter().map(|token| token.word);
    let len = runs.lexicon.places.facility(words)?;
    Some((parts.len(), at + len))
}

/// Words with single blanks between them: a line break may cut a name in two.
fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
