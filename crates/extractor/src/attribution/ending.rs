//! Where the words of a speaker stop being theirs: "police said 12 died, **but the army** …".

use super::{
    content::Complement,
    line::{Kind, Line},
    verb::Form,
};
use crate::{
    Tag,
    lexicon::{Class, Kind as Who},
};

/// How many units the words of one speaker may take on one side of a cue; keeps endless sentences cheap.
pub(super) const CLAUSE: usize = 400;

impl Line<'_> {
    /// Where a clause that begins at a unit stops being its speaker's.
    pub(super) fn content_end(&self, from: usize, complement: Complement) -> usize {
        let loose = !matches!(complement, Complement::Clause(_));
        let limit = self.len().min(from + CLAUSE);
        for at in from + 1..limit {
            let pause = self.kind(at) == Some(Kind::Comma)
                || self.is_quotation(at) && self.ends_with_comma(at) && !self.is_border(at + 1);
            if pause {
                let end = if self.is_quotation(at) { at + 1 } else { at };
                let next = at + 1;
                let joint = usize::from(self.tag(next) == Some(Tag::Conjunction));
                if self.is_cue_ahead(next + joint, joint > 0)
                    || self.turns(next)
                    || loose && self.leaves_object(next)
                {
                    return end;
                }
            }
            let joint =
                self.tag(at) == Some(Tag::Conjunction) || self.is_any(at, &["while", "whereas"]);
            // "said towns and villages reported deaths" joins the two, not two clauses
            let clause = || (from..at).any(|at| self.is_finite(at));
            if joint && self.is_cue_ahead(at + 1, true) && !self.is_dependent(at + 1) && clause() {
                return at;
            }
            if loose && self.is_circumstance(at) || self.kind(at) == Some(Kind::Stop) {
                return at;
            }
        }
        limit
    }

    /// "vowed revenge **after** the raid": how it came about is not what was vowed.
    fn is_circumstance(&self, at: usize) -> bool {
        matches!(
            self.tag(at),
            Some(Tag::Preposition | Tag::Subordinator | Tag::Gerund | Tag::Wh)
        ) && self.is_any(
            at,
            &[
                "following",
                "after",
                "amid",
                "because",
                "since",
                "when",
                "as",
            ],
        )
    }

    /// Whether a verb here is "saying", "to say".
    fn is_dependent(&self, at: usize) -> bool {
        matches!(
            self.tag(at),
            Some(Tag::Gerund | Tag::Verb | Tag::Participle)
        )
    }

    /// ", **but the army** said": another clause that need not be the speaker's.
    fn turns(&self, at: usize) -> bool {
        if !self.is_any(at, &["but", "although", "though", "whereas"]) {
            return false;
        }
        self.group_after(at + 1)
            .is_some_and(|group| self.is_finite(group.units.end))
    }

    /// "blamed the army for the raid, **leading to** …", "…, **the town** fell"
    fn leaves_object(&self, at: usize) -> bool {
        match self.tag(at) {
            Some(Tag::Gerund) => true,
            Some(Tag::Wh) | None => false,
            Some(_) => self
                .group_after(at)
                .is_some_and(|group| self.is_finite(group.units.end)),
        }
    }

    /// Words in quotation marks that end with a comma, which belongs to the sentence around them.
    pub(super) fn ends_with_comma(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| {
            unit.span
                .slice(self.text)
                .trim_end_matches(|mark: char| "\"”’'»".contains(mark))
                .ends_with(',')
        })
    }

    fn starts_cue(&self, at: usize) -> bool {
        self.units
            .get(at)
            .is_some_and(|unit| self.lexicon.speakers.is(unit.word, Who::Cue))
            && self.verb(at).is_some()
    }

    /// Whether a cue with its source begins here: "according to", "adding that", "the ministry said".
    ///
    /// A bare verb is one only where it is `joined` to another, is a participle, or has its source behind
    /// it: ", said Saleh".
    pub(super) fn is_cue_ahead(&self, at: usize, joined: bool) -> bool {
        let Some(unit) = self.units.get(at) else {
            return false;
        };
        let words = self.units[at..].iter().map(|unit| unit.word);
        if self.lexicon.speakers.is(unit.word, Who::Cue) {
            if self.lexicon.speakers.leads.longest(words).is_some() {
                return true;
            }
            if let Some(verb) = self.verb(at) {
                let form = matches!(verb.form, Form::Dependent | Form::Participle);
                return joined || form || self.inverted(&verb).is_some();
            }
        }
        let Some(group) = self.group_after(at) else {
            return false;
        };
        let mut end = group.units.end;
        if self.is(end, "and")
            && let Some(second) = self.core_after(end + 1)
        {
            end = second.end;
        }
        while self.tag(end) == Some(Tag::Adverb) || self.is_day(end) || self.class(end, Class::Have)
        {
            end += 1;
        }
        self.starts_cue(end)
            && self
                .verb(end)
                .is_some_and(|verb| matches!(verb.form, Form::Simple | Form::Compound))
    }
}
