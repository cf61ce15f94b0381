//! Phrases to clauses: which noun groups are a verb's subjects and objects.

use super::{Kind, Mood, Phrase, VerbForm, VerbGroup};
use crate::{
    lexicon::{Class, Grammar},
    sentence::Sentence,
};

/// How far a verb looks for its noun groups, in phrases: news seldom parts them further, and work
/// stays linear in the sentence.
pub(super) const REACH: usize = 24;

/// A verb group with its noun groups, all by their places in the row of phrases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    pub(crate) verb: usize,
    pub(crate) subjects: Vec<usize>,
    pub(crate) objects: Vec<usize>,
    /// "by Turkish shells"
    pub(crate) agent: Option<usize>,
    /// The subjects undergo what the verb says: "were killed", "(soldiers) killed in Idlib".
    pub(crate) passive: bool,
}

/// The objects of a verb of several words, which stand behind its last: "took hostage **12 workers**".
pub(crate) fn objects_behind(
    grammar: &Grammar,
    sentence: &Sentence,
    phrases: &[Phrase],
    token: usize,
) -> Vec<usize> {
    let row = Row {
        grammar,
        sentence,
        phrases,
        clauses: Vec::new(),
    };
    row.objects_from(phrases.partition_point(|phrase| phrase.tokens.start < token))
}

/// The clauses of a sentence, one for each verb group, in order.
pub(crate) fn clauses(grammar: &Grammar, sentence: &Sentence, phrases: &[Phrase]) -> Vec<Clause> {
    let mut row = Row {
        grammar,
        sentence,
        phrases,
        clauses: Vec::new(),
    };
    for (at, phrase) in phrases.iter().enumerate() {
        if let Some(verb) = phrase.verb() {
            let clause = row.clause(at, *verb);
            row.clauses.push(clause);
        }
    }
    row.clauses
}

pub(super) struct Row<'s> {
    pub(super) grammar: &'s Grammar,
    pub(super) sentence: &'s Sentence,
    pub(super) phrases: &'s [Phrase],
    pub(super) clauses: Vec<Clause>,
}

impl Row<'_> {
    fn clause(&self, at: usize, verb: VerbGroup) -> Clause {
        let form = verb.form;
        let objects = match form {
            VerbForm::Passive => Vec::new(),
            VerbForm::Link | VerbForm::Active | VerbForm::Bare | VerbForm::Gerund => {
                self.objects(at)
            }
        };
        let twin = self.twin(at);
        let passive = match form {
            VerbForm::Passive => true,
            VerbForm::Bare => objects.is_empty(),
            VerbForm::Active | VerbForm::Gerund | VerbForm::Link => false,
        };
        // "were reported | injured"
        let reported = (form == VerbForm::Bare && objects.is_empty())
            .then(|| self.clauses.last())
            .flatten()
            .filter(|before| before.verb + 1 == at && before.passive);
        let subjects = match twin.or(reported) {
            Some(twin) => twin.subjects.clone(),
            None if verb.mood == Mood::Infinitive => self.controlled(at),
            None if matches!(form, VerbForm::Bare | VerbForm::Gerund)
                || self.opens_with_gerund(at) =>
            {
                self.modified(at)
            }
            None => self.subjects(at),
        };
        let agent = if passive { self.agent(at) } else { None };
        Clause {
            verb: at,
            subjects,
            objects,
            agent,
            passive,
        }
    }

    /// The verb that this one is joined to by "and": they share their subject.
    fn twin(&self, at: usize) -> Option<&Clause> {
        let mut before = at;
        loop {
            before = before.checked_sub(1)?;
            match self.phrases[before].kind {
                Kind::Adverb => {}
                Kind::Conjunction => return self.clauses.last(),
                _ => return None,
            }
        }
    }

    /// The preposition that governs a noun group.
    pub(super) fn preposition_before(&self, noun: usize) -> Option<usize> {
        let mut at = noun.checked_sub(1)?;
        while matches!(self.phrases[at].kind, Kind::Adverb) {
            at = at.checked_sub(1)?;
        }
        matches!(self.phrases[at].kind, Kind::Preposition).then_some(at)
    }

    /// "were killed in Idlib **by Turkish shells**"
    fn agent(&self, verb: usize) -> Option<usize> {
        for at in verb + 1..(verb + 8).min(self.phrases.len()) {
            match self.phrases[at].kind {
                Kind::Preposition if self.is(at, Class::By) => {
                    return matches!(self.kind(at + 1), Some(Kind::Noun(_))).then_some(at + 1);
                }
                Kind::Preposition | Kind::Noun(_) | Kind::Time | Kind::Adverb | Kind::Adjective => {
                }
                _ => return None,
            }
        }
        None
    }

    pub(super) fn kind(&self, at: usize) -> Option<&Kind> {
        self.phrases.get(at).map(|phrase| &phrase.kind)
    }

    /// Whether the first token of a phrase stands in a class.
    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        let token = self
            .phrases
            .get(at)
            .and_then(|phrase| self.sentence.tokens.get(phrase.tokens.start));
        token.is_some_and(|token| self.grammar.is(token.word, class))
    }
}
