//! What was changed on the way: words inside quotation marks ([`quotations`]), figures, dates and names ([`facts`]).
//!
//! Precision first. Something is raised only where the words around it show that the page means the same place of the
//! original, and where neither document has the other's version anywhere else.

mod facts;
mod quotations;
mod spelling;

use super::{Alignment, Altered};
use crate::order;
use crate::text::dates::Day;
use crate::text::{Prose, Span};

/// What of `page` differs from `original` in quotations, figures, dates and names, in the page's order.
///
/// `alignment` says which sentence of the original each sentence of the page is nearest to; `published` are the days of
/// the page and of the original, as ISO 8601, where they are known.
pub fn altered(
    page: &Prose,
    original: &Prose,
    alignment: &Alignment,
    published: (Option<&str>, Option<&str>),
) -> Vec<Altered> {
    let mut found = quotations::altered(page, original);
    let days = (published.0.and_then(Day::parse), published.1.and_then(Day::parse));
    for fact in facts::altered(page, original, alignment, days) {
        // A figure within a changed quotation is told once.
        if !found.iter().any(|f| f.span.meets(&fact.span)) {
            found.push(fact);
        }
    }
    order::by_key(&mut found, |a| order::pair(a.span.block as usize, a.span.start as usize));
    found.dedup_by_key(|a| a.span);
    found
}

/// Longer stretches than this are not compared word by word: the cost is the product of the two lengths.
const LONGEST: usize = 240;

/// The longest common subsequence of `a` and `b`, as pairs of indices; empty if either is longer than [`LONGEST`].
fn common(a: &[u64], b: &[u64]) -> Vec<(usize, usize)> {
    if a.is_empty() || b.is_empty() || a.len() > LONGEST || b.len() > LONGEST {
        return Vec::new();
    }
    // lengths[i][j]: of the suffixes from i and j on.
    let width = b.len() + 1;
    let mut lengths = vec![0u16; (a.len() + 1) * width];
    let at = |lengths: &[u16], i: usize, j: usize| lengths.get(i * width + j).copied().unwrap_or(0);
    for (i, x) in a.iter().enumerate().rev() {
        for (j, y) in b.iter().enumerate().rev() {
            let longest = if x == y {
                at(&lengths, i + 1, j + 1) + 1
            } else {
                at(&lengths, i + 1, j).max(at(&lengths, i, j + 1))
            };
            if let Some(cell) = lengths.get_mut(i * width + j) {
                *cell = longest;
            }
        }
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        if x == y && at(&lengths, i, j) == at(&lengths, i + 1, j + 1) + 1 {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if at(&lengths, i + 1, j) >= at(&lengths, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// From the first word of `words` to the last, if they stand in one block.
fn span_of(prose: &Prose, words: std::ops::Range<usize>) -> Option<Span> {
    let (first, last) = (prose.words().get(words.start)?.span, prose.words().get(words.end.checked_sub(1)?)?.span);
    (first.block == last.block).then(|| first.to(&last))
}
