//! Facts that a sentence of the page has not from the sentence that it is nearest to but from one beside that: rewrites make one
//! sentence of two.

use super::days::same_shape;
use super::figures::unmet;
use super::frame::SHARED;
use super::{Both, only, within};
use crate::hashed::Hashes;
use crate::report::AlteredKind;
use crate::reuse::Altered;
use crate::text::dates::Date;
use crate::text::quantities::{Quantity, Unit};
use crate::text::{Prose, Sentence, Span};
use std::ops::Range;

/// How far, in words, a content word that two figures have in common may stand from them.
const NEAR: usize = 6;
/// The same for two dates, and for figures that only a word right before them vouches for.
const CLOSE: usize = 3;

/// A sentence of the page, and of the original the sentence that it is nearest to with those beside it.
pub(super) struct Around<'a, 't> {
    both: &'a Both<'a, 't>,
    sentence: &'a Sentence,
    nearest: usize,
    /// Words of the original.
    theirs: Range<usize>,
}

impl<'a, 't> Around<'a, 't> {
    pub(super) fn new(both: &'a Both<'a, 't>, sentence: &'a Sentence, nearest: usize) -> Around<'a, 't> {
        let of = |at: usize| both.original.sentences().get(at).map(|s| s.words.clone());
        let start = nearest.checked_sub(1).and_then(of).or_else(|| of(nearest)).map_or(0, |w| w.start);
        let end = of(nearest + 1).or_else(|| of(nearest)).map_or(start, |w| w.end);
        Around { both, sentence, nearest, theirs: start..end }
    }

    /// The differing figures and dates that are not among those `found`.
    pub(super) fn facts(&self, found: &mut Vec<Altered>) {
        let known = |span: Span, found: &[Altered]| found.iter().any(|f| f.span == span);
        let Both { ours, theirs, .. } = self.both;
        let mut figures = unmet(ours, &self.sentence.words, theirs);
        figures.retain(|q| !known(q.span, found));
        if !figures.is_empty() {
            let others = unmet(theirs, &self.theirs, ours);
            for q in &figures {
                let one = only(&others, |o| self.same_figure(q, o));
                if let Some(o) = one.filter(|o| only(&figures, |p| self.same_figure(p, o)).is_some()) {
                    self.both.raise((&q.words, q.span), (&o.words, o.span), AlteredKind::Number, found);
                }
            }
        }
        let Both { ours, theirs, .. } = self.both;
        let mut dates: Vec<&Date> = within(&ours.dates, &self.sentence.words, |d| &d.words).collect();
        dates.retain(|d| !known(d.span, found));
        if !dates.is_empty() {
            let others: Vec<&Date> = within(&theirs.dates, &self.theirs, |o| &o.words).collect();
            for d in &dates {
                if let Some(o) = only(&others, |o| self.same_date(d, o)) {
                    self.both.raise((&d.words, d.span), (&o.words, o.span), AlteredKind::Date, found);
                }
            }
        }
    }

    /// A name of one word that is the original's but for a slip in its spelling.
    pub(super) fn names(&self, found: &mut Vec<Altered>) {
        for ours in within(&self.both.ours.names, &self.sentence.words, |n| &n.words) {
            for theirs in within(&self.both.theirs.names, &self.theirs, |n| &n.words) {
                let slip =
                    self.both.misspelt(ours, theirs).filter(|_| self.both.beside(&ours.words, &theirs.words, NEAR));
                if let Some(at) = slip {
                    self.both.raise_name(at, found);
                }
            }
        }
    }

    /// Whether two figures tell of the same matter: something is said of both, and the same is counted, or a slip of the pen makes the
    /// one of the other, or the same word leads up to both.
    fn same_figure(&self, q: &Quantity, o: &Quantity) -> bool {
        if q.unit != o.unit || matches!(q.unit, Unit::Age | Unit::Clock | Unit::Ordinal) || self.both.partial(q, o) {
            return false;
        }
        let beside = |near| self.both.beside(&q.words, &o.words, near);
        let slip = self.slip(q, o);
        let (_, counted) = self.both.heads(q, o);
        let shared = self.shared(o.words.start);
        // “by 29 votes to 24”
        let score = || shared >= SHARED.0 && self.led(&q.words, &o.words) && self.after_the_same(q, o);
        let sole = || q.unit != Unit::Count && self.sole(q, o);
        // In sentences about the same a slip in the only sum or measure needs no further word.
        slip && q.unit != Unit::Count && shared > SHARED.0 && self.sole(q, o)
            || beside(NEAR)
                && (slip && shared + 1 >= SHARED.0
                    || score()
                    || shared >= SHARED.0
                        && (counted
                            || q.unit != Unit::Count && self.led(&q.words, &o.words)
                            || sole() && beside(CLOSE)))
    }

    /// Whether two dates are of the same matter: the same day of another month, which one date in thirty would be by chance, or the same
    /// is said of both.
    fn same_date(&self, d: &Date, o: &Date) -> bool {
        let (ours, theirs) = self.both.days;
        let same = |a: Option<i32>, b: Option<i32>| a.is_some() && a == b;
        let wide = |n: Option<u8>| n.map(i32::from);
        let other_month = same(wide(d.day), wide(o.day)) && d.month != o.month;
        let unmet = |part: bool| self.both.ours_alone(d, part) && self.both.theirs_alone(o, part);
        d.conflicts(ours, o, theirs)
            && same_shape(d, o)
            && (other_month && self.shared(o.words.start) + 1 >= SHARED.0 && unmet(false)
                || self.shared(o.words.start) >= SHARED.0 && self.said_of_both(&d.words, &o.words) && unmet(true))
    }

