//! Differences that leave a quotation what it is: names in full, forms that the sentence asks for, what the page owns up to.

use super::Pair;
use crate::text::Prose;
use crate::text::names::is_title;
use std::ops::Range;

impl Pair<'_, '_> {
    /// Whether the original's words are the page's name for the same in full: what an initialism stands for, or the rest
    /// of a name that the page breaks off (“the Department of Health” for “the department”).
    pub(super) fn full_name(&self, ours: &Range<usize>, theirs: &Range<usize>) -> bool {
        let words = |range: &Range<usize>| {
            range
                .clone()
                .filter_map(|i| self.theirs.word(i))
                .filter_map(|w| self.original.words().get(w))
                .collect::<Vec<_>>()
        };
        let full = words(theirs);
        let named = full.iter().all(|w| w.capital || w.stop);
        if ours.is_empty() {
            let plain = |i: usize| self.theirs.word(i).is_some_and(|w| self.original.gap_after(w).trim().is_empty());
            let begun = theirs.start.checked_sub(1).filter(|&i| plain(i)).map(|i| words(&(i..theirs.start)));
            let joined = |w: &&crate::text::Word| w.capital || matches!(self.original.form(w), "of" | "the");
            let title = full.iter().all(|w| is_title(self.original.form(w)));
            return title || begun.is_some_and(|b| b.iter().all(|w| w.capital)) && full.iter().all(joined);
        }
        let initials: String =
            full.iter().filter(|w| w.capital).filter_map(|w| self.original.form(w).chars().next()).collect();
        let short = self.ours.word(ours.start).and_then(|w| self.page.words().get(w)).map(|w| self.page.form(w));
        // “the Met” for “the Metropolitan Police Service”
        let begun = |s: &str| {
            s.len() > 2
                && full.first().is_some_and(|w| w.capital && self.original.form(w).starts_with(s))
                && ours.len() == 1
        };
        named && full.len() > 1 && short.is_some_and(|s| s.len() > 1 && s == initials || begun(s))
    }

    /// Whether the quotation is no sentence of its own, but a part of the page's.
    pub(super) fn fragment(&self) -> bool {
        let first = self.page.word_range(self.quotation.inner).start;
        self.page.words().get(first).is_some_and(|w| !w.capital)
    }

    /// “vowed to ‘run the port into the ground’” for “running …”: the first word or the last in the form that the sentence around asks for.
    pub(super) fn inflected(&self, ours: &Range<usize>, theirs: &Range<usize>) -> bool {
        let stem = |p: &Prose, word: Option<usize>| word.and_then(|w| p.words().get(w)).map(|w| w.stem);
        ours.len() == 1
            && theirs.len() == 1
            && (ours.start == 0 || ours.end == self.ours.keys.len())
            && stem(self.page, self.ours.word(ours.start)) == stem(self.original, self.theirs.word(theirs.start))
    }

    /// Whether the original has only said the same word twice: “my job is is not”.
    pub(super) fn stammer(&self, theirs: &Range<usize>) -> bool {
        let key = |at: usize| self.theirs.keys.get(at);
        theirs.len() == 1
            && (key(theirs.start) == key(theirs.end) || theirs.start > 0 && key(theirs.start) == key(theirs.start - 1))
    }

    /// Whether the page's words are the original's but for a space or a hyphen. At an edge the original's go on.
    pub(super) fn one_word(&self, have: &[String], theirs: &Range<usize>) -> bool {
        let joined = have.concat().replace('\'', "");
        let mut other = String::new();
        let mut words: Vec<usize> = (theirs.start..theirs.end + 2).filter_map(|i| self.theirs.word(i)).collect();
        words.dedup();
        !joined.is_empty()
            && words.iter().filter_map(|&w| self.original.words().get(w)).any(|w| {
                other.push_str(&self.original.form(w).replace('\'', ""));
                other == joined
            })
    }

