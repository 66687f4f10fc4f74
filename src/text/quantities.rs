//! Quantities: figures and number words with their unit, normalised, so that `68GB` is `68 gigabytes`, `$2bn` is
//! `2 billion dollars` and `18 months` is `a year and a half`.

use super::Span;
use super::dates::{Date, dates};
use super::prose::{Prose, Word};
use std::ops::Range;

/// What is counted or measured. Each is given in one base unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Things: whatever noun follows.
    Count,
    /// A share of a whole; 1 is all of it. Percentages and fractions.
    Share,
    /// Percentage points, in hundredths.
    Points,
    /// Money in this currency's main unit. The word “pounds” counts as `£`, also where it may be a weight.
    Money(char),
    /// Bytes.
    Bytes,
    /// Seconds: minutes, hours, days, weeks.
    Seconds,
    /// Calendar months: months, years.
    Months,
    /// Somebody's age in years.
    Age,
    /// Metres.
    Metres,
    /// Grams.
    Grams,
    /// Litres.
    Litres,
    /// A time of day, in minutes after midnight.
    Clock,
    /// A place in an order.
    Ordinal,
    /// Degrees of heat; Fahrenheit and Celsius are different units.
    Degrees(char),
    /// Speed in metres a second.
    Speed,
}

/// A quantity as the text has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Where, with its sign and its unit.
    pub span: Span,
    /// Its words, as indices into [`Prose::words`].
    pub words: Range<usize>,
    /// In the unit's base; of a range, its lower end.
    pub low: f64,
    /// The same, or a range's upper end.
    pub high: f64,
    /// What it measures.
    pub unit: Unit,
    /// The text says that it is not exact: `about`, `nearly`, `more than`, …, or a fraction in words.
    pub approximate: bool,
}

impl Quantity {
    /// Whether the two are of one kind, so that comparing them makes sense.
    pub fn comparable(&self, other: &Quantity) -> bool {
        self.kind() == other.kind()
    }

    /// Whether the two are one value: exactly, or one lies in the other's range.
    pub fn same(&self, other: &Quantity) -> bool {
        if !self.comparable(other) {
            return false;
        }
        let ((a, b), (c, d)) = (self.ends(), other.ends());
        let near = |x: f64, y: f64| (x - y).abs() <= 1e-6 * x.abs().max(y.abs());
        near(a, c) && near(b, d) || (a < b || c < d) && a <= d && c <= b
    }

    /// Whether one may be the other rounded. Shares and money round to fewer figures, large counts to two; an age, a
    /// time and a small count do not round. Where the text says “about” a tenth either way is rounding.
    pub fn rounds(&self, other: &Quantity) -> bool {
        if !self.comparable(other) {
            return false;
        }
        let (a, b) = (self.ends().0, other.ends().0);
        let larger = a.abs().max(b.abs());
        let apart = (a - b).abs();
        if self.approximate || other.approximate {
            return apart <= 0.15 * larger;
        }
        let whole_only = matches!(self.unit, Unit::Age | Unit::Clock | Unit::Ordinal | Unit::Months)
            || self.unit == Unit::Count && larger < 100.0 && a.fract() == 0.0 && b.fract() == 0.0;
        if whole_only {
            return false;
        }
        let is = |exact: &Quantity, round: f64| {
            exact.roundings().iter().any(|x| (x - round).abs() <= 1e-6 * larger) && apart <= 0.06 * larger
        };
        a != 0.0 && b != 0.0 && (is(self, b) || is(other, a))
    }

    /// It to one to six significant figures, each rounded and cut off.
    pub fn roundings(&self) -> [f64; 12] {
        let scale = if self.unit == Unit::Share { 100.0 } else { 1.0 };
        let exact = self.ends().0 * scale;
        let highest = exact.abs().log10().floor();
        std::array::from_fn(|at| {
            let step = 10f64.powi((highest as i32).saturating_sub(at as i32 / 2)).max(1e-9);
            let steps = if at % 2 == 0 { (exact / step).round() } else { (exact / step).floor() };
            steps * step / scale
        })
    }

