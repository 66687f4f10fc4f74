//! Whether a text names a figure or a day, in any form: sorted once, so that a table of figures costs no more than a story.

use super::dates::{Date, Day};
use super::quantities::{Quantity, Unit};
use std::collections::{HashMap, HashSet};

/// The figures of a text.
#[derive(Debug, Default)]
pub struct Figures {
    of: HashMap<Unit, Sorted>,
}

/// Figures of one kind. Whether one of them is near enough to another can only end with distance, on either side of it: so the
/// nearest ones answer for all.
#[derive(Debug, Default)]
struct Sorted {
    exact: Vec<Quantity>,
    /// “about”, “nearly”: these are near to more.
    approximate: Vec<Quantity>,
    /// Where ranges begin, ascending, and the highest end of any up to there.
    ranges: Vec<(f64, f64)>,
}

impl Figures {
    /// Those of `all`.
    pub fn of(all: &[Quantity]) -> Figures {
        let mut figures = Figures::default();
        for quantity in all {
            let sorted = figures.of.entry(kind(quantity.unit)).or_default();
            if quantity.low < quantity.high {
                sorted.ranges.push(quantity.ends());
            }
            if quantity.approximate { &mut sorted.approximate } else { &mut sorted.exact }.push(quantity.clone());
        }
        for sorted in figures.of.values_mut() {
            for list in [&mut sorted.exact, &mut sorted.approximate] {
                list.sort_unstable_by(|a, b| a.ends().0.total_cmp(&b.ends().0));
                list.dedup_by_key(|q| q.ends().0.to_bits());
            }
            sorted.ranges.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
            let mut highest = f64::MIN;
            for range in &mut sorted.ranges {
                highest = highest.max(range.1);
                range.1 = highest;
            }
        }
        figures
    }

    /// Whether one of them is `q`, or the one may be the other rounded.
    pub fn has(&self, q: &Quantity) -> bool {
        let Some(sorted) = self.of.get(&kind(q.unit)) else { return false };
        let rounded = || q.roundings().any(|value| beside(&sorted.exact, value).any(|o| q.rounds(o)));
        sorted.around(q).any(|o| q.same(o) || q.rounds(o)) || sorted.spans(q) || rounded()
    }

    /// Whether one of them is `q`, or no further from it than this share of the larger one.
    pub fn near(&self, q: &Quantity, share: f64) -> bool {
        let Some(sorted) = self.of.get(&kind(q.unit)) else { return false };
        let value = q.ends().0;
        let close = |other: f64| (value - other).abs() <= share * value.abs().max(other.abs());
        sorted.around(q).any(|o| q.same(o) || close(o.ends().0)) || sorted.spans(q)
    }
}

impl Sorted {
    /// The nearest ones on either side.
    fn around(&self, q: &Quantity) -> impl Iterator<Item = &Quantity> {
        let value = q.ends().0;
        beside(&self.exact, value).chain(beside(&self.approximate, value))
    }

    /// Whether one of the ranges meets it.
    fn spans(&self, q: &Quantity) -> bool {
        let (low, high) = q.ends();
        let begun = self.ranges.partition_point(|r| r.0 <= high);
        begun.checked_sub(1).and_then(|last| self.ranges.get(last)).is_some_and(|r| r.1 >= low)
    }
}

/// The one before a value and the one from it on, by a hair, since what is worked out may fall short of it by as much.
fn beside(sorted: &[Quantity], value: f64) -> impl Iterator<Item = &Quantity> {
    let at = sorted.partition_point(|q| q.ends().0 < value - 1e-6 * value.abs());
    sorted.get(at.saturating_sub(1)..(at + 2).min(sorted.len())).unwrap_or(&[]).iter()
}

/// One for all units that can be compared.
fn kind(unit: Unit) -> Unit {
    if unit == Unit::Age { Unit::Months } else { unit }
}

