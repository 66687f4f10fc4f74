//! Looking a page up.

use super::fingerprint::{self, Key, ShardId};
use super::record::RecordId;
use super::shard::Shard;
use crate::hashed::ByNumber;
use crate::order;
use crate::text::Prose;

/// One page's look-up. It says which [`shards`](Query::shards) it needs; the host [brings](Query::bring) those that it
/// has, in any order; then the [`candidates`](Query::candidates) are known.
#[derive(Debug, Clone, Default)]
pub struct Query {
    keys: Vec<Key>,
    shards: Vec<ShardId>,
    hits: Vec<Hit>,
    brought: usize,
    postings: usize,
}

/// A key that was found, and under how many records.
#[derive(Debug, Clone)]
struct Hit {
    weight: f32,
    records: Vec<RecordId>,
}

/// A key that more records than this stand under tells none of them apart; passing it over is what keeps the cost of a
/// look-up from growing with the library.
const COMMON: usize = 512;

/// Postings that a record leaves, about.
const PER_RECORD: f32 = 60.0;

impl Query {
    /// The look-up of `page`.
    pub fn new(page: &Prose) -> Query {
        let mut keys = fingerprint::asked(page);
        order::by_key(&mut keys, |k| order::pair(k.shard().into(), k.posting().0.into()));
        keys.dedup_by_key(|k| (k.shard(), k.posting()));
        let mut shards: Vec<ShardId> = keys.iter().map(Key::shard).collect();
        shards.dedup();
        Query { keys, shards, ..Query::default() }
    }

    /// The shards that it needs, ascending.
    pub fn shards(&self) -> &[ShardId] {
        &self.shards
    }

    /// Takes in the shard with this id. Once for each; a missing shard need not be brought.
    pub fn bring(&mut self, id: ShardId, shard: &Shard) {
        self.brought += 1;
        self.postings += shard.len();
        let from = self.keys.partition_point(|k| k.shard() < id);
        for key in self.keys.iter().skip(from).take_while(|k| k.shard() == id) {
            let records = shard.records(key.posting());
            if (1..=COMMON).contains(&records.len()) {
                self.hits.push(Hit { weight: key.weight, records: records.collect() });
            }
        }
    }

    /// At most `most` records that the page may have been taken from, best first, with a score that orders them.
    pub fn candidates(&self, most: usize) -> Vec<(RecordId, f32)> {
        let shards = self.brought.max(1) as f32;
        let records = (self.postings as f32 / shards * f32::from(fingerprint::SHARDS) / PER_RECORD).max(1.0);
        let mut scores: ByNumber<RecordId, (f32, u32)> = ByNumber::default();
        for hit in &self.hits {
            let rarity = (1.0 + records / hit.records.len() as f32).ln();
            for record in &hit.records {
                let score = scores.entry(*record).or_default();
                score.0 += hit.weight * rarity;
                score.1 += 1;
            }
        }
        // One key in common is an accident.
        let mut found: Vec<(RecordId, f32)> = scores.iter().filter(|s| s.1.1 > 1).map(|s| (*s.0, s.1.0)).collect();
        order::by_key(&mut found, |f| u128::from(order::descending(f.1) as u64) << 64 | u128::from(f.0.get()));
        found.truncate(most);
        found
    }
}
