//! What page and original have in common, measured: sentence by sentence, word by word, and for the page as a whole.
//!
//! Nothing is decided here. [`super::traces`] and [`super::verdict`] weigh these figures.

use super::common;
use super::prepared::{ABSENT, Prepared};
use super::runs::{self, Run};
use crate::order;
use crate::text::stem::Stems;
use crate::text::{Prose, rarity};
use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

/// Words that are in more sentences of the original than this don't help to find one.
const COMMONEST: usize = 512;
/// So many candidates are looked at closely.
const CLOSE_LOOKS: usize = 3;

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

/// What one sentence of the page has in common with the original.
#[derive(Debug, Clone, Default)]
pub struct SentenceEvidence {
    /// The nearest sentence of the original.
    pub nearest: Option<usize>,
    /// The sentence that adds most to it.
    pub second: Option<usize>,
    /// Words of the sentence.
    pub words: usize,
    /// Rarity-weighted share of its stems that the nearest sentence has.
    pub overlap: f32,
    /// The same for the nearest sentence and the one that adds most to it.
    pub overlap_two: f32,
    /// The same for the whole original.
    pub known: f32,
    /// By how much the nearest sentence is nearer than the next.
    pub margin: f32,
    /// Rarity-weighted share of the nearest sentence's stems that this one has.
    pub reverse: f32,
    /// Weight of the shared stems, in bits.
    pub shared: f32,
    /// Longest common subsequence with the nearest sentence, as a share of the words.
    pub subsequence: f32,
    /// Words of the longest common run.
    pub longest_run: f32,
    /// Share of the words in common runs of three and more.
    pub in_runs: f32,
    /// Share of the words that stand in quotation marks.
    pub quoted: f32,
    /// Share of the words that stand in quotation marks and in common runs of three and more.
    pub quoted_in_runs: f32,
    /// The greatest overlap of a sentence among the two before and the two after whose nearest sentence stands within three of this one's.
    pub together: f32,
    /// Names and numbers that the original lacks.
    pub new_facts: f32,
    /// Places of the words that a longest common subsequence with the nearest sentence joins: index of the page's word,
    /// index of the original's.
    pub pairs: Vec<(usize, usize)>,
}

/// What the page as a whole has in common with the original.
#[derive(Debug, Clone, Copy, Default)]
pub struct PageEvidence {
    /// Words of the page.
    pub words: usize,
    /// Words of the original.
    pub their_words: usize,
    /// Rarity-weighted share of the page's stems, by token, that the original has.
    pub contained: f32,
    /// Rarity-weighted share of the page's words in common runs of two or more.
    pub in_runs: f32,
    /// Share of the page's words in common runs of eight or more.
    pub in_long_runs: f32,
    /// Share of the page's words in the longest common subsequences of its sentences with the nearest ones.
    pub subsequence: f32,
    /// Content stems of the page that the original lacks.
    pub new_stems: usize,
    /// Content stems of the page.
    pub stems: usize,
    /// Numbers of the page that the original lacks.
    pub new_numbers: usize,
    /// Names of the page (capitals within a sentence), as stems.
    pub names: usize,
    /// Those that the original lacks.
    pub new_names: usize,
    /// Of the page's words that are neither function words nor names, numbers or quoted: the rarity-weighted share that
    /// the original has.
    pub wording: f32,
    /// The same for such words in common runs of three and more, or in a longest common subsequence beside another.
    pub wording_in_runs: f32,
    /// Share of the page's words that are names or numbers which the original has too.
    pub shared_facts: f32,
    /// Share of the page's words that stand in quotation marks and in no common run of three.
    pub new_quoted: f32,
    /// Mean overlap of the sentences, by words.
    pub overlap: f32,
    /// The same with the two nearest sentences each.
    pub overlap_two: f32,
    /// Share of the original's sentences that are nearest to some sentence of the page with a fair overlap.
    pub covered: f32,
    /// Rare stems (of six bits and more) that the two share.
    pub shared_rare: usize,
    /// Longest common run.
    pub longest_run: f32,
    /// Share of neighbouring sentences of the page whose nearest sentences keep their order.
    pub ordered: f32,
    /// Share of the original's names (as stems) that the page has.
    pub names_kept: f32,
    /// Share of the original's numbers that the page has.
    pub numbers_kept: f32,
    /// Rarity-weighted share of the original's content stems that the page has, as a share of what a page of its length
    /// has room for.
    pub carried: f32,
    /// Share of the original's words that report what somebody said ("said", "told", "denied").
    pub reported: f32,
}

