//! Statements: who did what, whether it is said to be so or not, and by whom.
//!
//! A sentence is read only where it holds a word of a family of predicates. Its deeds are found
//! first ("had notified Moscow", "the raid by the rebels"), with their parties; then each becomes a
//! claim of the speaker whose words it stands in, and where that one rejects it, a denial.

mod party; // "Ankara" → Turkey
mod deed; // predicates with their parties
mod subject; // whose deed it is
mod hold; // "failed to", "without", "was said to have"
mod noun; // "the violation of the truce by the rebels"
mod state; // "was not aware of", "is behind"
mod denial; // "denied the reports", "this is not true"

use std::{cell::RefCell, collections::BTreeMap, ops::Range, sync::Arc};

use crate::{
    Attribution, Claim, ClaimId, Content, Document, EntryId, Evidence, Lexicon, Party,
    PlaceMention, Polarity, Question, Scope, Site, Span, StableHash, Stance, Statement,
    attribution::Voices,
    lexicon::{Class, Cue, Hint},
    phrase::{Phrase, clause::clauses},
    sentence::Sentence,
    tag::Tag,
    token,
};
use deed::Deed;
use denial::Rejection;
use party::Parties;

/// Reads the statements of a document, sentence by sentence.
pub(crate) struct Statements<'d> {
    lexicon: &'d Lexicon,
    document: &'d Document,
    parties: Parties,
    /// Who did what a noun names: "the Syrian **offensive**".
    heads: BTreeMap<Arc<str>, Party>,
    /// Whom the speakers so far speak for.
    voices: RefCell<BTreeMap<Arc<str>, Party>>,
    /// The last one who was said to have done something by name: "**he** pleaded guilty".
    person: Party,
    /// How many sentences have been read.
    turn: usize,
    /// For each statement so far the sentence it stood in.
    turns: Vec<(usize, usize)>,
}

/// A sentence with what was read of it.
#[derive(Clone, Copy)]
pub(crate) struct Read<'s> {
    pub(crate) sentence: &'s Sentence,
    pub(crate) phrases: &'s [Phrase],
    pub(crate) places: &'s [PlaceMention],
}

/// A denial looks back so many sentences for what it denies.
const BACK: usize = 3;

/// So many claims are looked through for one that accuses the denier.
const FAR: usize = 256;

/// So many content words of an object tell what it is about.
const WORDS: usize = 8;
/// Deeds that "or" may part have no more than so many others between them.
const NEAR: usize = 8;

impl<'d> Statements<'d> {
    pub(crate) fn new(
        lexicon: &'d Lexicon,
        document: &'d Document,
        sentences: &[Sentence],
    ) -> Self {
        Self {
            lexicon,
            document,
            parties: Parties::new(lexicon, &document.text, sentences),
            heads: BTreeMap::new(),
            voices: RefCell::default(),
            person: Party::default(),
            turn: 0,
            turns: Vec::new(),
        }
    }

    /// Whether a sentence holds a word that may make a statement.
    pub(crate) fn may_state(&mut self, sentence: &Sentence) -> bool {
        self.turn += 1;
        self.lexicon.predicates.may_state(&sentence.tokens)
    }

    /// The statements of a sentence, in reading order.
    pub(crate) fn sentence(
        &mut self,
        read: Read,
        voices: &Voices,
        scope: impl Fn(&Range<usize>) -> Scope,
        claims: &mut Vec<Claim>,
    ) {
        let text = self.document.text.as_str();
        let sentence = read.sentence;
        if sentence
            .tokens
            .last()
            .is_some_and(|last| last.is(text, "?"))
        {
            return;
        }
        let first = claims.len();
        let clauses = clauses(&self.lexicon.grammar, sentence, read.phrases);
        let rejections = denial::rejections(self.lexicon, text, read, &clauses);
        let deeds = deed::deeds(self.lexicon, text, read, clauses);
        for (at, deed) in deeds.iter().enumerate() {
            // "were shot down or crashed because of faults": neither is said of one
            let near = &deeds[at.saturating_sub(NEAR)..deeds.len().min(at + NEAR)];
            let either = near.iter().any(|other| {
                other.cue.family == deed.cue.family
                    && (other.affirmed != other.cue.against) != (deed.affirmed != deed.cue.against)
                    && self.is_alternative(read.sentence, deed, other)
            });
            if !either {
                self.deed(read, deed, voices, &scope, claims);
            }
        }
        for rejection in rejections {
            self.rejection(read, &rejection, voices, &scope, claims);
        }
        let mut told = claims.split_off(first);
        told.sort_by_key(|claim| (claim.evidence.span, claim.id));
        told.dedup_by_key(|claim| claim.id);
        claims.append(&mut told);
        for (at, claim) in claims.iter().enumerate().skip(first) {
            if claim.count().is_none() {
                self.turns.push((at, self.turn));
            }
        }
    }

