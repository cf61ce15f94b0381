//! Day after day: checks against what is known, the desk's judgement, a folder that grows.

use std::fs;

use crate::program::{EIGHT, Program, SIX, folder, rashomon};

#[test]
fn a_check_fails_on_a_dispute() {
    let news = folder(&[("a.txt", SIX), ("b.txt", EIGHT)]);
    let run = Program::new().arg("check").arg(news.path()).run();
    assert_eq!(run.code, 1, "{}{}", run.out, run.err);
    let calm = folder(&[("a.txt", SIX), ("b.txt", SIX)]);
    assert_eq!(Program::new().arg("check").arg(calm.path()).run().code, 0);
}

#[test]
fn a_check_passes_what_its_baseline_knows() {
    let news = folder(&[("a.txt", SIX), ("b.txt", EIGHT)]);
    let known = news.path().join("known.json");
    let report = Program::new().args(["report", "-o"]).arg(&known);
    assert_eq!(report.arg(news.path()).run().code, 0);
    let check = || Program::new().args(["check", "--baseline"]).arg(&known);
    assert_eq!(check().arg(news.path()).run().code, 0);

    fs::write(news.path().join("c.txt"), EIGHT).unwrap();
    assert_eq!(check().arg(news.path()).run().code, 0, "a known side");
    fs::write(news.path().join("c.txt"), EIGHT.replace("Eight", "Twenty")).unwrap();
    assert_eq!(check().arg(news.path()).run().code, 1, "a new side");
}

#[test]
fn a_check_speaks_to_dashboards() {
    let news = folder(&[("a.txt", SIX), ("b.txt", EIGHT)]);
    let check = |format: &str| {
        let check = Program::new().args(["check", "--format", format]);
        let run = check.arg(news.path()).run();
        assert_eq!(run.code, 1, "{}", run.err);
        run.out
    };
    let annotations = check("github");
    assert_eq!(
        annotations.matches("::error file=").count(),
        2,
        "{annotations}"
    );
    assert!(annotations.contains("a.txt,line=1,title="), "{annotations}");
    let log: serde_json::Value = serde_json::from_str(&check("sarif")).unwrap();
    assert_eq!(log["runs"][0]["results"][0]["ruleId"], "count");
    assert!(check("junit").contains("failures=\"1\""));
}

#[test]
fn a_check_names_what_its_baseline_holds_in_vain() {
    let news = folder(&[("a.txt", SIX), ("b.txt", EIGHT)]);
    let known = news.path().join("known.json");
    Program::new()
        .args(["report", "-o"])
        .arg(&known)
        .arg(news.path())
        .run();
    fs::write(news.path().join("b.txt"), SIX).unwrap();
    let check = Program::new().args(["check", "--baseline"]).arg(&known);
    let run = check.arg(news.path()).run();
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(
        run.err.contains("1 of its disputes is not found any more"),
        "{}",
        run.err
    );
}

#[test]
fn a_desk_keeps_its_judgement_in_a_file() {
    let news = folder(&[("a.txt", SIX), ("b.txt", EIGHT)]);
    let config = news.path().join("rashomon.toml");
    assert_eq!(Program::new().arg("init").arg(&config).run().code, 0);
    assert_eq!(
        Program::new().arg("init").arg(&config).run().code,
        2,
        "a file stays"
    );
    let check = || {
        let check = Program::new().arg("check").arg("--config").arg(&config);
        check.arg(news.path()).run()
    };
    assert_eq!(check().code, 1, "the commented file changes nothing");
    fs::write(&config, "tolerance = 30\n").unwrap();
    assert_eq!(check().code, 0, "6 and 8 lie a quarter apart");
    fs::write(&config, "tolerence = 30\n").unwrap();
    let run = check();
    assert_eq!(run.code, 2);
    assert!(
        run.err
            .contains("rashomon.toml:1: unknown field `tolerence`"),
        "{}",
        run.err
    );
}

#[test]
fn a_folder_that_grows_is_watched() {
    let news = folder(&[("a.txt", SIX)]);
    let kept = tempfile::tempdir().unwrap();
    let keep = kept.path().join("today.json");
    let watch = || {
        let watch = Program::new().args(["watch", "--rounds", "1", "--every", "0.05"]);
        let watch = watch
            .arg("--cache")
            .arg(kept.path())
            .arg("--keep")
            .arg(&keep);
        watch.arg(news.path()).run()
    };
    let first = watch();
    assert_eq!(first.code, 0, "{}", first.err);
    assert!(
        first.out.starts_with("The first report: 1 document"),
        "{}",
        first.out
    );
    assert!(watch().out.starts_with("Nothing new: "));
    fs::write(news.path().join("b.txt"), EIGHT).unwrap();
    let second = watch();
    assert!(second.out.starts_with("1 new dispute"), "{}", second.out);
    fs::write(news.path().join("b.txt"), SIX).unwrap();
    let earlier = Program::new().args(["news", "--earlier"]).arg(&keep);
    let third = earlier.arg(news.path()).run();
    assert!(third.out.contains("1 resolved dispute"), "{}", third.out);
}

#[test]
fn what_is_known_from_an_earlier_run_is_reported_alike() {
    let cache = tempfile::tempdir().unwrap();
    let report = || {
        let report = Program::new().args(["report", "-f", "json", "--verbose", "--cache"]);
        let run = report.arg(cache.path()).arg("data").run();
        assert_eq!(run.code, 0, "{}", run.err);
        (run.out, run.err.contains("known=0"))
    };
    let (first, was_new) = report();
    let (second, is_new) = report();
    assert!(was_new && !is_new);
    assert_eq!(first, second);
    let without = rashomon(&["report", "-f", "json", "--no-cache", "data"]).out;
    assert_eq!(first, without);
}
