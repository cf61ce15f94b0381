use std::fs;

use rashomon_extractor::{Document, read};

use super::*;

const HOSTED: &str = "The camp was hit on Monday, the ministry said. Six soldiers were killed in Idlib, the Ministry of War said.";

fn desk(text: &str) -> Result<Desk> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("desk.toml");
    fs::write(&path, text).unwrap();
    let result = Desk::open(Places {
        config: Some(&path),
        ..Places::default()
    });
    let prefix = format!("{}/", folder.path().display());
    match result {
        Ok(mut desk) => {
            desk.name = desk.name.replace(&prefix, "");
            Ok(desk)
        }
        Err(error) => Err(anyhow::Error::msg(
            format!("{error:#}").replace(&prefix, ""),
        )),
    }
}

#[track_caller]
fn refuse(text: &str, expected: &str) {
    let error = desk(text).map(|_| ()).unwrap_err();
    // the rest of an error may list what there is
    assert!(error.to_string().starts_with(expected), "{error}");
}

fn problems(desk: &Desk) -> Vec<String> {
    desk.problems().iter().map(ToString::to_string).collect()
}

#[test]
fn the_template_is_a_file_without_entries_and_with_them() {
    let empty = desk(TEMPLATE).unwrap();
    assert!(problems(&empty).is_empty());
    let filled: String = TEMPLATE
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(entry) if entry.starts_with("[[") || entry.contains(" = ") => format!("{entry}\n"),
            _ => format!("{line}\n"),
        })
        .collect();
    // the folder of words does not exist here
    let filled = filled.replace("lexicon = ", "# lexicon = ");
    let desk = desk(&filled).unwrap_or_else(|error| panic!("{error:#}"));
    assert_eq!(desk.rule(), Some(Rule::Range));
    assert!(
        problems(&desk)[0].contains("outlet `The Wire`"),
        "{:?}",
        problems(&desk)
    );
}

#[test]
fn outlets_and_speakers_go_by_one_name() {
    let mut desk = desk(
        "[[outlet]]\nname = \"The Wire\"\naliases = [\"WIRE.example\"]\nside = \"North\"\n\
         [[speaker]]\nname = \"War Ministry\"\naliases = [\"ministry of war\"]\n",
    )
    .unwrap();
    let mut documents = [Document::new("a", HOSTED).outlet("wire.example")];
    desk.name_outlets(&mut documents);
    assert_eq!(documents[0].outlet.as_deref(), Some("The Wire"));
    assert_eq!(desk.side("The Wire"), Some("North"));
    let mut articles = [read(desk.lexicon(), &documents[0])];
    desk.judge(&mut articles);
    let claim = articles[0]
        .claims
        .iter()
        .find(|claim| claim.count().is_some())
        .unwrap();
    assert_eq!(claim.speakers, ["War Ministry".into()]);
    assert!(problems(&desk).is_empty());
}

#[test]
fn claims_are_passed_over_with_a_reason() {
    let document = Document::new("a", HOSTED);
    let article = read(Lexicon::builtin(), &document);
    let claim = article
        .claims
        .iter()
        .find(|claim| claim.count().is_some())
        .unwrap();
    let entry = format!(
        "[[ignore]]\nclaim = \"{}\"\nreason = \"corrected\"\n",
        claim.id
    );
    let mut desk = desk(&entry).unwrap();
    let mut articles = [article.clone()];
    desk.judge(&mut articles);
    assert_eq!(articles[0].claims.len() + 1, article.claims.len());
    assert_eq!(
        problems(&desk),
        ["desk.toml: 1 claim or dispute is ignored, as one entry asks"]
    );
}

#[test]
fn pins_name_documents_by_the_end_of_their_path() {
    let mut desk =
        desk("[[same_event]]\ndocuments = [\"a.txt\", \"https://wire.example/b\"]\n").unwrap();
    let mut second = Document::new("news/b.txt", "Six died.");
    second.url = Some("https://wire.example/b".into());
    let documents = [
        Document::new("news/a.txt", "Six died."),
        second,
        Document::new("news/aa.txt", "x"),
    ];
    let pins = desk.pins(&documents);
    assert_eq!(
        pins.same,
        [[documents[0].id.clone(), documents[1].id.clone()]]
    );
    assert!(problems(&desk).is_empty());
    desk.pins(&documents[..1]);
    assert_eq!(
        problems(&desk),
        [
            "desk.toml:1: entries that match nothing here: same_event `a.txt`, `https://wire.example/b` (line 1); \
          correct or remove them, unless other documents need them"
        ]
    );
}

#[test]
fn errors_name_file_line_entry_and_remedy() {
    refuse(
        "\n[[outlet]]\nnam = \"The Wire\"\n",
        "desk.toml:3: unknown field `nam`, expected one of `name`, `aliases`, `side`; `rashomon init` \
         writes a file with every entry",
    );
    refuse(
        "figures = \"guess\"",
        "desk.toml:1: there is no rule `guess`; the rules are range, airwars, ibc, acled, ucdp, latest; \
         `rashomon init` writes a file with every entry",
    );
    refuse(
        "[[ignore]]\nclaim = \"c1\"\nreason = \" \"\n",
        "desk.toml:1: ignores without a reason; write one for those after you",
    );
    refuse(
        "[[same_event]]\ndocuments = [\"a.txt\"]\n",
        "desk.toml:1: a pin holds fewer than two documents; name at least two",
    );
    refuse(
        "[[outlet]]\nname = \"x\"\n\n[[measure]]\nid = \"razed\"\nverb = \"raze\"\n",
        "desk.toml:4: measure `razed`: unknown field `verb`, expected one of `id`, `within`",
    );
}

#[test]
fn places_of_the_desks_own_are_known() {
    let desk = desk("[[place]]\nname = \"Tell Ruman\"\nwithin = [\"Idlib\", \"Syria\"]\n").unwrap();
    let text = "Six soldiers were killed in Tell Ruman on Monday.";
    let article = read(desk.lexicon(), &Document::new("a", text));
    assert!(
        article
            .places
            .iter()
            .any(|place| place.place.name.contains("Tell Ruman")),
        "{:?}",
        article.places
    );
}
