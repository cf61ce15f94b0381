use super::*;
use jiff::civil::date;

/// What a text published on Tuesday, 4 February 2020 says, one time after another.
#[track_caller]
fn check(text: &str, expected: &str) {
    check_published(text, Some(date(2020, 2, 4)), expected);
}

#[track_caller]
fn check_published(text: &str, published: Option<Date>, expected: &str) {
    let lexicon = Lexicon::builtin();
    let sentence = Sentence::read(lexicon, text, Span::new(0, text.len()));
    let found = times(lexicon, text, &sentence, published.map(Published::on));
    let day = |day: Option<Date>| day.map_or_else(|| "?".to_owned(), |day| day.to_string());
    let found: Vec<String> = found
        .iter()
        .map(|time| {
            let (from, to) = (day(time.window.from), day(time.window.to));
            let days = if from == to {
                from
            } else {
                format!("{from}..{to}")
            };
            format!("{} = {days}", time.span.slice(text))
        })
        .collect();
    assert_eq!(found.join("; "), expected, "{text}");
}

#[test]
fn a_weekday_is_the_last_one_up_to_publication() {
    check("Six soldiers died on Monday.", "Monday = 2020-02-03");
    check("It was quiet on Tuesday.", "Tuesday = 2020-02-04");
    check(
        "Shells fell Wednesday and Thursday.",
        "Wednesday = 2020-01-29; Thursday = 2020-01-30",
    );
    check("The envoys will meet on Friday.", "Friday = 2020-02-07");
    check(
        "A vote was due to be held on Sunday.",
        "Sunday = 2020-02-09",
    );
    check("He said they would meet on Friday.", "Friday = 2020-02-07");
    check("They would have met on Friday.", "Friday = 2020-01-31");
    check(
        "He said on Friday that they will meet.",
        "Friday = 2020-01-31",
    );
}

#[test]
fn last_week_is_monday_to_sunday_of_the_week_before() {
    check(
        "Forty died last week.",
        "last week = 2020-01-27..2020-02-02",
    );
    check("It fell last month.", "last month = 2020-01-01..2020-01-31");
    check(
        "The war began last year.",
        "last year = 2019-01-01..2019-12-31",
    );
    check(
        "It was hit on Tuesday last week.",
        "Tuesday last week = 2020-01-28",
    );
}

#[test]
fn days_near_publication_are_told_from_it() {
    check("Two were shot yesterday.", "yesterday = 2020-02-03");
    check(
        "The town was shelled overnight.",
        "overnight = 2020-02-03..2020-02-04",
    );
    check("The raid came early Tuesday.", "early Tuesday = 2020-02-04");
    check(
        "It happened late on Monday night.",
        "late on Monday night = 2020-02-03",
    );
    check(
        "He was seen the day before yesterday.",
        "the day before yesterday = 2020-02-02",
    );
    check(
        "They fled over the weekend.",
        "the weekend = 2020-02-01..2020-02-02",
    );
}

#[test]
fn dates_are_read_in_every_order() {
    for date in [
        "3 February 2020",
        "February 3, 2020",
        "Feb. 3, 2020",
        "3rd of Feb 2020",
        "2020-02-03",
        "02/03/2020",
        "Monday, 3 February 2020",
        "Mon 03 Feb 2020",
        "3 FEB 20",
        "03-Feb-2020",
        "February 3 2020",
    ] {
        let text = format!("It was bombed on {date}.");
        check(&text, &format!("{date} = 2020-02-03"));
    }
}

#[test]
fn a_date_without_a_year_is_the_last_one() {
    check("It was hit on February 3.", "February 3 = 2020-02-03");
    check("It was hit on 15 March.", "15 March = 2019-03-15");
    check("It fell in December.", "December = 2019-12-01..2019-12-31");
    check("It fell last May.", "last May = 2019-05-01..2019-05-31");
}

