//! Pages in a real browser, without a window: every link and filter works, nothing is cut off or
//! covered, nothing complains, nothing is requested, and words of an article stay words.

use std::{fs, process::Command};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

use crate::{events::events, program::Program};

const CHECK: &str = include_str!("browser/check.js");
/// As narrow as the browser goes, and a desk.
const WINDOWS: [&str; 2] = ["500,900", "1280,900"];

#[test]
fn the_page_of_every_event_works_in_a_browser() {
    let Some(browser) = browser() else { return };
    for (event, documents) in events() {
        let page = Program::new()
            .args(["report", "--format", "html"])
            .arg(&documents)
            .run()
            .out;
        for window in WINDOWS {
            assert_eq!(
                verdict(browser, window, &page),
                "all is well",
                "{event}, {window}"
            );
        }
    }
}

#[test]
fn the_words_of_a_hostile_article_are_only_words() {
    let Some(browser) = browser() else { return };
    let page = Program::new()
        .args(["report", "--format", "html", "-"])
        .input(&hostile())
        .run()
        .out;
    assert!(page.contains("&lt;img src=x"), "{page}");
    assert!(!page.contains('\u{202e}'));
    assert!(
        page.len() < 200_000,
        "a word without end is cut: {}",
        page.len()
    );
    for window in WINDOWS {
        assert_eq!(verdict(browser, window, &page), "all is well", "{window}");
    }
}

/// Two articles that try to be more than text, as lines of JSON.
fn hostile() -> String {
    let script = "<script>document.title='taken'</script>";
    let image = "<img src=x onerror=\"document.title='taken'\">";
    let article = |id: &str, number: &str| {
        let text = format!(
            "Shelling in Idlib {script}\n\nShells killed {number} soldiers {image} near Saraqib on \
             3 February 2020, the \u{202e}army\u{202c} said. {}\n\n--><!--]]></style></template>{{{{ 7 * 7 }}}}\n",
            "a".repeat(1_000_000)
        );
        let line = serde_json::json!({
            "id": format!("{id}{image}\" onmouseover=\"alert(1)"),
            "outlet": format!("{id} {script}"),
            "published": "2020-02-04",
            "title": format!("\"'>{image}"),
            "url": "javascript:document.title='taken'",
            "text": text,
        });
        format!("{line}\n")
    };
    article("one", "six") + &article("two", "eight")
}

/// A browser, if one is installed.
#[allow(clippy::print_stderr)] // a skipped test says so
fn browser() -> Option<&'static str> {
    const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];
    let found = NAMES.into_iter().find(|name| {
        let version = Command::new(name).arg("--version").output();
        version.is_ok_and(|version| version.status.success())
    });
    if found.is_none() {
        eprintln!("skipped: Chromium is missing; install it to test the pages");
    }
    found
}

/// What the check says of a page, with whatever the browser complained of.
fn verdict(browser: &str, window: &str, page: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page.html");
    fs::write(&path, with_check(page)).unwrap();
    let output = Command::new(browser)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
        ])
        .args([
            "--enable-logging=stderr",
            "--virtual-time-budget=10000",
            "--dump-dom",
        ])
        .args([
            "--disable-background-networking",
            "--host-resolver-rules=MAP * ~NOTFOUND",
        ])
        .arg(format!("--window-size={window}"))
        .arg(format!(
            "--user-data-dir={}",
            folder.path().join("user").display()
        ))
        .arg(format!("file://{}", path.display()))
        .output()
        .unwrap();
    let dom = String::from_utf8_lossy(&output.stdout);
    let (_, verdict) = dom
        .split_once("<pre id=\"verdict\">")
        .unwrap_or(("", "no verdict"));
    let verdict = verdict.split("</pre>").next().unwrap_or_default();
    let complaints = String::from_utf8_lossy(&output.stderr);
    let complaints = complaints.lines().filter(|line| line.contains("CONSOLE"));
    let said: Vec<&str> = [verdict].into_iter().chain(complaints).collect();
    said.join("\n")
}

/// The page with the check as a second script, which its policy must allow by name.
fn with_check(page: &str) -> String {
    let hash = BASE64_STANDARD.encode(Sha256::digest(CHECK));
    let allowed = page.replacen("script-src ", &format!("script-src 'sha256-{hash}' "), 1);
    let (before, after) = allowed.rsplit_once("</body>").unwrap();
    format!("{before}<script>{CHECK}</script></body>{after}")
}
