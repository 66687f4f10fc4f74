//! A list of words that weighs no more than its letters.

/// Words with a space between them. A slice of strings has an address and a length for each, and in the module that ships these weigh
/// more than most of the words: several hundred of them some three kilobytes.
#[derive(Debug, Clone, Copy)]
pub struct WordList(pub &'static str);

impl WordList {
    /// The words, in order.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        self.0.split(' ')
    }

    /// Whether `word` is one of them.
    #[must_use]
    #[inline(never)]
    pub fn has(self, word: &str) -> bool {
        self.words().any(|one| one == word)
    }
}
