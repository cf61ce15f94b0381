//! Words, numbers and marks.

use crate::{
    Span, Tag, lexer,
    lexicon::{Vocabulary, WordId},
};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum TokenKind {
    /// Letters with hyphens, full stops and apostrophes inside: soldier, al-Bab, U.S., six-hour, F-16.
    Word,
    /// Digits with separators: 6, 700,000, 3.7
    Number,
    /// Letters and digits: M4, 10th, 27-year-old, 1990s
    Mixed,
    /// Addresses of the web and of mail.
    Address,
    /// Quotation marks of any shape.
    Quote,
    /// The genitive ending of a word: 's, or ' after s.
    Genitive,
    /// Full stops, commas, brackets, dashes, currency and percent signs.
    Mark,
}

/// One token of a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    start: u32,
    end: u32,
    /// Its entry in the vocabulary of the lexicon, by its lower-case form.
    pub(crate) word: WordId,
    pub(crate) kind: TokenKind,
    pub(crate) tag: Tag,
    /// It begins with a capital letter.
    pub(crate) capital: bool,
    pub(crate) letters: Letters,
}

/// What the bytes of a token are, found in the one pass that hashes them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Letters {
    /// FNV-1a over its bytes, capitals A to Z made small.
    pub(crate) hash: u64,
    kinds: u8,
}

impl Letters {
    pub(crate) fn of(piece: &str) -> Self {
        const PRIME: u64 = 0x0100_0000_01b3;
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        let mut kinds = 0;
        for &byte in piece.as_bytes() {
            kinds |= KINDS[byte as usize];
            hash = (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(PRIME);
        }
        Self { hash, kinds }
    }

    /// It holds a small letter from a to z.
    pub(crate) fn small(self) -> bool {
        self.kinds & SMALL != 0
    }

    /// It holds a digit from 0 to 9.
    pub(crate) fn digit(self) -> bool {
        self.kinds & DIGIT != 0
    }

    /// It holds a plain hyphen.
    pub(crate) fn hyphen(self) -> bool {
        self.kinds & HYPHEN != 0
    }

    /// It may hold an apostrophe.
    fn apostrophe(self) -> bool {
        self.kinds & (APOSTROPHE | BEYOND) != 0
    }

    fn ascii(self) -> bool {
        self.kinds & BEYOND == 0
    }
}

const SMALL: u8 = 1;
const DIGIT: u8 = 2;
const HYPHEN: u8 = 4;
const APOSTROPHE: u8 = 8;
const BEYOND: u8 = 16;

/// What each byte adds to the letters of a token.
const KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            b'a'..=b'z' => SMALL,
            b'0'..=b'9' => DIGIT,
            b'-' => HYPHEN,
            b'\'' => APOSTROPHE,
            128.. => BEYOND,
            _ => 0,
        };
        byte += 1;
    }
    kinds
};

impl Token {
    pub(crate) fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    pub(crate) fn text<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start as usize..self.end as usize]
    }

    /// Whether it is this mark: `token.is(text, ",")`.
    pub(crate) fn is(&self, text: &str, mark: &str) -> bool {
        self.text(text) == mark
    }
}

/// The tokens of `span`, not yet tagged.
pub(crate) fn tokens(vocabulary: &Vocabulary, text: &str, span: Span) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(span.len() / 5 + 1);
    let mut lower = String::new();
    let slice = span.slice(text);
    pieces(slice, |kind, start, end, letters| {
        let piece = &slice[start..end];
        let word = match kind {
            TokenKind::Number | TokenKind::Address => WordId::UNKNOWN,
            _ if letters.ascii() => vocabulary.hashed(letters.hash),
            _ => {
                fold(piece, &mut lower);
                vocabulary.id(&lower)
            }
        };
        let capital = match piece.as_bytes().first() {
            Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
            _ => piece.chars().next().is_some_and(char::is_uppercase),
        };
        tokens.push(Token {
            start: (span.start() + start) as u32,
            end: (span.start() + end) as u32,
            word,
            kind,
            tag: Tag::default(),
            capital,
            letters,
        });
    });
    tokens
}

