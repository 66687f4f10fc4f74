//! What one sentence of the page has in common with the original: its nearest sentence, and what the two share.

use super::SentenceEvidence;
use super::postings::{Postings, Scratch};
use crate::order;
use crate::reuse::common;
use crate::reuse::prepared::{ABSENT, Prepared};
use crate::reuse::runs::Run;
use crate::text::Prose;
use std::ops::Range;

/// Words that are in more sentences of the original than this don't help to find one.
const COMMONEST: usize = 512;
/// So many candidates are looked at closely.
const CLOSE_LOOKS: usize = 3;

pub(super) fn sentence(
    page: &Prepared<'_, '_>,
    original: &Prose<'_>,
    theirs: &[u32],
    postings: &Postings,
    runs: &[Run],
    scratch: &mut Scratch,
    range: Range<usize>,
) -> SentenceEvidence {
    let ids = page.ids.get(range.clone()).unwrap_or(&[]);
    let words = page.prose.words_in(range.clone());
    let total = words.len().max(1) as f32;
    let distinct = order::distinct(ids.iter().map(|&id| id as usize));
    let weight = |id: usize| postings.weight.get(id).copied().unwrap_or(0.0);
    let is_stop = |id: usize| page.stop.get(id).copied().unwrap_or(true);
    let mass: f32 = distinct.iter().map(|&id| weight(id)).sum::<f32>().max(0.01);

    for &id in distinct.iter().filter(|&&id| !is_stop(id)) {
        let list = postings.of.get(id).map_or(&[][..], Vec::as_slice);
        if list.len() <= COMMONEST {
            list.iter().for_each(|&t| scratch.add(t, weight(id)));
        }
    }
    let holds = |t: usize, id: usize| {
        postings.of.get(id).is_some_and(|list| u32::try_from(t).is_ok_and(|t| list.binary_search(&t).is_ok()))
    };
    let overlap = |t: usize| distinct.iter().filter(|&&id| holds(t, id)).map(|&id| weight(id)).sum::<f32>();
    // The nearest of the few best: those that also keep the order and say little else come first.
    let mut looks: Vec<(usize, f32, f32, common::Pairs)> = scratch
        .best(CLOSE_LOOKS)
        .into_iter()
        .map(|(t, _)| {
            let of = original.sentences().get(t).map_or(0..0, |s| s.words.clone());
            let pairs = common::subsequence(ids, theirs.get(of.clone()).unwrap_or(&[]), ABSENT);
            let pairs: Vec<_> = pairs.into_iter().map(|(i, j)| (range.start + i, of.start + j)).collect();
            let shared = overlap(t);
            let reverse = shared / postings.mass.get(t).copied().unwrap_or(0.0).max(mass * 0.1).max(0.01);
            let rank = shared / mass + 0.25 * reverse.min(1.0) + 0.25 * pairs.len() as f32 / total;
            (t, rank, reverse.min(1.0), pairs)
        })
        .collect();
    scratch.clear();
    order::by_key(&mut looks, |look| order::pair(order::descending(look.1), 0));

    let share = |p: &dyn Fn(usize) -> bool| range.clone().filter(|&i| p(i)).count() as f32 / total;
    let run = |i: usize| runs.get(i).map_or(0, |r| r.length);
    let quoted = |i: usize| page.prose.words().get(i).is_some_and(|w| w.quoted);
    let mut it = SentenceEvidence {
        words: words.len(),
        known: distinct
            .iter()
            .filter(|&&id| u32::try_from(id).is_ok_and(|id| postings.has(id)))
            .map(|&id| weight(id))
            .sum::<f32>()
            / mass,
        longest_run: range.clone().map(run).max().unwrap_or(0) as f32,
        in_runs: share(&|i| run(i) >= 3),
        quoted: share(&quoted),
        quoted_in_runs: share(&|i| quoted(i) && run(i) >= 3),
        new_facts: words
            .iter()
            .zip(ids)
            .enumerate()
            .filter(|(k, (w, id))| !w.stop && (w.number || w.capital && *k > 0) && !postings.has(**id))
            .count() as f32,
        ..SentenceEvidence::default()
    };
    let next = looks.get(1).map_or(0.0, |l| overlap(l.0));
    if let Some((t, _, reverse, pairs)) = looks.into_iter().next() {
        it.nearest = Some(t);
        it.shared = overlap(t);
        it.overlap = it.shared / mass;
        it.margin = ((it.shared - next) / mass).max(0.0);
        it.reverse = reverse;
        it.subsequence = pairs.len() as f32 / total;
        it.pairs = pairs;
        for &id in distinct.iter().filter(|&&id| !is_stop(id) && !holds(t, id)) {
            let list = postings.of.get(id).map_or(&[][..], Vec::as_slice);
            if list.len() <= COMMONEST {
                list.iter().for_each(|&t| scratch.add(t, weight(id)));
            }
        }
        let second = scratch.best(1);
        scratch.clear();
        it.overlap_two = it.overlap;
        if let Some(&(u, more)) = second.first() {
            it.second = Some(u);
            it.overlap_two += more / mass;
        }
    }
    it
}

/// Fills in what a sentence owes to its place.
pub(super) fn neighbours(sentences: &mut [SentenceEvidence]) {
    let nearest: Vec<(Option<usize>, f32)> = sentences.iter().map(|s| (s.nearest, s.overlap)).collect();
    for (i, s) in sentences.iter_mut().enumerate() {
        let around = nearest.iter().enumerate().skip(i.saturating_sub(2)).take_while(|(k, _)| *k <= i + 2);
        s.together = around
            .filter(|(k, _)| *k != i)
            .filter(|(_, (t, _))| matches!((s.nearest, t), (Some(a), Some(b)) if a.abs_diff(*b) <= 3))
            .map(|(_, (_, overlap))| *overlap)
            .fold(0.0, f32::max);
    }
}
