use serde::Deserialize;

use super::{LexiconError, Vocabulary, WordId, Words, inflection::verb_forms};

const FILE: &str = "lexicon/grammar.toml";

/// A class of function words; a word may stand in several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    Be,
    Do,
    Get,
    Have,
    Others,
    GroupPronoun,
    ObjectPronoun,
    Hypothetical,
    Including,
    Indefinite,
    Definite,
    Attempted,
    Naming,
    Reflexive,
    Plural,
    Negation,
    Nobody,
    Of,
    Out,

    With,
    Together,

    From,
    Lives,
    Locative,
    By,
    Among,
    Relative,
    Each,
    Side,
    Separate,
    Aged,
    Both,
    Couple,
    Dated,
    Superlative,
    PastNoun,
    Remains,
    Degree,
    Opens,
    Closes,
    Dash,
    Follows,
    Clausal,
    Feared,
    Implicative,
    Moved,
    Stand,
    Recover,
}

/// The function words of `lexicon/grammar.toml`, by class.
#[derive(Debug, Default)]
pub(crate) struct Grammar {
    /// For each word a bit per class.
    classes: Vec<u64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    be: Vec<String>,
    r#do: Vec<String>,
    get: Vec<String>,
    have: Vec<String>,
    others: Vec<String>,
    group_pronoun: Vec<String>,
    object_pronoun: Vec<String>,
    hypothetical: Vec<String>,
    including: Vec<String>,
    indefinite: Vec<String>,
    definite: Vec<String>,
    attempted: Vec<String>,
    naming: Vec<String>,
    reflexive: Vec<String>,
    plural: Vec<String>,
    negation: Vec<String>,
    nobody: Vec<String>,
    of: Vec<String>,
    out: Vec<String>,
    with: Vec<String>,
    together: Vec<String>,
    from: Vec<String>,
    lives: Vec<String>,
    locative: Vec<String>,
    by: Vec<String>,
    among: Vec<String>,
    relative: Vec<String>,
    each: Vec<String>,
    side: Vec<String>,
    separate: Vec<String>,
    aged: Vec<String>,
    both: Vec<String>,
    couple: Vec<String>,
    dated: Vec<String>,
    superlative: Vec<String>,
    past_noun: Vec<String>,
    remains: Vec<String>,
    degree: Vec<String>,
    opens: Vec<String>,
    closes: Vec<String>,
    dash: Vec<String>,
    follows: Vec<String>,
    clausal: Vec<String>,
    feared: Vec<String>,
    implicative: Vec<String>,
    moved: Vec<String>,
    stand: Vec<String>,
    recover: Vec<String>,
}

impl Grammar {
    pub(crate) fn read(words: &Words, vocabulary: &mut Vocabulary) -> Result<Self, LexiconError> {
        let file: File = words.file(FILE, include_str!("../../lexicon/grammar.toml"))?;
        let mut grammar = Self::default();
        let words = [
            (Class::Be, file.be),
            (Class::Do, file.r#do),
            (Class::Get, file.get),
            (Class::Have, file.have),
            (Class::Others, file.others),
            (Class::GroupPronoun, file.group_pronoun),
            (Class::ObjectPronoun, file.object_pronoun),
            (Class::Hypothetical, file.hypothetical),
            (Class::Including, file.including),
            (Class::Indefinite, file.indefinite),
            (Class::Definite, file.definite),
            (Class::Attempted, file.attempted),
            (Class::Naming, file.naming),
            (Class::Reflexive, file.reflexive),
            (Class::Plural, file.plural),
            (Class::Negation, file.negation),
            (Class::Nobody, file.nobody),
            (Class::Of, file.of),
            (Class::Out, file.out),
            (Class::With, file.with),
            (Class::Together, file.together),
            (Class::From, file.from),
            (Class::Lives, file.lives),
            (Class::Locative, file.locative),
            (Class::By, file.by),
            (Class::Among, file.among),
            (Class::Relative, file.relative),
            (Class::Each, file.each),
            (Class::Side, file.side),
            (Class::Separate, file.separate),
            (Class::Aged, file.aged),
            (Class::Both, file.both),
            (Class::Couple, file.couple),
            (Class::Dated, file.dated),
            (Class::Superlative, file.superlative),
            (Class::PastNoun, file.past_noun),
            (Class::Remains, file.remains),
            (Class::Degree, file.degree),
            (Class::Opens, file.opens),
            (Class::Closes, file.closes),
            (Class::Dash, file.dash),
            (Class::Follows, file.follows),
        ];
        for (class, words) in words {
            for word in words {
                grammar.insert(vocabulary.intern(&word), class);
            }
        }
        let verbs = [
            (Class::Clausal, file.clausal),
            (Class::Feared, file.feared),
            (Class::Implicative, file.implicative),
            (Class::Moved, file.moved),
            (Class::Stand, file.stand),
            (Class::Recover, file.recover),
        ];
        for (class, verbs) in verbs {
            for form in verbs.iter().flat_map(|verb| verb_forms(verb)) {
                grammar.insert(vocabulary.intern(&form), class);
            }
        }
        Ok(grammar)
    }

    fn insert(&mut self, word: WordId, class: Class) {
        if self.classes.len() <= word.index() {
            self.classes.resize(word.index() + 1, 0);
        }
        self.classes[word.index()] |= 1 << class as u64;
    }

    /// Whether a word stands in a class.
    pub(crate) fn is(&self, word: WordId, class: Class) -> bool {
        self.classes
            .get(word.index())
            .is_some_and(|bits| bits & (1 << class as u64) != 0)
    }

    /// "be", "have", "do", "get" in any form: may open a verb group before another verb.
    pub(crate) fn is_auxiliary(&self, word: WordId) -> bool {
        [Class::Be, Class::Have, Class::Do, Class::Get]
            .into_iter()
            .any(|class| self.is(word, class))
    }
}
