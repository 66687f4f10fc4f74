//! How rare a word is in running text, whatever the document: its weight as evidence.
//!
//! The weight is the inverse document frequency of Spärck Jones (1972), in bits, over 787 web articles of the WCXB
//! dev set (CC BY 4.0), counted by `training/reuse/rarity.py`. Only stems of at least 1.5 pages in a hundred are
//! listed, in half-bit classes; any other stem counts as [`RAREST`].

use super::stem::Stems;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The weight of a stem that is not listed: fewer than 12 of 787 pages have it.
pub const RAREST: f32 = 7.0;

const TABLE: &str = include_str!("rarity.txt");

static WEIGHTS: LazyLock<HashMap<u64, f32>> = LazyLock::new(|| {
    let mut weights = HashMap::with_capacity(4096);
    for line in TABLE.lines() {
        let mut fields = line.split(' ');
        let Some(class) = fields.next().and_then(|c| c.parse::<f32>().ok()) else { continue };
        weights.extend(fields.map(|stem| (super::stem::hash(stem.as_bytes()), class / 2.0)));
    }
    weights
});

/// The weight of the stem with this key ([`Stems::key`]), from 0 for words that every text has to [`RAREST`], in bits.
pub fn weight(stem: u64) -> f32 {
    WEIGHTS.get(&stem).copied().unwrap_or(RAREST)
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
}
