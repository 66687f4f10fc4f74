//! Figures: a count, a measure, a sum or an age that is not the other document's.

use super::{Both, Facts, Sentences, meet, only, within};
use crate::report::AlteredKind;
use crate::reuse::Altered;
use crate::text::Prose;
use crate::text::quantities::{Quantity, Unit, spelled};
use std::ops::Range;

impl Sentences<'_, '_> {
    pub(super) fn quantities(&self, a: Range<usize>, b: Range<usize>, found: &mut Vec<Altered>) {
        let ours = unmet(self.both.ours, &a, self.both.theirs);
        let theirs = unmet(self.both.theirs, &b, self.both.ours);
        for q in &ours {
            let placed = |o: &&&Quantity| q.unit == o.unit && self.same_place(q, o);
            let counterpart = match q.unit {
                // Of a family two may have the name.
                Unit::Age => only(&theirs, |o| o.unit == Unit::Age && self.same_person(&q.words, &o.words)),
                _ => theirs.iter().find(placed).copied().or_else(|| {
                    only(&ours, |p| self.both.alike(p, q, self.both.page))?;
                    only(&theirs, |o| self.both.alike(q, o, self.both.original)).filter(|o| self.same_matter(q, o))
                }),
            };
            if let Some(o) = counterpart
                && !self.both.partial(q, o)
            {
                self.both.raise((&q.words, q.span), (&o.words, o.span), AlteredKind::Number, found);
            }
        }
    }

    /// Whether two figures that are the only ones left over tell of the same matter, wherever in their sentences they stand.
    fn same_matter(&self, q: &Quantity, o: &Quantity) -> bool {
        let close = |p: &Prose, q: &Quantity| Both::close_to(p, &q.words, self.near());
        let (ours, theirs) = (close(self.both.page, q), close(self.both.original, o));
        // What is counted must stand close to both.
        let counted = |prose, q: &Quantity, other: &[u64]| {
            let head = self.both.head(prose, q.words.end);
            head.is_empty() || head.iter().any(|s| other.contains(s))
        };
        let bare = matches!(q.unit, Unit::Count | Unit::Ordinal);
        (!bare || counted(self.both.page, q, &theirs) && counted(self.both.original, o, &ours)) && meet(&ours, &theirs)
    }

    fn same_place(&self, q: &Quantity, o: &Quantity) -> bool {
        let Some([left, right]) = self.frame.around(&q.words, &o.words) else { return false };
        let (heads, same_head) = self.both.heads(q, o);
        if heads && !same_head {
            return false;
        }
        let sides = self.sides(&q.words, &o.words, [left, right]);
        // A bare count needs its noun, or a common word on either side; a measure one of them.
        match q.unit {
            Unit::Count | Unit::Ordinal => {
                same_head && (sides.telling || sides.left) || sides.telling && sides.left && sides.right
            }
            _ => sides.telling && (sides.left || sides.right || same_head),
        }
    }

    /// Whether the same name stands nearest to both ages.
    fn same_person(&self, q: &Range<usize>, o: &Range<usize>) -> bool {
        let near = |prose: &Prose, at: &Range<usize>| -> Vec<u64> {
            let sentence = prose.words().get(at.start).map(|w| w.sentence);
            let words = prose.words_in(at.start.saturating_sub(3)..(at.end + 4).min(prose.words().len()));
            words
                .iter()
                .filter(|w| Some(w.sentence) == sentence && w.capital && !w.stop && !w.number)
                .map(|w| w.stem)
                .collect()
        };
        meet(&near(self.both.page, q), &near(self.both.original, o))
    }
}

impl Both<'_, '_> {
    /// Whether a figure may stand for another one in `prose`: of one unit, or the same number with another unit of time or money.
    pub(super) fn alike(&self, q: &Quantity, o: &Quantity, prose: &Prose) -> bool {
        use Unit::{Money, Months, Seconds};
        let first = |p: &Prose, q: &Quantity| p.words().get(q.words.start).map(|w| w.stem);
        let units = matches!((q.unit, o.unit), (Seconds, Months) | (Months, Seconds) | (Money(_), Money(_)));
        q.unit == o.unit || units && first(self.page, q) == first(prose, o)
    }

    /// Whether one of the two has a part of what the other has, by how it is put: “12 of the 60”, “more than 40”, a range.
    pub(super) fn partial(&self, q: &Quantity, o: &Quantity) -> bool {
        q.approximate != o.approximate && (q.low - o.low).abs() < 0.3 * q.low.abs().max(o.low.abs())
            || self.of_others(self.page, q) != self.of_others(self.original, o)
            || self.converted(q, o)
            || q.low < q.high && o.low == o.high
            || o.low < o.high && q.low == q.high
            || self.adds_up(q, self.theirs, self.original, o)
            || self.adds_up(o, self.ours, self.page, q)
    }

