//! Sentences: the boundaries of UAX #29 (rules SB4 to SB11), corrected for abbreviations, initials, quoted questions and
//! ellipses.
//!
//! The rules are applied here, over the classes of characters that the standard library knows: the segmentation crate's own
//! table of sentence classes is 30 KB, and news text never asks for what else is in it.

use super::WordList;
use super::stopwords::is_stopword;
use std::ops::Range;

/// Abbreviations that a sentence does not end with: titles and the like, always followed by what they belong to.
const BEFORE_NAME: WordList = WordList(
    "adm atty brig capt cmdr col cpl det dr fr ft gen gov hon insp lt maj messrs mme mr mrs ms mt pfc \
     pres prof pvt rep reps rev sen sens sgt sr st supt e.g i.e cf vs v viz approx al",
);
/// Abbreviations that a number follows.
const BEFORE_NUMBER: WordList =
    WordList("no nos p pp fig art sec vol ch jan feb mar apr jun jul aug sep sept oct nov dec");
/// Abbreviations that may or may not end a sentence: they do when a function word follows.
const EITHER: WordList = WordList(
    "a.m p.m u.s u.k u.n e.u d.c l.a n.y u.s.a inc corp co ltd bros jr etc ave blvd rd dept univ assn \
     ariz calif colo conn fla ga ill ind kan ky la mass md mich minn miss mo neb nev okla ore pa tenn tex \
     va vt wash wis ph.d b.a m.a",
);
/// What may follow the name after a quoted question: `“Why?” Smith asked.` is one sentence.
const SAYING: WordList = WordList(
    "said says asked asks told added wrote replied shouted exclaimed cried demanded wondered answered \
     continued tweeted recalled quipped joked",
);

/// The sentences of `text`, as byte ranges without the white space around them.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    for end in boundaries(text) {
        let segment = text.get(at..end).unwrap_or("");
        for piece in at_ellipses(segment) {
            let range = at + piece.start..at + piece.end;
            let next = text.get(range.clone()).unwrap_or("");
            let joins = found.last().is_some_and(|prev| goes_on(text.get(prev.clone()).unwrap_or(""), next));
            match found.last_mut() {
                Some(prev) if joins => prev.end = range.end,
                _ => found.push(range),
            }
        }
        at = end;
    }
    found.into_iter().filter_map(|range| trim(text, range)).collect()
}

/// Where sentences end by the rules of UAX #29 alone, as byte offsets, the end of the text last.
fn boundaries(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut chars = text.char_indices().filter(|(_, c)| !is_transparent(*c)).peekable();
    let mut before = None;
    while let Some((at, c)) = chars.next() {
        let previous = before.replace(c);
        if is_paragraph_end(c) {
            let crlf = c == '\r' && chars.peek().is_some_and(|(_, n)| *n == '\n');
            if !crlf {
                ends.push(at + c.len_utf8());
            }
            continue;
        }
        let full_stop = is_full_stop(c);
        if !full_stop && !is_terminator(c) {
            continue;
        }
        if full_stop && let Some((_, next)) = chars.peek() {
            let cased = previous.is_some_and(|p| p.is_uppercase() || p.is_lowercase());
            // SB6: 3.5; SB7: U.S
            if next.is_numeric() || (cased && next.is_uppercase()) {
                continue;
            }
        }
        let mut end = at + c.len_utf8();
        let mut take = |class: fn(char) -> bool| {
            while let Some((at, c)) = chars.next_if(|(_, c)| class(*c)) {
                end = at + c.len_utf8();
                before = Some(c);
            }
        };
        take(is_close);
        take(|c| c.is_whitespace() && !is_paragraph_end(c));
        match chars.peek() {
            None => {}
            // SB4 ends it there.
            Some((_, next)) if is_paragraph_end(*next) => {}
            // SB8a
            Some((_, next)) if is_continuation(*next) || is_full_stop(*next) || is_terminator(*next) => {}
            // SB8: a full stop before a word in lower case, whatever marks or figures stand between
            Some((at, _)) if full_stop && goes_on_lower(text.get(*at..).unwrap_or("")) => {}
            Some(_) => ends.push(end),
        }
    }
    if ends.last() != Some(&text.len()) && !text.is_empty() {
        ends.push(text.len());
    }
    ends
}

