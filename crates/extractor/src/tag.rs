use serde::Serialize;

/// A part of speech, as coarse as the grammar of counts and attributions needs it.
///
/// The Penn names stand in brackets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[repr(u8)]
pub enum Tag {
    /// soldier, shelling (NN)
    #[default]
    Noun,
    /// soldiers (NNS)
    Nouns,
    /// Ankara (NNP)
    Name,
    /// Syrians, Americans (NNPS)
    Names,
    /// he, they, it, others (PRP, EX)
    Pronoun,
    /// his, their (PRP$)
    Possessive,
    /// 's and ' (POS)
    Genitive,
    /// Turkish, dead (JJ, JJR, JJS)
    Adjective,
    /// already, not, n't (RB)
    Adverb,
    /// the, a, this, some, no (DT, PDT)
    Determiner,
    /// six, 30, dozen (CD)
    Number,
    /// second, 10th (JJ)
    Ordinal,
    /// in, of, after, according (IN)
    Preposition,
    /// that, because, while, if (IN)
    Subordinator,
    /// and, but, or (CC)
    Conjunction,
    /// to (TO)
    To,
    /// who, which, what, where (WP, WDT, WRB)
    Wh,
    /// kill, be (VB)
    Verb,
    /// kills, kill (VBZ, VBP)
    VerbPresent,
    /// killed, was (VBD)
    VerbPast,
    /// killed, been (VBN)
    Participle,
    /// killing, being (VBG)
    Gerund,
    /// will, may, should (MD)
    Modal,
    /// up, out (RP)
    Particle,
    /// ! ? . and the like, quotation marks, brackets, dashes
    Punctuation,
    /// what fits nowhere: foreign words, symbols
    Other,
}

impl Tag {
    /// All tags, in the order of their numbers.
    pub const ALL: [Self; 26] = [
        Self::Noun,
        Self::Nouns,
        Self::Name,
        Self::Names,
        Self::Pronoun,
        Self::Possessive,
        Self::Genitive,
        Self::Adjective,
        Self::Adverb,
        Self::Determiner,
        Self::Number,
        Self::Ordinal,
        Self::Preposition,
        Self::Subordinator,
        Self::Conjunction,
        Self::To,
        Self::Wh,
        Self::Verb,
        Self::VerbPresent,
        Self::VerbPast,
        Self::Participle,
        Self::Gerund,
        Self::Modal,
        Self::Particle,
        Self::Punctuation,
        Self::Other,
    ];

    /// The tag with this number.
    pub fn from_index(index: u8) -> Option<Self> {
        Self::ALL.get(usize::from(index)).copied()
    }

    /// A noun or a name.
    pub fn is_nominal(self) -> bool {
        matches!(self, Self::Noun | Self::Nouns | Self::Name | Self::Names)
    }

    /// Any form of a verb.
    pub fn is_verbal(self) -> bool {
        matches!(
            self,
            Self::Verb
                | Self::VerbPresent
                | Self::VerbPast
                | Self::Participle
                | Self::Gerund
                | Self::Modal
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_numbers() {
        for (index, tag) in Tag::ALL.into_iter().enumerate() {
            assert_eq!(tag as usize, index);
        }
    }
}
