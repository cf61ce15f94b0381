use std::ops::Range;

use super::{
    Place, PlaceMention, Role,
    choice::{self, Choice, Hint, Outer},
    context::Context,
    fold,
    gazetteer::{Gazetteer, Kind, Name},
    name::{NameToken, Names, What, is_headline},
    run::{Part, Runs},
    site::site,
};
use crate::{Lexicon, sentence::Sentence};

/// Reads the places of a document, sentence by sentence, in reading order.
pub(super) struct Reader<'l> {
    pub(super) lexicon: &'l Lexicon,
    pub(super) gazetteer: &'static Gazetteer,
    pub(super) context: Context,
    /// The whole document is in upper case.
    upper: bool,
    /// A dateline may still come.
    pub(super) opening: bool,
}

/// The names of a sentence.
struct Heard<'l> {
    names: Vec<NameToken<'l>>,
    mute: bool,
}

impl<'l> Heard<'l> {
    fn runs<'t>(
        &'t self,
        lexicon: &'l Lexicon,
        text: &'t str,
        sentence: &'t Sentence,
    ) -> Runs<'l, 't> {
        Runs {
            lexicon,
            text,
            sentence,
            names: &self.names,
            mute: self.mute,
        }
    }
}

/// The places of a document's headline, and those of each of its sentences, in reading order.
pub(crate) fn places(
    lexicon: &Lexicon,
    heading: Option<(&str, &Sentence)>,
    text: &str,
    sentences: &[Sentence],
) -> (Vec<PlaceMention>, Vec<Vec<PlaceMention>>) {
    let mut reader = Reader::new(lexicon, text);
    let title = heading.map(|(title, sentence)| reader.listen(title, sentence));
    let heard: Vec<Heard<'_>> = sentences
        .iter()
        .map(|sentence| reader.listen(text, sentence))
        .collect();
    let mut places = Vec::new();
    if let (Some((text, sentence)), Some(title)) = (heading, &title) {
        places = reader.places(&title.runs(lexicon, text, sentence));
        reader.opening = true;
    }
    let each = std::iter::zip(&heard, sentences)
        .map(|(heard, sentence)| reader.places(&heard.runs(lexicon, text, sentence)))
        .collect();
    (places, each)
}

/// Parts that stand together as one name, or as places one inside the other.
pub(super) type Group<'p, 'l> = &'p [Part<'l>];

impl<'l> Reader<'l> {
    fn new(lexicon: &'l Lexicon, text: &str) -> Self {
        let letters = text.bytes().take(4_000);
        let upper = letters.clone().filter(u8::is_ascii_uppercase).count();
        let lower = letters.filter(u8::is_ascii_lowercase).count();
        Self {
            lexicon,
            gazetteer: Gazetteer::builtin(),
            context: Context::default(),
            upper: upper > 4 * lower,
            opening: true,
        }
    }

    /// Looks the names of a sentence up, and takes note of the nations and regions among them.
    fn listen(&mut self, text: &str, sentence: &Sentence) -> Heard<'l> {
        let mute = self.upper || is_headline(text, sentence);
        let names = Names {
            lexicon: self.lexicon,
            gazetteer: self.gazetteer,
            text,
            tokens: &sentence.tokens,
            mute,
        };
        let heard = Heard {
            names: names.read(),
            mute,
        };
        let runs = heard.runs(self.lexicon, text, sentence);
        self.context.read(self.lexicon, self.gazetteer, &runs);
        heard
    }

    /// The places that one tagged sentence names, in reading order.
    fn places(&mut self, runs: &Runs<'l, '_>) -> Vec<PlaceMention> {
        let mut mentions = Vec::new();
        let mut parts = Vec::new();
        let mut end = 0;
        for name in runs.names {
            if name.at >= end {
                end = runs.parts(name.at, &mut parts);
                self.run(runs, &parts, &mut mentions);
            }
        }
        // a headline may stand before the dateline
        let tokens = &runs.sentence.tokens;
        let ended = tokens.last().is_some_and(|last| last.is(runs.text, "."));
        self.opening &= !ended || tokens.len() < 6;
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
        if parts.iter().any(strange) || self.is_person(parts) {
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

    /// "Scott Hamilton", "Jordan Smith": places side by side that have nothing to do with each other
    /// are a person.
    fn is_person(&self, parts: Group<'_, 'l>) -> bool {
        let [first, second, ..] = parts else {
            return false;
        };
        let What::Town(next) = second.what else {
            return false;
        };
        if first.tokens.end != second.tokens.start {
            return false;
        }
        let listed =
            |choice: &Choice| choice.known || choice.entry.kind == Kind::Region && choice.expected;
        let second = self.choose(next, None);
        match first.what {
            What::Town(name) if !name.common => {
                let first = self.choose(name, Some(Outer::Town(next)));
                let inside = first.is_some_and(|choice| choice.confirmed);
                let both = first.is_some_and(|first| listed(&first))
                    && second.is_some_and(|second| listed(&second));
                !inside && !both
            }
            What::Nation(nation, _) => {
                let code = self.lexicon.nations.code(nation);
                let country = |choice: &Choice| self.gazetteer.country(choice.entry.region);
                !second.is_some_and(|second| listed(&second) || Some(country(&second)) == code)
            }
            _ => false,
        }
    }

    fn choose(&self, name: Name, outer: Option<Outer<'l>>) -> Option<Choice> {
        let hint = Hint {
            outer,
            ..Hint::default()
        };
        choice::choose(self.lexicon, self.gazetteer, &self.context, name, hint)
    }

    /// Remembers "Lincoln" of "Abraham Lincoln".
    fn other(&mut self, runs: &Runs<'l, '_>, parts: Group<'_, 'l>) {
        if let Some(last) = parts.last() {
            self.remember(runs, last);
        }
    }

    pub(super) fn remember(&mut self, runs: &Runs<'l, '_>, part: &Part<'l>) {
        let mut key = String::new();
        if matches!(part.what, What::Town(_) | What::Nation(..))
            && fold::fold(runs.words(part.tokens.clone()), &mut key)
        {
            self.context.add_other(&key);
        }
    }

    pub(super) fn is_other(&self, runs: &Runs<'l, '_>, part: &Part<'l>) -> bool {
        let mut key = String::new();
        fold::fold(runs.words(part.tokens.clone()), &mut key) && self.context.is_other(&key)
    }

    /// Adds a place that the gazetteer or the lexicon knows.
    pub(super) fn push(
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
}

/// Whether a facility comes next, with nothing but its adjectives before.
fn is_site(parts: &[Part<'_>]) -> bool {
    let next = parts
        .iter()
        .find(|part| !matches!(part.what, What::Between));
    next.is_some_and(|part| matches!(part.what, What::Site))
}

/// A short form of some name: "SANA".
pub(super) fn is_acronym(word: &str) -> bool {
    word.len() <= 5 && word.chars().skip(1).any(char::is_uppercase)
}
