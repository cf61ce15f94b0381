use std::ops::Range;

use super::{
    fold,
    gazetteer::{Gazetteer, Name, Walk},
};
use crate::{
    Lexicon, Tag,
    lexicon::{Land, NationForm, NationId, PlaceWord, Short},
    sentence::Sentence,
    tagger,
    token::{Token, TokenKind},
};

/// A stretch of a run of capitalised words.
#[derive(Clone, Debug)]
pub(super) struct Part<'l> {
    pub(super) tokens: Range<usize>,
    pub(super) what: What<'l>,
}

/// What a stretch of a run is.
#[derive(Clone, Copy, Debug)]
pub(super) enum What<'l> {
    /// Syria, Ankara
    Nation(NationId, NationForm),
    /// the Persian Gulf
    Land(&'l Land),
    /// A name of the gazetteer.
    Town(Name),
    /// "Ill." after a comma.
    Short(&'l Short),
    /// Syrian, Turks, the Kremlin: no place, and the end of the name before it.
    People(Option<NationId>),
    /// Monday
    Calendar,
    /// Gen., President
    Title,
    /// Northern
    Direction,
    /// Police
    Civic,
    /// Province, City
    Kind,
    /// Region, State
    Expanse,
    /// Airport, Street, Island
    Site,
    /// Refugee, International: between a name and its site.
    Between,
    /// Fort, Camp
    Opening,
    /// Any other name.
    Other,
}

impl What<'_> {
    /// It may stand for a place by itself.
    pub(super) fn is_place(self) -> bool {
        matches!(
            self,
            Self::Nation(..) | Self::Land(_) | Self::Town(_) | Self::Short(_)
        )
    }
}

/// Finds runs of capitalised words and what they are made of.
#[derive(Clone, Copy)]
pub(super) struct Runs<'l, 't> {
    pub(super) lexicon: &'l Lexicon,
    pub(super) gazetteer: &'static Gazetteer,
    pub(super) text: &'t str,
    pub(super) sentence: &'t Sentence,
    /// Capitals tell nothing: "TWO KILLED IN BLAST", "Two Killed in Blast".
    pub(super) mute: bool,
}

/// The most words that the name of a place has.
const LONGEST: usize = 6;

