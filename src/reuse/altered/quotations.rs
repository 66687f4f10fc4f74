//! Quotations whose words differ from the same quotation in the original.

use super::super::Altered;
use super::{common, span_of, spelling};
use crate::report::AlteredKind;
use crate::text::names::is_title;
use crate::text::quantities::{Quantity, quantities};
use crate::text::{Prose, Quotation};
use std::collections::HashMap;
use std::ops::Range;

/// A quotation of fewer words is a phrase, which two writers may well choose differently.
const SHORTEST: usize = 4;
/// Share of the page's words that the original must have in order before the two are one quotation. At .7 a six-word
/// quotation may have one word changed, a ten-word one three. Lower, and retold speech is taken for changed quotations.
const ALIKE: f64 = 0.7;
/// Words for each change: a quotation with more changes than that was retold, not changed.
const APART: usize = 5;
/// More words than this in one place were not changed but replaced or left out.
const MOST: usize = 5;
/// How far the original's quoted words are searched on either side of where they are expected.
const SLACK: usize = 12;
/// A word that stands in more places of the original's quotations does not say where a quotation is.
const COMMON: usize = 24;

/// The quoted words of a document: their keys, with the index of the word that each is of. A contraction has two keys.
struct Quoted {
    keys: Vec<u64>,
    words: Vec<usize>,
}

impl Quoted {
    fn of(prose: &Prose, words: impl Iterator<Item = usize>) -> Quoted {
        let mut quoted = Quoted { keys: Vec::new(), words: Vec::new() };
        for at in words {
            if let Some(word) = prose.words().get(at) {
                spelling::keys(prose.form(word), &mut quoted.keys);
                quoted.words.resize(quoted.keys.len(), at);
            }
        }
        quoted
    }

    fn word(&self, at: usize) -> Option<usize> {
        self.words.get(at).copied()
    }

    /// The words of the keys in `range`.
    fn words(&self, range: Range<usize>) -> Option<Range<usize>> {
        let (first, last) = (self.word(range.start)?, self.word(range.end.checked_sub(1)?)?);
        Some(first..last + 1)
    }
}

/// The changed words of every quotation of `page` that `original` has too, not quite the same.
pub(super) fn altered(page: &Prose, original: &Prose) -> Vec<Altered> {
    let theirs = Quoted::of(original, (0..original.words().len()).filter(|&i| quoted(original, i)));
    if theirs.keys.is_empty() {
        return Vec::new();
    }
    let everything = Quoted::of(original, 0..original.words().len());
    let mut places: HashMap<u64, Vec<usize>> = HashMap::new();
    theirs.keys.iter().enumerate().for_each(|(at, &key)| places.entry(key).or_default().push(at));
    let mut text_places: HashMap<u64, Vec<usize>> = HashMap::new();
    everything.keys.iter().enumerate().for_each(|(at, &key)| text_places.entry(key).or_default().push(at));
    let mut found = Vec::new();
    for quotation in page.quotations().iter().filter(|q| q.depth == 0) {
        for words in stretches(page, quotation) {
            let ours = Quoted::of(page, words);
            if ours.keys.len() < SHORTEST
                || ours.keys.len() > super::LONGEST / 2
                || stands(&ours.keys, &everything.keys, &text_places)
            {
                continue;
            }
            if let Some(window) = nearest(&ours, &places, theirs.keys.len()) {
                Pair { page, original, quotation, ours: &ours, theirs: &theirs }.differences(window, &mut found);
            }
        }
    }
    found
}

/// The words of a quotation between its ellipses, each of which may stand in a place of its own.
fn stretches(page: &Prose, quotation: &Quotation) -> Vec<Range<usize>> {
    let words = page.word_range(quotation.inner);
    let mut from = words.start;
    let mut found = Vec::new();
    for at in words.clone() {
        let gap = if at + 1 < words.end { page.gap_after(at) } else { "" };
        if gap.contains('…') || gap.contains("..") || gap.contains(". .") {
            found.push(from..at + 1);
            from = at + 1;
        }
    }
    found.push(from..words.end);
    found
}