#[test]
fn since_adds_up_to_publication() {
    check(
        "Some 300 have died since December.",
        "since December = 2019-12-01..2020-02-04",
    );
    check(
        "58 were killed since the beginning of January.",
        "since the beginning of January = 2020-01-01..2020-02-04",
    );
    check(
        "It raged since 2011.",
        "since 2011 = 2011-01-01..2020-02-04",
    );
}

#[test]
fn other_bounds_leave_an_end_open() {
    check(
        "They held it until the end of January.",
        "until the end of January = ?..2020-01-31",
    );
    check(
        "Troops had left before 2015.",
        "before 2015 = ?..2014-12-31",
    );
    check(
        "The rest came after 3 January.",
        "after 3 January = 2020-01-04..?",
    );
    check("Fear grew after Monday's attack.", "Monday = 2020-02-03");
}

#[test]
fn ranges_have_both_ends() {
    check(
        "It rained from 2 to 3 February.",
        "from 2 to 3 February = 2020-02-02..2020-02-03",
    );
    check(
        "Fighting on February 2-3 killed ten.",
        "February 2-3 = 2020-02-02..2020-02-03",
    );
    check(
        "Between 2011 and 2015 many fled.",
        "Between 2011 and 2015 = 2011-01-01..2015-12-31",
    );
    check(
        "Shelling from Friday to Sunday killed ten.",
        "from Friday to Sunday = 2020-01-31..2020-02-02",
    );
    check(
        "He ruled from November 2010 to March 2012.",
        "from November 2010 to March 2012 = 2010-11-01..2012-03-31",
    );
    check(
        "On February 2 and 3 it rained.",
        "February 2 = 2020-02-02; 3 = 2020-02-03",
    );
}

#[test]
fn shares_of_longer_times_are_windows() {
    check(
        "It began in mid-January.",
        "mid-January = 2020-01-10..2020-01-20",
    );
    check(
        "It began in early 2014.",
        "early 2014 = 2014-01-01..2014-04-30",
    );
    check(
        "In the summer of 2015 they fled.",
        "the summer of 2015 = 2015-06-01..2015-08-31",
    );
    check(
        "It ended in the late 1990s.",
        "the late 1990s = 1997-01-01..1999-12-31",
    );
    check(
        "It fell in the first week of July 2015.",
        "the first week of July 2015 = 2015-06-29..2015-07-05",
    );
}

#[test]
fn stretches_are_counted_from_publication() {
    check(
        "Ten died in the last three days.",
        "the last three days = 2020-02-01..2020-02-04",
    );
    check(
        "Over the past month it grew.",
        "the past month = 2020-01-04..2020-02-04",
    );
    check("It fell three days ago.", "three days ago = 2020-02-01");
    check(
        "It fell just a week ago.",
        "a week ago = 2020-01-27..2020-01-29",
    );
    check(
        "The war erupted five years ago.",
        "five years ago = 2015-01-01..2015-12-31",
    );
    check("They will vote in two days.", "two days = 2020-02-06");
    check(
        "He has ruled for the last 35 years.",
        "the last 35 years = 1985-02-04..2020-02-04",
    );
}

#[test]
fn the_next_day_follows_a_day_named_before() {
    check(
        "He was hurt on January 3 and died the next day.",
        "January 3 = 2020-01-03; the next day = 2020-01-04",
    );
    check("He died the next day.", "the next day = ?");
    check(
        "Two fell on Monday and two later the same day.",
        "Monday = 2020-02-03; later the same day = 2020-02-03",
    );
}

#[test]
fn holidays_have_their_days() {
    check(
        "A blast on Christmas Eve killed two.",
        "Christmas Eve = 2019-12-24",
    );
    check(
        "On Good Friday 2019 it burned.",
        "Good Friday 2019 = 2019-04-19",
    );
    check(
        "On New Year's Eve it burned.",
        "New Year's Eve = 2019-12-31",
    );
}

#[test]
fn a_time_of_day_has_a_day_only_where_one_is_said() {
    check("A bomb went off at 9:30 a.m.", "9:30 a.m. = ?");
    check(
        "A bomb went off at 9:31pm EST on Monday.",
        "9:31pm EST on Monday = 2020-02-03",
    );
    check("It was noon Saturday.", "noon Saturday = 2020-02-01");
}

