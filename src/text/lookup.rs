//! Whether a text names a figure, in any form: sorted once, so that a table of figures costs no more than a story.

use super::quantities::Quantity;
use crate::order;

/// The figures of a text. Whether one of them is near enough to another can only end with distance, on either side of it: so the
/// nearest ones of its kind answer for all.
#[derive(Debug, Default)]
pub struct Figures {
    /// By kind and value.
    exact: Vec<Quantity>,
    /// “about”, “nearly”: these are near to more.
    approximate: Vec<Quantity>,
    /// Those with two ends, each with the highest end of its kind up to there.
    ranges: Vec<(Quantity, f64)>,
}

impl Figures {
    /// Those of `all`.
    pub fn of(all: Vec<Quantity>) -> Figures {
        let mut figures = Figures::default();
        let mut all = all;
        order::by_key(&mut all, |q| key(q, q.ends().0));
        for quantity in all {
            if quantity.low < quantity.high {
                let before = figures.ranges.last().filter(|r| r.0.comparable(&quantity)).map_or(f64::MIN, |r| r.1);
                figures.ranges.push((quantity.clone(), before.max(quantity.ends().1)));
            }
            if quantity.approximate { &mut figures.approximate } else { &mut figures.exact }.push(quantity);
        }
        figures
    }

    /// Whether one of them is `q`, or the one may be the other rounded.
    pub fn has(&self, q: &Quantity) -> bool {
        self.meets(q) || self.beside(q, q.ends().0) || q.roundings().iter().any(|&value| self.beside(q, value))
    }

    /// Whether one of those nearest to `value` is `q`, or the one may be the other rounded.
    #[inline(never)]
    fn beside(&self, q: &Quantity, value: f64) -> bool {
        // What is worked out may fall short of the figure by a hair.
        let from = key(q, value - 1e-6 * value.abs());
        [&self.exact, &self.approximate].iter().any(|list| {
            let at = list.partition_point(|o| key(o, o.ends().0) < from);
            let mut near = list.get(at.saturating_sub(1)..).unwrap_or(&[]).iter().take(2);
            near.any(|o| q.same(o) || q.rounds(o))
        })
    }

    /// Whether one of the ranges meets it.
    fn meets(&self, q: &Quantity) -> bool {
        let (low, high) = q.ends();
        let begun = self.ranges.partition_point(|r| key(&r.0, r.0.ends().0) <= key(q, high));
        let last = begun.checked_sub(1).and_then(|last| self.ranges.get(last));
        last.is_some_and(|r| r.0.comparable(q) && r.1 >= low)
    }
}

/// Orders by kind, then by value: one kind for all units that can be compared.
fn key(q: &Quantity, value: f64) -> u128 {
    u128::from(q.kind()) << 64 | u128::from(value.max(0.0).to_bits())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Prose;
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
                let found = Figures::of(held.clone());
                assert_eq!(found.has(asked), held.iter().any(|o| asked.same(o) || asked.rounds(o)), "{asked:?}");
                let Some(hit) = held.iter().position(|o| asked.rounds(o)) else { break };
                // Again without that one, until none is left that it can be.
                held.remove(hit);
            }
            let alone = |o: &Quantity| Figures::of(vec![o.clone()]).has(asked);
            for other in &all {
                assert_eq!(alone(other), asked.same(other) || asked.rounds(other), "{asked:?} {other:?}");
            }
        }
    }
}
