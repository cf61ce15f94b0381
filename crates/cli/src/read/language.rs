use rashomon_extractor::Document;

/// A text with fewer letters than this is taken as English.
const LEAST_LETTERS: usize = 200;
/// So many letters tell that a text is English, as nearly every one is.
const FEW_LETTERS: usize = 400;
/// The judgement rests on no more letters than this, taken from the text's start.
const MOST_LETTERS: usize = 4_000;
/// English texts are made of these to a third and more; other languages have next to none of them.
const FUNCTION_WORDS: [&str; 24] = [
    "the", "of", "and", "to", "in", "that", "was", "were", "for", "on", "by", "with", "said",
    "from", "at", "has", "have", "had", "is", "are", "it", "they", "their", "which",
];

/// The language of a document, by its English name, if it is surely another than English.
pub(crate) fn foreign(document: &Document) -> Option<&'static str> {
    let few = sample(&document.text, FEW_LETTERS)?;
    if is_english(few) {
        return None;
    }
    let sample = sample(&document.text, MOST_LETTERS)?;
    // lists of names and upper-case copy mislead the letters, so the small words are asked first
    if is_english(sample) {
        return None;
    }
    let judgement = whatlang::detect(sample)?;
    let foreign = judgement.lang() != whatlang::Lang::Eng && judgement.is_reliable();
    foreign.then(|| judgement.lang().eng_name())
}

/// Whether a tenth of the words are small English ones.
fn is_english(text: &str) -> bool {
    let (mut all, mut english) = (0_usize, 0_usize);
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        all += usize::from(!word.is_empty());
        english += usize::from(is_function_word(word));
    }
    english * 10 > all
}

fn is_function_word(word: &str) -> bool {
    (2..=5).contains(&word.len())
        && FUNCTION_WORDS
            .iter()
            .any(|known| known.len() == word.len() && word.eq_ignore_ascii_case(known))
}

/// The start of a text, as far as it is needed; `None` if it holds too few letters.
fn sample(text: &str, most: usize) -> Option<&str> {
    let mut letters = text.char_indices().filter(|(_, c)| c.is_alphabetic());
    letters.nth(LEAST_LETTERS - 1)?;
    let end = letters
        .nth(most - LEAST_LETTERS)
        .map_or(text.len(), |(at, _)| at);
    Some(&text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(foreign(&Document::new("x", text)), expected);
    }

    #[test]
    fn long_foreign_texts_are_known() {
        check(
            &"Bei einem Angriff auf einen Stützpunkt im Norden des Landes sind am Montag sechs Soldaten getötet worden. ".repeat(3),
            Some("German"),
        );
        check(
            &"В результате обстрела погибли шесть военнослужащих, сообщило министерство обороны в понедельник. ".repeat(3),
            Some("Russian"),
        );
    }

    #[test]
    fn short_texts_are_taken_as_english() {
        check("Sechs Soldaten sind am Montag getötet worden.", None);
        check("", None);
    }

    #[test]
    fn upper_case_copy_and_lists_of_names_are_english() {
        check(
            &"SIX SOLDIERS WERE KILLED IN AN AMBUSH NEAR THE TOWN OF SAN VICENTE, THE ARMY SAID. "
                .repeat(4),
            None,
        );
        check(
            &"The dead were named as Ahmad Abu Said, Yusuf Haddad, Mariam al-Khatib and Omar Nasser. ".repeat(4),
            None,
        );
    }
}
