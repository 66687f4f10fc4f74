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

    /// Whether `word` is one of them. Looks at every letter of the list: not for what is asked of each word of a page.
    #[must_use]
    #[inline(never)]
    pub fn has(self, word: &str) -> bool {
        let mut list = self.0.as_bytes();
        while !list.is_empty() {
            let end = list.iter().position(|b| *b == b' ').unwrap_or(list.len());
            let (one, rest) = list.split_at_checked(end).unwrap_or((list, &[]));
            if one == word.as_bytes() {
                return true;
            }
            list = rest.get(1..).unwrap_or(&[]);
        }
        false
    }
}
