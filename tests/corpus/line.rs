//! One reading on one line: `killed = 6 of "Turkish soldiers" by "Moscow" on 2020-02-03`.
//!
//! | | |
//! |---|---|
//! | figures | `= 6`, `= 30..35`, `≥ 13` (or `>=`), `> 13`, `≤ 80`, `< 13`, `≈ 300` (about; or `~`), `≲ 700,000` (nearly; or `~<`), `≈ 24..99` (dozens), `≈ 2..` (many), with a unit `= 6.1 magnitude` |
//! | parts of a claim | `of "group"`, `by "relayer" "speaker"` or `by nobody`, `agent "…"`, `in "place"`, `on 2020-02-03`, `on 2020-02-03..2020-02-09`, `as denies` |
//! | statement | `"subject" predicate "object"`, `"subject" not predicate "object"`, then the parts |
//!
//! Only the parts that a table writes down are compared.

use std::fmt;

use rashomon_extractor::{
    Attribution, Claim, Content, Form, PlaceMention, Polarity, Quantity, QuantityMention,
    TimeMention, Window,
};

/// A reading: its head, and named parts that a table may leave out.
pub(crate) struct Line {
    head: String,
    parts: Vec<(&'static str, String)>,
}

/// Words that open a part.
const PARTS: [&str; 6] = ["of", "by", "agent", "in", "on", "as"];

impl Line {
    pub(crate) fn words(words: &str) -> Self {
        Self {
            head: words.to_owned(),
            parts: Vec::new(),
        }
    }

    /// `≥ 13 soldiers`
    pub(crate) fn quantity(mention: &QuantityMention) -> Self {
        let mut line = Self::words(&figure(&mention.quantity));
        if let Some(noun) = &mention.noun {
            line.parts.push(("", noun.to_string()));
        }
        line
    }

    /// `last week = 2020-W06 on 2020-02-03..2020-02-09`
    pub(crate) fn time(text: &str, time: &TimeMention) -> Self {
        Self {
            head: format!("{} = {}", time.span.slice(text), time.value),
            parts: vec![("on", days(time.window))],
        }
    }

    /// `Saraqib, Idlib, Syria`
    pub(crate) fn place(mention: &PlaceMention) -> Self {
        let mut line = Self::words(&mention.place.name);
        if !mention.place.within.is_empty() {
            line.parts.push((",", mention.place.within.join(", ")));
        }
        line
    }

    /// `police: 12 people died`
    pub(crate) fn speaker(text: &str, attribution: &Attribution) -> Self {
        Self {
            head: attribution.speaker.as_deref().unwrap_or("-").to_owned(),
            parts: vec![(":", attribution.content.slice(text).to_owned())],
        }
    }

    pub(crate) fn count(claim: &Claim) -> Option<Self> {
        let count = claim.count()?;
        let mut line = Self::words(&format!("{} {}", count.measure, figure(&count.quantity)));
        line.parts.push(("of", format!("\"{}\"", count.group)));
        line.scope(claim);
        Some(line)
    }

    pub(crate) fn statement(claim: &Claim) -> Option<Self> {
        let Content::Statement(statement) = &claim.content else {
            return None;
        };
        let not = match statement.polarity {
            Polarity::Affirmed => "",
            Polarity::Denied => "not ",
        };
        let mut line = Self::words(&format!(
            "\"{}\" {not}{} \"{}\"",
            statement.subject, statement.predicate, statement.object
        ));
        line.scope(claim);
        Some(line)
    }

    fn scope(&mut self, claim: &Claim) {
        let speakers: Vec<String> = claim.speakers.iter().map(|s| format!("\"{s}\"")).collect();
        let speakers = if speakers.is_empty() {
            "nobody".to_owned()
        } else {
            speakers.join(" ")
        };
        self.parts.push(("by", speakers));
        if let Some(agent) = &claim.scope.agent {
            self.parts.push(("agent", format!("\"{agent}\"")));
        }
        if let Some(place) = &claim.scope.place {
            self.parts.push(("in", format!("\"{}\"", place.name)));
        }
        self.parts.push(("on", days(claim.scope.when)));
        let stance = format!("{:?}", claim.stance).to_lowercase();
        self.parts.push(("as", stance));
    }

