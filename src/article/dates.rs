//! Dates as pages write them, to ISO 8601.
//!
//! A text is cut into numbers, words and what stands between them, and the first place that reads as a date
//! counts. What a page does not say (the time, the zone) is not made up.

mod months;

use std::fmt::Write as _;

/// Which of two small numbers is the day where a date could be read both ways, as `03/04/2025`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The day first, as nearly everywhere.
    #[default]
    DayFirst,
    /// The month first, as in the United States.
    MonthFirst,
}

impl Order {
    /// The order that goes with a language tag: `en` and `en-US` put the month first, other English does not.
    #[must_use]
    pub fn of(lang: Option<&str>) -> Order {
        let lang = lang.unwrap_or_default().to_ascii_lowercase().replace('_', "-");
        if matches!(lang.as_str(), "en" | "en-us") { Order::MonthFirst } else { Order::DayFirst }
    }
}

/// Characters of a text that are looked at.
const LONGEST: usize = 300;

#[derive(Debug, Clone, PartialEq)]
enum Kind {
    /// Its value and how many digits it is written with.
    Number(u64, usize),
    /// In lower case.
    Word(String),
}

#[derive(Debug, Clone, PartialEq)]
struct Token {
    kind: Kind,
    /// What stands between it and the token before.
    before: String,
}

impl Token {
    fn number(&self, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
        match self.kind {
            Kind::Number(value, n) if digits.contains(&n) => u32::try_from(value).ok(),
            _ => None,
        }
    }

    fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            Kind::Number(..) => None,
        }
    }

    fn is(&self, words: &[&str]) -> bool {
        self.word().is_some_and(|word| words.contains(&word))
    }

    fn month(&self) -> Option<u32> {
        self.word().and_then(months::month)
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut before = String::new();
    let mut joined = false;
    for c in text.chars().take(LONGEST) {
        if let Some(digit) = digit(c) {
            match tokens.last_mut().map(|t| &mut t.kind) {
                Some(Kind::Number(value, digits)) if joined => {
                    *value = value.saturating_mul(10).saturating_add(digit);
                    *digits += 1;
                }
                _ => tokens.push(Token { kind: Kind::Number(digit, 1), before: std::mem::take(&mut before) }),
            }
            joined = true;
        } else if c.is_alphabetic() || is_mark(c) {
            // Chinese, Japanese and Korean set 年 and 月 without a space, and nothing else can be joined to them.
            match tokens.last_mut().map(|t| &mut t.kind) {
                Some(Kind::Word(word)) if joined && !is_counter(c) => word.extend(c.to_lowercase()),
                _ => tokens
                    .push(Token { kind: Kind::Word(c.to_lowercase().collect()), before: std::mem::take(&mut before) }),
            }
            joined = !is_counter(c);
        } else {
            joined = false;
            before.push(c);
        }
    }
    tokens
}

fn is_counter(c: char) -> bool {
    matches!(c, '年' | '月' | '日' | '년' | '월' | '일' | '時' | '时' | '分' | '点' | '號' | '号')
}

/// Combining vowel signs of the Indic scripts and Thai, which are no letters to `char`.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{0900}'..='\u{0965}' | '\u{0980}'..='\u{09E3}' | '\u{0E30}'..='\u{0E4E}')
}

fn digit(c: char) -> Option<u64> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{0660}'..='\u{0669}' => '\u{0660}',
        '\u{06F0}'..='\u{06F9}' => '\u{06F0}',
        '\u{0966}'..='\u{096F}' => '\u{0966}',
        '\u{09E6}'..='\u{09EF}' => '\u{09E6}',
        '\u{FF10}'..='\u{FF19}' => '\u{FF10}',
        _ => return None,
    };
    Some(u64::from(u32::from(c) - u32::from(zero)))
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Date {
    year: u32,
    month: u32,
    day: u32,
}

fn date(year: u32, month: u32, day: u32) -> Option<Date> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return None,
    };
    ((1800..2100).contains(&year) && (1..=days).contains(&day)).then_some(Date { year, month, day })
}

/// A year written with two digits is one of this century.
fn year(token: &Token) -> Option<u32> {
    token.number(4..=4).or_else(|| token.number(2..=2).map(|year| 2000 + year))
}

/// Words that stand inside dates and say nothing.
const FILLERS: [&str; 16] =
    ["de", "of", "del", "di", "da", "d", "the", "st", "nd", "rd", "th", "er", "e", "a", "م", "года"];

