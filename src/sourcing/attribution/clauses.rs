//! Clauses around a cue: which word is a verb and how it is used ([`usage`]), its subject ([`phrases`]), its complement and where
//! that ends ([`extent`]).
//!
//! A finite-state treatment: no tagger, only closed classes, the forms that verbs take, and the marks between words.

mod extent;
mod phrases;
mod usage;

/// How a verb form is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// With a subject of its own.
    Finite,
    /// After “to”.
    Infinitive,
    /// “…, saying …”, “by saying …”.
    Ing,
    /// After a form of “be”, or after its noun: “the claim made by …”.
    Passive,
}

/// What is said, and in what form the cue takes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// A clause: it may hold verbs of its own.
    Clause,
    /// A noun phrase: it ends before the next verb of the sentence.
    Phrase,
    /// A clause inside the subject of the sentence: “the claim that it is safe angered them”; it ends before the second
    /// verb.
    Subject,
}

/// Longest scan for a subject or a complement's start, in words; keeps the cost of a sentence linear.
const REACH: usize = 40;
