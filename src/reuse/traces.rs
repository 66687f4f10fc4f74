//! Which stretches of the page trace to the original: words are weighed one by one, stretches of them decided on, and
//! exact quotations found by themselves.

use super::Trace;
use super::common;
use super::evidence::Evidence;
use super::facts;
use super::figures::{log_odds, sentence_figures, word_figures};
use super::prepared::{ABSENT, Prepared};
use super::weights;
use crate::hashed::ByHash;
use crate::order;
use crate::report::TraceKind;
use crate::text::{Prose, Span, Word, WordList, rarity};
use std::ops::Range;

/// A word counts for a trace from this probability on. At .45, .5, .55, .6 METER's held-out events give word F1 .793, .794, .792,
/// .790 and sentence macro-F1 .795, .798, .805, .814; without the day whose marks are flawed (`training/reuse/calibrate.py`) .853,
/// .849, .844, .836 and .859, .856, .855, .855 (one folding, without [`RETOLD`] and exact quotations). A wrong mark costs a reader more than a missed one. The other bars below were moved
/// by a third and more in the same measurement: none raised both by more than .003.
const WORD: f32 = 0.55;
/// What it costs, in log-odds, that a trace begins or ends within a clause: ragged marks can't be followed. Less raggedness
/// costs nothing up to 2; beyond that F1 falls.
const WITHIN_CLAUSE: f32 = 1.5;
/// The same where a mark stands between the words.
const BETWEEN_CLAUSES: f32 = 0.3;
/// A sentence of which this share of the words traces does so as a whole.
const WHOLE: f32 = 0.9;
/// Less is no stretch that a reader could follow.
const FEWEST_WORDS: usize = 4;
/// A sentence must share so many bits with its nearest one, two rare words; half of it if it names whom it follows.
const LEAST_SHARED: f32 = 9.0;
/// Where a sentence beside it has a fair overlap with the same passage, the place says what rare words otherwise say, and
/// a short sentence ("He denies the charge.") needs no more than one word.
const SHARED_IN_PLACE: f32 = 3.0;
/// Such an overlap.
const BESIDE: f32 = 0.3;
/// A sentence must have so many content words besides names in common with those that it draws on, unless its place or whom it
/// credits vouches for it: with a name and one word both merely speak of the same person. Of 58 sentences of METER's, SheepDog's and
/// BASIL's pages that traced by less, drawn at random and read, 28 traced falsely and 13 rightly. METER's marked stories: word F1
/// .799 without it, .797 with it, .794 with one more.
const FEWEST_TELLING: usize = 2;
/// A part of a sentence must have as many, unless a sentence beside it overlaps with the same passage by so much: that a court, a
/// minister or a town is named says nothing of where the rest is from. Of 40 parts of METER's and BASIL's pages that had fewer, drawn at
/// random and read, some 26 traced falsely and 5 rightly. METER's marked stories: sentence macro-F1 .810 without it, .812 with it, word
/// F1 .797 both ways; from an overlap of .2 and .3 on .796.
const IN_PLACE: f32 = 0.1;
/// Words that only say that somebody speaks, and to whom: “she said in a statement” stands in every report, and so does “the Senate
/// Judiciary Committee”. Of the traces of BASIL’s and METER’s pages 126 and 41 were parts of sentences that hold no more; without them
/// METER’s marked stories have a sentence macro-F1 of .813 for .812, and a word F1 of .796 for .797.
const FRAME: WordList = WordList(
    "add added adding interview journalists reported reporters reports said say saying says statement tell told wrote yesterday",
);
/// A quotation of fewer words is exact only if the original has it in quotation marks too.
const SHORT_QUOTATION: usize = 4;
/// So many words beside an exact quotation only say whose it is.
const LEAD_IN: usize = 6;
/// So many quotations are looked for in the original.
const MOST_QUOTATIONS: usize = 2000;

/// What it adds to a sentence's log-odds that it names whom the page credits. No labelled set has such pages (METER's
/// never name the agency): without it, with half or double of it their figures are the same to .001. 2 puts a paraphrase that
/// shares two or three rare words with its nearest sentence at even odds, and leaves a comment that merely mentions the outlet
/// below; of a blog post's 22 traces two need it, and half or double of it changes none.
const CREDITS: f32 = 2.0;

