use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::{
    Document, Lexicon, Place, PlaceMention, TimeMention, Window,
    article::{Heading, Mentions},
    lexicon::Class,
    place::Role,
    sentence::Sentence,
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

/// A date of the page stands so near the beginning of its sentence.
const HEAD: usize = 4;
/// What tells of a picture stands so many tokens before its day.
const CAPTION: usize = 4;

/// Whether a day is that of the page or of a picture, not of what happened: "Harran Post, 4 February
/// 2020", "photo taken on 8 June".
pub(crate) fn is_of_page(
    lexicon: &Lexicon,
    published: Option<Date>,
    sentence: &Sentence,
    time: &TimeMention,
) -> bool {
    let first = time.tokens.start;
    // with its year, as no one tells what happened today
    if published.map(Window::day) == Some(time.window) && time.tokens.len() >= 3 && first <= HEAD {
        return true;
    }
    let before = &sentence.tokens[first.saturating_sub(CAPTION)..first];
    before
        .iter()
        .any(|token| lexicon.grammar.is(token.word, Class::Dated))
}

/// The main days, and whether the headline or the lead names them; else they are those about
/// publication.
pub(super) fn when(
    lexicon: &Lexicon,
    document: &Document,
    heading: Option<&Heading<'_>>,
    lead: &[Sentence],
    mentions: &[Mentions],
) -> (Window, bool) {
    let headline = heading.into_iter().flat_map(|heading| &heading.times);
    let published = document.published.map(|published| published.day);
    let text = lead.iter().zip(mentions).flat_map(|(sentence, mentions)| {
        let times = mentions.times.iter();
        times.filter(|time| !is_of_page(lexicon, published, sentence, time))
    });
    let mut windows = headline
        .chain(text)
        .filter(|time| !time.cumulative)
        .map(|time| time.window)
        .filter(|window| window.days().is_some_and(|days| days <= LONGEST));
    let Some(day) = published else {
        let stated = windows.next();
        return (stated.unwrap_or_default(), stated.is_some());
    };
    let is_news = |window: &Window| {
        window
            .to
            .is_some_and(|to| to <= day && to.until(day).is_ok_and(|span| span.get_days() <= NEWS))
    };
    match windows.find(is_news) {
        Some(stated) => (stated, true),
        None => (Window::between(day.yesterday().unwrap_or(day), day), false),
    }
}
