//! Two quotations word by word: which words of the one stand for which of the other, and what that changes.

use super::harmless::{bracketed, fitted, same_contraction, same_possessive, same_sense};
use super::{Pair, Quoted};
use crate::report::AlteredKind;
use crate::reuse::Altered;
use crate::reuse::altered::{common, span_of};
use crate::text::Prose;
use crate::text::quantities::{Quantity, quantities};
use std::ops::Range;

/// Share of the page's words that the original must have in order before the two are one quotation. At .7 a six-word
/// quotation may have one word changed, a ten-word one three. Lower, and retold speech is taken for changed quotations.
const ALIKE: f64 = 0.7;
/// Words for each change: a quotation with more changes than that was retold, not changed.
const APART: usize = 5;
/// More words than this in one place were not changed but replaced or left out.
const MOST: usize = 5;

/// The longest common subsequence that keeps together in the original: the first words of a quotation may stand in a
/// heading or in an earlier quotation, too, and it is the nearer place that the page's quotation has them from.
fn closest(ours: &[u64], theirs: &[u64]) -> Vec<(usize, usize)> {
    // The first that ends as early as it can, then, back from its end, the one that begins as late as it can.
    let early = common(ours, theirs);
    let Some(theirs) = early.last().and_then(|last| theirs.get(..=last.1)) else { return early };
    let turned = |keys: &[u64]| keys.iter().rev().copied().collect::<Vec<u64>>();
    let back = common(&turned(ours), &turned(theirs));
    back.into_iter().rev().map(|(i, j)| (ours.len() - 1 - i, theirs.len() - 1 - j)).collect()
}

impl Pair<'_, '_> {
    pub(super) fn differences(&self, window: Range<usize>, found: &mut Vec<Altered>) {
        let Some(theirs) = self.theirs.keys.get(window.clone()) else { return };
        let pairs: Vec<(usize, usize)> =
            closest(&self.ours.keys, theirs).into_iter().map(|(i, j)| (i, j + window.start)).collect();
        let pairs = self.gathered(pairs);
        let telling = pairs.iter().filter(|p| self.content(self.page, self.ours.word(p.0))).count();
        // What is in brackets is the editor's and not to be found in the original.
        let own = self.ours.words.iter().filter(|&&w| bracketed(self.page, w)).count();
        let counted = self.ours.keys.len().saturating_sub(own);
        if telling < 2 || (pairs.len() as f64) < ALIKE * counted as f64 {
            return;
        }
        let mut raised = Vec::new();
        let mut gaps: Vec<(Range<usize>, Range<usize>)> =
            pairs.iter().zip(pairs.iter().skip(1)).map(|(a, b)| (a.0 + 1..b.0, a.1 + 1..b.1)).collect();
        if let (Some(first), Some(last)) = (pairs.first(), pairs.last()) {
            // At an edge nothing holds the other side: one word for one word, of one sentence. Where the original's quotation ends
            // with its word, the page's may be two.
            let (before, after) = (first.0, self.ours.keys.len() - 1 - last.0);
            let (ours, theirs) = (&self.ours, &self.theirs);
            let together = |i: usize, j: usize, x: usize, y: usize| {
                let same = |p: &Prose, a: Option<usize>, b: Option<usize>| {
                    let word = |w: Option<usize>| w.and_then(|w| p.words().get(w));
                    word(a).zip(word(b)).is_some_and(|(a, b)| a.sentence == b.sentence)
                };
                same(self.page, ours.word(i), ours.word(j)) && same(self.original, theirs.word(x), theirs.word(y))
            };
            if before == 1 && first.1 > 0 && together(0, 1, first.1 - 1, first.1) {
                gaps.push((0..1, first.1 - 1..first.1));
            }
            let ends = !together(last.0, last.0, last.1 + 1, last.1 + 2)
                || theirs.word(last.1 + 2) > theirs.word(last.1 + 1).map(|w| w + 1);
            if (after == 1 || after == 2 && ends) && together(last.0, last.0 + after, last.1, last.1 + 1) {
                gaps.push((last.0 + 1..last.0 + 1 + after, last.1 + 1..last.1 + 2));
            }
        }
        for (ours, theirs) in gaps {
            if self.supported(&pairs, &ours, &theirs)
                && let Some(altered) = self.judge(ours, theirs)
            {
                raised.push(altered);
            }
        }
        // The same figure, written otherwise.
        raised.retain(|a: &Altered| {
            let (have, had) = (quantities_in(self.page, a.span), quantities_in(self.original, a.original));
            !matches!((have, had), (Some(x), Some(y)) if x.same(&y))
        });
        // So many changes, and it is another statement, or a paraphrase in quotation marks of a translation.
        if raised.len() <= 1.max(self.ours.keys.len() / APART) {
            found.extend(raised);
        }
    }

    /// Without runs of pairs at either end that stand away from the rest and say little: those are accidents.
    fn gathered(&self, mut pairs: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
        let next = |a: &(usize, usize), b: &(usize, usize)| b.0 == a.0 + 1 && b.1 == a.1 + 1;
        let apart = |a: &(usize, usize), b: &(usize, usize)| (b.0 - a.0).max(b.1 - a.1) - 1;
        let loose = |run: &[(usize, usize)], gap: usize| {
            let says = run.iter().any(|p| self.content(self.page, self.ours.word(p.0)));
            gap > 3 && !says || gap > MOST && run.len() < 3
        };
        while let [.., before, last] = pairs.chunk_by(next).collect::<Vec<_>>().as_slice()
            && let (Some(a), Some(b)) = (before.last(), last.first())
            && loose(last, apart(a, b))
        {
            let run = last.len();
            pairs.truncate(pairs.len() - run);
        }
        while let [first, after, ..] = pairs.chunk_by(next).collect::<Vec<_>>().as_slice()
            && let (Some(a), Some(b)) = (first.last(), after.first())
            && loose(first, apart(a, b))
        {
            let run = first.len();
            pairs.drain(..run);
        }
        pairs
    }