/// What it adds that the page as a whole retells the original: of the sentences of SheepDog's rewrites half trace
/// without it, although nearly all are retold. Words of METER's marked stories: F1 .797 without it, .798 with half, .799
/// with it, .797 with double; the relation does not rest on it.
pub const RETOLD: f32 = 1.0;

/// What a word with a capital counts for, of another's weight, where two sentences of the original are weighed against each other.
/// Of 30 traces of METER's, SheepDog's and BASIL's pages that then lead to the other sentence, drawn at random and read, 16 lead to a better
/// one and 7 to a worse, three of these without [`ALL`].
const NAME: f32 = 0.25;
/// With its names the sentence that is chosen must have this share of what the other has: a list of names is what its sentence says.
const ALL: f32 = 0.5;

/// How sure a trace by facts alone is: [`facts::Link::holds`].
const BY_FACTS: f32 = 0.8;

/// How likely the page's sentences and words are to trace.
#[derive(Debug, Clone, Default)]
pub struct Likelihood {
    /// By index of the page's sentence.
    pub sentences: Vec<f32>,
    /// By index of the page's word.
    pub words: Vec<f32>,
    /// Mean of the words.
    pub mean: f32,
}

pub(super) fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}

impl Likelihood {
    /// Weighs `evidence` of `page`; `more` is added to every sentence's log-odds.
    pub fn new(page: &Prepared<'_, '_>, evidence: &Evidence, more: f32) -> Likelihood {
        let odds: Vec<f32> = (0..evidence.sentences.len())
            .map(|s| {
                let credits = page.credits.get(s).copied().unwrap_or(false);
                log_odds(&sentence_figures(evidence, s), &weights::SENTENCE, weights::SENTENCE_AT_ZERO)
                    + more
                    + if credits { CREDITS } else { 0.0 }
            })
            .collect();
        let word = |(at, w): (usize, &Word)| {
            let sentence = odds.get(w.sentence as usize).copied().unwrap_or(0.0);
            let figures = word_figures(evidence, page.prose, at, sentence);
            sigmoid(log_odds(&figures, &weights::WORD, weights::WORD_AT_ZERO))
        };
        let words: Vec<f32> = page.prose.words().iter().enumerate().map(word).collect();
        let sentences: Vec<f32> = odds.iter().copied().map(sigmoid).collect();
        let mean = words.iter().sum::<f32>() / words.len().max(1) as f32;
        Likelihood { sentences, words, mean }
    }
}

/// Whether a mark between two words parts clauses.
fn cuts(gap: &str) -> bool {
    gap.contains([',', ';', ':', '(', ')', '[', ']', '"', '“', '”', '«', '»', '—', '–', '…'])
        || gap.contains(" - ")
        || gap.contains("--")
}

/// The stretches of `words` that trace: the likeliest sequence of words within and without a trace, where each change
/// between the two has its cost (Viterbi 1967).
fn likeliest(page: &Prose<'_>, likely: &Likelihood, words: Range<usize>) -> Vec<Range<usize>> {
    let bar = (WORD / (1.0 - WORD)).ln();
    let gain = |at: usize| {
        let p = likely.words.get(at).copied().unwrap_or(0.0).clamp(0.001, 0.999);
        (p / (1.0 - p)).ln() - bar
    };
    // The best sums that end without and within a trace, and for each word whether they come from the other.
    let (mut without, mut within) = (0.0_f32, f32::MIN);
    let mut changed = Vec::with_capacity(words.len());
    for at in words.clone() {
        let change = match at == words.start {
            true => 0.0,
            false if cuts(page.gap_after(at - 1)) => BETWEEN_CLAUSES,
            false => WITHIN_CLAUSE,
        };
        let (ends, begins) = (within - change > without, without - change > within);
        changed.push((ends, begins));
        (without, within) = (without.max(within - change), within.max(without - change) + gain(at));
    }
    let mut inside = within > without;
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, (ends, begins)) in words.zip(changed).rev() {
        if inside {
            match found.last_mut() {
                Some(next) if next.start == at + 1 => next.start = at,
                _ => found.push(at..at + 1),
            }
        }
        inside = if inside { !begins } else { ends };
    }
    found.reverse();
    found
}

/// A quotation, or the part of one that stands in one sentence, that the original has word for word.
struct Exact {
    words: Range<usize>,
    span: Span,
    /// Index of the original's first word.
    at: usize,
}

