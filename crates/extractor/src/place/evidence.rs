use super::{
    PlaceMention, Role,
    choice::{Hint, Outer},
    gazetteer::{Gazetteer, Kind, Name},
    name::What,
    run::Runs,
};
use crate::{
    Tag,
    lexicon::{Class, NationForm, PlaceWord, WordId},
    token::{Token, TokenKind},
};

/// What the words before and after a name say of it.
#[derive(Clone, Copy, Debug, Default)]
#[allow(clippy::struct_excessive_bools)] // each is one thing that the words may say
pub(super) struct Evidence<'l> {
    /// "**in** X", "**near** X"
    pub(super) located: bool,
    /// "the **town** of X", "X **village**"
    pub(super) kind: Option<KindWord>,
    /// The token behind the name and its kind.
    pub(super) end: usize,
    /// "**ANKARA**, Feb 3 (Reuters) -"
    pub(super) dateline: bool,
    /// What it is said to lie in: "X, **Texas**", "X in northern **Syria**".
    pub(super) outer: Option<Outer<'l>>,
    /// "X **said**"
    pub(super) speaks: bool,
    /// "X **police**", "a X **home**"
    pub(super) adjunct: bool,
    /// "X, **44**,": a person.
    pub(super) aged: bool,
    /// "X**'s**"
    pub(super) owns: bool,
    /// The first letter of the name.
    pub(super) initial: Option<char>,
    /// "**struck** X", "**hit** the town of X"
    pub(super) struck: bool,
    /// "**the** X": said of few towns.
    pub(super) article: bool,
    /// In a headline or in upper-case copy: other names stand right beside it.
    pub(super) joined: bool,
    /// "the **Bank of** X": part of another name.
    pub(super) inner: bool,
    /// "Syria's X": lies in the place before it.
    pub(super) owned: bool,
}

/// What a place is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KindWord {
    /// "X province"
    Region,
    /// "X city": not the region of that name.
    City,
    /// "X village", "the island of X"
    Town,
    /// "the X area": says little of an unknown name.
    Area,
    /// "X state": says nothing of an unknown name.
    Expanse,
    /// "the 1100 block of X"
    Street,
}

impl KindWord {
    /// An unknown name with it is a place.
    pub(super) fn is_strong(self) -> bool {
        matches!(self, Self::Region | Self::City | Self::Town)
    }
}

impl<'l> Evidence<'l> {
    pub(super) fn hint(&self) -> Hint<'l> {
        Hint {
            region: self.kind == Some(KindWord::Region),
            town: matches!(self.kind, Some(KindWord::City | KindWord::Town)),
            initial: self.initial,
            outer: self.outer,
        }
    }

    pub(super) fn role(&self) -> Role {
        if self.dateline {
            Role::Dateline
        } else if self.located {
            Role::Located
        } else {
            Role::Named
        }
    }
}

/// How far to look back from a name.
const REACH: usize = 7;

