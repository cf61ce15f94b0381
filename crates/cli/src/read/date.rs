use jiff::{
    civil::{Date, DateTime, Time},
    fmt::rfc2822,
};
use rashomon_extractor::Published;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// The day of a `published` field: `2020-02-04`, RFC 3339 with a time of day, the date of a mail or
/// a feed, or a day in words.
///
/// Day and time are taken as they are written, in the outlet's own time zone.
pub(crate) fn published(text: &str) -> Option<Published> {
    let text = text.trim();
    let local = text.strip_suffix(['Z', 'z']).unwrap_or(text);
    if local.contains(':')
        && let Ok(at) = local.parse::<DateTime>()
    {
        return Some(Published {
            day: at.date(),
            time: Some(at.time()),
        });
    }
    if let Ok(day) = local.parse::<Date>() {
        return Some(Published::on(day));
    }
    if let Ok(at) = rfc2822::DateTimeParser::new().parse_zoned(text) {
        return Some(Published {
            day: at.date(),
            time: Some(at.time()),
        });
    }
    let dated = find(text)?;
    let before = text[..dated.start].trim_end_matches([',', ' ']);
    let is_alone = before.is_empty() || is_weekday(before);
    // a time zone may follow
    (is_alone && text.len() - dated.end <= 8).then_some(dated.published)
}

/// The moment of a number that counts seconds or milliseconds since 1970, as databases write it; in
/// UTC, as nothing says where.
pub(crate) fn of_seconds(text: &str) -> Option<Published> {
    let number: i64 = text.trim().parse().ok()?;
    let seconds = match number {
        100_000_000..100_000_000_000 => number,
        100_000_000_000.. => number / 1_000,
        _ => return None,
    };
    let epoch = Date::constant(1970, 1, 1).at(0, 0, 0, 0);
    let at = epoch.checked_add(jiff::SignedDuration::from_secs(seconds));
    let at = at.ok().filter(|at| at.year() < 2100)?;
    Some(Published {
        day: at.date(),
        time: Some(at.time()),
    })
}

/// "Tuesday", "TUE"
pub(crate) fn is_weekday(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    lower.len() >= 3
        && WEEKDAYS
            .iter()
            .any(|day| *day == lower || (lower.len() <= 5 && day.starts_with(&lower)))
}

/// A full date in a line, with the time of day behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dated {
    pub(crate) published: Published,
    /// Where its words start in the line.
    pub(crate) start: usize,
    /// Where they end.
    pub(crate) end: usize,
}

/// The first full date of a line: "4 February 2020", "Feb. 11, 2020 at 9:31pm", "8 JAN 90".
pub(crate) fn find(line: &str) -> Option<Dated> {
    let pieces = pieces(line);
    (0..pieces.len()).find_map(|at| {
        let (day, next) = day(&pieces, at)?;
        let (time, next) = match time(&pieces, next) {
            Some((time, next)) => (Some(time), next),
            None => (None, next),
        };
        Some(Dated {
            published: Published { day, time },
            start: pieces[at].start,
            end: pieces[next - 1].end,
        })
    })
}

/// Letters, digits, or one mark.
#[derive(Clone, Copy, Debug)]
struct Piece<'l> {
    text: &'l str,
    start: usize,
    end: usize,
}

impl Piece<'_> {
    /// Its number, if it has that many digits.
    fn number(&self, digits: std::ops::RangeInclusive<usize>) -> Option<i16> {
        let is_number = self.text.bytes().all(|byte| byte.is_ascii_digit());
        (is_number && digits.contains(&self.text.len())).then(|| self.text.parse().ok())?
    }

    /// The month it names, in full or by three letters: "February", "FEB", "Sept".
    fn month(&self) -> Option<i16> {
        let lower = self.text.to_ascii_lowercase();
        if lower.len() < 3 {
            return None;
        }
        let index = MONTHS.iter().position(|month| {
            *month == lower || lower == month[..3] || (lower == "sept" && month.starts_with("sept"))
        })?;
        i16::try_from(index + 1).ok()
    }

    fn is(&self, words: &[&str]) -> bool {
        words
            .iter()
            .any(|word| self.text.eq_ignore_ascii_case(word))
    }
}

