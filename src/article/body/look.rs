//! What the first model's scores say about a block's surroundings; `training/body/train.py` has the same (`look`).

use super::features::Features;

/// How many numbers there are for each block.
pub(super) const COUNT: usize = 16;

/// For a neighbour that is not there: lower than any score.
const NOBODY: f32 = -9000.0;
const NONE: f32 = 200.0;
const REACH: usize = 5;

/// Sums over a group of blocks.
#[derive(Clone, Copy, Default)]
struct Sum {
    worth: i64,
    length: i64,
}

impl Sum {
    fn add(&mut self, worth: i64, length: i64) {
        self.worth += worth;
        self.length += length;
    }

    fn mean(self) -> f32 {
        self.worth as f32 / self.length.max(1) as f32
    }
}

/// The numbers of all blocks, [`COUNT`] each. Sums are of whole numbers, so that their order does not matter.
pub(super) fn look(scores: &[i32], features: &Features) -> Vec<[f32; COUNT]> {
    // A score of ±4 logits is as sure as it gets.
    let worths: Vec<i64> = scores
        .iter()
        .zip(&features.lengths)
        .map(|(score, length)| i64::from((score + 4000).clamp(0, 8000)) * *length as i64)
        .collect();
    let lengths: Vec<i64> = features.lengths.iter().map(|l| *l as i64).collect();
    let containers = sums(&features.containers, &worths, &lengths);
    let kinds = sums(&features.kinds, &worths, &lengths);
    let total = worths.iter().sum::<i64>().max(1);
    let highest = scores.iter().copied().max().unwrap_or_default() as f32;
    let strong = |at: usize| scores.get(at).is_some_and(|s| *s > 0) && lengths.get(at).is_some_and(|l| *l >= 40);
    let mut until = vec![NONE; scores.len()];
    let mut distance = NONE;
    for (at, slot) in until.iter_mut().enumerate().rev() {
        *slot = distance;
        distance = if strong(at) { 1.0 } else { (distance + 1.0).min(NONE) };
    }
    let mut since = NONE;
    let mut before = 0i64;
    let mut out = Vec::with_capacity(scores.len());
    for (at, score) in scores.iter().enumerate() {
        let around =
            |offset: isize| at.checked_add_signed(offset).and_then(|o| scores.get(o)).map_or(NOBODY, |s| *s as f32);
        let mut window = Sum::default();
        let range = at.saturating_sub(REACH)..(at + REACH + 1).min(scores.len());
        for (worth, length) in
            worths.get(range.clone()).into_iter().flatten().zip(lengths.get(range).into_iter().flatten())
        {
            window.add(*worth, *length);
        }
        let group = |of: &[usize], sums: &[Sum]| {
            of.get(at).and_then(|g| sums.get(*g).or(sums.last())).copied().unwrap_or_default().mean()
        };
        let worth = worths.get(at).copied().unwrap_or_default();
        out.push([
            *score as f32,
            around(-3),
            around(-2),
            around(-1),
            around(1),
            around(2),
            around(3),
            group(&features.containers, &containers),
            group(&features.kinds, &kinds),
            window.mean(),
            before as f32 / total as f32,
            (total - before - worth) as f32 / total as f32,
            (total / 8000) as f32,
            since,
            until.get(at).copied().unwrap_or(NONE),
            highest,
        ]);
        before += worth;
        since = if strong(at) { 1.0 } else { (since + 1.0).min(NONE) };
    }
    out
}

/// The sums by group. Blocks in no element at all are the last group.
fn sums(groups: &[usize], worths: &[i64], lengths: &[i64]) -> Vec<Sum> {
    let none = groups.iter().copied().filter(|group| *group != usize::MAX).max().map_or(0, |last| last + 1);
    let mut sums = vec![Sum::default(); none + 1];
    for ((group, worth), length) in groups.iter().zip(worths).zip(lengths) {
        if let Some(sum) = sums.get_mut((*group).min(none)) {
            sum.add(*worth, *length);
        }
    }
    sums
}