    /// Whether `q` counts only some, or those besides somebody: “the first three films”, “19 other children”.
    fn of_others(&self, prose: &Prose, q: &Quantity) -> bool {
        let form = |at: Option<usize>| at.and_then(|at| prose.words().get(at)).map_or("", |w| prose.form(w));
        let number =
            |back| q.words.start.checked_sub(back).and_then(|at| prose.words().get(at)).is_some_and(|w| w.number);
        // “four in five members”
        let ratio = q.unit == Unit::Count
            && form(q.words.start.checked_sub(1)) == "in"
            && (number(2) || spelled(form(q.words.start.checked_sub(2))).is_some());
        ratio
            || matches!(form(q.words.start.checked_sub(1)), "other" | "another" | "further" | "first" | "last" | "next")
            || matches!(form(Some(q.words.end)), "other" | "others" | "more" | "further")
    }

    /// Whether one may be the other in another unit, roughly: “three and a half stone”, “24kg”.
    fn converted(&self, q: &Quantity, o: &Quantity) -> bool {
        let unit =
            |p: &Prose, q: &Quantity| q.words.end.checked_sub(1).and_then(|at| p.words().get(at)).map(|w| w.stem);
        matches!(q.unit, Unit::Metres | Unit::Grams | Unit::Litres | Unit::Speed)
            && (q.low - o.low).abs() < 0.1 * q.low.abs().max(o.low.abs())
            && unit(self.page, q) != unit(self.original, o)
    }

    /// Whether `q` is the sum or the difference of two figures of the other sentence, the one where `o` stands, or a share of one.
    fn adds_up(&self, q: &Quantity, theirs: &Facts, other: &Prose, o: &Quantity) -> bool {
        let sentence = other.words().get(o.words.start).and_then(|w| other.sentences().get(w.sentence as usize));
        let Some(sentence) = sentence else { return false };
        let of = |unit: Unit| -> Vec<f64> {
            within(&theirs.quantities, &sentence.words, |p| &p.words)
                .filter(|p| p.unit == unit)
                .map(|p| p.low)
                .take(12)
                .collect()
        };
        let (parts, shares) = (of(q.unit), of(Unit::Share));
        let near = |x: f64| (x - q.low).abs() <= 1e-6 * q.low.abs();
        parts.iter().enumerate().any(|(i, a)| parts.iter().skip(i + 1).any(|b| near(a + b) || near((a - b).abs())))
            || parts.iter().any(|a| shares.iter().any(|share| (a * share - q.low).abs() <= 0.1 * q.low))
    }

    /// Whether both have a noun right after them, and whether it is the same.
    pub(super) fn heads(&self, q: &Quantity, o: &Quantity) -> (bool, bool) {
        let ours = self.head(self.page, q.words.end);
        let theirs = self.head(self.original, o.words.end);
        let of_which = Self::of_which(self.page, q);
        let same = meet(&ours, &theirs) || of_which.is_some() && of_which == Self::of_which(self.original, o);
        (!ours.is_empty() && !theirs.is_empty(), same)
    }

    /// The noun of which a figure is given: “a crowd of 22,318”.
    fn of_which(prose: &Prose, q: &Quantity) -> Option<u64> {
        let word = |back: usize| q.words.start.checked_sub(back).and_then(|at| prose.words().get(at));
        let (of, noun) = (word(1)?, word(2)?);
        (prose.form(of) == "of" && noun.sentence == of.sentence && !noun.stop && !noun.number).then_some(noun.stem)
    }

    /// The content words right after the figure that ends before word `at`.
    fn head(&self, prose: &Prose, at: usize) -> Vec<u64> {
        let Some(last) = at.checked_sub(1).and_then(|last| prose.words().get(last)) else { return Vec::new() };
        let gap = prose.gap_after(at - 1);
        if !gap.trim().is_empty() && gap != "-" {
            return Vec::new();
        }
        let next = prose.words_in(at..(at + 3).min(prose.words().len())).iter();
        next.take_while(|w| w.sentence == last.sentence && !w.stop && !w.number).map(|w| w.stem).collect()
    }
}

/// The figures of `facts` within `words` that `others` do not have.
pub(super) fn unmet<'f>(facts: &'f Facts, words: &Range<usize>, others: &Facts) -> Vec<&'f Quantity> {
    let met = |q: &Quantity| others.figures.has(q) || without_unit(q).is_some_and(|q| others.figures.has(&q));
    within(&facts.quantities, words, |q| &q.words).filter(|q| !met(q)).collect()
}

/// The same figure where its unit goes without saying: “down from 84”.
fn without_unit(q: &Quantity) -> Option<Quantity> {
    let times = match q.unit {
        Unit::Share => 100.0,
        Unit::Money(_) => 1.0,
        _ => return None,
    };
    Some(Quantity { low: q.low * times, high: q.high * times, unit: Unit::Count, ..q.clone() })
}
