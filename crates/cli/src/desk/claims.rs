use std::sync::Arc;

use rashomon_extractor::Article;

use super::{
    file::{Entry, Ignore, Speaker},
    outlets::is_same,
    usage::Usage,
};
use crate::report::Report;

/// Gives speakers the names that the desk knows them by: two names are one voice then.
pub(super) fn name_speakers(
    speakers: &[Entry<Speaker>],
    articles: &mut [Article],
    usage: &mut Usage,
) {
    if speakers.is_empty() {
        return;
    }
    let mut rename = |speaker: &mut Arc<str>| {
        let known = speakers.iter().position(|entry| {
            let mut names = entry.value.aliases.iter().chain([&entry.value.name]);
            names.any(|name| is_same(name, speaker))
        });
        if let Some(index) = known {
            usage.speakers[index] = true;
            *speaker = speakers[index].value.name.as_str().into();
        }
    };
    for claim in articles.iter_mut().flat_map(|article| &mut article.claims) {
        claim.speakers.iter_mut().for_each(&mut rename);
    }
}

/// Passes over claims that the desk has settled, by the first letters of their ids.
pub(super) fn pass_over(ignored: &[Entry<Ignore>], articles: &mut [Article], usage: &mut Usage) {
    let claims: Vec<(usize, &str)> = (ignored.iter().enumerate())
        .filter_map(|(index, entry)| Some((index, entry.value.claim.as_deref()?)))
        .collect();
    if claims.is_empty() {
        return;
    }
    for article in articles {
        article.claims.retain(|claim| {
            let id = claim.id.to_string();
            let known = claims.iter().find(|(_, prefix)| id.starts_with(prefix));
            if let Some((index, _)) = known {
                usage.pass_over(*index);
            }
            known.is_none()
        });
    }
}

/// Leaves out disputes that the desk has settled.
pub(super) fn settle(ignored: &[Entry<Ignore>], report: &mut Report, usage: &mut Usage) {
    report.disputes.retain(|dispute| {
        let id = dispute.id.to_string();
        let known = ignored.iter().position(|entry| {
            (entry.value.dispute.as_deref()).is_some_and(|prefix| id.starts_with(prefix))
        });
        if let Some(index) = known {
            usage.pass_over(index);
        }
        known.is_none()
    });
}
