use super::{
    numeral::{Lead, Number, Value},
    piece::{PieceKind, Pieces},
    unit::Measure,
};
use crate::{
    Amount, Tag,
    lexicon::{Dimension, NumeralClass, UnitClass},
};

/// A number with its unit: "$3.7 million", "six-hour", "20 per cent a year".
#[derive(Clone, Copy, Debug)]
pub(super) struct Operand {
    pub(super) start: usize,
    /// Where the number itself begins, behind "$" or "magnitude".
    pub(super) digits: usize,
    pub(super) number: Number,
    pub(super) measure: Measure,
    /// What a compound counts: "a five-**member** panel".
    pub(super) member: Option<usize>,
    pub(super) end: usize,
}

impl Operand {
    pub(super) fn exact(&self) -> Option<Amount> {
        match self.number.value {
            Value::Exact(value) => Some(value),
            Value::Vague(..) => None,
        }
    }

    /// The unit stands before the number, so that a second number may leave it out: "$10 to 15".
    pub(super) fn leads(&self) -> bool {
        self.digits > self.start
    }

    /// Only digits, without unit, sign or scale: might be a year or part of a name.
    pub(super) fn is_bare(&self) -> bool {
        self.number.scale.is_none()
            && self.measure.unit.is_none()
            && !self.number.share
            && self.member.is_none()
    }
}

impl Pieces<'_> {
    /// The number with its unit that begins there.
    pub(super) fn operand(&self, at: usize, hedged: bool) -> Option<Operand> {
        let before = self.unit_before(at);
        let digits = before.map_or(at, |(_, digits)| digits);
        let lead = Lead {
            money: before.is_some_and(|(unit, _)| self.dimension(unit) == Dimension::Money),
            hedged,
            verb: self.before(at).is_some() && self.tag(at - 1).is_some_and(Tag::is_verbal),
        };
        let glued = self.is_number(at)
            && self.is_glued(at)
            && self
                .before(at)
                .is_some_and(|before| before.kind == PieceKind::Word);
        if glued {
            return None;
        }
        let Some(number) = self.number(digits, lead) else {
            return self.one_unit(at, hedged);
        };
        let mut operand = Operand {
            start: at,
            digits,
            number,
            measure: Measure {
                unit: before.map(|(unit, _)| unit),
                per: None,
            },
            member: None,
            end: number.end,
        };
        let after = self.unit_after(&number);
        match (before, after) {
            (Some((before, _)), Some((after, end))) if before == after => operand.end = end,
            (None, Some((unit, end))) => {
                operand.measure.unit = Some(unit);
                operand.end = end;
            }
            (None, None) if self.is_quake(&operand) => {
                operand.measure.unit = self.lexicon.units.of(Dimension::Quake);
            }
            (None, None) => self.compound(&mut operand)?,
            _ => {}
        }
        if let Some((per, end)) = self.per(operand.end) {
            operand.measure.per = Some(per);
            operand.end = end;
        }
        Some(operand)
    }

    /// "a 5.6 quake": a magnitude without its name.
    fn is_quake(&self, operand: &Operand) -> bool {
        operand.number.plain
            && operand
                .exact()
                .is_some_and(|n| n.whole().is_none() && n < Amount::from(10))
            && self
                .lexicon
                .units
                .is(self.word(operand.end), UnitClass::Quake)
    }

    /// "more than a decade": one of a unit, where a hedge says that it is a figure.
    fn one_unit(&self, at: usize, hedged: bool) -> Option<Operand> {
        if !hedged || !self.is(at, NumeralClass::Article) {
            return None;
        }
        let (len, unit) = self.unit(at + 1)?;
        let end = at + 1 + len;
        Some(Operand {
            start: at,
            digits: at,
            number: Number::exact(Amount::from(1), at + 1),
            measure: Measure {
                unit: Some(unit),
                per: None,
            },
            member: None,
            end,
        })
    }

    /// What is glued to a number without a unit: "a five-member panel", but not "two-way", "7.62x39".
    fn compound(&self, operand: &mut Operand) -> Option<()> {
        let end = operand.number.end;
        if self.is_hyphen(end) {
            if self.is(end + 1, NumeralClass::Compound) {
                operand.member = Some(end + 1);
                operand.end = end + 2;
                return Some(());
            }
            let goes_on = self.is_number(end + 1)
                || self.numeral(end + 1).is_some()
                || self.lexicon.hedges.after.longest(self.words(end)).is_some()
                || self.is(end + 1, NumeralClass::AgeAfter);
            return goes_on.then_some(());
        }
        let word = self.is_glued(end)
            && self
                .slice(end)
                .starts_with(|c: char| c.is_alphabetic() || c == '(');
        (!word).then_some(())
    }
}