    /// Whether "or" parts two deeds.
    fn is_alternative(&self, sentence: &Sentence, one: &Deed, other: &Deed) -> bool {
        let (start, end) = (
            one.at.start.min(other.at.start),
            one.at.end.max(other.at.end),
        );
        let text = self.document.text.as_str();
        sentence.tokens[start..end].iter().any(|token| {
            token.tag == Tag::Conjunction && token.text(text).eq_ignore_ascii_case("or")
        })
    }

    /// A deed as the claims of those who speak of it.
    fn deed(
        &mut self,
        read: Read,
        deed: &Deed,
        voices: &Voices,
        scope: &impl Fn(&Range<usize>) -> Scope,
        claims: &mut Vec<Claim>,
    ) {
        let span = read.sentence.stretch(deed.tokens.clone());
        let mut around = voices.around(span);
        // "they do whatever they want": what is wished never stands before the wish
        around.retain(|voice| {
            let behind = voice
                .cue
                .is_some_and(|cue| cue.start() >= voice.content.end());
            !(behind && voice.stance == Stance::Expects)
        });
        if deed.stance == Stance::Expects
            || around.iter().any(|voice| voice.stance == Stance::Expects)
        {
            return;
        }
        let voice = match around.as_slice() {
            [] => Party::default(),
            [.., outer, inner] => self.inner(outer, inner),
            [only] => self.voice(only),
        };
        let mut statement = self.statement(read, deed, voice);
        let scope = scope(&deed.tokens);
        // "the regime", "the army": of the country that is spoken of
        if statement.doer.camp.as_deref() == Some("state")
            && statement.doer.nation.is_none()
            && statement.doer.name.is_none()
        {
            let land = scope.place.as_ref().and_then(|place| place.country());
            statement.doer.nation = land.cloned();
        }
        if statement.doer.name.is_some() {
            self.person = statement.doer.clone();
        }
        if !deed.at.is_empty()
            && read.sentence.tokens[deed.at.end - 1].tag.is_nominal()
            && !statement.doer.is_unknown()
        {
            let head = stem(read.sentence.tokens[deed.at.end - 1].text(&self.document.text));
            self.heads.insert(head, statement.doer.clone());
        }
        let predicates = &self.lexicon.predicates;
        let denier = around
            .iter()
            .rposition(|voice| voice.stance == Stance::Denies)
            .or_else(|| self.called_a_lie(read.sentence, &around));
        let mut push = |statement: Statement, chain: &[&Attribution], stance, span| {
            let claim = self.claim(
                read,
                deed.cue,
                span,
                statement,
                chain,
                stance,
                scope.clone(),
            );
            claims.push(claim);
        };
        match denier {
            None => {
                let spoken = around.last().map_or(Stance::Asserts, |voice| voice.stance);
                let stance = if deed.stance == Stance::Asserts {
                    spoken
                } else {
                    deed.stance
                };
                push(statement, &around, stance, span);
            }
            Some(at) => {
                let begin = around[at].source.or(around[at].cue).unwrap_or(span);
                let whole = if begin.start() < span.start()
                    && begin.start() >= read.sentence.span.start()
                {
                    begin.to(span)
                } else {
                    span
                };
                let mut refusal = statement.clone();
                refusal.polarity = opposite(refusal.polarity);
                refusal.asks = predicates
                    .asks(deed.cue.family, refusal.polarity == Polarity::Affirmed)
                    .to_vec();
                refusal.voice = self.voice(around[at]);
                push(refusal, &around[..=at], Stance::Denies, whole);
                if at + 1 < around.len() {
                    let begin = source_within(around[at], around[at + 1]).unwrap_or(span);
                    let inner = if begin.start() < span.start() {
                        begin.to(span)
                    } else {
                        span
                    };
                    let mut statement = statement;
                    if around[at + 1].speaker == around[at].speaker {
                        // "Larsen said that he lied when **he** claimed"
                        statement.voice = Party::default();
                    }
                    push(statement, &around, Stance::Asserts, inner);
                }
            }
        }
    }

