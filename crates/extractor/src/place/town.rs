use super::{
    Place, PlaceMention,
    choice::{self, Choice, Hint, Outer},
    evidence::{Evidence, KindWord},
    gazetteer::{Kind, Name},
    name::What,
    read::{Reader, is_acronym},
    run::{Part, Runs},
};
use crate::{
    Tag,
    lexicon::{NationForm, NationId},
};

impl<'l> Reader<'l> {
    /// A place that is known by its name, if what is around it allows it to be one; in a headline it
    /// may be `joined` to other names, as "ANTONIO RODRIGUEZ" is.
    pub(super) fn named(
        &mut self,
        runs: &Runs<'l, '_>,
        part: &Part<'l>,
        joined: bool,
        mentions: &mut Vec<PlaceMention>,
    ) {
        let (start, end) = (part.tokens.start, part.tokens.end);
        let mut evidence = runs.evidence(self.gazetteer, start, end, mentions);
        evidence.dateline = self.opening && runs.is_dateline(start, evidence.end);
        evidence.joined = joined;
        if evidence.kind == Some(KindWord::Street) && !matches!(part.what, What::Nation(..)) {
            return self.street(runs, start..end, &evidence, mentions);
        }
        let place = match part.what {
            _ if evidence.inner => None,
            What::Nation(nation, form) => self.nation(runs, part, nation, form, &evidence),
            What::Land(land) => Some(Place {
                name: land.name.clone(),
                within: land.within.clone(),
            }),
            What::Short(short) => self.region(&short.region, short.country),
            What::Town(name) => self.town(runs, part, name, &evidence),
            _ => None,
        };
        match place {
            Some(place) => {
                // "accused Sudan" is no happening in Sudan
                evidence.located |= evidence.struck && !place.within.is_empty();
                let role = evidence.role();
                self.push(runs, start..evidence.end, place, role, mentions);
            }
            None if evidence.aged => self.remember(runs, part),
            None => {
                self.unknown(runs, std::slice::from_ref(part), mentions);
            }
        }
    }

    /// A country or a capital; "Washington" may be another one, and "Georgia" a state.
    fn nation(
        &mut self,
        runs: &Runs<'l, '_>,
        part: &Part<'l>,
        nation: NationId,
        form: NationForm,
        evidence: &Evidence<'l>,
    ) -> Option<Place> {
        let nations = &self.lexicon.nations;
        let code = nations.code(nation);
        if let Some(town) = self.gazetteer.find(runs.words(part.tokens.clone())) {
            let hint = evidence.hint();
            let choice = choice::choose(self.lexicon, self.gazetteer, &self.context, town, hint);
            let elsewhere = choice.filter(|choice| {
                let country = self.gazetteer.country(choice.entry.region);
                let named = |code| self.context.country(code);
                form == NationForm::Capital
                    || choice.confirmed
                    || self.context.is_settled(town, choice.entry)
                    || (choice.entry.kind == Kind::Region
                        && Some(country) != code
                        && named(country) > code.map_or(0, named))
            });
            if let Some(choice) = elsewhere {
                if choice.confirmed {
                    self.context.settle(town, choice.entry);
                }
                return Some(self.take(choice, Self::is_city(runs, part, evidence)));
            }
        }
        if !evidence.located && (evidence.aged || self.is_other(runs, part)) {
            return None;
        }
        Some(choice::nation(self.lexicon, nation))
    }

    /// "Ill.": Illinois.
    pub(super) fn region(&mut self, region: &str, country: [u8; 2]) -> Option<Place> {
        let name = self.gazetteer.find(region)?;
        let hint = Hint {
            region: true,
            town: false,
            initial: None,
            outer: self.lexicon.nations.coded(country).map(Outer::Nation),
        };
        let choice = choice::choose(self.lexicon, self.gazetteer, &self.context, name, hint)?;
        Some(self.take(choice, false))
    }

