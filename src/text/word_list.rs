//! A list of words that weighs no more than its letters.

use memchr::memchr_iter;

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
        let (list, word) = (self.0.as_bytes(), word.as_bytes());
        let Some(first) = word.first().filter(|_| !word.contains(&b' ')) else { return false };
        let begins = |at: usize| at.checked_sub(1).is_none_or(|before| list.get(before) == Some(&b' '));
        let ends = |rest: &[u8]| matches!(rest.first(), None | Some(b' '));
        memchr_iter(*first, list)
            .any(|at| begins(at) && list.get(at..).and_then(|l| l.strip_prefix(word)).is_some_and(ends))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_one_of_the_list_as_a_whole() {
        let list = WordList("report paper re-port port");
        for (word, is_one) in [
            ("report", true),
            ("port", true),
            ("paper", true),
            ("rep", false),
            ("ort", false),
            ("ports", false),
            ("", false),
        ] {
            assert_eq!(list.has(word), is_one, "{word}");
        }
        assert!(!list.has("report paper") && !WordList("").has("port"));
    }
}
