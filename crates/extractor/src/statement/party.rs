//! Who acts for whom: capitals and governments for nations, names for their countries.

use std::{collections::BTreeMap, ops::Range, sync::Arc};

use crate::{
    Lexicon, Party, Tag,
    lexicon::{Class, Kind, NationForm},
    sentence::Sentence,
    token::{self, Token},
};

/// A title and a name stand within so many words of their country: "Turkish Foreign Minister Jane Roe".
const TITLE: usize = 6;

/// The persons of a document with the countries that it gives them.
#[derive(Debug, Default)]
pub(super) struct Parties {
    /// By the last word of their names, in lower case.
    names: BTreeMap<Box<str>, Party>,
}

impl Parties {
    /// Learns from "Russian President Vladimir Putin" whom Putin acts for.
    pub(super) fn new(lexicon: &Lexicon, text: &str, sentences: &[Sentence]) -> Self {
        let mut parties = Self::default();
        for sentence in sentences {
            for at in 0..sentence.tokens.len() {
                let tokens = &sentence.tokens[at..];
                if !tokens[0].capital {
                    continue;
                }
                if let Some((len, naming)) = lexicon.nations.at(text, tokens) {
                    let office = matches!(
                        naming.form,
                        NationForm::Adjective
                            | NationForm::Owner
                            | NationForm::Seat
                            | NationForm::Initials
                    ) || tokens
                        .get(len)
                        .is_some_and(|token| token.tag == Tag::Genitive);
                    if office {
                        let nation = lexicon.nations.name(naming.nation);
                        parties.titled(lexicon, text, &tokens[len..], nation);
                    }
                }
            }
        }
        parties
    }

    fn titled(&mut self, lexicon: &Lexicon, text: &str, tokens: &[Token], nation: &Arc<str>) {
        let mut camp = None;
        let mut titles = 0;
        for (at, token) in tokens.iter().take(TITLE).enumerate() {
            if token.tag == Tag::Genitive {
                continue;
            }
            if let Some(found) = lexicon.predicates.camp(token.word) {
                camp = Some(found.clone());
                titles += 1;
                continue;
            }
            if !token.tag.is_nominal() && token.tag != Tag::Adjective {
                return;
            }
            if titles > 0 && matches!(token.tag, Tag::Name | Tag::Names) && token.capital {
                let run = tokens[at..]
                    .iter()
                    .take_while(|token| matches!(token.tag, Tag::Name | Tag::Names))
                    .take(4)
                    .last();
                if let Some(last) = run {
                    let mut name = String::new();
                    token::fold(last.text(text), &mut name);
                    let party = Party {
                        nation: Some(nation.clone()),
                        camp,
                        name: None,
                    };
                    self.names.entry(name.into()).or_insert(party);
                }
                return;
            }
            if lexicon.speakers.is(token.word, Kind::Title)
                || lexicon.speakers.is(token.word, Kind::Person)
            {
                titles += 1;
            }
        }
    }

    /// Whom a noun group names.
    pub(super) fn party(
        &self,
        lexicon: &Lexicon,
        text: &str,
        sentence: &Sentence,
        tokens: Range<usize>,
    ) -> Party {
        let mut party = Party::default();
        let mut name: Option<String> = None;
        let mut at = tokens.start;
        let mut named = true;
        while at < tokens.end {
            let token = &sentence.tokens[at];
            if token.tag == Tag::Preposition && at > tokens.start {
                if !party.is_unknown() || name.is_some() {
                    break;
                }
                // "the source **for** reporters of the Post" is none of them
                named = lexicon.grammar.is(token.word, Class::From);
            }
            if let Some((len, naming)) = lexicon.nations.at(text, &sentence.tokens[at..tokens.end])
            {
                if party.nation.is_none() {
                    party.nation = Some(lexicon.nations.name(naming.nation).clone());
                }
                at += len;
                continue;
            }
            if let Some(camp) = camp(lexicon, token) {
                party.camp.get_or_insert_with(|| camp.clone());
            } else if named && matches!(token.tag, Tag::Name | Tag::Names) {
                let mut word = String::new();
                token::fold(token.text(text), &mut word);
                if let Some(known) = self.names.get(word.as_str()) {
                    party.nation = party.nation.or_else(|| known.nation.clone());
                    party.camp = party.camp.or_else(|| known.camp.clone());
                }
                match &mut name {
                    Some(name) => {
                        name.push(' ');
                        name.push_str(&word);
                    }
                    None => name = Some(word),
                }
            }
            at += 1;
        }
        party.name = name.map(Into::into);
        party
    }
}

/// The camp that a word names; "military" before a noun only says of what kind it is.
pub(super) fn camp<'l>(lexicon: &'l Lexicon, token: &Token) -> Option<&'l Arc<str>> {
    let camp = lexicon.predicates.camp(token.word)?;
    (token.tag != Tag::Adjective || &**camp == "rebels").then_some(camp)
}

/// Whether two parties belong to one country and no words set them apart.
pub(super) fn same_nation(a: &Party, b: &Party) -> bool {
    let camps = match (&a.camp, &b.camp) {
        (Some(ours), Some(theirs)) => ours == theirs,
        _ => true,
    };
    let named = match (&a.nation, &b.nation) {
        (Some(ours), Some(theirs)) => ours == theirs,
        _ => (a.camp.is_some() && a.camp == b.camp) || (a.name.is_some() && a.name == b.name),
    };
    camps && named
}
