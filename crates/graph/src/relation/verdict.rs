use std::cmp::Ordering;

use rashomon_extractor::{Claim, Content, Count, Published, Scope, Stance, Whole};

use super::{Axis, Pair, Relation, reason::Reason, statement};
use crate::{
    Told,
    reach::{self, Meeting},
    scope::{self, Extent},
};

/// Figures that are this many times apart, the larger being a thousand or more, belong to
/// different happenings.
const FAR: f64 = 20.0;
const FAR_FROM: f64 = 1_000.0;

/// What two claims are to each other, with the reason in one sentence.
///
/// The order of the questions is always the same: is it the same thing at all, is one a part of the
/// other, can both be true, did the figure move; only what is left contradicts.
///
/// ```
/// # use rashomon_extractor::{Document, Lexicon, read};
/// # use rashomon_graph::{Told, relate};
/// let lexicon = Lexicon::builtin();
/// let one = read(lexicon, &Document::new("a", "Six soldiers were killed."));
/// let other = read(lexicon, &Document::new("b", "Eight soldiers were killed."));
/// if let (Some(a), Some(b)) = (one.claims.first(), other.claims.first()) {
///     let pair = relate(&Told::new(&one, a), &Told::new(&other, b));
///     assert_eq!(pair.relation.name(), "contradicts");
/// }
/// ```
pub fn relate(a: &Told, b: &Told) -> Pair {
    let verdict = judge(a, b);
    let (a, b) = if verdict.turned { (b, a) } else { (a, b) };
    Pair {
        a: a.claim.id,
        b: b.claim.id,
        relation: verdict.relation,
        revises: verdict.revises,
        why: verdict.reason.of(a, b),
    }
}

/// The verdict on two claims, before it is put into words.
#[allow(clippy::struct_excessive_bools)] // each answers another question
#[derive(Clone, Copy, Debug)]
pub(crate) struct Verdict {
    pub(crate) relation: Relation,
    /// It reads from the second claim to the first.
    pub(crate) turned: bool,
    /// A later figure of the same thing.
    pub(crate) revises: bool,
    /// A plain reading can reconcile them.
    pub(crate) soft: bool,
    /// The two count the same thing, not a part and its whole.
    pub(crate) same_scope: bool,
    pub(crate) reason: Reason,
}

impl Verdict {
    fn new(relation: Relation, reason: Reason) -> Self {
        Self {
            relation,
            turned: false,
            revises: false,
            soft: false,
            same_scope: false,
            reason,
        }
    }

    /// Two claims that are about different things.
    pub(super) fn apart(axis: Axis) -> Self {
        Self::new(Relation::DifferentScope(axis), Reason::Axis(axis))
    }

    /// The same thing, said or denied.
    pub(super) fn statement(relation: Relation, reason: Reason) -> Self {
        Self {
            same_scope: true,
            ..Self::new(relation, reason)
        }
    }

    fn turned(self, turned: bool) -> Self {
        Self { turned, ..self }
    }
}

/// The verdict on two claims of one event.
pub(crate) fn judge(a: &Told, b: &Told) -> Verdict {
    match (&a.claim.content, &b.claim.content) {
        (Content::Count(ours), Content::Count(theirs)) => counts(a, b, ours, theirs),
        (Content::Statement(ours), Content::Statement(theirs)) => {
            statement::judge(a, b, ours, theirs)
        }
        (Content::Count(_), Content::Statement(_)) | (Content::Statement(_), Content::Count(_)) => {
            Verdict::apart(Axis::Measure)
        }
    }
}

fn counts(a: &Told, b: &Told, ours: &Count, theirs: &Count) -> Verdict {
    let extent = match extent(a.claim, b.claim, ours, theirs) {
        Ok(extent) => extent,
        Err(axis) => return Verdict::apart(axis),
    };
    match extent {
        Extent::Wider => part_of(theirs, ours).turned(true),
        Extent::Narrower => part_of(ours, theirs),
        Extent::Apart => Verdict::apart(Axis::Window),
        Extent::Same | Extent::Alike => {
            let verdict = same_scope(a, b, ours, theirs);
            Verdict {
                same_scope: !matches!(verdict.relation, Relation::DifferentScope(_)),
                soft: verdict.soft || extent == Extent::Alike,
                ..verdict
            }
        }
    }
}