    /// "Larsen said that **Roe lied when he claimed** that": who calls an inner report a lie.
    fn called_a_lie(&self, sentence: &Sentence, around: &[&Attribution]) -> Option<usize> {
        let [.., outer, inner] = around else {
            return None;
        };
        let lies = sentence.tokens.iter().any(|token| {
            let place = token.span();
            let between =
                outer.content.start() <= place.start() && place.end() <= inner.content.start();
            between && self.lexicon.predicates.is(token.word, Hint::Lie)
        });
        lies.then_some(around.len() - 2)
    }

    /// "denied the reports": what was last said of the denier, or by anybody else, is denied.
    fn rejection(
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

    fn statement(&self, read: Read, deed: &Deed, voice: Party) -> Statement {
        let text = self.document.text.as_str();
        let predicates = &self.lexicon.predicates;
        let words = |tokens: &Option<Range<usize>>| -> Arc<str> {
            tokens.as_ref().map_or(Arc::default(), |tokens| {
                squeeze(read.sentence.stretch(tokens.clone()).slice(text)).into()
            })
        };
        let party = |tokens: &Option<Range<usize>>| {
            let Some(tokens) = tokens else {
                return Party::default();
            };
            let found = self
                .parties
                .party(self.lexicon, text, read.sentence, tokens.clone());
            let one = tokens.len() == 1 && read.sentence.tokens[tokens.start].tag == Tag::Pronoun;
            if one && voice.is_unknown() {
                return self.person.clone();
            }
            // "it had notified Moscow", "our troops": the speaker's own side
            let speaks = read.sentence.tokens[tokens.clone()]
                .iter()
                .any(|token| matches!(token.tag, Tag::Pronoun | Tag::Possessive));
            if found.is_unknown() && speaks {
                voice.clone()
            } else {
                found
            }
        };
        let affirmed = deed.affirmed != deed.cue.against;
        let family = deed.cue.family;
        Statement {
            subject: words(&deed.doer),
            predicate: predicates.name(deed.cue.family).clone(),
            object: words(&deed.target),
            polarity: if affirmed {
                Polarity::Affirmed
            } else {
                Polarity::Denied
            },
            doer: if deed.nobody {
                Party {
                    camp: Some("nobody".into()),
                    ..Party::default()
                }
            } else {
                self.known(read.sentence, deed, party(&deed.doer))
            },
            target: party(&deed.target),
            words: self.content(read, deed),
            site: self.site(read, deed),
            kind: self.kind(read, deed),
            same: predicates.is_same(family) && self.is_one_thing(read, deed),
            event: predicates.is_of_event(family),
            standing: predicates.is_standing(family),
            nations: self.nations(read.sentence, deed),
            asks: predicates.asks(deed.cue.family, affirmed).to_vec(),
            changes: predicates.changes(deed.cue.family),
            echo: deed.echo,
            voice,
        }
    }

    /// Whether the object is the one that its event has: the deal, not the law.
    fn is_one_thing(&self, read: Read, deed: &Deed) -> bool {
        let predicates = &self.lexicon.predicates;
        let target = deed.target.clone().unwrap_or_default();
        &**predicates.name(deed.cue.family) != "complied"
            || target
                .into_iter()
                .any(|at| predicates.is(read.sentence.tokens[at].word, Hint::Pact))
    }

    /// "the offensive": the party that the same noun had before.
    fn known(&self, sentence: &Sentence, deed: &Deed, party: Party) -> Party {
        let Some(doer) = deed.doer.clone().filter(|_| party.is_unknown()) else {
            return party;
        };
        let definite = sentence.tokens[doer.start].tag == Tag::Determiner;
        let head = stem(sentence.tokens[doer.end - 1].text(&self.document.text));
        let known = self.heads.get(&head).filter(|_| definite);
        known.cloned().unwrap_or(party)
    }

    /// The content words around a deed without its doer, without their endings.
    fn content(&self, read: Read, deed: &Deed) -> Vec<Arc<str>> {
        let text = self.document.text.as_str();
        let sentence = read.sentence;
        let predicates = &self.lexicon.predicates;
        // who did it is asked of one deed among many
        let who = predicates
            .asks(deed.cue.family, true)
            .contains(&Question::Who);
        // "the harbour of **Lamu**", also where no gazetteer knows it
        let is_place = |at: usize| {
            let named = matches!(sentence.tokens[at].tag, Tag::Name | Tag::Names);
            let governed = at > 0 && sentence.tokens[at - 1].tag == Tag::Preposition;
            (who && named && governed) || read.places.iter().any(|place| place.tokens.contains(&at))
        };
        let complement = matches!(&**predicates.name(deed.cue.family), "aware" | "agreed");
        let behind = if complement { 2 * WORDS } else { 0 };
        let end = (deed.tokens.end + behind).min(sentence.tokens.len());
        let doer = deed.doer.clone().unwrap_or_default();
        let target = deed.target.clone().unwrap_or_default();
        // what was done to whom tells deeds apart, not what stands around it
        let site = |at: &usize| predicates.is(sentence.tokens[*at].word, Hint::Site);
        let target = match target.clone().find(site).filter(|_| who) {
            Some(site) => target.start..site,
            None => target,
        };
        let around = match (who, target.is_empty()) {
            (true, false) => 0..0,
            (true, true) => {
                let tokens = deed.at.end..end;
                let is_preposition = |at: &usize| sentence.tokens[*at].tag == Tag::Preposition;
                deed.at.start..tokens.clone().find(is_preposition).unwrap_or(tokens.end)
            }
            (false, _) => deed.at.start..end,
        };
        let mut words: Vec<Arc<str>> = target
            .chain(around)
            .filter(|at| !doer.contains(at) && !deed.at.contains(at) && !is_place(*at))
            .filter(|&at| {
                let token = &sentence.tokens[at];
                (token.tag.is_nominal() || token.tag == Tag::Adjective)
                    && !(who && predicates.camp(token.word).is_some())
                    && self
                        .lexicon
                        .nations
                        .at(text, &sentence.tokens[at..])
                        .is_none()
            })
            .take(2 * WORDS)
            .map(|at| stem(sentence.tokens[at].text(text)))
            .filter(|stem| {
                let word = self.lexicon.vocabulary.id(stem);
                complement || !predicates.is(word, Hint::Common)
            })
            .collect();
        words.sort_unstable();
        words.dedup();
        words.truncate(WORDS);
        words
    }

    /// "de-escalation" of "a de-escalation zone": what sets the object apart from others of its name.
    fn kind(&self, read: Read, deed: &Deed) -> Option<Arc<str>> {
        let target = deed.target.clone()?;
        let text = self.document.text.as_str();
        let phrase = read
            .phrases
            .iter()
            .find(|phrase| phrase.tokens.start == target.start)?;
        let noun = phrase.noun()?;
        let mut words = (noun.name..noun.head).filter(|&at| {
            let token = &read.sentence.tokens[at];
            token.tag.is_nominal() || matches!(token.tag, Tag::Adjective | Tag::Participle)
        });
        let last = words.next_back()?;
        let text = |at: usize| read.sentence.tokens[at].text(text);
        Some(format!("{} {}", stem(text(last)), stem(text(noun.head))).into())
    }

    /// The countries among a deed's parties.
    fn nations(&self, sentence: &Sentence, deed: &Deed) -> Vec<Arc<str>> {
        let text = self.document.text.as_str();
        let parties = [&deed.doer, &deed.target].into_iter().flatten();
        let mut nations: Vec<Arc<str>> = parties
            .flat_map(|party| {
                party.clone().filter_map(|at| {
                    let (_, naming) = self
                        .lexicon
                        .nations
                        .at(text, &sentence.tokens[at..party.end])?;
                    Some(self.lexicon.nations.name(naming.nation).clone())
                })
            })
            .collect();
        nations.sort_unstable();
        nations.dedup();
        nations
    }

    /// "along the Syrian-Turkish border"
    fn site(&self, read: Read, deed: &Deed) -> Option<Site> {
        let text = self.document.text.as_str();
        let at = read
            .phrases
            .partition_point(|phrase| phrase.tokens.start < deed.at.end);
        let behind = read.phrases[at..].windows(2).take(8);
        let (preposition, noun) = behind
            .take_while(|pair| pair[1].tokens.end <= deed.tokens.end)
            .find_map(|pair| {
                let first = &read.sentence.tokens[pair[0].tokens.start];
                let is_site = self.lexicon.predicates.is(first.word, Hint::Site);
                Some((&pair[0], pair[1].noun().map(|noun| (noun, &pair[1]))?)).filter(|_| is_site)
            })?;
        let (group, noun) = noun;
        Some(Site {
            preposition: read
                .sentence
                .stretch(preposition.tokens.clone())
                .slice(text)
                .to_lowercase()
                .into(),
            head: stem(read.sentence.tokens[group.head].text(text)),
            words: squeeze(
                read.sentence
                    .stretch(preposition.tokens.start..noun.tokens.end)
                    .slice(text),
            )
            .into(),
        })
    }

    /// Whom a speaker speaks for: by the words that name them, then by their name.
    fn voice(&self, voice: &Attribution) -> Party {
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
    fn inner(&self, outer: &Attribution, inner: &Attribution) -> Party {
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

    #[allow(clippy::too_many_arguments)]
    fn claim(
        &self,
        read: Read,
        cue: Cue,
        span: Span,
        statement: Statement,
        chain: &[&Attribution],
        stance: Stance,
        scope: Scope,
    ) -> Claim {
        let mut speakers: Vec<Arc<str>> = chain
            .iter()
            .filter_map(|voice| voice.speaker.clone())
            .collect();
        speakers.dedup();
        if let [.., outer, inner] = chain
            && outer.speaker == inner.speaker
            && statement.voice.is_unknown()
        {
            speakers.push("others".into());
        }
        let entry = EntryId(self.lexicon.predicates.entry(cue.family).clone());
        Claim {
            scope,
            ..self.built(read, entry, span, statement, speakers, stance)
        }
    }

    fn built(
        &self,
        read: Read,
        entry: EntryId,
        span: Span,
        statement: Statement,
        speakers: Vec<Arc<str>>,
        stance: Stance,
    ) -> Claim {
        let polarity = match statement.polarity {
            Polarity::Affirmed => "affirmed",
            Polarity::Denied => "denied",
        };
        let id = StableHash::default()
            .with(self.document.id.as_str())
            .with(format!("{}-{}", span.start(), span.end()))
            .with("statement")
            .with(&*statement.subject)
            .with(&*statement.predicate)
            .with(&*statement.object)
            .with(polarity);
        Claim {
            id: ClaimId(id.value()),
            content: Content::Statement(statement),
            scope: Scope::default(),
            speakers,
            stance,
            evidence: Evidence {
                document: self.document.id.clone(),
                sentence: read.sentence.span,
                span,
                quote: span.slice(&self.document.text).into(),
                entry,
            },
        }
    }
}

/// The source of an inner report, without the words of the outer one.
fn source_within(outer: &Attribution, inner: &Attribution) -> Option<Span> {
    let source = inner.source?;
    match outer.cue {
        Some(cue) if source.start() < cue.end() && cue.end() < source.end() => {
            Some(Span::new(cue.end(), source.end()))
        }
        _ => Some(source),
    }
}

fn opposite(polarity: Polarity) -> Polarity {
    match polarity {
        Polarity::Affirmed => Polarity::Denied,
        Polarity::Denied => Polarity::Affirmed,
    }
}

/// Words with single blanks between them.
fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A word in lower case without the ending of its plural: "agreements" is "agreement".
fn stem(word: &str) -> Arc<str> {
    let mut lower = String::new();
    token::fold(word, &mut lower);
    let stem = lower.strip_suffix("ies").map(|stem| format!("{stem}y"));
    let stem = stem.unwrap_or_else(|| match lower.strip_suffix('s') {
        Some(stem) if stem.len() > 3 && !stem.ends_with('s') => stem.to_owned(),
        _ => lower,
    });
    stem.into()
}

/// "no", "nobody", "neither": the noun group says that there was none.
fn is_none(lexicon: &Lexicon, sentence: &Sentence, phrase: &Phrase) -> bool {
    let first = &sentence.tokens[phrase.tokens.start];
    lexicon.grammar.is(first.word, Class::Nobody) || lexicon.grammar.is(first.word, Class::Negation)
}

#[cfg(test)]
mod tests;
