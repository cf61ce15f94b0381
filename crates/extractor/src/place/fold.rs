//! One spelling for the many of a name: "Ma'arrat al-Nu'man", "Maʿarrat an-Nuʿmān".

/// What a letter of a name is in a key.
enum Letter {
    Base(u8),
    /// Apostrophes, full stops and marks over letters: "Sana'a" is "Sanaa", "D.C." is "DC".
    Dropped,
    /// Hyphens and blanks.
    Gap,
    /// A script that the gazetteer does not hold.
    Foreign,
}

/// Base letters of U+00C0 to U+017F; "-" is no letter.
const LATIN: &[u8; 192] = b"\
    aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
    lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
/// Base letters of U+1E00 to U+1EFF.
const ADDITIONAL: &[u8; 256] = b"\
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwy------aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy------";

/// Appends the key of a name to `key`: lower case, no diacritics, no apostrophes or full stops, a
/// hyphen as a blank, "-ah" as "-a". `false` where a letter of another script stands.
///
/// "Ma'arrat al-Nu'man" has the key "maarrat al numan", "Ḩamāh" has "hama".
pub fn fold(name: &str, key: &mut String) -> bool {
    let mut start = key.len();
    for letter in name.chars() {
        match Letter::of(letter) {
            Letter::Base(base) => key.push(char::from(base)),
            Letter::Dropped => {}
            Letter::Gap => {
                close(key, start);
                if !key.is_empty() && !key.ends_with(' ') {
                    key.push(' ');
                }
                start = key.len();
            }
            Letter::Foreign => return false,
        }
    }
    close(key, start);
    true
}

/// The name in plain letters: "Maarrat an Numan"; other scripts stay as they are.
pub fn ascii(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for letter in name.chars() {
        match Letter::of(letter) {
            _ if letter.is_ascii() => plain.push(letter),
            Letter::Base(base) if letter.is_uppercase() => {
                plain.push(char::from(base.to_ascii_uppercase()));
            }
            Letter::Base(base) => plain.push(char::from(base)),
            Letter::Dropped if letter == '’' => plain.push('\''),
            Letter::Dropped => {}
            Letter::Gap => plain.push('-'),
            Letter::Foreign => plain.push(letter),
        }
    }
    plain
}

impl Letter {
    fn of(letter: char) -> Self {
        let base = match letter {
            'a'..='z' | 'A'..='Z' | '0'..='9' => letter.to_ascii_lowercase() as u8,
            // with the signs for hamza and ayn, and marks that stand over letters
            '\'' | '.' | '`' | '’' | '‘' | '´' | '"' | '\u{2b0}'..='\u{36f}' => {
                return Self::Dropped;
            }
            '-' | ' ' | '\n' | '\r' | '\t' | '/' | '‐' | '‑' | '–' | '\u{a0}' => {
                return Self::Gap;
            }
            '\u{c0}'..='\u{17f}' => LATIN[letter as usize - 0xc0],
            '\u{1e00}'..='\u{1eff}' => ADDITIONAL[letter as usize - 0x1e00],
            'ș' | 'Ș' => b's',
            'ț' | 'Ț' => b't',
            'ə' | 'Ə' | 'ǎ' => b'a',
            'ư' | 'Ư' => b'u',
            'ơ' | 'Ơ' => b'o',
            _ => return Self::Foreign,
        };
        if base == b'-' {
            return Self::Foreign;
        }
        Self::Base(base)
    }
}

/// Ends a word: Hamah and Hama, Raqqah and Raqqa are one.
fn close(key: &mut String, start: usize) {
    if key.len() > start + 3 && key.ends_with("ah") {
        key.pop();
    }
}

/// Whether a word of a key is an Arabic article, in any of its assimilated forms.
pub fn is_article(word: &str) -> bool {
    matches!(
        word,
        "ad" | "adh"
            | "al"
            | "an"
            | "ar"
            | "as"
            | "ash"
            | "at"
            | "ath"
            | "az"
            | "ech"
            | "ed"
            | "el"
            | "en"
            | "er"
            | "es"
            | "esh"
            | "et"
            | "ez"
            | "ul"
    )
}

