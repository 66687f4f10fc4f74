//! The figures that [`super::weights`] weighs, in its order: of a sentence, of a word and of the page.

use super::evidence::Evidence;
use crate::text::Prose;

/// Number of figures of a sentence.
pub const SENTENCE_FIGURES: usize = 16;
/// Number of figures of a word.
pub const WORD_FIGURES: usize = 16;
/// Number of figures of a page.
pub const PAGE_FIGURES: usize = 16;

/// A length as its logarithm, kept within the lengths that the labelled pages have, so that nothing is extrapolated to
/// a page or an original ten times as long.
fn length(words: usize) -> f32 {
    (words.clamp(30, 1200) as f32).ln()
}

/// The figures of sentence `at` that [`super::weights::SENTENCE`] weighs, in its order.
pub fn sentence_figures(evidence: &Evidence, at: usize) -> [f32; SENTENCE_FIGURES] {
    let Some(s) = evidence.sentences.get(at) else { return [0.0; SENTENCE_FIGURES] };
    let p = &evidence.page;
    [
        s.overlap,
        s.overlap_two,
        s.known,
        log(s.shared.min(200.0)),
        s.subsequence,
        log(s.longest_run.min(40.0)),
        s.quoted,
        s.quoted_in_runs,
        p.in_runs,
        length(p.words),
        length(p.their_words),
        s.together,
        log(s.new_facts.min(10.0)),
        s.margin,
        s.reverse,
        p.in_long_runs,
    ]
}

/// The figures of the page that [`super::weights`] weighs for its relation, in their order. `traced` is the mean
/// probability that its words trace.
pub fn page_figures(evidence: &Evidence, traced: f32) -> [f32; PAGE_FIGURES] {
    let p = &evidence.page;
    [
        p.contained,
        p.in_runs,
        p.in_long_runs,
        p.subsequence,
        p.new_stems as f32 / p.stems.max(1) as f32,
        length(p.words),
        log(p.new_numbers.min(40) as f32),
        traced,
        (p.new_names as f32 + 0.5) / (p.names as f32 + 1.0),
        p.ordered,
        p.covered,
        p.new_quoted,
        p.names_kept,
        p.numbers_kept,
        p.carried,
        p.shared_facts,
    ]
}

pub(super) fn log(n: f32) -> f32 {
    (1.0 + n.max(0.0)).ln()
}

/// The figures of the word with index `at` that [`super::weights::WORD`] weighs, in its order. `sentence` is the
/// log-odds that its sentence traces.
pub fn word_figures(evidence: &Evidence, page: &Prose<'_>, at: usize, sentence: f32) -> [f32; WORD_FIGURES] {
    let none = [0.0; WORD_FIGURES];
    let Some(word) = page.words().get(at) else { return none };
    let Some(s) = evidence.sentences.get(word.sentence as usize) else { return none };
    let range = page.sentences().get(word.sentence as usize).map_or(0..0, |s| s.words.clone());
    let run = |i: usize| evidence.runs.get(i).map_or(0, |r| r.length);
    let joined = |i: usize| s.pairs.binary_search_by_key(&i, |p| p.0).is_ok();
    let flag = |b: bool| f32::from(u8::from(b));
    let length = run(at);
    // How far it is to a word in a common run on either side, within the sentence.
    let left = (range.start..at).rev().take(8).position(|i| run(i) >= 2);
    let right = (at + 1..range.end).take(8).position(|i| run(i) >= 2);
    let near = |d: Option<usize>| d.map_or(0.0, |d| 1.0 / (1.0 + d as f32));
    let around = |reach: usize| {
        let near = at.saturating_sub(reach).max(range.start)..(at + reach + 1).min(range.end);
        let (hit, all) = near.filter(|&i| i != at).fold((0.0, 0.01), |(hit, all), i| {
            let w = evidence.weights.get(i).copied().unwrap_or(0.0) + 0.5;
            (hit + w * flag(joined(i) || run(i) >= 2), all + w)
        });
        hit / all
    };
    let weight = evidence.weights.get(at).copied().unwrap_or(0.0);
    let known = evidence.known.get(at).copied().unwrap_or(false);
    [
        sentence,
        flag(length >= 2),
        flag(length >= 3),
        flag(joined(at)),
        flag(known),
        weight / 7.0 * flag(!known),
        near(left),
        near(right),
        near(left).min(near(right)),
        around(3),
        around(8),
        flag(word.stop),
        log(evidence.run_weight.get(at).copied().unwrap_or(0.0).min(100.0)),
        flag(word.capital),
        flag(word.number),
        flag(word.quoted),
    ]
}

/// Weighs figures. The three are as long as one another.
pub(super) fn log_odds<const N: usize>(figures: &[f32; N], weights: &[f32; N], at_zero: f32) -> f32 {
    figures.iter().zip(weights).map(|(f, w)| f * w).sum::<f32>() + at_zero
}
