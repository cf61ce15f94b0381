use rashomon_extractor::{Article, Claim, Published};

/// A claim with what its document adds: who published it, and when.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// Who published it.
    pub outlet: Option<&'a str>,
    /// When.
    pub published: Option<Published>,
}

impl<'a> Told<'a> {
    /// A claim of an article.
    pub fn new(article: &'a Article, claim: &'a Claim) -> Self {
        Self {
            claim,
            outlet: article.outlet.as_deref(),
            published: article.published,
        }
    }

    /// Whether another claim is of the same document.
    pub(crate) fn is_with(&self, other: &Self) -> bool {
        self.claim.evidence.document == other.claim.evidence.document
    }

    /// Who says it in the end: the original speaker, or the outlet itself.
    pub(crate) fn speaker(&self) -> Option<&'a str> {
        self.claim.speakers.last().map(|speaker| &**speaker)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    //! Articles and claims made by hand, one line a claim:
    //!
    //! ```text
    //! killed 6 soldiers of Turkey; in Saraqib, Idlib, Syria; on 2020-02-03; says Ankara; doc wire-1
    //! ```

    use std::collections::BTreeMap;

    use rashomon_extractor::{
        Amount, Article, Basis, Claim, ClaimId, Content, Count, EntryId, Evidence, Fingerprint,
        Group, Party, Place, Polarity, Published, Quantity, Scope, Span, StableHash, Stance,
        Statement, Topic, Whole, Window,
    };

    /// "soldiers of Turkey", with the kinds that contain soldiers.
    pub(crate) fn group(text: &str) -> Group {
        let (kind, side) = match text.split_once(" of ") {
            Some((kind, side)) => (kind, Some(side.into())),
            None => (text, None),
        };
        let kinds: &[&str] = match kind {
            "people" => &["people"],
            "soldiers" => &["soldiers", "combatants", "people"],
            "civilians" => &["civilians", "people"],
            "women" => &["women", "civilians", "people"],
            "children" => &["children", "civilians", "people"],
            _ => &[],
        };
        Group {
            name: text.into(),
            side,
            kinds: kinds.iter().map(|&kind| kind.into()).collect(),
        }
    }

    /// "6", "30-35", "≥13", ">13", "≤80", "<80", "~300", "dozens", "several"
    pub(crate) fn quantity(text: &str) -> Quantity {
        let amount = |text: &str| Amount::parse(text).unwrap();
        match text {
            "dozens" => return Quantity::vague(amount("24"), Some(amount("99"))),
            "several" => return Quantity::vague(amount("3"), Some(amount("9"))),
            _ => {}
        }
        let (bound, figure) = text.split_at(text.chars().next().unwrap().len_utf8());
        match bound {
            "≥" => Quantity::at_least(amount(figure), false),
            ">" => Quantity::at_least(amount(figure), true),
            "≤" => Quantity::at_most(amount(figure), false),
            "<" => Quantity::at_most(amount(figure), true),
            "~" => Quantity::about(amount(figure)),
            _ => match text.split_once('-') {
                Some((low, high)) => Quantity::between(amount(low), amount(high)),
                None => Quantity::exactly(amount(text)),
            },
        }
    }

    fn window(text: &str) -> Window {
        let (from, to) = text.split_once("..").unwrap_or((text, text));
        Window::between(from.parse().unwrap(), to.parse().unwrap())
    }

