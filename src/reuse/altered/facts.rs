//! Figures, dates and names that differ between two aligned sentences.

mod ages;
mod around;
mod days;
mod figures;
mod frame;
mod named;

use super::super::{Alignment, Altered};
use super::span_of;
use crate::hashed::Hashes;
use crate::report::AlteredKind;
use crate::text::dates::{Date, Day, dates};
use crate::text::lookup::Figures;
use crate::text::names::{Name, names};
use crate::text::quantities::{Quantity, quantities_besides};
use crate::text::stem::hash;
use crate::text::{Prose, Span, Word};
use around::Around;
use frame::{Frame, NEAR, Sides};
use std::ops::Range;

/// What of one document can be altered.
struct Facts {
    dates: Vec<Date>,
    quantities: Vec<Quantity>,
    names: Vec<Name>,
    /// The same, to be asked whether a figure is among them.
    figures: Figures,
    /// One of each date: a long page says “Monday” a thousand times, but a calendar has not many days.
    days: Vec<Date>,
    /// Hashes of the lower-case forms of all words.
    forms: Hashes,
}

impl Facts {
    /// Whether a word of this form is in the document.
    fn has(&self, form: &str) -> bool {
        self.forms.contains(&hash(form.as_bytes()))
    }

    fn of(prose: &Prose) -> Facts {
        let dates = dates(prose);
        let quantities = quantities_besides(prose, &dates);
        let forms = prose.words().iter().map(|w| hash(bare(prose.form(w)).as_bytes())).collect();
        let mut days: Vec<Date> = Vec::new();
        let told = |d: &Date| (d.year, d.month, d.day, d.weekday, d.relative);
        for date in &dates {
            if !days.iter().any(|d| told(d) == told(date)) {
                days.push(date.clone());
            }
        }
        let figures = Figures::of(quantities.clone());
        Facts { names: names(prose), forms, days, figures, dates, quantities }
    }
}

/// The differing figures, dates and names of `page`, sentence by sentence.
pub(super) fn altered(
    page: &Prose,
    original: &Prose,
    alignment: &Alignment,
    days: (Option<Day>, Option<Day>),
) -> Vec<Altered> {
    let (ours, theirs) = (Facts::of(page), Facts::of(original));
    let both = Both { page, original, ours: &ours, theirs: &theirs, days };
    let mut found = Vec::new();
    for (sentence, nearest) in alignment.nearest.iter().enumerate() {
        let Some((other, _)) = *nearest else { continue };
        let (Some(a), Some(b)) = (page.sentences().get(sentence), original.sentences().get(other)) else { continue };
        if let Some(frame) = Frame::of(page, original, a.words.clone(), b.words.clone()) {
            let pair = Sentences { both: &both, frame, other };
            if pair.frame.close {
                pair.quantities(a.words.clone(), b.words.clone(), &mut found);
                pair.names(a.words.clone(), b.words.clone(), &mut found);
            }
            pair.dates(a.words.clone(), b.words.clone(), &mut found);
        }
        let around = Around::new(&both, a, other);
        around.facts(&mut found);
        around.names(&mut found);
    }
    both.ages(&mut found);
    both.slips(&mut found);
    found
}

/// The two documents, and what of each can be altered.
struct Both<'a, 't> {
    page: &'a Prose<'t>,
    original: &'a Prose<'t>,
    ours: &'a Facts,
    theirs: &'a Facts,
    days: (Option<Day>, Option<Day>),
}

impl Both<'_, '_> {
    /// The content words at most `near` words away from `at`, without names: who is named beside a day is named beside others.
    fn close_to(p: &Prose, at: &Range<usize>, near: usize) -> Vec<u64> {
        let sentence = p.words().get(at.start).map(|w| w.sentence);
        let around = at.start.saturating_sub(near)..(at.end + near).min(p.words().len());
        let content = |w: &&Word| !w.stop && !w.capital && !w.number && Some(w.sentence) == sentence;
        let outside = around.filter(|i| !at.contains(i)).filter_map(|i| p.words().get(i));
        outside.filter(content).map(|w| w.stem).collect()
    }

    /// Whether a content word stands at most `near` words away from both, on whichever side.
    fn beside(&self, ours: &Range<usize>, theirs: &Range<usize>, near: usize) -> bool {
        meet(&Self::close_to(self.page, ours, near), &Self::close_to(self.original, theirs, near))
    }

    /// Takes it down, if each stands in one block.
    fn raise(
        &self,
        ours: (&Range<usize>, Span),
        theirs: (&Range<usize>, Span),
        kind: AlteredKind,
        found: &mut Vec<Altered>,
    ) {
        let sentence = self.original.words().get(theirs.0.start).map(|w| w.sentence as usize);
        if span_of(self.page, ours.0.clone()).is_some()
            && span_of(self.original, theirs.0.clone()).is_some()
            && let Some(original_sentence) = sentence
        {
            found.push(Altered { span: ours.1, original: theirs.1, original_sentence, kind });
        }
    }
}

/// A sentence of the page and the one of the original that it is nearest to.
struct Sentences<'a, 't> {
    both: &'a Both<'a, 't>,
    frame: Frame,
    other: usize,
}

impl Sentences<'_, '_> {
    /// How far what is said of a fact may stand from it.
    fn near(&self) -> usize {
        if self.frame.tight { 2 * NEAR } else { NEAR }
    }

    /// What the two have in common right around them; `around` are the nearest common words.
    fn sides(&self, ours: &Range<usize>, theirs: &Range<usize>, around: [Option<(usize, usize)>; 2]) -> Sides {
        let content = |p: &(usize, usize)| self.both.page.words().get(p.0).is_some_and(|w| !w.stop && !w.number);
        let near = |p: &(usize, usize)| {
            let apart =
                |at: usize, r: &Range<usize>| if at < r.start { r.start - at } else { (at + 1).saturating_sub(r.end) };
            (p.0 < ours.start) == (p.1 < theirs.start) && apart(p.0, ours) <= NEAR && apart(p.1, theirs) <= NEAR
        };
        let outside = |p: &(usize, usize)| !ours.contains(&p.0) && !theirs.contains(&p.1);
        let [left, right] = around;
        Sides {
            telling: self.frame.pairs.iter().any(|p| outside(p) && near(p) && content(p)),
            left: left.is_some_and(|l| l.0 + 1 == ours.start && l.1 + 1 == theirs.start),
            right: right.is_some_and(|r| r.0 == ours.end && r.1 == theirs.end),
        }
    }
}

fn meet(ours: &[u64], theirs: &[u64]) -> bool {
    ours.iter().any(|s| theirs.contains(s))
}

/// The one of `all` that is `fit`, if there is just one.
fn only<'t, T>(all: &[&'t T], fit: impl Fn(&T) -> bool) -> Option<&'t T> {
    let mut fitting = all.iter().filter(|t| fit(t));
    fitting.next().filter(|_| fitting.next().is_none()).copied()
}

/// Those of `all`, which are in order, whose words lie within `words`.
fn within<'f, T>(all: &'f [T], words: &Range<usize>, of: impl Fn(&T) -> &Range<usize>) -> impl Iterator<Item = &'f T> {
    let start = all.partition_point(|t| of(t).start < words.start);
    let end = all.partition_point(|t| of(t).start < words.end);
    all.get(start..end.max(start)).unwrap_or(&[]).iter()
}

fn bare(form: &str) -> &str {
    form.strip_suffix("'s").or_else(|| form.strip_suffix('\'')).unwrap_or(form)
}
