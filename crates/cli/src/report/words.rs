//! Small words around numbers and lists.

use std::fmt;

/// "1 dispute", "3 disputes", "1,204 claims".
pub(crate) struct Count(pub usize, pub &'static str);

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(count, noun) = self;
        let digits = count.to_string();
        for (i, digit) in digits.char_indices() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                f.write_str(",")?;
            }
            write!(f, "{digit}")?;
        }
        write!(f, " {noun}{}", if *count == 1 { "" } else { "s" })
    }
}

/// "a", "a and b", "a, b and c".
pub(crate) struct List<'a, T>(pub &'a [T]);

impl<T: fmt::Display> fmt::Display for List<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, item) in self.0.iter().enumerate() {
            match self.0.len() - i {
                _ if i == 0 => {}
                1 => f.write_str(" and ")?,
                _ => f.write_str(", ")?,
            }
            write!(f, "{item}")?;
        }
        Ok(())
    }
}

/// Words of a document on a terminal: on one line, and unable to move its cursor.
pub(crate) struct Plain<T>(pub T);

impl<T: fmt::Display> fmt::Display for Plain<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write as _;
        for c in self.0.to_string().chars() {
            match c {
                '\n' | '\r' | '\t' => f.write_char(' ')?,
                // the marks that turn the direction of writing, so that a line reads as it is
                '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
                c if c.is_control() => f.write_char('\u{fffd}')?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// Words in lines of at most so many letters; a longer word is cut.
pub(super) fn wrapped(words: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut used = 0;
    for word in words.split_whitespace() {
        let word: String = match word.chars().count() {
            n if n > width => word.chars().take(width - 1).chain(['…']).collect(),
            _ => word.to_owned(),
        };
        let length = word.chars().count();
        match lines.last_mut() {
            Some(line) if used + 1 + length <= width => {
                line.push(' ');
                line.push_str(&word);
                used += 1 + length;
            }
            _ => {
                lines.push(word);
                used = length;
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_noun_has_a_plural() {
        assert_eq!(Count(1, "dispute").to_string(), "1 dispute");
        assert_eq!(Count(0, "dispute").to_string(), "0 disputes");
        assert_eq!(Count(1204, "claim").to_string(), "1,204 claims");
    }

    #[test]
    fn a_list_ends_in_and() {
        assert_eq!(List(&["a"]).to_string(), "a");
        assert_eq!(List(&["a", "b"]).to_string(), "a and b");
        assert_eq!(List(&["a", "b", "c"]).to_string(), "a, b and c");
    }

    #[test]
    fn words_are_wrapped() {
        assert_eq!(wrapped("at least 12 people", 9), ["at least", "12 people"]);
        assert_eq!(wrapped("unbelievably so", 6), ["unbel…", "so"]);
        assert!(wrapped(" ", 6).is_empty());
    }

    #[test]
    fn words_cannot_move_the_cursor() {
        assert_eq!(
            Plain("a\u{1b}[2Jb\nc\u{202e}d").to_string(),
            "a\u{fffd}[2Jb cd"
        );
    }
}
