//! Why two statements cannot both be so.

use rashomon_extractor::{Polarity, Question, Scope, Site, Stance, Statement};

use super::{
    party::{Alike, alike, is_nobody},
    statement,
};
use crate::{
    Told, calendar,
    scope::{self, Extent},
};

/// Two texts place one deed within so many days of each other, though neither names its day.
const NEAR: i32 = 5;

/// What two statements disagree about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// Is it so?
    Denial,
    /// Who did it?
    Who,
    /// At whom was it aimed?
    Whom,
    /// Where?
    Where,
    /// On which day?
    When,
    /// What kind of thing was it?
    What,
}

/// Two statements that cannot both be so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clash {
    pub(crate) kind: Kind,
    /// A plain reading can reconcile them.
    pub(crate) soft: bool,
}

/// The families that answer one question.
pub(crate) fn question(family: &str) -> &str {
    match family {
        "attacked" | "targeted" | "used_weapon" | "responsible" => "who",
        "aware" | "approved" => "aware",
        family => family,
    }
}

/// Why two statements cannot both be so, if they cannot; `far` ones belong to different events.
pub(crate) fn clash(a: &Told, b: &Told, far: bool) -> Option<Clash> {
    let (ours, theirs) = (statement(a)?, statement(b)?);
    if question(&ours.predicate) != question(&theirs.predicate) || one_voice(a, b, ours, theirs) {
        return None;
    }
    let pair = Pair {
        a,
        b,
        ours,
        theirs,
        doers: alike(&ours.doer, &theirs.doer),
        deed: same_deed(ours, theirs),
    };
    let sides = ours.nations.len() > 1 && ours.nations == theirs.nations;
    if far && pair.deed != Deed::Shared && !sides {
        return None;
    }
    let clash = if ours.polarity == theirs.polarity {
        let one = pair.who().or_else(|| pair.whom()).or_else(|| pair.when());
        one.or_else(|| pair.place()).or_else(|| pair.what())
    } else {
        pair.denial()
    }?;
    let hedged = a.claim.stance == Stance::Hedges || b.claim.stance == Stance::Hedges;
    Some(Clash {
        soft: clash.soft || hedged,
        ..clash
    })
}

/// Two statements that are compared.
struct Pair<'t> {
    a: &'t Told<'t>,
    b: &'t Told<'t>,
    ours: &'t Statement,
    theirs: &'t Statement,
    doers: Alike,
    deed: Deed,
}