/// The words of a lexicon entry, cut as text is cut.
pub(crate) fn words(phrase: &str) -> impl Iterator<Item = &str> {
    let mut words = Vec::new();
    pieces(phrase, |_, start, end, _| words.push(&phrase[start..end]));
    words.into_iter()
}

/// Lower case, with one shape of apostrophe and hyphen.
pub(crate) fn fold(piece: &str, lower: &mut String) {
    lower.clear();
    if piece.is_ascii() {
        lower.push_str(piece);
        lower.make_ascii_lowercase();
        return;
    }
    for letter in piece.chars() {
        match letter {
            '’' | '‘' => lower.push('\''),
            '‐' | '‑' => lower.push('-'),
            _ => lower.extend(letter.to_lowercase()),
        }
    }
}

/// Cuts `text`, and parts "Turkey's" into "Turkey" and "'s", "didn't" into "did" and "n't".
fn pieces(text: &str, mut push: impl FnMut(TokenKind, usize, usize, Letters)) {
    lexer::pieces(text, |kind, start, end| {
        let letters = Letters::of(&text[start..end]);
        let parts = letters.apostrophe() && matches!(kind, TokenKind::Word | TokenKind::Mixed);
        match parts.then(|| clitic(&text[start..end])).flatten() {
            Some((at, clitic)) => {
                let at = start + at;
                push(kind, start, at, Letters::of(&text[start..at]));
                push(clitic, at, end, Letters::of(&text[at..end]));
            }
            None => push(kind, start, end, letters),
        }
    });
}

/// Where a word's ending that is a word of its own begins.
fn clitic(word: &str) -> Option<(usize, TokenKind)> {
    for ending in ["n't", "n’t", "N'T", "N’T"] {
        if word.len() > ending.len() && word.ends_with(ending) {
            return Some((word.len() - ending.len(), TokenKind::Word));
        }
    }
    let at = word.rfind(['\'', '’'])?;
    let ending = word[at..].trim_start_matches(['\'', '’']);
    match ending {
        "s" | "S" if at > 0 => Some((at, TokenKind::Genitive)),
        "re" | "ve" | "ll" | "d" | "m" if at > 0 => Some((at, TokenKind::Word)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let words: Vec<_> = words(text).collect();
        assert_eq!(words.join(" "), expected);
    }

    #[test]
    fn numbers_keep_their_separators() {
        check(
            "nearly 700,000 of 3.7 million.",
            "nearly 700,000 of 3.7 million .",
        );
        check("30-35 troops, $25, 53%", "30 - 35 troops , $ 25 , 53 %");
        check("in 2019, 12 men", "in 2019 , 12 men");
    }

    #[test]
    fn names_of_weapons_are_one_token() {
        check(
            "F-16 jets, Su-24, COVID-19, the M4",
            "F-16 jets , Su-24 , COVID-19 , the M4",
        );
        check(
            "a 27-year-old, the 10th, 1990s",
            "a 27-year-old , the 10th , 1990s",
        );
    }

    #[test]
    fn endings_that_are_words_stand_alone() {
        check("Turkey's posts didn't fall", "Turkey 's posts did n't fall");
        check("Turkey’s, they’re", "Turkey ’s , they ’re");
        check(
            "al-Bab, Ma'arrat al-Nu'man, O'Brien",
            "al-Bab , Ma'arrat al-Nu'man , O'Brien",
        );
    }

    #[test]
    fn short_forms_keep_their_stops() {
        check("the U.S. envoy", "the U.S. envoy");
    }

    #[test]
    fn addresses_are_one_token() {
        check(
            "see https://www.example.org/a?b=1 or desk@example.org",
            "see https://www.example.org/a?b=1 or desk@example.org",
        );
    }
}
