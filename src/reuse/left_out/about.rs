//! What the original is about.

use super::carried::Carried;
use crate::hashed::{ByHash, Hashes};
use crate::order;
use crate::text::{Prose, rarity};

/// What the original is about: stems by how many of its sentences have them, and those of its headline.
pub(super) struct About {
    weights: ByHash<(usize, f32)>,
    most: f32,
}

/// A word that the page does not have makes up so much less of what a reader of the page takes the report to be about.
const NOT_TOLD: f32 = 0.4;

pub(super) struct Centre {
    /// 0 to 1: how much of what the original is about stands in the sentence.
    pub(super) share: f32,
    /// Stems that it has in common with other sentences of the original.
    pub(super) related: usize,
}

impl About {
    pub(super) fn of(original: &Prose, kept: &[usize], title: Option<&str>, page: &Carried) -> About {
        let mut counts: ByHash<usize> = ByHash::default();
        for sentence in kept.iter().filter_map(|&at| original.sentences().get(at)) {
            let words = original.words_in(sentence.words.clone()).iter().filter(|w| !w.stop);
            words.map(|w| w.stem).collect::<Hashes>().into_iter().for_each(|s| *counts.entry(s).or_default() += 1);
        }
        let headline = title.map(|t| {
            let prose = Prose::new([(0, t)]);
            prose.words().iter().filter(|w| !w.stop).map(|w| w.stem).collect::<Hashes>()
        });
        let headline = headline.unwrap_or_default();
        let weights: ByHash<(usize, f32)> = counts
            .into_iter()
            .map(|(stem, count)| {
                let titled = if headline.contains(&stem) { 2.0 } else { 1.0 };
                let told = if page.places.contains_key(&stem) { 1.0 } else { NOT_TOLD };
                (stem, (count, titled * told * rarity::weight(stem) * (count as f32).ln_1p()))
            })
            .collect();
        // The five heaviest together are as much as a sentence can have.
        let mut all: Vec<f32> = weights.values().filter(|w| w.0 > 1).map(|w| w.1).collect();
        order::by_key(&mut all, |weight| order::pair(order::descending(*weight), 0));
        About { weights, most: all.iter().take(5).sum::<f32>().max(f32::MIN_POSITIVE) }
    }

    pub(super) fn share(&self, content: &[u64]) -> Centre {
        let weights = content.iter().filter_map(|s| self.weights.get(s));
        let shared: Vec<f32> = weights.filter(|w| w.0 > 1).map(|w| w.1).collect();
        Centre { share: (shared.iter().sum::<f32>() / self.most).min(1.0), related: shared.len() }
    }
}
