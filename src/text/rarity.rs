//! How rare a word is in running text, whatever the document: its weight as evidence.
//!
//! The weight is the inverse document frequency of Spärck Jones (1972), in bits, over 787 web articles of the WCXB
//! dev set (CC BY 4.0), counted by `training/reuse/rarity.py`. Only stems of at least 1.5 pages in a hundred are
//! listed, in half-bit classes; any other stem counts as [`RAREST`].

use super::stem::Stems;
use crate::hashed::ByNumber;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

/// The weight of a stem that is not listed: fewer than 12 of 787 pages have it.
pub const RAREST: f32 = 7.0;

/// `rarity.txt`, as `build/rarity.rs` packs it: by the first 20 bits of each stem's key, which is 6 KB in the compressed
/// module where the stems are 12. One stem in 270 that is not listed is taken for one that is.
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rarity.bin"));

static WEIGHTS: LazyLock<ByNumber<u32, f32>> = LazyLock::new(|| {
    let mut weights = ByNumber::with_capacity_and_hasher(4096, BuildHasherDefault::default());
    let mut rest = PACKED;
    while let Some(([class, low, high], after)) = rest.split_first_chunk::<3>() {
        let count = usize::from(u16::from_le_bytes([*low, *high]));
        let Some((planes, after)) = after.split_at_checked(3 * count) else { break };
        let mut bytes = planes.chunks_exact(count.max(1));
        let mut plane = || bytes.next().unwrap_or(&[]).iter().map(|b| u32::from(*b));
        let mut key = 0;
        for ((low, middle), high) in plane().zip(plane()).zip(plane()) {
            key += low + (middle << 8) + (high << 16);
            weights.entry(key).or_insert(f32::from(*class) / 2.0);
        }
        rest = after;
    }
    weights
});

/// The weight of the stem with this key ([`Stems::key`]), from 0 for words that every text has to [`RAREST`], in bits.
pub fn weight(stem: u64) -> f32 {
    let key = u32::try_from(stem >> 44).unwrap_or(u32::MAX);
    WEIGHTS.get(&key).copied().unwrap_or(RAREST)
}

/// The weight of the word `form`, in lower case.
pub fn weight_of(form: &str) -> f32 {
    weight(Stems::english().key(form))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rarer_words_weigh_more() {
        for (common, rare) in [("the", "said"), ("people", "minister"), ("year", "submarine"), ("make", "Wikileaks")] {
            assert!(weight_of(common) < weight_of(rare), "{common} {rare}");
        }
        assert_eq!(weight_of("zyzzyva"), RAREST);
    }

    #[test]
    fn every_stem_of_the_list_has_its_weight() {
        let (mut right, mut all) = (0, 0);
        for line in include_str!("rarity.txt").lines() {
            let mut fields = line.split(' ');
            let class: f32 = fields.next().and_then(|c| c.parse().ok()).unwrap();
            for stem in fields {
                all += 1;
                right += usize::from(weight(super::super::stem::hash(stem.as_bytes())) == class / 2.0);
            }
        }
        assert!(all > 3000 && right * 200 > all * 199, "{right} of {all}");
    }
}
