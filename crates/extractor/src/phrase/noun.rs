//! "at least four of the 12 Turkish soldiers": determiner, number, modifiers, names, head.

use std::ops::Range;

use super::{Kind, NounGroup, Phrase, chunk::Chunker};
use crate::{Tag, lexicon::Class, token::Token};

impl Chunker<'_> {
    /// "at least four of the 12 Turkish soldiers"
    pub(super) fn noun_group(&self, start: usize, mut quantity: usize) -> Option<Phrase> {
        let mut group = Group {
            end: start,
            name: start,
            ..Group::default()
        };
        while let Some(token) = self.tokens.get(group.end) {
            let mention = self
                .quantities
                .get(quantity)
                .filter(|mention| mention.tokens.start == group.end);
            if let Some(mention) = mention {
                // "shot dead | six soldiers": an adjective stands behind a number, unless "the" opens
                if group.head.is_some()
                    || group.quantity.is_some()
                    || (group.modifier.is_some() && !group.open)
                {
                    break;
                }
                group.count(quantity, &mention.tokens);
                quantity += 1;
                if self.partitive(&mut group, quantity) {
                    break;
                }
                continue;
            }
            if !self.take(&mut group, token) {
                break;
            }
        }
        if group.end == start + 1 && group.head.is_none() && self.is_pronoun(start) {
            // "those killed"
            group.head = Some(start);
            group.pronoun = true;
        }
        group.finish(start)
    }

    /// "them", "whom", and "those" unless a noun follows.
    fn is_pronoun(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else {
            return false;
        };
        let grammar = &self.lexicon.grammar;
        // "one dead, **another** wounded"
        let another =
            grammar.is(token.word, Class::Others) && grammar.is(token.word, Class::Indefinite);
        if another {
            let next = self.tokens.get(at + 1);
            return next.is_some_and(|next| next.tag.is_verbal()) && !self.modifies(at + 1);
        }
        grammar.is(token.word, Class::GroupPronoun)
            && (token.tag != Tag::Determiner
                || !(self.noun_follows(at + 1)
                    || (self.modifier_follows(at + 1) && self.noun_follows(at + 2))))
            || grammar.is(token.word, Class::ObjectPronoun)
    }

    /// Takes one more token into the group, or says that it ends here.
    fn take(&self, group: &mut Group, token: &Token) -> bool {
        let at = group.end;
        match token.tag {
            // "left nine people | dead", in capitals or in a headline
            Tag::Noun | Tag::Nouns | Tag::Name | Tag::Names
                if group.head.is_some()
                    && self.lexicon.measures.adjectives.word(token.word).is_some() =>
            {
                return false;
            }
            // "their five children | Adam, Qais, …"
            Tag::Name if self.is_counted_role(group) => return false,
            Tag::Noun | Tag::Nouns | Tag::Name | Tag::Names => group.name_by(at),
            Tag::Genitive if group.head.is_some() => group.own(at),
            Tag::Determiner | Tag::Possessive
                if group.head.is_none() && group.quantity.is_none() =>
            {
                group.name = at + 1;
                group.open = true;
            }
            Tag::Pronoun if group.head.is_none() => {
                group.head = Some(at);
                group.end = at + 1;
                group.pronoun = true;
                return false;
            }
            Tag::Adjective | Tag::Ordinal | Tag::Number if group.head.is_none() => group.modify(at),
            // "five killed soldiers", but "five were women", "five had guns"
            Tag::Participle | Tag::Gerund | Tag::VerbPast
                if group.head.is_none()
                    && !self.lexicon.grammar.is(token.word, Class::Be)
                    && !self.lexicon.grammar.is(token.word, Class::Have)
                    && self.modifies(at)
                    && (group.open
                        || group.quantity.is_some()
                        || group.modifier.is_some()
                        || at == 0) =>
            {
                group.modify(at);
            }
            // "were among **the wounded**"
            Tag::Participle | Tag::VerbPast
                if group.head.is_none()
                    && group.open
                    && group.quantity.is_none()
                    && at > 1
                    && self
                        .lexicon
                        .grammar
                        .is(self.tokens[at - 2].word, Class::Among)
                    && self.lexicon.measures.adjectives.word(token.word).is_some() =>
            {
                group.modify(at);
            }
            Tag::Adverb
                if group.head.is_none()
                    && self.modifier_follows(at + 1)
                    && (group.open || group.quantity.is_some()) => {}
            Tag::Adjective | Tag::Participle
                if group.head.is_some() && self.noun_follows(at + 1) && !group.pronoun =>
            {
                // "a Syrian army armoured vehicle"
            }
            _ if group.head.is_none() && (group.open || group.quantity.is_some()) => {
                // "30 [Syrian] regime troops": an editor's insertion
                let Some(close) = self.insertion(at) else {
                    return false;
                };
                group.end = close + 1;
                return true;
            }
            _ => return false,
        }
        group.end = at + 1;
        true
    }

    /// "five children", "her daughters": a plural of persons with a number or an owner.
    fn is_counted_role(&self, group: &Group) -> bool {
        let head = group.head.map(|head| &self.tokens[head]);
        (group.quantity.is_some() || group.open)
            && head.is_some_and(|head| {
                let role = self.lexicon.roles.nouns().word(head.word);
                head.tag == Tag::Nouns && role.is_some_and(|role| !role.singular)
            })
    }

    /// "four of the soldiers", "dozens of troops": the group goes on behind "of".
    ///
    /// Says whether the group must end: "four of Turkey's 12 posts" holds a second number.
    fn partitive(&self, group: &mut Group, next_quantity: usize) -> bool {
        let at = group.end;
        if !self
            .tokens
            .get(at)
            .is_some_and(|token| self.lexicon.grammar.is(token.word, Class::Of))
        {
            return false;
        }
        if self.is_pronoun(at + 1) {
            // "eight of them", "two of whom"
            group.partitive = true;
            group.pronoun = true;
            group.head = Some(at + 1);
            group.end = at + 2;
            return true;
        }
        let Some(inner) = self.noun_group(at + 1, next_quantity) else {
            return true;
        };
        let Kind::Noun(noun) = inner.kind else {
            return true;
        };
        if noun.quantity.is_some() || noun.owner.is_some() {
            return true;
        }
        let first = &self.tokens[at + 1];
        group.partitive = matches!(
            first.tag,
            Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Wh
        );
        group.head = Some(noun.head);
        group.pronoun = !noun.named;
        group.name = noun.name;
        group.end = inner.tokens.end;
        true
    }

    /// Where a bracket that opens at `at` closes, if it holds a word or two.
    fn insertion(&self, at: usize) -> Option<usize> {
        let close = match self.tokens[at].text(self.text) {
            "[" => "]",
            "(" => ")",
            _ => return None,
        };
        (at + 2..(at + 4).min(self.tokens.len())).find(|&end| self.tokens[end].is(self.text, close))
    }

    /// A participle before a noun: "wounded soldiers", but not "killed the soldiers".
    fn modifies(&self, at: usize) -> bool {
        self.tokens.get(at + 1).is_some_and(|next| {
            next.tag.is_nominal() || (next.tag == Tag::Adjective && self.noun_follows(at + 2))
        })
    }

    fn modifier_follows(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            matches!(token.tag, Tag::Adjective | Tag::Participle | Tag::Number)
        })
    }

    fn noun_follows(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.tag.is_nominal())
    }
}

