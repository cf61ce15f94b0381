use std::collections::BTreeMap;

use crate::{
    Document, Place, PlaceMention, Window,
    article::{Heading, Mentions},
    place::Role,
};

/// What a mention of a place weighs in the headline, in the lead and later: located, otherwise.
const HEADLINE: (u32, u32) = (8, 6);
const LEAD: (u32, u32) = (6, 2);
const LATER: (u32, u32) = (2, 1);
/// Where a report was filed is often the capital beside the place it tells of.
const DATELINE: u32 = 3;
/// A part stands for the whole from this share of the whole's weight on, in hundredths.
const SHARE: u32 = 35;
/// The most places that a document has.
const PLACES: usize = 8;
/// The most places that are weighed against each other, the weightiest.
const WEIGHED: usize = 64;

/// The main places: first the smallest that bears a good part of what the document tells.
pub(super) fn places(
    heading: Option<&Heading<'_>>,
    mentions: &[Mentions],
    lead: usize,
) -> Vec<Place> {
    let mut weights: BTreeMap<&Place, u32> = BTreeMap::new();
    let mut order: Vec<&Place> = Vec::new();
    let weigh = |mention: &PlaceMention, (located, named): (u32, u32)| match mention.role {
        Role::Dateline => DATELINE,
        Role::Located => located,
        Role::Named => named,
    };
    let headline = heading.into_iter().flat_map(|heading| &heading.places);
    let headline = headline.map(|mention| (mention, HEADLINE));
    let text = mentions.iter().enumerate().flat_map(|(at, mentions)| {
        let weights = if at < lead { LEAD } else { LATER };
        mentions
            .places
            .iter()
            .map(move |mention| (mention, weights))
    });
    for (mention, scale) in headline.chain(text) {
        let weight = weigh(mention, scale);
        *weights.entry(&mention.place).or_insert_with(|| {
            order.push(&mention.place);
            0
        }) += weight;
    }
    order.sort_by_key(|place| std::cmp::Reverse(weights[*place]));
    order.truncate(WEIGHED);
    let main = main(&order, &weights);
    let mut places: Vec<Place> = main.into_iter().cloned().collect();
    places.extend(
        order
            .into_iter()
            .filter(|place| Some(*place) != main)
            .cloned(),
    );
    places.truncate(PLACES);
    places
}

/// From the weightiest whole down to the smallest part that bears a good share of it.
fn main<'p>(order: &[&'p Place], weights: &BTreeMap<&'p Place, u32>) -> Option<&'p Place> {
    let total = |whole: &Place| -> u32 {
        let parts = order.iter().filter(|place| whole.contains(place));
        parts.map(|place| weights[*place]).sum()
    };
    // of equals the first
    let heaviest = |places: &mut dyn Iterator<Item = &'p Place>| -> Option<(u32, &'p Place)> {
        let mut best: Option<(u32, &Place)> = None;
        for place in places {
            let weight = total(place);
            if best.is_none_or(|(most, _)| weight > most) {
                best = Some((weight, place));
            }
        }
        best
    };
    let (mut weight, mut main) = heaviest(&mut order.iter().copied())?;
    while let Some((part, place)) = heaviest(
        &mut order
            .iter()
            .copied()
            // a city and the county of its name may each lie in the other
            .filter(|place| main.contains(place) && !place.contains(main)),
    ) && part * 100 >= weight * SHARE
    {
        (weight, main) = (part, place);
    }
    Some(main)
}

/// The furthest day before publication that is still news.
const NEWS: i32 = 31;
/// A stretch of more days than this is no day of an event.
const LONGEST: i32 = 10;

/// "Harran Post, 4 February 2020": a day of publication with its year, in a line that tells nothing
/// else, is that of the paper, not of what happened.
fn is_dateline(document: &Document, mentions: &Mentions) -> bool {
    let [time] = mentions.times.as_slice() else {
        return false;
    };
    let published = document
        .published
        .map(|published| Window::day(published.day));
    published == Some(time.window) && time.tokens.len() >= 3 && mentions.quantities.is_empty()
}

/// The main days: the first that the headline or the lead names, else those about publication.
pub(super) fn when(
    document: &Document,
    heading: Option<&Heading<'_>>,
    mentions: &[Mentions],
    lead: usize,
) -> Window {
    let headline = heading.into_iter().flat_map(|heading| &heading.times);
    let text = mentions
        .iter()
        .take(lead)
        .filter(|mentions| !is_dateline(document, mentions))
        .flat_map(|mentions| &mentions.times);
    let mut windows = headline
        .chain(text)
        .filter(|time| !time.cumulative)
        .map(|time| time.window)
        .filter(|window| window.days().is_some_and(|days| days <= LONGEST));
    let Some(published) = document.published else {
        return windows.next().unwrap_or_default();
    };
    let day = published.day;
    let is_news = |window: &Window| {
        window
            .to
            .is_some_and(|to| to <= day && to.until(day).is_ok_and(|span| span.get_days() <= NEWS))
    };
    windows
        .find(is_news)
        .unwrap_or_else(|| Window::between(day.yesterday().unwrap_or(day), day))
}