    /// A number for its kind, the same for all that are [`Quantity::comparable`].
    pub fn kind(&self) -> u32 {
        match self.unit {
            Unit::Count => 1,
            Unit::Share => 2,
            Unit::Points => 3,
            Unit::Bytes => 4,
            Unit::Seconds => 5,
            Unit::Months | Unit::Age => 6,
            Unit::Metres => 7,
            Unit::Grams => 8,
            Unit::Litres => 9,
            Unit::Clock => 10,
            Unit::Ordinal => 11,
            Unit::Speed => 12,
            Unit::Degrees(scale) => 1 << 30 | u32::from(scale),
            Unit::Money(currency) => 1 << 31 | u32::from(currency),
        }
    }

    /// Both ends, as years where it is an age or a time in years.
    pub fn ends(&self) -> (f64, f64) {
        self.years().unwrap_or((self.low, self.high))
    }

    /// As years, where it is an age or a time in years.
    fn years(&self) -> Option<(f64, f64)> {
        match self.unit {
            Unit::Age => Some((self.low, self.high)),
            Unit::Months => Some((self.low / 12.0, self.high / 12.0)),
            _ => None,
        }
    }
}

/// The quantities of `prose`, in order; they do not overlap each other or a date.
pub fn quantities(prose: &Prose) -> Vec<Quantity> {
    quantities_besides(prose, &dates(prose))
}

/// As [`quantities`], for a caller that has the [`dates`] of `prose` already.
pub fn quantities_besides(prose: &Prose, dates: &[Date]) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut dates = dates.iter().peekable();
    for sentence in prose.sentences() {
        let mut at = sentence.words.start;
        while at < sentence.words.end {
            while dates.next_if(|d| d.words.end <= at).is_some() {}
            let until = dates.peek().map_or(usize::MAX, |d| d.words.start);
            if at >= until {
                at = dates.peek().map_or(at + 1, |d| d.words.end);
                continue;
            }
            let scan = Scan { prose, begin: sentence.words.start, end: sentence.words.end.min(until) };
            match scan.quantity(at) {
                Some((quantity, next)) => {
                    found.push(quantity);
                    at = next.max(at + 1);
                }
                None => at += 1,
            }
        }
    }
    found
}

struct Scan<'p, 't> {
    prose: &'p Prose<'t>,
    begin: usize,
    end: usize,
}

/// A number and one past its last word.
struct Number {
    value: f64,
    next: usize,
    /// Letters that are written onto the digits (`gb` of `68gb`), where they are no multiplier.
    suffix: String,
    multiplied: bool,
    words: bool,
}

