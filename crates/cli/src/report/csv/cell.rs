use std::borrow::Cow;

/// Words of a document in a table.
pub(super) struct Cell<'a>(pub &'a str);

impl<'a> Cell<'a> {
    /// Words that a spreadsheet would take for a formula get a mark in front that makes them words;
    /// numbers stay numbers, and no control character stays.
    pub(super) fn harmless(&self) -> Cow<'a, str> {
        let clean: Cow<str> = if self.0.contains(|c: char| c.is_control()) {
            let kept = self.0.chars().map(|c| if c.is_control() { ' ' } else { c });
            kept.collect::<String>().into()
        } else {
            self.0.into()
        };
        let starts = clean.trim_start();
        let formula = starts.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
        if formula && starts.parse::<f64>().is_err() {
            return format!("'{clean}").into();
        }
        clean
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: &str) {
        assert_eq!(Cell(words).harmless(), expected);
    }

    #[test]
    fn a_formula_is_only_words() {
        check("=SUM(A1)", "'=SUM(A1)");
        check("+1-800", "'+1-800");
        check("@home", "'@home");
        check(" =1+1", "' =1+1");
        check("\t=1+1", "' =1+1");
        check("＝1+1", "'＝1+1");
    }

    #[test]
    fn numbers_stay_numbers() {
        check("-12.5", "-12.5");
        check("six", "six");
    }

    #[test]
    fn a_row_stays_on_its_line() {
        check("six\nsoldiers\u{0}", "six soldiers ");
    }
}
