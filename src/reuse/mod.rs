//! Text reuse: an article against an original. What traces, how the two relate, what was altered, what is left out.
//!
//! All spans here are bytes; `original` spans point into the original's blocks.

pub mod alignment;
pub mod altered;
mod common;
pub mod direction;
pub mod evidence;
mod facts;
pub mod figures;
pub mod fragment;
pub mod left_out;
mod matter;
pub mod prepared;
pub mod runs;
pub mod traces;
pub mod verdict;
pub mod weights;

pub use alignment::Alignment;
pub use prepared::Prepared;

use crate::report::{AlteredKind, LeftOutWhy, Relation, TraceKind};
use crate::text::{Prose, Span};
use evidence::{Evidence, PageEvidence};

/// The page against one original.
#[derive(Debug, Clone, Default)]
pub struct Comparison {
    /// How the page relates to it.
    pub relation: Relation,
    /// Calibrated probability that the page is derived from it.
    pub derived: f32,
    /// Share of the page's words that trace to it.
    pub coverage: f32,
    /// How much of the page's wording it accounts for, to rank originals of one page by: [`nearness`].
    pub nearness: f32,
    /// What traces, in the page's order; the spans do not overlap.
    pub traces: Vec<Trace>,
    /// Sentence by sentence, what is nearest.
    pub alignment: Alignment,
}

impl Comparison {
    /// What the relation is when the page says itself that it was made from the original.
    ///
    /// The text alone must hold a page against the chance that two papers covered one event independently. That chance is gone where one
    /// names the other as its source: the log-odds of the two add up, and even odds are enough for what the page itself says. A page with
    /// much else in it, a letter of seven items or a round-up of three reports, has no such odds, nor has one that says everything in other
    /// words; but where the credit's own sentence traces, or some others do, it shows what it draws on.
    fn credited(&mut self, page: &Prose, credit: Credited) {
        let odds = |p: f32| (p.clamp(0.01, 0.99) / (1.0 - p.clamp(0.01, 0.99))).ln();
        if self.relation == Relation::Unrelated {
            return;
        }
        let there = |t: &Trace| {
            page.sentences().get(t.sentence).zip(credit.span).is_some_and(|(s, credit)| s.span.meets(&credit))
        };
        let together = odds(self.derived) + odds(credit.score);
        self.derived = self.derived.max(traces::sigmoid(together));
        let shown = self.traces.iter().any(there)
            || together >= 0.0 && !self.traces.is_empty()
            || sentences_of(&self.traces) >= DRAWN_ON;
        if shown && self.relation == Relation::SameEvent {
            self.relation = Relation::PartiallyDerived;
        }
    }
}

/// In how many sentences of the page something traces; `traces` are in its order.
fn sentences_of(traces: &[Trace]) -> usize {
    traces.chunk_by(|a, b| a.sentence == b.sentence).count()
}

/// So many sentences of a page that trace to the report which it names are more than the event they share.
const DRAWN_ON: usize = 2;

/// A stretch of the page that traces.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Trace {
    /// On the page.
    pub span: Span,
    /// In the original.
    pub original: Span,
    /// Index of the page's sentence.
    pub sentence: usize,
    /// Index of the original's sentence.
    pub original_sentence: usize,
    /// How it traces.
    pub kind: TraceKind,
    /// Confidence, 0 to 1.
    pub score: f32,
    /// The stretches of the original's sentence that the page has too.
    pub shared: Vec<Span>,
}

/// By index of the page's sentence, whether half of its words or more are in `traces`.
pub fn told(page: &Prose, traces: &[Trace]) -> Vec<bool> {
    let mut words = vec![0; page.sentences().len()];
    for trace in traces {
        if let Some(words) = words.get_mut(trace.sentence) {
            *words += page.word_range(trace.span).len();
        }
    }
    words.iter().zip(page.sentences()).map(|(&traced, s)| traced > 0 && traced * 2 >= s.words.len()).collect()
}

/// Words, a figure, a date or a name that differ from the original's.
#[derive(Debug, Clone, PartialEq)]
pub struct Altered {
    /// The differing words on the page.
    pub span: Span,
    /// The differing words in the original.
    pub original: Span,
    /// Index of the original's sentence.
    pub original_sentence: usize,
    /// What changed.
    pub kind: AlteredKind,
}

/// A sentence of the original that the page does not carry.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LeftOut {
    /// Index of the original's sentence.
    pub original_sentence: usize,
    /// Why it is listed.
    pub why: LeftOutWhy,
}

/// Compares `page` with `original`, by their text alone. A page that meets several originals is better made ready once:
/// [`Prepared::new`], then [`compare_prepared`].
pub fn compare(page: &Prose, original: &Prose) -> Comparison {
    compare_prepared(&Prepared::new(page), original)
}

/// Compares a page that is ready with `original`. Costs as much as the original is long, and the page.
pub fn compare_prepared(page: &Prepared<'_, '_>, original: &Prose) -> Comparison {
    compare_credited(page, original, None)
}

/// What a page itself says of where it is from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Credited {
    /// How likely it is that the page was made from the original by its own words ([`Credit::score`](crate::credit::Credit::score), 0 to
    /// 1).
    pub score: f32,
    /// Where it says so.
    pub span: Option<Span>,
}

/// As [`compare_prepared`], for a page that credits the original.
pub fn compare_credited(page: &Prepared<'_, '_>, original: &Prose, credit: Option<Credited>) -> Comparison {
    let evidence = Evidence::new(page, original);
    let mut likely = traces::Likelihood::new(page, &evidence, 0.0);
    let verdict = verdict::verdict(&evidence, &likely, credit.is_some());
    if verdict.retold {
        likely = traces::Likelihood::new(page, &evidence, traces::RETOLD);
    }
    let mut traces = Vec::new();
    if verdict.relation != Relation::Unrelated {
        traces = traces::traces(page, original, &evidence, &likely);
    }
    if verdict.retold || credit.is_some() && !evidence.matter.of_another_event() {
        traces::by_facts(page, original, &evidence, &mut traces);
    }
    let mut relation = verdict.relation;
    // In other words throughout, or short: all that is left of the report are facts.
    if relation == Relation::Unrelated {
        if sentences_of(&traces) >= DRAWN_ON { relation = Relation::SameEvent } else { traces.clear() }
    }
    let traced: usize = traces.iter().map(|t| page.prose.word_range(t.span).len()).sum();
    let mut comparison = Comparison {
        relation: verdict::shown(relation, &traces),
        derived: verdict.derived,
        coverage: traced as f32 / page.prose.words().len().max(1) as f32,
        nearness: nearness(&evidence.page),
        traces,
        alignment: Alignment {
            nearest: evidence.sentences.iter().map(|s| s.nearest.map(|n| (n, s.overlap.clamp(0.0, 1.0)))).collect(),
        },
    };
    if let Some(credit) = credit {
        comparison.credited(page.prose, credit);
    }
    comparison
}

/// What a doubling of the original's length takes off its [`nearness`]: of two originals that account for the same words
/// the shorter one does so less by accident. Anything from .03 to .1 ranks METER's originals alike.
const LENGTH: f32 = 0.035;

/// How much of a page's wording an original accounts for: in the nearest sentences' order, by their rare words, and in
/// common runs. Shares of one page, so that they rank its originals; they say nothing about different pages.
fn nearness(page: &PageEvidence) -> f32 {
    page.subsequence + page.overlap + page.in_runs - LENGTH * (page.their_words.max(1) as f32).log2()
}
