//! Which words of two sentences stand for each other, and how much the two have in common.

use super::super::{LONGEST, common};
use crate::hashed::Hashes;
use crate::text::Prose;
use std::ops::Range;

/// Content words that two sentences must share, and the share of the smaller sentence's, before a difference between
/// them means anything.
pub(super) const SHARED: (usize, f64) = (3, 0.4);
/// Share of the content words of the longer sentence that both must have for the two to be made of the same words: then what is [`NEAR`]
/// reaches twice as far.
const TIGHT: f64 = 0.66;
/// How far, in words, the nearest common content word may stand from a figure for the two to be about the same thing.
pub(super) const NEAR: usize = 3;

/// Which words of two sentences stand for each other.
pub(super) struct Frame {
    pub(super) pairs: Vec<(usize, usize)>,
    /// Whether the two share so much that any difference between them means something.
    pub(super) close: bool,
    /// Whether the two are made of the same words.
    pub(super) tight: bool,
}

impl Frame {
    pub(super) fn of(page: &Prose, original: &Prose, a: Range<usize>, b: Range<usize>) -> Option<Frame> {
        // What runs on for longer is no sentence but a list, in which no word frames another.
        if a.len().max(b.len()) > LONGEST {
            return None;
        }
        let stems = |p: &Prose, r: Range<usize>| p.words_in(r).iter().map(|w| w.stem).collect::<Vec<_>>();
        // A figure in common says as much of what the two are about as a word.
        let content =
            |p: &Prose, r: Range<usize>| p.words_in(r).iter().filter(|w| !w.stop).map(|w| w.stem).collect::<Hashes>();
        let (ours, theirs) = (content(page, a.clone()), content(original, b.clone()));
        let shared = ours.intersection(&theirs).count();
        if shared < SHARED.0 {
            return None;
        }
        let close = shared as f64 >= SHARED.1 * ours.len().min(theirs.len()) as f64;
        let tight = shared as f64 >= TIGHT * ours.len().max(theirs.len()) as f64;
        let pairs = common(&stems(page, a.clone()), &stems(original, b.clone()));
        Some(Frame { pairs: pairs.into_iter().map(|(i, j)| (i + a.start, j + b.start)).collect(), close, tight })
    }

    /// The pairs around `ours` and `theirs`, if both stand in the same gap between two pairs.
    pub(super) fn around(&self, ours: &Range<usize>, theirs: &Range<usize>) -> Option<[Option<(usize, usize)>; 2]> {
        let next = self.pairs.partition_point(|p| p.0 < ours.start);
        let left = next.checked_sub(1).and_then(|i| self.pairs.get(i)).copied();
        // A word inside the two (a unit, a month) may match.
        let right = self.pairs.iter().skip(next).find(|p| p.0 >= ours.end).copied();
        let inside = self.pairs.iter().skip(next).take_while(|p| p.0 < ours.end);
        let fits = left.is_none_or(|l| l.1 < theirs.start)
            && right.is_none_or(|r| r.1 >= theirs.end)
            && inside.into_iter().all(|p| theirs.contains(&p.1));
        fits.then_some([left, right])
    }
}

/// What stands right around two facts.
#[derive(Default)]
pub(super) struct Sides {
    /// A common content word within [`NEAR`] words of both.
    pub(super) telling: bool,
    /// The same word right before both.
    pub(super) left: bool,
    /// The same word right after both.
    pub(super) right: bool,
}
