//! From the words that name a source to the speaker: "he" to the man, "Saleh" to "Rami Saleh".

use std::{cell::OnceCell, sync::Arc};

use super::Source;
use crate::{
    Lexicon, Span, Tag,
    lexicon::Kind as Who,
    sentence::Sentence,
    token::{Token, TokenKind},
};

/// How many named sources are looked through for the one that "the ministry" means.
const MEMORY: usize = 40;

/// Knows who has spoken in a document so far.
pub(super) struct Cast<'d> {
    lexicon: &'d Lexicon,
    text: &'d str,
    sentences: &'d [Sentence],
    names: OnceCell<Vec<Name<'d>>>,
    past: Vec<Past>,
}

/// A name of several words as the document has it, by its last word.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Name<'d> {
    last: &'d str,
    span: Span,
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
        let core = self.tokens(source.sentence, source.core);
        let head = core
            .iter()
            .rev()
            .find(|token| matches!(token.kind, TokenKind::Word | TokenKind::Mixed))?;
        if matches!(head.tag, Tag::Pronoun | Tag::Possessive) && core.len() == 1 {
            return self.pronoun(head);
        }
        let (name, kind) = self.named(source, core, head)?;
        self.past.push(Past {
            name: name.clone(),
            source: source.span,
            kind,
            proper: head.capital,
        });
        Some(name)
    }

    fn tokens(&self, sentence: usize, span: Span) -> &'d [Token] {
        let tokens = &self.sentences[sentence].tokens;
        let start = tokens.partition_point(|token| token.span().start() < span.start());
        let end = tokens.partition_point(|token| token.span().end() <= span.end());
        &tokens[start..end.max(start)]
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

    fn last(&self, fits: impl Fn(&Past) -> bool) -> Option<Arc<str>> {
        let recent = self.past.iter().rev().take(MEMORY);
        recent
            .into_iter()
            .find(|past| fits(past))
            .map(|past| past.name.clone())
    }

    fn named(&self, source: &Source, core: &[Token], head: &Token) -> Option<(Arc<str>, Kind)> {
        let speakers = &self.lexicon.speakers;
        let is = |token: &Token, kind| speakers.is(token.word, kind);
        let kind = if is(head, Who::Organisation) {
            Kind::Body
        } else if is(head, Who::Document) {
            Kind::Document
        } else if matches!(head.tag, Tag::Nouns | Tag::Names) {
            Kind::People
        } else {
            Kind::Person
        };
        let title = core
            .iter()
            .rposition(|token| is(token, Who::Title) || is(token, Who::Person));
        let body = core.iter().any(|token| is(token, Who::Organisation));
        // "Defence Minister **Rami Saleh**"
        if let Some(title) = title
            && title + 1 < core.len()
            && core[title + 1..]
                .iter()
                .all(|token| token.capital || token.kind != TokenKind::Word)
            && !is(head, Who::Organisation)
        {
            let first = core[title + 1..].iter().find(|token| token.capital)?;
            let name = self.fullest(first.span().to(head.span()), first, head);
            return Some((name, Kind::Person));
        }
        let named = core
            .iter()
            .rev()
            .take_while(|token| token.capital || token.kind == TokenKind::Mark)
            .filter(|token| token.capital)
            .last();
        if let Some(first) = named
            && title.is_none()
            && !body
            && !matches!(head.tag, Tag::Adjective)
        {
            if let Some(full) = self.spelled_out(source, core) {
                return Some((full, Kind::Body));
            }
            if source.span == source.core || kind == Kind::Person {
                let first = core
                    .iter()
                    .find(|token| token.capital && token.tag != Tag::Determiner)
                    .unwrap_or(first);
                let name = self.fullest(first.span().to(head.span()), first, head);
                let kind = if name.contains(' ') {
                    Kind::Person
                } else {
                    Kind::Name
                };
                return Some((name, kind));
            }
        }
        if core
            .first()
            .is_some_and(|token| token.is(self.text, "the") || token.is(self.text, "The"))
            && let Some(known) = self.known(head, kind)
        {
            return Some((known, kind));
        }
        Some((self.plain(source), kind))
    }

    /// The document's fullest form of a name that ends alike: "Saleh" → "Rami Saleh".
    fn fullest(&self, span: Span, first: &Token, head: &Token) -> Arc<str> {
        let words = span.slice(self.text);
        if first.span() != head.span() && words.len() > 24 {
            return words.into();
        }
        let last = head.text(self.text);
        let names = self.names.get_or_init(|| self.names());
        let start = names.partition_point(|name| name.last < last);
        let alike = names[start..].iter().take_while(|name| name.last == last);
        let mut best: Option<Span> = None;
        for name in alike.take(200) {
            let longer =
                name.span.len() > span.len() && name.span.slice(self.text).ends_with(words);
            let nearer = |best: Span| {
                // of two with one surname the last before this mention
                name.span.start() < span.start() || best.start() > span.start()
            };
            if longer
                && best.is_none_or(|best| {
                    nearer(best)
                        && (name.span.len() >= best.len()
                            || name.span.slice(self.text).split(' ').next()
                                != best.slice(self.text).split(' ').next())
                })
            {
                best = Some(name.span);
            }
        }
        best.unwrap_or(span).slice(self.text).into()
    }

    /// All runs of two to five names, sorted by their last word.
    fn names(&self) -> Vec<Name<'d>> {
        let mut names = Vec::new();
        for sentence in self.sentences {
            let mut run: Option<(usize, usize)> = None;
            for (at, token) in sentence.tokens.iter().enumerate() {
                let title = self.lexicon.speakers.is(token.word, Who::Title)
                    || self.lexicon.speakers.is(token.word, Who::Day);
                let name = token.capital && matches!(token.tag, Tag::Name | Tag::Names) && !title;
                match (&mut run, name) {
                    (Some((_, end)), true) => *end = at,
                    (None, true) => run = Some((at, at)),
                    (Some(_), false) => self.keep(sentence, run.take(), &mut names),
                    (None, false) => {}
                }
            }
            self.keep(sentence, run, &mut names);
        }
        names.sort_unstable();
        names
    }

    fn keep(&self, sentence: &'d Sentence, run: Option<(usize, usize)>, names: &mut Vec<Name<'d>>) {
        let Some((first, last)) = run.filter(|(first, last)| (1..5).contains(&(last - first)))
        else {
            return;
        };
        names.push(Name {
            last: sentence.tokens[last].text(self.text),
            span: sentence.stretch(first..last + 1),
        });
    }

    /// "U.N." → "United Nations", by the document's own definition or by the lexicon.
    fn spelled_out(&self, source: &Source, core: &[Token]) -> Option<Arc<str>> {
        let [.., short] = core else { return None };
        let piece = short.text(self.text);
        let capitals = piece.len() > 1
            && piece
                .chars()
                .all(|letter| letter.is_uppercase() || letter == '.');
        let alone = core
            .iter()
            .filter(|token| token.tag != Tag::Determiner)
            .count()
            == 1;
        if !capitals || !alone || source.span != source.core {
            return None;
        }
        self.defined(piece).or_else(|| {
            self.lexicon
                .speakers
                .organisations
                .word(short.word)
                .cloned()
        })
    }

    /// "the Rescue Workers' League (RWL)"
    fn defined(&self, short: &str) -> Option<Arc<str>> {
        let first = short.chars().next()?;
        for sentence in self.sentences {
            for (at, token) in sentence.tokens.iter().enumerate() {
                if token.text(self.text) != short
                    || at < 2
                    || !sentence.tokens[at - 1].is(self.text, "(")
                {
                    continue;
                }
                let mut start = at - 1;
                let mut best = None;
                while let Some(before) = start.checked_sub(1).filter(|before| before + 12 > at) {
                    let token = &sentence.tokens[before];
                    let piece = token.text(self.text);
                    if !token.capital
                        && !matches!(
                            piece,
                            "of" | "for" | "and" | "the" | "in" | "'s" | "’s" | "&"
                        )
                    {
                        break;
                    }
                    if token.capital && piece.starts_with(first) {
                        best = Some(before);
                    }
                    start = before;
                }
                if let Some(start) = best {
                    return Some(sentence.stretch(start..at - 1).slice(self.text).into());
                }
            }
        }
        None
    }

    /// "the ministry" is the last source that was called a ministry; "the statement" is the last speaker's.
    fn known(&self, head: &Token, kind: Kind) -> Option<Arc<str>> {
        let word = head.text(self.text).to_lowercase();
        let called = |past: &Past| {
            let source = past.source.slice(self.text);
            source.len() > word.len() + 4
                && source
                    .split(|letter: char| !letter.is_alphanumeric())
                    .any(|piece| piece.eq_ignore_ascii_case(&word))
        };
        self.last(called).or_else(|| match kind {
            Kind::Body => {
                self.last(|past| past.proper && matches!(past.kind, Kind::Body | Kind::Name))
            }
            Kind::Document if matches!(word.as_str(), "statement" | "letter" | "release") => {
                self.last(|past| past.kind != Kind::Document)
            }
            _ => None,
        })
    }

    /// The words themselves, without "the" and "a".
    fn plain(&self, source: &Source) -> Arc<str> {
        let words = source.span.slice(self.text);
        let bare = ["the ", "a ", "an "]
            .into_iter()
            .find(|article| {
                words
                    .get(..article.len())
                    .is_some_and(|start| start.eq_ignore_ascii_case(article))
            })
            .map_or(words, |article| &words[article.len()..]);
        if bare.contains('\n') {
            return bare.split_whitespace().collect::<Vec<_>>().join(" ").into();
        }
        bare.into()
    }
}
