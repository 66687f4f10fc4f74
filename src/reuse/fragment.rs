//! Text fragments: links that open the original at one sentence (WICG, *URL Fragment Text Directives*).
//!
//! `#:~:text=[prefix-,]start[,end][,-suffix]`. A browser takes the **first** stretch that fits, so a directive is given
//! only if the first stretch of the original that fits it is the sentence. Fitting is judged by whole words, letter case
//! and marks aside, which is laxer than any browser: what comes first here comes first there.

use crate::hashed::ByHash;
use crate::order;
use crate::text::stem::hash;
use crate::text::{Prose, Span};
use std::fmt::Write;
use std::ops::Range;

/// A sentence of at most this many words is given whole; a longer one by how it starts and ends.
const WHOLE: usize = 8;
/// The fewest words of a start or an end. Two are often unique in a body and not on a page: menus and teasers repeat
/// them.
const FEWEST: usize = 3;
/// The most words of a start, an end, a prefix or a suffix.
const MOST: usize = 12;
/// How many places one directive may look at, so that a page of one repeated word costs no more than another.
const PATIENCE: usize = 50_000;

/// The text directive of sentence number `sentence` of `original`, `text=…` without the `#:~:`; `None` if there is no
/// such sentence or nothing tells it from another place. For many sentences of one original use [`Fragments`].
pub fn directive(original: &Prose, sentence: usize) -> Option<String> {
    Fragments::new(original).directive(sentence)
}

/// `url` with `directive`, keeping a fragment that it already has and replacing a text directive.
pub fn href(url: &str, directive: &str) -> String {
    let (address, fragment) = url.split_once('#').unwrap_or((url, ""));
    let fragment = fragment.split_once(":~:").map_or(fragment, |(before, _)| before);
    format!("{address}#{fragment}:~:{directive}")
}

/// Makes the directives of one original.
pub struct Fragments<'p, 't> {
    original: &'p Prose<'t>,
    forms: Vec<u64>,
    places: ByHash<Vec<usize>>,
}

/// What a directive says, as words.
#[derive(Clone, Default)]
struct Terms {
    prefix: Option<Range<usize>>,
    start: Range<usize>,
    end: Option<Range<usize>>,
    suffix: Option<Range<usize>>,
}

impl<'p, 't> Fragments<'p, 't> {
    /// Prepares `original`.
    pub fn new(original: &'p Prose<'t>) -> Self {
        let forms: Vec<u64> = original.words().iter().map(|w| hash(original.form(w).as_bytes())).collect();
        let mut places: ByHash<Vec<usize>> = ByHash::default();
        for (at, form) in forms.iter().enumerate() {
            places.entry(*form).or_default().push(at);
        }
        Fragments { original, forms, places }
    }

    /// As the function [`directive`].
    pub fn directive(&self, sentence: usize) -> Option<String> {
        let sentence = self.original.sentences().get(sentence)?;
        let words = sentence.words.clone();
        if words.is_empty() {
            return None;
        }
        let mut patience = PATIENCE;
        let short = Terms { start: words.clone(), ..Terms::default() };
        let plain = if words.len() <= WHOLE { vec![short.clone()] } else { self.ranges(&words) };
        for terms in &plain {
            if self.first(terms, &mut patience) == Some(words.clone()) {
                return Some(self.write(terms, sentence.span));
            }
        }
        // With what stands before or after it: for a sentence that occurs twice, or starts as an earlier one does. Within
        // its block first: between blocks a page may show what the body does not have.
        let core = if words.len() <= MOST { short } else { self.ranges(&words).pop()? };
        let contexts = |n: usize| {
            let prefix = words.start.checked_sub(n).map(|from| from..words.start);
            let suffix = (words.end + n <= self.forms.len()).then_some(words.end..words.end + n);
            [(prefix.clone(), None), (None, suffix.clone()), (prefix, suffix)]
        };
        for within in [true, false] {
            for (prefix, suffix) in (1..=MOST).flat_map(contexts) {
                let terms = Terms { prefix, suffix, ..core.clone() };
                let sides = [&terms.prefix, &terms.suffix];
                if sides.iter().all(|s| s.is_none())
                    || !sides.into_iter().flatten().all(|r| self.usable(r, sentence.span, within))
                {
                    continue;
                }
                if self.first(&terms, &mut patience) == Some(words.clone()) {
                    return Some(self.write(&terms, sentence.span));
                }
            }
        }
        None
    }