fn quoted(prose: &Prose, at: usize) -> bool {
    prose.words().get(at).is_some_and(|w| w.quoted)
}

/// Whether the same words stand somewhere in the original, quoted or not.
fn stands(ours: &[u64], all: &[u64], places: &HashMap<u64, Vec<usize>>) -> bool {
    // Looked for by its rarest word, so that it costs little.
    let rarest = ours.iter().enumerate().min_by_key(|(_, k)| places.get(k).map_or(0, Vec::len));
    let Some((offset, key)) = rarest else { return false };
    let starts = places.get(key).into_iter().flatten().filter_map(|at| at.checked_sub(offset)).take(200);
    starts.into_iter().any(|s| all.get(s..s + ours.len()).is_some_and(|t| t == ours))
}

/// Where in the original's quoted words this quotation stands, if anywhere: the stretch that most of its words point to.
fn nearest(ours: &Quoted, places: &HashMap<u64, Vec<usize>>, length: usize) -> Option<Range<usize>> {
    let mut votes: HashMap<usize, usize> = HashMap::new();
    for (i, key) in ours.keys.iter().enumerate() {
        let Some(at) = places.get(key).filter(|p| p.len() <= COMMON) else { continue };
        for start in at.iter().map(|&p| (p + ours.keys.len()).saturating_sub(i) / SLACK) {
            *votes.entry(start).or_default() += 1;
            *votes.entry(start + 1).or_default() += 1;
        }
    }
    let (&bucket, &count) = votes.iter().max_by_key(|(bucket, votes)| (**votes, std::cmp::Reverse(**bucket)))?;
    if count < 2 {
        return None;
    }
    let start = (bucket * SLACK).saturating_sub(ours.keys.len() + SLACK);
    Some(start..(start + ours.keys.len() + 3 * SLACK).min(length))
}

/// The longest common subsequence that keeps together in the original: the first words of a quotation may stand in a
/// heading or in an earlier quotation, too, and it is the nearer place that the page's quotation has them from.
fn closest(ours: &[u64], theirs: &[u64]) -> Vec<(usize, usize)> {
    // The first that ends as early as it can, then, back from its end, the one that begins as late as it can.
    let early = common(ours, theirs);
    let Some(theirs) = early.last().and_then(|last| theirs.get(..=last.1)) else { return early };
    let turned = |keys: &[u64]| keys.iter().rev().copied().collect::<Vec<u64>>();
    let back = common(&turned(ours), &turned(theirs));
    back.into_iter().rev().map(|(i, j)| (ours.len() - 1 - i, theirs.len() - 1 - j)).collect()
}

struct Pair<'a, 't> {
    page: &'a Prose<'t>,
    original: &'a Prose<'t>,
    quotation: &'a Quotation,
    ours: &'a Quoted,
    theirs: &'a Quoted,
}

