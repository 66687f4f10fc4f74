//! Which sentences of the original have a stem of the page.

use crate::reuse::prepared::Prepared;
use crate::text::Prose;

/// The original's stems that the page has, and where.
pub(super) struct Postings {
    /// By number of the page's stem: the original's sentences, ascending.
    pub(super) of: Vec<Vec<u32>>,
    /// By number of the page's stem: its weight in this comparison.
    pub(super) weight: Vec<f32>,
    /// By sentence of the original: weight of all its stems.
    pub(super) mass: Vec<f32>,
}

impl Postings {
    pub(super) fn new(page: &Prepared<'_, '_>, original: &Prose<'_>, theirs: &[u32]) -> Postings {
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

    pub(super) fn has(&self, id: u32) -> bool {
        self.of.get(id as usize).is_some_and(|list| !list.is_empty())
    }
}

/// Sums by sentence of the original, cleared after each use.
pub(super) struct Scratch {
    sums: Vec<f32>,
    touched: Vec<u32>,
}

impl Scratch {
    pub(super) fn new(sentences: usize) -> Scratch {
        Scratch { sums: vec![0.0; sentences], touched: Vec::new() }
    }

    pub(super) fn add(&mut self, sentence: u32, weight: f32) {
        if let Some(sum) = self.sums.get_mut(sentence as usize) {
            if *sum == 0.0 {
                self.touched.push(sentence);
            }
            *sum += weight;
        }
    }

    /// The `most` greatest sums, greatest first.
    pub(super) fn best(&self, most: usize) -> Vec<(usize, f32)> {
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

    pub(super) fn clear(&mut self) {
        for t in self.touched.drain(..) {
            if let Some(sum) = self.sums.get_mut(t as usize) {
                *sum = 0.0;
            }
        }
    }
}
