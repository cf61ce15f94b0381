use std::{collections::BTreeSet, sync::Arc};

use serde::Deserialize;

use super::{
    LexiconError, Phrases, Vocabulary, WordId, Words,
    inflection::{plural, verb_forms},
};

const FILE: &str = "lexicon/measures.toml";

/// The number of a measure in the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct MeasureId(u16);

/// Where the group of a measuring verb stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Patient {
    /// "killed six soldiers", "six soldiers were killed"
    Object,
    /// "six people died"
    Subject,
}

/// The words of `lexicon/measures.toml`: what is counted, and what says so.
#[derive(Debug, Default)]
pub(crate) struct Measures {
    entries: Vec<Entry>,
    /// "killed", "shot dead", "died", in all forms.
    pub(crate) verbs: Phrases<(MeasureId, Patient)>,
    /// "dead", "wounded"
    pub(crate) adjectives: Phrases<MeasureId>,
    /// "deaths", "refugees"
    pub(crate) heads: Phrases<MeasureId>,
    /// "the death of"
    pub(crate) events: Phrases<MeasureId>,
    /// "death toll"
    pub(crate) tolls: Phrases<MeasureId>,
    /// "the victims (included 12 children)"
    pub(crate) rolls: Phrases<MeasureId>,
    /// "took his own life", in all forms.
    pub(crate) suicides: Phrases<MeasureId>,
    /// "claimed (12 lives)"
    pub(crate) lives: Phrases<MeasureId>,
    killed: Option<MeasureId>,
    wounded: Option<MeasureId>,
    shot: Option<MeasureId>,
    frames: Vec<Frame>,
    /// For each verb of a frame which one it opens: "shot (a man to death)".
    framed: Phrases<u16>,
}

/// A verb that measures by what it brings somebody to: "took six people to hospital".
#[derive(Debug)]
pub(crate) struct Frame {
    pub(crate) measure: MeasureId,
    /// "hospital", "medical center"
    pub(crate) to: Phrases<()>,
}

#[derive(Debug)]
struct Entry {
    id: Arc<str>,
    /// "measures/killed"
    path: Arc<str>,
    stock: bool,
    things: bool,
    within: Option<Arc<str>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    measure: Vec<Table>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    id: String,
    within: Option<String>,
    #[serde(default)]
    stock: bool,
    #[serde(default)]
    things: bool,
    #[serde(default)]
    verbs: Vec<String>,
    #[serde(default)]
    intransitive: Vec<String>,
    #[serde(default)]
    adjectives: Vec<String>,
    #[serde(default)]
    heads: Vec<String>,
    #[serde(default)]
    events: Vec<String>,
    #[serde(default)]
    tolls: Vec<String>,
    #[serde(default)]
    rolls: Vec<String>,
    #[serde(default)]
    suicides: Vec<String>,
    #[serde(default)]
    lives: Vec<String>,
    #[serde(default)]
    brings: Vec<String>,
    #[serde(default)]
    to: Vec<String>,
}

impl Measures {
    pub(crate) fn read(words: &Words, vocabulary: &mut Vocabulary) -> Result<Self, LexiconError> {
        let file: File = words.file(FILE, include_str!("../../lexicon/measures.toml"))?;
        check(&file.measure)?;
        let mut measures = Self::default();
        for (index, table) in file.measure.into_iter().enumerate() {
            measures.insert(vocabulary, MeasureId(index as u16), table);
        }
        measures.killed = measures.id("killed");
        measures.wounded = measures.id("wounded");
        measures.shot = measures.id("shot");
        Ok(measures)
    }

    fn insert(&mut self, vocabulary: &mut Vocabulary, id: MeasureId, table: Table) {
        for (verbs, patient) in [
            (&table.verbs, Patient::Object),
            (&table.intransitive, Patient::Subject),
        ] {
            for form in verbs.iter().flat_map(|verb| verb_forms(verb)) {
                self.verbs
                    .insert(&vocabulary.intern_phrase(&form), (id, patient));
            }
        }
        for adjective in &table.adjectives {
            self.adjectives
                .insert(&vocabulary.intern_phrase(adjective), id);
        }
        for (nouns, into) in [
            (&table.heads, &mut self.heads),
            (&table.events, &mut self.events),
        ] {
            for noun in nouns {
                into.insert(&vocabulary.intern_phrase(noun), id);
                into.insert(&vocabulary.intern_phrase(&plural(noun)), id);
            }
        }
        for toll in &table.tolls {
            self.tolls.insert(&vocabulary.intern_phrase(toll), id);
        }
        for roll in &table.rolls {
            self.rolls.insert(&vocabulary.intern_phrase(roll), id);
        }
        for form in table.suicides.iter().flat_map(|verb| verb_forms(verb)) {
            self.suicides.insert(&vocabulary.intern_phrase(&form), id);
        }
        for form in table.lives.iter().flat_map(|verb| verb_forms(verb)) {
            self.lives.insert(&vocabulary.intern_phrase(&form), id);
        }
        self.frame(vocabulary, id, &table);
        self.entries.push(Entry {
            path: format!("measures/{}", table.id).into(),
            id: table.id.into(),
            stock: table.stock,
            things: table.things,
            within: table.within.map(Into::into),
        });
    }

