use std::collections::BTreeMap;

use rashomon_extractor::{Basis, Claim, Place, Quantity, Stance, Window};

use crate::{Told, origin::Origin, scope::group_key};

/// One origin's answer to one question, however many claims repeat it.
///
/// "Six Turkish soldiers were killed", says Ankara, in nine articles.
#[derive(Clone, Debug)]
pub(crate) struct Voice<'a> {
    /// The claim that stands for all: the first published.
    pub(crate) told: Told<'a>,
    /// All claims, by their place in the run.
    pub(crate) claims: Vec<usize>,
}

/// What makes claims one voice.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key<'a> {
    group: (std::sync::Arc<str>, Option<std::sync::Arc<str>>),
    quantity: &'a Quantity,
    origin: &'a Origin,
    stance: Stance,
    revised: bool,
    part: bool,
    ground: Ground<'a>,
}

/// The scope that a claim gives itself.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Ground<'a> {
    place: Option<&'a Place>,
    when: Option<Window>,
    cumulative: bool,
    agent: Option<&'a str>,
    happenings: Option<u16>,
}

/// Joins equal claims, the first published standing for all; in order of group and figure.
pub(crate) fn voices<'a>(
    claims: &[usize],
    told: &[Told<'a>],
    origins: &[Origin],
) -> Vec<Voice<'a>> {
    let mut voices: BTreeMap<Key, Voice> = BTreeMap::new();
    for &index in claims {
        let Some(count) = told[index].claim.count() else {
            continue;
        };
        let key = Key {
            group: group_key(count),
            quantity: &count.quantity,
            origin: &origins[index],
            stance: told[index].claim.stance,
            revised: count.revised,
            part: count.whole.is_some(),
            ground: ground(told[index].claim),
        };
        let voice = voices.entry(key).or_insert_with(|| Voice {
            told: told[index],
            claims: Vec::new(),
        });
        voice.claims.push(index);
        if earlier(&told[index], &voice.told) {
            voice.told = told[index];
        }
    }
    voices.into_values().collect()
}

fn ground(claim: &Claim) -> Ground<'_> {
    let scope = &claim.scope;
    let own = |basis| matches!(basis, Basis::Own | Basis::Sentence);
    let told = own(scope.when_basis) || scope.when_basis == Basis::Before;
    Ground {
        place: scope.place.as_ref().filter(|_| own(scope.place_basis)),
        when: told.then_some(scope.when),
        cumulative: scope.cumulative,
        agent: scope.agent.as_ref().and_then(|agent| agent.side.as_deref()),
        happenings: scope.happenings,
    }
}

fn earlier(a: &Told, b: &Told) -> bool {
    let day = |told: &Told| told.published.map(|published| published.day);
    matches!((day(a), day(b)), (Some(a), Some(b)) if a < b)
}