impl Pair<'_> {
    /// The same is said and denied.
    fn denial(&self) -> Option<Clash> {
        let (ours, theirs) = (self.ours, self.theirs);
        let together = self.together();
        let unknown =
            ours.doer.is_unknown() && theirs.doer.is_unknown() && same_subject(ours, theirs);
        let pair = ours.nations.len() > 1 && ours.nations == theirs.nations;
        let same = match self.doers {
            Alike::Same => true,
            Alike::Open => {
                (unknown && self.deed == Deed::Shared) || pair || (ours.event && theirs.event)
            }
            Alike::Apart => false,
        };
        // "the crash was due to a fault": it was nobody, whoever is said to have done it
        let denied = if ours.polarity == Polarity::Denied {
            ours
        } else {
            theirs
        };
        let fault =
            denied.subject.is_empty() && self.deed == Deed::Shared && self.doers == Alike::Open;
        let same = same || fault;

        // "nobody promised that": only where it is said what
        let nobody = is_nobody(&ours.doer) || is_nobody(&theirs.doer);
        let deed = self.deed == Deed::Shared || (self.deed == Deed::Open && !nobody) || pair;
        let hedged = |told: &Told| told.claim.stance == Stance::Hedges;
        let narrated = |told: &Told, said: &Statement| {
            told.claim.speakers.is_empty() && !said.echo && said.polarity == Polarity::Affirmed
        };
        // "denied it": of what was said, not of all that the teller tells
        let vague = self.deed == Deed::Open
            && (hedged(self.a)
                || hedged(self.b)
                || narrated(self.a, ours)
                || narrated(self.b, theirs));
        (same && deed && together && !vague && self.holds_still()).then_some(Clash {
            kind: Kind::Denial,
            soft: self.deed == Deed::Open && !ours.echo && !theirs.echo
                || self.doers == Alike::Open,
        })
    }

    /// One deed is laid at two doors.
    fn who(&self) -> Option<Clash> {
        if !self.asks(Question::Who) || self.doers != Alike::Apart || !self.together() {
            return None;
        }
        let mutual = self.is_mutual();
        // who is to blame may be many: only where two who speak lay it at each other's door
        let blame =
            |statement: &Statement| matches!(&*statement.predicate, "escalated" | "responsible");
        let spoken = !self.ours.voice.is_unknown() && !self.theirs.voice.is_unknown();
        let open = blame(self.ours) && blame(self.theirs) && !spoken;
        // "blamed the army for it", "blamed the rebels for the crime": for what all speak of
        let echo = self.deed == Deed::Open && self.ours.echo && self.theirs.echo && spoken;
        let deed = (self.deed == Deed::Shared || mutual || echo) && !open;
        deed.then_some(Clash {
            kind: Kind::Who,
            soft: echo,
        })
    }

    /// One deed is said to have been aimed at two: each speaker names another.
    fn whom(&self) -> Option<Clash> {
        let apart = alike(&self.ours.target, &self.theirs.target) == Alike::Apart;
        let spoken = !self.ours.voice.is_unknown() && !self.theirs.voice.is_unknown();
        let (here, there) = (&self.a.claim.scope, &self.b.claim.scope);
        let days = scope::window(here, there, false) != Extent::Apart;
        let asked = self.asks(Question::Whom) && self.doers == Alike::Same;
        (asked && apart && spoken && days).then_some(Clash {
            kind: Kind::Whom,
            soft: true,
        })
    }

    /// Each says that the other did it.
    fn is_mutual(&self) -> bool {
        let (ours, theirs) = (self.ours, self.theirs);
        ours.same
            && alike(&ours.voice, &theirs.doer) == Alike::Same
            && alike(&theirs.voice, &ours.doer) == Alike::Same
    }

    /// One deed, two days; or one that another text tells of before its day.
    fn when(&self) -> Option<Clash> {
        if !self.asks(Question::When) || !self.is_one() {
            return None;
        }
        let (here, there) = (&self.a.claim.scope, &self.b.claim.scope);
        let apart = match (is_dated(here), is_dated(there)) {
            (true, true) => scope::window(here, there, false) == Extent::Apart,
            (true, false) => before(self.b, here),
            (false, true) => before(self.a, there),
            (false, false) => false,
        };
        apart.then_some(Clash {
            kind: Kind::When,
            soft: !(is_dated(here) && is_dated(there)),
        })
    }

    fn place(&self) -> Option<Clash> {
        if !self.asks(Question::Where) || !self.is_one() || !self.together() {
            return None;
        }
        let (here, there) = (self.ours.site.as_ref()?, self.theirs.site.as_ref()?);
        let opposed = here.head == there.head && is_outside(here) != is_outside(there);
        // "along the border", "over Syria": where something fell
        let apart = opposed || (self.ours.standing && here.head != there.head);
        apart.then_some(Clash {
            kind: Kind::Where,
            soft: !opposed,
        })
    }

    /// One thing, two kinds: a buffer zone, a demilitarised zone.
    fn what(&self) -> Option<Clash> {
        if !self.asks(Question::Kind) || self.doers == Alike::Apart {
            return None;
        }
        let (here, there) = (self.ours.kind.as_ref()?, self.theirs.kind.as_ref()?);
        let same = last_word(here) == last_word(there) && self.deed == Deed::Shared;
        (same && here != there).then_some(Clash {
            kind: Kind::What,
            soft: true,
        })
    }

    fn asks(&self, question: Question) -> bool {
        self.ours.asks.contains(&question) && self.theirs.asks.contains(&question)
    }

    /// Whether it is one deed of one doer.
    fn is_one(&self) -> bool {
        let one = match self.doers {
            Alike::Same => true,
            Alike::Open => self.ours.same,
            Alike::Apart => false,
        };
        self.ours.polarity == Polarity::Affirmed && one && self.deed == Deed::Shared
    }

    /// Whether their days meet, as far as they give any.
    fn together(&self) -> bool {
        let (here, there) = (&self.a.claim.scope, &self.b.claim.scope);
        let own = is_dated(here) && is_dated(there);
        if own && scope::window(here, there, false) == Extent::Apart {
            return false;
        }
        // what is so stays so; what was done on days far apart is two deeds, whoever gives the days
        self.ours.standing || self.theirs.standing || calendar::gap(here.when, there.when) <= NEAR
    }

    /// What may turn from one day to the next contradicts only on the same day.
    fn holds_still(&self) -> bool {
        if !self.ours.changes && !self.theirs.changes {
            return true;
        }
        if self.a.claim.evidence.document == self.b.claim.evidence.document {
            // one text tells what happened next, or what another denies
            let denied = |told: &Told| told.claim.stance == Stance::Denies;
            return denied(self.a) || denied(self.b);
        }
        match (self.a.published, self.b.published) {
            (Some(a), Some(b)) => a.day == b.day,
            _ => false,
        }
    }
}

