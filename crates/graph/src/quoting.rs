//! Words of a text as a sentence of ours quotes them: “six Turkish soldiers”.

/// The words within quotation marks of ours.
///
/// A quotation within them stands between single marks, and a mark whose partner lies outside of
/// the words is left out: `said the "convoy` is “said the convoy”.
pub fn quoted(words: &str) -> String {
    let mut quoted = String::with_capacity(words.len() + 8);
    quoted.push('“');
    let mut open: Option<usize> = None;
    for (at, c) in words.char_indices() {
        match (c, open) {
            ('“' | '”' | '„' | '"' | '«' | '»', None) if opens(c, &words[at..]) => {
                open = Some(quoted.len());
                quoted.push('‘');
            }
            ('”' | '"' | '»', Some(_)) => {
                open = None;
                quoted.push('’');
            }
            ('“' | '”' | '„' | '"' | '«' | '»', _) => {}
            (c, _) => quoted.push(c),
        }
    }
    if let Some(lonely) = open {
        quoted.remove(lonely);
    }
    quoted.push('”');
    quoted
}

/// Whether a mark opens a quotation that is closed again.
fn opens(mark: char, rest: &str) -> bool {
    let behind = &rest[mark.len_utf8()..];
    match mark {
        '"' => behind.contains('"'),
        '“' | '„' => behind.contains('”'),
        '«' => behind.contains('»'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: &str) {
        assert_eq!(quoted(words), expected);
    }

    #[test]
    fn words_stand_between_marks() {
        check("six soldiers", "“six soldiers”");
    }

    #[test]
    fn a_quotation_within_has_single_marks() {
        check("the \"safe\" zone", "“the ‘safe’ zone”");
        check("the “safe” zone", "“the ‘safe’ zone”");
    }

    #[test]
    fn a_mark_without_a_partner_is_left_out() {
        check("30 troops\" were killed", "“30 troops were killed”");
        check("said the \"convoy", "“said the convoy”");
        check("said the “convoy", "“said the convoy”");
        check("fell” on Monday", "“fell on Monday”");
        check("the \"safe\" zone\" fell", "“the ‘safe’ zone fell”");
    }

    #[test]
    fn apostrophes_stay() {
        check("the army's '90s", "“the army's '90s”");
    }
}
