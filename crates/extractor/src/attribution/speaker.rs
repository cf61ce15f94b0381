//! From the words that name a source to the speaker: "he" to the man, "Saleh" to "Rami Saleh".

use std::{cell::OnceCell, sync::Arc};

use super::{
    Source,
    name::{Names, one_line},
};
use crate::{
    Lexicon, Span, Tag,
    lexicon::Kind as Who,
    sentence::Sentence,
    token::{Token, TokenKind},
};

/// How many sources back the one is looked for that "the ministry" means.
const MEMORY: usize = 40;

/// Knows who has spoken in a document so far.
pub(super) struct Cast<'d> {
    lexicon: &'d Lexicon,
    text: &'d str,
    sentences: &'d [Sentence],
    names: OnceCell<Names<'d>>,
    past: Vec<Past>,
}

/// A source that was named.
struct Past {
    name: Arc<str>,
    source: Span,
    kind: Kind,
    /// It was called by a name: "SANA", not "the agency".
    proper: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Person,
    People,
    /// A man, a town or a paper: one capitalised word does not tell.
    Name,
    Body,
    Document,
}

impl<'d> Cast<'d> {
    pub(super) fn new(lexicon: &'d Lexicon, text: &'d str, sentences: &'d [Sentence]) -> Self {
        Self {
            lexicon,
            text,
            sentences,
            names: OnceCell::new(),
            past: Vec::new(),
        }
    }

    /// The speaker that a source names; sources must be asked for in reading order.
    pub(super) fn speaker(&mut self, source: &Source) -> Option<Arc<str>> {
        let core = self.tokens(source);
        let head = core
            .iter()
            .rev()
            .find(|token| matches!(token.kind, TokenKind::Word | TokenKind::Mixed))?;
        if core.len() == 1 && matches!(head.tag, Tag::Pronoun | Tag::Possessive | Tag::Wh) {
            return self.pronoun(head);
        }
        let (name, kind) = self.named(source, core, head);
        self.past.push(Past {
            name: name.clone(),
            source: source.span,
            kind,
            proper: head.capital
                && matches!(head.tag, Tag::Name | Tag::Names)
                && !self.is(head, Who::Person),
        });
        Some(name)
    }

