use std::collections::BTreeMap;

use rashomon_extractor::{Claim, Place, Quantity, Stance, Window};

use crate::{Told, origin::Origin, scope::group_key};

/// One origin's answer to one question, however many claims repeat it.
///
/// "Six Turkish soldiers were killed", says Ankara, in nine articles.
#[derive(Clone, Debug)]
pub(crate) struct Voice<'a> {
    /// The claim that stands for all: the first published.
    pub(crate) told: Told<'a>,
    /// The first of its claims in another document than that one's.
    pub(crate) elsewhere: Option<Told<'a>>,
    /// All claims, by their place in the run.
    pub(crate) claims: Vec<usize>,
}

impl<'a> Voice<'a> {
    /// The claims that stand for two voices when they are compared: of two documents where that is
    /// possible, for one text tells apart what two texts may dispute.
    pub(crate) fn faces(&self, other: &Self) -> (Told<'a>, Told<'a>) {
        if self.told.is_with(&other.told) {
            if let Some(elsewhere) = self.elsewhere {
                return (elsewhere, other.told);
            }
            if let Some(elsewhere) = other.elsewhere {
                return (self.told, elsewhere);
            }
        }
        (self.told, other.told)
    }
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
            elsewhere: None,
            claims: Vec::new(),
        });
        voice.claims.push(index);
        let is_elsewhere = |told: &Told| !told.is_with(&voice.told);
        let (new, old) = (told[index], voice.told);
        if earlier(&new, &old) {
            voice.elsewhere = if is_elsewhere(&new) {
                Some(old)
            } else {
                voice.elsewhere
            };
            voice.told = new;
        } else if voice.elsewhere.is_none() && is_elsewhere(&new) {
            voice.elsewhere = Some(new);
        }
    }
    voices.into_values().collect()
}

fn ground(claim: &Claim) -> Ground<'_> {
    let scope = &claim.scope;
    Ground {
        place: scope.place.as_ref().filter(|_| scope.place_basis.is_own()),
        when: scope.when_basis.is_told().then_some(scope.when),
        cumulative: scope.cumulative,
        agent: scope.agent.as_ref().and_then(|agent| agent.side.as_deref()),
        happenings: scope.happenings,
    }
}

fn earlier(a: &Told, b: &Told) -> bool {
    let day = |told: &Told| told.published.map(|published| published.day);
    matches!((day(a), day(b)), (Some(a), Some(b)) if a < b)
}
