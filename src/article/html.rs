//! HTML to blocks: a standard tokenizer and a stack of open elements, no tree.
//!
//! The tokenizer is html5gum's, which passes html5lib's tests. Of tree construction there is as much as decides
//! which text stands in which block: implied end tags, scopes, misnested formatting, table parts, foreign
//! content. Work and memory are linear in the input, whatever its nesting. What becomes a block is said in
//! [`page`](crate::page#the-block-rule).

mod attributes;
mod builder;
mod emitter;
mod run;
mod source;
mod tags;

use crate::page::{Block, Element, Head};

/// What HTML holds, in the form in which a live document is handed in.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Parsed {
    /// The blocks in document order.
    pub blocks: Vec<Block>,
    /// What [`Block::element`] points into.
    pub elements: Vec<Element>,
    /// What the document says about itself.
    pub head: Head,
}

/// Reads a whole or cut-off HTML document. Any text is accepted; decoding bytes is the host's business.
///
/// Links are resolved against `<base>` and `url`, the address of the page, as far as these are known.
#[must_use]
pub fn parse(html: &str, url: Option<&str>) -> Parsed {
    let mut builder = builder::Builder::new();
    // The only error there is would come from a reader, and a string has none.
    let Ok(()) =
        html5gum::Tokenizer::new_with_emitter(source::Source::new(html), emitter::Feed::new(&mut builder)).finish();
    builder.finish(url)
}

#[cfg(test)]
mod tests;