    fn tokens(&self, source: &Source) -> &'d [Token] {
        let tokens = &self.sentences[source.sentence].tokens;
        let span = source.core;
        let start = tokens.partition_point(|token| token.span().start() < span.start());
        let end = tokens.partition_point(|token| token.span().end() <= span.end());
        &tokens[start..end.max(start)]
    }

    fn names(&self) -> &Names<'d> {
        self.names
            .get_or_init(|| Names::read(self.lexicon, self.text, self.sentences))
    }

    /// "he" is the last man or woman who spoke, "it" the last body, "they" the last group.
    fn pronoun(&self, head: &Token) -> Option<Arc<str>> {
        let fits: &[Kind] = match head.text(self.text).to_ascii_lowercase().as_str() {
            "he" | "she" | "his" | "her" => &[Kind::Person, Kind::Name],
            "it" | "its" => &[Kind::Body, Kind::Document, Kind::Name],
            "they" | "their" => &[Kind::People, Kind::Body],
            _ => return None,
        };
        self.last(|past| fits.contains(&past.kind))
    }

    /// The last source that fits.
    fn last(&self, fits: impl Fn(&Past) -> bool) -> Option<Arc<str>> {
        let mut recent = self.past.iter().rev().take(MEMORY);
        recent.find(|past| fits(past)).map(|past| past.name.clone())
    }

    fn is(&self, token: &Token, kind: Who) -> bool {
        self.lexicon.speakers.is(token.word, kind)
    }

    fn kind(&self, head: &Token) -> Kind {
        if self.is(head, Who::Organisation) {
            Kind::Body
        } else if self.is(head, Who::Document) {
            Kind::Document
        } else if matches!(head.tag, Tag::Nouns | Tag::Names) {
            Kind::People
        } else {
            Kind::Person
        }
    }

    fn named(&self, source: &Source, core: &[Token], head: &Token) -> (Arc<str>, Kind) {
        let kind = self.kind(head);
        // "Saleh and Lund"
        if core.iter().any(|token| token.tag == Tag::Conjunction) {
            return (self.plain(source), Kind::People);
        }
        if let Some(name) = self.titled_name(core, head) {
            return (name, Kind::Person);
        }
        if kind != Kind::Body
            && let Some((name, kind)) = self.proper_name(source, core, head)
        {
            return (name, kind);
        }
        // "the ministry", but not "the Turkish ministry"
        let bare = source.span == source.core
            && core.len() == 2
            && core[0].text(self.text).eq_ignore_ascii_case("the");
        if bare && let Some(known) = self.known(head, kind) {
            return (known, kind);
        }
        (self.plain(source), kind)
    }

    /// "Defence Minister **Rami Saleh**", "Secretary of State **Ann Lund**"
    fn titled_name(&self, core: &[Token], head: &Token) -> Option<Arc<str>> {
        if self.is(head, Who::Organisation) || self.is(head, Who::Title) {
            return None;
        }
        let (_, before) = core.split_last()?;
        let title = before
            .iter()
            .rposition(|token| self.is(token, Who::Title) || self.is(token, Who::Person))?;
        let mut name = &core[title + 1..];
        if name
            .first()
            .is_some_and(|of| of.is(self.text, "of") || of.is(self.text, "for"))
        {
            // the first word behind "of" is the office
            name = name.get(2..)?;
        }
        while name
            .first()
            .is_some_and(|first| !first.capital && first.kind == TokenKind::Mark)
        {
            name = &name[1..];
        }
        let first = name.first()?;
        let capitals = name
            .iter()
            .all(|token| token.capital || token.kind != TokenKind::Word);
        if !capitals {
            return None;
        }
        let span = first.span().to(head.span());
        Some(self.names().fullest(span, head.text(self.text)))
    }

    /// "Rami Saleh", "Ankara", "RWL"
    fn proper_name(
        &self,
        source: &Source,
        core: &[Token],
        head: &Token,
    ) -> Option<(Arc<str>, Kind)> {
        let first = core
            .iter()
            .find(|token| token.capital && token.tag != Tag::Determiner)?;
        let name =
            head.capital && !matches!(head.tag, Tag::Adjective) && !self.is(head, Who::Title);
        let joined = core
            .iter()
            .skip_while(|token| token.span() != first.span())
            .all(|token| token.capital || token.kind != TokenKind::Word);
        // "Ann Lund of the Rescue League", but "Doctors Without Borders"
        let alone = source.span == source.core || core.len() > 1 && self.kind(head) == Kind::Person;
        if !name || !joined || !alone {
            return None;
        }
        if let Some(full) = self.spelled_out(core, head) {
            return Some((full, Kind::Body));
        }
        let span = first.span().to(head.span());
        let name = self.names().fullest(span, head.text(self.text));
        let kind = match self.kind(head) {
            Kind::Person if !name.contains(' ') => Kind::Name,
            kind => kind,
        };
        Some((name, kind))
    }

    /// "U.N." → "United Nations", by the document's own definition or by the lexicon.
    fn spelled_out(&self, core: &[Token], head: &Token) -> Option<Arc<str>> {
        let short = head.text(self.text);
        let capitals = short.len() > 1
            && short
                .chars()
                .all(|letter| letter.is_uppercase() || letter == '.');
        let alone = core
            .iter()
            .filter(|token| token.tag != Tag::Determiner)
            .count()
            == 1;
        if !capitals || !alone {
            return None;
        }
        let lexicon = || self.lexicon.speakers.organisations.word(head.word).cloned();
        let letters = || self.last(|past| past.proper && abbreviates(short, &past.name));
        self.names()
            .defined(short)
            .or_else(letters)
            .or_else(lexicon)
    }

    /// "the ministry" is the last source that was called a ministry, "the minister" the last one named
    /// with that title; "the statement" is the last speaker's.
    fn known(&self, head: &Token, kind: Kind) -> Option<Arc<str>> {
        let word = head.text(self.text);
        let called = |past: &Past| {
            let source = past.source.slice(self.text);
            source.len() > word.len() + 4
                && source
                    .split(|letter: char| !letter.is_alphanumeric())
                    .any(|piece| piece.eq_ignore_ascii_case(word))
        };
        let titled = || {
            let title = self.is(head, Who::Title);
            title.then(|| self.names().titled(head.word, head.span().start()))?
        };
        let meant = || match kind {
            Kind::Body => {
                self.last(|past| past.proper && matches!(past.kind, Kind::Body | Kind::Name))
            }
            Kind::Document if Self::is_utterance(word) => {
                self.last(|past| past.kind != Kind::Document)
            }
            _ => None,
        };
        let lower = !head.capital;
        let named = || {
            let one = matches!(kind, Kind::Body | Kind::Person) && lower;
            one.then(|| self.names().called(word, head.span().start()))?
        };
        self.last(called)
            .or_else(titled)
            .or_else(named)
            .or_else(|| lower.then(meant)?)
    }

    fn is_utterance(word: &str) -> bool {
        ["statement", "letter", "release", "communique", "communiqué"]
            .iter()
            .any(|utterance| utterance.eq_ignore_ascii_case(word))
    }

    /// The words themselves, without "the" and "a".
    fn plain(&self, source: &Source) -> Arc<str> {
        let words = source.span.slice(self.text);
        let bare = ["the ", "a ", "an "].into_iter().find_map(|article| {
            let start = words.get(..article.len())?;
            start
                .eq_ignore_ascii_case(article)
                .then(|| &words[article.len()..])
        });
        one_line(bare.unwrap_or(words))
    }
}

/// Whether the letters of a short form are the initials of a name: "RWL", "Rescue Workers' League".
fn abbreviates(short: &str, name: &str) -> bool {
    let initials = name
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .filter(|initial| initial.is_uppercase());
    name.len() > short.len() + 4 && initials.eq(short.chars().filter(|letter| *letter != '.'))
}