impl Pair<'_, '_> {
    fn differences(&self, window: Range<usize>, found: &mut Vec<Altered>) {
        let Some(theirs) = self.theirs.keys.get(window.clone()) else { return };
        let pairs: Vec<(usize, usize)> =
            closest(&self.ours.keys, theirs).into_iter().map(|(i, j)| (i, j + window.start)).collect();
        let pairs = self.gathered(pairs);
        let telling = pairs.iter().filter(|p| self.content(self.page, self.ours.word(p.0))).count();
        // What is in brackets is the editor's and not to be found in the original.
        let own = self.ours.words.iter().filter(|&&w| bracketed(self.page, w)).count();
        let counted = self.ours.keys.len().saturating_sub(own);
        if telling < 2 || (pairs.len() as f64) < ALIKE * counted as f64 {
            return;
        }
        let mut raised = Vec::new();
        let mut gaps: Vec<(Range<usize>, Range<usize>)> =
            pairs.iter().zip(pairs.iter().skip(1)).map(|(a, b)| (a.0 + 1..b.0, a.1 + 1..b.1)).collect();
        if let (Some(first), Some(last)) = (pairs.first(), pairs.last()) {
            // At an edge nothing holds the other side: one word for one word, of one sentence. Where the original's quotation ends
            // with its word, the page's may be two.
            let (before, after) = (first.0, self.ours.keys.len() - 1 - last.0);
            let (ours, theirs) = (&self.ours, &self.theirs);
            let together = |i: usize, j: usize, x: usize, y: usize| {
                let same = |p: &Prose, a: Option<usize>, b: Option<usize>| {
                    let word = |w: Option<usize>| w.and_then(|w| p.words().get(w));
                    word(a).zip(word(b)).is_some_and(|(a, b)| a.sentence == b.sentence)
                };
                same(self.page, ours.word(i), ours.word(j)) && same(self.original, theirs.word(x), theirs.word(y))
            };
            if before == 1 && first.1 > 0 && together(0, 1, first.1 - 1, first.1) {
                gaps.push((0..1, first.1 - 1..first.1));
            }
            let ends = !together(last.0, last.0, last.1 + 1, last.1 + 2)
                || theirs.word(last.1 + 2) > theirs.word(last.1 + 1).map(|w| w + 1);
            if (after == 1 || after == 2 && ends) && together(last.0, last.0 + after, last.1, last.1 + 1) {
                gaps.push((last.0 + 1..last.0 + 1 + after, last.1 + 1..last.1 + 2));
            }
        }
        for (ours, theirs) in gaps {
            if self.supported(&pairs, &ours, &theirs)
                && let Some(altered) = self.judge(ours, theirs)
            {
                raised.push(altered);
            }
        }
        // The same figure, written otherwise.
        raised.retain(|a: &Altered| {
            let (have, had) = (quantities_in(self.page, a.span), quantities_in(self.original, a.original));
            !matches!((have, had), (Some(x), Some(y)) if x.same(&y))
        });
        // So many changes, and it is another statement, or a paraphrase in quotation marks of a translation.
        if raised.len() <= 1.max(self.ours.keys.len() / APART) {
            found.extend(raised);
        }
    }

    /// Without runs of pairs at either end that stand away from the rest and say little: those are accidents.
    fn gathered(&self, mut pairs: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
        let next = |a: &(usize, usize), b: &(usize, usize)| b.0 == a.0 + 1 && b.1 == a.1 + 1;
        let apart = |a: &(usize, usize), b: &(usize, usize)| (b.0 - a.0).max(b.1 - a.1) - 1;
        let loose = |run: &[(usize, usize)], gap: usize| {
            let says = run.iter().any(|p| self.content(self.page, self.ours.word(p.0)));
            gap > 3 && !says || gap > MOST && run.len() < 3
        };
        while let [.., before, last] = pairs.chunk_by(next).collect::<Vec<_>>().as_slice()
            && let (Some(a), Some(b)) = (before.last(), last.first())
            && loose(last, apart(a, b))
        {
            let run = last.len();
            pairs.truncate(pairs.len() - run);
        }
        while let [first, after, ..] = pairs.chunk_by(next).collect::<Vec<_>>().as_slice()
            && let (Some(a), Some(b)) = (first.last(), after.first())
            && loose(first, apart(a, b))
        {
            let run = first.len();
            pairs.drain(..run);
        }
        pairs
    }

    /// Whether the sentences that the two stand in have more in common than one content word, or nearly all they have: a
    /// long quotation runs through several sentences, and one of them may be another statement.
    fn supported(&self, pairs: &[(usize, usize)], ours: &Range<usize>, theirs: &Range<usize>) -> bool {
        let sentence = |p: &Prose, w: Option<usize>| w.and_then(|w| p.words().get(w)).map(|w| w.sentence);
        let here = |i: usize| sentence(self.page, self.ours.word(i));
        let there = |j: usize| sentence(self.original, self.theirs.word(j));
        let (at, from) = (here(ours.start), there(theirs.start));
        let beside =
            |p: &&(usize, usize)| (ours.is_empty() || here(p.0) == at) && (theirs.is_empty() || there(p.1) == from);
        let (all, telling) = pairs.iter().filter(beside).fold((0, 0), |(all, telling), p| {
            (all + 1, telling + usize::from(self.content(self.page, self.ours.word(p.0))))
        });
        let rest = (0..self.ours.keys.len()).filter(|&i| !ours.contains(&i) && here(i) == at).count();
        telling >= 2 || telling == 1 && all * 4 >= rest * 3
    }

