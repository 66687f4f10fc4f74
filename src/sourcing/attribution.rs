//! Attribution: source, cue and content, clause by clause (Pareti 2012).

use crate::report::AttributionKind;
use crate::text::{Prose, Span};

/// One attribution.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Attribution {
    /// What is said.
    pub content: Vec<Span>,
    /// The words that attribute it.
    pub cue: Option<Span>,
    /// Who says it.
    pub source: Option<Span>,
    /// The name that a pronoun or description was resolved to.
    pub name: Option<String>,
    /// Direct, indirect or mixed.
    pub kind: AttributionKind,
    /// Credited to no person, body or document.
    pub nobody: bool,
}

/// The attributions of `prose`, in order.
pub fn attributions(_prose: &Prose) -> Vec<Attribution> {
    Vec::new()
}

/// A convenience for other rooms: the words of `prose` that somebody other than the writer stands behind.
pub fn attributed_words(prose: &Prose, attributions: &[Attribution]) -> Vec<bool> {
    let mut mask: Vec<bool> = prose.words().iter().map(|w| w.quoted).collect();
    for span in attributions.iter().filter(|a| !a.nobody).flat_map(|a| &a.content) {
        let span: Span = *span;
        if let Some(words) = mask.get_mut(prose.word_range(span)) {
            words.fill(true);
        }
    }
    mask
}