    /// Whether this reading is the one that a table asks for.
    pub(crate) fn fits(&self, want: &str) -> bool {
        let want = plain(want);
        let Some(mut rest) = want.strip_prefix(plain(&self.head).as_str()) else {
            return false;
        };
        if self.parts.iter().all(|(name, _)| PARTS.contains(name)) {
            let parts = parts(rest);
            return parts.as_ref().is_some_and(|parts| {
                parts.iter().all(|(name, want)| {
                    let got = self.parts.iter().find(|(part, _)| part == name);
                    got.is_some_and(|(_, got)| plain(got) == *want)
                })
            });
        }
        // a tail that is there whole or not at all: "Saraqib, Idlib, Syria"
        for (name, got) in &self.parts {
            rest = rest.trim();
            let tail = rest.strip_prefix(name).map(str::trim);
            if !rest.is_empty() && tail != Some(plain(got).as_str()) {
                return false;
            }
            rest = "";
        }
        rest.trim().is_empty()
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.head)?;
        for (name, value) in &self.parts {
            match *name {
                "" => write!(f, " {value}")?,
                "," | ":" => write!(f, "{name} {value}")?,
                _ => write!(f, " {name} {value}")?,
            }
        }
        Ok(())
    }
}

/// One spelling for what may be written in several: `>=` and `≥`, `700,000` and `700000`.
fn plain(text: &str) -> String {
    let text = text.replace(">=", "≥").replace("<=", "≤");
    let text = text.replace("~<", "≲").replace('~', "≈");
    let mut plain = String::with_capacity(text.len());
    for (i, c) in text.char_indices() {
        let thousands = c == ',' && {
            let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
            plain.ends_with(|c: char| c.is_ascii_digit()) && digits(&text[i + 1..]) == 3
        };
        if !thousands {
            plain.push(c);
        }
    }
    plain
}

/// The parts that a table writes down; `None` where it cannot be read.
fn parts(text: &str) -> Option<Vec<(String, String)>> {
    let mut parts: Vec<(String, String)> = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let end = match rest.strip_prefix('"') {
            Some(quoted) => quoted.find('"')? + 2,
            None => rest.find(' ').unwrap_or(rest.len()),
        };
        let (word, after) = rest.split_at(end);
        if PARTS.contains(&word) {
            parts.push((word.to_owned(), String::new()));
        } else {
            let (_, value) = parts.last_mut()?;
            if !value.is_empty() {
                value.push(' ');
            }
            value.push_str(word);
        }
        rest = after.trim_start();
    }
    Some(parts)
}

fn figure(quantity: &Quantity) -> String {
    let end = |amount: Option<rashomon_extractor::Amount>| {
        amount.map_or_else(String::new, |amount| amount.to_string())
    };
    let (low, high) = (end(quantity.low()), end(quantity.high()));
    let strict = quantity.allows().low_open || quantity.allows().high_open;
    let figure = match quantity.form() {
        Form::Exact => format!("= {low}"),
        Form::Range => format!("= {low}..{high}"),
        Form::AtLeast if strict => format!("> {low}"),
        Form::AtLeast => format!("≥ {low}"),
        Form::AtMost if strict => format!("< {high}"),
        Form::AtMost => format!("≤ {high}"),
        Form::Approx if quantity.allows().high == quantity.high() => format!("≲ {low}"),
        Form::Approx => format!("≈ {low}"),
        Form::Vague => format!("≈ {low}..{high}"),
    };
    match quantity.unit() {
        Some(unit) => format!("{figure} {unit}"),
        None => figure,
    }
}

fn days(window: Window) -> String {
    let day =
        |day: Option<jiff::civil::Date>| day.map_or_else(|| "?".to_owned(), |d| d.to_string());
    match (window.from, window.to) {
        (from, to) if from == to => day(from),
        (from, to) => format!("{}..{}", day(from), day(to)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &Line, want: &str, expected: bool) {
        assert_eq!(line.fits(want), expected, "{line} against {want}");
    }

    fn six() -> Line {
        Line {
            head: "killed = 6".to_owned(),
            parts: vec![
                ("of", "\"Turkish soldiers\"".to_owned()),
                ("by", "nobody".to_owned()),
                ("on", "2020-02-03".to_owned()),
            ],
        }
    }

    #[test]
    fn only_the_parts_that_are_written_down_are_compared() {
        check(&six(), "killed = 6", true);
        check(&six(), "killed = 6 by nobody", true);
        check(
            &six(),
            "killed = 6 on 2020-02-03 of \"Turkish soldiers\"",
            true,
        );
        check(&six(), "killed = 6 of \"soldiers\"", false);
        check(&six(), "killed = 60", false);
        check(&six(), "killed = 6 in \"Idlib\"", false);
    }

    #[test]
    fn a_figure_may_be_spelled_in_several_ways() {
        let line = Line::words("displaced ≲ 700,000");
        check(&line, "displaced ~< 700000", true);
        check(&line, "displaced ≲ 70000", false);
    }

    #[test]
    fn a_place_may_be_given_with_or_without_what_it_lies_in() {
        let line = Line {
            head: "Saraqib".to_owned(),
            parts: vec![(",", "Idlib, Syria".to_owned())],
        };
        check(&line, "Saraqib", true);
        check(&line, "Saraqib, Idlib, Syria", true);
        check(&line, "Saraqib, Idlib", false);
        check(&line, "Saraqibs", false);
    }
}
