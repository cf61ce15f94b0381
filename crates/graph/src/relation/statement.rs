use rashomon_extractor::Statement;

use super::{Axis, Relation, Verdict, reason::Reason};
use crate::{
    Told,
    scope::{self, Extent},
    statement::{Kind, clash},
};

/// What two statements are to each other: the same deed of the same parties, affirmed or denied.
pub(super) fn judge(a: &Told, b: &Told, ours: &Statement, theirs: &Statement) -> Verdict {
    if let Some(clash) = clash(a, b, false) {
        let reason = match clash.kind {
            Kind::Denial => Reason::Denied,
            Kind::Who => Reason::OtherDoer,
            Kind::Whom => Reason::OtherTarget,
            Kind::Where => Reason::OtherSite,
            Kind::When => Reason::OtherDay,
            Kind::What => Reason::OtherKind,
        };
        return Verdict {
            soft: clash.soft,
            ..Verdict::statement(Relation::Contradicts, reason)
        };
    }
    if ours.predicate != theirs.predicate {
        return Verdict::apart(Axis::Measure);
    }
    if scope::window(&a.claim.scope, &b.claim.scope, false) == Extent::Apart {
        return Verdict::apart(Axis::Window);
    }
    if ours.polarity == theirs.polarity && ours.doer == theirs.doer {
        Verdict::statement(Relation::Agrees, Reason::Said)
    } else {
        Verdict::apart(Axis::Group)
    }
}
