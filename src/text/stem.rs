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

/// So many words of a text are remembered with their keys. Of a text of 1,000 words more than half have been there before, and stemming is
/// half of what a word costs (callgrind).
const REMEMBERED: usize = 512;

/// Makes keys for a text, whose words come back.
pub struct TextStems {
    stems: Stems,
    /// Of a word its own hash and the key of its stem, in the place that the hash stands for.
    known: Vec<(u64, u64)>,
}

impl TextStems {
    /// For English.
    pub fn english() -> Self {
        TextStems { stems: Stems::english(), known: vec![(0, 0); REMEMBERED] }
    }

    /// As [`Stems::key`].
    pub fn key(&mut self, form: &str) -> u64 {
        let own = hash(form.as_bytes());
        let Some(known) = self.known.get_mut(own as usize % REMEMBERED) else { return self.stems.key(form) };
        if known.0 != own {
            *known = (own, self.stems.key(form));
        }
        known.1
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

    #[test]
    fn a_word_that_comes_back_has_the_key_that_it_had() {
        let stems = Stems::english();
        let mut of_text = TextStems::english();
        // More words than are remembered, twice.
        let words: Vec<String> = (0..2 * REMEMBERED)
            .map(|i| format!("{}ings", ["dock", "land", "load"][i % 3].repeat(1 + i / 3 % 40)))
            .collect();
        for word in words.iter().chain(&words) {
            assert_eq!(of_text.key(word), stems.key(word), "{word}");
        }
    }
}