fn exact_quotations(page: &Prepared<'_, '_>, original: &Prose<'_>, evidence: &Evidence) -> Vec<Exact> {
    let mut out: Vec<Exact> = Vec::new();
    let prose = page.prose;
    for quotation in prose.quotations().iter().filter(|q| q.depth == 0).take(MOST_QUOTATIONS) {
        let all = prose.word_range(quotation.inner);
        let mut from = all.start;
        while from < all.end {
            let Some(word) = prose.words().get(from) else { break };
            let Some(sentence) = prose.sentences().get(word.sentence as usize) else { break };
            let piece = from..all.end.min(sentence.words.end.max(from + 1));
            from = piece.end;
            let span = Span {
                block: quotation.outer.block,
                start: quotation.outer.start.max(sentence.span.start),
                end: quotation.outer.end.min(sentence.span.end),
            };
            let overlaps = out.last().is_some_and(|e| e.words.end > piece.start);
            if span.is_empty() || overlaps {
                continue;
            }
            if let Some(at) = place_of(page, original, evidence, &piece) {
                out.push(Exact { words: piece, span, at });
            }
        }
    }
    out
}

/// Where the original has just these words: the first place within quotation marks, or, for long ones, any.
fn place_of(page: &Prepared<'_, '_>, original: &Prose<'_>, evidence: &Evidence, piece: &Range<usize>) -> Option<usize> {
    let known = |i: usize| evidence.known.get(i).copied().unwrap_or(false);
    if piece.is_empty() || !piece.clone().all(known) {
        return None;
    }
    let ids = page.ids.get(piece.clone())?;
    let heavy: f32 = page.prose.words_in(piece.clone()).iter().map(|w| rarity::weight(w.stem)).sum();
    let mut elsewhere = None;
    for (at, window) in evidence.theirs.windows(ids.len()).enumerate() {
        if window == ids {
            if original.words().get(at).is_some_and(|w| w.quoted) && heavy >= 3.0 {
                return Some(at);
            }
            elsewhere = elsewhere.or(Some(at));
        }
    }
    elsewhere.filter(|_| ids.len() >= SHORT_QUOTATION && heavy >= 10.0)
}

/// What traces, in the page's order. The spans don't overlap, and end at the edges of sentences, clauses and quotations.
pub fn traces(page: &Prepared<'_, '_>, original: &Prose<'_>, evidence: &Evidence, likely: &Likelihood) -> Vec<Trace> {
    let prose = page.prose;
    let exact = exact_quotations(page, original, evidence);
    let mut next_exact = 0;
    let mut out = Vec::new();
    for (index, sentence) in prose.sentences().iter().enumerate() {
        let from = next_exact;
        while exact.get(next_exact).is_some_and(|e| e.words.start < sentence.words.end) {
            next_exact += 1;
        }
        let quotations = exact.get(from..next_exact).unwrap_or(&[]);
        let mut pieces = Vec::new();
        let credits = page.credits.get(index).copied().unwrap_or(false);
        let whole = credits && likely.sentences.get(index).is_some_and(|p| *p >= 0.5);
        for stretch in stretches(prose, original, evidence, likely, index, sentence.words.clone(), whole) {
            // What an exact quotation takes out of a stretch is marked by itself.
            let mut start = stretch.start;
            for q in quotations {
                pieces.push(start..q.words.start.clamp(start, stretch.end));
                start = q.words.end.clamp(start, stretch.end);
            }
            pieces.push(start..stretch.end);
        }
        pieces.retain(|p| !p.is_empty());
        for piece in pieces {
            out.extend(stretch_trace(page, original, evidence, likely, index, piece, quotations));
        }
        out.extend(quotations.iter().filter_map(|q| quotation_trace(original, index, q)));
    }
    order::by_key(&mut out, |t| order::pair(t.span.block as usize, t.span.start as usize));
    out
}

