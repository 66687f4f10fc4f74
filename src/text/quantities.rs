//! Quantities: figures and number words with their unit, normalised, so that `68GB` is `68 gigabytes`, `$2bn` is
//! `2 billion dollars` and `18 months` is `a year and a half`.

mod numerals;
mod scan;
mod units;

use super::Span;
use super::cursor::Cursor;
use super::dates::{Date, dates};
use super::prose::Prose;
use std::ops::Range;

pub use numerals::spelled;

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
            let cursor = Cursor::new(prose, sentence.words.start, sentence.words.end.min(until));
            match cursor.quantity(at) {
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
            ("took 25 in April", "25", 25.0, Count),
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
        assert_eq!(read("rose from 10 to 15 people").len(), 2);
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
