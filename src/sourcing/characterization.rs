//! Characterizations that only the writer stands behind.

use super::attribution::Attribution;
use crate::report::CharacterizationKind;
use crate::reuse::Alignment;
use crate::text::{Prose, Span};

/// One characterization.
#[derive(Debug, Clone, PartialEq)]
pub struct Characterization {
    /// Where.
    pub span: Span,
    /// What kind.
    pub kind: CharacterizationKind,
    /// One line for the reader.
    pub reason: String,
    /// Confidence, 0 to 1.
    pub score: f32,
    /// Whether the original says the same of the same thing; `None` if nothing was compared.
    pub in_source: Option<bool>,
}

/// What is known of the page beside its prose.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context<'a> {
    /// The page's attributions.
    pub attributions: &'a [Attribution],
    /// The stretches of the page that are links.
    pub links: &'a [Span],
    /// The best original and how the page's sentences align with it.
    pub original: Option<(&'a Prose<'a>, &'a Alignment)>,
    /// The tag name of each block, by the block's index on the page.
    pub tags: &'a [&'a str],
    /// Show those below the default threshold too.
    pub more: bool,
}

/// The characterizations of `prose` that are in the writer's own voice, in order.
pub fn characterizations(_prose: &Prose, _context: &Context) -> Vec<Characterization> {
    Vec::new()
}
