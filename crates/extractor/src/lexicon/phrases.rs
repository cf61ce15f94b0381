use super::WordId;

/// Lexicon entries of one or more words each, found at a token, the longest first.
///
/// Nearly every word of a text opens none of them, so that is answered from one bit.
#[derive(Clone, Debug)]
pub(crate) struct Phrases<T> {
    /// A bit for each word that opens an entry.
    opening: Vec<u64>,
    /// For each word its place in `by_first`, where it opens an entry.
    places: Vec<u32>,
    /// For each first word: the words that follow, and the entry; longest first.
    by_first: Vec<Vec<(Box<[WordId]>, T)>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self {
            opening: Vec::new(),
            places: Vec::new(),
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
        if !self.opens(*first) {
            self.open(*first);
        }
        let entries = &mut self.by_first[self.places[first.index()] as usize];
        let place = entries.partition_point(|(words, _)| words.len() >= rest.len());
        entries.insert(place, (rest.into(), entry));
    }

    fn open(&mut self, first: WordId) {
        let index = first.index();
        if self.places.len() <= index {
            self.places.resize(index + 1, 0);
            self.opening.resize(index / 64 + 1, 0);
        }
        self.places[index] = self.by_first.len() as u32;
        self.opening[index / 64] |= 1 << (index % 64);
        self.by_first.push(Vec::new());
    }

    /// The entries that begin with a word.
    fn entries(&self, first: WordId) -> &[(Box<[WordId]>, T)] {
        if self.opens(first) {
            &self.by_first[self.places[first.index()] as usize]
        } else {
            &[]
        }
    }

    /// The longest entry that the words begin with, and how many words it takes.
    pub(crate) fn longest(
        &self,
        mut words: impl Iterator<Item = WordId> + Clone,
    ) -> Option<(usize, &T)> {
        let first = words.next()?;
        self.entries(first).iter().find_map(|(rest, entry)| {
            let mut ahead = words.clone();
            rest.iter()
                .all(|word| ahead.next() == Some(*word))
                .then_some((rest.len() + 1, entry))
        })
    }

    /// Whether some entry begins with a word.
    pub(crate) fn opens(&self, word: WordId) -> bool {
        let index = word.index();
        (self.opening.get(index / 64)).is_some_and(|bits| bits >> (index % 64) & 1 == 1)
    }

    /// The entry of a single word.
    pub(crate) fn word(&self, word: WordId) -> Option<&T> {
        let entries = self.entries(word);
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
