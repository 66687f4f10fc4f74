//! A day as it is written: in words, in numbers, in either order.

use super::Order;
use super::tokens::Token;

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Date {
    pub(super) year: u32,
    pub(super) month: u32,
    pub(super) day: u32,
}

pub(super) fn date(year: u32, month: u32, day: u32) -> Option<Date> {
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
pub(super) fn date_at(tokens: &[Token], order: Order) -> Option<(Date, usize)> {
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