    /// Whether the same word leads up to both, and the same is said: by the nearest word of content before them (“sank in 1887”), or by one
    /// around where that is in the other sentence too.
    fn said_of_both(&self, ours: &Range<usize>, theirs: &Range<usize>) -> bool {
        let before = |p: &Prose, at: &Range<usize>| {
            let sentence = p.words().get(at.start)?.sentence;
            let before = p.words_in(at.start.saturating_sub(CLOSE)..at.start).iter().rev();
            before.take_while(|w| w.sentence == sentence && !w.number).find(|w| !w.stop).map(|w| w.stem)
        };
        let Some(governor) = before(self.both.page, ours) else { return false };
        let there = self.both.original.words_in(self.sentence_of(theirs.start));
        self.led(ours, theirs)
            && (before(self.both.original, theirs) == Some(governor)
                || self.both.beside(ours, theirs, CLOSE) && there.iter().any(|w| w.stem == governor))
    }

    /// Whether the same word stands right before both.
    fn led(&self, ours: &Range<usize>, theirs: &Range<usize>) -> bool {
        let before = |p: &Prose, at: &Range<usize>| {
            let (before, first) = (at.start.checked_sub(1).and_then(|b| p.words().get(b))?, p.words().get(at.start)?);
            let weak = matches!(p.form(before), "a" | "an" | "and" | "of" | "or" | "the" | "than");
            (before.sentence == first.sentence && !weak).then_some(before.stem)
        };
        let ours = before(self.both.page, ours);
        ours.is_some() && ours == before(self.both.original, theirs)
    }

    /// The words of the original's sentence in which word `at` stands.
    fn sentence_of(&self, at: usize) -> Range<usize> {
        let sentence = self.both.original.words().get(at).map_or(self.nearest, |w| w.sentence as usize);
        self.both.original.sentences().get(sentence).map_or(0..0, |s| s.words.clone())
    }

    /// How many content words of the page's sentence stand in the one that it is nearest to or in the one of word `at`.
    fn shared(&self, at: usize) -> usize {
        let content = |p: &Prose, r: Range<usize>| {
            p.words_in(r).iter().filter(|w| !w.stop && !w.number).map(|w| w.stem).collect::<Hashes>()
        };
        let nearest = self.both.original.sentences().get(self.nearest).map_or(0..0, |s| s.words.clone());
        let (nearest, there) =
            (content(self.both.original, nearest), content(self.both.original, self.sentence_of(at)));
        let ours = content(self.both.page, self.sentence.words.clone());
        ours.iter().filter(|s| nearest.contains(s) || there.contains(s)).count()
    }

    /// Whether the same figure stands a word or two before both.
    fn after_the_same(&self, q: &Quantity, o: &Quantity) -> bool {
        let before = |all: &'_ [Quantity], q: &Quantity| {
            let at = all.partition_point(|p| p.words.start < q.words.start).checked_sub(1)?;
            all.get(at).filter(|p| p.words.end + 2 >= q.words.start).cloned()
        };
        let (ours, theirs) = (before(&self.both.ours.quantities, q), before(&self.both.theirs.quantities, o));
        ours.zip(theirs).is_some_and(|(a, b)| a.same(&b))
    }

    /// Whether each is the only one of its unit in its sentence.
    fn sole(&self, q: &Quantity, o: &Quantity) -> bool {
        let alone = |p: &Prose, all: &[Quantity], q: &Quantity| {
            let sentence = |q: &Quantity| p.words().get(q.words.start).map(|w| w.sentence);
            all.iter().filter(|x| x.unit == q.unit && sentence(x) == sentence(q)).count() == 1
        };
        alone(self.both.page, &self.both.ours.quantities, q)
            && alone(self.both.original, &self.both.theirs.quantities, o)
    }

    /// Whether the one figure is the other with its digits in another order, or with a nought more or less.
    fn slip(&self, q: &Quantity, o: &Quantity) -> bool {
        let digits = |p: &Prose, q: &Quantity| -> Vec<u8> {
            let written = p.text(q.span).bytes().filter(u8::is_ascii_digit).collect::<Vec<u8>>();
            if written.is_empty() { (q.low as i64).to_string().into_bytes() } else { written }
        };
        let (a, b) = (digits(self.both.page, q), digits(self.both.original, o));
        let noughts = a.len() != b.len() && (a.starts_with(&b) || b.starts_with(&a)) && {
            let longer = if a.len() > b.len() { a.get(b.len()..) } else { b.get(a.len()..) };
            longer.is_some_and(|rest| rest.iter().all(|&d| d == b'0'))
        };
        // How often each digit stands in it: a sort would weigh more in the module.
        let counts = |digits: &[u8]| {
            [b'0', b'1', b'2', b'3', b'4', b'5', b'6', b'7', b'8', b'9']
                .map(|digit| digits.iter().filter(|&&d| d == digit).count())
        };
        a.len() > 1 && counts(&a) == counts(&b)
            || noughts && q.low != o.low && whole(self.both.page, q) && whole(self.both.original, o)
    }
}

/// Whether a figure is told to its end: “£40,O00” with a letter for a nought and a text that breaks off after “6” are none.
fn whole(p: &Prose, q: &Quantity) -> bool {
    let rest = p.passage(q.span.block).and_then(|passage| passage.text.get(q.span.end as usize..)).unwrap_or("");
    let mut after = rest.chars();
    match after.next() {
        Some(',' | '.') => after.next().is_none_or(|c| !c.is_alphanumeric()),
        next => next.is_some(),
    }
}
