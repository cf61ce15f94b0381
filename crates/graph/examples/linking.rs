//! Times the linking of made-up claims: twice the claims may take twice the time, not more.
//!
//! ```text
//! cargo run --release -p rashomon-graph --example linking -- 1000000
//! cargo run --release -p rashomon-graph --example linking -- 1000000 variants
//! ```

#![allow(clippy::print_stdout)] // it is there to print
#![allow(clippy::disallowed_methods)] // a clock is what it is about
#![allow(clippy::cast_precision_loss)]

use std::{sync::Arc, time::Instant};

use jiff::{ToSpan as _, civil::Date};
use rashomon_extractor::{
    Amount, Article, Basis, Claim, ClaimId, Content, Count, EntryId, Evidence, Fingerprint, Group,
    Measure, Place, Published, Quantity, Scope, Span, StableHash, Stance, Topic, Window,
};
use rashomon_graph::{Options, find};

/// An event is told of in so many articles, with two claims each.
const ARTICLES: usize = 5;

fn main() {
    let most: usize = std::env::args()
        .nth(1)
        .and_then(|claims| claims.parse().ok())
        .unwrap_or(100_000);
    // every article is a variant of the same thousand
    let variants = std::env::args()
        .nth(2)
        .is_some_and(|kind| kind == "variants");
    let mut claims = most / 8;
    let mut before: Option<f64> = None;
    println!("   claims  articles    events  disputes   seconds  times");
    while claims <= most {
        let articles = articles(claims, variants);
        let start = Instant::now();
        let findings = find(&articles, Options::default());
        let seconds = start.elapsed().as_secs_f64();
        let times = before.map_or(String::new(), |before| format!("{:6.2}", seconds / before));
        println!(
            "{:9} {:9} {:9} {:9} {seconds:9.2} {times}",
            findings.claims.len(),
            articles.len(),
            findings.events.len(),
            findings.disputes.len(),
        );
        before = Some(seconds);
        claims *= 2;
    }
}

/// Numbers that look random and are the same on every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 += 1;
        let hash = StableHash::default().with(self.0.to_le_bytes()).value();
        usize::try_from(hash % sides as u64).unwrap_or_default()
    }
}

/// What the made-up articles have in common, as read ones have their lexicon.
struct Shared {
    words: Vec<Arc<str>>,
    measures: [Measure; 2],
    people: Group,
    entry: EntryId,
}

/// Articles with so many claims, about a tenth as many events or about those of a thousand articles.
fn articles(claims: usize, variants: bool) -> Vec<Article> {
    let mut dice = Dice(7);
    let all = claims / 10;
    let events = if variants {
        all.min(1_000 / ARTICLES)
    } else {
        all
    };
    let each = claims / 2 / events.max(1);
    let shared = Shared {
        words: (0..20_000 + 2 * events)
            .map(|word| format!("word{word}").into())
            .collect(),
        measures: ["killed".into(), "wounded".into()],
        people: Group::people(),
        entry: EntryId("example".into()),
    };
    (0..events)
        .flat_map(|event| happening(event, each, &shared, &mut dice))
        .collect()
}

/// The articles about one event: words of their own, common words, and tolls that differ.
fn happening(event: usize, each: usize, shared: &Shared, dice: &mut Dice) -> Vec<Article> {
    let words = &shared.words;
    let day = Date::constant(2010, 1, 1)
        .saturating_add(i32::try_from(dice.roll(5_000)).unwrap_or_default().days());
    let country = format!("Country {}", dice.roll(60));
    let town = format!("Town {}", dice.roll(20_000));
    let place = Place::new(&town, &[&country]);
    let special: Vec<usize> = (0..30).map(|_| dice.roll(words.len())).collect();
    let toll = dice.roll(40);
    (0..each)
        .map(|number| {
            let mut article = blank(&format!("{event}-{number}"), day, &place);
            article.outlet = Some(format!("Outlet {}", dice.roll(300)).into());
            for &word in &special {
                if dice.roll(3) > 0 {
                    article.topic.terms.insert(words[word].clone(), 2);
                }
            }
            for _ in 0..60 {
                // common words are common: the smaller the number, the likelier
                let word = dice.roll(3_000).min(dice.roll(3_000));
                article.topic.terms.insert(words[word].clone(), 1);
            }
            for place in 0..shared.measures.len() {
                let figure = toll + dice.roll(3) * place;
                let claim = claim(&article, place, figure, shared);
                article.claims.push(claim);
            }
            article
        })
        .collect()
}

fn claim(article: &Article, place: usize, figure: usize, shared: &Shared) -> Claim {
    let measure = shared.measures[place].as_str();
    let span = Span::new(100 * place, 100 * place + 20);
    Claim {
        id: ClaimId(
            StableHash::default()
                .with(article.document.as_str())
                .with(measure)
                .value(),
        ),
        content: Content::Count(Count {
            measure: shared.measures[place].clone(),
            group: shared.people.clone(),
            quantity: Quantity::exactly(Amount::from(i64::try_from(figure).unwrap_or_default())),
            stock: false,
            within: None,
            whole: None,
            revised: false,
        }),
        scope: Scope {
            place: article.topic.places.first().cloned(),
            place_basis: Basis::Lead,
            when: article.topic.when,
            when_basis: Basis::Sentence,
            ..Scope::default()
        },
        speakers: Vec::new(),
        stance: Stance::Asserts,
        evidence: Evidence {
            document: article.document.clone(),
            sentence: span,
            span,
            quote: format!("{figure} people were {measure}").into(),
            entry: shared.entry.clone(),
        },
    }
}

fn blank(id: &str, day: Date, place: &Place) -> Article {
    Article {
        document: id.into(),
        outlet: None,
        published: Some(Published::on(day)),
        sentences: Vec::new(),
        furniture: Vec::new(),
        quantities: Vec::new(),
        times: Vec::new(),
        places: Vec::new(),
        attributions: Vec::new(),
        claims: Vec::new(),
        topic: Topic {
            kinds: vec!["clash".into()],
            places: vec![place.clone()],
            when: Window::day(day),
            dated: true,
            ..Topic::default()
        },
        fingerprint: Fingerprint::default(),
    }
}
