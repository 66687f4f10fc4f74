//! Text with offsets: sentences, words, quotations, quantities and names, each as a place in the text that
//! was handed in, never as a copy of it.
//!
//! [`Prose`] analyses the blocks of one document once; every other room reads it. Offsets here and in all
//! rooms that stand on this one are **bytes** into a block's text ([`Span`]); [`utf16`] turns them into
//! UTF-16 code units at the boundary.

mod cursor;
pub mod dates;
mod hash;
pub mod lookup;
pub mod mojibake;
pub mod names;
pub mod prose;
pub mod quantities;
pub mod quotations;
pub mod rarity;
pub mod sentences;
pub mod stem;
pub mod stopwords;
pub mod utf16;
mod word_list;
pub mod words;

pub use prose::{Analysis, Passage, Prose, Sentence, Word};
pub use quotations::{Quotation, QuotationStyle};
pub use word_list::WordList;

/// A stretch of a block's text: bytes, `end` exclusive, always on character boundaries of the text that it
/// was made from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The block's index on the page.
    pub block: u32,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The stretch of `block` from byte `start` to byte `end`.
    pub fn new(block: u32, start: usize, end: usize) -> Span {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Span { block, start: clamp(start), end: clamp(end) }
    }

    /// Its length in bytes.
    pub fn len(&self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.end <= self.start
    }

    /// The text it stands for in its block's `text`; empty where the text is not the one it was made from.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    /// Whether the two share at least one byte.
    pub fn meets(&self, other: &Span) -> bool {
        self.block == other.block && self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly within it.
    pub fn holds(&self, other: &Span) -> bool {
        self.block == other.block && self.start <= other.start && other.end <= self.end
    }

    /// From the start of this one to the end of `other`, in the same block.
    pub fn to(&self, other: &Span) -> Span {
        Span { block: self.block, start: self.start, end: other.end.max(self.start) }
    }
}
