use std::{ops::Range, sync::Arc};

use super::{
    Place, PlaceMention, Role,
    choice::{self, Choice, Hint, Outer},
    context::Context,
    evidence::{Evidence, KindWord},
    fold,
    gazetteer::{Gazetteer, Kind, Name},
    run::{Part, Runs, What},
};
use crate::{
    Lexicon, Tag,
    lexicon::{NationForm, NationId, PlaceWord},
    sentence::Sentence,
    tagger,
    token::TokenKind,
};

/// Reads the places of a document, sentence by sentence, in reading order.
pub(crate) struct Reader<'l> {
    lexicon: &'l Lexicon,
    gazetteer: &'static Gazetteer,
    context: Context,
    /// The whole document is in upper case.
    upper: bool,
    /// A dateline may still come.
    opening: bool,
}

/// Parts that stand together as one name, or as places one inside the other.
type Group<'p, 'l> = &'p [Part<'l>];

impl<'l> Reader<'l> {
    /// Takes note of the nations and regions that the document names.
    pub(crate) fn new(lexicon: &'l Lexicon, text: &str, sentences: &[Sentence]) -> Self {
        let letters = text.bytes().take(4_000);
        let upper = letters.clone().filter(u8::is_ascii_uppercase).count();
        let lower = letters.filter(u8::is_ascii_lowercase).count();
        let mut reader = Self {
            lexicon,
            gazetteer: Gazetteer::builtin(),
            context: Context::default(),
            upper: upper > 4 * lower,
            opening: true,
        };
        for sentence in sentences {
            reader.hear(text, sentence);
        }
        reader
    }

    fn hear(&mut self, text: &str, sentence: &Sentence) {
        let runs = self.runs(text, sentence);
        self.context.read(self.lexicon, self.gazetteer, &runs);
    }