/// The days that a text names.
#[derive(Debug, Default)]
pub struct Days {
    on: Option<Day>,
    /// Days that are known for sure, by number.
    known: HashSet<i32>,
    /// The others: a month, a year, a day of the week, “yesterday”. Each once, and a calendar has not many.
    vague: Vec<Date>,
    /// One of each of the known ones, for those that are not.
    full: Vec<Date>,
}

impl Days {
    /// Those of `all`, in a text dated `on`.
    pub fn of(all: &[Date], on: Option<Day>) -> Days {
        let mut days = Days { on, ..Days::default() };
        let mut seen = HashSet::new();
        for date in all {
            if !seen.insert((date.year, date.month, date.day, date.weekday, date.relative)) {
                continue;
            }
            match date.number(on).filter(|_| date.relative.is_none()) {
                Some(number) => {
                    days.known.insert(number);
                    days.full.push(date.clone());
                }
                None => days.vague.push(date.clone()),
            }
        }
        days
    }

    /// Whether one of them may well be `date`, of a text dated `on`.
    pub fn has(&self, date: &Date, on: Option<Day>) -> bool {
        let agrees = |o: &Date| date.agrees(on, o, self.on);
        let known = match date.number(on) {
            Some(day) if date.relative.is_some() => (day - 1..=day + 1).any(|d| self.known.contains(&d)),
            Some(day) => self.known.contains(&day),
            None => self.full.iter().any(agrees),
        };
        known || self.vague.iter().any(agrees)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Prose;
    use crate::text::dates::dates;
    use crate::text::quantities::quantities;

    fn figures(text: &str) -> Vec<Quantity> {
        quantities(&Prose::new([(0, text)]))
    }

    /// Every figure of a table against every other, and against the rule applied to each in turn.
    #[test]
    fn the_nearest_figures_answer_for_all() {
        let forms: [fn(f64) -> String; 7] = [
            |n| format!("{n:.0} boats"),
            |n| format!("about {n:.0} boats"),
            |n| format!("{n:.0} to {:.0} boats", n * 1.4 + 2.0),
            |n| format!("{n:.1} percent"),
            |n| format!("£{n:.2}m"),
            |n| format!("{n:.0} months"),
            |n| format!("aged {n:.0}"),
        ];
        let values =
            [2.0, 3.0, 11.0, 12.0, 24.0, 36.0, 95.0, 99.6, 100.0, 103.0, 118.0, 120.0, 150.0, 1046.0, 1050.0, 9_960.0];
        let all: Vec<Quantity> =
            forms.iter().flat_map(|f| values.map(|n| f(n) + " were lost.")).flat_map(|t| figures(&t)).collect();
        assert!(all.len() > 100, "{}", all.len());
        for asked in &all {
            let mut held: Vec<Quantity> = all.iter().filter(|o| !asked.same(o)).cloned().collect();
            loop {
                let found = Figures::of(&held);
                assert_eq!(found.has(asked), held.iter().any(|o| asked.same(o) || asked.rounds(o)), "{asked:?}");
                let Some(hit) = held.iter().position(|o| asked.rounds(o)) else { break };
                // Again without that one, until none is left that it can be.
                held.remove(hit);
            }
            let alone = |o: &Quantity| Figures::of(std::slice::from_ref(o)).has(asked);
            for other in &all {
                assert_eq!(alone(other), asked.same(other) || asked.rounds(other), "{asked:?} {other:?}");
            }
        }
    }

    #[test]
    fn a_day_is_found_in_every_form() {
        let days =
            ["on 17 August 2017", "on Aug. 18", "in August", "in 2016", "on Friday", "yesterday", "today", "May 2016"];
        let (page, original) = (Day::parse("2017-08-18"), Day::parse("2017-08-17"));
        let of = |text: &str| dates(&Prose::new([(0, text)])).remove(0);
        for (asked, other) in days.iter().flat_map(|a| days.iter().map(move |b| (of(a), of(b)))) {
            for (on, other_on) in [(page, original), (None, original), (page, None)] {
                let found = Days::of(std::slice::from_ref(&other), other_on).has(&asked, on);
                assert_eq!(found, asked.agrees(on, &other, other_on), "{asked:?} {other:?}");
            }
        }
    }
}
