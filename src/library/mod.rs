//! The known originals: what is kept of each ([`Record`]), the keys under which it is found again ([`postings`],
//! [`Shard`]), and the look-up ([`Query`]).
//!
//! Nothing here reads or writes: a host keeps the bytes of records and shards wherever it likes (IndexedDB, a file, a
//! static web server) and brings those that a [`Query`] names. A look-up needs one shard for each key of the page, at
//! most [`MOST_KEYS`] of [`SHARDS`], and binary-searches each: its cost grows with the page, not with the library.
//! [`MemoryLibrary`] is the whole of it for hosts that have the memory.

mod fingerprint;
mod format;
mod memory;
mod query;
mod record;
mod shard;

pub use fingerprint::{MOST_KEYS, Posting, SHARDS, ShardId, postings};
pub use format::LibraryError;
pub use memory::{Damage, MemoryLibrary};
pub use query::Query;
pub use record::{Body, Record, RecordId, Sketch};
pub use shard::Shard;