fn goes_on_lower(rest: &str) -> bool {
    rest.chars()
        .take(LOOK_AHEAD)
        .find(|&c| c.is_alphabetic() || is_paragraph_end(c) || is_full_stop(c) || is_terminator(c))
        .is_some_and(char::is_lowercase)
}

/// How far SB8 looks for a letter: a line of figures has no end otherwise, and the cost would be its square.
const LOOK_AHEAD: usize = 64;

fn is_paragraph_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_full_stop(c: char) -> bool {
    matches!(c, '.' | '\u{2024}' | '\u{fe52}' | '\u{ff0e}')
}

fn is_terminator(c: char) -> bool {
    matches!(
        c,
        '!' | '?'
            | '‼'
            | '‽'
            | '⁇'
            | '⁈'
            | '⁉'
            | '。'
            | '！'
            | '？'
            | '｡'
            | '։'
            | '؟'
            | '۔'
            | '।'
            | '॥'
            | '።'
    )
}

fn is_continuation(c: char) -> bool {
    matches!(c, ',' | '-' | ':' | ';' | '–' | '—' | '،' | '、' | '，' | '：' | '；')
}

fn is_close(c: char) -> bool {
    closes(c) || opens(c) || matches!(c, '」' | '』' | '）' | '】' | '「' | '『' | '（' | '【' | '‛' | '‟')
}

/// SB5: what is as if it were not there.
fn is_transparent(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{300}'..='\u{36f}')
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
    if BEFORE_NAME.has(&lower) {
        // “v.” and “st.” in lower case, and any title, but “No. 1 v. 2.”
        return true;
    }
    if BEFORE_NUMBER.has(&lower) {
        return first.is_ascii_digit();
    }
    let function_word = {
        let word: String = next.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '\'' | '’')).collect();
        is_stopword(&word.to_lowercase().replace('’', "'"))
    };
    // “J. Edgar”, “J.D. Power”.
    let initials = last != "I"
        && last
            .split('.')
            .all(|part| part.chars().next().is_some_and(char::is_uppercase) && part.chars().nth(1).is_none());
    (initials || EITHER.has(&lower)) && !function_word
}

/// `Smith asked`, `Ms. Vance said`.
fn names_a_speaker(next: &str) -> bool {
    let mut words = next.split_whitespace().take(5).map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()));
    let capitals = |w: &str| w.chars().next().is_some_and(char::is_uppercase);
    let mut names = 0;
    words.any(|w| {
        let says = names > 0 && SAYING.has(w);
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
            &["According to the J.D. Marsh survey, it fell.", "A.B. Hale denied it.", "I."],
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
    fn boundaries_are_those_of_the_standard() {
        use unicode_segmentation::UnicodeSegmentation;
        for text in [
            "The U.S. Senate voted. It passed at 3.5 per cent! “Why?” he asked. (No.) Yes…",
            "He left. \u{201c}No,\u{201d} she said. 'So it goes.' Then: nothing; nobody. e.g. this. 4. that",
            "One\ntwo.\r\nThree. four Five?! six, “Seven.” eight. Nine \u{ad}ten.",
            "www.example.com is down... It was up. A. B. Smith? \"Really.\" -- He did. Wait. . . what",
            "Das ist so. »Nein.« Ja. 今日は。明日！ Fin.",
            "",
            " . ",
        ] {
            let mut at = 0;
            let standard: Vec<usize> = text
                .split_sentence_bounds()
                .map(|s| {
                    at += s.len();
                    at
                })
                .collect();
            assert_eq!(boundaries(text), standard, "{text}");
        }
    }

    #[test]
    fn nothing_makes_nothing() {
        assert!(sentences("").is_empty());
        assert!(sentences(" \n ").is_empty());
        assert_eq!(sentences("one\ntwo"), [0..3, 4..7]);
    }
}
