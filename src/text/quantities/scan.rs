//! Reads one quantity from a word on: a number, its range, its unit and what is said of how exact it is.

use super::numerals::{decimal, figure, multiplier, ordinal, spelled};
use super::units::unit;
use super::{Quantity, Unit};
use crate::text::cursor::Cursor;

/// A number and one past its last word.
struct Number {
    value: f64,
    next: usize,
    /// Letters that are written onto the digits (`gb` of `68gb`), where they are no multiplier.
    suffix: String,
    multiplied: bool,
    words: bool,
}

impl Cursor<'_, '_> {
    fn joined(&self, at: usize) -> bool {
        matches!(self.gap(at), " " | "-" | "\u{a0}" | "\u{2011}")
    }

    /// The quantity whose first word is `at`, and one past its last word.
    pub(super) fn quantity(&self, at: usize) -> Option<(Quantity, usize)> {
        let first = self.word(at)?;
        if let Some((minutes, next)) = self.clock(at) {
            return self.made(at, next, (minutes, minutes), Unit::Clock, false);
        }
        if let Some((share, next)) = self.fraction(at) {
            return self.made(at, next, (share, share), Unit::Share, true);
        }
        let number = self.number(at)?;
        if let Some(place) = ordinal(self.form(at)).filter(|_| number.next == at + 1 && !first.capital) {
            return self.made(at, at + 1, (place, place), Unit::Ordinal, false);
        }
        // A model, a page or a road: “F-16”, “No. 10”, “A40”, “iPhone 7”, “covid-19”.
        let hyphened = self.mark(at) == Some('-')
            && !number.words
            && at.checked_sub(1).and_then(|b| self.word(b)).is_some_and(|w| !w.number);
        if hyphened || matches!(self.before(at), "no" | "number" | "page" | "chapter" | "article" | "section" | "room")
        {
            return None;
        }
        let currency = self.mark(at).filter(|c| matches!(c, '$' | '£' | '€' | '¥' | '₹' | '₽' | '₩'));
        // “rose from 10 to 15” is two figures.
        let range = if self.before(at) == "from" { None } else { self.range(&number) };
        let (high, last) = range.unwrap_or((number.value, number.next - 1));
        let next = last + 1;
        let ends = (number.value, high);
        let approximate = self.approximate(at, next);
        if let Some(c) = currency {
            return self.made(at, next, ends, Unit::Money(c), approximate);
        }
        if self.gap(last).trim_start().starts_with('%') {
            let (mut quantity, next) =
                self.made(at, next, (ends.0 / 100.0, ends.1 / 100.0), Unit::Share, approximate)?;
            quantity.span.end += u32::try_from(self.gap(last).find('%').map_or(0, |i| i + 1)).unwrap_or(0);
            return Some((quantity, next));
        }
        if let Some((unit, factor, next)) = self.unit(&number, last) {
            if unit == Unit::Months && factor == 12.0 && self.is_age(at, next) {
                let next = next + usize::from(self.form(next) == "old");
                return self.made(at, next, ends, Unit::Age, approximate);
            }
            return self.made(at, next, (ends.0 * factor, ends.1 * factor), unit, approximate);
        }
        if !number.suffix.is_empty() || first.capital && number.words && !self.opens(at) {
            return None;
        }
        if self.stands_as_age(at, next, ends) {
            return self.made(at, next, ends, Unit::Age, approximate);
        }
        // “one” alone is mostly no number.
        let vague = number.words && (ends.0 == 1.0 || matches!(self.form(at), "hundreds" | "thousands" | "millions"));
        if vague && !number.multiplied { None } else { self.made(at, next, ends, Unit::Count, approximate) }
    }

    fn made(
        &self,
        at: usize,
        next: usize,
        ends: (f64, f64),
        unit: Unit,
        approximate: bool,
    ) -> Option<(Quantity, usize)> {
        let mut span = self.word(at)?.span.to(&self.word(next.checked_sub(1)?)?.span);
        if let Unit::Money(sign) = unit
            && self.mark(at) == Some(sign)
        {
            span.start = span.start.saturating_sub(u32::try_from(sign.len_utf8()).unwrap_or(0));
        }
        Some((Quantity { span, words: at..next, low: ends.0, high: ends.1, unit, approximate }, next))
    }