fn pieces(line: &str) -> Vec<Piece<'_>> {
    let kind = |letter: char| match letter {
        '0'..='9' => 0,
        _ if letter.is_alphabetic() => 1,
        _ => 2,
    };
    let mut pieces: Vec<Piece> = Vec::new();
    let mut last = 2;
    for (start, letter) in line.char_indices() {
        let (end, kind) = (start + letter.len_utf8(), kind(letter));
        let is_blank = letter.is_whitespace();
        match pieces.last_mut() {
            Some(piece) if kind != 2 && kind == last && piece.end == start => {
                piece.end = end;
                piece.text = &line[piece.start..end];
            }
            _ if !is_blank => pieces.push(Piece {
                text: &line[start..end],
                start,
                end,
            }),
            _ => {}
        }
        last = if is_blank { 2 } else { kind };
    }
    pieces
}

/// The full date that begins at a piece, and the piece behind it.
fn day(pieces: &[Piece], at: usize) -> Option<(Date, usize)> {
    if at > 0 && pieces[at - 1].end == pieces[at].start && !is_mark(&pieces[at - 1]) {
        return None; // the digits of a longer word
    }
    iso(pieces, at)
        .or_else(|| day_first(pieces, at))
        .or_else(|| month_first(pieces, at))
        .or_else(|| numeric(pieces, at))
}

fn is_mark(piece: &Piece) -> bool {
    !piece.text.starts_with(char::is_alphanumeric)
}

/// "2020-02-04", "2020/02/04"
fn iso(pieces: &[Piece], at: usize) -> Option<(Date, usize)> {
    let [year, first, month, second, day, ..] = pieces.get(at..)? else {
        return None;
    };
    if first.text != second.text || !first.is(&["-", "/", "."]) {
        return None;
    }
    let date = date(
        year.number(4..=4)?,
        month.number(1..=2)?,
        day.number(1..=2)?,
    )?;
    Some((date, at + 5))
}

/// "4 February 2020", "4th of February, 2020", "8 JAN 90", "27-Feb-2020"
fn day_first(pieces: &[Piece], at: usize) -> Option<(Date, usize)> {
    let day = pieces[at].number(1..=2)?;
    let at = skip(pieces, at + 1, &["st", "nd", "rd", "th", "of", "-", "."]);
    let name = pieces.get(at)?;
    let month = name.month()?;
    // wires of the last century wrote "8 JAN 90"
    let is_wire = !name.text.contains(|letter: char| letter.is_lowercase());
    if let Some(short) = pieces.get(at + 1).and_then(|year| year.number(2..=2))
        && is_wire
    {
        let century = if short >= 70 { 1900 } else { 2000 };
        return Some((date(century + short, month, day)?, at + 2));
    }
    let at = skip(pieces, at + 1, &[".", ",", "-", "of"]);
    let year = pieces.get(at)?.number(4..=4)?;
    Some((date(year, month, day)?, at + 1))
}

/// "February 11, 2020", "Feb. 11 2020", "January 19th, 2016"
fn month_first(pieces: &[Piece], at: usize) -> Option<(Date, usize)> {
    let month = pieces[at].month()?;
    let at = skip(pieces, at + 1, &["."]);
    let day = pieces.get(at)?.number(1..=2)?;
    let at = skip(pieces, at + 1, &["st", "nd", "rd", "th", ",", "."]);
    let year = pieces.get(at)?.number(4..=4)?;
    Some((date(year, month, day)?, at + 1))
}

/// "27-07-2015", "27.07.2015", "13/7/2015"; "5/7/2015" is left alone, for nobody can tell.
fn numeric(pieces: &[Piece], at: usize) -> Option<(Date, usize)> {
    let [first, stroke, second, again, year, ..] = pieces.get(at..)? else {
        return None;
    };
    if stroke.text != again.text || !stroke.is(&["-", "/", "."]) {
        return None;
    }
    let (first, second) = (first.number(1..=2)?, second.number(1..=2)?);
    if stroke.text == "/" && first <= 12 && second <= 12 && first != second {
        return None;
    }
    let (day, month) = if second > 12 {
        (second, first)
    } else {
        (first, second)
    };
    Some((date(year.number(4..=4)?, month, day)?, at + 5))
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    if !(1900..=2100).contains(&year) {
        return None;
    }
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()
}

