//! One run: what was read, with which judgement, and what was found in it.

use std::{num::NonZeroUsize, path::Path};

use anyhow::Result;
use rashomon_extractor::{Article, Document, Lexicon};
use rashomon_graph::{Findings, Options};
use rayon::prelude::*;
use tracing::info;

use crate::{
    args,
    cache::{Cache, Keeping},
    desk::{Desk, Places},
    output::complain,
    progress::Progress,
    read::{self, Problem, Reading},
    report::{Report, Selection},
};

/// Documents that are looked up and kept at a time.
const AT_A_TIME: usize = 2_048;

/// Works on so many threads from now on.
fn start_jobs(jobs: Option<NonZeroUsize>) -> Result<()> {
    if let Some(jobs) = jobs {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs.get());
        pool.build_global()?;
    }
    Ok(())
}

/// Documents and the desk's judgement of them.
pub(crate) struct Session<'a> {
    desk: Desk,
    keeping: Keeping<'a>,
    pub(crate) reading: Reading,
    progress: Progress,
    is_quiet: bool,
}

impl<'a> Session<'a> {
    /// Reads what the user names, and says what could not be read.
    ///
    /// # Errors
    /// If the desk's file or its words cannot be used.
    pub(crate) fn open(input: &'a args::Input, output: &args::Output) -> Result<Self> {
        output.start();
        start_jobs(input.jobs)?;
        let (paths, list) = (&input.paths, input.files_from.as_deref());
        let reading = read::documents(paths, list, &input.options());
        let session = Self::new(reading, input.judgement.places(), output)?;
        Ok(Self {
            keeping: input.keeping(),
            ..session
        })
    }

    /// Takes documents that were read already.
    pub(crate) fn new(reading: Reading, places: Places, output: &args::Output) -> Result<Self> {
        let mut session = Self {
            desk: Desk::open(places)?,
            keeping: Keeping {
                none: true,
                ..Keeping::default()
            },
            reading,
            progress: Progress::new(output.quiet),
            is_quiet: output.quiet,
        };
        session.complain_of(&session.reading.problems);
        info!(
            documents = session.reading.documents.len(),
            problems = session.reading.problems.len(),
            "read"
        );
        session.desk.name_outlets(&mut session.reading.documents);
        Ok(session)
    }

    /// Keeps what was read although there is little of it: it is read again and again.
    pub(crate) fn keep_small_runs(&mut self) {
        self.keeping.small = true;
    }

    /// What each document says, to be compared; on several cores, but in their order.
    pub(crate) fn articles(&mut self) -> Vec<Article> {
        let lexicon = self.desk.lexicon();
        let documents = &self.reading.documents;
        let bar = self.progress.bar(documents.len());
        let cache = Cache::open(self.keeping, documents.len(), self.desk.words());
        let mut articles: Vec<Article> = Vec::with_capacity(documents.len());
        let mut known = 0;
        for documents in documents.chunks(AT_A_TIME) {
            let kept = match &cache {
                Some(cache) => cache.known(documents),
                None => documents.iter().map(|_| None).collect(),
            };
            let is_new: Vec<bool> = kept.iter().map(Option::is_none).collect();
            let read: Vec<Article> = (documents.par_iter().zip(kept))
                .map(|(document, kept)| {
                    let read = || rashomon_extractor::read(lexicon, document);
                    let article = kept.unwrap_or_else(read);
                    bar.inc(1);
                    article
                })
                .collect();
            known += is_new.iter().filter(|is_new| !**is_new).count();
            if let Some(cache) = cache.as_ref().filter(|_| is_new.contains(&true)) {
                let new = documents.iter().zip(&read).zip(&is_new);
                cache.keep(new.filter_map(|(pair, is_new)| is_new.then_some(pair)));
            }
            articles.extend(read);
        }
        if let Some(cache) = cache {
            cache.close();
        }
        bar.finish_and_clear();
        info!(known, "read before");
        self.desk.judge(&mut articles);
        let claims: usize = articles.iter().map(|article| article.claims.len()).sum();
        info!(articles = articles.len(), claims, "extracted");
        articles
    }

    /// What some documents say, each for itself; on several cores, but in their order.
    pub(crate) fn alone(&self, documents: &[Document]) -> Vec<Article> {
        let lexicon: &Lexicon = self.desk.lexicon();
        (documents.par_iter())
            .map(|document| rashomon_extractor::annotate(lexicon, document))
            .collect()
    }

    /// What the articles claim of the same events.
    pub(crate) fn findings(&mut self, articles: &[Article], options: Options) -> Findings {
        let pins = self.desk.pins(&self.reading.documents);
        let findings = rashomon_graph::find_pinned(articles, options, &pins);
        info!(
            events = findings.events.len(),
            disputes = findings.disputes.len(),
            "compared"
        );
        findings
    }

    /// Everything that the user chose to hear of.
    pub(crate) fn report(&mut self, choice: &args::Choice) -> Report {
        let rule = choice.figures.or(self.desk.rule()).unwrap_or_default();
        let articles = self.articles();
        let findings = self.findings(&articles, Options { rule });
        let mut report = Report::new(&self.reading, &findings, rule);
        report.problems.extend(read::furniture(&articles));
        let told = report.problems.len();
        self.desk.finish(&mut report);
        self.complain_of(&report.problems[told..]);
        report.select(&Selection {
            event: choice.event.clone(),
            measure: choice.measure.clone(),
            place: choice.place.clone(),
            since: choice.since,
            outlet: choice.only_outlet.clone(),
        })
    }

    /// Says that a baseline knows disputes that are none any more.
    pub(crate) fn note(&self, report: &mut Report, baseline: &Path, resolved: usize) {
        let are = if resolved == 1 { "is" } else { "are" };
        let problem = Problem {
            document: baseline.display().to_string(),
            line: None,
            message: format!(
                "{resolved} of its disputes {are} not found any more; write it anew with `rashomon report`"
            ),
            fatal: false,
        };
        self.complain_of(std::slice::from_ref(&problem));
        report.problems.push(problem);
    }

    fn complain_of(&self, problems: &[Problem]) {
        if !self.is_quiet {
            for problem in problems {
                complain(&problem.to_string());
            }
        }
    }
}
