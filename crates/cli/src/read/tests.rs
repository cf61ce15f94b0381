mod kinds; // what is packed, listed or misnamed

use std::{fs, path::Path};

use rashomon_extractor::Document;
use tempfile::TempDir;

use super::{Options, Reading, documents, intake::Intake};

/// A folder with these files, and what reading `paths` in it gives.
struct Desk(TempDir);

impl Desk {
    fn with(files: &[(&str, &[u8])]) -> Self {
        let desk = Self(TempDir::new().expect("a temporary folder"));
        for (name, content) in files {
            let path = desk.0.path().join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, content).expect("a file");
        }
        desk
    }

    fn read(&self, paths: &[&str]) -> Reading {
        self.read_with(paths, &Options::default())
    }

    fn read_with(&self, paths: &[&str], options: &Options) -> Reading {
        let paths: Vec<_> = paths.iter().map(|path| self.0.path().join(path)).collect();
        documents(&paths, None, options)
    }

    /// Ids and problems without the temporary folder's name.
    #[track_caller]
    fn check(&self, paths: &[&str], ids: &[&str], problems: &[&str]) {
        let folder = format!("{}/", self.0.path().display());
        let reading = self.read(paths);
        assert_eq!(list_ids(&reading, &folder), ids);
        assert_eq!(list_problems(&reading, &folder), problems);
    }
}

fn list_ids(reading: &Reading, folder: &str) -> Vec<String> {
    let ids = reading
        .documents
        .iter()
        .map(|document| document.id.as_str());
    ids.map(|id| id.replace(folder, "")).collect()
}

/// "fatal news.jsonl:3: …"
fn list_problems(reading: &Reading, folder: &str) -> Vec<String> {
    let weight = |fatal| if fatal { "fatal" } else { "note" };
    let problems = reading.problems.iter();
    problems
        .map(|problem| format!("{} {problem}", weight(problem.fatal)).replace(folder, ""))
        .collect()
}

fn only(reading: &Reading) -> &Document {
    assert_eq!(reading.documents.len(), 1, "{:?}", reading.problems);
    &reading.documents[0]
}

#[test]
fn a_folder_gives_its_documents_in_the_order_of_their_names() {
    let page = format!(
        "<html><body><p>{}</p></body></html>",
        "Six soldiers died. ".repeat(40)
    );
    let desk = Desk::with(&[
        ("news/b.txt", b"Six died."),
        ("news/a.md", b"Eight died."),
        ("news/deep/c.jsonl", b"{\"text\": \"Nine died.\"}\n"),
        ("news/deep/d.html", page.as_bytes()),
        ("news/.hidden.txt", b"Ten died."),
        ("news/photo.jpg", b"\xff\xd8\x00"),
        ("news/settings.json", b"{}"),
    ]);
    desk.check(
        &["news"],
        &[
            "news/a.md",
            "news/b.txt",
            "news/deep/c.jsonl:1",
            "news/deep/d.html",
        ],
        &[],
    );
}

#[test]
fn paths_that_hold_nothing_are_refused() {
    let desk = Desk::with(&[
        ("empty/photo.jpg", b"\xff\xd8\x00"),
        ("disk.bin", b"\x00\x01"),
    ]);
    desk.check(
        &["missing.txt", "empty", "disk.bin", "gone"],
        &[],
        &[
            "fatal missing.txt: no such file or folder; check the path",
            "fatal empty: a folder without documents; it needs .txt, .md, .html or .jsonl files",
            "fatal disk.bin: a binary file, not text; give .txt, .md, .html or .jsonl files",
            "fatal gone: no such file or folder; check the path",
        ],
    );
}

#[test]
fn a_broken_line_does_not_stop_the_others() {
    let lines = "{\"id\": \"a\", \"text\": \"Six died.\"}\n\n{\"id\": \"b\", \"text\": \"Six\n\
                 {\"id\": \"c\"}\n{\"id\": 4, \"text\": \"Eight died.\", \"published\": \"soon\"}";
    let desk = Desk::with(&[("news.jsonl", lines.as_bytes())]);
    desk.check(
        &["news.jsonl"],
        &["a", "4"],
        &[
            "fatal news.jsonl:3: not a document (EOF while parsing a string at column 24); a line holds one JSON object with a `text`",
            "fatal news.jsonl:4: no `text`; a document needs at least {\"text\": \"…\"}",
            "note news.jsonl:5: `published` is `soon`, which is no day; write 2020-02-04 or \
             2020-02-04T10:30:00Z",
        ],
    );
}

