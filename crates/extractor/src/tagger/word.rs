use super::{Pack, TagSet};
use crate::{
    Tag,
    token::{Letters, Token, TokenKind},
};

/// How a sentence uses capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// Names and the first word have them.
    Usual,
    /// They tell nothing: "TWO KILLED IN BLAST", "Two Killed in Blast".
    Mute,
}

impl Case {
    pub(super) fn of(tokens: &[Token]) -> Self {
        let (mut words, mut capital) = (0_u32, 0_u32);
        for token in tokens {
            if token.kind == TokenKind::Word && token.span().len() > 3 {
                words += 1;
                capital += u32::from(token.capital);
            }
        }
        if words >= 4 && capital * 10 >= words * 9 {
            return Self::Mute;
        }
        if words == 0 || capital != words {
            return Self::Usual;
        }
        let shouted = tokens
            .iter()
            .filter(|token| token.kind == TokenKind::Word && token.span().len() > 3)
            .all(|token| !token.letters.small());
        if words >= 2 && shouted {
            Self::Mute
        } else {
            Self::Usual
        }
    }
}

/// The number of no tag.
pub(super) const NONE: u8 = 31;

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Shape {
    /// troops
    Lower,
    /// Ankara
    Capital,
    /// NATO, U.S.
    Capitals,
    /// Capitals tell nothing here.
    Mute,
    /// 10th, F-16, 1990s
    Mixed,
    /// 30, 700,000
    Digits,
    /// A year, likely: 1999
    Year,
    /// Marks, quotation marks, addresses.
    Mark,
    /// Before the first word and after the last.
    Edge,
}

/// One token as the tagger sees it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Of its lower-case letters.
    pub(super) hash: u64,
    /// Its last four letters, the last in the lowest byte.
    tail: u32,
    /// Its first three letters.
    pub(super) head: u32,
    pub(super) shape: Shape,
    pub(super) hyphen: bool,
    pub(super) allowed: TagSet,
    /// The number of its usual tag.
    pub(super) prior: u8,
    /// It was learned from so often that its endings say nothing new.
    pub(super) frequent: bool,
    /// How many words behind it are sure to be finite verbs, up to three.
    pub(super) verbs_ahead: u8,
}

impl Word {
    /// All tokens of a sentence.
    pub(super) fn all(pack: &Pack<'_>, text: &str, tokens: &[Token]) -> Vec<Self> {
        let case = Case::of(tokens);
        let mut words: Vec<_> = (0..tokens.len())
            .map(|at| Self::read(pack, text, tokens, at, case))
            .collect();
        let mut ahead = 0;
        for word in words.iter_mut().rev() {
            word.verbs_ahead = ahead;
            ahead = (ahead + u8::from(word.is_finite())).min(3);
        }
        words
    }

    /// What stands before the first word and after the last.
    pub(super) const END: Self = Self {
        hash: 1,
        tail: 0,
        head: 0,
        shape: Shape::Edge,
        hyphen: false,
        allowed: TagSet::OPEN,
        prior: NONE,
        frequent: true,
        verbs_ahead: 0,
    };

    pub(super) fn read(
        pack: &Pack<'_>,
        text: &str,
        tokens: &[Token],
        at: usize,
        case: Case,
    ) -> Self {
        let token = &tokens[at];
        let letters = token.text(text);
        match token.kind {
            TokenKind::Number => return Self::number(letters),
            TokenKind::Address => return Self::mark(letters, Tag::Other),
            TokenKind::Mark => return Self::mark(letters, mark(letters)),
            TokenKind::Quote if !closes_genitive(text, tokens, at) => {
                return Self::mark("\"", Tag::Punctuation);
            }
            _ => {}
        }
        let mut word = Self::spelled(letters, token.letters);
        word.shape = match (token.kind, case) {
            (TokenKind::Mixed, _) => Shape::Mixed,
            _ if token.letters.digit() => Shape::Mixed,
            (_, Case::Mute) => Shape::Mute,
            _ if !token.capital => Shape::Lower,
            _ if token.letters.small() => Shape::Capital,
            _ if letters.len() == 1 => Shape::Capital,
            _ => Shape::Capitals,
        };
        word.allowed = match token.kind {
            TokenKind::Quote => TagSet::of(&[Tag::Punctuation, Tag::Genitive]),
            _ => word.look_up(pack, at == 0),
        };
        if let Some(tag) = word.allowed.only() {
            word.prior = tag as u8;
        }
        word
    }

