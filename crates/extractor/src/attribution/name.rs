//! The names of a document: the fullest form of each, who bears which title, what short forms stand for.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    Lexicon, Span, Tag,
    lexicon::{Kind as Who, WordId},
    sentence::Sentence,
    token::Token,
};

/// A name has at most this many words.
const LENGTH: usize = 6;
/// Of names that share a word so many are looked at.
const NAMESAKES: usize = 200;

/// Every run of names in a document, by its words.
pub(super) struct Names<'d> {
    text: &'d str,
    by_word: Vec<Name<'d>>,
    /// Those with a title, by it, in reading order.
    by_title: BTreeMap<WordId, Vec<Name<'d>>>,
    /// What short forms stand for.
    definitions: BTreeMap<&'d str, Span>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Name<'d> {
    /// One of its words but the first, without the article of Arabic names.
    word: &'d str,
    span: Span,
    /// The title before it: "**Minister** Rami Saleh".
    title: WordId,
}

impl<'d> Names<'d> {
    pub(super) fn read(lexicon: &Lexicon, text: &'d str, sentences: &'d [Sentence]) -> Self {
        let mut names = Self {
            text,
            by_word: Vec::new(),
            by_title: BTreeMap::new(),
            definitions: BTreeMap::new(),
        };
        for sentence in sentences {
            names.runs(lexicon, sentence);
            names.define(sentence);
        }
        names.by_word.sort_unstable();
        for name in &names.by_word {
            if name.title != WordId::UNKNOWN {
                names.by_title.entry(name.title).or_default().push(*name);
            }
        }
        for titled in names.by_title.values_mut() {
            titled.sort_by_key(|name| name.span.start());
        }
        names
    }

    /// "the Rescue Workers' League (**RWL**)": the first such place tells what a short form stands for.
    fn define(&mut self, sentence: &Sentence) {
        for (at, pair) in sentence.tokens.windows(2).enumerate().skip(1) {
            let [bracket, short] = pair else { continue };
            if !bracket.is(self.text, "(") {
                continue;
            }
            let short = short.text(self.text);
            let Some(first) = short.chars().next() else {
                continue;
            };
            if let Some(start) = self.definition(&sentence.tokens[..at], first) {
                let span = sentence.stretch(start..at);
                self.definitions.entry(short).or_insert(span);
            }
        }
    }

    fn runs(&mut self, lexicon: &Lexicon, sentence: &'d Sentence) {
        let mut run: Option<usize> = None;
        for (at, token) in sentence.tokens.iter().enumerate() {
            let is = |kind| lexicon.speakers.is(token.word, kind);
            // "Ranger Mia Holm", but "James Ranger"
            let kind = is(Who::Person)
                && sentence
                    .tokens
                    .get(at + 1)
                    .is_some_and(|next| next.capital && next.tag == Tag::Name);
            let title = is(Who::Title) || is(Who::Day) || kind;
            let name = token.capital && matches!(token.tag, Tag::Name | Tag::Names) && !title;
            let parted = run.is_some() && self.parted(&sentence.tokens[at - 1], token);
            if (parted || !name)
                && let Some(first) = run.take()
            {
                self.keep(lexicon, sentence, first, at - 1);
            }
            if name {
                run.get_or_insert(at);
            }
        }
        if let Some(first) = run {
            self.keep(lexicon, sentence, first, sentence.tokens.len() - 1);
        }
    }

    /// Whether a blank line stands between two words.
    fn parted(&self, before: &Token, after: &Token) -> bool {
        let gap = self.text.get(before.span().end()..after.span().start());
        gap.is_some_and(|gap| gap.matches('\n').count() > 1)
    }

    fn keep(&mut self, lexicon: &Lexicon, sentence: &'d Sentence, mut first: usize, last: usize) {
        let tokens = &sentence.tokens;
        // "Secretary of State **Mia Holm**"
        let office = first >= 2
            && last > first
            && tokens[first - 1].is(self.text, "of")
            && lexicon.speakers.is(tokens[first - 2].word, Who::Title);
        first += usize::from(office);
        let title = first
            .checked_sub(1)
            .map(|before| sentence.tokens[before].word)
            .filter(|&word| {
                lexicon.speakers.is(word, Who::Title) || lexicon.speakers.is(word, Who::Person)
            })
            .unwrap_or(WordId::UNKNOWN);
        if last - first >= LENGTH || first == last && title == WordId::UNKNOWN {
            return;
        }
        let span = sentence.stretch(first..last + 1);
        for token in &sentence.tokens[last.min(first + 1)..=last] {
            self.by_word.push(Name {
                word: bare(token.text(self.text)),
                span,
                title,
            });
        }
    }

