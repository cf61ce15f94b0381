//! The command line: exit codes, what goes where, and what an error says.

use std::fs;

use crate::program::{EIGHT, Program, SIX, folder, rashomon, root};

#[test]
fn a_report_ends_well_disputes_or_not() {
    assert_eq!(rashomon(&["report", "data/idlib-2020"]).code, 0);
    assert_eq!(rashomon(&["annotate", "data/idlib-2020"]).code, 0);
    assert_eq!(rashomon(&["graph", "data/idlib-2020"]).code, 0);
}

#[test]
fn any_number_of_threads_writes_the_same_bytes() {
    let with = |jobs: &str| {
        let run = rashomon(&["report", "-f", "json", "--jobs", jobs, "data"]);
        assert_eq!(run.code, 0);
        run.out
    };
    assert_eq!(with("1"), with("2"));
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let news = folder(&[("a.txt", SIX)]);
    let target = tempfile::tempdir().unwrap();
    let file = target.path().join("out.json");
    fs::write(&file, "before").unwrap();
    // the desk's file is wrong, so there is nothing to write
    let wrong = news.path().join("rashomon.toml");
    fs::write(&wrong, "x").unwrap();
    let report = || {
        Program::new()
            .args(["report", "-o"])
            .arg(&file)
            .arg(news.path())
    };
    assert_eq!(report().arg("--config").arg(&wrong).run().code, 2);
    assert_eq!(fs::read_to_string(&file).unwrap(), "before");
    assert_eq!(report().run().code, 0);
    assert!(fs::read_to_string(&file).unwrap().starts_with('{'));
    assert_eq!(
        fs::read_dir(target.path()).unwrap().count(),
        1,
        "nothing else is left"
    );
}

#[test]
fn a_list_of_files_comes_on_the_standard_input() {
    let run = Program::new()
        .args([
            "annotate",
            "-f",
            "json",
            "--files-from",
            "-",
            "--max-documents",
            "2",
        ])
        .input("data/quake\0data/protest\0")
        .run();
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(run.out.lines().count(), 2);
    assert!(run.err.contains("as --max-documents asks"), "{}", run.err);
}