    /// Whether the page owns up to the change: brackets around its words, or an ellipsis.
    pub(super) fn page_marks(&self, left: Option<usize>, right: Option<usize>, ours: &Range<usize>) -> bool {
        let text = self.page.passage(self.quotation.inner.block).map_or("", |p| p.text);
        let bound = |w: Option<usize>, end: bool| {
            w.and_then(|w| self.page.words().get(w)).map(|w| if end { w.span.end } else { w.span.start })
        };
        let from = bound(left, true).unwrap_or(self.quotation.inner.start);
        let to = bound(right, false).unwrap_or(self.quotation.inner.end);
        let between = text.get(from as usize..to as usize).unwrap_or("");
        between.contains(['…', '[', ']', '*'])
            || between.contains("...")
            || between.contains(". .")
            || ours.clone().filter_map(|i| self.ours.word(i)).any(|w| bracketed(self.page, w))
    }

    /// Whether the original's words there are an editor's, or of two quotations. `on` is whether the page's quotation goes on after them:
    /// beyond its end the original may have another one.
    pub(super) fn original_marks(&self, theirs: &Range<usize>, on: bool) -> bool {
        let around = theirs.start.saturating_sub(1)..theirs.end + usize::from(on);
        let words: Vec<usize> = around.filter_map(|i| self.theirs.word(i)).collect();
        let blotted = |w: usize| self.original.gap_after(w).contains('*');
        words.iter().any(|&w| bracketed(self.original, w) || blotted(w))
            || words.windows(2).any(|w| w.last() > w.first().map(|f| f + 1).as_ref())
    }
}

/// Whether a word stands in square brackets: the nearest bracket before it opens.
pub(super) fn bracketed(prose: &Prose, word: usize) -> bool {
    let Some(span) = prose.words().get(word).map(|w| w.span) else { return false };
    let before = prose.passage(span.block).and_then(|p| p.text.get(..span.start as usize)).unwrap_or("");
    let near = before.char_indices().rev().take(80).find(|(_, c)| matches!(c, '[' | ']'));
    near.is_some_and(|(_, c)| c == '[')
}

/// Differences that leave a quotation what it is: an article or a conjunction more or less, fillers of speech.
pub(super) fn same_sense(have: &[String], had: &[String]) -> bool {
    const LIGHT: &[&str] = &[
        "a", "an", "the", "that", "which", "this", "these", "those", "and", "so", "well", "um", "uh", "er", "erm",
        "oh", "just", "very", "really", "quite", "too", "then", "there", "now", "of", "to", "sic", "yeah", "also",
    ];
    have.iter().chain(had).all(|w| LIGHT.contains(&w.as_str()))
}

/// “she’s” for “she has”: the keys of a contraction say “is”.
pub(super) fn same_contraction(have: &[String], had: &[String]) -> bool {
    let short = |s: &[String]| matches!(s, [w] if w.ends_with("'s") || w.ends_with("'d"));
    let full = |s: &[String]| matches!(s, [w] if matches!(w.as_str(), "has" | "is" | "had" | "would" | "us"));
    short(have) && full(had) || full(have) && short(had) || short(have) && had == have
}

/// “to satisfy ‘his squalid urges’” for “your squalid urges”: the person that the sentence around it asks for.
pub(super) fn fitted(have: &[String], had: &[String]) -> bool {
    const FIRST_AND_SECOND: &[&str] = &["i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your", "yours"];
    const THIRD: &[&str] = &["he", "she", "him", "her", "his", "hers", "they", "them", "their", "theirs"];
    match (have, had) {
        ([a], [b]) => THIRD.contains(&a.as_str()) && FIRST_AND_SECOND.contains(&b.as_str()),
        _ => false,
    }
}

/// “Thomas’s” for “Thomas’”: the form of the second has no apostrophe.
pub(super) fn same_possessive(have: &[String], had: &[String]) -> bool {
    let bare = |s: &[String]| match s {
        [w] => Some(w.trim_end_matches("'s").trim_end_matches('\'').to_owned()),
        _ => None,
    };
    bare(have).zip(bare(had)).is_some_and(|(a, b)| a == b && a.ends_with('s'))
}
