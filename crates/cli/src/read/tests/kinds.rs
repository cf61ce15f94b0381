//! What is packed, listed, or misnamed.

use std::{fs, path::Path};

use super::{
    super::{Options, documents, office, packed, published},
    Desk,
};

#[test]
fn a_manifest_gives_files_their_outlets_and_days() {
    let desk = Desk::with(&[
        (
            "list.csv",
            b"path,published,outlet\nnews/a.txt,2020-02-04,The Post\nnews/b.txt,,\nnews/c.txt,soon,Herald\nnews/d.txt,,\n",
        ),
        ("news/a.txt", b"Six soldiers were killed."),
        ("news/b.txt", b"Eight soldiers were killed."),
        ("news/c.txt", b"Nine soldiers were killed."),
    ]);
    desk.check(
        &["list.csv"],
        &["news/a.txt", "news/b.txt"],
        &[
            "fatal list.csv:4: `soon` is no day; write a day as 2020-02-04",
            "fatal news/d.txt: no such file or folder; check the path",
        ],
    );
    let reading = desk.read(&["list.csv"]);
    let [first, second] = reading.documents.as_slice() else {
        panic!("two documents");
    };
    assert_eq!(first.outlet.as_deref(), Some("The Post"));
    assert_eq!(first.published, published("2020-02-04"));
    assert_eq!((second.outlet.as_deref(), second.published), (None, None));
}

#[test]
fn a_table_that_is_no_manifest_is_told_of() {
    let desk = Desk::with(&[("list.csv", b"killed,wounded\n6,20\n")]);
    desk.check(
        &["list.csv"],
        &[],
        &["fatal list.csv:1: names no column `path`; a manifest begins with `path,outlet,published`"],
    );
}

#[test]
fn packed_files_are_read_as_what_they_hold() {
    use packed::tests::{gzip, zstd};

    let desk = Desk::with(&[
        ("news/a.txt.gz", &gzip(b"Six died.")),
        (
            "news/b.jsonl.zst",
            &zstd(b"{\"text\": \"Six died.\"}\n{\"text\": \"Nine died.\"}"),
        ),
        ("news/backup.tar.gz", &gzip(b"...")),
        ("news/c.txt", &gzip(b"Eight died.")),
        ("cut.txt.gz", &gzip(&b"Six died.".repeat(99))[..30]),
    ]);
    desk.check(
        &["news", "cut.txt.gz"],
        &[
            "news/a.txt.gz",
            "news/b.jsonl.zst:1",
            "news/b.jsonl.zst:2",
            "news/c.txt",
        ],
        &["fatal cut.txt.gz: damaged (incomplete deflate stream); get the file anew"],
    );
}

#[test]
fn the_content_decides_where_a_name_lies() {
    let docx = office::tests::docx(&[(
        "word/document.xml",
        "<w:document><w:p><w:r><w:t>Six died.</w:t></w:r></w:p></w:document>",
    )]);
    let feed = b"<rss><channel><title>W</title><item><guid>six</guid><description>Six died.</description></item></channel></rss>";
    let desk = Desk::with(&[
        ("news/a.txt", docx.as_slice()),
        ("news/b.html", b"Six soldiers died."),
        ("news/c.xml", feed),
        ("news/d.xml", b"<settings/>"),
        ("news/e.jsonl", b"[{\"text\": \"Six died.\"}]"),
        ("news/f.pdf", b"Six died."),
    ]);
    desk.check(
        &["news"],
        &[
            "news/a.txt",
            "news/b.html",
            "six",
            "news/e.jsonl:1",
            "news/f.pdf",
        ],
        &[],
    );
}

#[test]
fn a_list_names_the_files() {
    let desk = Desk::with(&[("a.txt", b"Six died."), ("b.txt", b"Eight died.")]);
    let path = |name: &str| desk.0.path().join(name);
    let list = path("list");
    let names = ["a.txt", "b.txt", "c.txt"].map(|name| path(name).display().to_string());
    fs::write(&list, names.join("\n")).expect("a file");
    let reading = documents::<&Path>(&[], Some(&list), &Options::default());
    assert_eq!(reading.documents.len(), 2);
    assert!(reading.problems[0].message.starts_with("no such file"));
}