impl<'l, 't> Runs<'l, 't> {
    fn tokens(&self) -> &'t [Token] {
        &self.sentence.tokens
    }

    /// The words of these tokens as the text has them.
    pub(super) fn words(&self, tokens: Range<usize>) -> &'t str {
        self.sentence.stretch(tokens).slice(self.text)
    }

    /// Whether a name may begin or go on with this token: "Idlib", "al-Bab".
    pub(super) fn is_name(&self, at: usize) -> bool {
        let Some(token) = self.tokens().get(at) else {
            return false;
        };
        if !matches!(token.kind, TokenKind::Word | TokenKind::Mixed) {
            return false;
        }
        let name = token.capital || self.has_article(token);
        name && !self.is_compound(token) && !self.is_common(at, token)
    }

    /// "Kurdish-majority", "Daesh-held": no names.
    fn is_compound(&self, token: &Token) -> bool {
        let word = token.text(self.text);
        word.rsplit_once('-').is_some_and(|(first, last)| {
            first.len() > 3
                && last.len() > 2
                && first.starts_with(char::is_uppercase)
                && last.starts_with(char::is_lowercase)
        })
    }

    /// "al-Bab": the capital stands behind the article.
    fn has_article(&self, token: &Token) -> bool {
        let word = token.text(self.text);
        word.len() <= 24
            && word.split_once('-').is_some_and(|(article, name)| {
                article.len() <= 4 && name.starts_with(char::is_uppercase)
            })
    }

    /// Capitalised because a sentence or a headline has it so: "Of", "The", "Killed".
    fn is_common(&self, at: usize, token: &Token) -> bool {
        let function = matches!(
            token.tag,
            Tag::Determiner
                | Tag::Pronoun
                | Tag::Possessive
                | Tag::Preposition
                | Tag::Subordinator
                | Tag::Conjunction
                | Tag::Wh
                | Tag::Modal
                | Tag::To
                | Tag::Number
                | Tag::Particle
                | Tag::Genitive
                | Tag::Punctuation
        );
        // the dictionary tells what a capital does not
        function
            || (self.mute || at == 0)
                && tagger::is_common(token.text(self.text))
                && !self.is_known(at)
    }

    /// Whether a word that the dictionary knows is part of a place's name, and no common word.
    fn is_known(&self, at: usize) -> bool {
        let words = self.tokens()[at..].iter().take(LONGEST);
        let capital = words.take_while(|token| token.capital).count();
        match self.known(at, at + capital) {
            Some((len, What::Town(name))) => len > 1 || !name.common,
            known => known.is_some(),
        }
    }

    /// The end of the run that starts here, and its parts.
    pub(super) fn parts(&self, start: usize, parts: &mut Vec<Part<'l>>) -> usize {
        parts.clear();
        let end = self.end(start);
        let mut at = start;
        while at < end {
            let (len, what) = self.part(at, end, at > start);
            let tokens = at..at + len;
            match parts.last_mut() {
                Some(Part {
                    what: What::Other,
                    tokens: last,
                }) if matches!(what, What::Other) => last.end = tokens.end,
                _ => parts.push(Part { tokens, what }),
            }
            at += len;
        }
        end
    }

    fn end(&self, start: usize) -> usize {
        let mut end = start + 1;
        loop {
            if self.is_name(end) {
                end += 1;
            } else if self.is_short_stop(end) && self.is_name(end + 1) {
                end += 2;
            } else if self.is_connector(end) && self.is_name(end + 1) {
                end += 2;
            } else {
                return end;
            }
        }
    }

    /// The full stop of "St. Louis", "Gen. Smith".
    fn is_short_stop(&self, at: usize) -> bool {
        self.tokens().get(at).is_some_and(|token| {
            token.is(self.text, ".") && self.tokens()[at - 1].span().len() <= 4
        })
    }

    /// "de" in "Rio de Janeiro", "'s" in "Land's End", only inside a name of the gazetteer.
    fn is_connector(&self, at: usize) -> bool {
        self.tokens().get(at).is_some_and(|token| {
            let word = token.text(self.text);
            matches!(
                word,
                "al" | "el"
                    | "de"
                    | "del"
                    | "la"
                    | "da"
                    | "do"
                    | "dos"
                    | "las"
                    | "los"
                    | "ibn"
                    | "bin"
                    | "es"
                    | "az"
                    | "ez"
                    | "ash"
                    | "as"
                    | "ad"
                    | "an"
                    | "ar"
                    | "du"
                    | "van"
                    | "von"
                    | "der"
            ) && token.kind == TokenKind::Word
        })
    }

    fn part(&self, at: usize, end: usize, inside: bool) -> (usize, What<'l>) {
        let (lexicon, tokens) = (self.lexicon, self.tokens());
        let word = tokens[at].word;
        let is = |class| lexicon.places.is(word, class);
        if is(PlaceWord::Calendar) {
            return (1, What::Calendar);
        }
        if self.after_comma(at)
            && let Some(short) = self.short(at)
        {
            return short;
        }
        let known = self.known(at, end);
        if let Some(known) = known.filter(|(len, _)| *len > 1) {
            return known;
        }
        if is(PlaceWord::Peoples) {
            return (1, What::People(None));
        }
        if is(PlaceWord::Title) {
            // the stop of "Gen."
            let stop = at + 1 < end && self.is_short_stop(at + 1);
            return (1 + usize::from(stop), What::Title);
        }
        let ends = [
            (PlaceWord::Civic, What::Civic),
            (PlaceWord::Kind, What::Kind),
            (PlaceWord::Expanse, What::Expanse),
            (PlaceWord::Street, What::Site),
            (PlaceWord::Natural, What::Site),
            (PlaceWord::Site, What::Between),
        ];
        if inside {
            let words = tokens[at..end].iter().map(|token| token.word);
            if let Some(len) = lexicon.places.facility(words) {
                return (len, What::Site);
            }
            if let Some((_, what)) = ends.into_iter().find(|(class, _)| is(*class)) {
                return (1, what);
            }
        }
        if is(PlaceWord::Direction) {
            return (1, What::Direction);
        }
        if is(PlaceWord::Opening) && at + 1 < end {
            return (1, What::Opening);
        }
        known.unwrap_or((1, What::Other))
    }

    pub(super) fn after_comma(&self, at: usize) -> bool {
        at > 1 && self.tokens()[at - 1].is(self.text, ",")
    }

    /// "Ill." or "IL"; "in" and "Me." are words too, so two letters must both be capitals.
    pub(super) fn short(&self, at: usize) -> Option<(usize, What<'l>)> {
        let tokens = self.tokens().get(at..)?;
        let first = tokens.first()?;
        let (len, short) = self
            .lexicon
            .places
            .short(tokens.iter().map(|token| token.word))?;
        let word = first.text(self.text);
        let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
        let fits = if word.len() == 2 {
            capitals == 2
        } else {
            first.capital
        };
        fits.then_some((len, What::Short(short)))
    }

    /// The longest name of a nation, a land or a town that begins here.
    pub(super) fn known(&self, at: usize, end: usize) -> Option<(usize, What<'l>)> {
        let tokens = &self.tokens()[at..end];
        let land = self
            .lexicon
            .places
            .land(tokens.iter().map(|token| token.word))
            .map(|(len, land)| (len, What::Land(land)));
        let nation = self
            .lexicon
            .nations
            .at(self.text, tokens)
            .map(|(len, naming)| {
                let what = match naming.form {
                    NationForm::Country
                    | NationForm::Initials
                    | NationForm::Owner
                    | NationForm::Capital => What::Nation(naming.nation, naming.form),
                    NationForm::Adjective
                    | NationForm::Person
                    | NationForm::People
                    | NationForm::Seat => What::People(Some(naming.nation)),
                };
                (len, what)
            });
        let town = self
            .town(at, end)
            .map(|(len, name)| (len, What::Town(name)));
        let mut longest: Option<(usize, What<'l>)> = None;
        for found in [land, nation, town].into_iter().flatten() {
            if longest.is_none_or(|(len, _)| found.0 > len) {
                longest = Some(found);
            }
        }
        longest
    }

    /// The name of the gazetteer that begins here.
    pub(super) fn known_town(&self, at: usize, end: usize) -> Option<Name> {
        self.town(at, end).map(|(_, name)| name)
    }

    /// The longest name of the gazetteer that begins here: as it stands, else without its articles.
    fn town(&self, at: usize, end: usize) -> Option<(usize, Name)> {
        let end = end.min(at + LONGEST);
        let mut key = String::new();
        self.walk(at, end, false, &mut key).or_else(|| {
            let article = |at: usize| {
                let word = self.tokens()[at].text(self.text);
                let first = word.split('-').next().unwrap_or(word);
                first.len() <= 4 && fold::is_article(&first.to_ascii_lowercase())
            };
            // "AT RODRIGUEZ" is no article
            let preposition = self.mute && !self.tokens()[at].text(self.text).contains('-');
            (!preposition && (at..end).any(article)).then(|| self.walk(at, end, true, &mut key))?
        })
    }

    fn walk(&self, at: usize, end: usize, bare: bool, key: &mut String) -> Option<(usize, Name)> {
        let mut walk = self.gazetteer.walk();
        let mut found = None;
        let mut first = true;
        for (token, index) in self.tokens()[at..end].iter().zip(1..) {
            key.clear();
            if token.kind == TokenKind::Mark {
                continue;
            }
            if !fold::fold(token.text(self.text), key) {
                break;
            }
            let Some(next) = self.steps(walk, key, bare, &mut first) else {
                break;
            };
            walk = next;
            if let Some(name) = self.gazetteer.name(walk) {
                found = Some((index, name));
            }
        }
        found
    }

    /// Reads one token on, a blank before each of its words but the first of all.
    fn steps(&self, mut walk: Walk, key: &str, bare: bool, first: &mut bool) -> Option<Walk> {
        for word in key.split(' ') {
            if bare && fold::is_article(word) {
                continue;
            }
            if !*first {
                walk = self.gazetteer.step(walk, " ")?;
            }
            *first = false;
            walk = self.gazetteer.step(walk, word)?;
        }
        Some(walk)
    }
}
