use std::collections::BTreeMap;

use rashomon_extractor::ClaimId;
use rashomon_graph::DisputeKind;

use crate::report::{Claim, Dispute, Report};

/// Leaves out disputes about counts that lie no further apart than so many percent.
pub(super) fn apply(percent: f64, report: &mut Report) {
    let claims: BTreeMap<ClaimId, &Claim> = report
        .claims
        .iter()
        .map(|claim| (claim.id, claim))
        .collect();
    let kept: Vec<bool> = (report.disputes.iter())
        .map(|dispute| spread(dispute, &claims).is_none_or(|spread| spread > percent))
        .collect();
    let mut kept = kept.into_iter();
    report.disputes.retain(|_| kept.next().unwrap_or(true));
}

/// How far the answers lie apart, in percent of the highest: 6 and 8 a quarter.
fn spread(dispute: &Dispute, claims: &BTreeMap<ClaimId, &Claim>) -> Option<f64> {
    if dispute.kind != DisputeKind::Count {
        return None;
    }
    let ends = dispute
        .sides
        .iter()
        .flat_map(|side| &side.claims)
        .map(|id| {
            let quantity = claims.get(id)?.quantity.as_ref()?;
            let interval = quantity.allows();
            let low = interval.low.or(interval.high)?;
            let high = interval.high.or(interval.low)?;
            Some((
                low.to_string().parse::<f64>().ok()?,
                high.to_string().parse::<f64>().ok()?,
            ))
        });
    let ends: Vec<(f64, f64)> = ends.collect::<Option<_>>()?;
    let highest_low = ends.iter().map(|end| end.0).fold(0.0, f64::max);
    let lowest_high = ends.iter().map(|end| end.1).fold(f64::INFINITY, f64::min);
    (highest_low > 0.0).then(|| (highest_low - lowest_high) / highest_low * 100.0)
}
