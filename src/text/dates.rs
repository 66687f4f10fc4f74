//! Dates: `17 August 2017`, `Aug. 17`, `Thursday`, `yesterday`, `in 2014`.

use super::Span;
use super::cursor::Cursor;
use super::prose::Prose;
use std::ops::Range;

/// A day of the (proleptic) Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// The year.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Day {
    /// The day that an ISO 8601 date, or date with time, names. The time and its zone are passed over: it is the day
    /// that the page shows.
    pub fn parse(iso: &str) -> Option<Day> {
        let mut parts = iso.trim().get(..10)?.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    fn new(year: i32, month: u8, day: u8) -> Option<Day> {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last = match month {
            2 => 28 + u8::from(leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        ((1..=last).contains(&day) && (0..=9999).contains(&year)).then_some(Day { year, month, day })
    }

    /// Days since 1 January 1970 (Hinnant, “chrono-Compatible Low-Level Date Algorithms”).
    pub fn number(self) -> i32 {
        let y = if self.month <= 2 { self.year - 1 } else { self.year };
        let era = y.div_euclid(400);
        let of_era = y.rem_euclid(400);
        let shifted = (i32::from(self.month) + 9) % 12;
        let of_year = (153 * shifted + 2) / 5 + i32::from(self.day) - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    /// The day of the week, Monday 0 to Sunday 6.
    pub fn weekday(self) -> u8 {
        u8::try_from((self.number() + 3).rem_euclid(7)).unwrap_or(0)
    }
}

/// A date as far as the text tells it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Date {
    /// Where.
    pub span: Span,
    /// Its words, as indices into [`Prose::words`].
    pub words: Range<usize>,
    /// The year.
    pub year: Option<i32>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
    /// Monday 0 to Sunday 6.
    pub weekday: Option<u8>,
    /// Days from the document's own date: `yesterday` is -1.
    pub relative: Option<i32>,
}

/// A day of the week without a date is at most so many days from its document's.
const DAYS_OF_A_WEEKDAY: i32 = 7;

impl Date {
    /// Whether the two cannot be one day, given the dates of the documents that they stand in.
    ///
    /// Only what both tell is compared. A day of the week is compared with a full date, and with `yesterday` and the
    /// like, through the calendar; those, and days of the week across two documents, are given a day's grace, since papers
    /// are dated a day apart.
    pub fn conflicts(&self, on: Option<Day>, other: &Date, other_on: Option<Day>) -> bool {
        let differ = |a: Option<i32>, b: Option<i32>| a.zip(b).is_some_and(|(a, b)| a != b);
        let wide = |n: Option<u8>| n.map(i32::from);
        if differ(self.year, other.year)
            || differ(wide(self.month), wide(other.month))
            || self.month.is_some() == other.month.is_some() && differ(wide(self.day), wide(other.day))
        {
            return true;
        }
        if let (Some(a), Some(b)) = (self.number(on), other.number(other_on)) {
            let grace = i32::from(self.relative.is_some() || other.relative.is_some());
            return (a - b).abs() > grace;
        }
        match (self.weekday_on(on), other.weekday_on(other_on)) {
            (Some(a), Some(b)) => {
                let apart = (i32::from(a) - i32::from(b)).rem_euclid(7);
                let soft = self.relative.is_some() || other.relative.is_some();
                apart != 0 && !(soft && matches!(apart, 1 | 6))
            }
            _ => false,
        }
    }

    /// Whether the two may well be one day: both tell something in common, and nothing that differs.
    pub fn agrees(&self, on: Option<Day>, other: &Date, other_on: Option<Day>) -> bool {
        // “Tuesday” is one of the days around the document's own.
        let apart = |it: &Date, on: Option<Day>, on_other: Option<Day>| {
            let day = on.filter(|_| it.month.is_some()).and_then(|_| it.number(on));
            day.zip(on_other).is_some_and(|(day, on)| (day - on.number()).abs() > DAYS_OF_A_WEEKDAY)
        };
        let far =
            apart(self, on, other_on) && other.month.is_none() || apart(other, other_on, on) && self.month.is_none();
        let common = self.year.is_some() && other.year.is_some()
            || self.month.is_some() && other.month.is_some()
            || !far && self.weekday_on(on).is_some() && other.weekday_on(other_on).is_some();
        common && !self.conflicts(on, other, other_on)
    }

    /// The day, where it is known for sure; a missing year is that of the day nearest to the document's date.
    fn number(&self, on: Option<Day>) -> Option<i32> {
        if let Some(days) = self.relative {
            return Some(on?.number() + days);
        }
        let (month, day) = (self.month?, self.day?);
        if let Some(year) = self.year {
            return Day::new(year, month, day).map(Day::number);
        }
        let on = on?;
        let years = [on.year - 1, on.year, on.year + 1];
        let days = years.into_iter().filter_map(|y| Day::new(y, month, day)).map(Day::number);
        days.min_by_key(|n| (n - on.number()).abs())
    }

    fn weekday_on(&self, on: Option<Day>) -> Option<u8> {
        let number = || self.number(on).map(|n| u8::try_from((n + 3).rem_euclid(7)).unwrap_or(0));
        self.weekday.or_else(number)
    }
}

const MONTHS: [(&str, &str); 12] = [
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may", "may"),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
];
const WEEKDAYS: [(&str, &str); 7] = [
    ("monday", "mon"),
    ("tuesday", "tues"),
    ("wednesday", "wed"),
    ("thursday", "thurs"),
    ("friday", "fri"),
    ("saturday", "sat"),
    ("sunday", "sun"),
];
/// Whether `form` is the name of a month or of a day of the week.
pub fn is_named(form: &str) -> bool {
    named(&MONTHS, form).is_some() || named(&WEEKDAYS, form).is_some()
}

/// What a month or a year alone stands after.
const BEFORE: &[&str] = &[
    "in", "of", "since", "by", "from", "until", "till", "during", "late", "early", "mid", "last", "next", "this",
    "before", "after", "between", "and", "to", "through", "around", "about", "circa", "year", "summer", "spring",
    "autumn", "winter", "fall",
];

/// The dates of `prose`, in order; they do not overlap.
pub fn dates(prose: &Prose) -> Vec<Date> {
    let mut found: Vec<Date> = Vec::new();
    for sentence in prose.sentences() {
        let cursor = Cursor::new(prose, sentence.words.start, sentence.words.end);
        let mut at = sentence.words.start;
        while at < sentence.words.end {
            let Some((mut date, next)) = cursor.date(at) else {
                at += 1;
                continue;
            };
            if let (Some(first), Some(last)) = (prose.words().get(at), prose.words().get(next.saturating_sub(1))) {
                date.span = first.span.to(&last.span);
                date.words = at..next;
                found.push(date);
            }
            at = next.max(at + 1);
        }
    }
    found
}

impl Cursor<'_, '_> {
    /// The date that starts at word `at`, and one past its last word.
    fn date(&self, at: usize) -> Option<(Date, usize)> {
        let word = self.word(at)?;
        let relative = match self.form(at) {
            "yesterday" => Some(-1),
            "today" => Some(0),
            "tomorrow" => Some(1),
            _ => None,
        };
        if relative.is_some() {
            return Some((Date { relative, ..Date::default() }, at + 1));
        }
        if word.capital
            && let Some(weekday) = named(&WEEKDAYS, self.form(at).trim_end_matches("'s"))
        {
            let weekday = Some(weekday);
            let near = matches!(self.gap(at), " " | ", " | ". " | "., ");
            if near
                && let Some((date, next)) = self.calendar(at + 1)
                && date.day.is_some()
            {
                return Some((Date { weekday, ..date }, next));
            }
            return Some((Date { weekday, ..Date::default() }, at + 1));
        }
        self.calendar(at)
    }

    /// A date with a month, a day and a month, or a year.
    fn calendar(&self, at: usize) -> Option<(Date, usize)> {
        if let Some(found) = self.numeric(at) {
            return Some(found);
        }
        // August 17, 2017; Aug. 17; August 2017; in August
        if let Some(month) = self.month(at) {
            let mut date = Date { month: Some(month), ..Date::default() };
            let near = matches!(self.gap(at), " " | ". " | "\u{a0}");
            if near && let Some(day) = self.day(at + 1) {
                date.day = Some(day);
                let year = matches!(self.gap(at + 1), ", " | " ").then(|| self.year(at + 2)).flatten();
                date.year = year;
                return Some((date, at + 2 + usize::from(year.is_some())));
            }
            if near && let Some(year) = self.year(at + 1) {
                return Some((Date { year: Some(year), ..date }, at + 2));
            }
            let placed = BEFORE.contains(&self.before(at));
            return placed.then_some((date, at + 1));
        }
        // 17 August 2017; the 17th of August
        if let Some(day) = self.day(at) {
            let of = usize::from(self.form(at + 1) == "of");
            if self.gap(at) == " "
                && let Some(month) = self.month(at + 1 + of)
            {
                let last = at + 1 + of;
                let year = matches!(self.gap(last), ", " | " " | ". ").then(|| self.year(last + 1)).flatten();
                let date = Date { day: Some(day), month: Some(month), year, ..Date::default() };
                return Some((date, last + 1 + usize::from(year.is_some())));
            }
        }
        let decade = self.form(at).strip_suffix('s').is_some_and(|d| {
            (d.len() == 4 || d.len() == 2) && d.ends_with('0') && d.bytes().all(|b| b.is_ascii_digit())
        });
        if decade {
            return Some((Date::default(), at + 1));
        }
        let year = self.year(at)?;
        let before = BEFORE.contains(&self.before(at));
        let next = self.form(at + 1);
        let plural = next.ends_with('s') && !next.ends_with("ss") && !self.word(at + 1).is_some_and(|w| w.stop);
        let counted = self.gap(at) == " " && (plural || next == "people");
        let marked = self.mark(at).is_some_and(|c| matches!(c, '$' | '£' | '€' | '¥' | '#'));
        (!marked && (before || !counted && year >= 1900))
            .then_some((Date { year: Some(year), ..Date::default() }, at + 1))
    }

    /// 2017-08-17; 17/08/2017, where one order only makes sense.
    fn numeric(&self, at: usize) -> Option<(Date, usize)> {
        let mark = self.gap(at);
        if !matches!(mark, "-" | "/") || self.gap(at + 1) != mark || self.word(at + 2).is_none() {
            return None;
        }
        let number = |i: usize| self.form(i).parse::<i32>().ok();
        let (a, b, c) = (number(at)?, number(at + 1)?, number(at + 2)?);
        let small = |n: i32| u8::try_from(n).ok();
        let date = if a > 31 {
            Day::new(a, small(b)?, small(c)?)
        } else {
            let year = if c < 100 { c + 2000 } else { c };
            let (one, two) = (Day::new(year, small(b)?, small(a)?), Day::new(year, small(a)?, small(b)?));
            if one.is_some() && two.is_some() && a != b {
                return Some((Date::default(), at + 3)); // either order: a date, but which is unknown
            }
            one.or(two)
        }?;
        let (year, month, day) = (Some(date.year), Some(date.month), Some(date.day));
        Some((Date { year, month, day, ..Date::default() }, at + 3))
    }

    fn month(&self, at: usize) -> Option<u8> {
        let form = self.form(at);
        let form = if form == "sep" { "sept" } else { form };
        self.word(at).filter(|w| w.capital)?;
        named(&MONTHS, form).map(|m| m + 1)
    }

    fn day(&self, at: usize) -> Option<u8> {
        let form = self.form(at);
        let digits = ["st", "nd", "rd", "th"].iter().find_map(|s| form.strip_suffix(s)).unwrap_or(form);
        (digits.len() <= 2).then(|| digits.parse().ok()).flatten().filter(|d| (1..=31).contains(d))
    }

    fn year(&self, at: usize) -> Option<i32> {
        let form = self.form(at).trim_end_matches("'s");
        (form.len() == 4).then(|| form.parse().ok()).flatten().filter(|y| (1600..=2100).contains(y))
    }
}

fn named(names: &[(&str, &str)], form: &str) -> Option<u8> {
    names.iter().position(|n| n.0 == form || n.1 == form).and_then(|i| u8::try_from(i).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let prose = Prose::new([(0, text)]);
        let field = |n: Option<i32>| n.map_or("-".to_owned(), |n| n.to_string());
        let line = |d: &Date| {
            let weekday = d.weekday.map_or("-", |w| WEEKDAYS[w as usize].1);
            let [m, day] = [d.month, d.day].map(|n| field(n.map(i32::from)));
            format!("{}={}/{m}/{day}/{weekday}/{}", d.span.of(text), field(d.year), field(d.relative))
        };
        dates(&prose).iter().map(line).collect()
    }

    #[test]
    fn dates_are_read_as_they_are_written() {
        let cases: &[(&str, &[&str])] = &[
            ("It was on 17 August 2017 that", &["17 August 2017=2017/8/17/-/-"]),
            ("on August 17, 2017, and", &["August 17, 2017=2017/8/17/-/-"]),
            ("by Aug. 17 it", &["Aug. 17=-/8/17/-/-"]),
            ("on Thursday, Sept. 3, she", &["Thursday, Sept. 3=-/9/3/thurs/-"]),
            ("Thursday 3rd of September 1999", &["Thursday 3rd of September 1999=1999/9/3/thurs/-"]),
            ("on Thursday in May 2016", &["Thursday=-/-/-/thurs/-", "May 2016=2016/5/-/-/-"]),
            (
                "In 2014, the 2016 election and the 1990s",
                &["2014=2014/-/-/-/-", "2016=2016/-/-/-/-", "1990s=-/-/-/-/-"],
            ),
            ("He may march in March.", &["March=-/3/-/-/-"]),
            ("June Carter had 2000 dogs and $2014", &[]),
            (
                "2017-08-17 or 17/08/2017 or 3/4/2017",
                &["2017-08-17=2017/8/17/-/-", "17/08/2017=2017/8/17/-/-", "3/4/2017=-/-/-/-/-"],
            ),
            ("yesterday and today", &["yesterday=-/-/-/-/-1", "today=-/-/-/-/0"]),
            ("31/02/2017 is none; neither is August 45", &["2017=2017/-/-/-/-"]),
        ];
        for (text, want) in cases {
            assert_eq!(told(text), *want, "{text}");
        }
    }

    #[test]
    fn two_dates_conflict_only_where_both_tell() {
        let page = Day::parse("2017-08-18T09:00:00Z");
        let original = Day::parse("2017-08-17");
        let one = |text: &str| dates(&Prose::new([(0, text)])).remove(0);
        for (a, b, conflict) in [
            ("on 17 August", "on Aug. 17, 2017", false),
            ("on 17 August", "on Aug. 18, 2017", true),
            ("in August", "on Aug. 18, 2017", false),
            ("in July", "on Aug. 18, 2017", true),
            ("in 2016", "on Aug. 18, 2017", true),
            ("on Thursday", "on Aug. 17, 2017", false),
            ("on Thursday", "on August 17", false),
            ("on Friday", "on August 17", true),
            ("on Thursday", "on Friday", true),
            ("yesterday", "today", false),
            ("yesterday", "on Thursday", false),
            ("yesterday", "on Friday", false),
            ("yesterday", "on Monday", true),
            ("in the 1990s", "in 2014", false),
        ] {
            assert_eq!(one(a).conflicts(page, &one(b), original), conflict, "{a} / {b}");
            assert_eq!(one(b).conflicts(original, &one(a), page), conflict, "{b} / {a}");
        }
    }

    #[test]
    fn the_calendar_holds() {
        for (iso, number, weekday) in
            [("1970-01-01", 0, 3), ("2017-08-17", 17_395, 3), ("2000-02-29", 11_016, 1), ("1969-12-31", -1, 2)]
        {
            let day = Day::parse(iso).expect("a date");
            assert_eq!((day.number(), day.weekday()), (number, weekday), "{iso}");
        }
        for bad in ["", "2017", "2017-02-29", "2017-13-01", "20170-1-1", "2017-08-1é", "not a date"] {
            assert_eq!(Day::parse(bad), None, "{bad}");
        }
    }
}
