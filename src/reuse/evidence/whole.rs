//! What the page as a whole has in common with the original.

use super::postings::Postings;
use super::{Evidence, PageEvidence, SentenceEvidence};
use crate::hashed::Hashes;
use crate::order;
use crate::reuse::prepared::{ABSENT, Prepared};
use crate::text::stem::Stems;
use crate::text::{Prose, rarity};
use std::sync::LazyLock;

/// So many words in common are no accident of one event: of METER's stories the share of words in such runs tells the
/// derived from the others better than runs of five.
const LONG_RUN: u32 = 8;

/// A page of which more is quoted quotes nobody: a stray mark opened a quotation that never ends. METER's and BASIL's pages
/// have up to .55, two of them .7.
const MOST_QUOTED: f32 = 0.75;

/// The stems of the verbs that news reports speech with. Where the original has none, nobody else can have heard its
/// wording from the same mouth.
static REPORTING: LazyLock<[u64; 10]> = LazyLock::new(|| {
    let stems = Stems::english();
    ["said", "say", "told", "tell", "announced", "according", "claimed", "asked", "admitted", "denied"]
        .map(|form| stems.key(form))
});

pub(super) fn whole(page: &Prepared<'_, '_>, original: &Prose<'_>, it: &Evidence, postings: &Postings) -> PageEvidence {
    let words = page.prose.words();
    let n = words.len().max(1) as f32;
    let mass: f32 = it.weights.iter().sum::<f32>().max(0.01);
    let weigh = |p: &dyn Fn(usize) -> bool| {
        it.weights.iter().enumerate().filter(|(i, _)| p(*i)).map(|(_, w)| w).sum::<f32>() / mass
    };
    let run = |i: usize| it.runs.get(i).map_or(0, |r| r.length);
    let mut new = Hashes::default();
    let (mut new_stems, mut stems, mut shared_rare) = (0, 0, 0);
    for id in 0..page.weight.len() {
        let stop = page.stop.get(id).copied().unwrap_or(true);
        let known = postings.of.get(id).is_some_and(|l| !l.is_empty());
        stems += usize::from(!stop);
        new_stems += usize::from(!stop && !known);
        let rare = page.weight.get(id).copied().unwrap_or(0.0) >= 6.0;
        shared_rare += usize::from(known && rare && !stop);
    }
    let (mut names, mut new_names) = (Hashes::default(), Hashes::default());
    let mut before = ABSENT;
    for (w, known) in words.iter().zip(&it.known) {
        if w.number && !known {
            new.insert(w.stem);
        }
        let first = before != w.sentence;
        before = w.sentence;
        if w.capital && !first && !w.stop {
            names.insert(w.stem);
            if !known {
                new_names.insert(w.stem);
            }
        }
    }
    let wording = |i: usize| words.get(i).is_some_and(|w| !w.stop && !w.capital && !w.number && !w.quoted);
    let fact = |i: usize| words.get(i).is_some_and(|w| !w.stop && (w.capital || w.number));
    let known = |i: usize| it.known.get(i).copied().unwrap_or(false);
    let all_wording = weigh(&wording).max(0.01);
    let quoted = words.iter().filter(|w| w.quoted).count() as f32 / n;
    let new_quoted = words.iter().enumerate().filter(|(i, w)| w.quoted && run(*i) < 3).count() as f32 / n;
    let new_quoted = if quoted <= MOST_QUOTED { new_quoted } else { 0.0 };
    let sum =
        |f: &dyn Fn(&SentenceEvidence) -> f32| it.sentences.iter().map(|s| f(s) * s.words as f32).sum::<f32>() / n;
    let covered: Vec<usize> = it.sentences.iter().filter(|s| s.overlap >= 0.4).filter_map(|s| s.nearest).collect();
    let (mut kept, mut steps) = (0, 0);
    for two in covered.windows(2) {
        if let [a, b] = two {
            steps += 1;
            kept += usize::from(b >= a);
        }
    }
    let covered = order::distinct(covered.into_iter());
    let of_original = carried_over(page, original);
    PageEvidence {
        words: words.len(),
        their_words: original.words().len(),
        contained: weigh(&|i| it.known.get(i).copied().unwrap_or(false)),
        in_runs: weigh(&|i| run(i) >= 2),
        in_long_runs: (0..words.len()).filter(|&i| run(i) >= LONG_RUN).count() as f32 / n,
        subsequence: sum(&|s| s.subsequence),
        new_stems,
        stems,
        new_numbers: new.len(),
        overlap: sum(&|s| s.overlap),
        overlap_two: sum(&|s| s.overlap_two),
        names: names.len(),
        new_names: new_names.len(),
        wording: weigh(&|i| wording(i) && known(i)) / all_wording,
        wording_in_runs: weigh(&|i| wording(i) && run(i) >= 3) / all_wording,
        shared_facts: (0..words.len()).filter(|&i| fact(i) && known(i)).count() as f32 / n,
        new_quoted,
        covered: covered.len() as f32 / original.sentences().len().max(1) as f32,
        shared_rare,
        longest_run: (0..words.len()).map(run).max().unwrap_or(0) as f32,
        ordered: if steps > 0 { kept as f32 / steps as f32 } else { 0.5 },
        ..of_original
    }
}

/// What of the original the page has: names, numbers, and content stems by weight.
fn carried_over(page: &Prepared<'_, '_>, original: &Prose<'_>) -> PageEvidence {
    let mut content: Vec<u64> = Vec::new();
    let (mut names, mut numbers) = (Vec::new(), Vec::new());
    let mut before = ABSENT;
    let mut reported = 0;
    for w in original.words() {
        let first = before != w.sentence;
        before = w.sentence;
        reported += usize::from(REPORTING.contains(&w.stem));
        if w.stop {
            continue;
        }
        content.push(w.stem);
        if w.number {
            numbers.push(w.stem);
        } else if w.capital && !first {
            names.push(w.stem);
        }
    }
    let has = |stem: &&u64| page.id(**stem) != ABSENT;
    let share = |stems: Vec<u64>| {
        let stems = order::distinct_keys(stems);
        (stems.iter().filter(has).count() as f32 + 0.5) / (stems.len() as f32 + 1.0)
    };
    let content = order::distinct_keys(content);
    let mass = |stems: &mut dyn Iterator<Item = &u64>| stems.map(|&s| rarity::weight(s)).sum::<f32>();
    let all = mass(&mut content.iter()).max(0.01);
    let carried = mass(&mut content.iter().filter(has)) / all;
    let words = original.words().len() as f32;
    let room = (page.prose.words().len() as f32 + 10.0) / (words + 10.0);
    PageEvidence {
        names_kept: share(names),
        numbers_kept: share(numbers),
        carried: (carried / room.clamp(0.1, 1.0)).min(1.5),
        reported: reported as f32 / words.max(1.0),
        ..PageEvidence::default()
    }
}
