//! "has not been killed": auxiliaries, adverbs, the main verb.

use super::{Kind, Mood, Phrase, VerbForm, VerbGroup, chunk::Chunker};
use crate::{Tag, lexicon::Class, token::Token};

impl Chunker<'_> {
    /// "has not been killed": auxiliaries, adverbs, the main verb.
    pub(super) fn verb_group(&self, at: usize) -> Option<Phrase> {
        let grammar = &self.lexicon.grammar;
        let (mut end, mut head, mut negated, mut mood, mut passive) =
            (at, None, false, Mood::Fact, false);
        while let Some(token) = self.tokens.get(end) {
            match token.tag {
                Tag::Modal => mood = Mood::Modal,
                Tag::To if self.infinitive_follows(end, head) => mood = Mood::Infinitive,
                // "were killed | without a trial"
                _ if grammar.is(token.word, Class::Negation)
                    && end > at
                    && (head.is_none() || token.tag == Tag::Adverb) =>
                {
                    negated = true;
                }
                Tag::Adverb if end > at || self.verb_follows(end) => {}
                tag if tag.is_verbal() => {
                    if let Some(before) = head {
                        let before: &Token = &self.tokens[before];
                        if !grammar.is_auxiliary(before.word) {
                            break;
                        }
                        if mood == Mood::Modal && grammar.is(before.word, Class::Have) {
                            mood = Mood::ModalPerfect;
                        }
                        passive = grammar.is(before.word, Class::Be)
                            || grammar.is(before.word, Class::Get);
                    }
                    head = Some(end);
                }
                _ => break,
            }
            end += 1;
        }
        let head = head?;
        // adverbs behind the verb are phrases of their own
        let mut last = end;
        while last > head + 1 && !grammar.is(self.tokens[last - 1].word, Class::Negation) {
            last -= 1;
        }
        let form = self.form(head, passive, at);
        Some(Phrase {
            kind: Kind::Verb(VerbGroup {
                head,
                form,
                negated,
                mood,
            }),
            tokens: at..last,
        })
    }

    /// "to kill", and "had to leave", but not "forced | to flee".
    fn infinitive_follows(&self, to: usize, head: Option<usize>) -> bool {
        let joins =
            head.is_none_or(|head| self.lexicon.grammar.is_auxiliary(self.tokens[head].word));
        joins
            && self
                .tokens
                .get(to + 1)
                .is_some_and(|next| next.tag == Tag::Verb)
    }

    /// Whether a verb stands behind the adverbs at `at`.
    fn verb_follows(&self, at: usize) -> bool {
        let mut rest = self.tokens[at..].iter().take(4);
        rest.find(|token| token.tag != Tag::Adverb)
            .is_some_and(|token| token.tag.is_verbal())
    }

    fn form(&self, head: usize, passive: bool, start: usize) -> VerbForm {
        let (token, grammar) = (&self.tokens[head], &self.lexicon.grammar);
        let alone = head == start
            || self.tokens[start..head]
                .iter()
                .all(|token| token.tag == Tag::Adverb);
        match token.tag {
            _ if grammar.is(token.word, Class::Be) || grammar.is(token.word, Class::Have) => {
                VerbForm::Link
            }
            Tag::Gerund if alone => VerbForm::Gerund,
            Tag::Participle | Tag::VerbPast if passive => VerbForm::Passive,
            Tag::Participle | Tag::VerbPast if alone => VerbForm::Bare,
            _ => VerbForm::Active,
        }
    }
}