/// The key without its articles: "maarrat numan". `None` where it has none, or nothing else.
pub fn without_articles(key: &str) -> Option<String> {
    let words: Vec<&str> = key.split(' ').filter(|word| !is_article(word)).collect();
    let bare = words.join(" ");
    (!bare.is_empty() && bare != key).then_some(bare)
}

/// The consonants of a key, which spellings of one Arabic, Persian or Hebrew name share: "maarat al
/// numan" and "maaret an numan" are "mrt nmn". Articles and doubled letters are dropped.
///
/// `false` where too little is left to tell names apart.
pub fn sound(key: &str, sound: &mut String) -> bool {
    sound.clear();
    for word in key.split(' ').filter(|word| !is_article(word)) {
        if !sound.is_empty() {
            sound.push(' ');
        }
        consonants(word.as_bytes(), sound);
    }
    sound.bytes().filter(|byte| *byte != b' ').count() > 2
}

fn consonants(word: &[u8], sound: &mut String) {
    let start = sound.len();
    let mut at = 0;
    while let Some(&letter) = word.get(at) {
        let next = word.get(at + 1).copied();
        let (consonant, len) = match (letter, next) {
            (b's' | b'c', Some(b'h')) => ('x', 2),
            (b'k', Some(b'h')) | (b'c', Some(b'k')) => ('k', 2),
            (b'g' | b't' | b'd', Some(b'h')) => (char::from(letter), 2),
            (b'q' | b'c' | b'k', _) => ('k', 1),
            (b'p', _) => ('b', 1),
            (b'a' | b'e' | b'i' | b'o' | b'u', _) if at == 0 => ('a', 1),
            (b'a' | b'e' | b'i' | b'o' | b'u', _) | (b'h', None) => (' ', 1),
            (b'w' | b'y', _) if at > 0 => (' ', 1),
            _ => (char::from(letter), 1),
        };
        at += len;
        if consonant != ' ' && !(sound.len() > start && sound.ends_with(consonant)) {
            sound.push(consonant);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: &str) {
        let mut key = String::new();
        assert!(fold(name, &mut key), "{name}");
        assert_eq!(key, expected);
    }

    #[test]
    fn one_name_has_one_key() {
        check("Ma'arrat al-Nu'man", "maarrat al numan");
        check("Maʿarrat al-Nuʿmān", "maarrat al numan");
        check("Ḩamāh", "hama");
        check("Malmö", "malmo");
        check("D.C.", "dc");
        check("Đà Nẵng", "da nang");
    }

    #[test]
    fn other_scripts_have_no_key() {
        assert!(!fold("Киев", &mut String::new()));
        assert!(!fold("a×b", &mut String::new()));
    }

    #[test]
    fn spellings_share_their_sound() {
        let sound_of = |name: &str| {
            let (mut key, mut out) = (String::new(), String::new());
            fold(name, &mut key);
            assert!(sound(&key, &mut out), "{name}");
            out
        };
        assert_eq!(sound_of("Maaret al-Numan"), sound_of("Ma`arrat an Nu`man"));
        assert_eq!(sound_of("Al-Qamishly"), sound_of("Qamishli"));
        assert_eq!(sound_of("Tel Rifaat"), sound_of("Tall Rif'at"));
        assert_ne!(sound_of("Saraqib"), sound_of("Sarmin"));
        assert!(!sound("uma", &mut String::new()));
    }

    #[test]
    fn articles_can_be_dropped() {
        assert_eq!(without_articles("al bab").as_deref(), Some("bab"));
        assert_eq!(
            without_articles("dayr az zawr").as_deref(),
            Some("dayr zawr")
        );
        assert_eq!(without_articles("idlib"), None);
        assert_eq!(without_articles("al"), None);
    }
}
