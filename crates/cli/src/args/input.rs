//! What to read, and with whose judgement.

use std::{num::NonZeroUsize, path::PathBuf};

use clap::Args as Arguments;
use rashomon_extractor::Published;

use super::value::{published, size};
use crate::{cache::Keeping, desk::Places, read};

/// What to read.
#[derive(Debug, Arguments)]
pub(crate) struct Input {
    /// Files and folders, or a manifest (.csv: path,outlet,published); `-` is the standard input
    ///
    /// One article a file: .txt, .md, .html, .mhtml, .docx, .pdf. Several: .jsonl, .json (its own fields and those of ninjs, trafilatura, news-please), feeds (.rss, .atom, .xml), .warc. Any of them may be packed (.gz, .zst).
    #[arg(required_unless_present = "files_from", value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Read the files and folders that this list names, one a line or parted by NUL; `-` is the standard input
    #[arg(long, value_name = "FILE")]
    pub files_from: Option<PathBuf>,
    /// The outlet of documents that do not name theirs
    #[arg(long, value_name = "NAME")]
    pub outlet: Option<String>,
    /// The day of publication of documents that bear none: 2020-02-04
    #[arg(long, value_name = "DAY", value_parser = published)]
    pub published: Option<Published>,
    /// Read no more documents than so many
    #[arg(long, value_name = "NUMBER", help_heading = "Long work")]
    pub max_documents: Option<usize>,
    /// Read no more text than this in all: 500000, 500K, 2G
    #[arg(long, value_name = "SIZE", value_parser = size, help_heading = "Long work")]
    pub max_bytes: Option<u64>,
    /// Work on so many threads; without it on as many as there are cores
    #[arg(short, long, value_name = "NUMBER", help_heading = "Long work")]
    pub jobs: Option<NonZeroUsize>,
    /// Keep what was read in this folder, also of small runs; without it in the user's cache folder, of runs of 200 documents and more
    #[arg(long, value_name = "DIR", help_heading = "Long work")]
    pub cache: Option<PathBuf>,
    /// Read every document anew, and keep nothing
    #[arg(long, conflicts_with = "cache", help_heading = "Long work")]
    pub no_cache: bool,
    #[command(flatten)]
    pub judgement: Judgement,
}

impl Input {
    pub(crate) fn keeping(&self) -> Keeping<'_> {
        Keeping {
            folder: self.cache.as_deref(),
            none: self.no_cache,
            small: false,
        }
    }

    pub(crate) fn options(&self) -> read::Options {
        read::Options {
            outlet: self.outlet.clone(),
            published: self.published,
            most_documents: self.max_documents,
            most_bytes: self.max_bytes,
        }
    }
}

/// Where the desk's judgement and its words are.
#[derive(Debug, Default, Arguments)]
pub(crate) struct Judgement {
    /// The desk's judgement; without it the rashomon.toml of the working folder or of the nearest one above
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with = "no_config",
        help_heading = "Judgement"
    )]
    pub config: Option<PathBuf>,
    /// Read no rashomon.toml
    #[arg(long, help_heading = "Judgement")]
    pub no_config: bool,
    /// A folder with words of your own (measures.toml, predicates.toml, places.toml, groups.toml) in the built-in format
    #[arg(long, value_name = "DIR", help_heading = "Judgement")]
    pub lexicon: Option<PathBuf>,
}

impl Judgement {
    pub(crate) fn places(&self) -> Places<'_> {
        Places {
            config: self.config.as_deref(),
            none: self.no_config,
            lexicon: self.lexicon.as_deref(),
        }
    }
}