    /// Ever longer starts, each with ever longer ends.
    fn ranges(&self, words: &Range<usize>) -> Vec<Terms> {
        let lengths = FEWEST..=MOST.min(words.len() / 2);
        let starts = lengths.clone().map(|n| words.start..words.start + n).filter(|r| self.cuts(r.end));
        let ends: Vec<Range<usize>> =
            lengths.map(|n| words.end - n..words.end).filter(|r| self.cuts(r.start)).collect();
        let mut all: Vec<Terms> = starts
            .flat_map(|s| ends.iter().map(move |e| (s.clone(), e.clone())))
            .map(|(start, end)| Terms { start, end: Some(end), ..Terms::default() })
            .collect();
        order::by_key(&mut all, |t| order::pair(t.start.len() + t.end.as_ref().map_or(0, Range::len), 0));
        if all.is_empty() {
            // No place to cut it: a script without spaces.
            all.push(Terms { start: words.clone(), ..Terms::default() });
        }
        all
    }

    /// Whether a browser sees a word boundary between the word before `at` and the one there, in any script.
    fn cuts(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| !self.original.gap_after(before).is_empty())
    }

    /// Whether a browser that has matched the words of `range` finds the sentence right after them (or before), with
    /// nothing but white space between: in the same block, or, unless `within`, in one right beside it.
    fn usable(&self, range: &Range<usize>, sentence: Span, within: bool) -> bool {
        let block = |at: usize| self.original.words().get(at).map(|w| w.span.block);
        let (Some(first), Some(last)) = (block(range.start), block(range.end - 1)) else { return false };
        let between = |p: &crate::text::Passage| {
            p.block > first.min(sentence.block) && p.block < first.max(sentence.block) && !p.text.trim().is_empty()
        };
        first == last
            && (first == sentence.block || !within && !self.original.passages().iter().any(between))
            && self.edge(range)
    }

    /// Whether the outer edge of a context is a word boundary in any script.
    fn edge(&self, range: &Range<usize>) -> bool {
        (range.start == 0 || self.cuts(range.start) || !self.same_block(range.start - 1..range.start + 1))
            && !self.original.gap_after(range.end - 1).is_empty()
            || range.end == self.forms.len()
            || !self.same_block(range.end - 1..range.end + 1)
    }

    /// The words of the first stretch that fits `terms`, as the specification finds it.
    fn first(&self, terms: &Terms, patience: &mut usize) -> Option<Range<usize>> {
        let lead = terms.prefix.as_ref().unwrap_or(&terms.start);
        for &at in self.places.get(self.forms.get(lead.start)?)? {
            *patience = patience.checked_sub(1)?;
            let Some(begin) = self.fits(lead, at) else { continue };
            let (begin, after) = match terms.prefix {
                None => (at, begin),
                Some(_) => match self.fits(&terms.start, begin) {
                    Some(after) => (begin, after),
                    None => continue,
                },
            };
            let Some(end) = &terms.end else {
                if self.follows(&terms.suffix, after) {
                    return Some(begin..after);
                }
                continue;
            };
            let ends = self.places.get(self.forms.get(end.start)?)?;
            for &place in ends.iter().skip(ends.partition_point(|&p| p < after)) {
                *patience = patience.checked_sub(1)?;
                if let Some(stop) = self.fits(end, place)
                    && self.follows(&terms.suffix, stop)
                {
                    return Some(begin..stop);
                }
            }
        }
        None
    }

    fn follows(&self, suffix: &Option<Range<usize>>, at: usize) -> bool {
        suffix.as_ref().is_none_or(|s| self.fits(s, at).is_some())
    }

    /// One past the last word, if the words of `phrase` stand at `at` too, in one block.
    fn fits(&self, phrase: &Range<usize>, at: usize) -> Option<usize> {
        let there = at..at.checked_add(phrase.len())?;
        let same = self.forms.get(phrase.clone())? == self.forms.get(there.clone())?;
        (same && self.same_block(there.clone())).then_some(there.end)
    }

    fn same_block(&self, range: Range<usize>) -> bool {
        let block = |at: usize| self.original.words().get(at).map(|w| w.span.block);
        range.is_empty() || block(range.start) == block(range.end - 1)
    }

    /// The directive. Next to a context the marks around the sentence go with it, since a browser lets nothing but white
    /// space stand between the two.
    fn write(&self, terms: &Terms, sentence: Span) -> String {
        let word = |at: usize| self.original.words().get(at).map(|w| w.span).unwrap_or_default();
        let mut start = word(terms.start.start).to(&word(terms.start.end.saturating_sub(1)));
        let mut end = terms.end.as_ref().map(|e| word(e.start).to(&word(e.end.saturating_sub(1))));
        let last = end.as_mut().unwrap_or(&mut start);
        if terms.suffix.is_some() {
            last.end = sentence.end;
        }
        if terms.prefix.is_some() {
            start.start = sentence.start;
        }
        let mut out = String::from("text=");
        if let Some(prefix) = &terms.prefix {
            let from = word(prefix.start);
            let text = self.original.passage(from.block).map_or("", |p| p.text);
            let until = if from.block == sentence.block { sentence.start as usize } else { text.len() };
            encode(&mut out, text.get(from.start as usize..until).unwrap_or(""));
            out.push_str("-,");
        }
        encode(&mut out, self.original.text(start));
        if let Some(end) = end {
            out.push(',');
            encode(&mut out, self.original.text(end));
        }
        if let Some(suffix) = &terms.suffix {
            let to = word(suffix.end.saturating_sub(1));
            let text = self.original.passage(to.block).map_or("", |p| p.text);
            let from = if to.block == sentence.block { sentence.end as usize } else { 0 };
            out.push_str(",-");
            encode(&mut out, text.get(from..to.end as usize).unwrap_or(""));
        }
        out
    }
}