fn is_dated(scope: &Scope) -> bool {
    scope.when_basis.is_own() && !scope.cumulative
}

/// Whether a text was published before the days that another one gives.
fn before(told: &Told, scope: &Scope) -> bool {
    match (told.published, scope.when.from) {
        (Some(published), Some(from)) => published.day < from,
        _ => false,
    }
}

fn is_outside(site: &Site) -> bool {
    matches!(&*site.preposition, "outside" | "near" | "off" | "along")
}

fn last_word(words: &str) -> &str {
    words.rsplit(' ').next().unwrap_or_default()
}

/// One voice does not contradict itself: the same speaker, the same country, one text.
fn one_voice(a: &Told, b: &Told, ours: &Statement, theirs: &Statement) -> bool {
    let one_text = a.claim.evidence.document == b.claim.evidence.document;
    match (a.speaker(), b.speaker()) {
        (None, None) => one_text || (a.outlet.is_some() && a.outlet == b.outlet),
        (Some(one), Some(other)) => {
            one.to_lowercase() == other.to_lowercase()
                || alike(&ours.voice, &theirs.voice) == Alike::Same
        }
        (None, Some(_)) | (Some(_), None) => false,
    }
}

/// "The power company", "the company": whether two subjects share a word, or one is not given.
fn same_subject(a: &Statement, b: &Statement) -> bool {
    let words = |statement: &Statement| -> Vec<String> {
        let words = statement.subject.split(|c: char| !c.is_alphanumeric());
        let long = words.filter(|word| word.chars().count() > 3);
        long.map(str::to_lowercase).collect()
    };
    let theirs = words(b);
    let shared = words(a).iter().any(|word| theirs.contains(word));
    a.subject.is_empty() || b.subject.is_empty() || shared
}

/// Whether two statements tell of one deed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    /// They share its object.
    Shared,
    /// One of them does not say.
    Open,
    /// Another object.
    Apart,
}

fn same_deed(a: &Statement, b: &Statement) -> Deed {
    if alike(&a.target, &b.target) == Alike::Apart {
        return Deed::Apart;
    }
    let shared = a.words.iter().any(|word| b.words.contains(word));
    // "a Russian bomber", "a Russian warplane": of a standing question there is one of each country
    let owned =
        a.standing && a.target.nation.is_some() && alike(&a.target, &b.target) == Alike::Same;
    if shared || owned || (a.same && b.same && a.predicate == b.predicate) {
        Deed::Shared
    } else if (a.echo && a.words.is_empty()) || (b.echo && b.words.is_empty()) {
        Deed::Open
    } else {
        Deed::Apart
    }
}
