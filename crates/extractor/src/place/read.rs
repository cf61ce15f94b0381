use std::ops::Range;

use super::{
    Place, PlaceMention, Role,
    choice::{self, Choice, Hint, Outer},
    context::Context,
    fold,
    gazetteer::{Gazetteer, Kind, Name},
    run::{Part, Runs, What},
};
use crate::{
    Lexicon, Tag,
    lexicon::{Class, NationForm, NationId, PlaceWord},
    sentence::Sentence,
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

/// What the words before and after a name say of it.
#[derive(Clone, Copy, Debug, Default)]
struct Evidence {
    /// "in", "near", "the town of"
    located: bool,
    /// "the town of X", "X village"
    kind: Option<KindWord>,
    dateline: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum KindWord {
    Region,
    /// "X city": not the region of that name.
    City,
    Town,
    /// "X area": says nothing of an unknown name.
    Expanse,
}

/// Parts that stand together as one name, or as places one inside the other.
type Group<'p, 'l> = &'p [Part<'l>];

impl<'l> Reader<'l> {
    /// Takes note of the nations that the document names.
    pub(crate) fn new(lexicon: &'l Lexicon, text: &str, sentences: &[Sentence]) -> Self {
        let mut context = Context::default();
        context.read(lexicon, text, sentences);
        let letters = text.bytes().take(4_000);
        let upper = letters.clone().filter(u8::is_ascii_uppercase).count();
        let lower = letters.filter(u8::is_ascii_lowercase).count();
        Self {
            lexicon,
            gazetteer: Gazetteer::builtin(),
            context,
            upper: upper > 4 * lower,
            opening: true,
        }
    }

    /// The places that the headline names, where it stands outside the text.
    pub(crate) fn heading(&mut self, text: &str, sentence: &Sentence) -> Vec<PlaceMention> {
        self.context
            .read(self.lexicon, text, std::slice::from_ref(sentence));
        let mentions = self.places(text, sentence);
        self.opening = true;
        mentions
    }

    /// The places that one tagged sentence names, in reading order.
    pub(crate) fn places(&mut self, text: &str, sentence: &Sentence) -> Vec<PlaceMention> {
        let runs = Runs {
            lexicon: self.lexicon,
            gazetteer: self.gazetteer,
            text,
            sentence,
            mute: self.upper || is_headline(text, sentence),
        };
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
        self.opening &= sentence.tokens.len() < 4;
        mentions
    }

    /// Cuts a run into groups at what is no part of a place's name.
    fn run(&mut self, runs: &Runs<'l, '_>, parts: &[Part<'l>], mentions: &mut Vec<PlaceMention>) {
        let mut start = 0;
        let mut titled = false;
        for (at, part) in parts.iter().enumerate() {
            match part.what {
                What::People | What::Calendar => {
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
        if let Some((len, end)) = site(runs, parts)
            && !runs.mute
        {
            let (site, rest) = parts.split_at(len);
            self.site(runs, site, end, mentions);
            return self.group(runs, rest, false, mentions);
        }
        if titled {
            return self.person(runs, parts);
        }
        let other = |part: &Part<'_>| {
            matches!(
                part.what,
                What::Other | What::Opening | What::Between | What::Direction
            )
        };
        if runs.mute || !parts.iter().any(other) {
            for (at, part) in parts.iter().enumerate() {
                let next = parts.get(at + 1);
                if part.what.is_place() {
                    self.named(runs, part, next, mentions);
                } else if runs.mute && matches!(part.what, What::Other) {
                    self.unknown(runs, std::slice::from_ref(part), mentions);
                }
            }
            return;
        }
        if !self.unknown(runs, parts, mentions) {
            self.person(runs, parts);
        }
    }

    /// Remembers "Lincoln" of "Abraham Lincoln".
    fn person(&mut self, runs: &Runs<'l, '_>, parts: Group<'_, 'l>) {
        let Some(last) = parts.last().filter(|last| last.what.is_place()) else {
            return;
        };
        let mut key = String::new();
        if fold::fold(words(runs, last.tokens.clone()), &mut key) {
            self.context.add_person(&key);
        }
    }

    /// A place that is known by its name, if what is around it allows it to be one.
    fn named(
        &mut self,
        runs: &Runs<'l, '_>,
        part: &Part<'l>,
        next: Option<&Part<'l>>,
        mentions: &mut Vec<PlaceMention>,
    ) {
        let mut tokens = part.tokens.clone();
        let mut evidence = self.before(runs, tokens.start, mentions);
        if let Some((end, kind)) = self.kind_after(runs, tokens.end, next) {
            tokens.end = end;
            evidence.kind = evidence.kind.or(Some(kind));
        }
        evidence.dateline = self.opening && is_dateline(runs, tokens.end);
        let outer = self.outer(runs, tokens.end);
        let place = match part.what {
            What::Nation(nation, form) => self.nation(runs, part, nation, form, evidence, outer),
            What::Land(land) => Some(Place {
                name: land.name.clone(),
                within: land.within.clone(),
            }),
            What::Short(short) => self.short(&short.region, short.country),
            What::Town(name) => self.town(runs, part, name, evidence, outer),
            _ => None,
        };
        if let Some(place) = place {
            self.push(runs, tokens, place, evidence, mentions);
        }
    }

    fn push(
        &mut self,
        runs: &Runs<'l, '_>,
        tokens: Range<usize>,
        place: Place,
        evidence: Evidence,
        mentions: &mut Vec<PlaceMention>,
    ) {
        let role = match evidence {
            Evidence { dateline: true, .. } => Role::Dateline,
            Evidence { located: true, .. } => Role::Located,
            _ => Role::Named,
        };
        // "in Saraqib, Idlib, Syria" speaks of Saraqib
        let inner = mentions.last().is_some_and(|last| {
            role == Role::Located
                && last.tokens.end + 1 >= tokens.start
                && place.contains(&last.place)
        });
        if role != Role::Named && !inner {
            self.context.current = Some(place.clone());
        }
        mentions.push(PlaceMention {
            span: runs.sentence.stretch(tokens.clone()),
            place,
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
        evidence: Evidence,
        outer: Option<Outer<'l>>,
    ) -> Option<Place> {
        let nations = &self.lexicon.nations;
        let name = nations.name(nation);
        let code = nations.code(nation);
        if let Some(town) = self.find(runs, part) {
            let hint = hint(evidence, outer);
            let choice = choice::choose(self.lexicon, self.gazetteer, &self.context, town, hint);
            let elsewhere = choice.filter(|choice| {
                let country = self.gazetteer.country(choice.entry.region);
                form == NationForm::Capital
                    || choice.confirmed
                    || (choice.entry.kind == Kind::Region
                        && Some(country) != code
                        && self.context.country(country)
                            > code.map_or(0, |code| self.context.country(code)))
            });
            if let Some(choice) = elsewhere {
                return Some(self.take(choice, evidence.kind == Some(KindWord::City)));
            }
        }
        if self.is_person(runs, part) && !evidence.located {
            return None;
        }
        Some(Place {
            name: name.clone(),
            within: nations.within(nation).into_iter().cloned().collect(),
        })
    }

    fn find(&self, runs: &Runs<'l, '_>, part: &Part<'l>) -> Option<Name> {
        self.gazetteer.find(words(runs, part.tokens.clone()))
    }

    fn is_person(&self, runs: &Runs<'l, '_>, part: &Part<'l>) -> bool {
        let mut key = String::new();
        fold::fold(words(runs, part.tokens.clone()), &mut key) && self.context.is_person(&key)
    }

    /// "Ill.": Illinois.
    fn short(&mut self, region: &str, country: [u8; 2]) -> Option<Place> {
        let name = self.gazetteer.find(region)?;
        let outer = self.lexicon.nations.coded(country).map(Outer::Nation);
        let hint = Hint {
            region: true,
            outer,
            ..Hint::default()
        };
        let choice = choice::choose(self.lexicon, self.gazetteer, &self.context, name, hint)?;
        Some(self.take(choice, false))
    }

    fn town(
        &mut self,
        runs: &Runs<'l, '_>,
        part: &Part<'l>,
        name: Name,
        evidence: Evidence,
        outer: Option<Outer<'l>>,
    ) -> Option<Place> {
        let mut hint = hint(evidence, outer);
        let last = &runs.sentence.tokens[part.tokens.end - 1];
        let city =
            evidence.kind == Some(KindWord::City) || self.kind(last.word) == Some(KindWord::City);
        hint.town |= city;
        let choice = choice::choose(self.lexicon, self.gazetteer, &self.context, name, hint)?;
        if !self.allows(runs, part, name, choice, evidence) {
            return None;
        }
        Some(self.take(choice, city))
    }

    /// Whether a name of the gazetteer is a place here.
    fn allows(
        &self,
        runs: &Runs<'l, '_>,
        part: &Part<'l>,
        name: Name,
        choice: Choice,
        evidence: Evidence,
    ) -> bool {
        let Choice { size, expected, .. } = choice;
        if choice.confirmed || evidence.dateline {
            return true;
        }
        if evidence.kind.is_some_and(|kind| kind != KindWord::Expanse) {
            return true;
        }
        let initial = part.tokens.start == 0;
        let tag = runs.sentence.tokens[part.tokens.start].tag;
        let is_name = matches!(tag, Tag::Name | Tag::Names);
        if name.common && (runs.mute || initial || !is_name) {
            return false;
        }
        if evidence.located {
            return if name.common {
                size >= 17
            } else {
                expected || size >= 13
            };
        }
        if name.common || self.is_person(runs, part) {
            return false;
        }
        if choice.known && !runs.mute {
            return true;
        }
        if self.speaks(runs, part.tokens.end) && choice.entry.kind == Kind::Town {
            return false;
        }
        size >= 19 || (expected && size >= 15)
    }

    /// "X said": who speaks is a person or a government.
    fn speaks(&self, runs: &Runs<'l, '_>, end: usize) -> bool {
        runs.sentence
            .tokens
            .get(end)
            .is_some_and(|token| self.lexicon.grammar.is(token.word, Class::Clausal))
    }

    fn take(&mut self, choice: Choice, city: bool) -> Place {
        let (lexicon, gazetteer, entry) = (self.lexicon, self.gazetteer, choice.entry);
        let country = gazetteer.country(entry.region);
        self.context.add_country(country);
        let region = match entry.kind {
            Kind::Region => gazetteer.text(entry),
            _ => gazetteer.region(entry.region),
        };
        self.context.add_region(country, region);
        if city {
            return choice::place(lexicon, gazetteer, entry, city);
        }
        self.context
            .place(entry, || choice::place(lexicon, gazetteer, entry, city))
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
        let mut tokens = first.tokens.start..last.tokens.end;
        let mut evidence = self.before(runs, tokens.start, mentions);
        let kind = |kind: Option<KindWord>| kind.is_some_and(|kind| kind != KindWord::Expanse);
        let after = self.kind_after(runs, tokens.end, None);
        let mut name = tokens.clone();
        if let Some((end, kind)) = after {
            tokens.end = end;
            evidence.kind = evidence.kind.or(Some(kind));
        }
        // "Saraqib District", with a capital
        if matches!(last.what, What::Kind) && parts.len() > 1 {
            name.end = last.tokens.start;
            evidence.kind = evidence.kind.or(Some(KindWord::Town));
        }
        let outer = self.outer(runs, tokens.end);
        let opened = matches!(first.what, What::Opening) && parts.len() == 2;
        let short = name.len() <= 4 && !(runs.mute && name.len() > 1);
        let surrounded = evidence.located
            && matches!(outer, Some(Outer::Region { .. } | Outer::Nation(_)))
            && runs.after_comma(tokens.end + 1);
        if !short || !(kind(evidence.kind) || opened || surrounded) {
            return false;
        }
        if evidence.kind.is_none() && runs.mute {
            return false;
        }
        let within = self.surroundings(outer, false);
        let place = Place {
            name: squeeze(words(runs, name)).into(),
            within,
        };
        self.push(runs, tokens, place, evidence, mentions);
        true
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
        let tokens = first.tokens.start..end;
        let evidence = self.before(runs, tokens.start, mentions);
        let outer = self.outer(runs, tokens.end);
        let mut within = self.surroundings(outer, true);
        // "Aleppo International Airport" is in Aleppo
        if let What::Town(name) = first.what
            && let Some(choice) = choice::choose(
                self.lexicon,
                self.gazetteer,
                &self.context,
                name,
                hint(evidence, outer),
            )
            && (choice.expected || choice.size >= 17 || choice.confirmed)
            && !name.common
        {
            within = chain(self.take(choice, false));
        }
        let place = Place {
            name: squeeze(words(runs, tokens.clone())).into(),
            within,
        };
        self.push(runs, tokens, place, evidence, mentions);
    }

    /// What an unknown place lies in: what the text says, else where the document is just now.
    fn surroundings(&mut self, outer: Option<Outer<'l>>, site: bool) -> Vec<std::sync::Arc<str>> {
        let said = match outer {
            Some(Outer::Nation(nation)) => Some(Place {
                name: self.lexicon.nations.name(nation).clone(),
                within: self
                    .lexicon
                    .nations
                    .within(nation)
                    .into_iter()
                    .cloned()
                    .collect(),
            }),
            Some(Outer::Land(land)) => Some(Place {
                name: land.name.clone(),
                within: land.within.clone(),
            }),
            Some(Outer::Region { name, country }) => self.short(name, country),
            Some(Outer::Town(name)) => choice::choose(
                self.lexicon,
                self.gazetteer,
                &self.context,
                name,
                Hint::default(),
            )
            .filter(|choice| choice.expected || choice.size >= 17)
            .map(|choice| choice::place(self.lexicon, self.gazetteer, choice.entry, false)),
            None => None,
        };
        if let Some(place) = said {
            return chain(place);
        }
        match &self.context.current {
            // a street is in the town, a village beside it
            Some(place) if site || place.within.len() < 2 => chain(place.clone()),
            Some(place) => place.within.clone(),
            None => Vec::new(),
        }
    }

    /// What stands after a name and says where it lies: ", Texas", " in northern Syria".
    fn outer(&self, runs: &Runs<'l, '_>, end: usize) -> Option<Outer<'l>> {
        let tokens = &runs.sentence.tokens;
        let mut at = end;
        let comma = tokens.get(at)?.is(runs.text, ",");
        if comma {
            at += 1;
            if let Some((_, What::Short(short))) = runs.short(at) {
                return Some(Outer::Region {
                    name: &short.region,
                    country: short.country,
                });
            }
        } else if self.lexicon.places.is(tokens[at].word, PlaceWord::Locative) {
            at += 1;
        } else if !runs.is_name(at) {
            return None;
        }
        while tokens.get(at).is_some_and(|token| {
            token.tag == Tag::Determiner || self.lexicon.places.is(token.word, PlaceWord::Direction)
        }) {
            at += 1;
        }
        if !runs.is_name(at) {
            return None;
        }
        let end = (at + 4).min(tokens.len());
        match runs.known(at, end)? {
            (_, What::Nation(nation, form)) if form != NationForm::Capital => {
                // "Atlanta, Georgia"
                Some(match runs.known_town(at, end) {
                    Some(name) if self.has_region(name) => Outer::Town(name),
                    _ => Outer::Nation(nation),
                })
            }
            (_, What::Nation(..)) => runs.known_town(at, end).map(Outer::Town),
            (_, What::Land(land)) => Some(Outer::Land(land)),
            (_, What::Town(name)) => Some(Outer::Town(name)),
            _ => None,
        }
    }

    fn has_region(&self, name: Name) -> bool {
        self.gazetteer
            .entries(name)
            .any(|entry| entry.kind == Kind::Region)
    }

    /// Looks back from a name: "in besieged northern **X**", "the town of **X**", "in X and **Y**".
    fn before(&self, runs: &Runs<'l, '_>, start: usize, mentions: &[PlaceMention]) -> Evidence {
        let places = &self.lexicon.places;
        let tokens = &runs.sentence.tokens;
        let mut evidence = Evidence::default();
        let mut at = start;
        while at > 0 && start - at < 7 {
            let token = &tokens[at - 1];
            if places.is(token.word, PlaceWord::Locative) {
                evidence.located = true;
                return evidence;
            }
            let of = self.lexicon.grammar.is(token.word, Class::Of);
            if of && at > 1 {
                let noun = &tokens[at - 2];
                if let Some(kind) = self.kind(noun.word) {
                    evidence.kind = evidence.kind.or(Some(kind));
                    at -= 2;
                    continue;
                }
                // "west of Aleppo", "the outskirts of Aleppo"
                evidence.located = places.is(noun.word, PlaceWord::Direction);
                return evidence;
            }
            if let Some(kind) = self.kind(token.word).filter(|_| at == start) {
                evidence.kind = Some(kind);
                at -= 1;
                continue;
            }
            if token.kind == TokenKind::Genitive
                || token.is(runs.text, ",")
                || token.tag == Tag::Conjunction
            {
                let before = mentions.last().filter(|last| last.tokens.end == at - 1);
                evidence.located = before.is_some_and(|last| last.role == Role::Located);
                return evidence;
            }
            let skipped = places.is(token.word, PlaceWord::Direction)
                || matches!(
                    token.tag,
                    Tag::Determiner | Tag::Adjective | Tag::Participle | Tag::Ordinal
                )
                || matches!(runs.known(at - 1, at), Some((1, What::People)));
            if !skipped {
                let before = mentions.last().filter(|last| last.tokens.end == at);
                evidence.located |= before.is_some_and(|last| last.role == Role::Located);
                return evidence;
            }
            at -= 1;
        }
        evidence
    }

    /// "X **village**", "X **province**": where the kind ends.
    fn kind_after(
        &self,
        runs: &Runs<'l, '_>,
        end: usize,
        next: Option<&Part<'l>>,
    ) -> Option<(usize, KindWord)> {
        let tokens = &runs.sentence.tokens;
        if let Some(next) = next
            && !matches!(next.what, What::Kind | What::Expanse)
        {
            return None;
        }
        let token = tokens.get(end)?;
        let kind = self.kind(token.word)?;
        // "Idlib state media"
        let follows = tokens.get(end + 1);
        if kind == KindWord::Expanse && follows.is_some_and(|next| next.tag.is_nominal()) {
            return None;
        }
        Some((end + 1, kind))
    }

    fn kind(&self, word: crate::lexicon::WordId) -> Option<KindWord> {
        let places = &self.lexicon.places;
        if places.is(word, PlaceWord::Expanse) {
            return Some(KindWord::Expanse);
        }
        if !places.is(word, PlaceWord::Kind) {
            return None;
        }
        Some(if places.is(word, PlaceWord::RegionKind) {
            KindWord::Region
        } else if places.is(word, PlaceWord::City) {
            KindWord::City
        } else {
            KindWord::Town
        })
    }
}

fn hint<'l>(evidence: Evidence, outer: Option<Outer<'l>>) -> Hint<'l> {
    Hint {
        region: evidence.kind == Some(KindWord::Region),
        town: matches!(evidence.kind, Some(KindWord::Town | KindWord::City)),
        outer,
    }
}

/// A place's name and what it lies in.
fn chain(place: Place) -> Vec<std::sync::Arc<str>> {
    let mut chain = vec![place.name];
    chain.extend(place.within);
    chain
}

/// How many parts of the group make a site, and the token after it: "Nayrab | airbase".
fn site(runs: &Runs<'_, '_>, parts: Group<'_, '_>) -> Option<(usize, usize)> {
    let is_name = |part: &Part<'_>| part.what.is_place() || matches!(part.what, What::Other);
    let first = parts.iter().position(is_name)?;
    if let Some(last) = parts
        .iter()
        .rposition(|part| matches!(part.what, What::Site))
    {
        // "Wall Street Journal" goes on
        let goes_on = parts
            .get(last + 1)
            .is_some_and(|next| matches!(next.what, What::Other));
        if last > first && !goes_on {
            return Some((last + 1, parts[last].tokens.end));
        }
        return None;
    }
    let last = parts.last()?;
    let tokens = &runs.sentence.tokens;
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

/// Whether a dash follows after nothing but a date, an agency and the region:
/// "ANKARA, Feb 3 (Reuters) -".
fn is_dateline(runs: &Runs<'_, '_>, end: usize) -> bool {
    let tokens = &runs.sentence.tokens;
    let mut open = false;
    let mut marked = false;
    for token in tokens.iter().skip(end).take(16) {
        let word = token.text(runs.text);
        match word {
            "-" | "–" | "—" | "--" if !open => return true,
            "(" | "[" => (open, marked) = (true, true),
            ")" | "]" => open = false,
            "," | "." | "/" => {}
            ":" if marked => return true,
            _ if open || token.capital || token.kind == TokenKind::Number => {}
            _ => return false,
        }
    }
    false
}

/// A headline with capitals throughout: "Two Killed in Aleppo Blast".
fn is_headline(text: &str, sentence: &Sentence) -> bool {
    let words = || {
        sentence
            .tokens
            .iter()
            .filter(|token| token.kind == TokenKind::Word && token.text(text).len() > 3)
    };
    let (all, capital) = (
        words().count(),
        words().filter(|token| token.capital).count(),
    );
    all >= 3 && capital * 10 >= all * 8
}

fn words<'t>(runs: &Runs<'_, 't>, tokens: Range<usize>) -> &'t str {
    runs.sentence.stretch(tokens).slice(runs.text)
}

/// Words with single blanks between them: a line break may cut a name in two.
fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
