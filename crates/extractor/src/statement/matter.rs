//! What a deed is about, so that deeds of one kind are told apart: its words, kind and site.

use std::sync::Arc;

use super::{Read, Statements, deed::Deed, squeeze, stem};
use crate::{Question, Site, lexicon::Hint, tag::Tag};

/// So many content words of an object tell what it is about.
const WORDS: usize = 8;

impl Statements<'_> {
    /// The content words around a deed without its doer, without their endings.
    pub(super) fn content(&self, read: Read, deed: &Deed) -> Vec<Arc<str>> {
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
    pub(super) fn kind(&self, read: Read, deed: &Deed) -> Option<Arc<str>> {
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

    /// "along the Syrian-Turkish border"
    pub(super) fn site(&self, read: Read, deed: &Deed) -> Option<Site> {
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
}
