//! "**12 troops** in Idlib were killed": the noun groups of which a verb tells.

use super::{
    Kind, VerbForm,
    clause::{REACH, Row},
};
use crate::{Tag, lexicon::Class};

/// So many governed noun groups stand between a subject and its verb: "in the town of Homs".
const GOVERNED: usize = 3;

impl Row<'_> {
    /// "**tens of millions** were forced to flee", "forced **tens of millions** to flee"
    pub(super) fn controlled(&self, verb: usize) -> Vec<usize> {
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
    pub(super) fn opens_with_gerund(&self, verb: usize) -> bool {
        self.sentence.tokens[self.phrases[verb].tokens.start].tag == Tag::Gerund
    }

    /// "with **700,000 people** fleeing": a participle holds for the noun group right before it,
    /// whatever governs that.
    pub(super) fn modified(&self, verb: usize) -> Vec<usize> {
        let mut at = verb;
        while let Some(before) = at.checked_sub(1) {
            match &self.phrases[before].kind {
                Kind::Adverb => at = before,
                // "10 dead and **30** injured": a bare number stands for itself
                Kind::Noun(noun) if noun.quantity.is_some() && !noun.named => return vec![before],
                Kind::Noun(_) if let Some(whole) = self.counted_before(before) => {
                    return vec![whole];
                }
                Kind::Noun(_) if self.preposition_before(before).is_some() => return vec![before],
                _ => break,
            }
        }
        self.subjects(verb)
    }

    /// The counted group of which a governed noun group says more: "**12 members** of his family killed
    /// in the raid", "**12 people** in the town of Homs died", "**15** of the 40 passengers died".
    fn counted_before(&self, noun: usize) -> Option<usize> {
        let mut governed = noun;
        for _ in 0..GOVERNED {
            let preposition = self.preposition_before(governed)?;
            let whole = preposition.checked_sub(1)?;
            let before = self.phrases[whole].noun()?;
            let of = self.is(preposition, Class::Of);
            match before.quantity {
                Some(_) if before.named || of => return Some(whole),
                None if self.phrases[governed].noun()?.quantity.is_none() => governed = whole,
                _ => return None,
            }
        }
        None
    }

    /// The subjects of the verb at `verb`: "**12 troops** in Idlib were killed".
    pub(super) fn subjects(&self, verb: usize) -> Vec<usize> {
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
                    None => match self.of_them_before(before) {
                        Some(start) => at = start,
                        None => return self.coordinated(before),
                    },
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
                Kind::Border => match self.bracketed(before) {
                    Some(open) => at = open,
                    None => break,
                },
                Kind::Conjunction | Kind::Subordinator => break,
            }
        }
        Vec::new()
    }

    /// "**110 fighters** most of them foreigners were killed", "**13 civilians** among them seven children
    /// were killed": where the words begin that only say more about a counted group, where no comma does.
    fn of_them_before(&self, noun: usize) -> Option<usize> {
        let is_them = |at: usize| {
            matches!(self.kind(at), Some(Kind::Noun(noun)) if !noun.named
                && self.grammar.is(self.sentence.tokens[noun.head].word, Class::ObjectPronoun))
        };
        // "more than half of them"
        let start = if is_them(noun) {
            noun
        } else {
            let pronoun = noun.checked_sub(1).filter(|&at| is_them(at))?;
            // "two of them" is one group, "most of them" is not
            let counted = matches!(self.kind(pronoun), Some(Kind::Noun(noun)) if noun.partitive);
            if counted {
                pronoun
            } else {
                self.preposition_before(pronoun)?
            }
        };
        let mut at = start.checked_sub(1)?;
        while matches!(self.phrases[at].kind, Kind::Adverb | Kind::Adjective) {
            at = at.checked_sub(1)?;
        }
        let counted = self.phrases[at]
            .noun()
            .is_some_and(|noun| noun.quantity.is_some() && noun.named);
        counted.then_some(start)
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

    /// "six priests **(five Spaniards)** and two women", "six priests **-- five Spaniards --** were killed":
    /// where the insertion opens that closes at a border.
    fn bracketed(&self, close: usize) -> Option<usize> {
        let (opens, alike) = match () {
            () if self.is(close, Class::Closes) => (Class::Opens, Class::Closes),
            () if self.is(close, Class::Dash) => (Class::Dash, Class::Opens),
            () => return None,
        };
        // "--" may be two marks
        let first = |mut at: usize| {
            while at > 0 && opens == Class::Dash && self.is(at - 1, Class::Dash) {
                at -= 1;
            }
            at
        };
        let end = first(close);
        let open = (close.saturating_sub(REACH)..end)
            .rev()
            .take_while(|&at| !self.is(at, alike))
            .find(|&at| self.is(at, opens))?;
        let open = first(open);
        let noun = open.checked_sub(1)?;
        // "mourned the victims – though absent – and"
        let fits = matches!(self.kind(noun), Some(Kind::Noun(_))) && !self.is_object(noun);
        fits.then_some(open)
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

    /// "**a colonel, two sergeants and a driver** were killed": the groups that are joined to this one.
    fn coordinated(&self, last: usize) -> Vec<usize> {
        let mut groups = vec![last];
        let mut first = last;
        while let Some(joint) = first.checked_sub(1).filter(|_| groups.len() < REACH) {
            if self.is_named_behind(joint) {
                groups.push(joint);
                first = joint;
                continue;
            }
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
        if groups.len() > 1 && (self.is_included(first) || self.is_object(first)) {
            // "shelling killed five soldiers | and three others were wounded"
            groups.truncate(1);
        }
        groups.reverse();
        self.explained(&groups)
            .map_or(groups, |counted| vec![counted])
    }

    /// "including **two boys and six girls**, and nine others were hurt": whether a list that ends with a
    /// noun group only names a part of what stands before.
    fn is_included(&self, last: usize) -> bool {
        let mut at = last;
        while let (Some(joint), Some(noun)) = (at.checked_sub(1), at.checked_sub(2))
            && matches!(self.phrases[joint].kind, Kind::Conjunction | Kind::Comma)
            && matches!(self.phrases[noun].kind, Kind::Noun(_))
            && last - noun < REACH
        {
            at = noun;
        }
        at.checked_sub(1).is_some_and(|before| {
            let last = self.phrases[before].tokens.end - 1;
            self.grammar
                .is(self.sentence.tokens[last].word, Class::Including)
        })
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
                Kind::Border => at = self.bracketed(at)?.checked_sub(1)?,
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
}
