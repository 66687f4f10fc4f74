//! Text reuse: an article against an original. What traces, how the two relate, what was altered, what is left out.
//!
//! All spans here are bytes; `original` spans point into the original's blocks.

pub mod altered;
mod common;
pub mod direction;
pub mod evidence;
pub mod fragment;
pub mod left_out;
pub mod prepared;
pub mod runs;

use crate::report::{AlteredKind, LeftOutWhy, Relation, TraceKind};
use crate::text::{Prose, Span};

/// The page against one original.
#[derive(Debug, Clone, Default)]
pub struct Comparison {
    /// How the page relates to it.
    pub relation: Relation,
    /// Calibrated probability that the page is derived from it.
    pub derived: f32,
    /// Share of the page's words that trace to it.
    pub coverage: f32,
    /// What traces, in the page's order; the spans do not overlap.
    pub traces: Vec<Trace>,
    /// Sentence by sentence, what is nearest.
    pub alignment: Alignment,
}

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

/// For every sentence of the page the nearest sentence of the original.
#[derive(Debug, Clone, Default)]
pub struct Alignment {
    /// By index of the page's sentence: the original's sentence and how near it is, 0 to 1.
    pub nearest: Vec<Option<(usize, f32)>>,
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

/// Compares `page` with `original`, by their text alone.
pub fn compare(_page: &Prose, _original: &Prose) -> Comparison {
    Comparison::default()
}