    /// The fullest form of the name at `span`, which ends with `last`: "Saleh" → "Rami Saleh".
    ///
    /// Of several namesakes it is the one that was named last before.
    pub(super) fn fullest(&self, span: Span, last: &str) -> Arc<str> {
        let (words, last) = (span.slice(self.text), bare(last));
        let start = self.by_word.partition_point(|name| name.word < last);
        let mut best: Option<Span> = None;
        let namesakes = self.by_word[start..].iter().take(NAMESAKES);
        for name in namesakes.take_while(|name| name.word == last) {
            let full = name.span.slice(self.text);
            let longer = full.len() > words.len() && full.contains(bare(words));
            let ends = |name: &str| name.ends_with(last);
            let better = best.is_none_or(|best| {
                // a surname at the end counts for more than a word in between
                let (best_ends, name_ends) = (ends(best.slice(self.text)), ends(full));
                if best_ends != name_ends {
                    return name_ends;
                }
                let same =
                    best.slice(self.text).contains(full) || full.contains(best.slice(self.text));
                if same {
                    name.span.len() > best.len()
                } else {
                    name.span.start() < span.start() || best.start() > span.start()
                }
            });
            if longer && better {
                best = Some(name.span);
            }
        }
        one_line(best.unwrap_or(span).slice(self.text))
    }

    /// "the minister" is the last one before `end` that was called by title and name.
    pub(super) fn titled(&self, title: WordId, end: usize) -> Option<Arc<str>> {
        let titled = self.by_title.get(&title)?;
        let before = titled.partition_point(|name| name.span.end() <= end);
        let last = titled[..before].last()?;
        Some(self.fullest(last.span, last.word))
    }

    /// "the department" is the last one before `end` that is called so in its name.
    pub(super) fn called(&self, word: &str, end: usize) -> Option<Arc<str>> {
        let mut letters = word.chars();
        let capital: String = letters.next()?.to_uppercase().chain(letters).collect();
        let start = self
            .by_word
            .partition_point(|name| name.word < capital.as_str());
        let namesakes = self.by_word[start..].iter().take(NAMESAKES);
        let last = namesakes
            .take_while(|name| name.word == capital)
            .filter(|name| name.span.end() <= end)
            .max_by_key(|name| name.span.start())?;
        Some(one_line(last.span.slice(self.text)))
    }

    /// "the Rescue Workers' League (RWL)": what a short form stands for.
    pub(super) fn defined(&self, short: &str) -> Option<Arc<str>> {
        let span = self.definitions.get(short)?;
        Some(one_line(span.slice(self.text)))
    }

    /// Where the name begins that ends with these tokens, and begins with that letter.
    fn definition(&self, tokens: &[Token], first: char) -> Option<usize> {
        let mut best = None;
        for (at, token) in tokens.iter().enumerate().rev().take(12) {
            let piece = token.text(self.text);
            let joint = ["of", "for", "and", "the", "in", "'s", "’s", "'", "’", "&"];
            if !token.capital && !joint.contains(&piece) {
                break;
            }
            if token.capital && piece.starts_with(first) {
                best = Some(at);
            }
        }
        best
    }
}

/// The article that Arabic names begin with, in the spellings of the news.
const ARTICLES: [&str; 8] = ["al-", "Al-", "AL-", "el-", "El-", "EL-", "ul-", "ad-"];

/// "al-Assad" → "Assad"
fn bare(word: &str) -> &str {
    ARTICLES
        .into_iter()
        .find_map(|article| word.strip_prefix(article))
        .unwrap_or(word)
}

/// A name that a line break runs through, on one line.
pub(super) fn one_line(name: &str) -> Arc<str> {
    if name.contains('\n') {
        name.split_whitespace().collect::<Vec<_>>().join(" ").into()
    } else {
        name.into()
    }
}