#[test]
fn an_undated_text_leaves_relative_days_open() {
    check_published("It fell on Monday.", None, "Monday = ?");
    check_published("It fell last week.", None, "last week = ?");
    check_published("It fell on 3 February.", None, "3 February = ?");
    check_published(
        "It fell on 3 February 2020.",
        None,
        "3 February 2020 = 2020-02-03",
    );
    check_published("It fell in 2011.", None, "2011 = 2011-01-01..2011-12-31");
}

#[test]
fn what_only_looks_like_a_time_is_none() {
    for text in [
        "They may leave.",
        "A march of 2000 people went by.",
        "The 27-year-old was 12 years old then.",
        "Fighting went on for six hours.",
        "It took three decades.",
        "He fired a second shot.",
        "The Sun reported that 1500 troops sat down.",
        "He lives at 2025 Peachtree Road.",
        "She is in her nineties.",
        "Two thirds, or 2/3 of them, left.",
        "The Sunday Times has it.",
    ] {
        check(text, "");
    }
}

#[test]
fn wire_copy_in_capitals_is_read_alike() {
    check_published(
        "SAN SALVADOR, 8 JAN 90 -- THE ARMY SAID THAT ON SUNDAY SIX DIED.",
        Some(date(1990, 1, 9)),
        "8 JAN 90 = 1990-01-08; SUNDAY = 1990-01-07",
    );
    check(
        "AN ATTACK ON 6 DECEMBER MAY KILL MANY.",
        "6 DECEMBER = 2019-12-06",
    );
}

#[test]
fn odd_text_does_no_harm() {
    for text in [
        "",
        "the the the the",
        "early early mid-",
        "99999999999 days ago",
        "last 0 quarter",
        "- – : / 2020-",
        "é2020–02",
    ] {
        let _ = times(
            Lexicon::builtin(),
            text,
            &Sentence::read(Lexicon::builtin(), text, Span::new(0, text.len())),
            Some(Published::on(date(2020, 2, 4))),
        );
    }
}

/// Words that the grammar of time knows, and marks and numbers of every shape that it reads.
const WORDS: &str = "the a of and to - – / : , . ' ( ) in on at by from between until since before after \
    every last past next this following same that early late mid end beginning first second half quarter q3 h1 \
    monday sun may march feb 3 03 3rd 31 30 29 2020 1999 20200203 7.6 9.30 a.m. pm gmt noon midnight tonight \
    overnight weekend yesterday today day days week month years decade century hours minutes night morning summer \
    ago earlier later now one twenty thousand hundred several few couple recent 1990s 90s christmas easter good \
    friday year's eve will were killed more than over within starting onwards so far é Ⅻ 99999999 9999 0";

proptest::proptest! {
    #[test]
    fn no_row_of_time_words_breaks_the_reader(
        words in proptest::collection::vec(proptest::sample::select(WORDS.split_whitespace().collect::<Vec<_>>()), 0..14),
        gap in proptest::sample::select(vec![" ", ""]),
        dated in proptest::bool::ANY,
    ) {
        let text = words.join(gap);
        let sentence = Sentence::read(Lexicon::builtin(), &text, Span::new(0, text.len()));
        let published = dated.then(|| Published::on(date(2020, 2, 4)));
        let times = times(Lexicon::builtin(), &text, &sentence, published);
        for pair in times.windows(2) {
            proptest::prop_assert!(pair[0].span.end() <= pair[1].span.start());
        }
        for time in &times {
            proptest::prop_assert!(!time.span.slice(&text).is_empty());
            proptest::prop_assert!(time.tokens.end <= sentence.tokens.len() && !time.tokens.is_empty());
            if let (Some(from), Some(to)) = (time.window.from, time.window.to) {
                proptest::prop_assert!(from <= to, "{text}: {from}..{to}");
            }
        }
    }
}