    /// Digits or number words from `at` on, with the multipliers that follow.
    fn number(&self, at: usize) -> Option<Number> {
        let form = self.form(at);
        let mut number = if form.starts_with(|c: char| c.is_ascii_digit()) {
            let digits = form.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(form.len());
            let (digits, letters) = form.split_at_checked(digits)?;
            let value = figure(digits)?;
            let sign = self.mark(at).is_some_and(|c| matches!(c, '$' | '£' | '€' | '¥' | '₹'));
            let times = match letters {
                "k" => Some(1e3),
                "m" if sign => Some(1e6),
                "mn" | "mln" | "mm" if sign => Some(1e6),
                "bn" | "billion" => Some(1e9),
                "b" if sign => Some(1e9),
                "tn" | "trn" => Some(1e12),
                "million" => Some(1e6),
                _ => None,
            };
            let suffix = if times.is_some() { String::new() } else { letters.to_owned() };
            Number {
                value: value * times.unwrap_or(1.0),
                next: at + 1,
                suffix,
                multiplied: times.is_some(),
                words: false,
            }
        } else {
            self.in_words(at)?
        };
        while self.joined(number.next - 1)
            && number.suffix.is_empty()
            && let Some(times) = multiplier(self.form(number.next))
        {
            number.value *= times;
            number.multiplied = true;
            number.next += 1;
        }
        if self.form(number.next) == "and"
            && matches!(self.form(number.next + 1), "a")
            && self.form(number.next + 2) == "half"
        {
            number.value += 0.5;
            number.next += 3;
        }
        Some(number)
    }

    /// “two hundred and fifty”, “twenty-one”, “half a million”, “a dozen”.
    fn in_words(&self, at: usize) -> Option<Number> {
        let form = self.form(at);
        if form == "half" && self.form(at + 1) == "a" {
            let times = multiplier(self.form(at + 2))?;
            return Some(Number {
                value: times / 2.0,
                next: at + 3,
                suffix: String::new(),
                multiplied: true,
                words: true,
            });
        }
        if matches!(form, "a" | "an") {
            let (value, next) = match self.form(at + 1) {
                "dozen" => (12.0, at + 2),
                // “a year and a half”, “a day”: only the former is a figure.
                "year" | "month" | "week" | "hour" | "day"
                    if self.form(at + 2) == "and" && self.form(at + 4) == "half" =>
                {
                    (1.5, at + 5)
                }
                other => (multiplier(other)?, at + 2),
            };
            return Some(Number { value, next, suffix: String::new(), multiplied: next > at + 1, words: true });
        }
        let (mut total, mut part, mut next, mut any) = (0.0, 0.0, at, false);
        let mut last_small = f64::INFINITY;
        loop {
            let form = self.form(next);
            if let Some(n) = spelled(form) {
                // “nineteen eighty” is two numbers; “twenty one” is one.
                if any && !(n < 10.0 && (20.0..100.0).contains(&last_small) || last_small.is_infinite()) {
                    break;
                }
                part += n;
                last_small = n;
            } else if form == "hundred" && any && part > 0.0 && part < 100.0 {
                part *= 100.0;
                last_small = f64::INFINITY;
            } else if let Some(times) = multiplier(form).filter(|&t| t >= 1000.0 && any) {
                total += part.max(1.0) * times;
                part = 0.0;
                last_small = f64::INFINITY;
            } else if form == "and"
                && any
                && last_small.is_infinite()
                && spelled(self.form(next + 1)).is_some()
                && self.gap(next) == " "
            {
                next += 1;
                continue;
            } else {
                break;
            }
            any = true;
            next += 1;
            if !self.joined(next - 1) {
                break;
            }
        }
        let value = if any { total + part } else { ordinal(form).filter(|_| !form.starts_with(char::is_numeric))? };
        let next = if any { next } else { at + 1 };
        Some(Number { value, next, suffix: String::new(), multiplied: total > 0.0, words: true })
    }

