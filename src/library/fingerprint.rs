//! The keys under which a document is found: its weightiest terms, pairs of neighbouring terms, and winnowed
//! fingerprints of its wording.

use super::record::RecordId;
use crate::hashed::{ByHash, Hashes};
use crate::order;
use crate::text::{Prose, Word};

/// Where a key's postings are kept: the key's first 12 bits.
pub type ShardId = u16;

/// How many shards there are. With 100,000 originals each holds about 1,500 postings (12 KB); with 1,000, about 15.
pub const SHARDS: u16 = 4096;

/// What a document is entered under within a shard: the next 16 bits of the key. With 100,000 originals a key meets a
/// stranger's posting by accident in one look-up of forty, and one posting alone makes no candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Posting(pub(super) u16);

/// Content words in a fingerprint.
const GRAM: usize = 4;
/// Fingerprints among which one is kept: any run of GRAM + WINDOW - 1 content words that two documents share is sure
/// to leave them a common fingerprint, before the cap below.
const WINDOW: usize = 8;

/// Keys of each kind that a document is entered under: 64 postings of 8 bytes.
const KEPT: Share = Share { terms: 32, pairs: 16, grams: 16 };
/// Keys of each kind that a page is looked up by.
const ASKED: Share = Share { terms: 96, pairs: 96, grams: 64 };

/// The most shards that one look-up needs.
pub const MOST_KEYS: usize = ASKED.terms + ASKED.pairs + ASKED.grams;

struct Share {
    terms: usize,
    pairs: usize,
    grams: usize,
}

/// A key and what finding it is worth before its rarity in the library is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Key {
    hash: u64,
    pub(super) weight: f32,
}

impl Key {
    pub(super) fn shard(&self) -> ShardId {
        u16::try_from(self.hash >> 52).unwrap_or(0)
    }

    pub(super) fn posting(&self) -> Posting {
        Posting(u16::try_from((self.hash >> 36) & 0xffff).unwrap_or(0))
    }
}

/// What has to be written to enter `record`, whose text is `prose`, in the library: for each shard the postings to
/// [insert](super::Shard::insert), shards ascending.
pub fn postings(_record: RecordId, prose: &Prose) -> Vec<(ShardId, Vec<Posting>)> {
    let mut at: Vec<(ShardId, Posting)> = keys(prose, &KEPT).iter().map(|k| (k.shard(), k.posting())).collect();
    order::by_key(&mut at, |(shard, posting)| order::pair((*shard).into(), posting.0.into()));
    at.dedup();
    at.chunk_by(|a, b| a.0 == b.0).filter_map(|c| c.first().map(|f| (f.0, c.iter().map(|p| p.1).collect()))).collect()
}

/// The keys that `prose` is looked up by.
pub(super) fn asked(prose: &Prose) -> Vec<Key> {
    keys(prose, &ASKED)
}

fn keys(prose: &Prose, share: &Share) -> Vec<Key> {
    let terms = Terms::of(prose);
    let mut found = heaviest(terms.keys(), share.terms);
    found.extend(heaviest(terms.pairs(prose), share.pairs));
    found.extend(winnowed(prose, share.grams));
    found
}

/// The `most` heaviest; among equals those with the smaller hash, so that two documents choose alike.
fn heaviest(mut keys: Vec<Key>, most: usize) -> Vec<Key> {
    order::by_key(&mut keys, |k| u128::from(order::descending(k.weight) as u64) << 64 | u128::from(k.hash));
    keys.truncate(most);
    keys
}

/// The content words of a document and how much each says about what it is about.
struct Terms(ByHash<f32>);

