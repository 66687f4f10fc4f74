//! Sentences: UAX #29 boundaries, corrected for abbreviations, initials, quoted questions and ellipses.

use super::stopwords::is_stopword;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Abbreviations that a sentence does not end with: titles and the like, always followed by what they belong to.
const BEFORE_NAME: &[&str] = &[
    "adm", "atty", "brig", "capt", "cmdr", "col", "cpl", "det", "dr", "fr", "ft", "gen", "gov", "hon", "insp", "lt",
    "maj", "messrs", "mme", "mr", "mrs", "ms", "mt", "pfc", "pres", "prof", "pvt", "rep", "reps", "rev", "sen", "sens",
    "sgt", "sr", "st", "supt", "e.g", "i.e", "cf", "vs", "v", "viz", "approx", "al",
];
/// Abbreviations that a number follows.
const BEFORE_NUMBER: &[&str] = &[
    "no", "nos", "p", "pp", "fig", "art", "sec", "vol", "ch", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec",
];
/// Abbreviations that may or may not end a sentence: they do when a function word follows.
const EITHER: &[&str] = &[
    "a.m", "p.m", "u.s", "u.k", "u.n", "e.u", "d.c", "l.a", "n.y", "u.s.a", "inc", "corp", "co", "ltd", "bros", "jr",
    "etc", "ave", "blvd", "rd", "dept", "univ", "assn", "ariz", "calif", "colo", "conn", "fla", "ga", "ill", "ind",
    "kan", "ky", "la", "mass", "md", "mich", "minn", "miss", "mo", "neb", "nev", "okla", "ore", "pa", "tenn", "tex",
    "va", "vt", "wash", "wis", "ph.d", "b.a", "m.a",
];
/// What may follow the name after a quoted question: `“Why?” Smith asked.` is one sentence.
const SAYING: &[&str] = &[
    "said",
    "says",
    "asked",
    "asks",
    "told",
    "added",
    "wrote",
    "replied",
    "shouted",
    "exclaimed",
    "cried",
    "demanded",
    "wondered",
    "answered",
    "continued",
    "tweeted",
    "recalled",
    "quipped",
    "joked",
];

/// The sentences of `text`, as byte ranges without the white space around them.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, segment) in text.split_sentence_bound_indices() {
        for piece in at_ellipses(segment) {
            let range = at + piece.start..at + piece.end;
            let next = text.get(range.clone()).unwrap_or("");
            let joins = found.last().is_some_and(|prev| goes_on(text.get(prev.clone()).unwrap_or(""), next));
            match found.last_mut() {
                Some(prev) if joins => prev.end = range.end,
                _ => found.push(range),
            }
        }
    }
    found.into_iter().filter_map(|range| trim(text, range)).collect()
}

fn trim(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let piece = text.get(range.clone())?;
    let start = range.start + (piece.len() - piece.trim_start().len());
    let end = range.end - (piece.len() - piece.trim_end().len());
    (start < end).then_some(start..end)
}

/// Whether a character may stand between a full stop and the end of its sentence.
fn closes(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '}')
}

fn opens(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '«' | '‹' | '„' | '‚' | '(' | '[' | '{' | '¿' | '¡' | '`')
}

/// UAX #29 does not end a sentence at `…`; it does end one before a capital.
fn at_ellipses(segment: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, mark) in segment.match_indices('…') {
        let after = segment.get(at + mark.len()..).unwrap_or("");
        let tail = after.trim_start_matches(closes);
        let next = tail.trim_start();
        let spaced = next.len() < tail.len();
        let word = next.trim_start_matches(opens);
        if spaced && word.chars().next().is_some_and(char::is_uppercase) {
            let end = segment.len() - next.len();
            pieces.push(start..end);
            start = end;
        }
    }
    pieces.push(start..segment.len());
    pieces
}

/// Whether `next` still belongs to the sentence that `prev` was taken for.
fn goes_on(prev: &str, next: &str) -> bool {
    if prev.ends_with(['\n', '\r', '\u{2028}', '\u{2029}']) {
        return false;
    }
    let next = next.trim();
    let word = next.trim_start_matches(opens);
    let Some(first) = word.chars().next() else {
        return true; // nothing but marks: a stray closing quote
    };
    if !next.chars().any(char::is_alphanumeric) || first.is_lowercase() {
        return true;
    }
    let prev = prev.trim_end();
    let bare = prev.trim_end_matches(closes);
    if let Some(stem) = bare.strip_suffix('.') {
        return bare.len() == prev.len() && after_abbreviation(stem, first, word);
    }
    bare.len() < prev.len() && bare.ends_with(['?', '!']) && names_a_speaker(word)
}

fn after_abbreviation(stem: &str, first: char, next: &str) -> bool {
    let last =
        stem.rsplit(|c: char| c.is_whitespace() || opens(c) || matches!(c, '—' | '–' | '-' | '/')).next().unwrap_or("");
    if last.is_empty() || last.len() > 8 || last.ends_with('.') {
        return false;
    }
    let lower = last.to_lowercase();
    if BEFORE_NAME.contains(&lower.as_str()) {
        // “v.” and “st.” in lower case, and any title, but “No. 1 v. 2.”
        return true;
    }
    if BEFORE_NUMBER.contains(&lower.as_str()) {
        return first.is_ascii_digit();
    }
    let function_word = {
        let word: String = next.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '\'' | '’')).collect();
        is_stopword(&word.to_lowercase().replace('’', "'"))
    };
    let mut letters = last.chars();
    let initial = matches!((letters.next(), letters.next()), (Some(c), None) if c.is_uppercase() && c != 'I');
    (initial || EITHER.contains(&lower.as_str())) && !function_word
}

/// `Smith asked`, `Ms. Vance said`.
fn names_a_speaker(next: &str) -> bool {
    let mut words = next.split_whitespace().take(5).map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()));
    let capitals = |w: &str| w.chars().next().is_some_and(char::is_uppercase);
    let mut names = 0;
    words.any(|w| {
        let says = names > 0 && SAYING.contains(&w);
        names += u32::from(capitals(w));
        says
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_would_end_them() {
        let cases: &[&[&str]] = &[
            &["Mr. Hale met Sen. Ortiz.", "They talked."],
            &["The U.S. Senate voted at 3 p.m. on Tuesday.", "It passed."],
            &["He moved to the U.S.", "The rest stayed."],
            &["She was born on Jan. 4, 1961, in St. Ives.", "He was not."],
            &["John F. Kennedy spoke.", "J. Edgar listened."],
            &["It fell 3.5 percent.", "No. 10 declined to comment."],
            &["“Why?” he asked.", "Nobody knew."],
            &["“Why now?” Odile Marsh asked.", "Nobody knew."],
            &["“We lost two.", "Nobody came,” she said.", "“It was late.”"],
            &["He paused…", "Then he left."],
            &["They … did nothing.", "(It shows.)", "Yes!"],
            &["\"Stop!\"", "Then it was quiet."],
            &["She works for Acme Inc. and for Widget Ltd. in Leeds."],
            &["Wait... what?", "Really."],
        ];
        for want in cases {
            let text = want.join(" ");
            let got: Vec<&str> = sentences(&text).into_iter().map(|r| &text[r]).collect();
            assert_eq!(got, *want, "{text}");
        }
    }

    #[test]
    fn nothing_makes_nothing() {
        assert!(sentences("").is_empty());
        assert!(sentences(" \n ").is_empty());
        assert_eq!(sentences("one\ntwo"), [0..3, 4..7]);
    }
}