#[test]
fn a_file_full_of_broken_lines_is_told_of_once() {
    let desk = Desk::with(&[("news.jsonl", "Six died.\n".repeat(1_000).as_bytes())]);
    let reading = desk.read(&["news.jsonl"]);
    assert_eq!(reading.problems.len(), 21);
    let last = &reading.problems[20];
    assert_eq!(
        last.message,
        "980 more lines are no documents; is this JSON Lines?"
    );
}

#[test]
fn the_fields_of_a_line_are_kept() {
    let line = "\u{feff}{\"id\": \"w\", \"text\": \"Six died.\\n\", \"outlet\": \"The Wire\", \
                \"published\": \"2020-02-04T23:30:00+02:00\", \"title\": \"Six dead\", \
                \"url\": \"https://wire.example/1\", \"author\": null, \"rank\": 7}\r\n";
    let desk = Desk::with(&[("news.jsonl", line.as_bytes())]);
    let reading = desk.read(&["news.jsonl"]);
    let document = only(&reading);
    assert_eq!(document.text, "Six died.\n");
    assert_eq!(document.outlet.as_deref(), Some("The Wire"));
    assert_eq!(document.title.as_deref(), Some("Six dead"));
    assert_eq!(document.author, None);
    assert_eq!(
        document
            .published
            .map(|published| published.to_string())
            .as_deref(),
        Some("2020-02-04T23:30:00")
    );
}

#[test]
fn a_second_document_of_the_same_id_gets_a_number() {
    let lines = "{\"id\": \"w\", \"text\": \"Six died.\"}\n".repeat(3);
    let desk = Desk::with(&[("news.jsonl", lines.as_bytes()), ("a.txt", b"Six died.")]);
    desk.check(
        &["news.jsonl", "a.txt", "a.txt"],
        &["w", "w#2", "w#3", "a.txt", "a.txt#2"],
        &[
            "note w: an earlier document has the same id; this one is now `w#2`",
            "note w: an earlier document has the same id; this one is now `w#3`",
            "note a.txt: an earlier document has the same id; this one is now `a.txt#2`",
        ],
    );
}

#[test]
fn what_cannot_be_worked_on_is_left_out() {
    let spanish = "El ministerio de Defensa informó el lunes de que seis soldados murieron en un ataque cerca de la frontera norte del país. ".repeat(3);
    let desk = Desk::with(&[
        ("a.txt", b""),
        ("b.txt", b" \r\n\t\xef\xbb\xbf\n"),
        ("c.txt", spanish.as_bytes()),
        ("d.json", b"[]"),
    ]);
    desk.check(
        &["a.txt", "b.txt", "c.txt", "d.json"],
        &[],
        &[
            "note a.txt: empty, left out",
            "note b.txt: nothing but blanks, left out",
            "note c.txt: in Spanish, left out; only English is read",
            "note d.json: holds no document, left out",
        ],
    );
}

#[test]
fn documents_without_an_article_are_told_of() {
    let lexicon = rashomon_extractor::Lexicon::builtin();
    let read = |id, text| rashomon_extractor::read(lexicon, &Document::new(id, text));
    let articles = [
        read("a", "Six dead\n\nSix soldiers died near Harran on Monday."),
        read("b", "Read more\n\nFollow us on Twitter.\n\n© 2020 The Wire"),
    ];
    let problems: Vec<_> = super::furniture(&articles)
        .map(|it| it.to_string())
        .collect();
    assert_eq!(
        problems,
        ["b: nothing but labels, links and the like, so nothing was read"]
    );
}

