//! Days, months and years that are not the other document's.

use super::frame::NEAR;
use super::{Both, Sentences, only, within};
use crate::report::AlteredKind;
use crate::reuse::Altered;
use crate::text::dates::Date;
use std::ops::Range;

impl Both<'_, '_> {
    /// Whether the original has no date that may be this one of the page's. A month without its day counts if `part` says so.
    pub(super) fn ours_alone(&self, d: &Date, part: bool) -> bool {
        let (on, other_on) = self.days;
        let counts = |o: &Date| part || o.day.is_some() || o.month.is_none();
        !self.theirs.days.iter().any(|o| counts(o) && d.agrees(on, o, other_on))
    }

    /// Whether the page has no date that may be this one of the original's.
    pub(super) fn theirs_alone(&self, o: &Date, part: bool) -> bool {
        let (on, other_on) = self.days;
        let counts = |d: &Date| part || d.day.is_some() || d.month.is_none();
        !self.ours.days.iter().any(|d| counts(d) && d.agrees(on, o, other_on))
    }
}

impl Sentences<'_, '_> {
    pub(super) fn dates(&self, a: Range<usize>, b: Range<usize>, found: &mut Vec<Altered>) {
        let (ours_on, theirs_on) = self.both.days;
        let both = self.both;
        let ours: Vec<&Date> =
            within(&both.ours.dates, &a, |d| &d.words).filter(|d| both.ours_alone(d, true)).collect();
        let theirs: Vec<&Date> =
            within(&both.theirs.dates, &b, |o| &o.words).filter(|o| both.theirs_alone(o, true)).collect();
        for d in &ours {
            let fits = |o: &Date| {
                d.conflicts(ours_on, o, theirs_on)
                    && same_shape(d, o)
                    && (self.governed(&d.words) || self.enclosed(&d.words, &o.words))
            };
            let close = self.frame.close;
            let placed = |o: &&&Date| fits(o) && (close && self.framed(&d.words, &o.words) || self.other_year(d, o));
            let left_over = || {
                only(&ours, |p| same_shape(p, d))?;
                let o = only(&theirs, |o| same_shape(d, o)).filter(|o| close && fits(o))?;
                self.both.beside(&d.words, &o.words, self.near()).then_some(o)
            };
            let counterpart = theirs.iter().find(placed).copied().or_else(left_over);
            if let Some(o) = counterpart {
                self.both.raise((&d.words, d.span), (&o.words, o.span), AlteredKind::Date, found);
            }
        }
        if self.frame.tight {
            self.months(a, b, found);
        }
    }

    /// Months without a day, in sentences made of the same words and with the same words before them: whether the original has the month
    /// somewhere else does not matter there.
    fn months(&self, a: Range<usize>, b: Range<usize>, found: &mut Vec<Altered>) {
        let (ours_on, theirs_on) = self.both.days;
        let (ours, theirs) = (&self.both.ours.dates, &self.both.theirs.dates);
        let month = |d: &Date| d.month.is_some() && d.day.is_none() && d.weekday.is_none();
        let ours: Vec<&Date> = within(ours, &a, |d| &d.words).collect();
        let theirs: Vec<&Date> = within(theirs, &b, |o| &o.words).collect();
        let unmet =
            theirs.iter().copied().filter(|o| month(o) && !ours.iter().any(|d| d.agrees(ours_on, o, theirs_on)));
        let unmet: Vec<&Date> = unmet.collect();
        for d in ours.iter().filter(|d| month(d) && !theirs.iter().any(|o| d.agrees(ours_on, o, theirs_on))) {
            let in_place = |o: &Date| {
                let around = self.frame.around(&d.words, &o.words);
                let sides = around.map(|around| self.sides(&d.words, &o.words, around));
                d.month != o.month
                    && same_shape(d, o)
                    && self.governed(&d.words)
                    && sides.is_some_and(|s| s.left && s.telling)
            };
            if !found.iter().any(|f| f.span == d.span)
                && let Some(o) = only(&unmet, in_place)
            {
                self.both.raise((&d.words, d.span), (&o.words, o.span), AlteredKind::Date, found);
            }
        }
    }

    /// Whether what the page says right before a date (“they return in July”) stands in the other sentence too.
    fn governed(&self, ours: &Range<usize>) -> bool {
        let sentence = self.both.page.words().get(ours.start).map(|w| w.sentence);
        let before = self.both.page.words_in(ours.start.saturating_sub(NEAR)..ours.start).iter().rev();
        let verb = before.take_while(|w| Some(w.sentence) == sentence).find(|w| !w.stop && !w.number);
        let there = self.both.original.sentences().get(self.other).map_or(0..0, |s| s.words.clone());
        verb.is_none_or(|v| self.both.original.words_in(there).iter().any(|w| w.stem == v.stem))
    }

    /// Whether the same words stand right before and right after both.
    fn enclosed(&self, ours: &Range<usize>, theirs: &Range<usize>) -> bool {
        let around = self.frame.around(ours, theirs);
        around.map(|around| self.sides(ours, theirs, around)).is_some_and(|s| s.left && s.right && self.frame.tight)
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
pub(super) fn same_shape(a: &Date, b: &Date) -> bool {
    let shape = |d: &Date| (d.month.is_some(), d.weekday.is_some() && d.month.is_none(), d.relative.is_some());
    let year = |d: &Date| d.year.is_some() && d.month.is_none();
    shape(a) == shape(b) && year(a) == year(b) || a.day.is_some() != b.day.is_some() && !year(a) && !year(b)
}
