//! Days, months and years that are not the other document's.

use super::frame::NEAR;
use super::{Sentences, only, within};
use crate::report::AlteredKind;
use crate::reuse::Altered;
use crate::text::dates::Date;
use std::ops::Range;

impl Sentences<'_, '_> {
    pub(super) fn dates(&self, a: Range<usize>, b: Range<usize>, found: &mut Vec<Altered>) {
        let (ours_on, theirs_on) = self.days;
        let ours: Vec<&Date> = within(&self.ours.dates, &a, |d| &d.words)
            .filter(|d| !self.theirs.days.iter().any(|o| d.agrees(ours_on, o, theirs_on)))
            .collect();
        let theirs: Vec<&Date> = within(&self.theirs.dates, &b, |o| &o.words)
            .filter(|o| !self.ours.days.iter().any(|d| d.agrees(ours_on, o, theirs_on)))
            .collect();
        for d in &ours {
            let fits = |o: &Date| d.conflicts(ours_on, o, theirs_on) && same_shape(d, o) && self.governed(&d.words);
            let close = self.frame.close;
            let placed = |o: &&&Date| fits(o) && (close && self.framed(&d.words, &o.words) || self.other_year(d, o));
            let left_over = || {
                only(&ours, |p| same_shape(p, d))?;
                let o = only(&theirs, |o| same_shape(d, o)).filter(|o| close && fits(o))?;
                self.beside(&d.words, &o.words).then_some(o)
            };
            let counterpart = theirs.iter().find(placed).copied().or_else(left_over);
            if let Some(o) = counterpart {
                self.raise(d.words.clone(), d.span, o.words.clone(), o.span, AlteredKind::Date, found);
            }
        }
    }

    /// Whether what the page says right before a date (“they return in July”) stands in the other sentence too.
    fn governed(&self, ours: &Range<usize>) -> bool {
        let sentence = self.page.words().get(ours.start).map(|w| w.sentence);
        let before = self.page.words_in(ours.start.saturating_sub(NEAR)..ours.start).iter().rev();
        let verb = before.take_while(|w| Some(w.sentence) == sentence).find(|w| !w.stop && !w.number);
        let there = self.original.sentences().get(self.other).map_or(0..0, |s| s.words.clone());
        verb.is_none_or(|v| self.original.words_in(there).iter().any(|w| w.stem == v.stem))
    }

    /// Whether the two are one date but for the year ("in November 2022", "in November 2023"), in the same part of their sentences: then
    /// they vouch for each other, as the other words of a name do.
    fn other_year(&self, ours: &Date, theirs: &Date) -> bool {
        ours.month.is_some()
            && (ours.month, ours.day) == (theirs.month, theirs.day)
            && ours.year.is_some()
            && theirs.year.is_some()
            && self.frame.around(&ours.words, &theirs.words).is_some()
    }

    /// Whether a common content word stands close to both, and a common word right beside them.
    fn framed(&self, ours: &Range<usize>, theirs: &Range<usize>) -> bool {
        let Some(around) = self.frame.around(ours, theirs) else { return false };
        let sides = self.sides(ours, theirs, around);
        sides.telling && (sides.left || sides.right)
    }
}

/// Both a year, both a day of the week, both a month with or without a day: a weekday against a date is compared only
/// where the calendar decides.
fn same_shape(a: &Date, b: &Date) -> bool {
    let shape = |d: &Date| (d.month.is_some(), d.weekday.is_some() && d.month.is_none(), d.relative.is_some());
    let year = |d: &Date| d.year.is_some() && d.month.is_none();
    shape(a) == shape(b) && year(a) == year(b) || a.day.is_some() != b.day.is_some() && !year(a) && !year(b)
}