#[test]
fn json_files_hold_lists_or_objects() {
    let desk = Desk::with(&[
        (
            "list.json",
            b"[{\"text\": \"Six died.\"}, {\"id\": \"x\"}, 3]",
        ),
        (
            "one.json",
            b"{\n  \"id\": \"one\",\n  \"text\": \"Six died.\"\n}\n",
        ),
        ("broken.json", b"{\"id\": "),
    ]);
    desk.check(
        &["list.json", "one.json", "broken.json"],
        &["list.json:1", "one"],
        &[
            "fatal list.json: document 2 of the file: no `text`; a document needs at least \
             {\"text\": \"…\"}",
            "fatal list.json: document 3 of the file: `3` is no document; a document is an object, {\"text\": \"…\"}",
            "fatal broken.json: not JSON: EOF while parsing a value at line 1 column 7",
        ],
    );
}

#[test]
fn texts_stay_as_they_are_given() {
    let text = "\u{feff}Six dead\r\n\r\nSix soldiers died near Málaga.\r\n";
    let desk = Desk::with(&[("a.txt", text.as_bytes())]);
    assert_eq!(only(&desk.read(&["a.txt"])).text, text);
}

#[test]
fn options_fill_what_a_bare_file_leaves_open() {
    let desk = Desk::with(&[
        ("a.txt", b"Six died."),
        (
            "b.jsonl",
            b"{\"text\": \"Six died.\", \"outlet\": \"The Wire\"}",
        ),
    ]);
    let options = Options {
        outlet: Some("The Post".to_owned()),
        published: super::published("2020-02-04"),
        ..Options::default()
    };
    let reading = desk.read_with(&["a.txt", "b.jsonl"], &options);
    let outlets: Vec<_> = reading
        .documents
        .iter()
        .map(|d| d.outlet.as_deref())
        .collect();
    assert_eq!(outlets, [Some("The Post"), Some("The Wire")]);
    assert!(
        reading
            .documents
            .iter()
            .all(|d| d.published == options.published)
    );
}

#[test]
fn standard_input_is_lines_or_one_text() {
    #[track_caller]
    fn check(input: &str, expected: &[(&str, &str)]) {
        let options = Options::default();
        let mut intake = Intake::new(&options);
        intake.stream(input.as_bytes());
        let reading = intake.finish();
        let documents = reading.documents.iter();
        let documents: Vec<_> = documents
            .map(|d| (d.id.as_str(), d.text.as_str()))
            .collect();
        assert_eq!(documents, expected);
    }
    check(
        "\n {\"text\": \"Six died.\"}\n{\"id\": \"b\", \"text\": \"Eight died.\"}",
        &[("-:2", "Six died."), ("b", "Eight died.")],
    );
    check("\n\nSix died.\n", &[("-", "\n\nSix died.\n")]);
    check("", &[]);
    let page = format!("<!doctype html><p>{}</p>", "Six soldiers died. ".repeat(40));
    let text = "Six soldiers died. ".repeat(40);
    check(&page, &[("-", text.trim())]);
}

#[test]
fn a_large_file_of_one_line_is_read_in_a_second() {
    let desk = Desk::with(&[("a.txt", "Six soldiers died. ".repeat(2_700_000).as_bytes())]);
    let start = std::time::Instant::now();
    assert_eq!(only(&desk.read(&["a.txt"])).text.len(), 51_300_000);
    // the bound is for a release build; here it only guards against anything quadratic
    assert!(start.elapsed().as_secs() < 10);
}

#[cfg(unix)]
#[test]
fn unreadable_files_are_refused() {
    use std::os::unix::fs::PermissionsExt;

    let desk = Desk::with(&[("a.txt", b"Six died.")]);
    let path = desk.0.path().join("a.txt");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("own file");
    // the superuser may read everything
    if fs::read(&path).is_ok() {
        return;
    }
    desk.check(
        &["a.txt"],
        &[],
        &["fatal a.txt: may not be read; check its permissions"],
    );
}

#[test]
fn the_path_is_named_as_the_user_wrote_it() {
    let reading = documents(&[Path::new("./no/such.txt")], None, &Options::default());
    assert_eq!(reading.problems[0].document, "./no/such.txt");
}