    /// The upper end of a range whose lower end is `low`, and the index of its last word.
    fn range(&self, low: &Number) -> Option<(f64, usize)> {
        if !low.suffix.is_empty() {
            return None;
        }
        let (at, worded) = match self.gap(low.next - 1) {
            "-" | "–" => (low.next, false),
            " " if matches!(self.form(low.next), "to" | "and") => (low.next + 1, true),
            _ => return None,
        };
        // “between 10 and 15”, “10 to 15”, but “10 and 15” are two.
        let start = self.form(low.next) == "and";
        if start && !(0..6).any(|back| low.next.checked_sub(back + 2).is_some_and(|b| self.form(b) == "between")) {
            return None;
        }
        let high = self.number(at).filter(|n| n.suffix.is_empty())?;
        let signed = self.mark(at).is_some_and(|c| matches!(c, '$' | '£' | '€'));
        let fits = high.value > low.value && (worded || !high.words || low.words) && (worded || !signed);
        fits.then_some((high.value, high.next - 1))
    }

    /// The unit that follows the word `last`, its factor, and one past its last word.
    fn unit(&self, number: &Number, last: usize) -> Option<(Unit, f64, usize)> {
        if !number.suffix.is_empty() {
            return unit(&number.suffix).map(|(u, f)| (u, f, last + 1));
        }
        // “a year and a half” has its unit inside.
        if number.words
            && self.form(last) == "half"
            && let Some((unit, factor)) = last.checked_sub(3).and_then(|i| unit(self.form(i)))
        {
            return Some((unit, factor, last + 1));
        }
        if !self.joined(last) && !self.gap(last).trim().is_empty() {
            return None;
        }
        let (one, two) = (self.form(last + 1), self.form(last + 2));
        match (one, two) {
            ("per", "cent") => Some((Unit::Share, 0.01, last + 3)),
            ("percentage", "point" | "points") => Some((Unit::Points, 1.0, last + 3)),
            ("degrees", "celsius" | "c") => Some((Unit::Degrees('C'), 1.0, last + 3)),
            ("degrees", "fahrenheit" | "f") => Some((Unit::Degrees('F'), 1.0, last + 3)),
            ("miles", "an") if self.form(last + 3) == "hour" => Some((Unit::Speed, 0.447_04, last + 4)),
            ("us", "dollars") | ("american", "dollars") => Some((Unit::Money('$'), 1.0, last + 3)),
            // Letters alone are a unit only where they are written onto the digits; so is “in”, which is mostly no inch.
            (short, _) if short.len() < 2 || short == "in" => None,
            _ => unit(one).map(|(u, f)| (u, f, last + 2)),
        }
    }

    /// Whether the years that end before word `next` are somebody's age: “43 years old”, “43-year-old”, “43 years of age”.
    fn is_age(&self, at: usize, next: usize) -> bool {
        self.form(next) == "old"
            || self.form(next) == "of" && self.form(next + 1) == "age"
            || matches!(self.before(at), "aged" | "age")
    }

    /// Whether a bare number is an age by where it stands: “aged 43”, “Odile Marsh, 43, said”, “Odile Marsh (43)”.
    fn stands_as_age(&self, at: usize, next: usize, ends: (f64, f64)) -> bool {
        if matches!(self.before(at), "aged" | "age") {
            return true;
        }
        let Some(before) = at.checked_sub(1).filter(|&b| self.word(b).is_some()) else { return false };
        let named = self.word(before).is_some_and(|w| w.capital && !w.number);
        let bounds = (self.gap(before), self.gap(next - 1));
        let apart = bounds.0 == ", " && (bounds.1.starts_with([',', '.', ';']) || bounds.1.is_empty())
            || bounds.0 == " (" && bounds.1.starts_with(')');
        named && apart && ends.0 == ends.1 && ends.0 >= 1.0 && ends.0 <= 110.0 && ends.0.fract() == 0.0
    }