/// Everything that is measured of a page and an original.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    /// By index of the page's sentence.
    pub sentences: Vec<SentenceEvidence>,
    /// By index of the page's word: the longest common run it stands in.
    pub runs: Vec<Run>,
    /// The page as a whole.
    pub page: PageEvidence,
    /// By index of the page's word: its weight.
    pub weights: Vec<f32>,
    /// The original's words as numbers of the page.
    pub theirs: Vec<u32>,
    /// By index of the page's word: whether the original has its stem anywhere.
    pub known: Vec<bool>,
    /// By index of the page's word: weight of all words of the longest common run that it stands in.
    pub run_weight: Vec<f32>,
}

/// The original's stems that the page has, and where.
struct Postings {
    /// By number of the page's stem: the original's sentences, ascending.
    of: Vec<Vec<u32>>,
    /// By number of the page's stem: its weight in this comparison.
    weight: Vec<f32>,
    /// By sentence of the original: weight of all its stems.
    mass: Vec<f32>,
}

impl Evidence {
    /// Measures `page` against `original`. Costs as much as the two are long.
    pub fn new(page: &Prepared<'_, '_>, original: &Prose<'_>) -> Evidence {
        let theirs: Vec<u32> = original.words().iter().map(|w| page.id(w.stem)).collect();
        let postings = Postings::new(page, original, &theirs);
        let runs = runs::runs(page, &theirs);
        let mut scratch = Scratch::new(original.sentences().len());
        let mut sentences: Vec<SentenceEvidence> = page
            .prose
            .sentences()
            .iter()
            .map(|s| sentence(page, original, &theirs, &postings, &runs, &mut scratch, s.words.clone()))
            .collect();
        neighbours(&mut sentences);
        let weight = |id: &u32| postings.weight.get(*id as usize).copied().unwrap_or(0.0);
        let mut it = Evidence {
            weights: page.ids.iter().map(weight).collect(),
            known: page.ids.iter().map(|&id| postings.has(id)).collect(),
            sentences,
            runs,
            page: PageEvidence::default(),
            theirs,
            run_weight: Vec::new(),
        };
        it.run_weight = run_weights(&it);
        it.page = whole(page, original, &it, &postings);
        it
    }
}

impl Postings {
    fn new(page: &Prepared<'_, '_>, original: &Prose<'_>, theirs: &[u32]) -> Postings {
        let mut of = vec![Vec::new(); page.weight.len()];
        for (word, &id) in original.words().iter().zip(theirs) {
            if let Some(list) = of.get_mut(id as usize)
                && list.last() != Some(&word.sentence)
            {
                list.push(word.sentence);
            }
        }
        let all = page.prose.sentences().len() + original.sentences().len();
        let most = (1.0 + all as f32).log2();
        // Rare in the language and rare here: the geometric mean of the two, so that a story's own subject, which
        // every sentence names, weighs little.
        let weigh = |id: usize, stem: f32| {
            let here = page.sentences.get(id).copied().unwrap_or(0) as usize + of.get(id).map_or(0, Vec::len);
            let local = ((1.0 + all as f32) / here.max(1) as f32).log2() / most;
            stem * local.clamp(0.0, 1.0).sqrt()
        };
        let weight: Vec<f32> = page.weight.iter().enumerate().map(|(id, &w)| weigh(id, w)).collect();
        let mass = original
            .sentences()
            .iter()
            .map(|s| {
                let ids = theirs.get(s.words.clone()).unwrap_or(&[]);
                let words = original.words_in(s.words.clone());
                ids.iter()
                    .zip(words)
                    .map(|(&id, w)| {
                        weight.get(id as usize).copied().unwrap_or_else(|| crate::text::rarity::weight(w.stem))
                    })
                    .sum()
            })
            .collect();
        Postings { of, weight, mass }
    }

