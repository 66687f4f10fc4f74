//! Words: Unicode word segmentation (UAX #29), hyphens separate.

use super::mojibake;
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

/// The words of `text`, with their byte offsets: every segment of UAX #29 that holds a letter or a digit.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_word_bound_indices().filter(|(_, w)| w.chars().any(char::is_alphanumeric))
}

/// Appends the normalised form of `word` to `out`: lower case, straight apostrophes, no soft hyphens or joiners.
pub fn normalise(word: &str, out: &mut String) {
    for c in word.chars() {
        match c {
            '’' | '‘' | '\u{2bc}' | '`' | '´' => out.push('\''),
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c => out.extend(c.to_lowercase()),
        }
    }
}

/// The text that is segmented in place of `text`: the same byte offsets, damage repaired.
pub fn readable(text: &str) -> Cow<'_, str> {
    mojibake::repair(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(text: &str) -> Vec<String> {
        words(&readable(text))
            .map(|(_, w)| {
                let mut form = String::new();
                normalise(w, &mut form);
                form
            })
            .collect()
    }

    #[test]
    fn words_are_what_a_reader_would_call_words() {
        for (text, want) in [
            ("WikiLeaks’s side", vec!["wikileaks's", "side"]),
            ("It doesn't — won’t — matter", vec!["it", "doesn't", "won't", "matter"]),
            ("self-aggrandizement", vec!["self", "aggrandizement"]),
            ("68GB of 11.5 million, $2bn", vec!["68gb", "of", "11.5", "million", "2bn"]),
            ("in the U.S. today", vec!["in", "the", "u.s", "today"]),
            ("Foreign PolicyÂ report", vec!["foreign", "policy", "report"]),
            ("Wikileaksâ€™s logs", vec!["wikileaks's", "logs"]),
            ("ÉCOLE Straße", vec!["école", "straße"]),
        ] {
            assert_eq!(forms(text), want);
        }
    }
}
