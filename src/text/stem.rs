//! Snowball stems (Porter 2001), as 64-bit keys so that two documents can be compared without a shared table.

use rust_stemmers::{Algorithm, Stemmer};

/// Makes keys of stems.
pub struct Stems(Stemmer);

impl Stems {
    /// For English.
    pub fn english() -> Self {
        Stems(Stemmer::create(Algorithm::English))
    }

    /// The key of the stem of `form`, which is lower case. A possessive ending is not part of the stem.
    pub fn key(&self, form: &str) -> u64 {
        let bare = form.strip_suffix("'s").or_else(|| form.strip_suffix('\'')).unwrap_or(form);
        if bare.bytes().all(|b| b.is_ascii_alphabetic()) {
            hash(self.0.stem(bare).as_bytes())
        } else {
            hash(bare.as_bytes())
        }
    }
}

/// FNV-1a of 64 bits with a final mix (Fowler, Noll and Vo; the mix is MurmurHash3's), the same on every platform:
/// stored fingerprints rest on it.
pub fn hash(bytes: &[u8]) -> u64 {
    let mut h =
        bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |h, &b| (h ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3));
    h ^= h >> 33;
    h = h.wrapping_mul(0xff51_afd7_ed55_8ccd);
    h ^ (h >> 33)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflections_and_possessives_share_a_key() {
        let stems = Stems::english();
        for (a, b, same) in [
            ("publishes", "published", true),
            ("wikileaks's", "wikileaks", true),
            ("workers'", "worker", true),
            ("document", "documents", true),
            ("russia", "russian", false),
            ("café", "cafés", false),
        ] {
            assert_eq!(stems.key(a) == stems.key(b), same, "{a} {b}");
        }
    }
}
