use super::WordId;

/// Lexicon entries of one or more words each, found at a token, the longest first.
#[derive(Clone, Debug)]
pub(crate) struct Phrases<T> {
    /// For each first word: the words that follow, and the entry; longest first.
    by_first: Vec<Vec<(Box<[WordId]>, T)>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self {
            by_first: Vec::new(),
        }
    }
}

impl<T> Phrases<T> {
    /// Adds an entry; of two with the same words the first stays first.
    pub(crate) fn insert(&mut self, words: &[WordId], entry: T) {
        let Some((first, rest)) = words.split_first() else {
            return;
        };
        if self.by_first.len() <= first.index() {
            self.by_first.resize_with(first.index() + 1, Vec::new);
        }
        let entries = &mut self.by_first[first.index()];
        let place = entries.partition_point(|(words, _)| words.len() >= rest.len());
        entries.insert(place, (rest.into(), entry));
    }

    /// The longest entry that the words begin with, and how many words it takes.
    pub(crate) fn longest(
        &self,
        mut words: impl Iterator<Item = WordId> + Clone,
    ) -> Option<(usize, &T)> {
        let first = words.next()?;
        self.by_first
            .get(first.index())?
            .iter()
            .find_map(|(rest, entry)| {
                let mut ahead = words.clone();
                rest.iter()
                    .all(|word| ahead.next() == Some(*word))
                    .then_some((rest.len() + 1, entry))
            })
    }

    /// Whether some entry begins with a word.
    pub(crate) fn opens(&self, word: WordId) -> bool {
        self.by_first
            .get(word.index())
            .is_some_and(|entries| !entries.is_empty())
    }

    /// The entry of a single word.
    pub(crate) fn word(&self, word: WordId) -> Option<&T> {
        let entries = self.by_first.get(word.index())?;
        entries
            .iter()
            .find(|(rest, _)| rest.is_empty())
            .map(|(_, entry)| entry)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_entry_wins() {
        let (at, least, once) = (WordId(1), WordId(2), WordId(3));
        let mut phrases = Phrases::default();
        phrases.insert(&[at], "at");
        phrases.insert(&[at, least], "at least");
        assert_eq!(
            phrases.longest([at, least, once].into_iter()),
            Some((2, &"at least"))
        );
        assert_eq!(phrases.longest([at, once].into_iter()), Some((1, &"at")));
        assert_eq!(phrases.longest([least].into_iter()), None);
    }
}
