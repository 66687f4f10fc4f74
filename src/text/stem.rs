//! Snowball stems (Porter 2001), as 64-bit keys so that two documents can be compared without a shared table.

pub use super::hash::hash;
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
