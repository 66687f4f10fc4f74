//! Quotations whose words differ from the same quotation in the original.

mod harmless;
mod pair;
#[cfg(test)]
mod tests;

use super::super::Altered;
use super::spelling;
use crate::hashed::{ByHash, ByNumber};
use crate::text::{Prose, Quotation};
use std::ops::Range;
/// A quotation of fewer words is a phrase, which two writers may well choose differently.
const SHORTEST: usize = 4;
/// How far the original's quoted words are searched on either side of where they are expected.
const SLACK: usize = 12;
/// A word that stands in more places of the original's quotations does not say where a quotation is.
const COMMON: usize = 24;

/// The quoted words of a document: their keys, with the index of the word that each is of. A contraction has two keys.
struct Quoted {
    keys: Vec<u64>,
    words: Vec<usize>,
}

impl Quoted {
    fn of(prose: &Prose, words: impl Iterator<Item = usize>) -> Quoted {
        let mut quoted = Quoted { keys: Vec::new(), words: Vec::new() };
        for at in words {
            if let Some(word) = prose.words().get(at) {
                spelling::keys(prose.form(word), &mut quoted.keys);
                quoted.words.resize(quoted.keys.len(), at);
            }
        }
        quoted
    }

    fn word(&self, at: usize) -> Option<usize> {
        self.words.get(at).copied()
    }

    /// The words of the keys in `range`.
    fn words(&self, range: Range<usize>) -> Option<Range<usize>> {
        let (first, last) = (self.word(range.start)?, self.word(range.end.checked_sub(1)?)?);
        Some(first..last + 1)
    }
}

/// The changed words of every quotation of `page` that `original` has too, not quite the same.
pub(super) fn altered(page: &Prose, original: &Prose) -> Vec<Altered> {
    let theirs = Quoted::of(original, (0..original.words().len()).filter(|&i| quoted(original, i)));
    if theirs.keys.is_empty() {
        return Vec::new();
    }
    let everything = Quoted::of(original, 0..original.words().len());
    let mut places: ByHash<Vec<usize>> = ByHash::default();
    theirs.keys.iter().enumerate().for_each(|(at, &key)| places.entry(key).or_default().push(at));
    let mut text_places: ByHash<Vec<usize>> = ByHash::default();
    everything.keys.iter().enumerate().for_each(|(at, &key)| text_places.entry(key).or_default().push(at));
    let mut found = Vec::new();
    for quotation in page.quotations().iter().filter(|q| q.depth == 0) {
        for words in stretches(page, quotation) {
            let ours = Quoted::of(page, words);
            if ours.keys.len() < SHORTEST
                || ours.keys.len() > super::LONGEST / 2
                || stands(&ours.keys, &everything.keys, &text_places)
            {
                continue;
            }
            if let Some(window) = nearest(&ours, &places, theirs.keys.len()) {
                Pair { page, original, quotation, ours: &ours, theirs: &theirs }.differences(window, &mut found);
            }
        }
    }
    found
}

/// The words of a quotation between its ellipses, each of which may stand in a place of its own.
fn stretches(page: &Prose, quotation: &Quotation) -> Vec<Range<usize>> {
    let words = page.word_range(quotation.inner);
    let mut from = words.start;
    let mut found = Vec::new();
    for at in words.clone() {
        let gap = if at + 1 < words.end { page.gap_after(at) } else { "" };
        if gap.contains('…') || gap.contains("..") || gap.contains(". .") {
            found.push(from..at + 1);
            from = at + 1;
        }
    }
    found.push(from..words.end);
    found
}

fn quoted(prose: &Prose, at: usize) -> bool {
    prose.words().get(at).is_some_and(|w| w.quoted)
}

/// Whether the same words stand somewhere in the original, quoted or not.
fn stands(ours: &[u64], all: &[u64], places: &ByHash<Vec<usize>>) -> bool {
    // Looked for by its rarest word, so that it costs little.
    let rarest = ours.iter().enumerate().min_by_key(|(_, k)| places.get(k).map_or(0, Vec::len));
    let Some((offset, key)) = rarest else { return false };
    let starts = places.get(key).into_iter().flatten().filter_map(|at| at.checked_sub(offset)).take(200);
    starts.into_iter().any(|s| all.get(s..s + ours.len()).is_some_and(|t| t == ours))
}

/// Where in the original's quoted words this quotation stands, if anywhere: the stretch that most of its words point to.
fn nearest(ours: &Quoted, places: &ByHash<Vec<usize>>, length: usize) -> Option<Range<usize>> {
    let mut votes: ByNumber<usize, usize> = ByNumber::default();
    for (i, key) in ours.keys.iter().enumerate() {
        let Some(at) = places.get(key).filter(|p| p.len() <= COMMON) else { continue };
        for start in at.iter().map(|&p| (p + ours.keys.len()).saturating_sub(i) / SLACK) {
            *votes.entry(start).or_default() += 1;
            *votes.entry(start + 1).or_default() += 1;
        }
    }
    let (&bucket, &count) = votes.iter().max_by_key(|(bucket, votes)| (**votes, std::cmp::Reverse(**bucket)))?;
    if count < 2 {
        return None;
    }
    let start = (bucket * SLACK).saturating_sub(ours.keys.len() + SLACK);
    Some(start..(start + ours.keys.len() + 3 * SLACK).min(length))
}

struct Pair<'a, 't> {
    page: &'a Prose<'t>,
    original: &'a Prose<'t>,
    quotation: &'a Quotation,
    ours: &'a Quoted,
    theirs: &'a Quoted,
}
