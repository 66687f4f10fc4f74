//! Quotations and their speakers: beside their cue, carried on over the sentences that follow, running over paragraphs.

use super::relations::Relation;
use super::tokens::Tokens;
use crate::order;
use crate::text::{Prose, Span};
use std::ops::Range;

/// Shorter quotations without a speaker are titles and scare quotes rather than speech.
const SHORTEST: usize = 3;

/// Gives every quotation of the document to a relation of `found`, or makes one for it.
pub(super) fn attribute(k: &Tokens, found: &mut Vec<Relation>) {
    let prose = k.prose;
    // Who has what already, by word: the relation's index, one up.
    let mut holder = vec![0usize; prose.words().len()];
    for (n, relation) in found.iter().enumerate() {
        for range in &relation.content {
            for slot in holder.get_mut(range.clone()).unwrap_or(&mut []) {
                if *slot == 0 {
                    *slot = n + 1;
                }
            }
        }
    }
    // Cues by place, so that each quotation looks only at its neighbours.
    let mut cues: Vec<(usize, usize)> = found
        .iter()
        .enumerate()
        .filter(|(_, r)| r.speech)
        .filter_map(|(n, r)| Some((r.cue.as_ref()?.start, n)))
        .collect();
    order::by_key(&mut cues, |c| order::pair(c.0, c.1));
    let block = |word: usize| prose.words().get(word).map(|w| w.span.block);
    let mut last: Option<usize> = None;
    let mut added: Vec<Relation> = Vec::new();
    for q in prose.quotations().iter().filter(|q| q.depth == 0) {
        let words = prose.word_range(q.inner);
        if words.is_empty() {
            continue;
        }
        let held = holder.get(words.clone()).unwrap_or(&[]);
        if let Some(&n) = held.iter().find(|&&n| n > 0) {
            if held.contains(&0)
                && let Some(relation) = found.get_mut(n - 1)
            {
                extend(&mut relation.content, words.clone());
            }
            last = Some(n - 1);
            continue;
        }
        let here = block(words.start);
        let next = cues.partition_point(|c| c.0 < words.start);
        let before = next.checked_sub(1).and_then(|i| cues.get(i)).filter(|c| block(c.0) == here);
        let after = cues.get(next).filter(|c| block(c.0) == here && same_sentence(prose, words.end, c.0));
        // The block before ends in a colon: “Marsh wrote:”.
        let announced = next.checked_sub(1).and_then(|i| cues.get(i)).filter(|c| {
            found.get(c.1).is_some_and(|r| r.content.is_empty())
                && block(c.0).zip(here).is_some_and(|(a, b)| a < b && b - a <= 2)
        });
        let chosen = announced.or(before).or(after).map(|c| c.1).or(last.filter(|_| q.continues));
        match chosen.and_then(|n| found.get_mut(n)) {
            Some(relation) => {
                extend(&mut relation.content, words);
                last = chosen;
            }
            None if words.len() >= SHORTEST => {
                added.push(Relation {
                    content: vec![words],
                    cue: None,
                    source: None,
                    nobody: false,
                    hearsay: false,
                    speech: true,
                });
                last = None;
            }
            None => {}
        }
    }
    announced_blocks(prose, found);
    found.extend(added);
    found.retain(|r| !r.content.is_empty());
}

/// “She wrote:” with the next paragraph set off without marks: that paragraph is what she wrote.
fn announced_blocks(prose: &Prose, found: &mut [Relation]) {
    let cued = order::distinct(found.iter().filter_map(|r| Some(r.cue.as_ref()?.start)));
    for relation in found.iter_mut().filter(|r| r.content.is_empty()) {
        let Some(cue) = relation.cue.as_ref().and_then(|c| prose.words().get(c.start)) else { continue };
        let at = prose.passages().partition_point(|p| p.block <= cue.span.block);
        if let Some(next) = prose.passages().get(at..).and_then(|rest| rest.iter().find(|p| !p.words.is_empty())) {
            // A paragraph with quotations or cues of its own speaks for itself.
            let own = cued.partition_point(|&c| c < next.words.start) < cued.partition_point(|&c| c < next.words.end);
            if next.quotations.is_empty() && !own {
                relation.content.push(next.words.clone());
            }
        }
    }
}

fn same_sentence(prose: &Prose, a: usize, b: usize) -> bool {
    let sentence = |i: usize| prose.words().get(i).map(|w| w.sentence);
    sentence(a.saturating_sub(1)) == sentence(b)
}

/// Adds `words` to `content`, joined to what it meets.
fn extend(content: &mut Vec<Range<usize>>, words: Range<usize>) {
    // Quotations come in order, so only the last stretches can meet this one.
    match content.iter_mut().rev().take(3).find(|r| r.start < words.end && words.start < r.end) {
        Some(range) => *range = range.start.min(words.start)..range.end.max(words.end),
        None => {
            let sorted = content.last().is_none_or(|last| last.start <= words.start);
            content.push(words);
            if !sorted {
                order::by_key(content, |r| order::pair(r.start, 0));
            }
        }
    }
}

/// `span`, the span of `words`, with the quotation marks at its ends.
pub(super) fn with_marks(prose: &Prose, words: &Range<usize>, span: Span) -> Span {
    let mut span = span;
    let all = prose.quotations();
    let first = all.partition_point(|q| (q.inner.block, q.inner.start) < (span.block, span.start));
    if prose.words().get(words.start).is_some_and(|w| w.quoted)
        && let Some(q) =
            all.get(first).filter(|q| q.inner.block == span.block && q.inner.start == span.start && q.depth == 0)
    {
        span.start = q.outer.start;
    }
    if prose.words().get(words.end.saturating_sub(1)).is_some_and(|w| w.quoted) {
        let close = all.partition_point(|q| (q.inner.block, q.inner.start) < (span.block, span.end));
        let around = all.get(..close).unwrap_or(&[]).iter().rev().take(8).find(|q| {
            q.depth == 0 && q.inner.block == span.block && q.inner.start < span.end && q.inner.end >= span.end
        });
        if let Some(q) = around
            && prose.word_range(Span { block: span.block, start: span.end, end: q.inner.end }).is_empty()
        {
            span.end = q.outer.end;
        }
    }
    span
}
