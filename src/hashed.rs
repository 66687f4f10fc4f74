//! Sets and maps whose keys are hashes already, or numbers.
//!
//! The standard library's hasher keeps whoever chooses the keys from making them collide; these are hashes of their own (`text/stem.rs`) or
//! numbers that we count. Of few types instead of many, and without that hasher for each, the maps took the module from 463,141 to 459,730
//! bytes with brotli (`cargo xtask build`).

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// Hands a hash on as it is.
#[derive(Debug, Default, Clone, Copy)]
pub struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &b in bytes {
            self.0 = (self.0.rotate_left(5) ^ u64::from(b)).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
    }

    fn write_u64(&mut self, n: u64) {
        self.0 = n;
    }

    fn write_u32(&mut self, n: u32) {
        self.write_usize(n as usize);
    }

    fn write_usize(&mut self, n: usize) {
        // The map takes its first look at the highest bits.
        self.0 = (n as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

/// A map from hashes.
pub type ByHash<V> = HashMap<u64, V, BuildHasherDefault<AsIs>>;

/// A set of hashes.
pub type Hashes = HashSet<u64, BuildHasherDefault<AsIs>>;

/// A map from numbers that are no hashes.
pub type ByNumber<K, V> = HashMap<K, V, BuildHasherDefault<AsIs>>;

/// A set of them.
pub type Numbers<K> = HashSet<K, BuildHasherDefault<AsIs>>;