    fn runs<'t>(&self, text: &'t str, sentence: &'t Sentence) -> Runs<'l, 't> {
        Runs {
            lexicon: self.lexicon,
            gazetteer: self.gazetteer,
            text,
            sentence,
            mute: self.upper || is_headline(text, sentence),
        }
    }

    /// The places that the headline names, where it stands outside the text.
    pub(crate) fn heading(&mut self, text: &str, sentence: &Sentence) -> Vec<PlaceMention> {
        self.hear(text, sentence);
        let mentions = self.places(text, sentence);
        self.opening = true;
        mentions
    }

    /// The places that one tagged sentence names, in reading order.
    pub(crate) fn places(&mut self, text: &str, sentence: &Sentence) -> Vec<PlaceMention> {
        let runs = self.runs(text, sentence);
        let mut mentions = Vec::new();
        let mut parts = Vec::new();
        let mut at = 0;
        while at < sentence.tokens.len() {
            if !runs.is_name(at) {
                at += 1;
                continue;
            }
            let end = runs.parts(at, &mut parts);
            self.run(&runs, &parts, &mut mentions);
            at = end;
        }
        // a headline may stand before the dateline
        let ended = sentence
            .tokens
            .last()
            .is_some_and(|last| last.is(text, "."));
        self.opening &= !ended || sentence.tokens.len() < 6;
        mentions
    }

    /// Cuts a run into groups at what is no part of a place's name.
    fn run(&mut self, runs: &Runs<'l, '_>, parts: &[Part<'l>], mentions: &mut Vec<PlaceMention>) {
        let mut start = 0;
        let mut titled = false;
        for (at, part) in parts.iter().enumerate() {
            match part.what {
                // "Indonesian Hospital" has a nation's adjective for its name
                What::People(_) if at == start && is_site(&parts[at + 1..]) => {}
                What::People(_) | What::Calendar => {
                    self.group(runs, &parts[start..at], titled, mentions);
                    (start, titled) = (at + 1, false);
                }
                What::Direction if at == start => start = at + 1,
                What::Title => {
                    self.group(runs, &parts[start..at], titled, mentions);
                    (start, titled) = (at + 1, true);
                }
                _ => {}
            }
        }
        self.group(runs, &parts[start..], titled, mentions);
    }

    /// Reads a group: places side by side, a site, or a name that is no place at all.
    fn group(
        &mut self,
        runs: &Runs<'l, '_>,
        parts: Group<'_, 'l>,
        titled: bool,
        mentions: &mut Vec<PlaceMention>,
    ) {
        if parts.is_empty() {
            return;
        }
        // "Hmeimim Airbase", "North Branch Street", "Aleppo international airport"
        if !runs.mute
            && let Some((len, end)) = site(runs, parts)
        {
            let (site, rest) = parts.split_at(len);
            self.site(runs, site, end, mentions);
            return self.group(runs, rest, false, mentions);
        }
        if titled {
            return self.other(runs, parts);
        }
        let strange = |part: &Part<'_>| {
            matches!(
                part.what,
                What::Other | What::Opening | What::Between | What::Direction | What::People(_)
            )
        };
        if runs.mute {
            return self.shouted(runs, parts, mentions);
        }
        if parts.iter().any(strange) || self.is_person(runs, parts) {
            if !self.unknown(runs, parts, mentions) {
                self.other(runs, parts);
            }
            return;
        }
        for part in parts.iter().filter(|part| part.what.is_place()) {
            self.named(runs, part, false, mentions);
        }
    }

    /// Where capitals tell nothing, each part stands for itself.
    fn shouted(
        &mut self,
        runs: &Runs<'l, '_>,
        parts: Group<'_, 'l>,
        mentions: &mut Vec<PlaceMention>,
    ) {
        let other =
            |part: Option<&Part<'_>>| part.is_some_and(|part| matches!(part.what, What::Other));
        for (at, part) in parts.iter().enumerate() {
            if part.what.is_place() {
                let before = at.checked_sub(1).and_then(|at| parts.get(at));
                let joined = other(before) || other(parts.get(at + 1));
                self.named(runs, part, joined, mentions);
            } else if matches!(part.what, What::Other) {
                self.unknown(runs, std::slice::from_ref(part), mentions);
            }
        }
    }

    /// "Scott Hamilton": towns side by side of which none lies in the next are a person.
    fn is_person(&self, runs: &Runs<'l, '_>, parts: Group<'_, 'l>) -> bool {
        let [first, second, ..] = parts else {
            return false;
        };
        let (What::Town(name), What::Town(next)) = (first.what, second.what) else {
            return false;
        };
        if first.tokens.end != second.tokens.start || name.common {
            return false;
        }
        let choose = |name, outer| {
            let hint = Hint {
                outer,
                ..Hint::default()
            };
            choice::choose(self.lexicon, self.gazetteer, &self.context, name, hint)
        };
        let listed = |choice: Option<Choice>| {
            choice.is_some_and(|choice| {
                choice.known || choice.entry.kind == Kind::Region && choice.expected
            })
        };
        let first = choose(name, Some(Outer::Town(next)));
        let inside = first.is_some_and(|choice| choice.confirmed);
        !(inside || listed(first) && listed(choose(next, None)) || runs.mute)
    }

    /// Remembers "Lincoln" of "Abraham Lincoln".
    fn other(&mut self, runs: &Runs<'l, '_>, parts: Group<'_, 'l>) {
        if let Some(last) = parts.last() {
            self.remember(runs, last);
        }
    }

    fn remember(&mut self, runs: &Runs<'l, '_>, part: &Part<'l>) {
        let mut key = String::new();
        if matches!(part.what, What::Town(_) | What::Nation(..))
            && fold::fold(runs.words(part.tokens.clone()), &mut key)
        {
            self.context.add_other(&key);
        }
    }

    fn is_other(&self, runs: &Runs<'l, '_>, part: &Part<'l>) -> bool {
        let mut key = String::new();
        fold::fold(runs.words(part.tokens.clone()), &mut key) && self.context.is_other(&key)
    }

    /// A place that is known by its name, if what is around it allows it to be one; in a headline it
    /// may be `joined` to other names, as "ANTONIO RODRIGUEZ" is.
    fn named(
        &mut self,
        runs: &Runs<'l, '_>,
        part: &Part<'l>,
        joined: bool,
        mentions: &mut Vec<PlaceMention>,
    ) {
        let Range { start, end } = part.tokens;
        let mut evidence = runs.evidence(self.gazetteer, start, end, mentions);
        evidence.dateline = self.opening && runs.is_dateline(start, evidence.end);
        evidence.joined = joined;
        if evidence.kind == Some(KindWord::Street) && !matches!(part.what, What::Nation(..)) {
            return self.street(runs, start..end, &evidence, mentions);
        }
        let place = match part.what {
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

    /// Adds a place that the gazetteer or the lexicon knows.
    fn push(
        &mut self,
        runs: &Runs<'l, '_>,
        tokens: Range<usize>,
        place: Place,
        role: Role,
        mentions: &mut Vec<PlaceMention>,
    ) {
        // "in Saraqib, Idlib, Syria" speaks of Saraqib
        let outer = mentions
            .last()
            .is_some_and(|last| last.tokens.end + 1 >= tokens.start && place.contains(&last.place));
        self.context.mention(&place);
        if role != Role::Named && !outer {
            self.context.enter(&place);
        }
        mentions.push(PlaceMention {
            span: runs.sentence.stretch(tokens.clone()),
            place,
            role,
            tokens,
        });
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
                return Some(self.take(choice, self.is_city(runs, part, evidence)));
            }
        }
        if !evidence.located && (evidence.aged || self.is_other(runs, part)) {
            return None;
        }
        Some(choice::nation(self.lexicon, nation))
    }

    /// "Ill.": Illinois.
    fn region(&mut self, region: &str, country: [u8; 2]) -> Option<Place> {
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
        let city = self.is_city(runs, part, evidence);
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
    fn is_city(&self, runs: &Runs<'l, '_>, part: &Part<'l>, evidence: &Evidence<'l>) -> bool {
        let last = &runs.sentence.tokens[part.tokens.end - 1];
        [evidence.kind, runs.kind(last.word)].contains(&Some(KindWord::City))
    }

    /// Whether the text says that the name is a place in another country than the candidate, as it
    /// does of "the Geneina neighbourhood in Rafah"; or gives no ground to look so far away.
    fn is_elsewhere(&self, choice: Choice, evidence: &Evidence<'l>) -> bool {
        if choice.confirmed || evidence.dateline {
            return false;
        }
        let nation = |place: &Place| place.root().clone();
        let found = choice::place(self.lexicon, self.gazetteer, choice.entry, false);
        match self.said(evidence) {
            Some(place) => nation(&place) != nation(&found),
            None => {
                let strong = evidence.kind.is_some_and(KindWord::is_strong);
                strong && !choice.expected && choice.size < 17 && self.context.is_placed()
            }
        }
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

    fn take(&mut self, choice: Choice, city: bool) -> Place {
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

    /// A name that the gazetteer does not know, with words that say that it is a place.
    fn unknown(
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
        if words
            .iter()
            .all(|word| tagger::is_common(word.text(runs.text)))
        {
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
            && matches!(
                evidence.outer,
                Some(Outer::Region { .. } | Outer::Nation(_))
            )
            && runs.after_comma(evidence.end + 1);
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
        if !evidence.located && !strong && !evidence.dateline || name.len() > 4 {
            return None;
        }
        let sounding = self.gazetteer.sounding(runs.words(name))?;
        let hint = evidence.hint();
        let choice = choice::choose(self.lexicon, self.gazetteer, &self.context, sounding, hint)?;
        let near = choice.near || choice.confirmed || choice.known;
        let doubtful = evidence.adjunct || self.is_elsewhere(choice, evidence);
        (choice.expected && near && !doubtful).then(|| self.take(choice, false))
    }

    /// "Hmeimim Airbase": a site takes the whole group as its name.
    fn site(
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
    fn street(
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
    fn said(&self, evidence: &Evidence<'l>) -> Option<Place> {
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

/// Whether a facility comes next, with nothing but its adjectives before.
fn is_site(parts: &[Part<'_>]) -> bool {
    let next = parts
        .iter()
        .find(|part| !matches!(part.what, What::Between));
    next.is_some_and(|part| matches!(part.what, What::Site))
}

/// How many parts of the group make a site, and the token after it: "Nayrab | airbase".
fn site(runs: &Runs<'_, '_>, parts: Group<'_, '_>) -> Option<(usize, usize)> {
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

/// A headline with capitals throughout: "Two Killed in Aleppo Blast".
fn is_headline(text: &str, sentence: &Sentence) -> bool {
    let (mut all, mut capital) = (0, 0);
    for token in &sentence.tokens {
        if token.kind == TokenKind::Word && token.text(text).len() > 3 {
            all += 1;
            capital += usize::from(token.capital);
        }
    }
    all >= 3 && capital * 10 >= all * 8
}

/// "SANA", "ToI"
fn is_acronym(word: &str) -> bool {
    word.len() <= 5 && word.chars().skip(1).any(char::is_uppercase)
}

/// Words with single blanks between them: a line break may cut a name in two.
fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