/// A noun group that is being put together.
#[derive(Default)]
struct Group {
    end: usize,
    name: usize,
    head: Option<usize>,
    modifier: Option<usize>,
    quantity: Option<usize>,
    owner: Option<Range<usize>>,
    /// A determiner has opened it.
    open: bool,
    pronoun: bool,
    partitive: bool,
}

impl Group {
    fn count(&mut self, quantity: usize, tokens: &Range<usize>) {
        self.quantity = Some(quantity);
        self.modifier = None;
        self.end = tokens.end;
        self.name = tokens.end;
    }

    fn name_by(&mut self, at: usize) {
        self.head = Some(at);
    }

    fn modify(&mut self, at: usize) {
        self.modifier = Some(at);
    }

    /// What stood so far owns what follows.
    fn own(&mut self, genitive: usize) {
        self.owner = Some(self.name..genitive);
        self.head = None;
        self.modifier = None;
        self.name = genitive + 1;
        self.open = true;
    }

    fn finish(self, start: usize) -> Option<Phrase> {
        let counted = self.quantity.is_some();
        let named = self.head.is_some() && !self.pronoun;
        // "the wounded", "101", "Turkey's" without a noun
        let head = match self.head {
            Some(head) => head,
            None if self.modifier.is_some() && (self.open || counted) => self.modifier?,
            None if counted || (self.open && self.end > start + 1) => self.end - 1,
            None => return None,
        };
        let name = if self.name < self.end {
            self.name
        } else {
            head
        };
        let noun = NounGroup {
            head,
            quantity: self.quantity,
            name,
            owner: self.owner,
            named,
            partitive: self.partitive,
        };
        Some(Phrase {
            kind: Kind::Noun(noun),
            tokens: start..self.end,
        })
    }
}
