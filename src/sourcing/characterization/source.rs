//! Whether the original says the same of the same thing.

use super::candidate::Candidate;
use super::view::View;
use crate::hashed::ByHash;
use crate::reuse::Alignment;
use crate::text::Prose;
use std::cell::OnceCell;

/// How near the nearest sentence of the original must be for its words to count as said of the same thing.
const NEAR: f32 = 0.15;

/// The original's words, by their stems.
pub struct Original<'a> {
    prose: &'a Prose<'a>,
    alignment: &'a Alignment,
    /// The sentences that each stem stands in.
    sentences: ByHash<Vec<u32>>,
    /// Its own characterizations; looked for once they are asked for.
    view: OnceCell<View<'a, 'a>>,
}

impl<'a> Original<'a> {
    /// Looks its words up once.
    pub fn new(prose: &'a Prose<'a>, alignment: &'a Alignment) -> Self {
        let mut sentences: ByHash<Vec<u32>> = ByHash::default();
        for word in prose.words().iter().filter(|w| !w.stop) {
            let all = sentences.entry(word.stem).or_default();
            if all.last() != Some(&word.sentence) {
                all.push(word.sentence);
            }
        }
        Original { prose, alignment, sentences, view: OnceCell::new() }
    }

    /// Whether all the words that characterize stand in one sentence of the original, and that sentence is about the same:
    /// the nearest one, its neighbour, or one that shares two more of the page's words.
    pub fn says(&self, view: &View, candidate: &Candidate) -> bool {
        let key: Vec<u64> =
            view.prose.words_in(candidate.core.clone()).iter().filter(|w| !w.stop).map(|w| w.stem).collect();
        let Some((first, rest)) = key.split_first() else { return false };
        let Some(holding) = self.sentences.get(first) else { return false };
        let sentence = view.sentence(candidate.core.start);
        let nearest = self.nearest(view, candidate);
        let others: Vec<u64> = sentence
            .filter(|at| !candidate.core.contains(at))
            .filter_map(|at| view.word(at))
            .filter(|w| !w.stop)
            .map(|w| w.stem)
            .collect();
        holding.iter().filter(|s| rest.iter().all(|stem| self.has(*stem, **s))).any(|s| {
            let at = *s as usize;
            nearest.is_some_and(|n| n.abs_diff(at) <= 1) || others.iter().filter(|o| self.has(**o, *s)).count() >= 2
        }) && self.prose.looks_english()
    }

    /// Whether the sentence nearest to it has a word of the kind too, which may be another one for the same.
    pub fn judges(&self, view: &View, candidate: &Candidate) -> bool {
        let Some(nearest) = self.nearest(view, candidate) else { return false };
        let theirs = self.view.get_or_init(|| View::new(self.prose));
        theirs.matches.iter().any(|m| theirs.word(m.start).is_some_and(|w| w.sentence as usize == nearest))
    }

    /// The original's sentence nearest to the candidate's, if it is near enough.
    fn nearest(&self, view: &View, candidate: &Candidate) -> Option<usize> {
        let sentence = view.word(candidate.core.start)?.sentence as usize;
        let (nearest, nearness) = (*self.alignment.nearest.get(sentence)?)?;
        (nearness >= NEAR).then_some(nearest)
    }

    fn has(&self, stem: u64, sentence: u32) -> bool {
        self.sentences.get(&stem).is_some_and(|all| all.binary_search(&sentence).is_ok())
    }
}