#[test]
fn what_can_be_read_is_reported_though_something_cannot() {
    let run = rashomon(&["report", "-f", "json", "data/quake", "data/nowhere.txt"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("data/nowhere.txt"), "{}", run.err);
    let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(report["documents"].as_array().unwrap().len(), 3);
    assert_eq!(report["problems"][0]["document"], "data/nowhere.txt");
}

#[test]
fn every_format_lists_the_problems() {
    let news = folder(&[("a.txt", SIX), ("b.jsonl", "{\"text\": 3}\n")]);
    for format in ["text", "markdown", "json", "html", "csv", "dot"] {
        let run = Program::new()
            .args(["report", "--quiet", "--format", format])
            .arg(news.path())
            .run();
        assert_eq!((run.code, run.err.as_str()), (2, ""), "{format}");
        assert!(run.out.contains("b.jsonl"), "{format}: {}", run.out);
    }
}

#[test]
fn a_problem_names_file_line_and_remedy() {
    let news = folder(&[("b.jsonl", "{\"text\": \"Six died.\"}\n{\"text\": 3}\n")]);
    let path = news.path().join("b.jsonl");
    let run = Program::new().arg("report").arg(&path).run();
    assert_eq!(run.code, 2);
    let place = format!("rashomon: {}:2: ", path.display());
    assert!(run.err.starts_with(&place), "{}", run.err);
}

#[test]
fn a_wrong_argument_is_told_with_the_right_ones() {
    let run = rashomon(&["report", "--figures", "guess", "data/quake"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("range, airwars, ibc"), "{}", run.err);
    let run = rashomon(&["report", "--published", "yesterday", "data/quake"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("2020-02-04"), "{}", run.err);
    assert_eq!(rashomon(&["report"]).code, 2);
    assert_eq!(rashomon(&[]).code, 2);
}

#[test]
fn the_standard_input_is_a_document() {
    let run = Program::new()
        .args(["annotate", "--format", "json", "--outlet", "The Post", "-"])
        .input(SIX)
        .run();
    assert_eq!(run.code, 0, "{}", run.err);
    let annotation: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(annotation["sentences"].as_array().unwrap().len(), 1);
}

#[test]
fn a_graph_is_drawn_in_the_format_of_its_file() {
    let target = tempfile::tempdir().unwrap();
    for (name, start) in [
        ("graph.svg", "<?xml"),
        ("graph.graphml", "<?xml"),
        ("graph.gv", "graph rashomon"),
        ("graph.txt", "graph rashomon"),
    ] {
        let file = target.path().join(name);
        let run = Program::new()
            .args(["graph", "data/quake", "-o"])
            .arg(&file)
            .run();
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{name}");
        assert!(
            fs::read_to_string(file).unwrap().starts_with(start),
            "{name}"
        );
    }
    let run = rashomon(&["graph", "--format", "html", "data/quake"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("dot, svg or graphml"), "{}", run.err);
}

#[test]
fn a_table_without_tags_reads_as_plain_csv() {
    let run = rashomon(&["report", "--table", "figures", "--no-hxl", "data/quake"]);
    assert!(run.out.starts_with("event,event_label,"), "{}", run.out);
    assert!(!run.out.contains('#'), "{}", run.out);
}

#[test]
fn a_report_is_verified_against_its_documents() {
    let news = folder(&[("a.txt", SIX), ("b.txt", EIGHT)]);
    let file = news.path().join("known.json");
    let report = Program::new().args(["report", "-o"]).arg(&file);
    assert_eq!(report.arg(news.path().join("a.txt")).run().code, 0);
    let verify = || {
        let verify = Program::new().arg("verify").arg(&file);
        verify.arg(news.path().join("a.txt")).run()
    };
    let run = verify();
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    assert!(run.out.contains("as the report says"), "{}", run.out);

    fs::write(news.path().join("a.txt"), SIX.replace("Six", "Ten")).unwrap();
    let run = verify();
    assert_eq!(run.code, 2, "{}", run.out);
    assert!(run.out.contains("a.txt, claim c"), "{}", run.out);

    let run = rashomon(&["verify", "Cargo.toml", "data/quake"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("Cargo.toml: not a report"), "{}", run.err);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    for args in [["report", "data"], ["annotate", "data"], ["graph", "data"]] {
        let (code, err) = Program::new().args(args).run_into_a_closed_pipe();
        assert_eq!((code, err.as_str()), (0, ""), "{args:?}");
    }
}

#[test]
fn colours_are_shown_when_they_are_asked_for() {
    let colours = |program: Program| program.run().out.contains('\u{1b}');
    let report = || Program::new().args(["report", "data/quake"]);
    assert!(!colours(report()), "a pipe is no terminal");
    assert!(colours(report().args(["--color", "always"])));
    assert!(!colours(report().args(["--color", "never"])));
    assert!(!colours(report().env("NO_COLOR", "1")));
}

#[test]
fn a_summary_fits_on_a_screen() {
    let run = rashomon(&["report", "--summary", "--width", "80", "data"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.lines().count() <= 23, "{}", run.out);
    assert!(
        run.out.lines().all(|line| line.chars().count() <= 80),
        "{}",
        run.out
    );
    assert_eq!(
        rashomon(&["report", "--summary", "-f", "csv", "data"]).code,
        2
    );
}

#[test]
fn places_are_links_where_a_terminal_knows_them() {
    let report = || Program::new().args(["report", "data/quake"]);
    let links = |program: Program| program.run().out.contains("\u{1b}]8;;file://");
    assert!(!links(report()), "a pipe is no terminal");
    assert!(
        !links(report().env("TERM_PROGRAM", "WezTerm")),
        "a pipe is no terminal"
    );
    assert!(links(
        report()
            .args(["--color", "always"])
            .env("FORCE_HYPERLINK", "1")
    ));
    assert!(
        !links(report().env("FORCE_HYPERLINK", "1")),
        "without colours no links"
    );
}

#[test]
fn help_comes_with_examples() {
    for command in ["report", "annotate", "graph", "check"] {
        let run = rashomon(&[command, "--help"]);
        assert_eq!(run.code, 0);
        assert!(run.out.contains("Usage: rashomon"), "{}", run.out);
    }
    let help = rashomon(&["--help"]).out;
    assert!(
        help.contains("Examples:") && help.contains("Exit codes:"),
        "{help}"
    );
    assert!(rashomon(&["--version"]).out.starts_with("rashomon 0."));
}

#[test]
fn a_claim_is_explained_by_the_first_letters_of_its_id() {
    let news = folder(&[("a.txt", SIX)]);
    let run = Program::new()
        .args(["annotate", "--format", "json"])
        .arg(news.path())
        .run();
    let annotation: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let id = annotation["claims"][0]["id"].as_str().unwrap();
    let explain = |id: &str| {
        Program::new()
            .args(["explain", id, "--in"])
            .arg(news.path())
            .run()
    };
    let run = explain(&id[..6]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains("Six soldiers"), "{}", run.out);

    let run = explain("cffffff");
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains("no claim or dispute `cffffff`"),
        "{}",
        run.err
    );
}

#[test]
fn pairs_of_texts_are_compared() {
    let pair = |id: u32, a: &str, b: &str| {
        serde_json::json!({"id": id, "a": a, "b": b}).to_string() + "\n"
    };
    let pairs = [
        pair(
            1,
            "The mill has 6 wheels.",
            "The mill has more than 5 wheels.",
        ),
        pair(2, "The mill has 6 wheels.", "The mill has 7 wheels."),
        pair(
            3,
            "The mill has more than 5 wheels.",
            "The mill has 6 wheels.",
        ),
    ];
    let compare = || Program::new().args(["compare", "--format", "json", "--pairs", "-"]);
    let run = compare().input(&pairs.concat()).run();
    assert_eq!(
        run.out,
        "{\"id\":1,\"relation\":\"agrees\"}\n\
         {\"id\":2,\"relation\":\"contradicts\"}\n\
         {\"id\":3,\"relation\":\"unrelated\"}\n"
    );
    let run = compare().input("\n{\"id\": 1}\n").run();
    assert_eq!(run.code, 2);
    assert!(run.err.contains("-:2: not a pair"), "{}", run.err);
}

#[test]
fn shells_and_readers_get_their_pages() {
    assert!(rashomon(&["completions", "bash"]).out.contains("rashomon"));
    assert!(rashomon(&["man"]).out.contains(".TH rashomon"));
}

#[test]
fn the_output_file_names_the_format() {
    let target = tempfile::tempdir().unwrap();
    let file = target.path().join("report.md");
    let run = Program::new()
        .args(["report", "-o"])
        .arg(&file)
        .arg("data/quake")
        .run();
    assert_eq!((run.code, run.out.as_str()), (0, ""));
    assert!(
        fs::read_to_string(file)
            .unwrap()
            .starts_with("# Where the sources disagree")
    );

    let nowhere = target.path().join("no/such/folder.md");
    let run = Program::new()
        .args(["report", "-o"])
        .arg(&nowhere)
        .arg("data/quake")
        .run();
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains("folder.md: cannot be written"),
        "{}",
        run.err
    );
}

#[test]
fn a_text_comes_with_its_report_when_asked_for() {
    let run = rashomon(&["report", "-f", "json", "--with-text", "data/quake"]);
    let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    for document in report["documents"].as_array().unwrap() {
        let path = root().join(document["id"].as_str().unwrap());
        assert_eq!(document["text"], fs::read_to_string(path).unwrap());
    }
}
