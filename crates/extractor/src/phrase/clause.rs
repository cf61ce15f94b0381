//! Phrases to clauses: which noun groups are a verb's subjects and objects.

use super::{Kind, Mood, Phrase, VerbForm, VerbGroup};
use crate::{
    Tag,
    lexicon::{Class, Grammar},
    sentence::Sentence,
};

/// How far a verb looks for its noun groups, in phrases: news seldom parts them further, and work
/// stays linear in the sentence.
const REACH: usize = 24;

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

struct Row<'s> {
    grammar: &'s Grammar,
    sentence: &'s Sentence,
    phrases: &'s [Phrase],
    clauses: Vec<Clause>,
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
        let subjects = match twin {
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

    /// "**tens of millions** were forced to flee", "forced **tens of millions** to flee"
    fn controlled(&self, verb: usize) -> Vec<usize> {
        match verb.checked_sub(1).map(|before| &self.phrases[before].kind) {
            Some(Kind::Verb(_)) => self
                .clauses
                .last()
                .map(|clause| clause.subjects.clone())
                .unwrap_or_default(),
            _ => self.subjects(verb),
        }
    }

    /// "(people) **being killed**"
    fn opens_with_gerund(&self, verb: usize) -> bool {
        self.sentence.tokens[self.phrases[verb].tokens.start].tag == Tag::Gerund
    }

    /// "with **700,000 people** fleeing": a participle holds for the noun group right before it,
    /// whatever governs that.
    fn modified(&self, verb: usize) -> Vec<usize> {
        let mut at = verb;
        while let Some(before) = at.checked_sub(1) {
            match &self.phrases[before].kind {
                Kind::Adverb => at = before,
                // "10 dead and **30** injured": a bare number stands for itself
                Kind::Noun(noun) if noun.quantity.is_some() && !noun.named => return vec![before],
                Kind::Noun(_) if self.preposition_before(before).is_some() => return vec![before],
                _ => break,
            }
        }
        self.subjects(verb)
    }

    /// "killed **five soldiers and two medics**"
    fn objects(&self, verb: usize) -> Vec<usize> {
        self.objects_from(verb + 1)
    }

    fn objects_from(&self, start: usize) -> Vec<usize> {
        let mut at = start;
        while matches!(self.kind(at), Some(Kind::Adverb | Kind::Quote)) {
            at += 1;
        }
        let mut objects = Vec::new();
        while let Some(Kind::Noun(noun)) = self.kind(at)
            && objects.len() < REACH
        {
            let end = self.after_prepositional(at);
            // "3 civilians killed | 38 injured": a headline's next count
            let next_count = noun.quantity.is_some() && !noun.named && end == at + 1;
            if (!objects.is_empty() || next_count) && self.is_subject(end) {
                break;
            }
            objects.push(at);
            at = match self.kind(end) {
                Some(Kind::Conjunction) => end + 1,
                Some(Kind::Comma) if matches!(self.kind(end + 1), Some(Kind::Conjunction)) => {
                    end + 2
                }
                Some(Kind::Comma) if self.list_goes_on(end + 1) => end + 1,
                _ => break,
            };
        }
        objects
    }

    /// Whether what ends before `end` is the subject of a verb there.
    fn is_subject(&self, end: usize) -> bool {
        let mut at = end;
        while matches!(self.kind(at), Some(Kind::Adverb | Kind::Time)) {
            at += 1;
        }
        matches!(self.kind(at), Some(Kind::Verb(verb)) if verb.form != VerbForm::Gerund && verb.mood != Mood::Infinitive)
    }

    /// "five soldiers**, two medics and** a child": a conjunction ends the list soon.
    fn list_goes_on(&self, start: usize) -> bool {
        let mut at = start;
        while matches!(self.kind(at), Some(Kind::Noun(_))) && at < start + REACH {
            at = self.after_prepositional(at);
            match self.kind(at) {
                Some(Kind::Conjunction) => return true,
                Some(Kind::Comma) => at += 1,
                _ => return false,
            }
            if matches!(self.kind(at), Some(Kind::Conjunction)) {
                return true;
            }
        }
        false
    }

    /// The place behind a noun group and the prepositional groups that follow it.
    fn after_prepositional(&self, noun: usize) -> usize {
        let mut at = noun + 1;
        while matches!(self.kind(at), Some(Kind::Preposition))
            && matches!(self.kind(at + 1), Some(Kind::Noun(_) | Kind::Time))
            && !self.is(at, Class::By)
            && at < noun + REACH
        {
            at += 2;
        }
        at
    }

    /// The subjects of the verb at `verb`: "**12 troops** in Idlib were killed".
    fn subjects(&self, verb: usize) -> Vec<usize> {
        let mut at = verb;
        let mut steps = 0;
        while let Some(before) = at.checked_sub(1) {
            steps += 1;
            if steps > REACH {
                break;
            }
            match &self.phrases[before].kind {
                Kind::Adverb | Kind::Time | Kind::Quote | Kind::Adjective | Kind::Preposition => {
                    at = before;
                }
                Kind::Relative => return self.antecedent(before),
                Kind::Comma => match self.insertion(before) {
                    Some(start) => at = start,
                    None => return self.antecedent_of_participle(verb, before),
                },
                Kind::Noun(_) => match self.preposition_before(before) {
                    Some(preposition) => at = preposition,
                    None => return self.coordinated(before),
                },
                Kind::Verb(inner) => match inner.form {
                    // "soldiers **wounded in the attack** were flown out"
                    VerbForm::Bare
                        if matches!(
                            before.checked_sub(1).and_then(|at| self.kind(at)),
                            Some(Kind::Noun(_))
                        ) =>
                    {
                        at = before;
                    }
                    _ => match self.relative_before(before) {
                        Some(relative) => at = relative,
                        None => break,
                    },
                },
                Kind::Conjunction | Kind::Subordinator | Kind::Border => break,
            }
        }
        Vec::new()
    }

    /// The noun group that "who" stands for: the nearest one, or the one before its "of" and "in".
    fn antecedent(&self, relative: usize) -> Vec<usize> {
        let mut at = relative;
        while let Some(before) = at.checked_sub(1).filter(|before| before + 8 > relative) {
            match &self.phrases[before].kind {
                Kind::Noun(noun) => match self.preposition_before(before) {
                    Some(preposition) if noun.quantity.is_none() => at = preposition,
                    _ => return vec![before],
                },
                Kind::Comma | Kind::Preposition | Kind::Time | Kind::Adverb => at = before,
                _ => break,
            }
        }
        Vec::new()
    }

    /// "Five men**, killed in an ambush**, …": a participle behind a comma looks over it.
    fn antecedent_of_participle(&self, verb: usize, comma: usize) -> Vec<usize> {
        let bare =
            matches!(&self.phrases[verb].kind, Kind::Verb(verb) if verb.form == VerbForm::Bare);
        if bare && comma + 1 == verb {
            self.antecedent(comma)
        } else {
            Vec::new()
        }
    }

    /// "**, including a child,**", "**, who led the group,**", "**, an officer,**": where an insertion
    /// that ends at this comma began.
    fn insertion(&self, comma: usize) -> Option<usize> {
        for start in (comma.saturating_sub(REACH)..comma).rev() {
            match &self.phrases[start].kind {
                Kind::Comma => {
                    let opens = match self.kind(start + 1)? {
                        Kind::Relative
                        | Kind::Preposition
                        | Kind::Time
                        | Kind::Adverb
                        | Kind::Noun(_) => true,
                        Kind::Verb(verb) => matches!(verb.form, VerbForm::Bare | VerbForm::Gerund),
                        _ => false,
                    };
                    let noun_before = matches!(
                        start.checked_sub(1).and_then(|at| self.kind(at)),
                        Some(Kind::Noun(_))
                    );
                    return (opens && noun_before).then_some(start);
                }
                Kind::Border | Kind::Subordinator => return None,
                _ => {}
            }
        }
        None
    }

    /// "who" right before a verb group.
    fn relative_before(&self, verb: usize) -> Option<usize> {
        let before = verb.checked_sub(1)?;
        match self.phrases[before].kind {
            Kind::Relative => Some(before),
            Kind::Adverb => self.relative_before(before),
            _ => None,
        }
    }

    /// The preposition that governs a noun group.
    fn preposition_before(&self, noun: usize) -> Option<usize> {
        let mut at = noun.checked_sub(1)?;
        while matches!(self.phrases[at].kind, Kind::Adverb) {
            at = at.checked_sub(1)?;
        }
        matches!(self.phrases[at].kind, Kind::Preposition).then_some(at)
    }

    /// "**a colonel, two sergeants and a driver** were killed": the groups that are joined to this one.
    fn coordinated(&self, last: usize) -> Vec<usize> {
        let mut groups = vec![last];
        let mut first = last;
        while let Some(joint) = first.checked_sub(1).filter(|_| groups.len() < REACH) {
            let joint = match self.phrases[joint].kind {
                Kind::Conjunction => match joint.checked_sub(1).map(|at| &self.phrases[at].kind) {
                    Some(Kind::Comma) => joint - 1,
                    _ => joint,
                },
                Kind::Comma if groups.len() > 1 => joint,
                _ => break,
            };
            let Some(noun) = self.noun_ending_at(joint) else {
                break;
            };
            groups.push(noun);
            first = noun;
        }
        if groups.len() > 1 && self.is_object(first) {
            // "shelling killed five soldiers | and three others were wounded"
            groups.truncate(1);
        }
        groups.reverse();
        self.explained(&groups)
            .map_or(groups, |counted| vec![counted])
    }

    /// "**73 civilians**, mostly women and children, were killed": nouns without a number that only
    /// say more about a counted group.
    fn explained(&self, groups: &[usize]) -> Option<usize> {
        let counted = |at: usize| {
            self.phrases[at]
                .noun()
                .is_some_and(|noun| noun.quantity.is_some())
        };
        if groups.iter().any(|&at| counted(at)) {
            return None;
        }
        let mut at = groups.first()?.checked_sub(1)?;
        if self.phrases[at].kind != Kind::Adverb {
            return None;
        }
        while matches!(self.phrases[at].kind, Kind::Adverb | Kind::Comma) {
            at = at.checked_sub(1)?;
        }
        counted(at).then_some(at)
    }

    /// The noun group, with its prepositional groups, that ends right before a place.
    fn noun_ending_at(&self, end: usize) -> Option<usize> {
        let mut at = end.checked_sub(1)?;
        for _ in 0..REACH {
            match self.phrases[at].kind {
                Kind::Noun(_) => match self.preposition_before(at) {
                    Some(preposition) => at = preposition.checked_sub(1)?,
                    None => return Some(at),
                },
                Kind::Time | Kind::Adverb => at = at.checked_sub(1)?,
                _ => return None,
            }
        }
        None
    }

    /// Whether a verb that takes objects, not clauses, stands right before a noun group.
    fn is_object(&self, noun: usize) -> bool {
        let Some(before) = noun.checked_sub(1) else {
            return false;
        };
        match &self.phrases[before].kind {
            Kind::Verb(verb) => {
                let word = self.sentence.tokens[verb.head].word;
                verb.form != VerbForm::Link && !self.grammar.is(word, Class::Clausal)
            }
            _ => false,
        }
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

    fn kind(&self, at: usize) -> Option<&Kind> {
        self.phrases.get(at).map(|phrase| &phrase.kind)
    }

    /// Whether the first token of a phrase stands in a class.
    fn is(&self, at: usize, class: Class) -> bool {
        let token = self
            .phrases
            .get(at)
            .and_then(|phrase| self.sentence.tokens.get(phrase.tokens.start));
        token.is_some_and(|token| self.grammar.is(token.word, class))
    }
}