impl<'l> Runs<'l, '_> {
    /// What surrounds the name from `start` to `end`. `joined` is whether a word of its run follows.
    pub(super) fn evidence(
        &self,
        gazetteer: &Gazetteer,
        start: usize,
        end: usize,
        mentions: &[PlaceMention],
    ) -> Evidence<'l> {
        let tokens = &self.sentence.tokens;
        let mut evidence = Evidence {
            end,
            initial: tokens[start].text(self.text).chars().next(),
            ..Evidence::default()
        };
        self.before(start, mentions, &mut evidence);
        evidence.article = start > 0 && tokens[start - 1].tag == Tag::Determiner;
        if let Some(kind) = self.kind_after(end) {
            evidence.end = end + 1;
            evidence.kind = evidence.kind.or(Some(kind));
        }
        let at = evidence.end;
        evidence.outer = self.outer(gazetteer, at, at > end);
        let Some(next) = tokens.get(at) else {
            return evidence;
        };
        evidence.speaks = self.lexicon.grammar.is(next.word, Class::Clausal);
        evidence.owns = next.kind == TokenKind::Genitive;
        evidence.adjunct = at == end
            && matches!(next.tag, Tag::Noun | Tag::Nouns)
            && next.kind == TokenKind::Word
            && !evidence.speaks;
        evidence.aged = next.is(self.text, ",")
            && tokens
                .get(at + 1)
                .is_some_and(|age| age.kind == TokenKind::Number && age.span().len() <= 2)
            && tokens
                .get(at + 2)
                .is_some_and(|mark| mark.is(self.text, ","));
        evidence
    }

    /// Looks back from a name: "in besieged northern **X**", "the town of **X**", "in X and **Y**".
    fn before(&self, start: usize, mentions: &[PlaceMention], evidence: &mut Evidence<'l>) {
        let places = &self.lexicon.places;
        let tokens = &self.sentence.tokens;
        let role_before = |at: usize| {
            let before = mentions.last().filter(|last| last.tokens.end == at);
            before.is_some_and(|last| last.role == Role::Located)
        };
        let mut at = start;
        while at > 0 && start - at < REACH {
            let token = &tokens[at - 1];
            if places.is(token.word, PlaceWord::Locative) {
                evidence.located = true;
                return;
            }
            if at > 1 && self.lexicon.grammar.is(token.word, Class::Of) {
                let noun = &tokens[at - 2];
                if self.is_block(at - 2) {
                    evidence.kind = Some(KindWord::Street);
                    evidence.located = true;
                    return;
                }
                evidence.inner = self.is_inner(at - 2);
                if let Some(kind) = self.kind(noun.word).filter(|_| !evidence.inner) {
                    evidence.kind = evidence.kind.or(Some(kind));
                    at -= 2;
                    continue;
                }
                // "west of Aleppo", "the outskirts of Aleppo", "the island of Qeshm"
                evidence.located |= places.is(noun.word, PlaceWord::Direction)
                    || places.is(noun.word, PlaceWord::Beside);
                if !noun.capital && places.is(noun.word, PlaceWord::Natural) {
                    evidence.kind = Some(KindWord::Town);
                    at -= 2;
                    continue;
                }
                return;
            }
            if at == start
                && !token.capital
                && let Some(kind) = self.kind(token.word)
            {
                evidence.kind = Some(kind);
                at -= 1;
                continue;
            }
            if token.kind == TokenKind::Genitive {
                evidence.located |= role_before(at - 1);
                evidence.owned = mentions
                    .last()
                    .is_some_and(|last| last.tokens.end == at - 1);
                return;
            }
            if token.is(self.text, ",") || token.tag == Tag::Conjunction {
                evidence.located |= role_before(at - 1);
                return;
            }
            let skipped = places.is(token.word, PlaceWord::Direction)
                || places.is(token.word, PlaceWord::Kind)
                || matches!(
                    token.tag,
                    Tag::Determiner | Tag::Adjective | Tag::Participle | Tag::Ordinal
                )
                || self.is_people(at - 1);
            let noun = matches!(token.tag, Tag::Noun) && evidence.kind.is_some();
            if !skipped && !noun {
                evidence.struck = token.tag.is_verbal() && self.strikes(token);
                evidence.located |= role_before(at);
                return;
            }
            at -= 1;
        }
    }

    /// Whether the noun before "of" belongs to a larger name: "the Bank of America", "the Islamic
    /// State of Iraq", but not "the State of Israel" or "President of Syria".
    fn is_inner(&self, noun: usize) -> bool {
        let word = self.sentence.tokens[noun].word;
        let places = &self.lexicon.places;
        if self.mute || !self.is_name(noun) || places.is(word, PlaceWord::Title) {
            return false;
        }
        let classes = [PlaceWord::Beside, PlaceWord::Natural, PlaceWord::Direction];
        let plain =
            self.kind(word).is_some() || classes.into_iter().any(|class| places.is(word, class));
        !plain || noun > 0 && self.is_name(noun - 1)
    }

    /// "the **Syrian** town of X"
    fn is_people(&self, at: usize) -> bool {
        let known = self.name(at).and_then(|name| name.known);
        matches!(known, Some((1, What::People(_))))
    }

    /// A verb whose object is a place where something happens: "shelled X", "the quake rocked X".
    fn strikes(&self, verb: &Token) -> bool {
        self.lexicon.places.is(verb.word, PlaceWord::Strikes)
            || self
                .lexicon
                .happenings
                .at(verb.tag, std::iter::once(verb.word))
                .is_some()
    }

    /// "1100 block", "1100-block"
    fn is_block(&self, at: usize) -> bool {
        let token = &self.sentence.tokens[at];
        let places = &self.lexicon.places;
        if places.is(token.word, PlaceWord::Block) {
            return true;
        }
        token.kind == TokenKind::Mixed
            && token
                .text(self.text)
                .rsplit_once('-')
                .is_some_and(|(_, word)| {
                    places.is(self.lexicon.vocabulary.id(word), PlaceWord::Block)
                })
    }

    /// "X **village**", "X **province**", "X **island**".
    fn kind_after(&self, end: usize) -> Option<KindWord> {
        let tokens = &self.sentence.tokens;
        let token = tokens.get(end)?;
        if !token.capital && self.lexicon.places.is(token.word, PlaceWord::Natural) {
            return Some(KindWord::Town);
        }
        let kind = self.kind(token.word)?;
        // "Idlib state media"
        let follows = tokens.get(end + 1);
        if kind == KindWord::Expanse && follows.is_some_and(|next| next.tag.is_nominal()) {
            return None;
        }
        Some(kind)
    }

    /// What kind of place a word names.
    pub(super) fn kind(&self, word: WordId) -> Option<KindWord> {
        let kinds = [
            (PlaceWord::Expanse, KindWord::Expanse),
            (PlaceWord::Area, KindWord::Area),
            (PlaceWord::RegionKind, KindWord::Region),
            (PlaceWord::City, KindWord::City),
            (PlaceWord::Kind, KindWord::Town),
        ];
        let mut kinds = kinds.into_iter();
        kinds
            .find(|(class, _)| self.lexicon.places.is(word, *class))
            .map(|(_, kind)| kind)
    }

    /// What stands after a name and says where it lies: ", Texas", " in northern Syria", ", east of
    /// Khan Yunis"; after a word for its kind also "the Musabah area **of Rafah**".
    fn outer(&self, gazetteer: &Gazetteer, end: usize, kinded: bool) -> Option<Outer<'l>> {
        let tokens = &self.sentence.tokens;
        let places = &self.lexicon.places;
        let mut at = end;
        if tokens.get(at)?.is(self.text, ",") {
            at += 1;
            if let Some((_, What::Short(short))) = self.short(at) {
                return Some(Outer::Region {
                    name: &short.region,
                    country: short.country,
                });
            }
        }
        let inside = places.is(tokens.get(at)?.word, PlaceWord::Locative)
            || kinded && self.lexicon.grammar.is(tokens[at].word, Class::Of);
        if inside {
            at += 1;
        } else if at == end
            && !self.is_name(at)
            && !places.is(tokens[at].word, PlaceWord::Direction)
        {
            return None;
        }
        let mut beside = false;
        while let Some(token) = tokens.get(at) {
            let direction = places.is(token.word, PlaceWord::Direction);
            if direction || token.tag == Tag::Determiner {
                at += 1;
            } else if at > end
                && self.lexicon.grammar.is(token.word, Class::Of)
                && places.is(tokens[at - 1].word, PlaceWord::Direction)
            {
                beside = true;
                at += 1;
            } else {
                break;
            }
        }
        let name = self.name(at)?;
        let (len, what) = name.known?;
        // "Manokwari, the U.S. Geological Survey said"
        let ends = tokens
            .get(at + len)
            .is_none_or(|next| !self.is_name(at + len) || self.kind(next.word).is_some());
        if !ends {
            return None;
        }
        let town = name.town;
        match what {
            // "Atlanta, Georgia": the state
            What::Nation(nation, form) => match town {
                Some(name) if form == NationForm::Capital => Some(Outer::named(name, beside)),
                Some(name)
                    if self.lexicon.nations.within(nation).is_none()
                        && has_region(gazetteer, name) =>
                {
                    Some(Outer::named(name, beside))
                }
                _ => Some(Outer::Nation(nation)),
            },
            What::Land(land) => Some(Outer::Land(land)),
            What::Town(name) => Some(Outer::named(name, beside)),
            _ => None,
        }
    }

    /// Whether a dash follows after nothing but a date, an agency and the region, and nothing but
    /// brackets stands before: "ANKARA, Feb 3 (Reuters) -".
    pub(super) fn is_dateline(&self, start: usize, end: usize) -> bool {
        let tokens = &self.sentence.tokens;
        let alone = tokens[..start]
            .iter()
            .all(|token| token.kind == TokenKind::Mark || token.kind == TokenKind::Quote);
        // "SALISBURY, N.C. (WBTV) —": the region is part of it
        let region = start > 1 && start < 6 && self.after_comma(start) && self.is_name(0);
        if !alone && !region {
            return false;
        }
        let mut open = false;
        let mut marked = false;
        for token in tokens.iter().skip(end).take(16) {
            match token.text(self.text) {
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
}

fn has_region(gazetteer: &Gazetteer, name: Name) -> bool {
    gazetteer
        .entries(name)
        .any(|entry| entry.kind == Kind::Region)
}