    fn town(
        &mut self,
        runs: &Runs<'l, '_>,
        part: &Part<'l>,
        name: Name,
        evidence: &Evidence<'l>,
    ) -> Option<Place> {
        let mut hint = evidence.hint();
        let city = Self::is_city(runs, part, evidence);
        hint.town |= city;
        let choice = choice::choose(self.lexicon, self.gazetteer, &self.context, name, hint)?;
        if self.is_elsewhere(choice, evidence) {
            return None;
        }
        // "Cook County" says itself what it is
        let last = &runs.sentence.tokens[part.tokens.end - 1];
        let named = part.tokens.len() > 1 && runs.kind(last.word).is_some();
        if !named && !self.allows(runs, part, name, choice, evidence) {
            return None;
        }
        if choice.confirmed {
            self.context.settle(name, choice.entry);
        }
        Some(self.take(choice, city))
    }

    /// "Idlib **city**", "Guatemala **City**"
    fn is_city(runs: &Runs<'l, '_>, part: &Part<'l>, evidence: &Evidence<'l>) -> bool {
        let last = &runs.sentence.tokens[part.tokens.end - 1];
        [evidence.kind, runs.kind(last.word)].contains(&Some(KindWord::City))
    }

    /// Whether the text says that the name is a place in another country than the candidate, as it
    /// does of "the Geneina neighbourhood in Rafah"; or gives no ground to look so far away.
    pub(super) fn is_elsewhere(&self, choice: Choice, evidence: &Evidence<'l>) -> bool {
        if choice.confirmed || evidence.dateline {
            return false;
        }
        let nation = |place: &Place| place.root().clone();
        let found = choice::place(self.lexicon, self.gazetteer, choice.entry, false);
        if let Some(place) = self.said(evidence) {
            return nation(&place) != nation(&found);
        }
        let strong = evidence.kind.is_some_and(KindWord::is_strong);
        strong && !choice.expected && choice.size < 17 && self.context.is_placed()
    }

    /// Whether a name of the gazetteer is a place here.
    fn allows(
        &self,
        runs: &Runs<'l, '_>,
        part: &Part<'l>,
        name: Name,
        choice: Choice,
        evidence: &Evidence<'l>,
    ) -> bool {
        if choice.confirmed || evidence.dateline {
            return true;
        }
        let first = &runs.sentence.tokens[part.tokens.start];
        let doubtful =
            runs.mute || part.tokens.start == 0 || !matches!(first.tag, Tag::Name | Tag::Names);
        if name.common && doubtful {
            return false;
        }
        if evidence.kind.is_some_and(KindWord::is_strong) {
            return true;
        }
        let Choice { size, expected, .. } = choice;
        if name.common {
            return evidence.located && size >= 17;
        }
        if !runs.mute && part.tokens.len() == 1 && is_acronym(first.text(runs.text)) {
            return false;
        }
        if evidence.aged || self.is_other(runs, part) {
            return evidence.located && expected && choice.near && !evidence.owns;
        }
        if choice.entry.other_name && !expected {
            return evidence.located && size >= 17 && !choice.foreign && !runs.mute;
        }
        if evidence.joined {
            return expected && (evidence.located || size >= 17);
        }
        // "the Wadi", "the Jackson home"
        if evidence.located && !evidence.article {
            return expected || size >= 13;
        }
        if choice.known && !runs.mute {
            return true;
        }
        if evidence.article && !evidence.adjunct {
            return expected && size >= 17;
        }
        if evidence.adjunct && !runs.mute && (size >= 15 || expected && size >= 11) {
            return true;
        }
        if choice.entry.kind == Kind::Town && (evidence.speaks || evidence.owns && !expected) {
            return false;
        }
        let famous = if choice.entry.kind == Kind::Region {
            22
        } else {
            20
        };
        size >= famous || expected && (size >= 17 || choice.near && size >= 13)
    }

    pub(super) fn take(&mut self, choice: Choice, city: bool) -> Place {
        let (lexicon, gazetteer, entry) = (self.lexicon, self.gazetteer, choice.entry);
        let country = gazetteer.country(entry.region);
        self.context.add_country(country, None);
        let region = match entry.kind {
            Kind::Region => gazetteer.text(entry),
            _ => gazetteer.region(entry.region),
        };
        self.context.add_region(country, region, None);
        if city {
            return choice::place(lexicon, gazetteer, entry, city);
        }
        self.context.place(lexicon, gazetteer, entry)
    }
}