    /// One line as a claim, with its document, its outlet and its day of publication.
    fn claim(line: &str, number: usize) -> (Claim, Article) {
        let mut parts = line
            .split(';')
            .map(str::trim)
            .filter(|part| !part.is_empty());
        let content = parts.next().unwrap();
        let mut article = article(&format!("doc-{number}"));
        let mut scope = Scope::default();
        let mut speakers = Vec::new();
        let mut stance = Stance::Asserts;
        let mut revised = false;
        for part in parts {
            let (word, rest) = part.split_once(' ').unwrap_or((part, ""));
            match word {
                "in" => {
                    let names: Vec<&str> = rest.split(", ").collect();
                    scope.place = Some(Place::new(names[0], &names[1..]));
                    scope.place_basis = Basis::Own;
                }
                "on" | "since" => {
                    scope.when = window(rest);
                    scope.when_basis = Basis::Own;
                    scope.cumulative = word == "since";
                }
                "by" => scope.agent = Some(group(rest)),
                "says" => speakers = rest.split(" > ").map(Into::into).collect(),
                "expects" => stance = Stance::Expects,
                "denies" => stance = Stance::Denies,
                "revised" => revised = true,
                "over" => {
                    scope.happenings =
                        Some(rest.split_whitespace().next().unwrap().parse().unwrap());
                    scope.happening = rest.split_whitespace().nth(1).map(Into::into);
                }
                // of the claim before it in its document
                "part" => {}
                "background" => scope.background = true,
                "doc" => article.document = rest.into(),
                "outlet" => article.outlet = Some(rest.into()),
                "published" => article.published = Some(Published::on(rest.parse().unwrap())),
                "about" => {
                    let (kind, terms) = rest.split_once(':').unwrap_or((rest, ""));
                    article.topic.kinds = vec![kind.into()];
                    article.topic.terms = terms.split_whitespace().map(|t| (t.into(), 2)).collect();
                }
                _ => panic!("what is {part:?}?"),
            }
        }
        let span = Span::new(100 * number, 100 * number + content.len());
        let claim = Claim {
            id: ClaimId(
                StableHash::default()
                    .with(article.document.as_str())
                    .with(line)
                    .with(number.to_string())
                    .value(),
            ),
            content: self::content(content, revised),
            scope,
            speakers,
            stance,
            evidence: Evidence {
                document: article.document.clone(),
                sentence: span,
                span,
                quote: content.into(),
                entry: EntryId("test".into()),
            },
        };
        (claim, article)
    }

    fn content(text: &str, revised: bool) -> Content {
        if let Some(statement) = text.strip_prefix("that ") {
            let words: Vec<&str> = statement.split(" | ").collect();
            let (predicate, polarity) = match words[1].strip_prefix("not ") {
                Some(predicate) => (predicate, Polarity::Denied),
                None => (words[1], Polarity::Affirmed),
            };
            return Content::Statement(Statement {
                subject: words[0].into(),
                predicate: predicate.into(),
                object: words[2].into(),
                polarity,
                doer: Party {
                    nation: Some(words[0].into()),
                    ..Party::default()
                },
                words: words[2]
                    .split(' ')
                    .map(|word| word.to_lowercase().into())
                    .collect(),
                ..Statement::default()
            });
        }
        let mut words = text.splitn(3, ' ');
        let measure = words.next().unwrap();
        Content::Count(Count {
            measure: measure.into(),
            stock: !matches!(measure, "killed" | "wounded" | "displaced" | "casualties"),
            within: matches!(measure, "killed" | "wounded").then(|| "casualties".into()),
            quantity: quantity(words.next().unwrap()),
            group: group(words.next().unwrap()),
            whole: None,
            revised,
        })
    }

    /// A document of which nothing is known yet.
    pub(crate) fn article(id: &str) -> Article {
        Article {
            document: id.into(),
            outlet: None,
            published: None,
            sentences: Vec::new(),
            furniture: Vec::new(),
            quantities: Vec::new(),
            times: Vec::new(),
            places: Vec::new(),
            attributions: Vec::new(),
            claims: Vec::new(),
            topic: Topic::default(),
            fingerprint: Fingerprint::default(),
        }
    }

    /// The articles that the lines tell of; lines of one `doc` share an article.
    ///
    /// A document's main event is that of its first line.
    pub(crate) fn articles(lines: &str) -> Vec<Article> {
        let mut articles: BTreeMap<String, Article> = BTreeMap::new();
        let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
        for (number, line) in lines.enumerate() {
            let (mut claim, document) = claim(line, number);
            let article = articles
                .entry(document.document.to_string())
                .or_insert_with(|| {
                    let mut article = document;
                    article.topic.when = claim.scope.when;
                    article.topic.dated = true;
                    article.topic.places = claim.scope.place.iter().cloned().collect();
                    article
                });
            if let Content::Count(count) = &mut claim.content
                && line.contains("; part")
            {
                count.whole = article.claims.last().map(|whole| Whole::Of(whole.id));
            }
            article.claims.push(claim);
        }
        articles.into_values().collect()
    }
}