/// How many content words besides names `words` of the page have in common with `sentences` of the original.
fn telling(page: &Prose<'_>, words: &Range<usize>, original: &Prose<'_>, sentences: &[Option<usize>]) -> usize {
    let theirs = sentences.iter().flatten().filter_map(|&at| original.sentences().get(at));
    // By stem, whether it stands somewhere without a capital: the first word of a sentence has one that says nothing.
    let mut known: ByHash<bool> = ByHash::default();
    for word in theirs.flat_map(|s| original.words_in(s.words.clone())).filter(|w| !w.stop) {
        *known.entry(word.stem).or_default() |= !word.capital || word.number;
    }
    let mut common = |w: &&Word| match known.get(&w.stem) {
        Some(plain) if *plain || !w.capital => known.remove(&w.stem).is_some(),
        _ => false,
    };
    page.words_in(words.clone()).iter().filter(|w| common(w)).count()
}

/// The stretches of a sentence that trace, or all of it.
fn stretches(
    page: &Prose<'_>,
    original: &Prose<'_>,
    evidence: &Evidence,
    likely: &Likelihood,
    index: usize,
    words: Range<usize>,
    whole: bool,
) -> Vec<Range<usize>> {
    let Some(s) = evidence.sentences.get(index) else { return Vec::new() };
    let least = match s.together >= BESIDE {
        true => SHARED_IN_PLACE,
        false if whole => LEAST_SHARED / 2.0,
        false => LEAST_SHARED,
    };
    if s.nearest.is_none() || s.shared < least || words.len() < FEWEST_WORDS {
        return Vec::new();
    }
    if whole {
        return vec![words];
    }
    if s.together < BESIDE && telling(page, &words, original, &[s.nearest, s.second]) < FEWEST_TELLING {
        return Vec::new();
    }
    let mut found = likeliest(page, likely, words.clone());
    found.retain(|r| r.len() >= FEWEST_WORDS);
    let traced: usize = found.iter().map(Range::len).sum();
    if traced as f32 >= WHOLE * words.len() as f32 {
        return vec![words];
    }
    let tells = |w: &Word| !w.stop && (!w.capital || w.number) && !FRAME.has(page.form(w));
    found.retain(|r| page.words_in(r.clone()).iter().any(tells));
    found.retain(|r| s.together >= IN_PLACE || telling(page, r, original, &[s.nearest, s.second]) >= FEWEST_TELLING);
    found
}

/// From the first to the last of `words`, and to the sentence's own edges where they are the first or last in it.
fn span_of(page: &Prose<'_>, sentence: usize, words: &Range<usize>, quotations: &[Exact]) -> Option<Span> {
    let s = page.sentences().get(sentence)?;
    let (first, last) = (page.words().get(words.start)?, page.words().get(words.end.checked_sub(1)?)?);
    let start = if words.start == s.words.start { s.span.start } else { first.span.start };
    let end = if words.end == s.words.end { s.span.end } else { last.span.end };
    let mut span = Span { block: s.span.block, start, end };
    for q in quotations {
        if q.span.start >= last.span.end {
            span.end = span.end.min(q.span.start);
        } else if q.span.end <= first.span.start {
            span.start = span.start.max(q.span.end);
        }
    }
    // The space before a quotation, and marks that belong to it, are not underlined.
    let text = page.text(span);
    let after = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':'));
    let kept = after.trim_end();
    span.start += u32::try_from(text.len() - after.len()).unwrap_or(0);
    span.end = span.start + u32::try_from(kept.len()).unwrap_or(0);
    (!span.is_empty()).then_some(span)
}

