//! Which of the sentences that may be listed are: the weightiest, each statement and each matter once.

use super::LeftOut;
use super::Weighed;
use crate::hashed::{ByNumber, Numbers};
use crate::order;
use crate::report::LeftOutWhy;
use crate::text::rarity;

/// At most so many are listed.
const MOST: usize = 5;
/// So many of the weightiest are held against what the page carries; where all of them say it again, nothing is left out.
const MOST_WEIGHED: usize = 50;
/// One of a paragraph, and of a text without paragraphs one of so many sentences.
const OF_ONE_PARAGRAPH: usize = 6;
/// A sentence has so much in common with one that the page carries that it says the same again.
const AGAIN: f32 = 0.6;

pub(super) fn best(mut found: Vec<Weighed>, carried: &[Vec<u64>]) -> Vec<LeftOut> {
    // A statement in several sentences is listed by its first, with the weight of its weightiest.
    let mut heaviest: ByNumber<usize, (f32, LeftOutWhy)> = ByNumber::default();
    for w in &found {
        let entry = heaviest.entry(w.statement).or_insert((w.weight, w.why));
        if w.weight > entry.0 {
            *entry = (w.weight, w.why);
        }
    }
    let mut seen = Numbers::default();
    found.retain(|w| seen.insert(w.statement));
    for w in &mut found {
        if let Some(&(weight, why)) = heaviest.get(&w.statement) {
            (w.weight, w.why) = (weight, why);
        }
    }
    order::by_key(&mut found, |w| order::pair(order::descending(w.weight), w.at));
    let mut listed: Vec<(u32, usize)> = Vec::new();
    found.retain(|w| {
        let first = !listed.iter().any(|&(block, at)| block == w.block && at.abs_diff(w.at) < OF_ONE_PARAGRAPH);
        listed.extend(first.then_some((w.block, w.at)));
        first
    });
    // What an earlier pick says already is not listed again.
    let mut picked: Vec<Weighed> = Vec::new();
    for w in found.into_iter().take(MOST_WEIGHED) {
        let same = |p: &Weighed| {
            let shared = common(&p.content, &w.content).count();
            // An answer has the words of what it answers.
            (p.why == LeftOutWhy::Answer) == (w.why == LeftOutWhy::Answer)
                && shared * 5 >= p.content.len().min(w.content.len()) * 2
        };
        let again = |c: &Vec<u64>| {
            let mass = |stems: &mut dyn Iterator<Item = &u64>| stems.map(|&s| rarity::weight(s)).sum::<f32>();
            mass(&mut common(c, &w.content)) >= AGAIN * mass(&mut w.content.iter())
        };
        if picked.len() < MOST
            && !picked.iter().any(same)
            && (w.why == LeftOutWhy::Answer || !carried.iter().any(again))
        {
            picked.push(w);
        }
    }
    let mut found = picked;
    order::by_key(&mut found, |w| order::pair(w.at, 0));
    found.iter().map(|w| LeftOut { original_sentence: w.at, why: w.why }).collect()
}

/// Those that two ascending lists have in common.
fn common<'a>(a: &'a [u64], b: &'a [u64]) -> impl Iterator<Item = &'a u64> {
    a.iter().filter(|stem| b.binary_search(stem).is_ok())
}
