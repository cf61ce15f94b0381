use super::{
    numeral::{Number, Value},
    piece::Pieces,
};
use crate::{
    Amount, Tag,
    lexicon::{Convention, Numeral, NumeralClass},
};

impl Pieces<'_> {
    /// "several", "dozens", "hundreds of thousands", "a few hundred"
    pub(super) fn vague(&self, at: usize) -> Option<Number> {
        let vague = &self.lexicon.numerals.vague;
        let (len, &first) = vague.longest(self.words(at))?;
        if first.of == 1 && self.is_before(at, NumeralClass::ManyBefore) {
            return None;
        }
        // "the team scores", "their test scores"
        let owned = at > 0
            && matches!(
                self.tag(at - 1),
                Some(Tag::Noun | Tag::Possessive | Tag::Pronoun)
            );
        if first.of > 1 && (owned || self.tag(at).is_some_and(Tag::is_verbal)) {
            return None;
        }
        let mut number = convention(first, at + len);
        loop {
            let next = number.end + usize::from(self.is(number.end, NumeralClass::Of));
            let scale = match vague.longest(self.words(next)) {
                Some((1, plural)) if plural.of > 1 && plural.of >= first.of => plural.of,
                _ if first.of > 1 || number.scale.is_some_and(|scale| scale > 100) => break,
                _ => match self.lexicon.numerals.word(self.word(next)) {
                    Some(Numeral::Scale(scale)) => scale,
                    _ => break,
                },
            };
            number = Number {
                end: next + 1,
                ..number.scaled(scale)
            };
        }
        let stands =
            !first.needs_of || number.scale.is_some() || self.is(number.end, NumeralClass::Of);
        stands.then_some(number)
    }
}

fn convention(convention: Convention, end: usize) -> Number {
    let value = Value::Vague(
        Amount::from(convention.low),
        convention.high.map(Amount::from),
    );
    Number {
        value,
        scale: (convention.of > 1).then_some(convention.of),
        plain: false,
        share: false,
        end,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(told(text), expected, "{text}");
    }

    #[test]
    fn vague_words_are_conventions() {
        check(
            "Dozens of cars, several shops, hundreds of thousands of voters, a few hundred tents.",
            "24–99 cars, 3–9 shops, 200,000–999,999 voters, 300–999 tents",
        );
    }

    #[test]
    fn vague_words_need_what_they_count() {
        check(
            "That is a number which nobody knows, and how many is unclear.",
            "",
        );
    }
}