    fn frame(&mut self, vocabulary: &mut Vocabulary, measure: MeasureId, table: &Table) {
        let mut to = Phrases::default();
        for place in &table.to {
            to.insert(&vocabulary.intern_phrase(place), ());
            to.insert(&vocabulary.intern_phrase(&plural(place)), ());
        }
        for form in table.brings.iter().flat_map(|verb| verb_forms(verb)) {
            self.framed
                .insert(&vocabulary.intern_phrase(&form), self.frames.len() as u16);
        }
        self.frames.push(Frame { measure, to });
    }

    /// What a verb measures together with where it brings somebody, if it may.
    pub(crate) fn frame_of(&self, verb: WordId) -> Option<&Frame> {
        let frame = self.framed.word(verb)?;
        self.frames.get(usize::from(*frame))
    }

    /// The measure's id in reports: "killed".
    pub(crate) fn name(&self, id: MeasureId) -> &Arc<str> {
        &self.entries[usize::from(id.0)].id
    }

    /// The name of its lexicon entry: "measures/killed".
    pub(crate) fn entry(&self, id: MeasureId) -> &Arc<str> {
        &self.entries[usize::from(id.0)].path
    }

    /// Those who died, the dead of a toll.
    pub(crate) fn killed(&self) -> Option<MeasureId> {
        self.killed
    }

    /// Those who were hurt and live.
    pub(crate) fn wounded(&self) -> Option<MeasureId> {
        self.wounded
    }

    /// Those who were hit, of whom it is not told yet whether they live.
    pub(crate) fn shot(&self) -> Option<MeasureId> {
        self.shot
    }

    /// The measure with this id.
    pub(crate) fn id(&self, name: &str) -> Option<MeasureId> {
        let index = self.entries.iter().position(|entry| &*entry.id == name)?;
        Some(MeasureId(index as u16))
    }

    /// Whether it is a level on its day, not something that happens.
    pub(crate) fn is_stock(&self, id: MeasureId) -> bool {
        self.entries[usize::from(id.0)].stock
    }

    /// Whether things, not persons, are what it counts as a rule: destroyed homes.
    pub(crate) fn is_of_things(&self, id: MeasureId) -> bool {
        self.entries[usize::from(id.0)].things
    }

    /// The measure that contains it: the dead are among the casualties.
    pub(crate) fn within(&self, id: MeasureId) -> Option<&Arc<str>> {
        self.entries[usize::from(id.0)].within.as_ref()
    }
}

/// Ids are unique, `within` names a measure, and each list is sorted.
fn check(measures: &[Table]) -> Result<(), LexiconError> {
    let mut ids = BTreeSet::new();
    for table in measures {
        if !ids.insert(&table.id) {
            return Err(LexiconError::new(
                FILE,
                format!("measure `{}` stands twice; join the two", table.id),
            ));
        }
        let lists = [
            &table.verbs,
            &table.intransitive,
            &table.adjectives,
            &table.heads,
            &table.events,
            &table.tolls,
            &table.brings,
            &table.to,
        ];
        let mut pairs = lists
            .into_iter()
            .flat_map(|list| list.iter().zip(list.iter().skip(1)));
        if let Some((first, second)) = pairs.find(|(first, second)| first >= second) {
            let message = format!(
                "measure `{}` lists `{first}` before `{second}`; sort it",
                table.id
            );
            return Err(LexiconError::new(FILE, message));
        }
    }
    match measures.iter().find(|table| {
        table
            .within
            .as_ref()
            .is_some_and(|outer| !ids.contains(outer))
    }) {
        Some(table) => Err(LexiconError::new(
            FILE,
            format!(
                "measure `{}` is within one that is not defined; add it",
                table.id
            ),
        )),
        None => Ok(()),
    }
}