/// Reads a date that begins at the first of these tokens; with it, how many tokens it took.
fn date_at(tokens: &[Token], order: Order) -> Option<(Date, usize)> {
    let first = tokens.first()?;
    // 20250630
    if let Some(packed) = first.number(8..=8)
        && let Some(date) = date(packed / 10_000, packed / 100 % 100, packed % 100)
    {
        return Some((date, 1));
    }
    // What counts, without fillers: at most five tokens further on.
    let mut rest = tokens.iter().enumerate().filter(|(_, t)| !t.is(&FILLERS));
    let (_, a) = rest.next()?;
    let (_, b) = rest.next()?;
    let c = rest.next();
    // 30 June 2025, 30. Juni 2025, 30 de junio de 2025
    if let (Some(day), Some(month)) = (a.number(1..=2), b.month()) {
        let (at, c) = c?;
        return Some((date(year(c)?, month, day)?, at + 1)).filter(|_| plain(&c.before));
    }
    // June 30, 2025;  Apr 28 19:20:36 CEST 2023
    if let (Some(month), Some(day)) = (a.month(), b.number(1..=2)) {
        let (at, c) = c?;
        if let Some(year) = c.number(4..=4) {
            return Some((date(year, month, day)?, at + 1));
        }
        let (at, late) = tokens.iter().enumerate().skip(at).take(5).find(|(_, t)| t.number(4..=4).is_some())?;
        // The time stands between; it is read from the tokens after the day.
        return Some((date(late.number(4..=4)?, month, day)?, at.min(2)));
    }
    let (at, c) = c?;
    if let Some(y) = a.number(4..=4) {
        // 2025年6月30日, 2025년 6월 30일
        if b.is(&["年", "년"]) {
            let month = c.number(1..=2)?;
            let (_, unit) = rest.next()?;
            let (at, day) = rest.next()?;
            return (unit.is(&["月", "월"])).then_some((date(y, month, day.number(1..=2)?)?, at + 1));
        }
        // 2025. június 30.
        if let Some(month) = b.month() {
            return Some((date(y, month, c.number(1..=2)?)?, at + 1));
        }
        // 2025-06-30, 2025/6/30, 2025. 6. 30.
        if separates(&b.before) && separates(&c.before) {
            return Some((date(y, b.number(1..=2)?, c.number(1..=2)?)?, at + 1));
        }
        return None;
    }
    let (small, next) = (a.number(1..=2)?, b);
    // 30 tháng 6, 2025
    if next.is(&["tháng"]) {
        let (at, y) = rest.next().or_else(|| rest.next())?;
        return Some((date(y.number(4..=4)?, c.number(1..=2)?, small)?, at + 1));
    }
    // 30.06.2025, 30/6/25, 06/30/2025
    let second = next.number(1..=2)?;
    let separator = next.before.trim();
    if !separates(&next.before) || separator != c.before.trim() {
        return None;
    }
    let (day, month) = match order {
        _ if second > 12 => (second, small),
        // A full stop between them is never American.
        _ if small > 12 || separator == "." => (small, second),
        Order::DayFirst => (small, second),
        Order::MonthFirst => (second, small),
    };
    Some((date(year(c)?, month, day)?, at + 1))
}

fn separates(between: &str) -> bool {
    matches!(between.trim(), "-" | "/" | "." | "–" | "‑") && between.chars().count() <= 3
}

