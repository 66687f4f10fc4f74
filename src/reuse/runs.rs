//! Common runs: the longest stretch of words that page and original share at each word of the page.

use super::prepared::{ABSENT, Prepared, spread};
use crate::hashed::ByHash;

/// At most so many places of a pair of words are looked at: a pair that stands in more tells nothing.
const PLACES: usize = 32;
/// A run is followed for at most so many words at a time, which bounds what repeated text can cost.
const REACH: usize = 512;

/// The longest common run that a word of the page stands in.
#[derive(Debug, Clone, Copy, Default)]
pub struct Run {
    /// How many words, by stem; 0 where the word stands in no run of two.
    pub length: u32,
    /// Index of the original's word that this word meets there.
    pub meets: u32,
}

/// For every word of the page the longest common run around it. `theirs` are the original's words as numbers of the page.
pub(super) fn runs(page: &Prepared<'_, '_>, theirs: &[u32]) -> Vec<Run> {
    let ours = &page.ids;
    let mut found = vec![Run::default(); ours.len()];
    // By diagonal (place on the page minus place in the original): how far along it has been looked at.
    let mut done: ByHash<usize> = ByHash::default();
    for (j, two) in theirs.windows(2).enumerate() {
        let [a, b] = *two else { continue };
        if a == ABSENT || b == ABSENT {
            continue;
        }
        for i in page.places(a, b, PLACES) {
            let diagonal = spread((i as u64).wrapping_sub(j as u64));
            let until = done.entry(diagonal).or_insert(0);
            if *until > i {
                continue;
            }
            let same = |(x, y): &(&u32, &u32)| x == y;
            let ahead = ours.iter().skip(i).zip(theirs.iter().skip(j)).take(REACH).take_while(same).count();
            let (before_i, before_j) = (ours.get(..i).unwrap_or(&[]), theirs.get(..j).unwrap_or(&[]));
            let behind = before_i.iter().rev().zip(before_j.iter().rev()).take(REACH).take_while(same).count();
            *until = i + ahead;
            let length = u32::try_from(ahead + behind).unwrap_or(u32::MAX);
            for (k, run) in found.iter_mut().skip(i - behind).take(ahead + behind).enumerate() {
                if run.length < length {
                    *run = Run { length, meets: u32::try_from(j - behind + k).unwrap_or(u32::MAX) };
                }
            }
        }
    }
    found
}
