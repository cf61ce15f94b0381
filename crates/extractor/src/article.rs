//! All that was read of one document.

use borsh::{BorshDeserialize, BorshSerialize};
use std::sync::Arc;

use crate::{
    Attribution, Claim, Document, DocumentId, Fingerprint, Lexicon, PlaceMention, Published,
    QuantityMention, Span, TimeMention, Topic, attribution, claim, fingerprint, furniture, place,
    quantity,
    sentence::{Layout, Sentence},
    time, topic,
};

/// What was read of one document: its mentions, its claims, and what the document is about.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug)]
pub struct Article {
    /// Which document.
    pub document: DocumentId,
    /// Who published it.
    pub outlet: Option<Arc<str>>,
    /// When.
    pub published: Option<Published>,
    /// Its sentences.
    pub sentences: Vec<Span>,
    /// Those of its sentences that are no part of the article: share links, captions, pleas.
    pub furniture: Vec<Span>,
    /// Every quantity that it states.
    #[borsh(skip)]
    pub quantities: Vec<QuantityMention>,
    /// Every time expression.
    #[borsh(skip)]
    pub times: Vec<TimeMention>,
    /// Every place that it names.
    #[borsh(skip)]
    pub places: Vec<PlaceMention>,
    /// Who is named for which words.
    #[borsh(skip)]
    pub attributions: Vec<Attribution>,
    /// What it claims, in reading order.
    pub claims: Vec<Claim>,
    /// What it is about.
    pub topic: Topic,
    /// By which copies of it are known.
    pub fingerprint: Fingerprint,
}

/// The mentions of one sentence.
#[derive(Clone, Debug, Default)]
pub(crate) struct Mentions {
    pub(crate) times: Vec<TimeMention>,
    pub(crate) quantities: Vec<QuantityMention>,
    pub(crate) places: Vec<PlaceMention>,
}

impl Mentions {
    fn read(
        lexicon: &Lexicon,
        document: &Document,
        sentence: &Sentence,
        places: Vec<PlaceMention>,
    ) -> Self {
        let text = &document.text;
        let times = time::times(lexicon, text, sentence, document.published);
        let mut taken = vec![false; sentence.tokens.len()];
        for time in &times {
            taken[time.tokens.clone()].fill(true);
        }
        let quantities = quantity::quantities(lexicon, text, sentence, &taken);
        Self {
            times,
            quantities,
            places,
        }
    }
}

/// A headline that stands outside the text, and what it names.
#[derive(Debug)]
pub(crate) struct Heading<'d> {
    pub(crate) text: &'d str,
    pub(crate) sentence: Sentence,
    pub(crate) times: Vec<TimeMention>,
    pub(crate) places: Vec<PlaceMention>,
}

impl<'d> Heading<'d> {
    fn read(lexicon: &Lexicon, document: &'d Document) -> Option<Self> {
        let text: &str = document.title.as_deref()?;
        let sentence = Sentence::read(lexicon, text, Span::new(0, text.len()));
        Some(Self {
            text,
            times: time::times(lexicon, text, &sentence, document.published),
            places: Vec::new(),
            sentence,
        })
    }
}

/// Reads a document: its mentions and claims, in reading order, and what links it to others.
///
/// The same document gives the same article, on every machine.
pub fn read(lexicon: &Lexicon, document: &Document) -> Article {
    read_for(Purpose::Linking, lexicon, document)
}

/// Reads a document by itself: as [`read`] does, but without the terms of its topic and without its
/// fingerprint, which only a comparison with other documents asks for.
pub fn annotate(lexicon: &Lexicon, document: &Document) -> Article {
    read_for(Purpose::Annotating, lexicon, document)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Annotating,
    Linking,
}

fn read_for(purpose: Purpose, lexicon: &Lexicon, document: &Document) -> Article {
    let text = document.text.as_str();
    let layout = Layout::of(lexicon, document);
    let mut sentences = layout.read(lexicon, text);
    let furniture = furniture::clear(lexicon, text, &layout, &mut sentences);
    let mut heading = Heading::read(lexicon, document);
    let title = heading
        .as_ref()
        .map(|heading| (heading.text, &heading.sentence));
    let (titled, places) = place::places(lexicon, title, text, &sentences);
    if let Some(heading) = &mut heading {
        heading.places = titled;
    }
    let mentions: Vec<Mentions> = std::iter::zip(&sentences, places)
        .map(|(sentence, places)| Mentions::read(lexicon, document, sentence, places))
        .collect();
    let attributions = attribution::attributions(lexicon, text, &sentences);
    let topic = topic::topic(lexicon, document, heading.as_ref(), &sentences, &mentions);
    let claims = claim::claims(
        lexicon,
        document,
        &sentences,
        &mentions,
        &attributions,
        &topic,
    );
    let mut article = Article {
        document: document.id.clone(),
        outlet: document.outlet.clone(),
        published: document.published,
        sentences: layout.sentences,
        furniture,
        quantities: Vec::new(),
        times: Vec::new(),
        places: Vec::new(),
        attributions,
        claims,
        topic,
        fingerprint: Fingerprint::default(),
    };
    if purpose == Purpose::Linking {
        article.topic.terms = topic::terms(document, heading.as_ref(), &sentences);
        article.fingerprint = fingerprint::fingerprint(lexicon, document, &sentences);
    }
    for mentions in mentions {
        article.quantities.extend(mentions.quantities);
        article.times.extend(mentions.times);
        article.places.extend(mentions.places);
    }
    article
}