    /// The tags that the dictionary gives; a capital lets any noun, verb or adjective be a name.
    fn look_up(&mut self, pack: &Pack<'_>, first: bool) -> TagSet {
        const NAMES: TagSet = TagSet::of(&[Tag::Name, Tag::Names]);
        let Some((known, prior, frequent)) = pack.allowed(self.hash) else {
            self.frequent = false;
            return TagSet::OPEN;
        };
        self.prior = prior;
        self.frequent = frequent;
        let may_name = matches!(self.shape, Shape::Capital | Shape::Capitals) && !first;
        if may_name && known.meets(TagSet::OPEN) {
            return known.with(NAMES);
        }
        known
    }

    /// Whether it can hardly be anything but a finite verb: "were", "said", "may".
    fn is_finite(&self) -> bool {
        const FINITE: TagSet = TagSet::of(&[Tag::VerbPast, Tag::VerbPresent, Tag::Modal]);
        const VERBS: TagSet = FINITE.with(TagSet::of(&[Tag::Verb, Tag::Participle]));
        let usual = Tag::from_index(self.prior);
        self.frequent
            && self.allowed.within(VERBS)
            && usual.is_some_and(|usual| FINITE.holds(usual))
    }

    fn number(digits: &str) -> Self {
        let year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
        Self {
            hash: if year { 3 } else { 2 },
            shape: if year { Shape::Year } else { Shape::Digits },
            allowed: TagSet::of(&[Tag::Number]),
            prior: Tag::Number as u8,
            ..Self::END
        }
    }

    fn mark(letters: &str, tag: Tag) -> Self {
        Self {
            shape: Shape::Mark,
            allowed: TagSet::of(&[tag]),
            prior: tag as u8,
            ..Self::spell(letters)
        }
    }

    /// Its last letters, up to four, as one number.
    pub(super) fn tail(&self, letters: u32) -> u64 {
        u64::from(self.tail) & ((1 << (8 * letters)) - 1)
    }

    pub(super) fn spell(letters: &str) -> Self {
        Self::spelled(letters, Letters::of(letters))
    }

    /// With its first and last letters; the second byte of ’ and ‘ tells them from other marks well
    /// enough.
    fn spelled(spelling: &str, letters: Letters) -> Self {
        let bytes = spelling.as_bytes();
        let number = |bytes: &[u8]| {
            let small = bytes
                .iter()
                .map(|byte| u32::from(byte.to_ascii_lowercase()));
            small.fold(0, |number, byte| number << 8 | byte)
        };
        Self {
            shape: Shape::Lower,
            hash: letters.hash,
            head: number(&bytes[..bytes.len().min(3)]),
            tail: number(&bytes[bytes.len().saturating_sub(4)..]),
            hyphen: letters.hyphen(),
            ..Self::END
        }
    }
}

/// What a mark is.
fn mark(mark: &str) -> Tag {
    match mark {
        "%" => Tag::Noun,
        "&" => Tag::Conjunction,
        "$" | "£" | "€" | "¥" | "+" | "=" | "°" | "@" | "#" | "*" | "©" | "§" | "₹" => {
            Tag::Other
        }
        _ => Tag::Punctuation,
    }
}

/// Whether a quotation mark may be the genitive of "the workers' union".
fn closes_genitive(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &tokens[before]) else {
        return false;
    };
    before.span().end() == tokens[at].span().start()
        && matches!(tokens[at].text(text), "'" | "’")
        && before.text(text).ends_with(['s', 'S'])
        && tokens
            .get(at + 1)
            .is_some_and(|next| matches!(next.kind, TokenKind::Word | TokenKind::Mixed))
}
