//! What was read of documents before, kept from run to run; it is never believed unseen.
//!
//! An entry is known by everything that its reading rests on: the program, the words, the document
//! with its outlet, day, headline and text. A file that is damaged, of another kind or in the hands
//! of another process costs nothing but the time to read anew.

use std::{
    env, fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

use rashomon_extractor::{Article, Document};
use redb::{Database, Durability, ReadableDatabase as _, TableDefinition};
use sha2::{Digest as _, Sha256};
use tracing::{debug, info};

const ARTICLES: TableDefinition<&[u8; 32], &[u8]> = TableDefinition::new("articles");
const NAME: &str = "articles.redb";
/// A larger file is begun anew.
const LARGEST: u64 = 2 << 30;
/// Runs with fewer documents are over before a cache is open.
const LEAST: usize = 200;
/// What an article's bytes are preceded by: their own hash.
const SEAL: usize = 32;

/// By what an entry is known.
type Key = [u8; 32];

/// An open cache.
pub(crate) struct Cache {
    path: PathBuf,
    /// Taken away when the cache is closed.
    database: Option<Database>,
    /// The hash of the program and its words, with which every key begins.
    program: Sha256,
}

/// Where the user wants articles to be kept.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Keeping<'k> {
    /// In this folder instead of the user's own.
    pub(crate) folder: Option<&'k Path>,
    /// Nowhere.
    pub(crate) none: bool,
    /// Of small runs, too.
    pub(crate) small: bool,
}

impl Cache {
    /// Opens the cache for a run of so many documents; `None` where there is none to be had.
    pub(crate) fn open(keeping: Keeping, documents: usize, words: &str) -> Option<Self> {
        let is_asked_for = keeping.small || keeping.folder.is_some();
        if keeping.none || (documents < LEAST && !is_asked_for) {
            return None;
        }
        let folder = keeping.folder.map(Path::to_owned).or_else(folder)?;
        fs::create_dir_all(&folder).ok()?;
        let path = folder.join(NAME);
        if fs::metadata(&path).is_ok_and(|file| file.len() > LARGEST) {
            info!(cache = %path.display(), "grew too large, begun anew");
            fs::remove_file(&path).ok()?;
        }
        let database = sound(&path)?;
        let mut program = Sha256::new();
        program.update(build());
        program.update(Sha256::digest(words));
        Some(Self {
            path,
            database: Some(database),
            program,
        })
    }

    /// What is known of some documents, each or nothing, in their order.
    pub(crate) fn known(&self, documents: &[Document]) -> Vec<Option<Article>> {
        let known = guarded(|| {
            let read = self.database.as_ref()?.begin_read().ok()?;
            let table = read.open_table(ARTICLES).ok()?;
            let articles = documents.iter().map(|document| {
                let entry = table.get(&self.key(document)).ok()??;
                let article = Article::from_bytes(unsealed(entry.value())?)?;
                (article.document == document.id).then_some(article)
            });
            Some(articles.collect())
        });
        known.unwrap_or_else(|| documents.iter().map(|_| None).collect())
    }

    /// Keeps what was read of some documents; a full disk keeps nothing.
    pub(crate) fn keep<'a>(&self, read: impl Iterator<Item = (&'a Document, &'a Article)>) {
        let kept = guarded(|| {
            let mut write = self.database.as_ref()?.begin_write().ok()?;
            // a crash may lose the newest entries, but not break the file
            write.set_durability(Durability::None).ok()?;
            {
                let mut table = write.open_table(ARTICLES).ok()?;
                for (document, article) in read {
                    let bytes = sealed(&article.to_bytes());
                    table.insert(&self.key(document), bytes.as_slice()).ok()?;
                }
            }
            write.commit().ok()
        });
        if kept.is_none() {
            debug!("nothing more could be kept");
        }
    }

    /// Sees that what was kept outlives a crash.
    pub(crate) fn close(mut self) {
        let closed = guarded(|| {
            let database = self.database.take()?;
            database.begin_write().ok()?.commit().ok()?;
            drop(database);
            Some(())
        });
        if let (Some(()), Some(state)) = (closed, state(&self.path)) {
            // without it the next run looks whether the file is whole
            let _ = fs::write(seal(&self.path), state);
        }
    }

    fn key(&self, document: &Document) -> Key {
        let published = document.published.map(|day| day.to_string());
        let fields = [
            Some(document.id.as_str()),
            document.outlet.as_deref(),
            published.as_deref(),
            document.title.as_deref(),
            document.author.as_deref(),
            document.url.as_deref(),
            Some(document.text.as_str()),
        ];
        let mut hash = self.program.clone();
        for field in fields {
            match field {
                Some(field) => {
                    hash.update((field.len() as u64 + 1).to_le_bytes());
                    hash.update(field);
                }
                None => hash.update(0_u64.to_le_bytes()),
            }
        }
        hash.finalize().into()
    }
}

impl Drop for Cache {
    fn drop(&mut self) {
        // a broken file may break its closing, too
        guarded(|| self.database.take().map(drop));
    }
}

/// The database of a file; a file that is none, or broken, makes room for a new one. One that another
/// process holds is left alone.
fn sound(path: &Path) -> Option<Database> {
    let open = || guarded(|| Some(Database::create(path)));
    let is_sealed = fs::read_to_string(seal(path)).ok() == state(path) && path.exists();
    // whoever opens it next must look for himself, unless this run ends well
    let _ = fs::remove_file(seal(path));
    match open() {
        Some(Ok(mut database)) => {
            let is_whole = is_sealed || guarded(|| database.check_integrity().ok()) == Some(true);
            if is_whole {
                return Some(database);
            }
            guarded(|| {
                drop(database);
                Some(())
            });
        }
        Some(Err(redb::DatabaseError::DatabaseAlreadyOpen)) => {
            info!(cache = %path.display(), "in use by another run");
            return None;
        }
        Some(Err(_)) | None => {}
    }
    info!(cache = %path.display(), "damaged, begun anew");
    fs::remove_file(path).ok()?;
    open()?.ok()
}

