use rashomon_extractor::{Published, front_matter};

use super::{
    byline::{self, Byline},
    date::{self, Dated},
};

/// The longest first line that is taken as a headline.
const LONGEST_TITLE: usize = 250;
/// Lines of a head are no longer than this; the first longer one begins the article.
const LONGEST_LINE: usize = 120;
/// No head has more lines than this.
const MOST_LINES: usize = 12;
/// How far into the first paragraph of an article a dateline may reach.
const LONGEST_DATELINE: usize = 160;

/// What the first lines of a bare text say about it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) title: Option<String>,
    pub(crate) outlet: Option<String>,
    pub(crate) author: Option<String>,
    pub(crate) published: Option<Published>,
    pub(crate) url: Option<String>,
}

impl Head {
    /// Reads the front matter and the first lines of a text; what the front matter says goes first.
    pub(crate) fn of(text: &str) -> Self {
        let Some(front) = front_matter(text) else {
            return Self::of_lines(text);
        };
        let given = Self::of_fields(front.slice(text));
        let found = Self::of_lines(&text[front.end()..]);
        Self {
            title: given.title.or(found.title),
            outlet: given.outlet.or(found.outlet),
            author: given.author.or(found.author),
            published: given.published.or(found.published),
            url: given.url,
        }
    }

    /// "outlet: The Wire"
    fn of_fields(front: &str) -> Self {
        let mut head = Self::default();
        for line in front.lines() {
            let Some((key, value)) = line.split_once(':') else {
                continue;
            };
            let value = value.trim().trim_matches(['"', '\'']).trim();
            if value.is_empty() {
                continue;
            }
            let value = value.to_owned();
            match key.trim().to_ascii_lowercase().as_str() {
                "title" | "headline" => head.title = Some(value),
                "outlet" | "publisher" | "source" => head.outlet = Some(value),
                "author" | "byline" => head.author = Some(value),
                "published" | "date" => head.published = date::published(&value),
                "url" | "link" => head.url = Some(value),
                _ => {}
            }
        }
        head
    }

    fn of_lines(text: &str) -> Self {
        let mut head = Self::default();
        let mut updated = None;
        let mut before: Option<&str> = None;
        for (number, line) in plain_lines(text).take(MOST_LINES).enumerate() {
            let dated = date::find(prefix(line, LONGEST_TITLE));
            if number == 0 && head.takes_title(line, dated) {
                continue;
            }
            if is_body(line) || has_dateline(line) {
                head.take_dateline(line);
                break;
            }
            head.take_line(line, dated, before, &mut updated);
            before = dated.is_none().then_some(line);
        }
        head.published = head.published.or(updated);
        // a text of one paragraph has no headline of its own
        if plain_lines(text).nth(1).is_none() {
            head.title = None;
        }
        head
    }

    /// Takes the first line as the headline, unless it is a date, a byline or an article.
    fn takes_title(&mut self, line: &str, dated: Option<Dated>) -> bool {
        let is_date = dated.is_some_and(|dated| line.len() < dated.end - dated.start + 20);
        let is_sentence = line.ends_with('.') && !line.ends_with("..");
        if line.len() > LONGEST_TITLE || is_date || is_sentence {
            return false;
        }
        if byline::by(line).is_some() || has_dateline(line) {
            return false;
        }
        self.title = Some(line.to_owned());
        true
    }

    /// Takes a date, a byline, or both off a short line.
    fn take_line(
        &mut self,
        line: &str,
        dated: Option<Dated>,
        before: Option<&str>,
        updated: &mut Option<Published>,
    ) {
        if let Some(author) = byline::by(line) {
            self.author.get_or_insert(author);
        }
        let Some(dated) = dated else {
            return;
        };
        let names =
            line[..dated.start].trim_end_matches(|c: char| !c.is_alphanumeric() && c != '.');
        if names.to_ascii_lowercase().contains("update") {
            updated.get_or_insert(dated.published);
            return;
        }
        self.published.get_or_insert(dated.published);
        match byline::names(names).or_else(|| byline::names(before?)) {
            Some(Byline::Outlet(outlet)) => {
                self.outlet.get_or_insert(outlet);
            }
            // after "By Mara Lindt", the next name is where she writes
            Some(Byline::Person(name)) if self.author.is_some() => {
                let is_new = self.author.as_ref() != Some(&name);
                self.outlet = self.outlet.take().or(is_new.then_some(name));
            }
            Some(Byline::Person(name)) => self.author = Some(name),
            None => {}
        }
    }

    /// Takes the outlet and the date off the beginning of an article: "LIMA, 8 JAN 90 (WIRE) --".
    fn take_dateline(&mut self, line: &str) {
        let start = prefix(line, LONGEST_DATELINE);
        if let Some(outlet) = byline::dateline(start) {
            self.outlet.get_or_insert(outlet);
        }
        if self.published.is_none() {
            self.published = date::find(start)
                .filter(|dated| byline::stands_apart(line, dated.start, dated.end))
                .map(|dated| dated.published);
        }
    }
}

