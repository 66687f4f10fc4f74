//! Dates as pages write them, to ISO 8601.
//!
//! A text is cut into numbers, words and what stands between them, and the first place that reads as a date
//! counts. What a page does not say (the time, the zone) is not made up.

mod clock;
mod day;
mod months;
#[cfg(test)]
mod tests;
mod tokens;

use self::clock::{Time, time_at, zone_at};
use self::day::{Date, date, date_at};
use self::tokens::tokens;
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