/// Percent-encodes `text`, white space collapsed. All but unreserved characters is encoded, and the hyphen, which with
/// the comma and the ampersand has a meaning in a directive.
fn encode(out: &mut String, text: &str) {
    for (i, piece) in text.split_whitespace().enumerate() {
        if i > 0 {
            out.push_str("%20");
        }
        for byte in piece.bytes() {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~') {
                out.push(char::from(byte));
            } else {
                // Writing to a string does not fail.
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_segmentation::UnicodeSegmentation;

    /// What a browser does with a directive, by the steps of the specification's “find a range from a text directive”:
    /// characters, letter case aside, white space collapsed; a match lies in one block; starts and ends at word boundaries.
    struct Oracle {
        blocks: Vec<(String, Vec<usize>)>,
    }

    type Place = (usize, usize);

    impl Oracle {
        fn new(blocks: &[&str]) -> Self {
            let block = |b: &&str| {
                let text = b.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
                let bounds = text.split_word_bound_indices().map(|(i, _)| i).chain([text.len()]).collect();
                (text, bounds)
            };
            Oracle { blocks: blocks.iter().map(block).collect() }
        }

        fn find(&self, query: &str, from: Place, start_bounded: bool, end_bounded: bool) -> Option<(Place, Place)> {
            for (b, (text, bounds)) in self.blocks.iter().enumerate().skip(from.0) {
                let mut at = if b == from.0 { from.1 } else { 0 };
                while let Some(i) = text.get(at..).and_then(|t| t.find(query)) {
                    let (s, e) = (at + i, at + i + query.len());
                    if (!start_bounded || bounds.contains(&s)) && (!end_bounded || bounds.contains(&e)) {
                        return Some(((b, s), (b, e)));
                    }
                    at = s + text[s..].chars().next().map_or(1, char::len_utf8);
                }
            }
            None
        }

        fn skip_space(&self, mut at: Place) -> Place {
            while let Some((text, _)) = self.blocks.get(at.0) {
                match text[at.1..].chars().next() {
                    Some(c) if c.is_whitespace() => at.1 += c.len_utf8(),
                    Some(_) => break,
                    None if at.0 + 1 < self.blocks.len() => at = (at.0 + 1, 0),
                    None => break,
                }
            }
            at
        }

        fn go(&self, directive: &str) -> Option<(Place, Place)> {
            let mut parts: Vec<&str> = directive.strip_prefix("text=").unwrap().split(',').collect();
            let prefix = parts[0].strip_suffix('-').map(decode);
            if prefix.is_some() {
                parts.remove(0);
            }
            let suffix = parts.last().and_then(|p| p.strip_prefix('-')).map(decode);
            if suffix.is_some() {
                parts.pop();
            }
            assert!(matches!(parts.len(), 1 | 2), "{directive}");
            let (start, end) = (decode(parts[0]), parts.get(1).map(|p| decode(p)));
            let mut search = (0, 0);
            loop {
                let end_bounded = end.is_some() || suffix.is_none();
                let found = if let Some(prefix) = &prefix {
                    let (at, after) = self.find(prefix, search, true, false)?;
                    search = (at.0, at.1 + self.blocks[at.0].0[at.1..].chars().next().map_or(1, char::len_utf8));
                    let begin = self.skip_space(after);
                    match self.find(&start, begin, false, end_bounded) {
                        Some(m) if m.0 == begin => m,
                        _ => continue,
                    }
                } else {
                    let m = self.find(&start, search, true, end_bounded)?;
                    search = (m.0.0, m.0.1 + 1);
                    m
                };
                let mut range = found;
                let mut from = found.1;
                loop {
                    if let Some(end) = &end {
                        let m = self.find(end, from, true, suffix.is_none())?;
                        range.1 = m.1;
                        from = m.1;
                    }
                    let Some(suffix) = &suffix else { return Some(range) };
                    let next = self.skip_space(range.1);
                    if self.find(suffix, next, false, true).is_some_and(|m| m.0 == next) {
                        return Some(range);
                    }
                    if end.is_none() {
                        break;
                    }
                }
            }
        }
    }

    fn decode(part: &str) -> String {
        assert!(!part.contains(['-', '&', ' ']), "{part}");
        let mut bytes = Vec::new();
        let mut rest = part.bytes();
        while let Some(b) = rest.next() {
            if b == b'%' {
                let hex: Vec<u8> = rest.by_ref().take(2).collect();
                bytes.push(u8::from_str_radix(std::str::from_utf8(&hex).unwrap(), 16).unwrap());
            } else {
                bytes.push(b);
            }
        }
        String::from_utf8(bytes).unwrap().to_lowercase()
    }

    fn prose<'t>(blocks: &[&'t str]) -> Prose<'t> {
        Prose::new((0u32..).zip(blocks.iter().copied()))
    }

    const REPORT: &[&str] = &[
        "Harbour board hid loans for six years",
        "The Merrow harbour board hid loans of £4.2m from its auditors for six years, minutes seen by the Ledger show. \
         The loans – 11 in all – went to three dredging firms, two of which have since closed.",
        "“We were told nothing,” Odile Marsh, who chairs the audit committee, said on Thursday. “Nobody came to us.”",
        "The board declined to comment.",
        "",
        "In 2029 it had written: “Nobody came to us.” The board declined to comment.",
        "A spokesman for R&D-heavy Dredge-Well, Inc. said: “100% untrue, as far as we recall – these are already public.”",
        "The loans – 11 in all – went to three dredging firms, and what became of the money is not known to this day.",
        "The board   declined\u{a0}to comment.",
    ];

    #[test]
    fn a_browser_lands_on_the_very_sentence() {
        let original = prose(REPORT);
        let oracle = Oracle::new(REPORT);
        let fragments = Fragments::new(&original);
        let mut without = Vec::new();
        for (i, sentence) in original.sentences().iter().enumerate() {
            let text = original.text(sentence.span);
            let Some(directive) = fragments.directive(i) else {
                without.push(text);
                continue;
            };
            let (from, to) = oracle.go(&directive).unwrap_or_else(|| panic!("{directive} finds nothing for {text}"));
            assert_eq!(from.0, sentence.span.block as usize, "{directive}: {text}");
            assert_eq!(to.0, from.0, "{directive}");
            let words = &original.words()[sentence.words.clone()];
            let squeeze = |s: &str| s.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            let whole = squeeze(original.text(words[0].span.to(&words[words.len() - 1].span)));
            let found = &oracle.blocks[from.0].0[from.1..to.1];
            assert!(found.contains(&whole) && found.len() <= whole.len() + 6, "{directive}: {found}");
        }
        assert!(without.is_empty(), "{without:?}");
    }

    #[test]
    fn directives_are_short_and_keep_their_marks_encoded() {
        let original = prose(REPORT);
        let at =
            |start: &str| original.sentences().iter().position(|s| original.text(s.span).starts_with(start)).unwrap();
        for (start, want) in [
            ("The Merrow", "text=The%20Merrow%20harbour,the%20Ledger%20show"),
            ("“We were told", "text=We%20were%20told,said%20on%20Thursday"),
            ("The board declined", "text=The%20board%20declined%20to%20comment"),
            ("A spokesman", "text=A%20spokesman%20for,are%20already%20public"),
        ] {
            assert_eq!(directive(&original, at(start)).as_deref(), Some(want));
        }
        let short = prose(&["R&D-heavy, 100% \u{feff}true — naïve?"]);
        assert_eq!(
            directive(&short, 0).as_deref(),
            Some("text=R%26D%2Dheavy%2C%20100%25%20%EF%BB%BFtrue%20%E2%80%94%20na%C3%AFve")
        );
    }

    #[test]
    fn what_cannot_be_told_apart_gets_no_link() {
        let twice = prose(&["It rained.", "It rained.", "It rained."]);
        // The first needs no context, the last has one before it, and the second is like both.
        assert_eq!(directive(&twice, 0).as_deref(), Some("text=It%20rained"));
        assert_eq!(directive(&twice, 9), None);
        assert_eq!(directive(&prose(&[]), 0), None);
        let many: Vec<&str> = vec!["Buffalo buffalo buffalo. "; 3_000];
        assert!(directive(&prose(&many), 2_900).is_none());
    }

    #[test]
    fn a_script_without_spaces_is_given_whole() {
        let blocks = ["東京都の職員が三日、記者会見で陳謝した。詳しい原因は調べている。"];
        let original = prose(&blocks);
        let oracle = Oracle::new(&blocks);
        for (i, sentence) in original.sentences().iter().enumerate() {
            let (from, _) = oracle.go(&directive(&original, i).unwrap()).unwrap();
            assert_eq!(from.1, sentence.span.start as usize);
        }
    }

    #[test]
    fn a_fragment_that_is_there_already_stays() {
        for (url, want) in [
            ("https://a.example/b", "https://a.example/b#:~:text=x"),
            ("https://a.example/b?c=d#part-2", "https://a.example/b?c=d#part-2:~:text=x"),
            ("https://a.example/b#:~:text=old", "https://a.example/b#:~:text=x"),
            ("https://a.example/b#!/route:~:text=old&text=more", "https://a.example/b#!/route:~:text=x"),
        ] {
            assert_eq!(href(url, "text=x"), want);
        }
    }
}