/// How the ground of two counts lies, or the first axis on which they differ.
fn extent(a: &Claim, b: &Claim, ours: &Count, theirs: &Count) -> Result<Extent, Axis> {
    if ours.quantity.unit() != theirs.quantity.unit() {
        return Err(Axis::Unit);
    }
    let level = ours.stock && theirs.stock;
    let home = home(&a.scope).or(home(&b.scope));
    let axes = [
        (Axis::Measure, measure(ours, theirs)),
        (
            Axis::Group,
            scope::group(&ours.group, &theirs.group, home, level),
        ),
        (Axis::Place, place(a, b, ours, theirs, level)),
        (Axis::Window, scope::window(&a.scope, &b.scope, level)),
        (Axis::Agent, agent(&a.scope, &b.scope)),
        (Axis::Event, happenings(&a.scope, &b.scope)),
        (Axis::Group, part(a, b, ours, theirs)),
    ];
    let mut whole = Extent::Same;
    for (axis, extent) in axes {
        whole = whole.and(extent);
        if whole == Extent::Apart {
            return Err(axis);
        }
    }
    Ok(whole)
}

/// The place of two counts. Of one day's toll, the province may be the town told less exactly,
/// where the figures are near each other: "six near Saraqib", "eight in Idlib".
fn place(a: &Claim, b: &Claim, ours: &Count, theirs: &Count, level: bool) -> Extent {
    let extent = scope::place(&a.scope, &b.scope, level);
    let near = || {
        let (Some(a), Some(b)) = (lowest(ours), lowest(theirs)) else {
            return false;
        };
        a.plus(a) >= b && b.plus(b) >= a
    };
    let adds_up = a.scope.cumulative || b.scope.cumulative;
    match extent {
        Extent::Wider | Extent::Narrower if !adds_up && near() => Extent::Alike,
        _ => extent,
    }
}

/// A toll of five and one of 168,000 are not told of one happening, whatever their words leave open.
fn is_far(ours: &Count, theirs: &Count) -> bool {
    let ends = |count: &Count| {
        let quantity = &count.quantity;
        Some((
            quantity.low().or(quantity.high())?.to_f64(),
            quantity.high().or(quantity.low())?.to_f64(),
        ))
    };
    let (Some(a), Some(b)) = (ends(ours), ends(theirs)) else {
        return false;
    };
    let (small, large) = (a.1.min(b.1), a.0.max(b.0));
    large >= FAR_FROM && large / small.max(1.0) >= FAR
}

fn home(scope: &Scope) -> Option<&str> {
    scope.place.as_ref().map(|place| &**place.root())
}

/// The dead are among the casualties.
fn measure(ours: &Count, theirs: &Count) -> Extent {
    let (a, b) = (&ours.measure, &theirs.measure);
    if a == b {
        Extent::Same
    } else if ours.within.as_ref() == Some(b) {
        Extent::Narrower
    } else if theirs.within.as_ref() == Some(a) {
        Extent::Wider
    } else {
        Extent::Apart
    }
}

/// Other killers, other dead: only where both texts say whose hand it was.
fn agent(a: &Scope, b: &Scope) -> Extent {
    let side = |scope: &Scope| {
        let agent = scope.agent.as_ref()?;
        agent.side.clone().filter(|_| agent.is_people())
    };
    match (side(a), side(b)) {
        (Some(ours), Some(theirs)) if ours.to_lowercase() != theirs.to_lowercase() => Extent::Apart,
        _ => Extent::Same,
    }
}

/// What two clashes add up to is more than one of them.
fn happenings(a: &Scope, b: &Scope) -> Extent {
    match (a.happenings, b.happenings) {
        (Some(_), None) => Extent::Wider,
        (None, Some(_)) => Extent::Narrower,
        (Some(ours), Some(theirs)) if ours != theirs => Extent::Apart,
        _ => Extent::Same,
    }
}

/// "13 soldiers, including five killed Monday": the five are among the 13, in every telling.
fn part(a: &Claim, b: &Claim, ours: &Count, theirs: &Count) -> Extent {
    let of = |count: &Count, id| matches!(count.whole, Some(Whole::Of(whole)) if whole == id);
    let is_part = |count: &Count| count.whole.is_some();
    let beside = |count: &Count, id| count.whole == Some(Whole::Beside(id));
    // "another six": none of those who were counted before
    if beside(ours, b.id) || beside(theirs, a.id) {
        return Extent::Apart;
    }
    if of(ours, b.id) {
        return Extent::Narrower;
    }
    if of(theirs, a.id) {
        return Extent::Wider;
    }
    match (is_part(ours), is_part(theirs)) {
        (true, false) => Extent::Narrower,
        (false, true) => Extent::Wider,
        _ => Extent::Same,
    }
}