    fn has(&self, id: u32) -> bool {
        self.of.get(id as usize).is_some_and(|list| !list.is_empty())
    }
}

/// Sums by sentence of the original, cleared after each use.
struct Scratch {
    sums: Vec<f32>,
    touched: Vec<u32>,
}

impl Scratch {
    fn new(sentences: usize) -> Scratch {
        Scratch { sums: vec![0.0; sentences], touched: Vec::new() }
    }

    fn add(&mut self, sentence: u32, weight: f32) {
        if let Some(sum) = self.sums.get_mut(sentence as usize) {
            if *sum == 0.0 {
                self.touched.push(sentence);
            }
            *sum += weight;
        }
    }

    /// The `most` greatest sums, greatest first.
    fn best(&self, most: usize) -> Vec<(usize, f32)> {
        let mut best: Vec<(usize, f32)> = Vec::with_capacity(most + 1);
        for &t in &self.touched {
            let sum = self.sums.get(t as usize).copied().unwrap_or(0.0);
            let at = best.partition_point(|b| b.1 >= sum);
            if at < most {
                best.insert(at, (t as usize, sum));
                best.truncate(most);
            }
        }
        best
    }

    fn clear(&mut self) {
        for t in self.touched.drain(..) {
            if let Some(sum) = self.sums.get_mut(t as usize) {
                *sum = 0.0;
            }
        }
    }
}

fn sentence(
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

/// The weight of each word's run: neighbours that meet neighbouring words of the original are of one run.
fn run_weights(it: &Evidence) -> Vec<f32> {
    let mut out = vec![0.0; it.runs.len()];
    let mut from = 0;
    let place = |i: usize| it.runs.get(i).filter(|r| r.length >= 2);
    while from < it.runs.len() {
        let mut to = from + 1;
        while let (Some(a), Some(b)) = (place(to - 1), place(to))
            && b.meets == a.meets + 1
        {
            to += 1;
        }
        let sum: f32 = if place(from).is_some() { it.weights.iter().skip(from).take(to - from).sum() } else { 0.0 };
        out.iter_mut().skip(from).take(to - from).for_each(|w| *w = sum);
        from = to;
    }
    out
}

/// Fills in what a sentence owes to its place.
fn neighbours(sentences: &mut [SentenceEvidence]) {
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

fn whole(page: &Prepared<'_, '_>, original: &Prose<'_>, it: &Evidence, postings: &Postings) -> PageEvidence {
    let words = page.prose.words();
    let n = words.len().max(1) as f32;
    let mass: f32 = it.weights.iter().sum::<f32>().max(0.01);
    let weigh = |p: &dyn Fn(usize) -> bool| {
        it.weights.iter().enumerate().filter(|(i, _)| p(*i)).map(|(_, w)| w).sum::<f32>() / mass
    };
    let run = |i: usize| it.runs.get(i).map_or(0, |r| r.length);
    let mut new = HashSet::new();
    let (mut new_stems, mut stems, mut shared_rare) = (0, 0, 0);
    for id in 0..page.weight.len() {
        let stop = page.stop.get(id).copied().unwrap_or(true);
        let known = postings.of.get(id).is_some_and(|l| !l.is_empty());
        stems += usize::from(!stop);
        new_stems += usize::from(!stop && !known);
        let rare = page.weight.get(id).copied().unwrap_or(0.0) >= 6.0;
        shared_rare += usize::from(known && rare && !stop);
    }
    let (mut names, mut new_names) = (HashSet::new(), HashSet::new());
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
    let share = |mut stems: Vec<u64>| {
        stems.sort_unstable();
        stems.dedup();
        (stems.iter().filter(has).count() as f32 + 0.5) / (stems.len() as f32 + 1.0)
    };
    content.sort_unstable();
    content.dedup();
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
