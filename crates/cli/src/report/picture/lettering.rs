//! How wide words are, without the letters: an estimate that errs on the wide side.

/// How many units some words take at this size of letters.
pub(super) fn width(words: &str, size: i32) -> i32 {
    let mills: i64 = words.chars().map(mills).sum();
    i32::try_from(mills * i64::from(size) / 1_000 + 1).unwrap_or(i32::MAX)
}

/// The words, or as many of them as there is room for, and "…".
pub(super) fn fitted(words: &str, size: i32, room: i32) -> String {
    if width(words, size) <= room {
        return words.to_owned();
    }
    let mut left = i64::from(room - width("…", size)) * 1_000;
    let kept = words.chars().take_while(|&c| {
        left -= mills(c) * i64::from(size);
        left >= 0
    });
    let kept: String = kept.collect();
    format!("{}…", kept.trim_end())
}

/// The width of a letter in thousandths of its size: of Helvetica and its like, a tenth added.
fn mills(c: char) -> i64 {
    match c {
        'i' | 'j' | 'l' | '\'' | '|' | ' ' | '.' | ',' | ':' | ';' | '!' | 'I' | '·' => 310,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '/' | '-' | '"' | '“' | '”' => 400,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' | '—' => 1_050,
        'A'..='Z' => 800,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' => 0,
        c if c < '\u{1100}' => 620,
        _ => 1_100,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_fit_stay() {
        assert_eq!(fitted("The Post", 12, 100), "The Post");
    }

    #[test]
    fn words_that_do_not_fit_end_in_dots() {
        let words = fitted("The Evening Post of the Northern Coast", 12, 100);
        assert_eq!(words, "The Evening…");
        assert!(width(&words, 12) <= 100);
    }

    #[test]
    fn a_word_without_end_is_cut() {
        assert!(fitted(&"a".repeat(1_000_000), 12, 100).len() < 30);
    }

    #[test]
    fn wide_letters_take_more_room() {
        assert!(width("WWW", 12) > width("iii", 12));
        assert!(width("地震", 12) > width("ab", 12));
    }
}