impl<'p> Scan<'p, '_> {
    fn word(&self, at: usize) -> Option<&'p Word> {
        (self.begin..self.end).contains(&at).then(|| self.prose.words().get(at)).flatten()
    }

    fn form(&self, at: usize) -> &'p str {
        self.word(at).map_or("", |w| self.prose.form(w))
    }

    fn before(&self, at: usize) -> &'p str {
        at.checked_sub(1).filter(|&b| b >= self.begin).map_or("", |b| self.form(b))
    }

    fn gap(&self, at: usize) -> &'p str {
        self.prose.gap_after(at)
    }

    fn joined(&self, at: usize) -> bool {
        matches!(self.gap(at), " " | "-" | "\u{a0}" | "\u{2011}")
    }

    /// The character right before a word.
    fn sign(&self, at: usize) -> Option<char> {
        let span = self.word(at)?.span;
        self.prose.passage(span.block)?.text.get(..span.start as usize)?.chars().next_back()
    }

    fn quantity(&self, at: usize) -> Option<(Quantity, usize)> {
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
        let hyphened = self.sign(at) == Some('-') && !number.words && at > self.begin && !self.word(at - 1)?.number;
        if hyphened || matches!(self.before(at), "no" | "number" | "page" | "chapter" | "article" | "section" | "room")
        {
            return None;
        }
        let currency = self.sign(at).filter(|c| matches!(c, '$' | '£' | '€' | '¥' | '₹' | '₽' | '₩'));
        let (high, last) = self.range(&number).unwrap_or((number.value, number.next - 1));
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
        if !number.suffix.is_empty() || first.capital && number.words && at > self.begin {
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
            && self.sign(at) == Some(sign)
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
            let sign = self.sign(at).is_some_and(|c| matches!(c, '$' | '£' | '€' | '¥' | '₹'));
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
            if let Some(n) = small(form) {
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
                && small(self.form(next + 1)).is_some()
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
        let signed = self.sign(at).is_some_and(|c| matches!(c, '$' | '£' | '€'));
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
            // Letters alone are a unit only where they are written onto the digits.
            (short, _) if short.len() < 2 => None,
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
        let Some(before) = at.checked_sub(1).filter(|&b| b >= self.begin) else { return false };
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
        let count = small(form).filter(|&n| n > 1.0)?;
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
        let two = at.checked_sub(2).filter(|&b| b >= self.begin).map_or("", |b| self.form(b));
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

/// `11,500`, `11.5`; `None` for what is no plain figure (`1.2.3`).
fn figure(digits: &str) -> Option<f64> {
    let trimmed = digits.trim_end_matches(['.', ',']);
    let grouped = trimmed.split(',').skip(1).all(|g| g.split('.').next().is_some_and(|g| g.len() == 3));
    if grouped { decimal(&trimmed.replace(',', "")) } else { decimal(&trimmed.replacen(',', ".", 1)) }
}

/// The value of digits with at most one decimal point; `None` for anything else. Exact to fifteen digits. Not `parse`: its table of powers
/// would be ten kilobytes of the module.
fn decimal(digits: &str) -> Option<f64> {
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let all = whole.bytes().chain(part.bytes()).try_fold(None, |value, byte| {
        byte.is_ascii_digit().then(|| Some(value.unwrap_or(0.0) * 10.0 + f64::from(byte - b'0')))
    });
    Some(all?? / 10f64.powi(i32::try_from(part.len()).ok()?))
}

/// What a number word under a hundred stands for (“twelve”, “forty”).
pub fn spelled(form: &str) -> Option<f64> {
    small(form)
}

fn small(form: &str) -> Option<f64> {
    const ONES: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let at = |list: &[&str]| list.iter().position(|&n| n == form).map(|i| i as f64);
    at(&ONES).or_else(|| at(&TENS).map(|i| (i + 2.0) * 10.0))
}

fn multiplier(form: &str) -> Option<f64> {
    match form {
        "hundred" => Some(1e2),
        "thousand" => Some(1e3),
        "million" | "mn" => Some(1e6),
        "billion" | "bn" => Some(1e9),
        "trillion" | "tn" => Some(1e12),
        "dozen" => Some(12.0),
        _ => None,
    }
}

/// From the third on; “first” and “second” are mostly no figures.
fn ordinal(form: &str) -> Option<f64> {
    const WORDS: [&str; 10] =
        ["third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];
    if let Some(i) = WORDS.iter().position(|&w| w == form) {
        return Some(i as f64 + 3.0);
    }
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|s| form.strip_suffix(s))?;
    digits.parse::<u32>().ok().map(f64::from)
}

/// The unit that a word is, and how much of the base unit it makes.
fn unit(form: &str) -> Option<(Unit, f64)> {
    const MONTH: f64 = 1.0;
    Some(match form {
        "percent" | "pc" | "pct" => (Unit::Share, 0.01),
        "dollar" | "dollars" | "usd" => (Unit::Money('$'), 1.0),
        "cents" => (Unit::Money('$'), 0.01),
        "pound" | "pounds" | "sterling" => (Unit::Money('£'), 1.0),
        "p" | "pence" => (Unit::Money('£'), 0.01),
        "euro" | "euros" | "eur" => (Unit::Money('€'), 1.0),
        "yen" => (Unit::Money('¥'), 1.0),
        "rupee" | "rupees" => (Unit::Money('₹'), 1.0),
        "byte" | "bytes" => (Unit::Bytes, 1.0),
        "kb" | "kilobyte" | "kilobytes" => (Unit::Bytes, 1e3),
        "mb" | "megabyte" | "megabytes" => (Unit::Bytes, 1e6),
        "gb" | "gigabyte" | "gigabytes" | "gig" | "gigs" => (Unit::Bytes, 1e9),
        "tb" | "terabyte" | "terabytes" => (Unit::Bytes, 1e12),
        "second" | "seconds" | "sec" | "secs" => (Unit::Seconds, 1.0),
        "minute" | "minutes" | "min" | "mins" => (Unit::Seconds, 60.0),
        "hour" | "hours" | "hr" | "hrs" => (Unit::Seconds, 3600.0),
        "day" | "days" => (Unit::Seconds, 86_400.0),
        "week" | "weeks" => (Unit::Seconds, 604_800.0),
        "fortnight" | "fortnights" => (Unit::Seconds, 1_209_600.0),
        "month" | "months" => (Unit::Months, MONTH),
        "year" | "years" | "yr" | "yrs" => (Unit::Months, 12.0),
        "decade" | "decades" => (Unit::Months, 120.0),
        "mm" | "millimetres" | "millimeters" => (Unit::Metres, 0.001),
        "cm" | "centimetres" | "centimeters" => (Unit::Metres, 0.01),
        "metre" | "metres" | "meter" | "meters" => (Unit::Metres, 1.0),
        "km" | "kilometre" | "kilometres" | "kilometer" | "kilometers" => (Unit::Metres, 1000.0),
        "inch" | "inches" | "in" => (Unit::Metres, 0.0254),
        "foot" | "feet" | "ft" => (Unit::Metres, 0.3048),
        "yard" | "yards" => (Unit::Metres, 0.9144),
        "mile" | "miles" => (Unit::Metres, 1609.344),
        "gram" | "grams" | "g" => (Unit::Grams, 1.0),
        "kg" | "kilo" | "kilos" | "kilogram" | "kilograms" => (Unit::Grams, 1e3),
        "tonne" | "tonnes" => (Unit::Grams, 1e6),
        "ton" | "tons" => (Unit::Grams, 907_185.0),
        "stone" => (Unit::Grams, 6350.0),
        "lb" | "lbs" => (Unit::Grams, 453.59),
        "ounce" | "ounces" | "oz" => (Unit::Grams, 28.35),
        "litre" | "litres" | "liter" | "liters" => (Unit::Litres, 1.0),
        "mph" => (Unit::Speed, 0.447_04),
        "kph" | "kmh" => (Unit::Speed, 0.277_78),
        "c" => (Unit::Degrees('C'), 1.0),
        "f" => (Unit::Degrees('F'), 1.0),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, f64, f64, Unit, bool)> {
        let prose = Prose::new([(0, text)]);
        let round = |x: f64| (x * 1e6).round() / 1e6;
        quantities(&prose)
            .iter()
            .map(|q| (q.span.of(text).to_owned(), round(q.low), round(q.high), q.unit, q.approximate))
            .collect()
    }

    #[test]
    fn figures_are_read_with_their_unit() {
        use Unit::*;
        for (text, want, value, unit) in [
            ("at least 68 gigabytes of data", "68 gigabytes", 68e9, Bytes),
            ("a 68GB cache", "68GB", 68e9, Bytes),
            ("the 11.5 million documents", "11.5 million", 11.5e6, Count),
            ("worth $2bn now", "$2bn", 2e9, Money('$')),
            ("worth 2 billion dollars", "2 billion dollars", 2e9, Money('$')),
            ("a 2 billion euro transaction", "2 billion euro", 2e9, Money('€')),
            ("loans of £4.2m from", "£4.2m", 4.2e6, Money('£')),
            ("paid US$1,250.50 for", "$1,250.50", 1250.5, Money('$')),
            ("a 50p coin", "50p", 0.5, Money('£')),
            ("about 41 per cent of", "41 per cent", 0.41, Share),
            ("rose 3.5%, then", "3.5%", 0.035, Share),
            ("two-thirds of them", "two-thirds", 0.666_667, Share),
            ("a quarter of the town", "a quarter", 0.25, Share),
            ("rose two percentage points", "two percentage points", 2.0, Points),
            ("twenty-one people", "twenty-one", 21.0, Count),
            ("two hundred and fifty people", "two hundred and fifty", 250.0, Count),
            ("three thousand four hundred sheep", "three thousand four hundred", 3400.0, Count),
            ("half a million homes", "half a million", 5e5, Count),
            ("a dozen eggs", "a dozen", 12.0, Count),
            ("600,000 households", "600,000", 6e5, Count),
            ("the 43-year-old", "43-year-old", 43.0, Age),
            ("Odile Marsh, 43, said", "43", 43.0, Age),
            ("Odile Marsh (43) said", "43", 43.0, Age),
            ("a boy aged nine", "nine", 9.0, Age),
            ("she is 43 years old", "43 years old", 43.0, Age),
            ("jailed for 12 years", "12 years", 144.0, Months),
            ("a 12-year sentence", "12-year", 144.0, Months),
            ("after a year and a half", "a year and a half", 18.0, Months),
            ("after 18 months", "18 months", 18.0, Months),
            ("two and a half hours", "two and a half hours", 9000.0, Seconds),
            ("at 3pm on", "3pm", 900.0, Clock),
            ("at 3:30 p.m. on", "3:30 p.m", 930.0, Clock),
            ("at 10.30am today", "10.30am", 630.0, Clock),
            ("at 15:30 sharp", "15:30", 930.0, Clock),
            ("the fourth largest", "fourth", 4.0, Ordinal),
            ("the 21st century", "21st", 21.0, Ordinal),
            ("doing 70 miles an hour", "70 miles an hour", 31.2928, Speed),
            ("some 30 miles away", "30 miles", 48_280.32, Metres),
        ] {
            let got = read(text);
            assert_eq!(got.len(), 1, "{text}: {got:?}");
            assert_eq!((got[0].0.as_str(), got[0].1, got[0].3), (want, value, unit), "{text}");
        }
    }

    #[test]
    fn ranges_have_two_ends() {
        for (text, low, high) in [
            ("between 10 and 15 percent of", 0.1, 0.15),
            ("10 to 15 people", 10.0, 15.0),
            ("10-15 people", 10.0, 15.0),
            ("$10-15 each", 10.0, 15.0),
        ] {
            let got = read(text);
            assert_eq!((got.len(), got[0].1, got[0].2), (1, low, high), "{text}: {got:?}");
        }
        assert_eq!(read("10 and 15 people").len(), 2);
    }

    #[test]
    fn what_only_looks_like_a_figure_is_none() {
        for text in [
            "No. 10 declined",
            "an F-16 jet",
            "on 17 August 2017",
            "in 2014",
            "one of them",
            "the 1990s",
            "a million-to-one",
            "covid-19",
            "at first",
            "thousands of people",
            "One Nation",
            "a Third Way",
        ] {
            let got = read(text);
            assert!(got.iter().all(|q| text == "a million-to-one" && q.0.starts_with("a million")), "{text}: {got:?}");
        }
    }

    #[test]
    fn values_are_compared_as_a_reader_would() {
        let one = |text: &str| quantities(&Prose::new([(0, text)])).remove(0);
        for (a, b, same, rounds) in [
            ("68 gigabytes", "68GB", true, true),
            ("$2bn", "2 billion dollars", true, true),
            ("half of them", "50 percent", true, true),
            ("18 months", "a year and a half", true, true),
            ("aged 43", "43-year-old", true, false),
            ("43-year-old", "34-year-old", false, false),
            ("nearly 70 people", "68 people", false, true),
            ("11 million", "11.5 million", false, true),
            ("£4m", "£4.2m", false, true),
            ("£4.2m", "£2.4m", false, false),
            ("41 percent", "14 percent", false, false),
            ("41 percent", "41.3 percent", false, true),
            ("12 people", "13 people", false, false),
            ("600,000 people", "612,350 people", false, true),
            ("600,000 people", "800,000 people", false, false),
            ("10 to 15 people", "12 people", true, true),
            ("12 years", "12 months", false, false),
            ("$2bn", "€2bn", false, false),
        ] {
            let (a, b) = (one(a), one(b));
            assert_eq!(a.same(&b), same, "{a:?} {b:?}");
            assert_eq!(b.same(&a), same, "{b:?} {a:?}");
            if !same {
                assert_eq!((a.rounds(&b), b.rounds(&a)), (rounds, rounds), "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn nothing_that_a_page_holds_breaks_it() {
        for text in [
            "",
            "9999999999999999999999999999",
            "1.2.3.4",
            "1,2,3",
            "$",
            "%",
            "-",
            "5:99",
            "a",
            "half a",
            "99:99pm",
            "½",
            "٣",
        ] {
            let _ = read(text);
        }
        let long = "nine hundred and ".repeat(20_000);
        assert!(read(&long).len() < 100_000);
    }
}