/// The lines that are not blank, without the marks of Markdown around them.
fn plain_lines(text: &str) -> impl Iterator<Item = &str> {
    text.trim_start_matches('\u{feff}')
        .lines()
        .map(|line| line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*' | '_')))
        .filter(|line| !line.is_empty())
}

/// Whether a line belongs to the article: it is long, or a sentence.
fn is_body(line: &str) -> bool {
    line.len() > LONGEST_LINE || (line.len() > 60 && line.ends_with('.'))
}

fn has_dateline(line: &str) -> bool {
    byline::dateline(prefix(line, LONGEST_DATELINE)).is_some()
}

/// The first bytes of a line, up to a letter's bound.
fn prefix(line: &str, most: usize) -> &str {
    let mut end = line.len().min(most);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    &line[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str =
        "Six soldiers were killed near Harran on Monday, the army said in a statement.";

    /// "title / outlet / author / published"
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let head = Head::of(text);
        let published = head.published.map(|published| published.to_string());
        let fields = [head.title, head.outlet, head.author, published];
        assert_eq!(fields.map(Option::unwrap_or_default).join(" / "), expected);
    }

    #[track_caller]
    fn check_lines(lines: &str, expected: &str) {
        check(
            &format!("Six dead in clash\n\n{lines}\n\n{BODY}"),
            &format!("Six dead in clash / {expected}"),
        );
    }

    #[test]
    fn author_and_date_on_two_lines() {
        check_lines("Mara Lindt\n4 February 2020", " / Mara Lindt / 2020-02-04");
        check_lines(
            "By Mara Lindt\n\nFebruary 4, 2020",
            " / Mara Lindt / 2020-02-04",
        );
    }

    #[test]
    fn author_and_date_on_one_line() {
        check_lines(
            "By Mara Lindt | February 4, 2020 | 9:31pm EST",
            " / Mara Lindt / 2020-02-04T21:31:00",
        );
        check_lines(
            "Mara Lindt**4 February 2020**",
            " / Mara Lindt / 2020-02-04",
        );
        check_lines(
            "By [Mara Lindt](#)\n\nThe Harran Post, February 4, 2020",
            "The Harran Post / Mara Lindt / 2020-02-04",
        );
        check_lines(
            "Global Research, February 4, 2020",
            "Global Research /  / 2020-02-04",
        );
    }

    #[test]
    fn the_day_of_publication_goes_before_an_update() {
        check_lines(
            "Updated: 5 February 2020\nPublished: 4 February 2020, 10:30",
            " /  / 2020-02-04T10:30:00",
        );
        check_lines("Last updated 5 February 2020", " /  / 2020-02-05");
    }

    #[test]
    fn datelines_name_the_agency() {
        check(
            &format!("Six dead\n\nANKARA, Feb 3 (Wire) - {BODY}"),
            "Six dead / Wire /  / ",
        );
        check(
            &format!("Six dead\n\n(TheWire.example) – {BODY}"),
            "Six dead / TheWire.example /  / ",
        );
        check(
            "LIMA, 8 JAN 90 (WIRE) -- [TEXT] SIX POLICEMEN WERE KILLED IN AN AMBUSH TODAY NEAR THE CITY OF HUANTA, SAID\nTHE POLICE.",
            " / WIRE /  / 1990-01-08",
        );
    }

    #[test]
    fn one_paragraph_may_begin_with_its_date() {
        check(
            &format!("Sun 05 Jul 2015 Six dead in clash . {BODY}"),
            " /  /  / 2015-07-05",
        );
        check(
            &format!("05-07-2015 Six dead in clash . {BODY}"),
            " /  /  / 2015-07-05",
        );
        check(
            &format!("Six dead in clash Observers AFP Sunday 5 July 2015 {BODY}"),
            " /  /  / 2015-07-05",
        );
    }

    #[test]
    fn dates_that_are_told_of_are_not_the_day_of_publication() {
        check(
            &format!("On Sunday 5 July 2015 six men died there. {BODY}"),
            " /  /  / ",
        );
        check(
            &format!(
                "Six dead\n\nThe war began on 5 July 2015, and so far nobody has won it, said the Observers. {BODY}"
            ),
            "Six dead /  /  / ",
        );
        check("Six dead.", " /  /  / ");
        check("", " /  /  / ");
    }

    #[test]
    fn front_matter_goes_first() {
        check(
            &format!(
                "---\ntitle: \"Six dead: army\"\noutlet: The Wire\ndate: 2020-02-04\n---\n\n# Six dead in clash\n\nMara Lindt\n5 February 2020\n\n{BODY}"
            ),
            "Six dead: army / The Wire / Mara Lindt / 2020-02-04",
        );
    }
}