/// The first piece from `at` on that is none of these.
fn skip(pieces: &[Piece], at: usize, words: &[&str]) -> usize {
    let rest = pieces.get(at..).unwrap_or_default();
    at + rest
        .iter()
        .take(3)
        .take_while(|piece| piece.is(words))
        .count()
}

/// The time of day at these pieces, and the piece behind it: "| 9:31pm", "at 10:30", "T10:30:00", "1430 GMT".
fn time(pieces: &[Piece], at: usize) -> Option<(Time, usize)> {
    let at = skip(
        pieces,
        at,
        &[",", "|", "-", "–", "—", "•", "·", "at", "t", "("],
    );
    let hour = pieces.get(at)?;
    if let Some(clock) = hour.number(4..=4)
        && pieces
            .get(at + 1)
            .is_some_and(|zone| zone.is(&["gmt", "utc", "hrs", "hours"]))
    {
        return Some((clock_time(clock / 100, clock % 100)?, at + 2));
    }
    let [hour, colon, minute, rest @ ..] = pieces.get(at..)? else {
        return None;
    };
    if colon.text != ":" {
        return None;
    }
    let (hour, minute) = (hour.number(1..=2)?, minute.number(2..=2)?);
    let half = rest.first();
    let next = at + 3;
    if half.is_some_and(|half| half.is(&["pm", "p"])) && hour <= 12 {
        return Some((clock_time(hour % 12 + 12, minute)?, next + 1));
    }
    if half.is_some_and(|half| half.is(&["am", "a"])) && hour <= 12 {
        return Some((clock_time(hour % 12, minute)?, next + 1));
    }
    Some((clock_time(hour, minute)?, next))
}

fn clock_time(hour: i16, minute: i16) -> Option<Time> {
    Time::new(hour.try_into().ok()?, minute.try_into().ok()?, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &str) {
        let found = find(line).map(|dated| dated.published.to_string());
        assert_eq!(found.unwrap_or_default(), expected);
    }

    #[test]
    fn dates_are_written_in_many_ways() {
        check("4 February 2020", "2020-02-04");
        check("By A. Bek | February 11, 2020", "2020-02-11");
        check("LIMA, 8 JAN 90 (WIRE)", "1990-01-08");
        check("Sun 05 Jul 2015 Six dead", "2015-07-05");
        check("Tuesday, 4th of August, 2020", "2020-08-04");
        check("Sept. 3, 2019", "2019-09-03");
        check("A. Bek**6 March 2020**", "2020-03-06");
        check("27-07-2015 and 27.07.2015", "2015-07-27");
        check("7/27/2015", "2015-07-27");
        check("2020/02/04", "2020-02-04");
    }

    #[test]
    fn the_time_of_day_is_kept() {
        check("February 11, 2020 | 9:31pm EST", "2020-02-11T21:31:00");
        check("Published: 2020-02-04 10:30", "2020-02-04T10:30:00");
        check("2020-02-04T10:30:00Z", "2020-02-04T10:30:00");
        check("Feb 4, 2020 at 12:05 a.m.", "2020-02-04T00:05:00");
        check("4 May 2020 - 1430 GMT", "2020-05-04T14:30:00");
    }

    #[test]
    fn what_is_no_full_date_is_none() {
        check("ANKARA, Feb 3 (Wire) -", "");
        check("5/7/2015", "");
        check("30 February 2020", "");
        check("In May 2015, 12 men", "");
        check("4 March, 12 men", "");
        check("F-16 2020, 3.7 million", "");
    }

    #[test]
    fn fields_hold_a_date_and_nothing_else() {
        let read = |text| published(text).map(|published| published.to_string());
        assert_eq!(read("2020-02-04").as_deref(), Some("2020-02-04"));
        assert_eq!(
            read("2020-02-04T23:30:00+02:00").as_deref(),
            Some("2020-02-04T23:30:00")
        );
        assert_eq!(
            read("2020-02-04 10:30").as_deref(),
            Some("2020-02-04T10:30:00")
        );
        assert_eq!(read("Tue, 4 Feb 2020").as_deref(), Some("2020-02-04"));
        assert_eq!(read("soon"), None);
        assert_eq!(read("2020"), None);
        assert_eq!(read("killed on 4 February 2020 by rebels"), None);
    }
}