fn stretch_trace(
    page: &Prepared<'_, '_>,
    original: &Prose<'_>,
    evidence: &Evidence,
    likely: &Likelihood,
    index: usize,
    words: Range<usize>,
    quotations: &[Exact],
) -> Option<Trace> {
    let s = evidence.sentences.get(index)?;
    let span = span_of(page.prose, index, &words, quotations)?;
    let ids = page.ids.get(words.clone())?;
    let against = |at: usize| {
        let of = original.sentences().get(at)?.words.clone();
        let pairs = common::subsequence(ids, evidence.theirs.get(of.clone())?, ABSENT);
        // Who speaks is named once and then “he”: what is said leads to the sentence, not the name.
        let name = |i: usize| page.prose.words().get(words.start + i).is_some_and(|w| w.capital && !w.number);
        let weigh = |i: usize| evidence.weights.get(words.start + i).copied().unwrap_or(0.0);
        let whole: f32 = pairs.iter().map(|p| weigh(p.0)).sum();
        let said: f32 = pairs.iter().map(|p| weigh(p.0) * if name(p.0) { NAME } else { 1.0 }).sum();
        Some((
            at,
            (whole, said),
            pairs.into_iter().map(|(i, j)| (i + words.start, j + of.start)).collect::<common::Pairs>(),
        ))
    };
    // The nearer of the two sentences that the page's sentence draws on.
    let nearest = s.nearest.and_then(against)?;
    let nearer = |(whole, said): (f32, f32)| said > nearest.1.1 && whole >= ALL * nearest.1.0;
    let mut best = s.second.and_then(against).filter(|second| nearer(second.1)).unwrap_or(nearest);
    // The few words that lead into a quotation or out of it ("the report says that", "she said") stand for nothing else of the original.
    let beside = quotations.iter().find(|q| q.words.start == words.end || q.words.end == words.start);
    if words.len() <= LEAD_IN
        && let Some(quoted) = beside.and_then(|q| original.words().get(q.at)).and_then(|w| against(w.sentence as usize))
    {
        best = quoted;
    }
    let (at, _, pairs) = best;
    let n = words.len() as f32;
    let run = |i: usize| evidence.runs.get(i).map_or(0, |r| r.length);
    let share = |least: u32| words.clone().filter(|&i| run(i) >= least).count() as f32 / n;
    let kind = if share(5) >= 0.9 {
        TraceKind::Verbatim
    } else if (pairs.len() as f32 / n).max(share(3)) >= 0.6 {
        TraceKind::Close
    } else {
        TraceKind::Paraphrase
    };
    let mean = likely.words.get(words.clone())?.iter().sum::<f32>() / n;
    Some(Trace {
        span,
        original: original.sentences().get(at)?.span,
        sentence: index,
        original_sentence: at,
        kind,
        score: mean.clamp(0.0, 1.0),
        shared: shared(original, pairs.into_iter().map(|p| p.1)),
    })
}

fn quotation_trace(original: &Prose<'_>, index: usize, quotation: &Exact) -> Option<Trace> {
    let at = original.words().get(quotation.at)?.sentence as usize;
    let sentence = original.sentences().get(at)?;
    let end = (quotation.at + quotation.words.len()).min(sentence.words.end);
    Some(Trace {
        span: quotation.span,
        original: sentence.span,
        sentence: index,
        original_sentence: at,
        kind: TraceKind::Quotation,
        score: 0.99,
        shared: shared(original, quotation.at..end),
    })
}

/// Adds to `traces`, where nothing of a sentence traces, the sentences that only the facts in them lead to one of the original. For a
/// page that was taken from it beyond doubt: an independent story has the same facts.
pub(super) fn by_facts(page: &Prepared<'_, '_>, original: &Prose<'_>, evidence: &Evidence, traces: &mut Vec<Trace>) {
    let mut open = vec![true; page.prose.sentences().len()];
    for trace in traces.iter() {
        if let Some(open) = open.get_mut(trace.sentence) {
            *open = false;
        }
    }
    for link in facts::links(page, original, evidence, &open).into_iter().filter(facts::Link::holds) {
        let (Some(ours), Some(theirs)) =
            (page.prose.sentences().get(link.sentence), original.sentences().get(link.original_sentence))
        else {
            continue;
        };
        traces.push(Trace {
            span: ours.span,
            original: theirs.span,
            sentence: link.sentence,
            original_sentence: link.original_sentence,
            kind: TraceKind::Paraphrase,
            score: BY_FACTS,
            shared: shared(original, link.shared.into_iter()),
        });
    }
    order::by_key(traces, |t| order::pair(t.span.block as usize, t.span.start as usize));
}

/// The stretches that the original's words with these indices make up, without function words that stand alone.
fn shared(original: &Prose<'_>, words: impl Iterator<Item = usize>) -> Vec<Span> {
    let mut out: Vec<(Span, usize, bool)> = Vec::new();
    for at in words {
        let Some(word) = original.words().get(at) else { continue };
        match out.last_mut() {
            Some((span, last, content)) if *last + 1 == at && span.block == word.span.block => {
                span.end = word.span.end;
                *last = at;
                *content |= !word.stop;
            }
            _ => out.push((word.span, at, !word.stop)),
        }
    }
    out.into_iter().filter(|(_, _, content)| *content).map(|(span, ..)| span).collect()
}
