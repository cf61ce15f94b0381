use std::iter;

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

/// What a stretch of capitalised words is.
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
    /// Syrian, Turks, the Kremlin, Shiite: no place, and the end of the name before it.
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

/// A token that a name may begin or go on with.
#[derive(Clone, Copy, Debug)]
pub(super) struct NameToken<'l> {
    /// Its place in the sentence.
    pub(super) at: usize,
    /// The longest name of a nation, a land or a town that begins here, with its length in tokens.
    pub(super) known: Option<(usize, What<'l>)>,
    /// The longest name of the gazetteer that begins here.
    pub(super) town: Option<Name>,
}

/// The most words that the name of a place has.
const LONGEST: usize = 6;

/// Finds the capitalised words of a sentence, and looks their names up, each once.
#[derive(Clone, Copy)]
pub(super) struct Names<'l, 't> {
    pub(super) lexicon: &'l Lexicon,
    pub(super) gazetteer: &'static Gazetteer,
    pub(super) text: &'t str,
    pub(super) tokens: &'t [Token],
    /// Capitals tell nothing: "TWO KILLED IN BLAST", "Two Killed in Blast".
    pub(super) mute: bool,
}

impl<'l> Names<'l, '_> {
    /// The tokens of names, in order.
    pub(super) fn read(&self) -> Vec<NameToken<'l>> {
        (0..self.tokens.len())
            .filter_map(|at| self.name(at))
            .collect()
    }

    fn name(&self, at: usize) -> Option<NameToken<'l>> {
        let token = &self.tokens[at];
        if !self.is_capital(token) || is_function(token.tag) || self.is_compound(token) {
            return None;
        }
        let reach = at + self.reach(at);
        let town = self.town(at, reach);
        let known = self.known(at, reach, town);
        // the dictionary tells what a capital does not: "Of", "Killed"
        let doubtful = self.mute || at == 0;
        if doubtful && tagger::is_common(token) {
            let name = match known {
                Some((len, What::Town(name))) => len > 1 || !name.common,
                known => known.is_some(),
            };
            if !name {
                return None;
            }
        }
        Some(NameToken {
            at,
            known,
            town: town.map(|(_, name)| name),
        })
    }

    /// "Idlib", and "al-Bab", where the capital stands behind the article.
    fn is_capital(&self, token: &Token) -> bool {
        if !matches!(token.kind, TokenKind::Word | TokenKind::Mixed) {
            return false;
        }
        token.capital || {
            let word = token.text(self.text);
            let hyphen = match word.as_bytes() {
                [b'a' | b'e', _, b'-', ..] => 2,
                [b'a' | b'e', _, _, b'-', ..] => 3,
                _ => return false,
            };
            word[hyphen + 1..].starts_with(char::is_uppercase)
        }
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

    /// How many tokens a name that begins here may have.
    fn reach(&self, at: usize) -> usize {
        let rest = &self.tokens[at..];
        let inner = |(index, token): (usize, &Token)| {
            self.is_capital(token)
                || token.kind == TokenKind::Genitive
                || self.lexicon.places.is(token.word, PlaceWord::Connector)
                || index > 0 && token.is(self.text, ".") && rest[index - 1].span().len() <= 4
        };
        rest.iter()
            .enumerate()
            .take(LONGEST)
            .take_while(|token| inner(*token))
            .count()
    }

    /// The longest name of a nation, a land or a town that begins here; of equals in this order.
    fn known(
        &self,
        at: usize,
        end: usize,
        town: Option<(usize, Name)>,
    ) -> Option<(usize, What<'l>)> {
        let tokens = &self.tokens[at..end];
        let words = tokens.iter().map(|token| token.word);
        let land = self.lexicon.places.land(words);
        let land = land.map(|(len, land)| (len, What::Land(land)));
        let nation = self.lexicon.nations.at(self.text, tokens);
        let nation = nation.map(|(len, naming)| {
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
        let town = town.map(|(len, name)| (len, What::Town(name)));
        let mut longest: Option<(usize, What<'l>)> = None;
        for found in [land, nation, town].into_iter().flatten() {
            if longest.is_none_or(|(len, _)| found.0 > len) {
                longest = Some(found);
            }
        }
        longest
    }

    /// The longest name of the gazetteer that begins here: as it stands, else without its articles.
    fn town(&self, at: usize, end: usize) -> Option<(usize, Name)> {
        let mut key = String::new();
        self.walk(at, end, false, &mut key).or_else(|| {
            // "AT RODRIGUEZ" is no article
            let hyphen = self.tokens[at].text(self.text).contains('-');
            let articles = (hyphen || !self.mute) && (at..end).any(|at| self.has_article(at));
            articles.then(|| self.walk(at, end, true, &mut key))?
        })
    }

    fn has_article(&self, at: usize) -> bool {
        let word = self.tokens[at].text(self.text);
        let first = word.split('-').next().unwrap_or(word);
        first.len() <= 4 && fold::is_article(&first.to_ascii_lowercase())
    }

    fn walk(&self, at: usize, end: usize, bare: bool, key: &mut String) -> Option<(usize, Name)> {
        let mut walk = self.gazetteer.walk();
        let mut found = None;
        let mut first = true;
        for (token, index) in iter::zip(&self.tokens[at..end], 1..) {
            if token.kind == TokenKind::Mark {
                continue;
            }
            let next = if index == 1 && !bare {
                first = false;
                let hash = token.letters.hash;
                self.gazetteer
                    .first(hash, |walk| self.token(walk, token, bare, key, &mut true))
            } else {
                self.token(walk, token, bare, key, &mut first)
            };
            let Some(next) = next else {
                break;
            };
            walk = next;
            if let Some(name) = self.gazetteer.name(walk) {
                found = Some((index, name));
            }
        }
        found
    }

    fn token(
        &self,
        walk: Walk,
        token: &Token,
        bare: bool,
        key: &mut String,
        first: &mut bool,
    ) -> Option<Walk> {
        key.clear();
        if !fold::fold(token.text(self.text), key) {
            return None;
        }
        self.steps(walk, key, bare, first)
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

/// A headline with capitals throughout: "Two Killed in Aleppo Blast", "TWO KILLED"; a sentence that
/// ends with a full stop only if it is shouted.
pub(super) fn is_headline(text: &str, sentence: &Sentence) -> bool {
    let tokens = &sentence.tokens;
    let (mut all, mut capital, mut shouted) = (0, 0, 0);
    for token in tokens.iter().filter(|token| token.kind == TokenKind::Word) {
        let word = token.text(text);
        if word.len() > 3 {
            all += 1;
            capital += usize::from(token.capital);
            shouted +=
                usize::from(token.capital && !word.bytes().any(|byte| byte.is_ascii_lowercase()));
        }
    }
    let ended = tokens.last().is_some_and(|last| last.is(text, "."));
    let fits = if ended { shouted } else { capital };
    all >= 3 && fits * 10 >= all * 8
}

/// Words of these kinds have a capital only because they begin a sentence: "The", "In".
fn is_function(tag: Tag) -> bool {
    matches!(
        tag,
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
    )
}