/// A part bounds its whole from below.
fn part_of(part: &Count, whole: &Count) -> Verdict {
    let least = reach::against(&part.quantity, &whole.quantity);
    let most = reach::against(&whole.quantity, &part.quantity);
    let exceeds = match (least.low, most.high) {
        (Some(low), Some(high)) => {
            low > high || (low == high && (least.low_open || most.high_open))
        }
        _ => false,
    };
    if !exceeds {
        return Verdict::new(Relation::PartOf, Reason::Part);
    }
    if is_far(part, whole) {
        return Verdict::apart(Axis::Event);
    }
    let meeting = reach::meeting(&part.quantity, &whole.quantity);
    Verdict {
        soft: meeting == Meeting::Nothing { soft: true },
        ..Verdict::new(Relation::Contradicts, Reason::PartExceeds)
    }
}

fn same_scope(a: &Told, b: &Told, ours: &Count, theirs: &Count) -> Verdict {
    let order = order(a.published, b.published);
    let verdict = match reach::meeting(&ours.quantity, &theirs.quantity) {
        Meeting::Equal => return Verdict::new(Relation::Agrees, Reason::Equal),
        Meeting::Inside => Verdict::new(Relation::Refines, Reason::Inside),
        Meeting::Around => Verdict::new(Relation::Refines, Reason::Inside).turned(true),
        Meeting::Partly => Verdict::new(Relation::Compatible, Reason::Overlap),
        Meeting::Nothing { soft } => Verdict {
            soft,
            ..disagreement(a, b, ours, theirs, order)
        },
    };
    Verdict {
        revises: order != Ordering::Equal,
        ..verdict
    }
}

/// Two figures of the same thing that cannot both be true: did it move, or do the sources differ?
fn disagreement(a: &Told, b: &Told, ours: &Count, theirs: &Count, order: Ordering) -> Verdict {
    if is_far(ours, theirs) {
        return Verdict::apart(Axis::Event);
    }
    let higher = lowest(ours).cmp(&lowest(theirs));
    let told_twice = a.claim.evidence.document == b.claim.evidence.document;
    // "rose to 12": what was published up to then, in this text or another, is the older figure
    if ours.revised != theirs.revised {
        let (later, turned) = if ours.revised {
            (order, false)
        } else {
            (order.reverse(), true)
        };
        if later != Ordering::Less {
            let rose = (higher == Ordering::Greater) != turned;
            return moved(rose, Reason::Revised).turned(turned);
        }
    }
    let same_voice = match (a.speaker(), b.speaker()) {
        (Some(ours), Some(theirs)) => ours.to_lowercase() == theirs.to_lowercase(),
        (None, None) => told_twice || (a.outlet.is_some() && a.outlet == b.outlet),
        _ => false,
    };
    if told_twice && same_voice {
        return Verdict::apart(Axis::Event);
    }
    // the same outlet or speaker gives a later, higher toll
    if same_voice && order != Ordering::Equal && order == higher {
        return moved(true, Reason::Later).turned(order == Ordering::Less);
    }
    if a.claim.stance == Stance::Denies || b.claim.stance == Stance::Denies {
        return Verdict::new(Relation::Contradicts, Reason::Denied);
    }
    let reason = if same_voice && a.speaker().is_some() {
        Reason::Misquote
    } else if order != Ordering::Equal && order == higher {
        Reason::PossiblyLater
    } else {
        Reason::Nothing
    };
    Verdict::new(Relation::Contradicts, reason).turned(order == Ordering::Less)
}

fn moved(rose: bool, reason: Reason) -> Verdict {
    let relation = if rose {
        Relation::Updates
    } else {
        Relation::Retracts
    };
    Verdict::new(relation, reason)
}

fn lowest(count: &Count) -> Option<rashomon_extractor::Amount> {
    let allows = count.quantity.allows();
    allows.low.or(allows.high)
}

/// Which was published first; equal where that is not known.
fn order(a: Option<Published>, b: Option<Published>) -> Ordering {
    let (Some(a), Some(b)) = (a, b) else {
        return Ordering::Equal;
    };
    let times = match (a.time, b.time) {
        (Some(a), Some(b)) => a.cmp(&b),
        _ => Ordering::Equal,
    };
    a.day.cmp(&b.day).then(times)
}