/// Beside a file that was closed well: its size and time then.
fn seal(path: &Path) -> PathBuf {
    path.with_extension("closed")
}

fn state(path: &Path) -> Option<String> {
    let file = fs::metadata(path).ok()?;
    let time = file.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(format!("{} {}", file.len(), time.as_nanos()))
}

/// Works on a file that may be broken in ways that make foreign code panic.
fn guarded<T>(work: impl FnOnce() -> Option<T>) -> Option<T> {
    crate::read::quiet(|| catch_unwind(AssertUnwindSafe(work)).ok().flatten())
}

fn sealed(bytes: &[u8]) -> Vec<u8> {
    let mut sealed = Sha256::digest(bytes).to_vec();
    sealed.extend(bytes);
    sealed
}

fn unsealed(bytes: &[u8]) -> Option<&[u8]> {
    let (seal, bytes) = bytes.split_at_checked(SEAL)?;
    (Sha256::digest(bytes).as_slice() == seal).then_some(bytes)
}

/// Which build of the program this is: another one may read otherwise.
fn build() -> String {
    let file = env::current_exe().and_then(fs::metadata);
    let (size, time) = file.map_or((0, 0), |file| {
        let time = file
            .modified()
            .ok()
            .and_then(|at| at.duration_since(UNIX_EPOCH).ok());
        (file.len(), time.map_or(0, |time| time.as_nanos()))
    });
    format!("{} {size} {time}", env!("CARGO_PKG_VERSION"))
}

/// The user's folder for what can be made anew.
fn folder() -> Option<PathBuf> {
    let named = |name: &str| {
        env::var_os(name)
            .filter(|path| !path.is_empty())
            .map(PathBuf::from)
    };
    let base = named("XDG_CACHE_HOME")
        .or_else(|| named("LOCALAPPDATA"))
        .or_else(|| match named("HOME")? {
            home if cfg!(target_os = "macos") => Some(home.join("Library/Caches")),
            home => Some(home.join(".cache")),
        })?;
    base.is_absolute().then(|| base.join("rashomon"))
}

#[cfg(test)]
mod tests {
    use rashomon_extractor::{Lexicon, read};

    use super::*;

    fn open(folder: &Path) -> Option<Cache> {
        let keeping = Keeping {
            folder: Some(folder),
            ..Keeping::default()
        };
        Cache::open(keeping, 1, "")
    }

    fn document(text: &str) -> Document {
        Document::new("a", text).outlet("The Wire")
    }

    fn keep(cache: &Cache, document: &Document) {
        let article = read(Lexicon::builtin(), document);
        cache.keep([(document, &article)].into_iter());
    }

    fn is_known(cache: &Cache, document: &Document) -> bool {
        cache.known(std::slice::from_ref(document))[0].is_some()
    }

    #[test]
    fn what_was_read_is_known_in_the_next_run() {
        let folder = tempfile::tempdir().unwrap();
        let document = document("Six soldiers were killed in Idlib on Monday.");
        let cache = open(folder.path()).unwrap();
        assert!(!is_known(&cache, &document));
        keep(&cache, &document);
        cache.close();
        let cache = open(folder.path()).unwrap();
        let known = cache
            .known(std::slice::from_ref(&document))
            .remove(0)
            .unwrap();
        let article = read(Lexicon::builtin(), &document);
        assert_eq!(known.claims, article.claims);
        assert_eq!(format!("{:?}", known.topic), format!("{:?}", article.topic));
        assert_eq!(known.fingerprint.shingles, article.fingerprint.shingles);
    }

    #[test]
    fn whatever_a_reading_rests_on_makes_it_another() {
        let folder = tempfile::tempdir().unwrap();
        let cache = open(folder.path()).unwrap();
        let first = document("Six soldiers were killed.");
        keep(&cache, &first);
        assert!(is_known(&cache, &first));
        assert!(!is_known(&cache, &document("Eight soldiers were killed.")));
        assert!(!is_known(
            &cache,
            &first.clone().published("2020-02-04".parse().unwrap())
        ));
        assert!(!is_known(&cache, &first.outlet("The Post")));
    }

    #[test]
    fn a_damaged_file_is_begun_anew() {
        let folder = tempfile::tempdir().unwrap();
        let first = document("Six soldiers were killed.");
        for damage in 0..40 {
            let cache = open(folder.path()).unwrap();
            keep(&cache, &first);
            assert!(is_known(&cache, &first), "damage {damage}");
            cache.close();
            let path = folder.path().join(NAME);
            let mut bytes = fs::read(&path).unwrap();
            match damage {
                0 => bytes.clear(),
                1 => bytes.truncate(100),
                2 => bytes = b"not a database at all".repeat(300),
                _ => {
                    let at = damage * 977 % bytes.len();
                    let end = bytes.len().min(at + 64);
                    bytes[at..end].fill(0xa5);
                }
            }
            fs::write(&path, bytes).unwrap();
        }
    }

    #[test]
    fn two_runs_at_once_do_not_wait_for_each_other() {
        let folder = tempfile::tempdir().unwrap();
        let first = open(folder.path());
        assert!(first.is_some());
        assert!(open(folder.path()).is_none());
        drop(first);
        assert!(open(folder.path()).is_some());
    }
}
