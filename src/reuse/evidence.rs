//! What page and original have in common, measured: sentence by sentence, word by word, and for the page as a whole.
//!
//! Nothing is decided here. [`super::traces`] and [`super::verdict`] weigh these figures.

mod postings;
mod sentence;
mod whole;

use self::postings::{Postings, Scratch};
use self::sentence::{neighbours, sentence};
use self::whole::whole;
use super::matter::Matter;
use super::prepared::Prepared;
use super::runs::{self, Run};
use crate::text::Prose;

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
    /// By number of the page's stem: whether the original has it.
    pub(super) has: Vec<bool>,
    /// Whom and what the two name.
    pub matter: Matter,
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
            has: postings.of.iter().map(|list| !list.is_empty()).collect(),
            matter: Matter::default(),
        };
        it.run_weight = run_weights(&it);
        it.matter = Matter::new(page, original, &it);
        it.page = whole(page, original, &it, &postings);
        it
    }
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