impl Terms {
    fn of(prose: &Prose) -> Terms {
        #[derive(Default)]
        struct Seen {
            times: u32,
            name: bool,
            letters: usize,
            number: bool,
        }
        let mut seen: ByHash<Seen> = ByHash::default();
        for sentence in prose.sentences() {
            for (at, word) in prose.words_in(sentence.words.clone()).iter().enumerate() {
                if !content(prose, word) {
                    continue;
                }
                let term = seen.entry(word.stem).or_default();
                term.times += 1;
                term.name |= word.capital && at > 0;
                term.letters = prose.form(word).len();
                term.number |= word.number;
            }
        }
        let weigh = |s: &Seen| {
            let mut weight = 1.0 + (s.times as f32).ln();
            if s.name {
                weight *= 2.0;
            }
            weight * if s.number { 1.0 } else { (s.letters as f32 / 7.0).clamp(0.6, 1.4) }
        };
        Terms(seen.iter().map(|(&stem, s)| (stem, weigh(s))).collect())
    }

    fn keys(&self) -> Vec<Key> {
        self.0.iter().map(|(&stem, &weight)| Key { hash: mix(stem, TERM), weight }).collect()
    }

    /// Neighbouring content words of one sentence, each pair once.
    fn pairs(&self, prose: &Prose) -> Vec<Key> {
        let mut seen = Hashes::default();
        let mut found = Vec::new();
        for sentence in prose.sentences() {
            let words: Vec<u64> = stems(prose, prose.words_in(sentence.words.clone())).collect();
            for (&a, &b) in words.iter().zip(words.iter().skip(1)) {
                let hash = mix(a ^ b.rotate_left(17), PAIR);
                let weight = |s: &u64| self.0.get(s).copied().unwrap_or(0.0);
                if a != b && seen.insert(hash) {
                    found.push(Key { hash, weight: (weight(&a) + weight(&b)) / 2.0 });
                }
            }
        }
        found
    }
}

/// Winnowing (Schleimer, Wilkerson and Aiken 2003): of every [`WINDOW`] neighbouring hashes of [`GRAM`] content words
/// the smallest, the rightmost of equals. Of those the `most` smallest, which again two documents choose alike.
fn winnowed(prose: &Prose, most: usize) -> Vec<Key> {
    let stems: Vec<u64> = stems(prose, prose.words()).collect();
    let grams: Vec<u64> = stems
        .windows(GRAM)
        .map(|g| mix(g.iter().fold(0u64, |h, &s| h.rotate_left(23).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ s), RUN))
        .collect();
    let mut kept: Vec<u64> = Vec::new();
    if grams.len() < WINDOW {
        kept.extend(grams.iter().min());
    }
    // Ascending candidates for the minimum of the window that ends here; each hash enters and leaves once.
    let mut queue: std::collections::VecDeque<(usize, u64)> = std::collections::VecDeque::new();
    for (at, &gram) in grams.iter().enumerate() {
        while queue.back().is_some_and(|b| b.1 >= gram) {
            queue.pop_back();
        }
        queue.push_back((at, gram));
        while queue.front().is_some_and(|f| f.0 + WINDOW <= at) {
            queue.pop_front();
        }
        if at + 1 >= WINDOW {
            kept.extend(queue.front().map(|f| f.1));
        }
    }
    kept.sort_unstable();
    kept.dedup();
    kept.truncate(most);
    kept.into_iter().map(|hash| Key { hash, weight: 1.0 }).collect()
}

fn content(prose: &Prose, word: &Word) -> bool {
    !word.stop && prose.form(word).len() > 1
}

fn stems<'p>(prose: &'p Prose, words: &'p [Word]) -> impl Iterator<Item = u64> + 'p {
    words.iter().filter(|w| content(prose, w)).map(|w| w.stem)
}

/// Kinds of keys, so that a term never meets a pair.
const TERM: u64 = 0x7465_726d;
const PAIR: u64 = 0x7061_6972;
const RUN: u64 = 0x7275_6e73;

/// MurmurHash3's finaliser over `value` and its kind.
fn mix(value: u64, kind: u64) -> u64 {
    let mut h = value ^ kind.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    h ^= h >> 33;
    h = h.wrapping_mul(0xff51_afd7_ed55_8ccd);
    h ^= h >> 33;
    h = h.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    h ^ (h >> 33)
}
