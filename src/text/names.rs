//! Capitalised names: runs of capitalised words, with the particles and connectives that names have inside.

use super::Span;
use super::prose::Prose;
use crate::order;
use std::ops::Range;

/// A name as the text has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Where.
    pub span: Span,
    /// Its words, as indices into [`Prose::words`].
    pub words: Range<usize>,
}

/// Small words that stand inside a name but never at its ends.
const INSIDE: &[&str] = &[
    "of", "the", "and", "for", "de", "del", "della", "da", "di", "la", "le", "van", "von", "der", "den", "bin", "al",
    "el", "y",
];
/// Titles, which belong to a name but are not one.
const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "professor",
    "sir",
    "lord",
    "lady",
    "sen",
    "senator",
    "rep",
    "gov",
    "governor",
    "president",
    "minister",
    "secretary",
    "judge",
    "justice",
    "gen",
    "general",
    "col",
    "colonel",
    "lt",
    "sgt",
    "capt",
    "captain",
    "mayor",
    "chancellor",
    "chief",
    "detective",
    "inspector",
    "councillor",
    "cllr",
    "king",
    "queen",
    "prince",
    "princess",
    "pope",
];

/// Whether `form` is a title that stands before a name.
pub fn is_title(form: &str) -> bool {
    TITLES.contains(&form)
}

/// The names of `prose`, in order.
///
/// The first word of a sentence counts only if it is no function word and either begins a run of capitals or stands
/// capitalised elsewhere in the middle of a sentence.
pub fn names(prose: &Prose) -> Vec<Name> {
    let words = prose.words();
    let mut firmly: Vec<u64> = Vec::new();
    for sentence in prose.sentences() {
        let rest = sentence.words.start.saturating_add(1)..sentence.words.end;
        firmly.extend(prose.words_in(rest).iter().filter(|w| w.capital && !w.stop).map(|w| w.stem));
    }
    let firmly = order::distinct_keys(firmly);
    let mut found = Vec::new();
    for sentence in prose.sentences() {
        let mut at = sentence.words.start;
        while at < sentence.words.end {
            let Some(word) = words.get(at) else { break };
            if !word.capital || word.stop {
                at += 1;
                continue;
            }
            let end = run(prose, at, sentence.words.end);
            let opens_sentence = at == sentence.words.start;
            let single = end == at + 1;
            if !(opens_sentence && single && firmly.binary_search(&word.stem).is_err())
                && let Some(last) = words.get(end.saturating_sub(1))
            {
                found.push(Name { span: word.span.to(&last.span), words: at..end });
            }
            at = end.max(at + 1);
        }
    }
    found
}

/// One past the last word of the name that starts at `at`.
fn run(prose: &Prose, at: usize, limit: usize) -> usize {
    let words = prose.words();
    let mut end = at + 1;
    let mut next = end;
    while next < limit {
        let gap = prose.gap_after(next - 1);
        let title = words.get(next - 1).is_some_and(|w| is_title(prose.form(w)));
        let initial = words.get(next - 1).is_some_and(|w| w.span.len() <= 3 && gap.starts_with('.'));
        let joined =
            gap == " " || gap == "-" || gap == "\u{a0}" || gap == " & " || ((title || initial) && gap.trim() == ".");
        let Some(word) = words.get(next) else { break };
        if !joined {
            break;
        }
        if word.capital && (!word.stop || gap == "-") {
            next += 1;
            end = next;
        } else if INSIDE.contains(&prose.form(word)) && next - end < 2 {
            next += 1;
        } else {
            break;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_whole() {
        for (text, want) in [
            ("The Tidewater Ledger reported that Odile Marsh left.", vec!["Tidewater Ledger", "Odile Marsh"]),
            ("Mr. John F. Hale of the Port of Merrow spoke.", vec!["Mr. John F. Hale of the Port of Merrow"]),
            ("Yesterday it rained. Nobody came.", vec![]),
            ("He met Vance. Vance was late.", vec!["Vance", "Vance"]),
            ("Ludwig van Beethoven and Clara came.", vec!["Ludwig van Beethoven and Clara"]),
        ] {
            let prose = Prose::new([(0, text)]);
            let got: Vec<&str> = names(&prose).iter().map(|n| n.span.of(text)).collect();
            assert_eq!(got, want, "{text}");
        }
    }
}
