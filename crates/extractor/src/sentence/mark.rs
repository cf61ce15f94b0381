use crate::{Lexicon, lexicon::WordId};

/// White space, and the marks that stand for none.
pub(super) fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{200b}')
}

/// Ends a sentence, if anything does.
pub(super) fn is_stop(letter: char) -> bool {
    matches!(letter, '.' | '!' | '?' | '…')
}

/// May stand between a full stop and the blank behind it, and belongs to what is before it.
pub(super) fn is_closer(letter: char) -> bool {
    matches!(
        letter,
        '"' | '”' | '“' | '’' | '\'' | '»' | ')' | ']' | '}' | '*' | '_'
    )
}

/// May stand before the first letter of a sentence.
pub(super) fn is_opener(letter: char) -> bool {
    matches!(
        letter,
        '"' | '“' | '”' | '„' | '‘' | '\'' | '`' | '«' | '(' | '[' | '{' | '*' | '_' | '¿' | '¡'
    )
}

/// How the next sentence, or the rest of this one, begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    Capital,
    /// "said", but not "al-Shabab", which opens sentences as it is.
    Small,
    Digit,
    /// A comma, a dash, …: what is before it goes on.
    Continuing,
    /// Any other mark, or a letter that has no case.
    Other,
}

impl Opening {
    /// Of what `rest` begins with.
    pub(super) fn of(rest: &str) -> Self {
        let word = rest.trim_start_matches(is_opener);
        let mut letters = word.chars();
        let Some(first) = letters.next() else {
            return Self::Other;
        };
        if first.is_ascii_digit() {
            return Self::Digit;
        }
        if first.is_uppercase() {
            return Self::Capital;
        }
        if first.is_lowercase() {
            let bears_capital = letters
                .take(4)
                .take_while(|letter| letter.is_alphabetic() || matches!(letter, '-' | '’' | '\''))
                .any(char::is_uppercase);
            return if bears_capital {
                Self::Capital
            } else {
                Self::Small
            };
        }
        match first {
            ',' | ';' | ':' | '-' | '–' | '—' | '/' | '%' => Self::Continuing,
            _ => Self::Other,
        }
    }
}

/// The first word of `rest`: letters, with the stops inside "U.S" but not the last one.
pub(super) fn first_word(rest: &str) -> &str {
    let rest = rest.trim_start_matches(is_opener);
    let end = rest
        .find(|letter: char| !letter.is_alphanumeric() && letter != '.')
        .unwrap_or(rest.len());
    rest[..end].trim_end_matches('.')
}

/// The last word of `text`, up to 24 bytes of it, without the marks around it.
pub(super) fn last_word(text: &str) -> &str {
    let mut least = text.len().saturating_sub(24);
    while !text.is_char_boundary(least) {
        least += 1;
    }
    let word = text[least..]
        .rsplit(|letter: char| {
            is_blank(letter) || matches!(letter, '-' | '–' | '—' | '/' | '…' | ',' | ';' | ':')
        })
        .next()
        .unwrap_or_default();
    word.trim_start_matches(is_opener)
        .trim_end_matches(is_closer)
}

/// The number of a short word in any case.
pub(super) fn known(lexicon: &Lexicon, word: &str) -> WordId {
    let mut lower = [0; 16];
    let Some(lower) = lower.get_mut(..word.len()) else {
        return WordId::UNKNOWN;
    };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    std::str::from_utf8(lower).map_or(WordId::UNKNOWN, |lower| lexicon.vocabulary.id(lower))
}