    /// Whether the words of `range` are of more than one sentence: then one of the two says something between.
    fn crosses(prose: &Prose, quoted: &Quoted, range: &Range<usize>) -> bool {
        let sentence = |i: usize| quoted.word(i).and_then(|w| prose.words().get(w)).map(|w| w.sentence);
        !range.is_empty() && sentence(range.start) != sentence(range.end - 1)
    }

    /// Whether the original's words are the page's name for the same in full: what an initialism stands for, or the rest
    /// of a name that the page breaks off (“the Department of Health” for “the department”).
    fn full_name(&self, ours: &Range<usize>, theirs: &Range<usize>) -> bool {
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

    fn content(&self, prose: &Prose, word: Option<usize>) -> bool {
        word.and_then(|w| prose.words().get(w)).is_some_and(|w| !w.stop)
    }

    /// The words of the page between two that match, and what the original has there.
    fn judge(&self, ours: Range<usize>, theirs: Range<usize>) -> Option<Altered> {
        if ours.is_empty() && theirs.is_empty() || ours.len() > MOST || theirs.len() > MOST + 1 {
            return None;
        }
        let (before, after) = (ours.start.checked_sub(1), ours.end);
        let left = before.and_then(|b| self.ours.word(b));
        let right = self.ours.word(after);
        if self.page_marks(left, right, &ours) || self.original_marks(&theirs, right.is_some()) {
            return None;
        }
        if Self::crosses(self.page, self.ours, &ours)
            || Self::crosses(self.original, self.theirs, &theirs)
            || self.full_name(&ours, &theirs)
        {
            return None;
        }
        let forms = |prose: &Prose, quoted: &Quoted, range: &Range<usize>| {
            let mut words: Vec<usize> = range.clone().filter_map(|i| quoted.word(i)).collect();
            words.dedup();
            words.iter().filter_map(|&w| prose.words().get(w)).map(|w| prose.form(w).to_owned()).collect::<Vec<_>>()
        };
        let (have, had) = (forms(self.page, self.ours, &ours), forms(self.original, self.theirs, &theirs));
        if self.one_word(&have, &theirs)
            || same_sense(&have, &had)
            || same_contraction(&have, &had)
            || self.fragment() && (fitted(&have, &had) || self.inflected(&ours, &theirs))
            || ours.is_empty() && self.stammer(&theirs)
            || same_possessive(&have, &had)
        {
            return None;
        }
        // The rest of a sentence was dropped, or whole sentences: trimmed, which a reader expects.
        let broken = |prose: &Prose, a: Option<usize>, b: Option<usize>| {
            let sentence = |w: Option<usize>| w.and_then(|w| prose.words().get(w)).map(|w| w.sentence);
            sentence(a) != sentence(b)
        };
        let (first, last) =
            (theirs.start.checked_sub(1).and_then(|i| self.theirs.word(i)), self.theirs.word(theirs.end));
        if ours.is_empty() && (broken(self.page, left, right) || broken(self.original, first, last)) {
            return None;
        }
        // Half of a contraction cannot be underlined; take in the words around, which also show a mere omission.
        let ours = if ours.is_empty() { left?..right? + 1 } else { self.ours.words(ours)? };
        let wide = || Some(self.theirs.word(theirs.start.checked_sub(1)?)?..self.theirs.word(theirs.end)? + 1);
        let theirs = if theirs.is_empty() || have.is_empty() { wide()? } else { self.theirs.words(theirs.clone())? };
        if theirs.len() > MOST + 4 {
            return None;
        }
        let span = span_of(self.page, ours)?;
        let at = span_of(self.original, theirs.clone())?;
        let original_sentence = self.original.words().get(theirs.start)?.sentence as usize;
        self.quotation.inner.holds(&span).then_some(Altered {
            span,
            original: at,
            original_sentence,
            kind: AlteredKind::Quotation,
        })
    }

    /// Whether the quotation is no sentence of its own, but a part of the page's.
    fn fragment(&self) -> bool {
        let first = self.page.word_range(self.quotation.inner).start;
        self.page.words().get(first).is_some_and(|w| !w.capital)
    }

    /// “vowed to ‘run the port into the ground’” for “running …”: the first word or the last in the form that the sentence around asks for.
    fn inflected(&self, ours: &Range<usize>, theirs: &Range<usize>) -> bool {
        let stem = |p: &Prose, word: Option<usize>| word.and_then(|w| p.words().get(w)).map(|w| w.stem);
        ours.len() == 1
            && theirs.len() == 1
            && (ours.start == 0 || ours.end == self.ours.keys.len())
            && stem(self.page, self.ours.word(ours.start)) == stem(self.original, self.theirs.word(theirs.start))
    }

    /// Whether the original has only said the same word twice: “my job is is not”.
    fn stammer(&self, theirs: &Range<usize>) -> bool {
        let key = |at: usize| self.theirs.keys.get(at);
        theirs.len() == 1
            && (key(theirs.start) == key(theirs.end) || theirs.start > 0 && key(theirs.start) == key(theirs.start - 1))
    }

    /// Whether the page's words are the original's but for a space or a hyphen. At an edge the original's go on.
    fn one_word(&self, have: &[String], theirs: &Range<usize>) -> bool {
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
    fn page_marks(&self, left: Option<usize>, right: Option<usize>, ours: &Range<usize>) -> bool {
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
    fn original_marks(&self, theirs: &Range<usize>, on: bool) -> bool {
        let around = theirs.start.saturating_sub(1)..theirs.end + usize::from(on);
        let words: Vec<usize> = around.filter_map(|i| self.theirs.word(i)).collect();
        let blotted = |w: usize| self.original.gap_after(w).contains('*');
        words.iter().any(|&w| bracketed(self.original, w) || blotted(w))
            || words.windows(2).any(|w| w.last() > w.first().map(|f| f + 1).as_ref())
    }
}

/// The quantity that `span` is a part of, read in its sentence.
fn quantities_in(prose: &Prose, span: crate::text::Span) -> Option<Quantity> {
    let word = prose.words().get(prose.word_range(span).start)?;
    let place = prose.sentences().get(word.sentence as usize)?.span;
    let (sentence, offset) = (prose.text(place), place.start);
    let alone = Prose::new([(span.block, sentence)]);
    let local =
        crate::text::Span { start: span.start.saturating_sub(offset), end: span.end.saturating_sub(offset), ..span };
    quantities(&alone).into_iter().find(|q| q.span.meets(&local))
}

/// Whether a word stands in square brackets: the nearest bracket before it opens.
fn bracketed(prose: &Prose, word: usize) -> bool {
    let Some(span) = prose.words().get(word).map(|w| w.span) else { return false };
    let before = prose.passage(span.block).and_then(|p| p.text.get(..span.start as usize)).unwrap_or("");
    let near = before.char_indices().rev().take(80).find(|(_, c)| matches!(c, '[' | ']'));
    near.is_some_and(|(_, c)| c == '[')
}

/// Differences that leave a quotation what it is: an article or a conjunction more or less, fillers of speech.
fn same_sense(have: &[String], had: &[String]) -> bool {
    const LIGHT: &[&str] = &[
        "a", "an", "the", "that", "which", "this", "these", "those", "and", "so", "well", "um", "uh", "er", "erm",
        "oh", "just", "very", "really", "quite", "too", "then", "there", "now", "of", "to", "sic", "yeah", "also",
    ];
    have.iter().chain(had).all(|w| LIGHT.contains(&w.as_str()))
}

/// “she’s” for “she has”: the keys of a contraction say “is”.
fn same_contraction(have: &[String], had: &[String]) -> bool {
    let short = |s: &[String]| matches!(s, [w] if w.ends_with("'s") || w.ends_with("'d"));
    let full = |s: &[String]| matches!(s, [w] if matches!(w.as_str(), "has" | "is" | "had" | "would" | "us"));
    short(have) && full(had) || full(have) && short(had) || short(have) && had == have
}

/// “to satisfy ‘his squalid urges’” for “your squalid urges”: the person that the sentence around it asks for.
fn fitted(have: &[String], had: &[String]) -> bool {
    const FIRST_AND_SECOND: &[&str] = &["i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your", "yours"];
    const THIRD: &[&str] = &["he", "she", "him", "her", "his", "hers", "they", "them", "their", "theirs"];
    match (have, had) {
        ([a], [b]) => THIRD.contains(&a.as_str()) && FIRST_AND_SECOND.contains(&b.as_str()),
        _ => false,
    }
}

/// “Thomas’s” for “Thomas’”: the form of the second has no apostrophe.
fn same_possessive(have: &[String], had: &[String]) -> bool {
    let bare = |s: &[String]| match s {
        [w] => Some(w.trim_end_matches("'s").trim_end_matches('\'').to_owned()),
        _ => None,
    };
    bare(have).zip(bare(had)).is_some_and(|(a, b)| a == b && a.ends_with('s'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raised(page: &str, original: &str) -> Vec<(String, String)> {
        let (p, o) = (Prose::new([(0, page)]), Prose::new([(0, original)]));
        altered(&p, &o).iter().map(|a| (a.span.of(page).to_owned(), a.original.of(original).to_owned())).collect()
    }

    const SAID: &str = "“We were told nothing about the loans until the auditors had left, and nobody on my committee \
        would have signed them,” Odile Marsh said. “The organisation has [since] apologised for three errors of judgment.”";

    #[test]
    fn a_changed_quotation_is_told_by_its_changed_words() {
        for (page, have, had) in [
            ("She said: “We were told nothing about the loans until the lawyers had left.”", "lawyers", "auditors"),
            ("“We were told little about the loans until the auditors had left,” she said.", "little", "nothing"),
            ("“nobody on my committee should have signed them”", "should", "would"),
            ("“nobody on my committee would not have signed them”", "not", "would have"),
            ("“We were told nothing about the secret loans until the auditors had left”", "secret", "the loans"),
            ("“We were told about the loans until the auditors had left”", "told about", "told nothing about"),
            ("“They were told nothing about the loans until the auditors had left”", "They", "We"),
            ("“The organization has apologized for four errors of judgment.”", "four", "three"),
        ] {
            let got = raised(page, SAID);
            assert_eq!(got.len(), 1, "{page}: {got:?}");
            assert!(got[0].0 == have || got[0].0.contains(have), "{page}: {got:?}");
            assert!(got[0].1 == had || got[0].1.contains(had), "{page}: {got:?}");
        }
    }

    #[test]
    fn a_quotation_that_was_only_set_otherwise_is_not_changed() {
        for page in [
            "“We were told nothing about the loans until the auditors had left, and nobody on my committee would have signed them”",
            "\"we were told nothing about the loans\", she said.",
            "‘nobody on my committee would have signed them’",
            "“We were told nothing … until the auditors had left,”",
            "“We were told nothing about the loans [of £4m] until the auditors had left,”",
            "“[The committee was] told nothing about the loans until the auditors had left,”",
            "“The organization has since apologized for three errors of judgement.”",
            "“The organization has apologized for 3 errors of judgement.”",
            "“We’d no idea of any of this,” she might have said of the loans.",
            "“We were told nothing about loans until the auditors had left,”",
            "“until the auditors had left”",
            "It was “a disgrace”, she said.",
            "“We were told nothing about the loans until the auditors had left,” she said, “and nobody on my committee would have signed them.”",
        ] {
            assert_eq!(raised(page, SAID), [], "{page}");
        }
    }

    #[test]
    fn a_name_in_short_or_in_full_is_no_change() {
        let said = "“The board of the Merrow Harbour Authority met Mr Pike, and the Merrow Harbour Authority of the Isles paid for \
            Odile Marks' boat in spring,” the Northern Dredging Board said.";
        for page in [
            "“The board of the MHA met Mr Pike, and the Merrow Harbour Authority of the Isles paid for Odile Marks's boat”",
            "“The board of the Merrow Harbour met Mr Pike, and the Merrow Harbour Authority of the Isles paid”",
            "“The board of the Merrow Harbour Authority met Pike, and the Merrow Harbour Authority of the Isles paid”",
            "“The board of the Merrow Harbour Authority met Mr Pike, and the Merrow Harbour Authority paid for Odile Marks”",
        ] {
            assert_eq!(raised(page, said), [], "{page}");
        }
        let changed =
            "“The board of the MHB met Mr Pike, and the Merrow Harbour Authority of the Isles paid for Odile Marks”";
        assert_eq!(raised(changed, said).len(), 1);
    }

    #[test]
    fn a_quotation_that_is_fitted_into_its_sentence_is_not_changed() {
        let said =
            "“The Metropolitan Ferry Service will open all your squalid letters to the board,” the judge told Pike.";
        for page in [
            "“The Met will open all your squalid letters to the board,” she said.",
            "The service will ‘open all his squalid letters to the board’.",
        ] {
            assert_eq!(raised(page, said), [], "{page}");
        }
        for page in [
            "“The Army will open all your squalid letters to the board,” she said.",
            "The service will ‘open all its squalid letters to the board’.",
        ] {
            assert_eq!(raised(page, said).len(), 1, "{page}");
        }
    }

    #[test]
    fn a_word_said_twice_or_put_into_the_form_of_its_sentence_is_not_changed() {
        let said = "“My job is is not to run the harbour board,” Pike said. He spoke of “running the ferry fleet into the ground” at last.";
        for page in [
            "“My job is not to run the harbour board,” Pike said.",
            "He vowed to “run the ferry fleet into the ground”.",
        ] {
            assert_eq!(raised(page, said), [], "{page}");
        }
        for (page, have) in [
            ("“My job was not to run the harbour board,” Pike said.", "was"),
            ("He spoke of “running the tram fleet into the ground”.", "tram"),
        ] {
            let got = raised(page, said);
            assert!(got.len() == 1 && got[0].0.contains(have), "{page}: {got:?}");
        }
    }

    #[test]
    fn changes_in_two_parts_of_a_quotation_are_told_against_one_place() {
        let heading = "“I want to see the loans”";
        let said = "“I want to see the loans, and I want to see who signed them,” Marsh said. “I am not looking for them to go.”";
        let page = "“I demand to see the loans, and I want to know who signed them,” Marsh said.";
        let (p, o) = (Prose::new([(0, page)]), Prose::new([(0, heading), (1, said)]));
        let got: Vec<_> =
            altered(&p, &o).iter().map(|a| (p.text(a.span), o.text(a.original), a.original.block)).collect();
        assert_eq!(got, [("demand", "want", 1), ("know", "see", 1)]);
    }

    #[test]
    fn another_statement_within_a_quotation_is_no_change() {
        let said = "“Nothing will bring the ferry back, but we feel that there has been unfinished business,” she said. “I truly \
            believe the board to be guilty of the loss of the boat. The owners were deaf, blind and dumb.”";
        for page in [
            "“Nothing will bring the ferry back, but we feel that there has been unfinished business. My thanks to the crew.”",
            "“We feel that there has been unfinished business. The owners have got away lightly. They were deaf, blind and dumb.”",
        ] {
            assert_eq!(raised(page, said), [], "{page}");
        }
    }

    #[test]
    fn two_statements_of_the_same_speaker_are_two_statements() {
        assert_eq!(
            raised("“We were sure that nobody would have left the committee over the loans,” she said.", SAID),
            []
        );
        assert_eq!(raised("“We know the auditors,” she said.", SAID), []);
    }
}