fn plain(between: &str) -> bool {
    between.chars().all(|c| c.is_whitespace() || matches!(c, ',' | '.' | '-' | '/' | '\'' | '’' | '،'))
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Time {
    hour: u32,
    minute: u32,
    second: Option<u32>,
}

/// A time of day that begins at the first of these tokens; with it, how many tokens it took.
fn time_at(tokens: &[Token]) -> Option<(Time, usize)> {
    let a = tokens.first()?;
    if let Some(time) = packed_time(a) {
        return Some((time, 1));
    }
    let (hour, b) = (a.number(1..=2)?, tokens.get(1)?);
    let (minute, mut used) = if b.before == ":" || (b.before == "." && tokens.get(2).is_some_and(|t| t.is(&["uhr"]))) {
        (b.number(2..=2)?, 2)
    } else if b.is(&["h", "時", "时", "点"]) && b.before.trim().is_empty() {
        match tokens.get(2).and_then(|t| t.number(2..=2)) {
            Some(minute) => (minute, 3),
            None => (0, 2),
        }
    } else {
        return None;
    };
    let mut second = None;
    if let Some(token) = tokens.get(used).filter(|t| t.before == ":")
        && let Some(value) = token.number(2..=2)
    {
        second = Some(value);
        used += 1;
        // Fractions of a second are dropped.
        if tokens.get(used).is_some_and(|t| matches!(t.before.as_str(), "." | ",") && t.word().is_none()) {
            used += 1;
        }
    }
    let mut hour = hour;
    let half = tokens.get(used).and_then(Token::word).unwrap_or_default();
    let dotted = matches!(half, "a" | "p") && tokens.get(used + 1).is_some_and(|t| t.is(&["m"]));
    if matches!(half, "am" | "pm") || dotted {
        used += if dotted { 2 } else { 1 };
        hour = hour % 12 + if half.starts_with('p') { 12 } else { 0 };
    }
    (hour < 24 && minute < 60 && second.is_none_or(|s| s < 61)).then_some((Time { hour, minute, second }, used))
}

/// `123456` as in `20250630T123456`.
fn packed_time(token: &Token) -> Option<Time> {
    let packed = token.number(6..=6)?;
    let (hour, minute, second) = (packed / 10_000, packed / 100 % 100, packed % 100);
    (hour < 24 && minute < 60 && second < 60).then_some(Time { hour, minute, second: Some(second) })
}

/// Zones by their letters, in minutes east of Greenwich. Those that mean different things in different places are left out.
const ZONES: [(&str, i32); 22] = [
    ("est", -300),
    ("edt", -240),
    ("cst", -360),
    ("cdt", -300),
    ("mst", -420),
    ("mdt", -360),
    ("pst", -480),
    ("pdt", -420),
    ("cet", 60),
    ("cest", 120),
    ("mez", 60),
    ("mesz", 120),
    ("eet", 120),
    ("eest", 180),
    ("bst", 60),
    ("wib", 420),
    ("wita", 480),
    ("wit", 540),
    ("jst", 540),
    ("msk", 180),
    ("aest", 600),
    ("aedt", 660),
];

/// The zone that begins at the first of these tokens, in minutes.
fn zone_at(tokens: &[Token]) -> Option<i32> {
    let a = tokens.first()?;
    if let Some(word) = a.word() {
        if matches!(word, "z" | "utc" | "gmt") {
            return Some(tokens.get(1).and_then(offset).or_else(|| offset_with_minutes(tokens.get(1..)?)).unwrap_or(0));
        }
        return ZONES.iter().find(|(name, _)| *name == word).map(|(_, minutes)| *minutes);
    }
    offset_with_minutes(tokens).or_else(|| offset(a))
}

fn sign(token: &Token) -> Option<i32> {
    match token.before.trim() {
        "+" => Some(1),
        "-" | "−" => Some(-1),
        _ => None,
    }
}

/// `+0200`, `+02`.
fn offset(token: &Token) -> Option<i32> {
    let sign = sign(token)?;
    let minutes = match token.kind {
        Kind::Number(value, 4) => value / 100 * 60 + value % 100,
        Kind::Number(value, 1 | 2) => value * 60,
        _ => return None,
    };
    i32::try_from(minutes).ok().filter(|m| *m <= 14 * 60).map(|m| sign * m)
}

/// `+02:00`.
fn offset_with_minutes(tokens: &[Token]) -> Option<i32> {
    let (hours, minutes) = (tokens.first()?, tokens.get(1)?);
    let sign = sign(hours)?;
    let total = hours.number(2..=2)? * 60 + Some(minutes).filter(|m| m.before == ":")?.number(2..=2)?;
    i32::try_from(total).ok().filter(|m| *m <= 14 * 60).map(|m| sign * m)
}

fn written(date: Date, time: Option<Time>, zone: Option<i32>) -> String {
    let mut out = format!("{:04}-{:02}-{:02}", date.year, date.month, date.day);
    if let Some(time) = time {
        // Writing to a string does not fail.
        let _ = write!(out, "T{:02}:{:02}", time.hour, time.minute);
        if let Some(second) = time.second {
            let _ = write!(out, ":{:02}", second.min(59));
        }
        match zone {
            Some(0) => out.push('Z'),
            Some(minutes) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                let _ = write!(out, "{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60);
            }
            None => {}
        }
    }
    out
}

/// The first date in a text, in ISO 8601: `2025-06-30`, or with the time and the zone that stand by it `2025-06-30T12:34:56+02:00`.
///
/// Only the first 300 characters are looked at.
///
/// ```
/// use firsthand::article::dates::{Order, find};
/// assert_eq!(find("Montag, 30. Juni 2025, 14:05 Uhr", Order::DayFirst).as_deref(), Some("2025-06-30T14:05"));
/// ```
#[must_use]
pub fn find(text: &str, order: Order) -> Option<String> {
    let tokens = tokens(text);
    let (at, (date, used)) = (0..tokens.len()).find_map(|at| Some((at, date_at(tokens.get(at..)?, order)?)))?;
    let after = tokens.get(at + used..).unwrap_or_default();
    // "at", "um", "-", a weekday: little may stand between date and time.
    let late = (0..after.len().min(4)).find_map(|skip| {
        if after.get(..skip)?.iter().any(|t| t.number(1..=14).is_some()) {
            return None;
        }
        let (time, used) = time_at(after.get(skip..)?)?;
        Some((time, zone_at(after.get(skip + used..)?)))
    });
    let early = || {
        (1..=at.min(6)).find_map(|back| {
            let before = tokens.get(at - back..at)?;
            let (time, used) = time_at(before)?;
            let zone = zone_at(before.get(used..)?);
            (back - used <= 1).then_some((time, zone))
        })
    };
    let (time, zone) = late.or_else(early).unzip();
    Some(written(date, time, zone.flatten()))
}

/// Like [`find`], for a value that is a date and nothing else: seconds or milliseconds since 1970 are dates too.
#[must_use]
pub fn value(text: &str, order: Order) -> Option<String> {
    let text = text.trim();
    if text.bytes().all(|b| b.is_ascii_digit()) && matches!(text.len(), 10 | 13) {
        let number: i64 = text.parse().ok()?;
        return Some(from_epoch(if text.len() == 13 { number / 1000 } else { number }));
    }
    if text.bytes().all(|b| b.is_ascii_digit()) && matches!(text.len(), 12 | 14) {
        let (day, time) = text.split_at_checked(8)?;
        return find(&format!("{day}T{time:0<6}"), order);
    }
    find(text, order)
}

/// Seconds since 1970 to a date with time, UTC (days to civil: Howard Hinnant's algorithm).
fn from_epoch(seconds: i64) -> String {
    let days = seconds.div_euclid(86_400);
    let rest = seconds.rem_euclid(86_400);
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let day = doy - (153 * mp + 2) / 5 + 1;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    let year = yoe + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", rest / 3600, rest / 60 % 60, rest % 60)
}

/// Whether a word is the name of a month, with or without a full stop.
pub(super) fn is_month(word: &str) -> bool {
    months::month(word.trim_end_matches(['.', ',']).to_lowercase().as_str()).is_some()
}

/// The date in an address: `/2025/06/30/`, `/2025-06-30-`, `/20250630`, `/2025/jun/30/`, `/2025/0630/`.
#[must_use]
pub fn in_url(url: &str) -> Option<String> {
    let path = super::url::path(url);
    let cut: Vec<&str> = path.split(['/', '-', '_', '.']).collect();
    for (at, part) in cut.iter().enumerate() {
        let number = |offset: usize, digits: usize| {
            cut.get(at + offset)
                .filter(|p| (1..=digits).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()))
                .and_then(|p| p.parse::<u32>().ok())
        };
        let digits = part.bytes().all(|b| b.is_ascii_digit());
        let found = match (part.len(), digits) {
            (4, true) => part.parse().ok().and_then(|year| {
                let month = number(1, 2).or_else(|| cut.get(at + 1).and_then(|w| months::month(&w.to_lowercase())));
                let packed = cut
                    .get(at + 1)
                    .filter(|p| p.len() == 4)
                    .and_then(|p| p.parse::<u32>().ok())
                    .and_then(|p| date(year, p / 100, p % 100));
                month.and_then(|m| number(2, 2).and_then(|d| date(year, m, d))).or(packed)
            }),
            (8, true) => part.parse::<u32>().ok().and_then(|p| date(p / 10_000, p / 100 % 100, p % 100)),
            _ => None,
        };
        if let Some(date) = found.filter(|d| d.year >= 1990) {
            return Some(written(date, None, None));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_many_hands() {
        for (text, expected) in [
            ("2025-06-30T12:34:56+02:00", "2025-06-30T12:34:56+02:00"),
            ("2025-06-30T12:34:56.123Z", "2025-06-30T12:34:56Z"),
            ("2025-06-30 12:34:56 +0200", "2025-06-30T12:34:56+02:00"),
            ("2025-06-30T12:34-05:00", "2025-06-30T12:34-05:00"),
            ("2025-06-30", "2025-06-30"),
            ("20250630T123456Z", "2025-06-30T12:34:56Z"),
            ("Fri Apr 28 19:20:36 CEST 2023", "2023-04-28T19:20:36+02:00"),
            ("Mon, 30 Jun 2025 12:34:56 GMT", "2025-06-30T12:34:56Z"),
            ("Mon Jun 30 2025 12:34:56 GMT+0200 (CEST)", "2025-06-30T12:34:56+02:00"),
            ("June 30, 2025 at 4:05 p.m. EDT", "2025-06-30T16:05-04:00"),
            ("Updated 12:05 AM, June 1st, 2025", "2025-06-01T00:05"),
            ("Published: 3 March 2024", "2024-03-03"),
            ("Montag, 30. Juni 2025, 14:05 Uhr", "2025-06-30T14:05"),
            ("Stand: 30.06.2025 | 14.05 Uhr", "2025-06-30T14:05"),
            ("Publié le 1er août 2024 à 18h30", "2024-08-01T18:30"),
            ("12 de enero de 2023", "2023-01-12"),
            ("15 września 2022 r.", "2022-09-15"),
            ("2025. június 30. 9:00", "2025-06-30T09:00"),
            ("30 haziran 2025 - 11:20", "2025-06-30T11:20"),
            ("28 апреля 2023, 10:15", "2023-04-28T10:15"),
            ("2024年04月24日08:15", "2024-04-24T08:15"),
            ("2024년 4월 24일", "2024-04-24"),
            ("24 tháng 4, 2024", "2024-04-24"),
            ("٢٤ أبريل ٢٠٢٤", "2024-04-24"),
            ("24 अप्रैल 2024", "2024-04-24"),
            ("24 באפריל 2024", "2024-04-24"),
            ("06/30/2025", "2025-06-30"),
        ] {
            assert_eq!(find(text, Order::DayFirst).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_doubtful_order_goes_by_the_language() {
        assert_eq!(find("03/04/2025", Order::of(Some("en-US"))).as_deref(), Some("2025-03-04"));
        assert_eq!(find("03/04/2025", Order::of(Some("en-GB"))).as_deref(), Some("2025-04-03"));
        assert_eq!(find("03-04-2025", Order::MonthFirst).as_deref(), Some("2025-03-04"));
        assert_eq!(find("03-04-2025", Order::DayFirst).as_deref(), Some("2025-04-03"));
        assert_eq!(find("03.04.2025", Order::MonthFirst).as_deref(), Some("2025-04-03"));
    }

    #[test]
    fn what_is_no_date_gives_none() {
        for text in [
            "",
            "Breaking",
            "31.02.2025",
            "2025-13-01",
            "1.2.3",
            "Chapter 12 of 30",
            "May the force",
            "+1 555 123 4567",
            "12:30",
            "99999999999999999999999999",
            "May 2025",
            "10/10",
            "٣",
        ] {
            assert_eq!(find(text, Order::DayFirst), None, "{text}");
        }
    }

    #[test]
    fn seconds_since_1970_are_a_value() {
        assert_eq!(value("1700000000", Order::DayFirst).as_deref(), Some("2023-11-14T22:13:20Z"));
        assert_eq!(value("1700000000123", Order::DayFirst).as_deref(), Some("2023-11-14T22:13:20Z"));
        assert_eq!(value("20250630123456", Order::DayFirst).as_deref(), Some("2025-06-30T12:34:56"));
    }

    #[test]
    fn addresses_tell_dates() {
        for (url, expected) in [
            ("https://x.test/2025/06/30/storm", Some("2025-06-30")),
            ("https://x.test/world/2025/jun/30/storm", Some("2025-06-30")),
            ("https://x.test/n1/2024/0424/c1001-40223222.html", Some("2024-04-24")),
            ("https://x.test/storm-20250630.html", Some("2025-06-30")),
            ("https://x.test/2025/06/storm", None),
            ("https://x.test/a-65464320", None),
        ] {
            assert_eq!(in_url(url).as_deref(), expected, "{url}");
        }
    }
}