    /// “3pm”, “3 p.m.”, “3:30 pm”, “15:30”, “10.30am”.
    fn clock(&self, at: usize) -> Option<(f64, usize)> {
        let form = self.form(at);
        let half = |s: &str| match s {
            "am" | "a.m" => Some(0.0),
            "pm" | "p.m" => Some(720.0),
            _ => None,
        };
        let minutes = |h: f64, m: f64, base: f64| (h < 24.0 && m < 60.0).then_some((h % 12.0) * 60.0 + m + base);
        let split = form.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(form.len());
        let (digits, letters) = form.split_at_checked(split)?;
        if digits.is_empty() {
            return None;
        }
        let (hour, minute) = digits.trim_end_matches('.').split_once('.').unwrap_or((digits, "0"));
        let (hour, minute) = (decimal(hour)?, decimal(minute)?);
        if let Some(base) = half(letters) {
            return Some((minutes(hour, minute, base)?, at + 1));
        }
        if !letters.is_empty() {
            return None;
        }
        if self.gap(at) == ":" {
            let second = self.form(at + 1);
            let (digits, letters) = second.split_at_checked(2)?;
            let minute = decimal(digits)?;
            if let Some(base) = half(letters) {
                return Some((minutes(hour, minute, base)?, at + 2));
            }
            if !letters.is_empty() || hour >= 24.0 || minute >= 60.0 {
                return None;
            }
            if self.gap(at + 1) == " "
                && let Some(base) = half(self.form(at + 2))
            {
                return Some((minutes(hour, minute, base)?, at + 3));
            }
            return Some((hour * 60.0 + minute, at + 2));
        }
        let base = (self.gap(at) == " ").then(|| half(self.form(at + 1))).flatten()?;
        Some((minutes(hour, minute, base)?, at + 2))
    }

    /// “two-thirds”, “a third of”, “half of the”.
    fn fraction(&self, at: usize) -> Option<(f64, usize)> {
        let parts = |s: &str| match s {
            "half" | "halves" => Some(2.0),
            "third" | "thirds" => Some(3.0),
            "quarter" | "quarters" => Some(4.0),
            "fifth" | "fifths" => Some(5.0),
            "tenth" | "tenths" => Some(10.0),
            _ => None,
        };
        let (form, next) = (self.form(at), self.form(at + 1));
        if form == "half" && (next == "of" || matches!(next, "the" | "its" | "their" | "all")) {
            return Some((0.5, at + 1));
        }
        if matches!(form, "a" | "one") && self.form(at + 2) == "of" {
            return parts(next).filter(|&p| p > 2.0).map(|p| (1.0 / p, at + 2));
        }
        let count = spelled(form).filter(|&n| n > 1.0)?;
        let plural = next.ends_with('s') && self.joined(at);
        plural.then(|| parts(next)).flatten().filter(|&p| p > count).map(|p| (count / p, at + 2))
    }

    fn approximate(&self, at: usize, next: usize) -> bool {
        const LOOSE: &[&str] = &[
            "about",
            "around",
            "nearly",
            "almost",
            "roughly",
            "approximately",
            "some",
            "over",
            "under",
            "than",
            "least",
            "most",
            "estimated",
            "circa",
            "to",
            "below",
            "above",
            "nearer",
            "as",
            "approaching",
            "exceeding",
        ];
        let one = self.before(at);
        let two = at.checked_sub(2).map_or("", |b| self.form(b));
        let loose = match one {
            "to" => matches!(two, "up" | "close"),
            "as" => matches!(two, "many" | "much"),
            "most" | "least" => two == "at",
            "an" | "a" => LOOSE.contains(&two) && two != "to",
            one => LOOSE.contains(&one),
        };
        loose || self.form(next) == "or" && self.form(next + 1) == "so" || self.form(next) == "odd"
    }
}