    /// Whether the sentences that the two stand in have more in common than one content word, or nearly all they have: a
    /// long quotation runs through several sentences, and one of them may be another statement.
    fn supported(&self, pairs: &[(usize, usize)], ours: &Range<usize>, theirs: &Range<usize>) -> bool {
        let sentence = |p: &Prose, w: Option<usize>| w.and_then(|w| p.words().get(w)).map(|w| w.sentence);
        let here = |i: usize| sentence(self.page, self.ours.word(i));
        let there = |j: usize| sentence(self.original, self.theirs.word(j));
        let (at, from) = (here(ours.start), there(theirs.start));
        let beside =
            |p: &&(usize, usize)| (ours.is_empty() || here(p.0) == at) && (theirs.is_empty() || there(p.1) == from);
        let (all, telling) = pairs.iter().filter(beside).fold((0, 0), |(all, telling), p| {
            (all + 1, telling + usize::from(self.content(self.page, self.ours.word(p.0))))
        });
        let rest = (0..self.ours.keys.len()).filter(|&i| !ours.contains(&i) && here(i) == at).count();
        telling >= 2 || telling == 1 && all * 4 >= rest * 3
    }

    /// Whether the words of `range` are of more than one sentence: then one of the two says something between.
    fn crosses(prose: &Prose, quoted: &Quoted, range: &Range<usize>) -> bool {
        let sentence = |i: usize| quoted.word(i).and_then(|w| prose.words().get(w)).map(|w| w.sentence);
        !range.is_empty() && sentence(range.start) != sentence(range.end - 1)
    }

    fn content(&self, prose: &Prose, word: Option<usize>) -> bool {
        word.and_then(|w| prose.words().get(w)).is_some_and(|w| !w.stop)
    }

    /// The words of the page between two that match, and what the original has there.
    fn judge(&self, ours: Range<usize>, theirs: Range<usize>) -> Option<Altered> {
        if ours.is_empty() && theirs.is_empty() || ours.len() > MOST || theirs.len() > MOST + 1 {
            return None;
        }
        let (before, after) = (ours.start.checked_sub(1), ours.end);
        let left = before.and_then(|b| self.ours.word(b));
        let right = self.ours.word(after);
        if self.page_marks(left, right, &ours) || self.original_marks(&theirs, right.is_some()) {
            return None;
        }
        if Self::crosses(self.page, self.ours, &ours)
            || Self::crosses(self.original, self.theirs, &theirs)
            || self.full_name(&ours, &theirs)
        {
            return None;
        }
        let forms = |prose: &Prose, quoted: &Quoted, range: &Range<usize>| {
            let mut words: Vec<usize> = range.clone().filter_map(|i| quoted.word(i)).collect();
            words.dedup();
            words.iter().filter_map(|&w| prose.words().get(w)).map(|w| prose.form(w).to_owned()).collect::<Vec<_>>()
        };
        let (have, had) = (forms(self.page, self.ours, &ours), forms(self.original, self.theirs, &theirs));
        if self.one_word(&have, &theirs)
            || same_sense(&have, &had)
            || same_contraction(&have, &had)
            || self.fragment() && (fitted(&have, &had) || self.inflected(&ours, &theirs))
            || ours.is_empty() && self.stammer(&theirs)
            || same_possessive(&have, &had)
        {
            return None;
        }
        // The rest of a sentence was dropped, or whole sentences: trimmed, which a reader expects.
        let broken = |prose: &Prose, a: Option<usize>, b: Option<usize>| {
            let sentence = |w: Option<usize>| w.and_then(|w| prose.words().get(w)).map(|w| w.sentence);
            sentence(a) != sentence(b)
        };
        let (first, last) =
            (theirs.start.checked_sub(1).and_then(|i| self.theirs.word(i)), self.theirs.word(theirs.end));
        if ours.is_empty() && (broken(self.page, left, right) || broken(self.original, first, last)) {
            return None;
        }
        // Half of a contraction cannot be underlined; take in the words around, which also show a mere omission.
        let ours = if ours.is_empty() { left?..right? + 1 } else { self.ours.words(ours)? };
        let wide = || Some(self.theirs.word(theirs.start.checked_sub(1)?)?..self.theirs.word(theirs.end)? + 1);
        let theirs = if theirs.is_empty() || have.is_empty() { wide()? } else { self.theirs.words(theirs.clone())? };
        if theirs.len() > MOST + 4 {
            return None;
        }
        let span = span_of(self.page, ours)?;
        let at = span_of(self.original, theirs.clone())?;
        let original_sentence = self.original.words().get(theirs.start)?.sentence as usize;
        self.quotation.inner.holds(&span).then_some(Altered {
            span,
            original: at,
            original_sentence,
            kind: AlteredKind::Quotation,
        })
    }
}

/// The quantity that `span` is a part of, read in its sentence.
fn quantities_in(prose: &Prose, span: crate::text::Span) -> Option<Quantity> {
    let word = prose.words().get(prose.word_range(span).start)?;
    let place = prose.sentences().get(word.sentence as usize)?.span;
    let (sentence, offset) = (prose.text(place), place.start);
    let alone = Prose::new([(span.block, sentence)]);
    let local =
        crate::text::Span { start: span.start.saturating_sub(offset), end: span.end.saturating_sub(offset), ..span };
    quantities(&alone).into_iter().find(|q| q.span.meets(&local))
}
