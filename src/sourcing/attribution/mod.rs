//! Attribution: source, cue and content, clause by clause (Pareti 2012).
//!
//! Everything that a page says on somebody's behalf: speech and writing, direct, indirect or mixed; what somebody
//! thinks, wants, fears or feels; what a document shows. [`cues`] holds the words that attribute, [`clauses`] a small
//! finite-state grammar, [`relations`] reads a sentence with both (by [`verbs`], [`nouns`],
//! [`phrases`]; [`complements`] and [`parentheses`] find what belongs to a cue), [`quotations`] finds the speaker of each quotation,
//! [`transcripts`] the speaker of each turn, [`sources`] the name behind a pronoun or a description.
//!
//! **Nobody.** An attribution without anybody who could be asked is marked `nobody`: passives without an agent (“is
//! widely believed”), “reportedly”, and groups without a name, number or place (“critics say”, “many people wonder”).
//! Sources that were promised anonymity (“two officials said”) are somebody. [`hearsay`] is what a reader is shown of
//! all this.

mod clauses;
mod complements;
mod cues;
mod hearsay;
mod nouns;
mod parentheses;
mod phrases;
mod quotations;
mod relations;
mod sources;
#[cfg(test)]
mod tests;
mod tokens;
mod transcripts;
mod verbs;

pub use cues::{CueClass, cue_class};

use crate::order;
use crate::report::AttributionKind;
use crate::text::{Prose, Span};
use relations::Relation;
use tokens::Tokens;

/// Longer sentences, in words, are read in pieces: none is written that long, and the cost of a page stays in
/// proportion to its length.
const LONGEST: usize = 250;

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
    /// What a reader is shown as credited to no one named.
    pub hearsay: bool,
}

/// The attributions of `prose`, in order.
pub fn attributions(prose: &Prose) -> Vec<Attribution> {
    let tokens = Tokens::new(prose);
    let mut found: Vec<Relation> = Vec::new();
    let turns = transcripts::turns(prose);
    for (at, sentence) in prose.sentences().iter().enumerate() {
        if !turns.holds(at) {
            let mut words = sentence.words.clone();
            while words.len() > LONGEST {
                let end = words.start + LONGEST;
                found.extend(relations::relations(&tokens, words.start..end));
                words.start = end;
            }
            found.extend(relations::relations(&tokens, words));
        }
    }
    quotations::attribute(&tokens, &mut found);
    found.extend(turns.relations);
    order::by_key(&mut found, |r| order::pair(start(r), r.cue.as_ref().map_or(0, |c| c.start)));
    hearsay::leave_to_those_beside(&tokens, &mut found);
    let names = sources::resolve(&tokens, &found);
    found.into_iter().zip(names).map(|(relation, name)| finish(prose, relation, name)).collect()
}

fn start(relation: &Relation) -> usize {
    relation.content.first().map_or(usize::MAX, |r| r.start)
}

fn finish(prose: &Prose, relation: Relation, name: Option<String>) -> Attribution {
    let span = |words: &std::ops::Range<usize>| -> Option<Span> {
        let slice = prose.words_in(words.clone());
        Some(slice.first()?.span.to(&slice.last()?.span))
    };
    let mut quoted = 0;
    let mut plain = 0;
    for word in relation.content.iter().flat_map(|r| prose.words_in(r.clone())) {
        *(if word.quoted { &mut quoted } else { &mut plain }) += 1;
    }
    let kind = match (quoted, plain) {
        (_, 0) => AttributionKind::Direct,
        (0, _) => AttributionKind::Indirect,
        _ => AttributionKind::Mixed,
    };
    let content = relation.content.iter().filter_map(|r| Some(quotations::with_marks(prose, r, span(r)?))).collect();
    Attribution {
        content,
        cue: relation.cue.as_ref().and_then(span),
        source: relation.source.as_ref().and_then(span),
        name,
        kind,
        nobody: relation.nobody,
        hearsay: relation.hearsay,
    }
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
