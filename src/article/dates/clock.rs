//! A time of day and its zone.

use super::tokens::{Kind, Token};

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Time {
    pub(super) hour: u32,
    pub(super) minute: u32,
    pub(super) second: Option<u32>,
}

/// A time of day that begins at the first of these tokens; with it, how many tokens it took.
pub(super) fn time_at(tokens: &[Token]) -> Option<(Time, usize)> {
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
pub(super) fn zone_at(tokens: &[Token]) -> Option<i32> {
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
